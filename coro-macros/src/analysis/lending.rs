//! What borrows from what, as far as syntax shows it.
//!
//! In: a lowered body. Out: the locals that are bound to a borrow of another local or of a part of it: a
//! reference, or what methods of the standard library lend. A lender may be a reference itself, and then it
//! is not what is borrowed: whoever asks has to know what it is.

use proc_macro2::{Span, TokenTree};
use syn::{Block, Expr, Member, Stmt, Type, UnOp};

use super::{
    captured_places::{Captured, captured_places},
    captures::Captures,
    collected,
    given::Given,
    lends::{
        Lends, Text, adapts, gives_item, gives_references, is_adapting, lends, over_text, passes_on,
    },
    lent_places::lending_place,
};
use crate::{
    ast, bindings,
    ir::{BlockId, Body},
    known,
    resolve::{
        knowledge::is_constructor,
        names::{Local, Locals},
        shape::Shape,
    },
    scan,
};

/// A local that borrows.
#[derive(Clone, Copy)]
pub struct Loan {
    /// What holds the borrow.
    pub borrower: Local,
    /// What is borrowed from.
    pub lender: Local,
    /// What of it is borrowed.
    pub part: Part,
    /// Where the lender is named.
    pub span: Span,
    /// Whether a method lends it.
    pub by_method: bool,
    /// Whether it may be what a reference in the lender refers to.
    pub through: bool,
    /// Whether it may be so even if the lender is a list.
    pub deep: bool,
    /// Whether what is lent of a field is behind an index of it.
    pub indexed: bool,
    /// Whether it goes over a text, and gives parts of it or what they are made of.
    pub over_text: Option<Text>,
    /// Whether it was collected into a list.
    pub collected: bool,
    /// Whether it is an iterator, which adaptors take.
    pub each: bool,
    /// What held the borrow first, before it was moved.
    pub holder: Local,
    /// The block in which the borrower is bound.
    pub block: BlockId,
    /// Which of the borrows of the body it is.
    pub origin: usize,
}

/// What of a local is borrowed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// An item, by its index.
    Item,
    /// A field, or a part of one.
    Field,
    /// Something that an item lends.
    OfItem,
    /// What a closure captures.
    Captured,
    /// What a closure captures by reference if it can be copied.
    MayCapture,
}

/// What the locals of a body borrow from each other.
#[derive(Default)]
pub struct Loans {
    /// The loans.
    pub found: Vec<Loan>,
    /// The locals that are given something else.
    pub assigned: Vec<Local>,
    /// Of each borrow of the body, by its origin, the fields that lead to what is borrowed, or that lends by a method or
    /// an index, where that is a field of a local or all of it.
    pub paths: Vec<Option<Vec<Member>>>,
}

/// Lists what the locals of a body borrow from each other.
pub fn loans(body: &Body, locals: &Locals) -> Loans {
    let mut loans = Loans::default();
    for (index, block) in body.blocks.iter().enumerate() {
        loans.add(&block.code, BlockId(index), &Reader { locals });
    }
    loans
}

/// Tells whether an expression is `&mut` something, as an iterator is lent to an adaptor.
fn is_lent_mutably(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => is_lent_mutably(&paren.expr),
        Expr::Reference(reference) => reference.mutability.is_some(),
        _ => false,
    }
}

/// Reads a local that a value moves: as it is, as an iterator, or to be delegated to.
pub fn moved(value: &Expr, locals: &Locals) -> Option<Local> {
    Reader { locals }.borrower(value)
}

impl Loans {
    /// Adds those of a block.
    fn add(&mut self, code: &[Stmt], block: BlockId, reader: &Reader) {
        let Self { found, assigned, paths } = self;
        let locals = reader.locals;
        bindings::each(code, &mut |target, value| {
            let given = Given::by(&target, locals);
            let held = || reader.held(value, given.ty).filter(|_| given.whole);
            if let Some(lent) = reader.lent(value).or_else(held) {
                let origin = (paths.len(), block);
                let place =
                    lending_place(value).filter(|(name, _)| locals.get(name) == Some(lent.lender));
                paths.push(place.map(|(_, fields)| fields.into_iter().cloned().collect()));
                let captured = reader.captured(value).into_iter();
                let captured = captured.map(|lender| Lent { lender, ..lent });
                for lent in std::iter::once(lent).chain(captured.skip(1)) {
                    found.extend(given.names.iter().map(|it| lent.to(*it, &given, origin, locals)));
                }
                if lent.each && given.whole {
                    for lent in reader.captured_by_adaptors(value) {
                        let names = given.names.iter();
                        found.extend(names.map(|it| lent.to(*it, &given, origin, locals)));
                    }
                }
                return;
            }
            if let (Some(place), false) = (reader.place(value), given.by_reference.is_empty()) {
                let origin = (paths.len(), block);
                paths.push(None);
                let names =
                    given.names.iter().filter(|(name, _)| given.by_reference.contains(name));
                found.extend(names.map(|it| place.to(*it, &given, origin, locals)));
                return;
            }
            let captured = given.whole.then(|| reader.may_capture(value)).flatten();
            if let Some(captured) = captured.filter(|it| !it.is_empty()) {
                for place in captured {
                    let origin = (paths.len(), block);
                    let is_sure = place.is_number(locals);
                    let part = if is_sure { Part::Captured } else { Part::MayCapture };
                    let lent = Lent { part, ..Lent::whole(place.local, place.span) };
                    paths.push(Some(place.fields));
                    found.extend(given.names.iter().map(|it| lent.to(*it, &given, origin, locals)));
                }
                return;
            }
            let moved = reader.borrower(value).filter(|_| given.whole);
            let is_moved =
                |loan: &&Loan| Some(loan.borrower) == moved && (loan.each || !is_adapted(value));
            let borrowed: Vec<Loan> = found.iter().filter(is_moved).copied().collect();
            for (borrower, _) in given.names {
                found.extend(borrowed.iter().map(|loan| Loan { borrower, block, ..*loan }));
                assigned.extend(borrowed.is_empty().then_some(borrower));
            }
        });
    }
}

/// Reads what locals lend.
struct Reader<'a> {
    locals: &'a Locals,
}

/// What a local lends.
#[derive(Clone, Copy)]
struct Lent {
    lender: Local,
    part: Part,
    span: Span,
    /// Whether it lends each of its items: an iterator.
    each: bool,
    by_method: bool,
    /// Whether it is one of its items, or some.
    of_items: bool,
    /// Whether that is the reference alone, not an `Option` of it.
    unwrapped: bool,
    /// Whether it has to have the type of a field or of an argument.
    converted: bool,
    indexed: bool,
    /// Whether it is parts of a text, however deep in a value.
    of_text: bool,
    over_text: Option<Text>,
    collected: bool,
}

impl Lent {
    /// All of a local.
    fn whole(lender: Local, span: Span) -> Self {
        Self {
            lender,
            part: Part::Whole,
            span,
            each: false,
            by_method: false,
            of_items: false,
            unwrapped: false,
            converted: false,
            indexed: false,
            of_text: false,
            over_text: None,
            collected: false,
        }
    }

    /// What a method lends of it.
    fn by(self, lends: Lends) -> Self {
        let of_items = self.of_items || lends == Lends::Item;
        let of_text = self.of_text || lends == Lends::Parts;
        Self { each: lends == Lends::Each, of_items, of_text, ..self }
    }

    fn to(
        self,
        (borrower, depth): (Local, usize),
        given: &Given,
        (origin, block): (usize, BlockId),
        locals: &Locals,
    ) -> Loan {
        let Self { lender, part, span, by_method, of_items, indexed, .. } = self;
        // `let text: &str = &words[0];` may be the item itself, and `let Some((a, b)) = pairs.last()` parts of what
        // it refers to.
        let is_typed = self.converted || given.ty.is_some() || locals[borrower].ty.is_some();
        let is_open = !matches!(locals[lender].shape, Shape::Collection | Shape::Array);
        let in_option = matches!(part, Part::Whole | Part::Field) && !indexed && !self.unwrapped;
        let deep =
            is_typed && of_items || !self.of_text && depth > usize::from(!of_items || in_option);
        let through = deep || is_typed && is_open && part != Part::Captured;
        let holder = borrower;
        Loan {
            borrower,
            lender,
            part,
            span,
            by_method,
            through,
            deep,
            indexed,
            over_text: self.over_text,
            collected: self.collected,
            each: self.each && !self.collected,
            holder,
            block,
            origin,
        }
    }
}

impl Reader<'_> {
    /// Reads a value that a local lends.
    fn lent(&self, value: &Expr) -> Option<Lent> {
        match value {
            Expr::Paren(paren) => self.lent(&paren.expr),
            Expr::Block(block) => self.lent_by(&block.block),
            Expr::If(branch) => {
                let other = branch.else_branch.as_ref().map(|(_, other)| &**other);
                self.lent_by(&branch.then_branch).or_else(|| self.lent(other?))
            }
            Expr::Match(branch) => branch.arms.iter().find_map(|arm| self.lent(&arm.body)),
            Expr::Reference(reference) => self.place(&reference.expr),
            // The head of a `for`.
            Expr::Call(call) if scan::is_into_iter(&call.func) => {
                Some(Lent { each: true, ..self.lent(call.args.first()?)? })
            }
            Expr::MethodCall(call) => {
                let method = call.method.to_string();
                let method = (&*method, call.args.len());
                if let Some(place) = self.place(&call.receiver) {
                    if method == ("by_ref", 0) {
                        return Some(Lent { each: true, ..place });
                    }
                    let part = if place.part == Part::Item { Part::OfItem } else { place.part };
                    let over_text = over_text(method);
                    return Some(Lent {
                        part,
                        by_method: true,
                        over_text,
                        ..place.by(lends(method)?)
                    });
                }
                let lent = self.lent(&call.receiver)?;
                if lent.each && gives_item(method) {
                    let is_item = gives_references(&call.receiver);
                    return is_item.then_some(Lent { each: false, of_items: true, ..lent });
                }
                match lends(method) {
                    Some(lends) => Some(lent.by(lends)),
                    None if passes_on(method) => Some(Lent { unwrapped: true, ..lent }),
                    None => {
                        let each = lent.each || is_lent_mutably(&call.receiver);
                        (each && adapts(method)).then_some(Lent { each, ..lent })
                    }
                }
            }
            _ => None,
        }
    }

    /// Reads a local that is moved as it is, as an iterator, or out of an arm.
    fn borrower(&self, value: &Expr) -> Option<Local> {
        match value {
            Expr::Match(branch) => branch.arms.iter().find_map(|arm| self.borrower(&arm.body)),
            Expr::Block(block) => self.borrower(tail(&block.block)?),
            Expr::If(branch) => {
                let then = tail(&branch.then_branch).and_then(|then| self.borrower(then));
                then.or_else(|| self.borrower(&branch.else_branch.as_ref()?.1))
            }
            Expr::Call(call) if scan::is_into_iter(&call.func) => self.borrower(call.args.first()?),
            Expr::Macro(mac) => self.delegated(&mac.mac),
            // An adaptor takes the iterator.
            Expr::MethodCall(call) if is_adapting(call) => self.borrower(&call.receiver),
            value => self.locals.of_expr(value),
        }
    }

    /// Reads the local that is delegated to.
    fn delegated(&self, mac: &syn::Macro) -> Option<Local> {
        let is_delegate = mac.path.segments.last().is_some_and(|it| it.ident == "__delegate");
        match mac.tokens.clone().into_iter().next() {
            Some(TokenTree::Ident(operand)) if is_delegate => self.locals.get(&operand),
            _ => None,
        }
    }

    /// Reads what a local lends to a part of a value: to a field of a struct, an item of a collection, or what a
    /// closure captures. `ty` is the value's type, if it is written.
    fn held(&self, value: &Expr, ty: Option<&Type>) -> Option<Lent> {
        let part = |part: &Expr| self.lent(part).or_else(|| self.held(part, None));
        let converted = |lent: Lent| Lent { converted: true, ..lent };
        match value {
            Expr::Paren(paren) => self.held(&paren.expr, ty),
            Expr::Struct(value) => {
                value.fields.iter().find_map(|field| part(&field.expr)).map(converted)
            }
            Expr::Call(call) if is_constructor(&call.func) => {
                call.args.iter().find_map(part).map(converted)
            }
            Expr::Call(call) if scan::makes_box(&call.func) => {
                call.args.iter().filter(|arg| matches!(arg, Expr::Closure(_))).find_map(part)
            }
            Expr::Tuple(value) => value.elems.iter().find_map(part),
            Expr::Array(value) => value.elems.iter().find_map(part),
            Expr::Macro(mac) if mac.mac.path.is_ident("vec") => {
                known::parse(&mac.mac)?.args.iter().find_map(|arg| part(&arg.expr))
            }
            // The head of a `for`.
            Expr::Call(call) if scan::is_into_iter(&call.func) => {
                self.held(call.args.first()?, None)
            }
            // An adaptor holds its closure.
            Expr::MethodCall(call)
                if adapts((&*call.method.to_string(), call.args.len()))
                    && Shape::of_expr(&call.receiver, self.locals) == Shape::Iterator =>
            {
                let closures = call.args.iter().filter(|arg| matches!(arg, Expr::Closure(_)));
                closures.chain([&*call.receiver]).find_map(|part| self.held(part, None))
            }
            Expr::Closure(_) => {
                let lender = *self.captured(value).first()?;
                Some(Lent { part: Part::Captured, ..Lent::whole(lender, ast::span(value)) })
            }
            Expr::MethodCall(call) if collected::is_of_references(call, ty) => {
                let lent = self.lent(&call.receiver).filter(|lent| lent.each)?;
                Some(Lent { collected: true, ..lent })
            }
            _ => None,
        }
    }

    /// Lists what the closures of an iterator's adaptors surely capture by reference.
    fn captured_by_adaptors(&self, value: &Expr) -> Vec<Lent> {
        match value {
            Expr::Paren(paren) => self.captured_by_adaptors(&paren.expr),
            Expr::Call(call) if scan::is_into_iter(&call.func) => {
                call.args.first().map_or_else(Vec::new, |arg| self.captured_by_adaptors(arg))
            }
            Expr::MethodCall(call) if is_adapting(call) => {
                let mut found = self.captured_by_adaptors(&call.receiver);
                for closure in &call.args {
                    let lent = |lender| Lent {
                        part: Part::Captured,
                        ..Lent::whole(lender, ast::span(closure))
                    };
                    found.extend(self.captured(closure).into_iter().map(lent));
                }
                found
            }
            _ => Vec::new(),
        }
    }

    /// Lists the locals that a closure surely captures by reference.
    fn captured(&self, value: &Expr) -> Vec<Local> {
        match value {
            Expr::Closure(closure) if closure.capture.is_none() => {
                Captures::of_closure(closure, self.locals).borrowed()
            }
            _ => Vec::new(),
        }
    }

    /// Lists what a closure, which may be in a box, may capture by reference.
    fn may_capture(&self, value: &Expr) -> Option<Vec<Captured>> {
        match value {
            Expr::Paren(paren) => self.may_capture(&paren.expr),
            Expr::Call(call) if scan::makes_box(&call.func) => self.may_capture(call.args.first()?),
            Expr::Closure(closure) => Some(captured_places(closure, self.locals)),
            _ => None,
        }
    }

    fn lent_by(&self, block: &Block) -> Option<Lent> {
        self.lent(tail(block)?)
    }

    /// Reads `*local`, of a local that is shown to be a `&mut`.
    fn referred<'e>(&self, base: &'e Expr) -> Option<&'e Expr> {
        match base {
            Expr::Paren(paren) => self.referred(&paren.expr),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                let is_lent = |it: &Local| self.locals[*it].lent_mutably;
                self.locals.of_expr(&unary.expr).filter(is_lent).map(|_| &*unary.expr)
            }
            _ => None,
        }
    }

    /// Reads a place in a local.
    fn place(&self, place: &Expr) -> Option<Lent> {
        match place {
            Expr::Path(path) => {
                let ident = path.path.get_ident()?;
                let lender = self.locals.get(ident)?;
                Some(Lent::whole(lender, ident.span()))
            }
            Expr::Field(field) => {
                let base = self.referred(&field.base).unwrap_or(&field.base);
                Some(Lent { part: Part::Field, ..self.place(base)? })
            }
            Expr::Index(index) => {
                let place = self.place(&index.expr)?;
                let some = matches!(*index.index, Expr::Range(_));
                let part = if place.part == Part::Whole { Part::Item } else { place.part };
                let of_items = place.of_items || !some;
                Some(Lent { part, of_items, indexed: true, ..place })
            }
            Expr::Paren(paren) => self.place(&paren.expr),
            _ => None,
        }
    }
}

/// Tells whether an iterator is made of another one.
fn is_adapted(value: &Expr) -> bool {
    match value {
        Expr::Paren(paren) => is_adapted(&paren.expr),
        Expr::Call(call) if scan::is_into_iter(&call.func) => {
            call.args.first().is_some_and(is_adapted)
        }
        value => matches!(value, Expr::MethodCall(_)),
    }
}

/// Returns the expression that gives a block its value.
fn tail(block: &Block) -> Option<&Expr> {
    match block.stmts.last() {
        Some(Stmt::Expr(last, None)) => Some(last),
        _ => None,
    }
}

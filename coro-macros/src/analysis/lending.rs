//! What borrows from what, as far as syntax shows it.
//!
//! In: a lowered body. Out: the locals that are bound to a borrow of another local or of a part of it: a
//! reference, or what methods of the standard library lend. A lender may be a reference itself, and then it
//! is not what is borrowed: whoever asks has to know what it is.

use proc_macro2::Span;
use syn::{Block, Expr, Stmt};

use crate::{
    bindings::{self, Target},
    ir::Body,
    resolve::names::{Local, Locals},
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
}

/// Lists what the locals of a body borrow from each other, and the locals that are given something else.
pub fn loans(body: &Body, locals: &Locals) -> (Vec<Loan>, Vec<Local>) {
    let lends = Lends { locals };
    let (mut found, mut assigned) = (Vec::new(), Vec::new());
    let code = body.blocks.iter().flat_map(|block| &block.code);
    bindings::each(code, &mut |target, value| match target {
        Target::Pattern(pat) => match lends.lent(value) {
            Some(lent) => found.extend(locals.bound_by(pat).into_iter().map(|it| lent.to(it))),
            None => assigned.extend(locals.bound_by(pat)),
        },
        Target::Place(place) => {
            let Some(borrower) = locals.of_expr(place) else { return };
            match lends.lent(value) {
                Some(lent) => found.push(lent.to(borrower)),
                None => assigned.push(borrower),
            }
        }
    });
    (found, assigned)
}

struct Lends<'a> {
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
}

impl Lent {
    fn to(self, borrower: Local) -> Loan {
        let Self { lender, part, span, by_method, .. } = self;
        Loan { borrower, lender, part, span, by_method }
    }
}

impl Lends<'_> {
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
                    let part = if place.part == Part::Item { Part::OfItem } else { place.part };
                    return lends(method).map(|each| Lent { part, each, by_method: true, ..place });
                }
                let lent = self.lent(&call.receiver)?;
                match lends(method) {
                    Some(each) => Some(Lent { each, ..lent }),
                    None => (passes_on(method) || lent.each && adapts(method)).then_some(lent),
                }
            }
            _ => None,
        }
    }

    fn lent_by(&self, block: &Block) -> Option<Lent> {
        match block.stmts.last() {
            Some(Stmt::Expr(last, None)) => self.lent(last),
            _ => None,
        }
    }

    /// Reads a place in a local.
    fn place(&self, place: &Expr) -> Option<Lent> {
        match place {
            Expr::Path(path) => {
                let ident = path.path.get_ident()?;
                let lender = self.locals.get(ident)?;
                let (part, span) = (Part::Whole, ident.span());
                Some(Lent { lender, part, span, each: false, by_method: false })
            }
            Expr::Field(field) => Some(Lent { part: Part::Field, ..self.place(&field.base)? }),
            Expr::Index(index) => {
                let place = self.place(&index.expr)?;
                let part = if place.part == Part::Whole { Part::Item } else { place.part };
                Some(Lent { part, ..place })
            }
            Expr::Paren(paren) => self.place(&paren.expr),
            _ => None,
        }
    }
}

/// Tells whether a call surely lends a part of its receiver, by its name.
pub fn is_lending(call: &syn::ExprMethodCall) -> bool {
    lends((&*call.method.to_string(), call.args.len())).is_some()
}

/// Tells whether a call makes an iterator of another one, by its name.
pub fn is_adapting(call: &syn::ExprMethodCall) -> bool {
    adapts((&*call.method.to_string(), call.args.len()))
}

/// Tells whether a method, with so many arguments, lends a part of its receiver, and whether the parts are
/// those of an iterator.
fn lends((method, args): (&str, usize)) -> Option<bool> {
    match (method, args) {
        (
            "iter" | "iter_mut" | "chars" | "char_indices" | "bytes" | "lines" | "keys" | "values"
            | "values_mut" | "split_whitespace",
            0,
        )
        | (
            "windows" | "chunks" | "chunks_mut" | "chunks_exact" | "split" | "rsplit" | "drain"
            | "range" | "range_mut" | "matches" | "match_indices",
            1,
        ) => Some(true),
        (
            "first" | "first_mut" | "last" | "last_mut" | "front" | "front_mut" | "back"
            | "back_mut" | "peek" | "peek_mut" | "as_ref" | "as_mut" | "as_deref" | "as_deref_mut"
            | "as_str" | "as_slice" | "as_mut_slice" | "as_bytes" | "trim" | "by_ref" | "borrow"
            | "borrow_mut" | "lock",
            0,
        )
        | ("get" | "get_mut" | "entry" | "get_or_insert_with", 1) => Some(false),
        _ => None,
    }
}

/// Tells whether a method gives what it was lent, or a part of it.
fn passes_on((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("unwrap" | "into_mut" | "or_default", 0) | ("expect" | "or_insert" | "or_insert_with", 1)
    )
}

/// Tells whether a method makes an iterator of another one.
fn adapts((method, args): (&str, usize)) -> bool {
    matches!(
        (method, args),
        ("rev" | "enumerate" | "cloned" | "copied" | "peekable" | "fuse" | "cycle" | "flatten", 0)
            | (
                "map"
                    | "filter"
                    | "filter_map"
                    | "flat_map"
                    | "inspect"
                    | "zip"
                    | "chain"
                    | "skip"
                    | "take"
                    | "step_by"
                    | "skip_while"
                    | "take_while"
                    | "map_while",
                1
            )
            | ("scan", 2)
    )
}

//! What later operands do to a place that an operation looks at.
//!
//! In: a place, and the operands between it and the operation. Out: whether looking at it again, when the
//! operation comes, shows the same. rustc lets nobody change what is borrowed; so a place that changes is
//! a copy: of a number that is compared, or whose method takes it by value.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::{Expr, Member, Pat, Path, Type, UnOp};

use super::{
    Builder,
    operands::{root, root_path},
    pieces::{parse_quoted, unit},
};
use crate::{
    analysis::{
        captures::Captures,
        events::{Event, Graph},
        moves,
    },
    assignee, ast, known,
    resolve::{
        names::{Local, Locals},
        value::Value,
    },
    returns::ungroup,
    scan, temporaries,
    visit::{self, Visit},
};

/// What becomes of a place until the operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// It is the same.
    Stays,
    /// A method is called on it or around it, which may change it.
    MayChange,
    /// It is changed or taken.
    Lost,
}

impl Builder<'_> {
    /// Tells what later operands do to a place.
    pub(super) fn fate(&self, place: &Expr, later: &[Expr]) -> Fate {
        let Some(root) = root_path(place) else { return Fate::Stays };
        let local = self.locals.at_path(root);
        if local.is_none() && !self.names_static(root) {
            return Fate::Stays;
        }
        match local {
            Some(local) if self.is_lost(place, local, later) => Fate::Lost,
            _ => Changes::of(root, Some(members(place)), later, self.locals).fate,
        }
    }

    /// Returns the local that a place, or what is borrowed, is behind, if it is a shared reference.
    pub(super) fn through_reference(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::Paren(paren) => self.through_reference(&paren.expr),
            Expr::Reference(reference) => self.through_reference(&reference.expr),
            Expr::Path(_) => None,
            place => {
                root(place, self.locals).filter(|local| is_shared_reference(*local, self.locals))
            }
        }
    }

    /// Keeps where the shared reference points to that a place is behind, if later operands change that: nothing
    /// forbids it.
    ///
    /// ```text
    /// list[0].find({ list = other; yield_!(1) })   →   let operand = list;   …   operand[0].find(…)
    /// ```
    pub(super) fn at_reference(&mut self, mut expr: Expr, later: &[Expr]) -> Expr {
        let Some(local) = self.through_reference(&expr) else { return expr };
        let name = Path::from(self.locals.ident(local));
        if Changes::of(&name, None, later, self.locals).fate == Fate::Stays {
            return expr;
        }
        if let Some(root) = root_mut(&mut expr) {
            let reference = std::mem::replace(root, unit(self.context.span));
            *root = self.spill(reference);
        }
        expr
    }

    /// Tells whether making a value later makes no difference, whatever its type is, which the operation may
    /// have to tell: of a closure that only borrows, of a `&mut` parameter, which is lent, and of a local that is
    /// used again: it is lent, or copied.
    pub(super) fn can_wait(&self, expr: &Expr, later: &[Expr]) -> bool {
        match expr {
            Expr::Closure(closure) => {
                let captures = Captures::of_closure(closure, self.locals);
                captures.borrows_only()
                    && captures.made().into_iter().all(|event| {
                        match self.fate(&ast::name(self.locals.ident(event.local())), later) {
                            Fate::Stays => true,
                            Fate::MayChange => closure.capture.is_none(),
                            Fate::Lost => false,
                        }
                    })
            }
            Expr::Path(_) if self.may_wait(expr) => match self.fate(expr, later) {
                Fate::Stays => true,
                Fate::MayChange => {
                    !self.locals.of_expr(expr).is_some_and(|it| self.locals[it].used_again)
                }
                Fate::Lost => false,
            },
            Expr::Field(_) if self.may_wait(expr) => self.fate(expr, later) == Fate::Stays,
            Expr::Path(_) | Expr::Field(_) => false,
            Expr::Reference(_) | Expr::Call(_) if !self.may_wait(expr) => false,
            Expr::Reference(expr) => self.can_wait(&expr.expr, later),
            Expr::Call(call) => call.args.iter().all(|arg| self.can_wait(arg, later)),
            _ => false,
        }
    }

    /// Notes a local that is taken in front of a suspension: if it is used again behind that, it may wait.
    pub(super) fn note_waiting(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr {
            if known::makes_std_variant(&call.func) {
                call.args.iter().for_each(|arg| self.note_waiting(arg));
            }
        } else if let (Expr::Path(_), Some(local)) = (expr, self.locals.of_expr(expr)) {
            let data = &self.locals[local];
            if !data.hidden && !data.used_again {
                self.body.waiting.push(local);
            }
        }
    }

    /// Tells whether [`Self::can_wait`] depends on what follows.
    pub(super) fn may_wait(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Closure(_) => true,
            Expr::Path(_) => self.locals.of_expr(expr).is_some_and(|local| {
                let ty = self.locals[local].ty.as_ref().map(ungroup);
                self.locals[local].mutable_borrow
                    || self.locals[local].used_again
                    || matches!(ty, Some(Type::Reference(ty)) if ty.mutability.is_some())
            }),
            Expr::Reference(expr) => matches!(*expr.expr, Expr::Closure(_)),
            // Of what is behind a reference, nothing can be taken: it is lent, or copied.
            Expr::Field(field) if is_field(expr) => root(expr, self.locals).is_some_and(|local| {
                let start = &self.body.blocks[0];
                let is_lent = || {
                    matches!(*field.base, Expr::Path(_))
                        && matches!(self.locals[local].value, Value::Lent(_))
                        && start.locals().any(|it| it == local)
                };
                start.input != Some(local) && (self.locals[local].mutable_borrow || is_lent())
            }),
            Expr::Call(call) => {
                call.args.iter().all(|arg| matches!(arg, Expr::Closure(_)))
                    && scan::makes_box(&call.func)
                    || known::makes_std_variant(&call.func)
                        && call.args.iter().all(|arg| self.may_wait(arg))
            }
            Expr::Paren(expr) => self.may_wait(&expr.expr),
            _ => false,
        }
    }

    /// Tells whether a field is a copy, since later operands take the local, of a type that is no
    /// reference.
    fn is_lost(&self, field: &Expr, root: Local, later: &[Expr]) -> bool {
        let takes = |operand| {
            let events = Graph::events_of(operand, self.locals);
            events.contains(&Event::Move(root))
        };
        is_field(field)
            && matches!(self.locals[root].ty, Some(Type::Path(_) | Type::Tuple(_)))
            && later.iter().any(takes)
    }

    /// Keeps what an operation only looks at and later operands may change: a reference on the way to it, and, if it
    /// may be a copy that is compared, itself.
    ///
    /// ```text
    /// let operand = Look(&c.0).__coro_now();   …   *operand.into_place(|| &c.0)
    /// ```
    pub(super) fn copied_or_not(&mut self, place: Expr, look: Look) -> Expr {
        let place = self.place_operand(place);
        self.copied_way(&place, look)
    }

    fn copied_way(&mut self, place: &Expr, look: Look) -> Expr {
        let mut later = place.clone();
        match &mut later {
            Expr::Field(field) => *field.base = self.copied_way(&field.base, Look::Reference),
            Expr::Index(index) => *index.expr = self.copied_way(&index.expr, Look::Reference),
            Expr::Unary(unary) => *unary.expr = self.copied_way(&unary.expr, Look::Reference),
            Expr::Paren(paren) => return self.copied_way(&paren.expr, look),
            _ => {}
        }
        let is_same = match self.locals.of_expr(place) {
            Some(local) => !self.locals[local].mutable,
            None => look == Look::Reference && !matches!(place, Expr::Field(_)),
        };
        if is_same {
            return later;
        }
        let operand = self.look_at(place, look);
        let span = Span::mixed_site().located_at(ast::span(place));
        parse_quoted(quote_spanned!(span=> *#operand.into_place(|| &#later)))
    }

    /// Keeps what a method is called on, what is called, or what is indexed, and later operands may change.
    ///
    /// ```text
    /// let operand = Look(&p.at).__coro_now();   …   (*operand.in_place(|| &mut p.at)).moved(…)
    /// ```
    pub(super) fn kept_place(&mut self, mut place: Expr) -> Expr {
        let is_changeable = root(&place, self.locals).is_some_and(|local| {
            let data = &self.locals[local];
            !data.hidden && (data.mutable || data.is_mutable_reference())
        });
        let place_itself = self.locals.of_expr(&place);
        place = self.place_operand(place);
        if !is_changeable {
            return place;
        }
        let is_reference =
            place_itself.is_some_and(|local| self.locals[local].is_mutable_reference());
        let span = Span::mixed_site().located_at(ast::span(&place));
        if is_reference {
            place = parse_quoted(quote_spanned!(span=> *#place));
        }
        let operand = self.look_at(&place, Look::Copy);
        let kept = quote_spanned!(span=> #operand.in_place(|| &mut #place));
        // A `&mut` stays one: methods are looked for on it first.
        parse_quoted(if is_reference { kept } else { quote_spanned!(span=> *#kept) })
    }

    fn look_at(&mut self, place: &Expr, look: Look) -> Expr {
        let span = ast::span(place);
        let krate = self.context.krate.at(span);
        let method = Ident::new(
            match look {
                Look::Copy => "__coro_now",
                Look::Reference => "__coro_reference",
            },
            span,
        );
        self.spill(parse_quoted(quote_spanned!(span=> #krate::__private::Look(&#place).#method())))
    }
}

/// What is kept of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What its type is, if that is `Copy`.
    Copy,
    /// A shared reference.
    Reference,
}

/// Tells whether a local is declared as a shared reference.
fn is_shared_reference(local: Local, locals: &Locals) -> bool {
    let ty = locals[local].ty.as_ref().map(ungroup);
    matches!(ty, Some(Type::Reference(ty)) if ty.mutability.is_none())
}

/// Tells whether a local is surely a shared reference.
fn is_lent(local: Local, locals: &Locals) -> bool {
    let data = &locals[local];
    is_shared_reference(local, locals)
        || matches!(data.value, Value::Lent(_)) && !data.is_mutable_reference()
}

/// Tells whether a place is a field of a local.
fn is_field(place: &Expr) -> bool {
    match place {
        Expr::Field(field) => matches!(*field.base, Expr::Path(_)) || is_field(&field.base),
        Expr::Paren(paren) => is_field(&paren.expr),
        _ => false,
    }
}

/// Tells whether a place is a local, or fields of it, and nothing is indexed or dereferenced on the way.
fn is_chain(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_chain(&field.base),
        Expr::Paren(paren) => is_chain(&paren.expr),
        _ => false,
    }
}

/// Lists the fields on the way from a local to a place, up to what is indexed.
fn members(place: &Expr) -> Vec<&Member> {
    let mut way = Vec::new();
    go_to(place, &mut way);
    way
}

/// Adds the fields on the way to a place; tells whether nothing on it is indexed.
fn go_to<'e>(place: &'e Expr, way: &mut Vec<&'e Member>) -> bool {
    match place {
        Expr::Field(field) => {
            let is_whole = go_to(&field.base, way);
            if is_whole {
                way.push(&field.member);
            }
            is_whole
        }
        Expr::Index(index) => {
            go_to(&index.expr, way);
            false
        }
        Expr::Unary(unary) => go_to(&unary.expr, way),
        Expr::Paren(paren) => go_to(&paren.expr, way),
        _ => true,
    }
}

/// Returns the name that a place, or what is borrowed, begins with.
fn root_mut(expr: &mut Expr) -> Option<&mut Expr> {
    match expr {
        Expr::Path(_) => Some(expr),
        Expr::Field(expr) => root_mut(&mut expr.base),
        Expr::Index(expr) => root_mut(&mut expr.expr),
        Expr::Unary(expr) => root_mut(&mut expr.expr),
        Expr::Paren(expr) => root_mut(&mut expr.expr),
        Expr::Reference(expr) => root_mut(&mut expr.expr),
        _ => None,
    }
}

/// Tells whether a place is a name, and no part of what it names.
fn is_name(place: &Expr, name: &Path) -> bool {
    match place {
        Expr::Paren(paren) => is_name(&paren.expr, name),
        Expr::Path(path) => is_same(&path.path, name),
        _ => false,
    }
}

/// Tells whether two paths, to a local or a `static`, are spelled alike.
fn is_same(one: &Path, other: &Path) -> bool {
    one.segments.len() == other.segments.len()
        && one.leading_colon.is_some() == other.leading_colon.is_some()
        && one.segments.iter().zip(&other.segments).all(|(one, other)| one.ident == other.ident)
}

/// Looks for what changes a local, or a `static mut`.
struct Changes<'a> {
    root: &'a Path,
    /// The way from there to the place, if what it leads to is looked at, too.
    members: Option<Vec<&'a Member>>,
    locals: &'a Locals,
    fate: Fate,
}

impl<'a> Changes<'a> {
    /// Looks for them in later operands.
    fn of(
        root: &'a Path,
        members: Option<Vec<&'a Member>>,
        later: &[Expr],
        locals: &'a Locals,
    ) -> Self {
        let mut changes = Self { root, members, locals, fate: Fate::Stays };
        for expr in later {
            changes.visit_expr(expr);
        }
        changes
    }

    /// Tells whether a place is part of the one that is looked at, or the other way round.
    fn is_here(&self, place: &Expr) -> bool {
        let Some(own) = &self.members else { return is_name(place, self.root) };
        root_path(place).is_some_and(|root| is_same(root, self.root))
            && own.iter().zip(members(place)).all(|(one, other)| **one == *other)
    }

    fn matched(&mut self, scrutinee: &Expr, pat: &Pat) {
        if self.is_here(scrutinee) && temporaries::holds_mutable_reference(pat) {
            self.fate = Fate::Lost;
        }
    }

    fn may_change(&mut self) {
        if self.fate == Fate::Stays {
            self.fate = Fate::MayChange;
        }
    }

    /// Tells whether an expression gives away what the place is part of: moves it, or lends it again if it is a `&mut`.
    fn is_given(&self, expr: &Expr) -> bool {
        let Some(own) = self.members.as_ref().filter(|_| is_chain(expr)) else { return false };
        // What is behind a shared reference is only looked at.
        if self.locals.at_path(self.root).is_some_and(|root| is_lent(root, self.locals)) {
            return false;
        }
        let way = members(expr);
        // Of what is behind a `&mut`, lending that is more than naming it.
        let is_reference = |local: Local| self.locals[local].is_mutable_reference();
        let is_part = way.len() < own.len()
            || own.is_empty() && self.locals.of_expr(expr).is_some_and(is_reference);
        is_part
            && root_path(expr).is_some_and(|root| is_same(root, self.root))
            && own.iter().zip(way).all(|(one, other)| **one == *other)
    }

    /// Visits what a part is taken of, what is dereferenced or what is borrowed: that itself is given to nothing.
    fn visit_place(&mut self, place: &Expr) {
        if !is_chain(place) {
            self.visit_expr(place);
        }
    }

    fn is_mentioned(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => self.is_mentioned(group.stream()),
            TokenTree::Ident(ident) => self.root.is_ident(&ident),
            _ => false,
        })
    }
}

impl Visit<'_> for Changes<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if self.is_given(expr) {
            return self.may_change();
        }
        match expr {
            Expr::Field(field) => self.visit_place(&field.base),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                self.visit_place(&unary.expr)
            }
            Expr::Index(index) => {
                self.visit_place(&index.expr);
                self.visit_expr(&index.index);
            }
            expr => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        assignee::each_place(&expr.left, &mut |place| {
            if self.is_here(place) {
                self.fate = Fate::Lost;
            }
        });
        visit::visit_expr_assign(self, expr);
    }

    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        if scan::is_compound_assignment(&expr.op) && self.is_here(&expr.left) {
            self.fate = Fate::Lost;
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
        if expr.mutability.is_some() && self.is_here(&expr.expr) {
            self.fate = Fate::Lost;
        }
        self.visit_place(&expr.expr);
    }

    fn visit_expr_method_call(&mut self, expr: &syn::ExprMethodCall) {
        let looks = moves::looks(&expr.method.to_string());
        if !looks && self.is_here(&expr.receiver) {
            self.may_change();
        }
        self.visit_place(&expr.receiver);
        expr.args.iter().for_each(|arg| self.visit_expr(arg));
    }

    fn visit_local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            self.matched(&init.expr, &local.pat);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.matched(&expr.expr, &expr.pat);
        visit::visit_expr_let(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &syn::ExprMatch) {
        expr.arms.iter().for_each(|arm| self.matched(&expr.expr, &arm.pat));
        visit::visit_expr_match(self, expr);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        let rules = self.locals.local_macro(mac).map(|known| known.rules.clone());
        if rules.is_none() {
            if let Some(known) = known::parse(mac) {
                return known.exprs().for_each(|expr| self.visit_expr(expr));
            }
        }
        if self.is_mentioned(mac.tokens.clone()) || rules.is_some_and(|it| self.is_mentioned(it)) {
            self.may_change();
        }
    }
}

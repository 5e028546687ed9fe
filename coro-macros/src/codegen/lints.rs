//! What lints have to be told.
//!
//! In: the lowered body. Out: an `#[allow(…)]` of the lints that would take the macro's code for the
//! user's, where it has such code. It stands at the function: there, these lints say nothing of the user's
//! code, either. Others say what they say of a plain function, but where what they look for is taken apart:
//! an `unsafe` block that suspends is never unnecessary, and a `dbg!` that is printed as something else is none.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{Block, Expr, Pat, Stmt};

use super::{Emitter, clones};
use crate::{
    ast, flow,
    ir::{Body, Marker},
    known::{self, Kind},
    resolve::names::Locals,
    scan, temporaries,
    visit::{self, Visit},
};

impl Emitter<'_> {
    /// Prints the attribute that allows what the function's code needs.
    pub fn allowed(&self) -> TokenStream {
        let span = self.names.span;
        let mut all = Vec::new();
        if self.lints.redundant_else {
            all.push(quote_spanned!(span=> clippy::redundant_else));
        }
        if self.lints.field_names {
            all.push(quote_spanned!(span=> clippy::redundant_field_names));
        }
        if self.lints.same_name {
            all.push(quote_spanned!(span=> clippy::redundant_locals));
        }
        if self.lints.assigned_clone {
            all.push(quote_spanned!(span=> clippy::assigning_clones));
        }
        if self.lints.owned_head {
            all.push(quote_spanned!(span=> clippy::unnecessary_to_owned));
        }
        if self.body.nothing_returned {
            all.push(quote_spanned!(span=> clippy::unused_unit));
        }
        if self.facts.assigned_twice {
            all.push(quote_spanned!(span=> unused_assignments));
        }
        if self.body.unsafe_parts {
            all.push(quote_spanned!(span=> unused_unsafe));
        }
        if self.lints.left_braces {
            all.push(quote_spanned!(span=> unused_braces));
        }
        if self.lints.left_condition {
            all.push(quote_spanned!(span=> clippy::blocks_in_conditions));
        }
        if self.lints.idle_underscore {
            all.push(quote_spanned!(span=> clippy::no_effect_underscore_binding));
        }
        if self.lints.returned_end {
            all.push(quote_spanned!(span=> unreachable_code));
        }
        let (lent, underscore) = self.carried();
        if lent {
            all.push(quote_spanned!(span=> clippy::significant_drop_tightening));
        }
        if underscore {
            all.push(quote_spanned!(span=> clippy::used_underscore_binding));
        }
        // A local that is initialised behind a suspension is declared there anew.
        if self.facts.late.iter().any(|late| !late.is_empty()) {
            all.push(quote_spanned!(span=> clippy::needless_late_init));
        }
        if all.is_empty() {
            return TokenStream::new();
        }
        quote_spanned!(span=> #[allow(#(#all),*)])
    }

    /// Tells whether a block is given what something was lent, and a local that the user named as unused.
    fn carried(&self) -> (bool, bool) {
        let fields = self.layout.blocks.iter().flat_map(|variant| &variant.fields);
        let params = self.params.iter().map(|(_, local)| *local);
        let (mut lent, mut underscore) = (false, false);
        for local in fields.map(|(local, _)| *local).chain(params) {
            let data = &self.locals[local];
            lent |= data.lent;
            underscore |= !data.hidden && self.locals.display(local).starts_with('_');
        }
        (lent, underscore)
    }
}

/// What the lints would find in the blocks' code.
#[derive(Default)]
pub struct Lints {
    redundant_else: bool,
    field_names: bool,
    /// Whether a local that the user named as unused is given what a suspension left, and nothing else.
    idle_underscore: bool,
    /// Whether a local becomes a mutable one of its name.
    same_name: bool,
    /// Whether a value is alone in the user's braces: what is returned, or what is left of a block.
    left_braces: bool,
    /// Whether such a value is a condition.
    left_condition: bool,
    /// Whether what is returned may be what never comes to its end.
    returned_end: bool,
    /// Whether a clone of what borrows from a local is assigned to it.
    assigned_clone: bool,
    /// Whether a loop goes over what is made to own what it goes over.
    owned_head: bool,
}

impl Lints {
    /// Reads a body.
    pub fn of(body: &Body, locals: &Locals) -> Self {
        let mut scan = Scan { locals, lints: Self::default(), clones: Vec::new() };
        for block in &body.blocks {
            for stmt in &block.code {
                scan.visit_stmt(stmt);
            }
        }
        let code = body.blocks.iter().flat_map(|block| &block.code);
        scan.lints.assigned_clone = clones::borrow(&scan.clones, code, locals);
        scan.lints
    }
}

struct Scan<'a> {
    locals: &'a Locals,
    lints: Lints,
    clones: Vec<clones::Pair>,
}

impl Visit<'_> for Scan<'_> {
    fn visit_expr_if(&mut self, expr: &syn::ExprIf) {
        // What was a value in the source is a statement here, of which clippy has more to say.
        if expr.else_branch.is_some() {
            self.lints.redundant_else |= leaves(&expr.then_branch);
        }
        self.lints.left_condition |= is_left(&expr.cond);
        visit::visit_expr_if(self, expr);
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        self.clones.extend(clones::assigned(expr, self.locals));
        visit::visit_expr_assign(self, expr);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        // Where braces stay that say when temporaries end, what stood in them in front may be in another block.
        self.lints.left_braces |= is_left(expr);
        visit::visit_expr(self, expr);
    }

    fn visit_expr_break(&mut self, jump: &syn::ExprBreak) {
        if let Some(Expr::Block(block)) = jump.expr.as_deref() {
            self.lints.left_braces |= block.label.is_none()
                && sole_value(&block.block.stmts[scopes(&block.block)..]).is_some();
        }
        if let Some(value @ (Expr::Call(_) | Expr::MethodCall(_) | Expr::Macro(_))) =
            jump.expr.as_deref()
        {
            self.lints.returned_end |= Ends::found(|ends| ends.visit_expr(value));
        }
        visit::visit_expr_break(self, jump);
    }

    fn visit_field_value(&mut self, field: &syn::FieldValue) {
        // An operand that is evaluated before a suspension is a local, which may have its field's name.
        if let (Expr::Path(path), syn::Member::Named(name), true) =
            (&field.expr, &field.member, field.colon_token.is_some())
        {
            let locals = self.locals;
            let local = locals.at_path(&path.path);
            let named =
                locals.get(name).map_or(name.to_string(), |local| locals.display(local).to_owned());
            self.lints.field_names |= local.is_some_and(|local| locals.display(local) == named);
        }
        visit::visit_field_value(self, field);
    }

    fn visit_local(&mut self, local: &syn::Local) {
        if let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) {
            let named = self.locals.get(&name.ident);
            let given = self.locals.of_expr(&init.expr);
            self.lints.same_name |= named.zip(given).is_some_and(|(named, given)| {
                self.locals[named].mutable
                    && self.locals.display(named) == self.locals.display(given)
            });
            self.lints.idle_underscore |= named
                .is_some_and(|local| self.locals.display(local).starts_with('_'))
                && self.is_idle(&init.expr);
            self.lints.owned_head |= matches!(&*init.expr, Expr::Call(call)
                if scan::is_into_iter(&call.func) && call.args.iter().any(is_made_to_own));
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_pat(&mut self, _: &syn::Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

impl Scan<'_> {
    /// Tells whether an expression does nothing but name locals of the macro's own.
    fn is_idle(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(_) => self.locals.of_expr(expr).is_some_and(|it| self.locals[it].hidden),
            Expr::Reference(expr) => self.is_idle(&expr.expr),
            Expr::Cast(expr) => self.is_idle(&expr.expr),
            Expr::Paren(expr) => self.is_idle(&expr.expr),
            Expr::Tuple(expr) => expr.elems.iter().any(|elem| self.is_idle(elem)),
            Expr::Array(expr) => expr.elems.iter().any(|elem| self.is_idle(elem)),
            _ => false,
        }
    }
}

/// Tells whether an expression is what is left of a block, alone in the user's braces.
fn is_left(expr: &Expr) -> bool {
    let Expr::Block(syn::ExprBlock { label: None, block, .. }) = expr else { return false };
    let scopes = scopes(block);
    scopes > 0 && sole_value(&block.stmts[scopes..]).is_some_and(|it| !temporaries::end_inside(it))
}

/// Counts the scopes that a block begins with, opened again.
fn scopes(block: &Block) -> usize {
    let is_scope = |stmt: &&Stmt| matches!(stmt, Stmt::Expr(it, _) if Marker::parse(it).is_some());
    block.stmts.iter().take_while(is_scope).count()
}

/// Returns the only thing that is left of a block, if the braces around it may be found unnecessary.
fn sole_value(stmts: &[Stmt]) -> Option<&Expr> {
    match stmts {
        [Stmt::Expr(value, None)] => Some(value).filter(|value| {
            !matches!(value, Expr::Block(_) | Expr::Lit(_) | Expr::Path(_))
                && !ast::is_unit_value(value)
        }),
        _ => None,
    }
}

/// Tells whether statements follow a macro that never comes to its end, as half-written code has them in its
/// middle: what only they mention is not unused.
pub fn holds_dead_code(stmts: &[Stmt]) -> bool {
    struct Dead(bool);
    impl Visit<'_> for Dead {
        fn visit_block(&mut self, block: &Block) {
            self.0 |= holds_dead_code(&block.stmts);
        }
        fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
        fn visit_pat(&mut self, _: &Pat) {}
        fn visit_type(&mut self, _: &syn::Type) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let ends = |stmt: &Stmt| {
        let mac = match stmt {
            Stmt::Macro(stmt) => &stmt.mac,
            Stmt::Expr(Expr::Macro(expr), _) => &expr.mac,
            _ => return false,
        };
        Kind::of(mac) == Some(Kind::Panic)
    };
    let Some((_, before)) = stmts.split_last() else { return false };
    before.iter().any(ends) || {
        let mut dead = Dead(false);
        for stmt in stmts {
            dead.visit_stmt(stmt);
        }
        dead.0
    }
}

/// Tells whether code calls what may never come to its end, as its name says: what the macro puts behind it is
/// nothing that the user wrote in vain.
pub fn may_end(stmts: &[Stmt]) -> bool {
    Ends::found(|ends| stmts.iter().for_each(|stmt| ends.visit_stmt(stmt)))
}

/// Finds such calls.
struct Ends(bool);

impl Ends {
    fn found(walk: impl FnOnce(&mut Self)) -> bool {
        let mut ends = Self(false);
        walk(&mut ends);
        ends.0
    }
}

impl Visit<'_> for Ends {
    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        self.0 |= matches!(&*call.func, Expr::Path(path) if is_final(&path.path));
        visit::visit_expr_call(self, call);
    }
    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        self.0 |= known::sounds_final(&call.method);
        visit::visit_expr_method_call(self, call);
    }
    fn visit_macro(&mut self, mac: &syn::Macro) {
        self.0 |= Kind::of(mac).is_none() && is_final(&mac.path);
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_pat(&mut self, _: &Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether a value is a copy that owns.
fn is_made_to_own(value: &Expr) -> bool {
    matches!(value, Expr::MethodCall(call) if ["to_vec", "to_owned"].iter().any(|it| call.method == it))
}

fn is_final(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| known::sounds_final(&last.ident))
}

/// Tells whether a block does not come to its end.
fn leaves(block: &Block) -> bool {
    let jumps = |expr: &Expr| match Marker::parse(expr) {
        Some(marker) => marker.leaves(),
        None => match expr {
            Expr::Block(inner) => leaves(&inner.block),
            expr => flow::diverges(expr),
        },
    };
    matches!(block.stmts.last(), Some(Stmt::Expr(last, _)) if jumps(last))
}

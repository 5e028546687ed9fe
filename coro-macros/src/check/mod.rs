//! Constructs that are refused.
//!
//! In: a resolved body. Out: nothing, or all errors at once. Invariant: what passes can be lowered;
//! each suspension stands in the coroutine's own control flow.

mod heads;
mod jumps;
pub mod macros;
mod nested;
mod recursion;
mod returned;
mod sizes;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Attribute, Block, Error, Expr, Item, Pat};

use crate::{
    diagnostics::Diagnostics,
    known,
    resolve::names::{Labels, Locals},
    scan,
    source::Source,
    temporaries,
    visit::{self, Visit},
};

/// Refuses what cannot be a coroutine's body.
pub fn check(
    body: &Block,
    source: &Source,
    locals: &Locals,
    labels: &Labels,
    diagnostics: &mut Diagnostics,
) {
    jumps::check(body, labels, diagnostics);
    recursion::check(body, source, diagnostics);
    returned::check(body, source, diagnostics);
    let mut check = Check { source, locals, diagnostics, inside: Vec::new(), suspends: None };
    check.visit_block(body);
}

/// Something that a suspension cannot stand in.
#[derive(Clone, Copy)]
enum Inside {
    Closure,
    Async,
    Const,
    Guard,
    Macro,
    Pattern,
}

struct Check<'a> {
    source: &'a Source,
    locals: &'a Locals,
    diagnostics: &'a mut Diagnostics,
    inside: Vec<Inside>,
    /// Whether the outermost expression around suspends.
    suspends: Option<bool>,
}

impl Check<'_> {
    /// Refuses the suspension `name` at `span`, if it stands in something.
    fn suspension(&mut self, span: Span, name: &str) {
        let place = match self.inside.last() {
            None => return,
            Some(Inside::Closure) => {
                "a closure\nhelp: write a loop instead, or make the closure's body a coroutine and `yield_from!` it\nnote: a closure is called by somebody else, who does not suspend"
            }
            Some(Inside::Async) => {
                "an `async` block\nhelp: yield outside of it; a driver can await what the coroutine yields\nnote: the block suspends whoever awaits it, not the coroutine"
            }
            Some(Inside::Const) => {
                "a constant\nhelp: yield before it, and use the value\nnote: a constant is computed at compile time"
            }
            Some(Inside::Guard) => {
                "the guard of a match arm\nhelp: compute the condition before the `match`, or test it with an `if` inside the arm\nnote: a guard may run several times for one match"
            }
            Some(Inside::Macro) => {
                "a macro that `#[coroutine]` cannot look into\nhelp: yield first, `let value = yield_!(…);`, and pass the value to the macro\nnote: the macro may evaluate its argument several times or never"
            }
            Some(Inside::Pattern) => {
                "a pattern\nhelp: yield before the `match`, `let value = yield_!(…);`, and compare in a guard, `n if n == value`"
            }
        };
        self.diagnostics.error(span, format!("{} inside {place}", written(span, name)));
    }

    fn within(&mut self, inside: Inside, f: impl FnOnce(&mut Self)) {
        self.inside.push(inside);
        f(self);
        self.inside.pop();
    }

    /// Looks for suspensions in tokens that are not parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut previous: Option<proc_macro2::Ident> = None;
        for token in tokens {
            match &token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) if ident == "yield" => {
                    self.suspension(ident.span(), "yield");
                }
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    if let Some(name) = &previous {
                        if known::suspends(name) {
                            self.suspension(name.span(), &name.to_string());
                        }
                    }
                }
                _ => {}
            }
            previous = match token {
                TokenTree::Ident(ident) => Some(ident),
                _ => None,
            };
        }
    }
}

impl Visit<'_> for Check<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let around = self.suspends;
        self.suspends = around.or_else(|| Some(scan::needs_lowering(expr)));
        visit::visit_expr(self, expr);
        self.suspends = around;
    }

    fn visit_attribute(&mut self, attr: &Attribute) {
        // Those that can take code away are gone; where nothing suspends, rustc sees the others.
        let is_cfg = attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr");
        if is_cfg && self.suspends == Some(true) {
            self.diagnostics.push(Error::new_spanned(
                attr,
                "`#[cfg]` on a part of an expression that suspends\nhelp: put it on a whole statement, on a block, or on an element of a list\nnote: rustc takes away no other expressions",
            ));
        }
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        sizes::check(stmt, self.locals, self.diagnostics);
        visit::visit_local(self, stmt);
    }

    fn visit_expr_yield(&mut self, expr: &syn::ExprYield) {
        self.suspension(expr.yield_token.span, "yield_");
        visit::visit_expr_yield(self, expr);
    }

    fn visit_expr_call(&mut self, expr: &syn::ExprCall) {
        if let Expr::Path(function) = &*expr.func {
            if let Some(name) = function.path.get_ident() {
                if known::suspends(name) {
                    self.diagnostics.error(
                        name.span(),
                        format!("`{name}` is a macro\nhelp: write `{name}!(…)`"),
                    );
                }
            }
        }
        visit::visit_expr_call(self, expr);
    }

    fn visit_expr_closure(&mut self, expr: &syn::ExprClosure) {
        self.within(Inside::Closure, |this| this.visit_expr(&expr.body));
    }

    fn visit_expr_async(&mut self, expr: &syn::ExprAsync) {
        self.within(Inside::Async, |this| this.visit_block(&expr.block));
    }

    fn visit_expr_const(&mut self, expr: &syn::ExprConst) {
        self.within(Inside::Const, |this| this.visit_block(&expr.block));
    }

    fn visit_expr_repeat(&mut self, expr: &syn::ExprRepeat) {
        self.visit_expr(&expr.expr);
        self.within(Inside::Const, |this| this.visit_expr(&expr.len));
    }

    fn visit_type(&mut self, ty: &syn::Type) {
        self.within(Inside::Const, |this| visit::visit_type(this, ty));
    }

    fn visit_generic_argument(&mut self, argument: &syn::GenericArgument) {
        self.within(Inside::Const, |this| visit::visit_generic_argument(this, argument));
    }

    fn visit_expr_await(&mut self, expr: &syn::ExprAwait) {
        if self.inside.is_empty() {
            self.diagnostics.error(
                expr.await_token.span,
                "`.await` in a coroutine\nhelp: yield the request, and let the driver await it\nnote: a coroutine runs between its yields without a runtime",
            );
        }
        visit::visit_expr_await(self, expr);
    }

    fn visit_expr_try(&mut self, expr: &syn::ExprTry) {
        let returns = &self.source.returns;
        if self.inside.is_empty() && returns.ret_is_unit() && !returns.yields_errors() {
            let help = if returns.iterator {
                "yield `Result`s (`Item = Result<T, E>`), of which the `?` yields the error, or return `impl Resume<(), T, Return = Result<(), E>>`"
            } else {
                "return a `Result` or an `Option`, `Return = Result<(), E>`, and end the body with `Ok(())`"
            };
            self.diagnostics.error(
                expr.question_token.span,
                format!("`?` in a coroutine that returns nothing\nhelp: {help}\nnote: what `?` returns early has nowhere to go"),
            );
        }
        visit::visit_expr_try(self, expr);
    }

    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        if self.inside.is_empty() && scan::block_needs_lowering(&expr.body) {
            if let Some(part) = refutable(&expr.pat) {
                self.diagnostics.error(
                    part,
                    "a pattern of a `for` that does not match every item\nhelp: match the items inside the loop, `let Some(x) = item else { continue };`",
                );
            }
        }
        if let Some(message) = heads::refused(&expr.expr, self.locals) {
            self.diagnostics.push(Error::new_spanned(&expr.expr, message));
        }
        visit::visit_expr_for_loop(self, expr);
    }

    fn visit_arm(&mut self, arm: &syn::Arm) {
        if let Pat::Guard(guarded) = &arm.pat {
            if let Some(kept) = temporaries::kept_by_guard(&guarded.guard) {
                if scan::needs_lowering(&arm.body) {
                    self.diagnostics.error(
                        kept.let_token.span,
                        "a value that an `if let` guard keeps in an arm that suspends\nhelp: match it by an `if let` inside the arm\nnote: what is left of it, and its temporaries, live to the end of the arm",
                    );
                }
            }
        }
        visit::visit_arm(self, arm);
    }

    fn visit_pat_guard(&mut self, pat: &syn::PatGuard) {
        self.visit_pat(&pat.pat);
        self.within(Inside::Guard, |this| this.visit_expr(&pat.guard));
    }

    fn visit_pat(&mut self, pat: &Pat) {
        if matches!(pat, Pat::Macro(_)) {
            self.within(Inside::Pattern, |this| visit::visit_pat(this, pat));
        } else {
            visit::visit_pat(self, pat);
        }
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        let Some(name) = mac.path.segments.last().map(|segment| &segment.ident) else { return };
        if known::suspends(name) {
            self.suspension(name.span(), &name.to_string());
            if known::may_hold_control(mac.tokens.clone()) {
                for operand in known::operands(mac).into_iter().flatten() {
                    self.visit_expr(&operand);
                }
            }
            return;
        }
        if name == "coroutines" {
            return;
        }
        if !known::may_hold_control(mac.tokens.clone()) {
            return;
        }
        match known::parse(mac) {
            Some(known) => {
                for arg in &known.args {
                    self.visit_expr(&arg.expr);
                }
                if let Some(pattern) = &known.pattern {
                    self.visit_pat(pattern);
                }
            }
            None => self.within(Inside::Macro, |this| this.tokens(mac.tokens.clone())),
        }
    }

    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        if scan::is_compound_assignment(&expr.op)
            && scan::needs_lowering(&expr.right)
            && (!is_simple_place(&expr.left) || assigns_an_index_of(&expr.left, &expr.right))
        {
            self.diagnostics.push(Error::new_spanned(
                &expr.left,
                "a compound assignment that suspends needs a simple place on its left\nhelp: compute the value first: `let value = yield_!(…);`, then assign\nnote: whether the place or the value is evaluated first depends on their types",
            ));
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
        let destructures = matches!(
            &*expr.left,
            Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) | Expr::Call(_)
        );
        if destructures && scan::needs_lowering(&expr.left) {
            self.diagnostics.push(Error::new_spanned(
                &expr.left,
                "a destructuring assignment cannot suspend on its left side\nhelp: compute the indices first: `let index = yield_!(…);`, then assign",
            ));
        }
        visit::visit_expr_assign(self, expr);
    }

    fn visit_item(&mut self, item: &Item) {
        nested::check(item, self.diagnostics);
    }
}

/// Quotes a suspension as it was written: `yield` and `yield_!` are one expression.
fn written(span: Span, name: &str) -> String {
    let name = match span.source_text() {
        Some(text) if text == "yield" => text,
        _ => name.to_owned(),
    };
    if name == "yield" { "`yield`".to_owned() } else { format!("`{name}!`") }
}

/// Tells whether a place has no operands that do anything: names, fields, and literal or named
/// indices.
fn is_simple_place(expr: &Expr) -> bool {
    match expr {
        Expr::Index(index) => is_simple_place(&index.expr) && does_nothing(&index.index),
        Expr::Field(field) => is_simple_place(&field.base),
        Expr::Unary(unary) => {
            matches!(unary.op, syn::UnOp::Deref(_)) && is_simple_place(&unary.expr)
        }
        Expr::Paren(paren) => is_simple_place(&paren.expr),
        Expr::Path(_) => true,
        _ => false,
    }
}

/// Tells whether computing an index does nothing but compute: literals, names, operators.
fn does_nothing(index: &Expr) -> bool {
    match index {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Binary(expr) => {
            !scan::is_compound_assignment(&expr.op)
                && does_nothing(&expr.left)
                && does_nothing(&expr.right)
        }
        Expr::Unary(expr) => does_nothing(&expr.expr),
        Expr::Cast(expr) => does_nothing(&expr.expr),
        Expr::Paren(expr) => does_nothing(&expr.expr),
        Expr::Field(expr) => does_nothing(&expr.base),
        _ => false,
    }
}

/// Tells whether the right side assigns to a name that an index on the left is computed from.
fn assigns_an_index_of(left: &Expr, right: &Expr) -> bool {
    struct Names(Vec<String>);
    impl Visit<'_> for Names {
        fn visit_expr_path(&mut self, path: &syn::ExprPath) {
            self.0.extend(path.path.get_ident().map(ToString::to_string));
        }
    }
    struct Indices(Names);
    impl Visit<'_> for Indices {
        fn visit_expr_index(&mut self, expr: &syn::ExprIndex) {
            self.0.visit_expr(&expr.index);
            self.visit_expr(&expr.expr);
        }
    }
    struct Assigned<'a>(&'a [String], bool);
    impl Assigned<'_> {
        fn place(&mut self, expr: &Expr) {
            let mut names = Names(Vec::new());
            names.visit_expr(expr);
            self.1 |= names.0.iter().any(|name| self.0.contains(name));
        }
    }
    impl Visit<'_> for Assigned<'_> {
        fn visit_expr_assign(&mut self, expr: &syn::ExprAssign) {
            self.place(&expr.left);
            visit::visit_expr_assign(self, expr);
        }
        fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
            if scan::is_compound_assignment(&expr.op) {
                self.place(&expr.left);
            }
            visit::visit_expr_binary(self, expr);
        }
        fn visit_expr_reference(&mut self, expr: &syn::ExprReference) {
            if expr.mutability.is_some() {
                self.place(&expr.expr);
            }
            visit::visit_expr_reference(self, expr);
        }
    }
    let mut indices = Indices(Names(Vec::new()));
    indices.visit_expr(left);
    let mut assigned = Assigned(&indices.0.0, false);
    assigned.visit_expr(right);
    assigned.1
}

/// Finds a part of a pattern that surely does not match every value: a variant of `Option`, or a literal.
pub fn refutable(pat: &Pat) -> Option<Span> {
    struct Refutable(Option<Span>);
    impl Visit<'_> for Refutable {
        fn visit_pat_tuple_struct(&mut self, pat: &syn::PatTupleStruct) {
            match pat.path.segments.last() {
                Some(last) if last.ident == "Some" => self.0 = self.0.or(Some(last.ident.span())),
                _ => visit::visit_pat_tuple_struct(self, pat),
            }
        }
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            if pat.ident == "None" {
                self.0 = self.0.or(Some(pat.ident.span()));
            }
        }
        fn visit_expr_lit(&mut self, literal: &syn::ExprLit) {
            self.0 = self.0.or(Some(literal.lit.span()));
        }
        fn visit_macro(&mut self, _: &syn::Macro) {}
    }
    let mut scan = Refutable(None);
    scan.visit_pat(pat);
    scan.0
}

//! Coroutines that hold themselves.
//!
//! In: a resolved body. Out: an error for each `yield_from!` of a call to the function itself, or of a local that is
//! nothing else, and for each `for` over one that suspends, if its value is not boxed: the state would hold itself, and
//! rustc says no more of it than that it "cannot resolve" the type.

use syn::{Expr, Ident, Item, Pat, Stmt, spanned::Spanned};

use crate::{
    diagnostics::Diagnostics,
    known, scan,
    source::Source,
    visit::{self, Visit},
};

/// Refuses direct recursion without a box.
pub fn check(body: &syn::Block, source: &Source, diagnostics: &mut Diagnostics) {
    if source.returns.boxed.is_some() || source.params.iter().any(|param| param.ident == "self") {
        return;
    }
    let kind = if source.returns.iterator { "Iterator<Item = T>" } else { "Resume<In, Out, …>" };
    let name = &source.sig.ident;
    let mut recursion = Recursion { name, kind, shadowed: false, locals: Vec::new(), diagnostics };
    recursion.visit_block(body);
}

struct Recursion<'a> {
    name: &'a Ident,
    kind: &'a str,
    /// Whether the body has an item of that name.
    shadowed: bool,
    /// Locals that are given what a call to the function itself returns.
    locals: Vec<Ident>,
    diagnostics: &'a mut Diagnostics,
}

impl Recursion<'_> {
    fn calls_itself(&self, operand: &Expr) -> bool {
        match operand {
            Expr::Call(call) => {
                matches!(&*call.func, Expr::Path(path) if path.path.is_ident(self.name))
            }
            Expr::Paren(paren) => self.calls_itself(&paren.expr),
            Expr::Path(path) => {
                path.path.get_ident().is_some_and(|name| self.locals.contains(name))
            }
            _ => false,
        }
    }

    /// Refuses what the state holds: `down(n)`, `Box::new(down(n))`.
    fn held(&mut self, operand: &Expr) {
        let inside = match operand {
            Expr::Call(call) if scan::makes_box(&call.func) => call.args.first(),
            _ => None,
        };
        let operand = inside.unwrap_or(operand);
        if self.shadowed || !self.calls_itself(operand) {
            return;
        }
        self.diagnostics.error(
            operand.span(),
            format!(
                "a coroutine that holds itself\nhelp: return a box, `-> Box<dyn {}>`\nnote: what is delegated to is part of the state, which has a finite size",
                self.kind,
            ),
        );
    }
}

impl Visit<'_> for Recursion<'_> {
    fn visit_block(&mut self, block: &syn::Block) {
        self.shadowed |= block.stmts.iter().any(|stmt| match stmt {
            Stmt::Item(Item::Fn(function)) => function.sig.ident == *self.name,
            Stmt::Item(Item::Use(_) | Item::Macro(_)) => true,
            _ => false,
        });
        visit::visit_block(self, block);
    }

    fn visit_local(&mut self, stmt: &syn::Local) {
        visit::visit_local(self, stmt);
        if let (Pat::Ident(pat), Some(init)) = (&stmt.pat, &stmt.init) {
            if self.calls_itself(&init.expr) {
                self.locals.push(pat.ident.clone());
            }
        }
    }

    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        if scan::block_needs_lowering(&expr.body) {
            self.held(&expr.expr);
        }
        visit::visit_expr_for_loop(self, expr);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        if known::is_delegation(mac) {
            let operands = known::operands(mac).unwrap_or_default();
            if let Some(operand) = operands.first() {
                self.held(operand);
            }
            operands.iter().for_each(|operand| self.visit_expr(operand));
            return;
        }
        for arg in known::parse(mac).into_iter().flat_map(|known| known.args) {
            self.visit_expr(&arg.expr);
        }
    }

    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_item(&mut self, _: &Item) {}
}

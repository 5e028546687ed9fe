//! Values that a generator would return.
//!
//! In: the body of a coroutine that is an iterator. Out: an error for each `return` of a value that surely is no `()`, and
//! for such a value at the body's end: an item is yielded, and the end needs no `None`.

use quote::ToTokens;
use syn::{Block, Expr, Stmt, spanned::Spanned};

use crate::{
    diagnostics::Diagnostics,
    source::Source,
    visit::{self, Visit},
};

/// Refuses such values.
pub fn check(body: &Block, source: &Source, diagnostics: &mut Diagnostics) {
    if !source.returns.iterator {
        return;
    }
    let mut returned = Returned { diagnostics };
    returned.visit_block(body);
    if let Some(Stmt::Expr(tail, None)) = body.stmts.last() {
        returned.value(tail, false);
    }
}

struct Returned<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl Returned<'_> {
    fn value(&mut self, value: &Expr, is_return: bool) {
        let end = if is_return { "; return;" } else { ";" };
        let help = match value {
            Expr::Paren(paren) => return self.value(&paren.expr, is_return),
            Expr::Path(path) if path.path.is_ident("None") && is_return => {
                "write `return;`".to_owned()
            }
            Expr::Path(path) if path.path.is_ident("None") => "leave it out".to_owned(),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) if path.path.is_ident("Some") => {
                    format!("yield what it holds, `yield_!(…){end}`")
                }
                Expr::Path(path) if ["Ok", "Err"].iter().any(|it| path.path.is_ident(it)) => {
                    let name = path.path.to_token_stream();
                    format!("yield it, `yield_!({name}(…)){end}`, if the items are results")
                }
                _ => return,
            },
            Expr::Lit(_) => format!("yield it, `yield_!(…){end}`"),
            _ => return,
        };
        self.diagnostics.error(
            value.span(),
            format!("an iterator returns nothing\nhelp: {help}\nnote: it gives its items by `yield_!`, and ends where the function does"),
        );
    }
}

impl Visit<'_> for Returned<'_> {
    fn visit_expr_return(&mut self, expr: &syn::ExprReturn) {
        visit::visit_expr_return(self, expr);
        if let Some(value) = &expr.expr {
            self.value(value, true);
        }
    }
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &syn::ExprAsync) {}
    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_macro(&mut self, _: &syn::Macro) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

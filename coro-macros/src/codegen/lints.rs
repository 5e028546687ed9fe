//! What lints have to be told.
//!
//! In: the lowered body. Out: an `#[allow(…)]` of the lints that would take the macro's code for the
//! user's, and of no other: what rustc and clippy have to say of the user's code, they say.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{
    Block, Expr, Stmt,
    visit::{self, Visit},
};

use super::Emitter;
use crate::{flow, ir::Marker};

impl Emitter<'_> {
    /// Prints the attribute that allows what the function's code needs.
    pub fn allowed(&self) -> TokenStream {
        let mut lints = Lints { emitter: self, redundant_else: false, field_names: false };
        for block in &self.body.blocks {
            for stmt in &block.code {
                lints.visit_stmt(stmt);
            }
        }
        let span = self.names.span;
        let mut all = Vec::new();
        if lints.redundant_else {
            all.push(quote_spanned!(span=> clippy::redundant_else));
        }
        if lints.field_names {
            all.push(quote_spanned!(span=> clippy::redundant_field_names));
        }
        if self.carries_underscore() {
            all.push(quote_spanned!(span=> clippy::used_underscore_binding));
        }
        if all.is_empty() {
            return TokenStream::new();
        }
        quote_spanned!(span=> #[allow(#(#all),*)])
    }

    /// Tells whether a local that the user named as unused is carried all the same.
    fn carries_underscore(&self) -> bool {
        let fields = self.layout.blocks.iter().flat_map(|variant| &variant.fields);
        let params = self.params.iter().map(|(_, local)| *local);
        fields.map(|(local, _)| *local).chain(params).any(|local| {
            let data = &self.locals[local];
            !data.hidden && data.name.to_string().starts_with('_')
        })
    }
}

struct Lints<'a> {
    emitter: &'a Emitter<'a>,
    redundant_else: bool,
    field_names: bool,
}

impl Visit<'_> for Lints<'_> {
    fn visit_expr_if(&mut self, expr: &syn::ExprIf) {
        // What was a value in the source is a statement here, of which clippy has more to say.
        if expr.else_branch.is_some() {
            self.redundant_else |= leaves(&expr.then_branch);
        }
        visit::visit_expr_if(self, expr);
    }

    fn visit_field_value(&mut self, field: &syn::FieldValue) {
        // An operand that is evaluated before a suspension is a local, which may have its field's name.
        if let (Expr::Path(path), syn::Member::Named(name), true) =
            (&field.expr, &field.member, field.colon_token.is_some())
        {
            let locals = self.emitter.locals;
            let local = path.path.get_ident().and_then(|ident| locals.get(ident));
            let named =
                locals.get(name).map_or(name.to_string(), |local| locals.display(local).to_owned());
            self.field_names |= local.is_some_and(|local| locals.display(local) == named);
        }
        visit::visit_field_value(self, field);
    }

    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_item(&mut self, _: &syn::Item) {}
}

/// Tells whether a block does not come to its end.
fn leaves(block: &Block) -> bool {
    let jumps = |expr: &Expr| match Marker::parse(expr) {
        Some(Marker::Suspend(_) | Marker::Goto(..)) => true,
        Some(_) => false,
        None => match expr {
            Expr::Block(inner) => leaves(&inner.block),
            expr => flow::diverges(expr),
        },
    };
    matches!(block.stmts.last(), Some(Stmt::Expr(last, _)) if jumps(last))
}

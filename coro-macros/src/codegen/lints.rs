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
use crate::{
    flow,
    ir::{Body, Marker},
    resolve::names::Locals,
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
        if self.carries_underscore() {
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

    /// Tells whether a local that the user named as unused is carried all the same.
    fn carries_underscore(&self) -> bool {
        let fields = self.layout.blocks.iter().flat_map(|variant| &variant.fields);
        let params = self.params.iter().map(|(_, local)| *local);
        fields.map(|(local, _)| *local).chain(params).any(|local| {
            let data = &self.locals[local];
            !data.hidden && self.locals.display(local).starts_with('_')
        })
    }
}

/// What the lints would find in the blocks' code.
#[derive(Default)]
pub struct Lints {
    redundant_else: bool,
    field_names: bool,
}

impl Lints {
    /// Reads a body.
    pub fn of(body: &Body, locals: &Locals) -> Self {
        let mut scan = Scan { locals, lints: Self::default() };
        for block in &body.blocks {
            for stmt in &block.code {
                scan.visit_stmt(stmt);
            }
        }
        scan.lints
    }
}

struct Scan<'a> {
    locals: &'a Locals,
    lints: Lints,
}

impl Visit<'_> for Scan<'_> {
    fn visit_expr_if(&mut self, expr: &syn::ExprIf) {
        // What was a value in the source is a statement here, of which clippy has more to say.
        if expr.else_branch.is_some() {
            self.lints.redundant_else |= leaves(&expr.then_branch);
        }
        visit::visit_expr_if(self, expr);
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

    fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
    fn visit_pat(&mut self, _: &syn::Pat) {}
    fn visit_type(&mut self, _: &syn::Type) {}
    fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
    fn visit_item(&mut self, _: &syn::Item) {}
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

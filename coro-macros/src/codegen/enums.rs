//! The two enums.
//!
//! In: the layout. Out: `State`, what is stored between resumes, and `Block`, where control can be
//! during one, each generic over the types of its fields, so that those are inferred.

use proc_macro2::{Delimiter, Group, Ident, Span};
use quote::quote_spanned;

use super::{
    Emitter,
    print::{Tokens, braces, respanned},
    suspend_variant,
};
use crate::{analysis::Form, ir::BlockId, layout::Field, returns};

impl Emitter<'_> {
    /// Prints an enum whose variants are generic over each kind of field in them.
    fn enumeration(
        &self,
        name: &Ident,
        fields: impl Iterator<Item = Field>,
        variants: impl Fn(&mut Tokens),
        tokens: &mut Tokens,
    ) {
        let span = self.names.span;
        let mut seen = vec![false; self.layout.names.len()];
        let mut params = Vec::new();
        for field in fields {
            let param = self.layout.param(field);
            if !std::mem::replace(&mut seen[param], true) {
                // What a derive says of a parameter is shown at the local.
                let name = &self.layout.names[param];
                params.push(respanned(
                    name,
                    name.span().located_at(self.locals[field.0].name.span()),
                ));
            }
        }
        tokens.push(Ident::new("enum", span));
        tokens.ident(name);
        let generated = Span::call_site();
        for (index, param) in params.iter().enumerate() {
            tokens.punct(if index == 0 { b"<" } else { b"," }, generated);
            tokens.push(param.clone());
        }
        if !params.is_empty() {
            tokens.punct(b">", generated);
        }
        let mut inside = Tokens::default();
        variants(&mut inside);
        tokens.push(inside.group(Delimiter::Brace, span));
    }

    /// Prints a variant of an enum.
    fn variant(
        &self,
        doc: &str,
        name: &Ident,
        fields: impl Iterator<Item = Field>,
        tokens: &mut Tokens,
    ) {
        let span = self.names.span;
        tokens.doc(doc, span);
        tokens.ident(name);
        tokens.maybe(self.field_decls(fields));
        tokens.punct(b",", span);
    }

    pub(super) fn state_enum(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        let plain = |name: &str, doc: &str, tokens: &mut Tokens| {
            self.variant(doc, &Ident::new(name, span), std::iter::empty(), tokens);
        };
        let variants = |tokens: &mut Tokens| {
            let unresumed = Ident::new("Unresumed", span);
            let doc = "Not resumed yet: the parameters.";
            self.variant(doc, &unresumed, self.start_fields(), tokens);
            for (id, block) in self.suspended() {
                let doc = &self.body.suspends[id].description;
                let fields = self.layout.blocks[block.0].fields.iter().rev().copied();
                self.variant(doc, &suspend_variant(id, span), fields, tokens);
            }
            plain("Returned", "Ran to its end.", tokens);
            plain("Panicked", "Panicked while it ran.", tokens);
        };
        tokens.doc("What is stored between resumes.", span);
        let derives = returns::derive_paths(&self.source.returns.derives);
        if !derives.is_empty() {
            tokens.stream(&quote_spanned!(span=> #[derive(#(#derives),*)]));
        }
        let saved =
            self.suspended().flat_map(|(_, block)| self.layout.blocks[block.0].fields.iter());
        let fields = self.start_fields().chain(saved.copied());
        self.enumeration(&self.names.state_enum, fields, variants, tokens);
    }

    fn field_decls(&self, fields: impl Iterator<Item = Field>) -> Option<Group> {
        braces(Span::call_site(), fields, |field, tokens| {
            tokens.ident(self.field_name(field.0));
            tokens.punct(b":", Span::call_site());
            let param = &self.layout.names[self.layout.param(field)];
            if field.1 == Form::Flagged {
                let span = self.names.span;
                tokens.stream(&quote_spanned!(span=> ::core::option::Option<#param>));
            } else {
                tokens.ident(param);
            }
        })
    }

    pub(super) fn block_enum(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        let kept = || {
            let blocks = self.layout.blocks.iter().enumerate();
            blocks
                .filter(|(index, _)| self.threading.is_kept(BlockId(*index)))
                .map(|(_, variant)| variant)
        };
        let variants = |tokens: &mut Tokens| {
            for variant in kept() {
                let name = Ident::new(&variant.name, span);
                self.variant(&variant.doc, &name, variant.passed().rev(), tokens);
            }
        };
        tokens.doc("Where control can be while it runs.", span);
        let all = kept().flat_map(|variant| variant.fields.iter().copied().chain(variant.input()));
        self.enumeration(&self.names.block_enum, all, variants, tokens);
    }
}

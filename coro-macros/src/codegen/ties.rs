//! Ties between the types of a local that several blocks declare.
//!
//! In: where a local is tied. Out: a variable of no size that stands for the local's type, and
//! statements that do nothing but let rustc infer one type for both.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::Stmt;

use super::Emitter;
use crate::{
    analysis::LocalSet,
    ir::{BlockId, Exit},
    resolve::names::Local,
};

impl Emitter<'_> {
    /// Declares the types.
    pub fn types(&self) -> Option<TokenStream> {
        let span = self.names.span;
        let types = self.facts.ties.locals.iter().map(|local| {
            let name = self.type_name(*local);
            quote_spanned!(span=> let #name = ::core::marker::PhantomData;)
        });
        (!self.facts.ties.locals.is_empty()).then(|| types.collect())
    }

    /// Ties locals where control leaves a block.
    pub(super) fn exit_ties(
        &self,
        exit: Exit,
        at: Span,
        mentioned: &mut LocalSet,
    ) -> Option<TokenStream> {
        let ties = &self.facts.ties;
        if ties.locals.is_empty() {
            return None;
        }
        for local in ties.at(exit) {
            mentioned.insert(local);
        }
        let span = self.names.span.located_at(at);
        let krate = self.krate.at(span);
        let with_value = ties.with_value.get(&exit).into_iter().flatten().map(|local| {
            let (value, name) = (self.shown(*local), self.type_name(*local));
            quote_spanned!(span=> #krate::__private::same_type(&#value, #name);)
        });
        let without_value = ties.without_value.get(&exit).into_iter().flatten();
        let without_value = without_value.map(|local| self.tie(*local, at));
        let ties: TokenStream = with_value.chain(without_value).collect();
        (!ties.is_empty()).then_some(ties)
    }

    /// Ties a local that a block declares without a value.
    pub fn declared_tie(&self, block: BlockId, local: Local) -> Option<Stmt> {
        let declared = self.facts.ties.declared.get(&block)?;
        let at = self.locals[local].name.span();
        declared
            .contains(&local)
            .then(|| syn::parse2(self.tie(local, at)).expect("generated syntax is valid"))
    }

    fn tie(&self, local: Local, at: Span) -> TokenStream {
        let (value, name) = (self.shown(local), self.type_name(local));
        let span = self.names.span.located_at(at);
        let krate = self.krate.at(span);
        quote_spanned!(span=> #krate::__same_type!(#value, #name);)
    }

    /// The variable that stands for a local's type.
    fn type_name(&self, local: Local) -> Ident {
        let display = self.locals.display(local);
        let name = display.trim_start_matches("r#").trim_start_matches('_');
        let same_name = |other: &&Local| **other < local && self.locals.display(**other) == display;
        let number = match self.facts.ties.locals.iter().filter(same_name).count() {
            0 => String::new(),
            earlier => format!("_{}", earlier + 1),
        };
        Ident::new(&format!("type_of_{name}{number}"), self.names.span)
    }
}

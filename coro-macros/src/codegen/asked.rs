//! Borrows of which the types decide whether they can be stored.
//!
//! In: a field that an exit gives such a borrow. Out: its value, in a macro that asks for the type of what lends it, at
//! the place where that is named.

use proc_macro2::{Ident, Span};
use quote::ToTokens;

use super::{Emitter, given::Value, print::Tokens};
use crate::{
    analysis::{Form, LocalSet},
    borrowed::Asked,
    ir::Exit,
    resolve::names::Local,
};

impl Emitter<'_> {
    /// Finds what is asked of a local that an exit stores, which borrows from another.
    pub(super) fn asked(&self, exit: Exit, local: Local) -> Option<&Asked> {
        if self.asked.is_empty() {
            return None;
        }
        let (block, at_hand) = (self.facts.sources.get(&exit)?, self.facts.exits.get(&exit)?);
        let has = |local: Local| at_hand.get(local) == Some(Form::Value);
        let of = |asked: &&Asked| asked.borrower == local && asked.block == *block;
        self.asked.iter().find(of).filter(|asked| has(local) && has(asked.lender))
    }

    /// Prints the field of such a local.
    pub(super) fn asked_field(
        &self,
        asked: &Asked,
        given: Option<&Value>,
        at: Span,
        mentioned: &mut LocalSet,
        tokens: &mut Tokens,
    ) {
        let span = self.names.span.located_at(asked.span);
        let mut inside = Tokens::default();
        match given {
            Some(Value::Written(value)) => inside.stream(value),
            Some(Value::Name(value, at)) => {
                mentioned.insert(*value);
                inside.push(self.shown_at(*value, *at));
            }
            None => {
                mentioned.insert(asked.borrower);
                inside.push(self.shown_at(asked.borrower, at));
            }
        }
        mentioned.insert(asked.lender);
        inside.punct(b",", span);
        inside.push(Ident::new(asked.what, span));
        inside.push(self.shown_at(asked.lender, asked.span));
        for field in &asked.fields {
            inside.punct(b".", span);
            inside.stream(&field.to_token_stream());
        }
        tokens.ident(self.field_name(asked.borrower));
        tokens.punct(b":", span);
        self.macro_call("__stored", inside, span, tokens);
    }
}

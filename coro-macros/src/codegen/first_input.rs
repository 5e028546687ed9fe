//! The type of the first resume argument.
//!
//! In: the type written on the `#[resume]` parameter, and the input type of the return type. Out:
//! where they are not written alike, a statement that only compiles if they are the same type; its
//! error stands at the parameter's type.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{Lifetime, Type, spanned::Spanned};

use super::Emitter;
use crate::visit_mut::{self, VisitMut};

impl Emitter<'_> {
    /// Checks the type of the `#[resume]` parameter.
    pub fn first_input_check(&self) -> Option<TokenStream> {
        let written = self.source.first_input.as_ref()?.ty.as_ref()?;
        let input = &self.source.returns.input;
        if without_lifetimes(written) == without_lifetimes(input) {
            return None;
        }
        let (written, input) = (self.type_argument(written), self.type_argument(input));
        // The user's own spans: rustc is to see the user's types, and nothing of the macro.
        let (start, expected) = (written.span(), input.span());
        let last = written.to_token_stream().into_iter().last();
        let end = last.map_or(start, |last| last.span());
        let (make, of) = (self.krate.written_at(start), self.krate.written_at(expected));
        let call = quote_spanned!(end=> ());
        let value = quote_spanned!(start=> #make::__private::input::<#written> #call);
        let ty = quote_spanned!(expected=> #of::__private::Input<#input>);
        Some(quote_spanned!(self.names.span=> let _: #ty = #value;))
    }
}

/// Prints a type without its lifetimes: they are checked where the argument is used.
fn without_lifetimes(ty: &Type) -> String {
    struct Strip;
    impl VisitMut for Strip {
        fn visit_type_reference_mut(&mut self, ty: &mut syn::TypeReference) {
            ty.lifetime = None;
            visit_mut::visit_type_reference_mut(self, ty);
        }
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            *lifetime = Lifetime::new("'_", Span::call_site());
        }
        fn visit_type_mut(&mut self, ty: &mut Type) {
            *ty = crate::returns::ungroup(ty).clone();
            visit_mut::visit_type_mut(self, ty);
        }
    }
    let mut ty = ty.clone();
    Strip.visit_type_mut(&mut ty);
    ty.to_token_stream().to_string()
}

//! What is emitted for a function that the macro refuses.
//!
//! In: the function and the errors. Out: the errors, and the function with its signature, so that
//! its callers are not in error too and an editor keeps the item. The errors stand where the
//! function's value would, which rustc takes for a value of any type.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Attribute, Error, FnArg, Signature, Visibility};

use crate::{
    elision,
    source::{ident_pat, is_coroutine, is_resume, is_unsized, plain_ident},
};

/// Prints a function that is declared and holds the errors.
pub fn stub(attrs: &[Attribute], vis: &Visibility, sig: &Signature, error: &Error) -> TokenStream {
    let errors = error.to_compile_error();
    let mut sig = sig.clone();
    sig.asyncness = None;
    sig.constness = None;
    sig.variadic = None;
    elision::complete(&mut sig);
    let mut inputs = syn::punctuated::Punctuated::new();
    for mut arg in std::mem::take(&mut sig.inputs) {
        match &mut arg {
            FnArg::Receiver(receiver) => receiver.attrs.retain(|attr| !is_resume(attr)),
            FnArg::Typed(arg) if arg.attrs.iter().any(is_resume) => continue,
            FnArg::Typed(arg) => {
                if is_unsized(&arg.ty) {
                    let ty = &arg.ty;
                    *arg.ty = syn::parse_quote!(&#ty);
                }
                if let Some(ident) = plain_ident(&arg.pat) {
                    *arg.pat = ident_pat(None, ident.clone());
                }
            }
        }
        inputs.push(arg);
    }
    sig.inputs = inputs;
    super::completed::complete(&mut sig.output);
    let attrs = attrs.iter().filter(|attr| !is_coroutine(attr));
    quote_spanned! {Span::mixed_site().located_at(sig.ident.span())=>
        #(#attrs)*
        #[allow(unused_variables)]
        #vis #sig {
            #errors
        }
    }
}

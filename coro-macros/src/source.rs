//! The validated model of a coroutine's function.
//!
//! In: the function as parsed. Out: [`Source`]: what the function is called with, what it returns
//! and where its body stands. Invariant: a `Source` exists only for functions whose signature
//! the macro supports.

use proc_macro2::Span;
use quote::format_ident;
use syn::{
    Attribute, Error, FnArg, Ident, ItemFn, Meta, Pat, PatIdent, Signature, Type, Visibility,
    spanned::Spanned, token::Brace,
};

use crate::{
    attributes, check,
    diagnostics::Diagnostics,
    elision,
    resolve::knowledge::PRIMITIVES,
    returns::{Returns, is_unit, ungroup},
    visit::Visit,
};

/// A coroutine's function, taken apart.
pub struct Source {
    /// The function's attributes, documentation included.
    pub attrs: Vec<Attribute>,
    /// The function's visibility.
    pub vis: Visibility,
    /// The signature of the generated function: parameters without patterns, no `#[resume]`.
    pub sig: Signature,
    /// The parameters, in order of declaration.
    pub params: Vec<Param>,
    /// The parameter that the first input is bound to.
    pub first_input: Option<Param>,
    /// The number of parameters before it.
    pub first_input_at: usize,
    /// The coroutine's types.
    pub returns: Returns,
    /// The body's braces.
    pub braces: Brace,
}

/// One parameter of the function.
pub struct Param {
    /// The name that the generated function gives it; `self` for a receiver.
    pub ident: Ident,
    /// The pattern that the body sees.
    pub pat: Pat,
    /// Its type, if written.
    pub ty: Option<Type>,
    /// What lints are told of it.
    pub lints: Vec<Attribute>,
}

impl Source {
    /// Tells whether it is a method that takes its receiver by value.
    pub fn takes_self(&self) -> bool {
        let mut receivers = self.params.iter().filter(|param| param.ident == "self");
        receivers.any(|receiver| !matches!(receiver.ty, Some(Type::Reference(_))))
    }

    /// Checks a function's signature and takes it apart.
    pub fn new(item: &ItemFn) -> Result<Self, Error> {
        let mut diagnostics = Diagnostics::default();
        let mut sig = item.sig.clone();
        refuse_qualifiers(item, &mut diagnostics);
        let returns = Returns::parse(&sig.output, sig.ident.span());
        let mut params = Vec::new();
        let mut first_input: Option<Param> = None;
        let mut first_input_at = usize::MAX;
        let mut inputs = syn::punctuated::Punctuated::new();
        for (index, mut arg) in sig.inputs.into_iter().enumerate() {
            match &mut arg {
                FnArg::Receiver(receiver) => {
                    if let Some(at) = receiver.attrs.iter().position(is_resume) {
                        diagnostics.push(Error::new_spanned(
                            receiver.attrs.remove(at),
                            "`#[resume]` on `self`\nhelp: put it on a parameter of its own, `#[resume] first: In`\nnote: `self` is what the function is called on, before the first resume",
                        ));
                    }
                    params.push(Param {
                        ident: Ident::from(receiver.self_token),
                        pat: ident_pat(
                            receiver.mutability,
                            Ident::new("self", receiver.self_token.span),
                        ),
                        ty: receiver_type(receiver),
                        lints: Vec::new(),
                    });
                    receiver.mutability = None;
                }
                FnArg::Typed(arg) => {
                    check_parameter(arg, &mut diagnostics);
                    if let Some(at) = arg.attrs.iter().position(is_resume) {
                        let attr = arg.attrs.remove(at);
                        if !matches!(attr.meta, Meta::Path(_)) {
                            diagnostics.push(Error::new_spanned(
                                &attr,
                                "`#[resume]` takes no arguments\nhelp: write `#[resume]` alone",
                            ));
                        }
                        let iterator = matches!(&returns, Ok(Returns { iterator: true, .. }));
                        if iterator && !is_unit(&arg.ty) {
                            diagnostics.push(Error::new_spanned(
                                &attr,
                                "`#[resume]` in an iterator\nhelp: return `impl Resume<In, Out, Return = R>` to take resume arguments\nnote: `next` passes nothing in",
                            ));
                        }
                        if let Some(place) = impl_trait(&arg.ty) {
                            diagnostics.error(
                                place,
                                "`impl Trait` as the type of the first resume argument\nhelp: write the input type that the return type names",
                            );
                        }
                        check_first_input(&arg.ty, returns.as_ref().ok(), &mut diagnostics);
                        if first_input.is_some() {
                            diagnostics.push(Error::new_spanned(
                                &attr,
                                "`#[resume]` on two parameters\nhelp: remove it from one of them\nnote: there is one first resume argument; later ones are the values of `yield_!(…)`",
                            ));
                        }
                        first_input = Some(Param {
                            ident: Ident::new("input", arg.pat.span()),
                            pat: (*arg.pat).clone(),
                            ty: Some((*arg.ty).clone()),
                            lints: attributes::lints(&arg.attrs).collect(),
                        });
                        first_input_at = params.len();
                        continue;
                    }
                    let pat = (*arg.pat).clone();
                    let ident = match plain_ident(&pat) {
                        Some(ident) => ident.clone(),
                        None => format_ident!("arg{}", index, span = pat.span()),
                    };
                    *arg.pat = ident_pat(None, ident.clone());
                    // The function uses all of them.
                    arg.attrs.iter_mut().for_each(attributes::allow_expected);
                    let lints = attributes::lints(&arg.attrs).collect();
                    params.push(Param { ident, pat, ty: Some((*arg.ty).clone()), lints });
                }
            }
            inputs.push(arg);
        }
        sig.inputs = inputs;
        let returns = match returns {
            Ok(returns) => returns,
            Err(error) => {
                diagnostics.push(error);
                diagnostics.finish()?;
                unreachable!("an error was pushed")
            }
        };
        diagnostics.finish()?;
        Ok(Self {
            attrs: item.attrs.clone(),
            vis: item.vis.clone(),
            sig,
            params,
            first_input,
            first_input_at,
            returns,
            braces: item.block.brace_token,
        })
    }
}

/// Tells whether an attribute is `#[coroutine]`.
pub fn is_coroutine(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == "coroutine")
}

/// Tells whether an attribute is `#[resume]`.
pub fn is_resume(attr: &Attribute) -> bool {
    attr.path().is_ident("resume")
}

/// Refuses what no parameter can be.
fn check_parameter(arg: &syn::PatType, diagnostics: &mut Diagnostics) {
    if let Some(part) = check::refutable(&arg.pat) {
        diagnostics.error(
            part,
            "a pattern of a parameter that does not match every value\nhelp: give the parameter a name, and match it in the body, `let Some(x) = value else { … };`",
        );
    }
    if is_unsized(&arg.ty) {
        diagnostics.push(Error::new_spanned(
            &arg.ty,
            format!(
                "a parameter of a type without a size\nhelp: borrow it, `&{}`, or take a `Box` of it",
                shown(&arg.ty),
            ),
        ));
    }
}

/// Refuses a first resume argument whose type is surely another one than the coroutine's.
fn check_first_input(ty: &Type, returns: Option<&Returns>, diagnostics: &mut Diagnostics) {
    let Some(returns) = returns.filter(|returns| !returns.iterator) else { return };
    let (Some(written), Some(taken)) = (plain_type(ty), plain_type(&returns.input)) else { return };
    if written != taken {
        diagnostics.push(Error::new_spanned(
            ty,
            format!("the first resume argument is `{written}`, and the coroutine takes `{taken}`\nhelp: write one type in both places"),
        ));
    }
}

/// Writes a type that is made of primitive ones, strings and references, without lifetimes.
pub fn plain_type(ty: &Type) -> Option<String> {
    match ungroup(ty) {
        Type::Path(path) => {
            let name = path.path.get_ident()?.to_string();
            let is_known = PRIMITIVES.contains(&&*name) || name == "str" || name == "String";
            is_known.then_some(name)
        }
        Type::Reference(ty) => {
            let mutable = if ty.mutability.is_some() { "mut " } else { "" };
            Some(format!("&{mutable}{}", plain_type(&ty.elem)?))
        }
        Type::Tuple(ty) if ty.elems.is_empty() => Some("()".to_owned()),
        _ => None,
    }
}

/// Tells whether a type has surely no size: `str`, a slice, a trait object.
pub fn is_unsized(ty: &Type) -> bool {
    match ty {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        Type::Paren(ty) => is_unsized(&ty.elem),
        _ => false,
    }
}

/// Writes such a type, behind `&`.
fn shown(ty: &Type) -> &'static str {
    match ty {
        Type::Slice(_) => "[T]",
        Type::TraitObject(_) => "dyn Trait",
        _ => "str",
    }
}

/// Finds `impl Trait` in a type.
pub fn impl_trait(ty: &Type) -> Option<Span> {
    struct Finder(Option<Span>);
    impl Visit<'_> for Finder {
        fn visit_type_impl_trait(&mut self, ty: &syn::TypeImplTrait) {
            self.0 = self.0.or(Some(ty.impl_token.span));
        }
    }
    let mut finder = Finder(None);
    finder.visit_type(ty);
    finder.0
}

fn refuse_qualifiers(item: &ItemFn, diagnostics: &mut Diagnostics) {
    let sig = &item.sig;
    if let Err(error) = elision::check(sig) {
        diagnostics.push(error);
    }
    if let Some(attr) = item.attrs.iter().find(|attr| is_coroutine(attr)) {
        diagnostics.push(Error::new_spanned(
            attr,
            "`#[coroutine]` twice on one function\nhelp: remove this one\nnote: in `coroutines!`, no function needs it",
        ));
    }
    if let Some(token) = sig.asyncness {
        diagnostics.error(
            token.span,
            "a coroutine cannot be an `async fn`\nhelp: remove `async`; yield what is to be awaited, and let the driver await it",
        );
    }
    if let Some(token) = sig.constness {
        diagnostics.error(token.span, "a coroutine cannot be a `const fn`\nhelp: remove `const`");
    }
    if let Some(variadic) = &sig.variadic {
        diagnostics.push(Error::new_spanned(
            variadic,
            "a coroutine cannot be variadic\nhelp: take a slice or an iterator",
        ));
    }
}

fn receiver_type(receiver: &syn::Receiver) -> Option<Type> {
    match &receiver.kind {
        syn::ReceiverKind::Typed(_, ty) => Some((**ty).clone()),
        syn::ReceiverKind::Reference(_, lifetime, mutability) => {
            Some(syn::parse_quote!(&#lifetime #mutability Self))
        }
        _ => None,
    }
}

/// Returns the name of a pattern that is nothing but a name.
pub fn plain_ident(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(PatIdent { by_ref: None, subpat: None, ident, .. }) => Some(ident),
        _ => None,
    }
}

/// Makes the pattern `mut ident`.
pub fn ident_pat(mutability: Option<syn::Token![mut]>, ident: Ident) -> Pat {
    Pat::Ident(PatIdent { attrs: Vec::new(), by_ref: None, mutability, ident, subpat: None })
}

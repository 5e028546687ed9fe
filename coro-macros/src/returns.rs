//! The return type of a coroutine.
//!
//! In: the written return type. Out: [`Returns`]: the input, yield and return types, the traits to
//! derive, and how the machine is wrapped.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    AngleBracketedGenericArguments, Error, GenericArgument, Lifetime, Path, PathArguments,
    PathSegment, ReturnType, TraitBound, Type, TypeParamBound, TypeTraitObject,
    punctuated::Punctuated, spanned::Spanned,
};

use crate::{
    args::Krate,
    resolve::knowledge::PRIMITIVES,
    source::is_unsized,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// The three types of a coroutine and the form in which its function returns it.
#[derive(Clone)]
pub struct Returns {
    /// What each resume passes in.
    pub input: Type,
    /// What each suspension passes out.
    pub output: Type,
    /// What the coroutine returns.
    pub ret: Type,
    /// The lifetimes of `for<…>`, if the input borrows afresh on each resume.
    pub binder: Vec<Lifetime>,
    /// Whether the function returns an iterator.
    pub iterator: bool,
    /// `Box` as the user wrote it, or an alias of coro-core's, if the machine is boxed.
    pub boxed: Option<Path>,
    /// The derivable traits that the return type names, each with the place that names it.
    pub derives: Vec<(&'static str, Span)>,
    /// The auto traits that it names.
    pub promises: Vec<&'static str>,
}

/// A step that can fail.
pub struct Fallible {
    /// Its type.
    pub ty: Type,
    /// What makes it of a step that does not, in `core`.
    pub success: &'static [&'static str],
}

const DERIVABLE: [&str; 6] = ["Clone", "Copy", "Debug", "PartialEq", "Eq", "Hash"];

/// Traits that hold where all that is stored has them.
const AUTO: [&str; 2] = ["Send", "Sync"];

/// Traits of the standard library that no coroutine has.
const NEVER: [&str; 6] =
    ["Default", "Display", "DoubleEndedIterator", "ExactSizeIterator", "Ord", "PartialOrd"];

impl Returns {
    /// Reads a return type.
    pub fn parse(output: &ReturnType, name: Span) -> Result<Self, Error> {
        let ty = match output {
            ReturnType::Type(_, ty) => ungroup(ty),
            ReturnType::Default => {
                return Err(Error::new(name, format!("a coroutine without a return type\n{HELP}")));
            }
        };
        match ty {
            Type::ImplTrait(ty) => Self::from_bounds(&ty.bounds, None, ty),
            Type::Path(path) if path.qself.is_none() => {
                let Some(last) = path.path.segments.last() else {
                    return Err(unsupported(ty));
                };
                let PathArguments::AngleBracketed(args) = &last.arguments else {
                    return Err(unsupported(ty));
                };
                if let Some(object) = aliased(&last.ident, args) {
                    return Self::from_bounds(&object.bounds, Some(last.ident.clone().into()), ty);
                }
                let Some(GenericArgument::Type(inner)) = args.args.first() else {
                    return Err(unsupported(ty));
                };
                match ungroup(inner) {
                    Type::TraitObject(object) if last.ident == "Box" => {
                        let mut boxed = path.path.clone();
                        if let Some(last) = boxed.segments.last_mut() {
                            last.arguments = PathArguments::None;
                        }
                        Self::from_bounds(&object.bounds, Some(boxed), object)
                    }
                    _ => Err(unsupported(ty)),
                }
            }
            _ => Err(unsupported(ty)),
        }
    }

    fn from_bounds(
        bounds: &Punctuated<TypeParamBound, syn::Token![+]>,
        boxed: Option<Path>,
        ty: &impl ToTokens,
    ) -> Result<Self, Error> {
        let mut found: Option<Self> = None;
        let (mut derives, mut promises) = (Vec::new(), Vec::new());
        let names_one = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Trait(bound) if is_trait(&bound.path));
        if !bounds.iter().any(names_one) {
            return Err(unsupported(ty));
        }
        for bound in bounds {
            let TypeParamBound::Trait(bound) = bound else { continue };
            let Some(last) = bound.path.segments.last() else { continue };
            let name = last.ident.to_string();
            if name == "Resume" || name == "Iterator" {
                if found.is_some() {
                    return Err(Error::new(
                        last.ident.span(),
                        "a coroutine's return type that names two of `Resume` and `Iterator`\nhelp: name one of them, once\nnote: of a coroutine that takes no input, `.yields()` is an iterator",
                    ));
                }
                found = Some(Self::from_trait(bound, name == "Iterator", boxed.clone())?);
            } else if let Some(known) = DERIVABLE.iter().find(|known| name == **known) {
                if derives.iter().all(|(derived, _)| derived != known) {
                    derives.push((*known, last.ident.span()));
                }
            } else if let Some(known) = AUTO.iter().find(|known| name == **known) {
                promises.push(*known);
            } else if boxed.is_none() && NEVER.contains(&&*name) {
                return Err(Error::new_spanned(
                    bound,
                    format!(
                        "a coroutine is no `{name}`\nhelp: leave it out; `Clone`, `Debug`, `PartialEq`, `Eq` and `Hash` are derived where they are named, and auto traits hold"
                    ),
                ));
            }
        }
        let mut found = found.ok_or_else(|| unsupported(ty))?;
        // A supertrait is part of the promise: `Eq` alone is how both are written.
        for (name, supertrait) in [("Eq", "PartialEq"), ("Copy", "Clone")] {
            let named = |wanted: &str| derives.iter().find(|(name, _)| *name == wanted);
            if let (Some((_, span)), None) = (named(name), named(supertrait)) {
                derives.push((supertrait, *span));
            }
        }
        if found.boxed.is_some() {
            derives.clear();
        }
        (found.derives, found.promises) = (derives, promises);
        Ok(found)
    }

    fn from_trait(bound: &TraitBound, iterator: bool, boxed: Option<Path>) -> Result<Self, Error> {
        let last = bound.path.segments.last().expect("a path has a segment");
        let empty = Punctuated::new();
        let args = match &last.arguments {
            PathArguments::AngleBracketed(AngleBracketedGenericArguments { args, .. }) => args,
            _ => &empty,
        };
        let unit = || -> Type { syn::parse_quote!(()) };
        let mut types = args.iter().filter_map(|arg| match arg {
            GenericArgument::Type(ty) => Some(ty.clone()),
            _ => None,
        });
        let assoc = |wanted: &str| {
            args.iter().find_map(|arg| match arg {
                GenericArgument::AssocType(assoc) if assoc.ident == wanted => {
                    Some(assoc.ty.clone())
                }
                _ => None,
            })
        };
        let binder: Vec<Lifetime> = bound
            .lifetimes
            .iter()
            .flat_map(|binder| &binder.lifetimes)
            .filter_map(|param| match param {
                syn::GenericParam::Lifetime(param) => Some(param.lifetime.clone()),
                _ => None,
            })
            .collect();
        if let [_, second, ..] = binder.as_slice() {
            return Err(Error::new(
                second.span(),
                "a coroutine's input that borrows for two lifetimes\nhelp: write one, `for<'w>`, for what is borrowed afresh, and name the other on the function: `fn f<'b>() -> impl for<'w> Resume<&'w mut Input<'b>, …>`\nnote: of a task's `Context`, which is another at each poll, take the `&'w Waker`",
            ));
        }
        if let Some(ty) = args.iter().find_map(unsized_argument) {
            return Err(Error::new_spanned(
                ty,
                "a type without a size\nhelp: yield, take or return a reference, as `&str` or `&[T]`, or an owned value, as `String` or `Vec<T>`",
            ));
        }
        if iterator {
            if let Some(place) = misplaced(args, 0, "Item") {
                return Err(Error::new(
                    place,
                    "`Iterator` takes `Item` and nothing else\nhelp: write `impl Iterator<Item = T>`; what returns a value is an `impl Resume<(), T, Return = R>`",
                ));
            }
            let Some(item) = assoc("Item") else {
                return Err(Error::new(
                    last.span(),
                    "the iterator's item type is missing\nhelp: write `impl Iterator<Item = T>`",
                ));
            };
            return Ok(Self {
                input: unit(),
                output: item,
                ret: unit(),
                binder,
                iterator: true,
                boxed,
                derives: Vec::new(),
                promises: Vec::new(),
            });
        }
        if let Some(place) = misplaced(args, 2, "Return") {
            return Err(Error::new(
                place,
                "`Resume` takes two types and `Return`\nhelp: write `impl Resume<In, Out, Return = R>`",
            ));
        }
        let (Some(input), Some(output)) = (types.next(), types.next()) else {
            return Err(Error::new(
                last.span(),
                "`Resume` takes the input type and the yield type\nhelp: write `impl Resume<In, Out, Return = R>`",
            ));
        };
        let Some(ret) = assoc("Return") else {
            return Err(Error::new(
                last.span(),
                "the coroutine's return type is missing\nhelp: write `impl Resume<In, Out, Return = R>`, with `Return = ()` if it returns nothing",
            ));
        };
        Ok(Self {
            input,
            output,
            ret,
            binder,
            iterator: false,
            boxed,
            derives: Vec::new(),
            promises: Vec::new(),
        })
    }

    /// Tells whether the machine is boxed by an alias of coro-core's, which has no `new`.
    pub fn is_aliased(&self) -> bool {
        self.boxed
            .as_ref()
            .and_then(|path| path.segments.last())
            .is_some_and(|last| last.ident != "Box")
    }

    /// Tells whether the input is `()`, so that no resume argument needs to be looked at.
    pub fn input_is_unit(&self) -> bool {
        is_unit(&self.input)
    }

    /// Tells whether the input surely is not `()`, under whatever name.
    pub fn input_is_valued(&self) -> bool {
        const NAMES: [&str; 6] = ["String", "Option", "Result", "Vec", "Box", "str"];
        match ungroup(&self.input) {
            Type::Reference(_) | Type::Ptr(_) | Type::Array(_) => true,
            Type::Tuple(tuple) => !tuple.elems.is_empty(),
            ty => last_segment(ty)
                .is_some_and(|name| PRIMITIVES.contains(&&*name) || NAMES.contains(&&*name)),
        }
    }

    /// Tells whether the return type is `()`.
    pub fn ret_is_unit(&self) -> bool {
        is_unit(&self.ret)
    }

    /// Tells whether `?` yields its error: the items are results, by this name or by an alias that ends in it, and
    /// nothing is returned.
    pub fn yields_errors(&self) -> bool {
        self.ret_is_unit() && last_segment(&self.output).is_some_and(|it| it.ends_with("Result"))
    }

    /// Tells whether macros can leave a step: see [`Self::fallible`].
    pub fn is_fallible(&self) -> bool {
        is_bare_result(&self.ret) || fallible_value(&mut self.ret.clone()).is_some()
    }

    /// Returns the type of a step that a macro can leave by `return Err(…)`, `return None` or `?`, if the
    /// return type is a `Result` or an `Option`: it has the step in the place of the value.
    pub fn fallible(&self, krate: &Krate) -> Option<Fallible> {
        let mut ty = self.inferred(ungroup(&self.ret));
        if is_bare_result(&ty) {
            ty = syn::parse_quote!(::core::result::Result<_, _>);
        }
        let (value, success) = fallible_value(&mut ty)?;
        *value = GenericArgument::Type(syn::parse_quote!(#krate::CoroutineState<_, _>));
        Some(Fallible { ty, success })
    }

    /// Returns `ty` as it can be written in the body: `_` where it cannot.
    pub fn nameable(&self, ty: &Type) -> Type {
        let mut finder = Unnameable { binder: &self.binder, found: false };
        finder.visit_type(ty);
        if finder.found { syn::parse_quote!(_) } else { ty.clone() }
    }

    /// Returns `ty` with the lifetimes of `for<…>` and what cannot be named left to inference.
    pub fn inferred(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        Infer { binder: &self.binder }.visit_type_mut(&mut ty);
        ty
    }
}

/// Tells whether a type is a `Result` of one's own or of a module of std, which says nothing of its parts.
fn is_bare_result(ty: &Type) -> bool {
    let Type::Path(path) = ungroup(ty) else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident == "Result" && last.arguments.is_none())
}

/// Returns the value's type in a `Result` or an `Option`, and what makes one of a value, in `core`.
fn fallible_value(ty: &mut Type) -> Option<(&mut GenericArgument, &'static [&'static str])> {
    let ty = match ty {
        Type::Paren(inner) => return fallible_value(&mut inner.elem),
        Type::Group(inner) => return fallible_value(&mut inner.elem),
        ty => ty,
    };
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last_mut()?;
    let success: &[&str] = match last.ident.to_string().as_str() {
        "Result" => &["result", "Result", "Ok"],
        "Option" => &["option", "Option", "Some"],
        _ => return None,
    };
    let PathArguments::AngleBracketed(args) = &mut last.arguments else { return None };
    let value = args.args.iter_mut().find(|arg| matches!(arg, GenericArgument::Type(_)))?;
    Some((value, success))
}

/// Returns the type that an argument of a trait is, if it has surely no size.
fn unsized_argument(arg: &GenericArgument) -> Option<&Type> {
    let ty = match arg {
        GenericArgument::Type(ty) => ty,
        GenericArgument::AssocType(assoc) => &assoc.ty,
        _ => return None,
    };
    is_unsized(ty).then_some(ty)
}

/// Finds a type argument that one of the traits does not take: one too many, or an associated type
/// of another name.
fn misplaced(
    args: &Punctuated<GenericArgument, syn::Token![,]>,
    types: usize,
    assoc: &str,
) -> Option<Span> {
    let extra = args.iter().filter(|arg| matches!(arg, GenericArgument::Type(_))).nth(types);
    let unknown = args.iter().find_map(|arg| match arg {
        GenericArgument::AssocType(found) if found.ident != assoc => Some(found.ident.span()),
        _ => None,
    });
    extra.map(Spanned::span).or(unknown)
}

/// Finds what cannot be written in a body: `impl Trait` and lifetimes of `for<…>`.
struct Unnameable<'a> {
    binder: &'a [Lifetime],
    found: bool,
}

impl Visit<'_> for Unnameable<'_> {
    fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
        self.found = true;
    }

    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        self.found |= self.binder.iter().any(|bound| bound.ident == lifetime.ident);
    }

    fn visit_type(&mut self, ty: &Type) {
        visit::visit_type(self, ty);
    }
}

struct Infer<'a> {
    binder: &'a [Lifetime],
}

impl VisitMut for Infer<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if matches!(ty, Type::ImplTrait(_)) {
            *ty = syn::parse_quote!(_);
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if self.binder.iter().any(|bound| bound.ident == lifetime.ident) {
            *lifetime = Lifetime::new("'_", lifetime.span());
        }
    }
}

/// Looks through the invisible groups that `macro_rules!` leaves around a `$ty`.
pub fn ungroup(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            other => return other,
        };
    }
}

/// Tells whether a type is written `()`.
pub fn is_unit(ty: &Type) -> bool {
    matches!(ungroup(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Tells whether a path names the trait of a coroutine.
pub fn is_trait(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "Iterator" || last.ident == "Resume")
}

/// Returns what a segment of a path is given first, if it is a type.
pub fn first_type(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty),
        _ => None,
    }
}

/// Returns the last name of a path type.
pub fn last_segment(ty: &Type) -> Option<String> {
    match ungroup(ty) {
        Type::Path(path) if path.qself.is_none() => {
            path.path.segments.last().map(|segment| segment.ident.to_string())
        }
        _ => None,
    }
}

const HELP: &str = "help: write `-> impl Iterator<Item = T>` for a generator, or `-> impl Resume<In, Out, Return = R>`\nhelp: both can be boxed: `-> Box<dyn Iterator<Item = T>>`";

fn unsupported(ty: &impl ToTokens) -> Error {
    let tokens = ty.to_token_stream();
    let last = syn::parse2::<Type>(tokens.clone()).ok().and_then(|ty| last_segment(&ty));
    let message = match (last, named_trait(tokens)) {
        (Some(last), Some(name)) if last == name => format!(
            "a coroutine's return type that lacks `impl`\nhelp: write `-> impl {name}<…>`\nnote: `{name}` is a trait, and each coroutine has a type of its own"
        ),
        (last, Some(name)) => format!(
            "a coroutine's return type that wraps `{name}`\nhelp: write `-> impl {name}<…>`, or `-> Box<dyn {name}<…>>`\nnote: {}",
            if last.as_deref() == Some("Pin") {
                "a coroutine can be moved while it is suspended, so it needs no `Pin`"
            } else {
                "the function returns the coroutine; who calls it can wrap it"
            }
        ),
        (last, None) => {
            let is_alias = last.is_some_and(|last| !STD.contains(&&*last) && is_type_name(&last));
            let note = "\nnote: if it is an alias, write out what it stands for: a macro cannot look it up";
            let note = if is_alias { note } else { "" };
            format!(
                "a coroutine's return type that names neither `Resume` nor `Iterator`\n{HELP}{note}"
            )
        }
    };
    Error::new_spanned(ty, message)
}

/// Writes out what coro-core's aliases of boxes stand for.
fn aliased(name: &Ident, args: &AngleBracketedGenericArguments) -> Option<TypeTraitObject> {
    let promise = match &*name.to_string() {
        "BoxResume" => Some(quote!(+ Send)),
        "LocalBoxResume" => None,
        _ => return None,
    };
    let types = args.args.iter().filter(|arg| matches!(arg, GenericArgument::Type(_)));
    let [input, output, ret] = types.collect::<Vec<_>>()[..] else { return None };
    Some(syn::parse_quote!(dyn Resume<#input, #output, Return = #ret> #promise))
}

/// Types of the standard library, which are no aliases of a coroutine's.
const STD: [&str; 7] = ["Arc", "Box", "Option", "Rc", "Result", "String", "Vec"];

fn is_type_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// Finds the name of one of the two traits.
fn named_trait(tokens: TokenStream) -> Option<&'static str> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => named_trait(group.stream()),
        TokenTree::Ident(ident) => ["Resume", "Iterator"].into_iter().find(|name| ident == name),
        _ => None,
    })
}

/// Prints the derives that the return type asks for, with absolute paths.
pub fn derive_paths(derives: &[(&'static str, Span)]) -> Vec<TokenStream> {
    derives
        .iter()
        .map(|(name, span)| {
            let span = Span::mixed_site().located_at(*span);
            let ident = syn::Ident::new(name, span);
            match *name {
                "Clone" => quote_spanned!(span=> ::core::clone::#ident),
                "Copy" => quote_spanned!(span=> ::core::marker::#ident),
                "Debug" => quote_spanned!(span=> ::core::fmt::#ident),
                "Hash" => quote_spanned!(span=> ::core::hash::#ident),
                _ => quote_spanned!(span=> ::core::cmp::#ident),
            }
        })
        .map(ToTokens::into_token_stream)
        .collect()
}

//! Inputs that borrow without a lifetime.
//!
//! In: a signature. Out: where the type of its resume argument leaves out a lifetime that nothing in the
//! parameters gives it. In doubt nothing is found, and rustc says what it thinks of it.

use proc_macro2::Span;
use syn::{
    BoundLifetimes, Error, FnArg, GenericArgument, Lifetime, PathArguments, ReturnType, Signature,
    TraitBound, Type, spanned::Spanned,
};

use crate::{
    resolve::knowledge::PRIMITIVES,
    source::is_resume,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Types of the standard library that borrow nothing of their own, beside the primitive ones.
const OWNED: [&str; 17] = [
    "str", "String", "Vec", "VecDeque", "Option", "Result", "Box", "Rc", "Arc", "RefCell", "Cell",
    "Mutex", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "PathBuf",
];

/// Refuses an input that borrows without a lifetime.
pub fn check(sig: &Signature) -> Result<(), Error> {
    match missing(sig) {
        None => Ok(()),
        Some(place) => Err(Error::new(
            place,
            "an input that borrows, without a lifetime\nhelp: write `for<'w> Resume<&'w T, …>`: each resume lends it anew\nnote: what stays borrowed from one resume to the next takes a lifetime of the function's, `fn name<'a>(…)`",
        )),
    }
}

/// Gives such an input a lifetime, as it is advised, so that neither rustc misses it nor a caller lends for ever.
pub fn complete(sig: &mut Signature) {
    if missing(sig).is_none() {
        return;
    }
    if let ReturnType::Type(_, ty) = &mut sig.output {
        let change = |ty: &mut Type, lifetimes: &mut Option<BoundLifetimes>| {
            Fill.visit_type_mut(ty);
            *lifetimes = Some(syn::parse_quote!(for<'lent>));
        };
        Inputs { change }.visit_type_mut(ty);
    }
}

/// Finds the place where a lifetime is missing.
fn missing(sig: &Signature) -> Option<Span> {
    let ReturnType::Type(_, output) = &sig.output else { return None };
    let mut output = output.clone();
    let mut found = Elided::default();
    let change = |ty: &mut Type, _: &mut Option<BoundLifetimes>| found.visit_type(ty);
    Inputs { change }.visit_type_mut(&mut output);
    let place = found.places.first().copied()?;
    let mut given = Elided::default();
    for input in &sig.inputs {
        match input {
            FnArg::Receiver(_) => return None,
            FnArg::Typed(arg) if arg.attrs.iter().any(is_resume) => {}
            FnArg::Typed(arg) => given.visit_type(&arg.ty),
        }
    }
    (given.places.len() != 1 && !given.hidden).then_some(place)
}

/// Visits the input types of the `Resume`s in a return type that lend nothing by `for<…>`, each with what could.
struct Inputs<F> {
    change: F,
}

impl<F: FnMut(&mut Type, &mut Option<BoundLifetimes>)> VisitMut for Inputs<F> {
    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let Some(last) = bound.path.segments.last_mut() else { return };
        let PathArguments::AngleBracketed(args) = &mut last.arguments else { return };
        if last.ident == "Resume" && bound.lifetimes.is_none() {
            if let Some(GenericArgument::Type(ty)) = args.args.first_mut() {
                (self.change)(ty, &mut bound.lifetimes);
            }
        }
    }
}

/// Finds references without a lifetime.
#[derive(Default)]
struct Elided {
    places: Vec<Span>,
    /// Whether a type may hide lifetimes.
    hidden: bool,
}

impl Visit<'_> for Elided {
    fn visit_type_reference(&mut self, ty: &syn::TypeReference) {
        if ty.lifetime.is_none() {
            self.places.push(ty.and_token.span());
        }
        visit::visit_type_reference(self, ty);
    }
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        if lifetime.ident == "_" {
            self.places.push(lifetime.span());
        }
    }
    fn visit_path_segment(&mut self, segment: &syn::PathSegment) {
        self.hidden |= !OWNED.iter().chain(&PRIMITIVES).any(|name| segment.ident == name);
        if matches!(segment.arguments, PathArguments::AngleBracketed(_)) {
            visit::visit_path_segment(self, segment);
        }
    }
    fn visit_type_fn_ptr(&mut self, _: &syn::TypeFnPtr) {}
}

/// Writes the lifetimes that are missing.
struct Fill;

impl VisitMut for Fill {
    fn visit_type_reference_mut(&mut self, ty: &mut syn::TypeReference) {
        let span = ty.and_token.span();
        ty.lifetime.get_or_insert_with(|| Lifetime::new("'lent", span));
        visit_mut::visit_type_reference_mut(self, ty);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = Lifetime::new("'lent", lifetime.span());
        }
    }
}

//! Return types of functions that are refused.
//!
//! In: a return type, as it is written. Out: one that rustc takes, so that the mistake is told once.

use syn::{
    GenericArgument, PathArguments, ReturnType, TraitBound, Type, TypeParamBound,
    punctuated::Punctuated,
};

use crate::{
    returns::{is_trait, last_segment, ungroup},
    source::is_unsized,
    visit::{self, Visit},
    visit_mut::VisitMut,
};

/// Makes a return type that was refused one that rustc has nothing to say of: a trait gets its `impl`, arguments
/// that it does not take get the name of its associated type, or are left out, and those that it lacks are `()`.
pub fn complete(output: &mut ReturnType) {
    let ReturnType::Type(_, ty) = output else { return };
    let is_box = last_segment(ty).is_some_and(|last| last == "Box");
    if !matches!(ungroup(ty), Type::ImplTrait(_)) {
        let mut find = FindTrait::default();
        find.visit_type(ty);
        // A box of a trait object is as good.
        if let Some(bounds) = find.bounds.filter(|_| !is_box || find.lacks_dyn) {
            **ty = syn::parse_quote!(impl #bounds);
        }
    }
    Complete.visit_type_mut(ty);
}

/// Finds the trait of a coroutine in a type that is none.
#[derive(Default)]
struct FindTrait {
    bounds: Option<Punctuated<TypeParamBound, syn::Token![+]>>,
    /// Whether it is written as a type.
    lacks_dyn: bool,
}

impl Visit<'_> for FindTrait {
    fn visit_type_path(&mut self, ty: &syn::TypePath) {
        if self.bounds.is_none() && ty.qself.is_none() && is_trait(&ty.path) {
            let path = &ty.path;
            self.bounds = Some(syn::parse_quote!(#path));
            self.lacks_dyn = true;
        }
        visit::visit_type_path(self, ty);
    }

    fn visit_type_trait_object(&mut self, ty: &syn::TypeTraitObject) {
        let is_one = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Trait(bound) if is_trait(&bound.path));
        if self.bounds.is_none() && ty.bounds.iter().any(is_one) {
            self.bounds = Some(ty.bounds.clone());
        }
    }
}

/// Completes the arguments of such a trait.
struct Complete;

impl VisitMut for Complete {
    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let Some(last) = bound.path.segments.last_mut() else { return };
        let (types, name) = match last.ident.to_string().as_str() {
            "Iterator" => (0, "Item"),
            "Resume" => (2, "Return"),
            _ => return,
        };
        let ident = syn::Ident::new(name, last.ident.span());
        if matches!(last.arguments, PathArguments::None) {
            last.arguments = PathArguments::AngleBracketed(syn::parse_quote!(<>));
        }
        let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return };
        for arg in &mut arguments.args {
            if let GenericArgument::Type(ty)
            | GenericArgument::AssocType(syn::AssocType { ty, .. }) = arg
            {
                if is_unsized(ty) {
                    *ty = syn::parse_quote!(&'static #ty);
                }
            }
        }
        let named = |arg: &GenericArgument| matches!(arg, GenericArgument::AssocType(found) if found.ident == name);
        let mut missing = !arguments.args.iter().any(named);
        let mut count = 0;
        let (mut args, mut assoc) = (Vec::new(), Vec::new());
        for arg in std::mem::take(&mut arguments.args) {
            let ty = match &arg {
                GenericArgument::Type(ty) => {
                    count += 1;
                    (count > types).then(|| ty.clone())
                }
                GenericArgument::AssocType(found) if found.ident != name => Some(found.ty.clone()),
                _ => None,
            };
            match (ty, &arg) {
                (None, GenericArgument::AssocType(_)) => assoc.push(arg),
                (None, _) => args.push(arg),
                (Some(ty), _) if std::mem::take(&mut missing) => {
                    assoc.push(syn::parse_quote!(#ident = #ty));
                }
                _ => {}
            }
        }
        args.extend((count..types).map(|_| syn::parse_quote!(())));
        if missing {
            assoc.push(syn::parse_quote!(#ident = ()));
        }
        arguments.args.extend(args.into_iter().chain(assoc));
    }
}

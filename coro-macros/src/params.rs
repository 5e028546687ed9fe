//! Parameters.
//!
//! In: a function's parameters, first input included. Out: [`Params`]: what the state stores before
//! the first resume, and the statements that bind the patterns at its start. Invariant: after these
//! statements, locals are declared in the order in which a function declares them, so that they are
//! dropped in its order: each parameter, then what its pattern binds, then the next parameter.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Pat, PatIdent, Stmt, Token, Type, spanned::Spanned};

use crate::{
    resolve::{Resolver, knowledge, names::Local, once, shape::Shape, unbound, value::Value},
    returns::{Returns, ungroup},
    source::{Param, Source, impl_trait, plain_ident},
    visit::{self, Visit},
};

/// The parameters as locals.
pub struct Params {
    /// What the state stores: the name in the signature, and the local.
    pub stored: Vec<(Ident, Local)>,
    /// The local that takes the first input.
    pub input: Option<Local>,
    /// All of them, as the start of the body finds them.
    pub scope: Vec<Local>,
    /// All that the prologue leaves, in the order of declaration.
    pub order: Vec<Local>,
    /// The statements that bind the patterns.
    pub prologue: Vec<Stmt>,
}

impl Params {
    /// Tells whether a local is a parameter that the state stores.
    pub fn stores(&self, local: Local) -> bool {
        self.stored.iter().any(|(_, stored)| *stored == local)
    }
}

/// A parameter, in the order of the signature.
struct Element {
    local: Local,
    pattern: Option<(Pat, Type)>,
    lints: Vec<Attribute>,
}

impl Element {
    /// Notes the type of a name, where a body can write it: a block may declare the name anew.
    fn set_type(&self, ty: &Type, source: &Source, resolver: &mut Resolver) {
        if self.pattern.is_none() && impl_trait(ty).is_none() {
            resolver.locals[self.local].ty = Some(source.returns.inferred(ty));
        }
    }
}

/// Declares the parameters; `self` is called `this`.
pub fn declare(source: &Source, this: &str, resolver: &mut Resolver) -> Params {
    let mut params = Params {
        stored: Vec::new(),
        input: None,
        scope: Vec::new(),
        order: Vec::new(),
        prologue: Vec::new(),
    };
    let mut elements = Vec::new();
    for (index, param) in source.params.iter().enumerate() {
        if source.first_input_at == index {
            first_input(source, resolver, &mut params, &mut elements);
        }
        if param.ident == "self" {
            let local = resolver.declare_self(&Ident::new(this, param.ident.span()));
            resolver.locals[local].knowledge = known_of(param, source);
            resolver.locals[local].value =
                param.ty.as_ref().map(Value::of_type).unwrap_or_default();
            resolver.locals[local].mutable =
                matches!(&param.pat, Pat::Ident(pat) if pat.mutability.is_some());
            note_borrow(param, local, resolver);
            params.stored.push((param.ident.clone(), local));
            elements.push(Element { local, pattern: None, lints: Vec::new() });
            continue;
        }
        let element = declare_one(param, source, resolver);
        if let Some(ty) = &param.ty {
            element.set_type(ty, source, resolver);
        }
        params.stored.push((param.ident.clone(), element.local));
        elements.push(element);
    }
    if source.first_input_at >= source.params.len() {
        first_input(source, resolver, &mut params, &mut elements);
    }
    params.scope.extend(params.stored.iter().map(|(_, local)| *local));
    if let Some(input) = params.input {
        if !resolver.locals[input].hidden {
            params.scope.push(input);
        }
    }
    bind_patterns(elements, resolver, &mut params);
    params
}

/// Declares the local of one parameter; its pattern, if it is more than a name, is bound later.
fn declare_one(param: &Param, source: &Source, resolver: &mut Resolver) -> Element {
    let Param { ident, pat, ty, lints } = param;
    let known = known_of(param, source);
    if plain_ident(pat).is_some() {
        let mut pat = pat.clone();
        let value = ty.as_ref().map(|ty| Value::of_parameter(ty, &source.sig.generics));
        let value = value.unwrap_or_default();
        resolver.with_lints(lints, |resolver| resolver.declare_let(&mut pat, &value));
        let generics = &source.sig.generics;
        let shape = ty.as_ref().map(|ty| Shape::of_parameter(ty, generics)).unwrap_or_default();
        resolver.shape(&pat, shape);
        let local = plain_ident(&pat).and_then(|ident| resolver.locals.get(ident));
        let local = local.unwrap_or_else(|| resolver.locals.declare(ident));
        let data = &mut resolver.locals[local];
        data.knowledge = known;
        if resolver.any_once {
            data.holds_once = ty.as_ref().is_some_and(|ty| once::holds_once(ty, generics));
        }
        note_borrow(param, local, resolver);
        return Element { local, pattern: None, lints: Vec::new() };
    }
    let name = Ident::new(&ident.to_string(), Span::mixed_site().located_at(ident.span()));
    let local = resolver.locals.declare(&name);
    resolver.locals[local].knowledge = known;
    resolver.locals[local].mutable = binds_by_mutable_reference(pat);
    let pattern = ty.as_ref().map(|ty| (pat.clone(), ty.clone()));
    Element { local, pattern, lints: lints.clone() }
}

/// Notes whether a parameter's type is written as a reference.
fn note_borrow(param: &Param, local: Local, resolver: &mut Resolver) {
    if let Some(Type::Reference(ty)) = param.ty.as_ref().map(ungroup) {
        let data = &mut resolver.locals[local];
        data.mutable_borrow = ty.mutability.is_some();
        data.shared_borrow = ty.mutability.is_none();
    }
}

/// Reads the type of a parameter.
fn known_of(param: &Param, source: &Source) -> knowledge::Knowledge {
    let generics = &source.sig.generics;
    param.ty.as_ref().map(|ty| knowledge::of_parameter(ty, generics)).unwrap_or_default()
}

/// Reads the type of the input. One that borrows afresh on each resume is lent until the next suspension only: it ends there
/// whatever it is.
pub fn input_knowledge(returns: &Returns) -> knowledge::Knowledge {
    match knowledge::of_type(&returns.input) {
        knowledge::Knowledge::Unknown if !returns.binder.is_empty() => knowledge::Knowledge::NoDrop,
        known => known,
    }
}

/// Declares the local that takes the first input.
fn first_input(
    source: &Source,
    resolver: &mut Resolver,
    params: &mut Params,
    elements: &mut Vec<Element>,
) {
    let Some(param @ Param { ty: Some(ty), .. }) = &source.first_input else {
        if !source.returns.input_is_unit() {
            params.input = Some(resolver.locals.hidden("input", source.sig.ident.span()));
        }
        return;
    };
    let element = declare_one(param, source, resolver);
    element.set_type(ty, source, resolver);
    let known = resolver.locals.input;
    let data = &mut resolver.locals[element.local];
    if element.pattern.is_none() && data.knowledge == knowledge::Knowledge::Unknown {
        data.knowledge = known;
    }
    params.input = Some(element.local);
    elements.push(element);
}

/// Binds patterns, and binds again what would otherwise be older than what stands before it.
fn bind_patterns(elements: Vec<Element>, resolver: &mut Resolver, params: &mut Params) {
    let mut order = Order { current: params.scope.clone(), newest: None };
    let mut apart = Vec::new();
    for Element { local, pattern, lints } in elements {
        order.next(local, resolver, &mut params.prologue);
        let Some((mut pattern, ty)) = pattern else { continue };
        resolver.locals[local].mentioned = true;
        resolver.locals[local].hidden = params.input != Some(local);
        let mut left = unbound::bind(&mut pattern, &ty, &mut resolver.locals);
        resolver.with_lints(&lints, |resolver| {
            resolver.declare_always(&mut pattern, &Value::of_type(&ty));
        });
        let references = unbound::bind_borrowed(&mut pattern, &mut resolver.locals);
        let bound = resolver.locals.bound_by(&pattern);
        // Where nothing is bound, as by `_`, it is what ends.
        if !bound.is_empty() {
            apart.push(local);
        }
        let name = resolver.locals.ident(local);
        params.prologue.push(bind(pattern, lints, &name));
        order.current.extend(bound.iter().copied());
        if !references.is_empty() {
            left.extend(references.iter().map(|reference| reference.part));
            left.sort_by_key(|local| bound.iter().position(|other| other == local));
        }
        let named = bound.iter().filter(|local| !left.contains(local));
        for local in left.iter().rev().chain(named) {
            order.next(*local, resolver, &mut params.prologue);
        }
        for reference in references {
            params.prologue.push(reference.borrow(&resolver.locals));
            order.current.push(reference.name);
        }
    }
    order.current.retain(|local| !apart.contains(local));
    params.order = order.current;
}

/// The order in which locals are declared so far.
struct Order {
    current: Vec<Local>,
    newest: Option<usize>,
}

impl Order {
    /// Makes `local` newer than all that came here before it.
    fn next(&mut self, local: Local, resolver: &Resolver, stmts: &mut Vec<Stmt>) {
        let at = self.current.iter().position(|other| *other == local);
        let in_order = at.is_some_and(|at| self.newest.is_none_or(|newest| at > newest));
        if in_order {
            self.newest = at;
        } else if at.is_some() && !resolver.locals[local].knowledge.is_inert() {
            stmts.push(unbound::rebind(local, &resolver.locals));
            self.current.retain(|other| *other != local);
            self.current.push(local);
            self.newest = Some(self.current.len() - 1);
        }
    }
}

fn binds_by_mutable_reference(pat: &Pat) -> bool {
    struct Scan(bool);
    impl Visit<'_> for Scan {
        fn visit_pat_ident(&mut self, pat: &PatIdent) {
            self.0 |= pat.by_ref.is_some() && pat.mutability.is_some();
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut scan = Scan(false);
    scan.visit_pat(pat);
    scan.0
}

fn bind(pat: Pat, attrs: Vec<Attribute>, name: &Ident) -> Stmt {
    let span = Span::mixed_site().located_at(pat.span());
    let value = ident_value(name);
    Stmt::Local(syn::Local {
        attrs,
        let_token: Token![let](span),
        modifiers: syn::LocalModifiers::default(),
        pat,
        init: Some(syn::LocalInit {
            eq_token: Token![=](span),
            expr: Box::new(value),
            diverge: None,
        }),
        semi_token: Token![;](span),
    })
}

fn ident_value(name: &Ident) -> syn::Expr {
    syn::Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: name.clone().into() })
}

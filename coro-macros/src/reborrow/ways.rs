//! What leads to places that are borrowed again.
//!
//! In: a projection that is made anew. Out: the [`Way`]s to what it borrows that code may lead elsewhere while the borrow
//! is used. Where one leads through a shared reference, nothing forbids that: rustc tracks no borrow of what holds
//! the reference. Only the types tell; so the generated code asks them, and refuses.

use proc_macro2::{Ident, Span};
use syn::{Expr, Pat, PatIdent, Token, parse_quote, punctuated::Punctuated, spanned::Spanned};

use super::{
    lineage,
    projections::{Place, Projection},
    selected,
};
use crate::{
    analysis::events::{Event, Graph},
    ir::{Body, Way},
    lower::changes::{Borrow, changes, is_lent, leads_elsewhere},
    resolve::names::{Local, Locals},
};

/// Lists the ways to what a projection borrows that may lead elsewhere behind a suspension.
pub fn ways(
    projection: &Projection,
    all: &[Projection],
    body: &Body,
    graph: &Graph,
    locals: &Locals,
) -> Vec<Way> {
    let place = borrowed(&projection.value);
    let is_matched = !matches!(projection.pat, Pat::Ident(_) | Pat::Type(_));
    // With a type, a reference to a reference may become one to what that refers to; a method may go through one.
    let is_coerced =
        matches!(projection.pat, Pat::Type(_)) || selected::unwrapped(&projection.value).is_some();
    let code = || body.blocks.iter().flat_map(|block| &block.code);
    let mut before = lineage(projection, all).skip(1);
    // What holds a place holds what leads there, too.
    if projection.holds(locals) {
        return Vec::new();
    }
    // Nothing is changed through a shared reference.
    let root = projection.place.root;
    let bound = all.iter().find(|it| it.borrowers.contains(&root));
    let is_shared =
        bound.map_or_else(|| is_lent(root, locals) && !locals[root].mutable, |it| !it.is_mutable);
    let in_parts = if is_matched { parts_of(projection) } else { Vec::new() };
    let borrow = match (&*in_parts, is_matched || is_coerced) {
        ([], false) => Borrow::Place,
        ([], true) => Borrow::Through,
        _ => Borrow::Parts,
    };
    let may_change = !is_shared && leads_elsewhere(place, borrow, code(), locals)
        || before.any(|it| changes(borrowed(&it.value), code(), locals));
    if !may_change || !is_mentioned_meanwhile(projection, all, graph) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !projection.is_mutable {
        parts(place, all, locals, &mut found);
    }
    if is_matched || is_coerced {
        found.push(Way::Place(place.clone()));
    }
    found.extend(in_parts);
    found
}

/// Lists the parts that a pattern looks into.
fn parts_of(projection: &Projection) -> Vec<Way> {
    // What `ref` borrows is only looked at.
    let Projection { value, place: Place { is_reference, fields, .. }, .. } = projection;
    let is_borrowed = matches!(value, Expr::Reference(_)) || *is_reference && fields.is_empty();
    let matched = match value {
        value if is_borrowed => value.clone(),
        value => parse_quote!(&#value),
    };
    let mut found = Vec::new();
    let mut probe = Probe { matched: &matched, found: &mut found };
    probe.inside(&projection.pat, &|part| part);
    found
}

/// Returns the place that a value borrows from.
fn borrowed(value: &Expr) -> &Expr {
    match value {
        Expr::Reference(reference) => borrowed(&reference.expr),
        Expr::Paren(paren) => borrowed(&paren.expr),
        value => selected::unwrapped(value).map_or(value, |(place, _)| place),
    }
}

/// Lists the places that lead to one.
fn parts(place: &Expr, all: &[Projection], locals: &Locals, found: &mut Vec<Way>) {
    let base = match place {
        Expr::Field(field) => &*field.base,
        Expr::Unary(unary) => &*unary.expr,
        Expr::Paren(paren) => return parts(&paren.expr, all, locals, found),
        _ => return,
    };
    parts(base, all, locals, found);
    let Some(root) = locals.of_expr(base) else { return found.push(Way::Place(base.clone())) };
    let is_bound = all.iter().any(|it| it.borrowers.contains(&root));
    if is_bound || locals[root].mutable {
        found.push(Way::Place(base.clone()));
    } else if !matches!(place, Expr::Unary(_))
        && (!locals[root].mutable_borrow || locals[root].refers_to_reference())
    {
        // It stays, but what it refers to may not.
        found.push(Way::Behind(base.clone()));
    }
}

/// Tells whether a local that a projection starts from is mentioned while what it binds is still to be used.
pub fn is_mentioned_meanwhile(projection: &Projection, all: &[Projection], graph: &Graph) -> bool {
    let roots: Vec<Local> = lineage(projection, all).map(|it| it.place.root).collect();
    let is_borrower = |local: Local| projection.borrowers.contains(&local);
    let mut used = vec![false; graph.nodes.len()];
    let mut found = false;
    loop {
        let mut new = false;
        for (index, node) in graph.nodes.iter().enumerate().rev() {
            let mut is_used = graph.behind(node).any(|next| used[next]);
            for event in node.events.iter().rev() {
                match event.mentions() {
                    Some(local) if is_borrower(local) => is_used = true,
                    Some(local) => found |= is_used && roots.contains(&local),
                    None => {
                        let is_bound = matches!(event, Event::Define(it) if is_borrower(*it));
                        is_used &= !is_bound;
                        let is_assigned =
                            matches!(event, Event::Assign(it, _) if roots.contains(it));
                        found |= is_used && is_assigned;
                    }
                }
            }
            new |= is_used && !std::mem::replace(&mut used[index], is_used);
        }
        if !new {
            return found;
        }
    }
}

/// Finds the parts that a pattern looks into.
struct Probe<'a> {
    matched: &'a Expr,
    found: &'a mut Vec<Way>,
}

impl Probe<'_> {
    /// Looks into a pattern, which is a part of a `whole` one.
    fn inside(&mut self, pat: &Pat, whole: &dyn Fn(Pat) -> Pat) {
        match pat {
            Pat::Paren(pat) => self.inside(&pat.pat, whole),
            Pat::Type(pat) => self.inside(&pat.pat, whole),
            Pat::Ident(pat) => {
                if let Some((_, inner)) = &pat.subpat {
                    self.part(inner, whole);
                }
            }
            Pat::Or(pat) => pat.cases.iter().for_each(|case| self.inside(case, whole)),
            Pat::Struct(outer) => {
                for field in &outer.fields {
                    let (path, member) = (&outer.path, &field.member);
                    let inside = |part: Pat| whole(parse_quote!(#path { #member: #part, .. }));
                    self.part(&field.pat, &inside);
                }
            }
            Pat::TupleStruct(outer) => {
                let path = &outer.path;
                self.elements(&outer.elems, &|elems| whole(parse_quote!(#path(#(#elems,)*))));
            }
            Pat::Tuple(outer) => {
                self.elements(&outer.elems, &|elems| whole(parse_quote!((#(#elems,)*))));
            }
            Pat::Slice(outer) => {
                self.elements(&outer.elems, &|elems| whole(parse_quote!([#(#elems,)*])));
            }
            _ => {}
        }
    }

    fn part(&mut self, pat: &Pat, whole: &dyn Fn(Pat) -> Pat) {
        if looks_inside(pat) {
            let name = Ident::new("part", Span::mixed_site().located_at(pat.span()));
            let probe = whole(parse_quote!(#name));
            self.found.push(Way::Part(Box::new((probe, self.matched.clone(), name))));
        }
        self.inside(pat, whole);
    }

    /// Looks into elements; what binds nothing stands for the others.
    fn elements(&mut self, elems: &Punctuated<Pat, Token![,]>, whole: &dyn Fn(&[Pat]) -> Pat) {
        let idle: Vec<Pat> = elems.iter().map(idle).collect();
        for (index, elem) in elems.iter().enumerate() {
            self.part(elem, &|part| {
                let mut elems = idle.clone();
                elems[index] = part;
                whole(&elems)
            });
        }
    }
}

/// Tells whether a pattern looks into what it matches, which may be a reference.
fn looks_inside(pat: &Pat) -> bool {
    match pat {
        Pat::Struct(_) | Pat::TupleStruct(_) | Pat::Tuple(_) | Pat::Slice(_) => true,
        Pat::Paren(pat) => looks_inside(&pat.pat),
        Pat::Or(pat) => pat.cases.iter().any(looks_inside),
        Pat::Ident(pat) => pat.subpat.as_ref().is_some_and(|(_, inner)| looks_inside(inner)),
        _ => false,
    }
}

/// What matches as much as an element does, and binds nothing.
fn idle(elem: &Pat) -> Pat {
    match elem {
        Pat::Rest(_) => elem.clone(),
        Pat::Ident(PatIdent { subpat: Some((_, inner)), .. }) => idle(inner),
        _ => parse_quote!(_),
    }
}

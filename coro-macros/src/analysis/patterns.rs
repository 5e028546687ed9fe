//! What a pattern does to the place that it is matched against.
//!
//! In: a pattern. Out: whether it moves the whole value out, part of it, or nothing, and how much of it
//! is looked at.

use syn::{ExprMatch, Pat};

use crate::{
    resolve::names::Locals,
    temporaries::is_literal,
    visit::{self, Visit},
};

/// How much of a place its patterns look at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Seen {
    /// Nothing: they are `_`, or take apart what has only one form and leave each part.
    Nothing,
    /// Some of its fields.
    Parts,
    /// All of it, or which variant it is.
    Whole,
}

/// Tells what patterns look at. What surely matches is no variant of several.
pub fn seen(pats: &[&Pat], irrefutable: bool) -> Seen {
    let pats: Vec<_> = pats.iter().map(|pat| bare(pat)).collect();
    let tuples: Vec<_> = pats.iter().filter_map(|pat| tuple(pat)).collect();
    let Some(first) = tuples.first().filter(|_| tuples.len() == pats.len()) else {
        return pats.iter().map(|pat| seen_by(pat, irrefutable)).max().unwrap_or(Seen::Whole);
    };
    // What one arm leaves, another may look at.
    of_parts((0..first.elems.len()).map(|index| {
        let column: Vec<_> = tuples.iter().map(|tuple| &tuple.elems[index]).collect();
        seen(&column, irrefutable)
    }))
}

/// Takes off what does not look at anything.
fn bare(pat: &Pat) -> &Pat {
    match pat {
        Pat::Paren(pat) => bare(&pat.pat),
        Pat::Type(pat) => bare(&pat.pat),
        Pat::Guard(pat) => bare(&pat.pat),
        pat => pat,
    }
}

/// Returns a tuple's pattern, if it has one for each part.
fn tuple(pat: &Pat) -> Option<&syn::PatTuple> {
    match pat {
        Pat::Tuple(tuple) => {
            (!tuple.elems.iter().any(|pat| matches!(pat, Pat::Rest(_)))).then_some(tuple)
        }
        _ => None,
    }
}

fn seen_by(pat: &Pat, irrefutable: bool) -> Seen {
    let each = |pat: &Pat| seen(&[pat], irrefutable);
    match pat {
        Pat::Wild(_) | Pat::Rest(_) => Seen::Nothing,
        Pat::Or(pat) => seen(&pat.cases.iter().collect::<Vec<_>>(), irrefutable),
        Pat::Tuple(pat) => of_parts(pat.elems.iter().map(each)),
        Pat::TupleStruct(pat) if irrefutable => of_parts(pat.elems.iter().map(each)),
        Pat::Struct(pat) if irrefutable => {
            let rest = pat.rest.iter().map(|_| Seen::Nothing);
            of_parts(pat.fields.iter().map(|field| each(&field.pat)).chain(rest))
        }
        _ => Seen::Whole,
    }
}

fn of_parts(parts: impl Iterator<Item = Seen> + Clone) -> Seen {
    if parts.clone().all(|seen| seen == Seen::Nothing) {
        Seen::Nothing
    } else if parts.clone().all(|seen| seen == Seen::Whole) {
        Seen::Whole
    } else {
        Seen::Parts
    }
}

/// Tells whether matching takes the whole value: it binds by value and leaves no part behind.
///
/// A pattern that leaves a part unbound (`_`, `..`) counts as not moving: if it moves the other
/// parts after all, rustc reports the use of the rest at the next suspension.
pub fn moves(pat: &Pat, locals: &Locals) -> bool {
    let mut scan = Scan { locals, binds: false, leaves: false };
    scan.visit_pat(pat);
    scan.binds && !scan.leaves
}

/// Tells whether a pattern takes all that there is to drop in what it matches: there may be nothing.
pub fn is_taken(pat: &Pat, locals: &Locals) -> bool {
    match bare(pat) {
        Pat::Path(_) => true,
        Pat::Ident(name) if locals.get(&name.ident).is_none() => true,
        Pat::Or(pat) => pat.cases.iter().all(|pat| is_taken(pat, locals)),
        pat => moves(pat, locals),
    }
}

/// Tells whether a pattern is `Some(name)`: a `None` holds nothing.
pub fn is_some(pat: &Pat) -> bool {
    let Pat::TupleStruct(pat) = bare(pat) else { return false };
    let mut segments = pat.path.segments.iter().rev();
    segments.next().is_some_and(|last| last.ident == "Some")
        && segments.next().is_none_or(|of| of.ident == "Option")
        && matches!(pat.elems.first(), Some(Pat::Ident(_)))
}

/// Tells whether matching takes some parts, and does not look at the others.
pub fn moves_parts(pat: &Pat, locals: &Locals) -> bool {
    let mut scan = Scan { locals, binds: false, leaves: false };
    scan.visit_pat(pat);
    scan.binds && takes_or_leaves(pat, locals)
}

fn takes_or_leaves(pat: &Pat, locals: &Locals) -> bool {
    match bare(pat) {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(name) => {
            name.by_ref.is_none() && name.subpat.is_none() && locals.get(&name.ident).is_some()
        }
        Pat::Tuple(pat) => pat.elems.iter().all(|pat| takes_or_leaves(pat, locals)),
        Pat::TupleStruct(pat) => pat.elems.iter().all(|pat| takes_or_leaves(pat, locals)),
        Pat::Struct(pat) => pat.fields.iter().all(|field| takes_or_leaves(&field.pat, locals)),
        _ => false,
    }
}

/// Tells whether a `match` compares what it matches with a literal: whatever its arms bind is copied.
pub fn copies(expr: &ExprMatch) -> bool {
    expr.arms.iter().any(|arm| match &arm.pat {
        Pat::Guard(guarded) => is_literal(&guarded.pat),
        pat => is_literal(pat),
    })
}

struct Scan<'a> {
    locals: &'a Locals,
    binds: bool,
    leaves: bool,
}

impl Visit<'_> for Scan<'_> {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        if self.locals.get(&pat.ident).is_some() {
            // What is a literal is copied.
            let copied = pat.subpat.as_ref().is_some_and(|(_, subpat)| is_literal(subpat));
            if pat.by_ref.is_some() {
                self.leaves = true;
            } else if !copied {
                self.binds = true;
            }
        }
        // A name for the whole takes the whole.
        if let (Some((_, subpat)), true) = (&pat.subpat, pat.by_ref.is_some()) {
            self.visit_pat(subpat);
        }
    }
    fn visit_pat_wild(&mut self, _: &syn::PatWild) {
        self.leaves = true;
    }
    fn visit_pat_rest(&mut self, _: &syn::PatRest) {
        self.leaves = true;
    }
    fn visit_pat_struct(&mut self, pat: &syn::PatStruct) {
        self.leaves |= pat.rest.is_some();
        visit::visit_pat_struct(self, pat);
    }
    fn visit_pat_guard(&mut self, pat: &syn::PatGuard) {
        self.visit_pat(&pat.pat);
    }
    fn visit_expr(&mut self, _: &syn::Expr) {}
}

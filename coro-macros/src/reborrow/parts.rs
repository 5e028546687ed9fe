//! Which parts of a value the alternatives of a pattern test, and which they bind.
//!
//! In: a pattern whose alternatives are matched again. Out: whether something that one of them binds, and that may be
//! given another value by that name, is what one of them tests: then another one might match.

use quote::ToTokens;
use syn::{FieldPat, Pat, Path, punctuated::Punctuated};

use crate::resolve::is_binding;

/// Tells whether a pattern binds what it, or another of its alternatives, also tests: `n @ 1..=9`,
/// `(x, 0) | (0, x)`.
pub fn binds_what_is_tested(pat: &Pat) -> bool {
    let mut parts = Parts { way: Vec::new(), bound: Vec::new(), tested: Vec::new() };
    parts.read(pat);
    let Parts { bound, tested, .. } = parts;
    bound.iter().any(|bound| tested.iter().any(|tested| leads_to(bound, tested)))
}

/// A step to a part of a value.
#[derive(Clone)]
struct Step {
    /// The last name of the variant's or the struct's path, if there is one.
    of: Option<String>,
    /// The field, or the number of the element, if it is known.
    part: Option<String>,
}

impl Step {
    fn may_be(&self, other: &Self) -> bool {
        let is_open = |of: &Option<String>| of.as_deref() == Some("Self");
        (self.of == other.of || is_open(&self.of) || is_open(&other.of))
            && (self.part == other.part || self.part.is_none() || other.part.is_none())
    }
}

/// Tells whether a part is another one, or holds that.
fn leads_to(part: &[Step], other: &[Step]) -> bool {
    part.len() <= other.len() && part.iter().zip(other).all(|(one, other)| one.may_be(other))
}

/// What a pattern does with the parts of what it matches.
struct Parts {
    way: Vec<Step>,
    bound: Vec<Vec<Step>>,
    tested: Vec<Vec<Step>>,
}

impl Parts {
    fn read(&mut self, pat: &Pat) {
        match pat {
            Pat::Paren(pat) => self.read(&pat.pat),
            Pat::Type(pat) => self.read(&pat.pat),
            Pat::Reference(pat) => self.read(&pat.pat),
            Pat::Guard(pat) => self.read(&pat.pat),
            Pat::Or(pat) => pat.cases.iter().for_each(|case| self.read(case)),
            Pat::Wild(_) | Pat::Rest(_) => {}
            Pat::Ident(pat) if is_binding(pat) => {
                self.bound.push(self.way.clone());
                if let Some((_, inner)) = &pat.subpat {
                    self.read(inner);
                }
            }
            Pat::Tuple(pat) => self.elements(None, &pat.elems),
            Pat::TupleStruct(pat) => {
                self.test();
                self.elements(last_name(&pat.path), &pat.elems);
            }
            Pat::Slice(pat) => {
                self.test();
                self.elements(None, &pat.elems);
            }
            Pat::Struct(pat) => {
                self.test();
                pat.fields.iter().for_each(|field| self.field(last_name(&pat.path), field));
            }
            _ => self.test(),
        }
    }

    fn test(&mut self) {
        self.tested.push(self.way.clone());
    }

    fn field(&mut self, of: Option<String>, field: &FieldPat) {
        let part = Some(field.member.to_token_stream().to_string());
        self.way.push(Step { of, part });
        self.read(&field.pat);
        self.way.pop();
    }

    /// Reads elements; behind `..`, their numbers depend on how many there are.
    fn elements<P>(&mut self, of: Option<String>, elems: &Punctuated<Pat, P>) {
        let mut is_counted = true;
        for (index, elem) in elems.iter().enumerate() {
            is_counted &= !is_rest(elem);
            let part = is_counted.then(|| index.to_string());
            self.way.push(Step { of: of.clone(), part });
            self.read(elem);
            self.way.pop();
        }
    }
}

fn is_rest(elem: &Pat) -> bool {
    match elem {
        Pat::Rest(_) => true,
        Pat::Ident(pat) => pat.subpat.as_ref().is_some_and(|(_, inner)| is_rest(inner)),
        _ => false,
    }
}

fn last_name(path: &Path) -> Option<String> {
    path.segments.last().map(|last| last.ident.to_string())
}

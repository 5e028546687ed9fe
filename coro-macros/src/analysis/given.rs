//! What a value is given to.
//!
//! In: a pattern or a place. Out: the locals that are given the value or a part of it, each with how many patterns of
//! parts it stands in.

use syn::{Expr, Pat, PatGuard, PatIdent, Type};

use crate::{
    bindings::Target,
    resolve::names::{Local, Locals},
    visit::{self, Visit},
};

/// What is given a value.
pub struct Given<'a> {
    /// The locals, each with how deep in the value its own is.
    pub names: Vec<(Local, usize)>,
    /// Those of them that only borrow it.
    pub by_reference: Vec<Local>,
    /// Whether one local is given all of it.
    pub whole: bool,
    /// The type that is written.
    pub ty: Option<&'a Type>,
}

impl<'a> Given<'a> {
    /// Reads what a pattern binds, or an assignment.
    pub fn by(target: &Target<'a>, locals: &Locals) -> Self {
        let (pat, ty) = match target {
            Target::Place(place) => {
                let names = locals.of_expr(place).map(|local| (local, 0)).into_iter().collect();
                return Self { names, by_reference: Vec::new(), whole: true, ty: None };
            }
            Target::Pattern(Pat::Type(pat)) => (&*pat.pat, Some(&*pat.ty)),
            Target::Pattern(pat) => (*pat, None),
        };
        let mut depths = Depths { locals, depth: 0, found: Vec::new(), by_reference: Vec::new() };
        depths.visit_pat(pat);
        let Depths { found, by_reference, .. } = depths;
        Self { names: found, by_reference, whole: matches!(pat, Pat::Ident(_)), ty }
    }
}

/// Measures in how many patterns of parts each name stands; those that a guard binds stand in none.
struct Depths<'a> {
    locals: &'a Locals,
    depth: usize,
    found: Vec<(Local, usize)>,
    by_reference: Vec<Local>,
}

impl Depths<'_> {
    fn note(&mut self, local: Local, depth: usize) {
        if self.found.iter().all(|(found, _)| *found != local) {
            self.found.push((local, depth));
        }
    }
}

impl Visit<'_> for Depths<'_> {
    fn visit_pat(&mut self, pat: &Pat) {
        let depth = self.depth;
        self.depth += match pat {
            Pat::Tuple(_) | Pat::TupleStruct(_) | Pat::Struct(_) | Pat::Slice(_) => 1,
            // It copies what it goes through.
            Pat::Reference(_) => 2,
            _ => 0,
        };
        visit::visit_pat(self, pat);
        self.depth = depth;
    }

    fn visit_pat_ident(&mut self, pat: &PatIdent) {
        if let Some(local) = self.locals.get(&pat.ident) {
            self.note(local, self.depth);
            self.by_reference.extend(pat.by_ref.is_some().then_some(local));
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_pat_guard(&mut self, pat: &PatGuard) {
        self.visit_pat(&pat.pat);
        for local in self.locals.bound_by_condition(&pat.guard) {
            self.note(local, usize::MAX);
        }
    }

    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_type(&mut self, _: &Type) {}
}

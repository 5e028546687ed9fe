//! Patterns: what they bind, and what they move out of a place that is matched.

use super::{
    Gen,
    env::{Status, Var},
    matching::Subject,
    ty::Ty,
};

/// A local that a pattern binds.
#[derive(Clone, Debug)]
pub(super) struct Bind {
    pub name: String,
    pub ty: Ty,
    pub mutable: bool,
}

/// A pattern.
#[derive(Clone, Debug, Default)]
pub(super) struct Pat {
    pub text: String,
    pub binds: Vec<Bind>,
    /// For a type with fields: which of them the pattern moves.
    pub fields: Option<Vec<bool>>,
}

impl Pat {
    pub(super) fn new(text: impl Into<String>, binds: Vec<Bind>) -> Self {
        Self { text: text.into(), binds, fields: None }
    }

    /// Says whether matching a place moves out of it.
    pub(super) fn moves(&self) -> bool {
        self.binds.iter().any(|bind| !bind.ty.is_copy())
    }

    /// Says whether some part is borrowed.
    pub(super) fn borrows(&self) -> bool {
        self.text.contains("ref ")
    }

    /// Says whether there is a `..`, which is not of a range.
    pub(super) fn has_rest(&self) -> bool {
        self.text.replace("..=", "").contains("..")
    }
}

impl Gen {
    /// Declares what a pattern binds.
    pub(super) fn declare_all(&mut self, binds: Vec<Bind>) {
        for bind in binds {
            self.declare(bind.name, bind.ty, bind.mutable, Status::Init);
        }
    }

    pub(super) fn declare(&mut self, name: String, ty: Ty, mutable: bool, status: Status) -> usize {
        if matches!(ty, Ty::MutAcc) {
            self.clonable = false;
        }
        let loop_depth = self.loop_depth;
        let var = Var { name, ty, mutable, loop_depth, shared: 0, exclusive: 0 };
        self.env.declare(var, status)
    }

    /// Says whether a local or a value may lose a part: what lives across a suspension is documented
    /// to be moved whole, and so is what only lives in a branch that is taken apart because of one.
    pub(super) fn may_lose_part(&self) -> bool {
        self.config.differences || self.last
    }

    /// Says whether a pattern moves a part of a place and leaves another.
    fn splits(pat: &Pat) -> bool {
        let mut words = pat.text.split(|c: char| !c.is_alphanumeric() && c != '_');
        pat.moves() && (pat.has_rest() || words.any(|word| word == "_"))
    }

    /// A pattern of a parameter, which lives across suspensions: `..` would split it, but for an array.
    pub(super) fn whole_parameter(&mut self, ty: &Ty, names: &mut Vec<String>) -> Pat {
        loop {
            let mut taken = names.clone();
            let pattern = self.irrefutable(ty, false, &mut taken);
            let leaves = pattern.text.replace(", ..]", "]").contains("..");
            if self.config.differences || !pattern.moves() || !leaves {
                *names = taken;
                return pattern;
            }
        }
    }

    /// Makes patterns for a subject until none splits a local that has to stay whole.
    pub(super) fn whole(
        &mut self,
        subject: &Subject,
        mut make: impl FnMut(&mut Self) -> Vec<Pat>,
    ) -> Vec<Pat> {
        let free = subject.place.is_none() || self.may_lose_part();
        for _ in 0..20 {
            self.borrows = subject.place.is_none() && !subject.by_ref && !self.no_ref;
            let patterns = make(self);
            self.borrows = false;
            if free || !patterns.iter().any(Self::splits) {
                return patterns;
            }
        }
        vec![self.bind_name(&subject.ty, subject.by_ref, &mut Vec::new())]
    }

    /// Makes patterns for what a branch matches. What `..` leaves of a value from which others
    /// take their parts is documented to end at a suspension in the branch, and where it is taken apart.
    pub(super) fn matched(
        &mut self,
        subject: &Subject,
        mut make: impl FnMut(&mut Self) -> Vec<Pat>,
    ) -> Vec<Pat> {
        let free = self.config.differences || self.stays_native();
        let free = free || subject.by_ref || subject.place.is_some();
        let leaves = |pat: &Pat| (!pat.binds.is_empty() || pat.borrows()) && pat.has_rest();
        self.whole(subject, |this| {
            loop {
                let patterns = make(this);
                if free || !patterns.iter().any(leaves) {
                    break patterns;
                }
            }
        })
    }

    /// The pattern of a loop, irrefutable.
    pub(super) fn binding_pattern(&mut self, ty: &Ty) -> (String, Vec<Bind>) {
        let text = String::new();
        let subject = Subject { text, ty: ty.clone(), place: None, by_ref: false };
        let make = |this: &mut Self| vec![this.irrefutable(ty, false, &mut Vec::new())];
        let pat = self.matched(&subject, make).remove(0);
        (pat.text, pat.binds)
    }

    /// An irrefutable pattern; by reference, it binds references to outer data.
    pub(super) fn irrefutable(&mut self, ty: &Ty, by_ref: bool, names: &mut Vec<String>) -> Pat {
        if let (Ty::Ref(item), false) = (ty, by_ref) {
            if matches!(**item, Ty::St | Ty::Tup(_) | Ty::Pt) && self.rng.percent(50) {
                return self.irrefutable(&item.clone(), true, names);
            }
        }
        let fields = ty.fields();
        if !fields.is_empty() && *ty != Ty::Host && self.rng.percent(65) {
            return self.product(ty, &fields, by_ref, names);
        }
        if let (Ty::Arr(item, count), false) = (ty, by_ref) {
            if self.rng.percent(50) && (item.is_copy() || self.no_rest == 0) {
                let borrows = std::mem::take(&mut self.borrows);
                let first = self.irrefutable(item, false, names);
                let rest = if *count == 2 && self.rng.percent(60) {
                    self.irrefutable(item, false, names)
                } else {
                    Pat::new("..", Vec::new())
                };
                self.borrows = borrows;
                let mut binds = first.binds;
                binds.extend(rest.binds);
                return Pat::new(format!("[{}, {}]", first.text, rest.text), binds);
            }
        }
        let droppable = !ty.is_copy() && !by_ref;
        if self.rng.percent(10) && !(droppable && self.no_rest > 0) {
            return Pat::new("_", Vec::new());
        }
        if self.borrows && droppable && self.no_rest == 0 && self.rng.percent(8) {
            // Nothing mentions the name: a borrow does not live across a suspension.
            self.names += 1;
            let mutable = if self.rng.percent(30) { "mut " } else { "" };
            return Pat::new(format!("ref {mutable}r{}", self.names), Vec::new());
        }
        self.bind_name(ty, by_ref, names)
    }

    fn bind_name(&mut self, ty: &Ty, by_ref: bool, names: &mut Vec<String>) -> Pat {
        let mut name = self.name();
        while names.contains(&name) {
            self.names += 1;
            name = format!("x{}", self.names);
        }
        names.push(name.clone());
        let mutable = !by_ref && self.rng.percent(45);
        let text = if mutable { format!("mut {name}") } else { name.clone() };
        let ty = if by_ref { ty.clone().by_ref() } else { ty.clone() };
        Pat::new(text, vec![Bind { name, ty, mutable }])
    }

    /// `(a, _)`, `St { a, n: 3 .. }`, `Pt(a, ..)`.
    fn product(
        &mut self,
        ty: &Ty,
        fields: &[(String, Ty)],
        by_ref: bool,
        names: &mut Vec<String>,
    ) -> Pat {
        let may_omit = !self.droppable_rest_forbidden(by_ref);
        let mut texts = Vec::new();
        let mut binds = Vec::new();
        let mut moved = vec![false; fields.len()];
        let mut omitted = false;
        for (index, (name, field)) in fields.iter().enumerate() {
            let droppable = !field.is_copy();
            if (may_omit || !droppable) && !matches!(ty, Ty::Tup(_)) && self.rng.percent(20) {
                omitted = true;
                // A positional field can only be left out at the end.
                if *ty == Ty::Pt {
                    break;
                }
                continue;
            }
            let inner = self.irrefutable(field, by_ref, names);
            moved[index] = inner.moves();
            texts.push(if matches!(ty, Ty::St) {
                if inner.text == *name { inner.text } else { format!("{name}: {}", inner.text) }
            } else {
                inner.text
            });
            binds.extend(inner.binds);
        }
        if omitted {
            texts.push("..".into());
        }
        let inside = texts.join(", ");
        let text = match ty {
            Ty::St => format!("St {{ {inside} }}"),
            Ty::Pt => format!("Pt({inside})"),
            _ => format!("({inside})"),
        };
        Pat { text, binds, fields: Some(moved) }
    }

    fn droppable_rest_forbidden(&self, by_ref: bool) -> bool {
        self.no_rest > 0 && !by_ref
    }
}

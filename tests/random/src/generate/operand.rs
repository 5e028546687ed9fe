//! Operands in order: values, references to places and to temporaries, receivers.
//!
//! Invariant: what an operand borrows stays locked while the later ones are generated.

use super::{
    Gen, Need,
    ex::{Ex, Level},
    ty::Ty,
};

/// What an operand is.
#[derive(Clone, Debug)]
pub(super) enum Slot {
    /// A value of the type.
    Value(Ty),
    /// A shared reference to a value of the type.
    Ref(Ty),
    /// A place that a method borrows by itself.
    Receiver(Ty),
    /// An exclusive reference to a local of the type.
    Mut(usize),
    /// A local that a method borrows exclusively.
    MutReceiver(usize),
}

impl Slot {
    fn can_suspend(&self) -> bool {
        !matches!(self, Self::Mut(_) | Self::MutReceiver(_))
    }
}

impl Gen {
    /// Generates operands from left to right.
    pub(super) fn operands(&mut self, slots: &[Slot], must: bool) -> Vec<Ex> {
        let able: Vec<_> = (0..slots.len()).filter(|&n| slots[n].can_suspend()).collect();
        let mut needs = vec![Need::No; slots.len()];
        for (&n, need) in able.iter().zip(self.share(must, able.len())) {
            needs[n] = need;
        }
        let mut parts: Vec<Ex> = Vec::new();
        for (slot, need) in slots.iter().zip(needs) {
            let suspends = self.decide(need);
            let borrows = !parts.is_empty()
                && slots[..parts.len()].iter().any(|slot| !matches!(slot, Slot::Value(_)));
            let suspends = suspends && (!borrows || self.config.immovable || need == Need::Must);
            if suspends && borrows {
                self.movable = false;
            }
            let part = self.operand(slot, suspends);
            self.lock(&part);
            parts.push(part);
        }
        for part in &parts {
            self.unlock(part);
        }
        parts
    }

    fn operand(&mut self, slot: &Slot, must: bool) -> Ex {
        match slot {
            Slot::Value(ty) => self.expr(ty, if must { Need::Must } else { Need::No }),
            Slot::Ref(ty) => {
                let place = self.place(ty, must, true);
                let text = if place.by_ref {
                    place.ex.text.clone()
                } else {
                    format!("&{}", place.ex.at(Level::Unary))
                };
                Ex { text, level: Level::Unary, ..place.ex }
            }
            Slot::Receiver(ty) => {
                let place = self.place(ty, must, false);
                Ex { text: place.ex.at(Level::Postfix), level: Level::Postfix, ..place.ex }
            }
            Slot::Mut(index) => {
                let name = self.env.vars[*index].name.clone();
                let text = if self.env.vars[*index].ty == Ty::MutAcc {
                    format!("&mut *{name}")
                } else {
                    format!("&mut {name}")
                };
                Ex::new(Level::Unary, text).borrowing(*index, true)
            }
            Slot::MutReceiver(index) => {
                // Until the call, a receiver's borrow lets others read.
                Ex::atom(self.env.vars[*index].name.clone()).borrowing(*index, false)
            }
        }
    }

    /// Generates something to borrow: a local, a field, an element, outer data, a temporary.
    fn place(&mut self, ty: &Ty, must: bool, explicit: bool) -> Place {
        if !must {
            let local = self.rng.percent(70).then(|| self.local_place(ty, explicit)).flatten();
            if let Some(place) = local {
                return place;
            }
        }
        if self.temps_allowed() && !self.env.dead {
            let need = if must { Need::Must } else { Need::No };
            return Place { ex: self.expr(ty, need), by_ref: false };
        }
        if must {
            // A suspension that leaves no temporary.
            let before = self.suspend_text();
            let n = self.literal();
            let outer = self.fresh(ty).text;
            let text = format!("{{ {before}; let _ = op({n}); outer({outer}) }}");
            return Place { ex: Ex::block(text), by_ref: explicit };
        }
        let outer = self.fresh(ty).text;
        Place { ex: Ex::atom(format!("outer({outer})")), by_ref: explicit }
    }

    fn local_place(&mut self, ty: &Ty, explicit: bool) -> Option<Place> {
        if self.env.dead {
            return None;
        }
        let mut places = Vec::new();
        for index in self.env.find(|_, _| true) {
            if !self.env.can_read(index) {
                continue;
            }
            let var = &self.env.vars[index];
            let name = var.name.clone();
            match &var.ty {
                own if own == ty => places.push(Place::of(Ex::atom(name).borrowing(index, false))),
                Ty::Ref(item) if **item == *ty => {
                    places.push(Place { ex: Ex::atom(name), by_ref: true });
                }
                Ty::Ref(item) => {
                    for (field, field_ty) in item.fields() {
                        if field_ty == *ty {
                            places.push(Place::of(Ex::atom(format!("{name}.{field}"))));
                        }
                    }
                }
                // A reference to an element cannot be carried.
                Ty::Arr(item, _) if **item == *ty && (!explicit || self.is_calm()) => {
                    let n = self.literal();
                    let text = format!("{name}[(op({n}) & 1) as usize]");
                    places.push(Place::of(Ex::atom(text).borrowing(index, false)));
                }
                Ty::Slice(item) if **item == *ty => {
                    let n = self.literal();
                    places.push(Place::of(Ex::atom(format!("{name}[(op({n}) & 1) as usize]"))));
                }
                Ty::Box(item) if **item == *ty => {
                    let text = format!("*{name}");
                    places.push(Place::of(Ex::new(Level::Unary, text).borrowing(index, false)));
                }
                Ty::MutAcc if *ty == Ty::D => {
                    places.push(Place::of(Ex::atom(format!("{name}.d")).borrowing(index, false)));
                }
                own => {
                    for (field, field_ty) in own.fields() {
                        if field_ty == *ty {
                            let ex = Ex::atom(format!("{name}.{field}")).borrowing(index, false);
                            places.push(Place::of(ex));
                        }
                    }
                }
            }
        }
        if places.is_empty() {
            return None;
        }
        let chosen = self.rng.below(places.len());
        Some(places.swap_remove(chosen))
    }
}

/// Something to borrow.
struct Place {
    ex: Ex,
    /// It is a reference already.
    by_ref: bool,
}

impl Place {
    fn of(ex: Ex) -> Self {
        Self { ex, by_ref: false }
    }
}

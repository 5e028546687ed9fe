//! Assignment to locals, fields, elements and through references; compound assignment.
//!
//! Invariant: the right side is generated first, as it runs first.

use super::{
    Gen, Need,
    env::Status,
    ex::{Ex, Level},
    ty::Ty,
};

/// What is assigned to.
enum Place {
    Local(usize),
    Field(usize, usize),
    Element(usize),
    Boxed(usize),
    AccNumber(usize),
    AccValue(usize),
}

impl Gen {
    pub(super) fn assign_statement(&mut self, must: bool) -> String {
        let place = self.new_place();
        let ex = self.assign_value(&Ty::Unit, must);
        place + &ex.map_or_else(|| self.let_statement(must), |ex| format!("{};", ex.text))
    }

    pub(super) fn op_assign_statement(&mut self, must: bool) -> String {
        let place = self.new_place();
        let ex = self.op_assign_value(&Ty::Unit, must);
        place + &ex.map_or_else(|| self.let_statement(must), |ex| format!("{};", ex.text))
    }

    /// Now and then, a local that can be assigned to in part.
    fn new_place(&mut self) -> String {
        if !self.rng.percent(35) || self.no_move > 0 {
            return String::new();
        }
        let ty =
            [Ty::Arr(Ty::Int.into(), 2), Ty::Arr(Ty::D.into(), 2), Ty::Box(Ty::D.into()), Ty::St]
                [self.rng.below(4)]
            .clone();
        let value = self.fresh(&ty).text;
        self.names += 1;
        let name = format!("x{}", self.names);
        self.declare(name.clone(), ty, true, Status::Init);
        format!("let mut {name} = {value};\n")
    }

    /// The places that can be assigned to, with their types.
    fn places(&self) -> Vec<(Place, Ty)> {
        let mut places = Vec::new();
        for index in self.env.find(|var, _| var.name != "self") {
            let var = &self.env.vars[index];
            let free = var.shared == 0 && var.exclusive == 0;
            if !free {
                continue;
            }
            if self.env.can_assign(index, self.loop_depth)
                && !matches!(var.ty, Ty::Closure(_) | Ty::MutAcc | Ty::Host | Ty::Guard)
            {
                places.push((Place::Local(index), var.ty.clone()));
            }
            let init = self.env.status[index] == Status::Init;
            match &var.ty {
                Ty::MutAcc if init => {
                    places.push((Place::AccNumber(index), Ty::Int));
                    places.push((Place::AccValue(index), Ty::D));
                }
                _ if !var.mutable => {}
                Ty::Arr(item, _) if init => places.push((Place::Element(index), (**item).clone())),
                Ty::Box(item) if init => places.push((Place::Boxed(index), (**item).clone())),
                ty => {
                    let partial = matches!(self.env.status[index], Status::Parts(_));
                    if init || partial {
                        for (field, (_, ty)) in ty.fields().into_iter().enumerate() {
                            places.push((Place::Field(index, field), ty));
                        }
                    }
                }
            }
        }
        places
    }

    /// `place = e`.
    pub(super) fn assign_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        let mut places = self.places();
        if places.is_empty() {
            return None;
        }
        // Parts of a local are rarer than locals, and more interesting.
        if self.rng.percent(50) && places.iter().any(|(place, _)| !matches!(place, Place::Local(_)))
        {
            places.retain(|(place, _)| !matches!(place, Place::Local(_)));
        }
        let chosen = self.rng.below(places.len());
        let (place, ty) = places.swap_remove(chosen);
        let need = if must { Need::Must } else { Need::No };
        let value = self.expr(&ty, need);
        if !self.still_there(&place) {
            // The right side has moved what was to be assigned to.
            return Some(Ex::atom(format!("eat({})", value.text)));
        }
        let text = self.place_text(&place, must);
        self.note_assignment(&place);
        Some(Ex::new(Level::Assign, format!("{text} = {}", value.text)))
    }

    /// Says whether the place can be assigned to after the right side ran.
    fn still_there(&self, place: &Place) -> bool {
        match place {
            Place::Local(index) => {
                let index = *index;
                self.env.dead
                    || (self.env.vars[index].mutable || self.env.status[index] == Status::Unborn)
            }
            Place::Field(index, _) => {
                self.env.dead || matches!(self.env.status[*index], Status::Init | Status::Parts(_))
            }
            Place::Element(index)
            | Place::Boxed(index)
            | Place::AccNumber(index)
            | Place::AccValue(index) => self.env.dead || self.env.status[*index] == Status::Init,
        }
    }

    fn place_text(&mut self, place: &Place, must: bool) -> String {
        match place {
            Place::Local(index) => self.env.vars[*index].name.clone(),
            Place::Field(index, field) => {
                let var = &self.env.vars[*index];
                format!("{}.{}", var.name, var.ty.fields()[*field].0)
            }
            Place::Element(index) => {
                let name = Ex::atom(self.env.vars[*index].name.clone()).borrowing(*index, true);
                self.lock(&name);
                let need = if must { Need::May } else { Need::No };
                let at = self.expr(&Ty::Int, need);
                self.unlock(&name);
                format!("{}[{}]", name.text, super::scalar::as_index(&at))
            }
            Place::Boxed(index) => format!("*{}", self.env.vars[*index].name),
            Place::AccNumber(index) => format!("{}.n", self.env.vars[*index].name),
            Place::AccValue(index) => format!("{}.d", self.env.vars[*index].name),
        }
    }

    fn note_assignment(&mut self, place: &Place) {
        if self.env.dead {
            return;
        }
        match place {
            Place::Local(index) => self.env.status[*index] = Status::Init,
            Place::Field(index, field) => {
                if let Status::Parts(parts) = &mut self.env.status[*index] {
                    parts[*field] = Status::Init;
                    if parts.iter().all(|part| *part == Status::Init) {
                        self.env.status[*index] = Status::Init;
                    }
                }
            }
            _ => {}
        }
    }

    /// `place += e` and its like.
    pub(super) fn op_assign_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        let usable = |(place, ty): &(Place, Ty)| match place {
            Place::Local(index) if *ty == Ty::D => {
                self.env.can_change(*index) && (!must || self.config.immovable)
            }
            Place::Local(index) | Place::Element(index) => {
                *ty == Ty::Int && self.env.can_change(*index)
            }
            Place::Field(index, _) => *ty == Ty::Int && self.env.status[*index] == Status::Init,
            Place::AccNumber(_) => true,
            _ => false,
        };
        let mut places: Vec<_> = self.places().into_iter().filter(usable).collect();
        if places.is_empty() {
            return None;
        }
        let chosen = self.rng.below(places.len());
        let (place, ty) = places.swap_remove(chosen);
        let need = if must { Need::Must } else { Need::No };
        let value = if ty == Ty::D {
            // An overloaded operator borrows its left side first.
            let Place::Local(index) = place else { return None };
            let left = Ex::atom("").borrowing(index, false);
            self.lock(&left);
            let value = self.expr(&Ty::Int, need);
            self.unlock(&left);
            if must {
                self.movable = false;
            }
            value
        } else {
            self.expr(&Ty::Int, need)
        };
        if !self.still_there(&place) {
            return Some(Ex::atom(format!("eat({})", value.text)));
        }
        let suspends = must || value.text.contains("yield");
        let text = match place {
            // Which of an index and a value that suspends comes first, their types tell.
            Place::Element(index) if suspends => format!("{}[0]", self.env.vars[index].name),
            _ => self.place_text(&place, false),
        };
        let operator = if ty == Ty::D { "+=" } else { ["+=", "^=", "-=", "|="][self.rng.below(4)] };
        let value = match operator {
            "+=" | "-=" if ty == Ty::Int => format!("{} & 7", value.at(Level::BitAnd)),
            _ => value.text,
        };
        Some(Ex::new(Level::Assign, format!("{text} {operator} {value}")))
    }

    /// `(a, b) = (e, f);`.
    pub(super) fn destructuring_assignment(&mut self, must: bool) -> String {
        let locals = self.env.find(|var, _| matches!(var.ty, Ty::D | Ty::Int) && var.mutable);
        let assignable = |&index: &usize| self.env.can_assign(index, self.loop_depth);
        let locals: Vec<_> = locals.into_iter().filter(assignable).collect();
        if locals.len() < 2 || self.no_move > 0 {
            return self.let_statement(must);
        }
        let first = *self.rng.pick(&locals);
        let others: Vec<_> = locals.into_iter().filter(|&index| index != first).collect();
        let second = *self.rng.pick(&others);
        let types = vec![self.env.vars[first].ty.clone(), self.env.vars[second].ty.clone()];
        let need = if must { Need::Must } else { Need::No };
        let value = self.expr(&Ty::Tup(types), need).text;
        let hole = self.rng.percent(25);
        self.assigned(first);
        if !hole {
            self.assigned(second);
        }
        let (a, b) = (&self.env.vars[first].name, &self.env.vars[second].name);
        let b = if hole { "_" } else { b };
        format!("({a}, {b}) = {value};")
    }
}

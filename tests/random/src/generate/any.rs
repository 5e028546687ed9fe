//! Expressions of any type: calls, methods, fields, `?`.

use super::{
    Gen, Need,
    ex::{Ex, Level},
    operand::Slot,
    ty::Ty,
};

impl Gen {
    /// `id(e)`.
    pub(super) fn id_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(ty.clone())], must);
        Some(Ex::atom(format!("id({})", parts[0].text)))
    }

    /// `first(e, other)`.
    pub(super) fn first_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let other = self.any_type();
        let parts = self.operands(&[Slot::Value(ty.clone()), Slot::Value(other)], must);
        Some(Ex::atom(format!("first({}, {})", parts[0].text, parts[1].text)))
    }

    /// `pick(a, b)`.
    pub(super) fn pick_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(ty.clone()), Slot::Value(ty.clone())], must);
        Some(Ex::atom(format!("pick({}, {})", parts[0].text, parts[1].text)))
    }

    /// `(|x| …)(e)`: a closure that captures nothing, called at once.
    pub(super) fn closure_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(ty.clone())], must);
        let inner =
            self.in_closure(
                |this| {
                    if this.rng.percent(50) { "y".into() } else { this.closure_tail("y") }
                },
            );
        Some(Ex::atom(format!("(|y: {}| {inner})({})", ty.text(), parts[0].text)))
    }

    /// A closure body that may leave early.
    fn closure_tail(&mut self, name: &str) -> String {
        let n = self.literal();
        format!("{{ if check(op({n})) {{ return {name}; }} {name} }}")
    }

    /// Runs `f` as inside a closure: nothing suspends there or jumps out.
    pub(super) fn in_closure<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        self.no_yield += 1;
        self.no_jump += 1;
        let value = f(self);
        self.no_yield -= 1;
        self.no_jump -= 1;
        value
    }

    /// `option.unwrap_or(e)` and its like.
    pub(super) fn unwrap_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let option = ty.clone().opt();
        if self.rng.percent(70) {
            let parts = self.operands(&[Slot::Value(option), Slot::Value(ty.clone())], must);
            let (option, other) = (parts[0].at(Level::Postfix), &parts[1].text);
            return Some(Ex::atom(format!("{option}.unwrap_or({other})")));
        }
        let parts = self.operands(&[Slot::Value(option)], must);
        let other = self.fresh(ty).text;
        Some(Ex::atom(format!("{}.unwrap_or_else(|| {other})", parts[0].at(Level::Postfix))))
    }

    /// `mem::replace(&mut x, e)`.
    pub(super) fn replace_call(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        let locals = self.env.find(|var, _| var.ty == *ty);
        let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_change(i)).collect();
        if locals.is_empty() || (must && !self.config.immovable) {
            return None;
        }
        let index = *self.rng.pick(&locals);
        let parts = self.operands(&[Slot::Mut(index), Slot::Value(ty.clone())], must);
        Some(Ex::atom(format!("std::mem::replace({}, {})", parts[0].text, parts[1].text)))
    }

    /// `(a, b).0`, `st.a`: a field of a temporary, whose rest drops when the statement ends.
    pub(super) fn field_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let other = self.any_type();
        let (whole, field) = match ty {
            Ty::D if self.rng.percent(50) => {
                [(Ty::St, "a"), (Ty::St, "b"), (Ty::Pt, "0")][self.rng.below(3)].clone()
            }
            Ty::Int if matches!(self.input, Ty::Tup(_)) && self.rng.percent(30) => {
                (self.input.clone(), "1")
            }
            Ty::Int if self.rng.percent(50) => {
                [(Ty::St, "n"), (Ty::Pt, "1")][self.rng.below(2)].clone()
            }
            _ if self.rng.percent(50) => (Ty::Tup(vec![ty.clone(), other]), "0"),
            _ => (Ty::Tup(vec![other, ty.clone()]), "1"),
        };
        if !self.temps_allowed() && !whole.is_copy() {
            return None;
        }
        if !ty.is_copy() && !self.may_lose_part() {
            return self.tuple_part(ty, must);
        }
        let need = if must { Need::Must } else { Need::No };
        let whole = self.expr(&whole, need).at(Level::Postfix);
        Some(Ex::atom(format!("{whole}.{field}")))
    }

    /// `(a, b).0` of a tuple that is written there.
    fn tuple_part(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if !self.temps_allowed() {
            return None;
        }
        let mut slots = [Slot::Value(ty.clone()), Slot::Value(self.any_type())];
        // Where patterns take the second one apart, it is refused.
        let field = if self.config.differences { self.rng.below(2) } else { 0 };
        if field == 1 {
            slots.swap(0, 1);
        }
        let parts = self.operands(&slots, must);
        Some(Ex::atom(format!("({}, {}).{field}", parts[0].text, parts[1].text)))
    }

    /// `attempt(e)?` or `maybe(e)?`, where the function returns such a type.
    pub(super) fn try_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_jump > 0 || self.no_move > 0 {
            return None;
        }
        let whole = match &self.ret {
            Ty::Res(_, error) if matches!(**error, Ty::Er | Ty::Fail) => ty.clone().res(),
            Ty::Opt(_) => ty.clone().opt(),
            _ if self.yields_errors => ty.clone().res(),
            _ => return None,
        };
        let need = if must { Need::Must } else { Need::No };
        let whole = self.expr(&whole, need).at(Level::Postfix);
        Some(Ex::atom(format!("{whole}?")))
    }
}

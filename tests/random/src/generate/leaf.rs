//! Expressions without operands: literals, constructors, locals.

use std::sync::Arc;

use super::{
    Gen,
    env::Status,
    ex::{Ex, Level},
    ty::{Closure, Ty},
};

impl Gen {
    /// A small number.
    pub(super) fn literal(&mut self) -> String {
        self.rng.below(10).to_string()
    }

    /// A value of the type that suspends nowhere.
    pub(super) fn leaf(&mut self, ty: &Ty) -> Ex {
        if *ty == Ty::Int && self.rng.percent(25) {
            if let Some(ex) = self.short_closure_call() {
                return ex;
            }
        }
        if !self.env.dead && self.rng.percent(65) {
            if let Some(ex) = self.local(ty) {
                return ex;
            }
        }
        self.fresh(ty)
    }

    /// A local of the type: moved, copied or cloned.
    pub(super) fn local(&mut self, ty: &Ty) -> Option<Ex> {
        if self.env.dead {
            return None;
        }
        let mut found: Vec<Ex> = Vec::new();
        let mut moves: Vec<(usize, Option<usize>)> = Vec::new();
        for index in self.env.find(|_, _| true) {
            let var = &self.env.vars[index];
            let movable = self.no_move == 0 && self.env.can_move(index, self.loop_depth);
            // `self` stands for a host, to which the type of a reference does not fit.
            let fits = var.ty == *ty && !(*ty == Ty::MutAcc && var.name == "self");
            if fits && self.env.can_read(index) {
                let name = var.name.clone();
                if ty.is_copy() {
                    found.push(Ex::atom(name));
                } else if movable && !matches!(ty, Ty::Closure(_)) {
                    moves.push((index, None));
                }
            }
            self.fields_of(index, ty, movable, &mut found, &mut moves);
        }
        if let Ty::D | Ty::St | Ty::En | Ty::Opt(_) | Ty::Tup(_) = ty {
            let clones = self.env.find(|var, status| var.ty == *ty && *status == Status::Init);
            let clones: Vec<_> = clones.into_iter().filter(|&i| self.env.can_read(i)).collect();
            if !clones.is_empty() && (moves.is_empty() || self.rng.percent(15)) {
                let index = *self.rng.pick(&clones);
                return Some(Ex::atom(format!("{}.clone()", self.env.vars[index].name)));
            }
        }
        let count = found.len() + moves.len();
        if count == 0 {
            return None;
        }
        let chosen = self.rng.below(count);
        if chosen < found.len() {
            return Some(found.swap_remove(chosen));
        }
        let (index, field) = moves[chosen - found.len()];
        Some(self.move_out(index, field))
    }

    /// Finds fields of a local that have the type.
    fn fields_of(
        &self,
        index: usize,
        ty: &Ty,
        movable: bool,
        found: &mut Vec<Ex>,
        moves: &mut Vec<(usize, Option<usize>)>,
    ) {
        let var = &self.env.vars[index];
        if var.exclusive > 0 {
            return;
        }
        if let Ty::Ref(item) = &var.ty {
            let fields = item.fields().into_iter().filter(|(_, field)| field == ty && ty.is_copy());
            if self.env.can_read(index) {
                found.extend(fields.map(|(name, _)| Ex::atom(format!("{}.{name}", var.name))));
            }
        }
        for (field, (name, field_ty)) in var.ty.fields().into_iter().enumerate() {
            let there = match &self.env.status[index] {
                Status::Init => true,
                Status::Parts(parts) => parts[field] == Status::Init,
                _ => false,
            };
            if !there || field_ty != *ty {
                continue;
            }
            if ty.is_copy() {
                found.push(Ex::atom(format!("{}.{name}", var.name)));
            } else if self.may_lose_part() && (movable || self.can_move_part(index)) {
                moves.push((index, Some(field)));
            }
        }
    }

    /// Says whether a local that is partly moved can lose another part.
    fn can_move_part(&self, index: usize) -> bool {
        let var = &self.env.vars[index];
        matches!(self.env.status[index], Status::Parts(_))
            && self.no_move == 0
            && var.shared == 0
            && (var.mutable || var.loop_depth >= self.loop_depth)
    }

    /// Moves a local, or one of its fields.
    fn move_out(&mut self, index: usize, field: Option<usize>) -> Ex {
        let var = &self.env.vars[index];
        let name = var.name.clone();
        let Some(field) = field else {
            self.env.status[index] = Status::Gone;
            return Ex::atom(name);
        };
        let fields = var.ty.fields();
        let text = format!("{name}.{}", fields[field].0);
        let status = &mut self.env.status[index];
        if *status == Status::Init {
            *status = Status::Parts(vec![Status::Init; fields.len()]);
        }
        if let Status::Parts(parts) = status {
            parts[field] = Status::Gone;
        }
        Ex::atom(text)
    }

    /// A new value of the type.
    pub(super) fn fresh(&mut self, ty: &Ty) -> Ex {
        let n = self.literal();
        match ty {
            Ty::Unit => Ex::atom("()"),
            Ty::Int if self.rng.percent(15) => Ex::atom(self.named_text(&n)),
            Ty::Int => Ex::atom(n),
            Ty::Bool => Ex::atom(["cond()", "check(1)", "check(2)"][self.rng.below(3)]),
            Ty::Str => Ex::atom(format!("String::from(\"s{n}\")")),
            Ty::D => Ex::atom(format!("d({n})")),
            Ty::Host => Ex::literal(format!("Host {{ a: d({n}), n: {n}, b: d(1) }}")),
            Ty::St if self.rng.percent(50) => {
                Ex::literal(format!("St {{ a: d({n}), n: {n}, b: d(1) }}"))
            }
            Ty::St => Ex::atom(format!("st({n})")),
            Ty::Pt => Ex::atom(format!("Pt(d({n}), {n})")),
            Ty::En => match self.rng.below(4) {
                0 => Ex::atom("En::C"),
                1 => Ex::atom(format!("En::A(d({n}))")),
                2 => Ex::literal(format!("En::B {{ n: {n}, x: d(2) }}")),
                _ => Ex::atom(format!("en(op({n}))")),
            },
            Ty::Er => Ex::atom(format!("Er(d({n}))")),
            Ty::Fail => Ex::atom(format!("Fail(d({n}), {n})")),
            Ty::Guard => Ex::atom(format!("guard({n})")),
            Ty::Nums => Ex::atom(format!("nums({n})")),
            Ty::Ds => Ex::atom(format!("ds({n})")),
            Ty::Tup(items) => {
                let items: Vec<_> = items.iter().map(|item| self.fresh(item).text).collect();
                Ex::atom(format!("({})", items.join(", ")))
            }
            Ty::Opt(item) => match self.rng.below(3) {
                0 if **item != Ty::Int => Ex::atom(format!("None::<{}>", item.text())),
                1 => Ex::atom(format!("maybe({})", self.fresh(item).text)),
                _ => Ex::atom(format!("Some({})", self.fresh(item).text)),
            },
            Ty::Res(item, error) => match self.rng.below(3) {
                0 => {
                    let (item, value) = (item.text(), self.fresh(error).text);
                    Ex::atom(format!("Err::<{item}, {}>({value})", error.text()))
                }
                1 if **error == Ty::Er => Ex::atom(format!("attempt({})", self.fresh(item).text)),
                _ => {
                    let (own, value) = (item.text(), self.fresh(item).text);
                    Ex::atom(format!("Ok::<{own}, {}>({value})", error.text()))
                }
            },
            Ty::Vec(item) => self.fresh_vec(item),
            Ty::Arr(item, count) => {
                let items: Vec<_> = (0..*count).map(|_| self.fresh(item).text).collect();
                Ex::atom(format!("[{}]", items.join(", ")))
            }
            Ty::Box(item) => Ex::atom(format!("Box::new({})", self.fresh(item).text)),
            Ty::Ref(item) => Ex::atom(format!("outer({})", self.fresh(item).text)),
            Ty::Slice(item) => {
                let (a, b) = (self.fresh(item).text, self.fresh(item).text);
                Ex::atom(format!("outer([{a}, {b}]).as_slice()"))
            }
            Ty::MutAcc => Ex::atom(format!("outer_mut(Acc {{ n: {n}, d: d({n}) }})")),
            Ty::Closure(Closure::Fn | Closure::FnMut) => Ex::new(Level::Jump, "|k: i64| op(k)"),
            Ty::Closure(Closure::FnOnce) => Ex::new(Level::Jump, "|| d(3)"),
        }
    }

    fn fresh_vec(&mut self, item: &Arc<Ty>) -> Ex {
        let count = self.rng.below(4);
        if count == 0 {
            return Ex::atom(format!("Vec::<{}>::new()", item.text()));
        }
        let items: Vec<_> = (0..count).map(|_| self.fresh(item).text).collect();
        Ex::atom(format!("vec![{}]", items.join(", ")))
    }
}

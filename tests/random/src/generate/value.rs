//! Droppable values, composites and `()`.

use super::{
    Gen,
    ex::{Ex, Level},
    expr::Make,
    operand::Slot,
    ty::Ty,
};

impl Gen {
    pub(super) fn d_makes() -> Vec<Make> {
        vec![
            Self::d_call,
            Self::d_call,
            Self::with_method,
            Self::d_sum,
            Self::d_negative,
            Self::pair_field,
            Self::unbox,
            Self::once_closure_call,
            Self::taking_closure_call,
        ]
    }

    pub(super) fn unit_makes() -> Vec<Make> {
        vec![
            Self::eat_call,
            Self::assign_value,
            Self::assign_value,
            Self::op_assign_value,
            Self::op_assign_value,
            Self::while_value,
            Self::for_value,
        ]
    }

    fn d_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::atom(format!("d({})", self.operands(&[Slot::Value(Ty::Int)], must)[0].text)))
    }

    fn with_method(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(Ty::D), Slot::Value(Ty::Int)], must);
        let mut receiver = parts[0].at(Level::Postfix);
        let is_local = receiver.chars().all(|c| c.is_alphanumeric() || c == '_');
        let is_place = is_local || receiver.starts_with("(*");
        if is_place && parts[1].text.contains("yield") && !self.config.differences {
            // A place would stay one until the call.
            receiver = format!("id({receiver})");
        }
        Some(Ex::atom(format!("{receiver}.into_with({})", parts[1].text)))
    }

    fn d_sum(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let other = [Ty::D, Ty::Int][self.rng.below(2)].clone();
        let parts = self.operands(&[Slot::Value(Ty::D), Slot::Value(other)], must);
        let (a, b) = (parts[0].at(Level::Sum), parts[1].at(Level::Product));
        Some(Ex::new(Level::Sum, format!("{a} + {b}")))
    }

    fn d_negative(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(Ty::D)], must);
        Some(Ex::new(Level::Unary, format!("-{}", parts[0].at(Level::Unary))))
    }

    fn pair_field(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if !self.temps_allowed() || !self.may_lose_part() {
            return None;
        }
        let parts = self.operands(&[Slot::Value(Ty::D), Slot::Value(Ty::D)], must);
        let (a, b) = (parts[0].at(Level::Postfix), &parts[1].text);
        let field = self.rng.below(2);
        Some(Ex::atom(format!("{a}.into_pair({b}).{field}")))
    }

    /// `*boxed`, which moves out of the box.
    fn unbox(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let boxed = Ty::Box(ty.clone().into());
        let part = self.operands(&[Slot::Value(boxed)], must).remove(0);
        Some(Ex::new(Level::Unary, format!("*{}", part.at(Level::Unary))))
    }

    fn eat_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let ty = self.any_type();
        Some(Ex::atom(format!("eat({})", self.operands(&[Slot::Value(ty)], must)[0].text)))
    }

    /// A composite built of its parts.
    pub(super) fn build(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        Some(match ty {
            Ty::St | Ty::Host => return self.struct_literal(ty, must),
            Ty::Pt => self.call_like("Pt", &[Ty::D, Ty::Int], must),
            Ty::Er => self.call_like("Er", &[Ty::D], must),
            Ty::Fail => self.call_like("Fail", &[Ty::D, Ty::Int], must),
            Ty::Guard => self.call_like("guard", &[Ty::Int], must),
            Ty::Nums => self.call_like("nums", &[Ty::Int], must),
            Ty::Ds => self.call_like("ds", &[Ty::Int], must),
            Ty::Box(item) => self.call_like("Box::new", &[(**item).clone()], must),
            Ty::Ref(item) => self.call_like("outer", &[(**item).clone()], must),
            Ty::En => match self.rng.below(3) {
                0 => self.call_like("En::A", &[Ty::D], must),
                1 => self.call_like("en", &[Ty::Int], must),
                _ => {
                    let parts = self.operands(&[Slot::Value(Ty::Int), Slot::Value(Ty::D)], must);
                    let (n, x) = (&parts[0].text, &parts[1].text);
                    Ex::literal(format!("En::B {{ n: {n}, x: {x} }}"))
                }
            },
            Ty::Tup(items) => {
                let text = self.call_like("", items, must).text;
                Ex::atom(if items.len() == 1 { text.replace(')', ",)") } else { text })
            }
            Ty::Opt(item) => {
                let name = ["Some", "maybe"][self.rng.below(2)];
                self.call_like(name, &[(**item).clone()], must)
            }
            Ty::Res(item, error) => {
                let types = format!("::<{}, {}>", item.text(), error.text());
                match self.rng.below(3) {
                    0 => self.call_like(&format!("Err{types}"), &[(**error).clone()], must),
                    1 if **error == Ty::Er => self.call_like("attempt", &[(**item).clone()], must),
                    _ => self.call_like(&format!("Ok{types}"), &[(**item).clone()], must),
                }
            }
            Ty::Arr(item, count) => return self.array(item, *count, must),
            Ty::Vec(item) => return self.vec(item, must),
            _ => return None,
        })
    }

    /// `name(a, b)`.
    fn call_like(&mut self, name: &str, types: &[Ty], must: bool) -> Ex {
        let slots: Vec<_> = types.iter().cloned().map(Slot::Value).collect();
        let parts = self.operands(&slots, must);
        let parts: Vec<_> = parts.into_iter().map(|part| part.text).collect();
        Ex::atom(format!("{name}({})", parts.join(", ")))
    }

    /// `St { b: …, a: …, n: … }` in any order, or `St { a: …, ..base }`.
    fn struct_literal(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        let name = ty.text();
        if *ty == Ty::St && self.rng.percent(40) && self.temps_allowed() {
            // Where something suspends, all that may be dropped is taken out of the base.
            let calm = self.config.differences || self.is_calm();
            let field = if calm { ["a", "b"][self.rng.below(2)] } else { "n" };
            let field_ty = if calm { Ty::D } else { Ty::Int };
            let parts = self.operands(&[Slot::Value(field_ty), Slot::Value(Ty::St)], must);
            let (value, mut base) = (&parts[0].text, parts[1].head());
            // What the literal leaves of a local would live on.
            if !self.may_lose_part() && self.env.vars.iter().any(|var| var.name == base) {
                base = format!("id({base})");
            }
            return Some(Ex::literal(format!("{name} {{ {field}: {value}, ..{base} }}")));
        }
        let mut fields = ty.fields();
        let by = self.rng.below(3);
        fields.rotate_left(by);
        let slots: Vec<_> = fields.iter().map(|(_, ty)| Slot::Value(ty.clone())).collect();
        let parts = self.operands(&slots, must);
        let parts: Vec<_> = fields
            .iter()
            .zip(parts)
            .map(
                |((name, _), part)| {
                    if part.text == *name { part.text } else { format!("{name}: {}", part.text) }
                },
            )
            .collect();
        Some(Ex::literal(format!("{name} {{ {} }}", parts.join(", "))))
    }

    fn array(&mut self, item: &Ty, count: usize, must: bool) -> Option<Ex> {
        if item.is_copy() && self.rng.percent(60) {
            let parts = self.operands(&[Slot::Value(item.clone())], must);
            return Some(Ex::atom(format!("[{}; {count}]", parts[0].text)));
        }
        let slots = vec![Slot::Value(item.clone()); count];
        let parts: Vec<_> = self.operands(&slots, must).into_iter().map(|part| part.text).collect();
        Some(Ex::atom(format!("[{}]", parts.join(", "))))
    }

    fn vec(&mut self, item: &Ty, must: bool) -> Option<Ex> {
        if self.rng.percent(45) {
            let parts = self.operands(&[Slot::Value(item.clone())], must);
            let count = self.rng.below(3);
            return Some(Ex::atom(format!("vec![{}; {count}]", parts[0].text)));
        }
        let slots = vec![Slot::Value(item.clone()); 1 + self.rng.below(3)];
        let parts: Vec<_> = self.operands(&slots, must).into_iter().map(|part| part.text).collect();
        Some(Ex::atom(format!("vec![{}]", parts.join(", "))))
    }
}

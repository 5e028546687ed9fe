//! Numbers and conditions: operators, casts, comparisons, lazy operators.

use super::{
    FUNCTIONS, Gen, Need,
    ex::{Ex, Level},
    expr::Make,
    operand::Slot,
    ty::Ty,
};

pub(super) fn ints(count: usize) -> Vec<Slot> {
    vec![Slot::Value(Ty::Int); count]
}

impl Gen {
    pub(super) fn int_makes() -> Vec<Make> {
        vec![
            Self::binary,
            Self::binary,
            Self::negative,
            Self::cast,
            Self::op_call,
            Self::named_call,
            Self::two_call,
            Self::two_call,
            Self::three_call,
            Self::u_call,
            Self::u2_call,
            Self::int_method,
            Self::int_method,
            Self::mut_method,
            Self::see_call,
            Self::say_call,
            Self::index_value,
            Self::deref_value,
            Self::local_closure_call,
            Self::local_closure_call,
            Self::local_closure_call,
            Self::borrowing_closure_call,
            Self::borrowing_closure_call,
            Self::count_range,
            Self::vec_len,
        ]
    }

    pub(super) fn bool_makes() -> Vec<Make> {
        vec![
            Self::comparison,
            Self::comparison,
            Self::lazy,
            Self::lazy,
            Self::not,
            Self::check_call,
            Self::bool_method,
            Self::matches_value,
            Self::range_contains,
        ]
    }

    fn binary(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let (symbol, level) = [
            ("+", Level::Sum),
            ("-", Level::Sum),
            ("&", Level::BitAnd),
            ("|", Level::BitOr),
            ("^", Level::BitXor),
        ][self.rng.below(5)];
        let parts = self.operands(&ints(2), must);
        let (a, b) = (parts[0].at(level), tighter(&parts[1], level));
        if level == Level::Sum && self.loop_depth > 0 {
            return Some(Ex::atom(format!("small({a} {symbol} {b})")));
        }
        Some(Ex::new(level, format!("{a} {symbol} {b}")))
    }

    fn negative(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&ints(1), must);
        Some(Ex::new(Level::Unary, format!("-{}", parts[0].at(Level::Unary))))
    }

    fn cast(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let (from, through) =
            [(Ty::Bool, ""), (Ty::Int, " as i64 as i32"), (Ty::Int, " as i64 as u8")]
                [self.rng.below(3)]
            .clone();
        let parts = self.operands(&[Slot::Value(from)], must);
        Some(Ex::new(Level::Cast, format!("{}{through} as i64", parts[0].at(Level::Cast))))
    }

    fn op_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::atom(format!("op({})", self.operands(&ints(1), must)[0].text)))
    }

    fn named_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let argument = self.operands(&ints(1), must).remove(0).text;
        Some(Ex::atom(self.named_text(&argument)))
    }

    /// A call of a function that locals are named after, or of another one where such a local is in scope.
    pub(super) fn named_text(&mut self, argument: &str) -> String {
        let name = *self.rng.pick(&FUNCTIONS);
        let is_taken = self.env.vars.iter().any(|var| var.name == name);
        format!("{}({argument})", if is_taken { "op" } else { name })
    }

    fn two_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let slots = [self.any_slot(), self.any_slot()];
        let parts = self.operands(&slots, must);
        Some(Ex::atom(format!("two({}, {})", parts[0].text, parts[1].text)))
    }

    fn three_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let slots = [self.any_slot(), self.any_slot(), self.any_slot()];
        let parts = self.operands(&slots, must);
        Some(Ex::atom(format!("three({}, {}, {})", parts[0].text, parts[1].text, parts[2].text)))
    }

    /// An operand of any type, by value or by reference.
    fn any_slot(&mut self) -> Slot {
        let ty = self.any_type();
        if ty == Ty::D && self.rng.percent(25) { Slot::Ref(ty) } else { Slot::Value(ty) }
    }

    fn u_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::atom(format!("u({})", self.operands(&[Slot::Ref(Ty::D)], must)[0].text)))
    }

    fn u2_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Ref(Ty::D), Slot::Value(Ty::Int)], must);
        Some(Ex::atom(format!("u2({}, {})", parts[0].text, parts[1].text)))
    }

    fn int_method(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let receiver = Slot::Receiver(Ty::D);
        Some(Ex::atom(match self.rng.below(4) {
            0 => format!("{}.n()", self.operands(&[receiver], must)[0].text),
            1 => {
                let parts = self.operands(&[receiver, Slot::Value(Ty::Int)], must);
                format!("{}.plus({})", parts[0].text, parts[1].text)
            }
            2 => {
                let parts = self.operands(&[receiver, Slot::Value(Ty::Int)], must);
                format!("{}.touch({}).n()", parts[0].text, parts[1].text)
            }
            _ => {
                let parts = self.operands(&[Slot::Value(Ty::D)], must);
                format!("{}.into_n()", parts[0].at(Level::Postfix))
            }
        }))
    }

    /// `x.bump(e)`, `um(&mut x, e)`, `acc.add(e)`.
    fn mut_method(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 || (must && !self.config.immovable) {
            return None;
        }
        let locals = self.env.find(|var, _| matches!(var.ty, Ty::D | Ty::MutAcc));
        let usable = |&index: &usize| {
            let var = &self.env.vars[index];
            self.env.can_change(index)
                || (var.ty == Ty::MutAcc && self.env.can_read(index) && var.shared == 0)
        };
        let locals: Vec<_> = locals.into_iter().filter(usable).collect();
        if locals.is_empty() {
            return None;
        }
        let index = *self.rng.pick(&locals);
        let is_acc = self.env.vars[index].ty == Ty::MutAcc;
        if is_acc || self.rng.percent(60) {
            let parts = self.operands(&[Slot::MutReceiver(index), Slot::Value(Ty::Int)], must);
            let method = if is_acc { "add" } else { "bump" };
            return Some(Ex::atom(format!("{}.{method}({})", parts[0].text, parts[1].text)));
        }
        let parts = self.operands(&[Slot::Mut(index), Slot::Value(Ty::Int)], must);
        Some(Ex::atom(format!("um({}, {})", parts[0].text, parts[1].text)))
    }

    fn see_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let ty = [Ty::D, Ty::St, Ty::En, Ty::D.opt()][self.rng.below(4)].clone();
        Some(Ex::atom(format!("see({})", self.operands(&[Slot::Ref(ty)], must)[0].text)))
    }

    /// `[a, b][i]`, `slice[i]`.
    fn index_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let arrays = self.env.find(|var, status| {
            *status == super::env::Status::Init
                && matches!(&var.ty, Ty::Arr(item, _) | Ty::Slice(item) if **item == Ty::Int)
        });
        let arrays: Vec<_> = arrays.into_iter().filter(|&i| self.env.can_read(i)).collect();
        if !arrays.is_empty() && self.rng.percent(60) {
            let array = *self.rng.pick(&arrays);
            let name = Ex::atom(self.env.vars[array].name.clone()).borrowing(array, false);
            self.lock(&name);
            let index = self.operands(&ints(1), must).remove(0);
            self.unlock(&name);
            return Some(Ex::atom(format!("{}[{}]", name.text, as_index(&index))));
        }
        let array = Slot::Value(Ty::Arr(Ty::Int.into(), 2));
        let parts = self.operands(&[array, Slot::Value(Ty::Int)], must);
        Some(Ex::atom(format!("{}[{}]", parts[0].at(Level::Postfix), as_index(&parts[1]))))
    }

    /// `*Box::new(e)`, `*reference`.
    fn deref_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.rng.percent(50) {
            let whole = self.operands(&[Slot::Value(ty.clone().by_ref())], must).remove(0);
            return Some(Ex::new(Level::Unary, format!("*{}", whole.at(Level::Unary))));
        }
        let parts = self.operands(&[Slot::Value(ty.clone())], must);
        Some(Ex::new(Level::Unary, format!("*Box::new({})", parts[0].text)))
    }

    /// `(a..b).count() as i64`.
    fn count_range(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&ints(2), must);
        let (a, b) = (parts[0].at(Level::Or), parts[1].at(Level::Or));
        let dots = ["..", "..="][self.rng.below(2)];
        Some(Ex::new(Level::Cast, format!("({a}{dots}{b}).count() as i64")))
    }

    /// `vec![…].len() as i64`.
    fn vec_len(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if !self.temps_allowed() {
            return None;
        }
        let item = [Ty::D, Ty::Int][self.rng.below(2)].clone().vec();
        let parts = self.operands(&[Slot::Value(item)], must);
        Some(Ex::new(Level::Cast, format!("{}.len() as i64", parts[0].at(Level::Postfix))))
    }

    fn comparison(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let symbol = ["==", "!=", "<", ">", "<=", ">="][self.rng.below(6)];
        let parts = self.operands(&ints(2), must);
        // `a as i64 < b` would open a list of generic arguments.
        let a = parts[0].at(if symbol.starts_with('<') { Level::Unary } else { Level::BitOr });
        let b = parts[1].at(Level::BitOr);
        Some(Ex::new(Level::Compare, format!("{a} {symbol} {b}")))
    }

    fn lazy(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let (symbol, level) = [("&&", Level::And), ("||", Level::Or)][self.rng.below(2)];
        let needs = self.share(must, 2);
        let a = self.expr(&Ty::Bool, needs[0]);
        let mark = self.env.vars.len();
        let before = self.env.flow(mark);
        let b = self.expr(&Ty::Bool, needs[1]);
        let after = self.env.flow(mark);
        self.env.meet(vec![before, after]);
        Some(Ex::new(level, format!("{} {symbol} {}", a.at(level), tighter(&b, level))))
    }

    fn not(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&[Slot::Value(Ty::Bool)], must);
        Some(Ex::new(Level::Unary, format!("!{}", parts[0].at(Level::Unary))))
    }

    fn check_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::atom(format!("check({})", self.operands(&ints(1), must)[0].text)))
    }

    fn bool_method(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.rng.percent(40) {
            let slots = [Slot::Receiver(Ty::D), Slot::Ref(Ty::D)];
            let parts = self.operands(&slots, must);
            return Some(Ex::atom(format!("{}.same({})", parts[0].text, parts[1].text)));
        }
        // A reference into the left operand cannot be carried.
        if !must && self.rng.percent(50) {
            let symbol = ["==", "<"][self.rng.below(2)];
            let left = self.operands(&[Slot::Receiver(Ty::D)], must).remove(0);
            // Nor across a branch that is taken apart.
            let right = self.fresh(&Ty::D).text;
            let text = format!("*({}).touch(0) {symbol} *outer({right}).touch(1)", left.text);
            return Some(Ex::new(Level::Compare, text));
        }
        let ty = [Ty::D, Ty::Int][self.rng.below(2)].clone().opt();
        let parts = self.operands(&[Slot::Receiver(ty)], must);
        Some(Ex::atom(format!("{}.is_some()", parts[0].text)))
    }

    /// `(a..b).contains(&c)`.
    fn range_contains(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let parts = self.operands(&ints(2), must);
        let n = self.expr(&Ty::Int, Need::No).at(Level::Unary);
        let (a, b) = (parts[0].at(Level::Or), parts[1].at(Level::Or));
        Some(Ex::atom(format!("({a}..{b}).contains(&{n})")))
    }
}

/// The text of a right operand, where the operator associates to the left.
fn tighter(ex: &Ex, level: Level) -> String {
    if ex.level == level { format!("({})", ex.text) } else { ex.at(level) }
}

/// Makes an index of two elements from a number.
pub(super) fn as_index(ex: &Ex) -> String {
    format!("({} & 1) as usize", ex.at(Level::BitAnd))
}

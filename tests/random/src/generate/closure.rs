//! Closures: stored or called in place, with or without `move`.
//!
//! Invariants: what a closure borrows stays locked as long as the closure lives, which is never
//! across a suspension; what it takes is gone from where the closure is made.

use super::{
    Gen, Need,
    env::Status,
    ex::{Ex, Level},
    operand::Slot,
    ty::{Closure, Ty},
};

impl Gen {
    /// A droppable local that a closure can take.
    fn takeable(&mut self) -> Option<usize> {
        if self.no_move > 0 || self.env.dead {
            return None;
        }
        let locals = self.env.find(|var, _| var.ty == Ty::D && var.name != "self");
        let free = |&index: &usize| self.env.can_move(index, self.loop_depth);
        let locals: Vec<_> = locals.into_iter().filter(free).collect();
        if locals.is_empty() { None } else { Some(*self.rng.pick(&locals)) }
    }

    /// Notes that a closure takes a local; returns its name.
    fn take(&mut self, index: usize) -> String {
        self.env.status[index] = Status::Gone;
        self.env.vars[index].name.clone()
    }

    /// What a closure with the parameter `k` makes of a local that it borrows, and that local.
    fn borrowing_body(&mut self) -> Option<(String, Ex)> {
        let (body, index, exclusive) = match self.rng.below(6) {
            0 | 1 => ("u2(&{}, k)", self.readable(&Ty::D)?, false),
            2 => ("u2(&{}.a, k)", self.readable(&Ty::St)?, false),
            3 => ("{}.b.bump(k)", self.changeable(&Ty::St)?, true),
            4 if self.no_move == 0 => {
                let places = self.env.find(|var, _| var.ty == Ty::MutAcc);
                let free = |&i: &usize| self.env.can_read(i) && self.env.vars[i].shared == 0;
                let places: Vec<_> = places.into_iter().filter(free).collect();
                if places.is_empty() {
                    return None;
                }
                ("{}.add(k)", *self.rng.pick(&places), true)
            }
            _ => ("{}.bump(k)", self.changeable(&Ty::D)?, true),
        };
        let name = &self.env.vars[index].name;
        let mut body = body.replace("{}", name);
        let mut borrow = Ex::atom("").borrowing(index, exclusive);
        if let Some(n) = self.readable(&Ty::Int).filter(|_| self.rng.percent(30)) {
            body = format!("{body} ^ {}", self.env.vars[n].name);
            borrow = borrow.borrowing(n, false);
        }
        Some((body, borrow))
    }

    /// A number that is made while a closure borrows, in which nothing suspends, reached or not.
    fn quiet_number(&mut self, borrow: &Ex) -> String {
        self.lock(borrow);
        self.no_yield += 1;
        let number = self.expr(&Ty::Int, Need::No).text;
        self.no_yield -= 1;
        self.unlock(borrow);
        number
    }

    /// `(|k| u2(&x, k))(e)`, `it.map(|k| x.bump(k)).sum()`: a closure that borrows, called at once.
    pub(super) fn borrowing_closure_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.rng.percent(40) {
            // The closure is made when the iterator is there.
            let is_range = self.rng.percent(50);
            let from = if is_range { Ty::Int } else { Ty::Nums };
            let part = self.operands(&[Slot::Value(from)], must).remove(0);
            let iterator = if is_range {
                format!("(0..{} & 3)", part.at(Level::BitAnd))
            } else {
                let text = part.at(Level::Postfix);
                let is_local = text.chars().all(|c| c.is_alphanumeric() || c == '_');
                // That `map` takes a local, nothing tells.
                if is_local { format!("id({text})") } else { text }
            };
            let (body, _) = self.borrowing_body().unwrap_or(("op(k)".into(), Ex::atom("")));
            return Some(Ex::atom(format!("{iterator}.map(|k| {body}).sum::<i64>()")));
        }
        if must || self.env.dead {
            return None;
        }
        let (body, borrow) = self.borrowing_body()?;
        let argument = self.quiet_number(&borrow);
        Some(Ex::atom(format!("(|k: i64| {body})({argument})")))
    }

    /// `(|| x)()`, `(|k| x.into_with(k))(e)`, `e.unwrap_or_else(|| x)`: a closure that takes a local.
    pub(super) fn taking_closure_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        match self.rng.below(3) {
            0 if !must => {
                let index = self.takeable()?;
                Some(Ex::atom(format!("(|| {})()", self.take(index))))
            }
            1 => {
                let index = self.takeable()?;
                let name = self.take(index);
                let need = if must { Need::Must } else { Need::No };
                let argument = self.expr(&Ty::Int, need).text;
                Some(Ex::atom(format!("(|k: i64| {name}.into_with(k))({argument})")))
            }
            _ => {
                let parts = self.operands(&[Slot::Value(Ty::D.opt())], must);
                let option = parts[0].at(Level::Postfix);
                let other = match self.takeable() {
                    Some(index) => self.take(index),
                    None => self.fresh(&Ty::D).text,
                };
                Some(Ex::atom(format!("{option}.unwrap_or_else(|| {other})")))
            }
        }
    }

    /// A call of a stored closure that can be called once.
    pub(super) fn once_closure_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if must || self.no_move > 0 {
            return None;
        }
        let closure = Ty::Closure(Closure::FnOnce);
        let locals = self.env.find(|var, _| var.ty == closure);
        let usable = |&index: &usize| self.env.can_move(index, self.loop_depth);
        let locals: Vec<_> = locals.into_iter().filter(usable).collect();
        if locals.is_empty() {
            return None;
        }
        let index = *self.rng.pick(&locals);
        Some(Ex::atom(format!("{}()", self.take(index))))
    }

    /// `let f = |k| …;` without `move`, called before anything suspends; then `f` is dead.
    pub(super) fn capturing_window(&mut self) -> String {
        let name = self.name();
        let n = self.literal();
        if let Some(index) = self.takeable().filter(|_| self.rng.percent(40)) {
            let x = self.take(index);
            self.hide(name.clone());
            return match self.rng.below(3) {
                0 => format!("let {name} = || {x};\neat({name}());"),
                1 => format!("let {name} = || {x}.into_n();\nlet _ = two({name}(), {n});"),
                // Where it is not called, it drops at the end of its scope.
                _ => format!("let {name} = || {x};\nif check({n}) {{ eat({name}()); }}"),
            };
        }
        let Some((body, borrow)) = self.borrowing_body() else {
            return self.let_statement(false);
        };
        let exclusive = borrow.borrows.iter().any(|borrow| borrow.exclusive);
        let keyword = if exclusive { "let mut" } else { "let" };
        self.hide(name.clone());
        let between = self.quiet_number(&borrow);
        format!(
            "{keyword} {name} = |k: i64| {body};\nlet _ = three({name}({n}), {between}, {name}(1));"
        )
    }

    /// A stored closure that can be called again and again.
    fn stored_closure(&mut self) -> Option<Ex> {
        if self.no_move > 0 || self.env.dead {
            return None;
        }
        let locals = self.env.find(|var, _| match var.ty {
            Ty::Closure(Closure::Fn) => true,
            Ty::Closure(Closure::FnMut) => var.mutable,
            _ => false,
        });
        let usable = |&index: &usize| self.env.can_read(index) && self.env.vars[index].shared == 0;
        let locals: Vec<_> = locals.into_iter().filter(usable).collect();
        if locals.is_empty() {
            return None;
        }
        let index = *self.rng.pick(&locals);
        Some(Ex::atom(self.env.vars[index].name.clone()).borrowing(index, true))
    }

    /// A call of a closure that is stored in a local.
    pub(super) fn local_closure_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let name = self.stored_closure()?;
        self.lock(&name);
        let parts = self.operands(&super::scalar::ints(1), must);
        self.unlock(&name);
        if must {
            self.movable = false;
        }
        Some(Ex::atom(format!("{}({})", name.text, parts[0].text)))
    }

    /// The shortest of these calls.
    pub(super) fn short_closure_call(&mut self) -> Option<Ex> {
        let name = self.stored_closure()?.text;
        Some(Ex::atom(format!("{name}({})", self.literal())))
    }

    /// `let f = move |k| …;`, called later.
    pub(super) fn closure_let(&mut self) -> String {
        let name = self.name();
        let captured = self
            .readable(&Ty::D)
            .filter(|&index| self.env.can_move(index, self.loop_depth) && self.no_move == 0);
        let number = self.readable(&Ty::Int);
        let mutable = captured.filter(|&index| self.env.vars[index].mutable);
        let (kind, text) = match (self.rng.below(6), captured, number, mutable) {
            (0, Some(x), ..) => {
                let x = self.take(x);
                (Closure::Fn, format!("let {name} = move |k: i64| u2(&{x}, k);"))
            }
            (1, .., Some(x)) => {
                let x = self.take(x);
                (Closure::FnMut, format!("let mut {name} = move |k: i64| {x}.bump(k);"))
            }
            (2, Some(x), ..) => {
                let x = self.take(x);
                (Closure::FnOnce, format!("let {name} = move || {x};"))
            }
            (3, _, Some(n), _) => {
                let n = &self.env.vars[n].name;
                (Closure::Fn, format!("let {name} = move |k: i64| op(k ^ {n});"))
            }
            (4, ..) => (Closure::Fn, format!("let {name}: fn(i64) -> i64 = op;")),
            (5, ..) => {
                self.clonable = false;
                let text =
                    format!("let {name}: Box<dyn Fn(i64) -> i64> = Box::new(|k| op(k + 1));");
                (Closure::Fn, text)
            }
            _ => (Closure::Fn, format!("let {name} = |k: i64| op(k - 1);")),
        };
        let status = Status::Init;
        self.declare(name, Ty::Closure(kind), kind == Closure::FnMut, status);
        text
    }

    /// A closure that is stored across a suspension, and called behind it.
    pub(super) fn closure_across(&mut self) -> String {
        let text = self.closure_let();
        let index = self.env.vars.len() - 1;
        let between = self.statement(true);
        let there = !self.env.dead && self.env.is_visible(index) && self.env.can_read(index);
        if !there || self.env.vars[index].shared > 0 {
            return format!("{text}\n{between}");
        }
        let var = self.env.vars[index].clone();
        let n = self.literal();
        let call = if var.ty == Ty::Closure(Closure::FnOnce) {
            format!("eat({}());", self.take(index))
        } else {
            format!("let _ = {}({n});", var.name)
        };
        format!("{text}\n{between}\n{call}")
    }
}

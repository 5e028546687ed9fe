//! Methods under the names of adaptors: their types decide whether they take the local.
//!
//! Invariant: what is taken was declared in the block itself. Where only some arms of a branch call an adaptor, the macro
//! asks for braces.

use super::{Gen, env::Status, ty::Ty};

impl Gen {
    /// `let n = x.map(f);`, and another statement.
    pub(super) fn adaptor_statement(&mut self, must: bool, in_block: bool) -> String {
        if self.no_move > 0 || self.env.dead {
            return self.let_statement(must);
        }
        let looks = !in_block || self.rng.percent(40);
        let adapted = match if looks { self.looked_at() } else { None } {
            Some(adapted) => adapted,
            None if in_block => self.adapted(),
            None => return self.let_statement(must),
        };
        adapted + "\n" + &self.statement(must)
    }

    /// A local that lives on.
    fn looked_at(&mut self) -> Option<String> {
        if let Some(index) = self.changeable(&Ty::D).filter(|_| self.rng.percent(30)) {
            let (name, n) = (self.env.vars[index].name.clone(), self.literal());
            return Some(format!("let _ = {name}.skip({n}).n();"));
        }
        let index = self.readable(&Ty::D)?;
        let local = self.env.vars[index].name.clone();
        let call = ["map(|k| op(k))", "map(op)", "count()"][self.rng.below(3)];
        let name = self.name();
        self.declare(name.clone(), Ty::Int, false, Status::Init);
        Some(format!("let {name} = {local}.{call};"))
    }

    /// A local that is taken.
    fn adapted(&mut self) -> String {
        let is_taken = |ty: &Ty| matches!(ty, Ty::Nums | Ty::Ds) || *ty == Ty::D.opt();
        let locals = self.env.find(|var, _| is_taken(&var.ty));
        let usable =
            |&index: &usize| index >= self.block_start && self.env.can_move(index, self.loop_depth);
        let locals: Vec<_> = locals.into_iter().filter(usable).collect();
        if locals.is_empty() {
            let (ty, n) =
                ([Ty::Nums, Ty::Ds, Ty::D.opt()][self.rng.below(3)].clone(), self.literal());
            let value = match ty {
                Ty::Nums => format!("nums({n})"),
                Ty::Ds => format!("ds({n})"),
                _ => format!("maybe(d({n}))"),
            };
            let name = self.name();
            self.declare(name.clone(), ty, false, Status::Init);
            return format!("let {name} = {value};");
        }
        let index = *self.rng.pick(&locals);
        let local = self.env.vars[index].name.clone();
        let (calls, numbers): (&[&str], usize) = match self.env.vars[index].ty {
            Ty::Nums => (
                &[
                    "map(|k| op(k)).sum::<i64>()",
                    "filter(|k| check(*k)).count() as i64",
                    "skip(1).take(1).map(op).sum::<i64>()",
                    "max().unwrap_or_default()",
                    "count() as i64",
                ],
                5,
            ),
            Ty::Ds => (
                &[
                    "map(|y| y.into_n()).sum::<i64>()",
                    "count() as i64",
                    "last()",
                    "reduce(|a, b| a + b)",
                ],
                2,
            ),
            _ => (
                &[
                    "map(|y| y.into_n()).unwrap_or(3)",
                    "filter(|y| check(y.n()))",
                    "or(maybe(d(4)))",
                ],
                1,
            ),
        };
        let chosen = self.rng.below(calls.len());
        self.env.status[index] = Status::Gone;
        let name = self.name();
        let ty = if chosen < numbers { Ty::Int } else { Ty::D.opt() };
        self.declare(name.clone(), ty, false, Status::Init);
        format!("let {name} = {local}.{};", calls[chosen])
    }
}

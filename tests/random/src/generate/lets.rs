//! `let`: with patterns, deferred, with `else`, guards.

use super::{Gen, Need, env::Status, ty::Ty};

impl Gen {
    /// `let p = e;` or `let p: T = e;`.
    pub(super) fn let_statement(&mut self, must: bool) -> String {
        if self.no_move > 0 {
            let n = self.literal();
            return format!("let _ = op({n});");
        }
        let ty = self.let_type();
        let need = if must { Need::Must } else { Need::No };
        let subject = self.match_subject(&ty, need, false);
        let mut names = Vec::new();
        let by_ref = subject.by_ref;
        // What `..` leaves of a value that is borrowed is documented to end at once.
        let make = |this: &mut Self| loop {
            names.clear();
            let pattern = this.irrefutable(&ty, by_ref, &mut names);
            if this.config.differences || !(pattern.borrows() && pattern.has_rest()) {
                break vec![pattern];
            }
        };
        let pattern = self.whole(&subject, make).remove(0);
        let annotated = self.rng.percent(25) && !subject.by_ref;
        let ty_text = if annotated { format!(": {}", ty.text()) } else { String::new() };
        self.bind(&subject, &pattern);
        format!("let {}{ty_text} = {};", pattern.text, subject.text)
    }

    fn let_type(&mut self) -> Ty {
        match self.rng.below(16) {
            0 => Ty::Nums,
            1 => Ty::Ds,
            2 => Ty::D.vec(),
            3 => Ty::Slice(Ty::D.into()),
            4 => [Ty::D, Ty::St, Ty::En][self.rng.below(3)].clone().by_ref(),
            5 => Ty::Box(Ty::D.into()),
            _ => self.any_type(),
        }
    }

    /// `let x;`, assigned later or on some paths only.
    pub(super) fn deferred_let(&mut self, must: bool) -> String {
        let ty = [Ty::D, Ty::D, Ty::Int, Ty::St][self.rng.below(4)].clone();
        let name = self.name();
        let mutable = self.rng.percent(50);
        let keyword = if mutable { "let mut" } else { "let" };
        match self.rng.below(3) {
            0 if !must => {
                let text = format!("{keyword} {name}: {};", ty.text());
                self.declare(name, ty, mutable, Status::Unborn);
                text
            }
            1 => {
                let index = self.declare(name.clone(), ty.clone(), mutable, Status::Unborn);
                let between = self.statement(false);
                if self.env.dead || !self.env.is_visible(index) {
                    self.hide_if_unborn(index);
                    return format!("{keyword} {name}: {};\n{between}", ty.text());
                }
                let need = if must { Need::Must } else { Need::No };
                let start = format!("{keyword} {name}: {};\n{between}", ty.text());
                if !mutable && self.env.status[index] != Status::Unborn {
                    return start;
                }
                let value = self.expr(&ty, need).text;
                if !mutable && self.env.status[index] != Status::Unborn {
                    return format!("{start}\neat({value});");
                }
                self.assigned(index);
                format!("{start}\n{name} = {value};")
            }
            _ => {
                let mark = self.env.vars.len() + 1;
                let index = self.declare(name.clone(), ty.clone(), mutable, Status::Unborn);
                let needs = self.share(must, 3);
                let condition = self.condition(needs[0]);
                let before = self.env.flow(mark);
                let first = self.assigning_block(index, &ty, needs[1]);
                let one = self.env.flow(mark);
                self.env.go_to(&before);
                let otherwise = self.rng.percent(65);
                let mut text = format!("{keyword} {name}: {};\nif {condition} {first}", ty.text());
                if otherwise {
                    let second = self.assigning_block(index, &ty, needs[2]);
                    text.push_str(&format!(" else {second}"));
                }
                let two = self.env.flow(mark);
                self.env.meet(vec![one, two]);
                text
            }
        }
    }

    /// A deferred local that can no longer be named is left alone.
    fn hide_if_unborn(&mut self, index: usize) {
        if self.env.status[index] == Status::Unborn {
            self.env.status[index] = Status::Gone;
        }
    }

    /// `{ x = e; … }`.
    fn assigning_block(&mut self, index: usize, ty: &Ty, need: Need) -> String {
        let mark = self.env.vars.len();
        let value = self.expr(ty, need).text;
        let name = self.env.vars[index].name.clone();
        let var = &self.env.vars[index];
        if !self.env.dead && !var.mutable && self.env.status[index] != Status::Unborn {
            self.env.leave(mark);
            return format!("{{ eat({value}); }}");
        }
        self.assigned(index);
        let after = if self.rng.percent(30) && !self.env.dead {
            self.statement(false)
        } else {
            String::new()
        };
        self.env.leave(mark);
        format!("{{ {name} = {value}; {after} }}")
    }

    /// Notes that a local now holds a value.
    pub(super) fn assigned(&mut self, index: usize) {
        if !self.env.dead {
            self.env.status[index] = Status::Init;
        }
    }

    /// `let Some(x) = e else { … };`.
    pub(super) fn let_else(&mut self, must: bool) -> String {
        if !self.can_jump() {
            return self.let_statement(must);
        }
        let ty = [Ty::D.opt(), Ty::Int.opt(), Ty::En, Ty::D.res()][self.rng.below(4)].clone();
        let needs = self.share(must, 2);
        let in_head = self.decide(needs[0]);
        let in_else = self.decide(needs[1]);
        let mark = self.env.vars.len();
        let need = if in_head { Need::Must } else { Need::No };
        self.no_rest += u32::from(in_else && !self.config.rests);
        let subject = self.match_subject(&ty, need, in_else);
        let patterns = self.whole(&subject, |this| this.alternatives(&subject));
        let pattern = self.one_of(patterns);
        self.no_rest -= u32::from(in_else && !self.config.rests);
        let before = self.env.flow(mark);
        let mut inside = String::new();
        if in_else || self.rng.percent(40) {
            inside = self.statement(in_else);
        }
        // It has to leave, even where nothing is reached.
        if !(self.env.dead && super::block::ends_with_jump(&inside)) {
            inside.push_str(&self.diverge(Need::May));
        }
        self.env.leave(mark);
        self.env.go_to(&before);
        self.bind(&subject, &pattern);
        // A struct literal or a block at the end of the initialiser would run into the `else`.
        let pattern = if pattern.text.contains(" | ") && !pattern.text.starts_with("Some(") {
            format!("({})", pattern.text)
        } else {
            pattern.text
        };
        format!("let {pattern} = ({}) else {{ {inside} }};", subject.text)
    }

    /// `let _g = guard(…);`: a local that only lives.
    pub(super) fn guard_let(&mut self, must: bool) -> String {
        let need = if must { Need::Must } else { Need::No };
        let ty = [Ty::Guard, Ty::D, Ty::St][self.rng.below(3)].clone();
        let value = self.expr(&ty, need).text;
        self.names += 1;
        let name = format!("_g{}", self.names);
        // Mostly nothing mentions it again.
        if self.rng.percent(30) {
            self.declare(name.clone(), ty, false, Status::Init);
        }
        format!("let {name} = {value};")
    }
}

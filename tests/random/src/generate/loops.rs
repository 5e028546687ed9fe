//! Loops: `loop` with a value, `while`, `while let`, `for`.
//!
//! Invariant: what the head of a loop relies on holds again wherever the loop goes round.

use super::{
    Gen, Need, Target,
    env::Flow,
    ex::{Ex, Level},
    operand::Slot,
    ty::Ty,
};

impl Gen {
    fn enter(&mut self, value: Option<Ty>) -> (Option<String>, Flow) {
        let label = self.rng.percent(40).then(|| self.label());
        let mark = self.env.vars.len();
        let head = self.env.flow(mark);
        self.targets.push(Target {
            label: label.clone(),
            block: false,
            in_head: false,
            value,
            outer_depth: self.loop_depth,
            mark,
            head: head.clone(),
            breaks: Vec::new(),
        });
        self.loop_depth += 1;
        (label, head)
    }

    /// Ends a loop's body: goes round, or leaves if it cannot.
    fn go_round(&mut self, head: &Flow) -> String {
        let index = self.targets.len() - 1;
        if let Some(text) = self.repair(&head.status) {
            self.env.leave(head.status.len());
            return text;
        }
        let text = match self.targets[index].value {
            Some(_) => self.break_to(index, Need::No),
            None => {
                let flow = self.env.flow(head.status.len());
                self.targets[index].breaks.push(flow);
                self.env.dead = true;
                // The innermost target is this loop.
                "break".into()
            }
        };
        self.env.leave(head.status.len());
        format!("{text};")
    }

    fn exit(&mut self, exhausted: Option<Flow>) {
        self.loop_depth -= 1;
        let target = self.targets.pop().expect("the loop was entered");
        let mut flows = target.breaks;
        flows.extend(exhausted);
        self.env.meet(flows);
    }

    fn labelled(label: Option<String>, text: &str) -> String {
        label.map_or_else(|| text.into(), |label| format!("{label}: {text}"))
    }

    pub(super) fn loop_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 || self.depth > 5 {
            return None;
        }
        Some(Ex::block(self.loop_text(Some(ty), must)))
    }

    /// `loop { …; if c { break v; } … }`.
    pub(super) fn loop_text(&mut self, result: Option<&Ty>, must: bool) -> String {
        let (label, head) = self.enter(result.cloned());
        let needs = self.share(must, 3);
        let suspends = self.decide(needs[0]);
        let before = self.block_inside(None, suspends);
        let leave = if self.env.dead {
            String::new()
        } else {
            let suspends = self.decide(needs[1]);
            self.conditional_jump(self.targets.len() - 1, suspends)
        };
        let after = if self.env.dead {
            String::new()
        } else {
            let suspends = self.decide(needs[2]);
            self.block_inside(None, suspends)
        };
        let round = self.go_round(&head);
        self.exit(None);
        Self::labelled(label, &format!("loop {{ tick(); {before} {leave} {after} {round} }}"))
    }

    pub(super) fn while_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 || self.depth > 5 {
            return None;
        }
        Some(Ex::block(self.while_text(must)))
    }

    /// `while c { … }` and `while let Some(x) = e { … }`.
    pub(super) fn while_text(&mut self, must: bool) -> String {
        let (label, head) = self.enter(None);
        let needs = self.share(must, 2);
        let in_head = self.decide(needs[0]);
        let in_body = self.decide(needs[1]);
        let index = self.targets.len() - 1;
        self.targets[index].in_head = true;
        let (condition, exhausted) = self.loop_condition(in_head, in_body);
        self.targets[index].in_head = false;
        let body = self.block_inside(None, in_body);
        let round = self.go_round(&head);
        self.exit(Some(exhausted));
        Self::labelled(label, &format!("while {condition} {{ tick(); {body} {round} }}"))
    }

    /// The head of a `while`, and what is known where it fails.
    fn loop_condition(&mut self, must: bool, body: bool) -> (String, Flow) {
        let mark = self.targets.last().expect("the loop was entered").mark;
        match self.rng.below(3) {
            0 => {
                // The condition of an endless loop is left to the schedule.
                let need = if must { Need::Must } else { Need::No };
                let text = self.condition(need);
                let flow = self.env.flow(mark);
                let end = if text.contains("cond()") { "" } else { " && cond()" };
                (format!("({text}){end}"), flow)
            }
            1 if !must => {
                if let Some((text, ty)) = self.stepped_local() {
                    let flow = self.env.flow(mark);
                    let (pattern, binds) = self.binding_pattern(&ty);
                    self.declare_all(binds);
                    return (format!("let Some({pattern}) = {text}"), flow);
                }
                self.let_condition(must, body, mark)
            }
            _ => self.let_condition(must, body, mark),
        }
    }

    fn let_condition(&mut self, must: bool, body: bool, mark: usize) -> (String, Flow) {
        let item = [Ty::D, Ty::Int, Ty::Tup(vec![Ty::D, Ty::Int])][self.rng.below(3)].clone();
        let item = match &self.input {
            Ty::Opt(item) if self.rng.percent(70) => (**item).clone(),
            _ => item,
        };
        let need = if must { Need::Must } else { Need::No };
        let scrutinee = self.scrutinee(&item.clone().opt(), need, must || body);
        let flow = self.env.flow(mark);
        let (pattern, binds) = self.binding_pattern(&item);
        self.declare_all(binds);
        let mut text = format!("let Some({pattern}) = {scrutinee}");
        if self.config.chains && self.rng.percent(25) {
            text.push_str(" && cond()");
        }
        (text, flow)
    }

    /// `v.pop()` or `it.next()` on a local.
    fn stepped_local(&mut self) -> Option<(String, Ty)> {
        let locals = self.env.find(|var, _| matches!(var.ty, Ty::Vec(_) | Ty::Nums | Ty::Ds));
        let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_change(i)).collect();
        if locals.is_empty() {
            return None;
        }
        let var = &self.env.vars[*self.rng.pick(&locals)];
        Some(match &var.ty {
            Ty::Vec(item) => (format!("{}.pop()", var.name), (**item).clone()),
            Ty::Ds => (format!("{}.next()", var.name), Ty::D),
            _ => (format!("{}.next()", var.name), Ty::Int),
        })
    }

    pub(super) fn for_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 || self.depth > 5 {
            return None;
        }
        Some(Ex::block(self.for_text(must)))
    }

    /// `for pattern in iterator { … }`.
    pub(super) fn for_text(&mut self, must: bool) -> String {
        let needs = self.share(must, 2);
        let in_head = self.decide(needs[0]);
        let in_body = self.decide(needs[1]);
        let (iterator, item) = self.iterator(in_head, in_body);
        let (label, head) = self.enter(None);
        let (pattern, binds) = self.binding_pattern(&item);
        self.declare_all(binds);
        let body = self.block_inside(None, in_body);
        let round = self.go_round(&head);
        self.exit(Some(head));
        Self::labelled(label, &format!("for {pattern} in {iterator} {{ tick(); {body} {round} }}"))
    }

    /// Something to iterate over, and what it gives.
    fn iterator(&mut self, must: bool, body: bool) -> (String, Ty) {
        if self.rng.percent(4) {
            // What is left of such a tuple has nothing to drop.
            let numbers = Ty::Arr(Ty::Int.into(), 2);
            let need = if must { Need::Must } else { Need::No };
            let pair = self.scrutinee(&Ty::Tup(vec![numbers, Ty::Int]), need, must || body);
            return (format!("({pair}).0"), Ty::Int);
        }
        let (text, item) = self.whole_iterator(must, body);
        // What is left of a value of which a field is taken is documented to end when the loop starts.
        let is_field =
            text.rsplit_once('.').is_some_and(|(_, last)| ["0", "1", "a", "b"].contains(&last));
        if is_field && !self.config.differences {
            return (format!("id({text})"), item);
        }
        (text, item)
    }

    fn whole_iterator(&mut self, must: bool, body: bool) -> (String, Ty) {
        let quiet_head = must || body;
        let need = if must { Need::Must } else { Need::No };
        match self.rng.below(9) {
            8 => (self.scrutinee(&Ty::Arr(Ty::Int.into(), 2), need, quiet_head), Ty::Int),
            0 => {
                self.no_temps += u32::from(quiet_head);
                let parts = self.operands(&[Slot::Value(Ty::Int)], must);
                self.no_temps -= u32::from(quiet_head);
                (format!("0..{} & 3", parts[0].at(Level::BitAnd)), Ty::Int)
            }
            1 => (self.scrutinee(&Ty::Nums, need, quiet_head), Ty::Int),
            2 => (self.scrutinee(&Ty::Ds, need, quiet_head), Ty::D),
            3 => (self.scrutinee(&Ty::D.vec(), need, quiet_head), Ty::D),
            4 => (self.scrutinee(&Ty::Arr(Ty::D.into(), 2), need, quiet_head), Ty::D),
            5 => {
                let slice = Ty::Slice(Ty::D.into());
                (self.scrutinee(&slice, need, quiet_head), Ty::D.by_ref())
            }
            6 => {
                self.no_temps += u32::from(quiet_head);
                let parts = self.operands(&[Slot::Value(Ty::Ds), Slot::Value(Ty::Nums)], must);
                self.no_temps -= u32::from(quiet_head);
                let (a, b) = (parts[0].at(Level::Postfix), &parts[1].text);
                (format!("{a}.zip({b})"), Ty::Tup(vec![Ty::D, Ty::Int]))
            }
            _ => {
                let whole = self.scrutinee(&Ty::D.vec(), need, quiet_head);
                (format!("({whole}).into_iter().rev()"), Ty::D)
            }
        }
    }
}

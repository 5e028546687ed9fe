//! `return`, `break` and `continue`.
//!
//! Invariants: after a jump nothing is reachable; a `continue` leaves every local that the loop's
//! head relies on initialised, by assigning to it first if need be.

use super::{Gen, Need, env::Status, ex::Ex, ty::Ty};

impl Gen {
    /// A jump out of here: the expression, without a semicolon.
    pub(super) fn diverge(&mut self, need: Need) -> String {
        for _ in 0..3 {
            match self.rng.below(4) {
                0 => return self.return_jump(need),
                1 | 2 => {
                    if let Some(target) = self.any_target() {
                        return self.break_to(target, need);
                    }
                }
                _ => {
                    if let Some(text) = self.continue_jump() {
                        return text;
                    }
                }
            }
        }
        self.return_jump(need)
    }

    /// Says whether anything can be jumped to from here.
    pub(super) fn can_jump(&self) -> bool {
        self.no_jump == 0 && self.no_move == 0 && !self.env.dead
    }

    /// A target that a `break` can name.
    fn any_target(&mut self) -> Option<usize> {
        if self.targets.is_empty() {
            return None;
        }
        Some(self.rng.below(self.targets.len()))
    }

    /// Says whether a jump to this target can go without its label.
    fn needs_no_label(&self, index: usize) -> bool {
        let target = &self.targets[index];
        index + 1 == self.targets.len() && !target.block && !target.in_head
    }

    fn return_jump(&mut self, need: Need) -> String {
        let ret = self.ret.clone();
        let text = if ret == Ty::Unit && self.rng.percent(60) && !self.decide(need) {
            "return".into()
        } else {
            format!("return {}", self.leaving(0, &ret, need).text)
        };
        self.env.dead = true;
        text
    }

    /// A value that leaves loops: whatever it moves is not needed by them any more.
    fn leaving(&mut self, outer_depth: usize, ty: &Ty, need: Need) -> Ex {
        let depth = std::mem::replace(&mut self.loop_depth, outer_depth);
        let ex = self.expr(ty, need);
        self.loop_depth = depth;
        ex
    }

    /// `break 'target value`.
    pub(super) fn break_to(&mut self, index: usize, need: Need) -> String {
        let target = self.targets[index].clone();
        let innermost = self.needs_no_label(index);
        let label = match &target.label {
            Some(label) if !innermost || self.rng.percent(50) => format!(" {label}"),
            _ if innermost => String::new(),
            // A loop without a label, from inside another one: that one's label is needed.
            _ => return self.return_jump(need),
        };
        let text = match &target.value {
            Some(ty) => {
                let value = self.leaving(target.outer_depth, &ty.clone(), need);
                if value.text.starts_with('\'') {
                    format!("break{label} ({})", value.text)
                } else {
                    format!("break{label} {}", value.head())
                }
            }
            None => format!("break{label}"),
        };
        if !self.env.dead {
            let flow = self.env.flow(target.mark);
            self.targets[index].breaks.push(flow);
        }
        self.env.dead = true;
        text
    }

    /// `continue`, after assigning to what the loop's head needs.
    fn continue_jump(&mut self) -> Option<String> {
        let loops: Vec<_> = (0..self.targets.len()).filter(|&n| !self.targets[n].block).collect();
        if loops.is_empty() {
            return None;
        }
        let index = *self.rng.pick(&loops);
        let innermost = self.needs_no_label(index);
        let target = self.targets[index].clone();
        let label = match &target.label {
            Some(label) if !innermost || self.rng.percent(50) => format!(" {label}"),
            _ if innermost => String::new(),
            _ => return None,
        };
        let repair = self.repair(&target.head.status)?;
        self.env.dead = true;
        if target.in_head {
            // The body, which counts the rounds, is not reached.
            return Some(format!("{{ tick(); {repair} continue{label} }}"));
        }
        if repair.is_empty() {
            return Some(format!("continue{label}"));
        }
        Some(format!("{{ {repair} continue{label} }}"))
    }

    /// Assigns to the locals that were moved since `head`, so that the loop can go round.
    pub(super) fn repair(&mut self, head: &[Status]) -> Option<String> {
        if self.env.dead {
            return Some(String::new());
        }
        let moved: Vec<_> =
            (0..head.len()).filter(|&n| !self.env.status[n].covers(&head[n])).collect();
        let possible = |&index: &usize| {
            let var = &self.env.vars[index];
            var.mutable && var.shared == 0 && var.exclusive == 0 && self.env.is_visible(index)
        };
        if !moved.iter().all(possible) {
            return None;
        }
        let mut text = String::new();
        for index in moved {
            let ty = self.env.vars[index].ty.clone();
            let value = self.fresh(&ty).text;
            text.push_str(&format!("{} = {value};\n", self.env.vars[index].name));
            self.env.status[index] = Status::Init;
        }
        Some(text)
    }
}

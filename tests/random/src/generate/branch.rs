//! Branches: `if`, `if let`, `match`, as values and as statements.

use super::{Gen, Need, ex::Ex, ty::Ty};

impl Gen {
    pub(super) fn if_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::block(self.if_text(Some(ty), must)))
    }

    pub(super) fn if_let_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        Some(Ex::block(self.if_let_text(Some(ty), must)))
    }

    pub(super) fn match_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        Some(Ex::block(self.match_text(Some(ty), must)))
    }

    /// A branch: a block, which now and then jumps away.
    pub(super) fn arm(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        if self.can_jump() && self.rng.percent(12) {
            let before = if self.rng.percent(50) { self.statement(false) } else { String::new() };
            if !self.env.dead {
                let need = if must { Need::Must } else { Need::No };
                let jump = self.diverge(need);
                self.env.leave(mark);
                if self.rng.percent(30) {
                    let unreached = self.unreached();
                    let end = result.map_or_else(String::new, |result| self.fresh(result).text);
                    return format!("{{ {before} {jump};\n{unreached}{end} }}");
                }
                let end = if self.rng.percent(50) { ";" } else { "" };
                return format!("{{ {before} {jump}{end} }}");
            }
            self.env.leave(mark);
            let end = match result {
                Some(result) if !super::block::ends_with_jump(&before) => self.fresh(result).text,
                _ => String::new(),
            };
            return format!("{{ {before} {end} }}");
        }
        self.block(result, must)
    }

    /// `if c { … } else if d { … } else { … }`.
    pub(super) fn if_text(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        let has_else = result.is_some() || self.rng.percent(60);
        let chained = has_else && self.rng.percent(25);
        let needs = self.share(must, 2 + 2 * usize::from(chained) + usize::from(has_else));
        let condition = self.condition(needs[0]);
        let mut text = format!("if {condition} ");
        let mut flows = Vec::new();
        let mut before = self.env.flow(mark);
        text.push_str(&self.branch_from(result, needs[1]));
        flows.push(self.env.flow(mark));
        self.env.go_to(&before);
        if chained {
            let condition = self.condition(needs[3]);
            before = self.env.flow(mark);
            text.push_str(&format!(" else if {condition} "));
            text.push_str(&self.branch_from(result, needs[4]));
            flows.push(self.env.flow(mark));
            self.env.go_to(&before);
        }
        if has_else {
            text.push_str(" else ");
            text.push_str(&self.branch_from(result, needs[2]));
        }
        flows.push(self.env.flow(mark));
        self.env.meet(flows);
        text
    }

    fn branch_from(&mut self, result: Option<&Ty>, need: Need) -> String {
        let suspends = self.decide(need);
        self.arm(result, suspends)
    }

    /// A scrutinee: in older editions the temporaries of that of an `if let` live on in the `else`, so there
    /// are none if the branches suspend or may be taken apart since they move other locals than each other.
    pub(super) fn scrutinee(&mut self, ty: &Ty, need: Need, suspends: bool) -> String {
        let apart = need == Need::No && !self.may_lose_part();
        let newer = self.config.tails || self.config.differences;
        let forbid = u32::from((suspends || apart) && !newer);
        self.no_temps += forbid;
        let text = self.expr(ty, need).head();
        self.no_temps -= forbid;
        text
    }

    /// `if let p = e { … } else { … }`, with a chain in newer editions.
    pub(super) fn if_let_text(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        let has_else = result.is_some() || self.rng.percent(60);
        let needs = self.share(must, 2 + usize::from(has_else));
        let in_head = self.decide(needs[0]);
        // In older editions what is matched lives to the end of the statement, but for a branch that
        // suspends or moves other locals than the other one.
        let ends_early = !self.config.tails && (result.is_some() || !self.stays_native());
        let in_arms = must || ends_early;
        let need = if in_head { Need::Must } else { Need::No };
        let mut ty = [Ty::D.opt(), Ty::Int.opt(), Ty::En, Ty::D.res()][self.rng.below(4)].clone();
        if ends_early {
            // What does not match lives on in the `else`.
            ty = Ty::Int.opt();
        }
        let subject = self.match_subject(&ty, need, in_head || in_arms);
        let mut flows = Vec::new();
        let before = self.env.flow(mark);
        let pattern = self.refutable_pattern(&subject);
        let failed = self.env.flow(mark);
        self.bind(&subject, &pattern);
        let mut text = format!("if let {} = {} ", pattern.text, subject.text);
        let mut chain_failed = None;
        if self.config.chains && self.rng.percent(30) {
            let need = if must { Need::May } else { Need::No };
            let condition = self.expr(&Ty::Bool, need);
            text.push_str(&format!("&& {} ", condition.at(super::ex::Level::And)));
            chain_failed = Some(self.env.flow(mark));
            if self.rng.percent(30) {
                let option = self.expr(&Ty::Int.opt(), need).head();
                text.push_str(&format!("&& let Some(y) = {option} "));
                chain_failed = Some(self.env.flow(mark));
            }
        }
        text.push_str(&self.branch_from(result, needs[1]));
        self.env.leave(mark);
        flows.push(self.env.flow(mark));
        // Where the pattern matched and the rest of the chain did not, what it moved is gone.
        let mut other = vec![failed];
        other.extend(chain_failed);
        self.env.go_to(&before);
        self.env.dead = false;
        self.env.meet(other);
        if has_else {
            text.push_str(" else ");
            text.push_str(&self.branch_from(result, needs[2]));
        }
        flows.push(self.env.flow(mark));
        self.env.meet(flows);
        text
    }
}

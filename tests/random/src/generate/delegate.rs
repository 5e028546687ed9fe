//! Delegation: `yield_from!` of other coroutines and of iterators.

use super::{Gen, Need, ex::Ex, operand::Slot, ty::Ty};

impl Gen {
    /// `yield_from!(sub(…))`, whose value is what the other coroutine returns.
    pub(super) fn delegation_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if !must {
            return None;
        }
        if *ty == Ty::Unit && self.rng.percent(60) {
            return self.iterator_delegation();
        }
        let subs: Vec<_> = self.subs.iter().filter(|sub| sub.ret == *ty).cloned().collect();
        if subs.is_empty() {
            return None;
        }
        let sub = self.rng.pick(&subs).clone();
        let slots: Vec<_> = sub.params.iter().cloned().map(Slot::Value).collect();
        let suspends = self.rng.percent(45);
        let parts = self.operands(&slots, suspends);
        let parts: Vec<_> = parts.into_iter().map(|part| part.text).collect();
        let operand = format!("{}({})", sub.name, parts.join(", "));
        Some(self.with_first(&operand))
    }

    /// `yield_from!(…);` of whatever there is to delegate to.
    pub(super) fn delegation_statement(&mut self) -> String {
        let kinds = self.subs.iter().map(|sub| sub.ret.clone()).chain([Ty::Unit]);
        let kinds: Vec<_> = kinds.collect();
        let ty = self.rng.pick(&kinds).clone();
        match self.delegation_value(&ty, true) {
            Some(ex) if ty == Ty::Unit => format!("{};", ex.text),
            Some(ex) => format!("let _ = {};", ex.text),
            None => format!("{};", self.suspend_text()),
        }
    }

    /// Adds the inner's first argument, if it needs one.
    fn with_first(&mut self, operand: &str) -> Ex {
        let has_default = matches!(self.input, Ty::Unit | Ty::Int | Ty::Opt(_) | Ty::Bool);
        if has_default && self.rng.percent(40) {
            return Ex::atom(format!("yield_from!({operand})"));
        }
        let input = self.input.clone();
        let need = if self.rng.percent(70) { Need::Must } else { Need::May };
        let first = self.expr(&input, need).text;
        Ex::atom(format!("yield_from!({operand}, {first})"))
    }

    fn iterator_delegation(&mut self) -> Option<Ex> {
        let operand = match self.output {
            Ty::Int => {
                let slot =
                    [Ty::Nums, Ty::Arr(Ty::Int.into(), 2), Ty::Int][self.rng.below(3)].clone();
                let suspends = self.rng.percent(45);
                let part = self.operands(&[Slot::Value(slot.clone())], suspends).remove(0);
                if slot == Ty::Int { format!("0..small({}) & 3", part.text) } else { part.text }
            }
            Ty::D => {
                let slot =
                    [Ty::Ds, Ty::D.vec(), Ty::Arr(Ty::D.into(), 2)][self.rng.below(3)].clone();
                let suspends = self.rng.percent(45);
                self.operands(&[Slot::Value(slot)], suspends).remove(0).text
            }
            _ => return None,
        };
        let has_default = matches!(self.input, Ty::Unit | Ty::Int | Ty::Opt(_) | Ty::Bool);
        if !has_default {
            return Some(self.with_first(&operand));
        }
        Some(Ex::atom(format!("yield_from!({operand})")))
    }
}

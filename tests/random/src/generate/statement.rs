//! Statements: the choice among all kinds.

use super::{Gen, Need, ty::Ty};

impl Gen {
    /// A statement that suspends, or one that does not.
    pub(super) fn statement(&mut self, must: bool) -> String {
        self.budget -= 1;
        let (quiet, no_temps, no_rest) = (self.quiet, self.no_temps, self.no_rest);
        (self.quiet, self.no_temps, self.no_rest) = (!must, 0, 0);
        self.depth += 1;
        let in_block = std::mem::take(&mut self.in_block);
        let text = self.any_statement(must, in_block);
        self.depth -= 1;
        (self.quiet, self.no_temps, self.no_rest) = (quiet, no_temps, no_rest);
        text
    }

    /// A statement of any kind, which may be one of the innermost block's own.
    fn any_statement(&mut self, must: bool, in_block: bool) -> String {
        let need = if must { Need::Must } else { Need::No };
        if self.budget <= 0 || self.depth > 7 {
            return self.short_statement(must);
        }
        if self.config.differences && self.no_move == 0 && self.rng.percent(8) {
            return self.different_statement(must);
        }
        match self.by_taste(53) {
            0..=5 => self.let_statement(must),
            6 => self.deferred_let(must),
            7..=8 => self.let_else(must),
            9 => self.guard_let(must),
            10..=12 => self.assign_statement(must),
            13..=14 => self.op_assign_statement(must),
            15 => self.destructuring_assignment(must),
            16..=17 => self.if_text(None, must),
            18..=19 => self.if_let_text(None, must),
            20..=22 => self.match_text(None, must),
            23 => self.loop_text(None, must),
            24..=25 => self.while_text(must),
            26..=27 => self.for_text(must),
            28 => self.labelled_block(None, must),
            29 => self.block(None, must),
            30 => format!("unsafe {}", self.block(None, must)),
            31..=37 | 40..=46 if self.no_move > 0 => self.short_statement(must),
            31 if !must => self.item(),
            32 | 44 if !must => self.closure_let(),
            32 | 44 => self.closure_across(),
            45 | 46 if !must => self.capturing_window(),
            33 if !must => self.borrow_window(),
            34 => self.dead_reference(must),
            35 | 41 | 42 => self.macro_statement(must),
            36 => {
                let ty = self.any_type();
                format!("let _ = {};", self.expr(&ty, need).text)
            }
            37 => {
                let ty = self.any_type();
                format!("_ = {};", self.expr(&ty, need).text)
            }
            38 if must => format!("{};", self.suspend_text()),
            39 if !must && self.can_jump() && self.rng.percent(15) => {
                format!("{};", self.diverge(Need::No))
            }
            40 if !must => self.push_statement(),
            47 if must => self.delegation_statement(),
            43 => self.extended_let(must),
            48..=50 if self.config.immovable => self.kept_borrow(must),
            51..=52 => self.adaptor_statement(must, in_block),
            _ => self.expression_statement(must),
        }
    }

    fn short_statement(&mut self, must: bool) -> String {
        if must {
            return format!("{};", self.suspend_text());
        }
        let n = self.literal();
        match self.rng.below(3) {
            0 => format!("let _ = {};", self.named_text(&n)),
            1 => format!("eat({});", self.leaf(&Ty::D).text),
            _ => format!("let _ = two({}, {n});", self.leaf(&Ty::D).text),
        }
    }

    /// `e;` of any type.
    fn expression_statement(&mut self, must: bool) -> String {
        let need = if must { Need::Must } else { Need::No };
        let ty = if self.rng.percent(50) { Ty::Unit } else { self.any_type() };
        let ex = self.expr(&ty, need);
        // `()` alone and paths are fine as statements; so is anything else with a semicolon.
        format!("{};", ex.text)
    }

    fn push_statement(&mut self) -> String {
        let locals = self.env.find(|var, _| matches!(var.ty, Ty::Vec(_)));
        let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_change(i)).collect();
        if locals.is_empty() || self.no_move > 0 {
            let n = self.literal();
            self.names += 1;
            let name = format!("x{}", self.names);
            self.declare(name.clone(), Ty::D.vec(), true, super::env::Status::Init);
            return format!("let mut {name} = vec![d({n}), d(2)];");
        }
        let index = *self.rng.pick(&locals);
        let Ty::Vec(item) = self.env.vars[index].ty.clone() else { unreachable!("filtered above") };
        let parts = self.operands(
            &[
                super::operand::Slot::MutReceiver(index),
                super::operand::Slot::Value((*item).clone()),
            ],
            false,
        );
        format!("{}.push({});", parts[0].text, parts[1].text)
    }
}

//! Macros: those of std whose arguments are expressions, and one that nobody can look into.

use super::{
    Gen, Need,
    ex::{Ex, Level},
    operand::Slot,
    ty::Ty,
};

impl Gen {
    /// A local to capture in a format string.
    fn captured(&mut self) -> Option<String> {
        let locals = self.env.find(|var, _| matches!(var.ty, Ty::Int | Ty::D | Ty::Str));
        let usable =
            |&index: &usize| self.env.can_read(index) && self.env.vars[index].name != "self";
        let locals: Vec<_> = locals.into_iter().filter(usable).collect();
        if locals.is_empty() || self.env.dead {
            return None;
        }
        let index = *self.rng.pick(&locals);
        Some(self.env.vars[index].name.clone())
    }

    /// `format!("…", a, b)`.
    pub(super) fn format_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        let capture = self.captured().filter(|_| self.rng.percent(60));
        if !must && capture.is_some() && self.rng.percent(50) {
            let name = capture?;
            let spec = ["", ":?", ":>4"][self.rng.below(3)];
            return Some(Ex::atom(format!("format!(\"{{{name}{spec}}}\")")));
        }
        if !self.temps_allowed() {
            return must.then(|| {
                let part = self.expr(&Ty::Int, Need::Must).text;
                Ex::atom(format!("format!(\"{{}}\", {part})"))
            });
        }
        let types = [Ty::Int, Ty::D][self.rng.below(2)].clone();
        let parts = self.borrowed_operands([types, Ty::Int], must);
        let (a, b) = (&parts[0].text, &parts[1].text);
        Some(Ex::atom(match self.rng.below(3) {
            0 => format!("format!(\"{{}} {{1:?}}\", {a}, {b})"),
            1 => format!("format!(\"{{n}}{{{{}}}}{{}}\", {b}, n = {a})"),
            _ => format!("format!(\"{{:?}} {{}}\", {a}, {b})"),
        }))
    }

    /// Operands that a macro borrows, each before the next runs.
    fn borrowed_operands(&mut self, types: [Ty; 2], must: bool) -> Vec<Ex> {
        let parts = self.operands(&types.map(Slot::Value), must);
        if parts[1].text.contains("yield") || parts[1].text.contains('?') {
            self.movable = false;
        }
        parts
    }

    /// `say!(…)`: no suspension can be in it.
    pub(super) fn say_call(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if must {
            return None;
        }
        if let Some(name) = self.captured() {
            if self.rng.percent(60) {
                return Some(Ex::atom(format!("say!(\"{{{name}:?}}\")")));
            }
            return Some(Ex::atom(format!("say!(\"{{}}\", {name})")));
        }
        // What such a macro moves is not seen.
        self.no_move += 1;
        let part = self.expr(&Ty::Int, Need::No).text;
        self.no_move -= 1;
        Some(Ex::atom(format!("say!(\"{{}}\", {part})")))
    }

    /// `matches!(e, pattern)`.
    pub(super) fn matches_value(&mut self, _: &Ty, must: bool) -> Option<Ex> {
        if !must {
            let locals = self.env.find(|var, _| matches!(var.ty, Ty::Opt(_) | Ty::En));
            let locals: Vec<_> = locals.into_iter().filter(|&i| self.env.can_read(i)).collect();
            if !locals.is_empty() {
                let index = *self.rng.pick(&locals);
                let var = &self.env.vars[index];
                let pattern = if var.ty == Ty::En { "En::A(_) | En::C" } else { "Some(_)" };
                return Some(Ex::atom(format!("matches!({}, {pattern})", var.name)));
            }
        }
        let need = if must { Need::Must } else { Need::No };
        if self.rng.percent(50) && self.temps_allowed() {
            let option = self.expr(&Ty::D.opt(), need).text;
            return Some(Ex::atom(format!("matches!({option}, Some(ref y) if y.n() > 2)")));
        }
        let number = self.expr(&Ty::Int, need).text;
        Some(Ex::atom(format!("matches!({number}, 0..=3 | 7)")))
    }

    /// A macro as a statement.
    pub(super) fn macro_statement(&mut self, must: bool) -> String {
        let need = if must { Need::Must } else { Need::No };
        match self.rng.below(4) {
            0 => {
                let condition = self.expr(&Ty::Bool, need).head();
                format!("assert!({condition});")
            }
            1 => {
                let mark = self.env.vars.len();
                let needs = self.share(must, 2);
                let condition = self.expr(&Ty::Int, needs[0]).at(Level::BitOr);
                let before = self.env.flow(mark);
                let message = self.expr(&Ty::Int, needs[1]).text;
                self.env.go_to(&before);
                format!("assert!({condition} != 77, \"message {{}}\", {message});")
            }
            2 => {
                let parts = self.borrowed_operands([Ty::Int, Ty::Int], must);
                format!(
                    "assert_ne!({} - 1000, {});",
                    parts[0].at(Level::Sum),
                    parts[1].at(Level::Sum)
                )
            }
            _ => {
                let ty = self.any_type();
                let ty = if ty == Ty::Unit { Ty::Int } else { ty };
                let part = self.expr(&ty, need).text;
                format!("let _ = vec![{part}];")
            }
        }
    }
}

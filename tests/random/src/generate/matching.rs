//! `match` and refutable patterns.

use super::{
    Gen, Need,
    env::Status,
    ex::{Ex, Level},
    pattern::{Bind, Pat},
    ty::Ty,
};

/// What is matched.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub text: String,
    pub ty: Ty,
    /// The local that patterns move out of.
    pub place: Option<usize>,
    /// It is a reference to outer data: patterns bind references.
    pub by_ref: bool,
}

impl Gen {
    /// Something of the type to match: a value, a local in place, outer data.
    pub(super) fn match_subject(&mut self, ty: &Ty, need: Need, suspends: bool) -> Subject {
        let value = |text| Subject { text, ty: ty.clone(), place: None, by_ref: false };
        if need != Need::Must && !self.env.dead {
            let places = self.env.find(|var, _| var.ty == *ty);
            let places: Vec<_> = places
                .into_iter()
                .filter(|&index| self.env.can_move(index, self.loop_depth))
                .collect();
            if !places.is_empty() && self.rng.percent(45) {
                let index = *self.rng.pick(&places);
                let text = self.env.vars[index].name.clone();
                return Subject { text, ty: ty.clone(), place: Some(index), by_ref: false };
            }
            let reference = ty.clone().by_ref();
            let outer = self.env.find(|var, _| var.ty == reference);
            let outer: Vec<_> = outer.into_iter().filter(|&i| self.env.can_read(i)).collect();
            if !outer.is_empty() && self.rng.percent(60) {
                let text = self.env.vars[*self.rng.pick(&outer)].name.clone();
                return Subject { text, ty: ty.clone(), place: None, by_ref: true };
            }
        }
        let text = self.scrutinee(ty, need, suspends);
        // A local that was to be moved as a value would be matched in place.
        let is_place = text.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
        if is_place && !ty.is_copy() && !self.config.differences {
            return value(format!("id({text})"));
        }
        value(text)
    }

    /// Declares what a pattern binds and notes what it moves out of a local.
    pub(super) fn bind(&mut self, subject: &Subject, pattern: &Pat) {
        if let Some(index) = subject.place {
            if pattern.moves() && !self.env.dead {
                let may_split = self.may_lose_part();
                self.env.status[index] = match &pattern.fields {
                    Some(fields) if may_split => Status::Parts(
                        fields
                            .iter()
                            .map(|moved| if *moved { Status::Gone } else { Status::Init })
                            .collect(),
                    ),
                    _ => Status::Gone,
                };
            }
        }
        self.declare_all(pattern.binds.clone());
    }

    /// A pattern that may fail.
    pub(super) fn refutable_pattern(&mut self, subject: &Subject) -> Pat {
        let patterns = self.matched(subject, |this| this.alternatives(subject));
        self.one_of(patterns)
    }

    /// Chooses one of some patterns.
    pub(super) fn one_of(&mut self, mut patterns: Vec<Pat>) -> Pat {
        let chosen = self.rng.below(patterns.len());
        patterns.swap_remove(chosen)
    }

    /// Patterns that together match everything; only the last may do so alone.
    pub(super) fn alternatives(&mut self, subject: &Subject) -> Vec<Pat> {
        let by_ref = subject.by_ref;
        match &subject.ty {
            Ty::Opt(item) => {
                let some = self.wrapped("Some", item, by_ref);
                if self.rng.percent(25) && **item == Ty::Int && !by_ref {
                    return vec![
                        Pat::new("Some(0 | 2)", vec![]),
                        self.at_range("Some(", ")"),
                        some,
                        Pat::new("None", vec![]),
                    ];
                }
                vec![some, Pat::new("None", vec![])]
            }
            Ty::Res(item, error) => {
                vec![self.wrapped("Ok", item, by_ref), self.wrapped("Err", error, by_ref)]
            }
            Ty::En => self.enum_patterns(by_ref),
            Ty::Bool => vec![Pat::new("true", vec![]), Pat::new("false", vec![])],
            Ty::Int if !by_ref => {
                let mut patterns = vec![
                    Pat::new("0 | 2 | 4", vec![]),
                    self.at_range("", ""),
                    Pat::new("i64::MIN..=1", vec![]),
                ];
                let keep = 1 + self.rng.below(3);
                patterns.truncate(keep);
                patterns.push(if self.rng.percent(50) {
                    Pat::new("_", vec![])
                } else {
                    self.irrefutable(&Ty::Int, false, &mut Vec::new())
                });
                patterns
            }
            ty => vec![self.irrefutable(ty, by_ref, &mut Vec::new())],
        }
    }

    /// `n @ 1..=5` inside something.
    fn at_range(&mut self, before: &str, after: &str) -> Pat {
        let name = self.name();
        let bind = Bind { name: name.clone(), ty: Ty::Int, mutable: false };
        Pat::new(format!("{before}{name} @ 1..=5{after}"), vec![bind])
    }

    fn wrapped(&mut self, name: &str, item: &Ty, by_ref: bool) -> Pat {
        let inner = self.irrefutable(item, by_ref, &mut Vec::new());
        Pat::new(format!("{name}({})", inner.text), inner.binds)
    }

    fn enum_patterns(&mut self, by_ref: bool) -> Vec<Pat> {
        if self.rng.percent(35) {
            let name = self.name();
            let ty = if by_ref { Ty::D.by_ref() } else { Ty::D };
            let bind = Bind { name: name.clone(), ty, mutable: false };
            let text = format!("En::A({name}) | En::B {{ x: {name}, .. }}");
            return vec![Pat::new(text, vec![bind]), Pat::new("En::C", vec![])];
        }
        let a = self.wrapped("En::A", &Ty::D, by_ref);
        let mut names = Vec::new();
        let x = self.irrefutable(&Ty::D, by_ref, &mut names);
        let mut binds = x.binds;
        let text = if self.rng.percent(50) {
            let n = self.irrefutable(&Ty::Int, by_ref, &mut names);
            binds.extend(n.binds);
            format!("En::B {{ n: {}, x: {} }}", n.text, x.text)
        } else {
            format!("En::B {{ x: {}, .. }}", x.text)
        };
        let c = if self.rng.percent(50) && (by_ref || self.no_rest == 0) { "_" } else { "En::C" };
        vec![a, Pat::new(text, binds), Pat::new(c, vec![])]
    }

    /// `match e { p if g => …, … }`.
    pub(super) fn match_text(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        let needs = self.share(must, 3);
        let in_head = self.decide(needs[0]);
        let need = if in_head { Need::Must } else { Need::No };
        let ty = self.matched_type();
        let subject = self.match_subject(&ty, need, must);
        // What a pattern leaves unbound of a value lives until the end of the `match`.
        // In an operand, even to the end of the statement, and if no arm suspends, it ends early;
        // if one does, only what is taken by `ref` does.
        let in_operand = result.is_some() && !self.stays_native() && !self.config.differences;
        let arm_suspends = needs[1] == Need::Must || needs[2] == Need::Must;
        let forbid = (must && !self.config.rests) || (in_operand && !arm_suspends);
        let forbid = u32::from(forbid && subject.place.is_none());
        self.no_rest += forbid;
        self.no_ref = in_operand;
        let patterns = self.matched(&subject, |this| this.alternatives(&subject));
        self.no_ref = false;
        self.no_rest -= forbid;
        let before = self.env.flow(mark);
        let mut flows = Vec::new();
        let mut text = format!("match {} {{\n", subject.text);
        let count = patterns.len();
        let chosen = self.rng.below(count);
        for (index, pattern) in patterns.into_iter().enumerate() {
            let may_guard = index + 1 < count || count == 1;
            let need = if index == chosen { needs[1] } else { needs[2] };
            if may_guard && self.rng.percent(25) {
                let guarded = self.guarded_arm(&subject, &pattern, result, need);
                flows.push(self.env.flow(mark));
                self.env.go_to(&before);
                text.push_str(&guarded);
            }
            text.push_str(&format!("{} => ", pattern.text));
            self.bind(&subject, &pattern);
            text.push_str(&self.arm_body(result, need));
            self.env.leave(mark);
            flows.push(self.env.flow(mark));
            self.env.go_to(&before);
        }
        self.env.meet(flows);
        format!("{text}}}")
    }

    /// An arm with a guard, before the same pattern without.
    fn guarded_arm(
        &mut self,
        subject: &Subject,
        pattern: &Pat,
        result: Option<&Ty>,
        need: Need,
    ) -> String {
        let mark = self.env.vars.len();
        self.bind(subject, pattern);
        (self.no_yield, self.no_move, self.no_jump) =
            (self.no_yield + 1, self.no_move + 1, self.no_jump + 1);
        let no_temps = std::mem::replace(&mut self.no_temps, 0);
        let quiet = std::mem::replace(&mut self.quiet, true);
        // A guard that panics leaves what is matched before the operands that wait.
        let waits = result.is_some() && subject.place.is_none() && !self.may_lose_part();
        let guard = if waits { self.plain_guard() } else { self.expr(&Ty::Bool, Need::No) };
        (self.no_temps, self.quiet) = (no_temps, quiet);
        (self.no_yield, self.no_move, self.no_jump) =
            (self.no_yield - 1, self.no_move - 1, self.no_jump - 1);
        let body = self.arm_body(result, need);
        self.env.leave(mark);
        format!("{} if {} => {body}", pattern.text, guard.at(Level::Or))
    }

    /// A guard that cannot panic.
    fn plain_guard(&mut self) -> Ex {
        let numbers = self.env.find(|var, _| var.ty == Ty::Int);
        let numbers: Vec<_> = numbers.into_iter().filter(|&i| self.env.can_read(i)).collect();
        if numbers.is_empty() {
            return Ex::atom(String::from("true"));
        }
        let index = *self.rng.pick(&numbers);
        Ex::atom(format!("({} > 2)", self.env.vars[index].name))
    }

    /// What follows `=>`: a block, an expression or a jump.
    fn arm_body(&mut self, result: Option<&Ty>, need: Need) -> String {
        let suspends = self.decide(need);
        let need = if suspends { Need::Must } else { Need::No };
        if self.can_jump() && self.rng.percent(10) {
            return format!("{},\n", self.diverge(need));
        }
        if self.rng.percent(50) {
            return format!("{}\n", self.arm(result, suspends));
        }
        let result = result.cloned().unwrap_or(Ty::Unit);
        format!("{},\n", self.expr(&result, need).text)
    }

    fn matched_type(&mut self) -> Ty {
        match self.rng.below(10) {
            0 | 1 => Ty::D.opt(),
            2 => Ty::Int.opt(),
            3 | 4 => Ty::En,
            5 => Ty::Int,
            6 => Ty::D.res(),
            7 => Ty::Tup(vec![Ty::D, Ty::Int]),
            8 => Ty::St,
            _ => self.any_type(),
        }
    }
}

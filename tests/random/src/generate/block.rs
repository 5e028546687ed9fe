//! Blocks: plain, labelled, unsafe; as values and as statements.

use super::{Gen, Need, Target, ex::Ex, ty::Ty};

/// Says whether the last statement is a jump, so that a block needs no value after it.
pub(super) fn ends_with_jump(text: &str) -> bool {
    let last = text.trim_end().lines().last().unwrap_or("");
    ["return", "break", "continue"].iter().any(|jump| last.starts_with(jump)) && last.ends_with(';')
}

impl Gen {
    /// `{ statements; value }`; without a type, the block ends with a statement.
    pub(super) fn block(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        let text = self.block_inside(result, must);
        self.env.leave(mark);
        format!("{{ {text} }}")
    }

    /// What is inside a block; its locals stay in scope.
    pub(super) fn block_inside(&mut self, result: Option<&Ty>, must: bool) -> String {
        let dead = self.env.dead;
        let start = std::mem::replace(&mut self.block_start, self.env.vars.len());
        let most = if self.budget > 0 && self.depth < 6 { 3 } else { 1 };
        let mut count = self.rng.below(most + 1);
        if result.is_none() && (must || self.rng.percent(70)) {
            count = count.max(1);
        }
        let parts = count + usize::from(result.is_some());
        let needs = self.share(must, parts);
        let mut text = String::new();
        for need in needs.iter().take(count) {
            if self.env.dead {
                break;
            }
            let suspends = self.decide(*need);
            self.in_block = true;
            text.push_str(&self.statement(suspends));
            text.push('\n');
        }
        if self.env.dead && !dead && self.rng.percent(30) {
            text.push_str(&self.unreached());
        }
        if let (Some(result), Some(need)) = (result, needs.last()) {
            // What cannot be reached still needs a value, unless the block ends with a jump.
            if !self.env.dead || dead || !ends_with_jump(&text) {
                let forbid = u32::from(!self.config.tails && !self.is_calm());
                self.no_temps += forbid;
                text.push_str(&self.expr(result, *need).text);
                self.no_temps -= forbid;
            }
        }
        self.block_start = start;
        text
    }

    /// A suspension behind a jump, which is never reached.
    pub(super) fn unreached(&mut self) -> String {
        if self.no_yield > 0 {
            return String::new();
        }
        let output = self.output.clone();
        let value = self.fresh(&output).text;
        match self.rng.below(3) {
            0 => format!("drop(yield_!({value}));\n"),
            1 => {
                self.names += 1;
                format!("let x{} = yield_!({value});\n", self.names)
            }
            _ => format!("if cond() {{ yield_!({value}); }}\n"),
        }
    }

    /// Says whether nothing suspends in the statement that is being generated.
    pub(super) fn is_calm(&self) -> bool {
        self.quiet && !self.yields_errors
    }

    /// Says whether a branch in the statement that is being generated stays what it is: nothing suspends
    /// in it, and nothing makes its arms jump.
    pub(super) fn stays_native(&self) -> bool {
        self.is_calm() && self.may_lose_part()
    }

    pub(super) fn block_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::block(self.block(Some(ty), must)))
    }

    pub(super) fn unsafe_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        Some(Ex::block(format!("unsafe {}", self.block(Some(ty), must))))
    }

    pub(super) fn labelled_block_value(&mut self, ty: &Ty, must: bool) -> Option<Ex> {
        if self.no_move > 0 {
            return None;
        }
        Some(Ex::block(self.labelled_block(Some(ty), must)))
    }

    /// `'a: { …; if c { break 'a v; } …; v }`.
    pub(super) fn labelled_block(&mut self, result: Option<&Ty>, must: bool) -> String {
        let mark = self.env.vars.len();
        let label = self.label();
        self.targets.push(Target {
            label: Some(label.clone()),
            block: true,
            in_head: false,
            value: result.cloned(),
            outer_depth: self.loop_depth,
            mark,
            head: self.env.flow(mark),
            breaks: Vec::new(),
        });
        let needs = self.share(must, 2);
        let suspends = self.decide(needs[0]);
        let leave = self.conditional_jump(self.targets.len() - 1, suspends);
        let suspends = self.decide(needs[1]);
        let rest = self.block_inside(result, suspends);
        self.env.leave(mark);
        let target = self.targets.pop().expect("pushed above");
        let mut flows = target.breaks;
        flows.push(self.env.flow(mark));
        self.env.meet(flows);
        format!("{label}: {{ {leave} {rest} }}")
    }

    /// Chooses a label.
    pub(super) fn label(&mut self) -> String {
        self.labels += 1;
        format!("'l{}", self.labels)
    }

    /// `if c { break 'target v; }`, so that the target is reached at least by this.
    pub(super) fn conditional_jump(&mut self, target: usize, must: bool) -> String {
        let mark = self.env.vars.len();
        let needs = self.share(must, 2);
        let condition = self.condition(needs[0]);
        let before = self.env.flow(mark);
        let suspends = self.decide(needs[1]);
        let mut inside = String::new();
        if self.rng.percent(25) && self.budget > 0 {
            inside = self.statement(false);
        }
        if !self.env.dead {
            inside.push_str(&self.break_to(target, if suspends { Need::Must } else { Need::No }));
            inside.push(';');
            if self.rng.percent(10) {
                inside.push_str(&self.unreached());
            }
        }
        self.env.leave(mark);
        self.env.go_to(&before);
        format!("if {condition} {{ {inside} }}\n")
    }

    /// A condition, whose temporaries end with it.
    pub(super) fn condition(&mut self, need: Need) -> String {
        let must = self.decide(need);
        let (quiet, no_temps) = (self.quiet, self.no_temps);
        self.quiet = !must;
        self.no_temps = 0;
        let text = self.expr(&Ty::Bool, if must { Need::Must } else { Need::No }).head();
        (self.quiet, self.no_temps) = (quiet, no_temps);
        text
    }
}

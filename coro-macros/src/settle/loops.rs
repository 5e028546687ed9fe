//! Loops and labelled blocks behind which a local is gone, by whichever way control leaves them.
//!
//! In: a loop or a labelled block that does not suspend. Out: the same, in which a second local takes what
//! is left of the first in front of each `break` and at the end, if that is the same each time that control
//! comes there:
//!
//! ```text
//! for x in xs {                            'done: { for x in xs {
//!     if c { best = q; break; }        →       if c { q_left = None; best = q; break 'done; }
//! }                                        } q_left = Some(q); }
//! ```

use std::ops::Range;

use syn::{Expr, ExprBreak, Label, Lifetime, Stmt, Token};

use super::{
    Settle,
    arms::{Left, value_of},
};
use crate::{
    analysis::events::{Event, Graph},
    ast,
    ir::{BlockId, Exit, Marker},
    visit_mut::{self, VisitMut},
};

/// What is left of the local at one place, by each way that control comes there.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct State {
    all: bool,
    nothing: bool,
    /// Whether a part may have been taken of what is left.
    part: bool,
}

impl Settle<'_> {
    /// Settles a loop or a labelled block; tells whether it could.
    pub(super) fn looping(&mut self, expr: &mut Expr) -> bool {
        let mut ways = Breaks::of(expr, |number, jump| Some(at_break(number, jump)));
        let mut marked = expr.clone();
        ways.enter(&mut marked);
        let end = ways.count;
        if ways.opaque {
            return false;
        }
        let mut nested = ways.nested;
        // So does the end of a labelled block, in front of its value.
        nested.extend(breaks_before_value(expr).map(|before| (before..end, end)));
        let ended = Marker::Goto(BlockId(0), end).stmt(self.span);
        let code = [Stmt::Expr(marked, Some(Token![;](self.span))), ended];
        let Some(states) = self.states(&code, end + 1) else { return false };
        let Some(left) = states.into_iter().map(State::left).collect::<Option<Vec<_>>>() else {
            return false;
        };
        // What holds another in its value puts aside what is left in front of both, which is the same then.
        let around = |number: usize| {
            let outer = nested.iter().filter(move |(inner, _)| inner.contains(&number));
            outer.filter_map(|(_, outer)| left[*outer])
        };
        let differs = |number: usize| {
            left[number].is_some_and(|own| around(number).any(|outer| outer != own))
        };
        if (0..end).any(differs) {
            return false;
        }
        let at_end = left[end];
        if let (Expr::Block(block), Some(at_end)) = (&*expr, at_end) {
            let value = value_of(&block.block.stmts);
            if value.is_some_and(|value| at_end == Left::All && self.borrows(value)) {
                return false;
            }
        }
        let is_native = matches!(expr, Expr::ForLoop(_) | Expr::While(_));
        let done = is_native.then(|| self.labels.declare("done", self.span));
        let mut refused = false;
        let mut breaks = Breaks::of(expr, |number: usize, jump: &ExprBreak| {
            let is_put_aside = around(number).next().is_some();
            let left = left[number]?;
            if is_put_aside || is_native && Some(left) == at_end {
                return None;
            }
            let value = jump.expr.as_deref();
            refused |= value.is_some_and(|value| left == Left::All && self.borrows(value));
            let mut jump = jump.clone();
            jump.label = done.clone().or(jump.label);
            Some(vec![self.keep(left), Stmt::Expr(Expr::Break(jump), Some(Token![;](self.span)))])
        });
        let mut changed = expr.clone();
        breaks.enter(&mut changed);
        if refused {
            return false;
        }
        *expr = changed;
        let Some(at_end) = at_end else { return true };
        match (expr, done) {
            (Expr::Block(block), _) => {
                let stmts = &mut block.block.stmts;
                if value_of(stmts).is_some() {
                    stmts.insert(stmts.len() - 1, self.keep(at_end));
                } else {
                    self.push(stmts, self.keep(at_end));
                }
            }
            (expr, Some(done)) => {
                let looped = std::mem::replace(expr, Expr::Verbatim(<_>::default()));
                let stmts = vec![Stmt::Expr(looped, None), self.keep(at_end)];
                let mut whole = ast::block_expr(ast::block(stmts, self.span));
                if let Expr::Block(whole) = &mut whole {
                    whole.label = Some(Label { name: done, colon_token: Token![:](self.span) });
                }
                *expr = whole;
            }
            _ => {}
        }
        true
    }

    /// Tells whether a branch or a loop moves the local on some ways only.
    pub(super) fn goes_apart(&self, expr: &Expr) -> bool {
        let end = Marker::Goto(BlockId(0), 0).stmt(self.span);
        let code = [Stmt::Expr(expr.clone(), Some(Token![;](self.span))), end];
        let states = self.states(&code, 1);
        states.is_none_or(|states| states[0].all && states[0].nothing)
    }

    /// Tells whether a value may look at the local.
    fn borrows(&self, value: &Expr) -> bool {
        self.borrowed || self.mentions(value)
    }

    /// Finds the states at jumps, or nothing if the local is changed in other ways than as a whole.
    fn states(&self, code: &[Stmt], count: usize) -> Option<Vec<State>> {
        let graph = Graph::of_code(code, self.locals);
        let mut found = vec![State::default(); count];
        let mut incoming = vec![State::default(); graph.nodes.len()];
        incoming[0].all = true;
        let mut work = vec![0];
        while let Some(index) = work.pop() {
            let node = &graph.nodes[index];
            let mut state = incoming[index];
            for event in node.events.iter().filter(|event| event.local() == self.local) {
                match event {
                    Event::Name(_) | Event::Use(_) | Event::UsePart(_) | Event::Adapt(_) => {}
                    Event::MovePart(_) => state.part |= state.all,
                    Event::Move(_) => state = State { nothing: true, ..State::default() },
                    Event::Define(_) | Event::Assign(..) => {
                        state = State { all: true, ..State::default() };
                    }
                    Event::Unbox(_) | Event::Fill(_) | Event::Declare(_) => return None,
                }
            }
            if let Some((_, Exit::Goto(number))) = node.exit {
                found[number] = found[number].or(state);
            }
            for next in &node.next {
                let joined = incoming[*next].or(state);
                if joined != incoming[*next] {
                    incoming[*next] = joined;
                    work.push(*next);
                }
            }
        }
        Some(found)
    }
}

impl State {
    fn or(self, other: Self) -> Self {
        Self {
            all: self.all | other.all,
            nothing: self.nothing | other.nothing,
            part: self.part | other.part,
        }
    }

    /// Returns what is left, if anything comes there; nothing at all if that is not known.
    #[allow(clippy::option_option)] // not known; never reached; what is left
    fn left(self) -> Option<Option<Left>> {
        match self {
            Self { all: false, nothing: false, .. } => Some(None),
            Self { all: true, nothing: false, part: false } => Some(Some(Left::All)),
            Self { all: false, nothing: true, .. } => Some(Some(Left::Nothing)),
            _ => None,
        }
    }
}

/// Counts the `break`s in front of the value of a labelled block, if it has one.
fn breaks_before_value(expr: &Expr) -> Option<usize> {
    let Expr::Block(block) = expr else { return None };
    value_of(&block.block.stmts)?;
    let mut before = block.clone();
    before.block.stmts.pop();
    let before = &mut Expr::Block(before);
    let mut ways = Breaks::of(before, |number, jump| Some(at_break(number, jump)));
    ways.enter(before);
    Some(ways.count)
}

/// What stands for a `break` where the states are asked for.
fn at_break(number: usize, jump: &ExprBreak) -> Vec<Stmt> {
    let span = jump.break_token.span;
    let value = jump.expr.clone().map(|value| Stmt::Expr(*value, Some(Token![;](span))));
    value.into_iter().chain([Marker::Goto(BlockId(0), number).stmt(span)]).collect()
}

/// Replaces the `break`s out of a loop or a labelled block, which are numbered.
struct Breaks<F> {
    label: Option<Lifetime>,
    /// Whether a `break` without a label is one of them.
    innermost: bool,
    count: usize,
    /// Whether a macro may hold others.
    opaque: bool,
    /// Those in the value of one, by their numbers, each time with its own.
    nested: Vec<(Range<usize>, usize)>,
    replace: F,
}

impl<F: FnMut(usize, &ExprBreak) -> Option<Vec<Stmt>>> Breaks<F> {
    fn of(expr: &Expr, replace: F) -> Self {
        let label = match expr {
            Expr::ForLoop(expr) => &expr.label,
            Expr::While(expr) => &expr.label,
            Expr::Loop(expr) => &expr.label,
            Expr::Block(expr) => &expr.label,
            _ => &None,
        };
        let label = label.as_ref().map(|label| label.name.clone());
        Self { label, innermost: false, count: 0, opaque: false, nested: Vec::new(), replace }
    }

    /// Visits what is in the loop or the block.
    fn enter(&mut self, expr: &mut Expr) {
        self.innermost = !matches!(expr, Expr::Block(_));
        match expr {
            Expr::ForLoop(expr) => self.visit_block_mut(&mut expr.body),
            Expr::While(expr) => self.visit_block_mut(&mut expr.body),
            Expr::Loop(expr) => self.visit_block_mut(&mut expr.body),
            Expr::Block(expr) => self.visit_block_mut(&mut expr.block),
            _ => {}
        }
    }

    /// Visits what is in an expression, which may be a `break` with a value.
    fn value(&mut self, expr: &mut Expr) {
        let before = self.count;
        visit_mut::visit_expr_mut(self, expr);
        if self.count > before && self.leaves(expr).is_some() {
            self.nested.push((before..self.count, self.count));
        }
    }

    /// Returns the `break` that an expression is, if it is one of them.
    fn leaves<'e>(&self, expr: &'e Expr) -> Option<&'e ExprBreak> {
        let Expr::Break(jump) = expr else { return None };
        let leaves = match (&jump.label, &self.label) {
            (None, _) => self.innermost,
            (Some(label), Some(own)) => label.ident == own.ident,
            (Some(_), None) => false,
        };
        leaves.then_some(jump)
    }

    fn replacement(&mut self, expr: &Expr) -> Option<Vec<Stmt>> {
        let jump = self.leaves(expr)?;
        self.count += 1;
        (self.replace)(self.count - 1, jump)
    }
}

impl<F: FnMut(usize, &ExprBreak) -> Option<Vec<Stmt>>> VisitMut for Breaks<F> {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        let mut stmts = Vec::with_capacity(block.stmts.len());
        for mut stmt in std::mem::take(&mut block.stmts) {
            if let Stmt::Expr(expr @ Expr::Break(_), _) = &mut stmt {
                self.value(expr);
                if let Some(replaced) = self.replacement(expr) {
                    stmts.extend(replaced);
                    continue;
                }
            } else {
                self.visit_stmt_mut(&mut stmt);
            }
            stmts.push(stmt);
        }
        block.stmts = stmts;
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let outside = self.innermost;
        match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => return,
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => self.innermost = false,
            _ => {}
        }
        self.value(expr);
        self.innermost = outside;
        if let Some(stmts) = self.replacement(expr) {
            *expr = ast::block_expr(ast::block(stmts, ast::span(expr)));
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        self.opaque |= mac.tokens.to_string().contains("break");
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

//! The threads of control under construction.
//!
//! In: a level that ends, and what each thread has done in it. Out: the threads that come to its end,
//! brought together: one goes on in line, several jump to a block of their own.

use proc_macro2::Span;
use syn::{Expr, Stmt, Token};

use super::{
    Builder, Ending, Thread, Want,
    pieces::{ended, ends_with_value, push_tail, unit, written_at},
};
use crate::{
    ast,
    ir::{BlockData, BlockId, BlockKind, Decl, Marker},
    resolve::names::Local,
    scan, temporaries,
};

impl Builder<'_> {
    /// Starts a block here: its thread becomes the current one.
    pub(super) fn start_block(
        &mut self,
        kind: BlockKind,
        input: Option<Local>,
        entry: Option<Local>,
    ) -> BlockId {
        let block = BlockId(self.body.blocks.len());
        if let Some(entry) = entry.or(input) {
            self.declare(Decl::Local(entry));
        }
        let mut scopes = Vec::with_capacity(self.levels.len());
        let mut levels = Vec::with_capacity(self.levels.len());
        for level in &self.levels {
            let mut code = Vec::new();
            if let Some(declared) = &level.scope {
                if !declared.is_empty() {
                    code.push(Marker::Reopen(block, scopes.len()).stmt(self.context.span));
                }
                scopes.push(declared.clone());
            }
            levels.push(code);
        }
        self.body.blocks.push(BlockData::new(kind, scopes, input));
        self.threads.push(Thread { block, levels });
        self.cur = self.threads.len() - 1;
        self.alive = true;
        block
    }

    /// Closes the innermost level. `value` is what the current thread ends it with.
    ///
    /// Returns the value with which the thread that goes on ends it.
    pub(super) fn close(&mut self, value: Expr, want: &Want) -> Expr {
        // With one way out there is nothing to tell apart.
        if self.levels.last().is_some_and(|level| level.forced) && self.is_left(&value) {
            return self.close_forced(value, want);
        }
        let endings = self.close_level(value);
        self.merge(endings, want)
    }

    /// Tells whether a `break` leaves the innermost level, whose value is at hand.
    fn is_left(&self, value: &Expr) -> bool {
        let level = self.levels.last().expect("a level is open");
        let Some(label) = &level.label else { return false };
        let threads = self.threads.iter().filter(|thread| thread.levels.len() == self.depth());
        scan::expr_breaks_to(value, label)
            || threads
                .filter_map(|thread| thread.levels.last())
                .any(|code| scan::breaks_to(code, label))
    }

    /// Takes the code of the level that was popped just now from each thread that is in it. `value` is
    /// what the current thread ends it with.
    pub(super) fn take_codes(&mut self, value: Expr) -> Vec<(usize, Vec<Stmt>)> {
        let depth = self.depth() + 1;
        let (cur, mut value) = (self.cur, Some(value));
        let threads = self.threads.iter_mut().enumerate();
        let threads = threads.filter(|(_, thread)| thread.levels.len() == depth);
        threads
            .map(|(index, thread)| {
                let mut code = thread.levels.pop().expect("the thread is in the level");
                if index == cur {
                    push_tail(&mut code, value.take().expect("one thread is current"));
                }
                (index, code)
            })
            .collect()
    }

    /// Closes the innermost level and lists the threads that reach its end.
    pub(super) fn close_level(&mut self, value: Expr) -> Vec<Ending> {
        let level = self.levels.pop().expect("a level is open");
        let mut endings = Vec::new();
        let mut dead = None;
        let nothing = ast::is_unit_value(&value).then(|| ast::span(&value));
        for (index, code) in self.take_codes(value) {
            let is_cur = index == self.cur;
            let left = level.label.as_ref().is_some_and(|label| scan::breaks_to(&code, label));
            let is_head = level.label.is_some()
                && self.body.blocks[self.threads[index].block.0].loop_label == level.label;
            let expr = ended(&level, code, left || is_head, nothing.filter(|_| is_cur));
            if left || (is_cur && self.alive) {
                endings.push((index, expr));
            } else if is_cur {
                dead = Some(expr);
            } else {
                self.push_to(index, expr);
            }
        }
        if let Some(dead) = dead {
            if endings.is_empty() {
                endings.push((self.cur, dead));
                return endings;
            }
            self.push_to(self.cur, dead);
        }
        self.alive = !endings.is_empty();
        endings
    }

    /// Pushes code whose end is not reached: a value that it is said to end with is nobody's, and what it
    /// matches ends with a statement, not behind the block's locals as that of a tail may.
    pub(super) fn push_to(&mut self, thread: usize, expr: Expr) {
        let is_stmt = ends_with_value(&expr) || temporaries::keeps_matched(&expr);
        let semi = is_stmt.then(|| Token![;](self.context.span));
        let stmt = Stmt::Expr(expr, semi);
        self.threads[thread].levels.last_mut().expect("a level is open").push(stmt);
    }

    /// Brings threads together: one goes on in line, several jump to a block of their own.
    pub(super) fn merge(&mut self, mut endings: Vec<Ending>, want: &Want) -> Expr {
        if endings.len() == 1 {
            let (thread, value) = endings.remove(0);
            self.cur = thread;
            return value;
        }
        self.join(endings, want, BlockKind::Join)
    }

    /// Makes a block that all the threads jump to, and returns its value.
    pub(super) fn join(&mut self, endings: Vec<Ending>, want: &Want, kind: BlockKind) -> Expr {
        let span = endings.last().map_or_else(Span::mixed_site, |(_, value)| ast::span(value));
        let unit_valued = endings.iter().all(|(_, value)| scan::is_unit_form(value));
        let passed = self.passed(want, !unit_valued, span);
        self.jump_with(endings, passed, want, span);
        self.go_on(kind, passed, span)
    }

    /// Makes the local in which threads pass their value on, if it is wanted and there is any.
    pub(super) fn passed(&mut self, want: &Want, valued: bool, span: Span) -> Option<Local> {
        let Want::Value(ty) = want else { return None };
        valued.then(|| {
            let local = self.locals.hidden("value", span);
            self.locals[local].ty.clone_from(ty);
            local
        })
    }

    /// Makes threads jump to the block that is started next.
    pub(super) fn jump_with(
        &mut self,
        endings: Vec<Ending>,
        passed: Option<Local>,
        want: &Want,
        span: Span,
    ) {
        let target = BlockId(self.body.blocks.len());
        for (thread, value) in endings {
            self.cur = thread;
            let mut at = span;
            match passed {
                Some(local) => {
                    // A value of another type is the mistake.
                    at = written_at(&value);
                    self.let_hidden(local, value);
                }
                None => self.push_unwanted(value, want),
            }
            self.push_goto(target, at);
        }
    }

    /// Starts the block to which threads have jumped, and returns the value that they have passed on.
    pub(super) fn go_on(&mut self, kind: BlockKind, passed: Option<Local>, span: Span) -> Expr {
        self.start_block(kind, None, passed);
        passed.map_or_else(|| unit(span), |local| self.local_expr(local, span))
    }

    /// Makes the threads that reach the end of the innermost level jump to `target`.
    pub(super) fn close_to(&mut self, value: Expr, target: BlockId) {
        let end = self.levels.last().map_or(self.context.span, |level| level.brace.span.close());
        let endings = self.close_level(value);
        let alive = self.alive;
        for (thread, value) in endings {
            self.cur = thread;
            if alive {
                self.push_unwanted(value, &Want::Unit);
                self.push_goto(target, end);
            } else {
                self.push_value(value);
            }
        }
        self.alive = false;
    }
}

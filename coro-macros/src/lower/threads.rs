//! The threads of control under construction.
//!
//! In: a level that ends, and what each thread has done in it. Out: the threads that come to its end,
//! brought together: one goes on in line, several jump to a block of their own.

use proc_macro2::Span;
use syn::{Expr, Stmt, Token};

use super::{
    Builder, Ending, Thread, Want,
    pieces::{ends_with_value, push_tail, unit, wrap},
};
use crate::{
    ast,
    ir::{BlockData, BlockId, BlockKind, Decl, Marker},
    resolve::names::Local,
    scan,
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
        let scopes = self.levels.iter().filter_map(|level| level.scope.clone()).collect();
        self.body.blocks.push(BlockData::new(kind, scopes, input));
        let mut scope = 0;
        let mut levels = Vec::with_capacity(self.levels.len());
        for level in &self.levels {
            let mut code = Vec::new();
            if let Some(declared) = &level.scope {
                if !declared.is_empty() {
                    code.push(Marker::Reopen(block, scope).stmt(self.context.span));
                }
                scope += 1;
            }
            levels.push(code);
        }
        self.threads.push(Thread { block, levels });
        self.cur = self.threads.len() - 1;
        self.alive = true;
        block
    }

    /// Closes the innermost level. `value` is what the current thread ends it with.
    ///
    /// Returns the value with which the thread that goes on ends it.
    pub(super) fn close(&mut self, value: Expr, want: &Want) -> Expr {
        if self.levels.last().is_some_and(|level| level.forced) {
            return self.close_forced(value, want);
        }
        let endings = self.close_level(value);
        self.merge(endings, want)
    }

    /// Closes the innermost level and lists the threads that reach its end.
    pub(super) fn close_level(&mut self, value: Expr) -> Vec<Ending> {
        let level = self.levels.pop().expect("a level is open");
        let depth = self.depth();
        let mut endings = Vec::new();
        let mut value = Some(value);
        let mut dead = None;
        for index in 0..self.threads.len() {
            if self.threads[index].levels.len() != depth + 1 {
                continue;
            }
            let mut code = self.threads[index].levels.pop().expect("checked");
            let is_cur = index == self.cur;
            if is_cur {
                push_tail(&mut code, value.take().expect("one thread is current"));
            }
            let left = level.label.as_ref().is_some_and(|label| scan::breaks_to(&code, label));
            let is_head = level.label.is_some()
                && self.body.blocks[self.threads[index].block.0].loop_label == level.label;
            let expr = wrap(&level, code, left || is_head);
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

    /// Pushes code whose end is not reached: a value that it is said to end with is nobody's.
    pub(super) fn push_to(&mut self, thread: usize, expr: Expr) {
        let semi = ends_with_value(&expr).then(|| Token![;](self.context.span));
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
        let passed = match want {
            Want::Value(ty) if !unit_valued => {
                let local = self.locals.hidden("value", span);
                self.locals[local].ty.clone_from(ty);
                Some(local)
            }
            _ => None,
        };
        let target = BlockId(self.body.blocks.len());
        for (thread, value) in endings {
            self.cur = thread;
            match passed {
                Some(local) => self.let_hidden(local, value),
                None => self.push_value(value),
            }
            self.push_goto(target, span);
        }
        self.start_block(kind, None, passed);
        match passed {
            Some(local) => self.local_expr(local, span),
            None => unit(span),
        }
    }

    /// Makes the threads that reach the end of the innermost level jump to `target`.
    pub(super) fn close_to(&mut self, value: Expr, target: BlockId) {
        let end = self.levels.last().map_or(self.context.span, |level| level.brace.span.close());
        let endings = self.close_level(value);
        let alive = self.alive;
        for (thread, value) in endings {
            self.cur = thread;
            self.push_value(value);
            if alive {
                self.push_goto(target, end);
            }
        }
        self.alive = false;
    }
}

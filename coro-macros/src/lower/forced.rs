//! Levels whose ways out have to be told apart.
//!
//! In: a loop or a labelled block that is marked because only some of its `break`s move or initialise
//! a local. Out: code in which each `break` has a label of its own, behind which a jump to the block
//! after the level stands, with what is left on that way.
//!
//! ```text
//! 'a: { if c { drop(x); break 'a; } … }   →   'a_2: { { if c { drop(x); break 'a_2; } … } goto J } goto J
//! ```

use proc_macro2::Span;
use syn::{Expr, Label, Lifetime, Local as LetStmt, Stmt, Token};

use super::{Builder, Level, Want, let_stmt, unit, wrap};
use crate::{
    ast::{self, block_expr},
    ir::{BlockId, BlockKind},
    resolve::names::{Labels, Local},
    scan,
    visit_mut::{self, VisitMut},
};

/// What one thread does in a level that is closed.
struct Code {
    thread: usize,
    stmts: Vec<Stmt>,
    sites: Vec<Lifetime>,
    natural: bool,
}

impl Builder<'_> {
    /// Closes a level that is forced.
    pub(super) fn close_forced(&mut self, value: Expr, want: &Want) -> Expr {
        let mut level = self.levels.pop().expect("a level is open");
        level.forced = false;
        let unit_value = scan::is_unit_form(&value);
        let span = ast::span(&value);
        let mut codes = Vec::new();
        let mut valued = self.alive && !unit_value;
        for (thread, mut stmts) in self.take_codes(value) {
            let mut sites = Sites { level: &level, labels: self.labels, found: Vec::new(), valued };
            for stmt in &mut stmts {
                sites.visit_stmt_mut(stmt);
            }
            valued = sites.valued;
            let sites = sites.found;
            let natural = thread == self.cur && self.alive;
            codes.push(Code { thread, stmts, sites, natural });
        }
        let passed = self.passed(want, valued, span);
        self.jump_apart(&level, codes, passed, span)
    }

    /// Lets each way out jump to the block after the level.
    fn jump_apart(
        &mut self,
        level: &Level,
        codes: Vec<Code>,
        passed: Option<Local>,
        span: Span,
    ) -> Expr {
        let target = BlockId(self.body.blocks.len());
        let mut reached = false;
        let mut dead = None;
        for Code { thread, stmts, sites, natural } in codes {
            let head = self.body.blocks[self.threads[thread].block.0].loop_label.clone();
            let is_head = level.label.is_some() && head == level.label;
            let whole = wrap(level, stmts, is_head);
            if sites.is_empty() && !natural {
                if thread == self.cur {
                    dead = Some(whole);
                } else {
                    self.push_to(thread, whole);
                }
                continue;
            }
            reached = true;
            let mut code = if natural {
                self.leave_with(whole, passed, target, span)
            } else {
                vec![Stmt::Expr(whole, None)]
            };
            for site in sites {
                let mut block = block_expr(crate::ast::block(code, span));
                if let Expr::Block(block) = &mut block {
                    block.label = Some(Label { name: site, colon_token: Token![:](span) });
                }
                code = self.leave_with(block, passed, target, span);
            }
            self.threads[thread].levels.last_mut().expect("a level is open").extend(code);
        }
        if !reached {
            self.alive = false;
            return dead.unwrap_or_else(|| unit(span));
        }
        if let Some(dead) = dead {
            self.push_to(self.cur, dead);
        }
        self.go_on(BlockKind::Join, passed, span)
    }

    /// Makes `let value = expr; goto target`.
    fn leave_with(
        &mut self,
        expr: Expr,
        passed: Option<Local>,
        target: BlockId,
        span: Span,
    ) -> Vec<Stmt> {
        let first = match passed {
            Some(local) => let_stmt(self.hidden_pat(local), expr, span),
            None => Stmt::Expr(expr, Some(Token![;](span))),
        };
        vec![first, self.goto_stmt(target, span)]
    }
}

/// Gives each `break` out of a level a label of its own.
struct Sites<'a> {
    level: &'a Level,
    labels: &'a mut Labels,
    found: Vec<Lifetime>,
    valued: bool,
}

impl VisitMut for Sites<'_> {
    fn visit_expr_break_mut(&mut self, expr: &mut syn::ExprBreak) {
        if let Some(value) = &mut expr.expr {
            self.visit_expr_mut(value);
        }
        let leaves = match (&expr.label, &self.level.label) {
            (Some(label), Some(own)) => label.ident == own.ident,
            _ => false,
        };
        if !leaves {
            return;
        }
        let shown = self
            .level
            .label
            .as_ref()
            .and_then(|label| self.labels.display(&label.ident.to_string()))
            .unwrap_or("leave")
            .to_owned();
        let site = self.labels.declare(&shown, expr.break_token.span);
        expr.label = Some(site.clone());
        self.valued |= expr.expr.is_some();
        self.found.push(site);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if let Some(mut known) = crate::known::parse_control(mac) {
            for arg in &mut known.args {
                self.visit_expr_mut(&mut arg.expr);
            }
            mac.tokens = known.tokens();
        }
    }

    fn visit_local_mut(&mut self, local: &mut LetStmt) {
        visit_mut::visit_local_mut(self, local);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

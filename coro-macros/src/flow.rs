//! Where control can go, without taking anything apart.
//!
//! In: resolved syntax, lowered or not. Out: whether it can reach its end, and whether a loop's head can
//! be reached again after a suspension inside the loop (if not, the loop stays a loop). Calls are taken
//! to return, so the answer "it can" may be wrong, "it cannot" never is, nor is rustc of another opinion.

use std::collections::BTreeMap;

use syn::{BinOp, Expr, Lifetime, Stmt};

use crate::{
    ir::Marker,
    known::{self, Kind},
    scan::{is_forced, needs_lowering},
    visit::{self, Visit},
};

/// How a point can be reached: in one go, or after a suspension.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Reach {
    native: bool,
    resumed: bool,
}

impl Reach {
    const NONE: Self = Self { native: false, resumed: false };
    const NATIVE: Self = Self { native: true, resumed: false };

    fn any(self) -> bool {
        self.native || self.resumed
    }

    fn or(self, other: Self) -> Self {
        Self { native: self.native || other.native, resumed: self.resumed || other.resumed }
    }
}

/// Tells whether control never comes out at the end of an expression.
pub fn diverges(expr: &Expr) -> bool {
    !after(|flow| flow.visit_expr(expr)).cur.any()
}

/// Tells whether control never comes out at the end of a block.
pub fn block_diverges(block: &syn::Block) -> bool {
    stmts_diverge(&block.stmts)
}

/// Tells whether control never comes out at the end of statements.
pub fn stmts_diverge(stmts: &[Stmt]) -> bool {
    !after(|flow| stmts.iter().for_each(|stmt| flow.visit_stmt(stmt))).cur.any()
}

/// As [`stmts_diverge`], where jumps that are never reached count for nothing, whatever rustc thinks of them.
#[cfg(any(test, feature = "verify"))]
pub fn never_end(stmts: &[Stmt]) -> bool {
    let flow = after(|flow| {
        flow.only_reached = true;
        for stmt in stmts {
            flow.visit_stmt(stmt);
        }
    });
    !flow.cur.any()
}

/// Tells whether a loop's head is reached again after a suspension in the loop; `walk` visits the loop.
///
/// A suspension that is never reached begins a block as any other does, which control goes on from.
pub fn head_is_resumed(walk: impl FnOnce(&mut Flow)) -> bool {
    let flow = after(|flow| {
        flow.dead_resume = true;
        walk(flow);
    });
    flow.first_head.is_some_and(|head| head.resumed)
}

/// Follows control through what `walk` visits.
fn after(walk: impl FnOnce(&mut Flow)) -> Flow {
    let mut flow = Flow { cur: Reach::NATIVE, ..Flow::default() };
    walk(&mut flow);
    flow
}

/// Follows control through syntax, by visiting it.
#[derive(Default)]
pub struct Flow {
    cur: Reach,
    breaks: BTreeMap<String, Reach>,
    continues: BTreeMap<String, Reach>,
    loops: Vec<String>,
    fresh: usize,
    first_head: Option<Reach>,
    /// Whether suspensions that are never reached are resumed, too.
    dead_resume: bool,
    /// Whether jumps that are never reached do not leave.
    only_reached: bool,
}

impl Flow {
    fn target(&self, label: Option<&Lifetime>) -> Option<String> {
        match label {
            Some(label) => Some(label.ident.to_string()),
            None => self.loops.last().cloned(),
        }
    }

    fn jump(&mut self, label: Option<&Lifetime>, again: bool) {
        if let Some(target) = self.target(label) {
            let jumps = if again { &mut self.continues } else { &mut self.breaks };
            let entry = jumps.entry(target).or_default();
            *entry = entry.or(self.cur);
        }
        self.cur = Reach::NONE;
    }

    /// Runs a loop's body until nothing new reaches its head; leaves what leaves the loop.
    fn run_loop(
        &mut self,
        attrs: &[syn::Attribute],
        label: Option<&syn::Label>,
        ends: bool,
        mut body: impl FnMut(&mut Self),
    ) {
        let name = label.map_or_else(
            || {
                self.fresh += 1;
                format!("#{}", self.fresh)
            },
            |label| label.name.ident.to_string(),
        );
        let outermost = self.loops.is_empty() && self.first_head.is_none();
        let mut head = self.cur;
        head.resumed |= head.any() && is_forced(attrs);
        self.loops.push(name.clone());
        let end = loop {
            self.cur = head;
            body(self);
            let end = self.cur;
            let again = self.continues.remove(&name).unwrap_or_default();
            let next = head.or(again).or(if ends { self.body_end() } else { end });
            if next == head {
                break end;
            }
            head = next;
        };
        self.loops.pop();
        if outermost {
            self.first_head = Some(head);
        }
        let broken = self.breaks.remove(&name).unwrap_or_default();
        self.cur = broken.or(if ends { end } else { Reach::NONE });
        self.join_forced(attrs);
    }

    /// What reached the end of the body of the loop that is running, where the loop's own end is
    /// another point.
    fn body_end(&mut self) -> Reach {
        self.continues.remove("#end").unwrap_or_default()
    }

    fn note_body_end(&mut self) {
        let end = self.cur;
        self.continues.insert("#end".to_owned(), end);
    }

    /// Follows control through the rounds of a `for`, behind the expression of its iterator.
    pub fn visit_rounds(&mut self, expr: &syn::ExprForLoop) {
        self.run_loop(&expr.attrs, expr.label.as_ref(), true, |flow| {
            let exit = flow.cur;
            flow.visit_block(&expr.body);
            flow.note_body_end();
            flow.cur = exit;
        });
    }

    fn join_forced(&mut self, attrs: &[syn::Attribute]) {
        if is_forced(attrs) && self.cur.any() {
            self.cur.resumed = true;
        }
    }
}

impl<'ast> Visit<'ast> for Flow {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Yield(expr) => {
                if let Some(value) = &expr.expr {
                    self.visit_expr(value);
                }
                let resumed = self.dead_resume || self.cur.any();
                self.cur = Reach { native: false, resumed };
            }
            Expr::Return(expr) => {
                if let Some(value) = &expr.expr {
                    self.visit_expr(value);
                }
                self.cur = Reach::NONE;
            }
            Expr::Break(expr) => {
                // To rustc, a jump that is never reached leaves, too, if its value is ever there.
                let start = self.cur;
                self.cur = if start.any() || self.only_reached { start } else { Reach::NATIVE };
                if let Some(value) = &expr.expr {
                    self.visit_expr(value);
                    // Where the value suspends, the block that it ends in is one more that jumps, come it there or not.
                    if self.dead_resume && !self.cur.any() && needs_lowering(value) {
                        self.cur.resumed = true;
                    }
                }
                self.jump(expr.label.as_ref(), false);
            }
            Expr::Continue(expr) => self.jump(expr.label.as_ref(), true),
            Expr::If(expr) => {
                self.visit_expr(&expr.cond);
                let start = self.cur;
                self.visit_block(&expr.then_branch);
                let then = self.cur;
                self.cur = start;
                if let Some((_, other)) = &expr.else_branch {
                    self.visit_expr(other);
                }
                self.cur = self.cur.or(then);
                self.join_forced(&expr.attrs);
            }
            Expr::Match(expr) => {
                self.visit_expr(&expr.expr);
                let start = self.cur;
                let mut end = Reach::NONE;
                for arm in &expr.arms {
                    self.cur = start;
                    self.visit_pat(&arm.pat);
                    self.visit_expr(&arm.body);
                    end = end.or(self.cur);
                }
                self.cur = end;
                self.join_forced(&expr.attrs);
            }
            Expr::Binary(expr) if matches!(expr.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.visit_expr(&expr.left);
                let short = self.cur;
                self.visit_expr(&expr.right);
                self.cur = self.cur.or(short);
                self.join_forced(&expr.attrs);
            }
            Expr::Block(expr) => {
                self.visit_block(&expr.block);
                if let Some(label) = &expr.label {
                    let broken =
                        self.breaks.remove(&label.name.ident.to_string()).unwrap_or_default();
                    self.cur = self.cur.or(broken);
                    self.join_forced(&expr.attrs);
                }
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => {}
            Expr::Macro(mac) => self.visit_macro(&mac.mac),
            Expr::Field(_) if Marker::parse(expr).is_some_and(Marker::leaves) => {
                self.cur = Reach::NONE;
            }
            Expr::Call(call) => {
                visit::visit_expr_call(self, call);
                if known::never_returns(&call.func) {
                    self.cur = Reach::NONE;
                }
            }
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_expr_loop(&mut self, expr: &'ast syn::ExprLoop) {
        self.run_loop(&expr.attrs, expr.label.as_ref(), false, |flow| {
            flow.visit_block(&expr.body);
        });
    }

    fn visit_expr_while(&mut self, expr: &'ast syn::ExprWhile) {
        self.run_loop(&expr.attrs, expr.label.as_ref(), true, |flow| {
            let start = flow.cur;
            flow.visit_expr(&expr.cond);
            // To rustc, a loop whose condition has no value comes to its end.
            let exit = if flow.cur.any() || flow.only_reached { flow.cur } else { start };
            flow.visit_block(&expr.body);
            flow.note_body_end();
            flow.cur = exit;
        });
    }

    fn visit_expr_for_loop(&mut self, expr: &'ast syn::ExprForLoop) {
        self.visit_expr(&expr.expr);
        self.visit_rounds(expr);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let Some(init) = &local.init else { return };
        self.visit_expr(&init.expr);
        if let Some((_, diverge)) = &init.diverge {
            let matched = self.cur;
            self.visit_expr(diverge);
            self.cur = matched;
        }
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        if let Some(known) = known::parse_control(mac) {
            let always = known.kind.always_evaluated();
            let (checked, shown) = known.args.split_at(always.min(known.args.len()));
            for arg in checked {
                self.visit_expr(&arg.expr);
            }
            // The message is evaluated where the assertion fails, which it does not come back from.
            let holds = self.cur;
            for arg in shown {
                self.visit_expr(&arg.expr);
            }
            self.cur = holds;
        }
        if Kind::of(mac) == Some(Kind::Panic) && known::parse(mac).is_some() {
            self.cur = Reach::NONE;
        }
    }

    fn visit_expr_path(&mut self, _: &'ast syn::ExprPath) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

//! Branches: `if`, `match`, `&&`, `||` and `else` blocks.
//!
//! In: a branch of which some part suspends. Out: the branch, native in the thread that reaches it,
//! whose arms suspend, jump or come to their end; and where more than one thread comes out of it, a
//! block for the code after it.

use proc_macro2::Span;
use syn::{Block, Expr, ExprBinary, ExprIf, ExprMatch, Pat, Stmt, Token, token::Brace};

use super::{Builder, Ending, Level, Outermost, Want, block_expr, push_tail, unit};
use crate::{
    ast,
    ir::{BlockKind, Decl},
    resolve::names::Local,
    scan, temporaries,
};

/// What became of one arm of a branch.
pub struct Branch {
    /// The arm's code in the thread that branches.
    pub own: Block,
    /// Whether that code comes to its end.
    pub live: bool,
    /// The threads that were started in the arm and come to its end.
    pub others: Vec<Ending>,
}

/// An arm of a `match` before it is lowered.
struct ArmBody {
    /// What the user's pattern binds.
    names: Vec<Local>,
    /// What has to be declared again, in order.
    order: Vec<Local>,
    /// What the pattern binds, with what it leaves of the scrutinee.
    bound: Vec<Local>,
    brace: Brace,
    stmts: Vec<Stmt>,
    /// Whether it is an expression, and no block.
    bare: bool,
}

/// Where the parts of a condition lead.
struct Ways<'a> {
    /// Behind the branch.
    end: &'a syn::Lifetime,
    /// To the `else`.
    otherwise: &'a syn::Lifetime,
    /// Whether each part that fails has to leave with what it has left.
    forced: bool,
}

impl Builder<'_> {
    /// Lowers one arm: a scope that declares `bound`, native in the current thread.
    pub(super) fn branch(
        &mut self,
        bound: Vec<Local>,
        brace: Brace,
        f: impl FnOnce(&mut Self) -> Expr,
    ) -> Branch {
        let thread = self.cur;
        self.open(Level {
            scope: Some(bound.into_iter().map(Decl::Local).collect()),
            label: None,
            brace,
            unsafety: None,
            forced: false,
        });
        let value = self.settling(false, f);
        self.end_branch(thread, value)
    }

    /// Closes an arm that was opened natively in `thread`, which becomes the current one again.
    pub(super) fn end_branch(&mut self, thread: usize, value: Expr) -> Branch {
        let level = self.levels.pop().expect("the arm's level is open");
        let depth = self.depth();
        let mut own = None;
        let mut live = false;
        let mut others = Vec::new();
        let mut value = Some(value);
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
            let reaches = left || (is_cur && self.alive);
            if index == thread {
                live = reaches;
                own = Some(if left {
                    let labelled = super::wrap(&level, code, true);
                    Block { brace_token: level.brace, stmts: vec![Stmt::Expr(labelled, None)] }
                } else {
                    Block { brace_token: level.brace, stmts: code }
                });
            } else {
                let expr = super::wrap(&level, code, left);
                if reaches {
                    others.push((index, expr));
                } else {
                    self.push_to(index, expr);
                }
            }
        }
        self.cur = thread;
        self.alive = true;
        Branch { own: own.expect("the branching thread is open"), live, others }
    }

    /// Puts a branch together and brings the threads that come out of it together.
    ///
    /// With `forced`, each arm that comes to its end jumps to the block after the branch, so that
    /// the arms can leave different sets of locals initialised.
    pub(super) fn finish_branches(
        &mut self,
        branches: Vec<Branch>,
        forced: bool,
        want: &Want,
        build: impl FnOnce(Vec<Block>) -> Expr,
    ) -> Expr {
        let thread = self.cur;
        let mut others: Vec<Ending> = Vec::new();
        let mut own = Vec::with_capacity(branches.len());
        let mut live = 0;
        for branch in branches {
            live += usize::from(branch.live);
            own.push((branch.own, branch.live));
            others.extend(branch.others);
        }
        if forced && live + others.len() > 1 {
            return self.force(own, others, want, build);
        }
        let expr = build(own.into_iter().map(|(block, _)| block).collect());
        self.cur = thread;
        if live > 0 {
            others.insert(0, (thread, expr));
        } else if others.is_empty() {
            self.alive = false;
            return expr;
        } else {
            self.push_to(thread, expr);
        }
        self.alive = true;
        self.merge(others, want)
    }

    /// Makes each arm that comes to its end jump.
    fn force(
        &mut self,
        own: Vec<(Block, bool)>,
        others: Vec<Ending>,
        want: &Want,
        build: impl FnOnce(Vec<Block>) -> Expr,
    ) -> Expr {
        let thread = self.cur;
        let span = self.context.span;
        let tails_are_unit =
            own.iter().filter(|(_, live)| *live).all(|(block, _)| match block.stmts.last() {
                Some(Stmt::Expr(tail, None)) => scan::is_unit_form(tail),
                _ => true,
            });
        let unit_valued =
            tails_are_unit && others.iter().all(|(_, value)| scan::is_unit_form(value));
        let passed = match want {
            Want::Value(ty) if !unit_valued => {
                let local = self.locals.hidden("value", span);
                self.locals[local].ty.clone_from(ty);
                Some(local)
            }
            _ => None,
        };
        let target = crate::ir::BlockId(self.body.blocks.len());
        let mut blocks = Vec::with_capacity(own.len());
        for (block, live) in own {
            if !live {
                blocks.push(block);
                continue;
            }
            // The branch keeps the user's braces: what is matched ends by their edition.
            let brace = block.brace_token;
            let end = brace.span.close();
            let inner = block_expr(block);
            let first = match passed {
                Some(local) => super::let_stmt(self.hidden_pat(local), inner, span),
                None => Stmt::Expr(inner, Some(Token![;](span))),
            };
            let stmts = vec![first, self.goto_stmt(target, end)];
            blocks.push(Block { brace_token: brace, stmts });
        }
        let expr = build(blocks);
        self.push_to(thread, expr);
        for (other, value) in others {
            self.cur = other;
            match passed {
                Some(local) => self.let_hidden(local, value),
                None => self.push_value(value),
            }
            self.push_goto(target, span);
        }
        self.cur = thread;
        self.start_block(BlockKind::Join, None, passed);
        passed.map_or_else(|| unit(span), |local| self.local_expr(local, span))
    }

    /// Lowers an `if`.
    pub(super) fn if_expr(&mut self, expr: ExprIf, want: &Want) -> Expr {
        if condition_needs_taking_apart(&expr.cond, &expr.attrs) || keeps_temporaries(&expr.cond) {
            return self.if_chain(expr, want);
        }
        let forced = scan::is_forced(&expr.attrs);
        let want = if forced { &self.outliving(want, &expr.cond) } else { want };
        let cond = if scan::holds_let(&expr.cond) {
            self.condition(*expr.cond)
        } else {
            self.outermost = Outermost::Yes;
            self.terminating(*expr.cond, &Want::ANY)
        };
        let alive = self.alive;
        let mut cond = cond;
        let mut order = Vec::new();
        if expr.then_branch.stmts.iter().any(scan::stmt_needs_lowering) {
            order = self.bind_condition(&mut cond);
        }
        let bound = self.locals.bound_by_condition(&cond);
        let then = self.branch(bound, expr.then_branch.brace_token, |this| {
            this.alive = alive;
            this.rebind(&order);
            this.stmts(expr.then_branch.stmts, want)
        });
        let mut branches = vec![then];
        let mut else_token = None;
        if let Some((token, other)) = expr.else_branch {
            else_token = Some(token);
            let other = *other;
            branches.push(match other {
                Expr::Block(block) if block.label.is_none() => {
                    self.branch(Vec::new(), block.block.brace_token, |this| {
                        this.alive = alive;
                        this.stmts(block.block.stmts, want)
                    })
                }
                other => self.branch(Vec::new(), Brace(token.span), |this| {
                    this.alive = alive;
                    this.expr(other, want)
                }),
            });
        } else {
            let brace = Brace(expr.if_token.span);
            let own = Block { brace_token: brace, stmts: Vec::new() };
            branches.push(Branch { own, live: alive, others: Vec::new() });
        }
        let if_token = expr.if_token;
        self.finish_branches(branches, forced, want, |blocks| {
            let mut blocks = blocks.into_iter();
            let then_branch = blocks.next().expect("an `if` has a then branch");
            let else_block = blocks.next().expect("and an else branch, maybe empty");
            let else_branch = (else_token.is_some() || !else_block.stmts.is_empty()).then(|| {
                let token = else_token.unwrap_or(Token![else](if_token.span));
                (token, Box::new(flatten_else(else_block)))
            });
            Expr::If(ExprIf {
                attrs: Vec::new(),
                if_token,
                cond: Box::new(cond),
                then_branch,
                else_branch,
            })
        })
    }

    /// Lowers a condition that stays one: at most its first operand suspends.
    pub(super) fn condition(&mut self, cond: Expr) -> Expr {
        match cond {
            Expr::Let(mut expr) => {
                let value = self.expr(*expr.expr, &Want::ANY);
                expr.expr = Box::new(self.as_scrutinee(value));
                Expr::Let(expr)
            }
            Expr::Binary(mut expr)
                if matches!(expr.op, syn::BinOp::And(_))
                    && (scan::holds_let(&expr.left) || scan::holds_let(&expr.right)) =>
            {
                expr.attrs.clear();
                expr.left = Box::new(self.condition(*expr.left));
                expr.right = Box::new(self.verbatim(*expr.right));
                Expr::Binary(expr)
            }
            other => self.expr(other, &Want::ANY),
        }
    }

    /// Lowers an `if` with a suspension behind a `&&` of its condition.
    ///
    /// ```text
    /// 'end: { 'otherwise: { if a {} else { break 'otherwise }; …; break 'end then } otherwise }
    /// ```
    fn if_chain(&mut self, expr: ExprIf, want: &Want) -> Expr {
        let span = Span::mixed_site().located_at(expr.if_token.span);
        let end = self.labels.declare("end", span);
        let otherwise = self.labels.declare("otherwise", span);
        let forced = scan::is_forced(&expr.attrs) || chain_is_forced(&expr.cond);
        let want = &self.outliving(want, &expr.cond);
        let plain = |label: &syn::Lifetime| Level {
            scope: None,
            label: Some(label.clone()),
            brace: Brace(span),
            unsafety: None,
            forced,
        };
        self.open(plain(&end));
        // What the condition keeps ends before the `else`.
        self.open(Level { scope: Some(Vec::new()), ..plain(&otherwise) });
        let mut parts = Vec::new();
        conjuncts(*expr.cond, &mut parts);
        let then = expr.then_branch;
        let unit_if = expr.else_branch.is_none();
        let ways = Ways { end: &end, otherwise: &otherwise, forced };
        let value = self.chain(parts.into(), then, &ways, want, span);
        let rest = self.close(value, &Want::Unit);
        self.push_value(rest);
        let mut value = match expr.else_branch {
            Some((_, other)) => self.expr(*other, want),
            None => unit(span),
        };
        if want.is_nobodys() && self.alive && !scan::is_unit_form(&value) {
            self.push_value(value);
            value = unit(span);
        }
        let want = if unit_if { &Want::Unit } else { want };
        self.close(value, want)
    }

    /// What is wanted of the value of an `if` that is taken apart, whose condition may bind names.
    fn outliving(&self, want: &Want, cond: &Expr) -> Want {
        let binds = !self.locals.bound_by_condition(cond).is_empty();
        if binds { want.outliving() } else { want.clone() }
    }

    fn chain(
        &mut self,
        mut parts: std::collections::VecDeque<Expr>,
        then: Block,
        ways: &Ways<'_>,
        want: &Want,
        span: Span,
    ) -> Expr {
        let leave = || ast::value_block(ast::break_expr(ways.otherwise, None, span), span);
        let Some(part) = parts.pop_front() else {
            let value = self.block(then, None, want);
            let jump = if super::is_unit_value(&value) {
                ast::break_expr(ways.end, None, span)
            } else if scan::is_unit_form(&value) || want.is_nobodys() {
                self.push_value(value);
                ast::break_expr(ways.end, None, span)
            } else {
                ast::break_expr(ways.end, Some(value), span)
            };
            if self.alive {
                self.push(Stmt::Expr(jump, Some(Token![;](span))));
                self.alive = false;
            }
            return unit(span);
        };
        if let Expr::Let(mut part) = part {
            let made_here = !scan::is_place(&part.expr);
            let value = self.place(*part.expr);
            let order = if made_here { self.bind_unbound(&mut part.pat) } else { Vec::new() };
            let bound = self.locals.bound_by(&part.pat);
            let branch = self.branch(bound, Brace(span), |this| {
                this.rebind(&order);
                this.chain(parts, then, ways, want, span)
            });
            let pat = part.pat;
            let mut endings = branch.others;
            let own = branch.own;
            let mut native = ast::if_let(*pat, value, own, span);
            // Where it does not match, other locals may be left than where a later part fails.
            if let (true, Expr::If(native)) = (ways.forced, &mut native) {
                native.else_branch = Some((Token![else](span), Box::new(block_expr(leave()))));
                self.alive = branch.live;
            }
            if self.alive {
                endings.insert(0, (self.cur, native));
            } else if endings.is_empty() {
                return native;
            } else {
                self.push_to(self.cur, native);
                self.alive = true;
            }
            return self.merge(endings, &Want::Unit);
        }
        let value = self.expr(part, &Want::ANY);
        let check = ast::if_else(value, ast::block(Vec::new(), span), leave(), span);
        self.push(Stmt::Expr(Expr::If(check), None));
        self.chain(parts, then, ways, want, span)
    }

    /// Lowers a `match`.
    pub(super) fn match_expr(&mut self, expr: ExprMatch, want: &Want) -> Expr {
        let forced = scan::is_forced(&expr.attrs);
        let binds = expr.arms.iter().any(|arm| !self.locals.bound_by(&arm.pat).is_empty());
        let want = if forced && binds { &want.outliving() } else { want };
        let made_here = !scan::is_place(&expr.expr);
        // What was kept for the whole statement is only looked at, if nothing is bound.
        let is_kept = !binds && self.is_hidden_local(&expr.expr);
        let value = self.expr(*expr.expr, &Want::ANY);
        let scrutinee = if is_kept { value } else { self.as_scrutinee(value) };
        let alive = self.alive;
        let mut arms = Vec::with_capacity(expr.arms.len());
        let mut bodies = Vec::with_capacity(expr.arms.len());
        for mut arm in expr.arms {
            let body = self.arm_body(&mut arm, made_here);
            bodies.push(body);
            arms.push(arm);
        }
        // What is left of the scrutinee ends with the statement: after the value of the arm. If one
        // arm drops its value itself, so do all.
        let drops = matches!(want, Want::Discard)
            && bodies
                .iter()
                .any(|body| gives_value(&body.stmts) && body.bound.len() > body.names.len());
        let mut branches = Vec::with_capacity(arms.len());
        for ArmBody { names, order, bound, brace, stmts, bare } in bodies {
            let ends_first = drops && gives_value(&stmts);
            let (inner, bound) = if ends_first {
                bound.into_iter().partition(|local| {
                    names.contains(local) && !self.locals[*local].knowledge.is_inert()
                })
            } else {
                (Vec::new(), bound)
            };
            branches.push(self.branch(bound, brace, |this| {
                this.alive = alive;
                this.bare = bare;
                if ends_first {
                    return this.value_before_leftovers(&inner, stmts);
                }
                this.rebind(&order);
                this.stmts(stmts, want)
            }));
        }
        let (match_token, brace_token) = (expr.match_token, expr.brace_token);
        self.finish_branches(branches, forced, want, |blocks| {
            for (arm, block) in arms.iter_mut().zip(blocks) {
                *arm.body = block_expr(block);
                arm.comma = None;
            }
            Expr::Match(ExprMatch {
                attrs: Vec::new(),
                match_token,
                expr: Box::new(scrutinee),
                brace_token,
                arms,
            })
        })
    }

    /// Takes the body out of an arm, and binds what its pattern leaves of a value made here.
    fn arm_body(&mut self, arm: &mut syn::Arm, made_here: bool) -> ArmBody {
        if let Pat::Guard(guarded) = &mut arm.pat {
            *guarded.guard = self.verbatim((*guarded.guard).clone());
        }
        let names = self.locals.bound_by(&arm.pat);
        let order = if made_here && scan::needs_lowering(&arm.body) {
            self.bind_unbound(&mut arm.pat)
        } else {
            Vec::new()
        };
        let bound = self.locals.bound_by(&arm.pat);
        let (brace, stmts, bare) = match std::mem::replace(&mut *arm.body, unit(self.context.span))
        {
            Expr::Block(block) if block.label.is_none() => {
                (block.block.brace_token, block.block.stmts, false)
            }
            body => {
                let brace = Brace(Span::mixed_site().located_at(ast::span(&body)));
                (brace, vec![Stmt::Expr(body, None)], true)
            }
        };
        ArmBody { names, order, bound, brace, stmts, bare }
    }

    /// Lowers the body of an arm whose value, which nobody wants, is dropped before what its pattern
    /// leaves unbound, and after what it binds.
    fn value_before_leftovers(&mut self, names: &[Local], body: Vec<Stmt>) -> Expr {
        self.open(Level::scope(self.context.span));
        self.rebind(names);
        let value = self.stmts(body, &Want::Discard);
        let value = self.close(value, &Want::Discard);
        if self.alive {
            self.push_value(value);
            return unit(self.context.span);
        }
        value
    }

    /// Lowers `a && b` and `a || b` by the branch that they are.
    pub(super) fn lazy(&mut self, expr: ExprBinary, want: &Want) -> Expr {
        let forced = scan::is_forced(&expr.attrs);
        if !scan::needs_lowering(&expr.right) && !forced {
            // What each side makes ends with it; where the left one is a chain, with each of its sides.
            let left = match *expr.left {
                Expr::Binary(left) if scan::is_lazy(&left.op) => {
                    self.expr(Expr::Binary(left), &Want::ANY)
                }
                left => {
                    self.outermost = Outermost::Yes;
                    self.terminating(left, &Want::ANY)
                }
            };
            let right = self.verbatim(*expr.right);
            return Expr::Binary(ExprBinary {
                attrs: Vec::new(),
                left: Box::new(left),
                op: expr.op,
                right: Box::new(right),
            });
        }
        let branch = ast::lazy_branch(expr);
        let want = match want {
            Want::Value(_) => Want::ANY,
            nobodys => nobodys.clone(),
        };
        self.if_expr(branch, &want)
    }
}

/// Tells whether a condition suspends anywhere but in its first operand, or is marked by an attribute of
/// the branch.
pub fn condition_needs_taking_apart(cond: &Expr, attrs: &[syn::Attribute]) -> bool {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) && scan::holds_let(cond) => {
            attrs.iter().any(scan::is_of_condition)
                || scan::is_forced(&expr.attrs)
                || scan::needs_lowering(&expr.right)
                || condition_needs_taking_apart(&expr.left, attrs)
        }
        _ => false,
    }
}

/// Tells whether what is matched suspends and makes temporaries, which end before the `else`.
fn keeps_temporaries(cond: &Expr) -> bool {
    match cond {
        Expr::Let(cond) => {
            scan::needs_lowering(&cond.expr) && temporaries::holds_temporary(&cond.expr)
        }
        _ => false,
    }
}

/// Tells whether a block may give another value than `()`.
fn gives_value(stmts: &[Stmt]) -> bool {
    matches!(stmts.last(), Some(Stmt::Expr(tail, None)) if !scan::is_unit_form(tail))
}

fn chain_is_forced(cond: &Expr) -> bool {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
            scan::is_forced(&expr.attrs)
                || chain_is_forced(&expr.left)
                || chain_is_forced(&expr.right)
        }
        _ => false,
    }
}

fn conjuncts(cond: Expr, parts: &mut Vec<Expr>) {
    match cond {
        Expr::Binary(expr) if matches!(expr.op, syn::BinOp::And(_)) => {
            conjuncts(*expr.left, parts);
            conjuncts(*expr.right, parts);
        }
        other => parts.push(other),
    }
}

/// Turns `else { if … }` back into `else if …`.
fn flatten_else(mut block: Block) -> Expr {
    if let [Stmt::Expr(Expr::If(_), None)] = block.stmts.as_slice() {
        if let Some(Stmt::Expr(inner, None)) = block.stmts.pop() {
            return inner;
        }
    }
    block_expr(block)
}

//! Branches: `if`, `&&`, `||`, `else` blocks, and what all branches share.
//!
//! In: a branch of which some part suspends. Out: the branch, native in the thread that reaches it,
//! whose arms suspend, jump or come to their end; and where more than one thread comes out of it, a
//! block for the code after it.

use proc_macro2::Span;
use syn::{Block, Expr, ExprBinary, ExprIf, Stmt, Token, token::Brace};

use super::{
    Builder, Ending, Level, Outermost, Want, block_expr,
    chains::{condition_needs_taking_apart, keeps_temporaries},
    pieces::ended,
    unbound::Behind,
};
use crate::{
    ast, flow,
    ir::{BlockKind, Decl},
    resolve::names::Local,
    scan,
};

/// What became of one arm of a branch.
pub struct Branch {
    /// The arm's code in the thread that branches.
    pub own: Block,
    /// Whether that code comes to its end.
    pub live: bool,
    /// Whether that code is an expression without braces, whose temporaries outlive its operands.
    pub bare: bool,
    /// The threads that were started in the arm and come to its end.
    pub others: Vec<Ending>,
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
            brace,
            ..Level::scope(self.context.span)
        });
        let value = self.settling(false, f);
        self.end_branch(thread, value)
    }

    /// Closes an arm that was opened natively in `thread`, which becomes the current one again.
    pub(super) fn end_branch(&mut self, thread: usize, value: Expr) -> Branch {
        let level = self.levels.pop().expect("the arm's level is open");
        let mut own = None;
        let mut live = false;
        let mut others = Vec::new();
        let nothing = ast::is_unit_value(&value).then(|| ast::span(&value));
        for (index, code) in self.take_codes(value) {
            let left = level.label.as_ref().is_some_and(|label| scan::breaks_to(&code, label));
            let reaches = left || (index == self.cur && self.alive);
            if index == thread {
                live = reaches;
                own = Some(if left {
                    let labelled = super::wrap(&level, code, true);
                    Block { brace_token: level.brace, stmts: vec![Stmt::Expr(labelled, None)] }
                } else {
                    Block { brace_token: level.brace, stmts: code }
                });
            } else {
                let expr = ended(&level, code, left, nothing.filter(|_| index == self.cur));
                if reaches {
                    others.push((index, expr));
                } else {
                    self.push_to(index, expr);
                }
            }
        }
        self.cur = thread;
        self.alive = true;
        let own = own.expect("the branching thread is open");
        Branch { own, live, bare: false, others }
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
            others.extend(branch.others);
            own.push((branch.own, branch.live, branch.bare));
        }
        if forced && live + others.len() > 1 {
            return self.force(own, others, want, build);
        }
        let expr = build(own.into_iter().map(|(block, ..)| block).collect());
        self.cur = thread;
        if live > 0 {
            others.insert(0, (thread, expr));
        } else if others.is_empty() {
            self.alive = false;
            return expr;
        } else {
            // An arm of a branch that is never reached may come to its end nevertheless.
            let comes_to_end = !flow::diverges(&expr);
            self.push_to(thread, expr);
            if comes_to_end {
                self.push_to(thread, super::never(self.context.span));
            }
        }
        self.alive = true;
        self.merge(others, want)
    }

    /// Makes each arm that comes to its end jump.
    fn force(
        &mut self,
        own: Vec<(Block, bool, bool)>,
        others: Vec<Ending>,
        want: &Want,
        build: impl FnOnce(Vec<Block>) -> Expr,
    ) -> Expr {
        let thread = self.cur;
        let span = self.context.span;
        let tails_are_unit =
            own.iter().filter(|(_, live, _)| *live).all(|(block, ..)| match block.stmts.last() {
                Some(Stmt::Expr(tail, None)) => scan::is_unit_form(tail),
                _ => true,
            });
        let unit_valued =
            tails_are_unit && others.iter().all(|(_, value)| scan::is_unit_form(value));
        let passed = self.passed(want, !unit_valued, span);
        let target = crate::ir::BlockId(self.body.blocks.len());
        let mut blocks = Vec::with_capacity(own.len());
        for (block, live, bare) in own {
            if !live {
                blocks.push(block);
                continue;
            }
            // The branch keeps the user's braces: what is matched ends by their edition.
            let brace = block.brace_token;
            let end = brace.span.close();
            let inner = if bare { sole_expr(block) } else { block_expr(block) };
            let first = match passed {
                Some(local) => super::let_stmt(self.hidden_pat(local), inner, span),
                None => Stmt::Expr(inner, Some(Token![;](span))),
            };
            let stmts = vec![first, self.goto_stmt(target, end)];
            blocks.push(Block { brace_token: brace, stmts });
        }
        let expr = build(blocks);
        self.push_to(thread, expr);
        self.jump_with(others, passed, want, span);
        self.go_on(BlockKind::Join, passed, span)
    }

    /// Lowers an `if`.
    pub(super) fn if_expr(&mut self, expr: ExprIf, want: &Want) -> Expr {
        if condition_needs_taking_apart(&expr.cond, &expr.attrs)
            || keeps_temporaries(&expr.cond, &expr.then_branch)
        {
            return self.if_chain(expr, want);
        }
        let forced = scan::is_forced(&expr.attrs);
        let want = if forced { &self.outliving(want, &expr.cond) } else { want };
        let is_unit = matches!(want, Want::Discard) && expr.else_branch.is_none();
        let want = if is_unit { &Want::Unit } else { want };
        let cond = if scan::holds_let(&expr.cond) {
            self.settling(false, |this| this.condition(*expr.cond))
        } else {
            self.outermost = Outermost::Yes;
            self.terminating_condition(*expr.cond)
        };
        let alive = self.alive;
        let mut cond = cond;
        let mut behind = Behind::default();
        if scan::block_needs_lowering(&expr.then_branch) {
            behind = self.bind_condition(&mut cond);
        }
        let bound = self.locals.bound_by_condition(&cond);
        let then = self.branch(bound, expr.then_branch.brace_token, |this| {
            this.alive = alive;
            this.declare_behind(&behind);
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
                other => {
                    // The whole ends where the user's last brace does.
                    let brace = Brace(ast::end(&other).unwrap_or(token.span));
                    self.branch(Vec::new(), brace, |this| {
                        this.alive = alive;
                        this.expr(other, want)
                    })
                }
            });
        } else {
            let brace = Brace(expr.if_token.span);
            let own = Block { brace_token: brace, stmts: Vec::new() };
            branches.push(Branch { own, live: alive, bare: false, others: Vec::new() });
        }
        let if_token = expr.if_token;
        self.finish_branches(branches, forced, want, |blocks| {
            let mut blocks = blocks.into_iter();
            let then_branch = blocks.next().expect("an `if` has a then branch");
            let else_block = blocks.next().expect("and an else branch, maybe empty");
            // With an `else` that the user did not write, it is none of the user's for lints.
            let if_token = match else_token {
                None if !else_block.stmts.is_empty() => {
                    Token![if](Span::mixed_site().located_at(if_token.span))
                }
                _ => if_token,
            };
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
            other => self.terminating_condition(other),
        }
    }

    /// Lowers `a && b` and `a || b` by the branch that they are.
    pub(super) fn lazy(&mut self, mut expr: ExprBinary, want: &Want) -> Expr {
        let forced = scan::is_forced(&expr.attrs);
        if !scan::needs_lowering(&expr.right) && !forced {
            // What each side makes ends with it; where the left one is a chain, with each of its sides.
            let left = match *expr.left {
                Expr::Binary(left) if scan::is_lazy(&left.op) => {
                    self.expr(Expr::Binary(left), &Want::ANY)
                }
                left => {
                    self.outermost = Outermost::Yes;
                    self.terminating_condition(left)
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
        ast::own_parens(&mut expr.left);
        ast::own_parens(&mut expr.right);
        let branch = ast::lazy_branch(expr);
        let want = match want {
            Want::Value(_) => Want::ANY,
            nobodys => nobodys.clone(),
        };
        self.if_expr(branch, &want)
    }
}

/// Takes the only expression out of a block.
pub(super) fn sole_expr(mut block: Block) -> Expr {
    match block.stmts.pop() {
        Some(Stmt::Expr(sole, None)) if block.stmts.is_empty() => sole,
        last => {
            block.stmts.extend(last);
            block_expr(block)
        }
    }
}

/// Turns `else { if … }` back into `else if …`.
fn flatten_else(block: Block) -> Expr {
    match block.stmts.as_slice() {
        [Stmt::Expr(Expr::If(inner), None)] if inner.attrs.is_empty() => sole_expr(block),
        _ => block_expr(block),
    }
}

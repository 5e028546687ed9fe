//! `match`.
//!
//! In: a `match` of which some part suspends. Out: a native one, whose arms suspend, jump or come to
//! their end. What a pattern leaves of a value that is made there is bound, so that the arm keeps it.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Attribute, Expr, ExprMatch, Pat, Stmt, token::Brace};

use super::{
    Builder, Level, Want, block_expr,
    branch::{Branch, sole_expr},
    leftovers::Parts,
    pieces::parse_quoted,
    stmt::names_whole,
    unbound::{Behind, is_borrow, may_leave},
    unit,
};
use crate::{
    analysis::lends,
    ast, attributes, describe,
    ir::Decl,
    reborrow::{Narrow, may_always_match},
    resolve::{knowledge::Knowledge, names::Local},
    scan, temporaries,
    visit_mut::VisitMut,
};

/// An arm of a `match` before it is lowered.
struct ArmBody {
    /// What the user's pattern binds.
    names: Vec<Local>,
    /// What is declared behind the pattern.
    behind: Behind,
    /// What the pattern binds, with what it leaves of the scrutinee.
    bound: Vec<Local>,
    brace: Brace,
    stmts: Vec<Stmt>,
    /// Whether it is an expression, and no block.
    bare: bool,
    /// What lints are told of it.
    lints: Vec<Attribute>,
    /// What hands on the parts that no arm takes to locals that outlive the `match`.
    untaken: Vec<Stmt>,
}

impl ArmBody {
    /// Tells whether the pattern leaves parts of the scrutinee, which are bound all the same.
    fn leaves_parts(&self) -> bool {
        self.bound.iter().any(|local| !self.names.contains(local))
    }
}

impl Builder<'_> {
    /// Lowers a `match`.
    pub(super) fn match_expr(&mut self, expr: ExprMatch, want: &Want) -> Expr {
        let forced = scan::is_forced(&expr.attrs);
        let binds = || expr.arms.iter().any(|arm| !self.locals.bound_by(&arm.pat).is_empty());
        let want = if forced && binds() { &want.outliving() } else { want };
        let pats = expr.arms.iter().map(|arm| &arm.pat);
        let parts = if self.settling || scan::arms_need_lowering(&expr) {
            self.settle_matched_parts(&expr.expr, pats)
        } else {
            None
        };
        let made_here = parts.is_some() || !scan::is_place(&expr.expr);
        let outlives = made_here && self.outlives_match(&expr, want);
        let matched = parts.as_ref().unwrap_or(&expr.expr);
        let (is_inert, is_borrow) = (self.is_inert(matched), is_borrow(matched));
        // Of a value that is no borrow, the type may only be known behind the arms.
        let is_told = outlives && lends::gives_borrow(&expr.expr) && leaves_behind(&expr.arms);
        // What was kept for the whole statement is only looked at, if nothing is taken out of it.
        let looks = || expr.arms.iter().all(|arm| temporaries::only_looks(&arm.pat));
        let is_kept = parts.is_none() && self.hidden_local(&expr.expr).is_some() && looks();
        // What it makes on the way lives on behind the arms, and so does what another `match` in it looks at.
        let settling = self.settling
            || scan::arms_need_lowering(&expr)
            || scan::is_match_of_lowered_arms(&expr.expr);
        self.in_place = true;
        let mut value = match parts {
            Some(taken) => taken,
            None => self.settling(settling, |this| this.expr(*expr.expr, &Want::ANY)),
        };
        let matched = is_told.then(|| {
            let pending = self.pending.len();
            value = self.spill(value.clone());
            self.pending.truncate(pending);
            value.clone()
        });
        let scrutinee = if is_kept { value } else { self.as_scrutinee(value) };
        let alive = self.alive;
        let mut arms = Vec::with_capacity(expr.arms.len());
        let mut bodies = Vec::with_capacity(expr.arms.len());
        for mut arm in expr.arms {
            let leaves = made_here && may_leave(&arm.pat, is_inert, is_borrow);
            let leaves = leaves && (outlives || scan::needs_lowering(&arm.body));
            let body = self.arm_body(&mut arm, leaves);
            bodies.push(body);
            arms.push(arm);
        }
        if outlives {
            self.outlive_arms(&mut bodies, &arms, matched.as_ref(), forced);
        }
        // What is left of the scrutinee ends with the statement: after the value of the arm. If one
        // arm drops its value itself, so do all.
        let drops = matches!(want, Want::Discard)
            && bodies.iter().any(|body| gives_value(&body.stmts) && body.leaves_parts());
        // Clippy has an `if let` written where the second arm is long, which one statement is not.
        let is_short =
            |body: &ArmBody| matches!(&*body.stmts, [stmt] if scan::stmt_needs_lowering(stmt));
        let is_short_else = bodies.len() == 2 && is_short(&bodies[1]);
        let mut branches = Vec::with_capacity(arms.len());
        let around = self.lints.len();
        for ArmBody { names, mut behind, bound, brace, stmts, bare, lints, untaken } in bodies {
            self.lints.extend(lints);
            let ends_first = drops && gives_value(&stmts);
            let (inner, bound) = if ends_first {
                bound.into_iter().partition(|local| {
                    names.contains(local) && !self.locals[*local].knowledge.is_inert()
                })
            } else {
                (Vec::new(), bound)
            };
            let branch = self.branch(bound, brace, |this| {
                this.alive = alive;
                this.bare = bare;
                if ends_first {
                    behind.again.retain(|local| !inner.contains(local));
                    this.declare_behind(&behind);
                    // The value is dropped before what the pattern leaves unbound, and after what it binds.
                    let level = Level::scope(this.context.span);
                    return this.stmts_within(level, &inner, stmts, &Want::Discard);
                }
                this.declare_behind(&behind);
                for stmt in untaken {
                    this.push(stmt);
                }
                this.stmts(stmts, want)
            });
            self.lints.truncate(around);
            branches.push(Branch { bare, ..branch });
        }
        let are_bare: Vec<bool> = branches.iter().map(|branch| branch.bare).collect();
        let (mut match_token, brace_token) = (expr.match_token, expr.brace_token);
        if is_short_else {
            match_token.span = Span::mixed_site().located_at(match_token.span);
        }
        self.finish_branches(branches, forced, want, |blocks| {
            for ((arm, block), bare) in arms.iter_mut().zip(blocks).zip(are_bare) {
                *arm.body = if bare { sole_expr(block) } else { block_expr(block) };
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

    /// Tells whether something of what a `match` takes apart, which is made there, has to outlive it: it ends
    /// with the statement, in which an operation follows.
    fn outlives_match(&self, expr: &ExprMatch, want: &Want) -> bool {
        matches!(want, Want::Value(_))
            && self.levels.last().is_some_and(|level| level.statement)
            && (self.settling || scan::arms_need_lowering(expr))
            && !expr.arms.iter().all(|arm| temporaries::only_looks(&arm.pat))
    }

    /// Declares a local for each part that an arm does not take, and has all arms give it a value.
    ///
    /// ```text
    /// let left; match make() { Ok(_unbound) => { left = Some(_unbound); … } Err(e) => { left = None; … } }
    /// ```
    ///
    /// Arms in front that suspend, or jump apart, do not tell its type; what is `matched` does.
    fn outlive_arms(
        &mut self,
        bodies: &mut [ArmBody],
        arms: &[syn::Arm],
        matched: Option<&Expr>,
        forced: bool,
    ) {
        let mut left = Vec::new();
        let leaves = |body: &ArmBody| forced || body.stmts.iter().any(scan::stmt_needs_lowering);
        let leaves: Vec<bool> = bodies.iter().map(leaves).collect();
        for (arm, body) in bodies.iter_mut().enumerate() {
            let untaken = std::mem::take(&mut body.behind.untaken);
            body.behind.again.retain(|local| !untaken.contains(local));
            left.extend(untaken.into_iter().map(|part| (arm, part)));
        }
        // What stands in front drops first.
        for (arm, part) in left.into_iter().rev() {
            let span = Span::mixed_site().located_at(self.locals[part].name.span());
            let local = self.locals.hidden("left", span);
            let is_untold = leaves[..arm].contains(&true);
            let told = matched.filter(|_| is_untold);
            if let Some(matched) = told {
                let nothing = self.nothing_of(matched, &arms[arm].pat, part, span);
                self.let_hidden(local, nothing);
                self.make_mutable(span);
                self.locals[local].mutable = true;
                self.declare(Decl::Local(local));
            } else {
                if is_untold {
                    self.locals[local].knowledge = Knowledge::Closure;
                }
                self.declare_deferred(local, span);
            }
            for (index, body) in bodies.iter_mut().enumerate() {
                if index == arm || told.is_none() {
                    let name = ast::name(self.locals.ident(local));
                    let part = (index == arm).then(|| ast::name(self.locals.ident(part)));
                    body.untaken.push(ast::assign_stmt(name, ast::option(part, span), span));
                }
            }
        }
        self.outlive_pending();
    }

    /// Writes nothing of the type of what a pattern binds to a local.
    ///
    /// ```text
    /// nothing_of(&operand)
    /// nothing_in(&operand, |matched| match matched { Some((part, _)) => Some(part), _ => None })
    /// ```
    fn nothing_of(&mut self, matched: &Expr, pat: &Pat, local: Local, span: Span) -> Expr {
        let krate = self.context.krate.at(span);
        if names_whole(pat) {
            return parse_quoted(quote_spanned!(span=> #krate::__private::nothing_of(&#matched)));
        }
        let mut pat = pat.clone();
        if let Pat::Guard(guarded) = pat {
            pat = *guarded.pat;
        }
        let part = self.locals.hidden("part", span);
        let locals = &*self.locals;
        Narrow { wanted: &[local], locals, tests: false }.visit_pat_mut(&mut pat);
        Parts { locals, parts: &[(local, part)] }.visit_pat_mut(&mut pat);
        let part = locals.ident(part);
        let allow =
            may_always_match(&pat).then(|| quote_spanned!(span=> #[allow(unreachable_patterns)]));
        parse_quoted(quote_spanned! {span=>
            #krate::__private::nothing_in(&#matched, |matched| match matched {
                #pat => ::core::option::Option::Some(#part),
                #allow _ => ::core::option::Option::None,
            })
        })
    }

    /// Takes the body out of an arm, and binds what its pattern leaves of a value, if it may leave something.
    fn arm_body(&mut self, arm: &mut syn::Arm, leaves: bool) -> ArmBody {
        if let Pat::Guard(guarded) = &mut arm.pat {
            *guarded.guard = self.verbatim((*guarded.guard).clone());
        }
        let names = self.locals.bound_by(&arm.pat);
        let behind = if leaves { self.bind_unbound(&mut arm.pat) } else { Behind::default() };
        let bound = self.locals.bound_by(&arm.pat);
        let (brace, stmts, bare) = match std::mem::replace(&mut *arm.body, unit(self.context.span))
        {
            Expr::Block(block) if block.label.is_none() => {
                (block.block.brace_token, block.block.stmts, false)
            }
            body => {
                // Where the user's expression ends: an arm that rustc advises to add stands behind it.
                let generated = |span| Span::mixed_site().located_at(span);
                let brace = match &body {
                    Expr::Yield(suspension) => {
                        let end = describe::end(suspension);
                        generated(end.unwrap_or_else(|| ast::span(&body)))
                    }
                    Expr::MethodCall(call) if matches!(*call.receiver, Expr::Yield(_)) => {
                        call.paren_token.span.close()
                    }
                    body => generated(ast::span(body)),
                };
                let brace = Brace(brace);
                (brace, vec![Stmt::Expr(body, None)], true)
            }
        };
        let lints = attributes::lints(&arm.attrs).collect();
        ArmBody { names, behind, bound, brace, stmts, bare, lints, untaken: Vec::new() }
    }
}

/// Tells whether a block may give another value than `()`.
fn gives_value(stmts: &[Stmt]) -> bool {
    matches!(stmts.last(), Some(Stmt::Expr(tail, None)) if !scan::is_unit_form(tail))
}

/// Tells whether an arm may leave something of what is matched, behind one that suspends.
fn leaves_behind(arms: &[syn::Arm]) -> bool {
    let mut behind = arms.iter().skip_while(|arm| !scan::needs_lowering(&arm.body)).skip(1);
    behind.any(|arm| temporaries::holds_wildcard(&arm.pat))
}

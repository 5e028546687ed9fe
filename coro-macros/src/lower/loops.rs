//! Loops that hold a suspension.
//!
//! In: a loop. Out: a loop, if its head is not reached again after a suspension; otherwise a block
//! for its head, to which the end of its body and each `continue` jump. A `for` loop's iterator is a
//! hidden local, since it lives on across suspensions.

use proc_macro2::Span;
use syn::{
    Block, Expr, ExprForLoop, ExprLoop, ExprWhile, Label, Lifetime, Pat, Stmt, Token, token::Brace,
};

use super::{
    Builder, Level, Target, Want, block_expr,
    branch::Branch,
    chains::{condition_needs_taking_apart, keeps_temporaries},
    exits::ContinueTo,
    extended::refers_to_constant,
    pieces::ends_with_value,
    unbound::Behind,
    unit,
};
use crate::{
    ast,
    flow::{self, Flow},
    ir::{BlockId, BlockKind, Decl},
    resolve::{names::Local, order},
    scan,
    visit::Visit,
    visit_mut::{self, VisitMut},
};

/// How a loop is taken apart.
#[derive(Clone, Copy)]
struct Apart {
    /// Its head is reached again after a suspension, so that it needs a block.
    resumed: bool,
    /// Its ways out leave different locals initialised, so that each has to jump by itself.
    forced: bool,
    /// What follows gets a block of its own.
    ordered: bool,
}

impl Apart {
    /// `walk` visits the loop.
    fn of(attrs: &[syn::Attribute], walk: impl FnOnce(&mut Flow)) -> Self {
        let forced = scan::is_forced(attrs);
        let resumed = forced || flow::head_is_resumed(walk);
        Self { resumed, forced, ordered: resumed && order::is_ordered(attrs) }
    }
}

/// A loop, by what its head does.
enum Head {
    /// `loop`.
    Endless,
    /// `while cond`, where the condition does not suspend.
    While(Expr),
    /// `for pat in iterator`.
    For(Pat, Local),
}

impl Builder<'_> {
    /// Lowers `loop`.
    pub(super) fn loop_expr(&mut self, expr: ExprLoop, want: &Want) -> Expr {
        let apart = Apart::of(&expr.attrs, |flow| flow.visit_expr_loop(&expr));
        let span = expr.loop_token.span;
        let value = self.any_loop(expr.label, Head::Endless, expr.body, apart, want, span);
        self.behind(value, want, apart)
    }

    /// Starts a block behind a loop that decides types which the code behind it takes as known.
    fn behind(&mut self, value: Expr, want: &Want, apart: Apart) -> Expr {
        if !(apart.ordered && self.alive) {
            return value;
        }
        self.join(vec![(self.cur, value)], want, BlockKind::After)
    }

    /// Lowers `while`.
    pub(super) fn while_expr(&mut self, mut expr: ExprWhile) -> Expr {
        let span = expr.while_token.span;
        let attrs = std::mem::take(&mut expr.attrs).into_iter();
        let (of_condition, attrs) = attrs.partition(scan::is_of_condition);
        expr.attrs = attrs;
        let apart = Apart::of(&expr.attrs, |flow| flow.visit_expr_while(&expr));
        if scan::needs_lowering(&expr.cond)
            || condition_needs_taking_apart(&expr.cond, &of_condition)
            || keeps_temporaries(&expr.cond, &expr.body)
            || (apart.resumed && continues(&expr.cond))
        {
            // while c { b }  →  loop { if c { b } else { break } }
            let cond = *expr.cond;
            let body = expr.body;
            let generated = Span::mixed_site().located_at(span);
            let branch = Expr::If(syn::ExprIf {
                attrs: of_condition,
                if_token: Token![if](span),
                cond: Box::new(cond),
                then_branch: body,
                else_branch: Some((
                    Token![else](generated),
                    Box::new(block_expr(ast::value_block(ast::plain_break(generated), generated))),
                )),
            });
            let body =
                Block { brace_token: Brace(generated), stmts: vec![Stmt::Expr(branch, None)] };
            let value = self.any_loop(expr.label, Head::Endless, body, apart, &Want::Unit, span);
            return self.behind(value, &Want::Unit, apart);
        }
        let head = Head::While(*expr.cond);
        let value = self.any_loop(expr.label, head, expr.body, apart, &Want::Unit, span);
        self.behind(value, &Want::Unit, apart)
    }

    /// Lowers `for`.
    pub(super) fn for_expr(&mut self, mut expr: ExprForLoop) -> Expr {
        let apart = Apart::of(&expr.attrs, |flow| flow.visit_rounds(&expr));
        let span = Span::mixed_site().located_at(ast::span(&expr.expr));
        let end = self.context.span.located_at(expr.body.brace_token.span.join());
        self.open(Level::statement(end));
        self.take_adapted(&mut expr.expr);
        let mut iterable = self.iterated(*expr.expr);
        ast::own_parens(&mut iterable);
        let iter = self.locals.hidden("iter", span);
        self.locals[iter].mutable = true;
        let into = ast::core_path(&["iter", "IntoIterator", "into_iter"], span);
        self.let_hidden(iter, ast::call(into, iterable, span));
        self.make_mutable(span);
        self.declare(Decl::Local(iter));
        let head = Head::For(*expr.pat, iter);
        let value =
            self.any_loop(expr.label, head, expr.body, apart, &Want::Unit, expr.for_token.span);
        self.push_value(value);
        let value = self.close(unit(end), &Want::Unit);
        self.behind(value, &Want::Unit, apart)
    }

    /// Lowers what a `for` goes over: what that makes on the way ends with the loop. What is left of a value of
    /// which a field is taken cannot be kept, but for that of a tuple that is written there.
    fn iterated(&mut self, mut head: Expr) -> Expr {
        if self.settle_parts(&mut head) {
            return head;
        }
        match head {
            Expr::Field(mut field) => {
                field.base = Box::new(self.iterated(*field.base));
                Expr::Field(field)
            }
            Expr::Paren(head) if matches!(*head.expr, Expr::Field(_) | Expr::Paren(_)) => {
                self.iterated(*head.expr)
            }
            head if refers_to_constant(&head) => self.verbatim(head),
            head => self.settling(true, |this| this.expr(head, &Want::ANY)),
        }
    }

    fn any_loop(
        &mut self,
        label: Option<Label>,
        head: Head,
        body: Block,
        apart: Apart,
        want: &Want,
        span: Span,
    ) -> Expr {
        let generated = Span::mixed_site().located_at(span);
        let user = label.as_ref().map(|label| label.name.ident.clone());
        let break_label = match label {
            Some(label) => label.name,
            None => self.labels.declare("repeat", generated),
        };
        if !apart.resumed {
            return self.native_loop(user, break_label, head, body, want, generated);
        }
        let name = self.labels.display(&break_label.ident.to_string()).unwrap_or("repeat");
        let next = format!("{name}_next");
        let continue_label = self.labels.declare(&next, generated);
        let start = crate::ir::BlockId(self.body.blocks.len());
        // Where the loop is never entered, too: what it holds has a type.
        self.push_goto(start, generated);
        self.alive = false;
        let start = self.start_block(BlockKind::Loop, None, None);
        self.body.blocks[start.0].loop_label = Some(break_label.clone());
        self.open(Level {
            scope: None,
            label: Some(break_label.clone()),
            forced: apart.forced,
            ..Level::scope(generated)
        });
        self.targets.push(Target {
            user,
            is_loop: true,
            break_label: break_label.clone(),
            continue_to: ContinueTo::Break(continue_label.clone()),
        });
        let leave = || ast::break_expr(&break_label, None, generated);
        let value = match head {
            Head::Endless => {
                self.open(Level {
                    label: Some(continue_label),
                    brace: body.brace_token,
                    ..Level::scope(self.context.span)
                });
                let value = self.body(body, apart.forced);
                self.close_to(value, start);
                unit(generated)
            }
            Head::While(cond) => {
                let mut cond = self.settling(false, |this| this.condition(cond));
                let behind = self.bind_condition(&mut cond);
                let bound = self.locals.bound_by_condition(&cond);
                let branch = self.iteration(bound, &behind, continue_label, body, apart.forced);
                let exit = branch.live.then(|| ast::value_block(leave(), generated));
                let (own, live) = self.next_iteration(branch, start, span);
                let check = Expr::If(syn::ExprIf {
                    attrs: self.lints.clone(),
                    if_token: Token![if](generated),
                    cond: Box::new(cond),
                    then_branch: own,
                    else_branch: exit
                        .map(|exit| (Token![else](generated), Box::new(block_expr(exit)))),
                });
                self.repeat(check, live, start, generated)
            }
            Head::For(mut pat, iter) => {
                let behind = self.bind_unbound(&mut pat);
                let bound = self.locals.bound_by(&pat);
                let branch = self.iteration(bound, &behind, continue_label, body, apart.forced);
                let exit = branch.live.then(leave);
                let (own, live) = self.next_iteration(branch, start, span);
                let step = self.for_head(pat, iter, own, exit, generated);
                self.repeat(step, live, start, generated)
            }
        };
        self.targets.pop();
        self.close(value, want)
    }

    /// Lowers the body of a loop: a scope of its own, which ends before the next iteration starts.
    fn iteration(
        &mut self,
        bound: Vec<Local>,
        behind: &Behind,
        label: Lifetime,
        body: Block,
        forced: bool,
    ) -> Branch {
        let thread = self.cur;
        self.open(Level {
            scope: Some(bound.into_iter().map(Decl::Local).collect()),
            label: Some(label),
            brace: body.brace_token,
            ..Level::scope(self.context.span)
        });
        self.declare_behind(behind);
        let value = self.body(body, forced);
        self.end_branch(thread, value)
    }

    /// Lowers the statements of the body of a loop, in a level with the label that `continue` leaves.
    /// With `forced`, each `continue` jumps with the locals that it has left.
    fn body(&mut self, body: Block, forced: bool) -> Expr {
        if !forced {
            return self.settling(false, |this| this.stmts(body.stmts, &Want::Unit));
        }
        let level = self.levels.last_mut().expect("the level of the body is open");
        let label = level.label.take();
        let brace = body.brace_token;
        self.open(Level { label, brace, forced: true, ..Level::scope(self.context.span) });
        let value = self.settling(false, |this| this.stmts(body.stmts, &Want::Unit));
        self.close(value, &Want::Unit)
    }

    /// Makes the threads that reach the end of the body jump to the head, but for the head's own.
    fn next_iteration(&mut self, branch: Branch, head: BlockId, span: Span) -> (Block, bool) {
        let thread = self.cur;
        for (other, value) in branch.others {
            self.cur = other;
            self.push_unwanted(value, &Want::Unit);
            self.push_goto(head, span);
        }
        self.cur = thread;
        (branch.own, branch.live)
    }

    /// Ends the head's own code: with the next iteration, or with the end of the loop.
    fn repeat(&mut self, step: Expr, live: bool, head: BlockId, span: proc_macro2::Span) -> Expr {
        if !live {
            return step;
        }
        self.push(Stmt::Expr(step, None));
        self.goto(head, span);
        unit(span)
    }

    /// Makes `match iter.next() { Some(pat) => body, None => end }`.
    fn for_head(&self, pat: Pat, iter: Local, body: Block, end: Option<Expr>, span: Span) -> Expr {
        // Errors about what the loop goes over, and about its items, are shown there.
        let over = self.locals[iter].name.span();
        let iter = Expr::Reference(syn::ExprReference {
            attrs: Vec::new(),
            and_token: Token![&](over),
            mutability: Some(Token![mut](over)),
            expr: Box::new(self.local_expr(iter, over)),
        });
        let next = ast::call(ast::core_path(&["iter", "Iterator", "next"], over), iter, over);
        let some =
            ast::tuple_struct(ast::core_path(&["option", "Option", "Some"], span), pat, span);
        let none = ast::path_pat(ast::core_path(&["option", "Option", "None"], span));
        let end = end.unwrap_or_else(|| block_expr(ast::block(Vec::new(), span)));
        let arms = vec![ast::arm(some, block_expr(body), span), ast::arm(none, end, span)];
        ast::match_expr(next, arms, span)
    }

    /// Lowers the head of a loop that stays one: its condition, what it binds, and what of that has
    /// to be declared again.
    fn native_head(&mut self, head: &mut Head) -> (Option<Expr>, Vec<Local>, Behind) {
        match head {
            Head::Endless => (None, Vec::new(), Behind::default()),
            Head::While(cond) => {
                let mut cond = self.verbatim(cond.clone());
                let behind = self.bind_condition(&mut cond);
                let bound = self.locals.bound_by_condition(&cond);
                (Some(cond), bound, behind)
            }
            Head::For(pat, _) => {
                let behind = self.bind_unbound(pat);
                (None, self.locals.bound_by(pat), behind)
            }
        }
    }

    /// Lowers a loop whose head is not reached after a suspension: it stays a loop.
    fn native_loop(
        &mut self,
        user: Option<syn::Ident>,
        label: Lifetime,
        head: Head,
        body: Block,
        want: &Want,
        span: Span,
    ) -> Expr {
        let thread = self.cur;
        let alive = self.alive;
        self.targets.push(Target {
            user,
            is_loop: true,
            break_label: label.clone(),
            continue_to: ContinueTo::Native,
        });
        let mut head = head;
        let (cond, bound, behind) = self.native_head(&mut head);
        self.open(Level {
            scope: Some(bound.into_iter().map(Decl::Local).collect()),
            label: Some(label.clone()),
            brace: body.brace_token,
            ..Level::scope(self.context.span)
        });
        self.declare_behind(&behind);
        let value = self.settling(false, |this| this.stmts(body.stmts, &Want::Unit));
        // In this thread the label is the loop's own, and `break` leaves the loop itself.
        let level = self.levels.last_mut().expect("the loop's level is open");
        let loop_label = level.label.take();
        let depth = self.depth();
        let broken = loop_label.as_ref().is_some_and(|label| {
            let code = &self.threads[thread].levels[depth - 1];
            scan::breaks_to(code, label)
                || (self.cur == thread && scan::expr_breaks_to(&value, label))
        });
        let mut others = Vec::new();
        let level = self.levels.pop().expect("the loop's level is open");
        let labelled = Level { label: loop_label, ..level };
        let mut own = None;
        let mut value = Some(value);
        for index in 0..self.threads.len() {
            if self.threads[index].levels.len() != depth {
                continue;
            }
            let mut code = self.threads[index].levels.pop().expect("checked");
            if index == self.cur {
                let value = value.take().expect("one thread is current");
                if index == thread || !ends_with_value(&value) {
                    super::push_tail(&mut code, value);
                } else {
                    // Outside of the loop its end is not reached, and the block around it may be of another type.
                    code.push(Stmt::Expr(value, Some(Token![;](span))));
                }
            }
            if index == thread {
                own = Some(Block { brace_token: labelled.brace, stmts: code });
                continue;
            }
            let left = labelled.label.as_ref().is_some_and(|label| scan::breaks_to(&code, label));
            let mut expr = super::wrap(&labelled, code, left);
            NotReached(&label).visit_expr_mut(&mut expr);
            if left {
                others.push((index, expr));
            } else {
                self.push_to(index, expr);
                if index == self.cur && self.alive {
                    // Only dead code comes to the end here, and the loop does not.
                    self.push_to(index, super::never(span));
                }
            }
        }
        self.targets.pop();
        self.cur = thread;
        let own = own.expect("the looping thread is open");
        let exits = match &head {
            Head::Endless => broken,
            _ => true,
        };
        let name = label.clone();
        let label = Label { name: label, colon_token: Token![:](span) };
        let label = mentions(cond.as_ref(), &own, &label.name).then_some(label);
        let native = match head {
            Head::Endless => ast::loop_expr(label, own, span),
            Head::While(..) => Expr::While(ExprWhile {
                attrs: Vec::new(),
                label,
                while_token: Token![while](span),
                cond: Box::new(cond.expect("a `while` has a condition")),
                body: own,
            }),
            Head::For(pat, iter) => {
                let end = ast::break_expr(&name, None, span);
                let next = self.for_head(pat, iter, own, Some(end), span);
                let label = Label { name, colon_token: Token![:](span) };
                ast::loop_expr(Some(label), ast::value_block(next, span), span)
            }
        };
        if exits && alive {
            others.insert(0, (thread, native));
        } else if others.is_empty() {
            self.alive = false;
            return native;
        } else {
            self.push_to(thread, native);
        }
        self.alive = true;
        self.merge(others, want)
    }
}

/// Replaces each `continue` of a loop in code outside of it, which is not reached.
struct NotReached<'a>(&'a Lifetime);

impl VisitMut for NotReached<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Continue(jump) if jump.label.as_ref().is_some_and(|label| label == self.0) => {
                *expr = super::never(jump.continue_token.span);
            }
            Expr::Closure(_) => {}
            expr => visit_mut::visit_expr_mut(self, expr),
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Tells whether something in a loop leaves or goes on with it by its label.
fn mentions(cond: Option<&Expr>, body: &Block, label: &Lifetime) -> bool {
    struct Mentions<'a>(&'a Lifetime, bool);
    impl Visit<'_> for Mentions<'_> {
        fn visit_lifetime(&mut self, lifetime: &Lifetime) {
            self.1 |= lifetime.ident == self.0.ident;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            self.1 |= mac.tokens.to_string().contains(&self.0.ident.to_string());
        }
    }
    let mut scan = Mentions(label, false);
    if let Some(cond) = cond {
        scan.visit_expr(cond);
    }
    scan.visit_block(body);
    scan.1
}

/// Tells whether a condition has a `continue`, which goes on where the condition begins.
fn continues(cond: &Expr) -> bool {
    struct Continues(bool);
    impl Visit<'_> for Continues {
        fn visit_expr_continue(&mut self, _: &syn::ExprContinue) {
            self.0 = true;
        }
        fn visit_macro(&mut self, mac: &syn::Macro) {
            for arg in crate::known::parse_control(mac).iter().flat_map(|known| &known.args) {
                self.visit_expr(&arg.expr);
            }
        }
        fn visit_expr_closure(&mut self, _: &syn::ExprClosure) {}
        fn visit_item(&mut self, _: &syn::Item) {}
    }
    let mut scan = Continues(false);
    scan.visit_expr(cond);
    scan.0
}

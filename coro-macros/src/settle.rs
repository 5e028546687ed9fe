//! Branches behind which a local is gone, whichever arm was taken.
//!
//! In: a resolved body and a local that only some arms of a branch move, where nothing mentions it
//! behind the branch. Out: the body in which a second local takes what the arms leave, so that the
//! branch stays as it is, and references to other locals live over it:
//!
//! ```text
//! let q = …;                      let q = …; let q_left;
//! if c { out.push(q); }      →    if c { q_left = None; out.push(q); } else { q_left = Some(q); }
//! ```
//!
//! Invariants: the second local is declared directly behind the first and ends in its place. All else
//! (a branch that suspends, a loop, a use behind it) is left to [`force`](crate::force).

use proc_macro2::Span;
use quote::ToTokens;
use syn::{
    Block, Expr, ExprIf, Pat, PatIdent, Stmt, Token,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

use crate::{
    analysis::events::{Event, Graph},
    ast, known,
    params::Params,
    resolve::{
        knowledge::Knowledge,
        names::{Local, Locals},
    },
    scan, temporaries,
};

/// Gives what the arms of a branch leave of `local` to a local of its own; tells whether there is such a branch.
pub fn settle(body: &mut Block, params: &Params, local: Local, locals: &mut Locals) -> bool {
    let in_macro = locals.macros.values().any(|found| found.mentioned.contains(&local));
    if locals[local].hidden || in_macro {
        return false;
    }
    let span = Span::mixed_site().located_at(locals[local].name.span());
    let name = locals.display(local);
    let name = format!("{}_left", name.trim_start_matches("r#"));
    let mut settle = Settle {
        local,
        locals,
        name,
        left: None,
        span,
        spelling: String::new(),
        borrowed: false,
        found: None,
    };
    settle.spelling = settle.locals.ident(local).to_string();
    if params.prologue.is_empty() && params.scope.last() == Some(&local) {
        settle.scope(body, 0, true);
    } else {
        settle.visit_block_mut(body);
    }
    settle.found == Some(true)
}

struct Settle<'a> {
    local: Local,
    locals: &'a mut Locals,
    /// What the second local is called.
    name: String,
    /// The second local, once it is needed.
    left: Option<Local>,
    span: Span,
    spelling: String,
    /// Whether something in front of the branch may be a reference to the local.
    borrowed: bool,
    /// Whether the scope of the local was found, and the branch settled.
    found: Option<bool>,
}

/// What is left of the local where an arm ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    All,
    Nothing,
}

impl Settle<'_> {
    /// Looks at the scope in which the local lives, from its first statement on; `outer` if the local ends
    /// behind the temporaries of the scope's tail.
    fn scope(&mut self, block: &mut Block, first: usize, outer: bool) {
        self.found = Some(false);
        let tail_waits = matches!(block.stmts.last(), Some(Stmt::Expr(tail, None))
            if temporaries::holds_temporary(tail));
        let last = block.stmts.iter().rposition(|stmt| self.mentions(stmt));
        let Some(last) = last.filter(|last| *last >= first && !(outer && tail_waits)) else {
            return;
        };
        let is_tail = last + 1 == block.stmts.len();
        self.borrowed = block.stmts[first..last].iter().any(|stmt| {
            matches!(stmt, Stmt::Local(_) | Stmt::Expr(Expr::Assign(_), _)) && self.mentions(stmt)
        });
        let branch = match &mut block.stmts[last] {
            Stmt::Expr(expr, semi) if semi.is_some() || !is_tail => branch_of(expr),
            Stmt::Local(syn::Local { init: Some(init), .. }) if init.diverge.is_none() => {
                branch_of(&mut init.expr)
            }
            _ => None,
        };
        let Some(branch) = branch else { return };
        if scan::needs_lowering(branch) || self.replaces(branch) || !self.can_settle(branch) {
            return;
        }
        let left = self.locals.hidden(&self.name, self.span);
        if self.locals[self.local].knowledge.is_closure() {
            self.locals[left].knowledge = Knowledge::Closure;
        }
        self.left = Some(left);
        self.branch(branch);
        let pat = Pat::Ident(PatIdent {
            attrs: Vec::new(),
            by_ref: None,
            mutability: None,
            ident: self.locals.ident(left),
            subpat: None,
        });
        let declared = Stmt::Local(syn::Local {
            attrs: Vec::new(),
            let_token: Token![let](self.span),
            pat,
            init: None,
            modifiers: syn::LocalModifiers::default(),
            semi_token: Token![;](self.span),
        });
        block.stmts.insert(first, declared);
        self.found = Some(true);
    }

    fn mentions(&self, tokens: &impl ToTokens) -> bool {
        tokens.to_token_stream().to_string().contains(&self.spelling)
    }

    /// Tells whether each arm of a branch surely moves the local, or surely does not.
    fn can_settle(&self, branch: &Expr) -> bool {
        match branch {
            Expr::If(branch) => {
                self.condition_looks(&branch.cond)
                    && self.left_by(&branch.then_branch.stmts).is_some()
                    && match &branch.else_branch {
                        None => true,
                        Some((_, other)) => match &**other {
                            Expr::Block(other) if other.label.is_none() => {
                                self.left_by(&other.block.stmts).is_some()
                            }
                            other => self.can_settle(other),
                        },
                    }
            }
            Expr::Match(branch) => {
                let binds = |pat| !self.locals.bound_by(pat).is_empty();
                let takes = self.mentions(&branch.expr)
                    && (scan::is_place(&branch.expr)
                        || branch.arms.iter().any(|arm| binds(&arm.pat)));
                branch.arms.len() > 1
                    && !takes
                    && !self.changes(&branch.expr)
                    && branch.arms.iter().all(|arm| {
                        !(matches!(arm.pat, Pat::Guard(_)) && self.mentions(&arm.pat))
                            && self.left_by_arm(&arm.body).is_some()
                    })
            }
            _ => false,
        }
    }

    fn condition_looks(&self, cond: &Expr) -> bool {
        if scan::holds_let(cond) { !self.mentions(cond) } else { !self.changes(cond) }
    }

    fn left_by_arm(&self, body: &Expr) -> Option<Left> {
        match body {
            Expr::Block(body) if body.label.is_none() => self.left_by(&body.block.stmts),
            body => self.left_by(std::slice::from_ref(&Stmt::Expr(body.clone(), None))),
        }
    }

    /// Tells what the statements of an arm leave, if that is the same on each way to its end.
    fn left_by(&self, stmts: &[Stmt]) -> Option<Left> {
        // Nothing can stand behind a value that is the arm's.
        let has_value = matches!(stmts.last(), Some(Stmt::Expr(tail, None)) if !ends_itself(tail));
        let Some(last) = stmts.iter().rposition(|stmt| self.mentions(stmt)) else {
            return (!(has_value && self.borrowed)).then_some(Left::All);
        };
        if let Stmt::Expr(inner @ (Expr::If(_) | Expr::Match(_)), _) = &stmts[last] {
            if self.can_settle(inner) {
                return Some(Left::Nothing);
            }
        }
        let expr = match &stmts[last] {
            Stmt::Expr(expr, _) => expr,
            Stmt::Local(syn::Local { init: Some(init), .. }) if init.diverge.is_none() => {
                &init.expr
            }
            _ => return None,
        };
        if !self.changes(expr) {
            // It can only be put aside behind its last use.
            let is_value =
                matches!(stmts.last(), Some(Stmt::Expr(tail, None)) if !ends_itself(tail));
            return (!is_value).then_some(Left::All);
        }
        let mut surely = Surely { settle: self, is: true };
        surely.visit_expr(expr);
        surely.is.then_some(Left::Nothing)
    }

    /// Tells whether an expression moves the local, or does anything but look at it.
    fn changes(&self, expr: &Expr) -> bool {
        let looks = |event: &Event| {
            event.local() != self.local
                || matches!(event, Event::Name(_) | Event::Use(_) | Event::UsePart(_))
        };
        self.mentions(expr) && !Graph::events_of(expr, self.locals).iter().all(looks)
    }

    /// Tells whether a branch gives the local a value, or takes a part of it or what it points to.
    fn replaces(&self, branch: &Expr) -> bool {
        let replaces = |event: &Event| {
            matches!(event, Event::Define(local) | Event::Assign(local, _) | Event::Declare(local)
                | Event::Fill(local) | Event::Unbox(local) | Event::MovePart(local) if *local == self.local)
        };
        Graph::events_of(branch, self.locals).iter().any(replaces)
    }

    /// Settles a branch.
    fn branch(&mut self, branch: &mut Expr) {
        match branch {
            Expr::If(branch) => {
                self.arm(&mut branch.then_branch.stmts);
                match branch.else_branch.as_mut().map(|(_, other)| &mut **other) {
                    Some(Expr::Block(other)) => self.arm(&mut other.block.stmts),
                    Some(other) => self.branch(other),
                    None => self.add_else(branch),
                }
            }
            Expr::Match(branch) => {
                for arm in &mut branch.arms {
                    if let Expr::Block(body) = &mut *arm.body {
                        if body.label.is_none() {
                            self.arm(&mut body.block.stmts);
                            continue;
                        }
                    }
                    let body = std::mem::replace(&mut *arm.body, Expr::Verbatim(<_>::default()));
                    let mut stmts = vec![Stmt::Expr(body, None)];
                    self.arm(&mut stmts);
                    *arm.body = match (stmts.len(), stmts.pop()) {
                        (1, Some(Stmt::Expr(body, None))) => body,
                        (_, last) => {
                            stmts.extend(last);
                            ast::block_expr(ast::block(stmts, self.span))
                        }
                    };
                }
            }
            _ => {}
        }
    }

    /// Adds the `else` in which all of the local is left.
    fn add_else(&mut self, branch: &mut ExprIf) {
        let stmts = vec![self.keep(Left::All)];
        let other = ast::block_expr(ast::block(stmts, self.span));
        // It is none of the user's for lints.
        let if_span = Span::mixed_site().located_at(branch.if_token.span);
        branch.if_token = Token![if](if_span);
        branch.else_branch = Some((Token![else](self.span), Box::new(other)));
    }

    /// Keeps what an arm leaves.
    fn arm(&mut self, stmts: &mut Vec<Stmt>) {
        if stmts.last().is_some_and(leaves) {
            return;
        }
        let last = stmts.iter().rposition(|stmt| self.mentions(stmt));
        if let Some(Stmt::Expr(inner @ (Expr::If(_) | Expr::Match(_)), _)) =
            last.map(|last| &mut stmts[last])
        {
            if self.can_settle(inner) {
                return self.branch(inner);
            }
        }
        match self.left_by(stmts) {
            Some(Left::Nothing) => stmts.insert(0, self.keep(Left::Nothing)),
            _ => match stmts.last_mut() {
                Some(Stmt::Expr(tail, None)) if !ends_itself(tail) => {
                    stmts.insert(0, self.keep(Left::All));
                }
                last => {
                    if let Some(Stmt::Expr(tail, semi @ None)) = last {
                        if !is_block_like(tail) {
                            *semi = Some(Token![;](self.span));
                        }
                    }
                    stmts.push(self.keep(Left::All));
                }
            },
        }
    }

    /// Makes `local_left = Some(local);` or `local_left = None;`.
    fn keep(&self, left: Left) -> Stmt {
        let span = self.span;
        let value = match left {
            Left::All => {
                let value = ast::name(self.locals.ident(self.local));
                ast::call(ast::core_path(&["option", "Option", "Some"], span), value, span)
            }
            Left::Nothing => ast::path_expr(ast::core_path(&["option", "Option", "None"], span)),
        };
        let place = self.left.expect("the second local is declared");
        let assignment = Expr::Assign(syn::ExprAssign {
            attrs: Vec::new(),
            left: Box::new(ast::name(self.locals.ident(place))),
            eq_token: Token![=](span),
            right: Box::new(value),
        });
        Stmt::Expr(assignment, Some(Token![;](span)))
    }
}

impl VisitMut for Settle<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let declares = |stmt: &Stmt| match stmt {
            Stmt::Local(stmt) => self.locals.bound_by(&stmt.pat).contains(&self.local),
            _ => false,
        };
        if let Some(index) = block.stmts.iter().position(declares) {
            let Stmt::Local(stmt) = &block.stmts[index] else { return };
            self.found = Some(false);
            // One that is declared without a value may have none in the arms.
            if stmt.init.is_some() && self.locals.bound_by(&stmt.pat).last() == Some(&self.local) {
                self.scope(block, index + 1, false);
            }
            return;
        }
        for stmt in &mut block.stmts {
            if self.found.is_none() {
                self.visit_stmt_mut(stmt);
            }
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let binds = |bound: Vec<Local>| bound.last() == Some(&self.local);
        match expr {
            Expr::ForLoop(expr) if binds(self.locals.bound_by(&expr.pat)) => {
                self.scope(&mut expr.body, 0, true);
            }
            Expr::While(expr) if binds(self.locals.bound_by_condition(&expr.cond)) => {
                self.scope(&mut expr.body, 0, true);
            }
            Expr::If(expr) if binds(self.locals.bound_by_condition(&expr.cond)) => {
                self.scope(&mut expr.then_branch, 0, true);
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) | Expr::Macro(_) => {}
            expr => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        if self.locals.bound_by(&arm.pat).last() == Some(&self.local) {
            match &mut *arm.body {
                Expr::Block(body) if body.label.is_none() => self.scope(&mut body.block, 0, true),
                _ => self.found = Some(false),
            }
            return;
        }
        visit_mut::visit_arm_mut(self, arm);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Whether an expression that moves the local does so on each way to its end.
struct Surely<'a> {
    settle: &'a Settle<'a>,
    is: bool,
}

impl Visit<'_> for Surely<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        let head = match expr {
            Expr::If(branch) => Some(&branch.cond),
            Expr::Match(branch) => Some(&branch.expr),
            Expr::Binary(binary) if scan::is_lazy(&binary.op) => Some(&binary.left),
            Expr::ForLoop(expr) => Some(&expr.expr),
            _ => None,
        };
        let goes_apart = match expr {
            Expr::Block(expr) => expr.label.is_some(),
            Expr::Macro(_) | Expr::Loop(_) | Expr::While(_) | Expr::Async(_) => true,
            _ => head.is_some(),
        };
        // What only looks at it, or changes it in the head.
        if goes_apart {
            self.is &= !self.settle.changes(expr);
            return;
        }
        visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &syn::Item) {}
}

fn branch_of(expr: &mut Expr) -> Option<&mut Expr> {
    match expr {
        Expr::If(_) | Expr::Match(_) => Some(expr),
        Expr::Assign(assign) => branch_of(&mut assign.right),
        _ => None,
    }
}

/// Tells whether control never comes behind a statement.
fn leaves(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr, _) => match expr {
            Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
            Expr::Macro(expr) => never(&expr.mac),
            _ => false,
        },
        Stmt::Macro(stmt) => never(&stmt.mac),
        _ => false,
    }
}

fn never(mac: &syn::Macro) -> bool {
    known::std_name(&mac.path).is_some_and(|name| known::NEVER.contains(&name.as_str()))
}

/// Tells whether the tail of an arm can become a statement: its temporaries end there all the same.
fn ends_itself(tail: &Expr) -> bool {
    (is_block_like(tail) || scan::is_surely_unit(tail)) && !temporaries::holds_temporary(tail)
}

fn is_block_like(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::If(_)
            | Expr::Match(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
            | Expr::Block(_)
            | Expr::Unsafe(_)
    )
}

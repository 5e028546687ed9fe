//! Statements.
//!
//! In: the statements of one block whose scope is open. Out: the block's value; the statements are
//! pushed, and what they declare is noted, so that a later suspension in the scope can open it
//! again.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, Local as LetStmt, Pat, Stmt, parse::Parser};

use super::{Builder, Level, Outermost, Want, branch::Branch, leftovers, never, operands, unit};
use crate::{
    ast::{self, let_stmt},
    attributes, flow,
    ir::Decl,
    resolve::{is_binding, is_local_macro, names::Local},
    scan, temporaries,
};

impl Builder<'_> {
    /// Lowers the statements of a block and returns its value.
    pub(super) fn stmts(&mut self, stmts: Vec<Stmt>, want: &Want) -> Expr {
        if want.is_nobodys() && !self.bare && self.binds_around(&stmts) {
            // In the 2021 edition, what the last expression makes ends behind what the block declares, but in front
            // of what the pattern around it binds.
            let brace = self.levels.last().expect("a level is open").brace;
            let level = Level { brace, ..Level::scope(self.context.span) };
            return self.stmts_within(level, &[], stmts, want);
        }
        let bare = std::mem::take(&mut self.bare);
        self.items(&stmts);
        let count = stmts.len();
        let mut suspends_later: Vec<bool> = Vec::with_capacity(count);
        let mut later = false;
        for stmt in stmts.iter().rev() {
            suspends_later.push(later);
            later = later || scan::stmt_needs_lowering(stmt);
        }
        suspends_later.reverse();
        let has_value = matches!(stmts.last(), Some(Stmt::Expr(_, None)));
        let lacks_value = matches!(want, Want::Value(_)) && !has_value;
        let never_ends = lacks_value && later && flow::stmts_diverge(&stmts);
        let mut value = None;
        let around = self.lints.len();
        for (index, mut stmt) in stmts.into_iter().enumerate() {
            self.lints.extend(attributes::lints_of_parts(&mut stmt));
            match stmt {
                Stmt::Expr(expr, None) if index + 1 == count => {
                    self.outermost = if bare { Outermost::No } else { Outermost::Yes };
                    let thread = self.cur;
                    let outlives = matches!(want, Want::Discard)
                        && (self.scope_drops()
                            || temporaries::outlive_suspension(&expr)
                            || (!bare && temporaries::holds_temporary(&expr)));
                    let want = if outlives { &want.outliving() } else { want };
                    let tail = self.terminating(expr, want);
                    let mut tail = if bare { self.outlived(tail, thread, want) } else { tail };
                    if want.is_nobodys() {
                        attributes::carry_expr(&self.lints[around..], &mut tail);
                    }
                    value = Some(tail);
                }
                Stmt::Local(local) if suspends_later[index] => self.let_stmt(local, true),
                stmt => self.stmt(stmt),
            }
            self.lints.truncate(around);
        }
        if never_ends && self.alive {
            // Blocks of code that is never reached come to an end; the block has no value at it.
            self.alive = false;
            return never(self.context.span);
        }
        value.unwrap_or_else(|| {
            // A missing value is an error at the block that should have one.
            let block = self.levels.last().map(|level| level.brace.span.join());
            unit(block.map_or(self.context.span, |block| self.context.span.located_at(block)))
        })
    }

    /// Lowers statements in a level of their own, in which locals are declared again; nobody wants the value, and it
    /// ends with the level.
    pub(super) fn stmts_within(
        &mut self,
        level: Level,
        again: &[Local],
        stmts: Vec<Stmt>,
        want: &Want,
    ) -> Expr {
        self.open(level);
        self.rebind(again);
        let bare = self.bare;
        let mut value = self.stmts(stmts, want);
        if bare && self.alive && want.is_nobodys() && temporaries::holds_temporary(&value) {
            value = super::block_expr(ast::value_block(value, self.context.span));
        }
        let value = self.close(value, want);
        if self.alive {
            self.push_value(value);
            return unit(self.context.span);
        }
        value
    }

    /// Tells whether the innermost level, whose statements these are, has locals of a pattern around them, and
    /// temporaries of the last expression, which has no value, may outlive the others.
    fn binds_around(&self, stmts: &[Stmt]) -> bool {
        let outlives = matches!(stmts.last(), Some(Stmt::Expr(last, None))
            if temporaries::outlive_tail(last) && scan::is_unit_form(last));
        let scope = self.levels.last().and_then(|level| level.scope.as_ref());
        outlives
            && scope.into_iter().flatten().any(
                |decl| matches!(decl, Decl::Local(local) if !self.locals[*local].knowledge.is_inert()),
            )
    }

    /// Makes the value of an expression without braces, whose temporaries outlive its operands, that of a
    /// block, as what is not all of `thread`'s code becomes one: it stays that of an arm, in which all these end.
    fn outlived(&mut self, mut value: Expr, thread: usize, want: &Want) -> Expr {
        let code = self.threads[self.cur].levels.last();
        let is_block = self.cur != thread || code.is_some_and(|code| !code.is_empty());
        if !(self.alive && is_block && operands::end_before_temporaries(&mut value, self.locals)) {
            return value;
        }
        if want.is_nobodys() && scan::is_surely_unit(&value) {
            self.push_unwanted(value, want);
            return unit(self.context.span);
        }
        let span = Span::mixed_site().located_at(ast::span(&value));
        let nothing = Pat::Tuple(syn::PatTuple {
            attrs: Vec::new(),
            paren_token: syn::token::Paren(span),
            elems: <_>::default(),
        });
        ast::match_expr(unit(span), vec![ast::arm(nothing, value, span)], span)
    }

    /// Tells whether the end of the innermost level drops a local, so that the value outlives it.
    fn scope_drops(&self) -> bool {
        let scope = self.levels.last().and_then(|level| level.scope.as_ref());
        scope.into_iter().flatten().any(
            |decl| matches!(decl, Decl::Local(local) if !self.locals[*local].knowledge.is_inert()),
        )
    }

    /// Lowers one statement.
    pub(super) fn stmt(&mut self, stmt: Stmt) {
        match stmt {
            Stmt::Local(local) => self.let_stmt(local, false),
            Stmt::Item(mut item) if is_local_macro(&item) => {
                if let syn::Item::Macro(mac) = &mut item {
                    // It is declared in each block; not all of them mention it.
                    mac.attrs.push(syn::parse_quote!(#[allow(unused_macros)]));
                    self.declare(Decl::Macro(Box::new(mac.clone())));
                }
                self.push(Stmt::Item(item));
            }
            Stmt::Item(_) => {} // placed when the block was entered
            Stmt::Expr(Expr::Macro(mac), semi) if is_thread_local(&mac.mac) => {
                let item = syn::ItemMacro {
                    attrs: mac.attrs,
                    ident: None,
                    mac: mac.mac,
                    semi_token: semi,
                };
                self.body.items.push(syn::Item::Macro(item));
            }
            Stmt::Expr(expr, semi) => {
                let lowered = scan::needs_lowering(&expr);
                let want = match semi {
                    // What nobody takes is of one type all the same, which one way to it alone may not show.
                    Some(_) if lowered && scan::shows_type_in_parts(&expr) => Want::ANY,
                    Some(_) => Want::Discard,
                    None => Want::Unit,
                };
                let value = match want {
                    Want::Value(_) => self.dropped(expr, &want),
                    _ => self.terminating(expr, &want),
                };
                if lowered && semi.is_none() {
                    self.push_unwanted(value, &want);
                } else if lowered && ast::is_unit_value(&value) {
                    // The value was dropped where it was made.
                } else {
                    self.push(Stmt::Expr(value, semi));
                }
            }
            // In a macro's argument, which is parsed anew.
            Stmt::Macro(mac) => {
                let expr = syn::ExprMacro { attrs: mac.attrs, mac: mac.mac };
                self.stmt(Stmt::Expr(Expr::Macro(expr), mac.semi_token));
            }
        }
    }

    /// Lowers an expression whose value nobody takes: it ends in front of the temporaries of the statement.
    fn dropped(&mut self, mut expr: Expr, want: &Want) -> Expr {
        let span = ast::span(&expr);
        let drop = |this: &mut Self, value: Expr| match this.hidden_local(&value) {
            Some(_) => {
                let drop = ast::core_path(&["mem", "drop"], Span::mixed_site().located_at(span));
                ast::call(drop, value, span)
            }
            None => value,
        };
        if !temporaries::outlive_suspension(&expr) {
            let value = self.terminating(expr, want);
            return drop(self, value);
        }
        self.settling(false, |this| {
            this.open(Level::statement(this.context.span));
            this.settle_match(&mut expr);
            let value = this.expr(expr, want);
            let value = drop(this, value);
            if !ast::is_unit_value(&value) {
                this.push_unwanted(value, &Want::Discard);
            }
            this.close(unit(span), &Want::Unit)
        })
    }

    /// Lowers a `let` without a value: each name on its own, so that a block can leave out those
    /// that it gives no value.
    fn deferred(&mut self, local: LetStmt) {
        let (pat, typed) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, true),
            pat => (pat, false),
        };
        let mut names = Vec::new();
        if typed || !plain_names(pat, &mut names) || names.len() < 2 {
            let declared = self.locals.bound_by(&local.pat);
            self.push(Stmt::Local(local));
            for local in declared {
                self.declare(Decl::Local(local));
            }
            return;
        }
        for name in names {
            let mut single = local.clone();
            single.pat = Pat::Ident(name);
            self.deferred(single);
        }
    }

    /// Lowers a `let`.
    fn let_stmt(&mut self, mut local: LetStmt, suspends_later: bool) {
        if local.init.is_none() {
            return self.deferred(local);
        }
        // What suspends may end with its own temporaries, before what is made of it is borrowed.
        let ends_early = || {
            local.init.as_ref().is_some_and(|init| {
                let is_borrow = matches!(*init.expr, Expr::Reference(_));
                scan::needs_lowering(&init.expr)
                    && (!is_borrow || temporaries::holds_temporary(&init.expr))
            })
        };
        if suspends_later || ends_early() {
            self.extended_temporaries(&mut local);
            if let Some(behind) = self.bind_extended(&mut local) {
                self.let_stmt(local, false);
                return self.declare_behind(&behind);
            }
        }
        if leftovers::end_before_temporaries(&local) {
            return self.let_in_level(local);
        }
        let declared = self.locals.bound_by(&local.pat);
        if let Some(init) = &mut local.init {
            let want = Want::Value(annotation(&local.pat));
            let value = std::mem::replace(&mut *init.expr, unit(self.context.span));
            let suspends = scan::needs_lowering(&value);
            let value = self.terminating(value, &want);
            // What the pattern leaves of a resume argument is dropped with the statement.
            *init.expr = if !suspends || names_whole(&local.pat) {
                value
            } else if init.diverge.is_none() {
                self.as_scrutinee(value)
            } else {
                self.as_temporary(value)
            };
            if let Some((_, diverge)) = &mut init.diverge {
                let block = std::mem::replace(&mut **diverge, unit(self.context.span));
                **diverge = self.diverge(block);
            }
        }
        self.push(Stmt::Local(local));
        for local in declared {
            self.declare(Decl::Local(local));
        }
    }

    /// Lowers the `else` of a `let … else`; behind a value that is never there, rustc takes it to leave in
    /// any case.
    fn diverge(&mut self, block: Expr) -> Expr {
        if !scan::needs_lowering(&block) {
            let leaves = self.alive || crate::flow::diverges(&block);
            let mut block = self.verbatim(block);
            if let (false, Expr::Block(block)) = (leaves, &mut block) {
                let span = self.context.span;
                if let Some(Stmt::Expr(_, semi @ None)) = block.block.stmts.last_mut() {
                    *semi = Some(syn::Token![;](span));
                }
                block.block.stmts.push(Stmt::Expr(super::never(span), None));
            }
            return block;
        }
        let Expr::Block(block) = block else {
            return block;
        };
        let thread = self.cur;
        let alive = self.alive;
        let Branch { own, others, .. } = self.branch(Vec::new(), block.block.brace_token, |this| {
            this.stmts(block.block.stmts, &Want::ANY)
        });
        for (other, value) in others {
            // The user's `else` comes to its end after a suspension: a type error, as in a function.
            self.cur = other;
            let span = Span::mixed_site().located_at(ast::span(&value));
            if !alive {
                self.push_value(value);
                self.push(Stmt::Expr(super::never(span), None));
                continue;
            }
            // So rustc says what it says of the user's `else`.
            let last = match value {
                Expr::Block(block) if block.label.is_none() => Expr::Block(block),
                value => super::block_expr(ast::value_block(value, span)),
            };
            let never = syn::Ident::new("never", span);
            let pat = quote_spanned!(span=> ::core::option::Option::Some(#never));
            let pat = Pat::parse_single.parse2(pat).expect("generated syntax is valid");
            let none = super::parse_quoted(
                quote_spanned!(span=> ::core::option::Option::<::core::convert::Infallible>::None),
            );
            let mut stmt = let_stmt(pat, none, span);
            if let Stmt::Local(syn::Local { init: Some(init), .. }) = &mut stmt {
                init.diverge = Some((syn::Token![else](span), Box::new(last)));
            }
            self.push(stmt);
            self.push(Stmt::Expr(
                super::parse_quoted(quote_spanned!(span=> match #never {})),
                None,
            ));
        }
        self.cur = thread;
        self.alive = alive;
        super::block_expr(own)
    }
}

/// Lists the names of a tuple pattern; tells whether it is made of nothing else.
fn plain_names(pat: &Pat, names: &mut Vec<syn::PatIdent>) -> bool {
    match pat {
        Pat::Ident(pat) if pat.subpat.is_none() => {
            names.push(pat.clone());
            true
        }
        Pat::Paren(pat) => plain_names(&pat.pat, names),
        Pat::Tuple(pat) => pat.elems.iter().all(|pat| plain_names(pat, names)),
        _ => false,
    }
}

/// Tells whether a macro declares statics.
fn is_thread_local(mac: &syn::Macro) -> bool {
    mac.path.segments.last().is_some_and(|last| last.ident == "thread_local")
}

/// Tells whether a pattern is one name for the whole value.
pub fn names_whole(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(pat) => pat.by_ref.is_none() && pat.subpat.is_none() && is_binding(pat),
        Pat::Type(typed) => names_whole(&typed.pat),
        _ => false,
    }
}

/// Returns the type written on a pattern.
pub fn annotation(pat: &Pat) -> Option<syn::Type> {
    match pat {
        Pat::Type(typed) => Some((*typed.ty).clone()),
        _ => None,
    }
}

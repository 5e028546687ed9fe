//! The code of a block.
//!
//! In: a block's lowered code. Out: Rust: markers become what they stand for, scopes that were left
//! by a suspension are opened again where something in them may have to be dropped before the code
//! that follows.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Block, Expr, Stmt, Token, spanned::Spanned};

use super::{
    Emitter, assignments, attributes, braces,
    braces::{
        checks_unit, inline_blocks, leave_once, let_once, sole_name, unlabel, unwrap_condition,
        unwrap_sole_expr, unwrap_taken,
    },
    lints,
    names::Restore,
    print::{Tokens, respanned},
    tails,
};
use crate::{
    analysis::{Form, LocalSet},
    answer, ast,
    ir::{BlockId, Decl, Marker},
    known::{self, Kind},
    resolve::{names::Local, shown},
    scan,
    source::ident_pat,
    temporaries,
    visit_mut::{self, VisitMut},
};

/// The code of a block as it is printed.
pub struct Arm {
    /// The code.
    pub code: Vec<Stmt>,
    /// How it leaves, if it does at its end: tokens, of which syntax would be made in vain.
    pub end: Option<Tokens>,
    /// Whether it is an expression for the next block on some path; on all others it leaves.
    pub valued: bool,
    /// Whether it leaves with the return value on some path.
    pub returns: bool,
    /// Whether it may mention fields where control never comes, and nowhere else.
    pub dead: bool,
    /// Whether it may call what never comes to its end.
    pub may_end: bool,
    mentioned: LocalSet,
    rebound: LocalSet,
}

impl Emitter<'_> {
    /// Prints the code of a block.
    pub fn arm(&self, block: BlockId, mut stmts: Vec<Stmt>) -> Arm {
        let resume_label = Some(&self.names.resume_label.ident);
        let restore = Restore::new(self.locals, self.labels, resume_label, Some(self.krate));
        let mut printer =
            Printer { emitter: self, block, cells: self.cells(block), restore, in_closure: false };
        if let Some(label) = &self.body.blocks[block.0].loop_label {
            super::loops::make_native(self, block, label, &mut stmts);
        }
        printer.outermost(&mut stmts);
        stmts.retain(|stmt| !printer.is_idle_declaration(stmt));
        for stmt in &mut stmts {
            assignments::end_remnants(stmt, self, &printer.cells);
        }
        self.mutable_bindings(block, &mut stmts);
        let mentioned = &mut printer.restore.mentioned;
        let (valued, mut end) = tails::make_values(self, block, &mut stmts, mentioned);
        if let Some(Stmt::Expr(last, _)) = stmts.last_mut() {
            if let Some(marker) = Marker::parse(last) {
                end = Some(self.marker(marker, ast::span(last), mentioned));
                *last = Expr::Verbatim(TokenStream::new());
            }
        }
        for stmt in &mut stmts {
            printer.visit_stmt_mut(stmt);
        }
        inline_blocks(&mut stmts);
        if self.has_attributes {
            attributes::set_apart(&mut stmts);
        }
        let in_vain = || {
            let mut entry = self.facts.entry[block.0].iter();
            entry.any(|(local, _)| self.facts.unreached.is_unused(local, block))
        };
        let dead =
            self.may_be_dead && lints::holds_dead_code(&stmts) || block != BlockId(0) && in_vain();
        let may_end = lints::may_end(&stmts);
        if let Some(end) = &mut end {
            // The last statement only stood for what is printed already.
            if let Some(Stmt::Expr(_, Some(semi))) = stmts.pop() {
                end.punct(b";", semi.span);
            }
        }
        let Restore { mentioned, rebound, returns, .. } = printer.restore;
        Arm { code: stmts, end, valued, returns, dead, may_end, mentioned, rebound }
    }

    /// Lists the remnants that an assignment in a block ends.
    fn cells(&self, block: BlockId) -> Vec<(Local, Form)> {
        let remnants = self.facts.remnants.iter().filter(|(other, _)| *other == block);
        remnants
            .filter_map(|(_, local)| {
                self.facts.entry[block.0].get(*local).map(|form| (*local, form))
            })
            .collect()
    }

    /// Names a local in the output.
    pub fn shown_at(&self, local: Local, at: Span) -> Ident {
        let ident = self.shown(local);
        respanned(ident, ident.span().located_at(at))
    }

    /// Names a local in the output, where it was declared.
    pub fn shown(&self, local: Local) -> &Ident {
        self.idents.shown(local)
    }

    /// The name of a local's field.
    pub fn field_name(&self, local: Local) -> &Ident {
        self.idents.field(local)
    }

    /// The name under which what is left of a local is bound.
    pub fn remnant_name(&self, local: Local) -> &Ident {
        self.idents.remnant(local, || {
            let display = self.locals.display(local).trim_start_matches("r#");
            let mut name = display.to_owned();
            if !display.starts_with('_') {
                name.insert(0, '_');
                // A user's local may have that name, which is bound beside this one.
                while self.locals.iter().any(|other| self.locals.display(other) == name) {
                    name.push('_');
                }
            }
            Ident::new(&name, self.names.span)
        })
    }

    /// The pattern that binds a block's resume argument.
    pub fn input_binding(&self, block: BlockId, local: Local) -> TokenStream {
        let ident = self.shown(local);
        let mutable = self.mutability(block, local);
        quote!(#mutable #ident)
    }

    /// Prints the pattern that binds a field of a block: what its code does not mention gets a name of
    /// the macro's.
    pub fn field_pattern(
        &self,
        block: BlockId,
        (local, form): (Local, Form),
        arm: &Arm,
        tokens: &mut Tokens,
    ) {
        if form == Form::Value && arm.mentioned.contains(local) {
            if block == BlockId(0) && self.facts.unreached.is_unused(local, block) {
                // What rustc advises about an unused name that is a field's, too, is no advice for a parameter.
                tokens.ident(self.field_name(local));
                tokens.punct(b":", Span::call_site());
            }
            let mutability = self.mutability(block, local);
            if let Some(mutability) = mutability.filter(|_| !arm.rebound.contains(local)) {
                tokens.push(Ident::new("mut", mutability.span));
            }
            return tokens.ident(self.shown(local));
        }
        tokens.ident(self.field_name(local));
        tokens.punct(b":", Span::call_site());
        tokens.ident(self.remnant_name(local));
    }
}

struct Printer<'a> {
    emitter: &'a Emitter<'a>,
    block: BlockId,
    /// The remnants that an assignment in the block ends.
    cells: Vec<(Local, Form)>,
    restore: Restore<'a>,
    /// Whether a closure or an `async` block is printed, which declares its own locals.
    in_closure: bool,
}

impl Printer<'_> {
    /// Removes the braces of scopes that end where the arm ends.
    fn outermost(&self, stmts: &mut Vec<Stmt>) {
        // The scopes that the statements at the front open again.
        let mut scopes = Vec::new();
        loop {
            // A plain return drops these scopes' locals in the same order as leaving them does.
            let end = match stmts.last() {
                Some(Stmt::Expr(Expr::Break(jump), _))
                    if jump.expr.is_none()
                        && jump.label.as_ref().is_some_and(|label| {
                            label.ident == self.emitter.names.resume_label.ident
                        }) =>
                {
                    stmts.len() - 1
                }
                _ => stmts.len(),
            };
            scopes.extend(stmts[scopes.len()..].iter().map_while(reopened));
            let single_block = match stmts[..end].last() {
                Some(Stmt::Expr(expr @ Expr::Block(inner), _)) => {
                    inner.label.is_none()
                        && (end == stmts.len()
                            || (scan::is_unit_form(expr)
                                && !outlived_by_tail(&inner.block, scopes.is_empty())))
                        && scopes.len() == end - 1
                }
                _ => false,
            };
            if !single_block {
                break;
            }
            let leave = stmts.split_off(end);
            let Some(Stmt::Expr(Expr::Block(mut inner), semi)) = stmts.pop() else { break };
            let inner = &mut inner.block.stmts;
            if let (Some(_), Some(Stmt::Expr(_, none @ None))) = (semi, inner.last_mut()) {
                // Never reached, but its value must not become the arm's.
                *none = semi;
            }
            if !leave.is_empty() {
                if let Some(Stmt::Expr(_, semi @ None)) = inner.last_mut() {
                    *semi = Some(Token![;](self.emitter.names.span));
                }
            }
            stmts.append(inner);
            stmts.extend(leave);
        }
        // What these scopes hold is bound by the arm's pattern; only what is older than it by
        // declaration, and gets its value later, has to be put before it.
        let (mut bind, mut bound) = (false, Vec::new());
        let taken = stmts.get(scopes.len()).and_then(scan::taken_first);
        for scope in &scopes {
            self.reopen(*scope, taken, &mut bind, &mut bound);
        }
        stmts.splice(..scopes.len(), bound);
    }

    /// Binds again what a scope held, in order of declaration: with `bind`, or after a local that
    /// the code gives a value later, since locals are dropped in reverse order of declaration.
    ///
    /// The resume argument is bound again unless the code takes it first.
    fn reopen(&self, scope: usize, taken: Option<&Ident>, bind: &mut bool, stmts: &mut Vec<Stmt>) {
        let emitter = self.emitter;
        let block = &emitter.body.blocks[self.block.0];
        let span = self.emitter.names.span;
        let entry = &emitter.facts.entry[self.block.0];
        let Some(scope) = block.scopes.get(scope) else { return };
        for decl in scope {
            let local = match decl {
                Decl::Macro(mac) => {
                    if self.block != BlockId(0) {
                        stmts.push(Stmt::Item(syn::Item::Macro((**mac).clone())));
                    }
                    continue;
                }
                Decl::Item(item) => {
                    if self.block != BlockId(0) {
                        let first = stmts.iter().take_while(|it| matches!(it, Stmt::Item(_)));
                        let behind = first.count();
                        stmts.insert(behind, Stmt::Item((**item).clone()));
                    }
                    continue;
                }
                Decl::Local(local) => *local,
            };
            let is_input = block.input == Some(local)
                && taken.is_none_or(|taken| emitter.locals.get(taken) != Some(local));
            let form = entry.get(local).or(is_input.then_some(Form::Value));
            if *bind && !emitter.locals[local].knowledge.is_inert() {
                stmts.extend(form.map(|form| self.rebind(local, form)));
            }
            stmts.extend(emitter.body.reborrows.get(&(self.block, local)).cloned());
            if emitter.facts.late[self.block.0].contains(&local) {
                let ident = emitter.locals.ident(local);
                let ty = emitter.locals[local].ty.as_ref().map(|ty| quote!(: #ty));
                let mutable = emitter.mutability(self.block, local);
                // What only code mentions that is never reached is not unused.
                let in_vain = emitter.facts.unreached.mentions(local);
                let allow = in_vain.then(|| quote_spanned!(span=> #[allow(unused_variables)]));
                let lints = &emitter.locals[local].lints;
                let stmt = quote_spanned!(span=> #(#lints)* #allow let #mutable #ident #ty;);
                stmts.push(parse_stmt(stmt));
                stmts.extend(self.emitter.declared_tie(self.block, local));
                *bind = true;
            }
            if let Some((_, form)) = self.cells.iter().find(|(cell, _)| *cell == local) {
                let rest = emitter.remnant_name(local);
                stmts.push(parse_stmt(if *form == Form::Flagged {
                    quote_spanned!(span=> let mut #rest = #rest;)
                } else {
                    quote_spanned!(span=> let mut #rest = ::core::option::Option::Some(#rest);)
                }));
            }
        }
    }

    /// Makes `let local = local;`.
    fn rebind(&self, local: Local, form: Form) -> Stmt {
        let emitter = self.emitter;
        let span = self.emitter.names.span;
        let (name, mutable) = if form == Form::Value {
            (emitter.locals.ident(local), emitter.mutability(self.block, local))
        } else {
            (emitter.remnant_name(local).clone(), None)
        };
        ast::let_stmt(ident_pat(mutable, name.clone()), ast::name(name), span)
    }

    /// Tells where what the user wrote begins and ends, if a resume argument stands for it, or its temporary.
    fn answer(&self, expr: &Expr) -> Option<(Span, Span)> {
        match expr {
            Expr::Path(path) => {
                let start = path.path.get_ident()?.span();
                let end = self.emitter.locals[self.emitter.locals.at_path(&path.path)?].end?;
                Some((start, end))
            }
            // Parentheses of the macro's own stand where their value does.
            Expr::Paren(paren) => {
                let (start, end) = self.answer(braces::sole_value(&paren.expr)?)?;
                let paren = paren.paren_token.span.join();
                (format!("{paren:?}") == format!("{start:?}")).then_some((start, end))
            }
            _ => None,
        }
    }

    /// Tells whether tokens hold a name that stands for more of what the user wrote than its first token.
    fn holds_answer(&self, tokens: &TokenStream) -> bool {
        let locals = &self.emitter.locals;
        let stands =
            |name: &Ident| locals.get(name).is_some_and(|local| locals[local].end.is_some());
        tokens.clone().into_iter().any(|token| match token {
            TokenTree::Group(group) => self.holds_answer(&group.stream()),
            TokenTree::Ident(name) => stands(&name),
            _ => false,
        })
    }

    /// Prints a value about whose type rustc has no advice, if it is a name: it needs no wrapper.
    fn bare_name(&mut self, value: &mut Expr) {
        if let Expr::Path(path) = value {
            visit_mut::visit_expr_path_mut(self, path);
        }
    }

    /// Prints what is matched; clippy's advice quotes it.
    fn scrutinee(&mut self, value: &mut Expr) {
        match braces::sole_value(value).and_then(|value| self.answer(value)) {
            Some((start, end)) => {
                let value_now = self.restore.tokens(value.to_token_stream());
                *value = answer::wrapped(value_now, start, end, self.emitter.krate);
            }
            None => self.bare_name(value),
        }
    }

    /// Tells whether a statement declares a local that this block does not give a value: the
    /// blocks that do declare it themselves.
    fn is_idle_declaration(&self, stmt: &Stmt) -> bool {
        let Stmt::Local(syn::Local { pat, init: None, .. }) = stmt else {
            return false;
        };
        let pat = match pat {
            syn::Pat::Type(typed) => &typed.pat,
            pat => pat,
        };
        let syn::Pat::Ident(pat) = pat else {
            return false;
        };
        let emitter = self.emitter;
        emitter.locals.get(&pat.ident).is_some_and(|local| {
            let mentioned = &emitter.facts.mentioned;
            !mentioned[self.block.0].contains(local)
                && (emitter.locals[local].mentioned
                    || mentioned.iter().any(|mentioned| mentioned.contains(local)))
        })
    }
}

impl VisitMut for Printer<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain(|stmt| self.in_closure || !self.is_idle_declaration(stmt));
        if block.stmts.iter().any(|stmt| reopened(stmt).is_some()) {
            let stmts = Vec::with_capacity(block.stmts.len());
            let mut stmts = std::mem::replace(&mut block.stmts, stmts).into_iter().peekable();
            while let Some(stmt) = stmts.next() {
                match reopened(&stmt) {
                    Some(scope) => {
                        let taken = stmts.peek().and_then(scan::taken_first);
                        self.reopen(scope, taken, &mut true, &mut block.stmts);
                    }
                    None => block.stmts.push(stmt),
                }
            }
            // What stood in front is in another block; rustc would find the braces around the rest unnecessary. (The edition
            // of theirs says when temporaries end.)
            if matches!(&block.stmts[..], [Stmt::Expr(rest, None)] if temporaries::end_inside(rest))
            {
                let span = Span::mixed_site().located_at(block.brace_token.span.join());
                block.brace_token = syn::token::Brace(span);
            }
        }
        visit_mut::visit_block_mut(self, block);
        inline_blocks(&mut block.stmts);
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut syn::ExprClosure) {
        let outside = std::mem::replace(&mut self.in_closure, true);
        visit_mut::visit_expr_closure_mut(self, closure);
        self.in_closure = outside;
    }

    fn visit_expr_async_mut(&mut self, block: &mut syn::ExprAsync) {
        let outside = std::mem::replace(&mut self.in_closure, true);
        visit_mut::visit_expr_async_mut(self, block);
        self.in_closure = outside;
    }

    fn visit_ident_mut(&mut self, ident: &mut Ident) {
        self.restore.ident(ident);
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        self.restore.shorthand(&mut field.member, &mut field.colon_token);
        visit_mut::visit_field_value_mut(self, field);
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        self.restore.shorthand(&mut field.member, &mut field.colon_token);
        visit_mut::visit_field_pat_mut(self, field);
    }

    fn visit_local_mut(&mut self, stmt: &mut syn::Local) {
        self.restore.rebinding(stmt);
        if let (Some(init), false) = (&mut stmt.init, matches!(stmt.pat, syn::Pat::Type(_))) {
            self.bare_name(&mut init.expr);
        }
        visit_mut::visit_local_mut(self, stmt);
    }

    fn visit_local_init_mut(&mut self, init: &mut syn::LocalInit) {
        self.visit_expr_mut(&mut init.expr);
        match init.diverge.as_mut().map(|(_, other)| &mut **other) {
            // rustc shows the user's braces where they do not leave.
            Some(Expr::Block(block)) => self.visit_block_mut(&mut block.block),
            Some(other) => self.visit_expr_mut(other),
            None => {}
        }
    }

    fn visit_expr_let_mut(&mut self, expr: &mut syn::ExprLet) {
        self.scrutinee(&mut expr.expr);
        visit_mut::visit_expr_let_mut(self, expr);
    }

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        self.scrutinee(&mut expr.expr);
        visit_mut::visit_expr_match_mut(self, expr);
    }

    /// A `!` is rarely in front of what is no `bool`, and often in conditions: what stands for all of a resume
    /// argument costs more than the rest of such a condition.
    fn visit_expr_unary_mut(&mut self, expr: &mut syn::ExprUnary) {
        if matches!(expr.op, syn::UnOp::Not(_)) {
            self.bare_name(&mut expr.expr);
        }
        visit_mut::visit_expr_unary_mut(self, expr);
    }

    fn visit_expr_break_mut(&mut self, jump: &mut syn::ExprBreak) {
        self.restore.leaving(jump);
        visit_mut::visit_expr_break_mut(self, jump);
        if let Some(value) = &mut jump.expr {
            unwrap_taken(value);
            let label = jump.label.as_ref().map(|label| &label.ident);
            if ast::is_unit_value(value)
                && label == Some(&self.emitter.names.resume_label.ident)
                && self.emitter.source.returns.ret_is_unit()
            {
                jump.expr = None;
            }
        }
    }

    fn visit_expr_if_mut(&mut self, expr: &mut syn::ExprIf) {
        self.visit_expr_mut(&mut expr.cond);
        unwrap_condition(&mut expr.cond);
        self.visit_block_mut(&mut expr.then_branch);
        match expr.else_branch.as_mut().map(|(_, other)| &mut **other) {
            // The user's braces stay: how long the temporaries of an `if let` live follows their edition.
            Some(Expr::Block(block)) => self.visit_block_mut(&mut block.block),
            Some(other) => self.visit_expr_mut(other),
            None => {}
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let mut parsed = known::parse_control(mac);
        if parsed.is_none() && Kind::of(mac).is_some() && self.holds_answer(&mac.tokens) {
            parsed = known::parse(mac);
        }
        if let Some(mut known) = parsed {
            for arg in &mut known.args {
                self.visit_expr_mut(&mut arg.expr);
            }
            mac.tokens = known.tokens();
        }
        visit_mut::visit_macro_mut(self, mac);
        if let Some(krate) = self.restore.shown() {
            mac.path = syn::parse2(shown::path(krate, mac.path.span())).expect("a path");
        }
    }

    fn visit_token_stream_mut(&mut self, tokens: &mut TokenStream) {
        *tokens = self.restore.tokens(std::mem::take(tokens));
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let Stmt::Expr(expr @ Expr::Block(_), None) = stmt else {
            visit_mut::visit_stmt_mut(self, stmt);
            return let_once(stmt);
        };
        if sole_name(expr).is_some() {
            return self.visit_expr_mut(expr);
        }
        if let Expr::Block(block) = expr {
            visit_mut::visit_expr_block_mut(self, block);
            // A statement without a semicolon, so that rustc checks that it is `()`.
            if checks_unit(block) {
                return;
            }
        }
        unwrap_sole_expr(expr);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Verbatim(_)) {
            return;
        }
        if let Some(marker) = Marker::parse(expr) {
            let mentioned = &mut self.restore.mentioned;
            let printed = self.emitter.marker(marker, ast::span(expr), mentioned);
            *expr = Expr::Verbatim(printed.into_stream());
            return;
        }
        if let Some((start, end)) = self.answer(expr) {
            let name = self.restore.tokens(expr.to_token_stream());
            *expr = answer::wrapped(name, start, end, self.emitter.krate);
            return;
        }
        if let Some(Stmt::Expr(name, None)) = sole_name(expr).and_then(|it| it.stmts.first_mut()) {
            self.bare_name(name);
        }
        visit_mut::visit_expr_mut(self, expr);
        leave_once(expr);
        unlabel(expr);
        unwrap_sole_expr(expr);
        if let Some(block) = sole_name(expr) {
            // The user's braces, but not around what the user wrote in them.
            let span = self.emitter.names.span.located_at(block.brace_token.span.open());
            block.brace_token = syn::token::Brace(span);
        }
    }
}

/// Tells whether what a block's last expression makes outlives locals of the block in the 2021 edition;
/// the scope around it has none if `alone`.
fn outlived_by_tail(block: &Block, alone: bool) -> bool {
    let Some((Stmt::Expr(last, None), before)) = block.stmts.split_last() else { return false };
    let declares = |stmt: &Stmt| matches!(stmt, Stmt::Local(_)) || reopened(stmt).is_some();
    temporaries::outlive_tail(last) && (!alone || before.iter().any(declares))
}

/// The scope that a statement opens again.
fn reopened(stmt: &Stmt) -> Option<usize> {
    let Stmt::Expr(expr, _) = stmt else { return None };
    match Marker::parse(expr)? {
        Marker::Reopen(_, scope) => Some(scope),
        _ => None,
    }
}

fn parse_stmt(tokens: TokenStream) -> Stmt {
    syn::parse2(tokens).expect("generated syntax is valid")
}

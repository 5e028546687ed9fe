//! The code of a block.
//!
//! In: a block's lowered code. Out: Rust: markers become what they stand for, scopes that were left
//! by a suspension are opened again where something in them may have to be dropped before the code
//! that follows.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{
    Block, Expr, Stmt, Token,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
};

use super::{Emitter, assignments};
use crate::{
    analysis::Form,
    ir::{BlockId, Decl, Exit, Marker},
    resolve::names::Local,
    scan,
};

impl Emitter<'_> {
    /// Prints the code of a block, and tells whether it is an expression for the next block on some
    /// path; on all others it leaves.
    pub fn arm(&self, block: BlockId) -> (TokenStream, bool) {
        let mut stmts = self.body.blocks[block.0].code.clone();
        let mut printer = Printer { emitter: self, block };
        if let Some(label) = &self.body.blocks[block.0].loop_label {
            super::loops::make_native(self, block, label, &mut stmts);
        }
        printer.outermost(&mut stmts);
        let cells = printer.cells();
        stmts.retain(|stmt| !printer.is_idle_declaration(stmt));
        for stmt in &mut stmts {
            assignments::end_remnants(stmt, self, &cells);
        }
        self.mutable_bindings(block, &mut stmts);
        let valued = printer.tail(&mut stmts);
        for stmt in &mut stmts {
            printer.visit_stmt_mut(stmt);
        }
        inline_plain_blocks(&mut stmts);
        (quote!(#(#stmts)*), valued)
    }

    /// Prints the jump to a block as the value of its variant.
    fn jump(&self, target: BlockId, exit: Exit, at: Span) -> TokenStream {
        let target = self.threading.target(target);
        let variant = self.names.block_variant(self.layout, target, at);
        let span = self.names.span.located_at(at);
        let fields = self.fields(target, exit, at);
        quote_spanned!(span=> #variant #fields)
    }

    /// Prints the fields of a variant from the forms at hand, the newest local first: a borrow of
    /// an older local ends before that local is moved.
    fn fields(&self, target: BlockId, exit: Exit, at: Span) -> TokenStream {
        let none = std::collections::BTreeMap::new();
        let at_hand = self.facts.exits.get(&exit).unwrap_or(&none);
        let mut fields: Vec<TokenStream> = self.layout.blocks[target.0]
            .fields
            .iter()
            .map(|(local, form)| {
                let at = self.facts.valueless.get(&(exit, *local)).copied().unwrap_or(at);
                let at_hand = at_hand.get(local).copied();
                let in_cell = at_hand == Some(Form::Remnant) && self.is_cell(exit, *local);
                self.field(*local, at_hand, in_cell, *form, at)
            })
            .collect();
        fields.reverse();
        let span = self.names.span.located_at(at);
        if fields.is_empty() { TokenStream::new() } else { quote_spanned!(span=> { #(#fields),* }) }
    }

    /// Tells whether the code before an exit keeps a remnant in an `Option`, to end it early.
    fn is_cell(&self, exit: Exit, local: Local) -> bool {
        let source = self.facts.sources.get(&exit);
        source.is_some_and(|block| self.facts.remnants.contains(&(*block, local)))
    }

    fn field(
        &self,
        local: Local,
        from: Option<Form>,
        in_cell: bool,
        to: Form,
        at: Span,
    ) -> TokenStream {
        let name = self.field_name(local);
        let span = Span::mixed_site().located_at(at);
        let krate = crate::args::at(self.krate, span);
        let value = self.locals.ident_at(local, self.locals[local].name.span().located_at(at));
        let rest = self.remnant_name(local);
        let keep = if self.locals[local].knowledge.is_closure() {
            quote!(#value)
        } else {
            quote_spanned!(span=> #krate::__keep!(#value))
        };
        match (from, to) {
            (_, Form::Value) => quote!(#value),
            (Some(Form::Value), Form::Remnant) => quote!(#name: #keep),
            (Some(Form::Value), Form::Flagged) => {
                quote_spanned!(span=> #name: ::core::option::Option::Some(#keep))
            }
            (Some(Form::Remnant), Form::Remnant) if in_cell => {
                quote_spanned!(span=> #name: #rest.unwrap())
            }
            (Some(Form::Remnant), Form::Flagged) if !in_cell => {
                quote_spanned!(span=> #name: ::core::option::Option::Some(#rest))
            }
            (Some(Form::Unboxed | Form::Value), Form::Husk) => {
                quote_spanned!(span=> #name: #krate::__keep_unless_boxed!(#value))
            }
            (Some(Form::Unboxed), Form::Flagged) => {
                quote_spanned!(span=> #name: #krate::__some_unless_boxed!(#value))
            }
            (Some(Form::Husk), Form::Flagged) => {
                quote_spanned!(span=> #name: #krate::__some_husk!(#rest))
            }
            (None, _) => quote_spanned!(span=> #name: ::core::option::Option::None),
            (Some(_), _) => quote!(#name: #rest),
        }
    }

    /// The name of a local's field.
    pub fn field_name(&self, local: Local) -> Ident {
        super::names::named(
            self.locals.display(local),
            Span::mixed_site().located_at(self.locals[local].name.span()),
        )
    }

    /// The name under which what is left of a local is bound.
    pub fn remnant_name(&self, local: Local) -> Ident {
        let display = self.locals.display(local);
        let name = display.trim_start_matches("r#").trim_start_matches('_');
        Ident::new(&format!("_{name}"), self.names.span)
    }

    /// The pattern that binds a block's resume argument.
    pub fn input_binding(&self, block: BlockId, local: Local) -> TokenStream {
        let ident = self.locals.ident(local);
        let mutable = self.mutability(block, local);
        quote!(#mutable #ident)
    }

    /// The pattern that binds a field of a block, whose code is at hand: what the code does not
    /// mention gets a name of the macro's.
    pub fn field_pattern(
        &self,
        block: BlockId,
        local: Local,
        form: Form,
        code: &TokenStream,
    ) -> TokenStream {
        let name = self.field_name(local);
        let spelling = self.locals.ident(local).to_string();
        if form == Form::Value && mentions(code, &spelling) {
            let ident = self.locals.ident(local);
            let mutable = (!rebinds(code, &spelling)).then(|| self.mutability(block, local));
            let mutable = mutable.flatten();
            return quote!(#mutable #ident);
        }
        let rest = self.remnant_name(local);
        quote!(#name: #rest)
    }
}

struct Printer<'a> {
    emitter: &'a Emitter<'a>,
    block: BlockId,
}

impl Printer<'_> {
    /// Removes the braces of scopes that end where the arm ends.
    fn outermost(&self, stmts: &mut Vec<Stmt>) {
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
            let single_block = match stmts[..end].last() {
                Some(Stmt::Expr(Expr::Block(inner), _)) => {
                    inner.label.is_none()
                        && (end == stmts.len() || scan::is_unit_form(&Expr::Block(inner.clone())))
                        && stmts[..end - 1].iter().all(|stmt| {
                            matches!(stmt, Stmt::Expr(marker, _)
                                if matches!(Marker::parse(marker), Some(Marker::Reopen(..))))
                        })
                }
                _ => false,
            };
            if !single_block {
                break;
            }
            let Stmt::Expr(Expr::Block(inner), semi) = stmts.remove(end - 1) else { break };
            let mut inner = inner.block.stmts;
            if let (Some(_), Some(Stmt::Expr(tail, none @ None))) = (semi, inner.last_mut()) {
                // Never reached, but its value must not become the arm's.
                if !scan::is_unit_form(tail) {
                    *none = semi;
                }
            }
            if end - 1 < stmts.len() {
                if let Some(Stmt::Expr(_, semi @ None)) = inner.last_mut() {
                    *semi = Some(Token![;](self.emitter.names.span));
                }
            }
            stmts.splice(end - 1..end - 1, inner);
        }
        // What these scopes hold is bound by the arm's pattern; only what is older than it by
        // declaration, and gets its value later, has to be put before it.
        let mut index = 0;
        let mut bind = false;
        while index < stmts.len() {
            let marker = match &stmts[index] {
                Stmt::Expr(marker, _) => Marker::parse(marker),
                _ => None,
            };
            let Some(Marker::Reopen(_, scope)) = marker else { break };
            let reopened = self.reopen(scope, &mut bind);
            let count = reopened.len();
            stmts.splice(index..=index, reopened);
            index += count;
        }
    }

    /// Binds again what a scope held, in order of declaration: with `bind`, or after a local that
    /// the code gives a value later, since locals are dropped in reverse order of declaration.
    fn reopen(&self, scope: usize, bind: &mut bool) -> Vec<Stmt> {
        let emitter = self.emitter;
        let block = &emitter.body.blocks[self.block.0];
        let span = self.emitter.names.span;
        let entry = &emitter.facts.entry[self.block.0];
        let cells = self.cells();
        let mut stmts = Vec::new();
        for decl in block.scopes.get(scope).into_iter().flatten() {
            let local = match decl {
                Decl::Macro(mac) => {
                    if self.block != BlockId(0) {
                        stmts.push(Stmt::Item(syn::Item::Macro((**mac).clone())));
                    }
                    continue;
                }
                Decl::Item(item) => {
                    if self.block != BlockId(0) {
                        stmts.push(Stmt::Item((**item).clone()));
                    }
                    continue;
                }
                Decl::Local(local) => *local,
            };
            let form = entry.get(&local);
            if *bind && !emitter.locals[local].knowledge.is_inert() {
                stmts.extend(form.map(|form| self.rebind(local, *form)));
            }
            if emitter.facts.late[self.block.0].contains(&local) {
                let ident = emitter.locals.ident(local);
                let ty = emitter.locals[local].ty.as_ref().map(|ty| quote!(: #ty));
                let mutable = emitter.mutability(self.block, local);
                stmts.push(parse_stmt(quote_spanned!(span=> let #mutable #ident #ty;)));
                stmts.extend(self.emitter.declared_tie(self.block, local));
                *bind = true;
            }
            if let Some((_, form)) = cells.iter().find(|(cell, _)| *cell == local) {
                let rest = emitter.remnant_name(local);
                stmts.push(parse_stmt(if *form == Form::Flagged {
                    quote_spanned!(span=> let mut #rest = #rest;)
                } else {
                    quote_spanned!(span=> let mut #rest = ::core::option::Option::Some(#rest);)
                }));
            }
        }
        stmts
    }

    /// Makes `let local = local;`.
    fn rebind(&self, local: Local, form: Form) -> Stmt {
        let emitter = self.emitter;
        let span = self.emitter.names.span;
        parse_stmt(if form == Form::Value {
            let ident = emitter.locals.ident(local);
            let mutable = emitter.mutability(self.block, local);
            quote_spanned!(span=> let #mutable #ident = #ident;)
        } else {
            let rest = emitter.remnant_name(local);
            quote_spanned!(span=> let #rest = #rest;)
        })
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
            !emitter.facts.mentioned[self.block.0].contains(&local)
                && emitter.locals[local].mentioned
        })
    }

    /// The remnants that an assignment in this block ends.
    fn cells(&self) -> Vec<(Local, Form)> {
        let facts = self.emitter.facts;
        facts
            .remnants
            .iter()
            .filter(|(block, _)| *block == self.block)
            .filter_map(|(block, local)| {
                facts.entry[block.0].get(local).map(|form| (*local, *form))
            })
            .collect()
    }

    /// Turns jumps in tail position into values; tells whether there are any.
    fn tail(&self, stmts: &mut [Stmt]) -> bool {
        let Some(Stmt::Expr(expr, semi)) = stmts.last_mut() else { return false };
        match expr {
            Expr::Path(_) => {
                let at = expr.span();
                let Some(Marker::Goto(target, number)) = Marker::parse(expr) else { return false };
                if self.emitter.facts.dead.contains(&Exit::Goto(number)) {
                    return false;
                }
                let jump = self.emitter.jump(target, Exit::Goto(number), at);
                let ties = self.emitter.exit_ties(Exit::Goto(number), at);
                let value = if ties.is_empty() { jump } else { quote!({ #ties #jump }) };
                *expr = Expr::Verbatim(value);
                *semi = None;
                true
            }
            Expr::If(branch) if branch.else_branch.is_some() && ends(expr) => {
                let Expr::If(branch) = expr else { return false };
                *semi = None;
                let mut valued = self.tail(&mut branch.then_branch.stmts);
                if let Some((_, other)) = &mut branch.else_branch {
                    let mut other_stmts =
                        vec![Stmt::Expr(std::mem::replace(&mut **other, nothing()), None)];
                    valued |= self.tail(&mut other_stmts);
                    if let Some(Stmt::Expr(expr, _)) = other_stmts.pop() {
                        **other = expr;
                    }
                }
                valued
            }
            Expr::Match(_) if ends(expr) => {
                let Expr::Match(branch) = expr else { return false };
                *semi = None;
                let mut valued = false;
                for arm in &mut branch.arms {
                    let mut body =
                        vec![Stmt::Expr(std::mem::replace(&mut *arm.body, nothing()), None)];
                    valued |= self.tail(&mut body);
                    if let Some(Stmt::Expr(expr, _)) = body.pop() {
                        *arm.body = expr;
                    }
                }
                valued
            }
            Expr::Block(block) if block.label.is_none() && block_ends(&block.block) => {
                *semi = None;
                self.tail(&mut block.block.stmts)
            }
            _ => false,
        }
    }
}

impl VisitMut for Printer<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain(|stmt| !self.is_idle_declaration(stmt));
        let mut index = 0;
        while index < block.stmts.len() {
            let marker = match &block.stmts[index] {
                Stmt::Expr(expr, _) => Marker::parse(expr),
                _ => None,
            };
            if let Some(Marker::Reopen(_, scope)) = marker {
                let reopened = self.reopen(scope, &mut true);
                block.stmts.splice(index..=index, reopened);
                continue;
            }
            index += 1;
        }
        visit_mut::visit_block_mut(self, block);
        inline_plain_blocks(&mut block.stmts);
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if let Some(mut known) = crate::known::parse(mac) {
            for arg in &mut known.args {
                self.visit_expr_mut(&mut arg.expr);
            }
            mac.tokens = known.tokens();
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some(marker) = Marker::parse(expr) {
            *expr = Expr::Verbatim(self.emitter.marker(marker, expr.span()));
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        if let Some(inner) = sole_expr(expr) {
            *expr = inner.clone();
        } else if let Some(block) = sole_path(expr) {
            // The user's braces, but not around what the user wrote in them.
            let span = self.emitter.names.span.located_at(block.brace_token.span.open());
            block.brace_token = syn::token::Brace(span);
        }
    }
}

/// A block without a label that consists of a name.
fn sole_path(expr: &mut Expr) -> Option<&mut Block> {
    match expr {
        Expr::Block(block) if block.label.is_none() => match block.block.stmts.as_slice() {
            [Stmt::Expr(Expr::Path(_), None)] => Some(&mut block.block),
            _ => None,
        },
        _ => None,
    }
}

/// What a block without a label consists of, if that is one expression other than a marker.
fn sole_expr(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Block(block) if block.label.is_none() => match block.block.stmts.as_slice() {
            [Stmt::Expr(Expr::Path(_), None)] => None,
            [Stmt::Expr(inner, None)] => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

impl Emitter<'_> {
    /// Prints what a marker stands for, at its place.
    fn marker(&self, marker: Marker, at: Span) -> TokenStream {
        let span = self.names.span.located_at(at);
        let krate = crate::args::at(self.krate, span);
        match marker {
            Marker::Suspend(id) => {
                let suspend = &self.body.suspends[id.0];
                let fields = self.fields(suspend.resume, Exit::Suspend(id), suspend.span);
                let state = Ident::new(&self.names.state.to_string(), span);
                let name = Ident::new(&self.names.state_enum.to_string(), span);
                let variant = Ident::new(&format!("Suspend{}", id.0 + 1), span);
                let value_span = self.locals[suspend.value].name.span();
                let value =
                    self.locals.ident_at(suspend.value, value_span.located_at(suspend.value_span));
                let ties = self.exit_ties(Exit::Suspend(id), suspend.span);
                quote_spanned! {span=>
                    #ties
                    *#state = #name::#variant #fields;
                    return #krate::CoroutineState::Yielded(#value)
                }
            }
            Marker::Goto(_, number) if self.facts.dead.contains(&Exit::Goto(number)) => {
                quote_spanned!(span=> ::core::unreachable!())
            }
            Marker::Goto(target, number) => {
                let jump = self.jump(target, Exit::Goto(number), at);
                let ties = self.exit_ties(Exit::Goto(number), at);
                let block = Ident::new(&self.names.block.to_string(), span);
                let mut label = self.names.resume_label.clone();
                label.set_span(span);
                quote_spanned! {span=>
                    #ties
                    #block = #jump;
                    continue #label
                }
            }
            Marker::DropInput(block) => match self.body.blocks[block.0].input {
                Some(input) => {
                    let input = self.locals.ident(input);
                    quote_spanned!(span=> ::core::mem::drop(#input))
                }
                None => TokenStream::new(),
            },
            Marker::Reopen(..) => TokenStream::new(),
        }
    }
}

/// Puts the statements of blocks that declare nothing into the block around them.
fn inline_plain_blocks(stmts: &mut Vec<Stmt>) {
    let mut index = 0;
    while index < stmts.len() {
        let last = index + 1 == stmts.len();
        let plain = match &stmts[index] {
            Stmt::Expr(Expr::Block(block), semi) => {
                let value = matches!(block.block.stmts.last(), Some(Stmt::Expr(_, None)));
                block.label.is_none()
                    && block.attrs.is_empty()
                    && block.block.stmts.iter().all(|stmt| matches!(stmt, Stmt::Expr(..)))
                    && (!value || (last && semi.is_none()))
                    && is_generated(block)
            }
            _ => false,
        };
        if plain {
            if let Stmt::Expr(Expr::Block(block), _) = stmts.remove(index) {
                let inner = block.block.stmts;
                let count = inner.len();
                stmts.splice(index..index, inner);
                index += count;
            }
        } else {
            index += 1;
        }
    }
}

/// Tells whether a block holds no value of its own that its end would drop.
fn is_generated(_: &syn::ExprBlock) -> bool {
    true
}

/// Tells whether an expression ends in jumps and suspensions on every path.
fn ends(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => {
            matches!(Marker::parse(expr), Some(Marker::Goto(..) | Marker::Suspend(_)))
        }
        Expr::Break(_) => true,
        Expr::If(expr) => {
            block_ends(&expr.then_branch)
                && expr.else_branch.as_ref().is_some_and(|(_, other)| ends(other))
        }
        Expr::Match(expr) => !expr.arms.is_empty() && expr.arms.iter().all(|arm| ends(&arm.body)),
        Expr::Block(expr) => expr.label.is_none() && block_ends(&expr.block),
        _ => false,
    }
}

fn block_ends(block: &Block) -> bool {
    match block.stmts.last() {
        Some(Stmt::Expr(expr, _)) => ends(expr),
        _ => false,
    }
}

fn nothing() -> Expr {
    Expr::Verbatim(TokenStream::new())
}

fn parse_stmt(tokens: TokenStream) -> Stmt {
    syn::parse2(tokens).expect("generated syntax is valid")
}

/// Tells whether code holds a name, also in its format strings.
fn mentions(code: &TokenStream, name: &str) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Literal(literal) => literal.to_string().contains(name),
        TokenTree::Punct(_) => false,
    })
}

/// Tells whether code holds `let local = local`.
fn rebinds(code: &TokenStream, name: &str) -> bool {
    let mut tokens = code.clone().into_iter().peekable();
    let is_name = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == name);
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) if rebinds(&group.stream(), name) => return true,
            TokenTree::Ident(word) if word == "let" => {
                tokens.next_if(|token| matches!(token, TokenTree::Ident(word) if word == "mut"));
                let rebound = tokens.next_if(is_name).is_some()
                    && tokens
                        .next_if(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == '='))
                        .is_some()
                    && tokens.next_if(is_name).is_some();
                if rebound {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

//! Constructs that stand for others.
//!
//! In: a resolved body. Out: the same body in which `yield_from!` is the loop that it stands for,
//! in a generator of results, `?` yields its error and ends, what an assignment takes apart has its
//! parts named where temporaries end in between, and a call of the coroutine's own method takes what it is called on.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{Attribute, Expr, Stmt, Token, spanned::Spanned};

use crate::{
    args::Krate,
    assignee, ast,
    describe::{DELEGATION, QUESTION},
    flow,
    known::{self, is_delegation},
    resolve::names::{Labels, Local, Locals},
    returns::Returns,
    scan,
    source::ident_pat,
    temporaries,
    visit_mut::{self, VisitMut},
};

/// Desugars one body.
pub struct Desugar<'a> {
    /// The coroutine's types.
    pub returns: &'a Returns,
    /// The path of `coro_core`.
    pub krate: &'a Krate,
    /// The locals, to which hidden ones are added.
    pub locals: &'a mut Locals,
    /// The labels.
    pub labels: &'a mut Labels,
    /// What items of delegations are called, and what their values are.
    pub named: [String; 2],
    /// Whether the value of the expression that comes next is discarded.
    pub discarded: bool,
}

impl VisitMut for Desugar<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let discarded = std::mem::take(&mut self.discarded);
        match expr {
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => return,
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        match expr {
            Expr::Macro(mac) if is_delegation(&mac.mac) => {
                *expr = self.delegation(&mac.mac.clone(), discarded);
            }
            Expr::Try(inner) if self.returns.yields_errors() => {
                let question = inner.question_token.span();
                let attrs = std::mem::take(&mut inner.attrs);
                *expr = self.yielded_error(&inner.expr.clone(), question, &attrs);
            }
            Expr::MethodCall(call) if self.takes_made(call) => {
                let span = Span::mixed_site().located_at(call.method.span());
                let receiver = self.hidden("receiver", ast::span(&call.receiver)).1;
                let value = std::mem::replace(&mut *call.receiver, ast::name(receiver.clone()));
                let arm = ast::arm(ident_pat(None, receiver), expr.clone(), span);
                *expr = ast::match_expr(value, vec![arm], span);
            }
            // Temporaries of the value end before what is assigned to does; of a place only parts are taken.
            Expr::Assign(assign)
                if scan::is_place(&assign.right) && assignee::leaves_parts(&assign.left)
                    || temporaries::outlive_parts(&assign.right) =>
            {
                let span = Span::mixed_site().located_at(assign.eq_token.span);
                let mut parts = Vec::new();
                let mut name = |place: &Expr| self.hidden("part", ast::span(place)).1;
                if let Some(pattern) = assignee::pattern(&assign.left, &mut name, &mut parts) {
                    *expr = assignee::apart(&pattern, &assign.right, &parts, span);
                }
            }
            _ => {}
        }
    }

    /// In a macro's argument, which is parsed anew, a delegation may be a statement again.
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(mac) = stmt {
            if is_delegation(&mac.mac) {
                let attrs = std::mem::take(&mut mac.attrs);
                let semi = mac.semi_token;
                let expr = Expr::Macro(syn::ExprMacro { attrs, mac: mac.mac.clone() });
                *stmt = Stmt::Expr(expr, semi);
            }
        }
        self.discarded = matches!(stmt, Stmt::Expr(Expr::Macro(_), Some(_)));
        visit_mut::visit_stmt_mut(self, stmt);
        self.discarded = false;
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if is_delegation(mac) {
            if let Ok(mut operands) = known::operands(mac) {
                operands.iter_mut().for_each(|operand| self.visit_expr_mut(operand));
                mac.tokens = quote::quote!(#operands);
            }
        } else if let Some(mut known) = known::parse_control(mac) {
            known.exprs_mut().for_each(|expr| self.visit_expr_mut(expr));
            mac.tokens = known.tokens();
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Desugar<'_> {
    fn hidden(&mut self, name: &str, span: Span) -> (Local, Ident) {
        let local = self.locals.hidden(name, span);
        (local, self.locals.ident_at(local, Span::mixed_site().located_at(span)))
    }

    /// Tells whether a call takes what is made in it, as the coroutine itself does, whose name it has:
    /// `self.clone().solutions()` is `match self.clone() { receiver => receiver.solutions() }`.
    fn takes_made(&self, call: &syn::ExprMethodCall) -> bool {
        self.locals.own_name.as_ref().is_some_and(|name| call.method == name)
            && temporaries::is_made_here(temporaries::place_of_value(&call.receiver))
            && !temporaries::is_taken(call)
            && !temporaries::is_guard(&call.receiver)
    }

    /// ```text
    /// yield_from!(operand, first)
    /// ```
    ///
    /// becomes
    ///
    /// ```text
    /// {
    ///     let operand = operand;
    ///     let mut input = first;
    ///     let mut inner = delegate!(operand);
    ///     loop {
    ///         match resume(&mut inner, input) {
    ///             Yielded(item) => input = yield item,
    ///             Complete(value) => break value,
    ///         }
    ///     }
    /// }
    /// ```
    fn delegation(&mut self, mac: &syn::Macro, discarded: bool) -> Expr {
        let name = mac.path.segments.last().map_or_else(|| mac.span(), |last| last.ident.span());
        let span = Span::mixed_site().located_at(name);
        let operands = known::operands(mac).unwrap_or_default();
        let mut operands = operands.into_iter();
        let Some(delegate) = operands.next() else {
            return syn::parse2(quote_spanned!(span=> ())).expect("generated syntax is valid");
        };
        let first = operands.next();
        if [Some(&delegate), first.as_ref()].into_iter().flatten().any(flow::diverges) {
            return self.never_delegated(&delegate, first.as_ref(), span);
        }
        let krate = self.krate.at(span);
        let input_ty = self.returns.inferred(&self.returns.input);
        let output_ty = self.returns.inferred(&self.returns.output);
        let operand_span = ast::span(&delegate);
        let (_, operand) = self.hidden("operand", operand_span);
        let (inner_local, inner) = self.hidden("inner", operand_span);
        self.locals[inner_local].mutable = true;
        // What is delegated, and what comes of it, is shown as all of the delegation.
        let [item, value] = [0, 1].map(|index| {
            let local = self.locals.standing_for(&self.named[index], name);
            let is_seen = index == 0 || !discarded;
            self.locals[local].end = is_seen.then(|| mac.delimiter.span().close());
            self.locals.ident(local)
        });
        let yielded = Expr::Yield(syn::ExprYield {
            attrs: vec![marked(DELEGATION, &delegate)],
            yield_token: Token![yield](name),
            expr: Some(Box::new(
                syn::parse2(quote_spanned!(span=> #item)).expect("an identifier is an expression"),
            )),
        });
        let delegate_path = self.krate.at(operand_span);
        let make = quote_spanned! {operand_span.resolved_at(span)=>
            #delegate_path::__delegate!(#operand, #input_ty, #output_ty)
        };
        let label = self.labels.declare("delegate", span);
        let resume = quote_spanned!(span=> #krate::__private::resume);
        let output = quote_spanned!(span=> #krate::CoroutineState);
        // What the delegation gives is the user's: so rustc says where it is not used.
        let resumed = |input: TokenStream, next: TokenStream| {
            let arms = quote_spanned! {span=>
                #output::Yielded(#item) => { #next #yielded; }
                #output::Complete(#value) => break #label #value,
            };
            let mut arms = Group::new(Delimiter::Brace, arms);
            arms.set_span(mac.delimiter.span().join());
            let given = quote_spanned!(span=> #resume(&mut #inner, #input));
            quote_spanned!(name=> match #given #arms)
        };
        let kept = [Some(&delegate), first.as_ref()]
            .into_iter()
            .flatten()
            .any(temporaries::holds_temporary);
        let mut head = quote_spanned!(span=> let #operand = #delegate;);
        let mut first = first.map(ToTokens::into_token_stream);
        // Temporaries of what is delegated to outlive it.
        let mut scrutinee = None;
        if kept {
            head = TokenStream::new();
            scrutinee = Some(match &mut first {
                None => (delegate.to_token_stream(), operand.to_token_stream()),
                Some(first) => {
                    let taken = self.hidden("first", span).1.into_token_stream();
                    let given = std::mem::replace(first, taken.clone());
                    let both = quote_spanned!(span=> (#delegate, #given));
                    (both, quote_spanned!(span=> (#operand, #taken)))
                }
            });
        }
        let tokens = if self.returns.input_is_unit() {
            let resumed = resumed(quote_spanned!(span=> ()), TokenStream::new());
            let first = first.map(|first| quote_spanned!(span=> let () = #first;));
            quote_spanned! {span=> {
                #head
                #first
                let mut #inner = #make;
                #label: loop { #resumed }
            }}
        } else {
            let (input_local, input) = self.hidden("input", span);
            self.locals[input_local].mutable = true;
            let resumed = resumed(input.to_token_stream(), quote_spanned!(span=> #input =));
            let first = first.unwrap_or_else(|| {
                let krate = self.krate.at(span);
                quote_spanned!(span=> #krate::__private::FirstInput::first())
            });
            quote_spanned! {span=> {
                #head
                let mut #input: #input_ty = #first;
                let mut #inner = #make;
                #label: loop { #resumed }
            }}
        };
        let tokens = match scrutinee {
            Some((value, pat)) => quote_spanned!(span=> match #value { #pat => #tokens }),
            None => tokens,
        };
        let mut delegation = syn::parse2(tokens).expect("generated syntax is valid");
        shown_at(&mut delegation, name.located_at(mac.delimiter.span().join()));
        delegation
    }

    /// Makes the code of a delegation that is never reached: nothing would say of which type it is. What
    /// would be delegated to waits for the first input, as always.
    fn never_delegated(&mut self, delegate: &Expr, first: Option<&Expr>, span: Span) -> Expr {
        if [Some(delegate), first].into_iter().flatten().any(temporaries::holds_temporary) {
            let value = match first {
                Some(first) => quote_spanned!(span=> (#delegate, #first)),
                None => delegate.to_token_stream(),
            };
            return syn::parse2(
                quote_spanned!(span=> match #value { _ => ::core::unreachable!() }),
            )
            .expect("generated syntax is valid");
        }
        let pat = if flow::diverges(delegate) {
            quote_spanned!(span=> _)
        } else {
            self.hidden("operand", ast::span(delegate)).1.into_token_stream()
        };
        let first = first.map(|first| quote_spanned!(span=> let _ = #first;));
        syn::parse2(quote_spanned! {span=> {
            let #pat = #delegate;
            #first
            ::core::unreachable!()
        }})
        .expect("generated syntax is valid")
    }

    /// `operand?` in a generator of results: an error is yielded, then the generator ends.
    fn yielded_error(&mut self, operand: &Expr, question: Span, attrs: &[Attribute]) -> Expr {
        let span = Span::mixed_site().located_at(question);
        let krate = self.krate.at(span);
        // What comes of it is shown as all of the expression.
        let value = self.locals.standing_for(&self.named[1], ast::start(operand));
        self.locals[value].end = Some(question);
        let value = self.locals.ident(value);
        let (_, residual) = self.hidden("residual", span);
        let yielded = Expr::Yield(syn::ExprYield {
            attrs: vec![marked(QUESTION, operand)],
            yield_token: Token![yield](question),
            expr: Some(Box::new(
                syn::parse2(quote_spanned!(span=> #krate::__private::from_residual(#residual)))
                    .expect("generated syntax is valid"),
            )),
        });
        syn::parse2(quote_spanned! {span=>
            #(#attrs)*
            match #krate::__private::branch(#operand) {
                ::core::ops::ControlFlow::Continue(#value) => #value,
                ::core::ops::ControlFlow::Break(#residual) => { #yielded; return; }
            }
        })
        .expect("generated syntax is valid")
    }
}

/// Has the block of a delegation, which may be an operand, shown as the user's.
fn shown_at(delegation: &mut Expr, at: Span) {
    if let Expr::Block(block) = delegation {
        let mut braces = Group::new(Delimiter::Brace, TokenStream::new());
        braces.set_span(at);
        block.block.brace_token.span = braces.delim_span();
    }
}

/// Marks a `yield` with what it stands for.
fn marked(name: &str, operand: &Expr) -> Attribute {
    let name = Ident::new(name, Span::mixed_site());
    syn::parse_quote!(#[#name(#operand)])
}

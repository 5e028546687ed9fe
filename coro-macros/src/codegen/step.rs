//! What a resume does.
//!
//! In: the code of the blocks. Out: the body of the closure: a `match` on the stored state that enters
//! a block, and, where blocks jump to others, a loop over them.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::{Lifetime, Stmt};

use super::{
    Emitter, Names,
    arms::Arm,
    print::{Print, To, Tokens, braces, literal, with_span},
    suspend_variant,
};
use crate::{ir::BlockId, layout::Field};

impl Emitter<'_> {
    /// Prints the closure's body.
    pub(super) fn step(&self, code: Vec<Vec<Stmt>>) -> TokenStream {
        if self.is_straight() { self.straight_step(code) } else { self.looping_step(code) }
    }

    /// The body of a closure in which no block jumps to another.
    fn straight_step(&self, mut code: Vec<Vec<Stmt>>) -> TokenStream {
        let span = self.names.span;
        let Names { state_enum, input, resume_label, .. } = self.names;
        let mut blocks = vec![(Ident::new("Unresumed", span), BlockId(0))];
        blocks.extend(self.suspended().map(|(id, block)| (suspend_variant(id, span), block)));
        let mut returns = false;
        let mut arms = Tokens::default();
        for (variant, id) in blocks {
            let data = &self.layout.blocks[id.0];
            let arm = self.arm(id, std::mem::take(&mut code[id.0]));
            returns |= arm.returns;
            let fields = data.fields.iter().filter(|(local, _)| Some(*local) != data.input);
            let fields = braces(Span::call_site(), fields, |field, tokens| {
                self.field_pattern(id, *field, &arm, tokens);
            });
            let bind_input = data.input.map(|local| {
                let pattern = self.input_binding(id, local);
                quote_spanned!(span=> let #pattern = #input;)
            });
            self.arm_attribute(&arm, &mut arms);
            arms.variant(state_enum, variant);
            arms.maybe(fields);
            arms.punct(b"=>", span);
            arms.push(self.arm_body(bind_input, &arm.code, arm.end));
        }
        self.ended_entries(&mut arms);
        let arms = arms.group(Delimiter::Brace, span);
        let types = self.types();
        let run = Print(|tokens: &mut Tokens| {
            tokens.push(Ident::new("match", span));
            self.take_state(tokens);
            tokens.push(arms.clone());
        });
        if returns {
            self.finish(&types, &quote_spanned!(span=> #resume_label: { #run }))
        } else {
            quote!(#types #run)
        }
    }

    /// Lets an arm bind what only code that is never reached mentions, and go on behind what may never end.
    fn arm_attribute(&self, arm: &Arm, tokens: &mut Tokens) {
        if arm.may_end {
            tokens.stream(
                &quote_spanned!(self.names.span=> #[allow(unreachable_code, unused_variables)]),
            );
        } else if arm.dead {
            tokens.stream(&quote_spanned!(self.names.span=> #[allow(unused_variables)]));
        }
    }

    /// Puts an arm's code into braces: they stand at the end of the function, where rustc shows that
    /// locals are dropped.
    fn arm_body(&self, start: Option<TokenStream>, code: &[Stmt], end: Option<Tokens>) -> Group {
        let mut printed = start.unwrap_or_default();
        printed.append_all(code);
        if let Some(end) = end {
            end.append_to(&mut printed);
        }
        let brace = self.source.braces.span.close();
        with_span(Group::new(Delimiter::Brace, printed), self.names.span.located_at(brace))
    }

    /// Prints what happens once the body has come to its end, behind `before`.
    fn finish(&self, before: &impl ToTokens, run: &impl ToTokens) -> TokenStream {
        let krate = self.krate;
        let Names { state_enum, state, result, span, .. } = self.names;
        let span = *span;
        let returns = &self.source.returns;
        // A `let` of `()` says nothing, and has rustc advise to break the loop with values that are too many.
        let (run, value) = if returns.ret_is_unit() {
            (run.to_token_stream(), quote_spanned!(span=> ()))
        } else {
            let ty = returns.nameable(&returns.ret);
            (quote_spanned!(span=> let #result: #ty = #run;), result.to_token_stream())
        };
        let step = self.succeeding(quote_spanned!(span=> #krate::CoroutineState::Complete(#value)));
        quote_spanned! {span=>
            #before
            #run
            *#state = #state_enum::Returned;
            #step
        }
    }

    /// Puts what makes a step that can fail around one that does not, if it can.
    pub(super) fn succeeding(&self, step: TokenStream) -> TokenStream {
        let Some(fallible) = &self.fallible else { return step };
        let success = crate::ast::core_path(fallible.success, self.names.span);
        quote_spanned!(self.names.span=> #success(#step))
    }

    /// Lets macros leave a step, where they may: with what they return the coroutine is at its end.
    pub(super) fn fallible_step(&self, step: TokenStream) -> TokenStream {
        let Some(fallible) = &self.fallible else { return step };
        let krate = self.krate;
        let Names { state_enum, state, .. } = self.names;
        let ty = &fallible.ty;
        quote_spanned! {self.names.span=>
            let step = #krate::__private::left(|| -> #ty { #step });
            if let #krate::CoroutineState::Complete(_) = step {
                *#state = #state_enum::Returned;
            }
            step
        }
    }

    /// The body of a closure in which blocks jump to others.
    fn looping_step(&self, code: Vec<Vec<Stmt>>) -> TokenStream {
        let span = self.names.span;
        let Names { block, resume_label, .. } = self.names;
        let (mut valued, mut returns) = (false, false);
        let mut arms = Tokens::default();
        for (index, code) in code.into_iter().enumerate() {
            let id = BlockId(index);
            if !self.threading.is_kept(id) {
                continue;
            }
            let arm = self.arm(id, code);
            valued |= arm.valued;
            returns |= arm.returns;
            let fields = self.layout.blocks[index].passed();
            let fields = braces(Span::call_site(), fields, |field, tokens| {
                self.field_pattern(id, field, &arm, tokens);
            });
            self.arm_attribute(&arm, &mut arms);
            let (name, variant) = self.names.block_variant(self.layout, id, span);
            arms.variant(&name, variant);
            arms.maybe(fields);
            arms.punct(b"=>", span);
            arms.push(self.arm_body(None, &arm.code, arm.end));
        }
        let arms = arms.group(Delimiter::Brace, span);
        let mut next = Tokens::default();
        if valued {
            next.ident(block);
            next.punct(b"=", span);
        }
        let run = |tokens: &mut Tokens| {
            tokens.push(Ident::new("match", span));
            tokens.ident(block);
            tokens.push(arms);
        };
        if self.leaves {
            // So that no `break` of a macro leaves the loop over the blocks.
            next.label(&Lifetime { apostrophe: span, ident: Ident::new("_block", span) });
            next.punct(b":", span);
            let mut taken = Tokens::default();
            run(&mut taken);
            next.push(taken.group(Delimiter::Brace, span));
        } else {
            run(&mut next);
        }
        if valued {
            next.punct(b";", span);
        }
        // From the function's name to its end, the loop holds all locals: so rustc does not take it for a
        // loop of the user's that they are moved in.
        let end = span.located_at(self.source.braces.span.close());
        let next = next.group(Delimiter::Brace, end);
        let run = Print(|tokens: &mut Tokens| {
            tokens.label(resume_label);
            tokens.punct(b":", span);
            tokens.push(Ident::new("loop", span));
            tokens.push(next.clone());
        });
        let (types, entries) = (self.types(), self.entries());
        let entered = Print(|tokens: &mut Tokens| {
            for word in ["let", "mut"] {
                tokens.push(Ident::new(word, span));
            }
            tokens.ident(block);
            tokens.punct(b"=", span);
            tokens.push(Ident::new("match", span));
            self.take_state(tokens);
            tokens.push(entries.clone());
            tokens.punct(b";", span);
        });
        let start = To(|tokens: &mut TokenStream| {
            types.to_tokens(tokens);
            entered.to_tokens(tokens);
        });
        if returns { self.finish(&start, &run) } else { quote!(#start #run) }
    }

    /// Prints the expression that takes the stored state.
    fn take_state(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        tokens.absolute(&["core", "mem", "replace"], span);
        let mut arguments = Tokens::default();
        arguments.ident(&self.names.state);
        arguments.punct(b",", span);
        arguments.variant(&self.names.state_enum, Ident::new("Panicked", span));
        tokens.push(arguments.group(Delimiter::Parenthesis, span));
    }

    /// Prints which block each resume begins with.
    fn entries(&self) -> Group {
        let span = self.names.span;
        let mut entries = Tokens::default();
        self.entry(Ident::new("Unresumed", span), BlockId(0), &mut entries);
        for (id, block) in self.suspended() {
            self.entry(suspend_variant(id, span), block, &mut entries);
        }
        self.ended_entries(&mut entries);
        entries.group(Delimiter::Brace, span)
    }

    fn entry(&self, variant: Ident, block: BlockId, tokens: &mut Tokens) {
        let span = self.names.span;
        let Names { state_enum, input, .. } = self.names;
        let target = self.threading.target(block);
        let data = &self.layout.blocks[target.0];
        let generated = Span::call_site();
        let is_passed = |(local, _): &&Field| Some(*local) != data.input;
        let saved = self.layout.blocks[block.0].fields.iter().filter(is_passed).count();
        let passed = || data.fields.iter().filter(is_passed);
        let rest = (saved > passed().count()).then_some(None);
        let pattern = passed().map(Some).chain(rest);
        let pattern = braces(generated, pattern, |field, tokens| match field {
            Some((local, _)) => tokens.ident(self.field_name(*local)),
            None => tokens.punct(b"..", span),
        });
        let fields = passed().map(|(local, _)| (*local, false));
        let fields = fields.chain(data.input.map(|local| (local, true)));
        let fields = braces(generated, fields, |(local, is_input), tokens| {
            tokens.ident(self.field_name(local));
            if is_input {
                tokens.punct(b":", generated);
                tokens.ident(input);
            }
        });
        tokens.variant(state_enum, variant);
        tokens.maybe(pattern);
        tokens.punct(b"=>", span);
        let (name, variant) = self.names.block_variant(self.layout, target, span);
        tokens.variant(&name, variant);
        tokens.maybe(fields);
        tokens.punct(b",", span);
    }

    /// Prints what a resume does once the coroutine has ended.
    fn ended_entries(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        let krate = self.krate;
        let Names { state_enum, state, .. } = self.names;
        let returned = if self.source.returns.iterator {
            quote_spanned!(span=> *#state = #state_enum::Returned; return #krate::CoroutineState::Complete(());)
        } else {
            let message = literal("coroutine resumed after completion", span);
            quote_spanned!(span=> *#state = #state_enum::Returned; ::core::panic!(#message))
        };
        tokens.variant(state_enum, Ident::new("Returned", span));
        tokens.punct(b"=>", span);
        tokens.push(with_span(Group::new(Delimiter::Brace, returned), span));
        tokens.variant(state_enum, Ident::new("Panicked", span));
        tokens.punct(b"=>", span);
        tokens.absolute(&["core", "panic"], span);
        tokens.punct(b"!", span);
        let mut message = Tokens::default();
        message.push(literal("coroutine resumed after panicking", span));
        tokens.push(message.group(Delimiter::Parenthesis, span));
        tokens.punct(b",", span);
    }
}

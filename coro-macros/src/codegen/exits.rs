//! How control leaves a block.
//!
//! In: an exit, and the forms at hand there. Out: the variant that it stores or goes on with, and the jump
//! or the return after it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use super::{
    Emitter,
    given::Value,
    names::restore,
    print::{Print, Tokens, braces, respanned},
    suspend_variant,
};
use crate::{
    analysis::{Form, LocalSet},
    answer, ast,
    ir::{BlockId, Exit, Marker, SuspendData, Way},
    resolve::{knowledge::Knowledge, names::Local},
};

impl Emitter<'_> {
    /// Prints the jump to a block as the value of its variant.
    pub fn jump(
        &self,
        target: BlockId,
        exit: Exit,
        at: Span,
        mentioned: &mut LocalSet,
    ) -> Print<impl Fn(&mut Tokens) + use<>> {
        let target = self.threading.target(target);
        let (name, variant) = self.names.block_variant(self.layout, target, at);
        let fields = self.fields(target, exit, at, mentioned);
        Print(move |tokens: &mut Tokens| {
            tokens.variant(&name, variant.clone());
            tokens.maybe(fields.clone());
        })
    }

    /// Prints the fields of a variant from the forms at hand, the newest local first: a borrow of
    /// an older local ends before that local is moved.
    fn fields(
        &self,
        target: BlockId,
        exit: Exit,
        at: Span,
        mentioned: &mut LocalSet,
    ) -> Option<Group> {
        let at_hand = self.facts.exits.get(&exit);
        let fields = self.layout.blocks[target.0].fields.iter().rev();
        braces(self.names.span.located_at(at), fields, |(local, form), tokens| {
            let from = at_hand.and_then(|at_hand| at_hand.get(*local));
            let place = (exit, *local);
            if let (Form::Value, Some(asked)) = (form, self.asked(exit, *local)) {
                return self.asked_field(asked, self.given(place), at, mentioned, tokens);
            }
            if let Some(value) = self.given(place) {
                return self.given_field(*local, value, mentioned, tokens);
            }
            let mention = self.facts.valueless.get(&place).map(|at| (*at, None));
            let shown = mention.or_else(|| self.facts.places.get(&place).copied());
            let is_lost = self.facts.lost.contains(&place);
            let (at, end) = shown.unwrap_or((at, None));
            // Advice about a name that rustc takes for a field's, too, would be about both.
            if (end.is_some() || is_lost)
                && *form == Form::Value
                && !self.is_unused_field(exit, *local)
            {
                return self.named_field(*local, (*local, at, end), mentioned, tokens);
            }
            let in_cell =
                matches!(from, Some(Form::Remnant | Form::Husk)) && self.is_cell(exit, *local);
            self.field((exit, *local), (from, in_cell, *form), at, mentioned, tokens);
        })
    }

    /// Returns the value that a jump is given in a local's place.
    fn given(&self, (exit, local): (Exit, Local)) -> Option<&Value> {
        let Exit::Goto(number) = exit else { return None };
        let (instead, value) = self.given.get(&number)?;
        (*instead == local).then_some(value)
    }

    /// Prints a value that a jump is given.
    fn given_field(
        &self,
        local: Local,
        value: &Value,
        mentioned: &mut LocalSet,
        tokens: &mut Tokens,
    ) {
        match value {
            Value::Written(value) => {
                tokens.ident(self.field_name(local));
                tokens.punct(b":", self.names.span);
                tokens.stream(value);
            }
            Value::Name(value, at) => {
                let end = self.locals[*value].end;
                self.named_field(local, (*value, *at, end), mentioned, tokens);
            }
        }
    }

    /// Prints a field that is given a local, which stands for all of a value if that has an end.
    fn named_field(
        &self,
        field: Local,
        (local, at, end): (Local, Span, Option<Span>),
        mentioned: &mut LocalSet,
        tokens: &mut Tokens,
    ) {
        mentioned.insert(local);
        tokens.ident(self.field_name(field));
        tokens.punct(b":", Span::mixed_site().located_at(at));
        let name = self.shown_at(local, at);
        let Some(end) = end else { return tokens.push(name) };
        let start = name.span();
        let value = answer::wrapped(name.into_token_stream(), start, end, self.krate);
        tokens.stream(&value.into_token_stream());
    }

    /// Tells whether the block before an exit was given a local that nothing mentions.
    fn is_unused_field(&self, exit: Exit, local: Local) -> bool {
        self.nameless.contains(&local)
            && self.facts.sources.get(&exit).is_some_and(|block| {
                self.body.blocks[block.0].input != Some(local)
                    && self.layout.blocks[block.0].fields.contains(&(local, Form::Value))
            })
    }

    /// Tells whether the code before an exit keeps a remnant in an `Option`, to end it early.
    fn is_cell(&self, exit: Exit, local: Local) -> bool {
        let source = self.facts.sources.get(&exit);
        source.is_some_and(|block| self.facts.remnants.contains(&(*block, local)))
    }

    /// Prints a local from the form at hand, which may be in a cell, in the form that is wanted.
    fn field(
        &self,
        (exit, local): (Exit, Local),
        (from, in_cell, to): (Option<Form>, bool, Form),
        at: Span,
        mentioned: &mut LocalSet,
        tokens: &mut Tokens,
    ) {
        let is_unused = self.is_unused_field(exit, local);
        if to == Form::Value && !is_unused {
            mentioned.insert(local);
            return tokens.push(self.shown_at(local, at));
        }
        let value =
            if is_unused { self.remnant_name(local).clone() } else { self.shown_at(local, at) };
        let span = Span::mixed_site().located_at(at);
        let rest = self.remnant_name(local);
        let keep = Print(|tokens: &mut Tokens| {
            if self.locals[local].knowledge.is_closure() {
                tokens.ident(&value);
            } else if self.unused.contains(&local) && !is_unused {
                // That nothing mentions it is said once, elsewhere.
                let mut keep = Tokens::default();
                self.by_macro("__keep", &value, span, &mut keep);
                let keep = keep.into_stream();
                tokens.stream(&quote_spanned!(span=> { let _ = &#value; #keep }));
            } else {
                self.by_macro("__keep", &value, span, tokens);
            }
        });
        if matches!(from, Some(Form::Value | Form::Unboxed)) && !is_unused {
            mentioned.insert(local);
        }
        tokens.ident(self.field_name(local));
        tokens.punct(b":", span);
        let is_adapted = self.facts.adapted.contains(local);
        match (from, to) {
            (Some(Form::Value), Form::Value) => tokens.ident(&value),
            (Some(Form::Value), Form::Remnant) => (keep.0)(tokens),
            (Some(Form::Value), Form::Flagged) => {
                tokens.stream(&quote_spanned!(span=> ::core::option::Option::Some(#keep)));
            }
            (Some(Form::Remnant), Form::Remnant) | (Some(Form::Husk), Form::Husk) if in_cell => {
                tokens.stream(&quote_spanned!(span=> #rest.unwrap()));
            }
            (Some(Form::Remnant), Form::Flagged) if !in_cell => {
                tokens.stream(&quote_spanned!(span=> ::core::option::Option::Some(#rest)));
            }
            (Some(Form::Unboxed | Form::Value), Form::Husk) => {
                let name = if is_adapted { "__keep_unless_adapted" } else { "__keep_unless_boxed" };
                self.by_macro(name, &value, span, tokens);
            }
            (Some(Form::Unboxed), Form::Flagged) => {
                let name = if is_adapted { "__some_unless_adapted" } else { "__some_unless_boxed" };
                self.by_macro(name, &value, span, tokens);
            }
            (Some(Form::Husk), Form::Flagged) if in_cell => {
                let some = Print(|tokens: &mut Tokens| {
                    self.by_macro("__some_husk", rest, span, tokens);
                });
                tokens.stream(&quote_spanned!(span=> { let #rest = #rest.unwrap(); #some }));
            }
            (Some(Form::Husk), Form::Flagged) => self.by_macro("__some_husk", rest, span, tokens),
            (None, _) => tokens.stream(&quote_spanned!(span=> ::core::option::Option::None)),
            (Some(_), _) => tokens.ident(rest),
        }
    }

    /// Prints a macro of `coro_core` that is given a name.
    fn by_macro(&self, name: &str, argument: &Ident, span: Span, tokens: &mut Tokens) {
        let mut inside = Tokens::default();
        inside.ident(argument);
        self.macro_call(name, inside, span, tokens);
    }

    /// Prints a macro of `coro_core`.
    pub(super) fn macro_call(&self, name: &str, inside: Tokens, span: Span, tokens: &mut Tokens) {
        tokens.path(&self.krate.at(span));
        tokens.punct(b"::", span);
        tokens.push(Ident::new(name, span));
        tokens.punct(b"!", span);
        tokens.push(inside.group(Delimiter::Parenthesis, span));
    }

    /// Prints what stands in front of an exit: the ends of borrows that are made anew behind it, which nothing else can
    /// use until there, and what ties locals to their types.
    pub fn before_exit(
        &self,
        exit: Exit,
        at: Span,
        mentioned: &mut LocalSet,
    ) -> Option<TokenStream> {
        let span = self.names.span.located_at(at);
        let krate = self.krate.at(span);
        let mut first = TokenStream::new();
        let lapsing = self.body.lapsing.get(&exit).map(Vec::as_slice).unwrap_or_default();
        for (index, local) in lapsing.iter().enumerate() {
            mentioned.insert(*local);
            let name = self.shown_at(*local, at);
            first.extend(quote_spanned!(span=> #krate::__private::drop(#name);));
            let left = &lapsing[index + 1..];
            first.extend(self.ways(*local, left, mentioned));
        }
        first.extend(self.promised(exit));
        first.extend(self.exit_ties(exit, at, mentioned));
        (!first.is_empty()).then_some(first)
    }

    /// Asks for the types of what leads to the places of borrows of which the last one ends, `left` being those that end
    /// behind it.
    fn ways(&self, last: Local, left: &[Local], mentioned: &mut LocalSet) -> TokenStream {
        let mut asked = TokenStream::new();
        let is_over = |borrowers: &[Local]| {
            borrowers.contains(&last) && !borrowers.iter().any(|it| left.contains(it))
        };
        for led in self.body.ways.iter().filter(|it| is_over(&it.borrowers)) {
            mentioned.insert(led.root);
            asked.extend(led.found.iter().map(|way| self.way(way)));
        }
        restore(asked, self.locals, self.labels)
    }

    fn way(&self, way: &Way) -> TokenStream {
        let span_of = |expr| Span::mixed_site().located_at(ast::span(expr));
        match way {
            Way::Place(place) | Way::Behind(place) => {
                let span = span_of(place);
                let krate = self.krate.at(span);
                let is_whole = matches!(way, Way::Place(_));
                let method = if is_whole { "__coro_way" } else { "__coro_way_behind" };
                let method = Ident::new(method, span);
                quote_spanned! {span=>
                    #krate::__private::Stays::stays(#krate::__private::way(&#place).#method());
                }
            }
            Way::Part(part) => {
                let (pat, value, name) = &**part;
                let span = span_of(value);
                let krate = self.krate.at(span);
                let asked =
                    quote_spanned!(name.span()=> #krate::__private::way(&*#name).__coro_way());
                quote_spanned! {span=>
                    #[allow(irrefutable_let_patterns)]
                    if let #pat = #value { #krate::__private::Stays::stays(#asked); }
                }
            }
        }
    }

    /// Asks, at its name, for each local that is stored for the first time whether it has the auto traits that the
    /// return type names.
    fn promised(&self, exit: Exit) -> Option<TokenStream> {
        let (Exit::Suspend(id), [_, ..]) = (exit, &*self.source.returns.promises) else {
            return None;
        };
        let stored = |suspend: &SuspendData, local: Local| {
            self.layout.blocks[suspend.resume.0].fields.contains(&(local, Form::Value))
        };
        let (before, [here, ..]) = self.body.suspends.split_at(id.0) else { return None };
        let fields = self.layout.blocks[here.resume.0].fields.iter();
        let asked = fields.filter(|(local, form)| {
            *form == Form::Value
                && self.locals[*local].knowledge != Knowledge::Primitive
                && !before.iter().any(|suspend| stored(suspend, *local))
        });
        let calls = asked.flat_map(|(local, _)| {
            let at = self.locals[*local].name.span();
            let (span, name) = (self.names.span.located_at(at), self.shown_at(*local, at));
            let krate = self.krate.at(span);
            self.source.returns.promises.iter().map(move |promise| {
                let ask = Ident::new(&format!("is_{}", promise.to_lowercase()), span);
                quote_spanned!(span=> #krate::__private::#ask(&#name);)
            })
        });
        Some(calls.collect())
    }

    /// Prints what a marker stands for, at its place.
    pub fn marker(&self, marker: Marker, at: Span, mentioned: &mut LocalSet) -> Tokens {
        let span = self.names.span.located_at(at);
        let mut tokens = Tokens::default();
        match marker {
            Marker::Suspend(id) => {
                let suspend = &self.body.suspends[id.0];
                let exit = Exit::Suspend(id);
                let fields = self.fields(suspend.resume, exit, suspend.span, mentioned);
                let value = self.shown_at(suspend.value, suspend.value_span);
                if let Some(first) = self.before_exit(exit, suspend.span, mentioned) {
                    tokens.stream(&first);
                }
                tokens.punct(b"*", span);
                tokens.push(respanned(&self.names.state, span));
                tokens.punct(b"=", span);
                tokens.push(respanned(&self.names.state_enum, span));
                tokens.punct(b"::", span);
                tokens.push(suspend_variant(id.0, span));
                tokens.maybe(fields);
                tokens.punct(b";", span);
                tokens.push(Ident::new("return", span));
                let yielded = |tokens: &mut Tokens| {
                    tokens.path(&self.krate.at(span));
                    for name in ["CoroutineState", "Yielded"] {
                        tokens.punct(b"::", span);
                        tokens.push(Ident::new(name, span));
                    }
                    let mut argument = Tokens::default();
                    argument.push(value);
                    tokens.push(argument.group(Delimiter::Parenthesis, span));
                };
                if self.fallible.is_none() {
                    yielded(&mut tokens);
                } else {
                    let mut step = Tokens::default();
                    yielded(&mut step);
                    tokens.stream(&self.succeeding(step.into_stream()));
                }
            }
            Marker::Goto(_, number) if self.facts.dead.contains(&Exit::Goto(number)) => {
                tokens.stream(&quote_spanned!(span=> ::core::unreachable!()));
            }
            Marker::Goto(target, number) => {
                let Print(jump) = self.jump(target, Exit::Goto(number), at, mentioned);
                if let Some(first) = self.before_exit(Exit::Goto(number), at, mentioned) {
                    tokens.stream(&first);
                }
                tokens.push(respanned(&self.names.block, span));
                tokens.punct(b"=", span);
                jump(&mut tokens);
                tokens.punct(b";", span);
                tokens.push(Ident::new("continue", span));
                let mut label = self.names.resume_label.clone();
                label.set_span(span);
                tokens.label(&label);
            }
            Marker::DropInput(block) => {
                if let Some(input) = self.body.blocks[block.0].input {
                    mentioned.insert(input);
                    let input = self.shown(input);
                    let krate = self.krate.at(span);
                    tokens.stream(&quote_spanned!(span=> #krate::__private::drop(#input)));
                }
            }
            Marker::Reopen(..) => {}
        }
        tokens
    }
}

//! Graph, facts and layout → tokens.
//!
//! In: everything that the phases before decided. Out: the function. Nothing is decided here, and
//! equal input gives equal tokens.

mod arms;
mod assignments;
mod first_input;
mod lints;
mod loops;
mod mutation;
mod names;
mod print;
pub mod stub;
mod tails;
mod ties;

pub use self::{
    lints::Lints,
    mutation::Mutations,
    names::{Idents, restore},
};

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::{Lifetime, Stmt};

use self::{
    arms::Arm,
    print::{Print, To, Tokens, braces, literal, respanned, with_span},
};

use crate::{
    analysis::{Facts, Form},
    args::Krate,
    ir::{BlockId, BlockKind, Body},
    layout::{Field, Layout, resume_of},
    resolve::names::{Labels, Local, Locals},
    returns::{self, Returns},
    source::Source,
    threading::Threading,
};

/// The names that generated code uses for its own.
pub struct Names {
    /// The enum of suspended states.
    pub state_enum: Ident,
    /// The enum of blocks.
    pub block_enum: Ident,
    /// The closure's parameter that holds the state.
    pub state: Ident,
    /// The closure's parameter that holds the resume argument.
    pub input: Ident,
    /// The variable that holds the block to run.
    pub block: Ident,
    /// The variable that holds the return value.
    pub result: Ident,
    /// The label of the loop over blocks.
    pub resume_label: Lifetime,
    /// Where generated code stands: at the function's name, with the macro's own hygiene.
    pub span: Span,
}

impl Names {
    fn block_variant(&self, layout: &Layout, block: BlockId, at: Span) -> (Ident, Ident) {
        let span = self.span.located_at(at);
        let variant = Ident::new(&layout.blocks[block.0].name, span);
        (respanned(&self.block_enum, span), variant)
    }
}

/// Prints one coroutine.
pub struct Emitter<'a> {
    /// The function.
    pub source: &'a Source,
    /// The lowered body, its code apart.
    pub body: &'a Body,
    /// The facts.
    pub facts: &'a Facts,
    /// The enums.
    pub layout: &'a Layout,
    /// Where jumps go.
    pub threading: &'a Threading,
    /// The locals.
    pub locals: &'a Locals,
    /// The locals' identifiers in the output.
    pub idents: &'a Idents,
    /// The labels.
    pub labels: &'a Labels,
    /// The path of `coro_core`.
    pub krate: &'a Krate,
    /// The names.
    pub names: &'a Names,
    /// The parameters as locals, with the names that the signature gives them.
    pub params: &'a [(Ident, Local)],
    /// What lints have to be told.
    pub lints: &'a Lints,
    /// Which blocks mutate which locals.
    pub mutations: &'a Mutations,
    /// User locals that nothing mentions, for rustc to warn about.
    pub unused: &'a [Local],
}

impl Emitter<'_> {
    /// Prints the function.
    ///
    /// `code` is that of the blocks.
    pub fn function(&self, code: Vec<Vec<Stmt>>) -> TokenStream {
        let Source { vis, sig, .. } = self.source;
        let attrs: Vec<_> = self
            .source
            .attrs
            .iter()
            .map(|attr| syn::Attribute { style: syn::AttrStyle::Outer, ..attr.clone() })
            .collect();
        let body = self.function_body(code);
        let span = self.names.span;
        let allow = self.allowed();
        // Where the user's braces are: rustc measures the function by them to correct the signature.
        let at = span.located_at(self.source.braces.span.join());
        let body = with_span(Group::new(Delimiter::Brace, body), at);
        quote_spanned!(span=> #(#attrs)* #allow #vis #sig #body)
    }

    fn function_body(&self, code: Vec<Vec<Stmt>>) -> TokenStream {
        let enums = Print(|tokens: &mut Tokens| {
            self.state_enum(tokens);
            if !self.is_straight() {
                self.block_enum(tokens);
            }
        });
        let items = &self.body.items;
        let (unused, check) = (self.unused_locals(), self.first_input_check());
        let start = To(|tokens: &mut TokenStream| {
            tokens.append_all(items);
            enums.to_tokens(tokens);
            unused.to_tokens(tokens);
            check.to_tokens(tokens);
        });
        self.machine(&start, code)
    }

    /// Lets rustc warn about locals that nothing mentions, although a suspension carries them.
    fn unused_locals(&self) -> Option<TokenStream> {
        let locals = self.unused.iter().map(|local| {
            let name = &self.locals[*local].name;
            quote_spanned!(self.names.span=> let #name = ();)
        });
        let locals: Vec<_> = locals.collect();
        (!locals.is_empty()).then(|| quote_spanned!(self.names.span=> { #(#locals)* }))
    }

    /// Prints an enum whose variants are generic over each kind of field in them.
    fn enumeration(
        &self,
        name: &Ident,
        fields: impl Iterator<Item = Field>,
        variants: impl Fn(&mut Tokens),
        tokens: &mut Tokens,
    ) {
        let span = self.names.span;
        let mut seen = vec![false; self.layout.names.len()];
        let mut params = Vec::new();
        for field in fields {
            let param = self.layout.param(field);
            if !std::mem::replace(&mut seen[param], true) {
                params.push(&self.layout.names[param]);
            }
        }
        tokens.push(Ident::new("enum", span));
        tokens.ident(name);
        let generated = Span::call_site();
        for (index, param) in params.iter().enumerate() {
            tokens.punct(if index == 0 { b"<" } else { b"," }, generated);
            tokens.ident(param);
        }
        if !params.is_empty() {
            tokens.punct(b">", generated);
        }
        let mut inside = Tokens::default();
        variants(&mut inside);
        tokens.push(inside.group(Delimiter::Brace, span));
    }

    /// Prints a variant of an enum.
    fn variant(
        &self,
        doc: &str,
        name: &Ident,
        fields: impl Iterator<Item = Field>,
        tokens: &mut Tokens,
    ) {
        let span = self.names.span;
        tokens.doc(doc, span);
        tokens.ident(name);
        tokens.maybe(self.field_decls(fields));
        tokens.punct(b",", span);
    }

    fn suspended(&self) -> impl Iterator<Item = (usize, BlockId)> + '_ {
        (0..self.body.blocks.len())
            .filter_map(|block| resume_of(self.body, BlockId(block)).map(|id| (id, BlockId(block))))
    }

    fn state_enum(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        let plain = |name: &str, doc: &str, tokens: &mut Tokens| {
            self.variant(doc, &Ident::new(name, span), std::iter::empty(), tokens);
        };
        let variants = |tokens: &mut Tokens| {
            let unresumed = Ident::new("Unresumed", span);
            let doc = "Not resumed yet: the parameters.";
            self.variant(doc, &unresumed, self.start_fields(), tokens);
            for (id, block) in self.suspended() {
                let doc = &self.body.suspends[id].description;
                let fields = self.layout.blocks[block.0].fields.iter().rev().copied();
                self.variant(doc, &suspend_variant(id, span), fields, tokens);
            }
            plain("Returned", "Ran to its end.", tokens);
            plain("Panicked", "Panicked while it ran.", tokens);
        };
        tokens.doc("What is stored between resumes.", span);
        let derives = returns::derive_paths(&self.source.returns.derives);
        if !derives.is_empty() {
            tokens.stream(&quote_spanned!(span=> #[derive(#(#derives),*)]));
        }
        let saved =
            self.suspended().flat_map(|(_, block)| self.layout.blocks[block.0].fields.iter());
        let fields = self.start_fields().chain(saved.copied());
        self.enumeration(&self.names.state_enum, fields, variants, tokens);
    }

    /// The parameters, in order of declaration.
    fn start_fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.params.iter().map(|(_, local)| (*local, Form::Value))
    }

    fn field_decls(&self, fields: impl Iterator<Item = Field>) -> Option<Group> {
        braces(Span::call_site(), fields, |field, tokens| {
            tokens.ident(self.field_name(field.0));
            tokens.punct(b":", Span::call_site());
            let param = &self.layout.names[self.layout.param(field)];
            if field.1 == Form::Flagged {
                let span = self.names.span;
                tokens.stream(&quote_spanned!(span=> ::core::option::Option<#param>));
            } else {
                tokens.ident(param);
            }
        })
    }

    fn block_enum(&self, tokens: &mut Tokens) {
        let span = self.names.span;
        let kept = || {
            let blocks = self.layout.blocks.iter().enumerate();
            blocks
                .filter(|(index, _)| self.threading.is_kept(BlockId(*index)))
                .map(|(_, variant)| variant)
        };
        let variants = |tokens: &mut Tokens| {
            for variant in kept() {
                let name = Ident::new(&variant.name, span);
                self.variant(&variant.doc, &name, variant.passed().rev(), tokens);
            }
        };
        tokens.doc("Where control can be while it runs.", span);
        let all = kept().flat_map(|variant| variant.fields.iter().copied().chain(variant.input()));
        self.enumeration(&self.names.block_enum, all, variants, tokens);
    }

    /// Prints the value that the function returns, behind `before`.
    fn machine(&self, before: &impl ToTokens, code: Vec<Vec<Stmt>>) -> TokenStream {
        let span = self.names.span;
        let krate = self.krate;
        let returns = &self.source.returns;
        let Names { state_enum, state, input, .. } = self.names;
        let fields = braces(Span::call_site(), self.params, |(ident, local), tokens| {
            let name = self.field_name(*local);
            if name != ident {
                tokens.ident(name);
                tokens.punct(b":", Span::call_site());
            }
            tokens.ident(ident);
        });
        let step = Group::new(Delimiter::Brace, self.step(code));
        let step = with_span(step, span);
        let start = Print(|tokens: &mut Tokens| {
            tokens.variant(state_enum, Ident::new("Unresumed", span));
            tokens.maybe(fields.clone());
        });
        let closure = Print(|tokens: &mut Tokens| {
            tokens.punct(b"|", span);
            tokens.ident(state);
            tokens.punct(b",", span);
            tokens.ident(input);
            for mark in [b"|".as_slice(), b"->"] {
                tokens.punct(mark, span);
            }
            tokens.path(krate);
            tokens.punct(b"::", span);
            tokens.push(Ident::new("CoroutineState", span));
            tokens.punct(b"<", span);
            tokens.push(Ident::new("_", span));
            tokens.punct(b",", span);
            tokens.push(Ident::new("_", span));
            tokens.punct(b">", span);
            tokens.push(step.clone());
        });
        let (input_ty, output_ty, ret_ty) = (
            self.type_argument(&returns.input),
            self.type_argument(&returns.output),
            self.type_argument(&returns.ret),
        );
        // A box goes around the value, and not around what stands before it.
        let front = returns.boxed.is_none().then_some(before);
        let machine = if returns.iterator {
            quote_spanned! {span=>
                #front #krate::__private::generator::<_, #output_ty, _>(#start, #closure)
            }
        } else if returns.binder.is_empty() {
            quote_spanned! {span=>
                #front
                #krate::__private::machine::<_, #input_ty, #output_ty, #ret_ty, _>(#start, #closure)
            }
        } else {
            self.machine_for_all(front, returns, &start, &closure)
        };
        match &returns.boxed {
            Some(path) => quote_spanned!(span=> #before #path::new(#machine)),
            None => machine,
        }
    }

    fn type_argument(&self, ty: &syn::Type) -> syn::Type {
        self.source.returns.inferred(ty)
    }

    fn machine_for_all(
        &self,
        front: Option<&impl ToTokens>,
        returns: &Returns,
        start: &impl ToTokens,
        closure: &impl ToTokens,
    ) -> TokenStream {
        let span = self.names.span;
        let krate = self.krate;
        let (input, output, ret) = (&returns.input, &returns.output, &returns.ret);
        let lifetime = &returns.binder[0];
        quote_spanned! {span=>
            #front
            #krate::__private::machine_for_all(
                #krate::__private::PhantomData::<
                    dyn for<#lifetime> #krate::__private::HigherRanked<
                        #lifetime, In = #input, Out = #output, Return = #ret,
                    >,
                >,
                #start,
                #closure,
            )
        }
    }

    /// Prints the closure's body.
    fn step(&self, code: Vec<Vec<Stmt>>) -> TokenStream {
        if self.is_straight() { self.straight_step(code) } else { self.looping_step(code) }
    }

    /// Tells whether each resume runs one block, so that none needs to be remembered.
    fn is_straight(&self) -> bool {
        self.body
            .blocks
            .iter()
            .all(|block| matches!(block.kind, BlockKind::Start | BlockKind::Resume(_)))
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
            arms.variant(state_enum, variant);
            arms.maybe(fields);
            arms.punct(b"=>", span);
            arms.push(self.arm_body(bind_input, &arm));
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

    /// Puts an arm's code into braces: they stand at the end of the function, where rustc shows that
    /// locals are dropped.
    fn arm_body(&self, start: Option<TokenStream>, arm: &Arm) -> Group {
        let mut code = start.unwrap_or_default();
        code.append_all(&arm.code);
        let end = self.source.braces.span.close();
        with_span(Group::new(Delimiter::Brace, code), self.names.span.located_at(end))
    }

    /// Prints what happens once the body has come to its end, behind `before`.
    fn finish(&self, before: &impl ToTokens, run: &impl ToTokens) -> TokenStream {
        let krate = self.krate;
        let Names { state_enum, state, result, .. } = self.names;
        let ty = self.source.returns.nameable(&self.source.returns.ret);
        quote_spanned! {self.names.span=>
            #before
            let #result: #ty = #run;
            *#state = #state_enum::Returned;
            #krate::CoroutineState::Complete(#result)
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
            let (name, variant) = self.names.block_variant(self.layout, id, span);
            arms.variant(&name, variant);
            arms.maybe(fields);
            arms.punct(b"=>", span);
            arms.push(self.arm_body(None, &arm));
        }
        let arms = arms.group(Delimiter::Brace, span);
        let mut next = Tokens::default();
        if valued {
            next.ident(block);
            next.punct(b"=", span);
        }
        next.push(Ident::new("match", span));
        next.ident(block);
        next.push(arms);
        if valued {
            next.punct(b";", span);
        }
        let next = next.group(Delimiter::Brace, span);
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
        for name in ["core", "mem", "replace"] {
            tokens.punct(b"::", span);
            tokens.push(Ident::new(name, span));
        }
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
        for name in ["core", "panic"] {
            tokens.punct(b"::", span);
            tokens.push(Ident::new(name, span));
        }
        tokens.punct(b"!", span);
        let mut message = Tokens::default();
        message.push(literal("coroutine resumed after panicking", span));
        tokens.push(message.group(Delimiter::Parenthesis, span));
        tokens.punct(b",", span);
    }
}

/// Names the state at a suspend point.
fn suspend_variant(id: usize, span: Span) -> Ident {
    Ident::new(&format!("Suspend{}", id + 1), span)
}

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
mod ties;

pub use self::{mutation::Mutations, names::restore};

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Lifetime, Token};

use self::print::{VariantPath, braces};

use crate::{
    analysis::{Facts, Form},
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
    fn block_variant(&self, layout: &Layout, block: BlockId, at: Span) -> VariantPath {
        let span = self.span.located_at(at);
        let mut name = self.block_enum.clone();
        name.set_span(span);
        let variant = Ident::new(&layout.blocks[block.0].name, span);
        VariantPath { name, variant }
    }
}

/// Prints one coroutine.
pub struct Emitter<'a> {
    /// The function.
    pub source: &'a Source,
    /// The lowered body.
    pub body: &'a Body,
    /// The facts.
    pub facts: &'a Facts,
    /// The enums.
    pub layout: &'a Layout,
    /// Where jumps go.
    pub threading: &'a Threading,
    /// The locals.
    pub locals: &'a Locals,
    /// The labels.
    pub labels: &'a Labels,
    /// The path of `coro_core`.
    pub krate: &'a TokenStream,
    /// The names.
    pub names: &'a Names,
    /// The parameters as locals, with the names that the signature gives them.
    pub params: &'a [(Ident, Local)],
    /// Which blocks mutate which locals.
    pub mutations: &'a Mutations,
    /// User locals that nothing mentions, for rustc to warn about.
    pub unused: &'a [Local],
}

impl Emitter<'_> {
    /// Prints the function.
    pub fn function(&self) -> TokenStream {
        let Source { vis, sig, .. } = self.source;
        let attrs: Vec<_> = self
            .source
            .attrs
            .iter()
            .map(|attr| syn::Attribute { style: syn::AttrStyle::Outer, ..attr.clone() })
            .collect();
        let body = self.function_body();
        let span = self.names.span;
        let allow = self.allowed();
        // Where the user's braces are: rustc measures the function by them to correct the signature.
        let mut body = Group::new(Delimiter::Brace, body);
        body.set_span(span.located_at(self.source.body.brace_token.span.join()));
        quote_spanned!(span=> #(#attrs)* #allow #vis #sig #body)
    }

    fn function_body(&self) -> TokenStream {
        let items = &self.body.items;
        let state = self.state_enum();
        let block = (!self.is_straight()).then(|| self.block_enum());
        let machine = self.machine();
        let unused = self.unused_locals();
        let first_input = self.first_input_check();
        quote!(#(#items)* #state #block #unused #first_input #machine)
    }

    /// Lets rustc warn about locals that nothing mentions, although a suspension carries them.
    fn unused_locals(&self) -> TokenStream {
        let locals = self.unused.iter().map(|local| {
            let name = &self.locals[*local].name;
            quote_spanned!(self.names.span=> let #name = ();)
        });
        let locals: Vec<_> = locals.collect();
        if locals.is_empty() {
            return TokenStream::new();
        }
        quote_spanned!(self.names.span=> { #(#locals)* })
    }

    fn generics(&self, fields: impl Iterator<Item = Field>) -> TokenStream {
        let mut seen = BTreeSet::new();
        let mut params = Vec::new();
        for field in fields {
            let param = self.layout.param(field);
            if seen.insert(param) {
                params.push(Ident::new(param, self.names.span));
            }
        }
        if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) }
    }

    fn suspended(&self) -> impl Iterator<Item = (usize, BlockId)> + '_ {
        (0..self.body.blocks.len())
            .filter_map(|block| resume_of(self.body, BlockId(block)).map(|id| (id, BlockId(block))))
    }

    fn state_enum(&self) -> TokenStream {
        let span = self.names.span;
        let name = &self.names.state_enum;
        let saved =
            self.suspended().flat_map(|(_, block)| self.layout.blocks[block.0].fields.iter());
        let generics = self.generics(self.start_fields().chain(saved.copied()));
        let unresumed = self.field_decls(self.start_fields());
        let variants = self.suspended().map(|(id, block)| {
            let variant = Ident::new(&format!("Suspend{}", id + 1), span);
            let fields = self.layout.blocks[block.0].fields.iter().copied();
            let fields = self.field_decls(fields.rev());
            let doc = format!(" {}", self.body.suspends[id].description);
            quote_spanned!(span=> #[doc = #doc] #variant #fields,)
        });
        let derives = returns::derive_paths(&self.source.returns.derives);
        let derives =
            (!derives.is_empty()).then(|| quote_spanned!(span=> #[derive(#(#derives),*)]));
        quote_spanned! {span=>
            /// What is stored between resumes.
            #derives
            enum #name #generics {
                /// Not resumed yet: the parameters.
                Unresumed #unresumed,
                #(#variants)*
                /// Ran to its end.
                Returned,
                /// Panicked while it ran.
                Panicked,
            }
        }
    }

    /// The parameters, in order of declaration.
    fn start_fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.params.iter().map(|(_, local)| (*local, Form::Value))
    }

    fn field_decls(&self, fields: impl Iterator<Item = Field>) -> Option<Group> {
        braces(Span::call_site(), fields, |field, tokens| {
            self.field_name(field.0).to_tokens(tokens);
            Token![:](Span::call_site()).to_tokens(tokens);
            let param = Ident::new(self.layout.param(field), self.names.span);
            if field.1 == Form::Flagged {
                quote_spanned!(self.names.span=> ::core::option::Option<#param>).to_tokens(tokens);
            } else {
                param.to_tokens(tokens);
            }
        })
    }

    fn block_enum(&self) -> TokenStream {
        let span = self.names.span;
        let name = &self.names.block_enum;
        let kept = || {
            self.layout
                .blocks
                .iter()
                .enumerate()
                .filter(|(index, _)| self.threading.is_kept(BlockId(*index)))
                .map(|(_, variant)| variant)
        };
        let all = kept().flat_map(|variant| {
            let input = variant.input.map(|input| (input, Form::Value));
            variant.fields.iter().copied().chain(input)
        });
        let generics = self.generics(all);
        let variants = kept().map(|variant| {
            let ident = Ident::new(&variant.name, span);
            let input = variant.input.map(|input| (input, Form::Value));
            let fields = variant.fields.iter().copied();
            let fields = fields.filter(|(local, _)| Some(*local) != variant.input).chain(input);
            let fields = self.field_decls(fields);
            let doc = format!(" {}", variant.doc);
            quote_spanned!(span=> #[doc = #doc] #ident #fields,)
        });
        quote_spanned! {span=>
            /// Where control can be while it runs.
            enum #name #generics {
                #(#variants)*
            }
        }
    }

    fn machine(&self) -> TokenStream {
        let span = self.names.span;
        let krate = self.krate;
        let returns = &self.source.returns;
        let Names { state_enum, state, input, .. } = self.names;
        let fields = braces(Span::call_site(), self.params, |(ident, local), tokens| {
            let name = self.field_name(*local);
            if name != *ident {
                name.to_tokens(tokens);
                Token![:](Span::call_site()).to_tokens(tokens);
            }
            ident.to_tokens(tokens);
        });
        let step = self.step();
        let start = quote_spanned!(span=> #state_enum::Unresumed #fields);
        let closure =
            quote_spanned!(span=> |#state, #input| -> #krate::CoroutineState<_, _> { #step });
        let (input_ty, output_ty, ret_ty) = (
            self.type_argument(&returns.input),
            self.type_argument(&returns.output),
            self.type_argument(&returns.ret),
        );
        let machine = if returns.iterator {
            quote_spanned! {span=>
                #krate::__private::generator::<_, #output_ty, _>(#start, #closure)
            }
        } else if returns.binder.is_empty() {
            quote_spanned! {span=>
                #krate::__private::machine::<_, #input_ty, #output_ty, #ret_ty, _>(#start, #closure)
            }
        } else {
            self.machine_for_all(returns, &start, &closure)
        };
        match &returns.boxed {
            Some(path) => quote_spanned!(span=> #path::new(#machine)),
            None => machine,
        }
    }

    fn type_argument(&self, ty: &syn::Type) -> syn::Type {
        self.source.returns.inferred(ty)
    }

    fn machine_for_all(
        &self,
        returns: &Returns,
        start: &TokenStream,
        closure: &TokenStream,
    ) -> TokenStream {
        let span = self.names.span;
        let krate = self.krate;
        let (input, output, ret) = (&returns.input, &returns.output, &returns.ret);
        let lifetime = &returns.binder[0];
        quote_spanned! {span=>
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
    fn step(&self) -> TokenStream {
        if self.is_straight() { self.straight_step() } else { self.looping_step() }
    }

    /// Tells whether each resume runs one block, so that none needs to be remembered.
    fn is_straight(&self) -> bool {
        self.body
            .blocks
            .iter()
            .all(|block| matches!(block.kind, BlockKind::Start | BlockKind::Resume(_)))
    }

    /// The body of a closure in which no block jumps to another.
    fn straight_step(&self) -> TokenStream {
        let span = self.names.span;
        let Names { state_enum, state, input, resume_label, .. } = self.names;
        let mut blocks = vec![(Ident::new("Unresumed", span), BlockId(0))];
        blocks.extend(
            self.suspended()
                .map(|(id, block)| (Ident::new(&format!("Suspend{}", id + 1), span), block)),
        );
        let mut returns = false;
        let arms: Vec<_> = blocks
            .into_iter()
            .map(|(variant, id)| {
                let data = &self.layout.blocks[id.0];
                let arm = self.arm(id);
                returns |= arm.returns;
                let fields = data.fields.iter().filter(|(local, _)| Some(*local) != data.input);
                let fields = braces(Span::call_site(), fields, |field, tokens| {
                    self.field_pattern(id, *field, &arm, tokens);
                });
                let code = &arm.code;
                let bind_input = data.input.map(|local| {
                    let pattern = self.input_binding(id, local);
                    quote_spanned!(span=> let #pattern = #input;)
                });
                let body = self.arm_body(quote!(#bind_input #(#code)*));
                quote_spanned!(span=> #state_enum::#variant #fields => #body)
            })
            .collect();
        let ended = self.ended_entries();
        let types = self.types();
        let run = quote_spanned! {span=>
            match ::core::mem::replace(#state, #state_enum::Panicked) {
                #(#arms)*
                #ended
            }
        };
        let run = if returns {
            self.finish(&quote_spanned!(span=> #resume_label: { #run }))
        } else {
            run
        };
        quote!(#types #run)
    }

    /// Puts an arm's code into braces: they stand at the end of the function, where rustc shows that
    /// locals are dropped.
    fn arm_body(&self, code: TokenStream) -> TokenTree {
        let end = self.source.body.brace_token.span.close();
        let mut body = Group::new(Delimiter::Brace, code);
        body.set_span(self.names.span.located_at(end));
        TokenTree::Group(body)
    }

    /// Prints what happens once the body has come to its end.
    fn finish(&self, run: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let Names { state_enum, state, result, .. } = self.names;
        let ty = self.source.returns.nameable(&self.source.returns.ret);
        quote_spanned! {self.names.span=>
            let #result: #ty = #run;
            *#state = #state_enum::Returned;
            #krate::CoroutineState::Complete(#result)
        }
    }

    /// The body of a closure in which blocks jump to others.
    fn looping_step(&self) -> TokenStream {
        let span = self.names.span;
        let Names { state_enum, state, block, resume_label, .. } = self.names;
        let entries = self.entries();
        let (mut valued, mut returns) = (false, false);
        let arms: Vec<_> = (0..self.body.blocks.len())
            .filter(|index| self.threading.is_kept(BlockId(*index)))
            .map(|index| {
                let id = BlockId(index);
                let variant = self.names.block_variant(self.layout, id, self.names.span);
                let data = &self.layout.blocks[index];
                let arm = self.arm(id);
                valued |= arm.valued;
                returns |= arm.returns;
                let input = data.input.map(|input| (input, Form::Value));
                let fields = data.fields.iter().copied();
                let fields = fields.filter(|(local, _)| Some(*local) != data.input).chain(input);
                let fields = braces(Span::call_site(), fields, |field, tokens| {
                    self.field_pattern(id, field, &arm, tokens);
                });
                let code = &arm.code;
                let body = self.arm_body(quote!(#(#code)*));
                quote_spanned!(span=> #variant #fields => #body)
            })
            .collect();
        let next = quote_spanned!(span=> match #block { #(#arms)* });
        let next = if valued { quote_spanned!(span=> #block = #next;) } else { next };
        let run = quote_spanned!(span=> #resume_label: loop { #next });
        let run = if returns { self.finish(&run) } else { run };
        let types = self.types();
        quote_spanned! {span=>
            #types
            let mut #block = match ::core::mem::replace(#state, #state_enum::Panicked) {
                #entries
            };
            #run
        }
    }

    fn entries(&self) -> TokenStream {
        let span = self.names.span;
        let Names { state_enum, input, .. } = self.names;
        let entry = |variant: &Ident, block: BlockId| {
            let target = self.threading.target(block);
            let data = &self.layout.blocks[target.0];
            let generated = Span::call_site();
            let is_passed = |(local, _): &&Field| Some(*local) != data.input;
            let saved = self.layout.blocks[block.0].fields.iter().filter(is_passed).count();
            let passed = || data.fields.iter().filter(is_passed);
            let rest = (saved > passed().count()).then_some(None);
            let pattern = passed().map(Some).chain(rest);
            let pattern = braces(generated, pattern, |field, tokens| match field {
                Some((local, _)) => self.field_name(*local).to_tokens(tokens),
                None => Token![..](span).to_tokens(tokens),
            });
            let fields = passed().map(|(local, _)| (*local, false));
            let fields = fields.chain(data.input.map(|local| (local, true)));
            let fields = braces(generated, fields, |(local, is_input), tokens| {
                self.field_name(local).to_tokens(tokens);
                if is_input {
                    Token![:](generated).to_tokens(tokens);
                    input.to_tokens(tokens);
                }
            });
            let target = self.names.block_variant(self.layout, target, self.names.span);
            quote_spanned!(span=> #state_enum::#variant #pattern => #target #fields,)
        };
        let unresumed = entry(&Ident::new("Unresumed", span), BlockId(0));
        let suspended = self
            .suspended()
            .map(|(id, block)| entry(&Ident::new(&format!("Suspend{}", id + 1), span), block));
        let ended = self.ended_entries();
        quote_spanned! {span=>
            #unresumed
            #(#suspended)*
            #ended
        }
    }

    /// Prints what a resume does once the coroutine has ended.
    fn ended_entries(&self) -> TokenStream {
        let span = self.names.span;
        let krate = self.krate;
        let Names { state_enum, state, .. } = self.names;
        let returned = if self.source.returns.iterator {
            quote_spanned!(span=> return #krate::CoroutineState::Complete(());)
        } else {
            quote_spanned!(span=> ::core::panic!("coroutine resumed after completion"))
        };
        quote_spanned! {span=>
            #state_enum::Returned => {
                *#state = #state_enum::Returned;
                #returned
            }
            #state_enum::Panicked => ::core::panic!("coroutine resumed after panicking"),
        }
    }
}

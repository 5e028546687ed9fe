//! Graph, facts and layout → tokens.
//!
//! In: everything that the phases before decided. Out: the function. Nothing is decided here, and
//! equal input gives equal tokens.

mod arms;
mod asked;
mod assignments;
mod attributes;
mod braces;
mod clones;
mod completed;
mod enums;
mod exits;
mod first_input;
pub mod given;
mod lints;
mod loops;
mod mutation;
mod names;
mod print;
mod step;
pub mod stub;
mod tails;
mod ties;

pub use self::{
    lints::Lints,
    mutation::Mutations,
    names::{Idents, restore},
};

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote_spanned};
use syn::{Attribute, Lifetime, Stmt};

use self::print::{Print, To, Tokens, braces, respanned, with_span};

use crate::{
    analysis::{Facts, Form},
    args::Krate,
    borrowed::Asked,
    ir::{BlockId, BlockKind, Body},
    layout::{Field, Layout, resume_of},
    resolve::{
        labels::Unnamed,
        names::{Labels, Local, LocalData, Locals},
    },
    returns::{Fallible, Returns},
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
    /// Those of them that the macro does not bind again, either.
    pub nameless: &'a [Local],
    /// What jumps are given.
    pub given: &'a given::Given,
    /// The borrows that the types tell from others.
    pub asked: &'a [Asked],
    /// Whether the code holds a macro that never comes to its end.
    pub may_be_dead: bool,
    /// Whether a macro may leave what it stands in.
    pub leaves: bool,
    /// A step that such a macro can leave.
    pub fallible: Option<Fallible>,
    /// Whether the function has attributes.
    pub has_attributes: bool,
    /// Attributes of statements that are taken apart, for rustc to look at.
    pub attrs: &'a [Attribute],
    /// The labels that nothing names, for rustc to warn about.
    pub unnamed: &'a [Unnamed],
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
        // The user's braces: by them rustc measures the function, and knows it as the user's.
        let braces = self.source.braces.span.join();
        let body = with_span(Group::new(Delimiter::Brace, body), braces);
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
        let (attrs, unused) = (self.other_attributes(), self.unused_locals());
        let check = self.first_input_check();
        let start = To(|tokens: &mut TokenStream| {
            tokens.append_all(items);
            enums.to_tokens(tokens);
            attrs.to_tokens(tokens);
            unused.to_tokens(tokens);
            for label in self.unnamed {
                tokens.append_all(restore(label.shown(), self.locals, self.labels));
            }
            check.to_tokens(tokens);
        });
        self.machine(&start, code)
    }

    /// Lets rustc see attributes of statements that are taken apart.
    fn other_attributes(&self) -> Option<TokenStream> {
        let nothing = self.attrs.iter().map(|attr| {
            let span = self.names.span.located_at(attr.pound_token.span);
            quote_spanned!(span=> #attr ::core::mem::drop(());)
        });
        let nothing: TokenStream = nothing.collect();
        (!nothing.is_empty()).then_some(nothing)
    }

    /// Lets rustc warn about locals that nothing mentions, although a suspension carries them.
    fn unused_locals(&self) -> Option<TokenStream> {
        let locals = self.unused.iter().map(|local| {
            let LocalData { name, lints, names_field, .. } = &self.locals[*local];
            if *names_field {
                // The advice is another one.
                quote_spanned! {self.names.span=> {
                    struct Fields { #name: () }
                    #(#lints)* let Fields { #name } = Fields { #name: () };
                } }
            } else {
                quote_spanned!(self.names.span=> #(#lints)* let #name = ();)
            }
        });
        let locals: Vec<_> = locals.collect();
        (!locals.is_empty()).then(|| quote_spanned!(self.names.span=> { #(#locals)* }))
    }

    fn suspended(&self) -> impl Iterator<Item = (usize, BlockId)> + '_ {
        (0..self.body.blocks.len())
            .filter_map(|block| resume_of(self.body, BlockId(block)).map(|id| (id, BlockId(block))))
    }

    /// The parameters, in order of declaration.
    fn start_fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.params.iter().map(|(_, local)| (*local, Form::Value))
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
        let step = Group::new(Delimiter::Brace, self.fallible_step(self.step(code)));
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
            Some(_) if returns.is_aliased() => {
                quote_spanned!(span=> #before #krate::__private::Box::new(#machine))
            }
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

    /// Tells whether each resume runs one block, so that none needs to be remembered.
    fn is_straight(&self) -> bool {
        self.body
            .blocks
            .iter()
            .all(|block| matches!(block.kind, BlockKind::Start | BlockKind::Resume(_)))
    }
}

/// Names the state at a suspend point.
fn suspend_variant(id: usize, span: Span) -> Ident {
    Ident::new(&format!("Suspend{}", id + 1), span)
}

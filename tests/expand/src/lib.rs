//! The macro as a function from text to text.
//!
//! In: a source file with coroutines. Out: the file that the compiler sees after the macro, as text
//! that compiles. The macro's own modules are compiled into this crate, since a procedural macro's
//! functions cannot be called from elsewhere.
#![allow(clippy::all, reason = "the macro's modules are linted where they belong")]

#[path = "../../../coro-macros/src/analysis/mod.rs"]
mod analysis;
#[path = "../../../coro-macros/src/answer.rs"]
mod answer;
#[path = "../../../coro-macros/src/args.rs"]
mod args;
#[path = "../../../coro-macros/src/assignee.rs"]
mod assignee;
#[path = "../../../coro-macros/src/ast.rs"]
mod ast;
#[path = "../../../coro-macros/src/attributes.rs"]
mod attributes;
#[path = "../../../coro-macros/src/bare_traits.rs"]
mod bare_traits;
#[path = "../../../coro-macros/src/bindings.rs"]
mod bindings;
#[path = "../../../coro-macros/src/borrowed/mod.rs"]
mod borrowed;
#[path = "../../../coro-macros/src/check/mod.rs"]
mod check;
#[path = "../../../coro-macros/src/codegen/mod.rs"]
mod codegen;
#[path = "../../../coro-macros/src/compile.rs"]
mod compile;
#[path = "../../../coro-macros/src/configure/mod.rs"]
mod configure;
#[path = "../../../coro-macros/src/describe.rs"]
mod describe;
#[path = "../../../coro-macros/src/desugar.rs"]
mod desugar;
#[path = "../../../coro-macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../../coro-macros/src/elision.rs"]
mod elision;
#[path = "../../../coro-macros/src/flow.rs"]
mod flow;
#[path = "../../../coro-macros/src/force.rs"]
mod force;
#[path = "../../../coro-macros/src/ir/mod.rs"]
mod ir;
#[path = "../../../coro-macros/src/items.rs"]
mod items;
#[path = "../../../coro-macros/src/keyword.rs"]
mod keyword;
#[path = "../../../coro-macros/src/known.rs"]
mod known;
#[path = "../../../coro-macros/src/layout.rs"]
mod layout;
#[path = "../../../coro-macros/src/lent/mod.rs"]
mod lent;
#[path = "../../../coro-macros/src/lifetimes.rs"]
mod lifetimes;
#[path = "../../../coro-macros/src/lower/mod.rs"]
mod lower;
#[path = "../../../coro-macros/src/params.rs"]
mod params;
#[path = "../../../coro-macros/src/reborrow/mod.rs"]
mod reborrow;
#[path = "../../../coro-macros/src/resolve/mod.rs"]
mod resolve;
#[path = "../../../coro-macros/src/returns.rs"]
mod returns;
#[path = "../../../coro-macros/src/scan.rs"]
mod scan;
#[path = "../../../coro-macros/src/settle/mod.rs"]
mod settle;
#[path = "../../../coro-macros/src/source.rs"]
mod source;
#[path = "../../../coro-macros/src/split/mod.rs"]
mod split;
#[path = "../../../coro-macros/src/temporaries/mod.rs"]
mod temporaries;
#[path = "../../../coro-macros/src/threading.rs"]
mod threading;
#[path = "../../../coro-macros/src/verify/mod.rs"]
mod verify;
#[path = "../../../coro-macros/src/visit.rs"]
mod visit;
#[path = "../../../coro-macros/src/visit_mut.rs"]
mod visit_mut;

mod compiler;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Attribute, File, ImplItem, Item, ItemFn, Meta,
    visit_mut::{self as walk, VisitMut},
};

/// Expands every `#[coro_core::coroutine]` and `coro_core::coroutines!` of a file, and prints it.
///
/// The file's own inner attributes, its documentation among them, are left out. Of the conditions of
/// `#[cfg]` inside coroutines, only `all(…)`, `any(…)`, `not(…)` and `true` can hold.
///
/// # Examples
///
/// ```
/// let expanded = coro_expand::file(
///     "#[coro_core::coroutine]
///      fn once() -> impl Iterator<Item = u32> { yield_!(1); }",
/// );
/// assert!(expanded.contains("State::Suspend1"));
/// assert!(!expanded.contains("yield_!"));
/// ```
///
/// # Panics
///
/// Panics if the file, or what the macro makes of it, is not Rust.
#[must_use]
pub fn file(source: &str) -> String {
    let mut file: File = syn::parse_str(source).expect("the source is Rust");
    file.attrs.clear();
    Expand.visit_file_mut(&mut file);
    let expanded = compiler::answers(file.to_token_stream());
    prettyplease::unparse(&syn::parse2(expanded).expect("an expansion is Rust"))
}

/// Prints the graph of every `#[coroutine]` function of a file: as lowering leaves it, or with what the analyses find,
/// if `with_facts`. The macro refuses a function by its own error, which stands for the graph.
///
/// # Examples
///
/// ```
/// let graph = coro_expand::graph(
///     "#[coro_core::coroutine]
///      fn twice(n: u32) -> impl Iterator<Item = u32> { yield_!(n); yield_!(n); }",
///     true,
/// );
/// assert!(graph.starts_with("fn twice\nbb0(n) start [n]\n"));
/// assert!(graph.contains("suspend 1(n);"));
/// ```
///
/// # Panics
///
/// Panics if the file is not Rust.
#[must_use]
pub fn graph(source: &str, with_facts: bool) -> String {
    struct Graphs(String, bool);
    impl Graphs {
        fn function(&mut self, name: &syn::Ident, function: &dyn ToTokens) {
            let graph = compile::graph(function.to_token_stream(), self.1);
            let graph = graph.unwrap_or_else(|error| format!("error: {error}\n"));
            self.0 += &format!("fn {name}\n{graph}");
        }
    }
    impl VisitMut for Graphs {
        fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
            if take_coroutine(&mut function.attrs).is_some() {
                self.function(&function.sig.ident, function);
            }
            walk::visit_item_fn_mut(self, function);
        }
        fn visit_impl_item_fn_mut(&mut self, function: &mut syn::ImplItemFn) {
            if take_coroutine(&mut function.attrs).is_some() {
                self.function(&function.sig.ident, function);
            }
            walk::visit_impl_item_fn_mut(self, function);
        }
    }
    let mut file: File = syn::parse_str(source).expect("the source is Rust");
    let mut graphs = Graphs(String::new(), with_facts);
    graphs.visit_file_mut(&mut file);
    graphs.0
}

/// Expands `#[coroutine(args)] item`, as the compiler calls it.
///
/// # Examples
///
/// ```
/// let item = "fn once() -> impl Iterator<Item = u32> { yield_!(1); }".parse().unwrap();
/// let expanded = coro_expand::attribute(Default::default(), item).to_string();
/// assert!(expanded.contains("fn once"));
/// ```
pub fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let expanded = compile::attribute(args, item);
    let second = match syn::parse2::<ItemFn>(expanded.clone()) {
        Ok(function) => compiler::second_step(&function.attrs),
        Err(_) => None,
    };
    compiler::answers(second.unwrap_or(expanded))
}

struct Expand;

impl VisitMut for Expand {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items = expand(std::mem::take(&mut file.items));
        walk::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            *items = expand(std::mem::take(items));
        }
        walk::visit_item_mod_mut(self, module);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        item.items = std::mem::take(&mut item.items)
            .into_iter()
            .map(|item| match item {
                ImplItem::Fn(mut function) => match take_coroutine(&mut function.attrs) {
                    Some(args) => syn::parse2(attribute(args, function.to_token_stream()))
                        .expect("an expansion is a method"),
                    None => ImplItem::Fn(function),
                },
                other => other,
            })
            .collect();
        walk::visit_item_impl_mut(self, item);
    }
}

fn expand(items: Vec<Item>) -> Vec<Item> {
    let parse = |tokens: TokenStream| -> Vec<Item> {
        syn::parse2::<File>(tokens).expect("an expansion is Rust").items
    };
    items
        .into_iter()
        .flat_map(|item| match item {
            Item::Fn(mut function) => match take_coroutine(&mut function.attrs) {
                Some(args) => parse(attribute(args, function.to_token_stream())),
                None => vec![Item::Fn(function)],
            },
            Item::Macro(item)
                if item.mac.path.segments.last().is_some_and(|name| name.ident == "coroutines") =>
            {
                let items = parse(compile::functions(item.mac.tokens));
                let configured = |item| match item {
                    Item::Fn(function) => match compiler::second_step(&function.attrs) {
                        Some(tokens) => parse(tokens),
                        None => vec![Item::Fn(function)],
                    },
                    other => vec![other],
                };
                items.into_iter().flat_map(configured).collect()
            }
            other => vec![other],
        })
        .collect()
}

/// Removes the attribute that makes a function a coroutine, and returns its arguments.
fn take_coroutine(attrs: &mut Vec<Attribute>) -> Option<TokenStream> {
    let at = attrs.iter().position(|attr| {
        attr.path().segments.last().is_some_and(|segment| segment.ident == "coroutine")
    })?;
    match attrs.remove(at).meta {
        Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}

//! Items that a body declares.
//!
//! In: an item statement. Out: the item, where all code that can name it sees it. An item of the
//! body itself, or one whose name nothing outside its block mentions, goes to the front of the
//! function. One that hides another of the same name is declared again wherever its block is opened
//! again, if two copies of it are as good as one. So are a `use`, which may bring methods of a trait, and
//! others that a macro from elsewhere may mention outside, where all items of their block can be repeated.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, ItemMacro, Stmt, UseTree, parse_quote};

use super::Builder;
use crate::{
    describe::{DELEGATION, QUESTION},
    ir::Decl,
    known,
    resolve::{format::replace_captures, is_local_macro},
    visit::Visit,
};

/// How often each name is mentioned in a piece of source.
#[derive(Default)]
pub struct Mentions {
    names: BTreeMap<String, usize>,
    /// Whether it calls a macro from elsewhere, which may mention any.
    is_open: bool,
}

impl Mentions {
    /// Counts the names in tokens.
    fn of(tokens: TokenStream) -> Self {
        let mut mentions = Self::default();
        mentions.add(tokens);
        mentions
    }

    /// Counts the names in a body, if it declares any item that they could stand for.
    pub fn of_body(body: &Block) -> Self {
        struct HasItem {
            found: bool,
            is_open: bool,
        }
        impl Visit<'_> for HasItem {
            fn visit_item(&mut self, _: &Item) {
                self.found = true;
            }
            fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
            fn visit_macro(&mut self, mac: &syn::Macro) {
                self.found |= known::may_hold_control(mac.tokens.clone());
                self.is_open |= known::Kind::of(mac).is_none() && !known::is_delegation(mac);
            }
        }
        let mut scan = HasItem { found: false, is_open: false };
        scan.visit_block(body);
        if !scan.found {
            return Self::default();
        }
        Self { is_open: scan.is_open, ..Self::of(body.to_token_stream()) }
    }

    fn add(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.add(group.stream()),
                // What a suspension is described by is a copy of its operand.
                TokenTree::Ident(ident) if ident == DELEGATION || ident == QUESTION => {
                    tokens.next();
                }
                TokenTree::Ident(ident) => self.name(ident.to_string()),
                TokenTree::Literal(literal) => {
                    replace_captures(&literal, &mut |name| {
                        self.name(name.to_owned());
                        None
                    });
                }
                TokenTree::Punct(_) => {}
            }
        }
    }

    fn name(&mut self, name: String) {
        *self.names.entry(name).or_default() += 1;
    }

    fn count(&self, name: &str) -> usize {
        self.names.get(name).copied().unwrap_or_default()
    }
}

impl Builder<'_> {
    /// Places the items of a block; `stmts` is all of the block.
    pub(super) fn items(&mut self, stmts: &[Stmt]) {
        let items: Vec<&Item> = stmts
            .iter()
            .filter_map(|stmt| match stmt {
                Stmt::Item(item) if !is_local_macro(item) => Some(item),
                _ => None,
            })
            .collect();
        if items.is_empty() {
            return;
        }
        let is_body = self.levels.iter().filter(|level| level.scope.is_some()).count() <= 2;
        let inside = Mentions::of(stmts.iter().map(ToTokens::to_token_stream).collect());
        let hidden: Vec<String> = self
            .levels
            .iter()
            .flat_map(|level| level.scope.iter().flatten())
            .filter_map(|decl| match decl {
                Decl::Local(local) => Some(self.locals.display(*local).to_owned()),
                Decl::Macro(_) | Decl::Item(_) => None,
            })
            .collect();
        let hides = |item: &Item| {
            let outside = |name: &String| {
                self.context.mentions.count(name) > inside.count(name) || hidden.contains(name)
            };
            let names = variants(item, &items).or_else(|| names(item));
            names.is_none_or(|names| names.iter().chain(&methods(item)).any(outside))
        };
        // One item may name another: they stay together.
        let may_hide =
            self.context.mentions.is_open || items.iter().any(|item| matches!(item, Item::Use(_)));
        let any_hides = items.iter().any(|item| hides(item))
            || may_hide && items.iter().all(|item| can_be_repeated(item));
        for mac in stmts.iter().filter_map(local_macro).filter(|_| is_body) {
            self.macro_of_items(mac, &items);
        }
        let mentions_repeated = |item: &Item| {
            let mentions = Mentions::of(item.to_token_stream());
            let repeated = items.iter().filter(|it| can_be_repeated(it));
            repeated.map(|it| names(it)).any(|names| {
                names.is_none_or(|names| names.iter().any(|name| mentions.count(name) > 0))
            })
        };
        for item in items.iter().copied() {
            let stays = || !can_be_repeated(item) && !hides(item) && !mentions_repeated(item);
            if is_body || !any_hides || stays() {
                self.body.items.push(item.clone());
            } else if can_be_repeated(item) {
                let copy = quiet(item.clone());
                self.declare(Decl::Item(Box::new(copy.clone())));
                // What mentions it may be in another copy of the block; a trait is not mentioned.
                let names = names(item).unwrap_or_default();
                let is_used =
                    matches!(item, Item::Use(_)) || names.iter().any(|name| inside.count(name) > 1);
                self.push(Stmt::Item(if is_used { copy } else { item.clone() }));
            } else {
                let span = name_span(item);
                self.errors.error(
                    span,
                    "an item in a block that suspends has a name that is also used outside of the block\nhelp: rename it, or move it out of the function\nnote: the code after a suspension is compiled apart from the code before it, and both have to see one item",
                );
            }
        }
    }
}

impl Builder<'_> {
    /// Places a `macro_rules!` of the body, which mentions no locals, in front of the items that call it, too.
    fn macro_of_items(&mut self, mac: &ItemMacro, items: &[&Item]) {
        let Some(name) = mac.ident.as_ref().map(ToString::to_string) else { return };
        let captures = || self.locals.macros.get(&name).is_none_or(|it| !it.mentioned.is_empty());
        let is_called =
            items.iter().any(|item| Mentions::of(item.to_token_stream()).count(&name) > 0);
        if is_called && !captures() {
            let mut mac = mac.clone();
            mac.attrs.push(parse_quote!(#[allow(unused_macros)]));
            self.body.items.push(Item::Macro(mac));
        }
    }
}

/// Returns the `macro_rules!` that a statement is.
fn local_macro(stmt: &Stmt) -> Option<&ItemMacro> {
    match stmt {
        Stmt::Item(item @ Item::Macro(mac)) if is_local_macro(item) => Some(mac),
        _ => None,
    }
}

/// Returns the names that an item declares, if they can be told.
pub fn names(item: &Item) -> Option<Vec<String>> {
    let name = match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Mod(item) => item.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::TraitAlias(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Union(item) => item.ident.to_string(),
        Item::Impl(_) => return Some(Vec::new()),
        Item::Use(item) => {
            let mut names = Vec::new();
            return imported(&item.tree, &mut names).then_some(names);
        }
        _ => return None,
    };
    Some(vec![name])
}

/// Lists the methods of a trait, which all code in its scope may call.
fn methods(item: &Item) -> Vec<String> {
    let Item::Trait(item) = item else { return Vec::new() };
    let methods = item.items.iter().filter_map(|item| match item {
        syn::TraitItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    });
    methods.collect()
}

/// Lists what `use Shape::*;` imports, beside the `enum Shape`.
fn variants(item: &Item, items: &[&Item]) -> Option<Vec<String>> {
    let Item::Use(item) = item else { return None };
    let UseTree::Path(path) = &item.tree else { return None };
    let UseTree::Glob(_) = &*path.tree else { return None };
    items.iter().find_map(|beside| match beside {
        Item::Enum(beside) if beside.ident == path.ident => {
            Some(beside.variants.iter().map(|variant| variant.ident.to_string()).collect())
        }
        _ => None,
    })
}

/// Lists the names that a `use` imports; tells whether it names them all.
fn imported(tree: &UseTree, names: &mut Vec<String>) -> bool {
    match tree {
        UseTree::Path(path) => imported(&path.tree, names),
        UseTree::Name(name) => {
            names.push(name.ident.to_string());
            true
        }
        UseTree::Rename(rename) => {
            names.push(rename.rename.to_string());
            true
        }
        UseTree::Group(group) => group.items.iter().all(|tree| imported(tree, names)),
        UseTree::Glob(_) => false,
    }
}

/// Tells whether two copies of an item are as good as one: it has no identity.
fn can_be_repeated(item: &Item) -> bool {
    match item {
        Item::Const(_) | Item::Type(_) | Item::Use(_) => true,
        Item::Fn(item) => Mentions::of(item.to_token_stream()).count("static") == 0,
        _ => false,
    }
}

/// Lets a copy of an item be unused.
fn quiet(mut item: Item) -> Item {
    match &mut item {
        Item::Const(item) => item.attrs.push(parse_quote!(#[allow(dead_code)])),
        Item::Type(item) => item.attrs.push(parse_quote!(#[allow(dead_code)])),
        Item::Fn(item) => item.attrs.push(parse_quote!(#[allow(dead_code)])),
        Item::Use(item) => item.attrs.push(parse_quote!(#[allow(unused_imports)])),
        _ => {}
    }
    item
}

fn name_span(item: &Item) -> proc_macro2::Span {
    use syn::spanned::Spanned;
    match item {
        Item::Const(item) => item.ident.span(),
        Item::Enum(item) => item.ident.span(),
        Item::Fn(item) => item.sig.ident.span(),
        Item::Static(item) => item.ident.span(),
        Item::Struct(item) => item.ident.span(),
        Item::Trait(item) => item.ident.span(),
        Item::Union(item) => item.ident.span(),
        other => other.span(),
    }
}

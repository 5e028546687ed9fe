//! Items that a body declares.
//!
//! In: an item statement. Out: the item, where all code that can name it sees it. An item of the
//! body itself, or one whose name nothing outside its block mentions, goes to the front of the
//! function. One that hides another of the same name is declared again wherever its block is opened
//! again, if two copies of it are as good as one.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Item, ItemMacro, Stmt, UseTree, parse_quote, visit::Visit};

use super::Builder;
use crate::{
    describe::{DELEGATION, QUESTION},
    ir::Decl,
    known,
    resolve::is_local_macro,
};

/// How often each name is mentioned in a piece of source.
#[derive(Default)]
pub struct Mentions(BTreeMap<String, usize>);

impl Mentions {
    /// Counts the names in tokens.
    fn of(tokens: TokenStream) -> Self {
        let mut mentions = Self::default();
        mentions.add(tokens);
        mentions
    }

    /// Counts the names in a body, if it declares any item that they could stand for.
    pub fn of_body(body: &Block) -> Self {
        struct HasItem(bool);
        impl Visit<'_> for HasItem {
            fn visit_item(&mut self, _: &Item) {
                self.0 = true;
            }
            fn visit_expr_path(&mut self, _: &syn::ExprPath) {}
            fn visit_macro(&mut self, mac: &syn::Macro) {
                self.0 |= known::may_hold_control(mac.tokens.clone());
            }
        }
        let mut scan = HasItem(false);
        scan.visit_block(body);
        if scan.0 { Self::of(body.to_token_stream()) } else { Self::default() }
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
                TokenTree::Ident(ident) => *self.0.entry(ident.to_string()).or_default() += 1,
                _ => {}
            }
        }
    }

    fn count(&self, name: &str) -> usize {
        self.0.get(name).copied().unwrap_or_default()
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
            names.is_none_or(|names| names.iter().any(outside))
        };
        // One item may name another: they stay together.
        let any_hides = items.iter().any(|item| hides(item));
        for mac in stmts.iter().filter_map(local_macro).filter(|_| is_body) {
            self.macro_of_items(mac, &items);
        }
        for item in items {
            if is_body || !any_hides {
                self.body.items.push(item.clone());
            } else if can_be_repeated(item) {
                let copy = quiet(item.clone());
                self.declare(Decl::Item(Box::new(copy)));
                self.push(Stmt::Item(item.clone()));
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
    let attrs = match &mut item {
        Item::Const(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        _ => return item,
    };
    attrs.push(parse_quote!(#[allow(unused_imports, dead_code)]));
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

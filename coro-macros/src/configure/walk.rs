//! A walk over a function's attributes.
//!
//! In: a function, and which conditions hold. Out: the conditions, and the function as the compiler
//! leaves it. Invariant: the order of the conditions does not depend on which of them hold, since what
//! is taken away is walked over, too.
//!
//! The compiler takes away statements, arms, parameters, fields of literals and of patterns, and what
//! stands in a list: elements and arguments. It refuses attributes in other places; they are left to
//! it, as are those inside items and in the tokens of macros that are not looked into.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{
    Attribute, Block, Expr, Item, ItemFn, ItemMacro, Macro, Meta, MetaList, Token,
    parse::Parser,
    punctuated::{Pair, Punctuated},
};

use super::{Condition, attrs};
use crate::{
    known::{self, Kind},
    resolve::is_local_macro,
    visit_mut::VisitMut,
};

/// What is known on the way.
pub struct Walk<'a> {
    holds: &'a dyn Fn(usize) -> bool,
    conditions: Vec<Condition>,
    /// The conditions of what is around.
    around: Vec<usize>,
    /// The names of the body's own macros.
    macros: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    /// Configures a function, and returns its conditions.
    pub fn over(function: &mut ItemFn, holds: &'a dyn Fn(usize) -> bool) -> Vec<Condition> {
        let mut walk =
            Self { holds, conditions: Vec::new(), around: Vec::new(), macros: BTreeSet::new() };
        let sig = &mut function.sig;
        let generics = &mut sig.generics.params;
        walk.list(generics, |it| Some(attrs::generic(it)), Self::visit_generic_param_mut);
        walk.list(&mut sig.inputs, |it| Some(attrs::param(it)), Self::visit_fn_arg_mut);
        walk.visit_return_type_mut(&mut sig.output);
        walk.visit_block_mut(&mut function.block);
        walk.conditions
    }

    /// Notes a condition, and tells whether it holds. What follows stands below it.
    fn condition(&mut self, attr: Attribute, predicate: Option<TokenStream>) -> bool {
        let number = self.conditions.len();
        let parent = self.around.last().copied();
        let malformed = predicate.is_none();
        self.conditions.push(Condition { parent, attr, predicate });
        if malformed {
            // The compiler reports it and goes on without it.
            return true;
        }
        self.around.push(number);
        (self.holds)(number)
    }

    /// Expands an attribute into `out`, and tells whether it lets its node be.
    fn attribute(&mut self, attr: Attribute, out: &mut Vec<Attribute>) -> bool {
        if attr.path().is_ident("cfg") {
            let predicate = predicate(&attr);
            self.condition(attr, predicate)
        } else if attr.path().is_ident("cfg_attr") {
            let depth = self.around.len();
            let parts = conditional(&attr);
            let (predicate, nested) = parts.map_or((None, Vec::new()), |(p, n)| (Some(p), n));
            let holds = self.condition(attr, predicate);
            let mut expanded = Vec::new();
            let mut kept = true;
            for attr in nested {
                kept &= self.attribute(attr, &mut expanded);
            }
            self.around.truncate(depth);
            if holds {
                out.extend(expanded);
            }
            kept || !holds
        } else {
            out.push(attr);
            true
        }
    }

    /// Configures a node and what is in it, and tells whether it stays.
    fn node<T>(
        &mut self,
        node: &mut T,
        attrs: impl Fn(&mut T) -> Option<&mut Vec<Attribute>>,
        visit: impl Fn(&mut Self, &mut T),
    ) -> bool {
        let depth = self.around.len();
        let mut kept = true;
        if let Some(attrs) = attrs(node) {
            let mut expanded = Vec::new();
            for attr in std::mem::take(attrs) {
                kept &= self.attribute(attr, &mut expanded);
            }
            *attrs = expanded;
        }
        visit(self, node);
        self.around.truncate(depth);
        kept
    }

    /// Configures the nodes of a list.
    fn list<T, P>(
        &mut self,
        list: &mut Punctuated<T, P>,
        attrs: impl Fn(&mut T) -> Option<&mut Vec<Attribute>>,
        visit: impl Fn(&mut Self, &mut T),
    ) {
        let pairs = std::mem::take(list).into_pairs();
        let keep =
            |mut pair: Pair<T, P>| self.node(pair.value_mut(), &attrs, &visit).then_some(pair);
        *list = pairs.filter_map(keep).collect();
    }

    fn exprs(&mut self, list: &mut Punctuated<Expr, Token![,]>) {
        self.list(list, attrs::expr, Self::visit_expr_mut);
    }
}

impl VisitMut for Walk<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain_mut(|stmt| self.node(stmt, attrs::stmt, Self::visit_stmt_mut));
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        let is_macro = is_local_macro(item);
        if let Item::Macro(ItemMacro { ident: Some(name), .. }) = item {
            if is_macro {
                self.macros.insert(name.to_string());
            }
        }
    }

    fn visit_expr_array_mut(&mut self, expr: &mut syn::ExprArray) {
        self.exprs(&mut expr.elems);
    }

    fn visit_expr_tuple_mut(&mut self, expr: &mut syn::ExprTuple) {
        self.exprs(&mut expr.elems);
    }

    fn visit_expr_call_mut(&mut self, expr: &mut syn::ExprCall) {
        self.visit_expr_mut(&mut expr.func);
        self.exprs(&mut expr.args);
    }

    fn visit_expr_method_call_mut(&mut self, expr: &mut syn::ExprMethodCall) {
        self.visit_expr_mut(&mut expr.receiver);
        if let Some(turbofish) = &mut expr.turbofish {
            self.visit_angle_bracketed_generic_arguments_mut(turbofish);
        }
        self.exprs(&mut expr.args);
    }

    fn visit_expr_struct_mut(&mut self, expr: &mut syn::ExprStruct) {
        self.visit_path_mut(&mut expr.path);
        self.list(&mut expr.fields, |field| Some(&mut field.attrs), Self::visit_field_value_mut);
        if let Some(rest) = &mut expr.rest {
            self.visit_expr_mut(rest);
        }
    }

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        self.visit_expr_mut(&mut expr.expr);
        expr.arms.retain_mut(|arm| self.node(arm, |arm| Some(&mut arm.attrs), Self::visit_arm_mut));
    }

    fn visit_expr_closure_mut(&mut self, expr: &mut syn::ExprClosure) {
        self.list(&mut expr.inputs, attrs::pat, Self::visit_pat_mut);
        self.visit_return_type_mut(&mut expr.output);
        self.visit_expr_mut(&mut expr.body);
    }

    fn visit_type_fn_ptr_mut(&mut self, ty: &mut syn::TypeFnPtr) {
        self.list(&mut ty.inputs, |input| Some(&mut input.attrs), Self::visit_named_arg_mut);
        self.visit_return_type_mut(&mut ty.output);
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut syn::PatStruct) {
        self.list(&mut pat.fields, |field| Some(&mut field.attrs), Self::visit_field_pat_mut);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let name = mac.path.segments.last().map(|segment| segment.ident.to_string());
        let local = name.as_ref().is_some_and(|name| self.macros.contains(name));
        if local || !mentions_cfg(&mac.tokens) {
            return;
        }
        if matches!(name.as_deref(), Some("yield_" | "yield_from")) {
            if let Ok(mut values) = known::operands(mac) {
                values.iter_mut().for_each(|value| self.visit_expr_mut(value));
                mac.tokens = quote!(#values);
            }
        } else if let Some(mut known) = known::parse(mac) {
            let attrs = if known.kind == Kind::Vec { attrs::expr } else { |_: &mut Expr| None };
            known.args.retain_mut(|arg| self.node(&mut arg.expr, attrs, Self::visit_expr_mut));
            if let Some(pattern) = &mut known.pattern {
                self.visit_pat_mut(pattern);
            }
            mac.tokens = known.tokens();
        }
    }

    /// Attributes are walked over where they can take something away.
    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
}

/// Returns the predicate of `#[cfg(predicate)]`.
fn predicate(attr: &Attribute) -> Option<TokenStream> {
    let Meta::List(MetaList { tokens, .. }) = &attr.meta else { return None };
    let mut parts = split(tokens).into_iter();
    parts.next().filter(|part| !part.is_empty() && parts.all(|part| part.is_empty()))
}

/// Returns the predicate and the attributes of `#[cfg_attr(predicate, attributes)]`.
fn conditional(attr: &Attribute) -> Option<(TokenStream, Vec<Attribute>)> {
    let Meta::List(MetaList { tokens, .. }) = &attr.meta else { return None };
    let mut parts = split(tokens);
    if parts.len() < 2 || parts[0].is_empty() {
        return None;
    }
    if parts.last().is_some_and(TokenStream::is_empty) {
        parts.pop();
    }
    let predicate = parts.remove(0);
    let attrs = parts.into_iter().map(|part| {
        let meta = Parser::parse2(<Meta as syn::parse::Parse>::parse, part).ok()?;
        Some(Attribute { meta, ..attr.clone() })
    });
    attrs.collect::<Option<_>>().map(|attrs| (predicate, attrs))
}

/// Splits tokens at their commas.
fn split(tokens: &TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens.clone() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            _ => parts.last_mut().expect("there is one").extend([token]),
        }
    }
    parts
}

/// Tells whether there may be an attribute among tokens.
fn mentions_cfg(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => mentions_cfg(&group.stream()),
        TokenTree::Ident(ident) => ident == "cfg" || ident == "cfg_attr",
        _ => false,
    })
}

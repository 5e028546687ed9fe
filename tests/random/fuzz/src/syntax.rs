//! One random change to a function that leaves it a function.
//!
//! In: a function, and expressions of others. Out: the function with statements exchanged, repeated, deleted
//! or put into braces, with an expression replaced or yielded, or with two names made one. What comes out
//! parses; whether it means anything is the macro's to find out.

use coro_random::rng::Rng;
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Block, Expr, ItemFn, PatIdent, Stmt, parse_quote,
    visit_mut::{self, VisitMut},
};

/// Lists the expressions of a function that can stand anywhere.
#[must_use]
pub fn expressions(function: &ItemFn) -> Vec<Expr> {
    struct All(Vec<Expr>);
    impl VisitMut for All {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            if !matches!(expr, Expr::Let(_)) {
                self.0.push(expr.clone());
            }
            visit_mut::visit_expr_mut(self, expr);
        }
    }
    let mut all = All(Vec::new());
    all.visit_block_mut(&mut function.block.clone());
    all.0
}

/// Makes one change somewhere in the body.
pub fn mutate(function: &mut ItemFn, corpus: &[Expr], rng: &mut Rng) {
    match rng.below(10) {
        0..=3 => change_statements(&mut function.block, rng),
        4..=8 => change_expression(&mut function.block, corpus, rng),
        _ => make_names_one(function, rng),
    }
}

/// Calls `change` on one of the nodes that `visit` goes through.
macro_rules! at_one {
    ($block:expr, $rng:expr, $visit:ident, $node:ty, $change:expr) => {{
        struct At<'a> {
            left: Option<usize>,
            seen: usize,
            change: &'a mut dyn FnMut(&mut $node),
        }
        impl VisitMut for At<'_> {
            fn $visit(&mut self, node: &mut $node) {
                let here = self.left == Some(self.seen);
                self.seen += 1;
                if here {
                    (self.change)(node);
                } else {
                    visit_mut::$visit(self, node);
                }
            }
        }
        let mut nothing = |_: &mut $node| {};
        let mut count = At { left: None, seen: 0, change: &mut nothing };
        count.visit_block_mut($block);
        if count.seen > 0 {
            let left = Some($rng.below(count.seen));
            let mut change = $change;
            At { left, seen: 0, change: &mut change }.visit_block_mut($block);
        }
    }};
}

fn change_statements(block: &mut Block, rng: &mut Rng) {
    let mut own = rng.clone();
    at_one!(block, rng, visit_block_mut, Block, |block: &mut Block| {
        let stmts = &mut block.stmts;
        if stmts.is_empty() {
            return stmts.push(parse_quote!(yield_!(1);));
        }
        let at = own.below(stmts.len());
        match own.below(6) {
            0 => {
                stmts.remove(at);
            }
            1 => {
                let copy = stmts[at].clone();
                stmts.insert(own.below(at + 1), ended(copy));
            }
            2 => {
                let last = stmts.len() - 1;
                let to = own.below(stmts.len());
                stmts.swap(at, to);
                // What is no longer the last one ends with a semicolon.
                for stmt in &mut stmts[..last] {
                    *stmt = ended(stmt.clone());
                }
            }
            3 => {
                let end = at + 1 + own.below(stmts.len() - at);
                let inside: Vec<_> = stmts.drain(at..end).collect();
                let ended: Vec<_> = inside.iter().cloned().map(ended).collect();
                let wrapped = match own.below(5) {
                    0 => quote!('a: { #(#inside)* }),
                    1 => quote!(loop { #(#ended)* break; }),
                    2 => quote!(if yield_!(1) > 2 { #(#ended)* }),
                    3 => quote!(while x1 > 2 { #(#ended)* }),
                    _ => quote!({ #(#inside)* }),
                };
                match syn::parse2(wrapped) {
                    Ok(wrapped) => stmts.insert(at, Stmt::Expr(wrapped, None)),
                    // Some statements are printed without what divides them.
                    Err(_) => drop(stmts.splice(at..at, inside)),
                }
            }
            4 => stmts.insert(at, parse_quote!(let x1 = yield_!(x1);)),
            _ => stmts.insert(at, parse_quote!(yield_!(1);)),
        }
    });
    rng.next();
}

/// A statement that can stand in front of others.
fn ended(stmt: Stmt) -> Stmt {
    match stmt {
        Stmt::Expr(expr, None) => Stmt::Expr(expr, Some(syn::token::Semi::default())),
        stmt => stmt,
    }
}

fn change_expression(block: &mut Block, corpus: &[Expr], rng: &mut Rng) {
    let mut own = rng.clone();
    at_one!(block, rng, visit_expr_mut, Expr, |expr: &mut Expr| {
        if matches!(expr, Expr::Let(_)) {
            return;
        }
        let old = Group::new(proc_macro2::Delimiter::Parenthesis, expr.to_token_stream());
        let new = match own.below(12) {
            0..=3 if !corpus.is_empty() => {
                let new = own.pick(corpus);
                quote!((#new))
            }
            4 | 5 => quote!(yield_!(#old)),
            6 => quote!({ yield_!(1); #old }),
            7 => quote!({ let x1 = #old; x1 }),
            8 => quote!(if yield_!(1) > 2 { #old } else { #old }),
            9 => quote!(match #old { x1 => { yield_!(1); x1 } }),
            10 => quote!(loop { break #old; }),
            _ => quote!((#old, yield_!(1)).0),
        };
        // What stands in a condition is no expression everywhere.
        if let Ok(new) = syn::parse2(new) {
            *expr = new;
        }
    });
    rng.next();
}

/// Gives a local the name of another.
fn make_names_one(function: &mut ItemFn, rng: &mut Rng) {
    struct Names(Vec<Ident>);
    impl VisitMut for Names {
        fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
            if !self.0.contains(&pat.ident) {
                self.0.push(pat.ident.clone());
            }
            visit_mut::visit_pat_ident_mut(self, pat);
        }
    }
    let mut names = Names(Vec::new());
    names.visit_item_fn_mut(function);
    if names.0.len() > 1 {
        let (from, to) = (rng.pick(&names.0).clone(), rng.pick(&names.0).clone());
        let body = renamed(function.block.to_token_stream(), &from, &to);
        if let Ok(block) = syn::parse2(quote!(#body)) {
            *function.block = block;
        }
    }
}

fn renamed(tokens: TokenStream, from: &Ident, to: &Ident) -> TokenStream {
    let rename = |tree| match tree {
        TokenTree::Ident(name) if name == *from => TokenTree::Ident(to.clone()),
        TokenTree::Group(group) => {
            Group::new(group.delimiter(), renamed(group.stream(), from, to)).into()
        }
        tree => tree,
    };
    tokens.into_iter().map(rename).collect()
}

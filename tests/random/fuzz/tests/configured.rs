//! `#[cfg]` leaves nothing behind: a random coroutine with attributes that hold, and with code that is
//! taken away again, expands to what it expands to without them.

use coro_random::rng::Rng;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Attribute, Expr, FieldValue, FnArg, ItemFn, Macro, Pat, Stmt, Token,
    parse::Parser,
    parse_quote,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

/// Adds attributes and what they take away.
struct Configured {
    rng: Rng,
    /// How many were added.
    added: u32,
}

impl Configured {
    /// An attribute that does nothing, now and then.
    fn kept(&mut self, attrs: &mut Vec<Attribute>) {
        if self.rng.percent(20) {
            self.added += 1;
            attrs.insert(
                0,
                match self.rng.below(5) {
                    0 => parse_quote!(#[cfg(all())]),
                    1 => parse_quote!(#[cfg(not(any(any(), not(all())))) ]),
                    2 => parse_quote!(#[cfg_attr(any(), cfg(any()), missing)]),
                    3 => parse_quote!(#[cfg_attr(all(), cfg(all()), cfg_attr(any(), missing))]),
                    _ => parse_quote!(#[cfg_attr(any(),)]),
                },
            );
        }
    }

    /// Attributes of which one takes its node away, now and then.
    fn gone(&mut self) -> Option<Vec<Attribute>> {
        if !self.rng.percent(15) {
            return None;
        }
        self.added += 1;
        Some(match self.rng.below(4) {
            0 => vec![parse_quote!(#[cfg(any())])],
            1 => vec![parse_quote!(#[cfg(all())]), parse_quote!(#[cfg(not(all()))])],
            2 => vec![parse_quote!(#[cfg_attr(all(), allow(unused), cfg(any()))])],
            _ => vec![parse_quote!(#[cfg(all(all(), any(any(), not(all()))))])],
        })
    }

    /// Some code that is never compiled, and asks more.
    fn code(&mut self) -> TokenStream {
        match self.rng.below(5) {
            0 => quote!(yield_!(missing)),
            1 => quote!({
                #[cfg(all())]
                let x1 = missing;
                #[cfg(any())]
                x1
            }),
            2 => quote!(match x1 {
                #[cfg(all())]
                0 => yield_!(
                    #[cfg(all())]
                    1
                ),
                _ => return missing,
            }),
            3 => quote!(
                (|#[cfg(all())] x1: u32| f(
                    x1,
                    #[cfg(any())]
                    1
                ))
            ),
            _ => quote!(loop {
                break 'missing x1;
            }),
        }
    }

    fn list<T>(
        &mut self,
        list: &mut Punctuated<T, Token![,]>,
        make: impl FnOnce(Vec<Attribute>, TokenStream) -> T,
    ) {
        if let Some(attrs) = self.gone() {
            let code = self.code();
            list.insert(0, make(attrs, code));
        }
    }

    fn exprs(&mut self, list: &mut Punctuated<Expr, Token![,]>) {
        self.list(list, |attrs, code| parse_quote!(#(#attrs)* f(#code)));
    }
}

impl VisitMut for Configured {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        visit_mut::visit_block_mut(self, block);
        for stmt in std::mem::take(&mut block.stmts) {
            if let Some(attrs) = self.gone() {
                let code = self.code();
                block.stmts.push(match self.rng.below(4) {
                    0 => parse_quote!(#(#attrs)* let x1 = #code;),
                    1 => parse_quote!(#(#attrs)* if x1 { #code }),
                    2 => parse_quote!(#(#attrs)* fn missing() { #code }),
                    _ => parse_quote!(#(#attrs)* f(#code);),
                });
            }
            block.stmts.push(stmt);
            match block.stmts.last_mut() {
                Some(Stmt::Local(stmt)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Macro(stmt)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::If(stmt), _)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::Match(stmt), _)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::Macro(stmt), _)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::MethodCall(stmt), _)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::ForLoop(stmt), _)) => self.kept(&mut stmt.attrs),
                Some(Stmt::Expr(Expr::Loop(stmt), _)) => self.kept(&mut stmt.attrs),
                _ => {}
            }
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        visit_mut::visit_expr_match_mut(self, expr);
        for arm in &mut expr.arms {
            self.kept(&mut arm.attrs);
        }
        if let Some(attrs) = self.gone() {
            let code = self.code();
            expr.arms.insert(0, parse_quote!(#(#attrs)* Some(x1) if x1 > 0 => f(#code),));
        }
    }

    fn visit_expr_array_mut(&mut self, expr: &mut syn::ExprArray) {
        visit_mut::visit_expr_array_mut(self, expr);
        self.exprs(&mut expr.elems);
    }

    fn visit_expr_tuple_mut(&mut self, expr: &mut syn::ExprTuple) {
        visit_mut::visit_expr_tuple_mut(self, expr);
        self.exprs(&mut expr.elems);
    }

    fn visit_expr_call_mut(&mut self, expr: &mut syn::ExprCall) {
        visit_mut::visit_expr_call_mut(self, expr);
        self.exprs(&mut expr.args);
    }

    fn visit_expr_method_call_mut(&mut self, expr: &mut syn::ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, expr);
        self.exprs(&mut expr.args);
    }

    fn visit_expr_struct_mut(&mut self, expr: &mut syn::ExprStruct) {
        visit_mut::visit_expr_struct_mut(self, expr);
        self.list(&mut expr.fields, |attrs, code| -> FieldValue {
            parse_quote!(#(#attrs)* missing: #code)
        });
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut syn::PatStruct) {
        visit_mut::visit_pat_struct_mut(self, pat);
        self.list(&mut pat.fields, |attrs, _| {
            let pat = Pat::parse_single.parse2(quote!(Missing { #(#attrs)* missing }));
            let Ok(Pat::Struct(pat)) = pat else { unreachable!("it is a struct's pattern") };
            pat.fields.into_iter().next().expect("it has a field")
        });
    }

    fn visit_signature_mut(&mut self, sig: &mut syn::Signature) {
        // The macro names parameters by their place.
        if sig.receiver().is_none() && sig.inputs.iter().all(is_named) {
            self.list(&mut sig.inputs, |attrs, _| -> FnArg {
                parse_quote!(#(#attrs)* x1: Missing)
            });
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let name = mac.path.segments.last().map(|segment| segment.ident.to_string());
        if matches!(name.as_deref(), Some("yield_" | "yield_from")) {
            let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
            if let Ok(mut operands) = mac.parse_body_with(parser) {
                operands.iter_mut().for_each(|operand| self.visit_expr_mut(operand));
                mac.tokens = operands.to_token_stream();
            }
        }
    }
}

fn is_named(arg: &FnArg) -> bool {
    matches!(arg, FnArg::Typed(arg) if matches!(*arg.pat, Pat::Ident(_)))
}

fn expanded(function: &ItemFn) -> String {
    coro_expand::attribute(TokenStream::new(), function.to_token_stream()).to_string()
}

#[test]
fn what_is_configured_expands_to_what_is_left() {
    let mut added = 0;
    for number in 0..150 {
        for tokens in coro_fuzz::functions(11, number) {
            let plain: ItemFn = syn::parse2(tokens).expect("the generator writes Rust");
            let mut function = plain.clone();
            let rng = Rng::new(0xc0_4f16 ^ u64::from(number));
            let mut configured = Configured { rng, added: 0 };
            configured.visit_item_fn_mut(&mut function);
            added += configured.added;
            assert_eq!(
                expanded(&function),
                expanded(&plain),
                "program {number}:\n{}",
                function.to_token_stream()
            );
        }
    }
    assert!(added > 2_000, "{added} attributes are few");
}

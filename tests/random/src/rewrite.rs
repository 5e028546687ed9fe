//! Rewrites of a body that one side needs.

use quote::ToTokens as _;
use syn::{parse_quote, visit_mut::VisitMut};

/// Replaces `e?` by `try_!(e)`, as an oracle's iterator of results needs it.
///
/// What is not Rust is left as it is, for rustc to refuse.
#[must_use]
pub fn questions(body: &str) -> String {
    let Ok(mut block) = syn::parse_str::<syn::Block>(&format!("{{ {body} }}")) else {
        return body.into();
    };
    Questions.visit_block_mut(&mut block);
    block.stmts.iter().map(|stmt| stmt.to_token_stream().to_string() + "\n").collect()
}

struct Questions;

impl VisitMut for Questions {
    fn visit_expr_mut(&mut self, expr: &mut syn::Expr) {
        if matches!(expr, syn::Expr::Closure(_)) {
            return;
        }
        syn::visit_mut::visit_expr_mut(self, expr);
        if let syn::Expr::Try(question) = expr {
            let operand = &question.expr;
            *expr = parse_quote!(try_!(#operand));
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        crate::rewrite::arguments_mut(mac, |expr| self.visit_expr_mut(expr));
    }
}

/// Visits the arguments of a macro whose arguments are expressions.
pub fn arguments_mut(mac: &mut syn::Macro, mut visit: impl FnMut(&mut syn::Expr)) {
    use syn::{Token, parse::ParseStream, punctuated::Punctuated};
    if mac.path.is_ident("macro_rules") {
        return;
    }
    if mac.path.is_ident("matches") {
        let parser = |input: ParseStream<'_>| {
            Ok((input.parse::<syn::Expr>()?, input.parse::<proc_macro2::TokenStream>()?))
        };
        if let Ok((mut scrutinee, pattern)) = mac.parse_body_with(parser) {
            visit(&mut scrutinee);
            mac.tokens = scrutinee.into_token_stream();
            mac.tokens.extend(pattern);
        }
        return;
    }
    let parsed = mac.parse_body_with(Punctuated::<syn::Expr, Token![,]>::parse_terminated);
    if let Ok(mut arguments) = parsed {
        for argument in &mut arguments {
            visit(argument);
        }
        mac.tokens = arguments.to_token_stream();
        return;
    }
    let repeated = |input: ParseStream<'_>| {
        Ok((input.parse::<syn::Expr>()?, input.parse::<Token![;]>()?, input.parse::<syn::Expr>()?))
    };
    if let Ok((mut element, semicolon, mut count)) = mac.parse_body_with(repeated) {
        visit(&mut element);
        visit(&mut count);
        mac.tokens = quote::quote!(#element #semicolon #count);
    }
}

#[cfg(test)]
mod tests {
    use super::questions;

    #[test]
    fn questions_become_macros_outside_closures() {
        let body = questions(
            "let x = f(a?)?; yield_!(b?); let g = || c?; matches!(d?, 0 | 1); vec![e?; 2]",
        );
        let body: String = body.split_whitespace().collect();
        assert_eq!(
            body,
            "letx=try_!(f(try_!(a)));yield_!(try_!(b));letg=||c?;matches!(try_!(d),0|1);vec![try_!(e);2]"
        );
    }
}

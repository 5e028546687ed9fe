//! The invariants of the output.
//!
//! In: the tokens of the function. Checked: they are items that parse; no marker and no spelling of the macro's own
//! is left in them.

use proc_macro2::{TokenStream, TokenTree};

use super::{Violation, hold};
use crate::{ir::is_marker, resolve::names::is_spelling};

const STAGE: &str = "code generation";

/// Checks what the macro writes.
pub fn output(tokens: &TokenStream) -> Result<(), Violation> {
    spellings(tokens.clone())?;
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(_) => Ok(()),
        Err(error) => Err(Violation::new(STAGE, format!("the output does not parse: {error}"))),
    }
}

fn spellings(tokens: TokenStream) -> Result<(), Violation> {
    let mut before = [const { None }; 2];
    for token in tokens {
        let is_field = |[first, second]: &[Option<TokenTree>; 2]| {
            matches!(first, Some(TokenTree::Ident(name)) if name == "_")
                && matches!(second, Some(TokenTree::Punct(dot)) if dot.as_char() == '.')
        };
        match &token {
            TokenTree::Group(group) => spellings(group.stream())?,
            TokenTree::Ident(name) => hold(!is_spelling(name), STAGE, || {
                format!("a local or a label is still spelled `{name}`")
            })?,
            TokenTree::Literal(number) => {
                hold(!is_field(&before) || !is_marker(number), STAGE, || {
                    format!("a jump is still written as `_.{number}`")
                })?;
            }
            TokenTree::Punct(_) => {}
        }
        let [_, last] = before;
        before = [last, Some(token)];
    }
    Ok(())
}

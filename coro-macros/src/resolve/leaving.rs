//! Macros that may leave the code that they stand in.
//!
//! In: a macro's definition, where the body has it, or else its name. Out: whether it may jump, and whether
//! it declares locals. Macros are expanded after the body is taken apart, so that nobody sees what they do.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

use crate::{known::Kind, scan::is_punct};

/// What the definition of a `macro_rules!` shows.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Definition {
    /// It breaks out of a loop around it, or goes on with it.
    pub breaks: bool,
    /// It returns, or has a `?`.
    pub returns: bool,
    /// It declares locals where it stands.
    pub declares: bool,
    /// It uses another macro that may leave.
    pub leaves: bool,
}

impl Definition {
    /// Reads the rules of a `macro_rules!`.
    pub fn of(rules: &TokenStream) -> Self {
        let mut definition = Self::default();
        let mut arrow = 0;
        for token in rules.clone() {
            match token {
                TokenTree::Group(group) if arrow == 2 => {
                    definition.read(group.stream(), true, false);
                }
                TokenTree::Punct(punct) if punct.as_char() == '=' => arrow = 1,
                TokenTree::Punct(punct) if punct.as_char() == '>' && arrow == 1 => {
                    arrow = 2;
                    continue;
                }
                _ => {}
            }
            if arrow == 2 {
                arrow = 0;
            }
        }
        definition
    }

    /// Reads what a rule expands to, or a group in it.
    fn read(&mut self, tokens: TokenStream, outermost: bool, in_loop: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut loop_ahead = false;
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &tokens[before]);
            let after = tokens.get(index + 1);
            match token {
                TokenTree::Ident(ident) => match ident.to_string().as_str() {
                    // What is in a function or a closure leaves that.
                    "fn" | "async" | "move" => return,
                    "loop" | "while" | "for" => loop_ahead = true,
                    "break" | "continue" => {
                        let labelled =
                            after.is_some_and(|next| is_punct(next, '\'') || is_punct(next, '$'));
                        self.breaks |= !in_loop && !labelled;
                    }
                    "return" => self.returns = true,
                    "let" => self.declares |= outermost && !before.is_some_and(is_condition),
                    name => {
                        let is_macro = after.is_some_and(|next| is_punct(next, '!'))
                            && matches!(tokens.get(index + 2), Some(TokenTree::Group(_)));
                        self.leaves |=
                            is_macro && !QUIET.contains(&name) && Kind::named(name).is_none();
                    }
                },
                TokenTree::Punct(punct)
                    if punct.as_char() == '|' && !before.is_some_and(ends_operand) =>
                {
                    return;
                }
                TokenTree::Punct(punct) if punct.as_char() == '?' => {
                    let repeats = index > 1
                        && matches!(tokens[index - 1], TokenTree::Group(_))
                        && is_punct(&tokens[index - 2], '$');
                    self.returns |= !repeats && before.is_some_and(ends_operand);
                }
                TokenTree::Group(group) => {
                    let is_body = group.delimiter() == Delimiter::Brace;
                    // A repetition stands for what is in it.
                    let repeats = before.is_some_and(|before| is_punct(before, '$'));
                    let in_loop = in_loop || (is_body && std::mem::take(&mut loop_ahead));
                    self.read(group.stream(), outermost && repeats, in_loop);
                }
                _ => {}
            }
        }
    }
}

/// Tells whether a `let` behind a token is a condition.
fn is_condition(token: &TokenTree) -> bool {
    is_punct(token, '&')
        || matches!(token, TokenTree::Ident(ident) if *ident == "if" || *ident == "while")
}

/// Tells whether a token can be the last of an operand, so that what follows is an operator.
fn ends_operand(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(ident) => !["return", "in", "else", "match", "if", "while", "break"]
            .iter()
            .any(|word| ident == word),
        TokenTree::Literal(_) | TokenTree::Group(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == '?',
    }
}

/// Macros of well-known crates, and of the standard library, that neither jump nor declare anything.
const QUIET: &[&str] = &[
    "addr_of",
    "addr_of_mut",
    "assert_matches",
    "bitflags",
    "btreemap",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "const_format",
    "debug",
    "env",
    "error",
    "error_span",
    "event",
    "file",
    "format_ident",
    "hashmap",
    "hashset",
    "include",
    "include_bytes",
    "include_str",
    "indexmap",
    "info",
    "info_span",
    "json",
    "line",
    "log",
    "macro_rules",
    "module_path",
    "option_env",
    "parse_quote",
    "pin",
    "quote",
    "smallvec",
    "span",
    "stringify",
    "thread_local",
    "trace",
    "trace_span",
    "warn",
    "warn_span",
    "yield_",
    "yield_from",
];

/// Macros of well-known crates that declare a guard, or another local, where they are a statement.
const DECLARING: &[&str] = &[
    "defer",
    "defer_on_success",
    "defer_on_unwind",
    "pin_mut",
    "profile_function",
    "profile_scope",
];

/// Tells whether a macro from outside of the body is known to declare a local where it stands.
pub fn declares(mac: &Macro) -> bool {
    let names = &mac.path.segments;
    let profiles = names.first().is_some_and(|first| first.ident == "profiling");
    names.last().is_some_and(|last| {
        DECLARING.iter().any(|name| last.ident == name)
            || profiles && (last.ident == "scope" || last.ident == "function_scope")
    })
}

/// Tells whether a macro from outside of the body may leave what it stands in.
pub fn may_leave(mac: &Macro) -> bool {
    let name = mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    Kind::of(mac).is_none() && !QUIET.contains(&name.as_str())
}

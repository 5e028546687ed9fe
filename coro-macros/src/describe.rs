//! What the documentation of a suspended state says.
//!
//! In: the yielded expression, resolved. Out: a line that tells the suspension apart from the
//! others: its place in the order of the text, and what it yields, if that is short.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{AttrStyle, Attribute, ExprYield, Meta, Token, token::Bracket};

use crate::{
    codegen::restore,
    ir::{Body, SuspendKind},
    resolve::names::{Labels, Locals},
    scan::is_punct,
};

/// The attribute on a `yield` that a delegation became; it holds the delegated coroutine.
pub const DELEGATION: &str = "__coro_delegation";
/// The attribute on a `yield` that a `?` became; it holds the operand.
pub const QUESTION: &str = "__coro_question";

/// The attribute on a `yield` that was written as a macro, at the macro's end.
const END: &str = "__coro_end";

/// The longest expression that is quoted.
const LONGEST: usize = 40;

/// Reads what a `yield` stands for in the source.
pub fn kind(expr: &ExprYield) -> (SuspendKind, TokenStream) {
    let marked = |name: &str| expr.attrs.iter().find_map(|attr| operand(attr, name));
    if let Some(operand) = marked(DELEGATION) {
        return (SuspendKind::Delegation, operand);
    }
    if let Some(operand) = marked(QUESTION) {
        return (SuspendKind::Question, operand);
    }
    (SuspendKind::Yield, expr.expr.to_token_stream())
}

/// Makes that attribute.
pub fn ends_at(span: Span) -> Attribute {
    Attribute {
        pound_token: Token![#](span),
        style: AttrStyle::Outer,
        bracket_token: Bracket(span),
        meta: Meta::Path(Ident::new(END, span).into()),
    }
}

/// Returns where the macro ends that a `yield` stands for.
pub fn end(expr: &ExprYield) -> Option<Span> {
    expr.attrs.iter().find(|attr| attr.path().is_ident(END)).map(|attr| attr.pound_token.span)
}

/// Tells whether these are the brackets of that attribute.
fn is_end(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word == END)
}

fn operand(attr: &Attribute, name: &str) -> Option<TokenStream> {
    match &attr.meta {
        Meta::List(list) if list.path.is_ident(name) => Some(list.tokens.clone()),
        _ => None,
    }
}

/// Writes the documentation of each suspend point.
pub fn describe(body: &mut Body, locals: &Locals, labels: &Labels) {
    let yields = |body: &Body| {
        body.suspends.iter().filter(|suspend| suspend.kind == SuspendKind::Yield).count()
    };
    let (all, mut number) = (yields(body), 0);
    for suspend in &mut body.suspends {
        let mut text = String::new();
        write_tokens(restore(suspend.operand.clone(), locals, labels), &mut text);
        let text = Some(text).filter(|text| !text.is_empty() && text.chars().count() <= LONGEST);
        suspend.description = match suspend.kind {
            SuspendKind::Yield => {
                number += 1;
                let comma = if all > 1 { "," } else { "" };
                let which = if all > 1 { format!(" {}", ordinal(number)) } else { String::new() };
                let what = text.map_or(String::new(), |text| format!("{comma} of `{text}`"));
                format!("Suspended at the{which} `yield`{what}.")
            }
            SuspendKind::Delegation => match text {
                Some(text) => format!("Suspended in `{text}`."),
                None => "Suspended in another coroutine.".to_owned(),
            },
            SuspendKind::Question => match text {
                Some(text) => format!("Suspended with the error of `{text}`."),
                None => "Suspended with an error.".to_owned(),
            },
        };
    }
}

fn ordinal(number: usize) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let Some(word) = WORDS.get(number - 1) {
        return (*word).to_owned();
    }
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// What the token before is to the space after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or a prefix: no space follows.
    Open,
    /// A name, a literal or a closed group.
    Operand,
    /// A word of the language: a space follows.
    Word,
    /// An operator between operands, or a comma: a space follows.
    Between,
}

/// Prints tokens as a programmer would write them, or nearly so.
pub fn write_tokens(tokens: TokenStream, out: &mut String) {
    let mut before = Before::Open;
    let mut angles = 0;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if is_punct(&token, '#') && tokens.next_if(is_end).is_some() {
            continue;
        }
        match token {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                space(out, before != Before::Open);
                let is_word = matches!(
                    word.as_str(),
                    "as" | "break"
                        | "continue"
                        | "else"
                        | "if"
                        | "in"
                        | "let"
                        | "match"
                        | "move"
                        | "mut"
                        | "return"
                );
                before = if is_word { Before::Word } else { Before::Operand };
                out.push_str(&word);
            }
            TokenTree::Literal(literal) => {
                space(out, before != Before::Open);
                out.push_str(&literal.to_string());
                before = Before::Operand;
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                let apart = group.delimiter() == Delimiter::Brace && before == Before::Operand;
                space(out, apart || matches!(before, Before::Word | Before::Between));
                out.push_str(open);
                write_tokens(group.stream(), out);
                out.push_str(close);
                before = Before::Operand;
            }
            TokenTree::Punct(punct) => {
                let mut operator = String::from(punct.as_char());
                let mut joint = punct.spacing() == Spacing::Joint;
                while let Some(TokenTree::Punct(next)) = tokens.peek() {
                    if !joint || !continues(&operator, next.as_char()) {
                        break;
                    }
                    joint = next.spacing() == Spacing::Joint;
                    operator.push(next.as_char());
                    tokens.next();
                }
                let opens = operator == "<" && (angles > 0 || out.ends_with("::"));
                if opens || operator == "::<" {
                    angles += 1;
                    out.push_str(&operator);
                    before = Before::Open;
                } else if angles > 0 && operator.starts_with('>') {
                    angles -= operator.len().min(angles);
                    out.push_str(&operator);
                    before = Before::Operand;
                } else {
                    before = write_operator(&operator, before, out);
                }
            }
        }
    }
}

fn write_operator(operator: &str, before: Before, out: &mut String) -> Before {
    let (tight, after) = match operator {
        "." | "::" | ".." | "..=" | "'" => {
            (!matches!(before, Before::Word | Before::Between), Before::Open)
        }
        "?" => (true, Before::Operand),
        "," | ";" => (true, Before::Between),
        ":" => (true, Before::Between),
        "!" if before == Before::Operand => (true, Before::Open),
        _ if before == Before::Operand => (false, Before::Between),
        _ => (before == Before::Open, Before::Open),
    };
    space(out, !tight);
    out.push_str(operator);
    after
}

/// Tells whether a character goes on an operator, and does not begin a prefix.
fn continues(operator: &str, next: char) -> bool {
    !matches!(operator, "." | "?" | "," | ";") && !matches!(next, '-' | '*' | '!' | '\'')
        || operator == "." && next == '.'
        || operator == ".." && next == '='
}

fn space(out: &mut String, wanted: bool) {
    if wanted && !out.is_empty() && !out.ends_with([' ', '(', '[']) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::{ordinal, write_tokens};

    #[test]
    fn expressions_are_printed_as_written() {
        for text in [
            "total",
            "(a, b)",
            "&name[..n]",
            "x + -1",
            "!done && n >= 3",
            "name.len()?",
            "self.0.next()",
            "format!(\"{name}: {n}\")",
            "Point { x: 1, y }",
            "*n as u64",
            "&mut list",
            "[1, 2]",
            "i..=j",
            "core::mem::take(&mut list)",
            "if a { b } else { c }",
            "word.parse::<u32>()?",
            "#[cfg(a)] b",
            "list.collect::<Vec<Option<u8>>>()",
        ] {
            let mut printed = String::new();
            write_tokens(text.parse().expect("the text is tokens"), &mut printed);
            assert_eq!(printed, text);
        }
    }

    #[test]
    fn marks_are_not_printed() {
        let mut printed = String::new();
        write_tokens("twice(#[__coro_end] yield 1)".parse().expect("tokens"), &mut printed);
        assert_eq!(printed, "twice(yield 1)");
    }

    #[test]
    fn ordinals_are_words_at_first() {
        let all: Vec<_> = [1, 10, 11, 21, 22, 33, 112].map(ordinal).into();
        assert_eq!(all, ["first", "tenth", "11th", "21st", "22nd", "33rd", "112th"]);
    }
}

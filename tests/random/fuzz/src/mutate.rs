//! One random change to a stream of tokens.

use coro_random::rng::Rng;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// Words that mean something to the macro.
const WORDS: [&str; 26] = [
    "yield_",
    "yield_from",
    "return",
    "break",
    "continue",
    "loop",
    "while",
    "for",
    "if",
    "else",
    "match",
    "let",
    "mut",
    "ref",
    "move",
    "unsafe",
    "async",
    "await",
    "fn",
    "self",
    "x1",
    "Some",
    "in",
    "as",
    "_",
    "impl",
];

const SIGNS: [char; 14] = ['!', '?', ';', ',', '=', '&', '|', '.', ':', '\'', '#', '<', '>', '-'];

/// Makes one change somewhere.
pub fn mutate(tokens: TokenStream, rng: &mut Rng) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    let groups: Vec<_> =
        (0..trees.len()).filter(|&n| matches!(trees[n], TokenTree::Group(_))).collect();
    // Most of the code is inside groups.
    if !groups.is_empty() && rng.percent(85) {
        let index = *rng.pick(&groups);
        if let TokenTree::Group(group) = &trees[index] {
            let delimiter =
                if rng.percent(3) { other(group.delimiter(), rng) } else { group.delimiter() };
            let inside = mutate(group.stream(), rng);
            trees[index] = TokenTree::Group(Group::new(delimiter, inside));
        }
        return trees.into_iter().collect();
    }
    let at = rng.below(trees.len() + 1);
    match rng.below(6) {
        0 if at < trees.len() => {
            trees.remove(at);
        }
        1 if at < trees.len() => {
            let copy = trees[at].clone();
            trees.insert(at, copy);
        }
        2 if trees.len() > 1 => {
            let to = rng.below(trees.len());
            let from = at.min(trees.len() - 1);
            trees.swap(from, to);
        }
        3 if at < trees.len() => trees[at] = token(rng),
        4 if trees.len() > 2 => {
            let end = (at + 1 + rng.below(4)).min(trees.len());
            trees.drain(at.min(end)..end);
        }
        5 if rng.percent(30) => {
            trees.insert(at, attribute(rng));
            trees.insert(at, Punct::new('#', Spacing::Alone).into());
        }
        _ => trees.insert(at, token(rng)),
    }
    trees.into_iter().collect()
}

fn other(delimiter: Delimiter, rng: &mut Rng) -> Delimiter {
    let all = [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, delimiter];
    all[rng.below(4)]
}

/// What stands after the `#` of an attribute.
fn attribute(rng: &mut Rng) -> TokenTree {
    let attributes = ["cfg(any())", "cfg_attr(all(), cfg(any()))", "cfg()", "cfg_attr(any())"];
    let inside = attributes[rng.below(4)].parse().expect("these are tokens");
    Group::new(Delimiter::Bracket, inside).into()
}

/// A token out of nowhere.
fn token(rng: &mut Rng) -> TokenTree {
    match rng.below(10) {
        0..=4 => Ident::new(WORDS[rng.below(WORDS.len())], Span::call_site()).into(),
        5..=7 => {
            let spacing = [Spacing::Alone, Spacing::Joint][rng.below(2)];
            let sign = SIGNS[rng.below(SIGNS.len())];
            // An apostrophe is a token only before a word.
            let sign = if sign == '\'' { '!' } else { sign };
            Punct::new(sign, spacing).into()
        }
        8 => Literal::i64_unsuffixed(3).into(),
        _ => {
            let inside: TokenStream = ["yield_!(1)", "1; 2", "'a: loop { break 'a }", ""]
                [rng.below(4)]
            .parse()
            .expect("these are tokens");
            Group::new(other(Delimiter::Brace, rng), inside).into()
        }
    }
}

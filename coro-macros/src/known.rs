//! The macros of the standard library whose arguments are expressions.
//!
//! In: a macro invocation. Out: its arguments as expressions, if the macro is one that evaluates
//! each of them at most once and in order, and the invocation put together again. Any other macro
//! is opaque: its tokens are only searched for mentions.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Expr, ExprLit, Ident, Lit, Macro, Pat, Path, Token,
    parse::{ParseStream, Parser},
    punctuated::Punctuated,
};

/// How a macro evaluates its arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `format!`-like: a format string, then arguments that are looked at in place.
    Format,
    /// `panic!`-like: as [`Kind::Format`], and the macro does not return.
    Panic,
    /// `write!`: a destination, then as [`Kind::Format`].
    Write,
    /// `assert!`: a condition, then a message that is evaluated only if it fails.
    Assert,
    /// `assert_eq!` and `assert_ne!`: two operands looked at in place, then a message.
    AssertEq,
    /// `vec![a, b]`: values.
    Vec,
    /// `vec![a; n]`.
    VecRepeat,
    /// `dbg!(a, b)`: values.
    Dbg,
    /// `matches!(place, pattern)`.
    Matches,
}

/// A macro invocation whose arguments are known.
#[derive(Clone)]
pub struct Known {
    /// How the arguments are evaluated.
    pub kind: Kind,
    /// The arguments, in order.
    pub args: Vec<Arg>,
    /// The pattern and guard of `matches!`.
    pub pattern: Option<Pat>,
}

/// One argument, with the `name =` that may stand before it.
#[derive(Clone)]
pub struct Arg {
    /// `name =`.
    pub name: Option<Ident>,
    /// The expression.
    pub expr: Expr,
}

/// The macros that never come to their ends.
pub const NEVER: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];

/// The functions of the standard library that never come to their ends, with their modules.
const ENDING: [(&str, &str); 5] = [
    ("process", "exit"),
    ("process", "abort"),
    ("panic", "panic_any"),
    ("panic", "resume_unwind"),
    ("hint", "unreachable_unchecked"),
];

/// Words in the names of what may never come to its end, as `fn fatal(…) -> !`.
const FINAL: [&str; 18] = [
    "abort",
    "bail",
    "bug",
    "crash",
    "die",
    "diverge",
    "exit",
    "fail",
    "fatal",
    "halt",
    "never",
    "panic",
    "quit",
    "raise",
    "throw",
    "unreachable",
    "unwind",
    "usage",
];

/// Tells whether a function surely ends the process or panics: `process::exit` and its kin.
pub fn never_returns(function: &Expr) -> bool {
    let Expr::Path(function) = function else { return false };
    let mut names = function.path.segments.iter().rev().map(|segment| &segment.ident);
    let (Some(name), Some(module)) = (names.next(), names.next()) else { return false };
    ENDING.iter().any(|(of, known)| name == known && module == of)
}

/// Tells whether a path names `Some`, `Ok` or `Err`.
pub fn is_std_variant(path: &Path) -> bool {
    let last = path.segments.last();
    last.is_some_and(|last| ["Some", "Ok", "Err"].iter().any(|name| last.ident == name))
}

/// Tells whether a function is `Some`, `Ok` or `Err`, whose values have a destructor only if what they hold has.
pub fn makes_std_variant(function: &Expr) -> bool {
    matches!(function, Expr::Path(function) if is_std_variant(&function.path))
}

/// Tells whether the name of a function, a method or a macro lets think that it never comes to its end.
pub fn sounds_final(name: &Ident) -> bool {
    name.to_string().split('_').any(|word| FINAL.contains(&word))
}

impl Kind {
    /// Returns the kind of a macro by its path.
    pub fn of(mac: &Macro) -> Option<Self> {
        Self::named(&std_name(&mac.path)?)
    }

    /// Returns the kind of a macro of the standard library by its name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "format" | "print" | "println" | "eprint" | "eprintln" | "format_args" => Self::Format,
            name if NEVER.contains(&name) => Self::Panic,
            "write" | "writeln" => Self::Write,
            "assert" | "debug_assert" => Self::Assert,
            "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => Self::AssertEq,
            "vec" => Self::Vec,
            "dbg" => Self::Dbg,
            "matches" => Self::Matches,
            _ => return None,
        })
    }

    /// Tells whether argument `index` is a value, and not looked at in place.
    pub fn by_value(self, index: usize) -> bool {
        match self {
            Self::Vec | Self::VecRepeat => true,
            Self::Assert | Self::Dbg => index == 0,
            Self::Format | Self::Panic | Self::Write | Self::AssertEq | Self::Matches => false,
        }
    }

    /// Tells whether argument `index` is only looked at.
    pub fn looks_at(self, index: usize) -> bool {
        match self {
            Self::Format | Self::Panic | Self::AssertEq => true,
            Self::Write => index > 0,
            Self::Assert | Self::Vec | Self::VecRepeat | Self::Dbg | Self::Matches => false,
        }
    }

    /// Tells whether a macro's expansion holds a statement of its own, with which the temporaries of
    /// its arguments end.
    pub fn is_statement(self, mac: &Macro) -> bool {
        self == Self::Format
            && mac.path.segments.last().is_none_or(|last| last.ident != "format_args")
    }

    /// Tells whether a macro gives a value that is not `()`.
    pub fn has_value(self, mac: &Macro) -> bool {
        let is = |name| mac.path.segments.last().is_some_and(|last| last.ident == name);
        match self {
            Self::Format => is("format") || is("format_args"),
            Self::Vec | Self::VecRepeat | Self::Dbg | Self::Write | Self::Matches => true,
            Self::Panic | Self::Assert | Self::AssertEq => false,
        }
    }

    /// Returns how many arguments are evaluated even if an assertion holds.
    pub fn always_evaluated(self) -> usize {
        match self {
            Self::Assert => 1,
            Self::AssertEq => 2,
            _ => usize::MAX,
        }
    }
}

/// Looks into a macro invocation.
pub fn parse(mac: &Macro) -> Option<Known> {
    let kind = Kind::of(mac)?;
    if let Some(literal) = sole_literal(mac) {
        let args = vec![Arg { name: None, expr: literal }];
        return Some(Known { kind, args, pattern: None });
    }
    let parser = |input: ParseStream<'_>| {
        let mut known = Known { kind, args: Vec::new(), pattern: None };
        while !input.is_empty() {
            let name = if input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
                let name = input.parse()?;
                input.parse::<Token![=]>()?;
                Some(name)
            } else {
                None
            };
            known.args.push(Arg { name, expr: input.parse()? });
            if kind == Kind::Vec && known.args.len() == 1 && input.peek(Token![;]) {
                input.parse::<Token![;]>()?;
                known.kind = Kind::VecRepeat;
                continue;
            }
            if input.is_empty() {
                break;
            }
            input.parse::<Token![,]>()?;
            if kind == Kind::Matches {
                known.pattern = Some(parse_pattern(input)?);
                let _: Option<Token![,]> = input.parse()?;
                break;
            }
        }
        Ok(known)
    };
    parser.parse2(mac.tokens.clone()).ok()
}

/// Returns the argument of a macro that has none but a literal, as most formatting has: that is quicker
/// to tell than to parse.
fn sole_literal(mac: &Macro) -> Option<Expr> {
    let mut tokens = mac.tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => {
            Some(Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Verbatim(literal) }))
        }
        _ => None,
    }
}

/// Tells whether a macro is `yield_from!`, whose operands are expressions.
pub fn is_delegation(mac: &Macro) -> bool {
    mac.path.segments.last().is_some_and(|last| last.ident == "yield_from")
}

/// Tells whether a macro of this name suspends.
pub fn suspends(name: &Ident) -> bool {
    name == "yield_" || name == "yield_from"
}

/// Parses the operands of a suspension.
pub fn operands(mac: &Macro) -> syn::Result<Punctuated<Expr, Token![,]>> {
    mac.parse_body_with(Punctuated::parse_terminated)
}

/// Looks into a macro invocation for control flow; returns nothing where the tokens show that there is
/// none, which is quicker to tell than to parse them.
pub fn parse_control(mac: &Macro) -> Option<Known> {
    if may_hold_control(mac.tokens.clone()) { parse(mac) } else { None }
}

/// Tells whether tokens may hold a suspension, a jump, a block, a macro or an attribute.
pub fn may_hold_control(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::Brace || may_hold_control(group.stream())
        }
        TokenTree::Ident(ident) => {
            matches!(&*ident.to_string(), "yield" | "return" | "break" | "continue" | "await")
        }
        TokenTree::Punct(punct) => matches!(punct.as_char(), '?' | '!' | '#'),
        TokenTree::Literal(_) => false,
    })
}

/// Parses a pattern and the guard after it.
fn parse_pattern(input: ParseStream<'_>) -> syn::Result<Pat> {
    let pat = Pat::parse_multi_with_leading_vert(input)?;
    if input.peek(Token![if]) {
        let if_token = input.parse()?;
        let guard = input.parse()?;
        return Ok(Pat::Guard(syn::PatGuard {
            attrs: Vec::new(),
            pat: Box::new(pat),
            if_token,
            guard,
        }));
    }
    Ok(pat)
}

impl Known {
    /// Lists what is evaluated, maybe: the arguments, and the guard of a pattern.
    pub fn exprs_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        let guard = match &mut self.pattern {
            Some(Pat::Guard(guarded)) => Some(&mut *guarded.guard),
            _ => None,
        };
        self.args.iter_mut().map(|arg| &mut arg.expr).chain(guard)
    }

    /// As [`Self::exprs_mut`].
    pub fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let guard = match &self.pattern {
            Some(Pat::Guard(guarded)) => Some(&*guarded.guard),
            _ => None,
        };
        self.args.iter().map(|arg| &arg.expr).chain(guard)
    }

    /// Prints the arguments again.
    pub fn tokens(&self) -> TokenStream {
        let args = self.args.iter().map(|Arg { name, expr }| {
            let name = name.as_ref().map(|name| quote!(#name =));
            quote!(#name #expr)
        });
        if self.kind == Kind::VecRepeat {
            return quote!(#(#args);*);
        }
        let pattern = self.pattern.as_ref().map(ToTokens::to_token_stream);
        let args = args.chain(pattern);
        quote!(#(#args),*)
    }
}

/// Tells whether a macro is the standard library's `pin!`, which moves what it is given.
pub fn is_pin(path: &Path) -> bool {
    let mut segments = path.segments.iter().rev();
    segments.next().is_some_and(|name| name.ident == "pin")
        && segments.next().is_none_or(|module| module.ident == "pin")
}

/// Returns the macro's name, if its path is one by which the standard library's is called.
pub fn std_name(path: &Path) -> Option<String> {
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    match segments.as_slice() {
        [name] => Some(name.clone()),
        [krate, name] if matches!(krate.as_str(), "std" | "core" | "alloc") => Some(name.clone()),
        _ => None,
    }
}

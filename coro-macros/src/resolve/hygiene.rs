//! Names, and the macro expansions that they come from.
//!
//! In: identifiers. Out: which of them mean the same. An expansion is asked for only where two names
//! of one spelling meet: that takes the compiler's help.

use proc_macro2::{Ident, Span};

use super::names;

/// A name, and where it stands.
#[derive(Clone)]
pub struct Name {
    /// Its spelling.
    pub text: String,
    span: Span,
}

impl Name {
    /// Reads an identifier.
    pub fn of(ident: &Ident) -> Self {
        Self { text: names::text(ident), span: ident.span() }
    }

    /// Tells whether two names are the same, as far as a macro can see.
    pub fn is(&self, other: &Self) -> bool {
        self.text == other.text && context(self.span) == context(other.span)
    }

    /// Finds what a name stands for among names in scope, the innermost first: the first that is the
    /// same, or else the first of its spelling.
    pub fn find<'a, T: 'a>(&self, names: impl Iterator<Item = &'a (Self, T)>) -> Option<&'a T> {
        let mut spelled = names.filter(|(other, _)| other.text == self.text);
        let first = spelled.next()?;
        let Some(second) = spelled.next() else { return Some(&first.1) };
        let mut all = [first, second].into_iter().chain(spelled);
        let context_here = context(self.span);
        let exact = all.find(|(other, _)| context(other.span) == context_here);
        Some(&exact.unwrap_or(first).1)
    }
}

/// The syntax context of a span: rustc's debug form begins with it, as in `#4 bytes(10..20)`.
///
/// Where there is none (other compilers, editors), all names of one spelling are the same.
fn context(span: Span) -> String {
    let text = format!("{span:?}");
    match text.split_once(' ') {
        Some((context, _)) if context.starts_with('#') => context.to_owned(),
        _ => String::new(),
    }
}

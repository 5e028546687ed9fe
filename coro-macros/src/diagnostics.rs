//! Collects errors, so that one expansion reports all of them.
//!
//! In: spans and messages. Out: one [`syn::Error`] that holds them all. The messages follow one
//! style: the first line says what is wrong, `help:` lines say what to write, `note:` lines why.

use proc_macro2::Span;
use syn::Error;

/// The errors of one expansion.
#[derive(Default)]
pub struct Diagnostics {
    error: Option<Error>,
}

impl Diagnostics {
    /// Adds an error at `span`.
    pub fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.push(Error::new(span, message));
    }

    /// Adds an error that was made elsewhere.
    pub fn push(&mut self, error: Error) {
        match &mut self.error {
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }

    /// Ends a phase: fails if it found an error.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.error.take().map_or(Ok(()), Err)
    }
}

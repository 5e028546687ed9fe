//! Runs the macro on mutated functions: it never panics, never hangs, and always gives an item.
//!
//! In: a seed. Out: a [`Failure`] for each input that breaks one of these. The inputs are functions
//! of random programs with some of their tokens deleted, repeated, exchanged or replaced.

pub mod mutate;

use std::{
    panic::{self, AssertUnwindSafe},
    sync::mpsc,
    thread,
    time::Duration,
};

use coro_random::{
    generate::{Config, program},
    program::{Side, module},
    rng::Rng,
};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// How long one expansion may take, in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

/// An input that the macro does not take well.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What is wrong.
    pub what: String,
    /// The input.
    pub input: String,
}

/// Makes an input.
///
/// # Panics
///
/// If the generator writes what is no Rust.
#[must_use]
pub fn input(seed: u64, number: u32) -> String {
    let mut rng = Rng::new(seed ^ (u64::from(number) << 20));
    let mut functions = functions(seed, number);
    let mut tokens = functions.swap_remove(rng.below(functions.len()));
    for _ in 0..=rng.below(3) {
        tokens = mutate::mutate(tokens, &mut rng);
    }
    tokens.to_string()
}

/// Makes the coroutines of a random program.
///
/// # Panics
///
/// If the generator writes what is no Rust.
#[must_use]
pub fn functions(seed: u64, number: u32) -> Vec<TokenStream> {
    let config = Config { size: 12, ..Config::default() };
    let text = module(&program(seed, number, &config), Side::Engine);
    let mut functions = Vec::new();
    collect(text.parse().expect("the generator writes Rust"), &mut functions);
    functions
}

/// Finds the functions that have the attribute, also inside of an `impl`.
fn collect(tokens: TokenStream, functions: &mut Vec<TokenStream>) {
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) if group.stream().to_string() == "coro_core :: coroutine" => {
                let mut function = Vec::new();
                for tree in trees.by_ref() {
                    let is_body = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                    function.push(tree);
                    if is_body {
                        break;
                    }
                }
                functions.push(function.into_iter().collect());
            }
            TokenTree::Group(group) => collect(group.stream(), functions),
            _ => {}
        }
    }
}

/// Expands an input on a thread of its own.
///
/// # Errors
///
/// If the macro panics, takes too long, or gives nothing that can stand for the function.
pub fn check(input: &str) -> Result<(), Failure> {
    let fail = |what: &str| Err(Failure { what: what.into(), input: input.into() });
    let (sender, receiver) = mpsc::channel();
    let text = input.to_owned();
    let worker = thread::Builder::new().stack_size(64 << 20).spawn(move || {
        let expanded = panic::catch_unwind(AssertUnwindSafe(|| expand(&text)));
        let message = expanded.map_err(|payload| {
            let text = payload.downcast_ref::<String>().cloned();
            text.or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                .unwrap_or_default()
        });
        // The other side may have given up.
        let _ = sender.send(message);
    });
    if worker.is_err() {
        return fail("no thread");
    }
    match receiver.recv_timeout(PATIENCE) {
        Ok(Ok(None)) => Ok(()),
        Ok(Ok(Some(wrong))) => fail(&wrong),
        Ok(Err(message)) => fail(&format!("panics: {message}")),
        Err(_) => fail("takes too long"),
    }
}

/// Expands, and says what is wrong with what comes out.
fn expand(input: &str) -> Option<String> {
    let tokens: TokenStream = input.parse().ok()?;
    let name = function_name(&tokens);
    let expanded = coro_expand::attribute(TokenStream::new(), tokens);
    if expanded.is_empty() {
        return Some("gives nothing".into());
    }
    let text = expanded.to_string();
    let is_error = text.contains("compile_error !");
    match syn::parse2::<syn::File>(expanded) {
        // What could not be read is given back as it was, with an error.
        Err(_) if is_error => None,
        Err(error) => Some(format!("gives what is not Rust: {error}")),
        Ok(file) => {
            let found = file.items.iter().any(|item| match item {
                syn::Item::Fn(function) => {
                    name.as_ref().is_none_or(|name| function.sig.ident == name)
                }
                _ => false,
            });
            (!found && !is_error).then(|| "the function is lost".into())
        }
    }
}

/// The identifier after the first `fn`.
fn function_name(tokens: &TokenStream) -> Option<String> {
    let mut trees = tokens.clone().into_iter();
    trees.find(|tree| matches!(tree, TokenTree::Ident(ident) if ident == "fn"))?;
    match trees.next() {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// Checks many inputs.
#[must_use]
pub fn run(seed: u64, first: u32, count: u32) -> Vec<Failure> {
    (first..first + count).filter_map(|number| check(&input(seed, number)).err()).collect()
}

//! Runs the macro on mutated functions: it never panics, never hangs, and always gives an item.
//!
//! In: a seed. Out: a [`Report`], with a [`Failure`] for each input that breaks one of these. The inputs are
//! functions of random programs, most of them with other statements and expressions ([`syntax`]), some with
//! tokens deleted, repeated, exchanged or replaced ([`mutate`]). Where the signature of an input can be read, what
//! the macro gives has to hold a function of that name, whatever is wrong with the body.

pub mod mutate;
pub mod syntax;

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
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ItemFn;

/// How long one expansion may take, in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

/// The name of the threads on which inputs are expanded.
pub const WORKER: &str = "expansion";

/// An input that the macro does not take well.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What is wrong.
    pub what: String,
    /// The input.
    pub input: String,
}

/// What came of many inputs.
#[derive(Clone, Debug)]
pub struct Report {
    /// How many inputs there were.
    pub inputs: usize,
    /// How many of them were functions.
    pub functions: usize,
    /// Those that the macro does not take well.
    pub failures: Vec<Failure>,
}

/// Makes an input: of three, two stay functions.
///
/// # Panics
///
/// If the generator writes what is no Rust.
#[must_use]
pub fn input(seed: u64, number: u32) -> String {
    let mut rng = Rng::new(seed ^ (u64::from(number) << 20));
    let mut functions = functions(seed, number);
    let parse = |tokens: &TokenStream| syn::parse2(tokens.clone()).expect("it writes functions");
    let corpus: Vec<_> =
        functions.iter().flat_map(|tokens| syntax::expressions(&parse(tokens))).collect();
    let mut tokens = functions.swap_remove(rng.below(functions.len()));
    let of_tokens = rng.below(3) == 0;
    if !of_tokens || rng.percent(50) {
        let mut function = parse(&tokens);
        for _ in 0..=rng.below(4) {
            syntax::mutate(&mut function, &corpus, &mut rng);
        }
        tokens = function.to_token_stream();
    }
    if of_tokens {
        for _ in 0..=rng.below(3) {
            tokens = mutate::mutate(tokens, &mut rng);
        }
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
    let worker = thread::Builder::new().name(WORKER.into()).stack_size(64 << 20).spawn(move || {
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
    let declared = declared(&tokens);
    let expanded = coro_expand::attribute(TokenStream::new(), tokens);
    if expanded.is_empty() {
        return Some("gives nothing".into());
    }
    let is_error = expanded.to_string().contains("compile_error !");
    match syn::parse2::<syn::File>(expanded) {
        // What could not be read is given back as it was, with an error.
        Err(_) if is_error && declared.is_none() => None,
        Err(error) => Some(format!("gives what is not Rust: {error}")),
        Ok(file) => {
            let name = declared?;
            let is_it = |item: &syn::Item| matches!(item, syn::Item::Fn(function) if function.sig.ident == name);
            (!file.items.iter().any(is_it)).then(|| format!("the function `{name}` is lost"))
        }
    }
}

/// The name of the function that tokens declare, if they do so with another body.
fn declared(tokens: &TokenStream) -> Option<String> {
    let mut trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let Some(TokenTree::Group(body)) = trees.pop() else { return None };
    trees.push(Group::new(body.delimiter(), TokenStream::new()).into());
    let function: ItemFn = syn::parse2(trees.into_iter().collect()).ok()?;
    Some(function.sig.ident.to_string())
}

/// Checks many inputs.
#[must_use]
pub fn run(seed: u64, first: u32, count: u32) -> Report {
    let mut report = Report { inputs: 0, functions: 0, failures: Vec::new() };
    for number in first..first + count {
        let input = input(seed, number);
        report.inputs += 1;
        report.functions += usize::from(syn::parse_str::<ItemFn>(&input).is_ok());
        report.failures.extend(check(&input).err());
    }
    report
}

//! What the macro writes.
//!
//! Each file `x.rs` below `expansions/` holds coroutines of one construct; `x.expanded.rs` is the
//! same file after the macro, printed. Both are compiled here: the macro's result and the printed
//! one give the same items, and the printed one is what the macro writes today.
//!
//! `EXPANSIONS=overwrite cargo test -p coro-tests --test expansions` writes the files anew.
#![allow(break_with_label_and_loop, reason = "the parser reports it where no module can allow it")]

use std::{fs, path::Path};

mod drive {
    //! Runs coroutines and notes what they do.

    use core::fmt::Debug;
    use std::cell::RefCell;

    use coro_core::{CoroutineState, Resume};

    thread_local! {
        static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }

    /// Notes an event of the body; [`resumed`] puts it among what the coroutine yields.
    pub fn log(event: &str) {
        LOG.with_borrow_mut(|log| log.push(event.to_owned()));
    }

    /// Shows a value in single quotes, if in any.
    fn shown(value: impl Debug) -> String {
        format!("{value:?}").replace('"', "'")
    }

    /// Lists an iterator's items.
    pub fn items<T: Debug>(items: impl IntoIterator<Item = T>) -> Vec<String> {
        items.into_iter().map(shown).collect()
    }

    /// Resumes a coroutine with each input, and lists what it yields and returns.
    pub fn resumed<In, Out: Debug, C: Resume<In, Out, Return: Debug>>(
        mut coroutine: C,
        inputs: impl IntoIterator<Item = In>,
    ) -> Vec<String> {
        for input in inputs {
            match coroutine.resume(input) {
                CoroutineState::Yielded(item) => log(&shown(item)),
                CoroutineState::Complete(value) => {
                    log(&format!("returned {}", shown(value)));
                    break;
                }
            }
        }
        drop(coroutine);
        LOG.take()
    }
}

/// The coroutines, compiled by the macro.
#[path = "expansions"]
#[allow(clippy::needless_late_init, reason = "one of the constructs")]
mod source {
    pub mod adaptors;
    pub mod assignments;
    pub mod borrowed_input;
    pub mod boxed;
    pub mod branch_value;
    pub mod branches;
    pub mod carried_locals;
    pub mod closures;
    pub mod conditional_move;
    pub mod configured;
    pub mod deferred_initialisation;
    pub mod delegation_to_a_coroutine;
    pub mod delegation_to_an_iterator;
    pub mod derives;
    pub mod early_return;
    pub mod endless_loop;
    pub mod first_argument;
    pub mod for_loop;
    pub mod format_captures;
    pub mod generics;
    pub mod if_let_chain;
    pub mod items_in_the_body;
    pub mod kept_values;
    pub mod labelled_block;
    pub mod let_else;
    pub mod loop_value;
    pub mod macro_arguments;
    pub mod match_arms;
    pub mod method_call;
    pub mod methods;
    pub mod names;
    pub mod native_loops;
    pub mod nested_loops;
    pub mod operands;
    pub mod parameter_patterns;
    pub mod question;
    pub mod real_keyword;
    pub mod references;
    pub mod scope_end;
    pub mod shadowing;
    pub mod short_circuit;
    pub mod straight;
    pub mod structs;
    pub mod trait_methods;
    pub mod unsafe_blocks;
    pub mod unused_parameters;
    pub mod while_condition;
    pub mod while_let;
    pub mod while_loop;
    pub mod yielded_errors;
}

/// Declares the cases: the printed expansion of each file, and what it gives.
macro_rules! cases {
    ($($name:ident: [$($item:expr),* $(,)?];)*) => {
        #[allow(warnings, unsafe_code, clippy::all, clippy::pedantic, reason = "lints see macro output otherwise")]
        mod expanded {
            $(
                pub mod $name {
                    include!(concat!("expansions/", stringify!($name), ".expanded.rs"));
                }
            )*
        }

        $(
            #[test]
            fn $name() {
                let items: &[&str] = &[$($item),*];
                assert_eq!(source::$name::run(), items, "the macro");
                assert_eq!(expanded::$name::run(), items, "the printed expansion");
            }
        )*

        const CASES: &[&str] = &[$(stringify!($name)),*];
    };
}

cases! {
    adaptors: ["3", "7"];
    assignments: ["2", "5", "returned [9, 5]"];
    borrowed_input: ["start", "yielded 0", "step 0", "yielded 1", "step 1"];
    boxed: ["1", "2", "3", "4"];
    branch_value: ["'n?'", "returned 4", "returned 8"];
    branches: ["'negative'", "'number'", "'zero'", "'number'", "'number'"];
    carried_locals: ["7", "12", "3"];
    closures: ["10", "20"];
    conditional_move: ["closed", "1", "2", "returned ()", "1", "2", "closed", "returned ()"];
    configured: ["1", "11"];
    deferred_initialisation: ["'n?'", "'ready'", "returned 5", "'ready'", "returned 1"];
    delegation_to_a_coroutine: ["'first?'", "'second?'", "returned 42"];
    delegation_to_an_iterator: ["0", "1", "2", "0"];
    derives: ["0", "2", "counter::Suspend1 { n: 2, step: 2 } true", "4", "counter::Suspend1 { n: 4, step: 2 } false"];
    early_return: ["3", "returned Some(1)", "3", "returned None"];
    endless_loop: ["0", "1", "2"];
    first_argument: ["4", "8"];
    for_loop: ["1", "4", "9"];
    format_captures: ["'a'", "'  1.50 {name}'"];
    generics: ["'a 1'", "'b 2'"];
    if_let_chain: ["'secret?'", "returned true", "'no'", "returned false"];
    items_in_the_body: ["1", "2", "2", "2"];
    kept_values: ["13", "2", "inner dropped", "3", "outer dropped", "returned ()"];
    labelled_block: ["0", "1", "returned Some(10)", "0", "returned None"];
    let_else: ["'number?'", "returned Some(12)", "'number?'", "'not a number'", "returned None"];
    loop_value: ["'number?'", "'number?'", "returned 8"];
    macro_arguments: ["'first?'", "'second?'", "'third?'", "returned '[1, 2] 3'"];
    match_arms: ["'.'", "'-'", "'-'", "'---'", "'##'", "'##'"];
    method_call: ["0", "1", "9", "returned 'ab'"];
    methods: ["1", "2", "1", "1", "[1]", "[]"];
    names: ["1", "0", "1", "returned 20"];
    native_loops: ["0", "1", "1", "4", "4"];
    nested_loops: ["(3, 4, 5)", "(6, 8, 10)"];
    operands: ["2", "returned 152"];
    parameter_patterns: ["2", "12", "7"];
    question: ["0", "1", "returned Ok(3)", "0", "returned Err(ParseIntError { kind: InvalidDigit })"];
    real_keyword: ["0", "1", "1", "2", "3", "5", "8"];
    references: ["(1, 5)", "(2, 2)", "'a'", "'1'", "'c'", "'2'"];
    scope_end: ["tried", "1", "tried", "tried", "tried", "4", "tried", "tried", "6", "tried", "returned ()"];
    shadowing: ["'4'", "'4 again'", "'<12>'"];
    short_circuit: ["'sure?'", "'really?'", "returned true", "'really?'", "returned false"];
    straight: ["4"];
    structs: ["'x'", "'a'", "'b'", "returned ([7, 2, 0], [20, 30])"];
    trait_methods: ["1", "3", "returned 2"];
    unsafe_blocks: ["97", "returned 'b'"];
    unused_parameters: ["1", "1"];
    while_condition: ["0", "1", "2", "returned 2"];
    while_let: ["0", "10", "30", "45", "returned 45"];
    while_loop: ["3", "2", "1"];
    yielded_errors: ["Ok(1)", "Ok(2)", "Err(ParseIntError { kind: InvalidDigit })"];
}

/// The line that a printed expansion begins with.
const HEADER: &str = "// Written by this test: see `expansions.rs`.\n";

#[test]
fn expansions_are_what_the_macro_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansions");
    let overwrite = std::env::var_os("EXPANSIONS").is_some_and(|value| value == "overwrite");
    let mut stale = Vec::new();
    for entry in fs::read_dir(&root).expect("the directory exists") {
        let path = entry.expect("the directory can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".rs").filter(|name| !name.ends_with(".expanded"))
        else {
            continue;
        };
        assert!(CASES.contains(&name), "`{name}.rs` is not among the cases");
        let source = fs::read_to_string(&path).expect("the source can be read");
        let expansion = format!("{HEADER}\n{}", coro_expand::file(&source));
        let printed = root.join(format!("{name}.expanded.rs"));
        if fs::read_to_string(&printed).unwrap_or_default() == expansion {
            continue;
        }
        if overwrite {
            fs::write(&printed, expansion).expect("the expansion can be written");
        } else {
            stale.push(name.to_owned());
        }
    }
    assert!(
        stale.is_empty(),
        "the macro writes something else for {stale:?}; to see what, run this test with `EXPANSIONS=overwrite` and look at the difference"
    );
}

//! Ordinary mistakes in bodies that suspend: rustc's error codes, and the lines that it points at,
//! are those of the same body in a plain function.
//!
//! The cases are in `mistakes/cases`: `//# name: code`, then the source, where `#[coroutine]` marks
//! the function. For the plain function, `yield_!(v)` is a call that takes the yielded value and
//! returns the input. What differs is in [`differences::LIST`], with a reason.

mod mistakes {
    pub mod case;
    pub mod compile;
    pub mod differences;
}

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{LazyLock, Mutex},
};

use coro_random::harness::Toolchain;

use self::mistakes::{
    case::{Case, cases},
    compile::{Problem, problems},
    differences,
};

/// A case, and what rustc says of the plain function and of the coroutine.
type Compared = (Case, Vec<Problem>, Vec<Problem>);

/// All cases, compiled once for all tests.
static COMPARED: LazyLock<Vec<Compared>> = LazyLock::new(compare_all);

/// Compiles all cases, on all processors.
fn compare_all() -> Vec<Compared> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let toolchain = Toolchain::build(&root.join("..")).expect("the workspace compiles");
    let queue = Mutex::new(cases(&root.join("tests/mistakes/cases")));
    let compared = Mutex::new(Vec::new());
    let jobs = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for job in 0..jobs {
            let (queue, compared, toolchain) = (&queue, &compared, &toolchain);
            let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mistakes{job}"));
            scope.spawn(move || {
                loop {
                    let case = queue.lock().expect("nothing panics with the lock").pop();
                    let Some(case) = case else { return };
                    let plain = problems(&case.plain(), toolchain, &directory);
                    let coroutine = problems(&case.coroutine(), toolchain, &directory);
                    let mut compared = compared.lock().expect("nothing panics with the lock");
                    compared.push((case, plain, coroutine));
                }
            });
        }
    });
    let mut compared = compared.into_inner().expect("nothing panics with the lock");
    compared.sort_by(|a, b| a.0.name.cmp(&b.0.name));
    compared
}

#[test]
fn mistakes_are_reported_as_in_a_plain_function() {
    let compared = &*COMPARED;
    assert!(compared.len() >= 80, "only {} cases", compared.len());
    let mut listed: BTreeMap<_, _> =
        differences::LIST.iter().map(|difference| (difference.case, difference)).collect();
    let mut wrong = String::new();
    for (case, plain, coroutine) in compared {
        if !plain.iter().any(|problem| problem.code == case.code) {
            wrong.push_str(&format!("{}: no {} but {plain:?}\n", case.name, case.code));
        }
        let expected = match listed.remove(case.name.as_str()) {
            Some(difference) => difference.problems(),
            None => plain.clone(),
        };
        if *coroutine != expected {
            wrong.push_str(&format!(
                "{}\n    expected: {expected:?}\n    coroutine: {coroutine:?}\n",
                case.name
            ));
        }
    }
    for name in listed.keys() {
        wrong.push_str(&format!("{name} is in the list of differences and no case\n"));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_listed_differences_differ() {
    for difference in differences::LIST {
        let named = COMPARED.iter().find(|(case, ..)| case.name == difference.case);
        let (_, plain, coroutine) = named.expect("a difference is one of a case");
        assert!(difference.reason.len() > 10, "{} has no reason", difference.case);
        assert_ne!(plain, &difference.problems(), "{} is listed as it is", difference.case);
        assert_ne!(plain, coroutine, "{} does not differ", difference.case);
    }
}

//! The programs of a tutorial on coroutines in Python, Lua, Kotlin, JavaScript and Go: the same lines.

use crate::{fail, program, run};

#[test]
fn countdown_interleaves() {
    let (out, _) = run(&mut program!("countdown"));
    assert_eq!(out, "A: 3\nB: 3\nA: 2\nB: 2\nA: 1\nB: 1\n");
}

#[test]
fn accumulator_gives_running_totals() {
    let (out, _) = run(&mut program!("accumulator"));
    assert_eq!(out, "10\n30\n45\n");
}

#[test]
fn nested_yields_from_the_inner_coroutine() {
    let (out, _) = run(&mut program!("nested"));
    assert_eq!(
        out,
        "Outer: calling inner\n\
         Inner: about to yield\n\
         true\tfrom inner\n\
         Inner: resumed\n\
         Outer: inner returned\n\
         true\n"
    );
}

#[test]
fn stackless_yields_from_the_outer_coroutine() {
    let (out, _) = run(&mut program!("stackless"));
    assert_eq!(
        out,
        "Outer: calling inner\n\
         Inner: running\n\
         from inner\n\
         Outer: resumed\n\
         StopIteration\n"
    );
}

/// The server answers nothing before it has all three requests.
#[test]
fn fetch_has_all_requests_in_flight() {
    let (out, _) = run(&mut program!("fetch"));
    assert_eq!(out, "/get: 27 bytes\n/ip: 23 bytes\n/headers: 57 bytes\n");
}

/// As Python prints its tuples; without a file, it fails.
#[test]
fn pipeline_keeps_the_active_rows() {
    let (out, _) = run(&mut program!("pipeline"));
    assert_eq!(
        out,
        "('1', 'Ada', 'active')\n('3', 'Alan', 'active')\n('5', 'Barbara', 'active', 'extra')\n"
    );
    let (code, error) = fail(program!("pipeline").arg("no/such/file.csv"));
    assert_eq!(code, 1);
    assert!(error.contains("NotFound"), "{error}");
}

#[test]
fn greet_python_gathers_in_order() {
    let (out, err) = run(&mut program!("greet_python"));
    assert_eq!(out, "['Hello, Alice!', 'Hello, Bob!']\n");
    assert_eq!(err, "took 1s\n", "the longest of the delays");
}

#[test]
fn greet_kotlin_awaits_all() {
    let (out, err) = run(&mut program!("greet_kotlin"));
    assert_eq!(out, "[Hello, Alice!, Hello, Bob!]\n");
    assert_eq!(err, "took 1s\n", "the longest of the delays");
}

#[test]
fn greet_javascript_awaits_promises() {
    let (out, err) = run(&mut program!("greet_javascript"));
    assert_eq!(out, "[ 'Hello, Alice!', 'Hello, Bob!' ]\n");
    assert_eq!(err, "took 1s\n", "the longest of the delays");
}

#[test]
fn goroutines_share_threads() {
    let (out, _) = run(&mut program!("goroutines"));
    assert_eq!(out, "5 coroutines on 2 threads\n[1, 4, 9, 16, 25, 36, 49, 64, 81, 100]\n");
}

/// That the warning is given is checked when the example is compiled.
#[test]
fn pitfall_forgotten_does_not_run() {
    let (out, _) = run(&mut program!("pitfall_forgotten"));
    assert_eq!(out, "fetch_data::Unresumed\nfetching\ndata\n");
}

#[test]
fn pitfall_blocking_shows() {
    let (out, _) = run(&mut program!("pitfall_blocking"));
    assert_eq!(
        out,
        "bad:\n  \
           bad: sleeps\n  \
           bad: woke\n  \
           bad blocked its thread for more than 250ms\n  \
           tick 1\n  \
           tick 2\n\
         good:\n  \
           good: sleeps\n  \
           tick 1\n  \
           tick 2\n  \
           good: woke\n"
    );
}

#[test]
fn pitfall_leak_drops_what_the_scope_started() {
    let (out, _) = run(&mut program!("pitfall_leak"));
    assert_eq!(
        out,
        "a scope:\n  \
           first: opened\n  \
           second: opened\n  \
           first: closed\n  \
           second: closed\n  \
           Err(\"something else went wrong\")\n\
         a scope of tasks:\n  \
           third: opened\n  \
           third: closed\n  \
           Err(\"something else went wrong\")\n"
    );
}

//! The macro takes some thousand mutated functions without a panic.

/// Checks the inputs from `first` on.
fn check(first: u32) {
    let coro_fuzz::Report { inputs, functions, failures } = coro_fuzz::run(3, first, 1500);
    let shown: Vec<_> = failures
        .iter()
        .take(3)
        .map(|failure| format!("{}\n{}\n\n", failure.what, failure.input))
        .collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), shown.concat());
    assert!(functions * 2 >= inputs, "only {functions} of {inputs} are functions");
}

#[test]
fn mutated_functions_expand_to_items() {
    check(0);
}

/// On another thread.
#[test]
fn more_mutated_functions_expand_to_items() {
    check(1500);
}

#[test]
fn an_input_is_a_mutated_function() {
    let inputs: Vec<_> = (0..40).map(|number| coro_fuzz::input(3, number)).collect();
    assert!(inputs.iter().filter(|input| input.contains("fn ")).count() > 20);
    let again: Vec<_> = (0..40).map(|number| coro_fuzz::input(3, number)).collect();
    assert_eq!(inputs, again);
}

#[test]
fn a_function_that_is_configured_is_declared_whatever_its_body_holds() {
    for attribute in ["cfg(any(3))", "cfg(all())", "cfg_attr(all(), cfg(all()))"] {
        let head = format!("fn f(#[{attribute}] n: u32) -> impl Iterator<Item = u32>");
        for body in ["{ yield_!(1) }", "{ let }", "{ #[cfg(all())] x 1 }", "[1; 2]"] {
            let checked = coro_fuzz::check(&format!("{head} {body}"));
            assert!(checked.is_ok(), "{checked:?}");
        }
    }
}

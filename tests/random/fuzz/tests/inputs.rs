//! The macro takes some thousand mutated functions without a panic.

#[test]
fn mutated_functions_expand_to_items() {
    let failures = coro_fuzz::run(3, 0, 3000);
    let shown: Vec<_> = failures
        .iter()
        .take(3)
        .map(|failure| format!("{}\n{}\n\n", failure.what, failure.input))
        .collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), shown.concat());
}

#[test]
fn an_input_is_a_mutated_function() {
    let inputs: Vec<_> = (0..40).map(|number| coro_fuzz::input(3, number)).collect();
    assert!(inputs.iter().filter(|input| input.contains("fn ")).count() > 20);
    let again: Vec<_> = (0..40).map(|number| coro_fuzz::input(3, number)).collect();
    assert_eq!(inputs, again);
}

//! What holds of a suspended coroutine: it can be cloned, moved, and split at any point.

use coro_core::{Resume, combinators::Handled};

use super::support::{Random, by_attribute, by_hand, check, same, trace};

/// A random pipeline, every adaptor of which passes inputs through.
fn pipeline(random: &mut Random) -> impl Resume<u64, u64, Return = u64> + Clone + use<> {
    let (f, g, p) = (random.function(), random.function(), random.predicate());
    let (a, b) = (random.coroutine(), random.coroutine());
    a.map(f)
        .handle(move |y| if p(&y) { Handled::Pass(y) } else { Handled::Reply(g(y)) })
        .pipe(b.map_input(g))
        .take(random.below(12))
        .map_return(|end| end.unwrap_or(1))
        .and_then_with(move |r| (super::support::Hashing::from_seed(r), f(r)))
}

#[test]
fn the_attribute_makes_what_is_written_by_hand() {
    check(|random| {
        let (seed, yields, inputs) = (random.next(), random.below(10), random.inputs());
        same(by_attribute::hashing(seed, yields), by_hand::hashing(seed, yields), inputs);
        same(by_attribute::few(seed, yields), by_hand::few(seed, yields), random.units());
    });
}

#[test]
fn a_trace_splits_anywhere() {
    check(|random| {
        let (mut c, inputs) = (pipeline(random), random.inputs());
        let whole = trace(c.clone(), inputs.clone());
        let at = random.below(whole.len() + 1);
        let mut parts = trace(c.by_ref(), inputs[..at].to_vec());
        if at < whole.len() {
            parts.extend(trace(c, inputs[at..].to_vec()));
        }
        assert_eq!(parts, whole);
    });
}

#[test]
fn a_clone_goes_on_the_same_and_alone() {
    check(|random| {
        let (mut c, inputs) = (pipeline(random), random.inputs());
        let at = random.below(inputs.len() + 1);
        if trace(c.by_ref(), inputs[..at].to_vec()).last().is_some_and(|s| s.yielded().is_none()) {
            return;
        }
        let (one, other) = (c.clone(), c.clone());
        // Different inputs to the clones do not disturb the original.
        let disturbed: Vec<_> = inputs[at..].iter().map(|i| i ^ 5).collect();
        trace(one, disturbed);
        assert_eq!(trace(c, inputs[at..].to_vec()), trace(other, inputs[at..].to_vec()));
    });
}

#[test]
fn moving_changes_nothing() {
    check(|random| {
        let (c, inputs) = (pipeline(random), random.inputs());
        let mut moved = Some(Box::new(c.clone()));
        let mut outcomes = Vec::new();
        for input in &inputs {
            let mut elsewhere = Box::new(*moved.take().unwrap());
            outcomes.push(elsewhere.resume(*input));
            if outcomes.last().is_some_and(|state| state.yielded().is_none()) {
                break;
            }
            moved = Some(elsewhere);
        }
        assert_eq!(outcomes, trace(c, inputs));
    });
}

#[test]
fn a_box_and_a_reference_do_what_the_coroutine_does() {
    check(|random| {
        let (c, inputs) = (pipeline(random), random.inputs());
        let expected = trace(c.clone(), inputs.clone());
        assert_eq!(trace(c.clone().boxed_local(), inputs.clone()), expected);
        let mut referred = c.clone();
        let dynamic: &mut dyn Resume<u64, u64, Return = u64> = &mut referred;
        assert_eq!(trace(dynamic.map(|y| y), inputs.clone()), expected);
        assert_eq!(trace(Box::new(c).by_ref(), inputs), expected);
    });
}

//! `pipe` is a category, with `identity` as its identities.

use coro_core::{CoroutineState, Resume, arr, identity};

use super::support::{check, same, trace};

#[test]
fn identity_on_the_left() {
    check(|random| {
        let c = random.coroutine();
        same(identity().pipe(c.clone()), c, random.inputs());
    });
}

#[test]
fn identity_on_the_right() {
    check(|random| {
        let c = random.coroutine();
        same(c.clone().pipe(identity()), c, random.inputs());
    });
}

#[test]
fn associativity() {
    check(|random| {
        let (a, b, c) = (random.coroutine(), random.coroutine(), random.coroutine());
        let left = a.clone().pipe(b.clone()).pipe(c.clone());
        same(left, a.pipe(b.pipe(c)), random.inputs());
    });
}

#[test]
fn whoever_ends_first_returns() {
    check(|random| {
        let (a, b) = (random.coroutine(), random.coroutine());
        let inputs: [u64; 20] = std::array::from_fn(|_| random.next());
        let alone = trace(a.clone(), inputs);
        let between = alone.iter().filter_map(|state| state.yielded());
        let second = trace(b.clone(), between);
        let piped = trace(a.pipe(b), inputs);

        let first_ends_at = alone.len();
        if let Some(CoroutineState::Complete(value)) = second.last() {
            // The second ended on an input that the first gave before it ended.
            assert!(second.len() < first_ends_at);
            assert_eq!(piped.len(), second.len());
            assert_eq!(piped.last(), Some(&CoroutineState::Complete(*value)));
        } else {
            assert_eq!(piped.len(), first_ends_at);
            assert_eq!(piped.last(), alone.last());
        }
    });
}

#[test]
fn sliding() {
    check(|random| {
        let (a, b, f) = (random.coroutine(), random.coroutine(), random.function());
        let left = a.clone().map(f).pipe(b.clone());
        same(left, a.pipe(b.map_input(f)), random.inputs());
    });
}

#[test]
fn lifted_functions() {
    check(|random| {
        let (c, f) = (random.coroutine(), random.function());
        let inputs = random.inputs();
        same(c.clone().pipe(arr(f)), c.clone().map(f), inputs.clone());
        same(arr(f).pipe(c.clone()), c.map_input(f), inputs);
    });
}

#[test]
fn return_values_are_mapped_inside_or_outside() {
    check(|random| {
        let (a, b, s) = (random.coroutine(), random.coroutine(), random.function());
        let outside = a.clone().pipe(b.clone()).map_return(s);
        same(outside, a.map_return(s).pipe(b.map_return(s)), random.inputs());
    });
}

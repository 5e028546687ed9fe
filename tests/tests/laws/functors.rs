//! The three axes of a coroutine: what it takes, yields and returns.

use coro_core::{CoroutineState, Resume, combinators::ZipReturn, from_iter};

use super::support::{check, same, trace};

#[test]
fn map_identity() {
    check(|random| {
        let c = random.coroutine();
        same(c.clone().map(|y| y), c, random.inputs());
    });
}

#[test]
fn map_fusion() {
    check(|random| {
        let (c, f, g) = (random.coroutine(), random.function(), random.function());
        same(c.clone().map(f).map(g), c.map(|y| g(f(y))), random.inputs());
    });
}

#[test]
fn map_input_identity_and_fusion() {
    check(|random| {
        let (c, f, g) = (random.coroutine(), random.function(), random.function());
        let inputs = random.inputs();
        same(c.clone().map_input(|i| i), c.clone(), inputs.clone());
        let composed = c.clone().map_input(move |i| f(g(i)));
        same(c.map_input(f).map_input(g), composed, inputs);
    });
}

#[test]
fn map_return_identity_and_fusion() {
    check(|random| {
        let (c, f, g) = (random.coroutine(), random.function(), random.function());
        let inputs = random.inputs();
        same(c.clone().map_return(|r| r), c.clone(), inputs.clone());
        let composed = c.clone().map_return(move |r| g(f(r)));
        same(c.map_return(f).map_return(g), composed, inputs);
    });
}

#[test]
fn the_axes_are_independent() {
    check(|random| {
        let (c, f, g, h) =
            (random.coroutine(), random.function(), random.function(), random.function());
        let one = c.clone().map_input(f).map(g).map_return(h);
        same(one, c.map_return(h).map(g).map_input(f), random.inputs());
    });
}

#[test]
fn inspect_changes_nothing_and_sees_every_yield_once() {
    check(|random| {
        let c = random.coroutine();
        let inputs = random.inputs();
        let mut seen = Vec::new();
        same(c.clone().inspect(|y| seen.push(*y)), c.clone(), inputs.clone());
        let yielded = trace(c, inputs);
        assert!(yielded.into_iter().filter_map(CoroutineState::yielded).eq(seen));
    });
}

#[test]
fn map_input_sees_every_input_once() {
    check(|random| {
        let c = random.coroutine();
        let inputs = random.inputs();
        let mut seen = Vec::new();
        let mapped = c.map_input(|i| {
            seen.push(i);
            i
        });
        let resumes = trace(mapped, inputs.clone()).len();
        assert_eq!(seen, inputs[..resumes]);
    });
}

#[test]
fn enumerate_is_a_zip_with_the_numbers() {
    check(|random| {
        let c = random.generator();
        let numbered = c.clone().enumerate().map_return(Some);
        let zipped = from_iter(0..).zip(c).map_return(|end| match end {
            ZipReturn::Second(r, _) => Some(r),
            ZipReturn::First(()) => None,
        });
        same(numbered, zipped, random.units());
    });
}

#[test]
fn scan_without_a_stop_is_a_map() {
    check(|random| {
        let (c, f) = (random.coroutine(), random.function());
        let scanned = c.clone().scan((), |(), y| Some(f(y)));
        same(scanned, c.map(f).map_return(Ok), random.inputs());
    });
}

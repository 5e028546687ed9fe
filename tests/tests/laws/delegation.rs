//! A coroutine that only delegates does what the other one does.

use coro_core::Resume;

use super::support::{Few, Hashing, check, outputs, same};

#[coro_core::coroutine]
fn only(#[resume] first: u64, c: Hashing) -> impl Resume<u64, u64, Return = u64> + Clone {
    yield_from!(c, first)
}

#[coro_core::coroutine]
fn only_generator(c: Few) -> impl Resume<(), u64, Return = u64> + Clone {
    yield_from!(c)
}

#[test]
fn yield_from_alone_is_the_coroutine() {
    check(|random| {
        let c = random.coroutine();
        same(only(c.clone()), c, random.inputs());
    });
}

#[test]
fn yield_from_alone_is_the_generator() {
    check(|random| {
        let c = random.generator();
        same(only_generator(c.clone()), c, random.units());
    });
}

#[coro_core::coroutine]
fn one_after_the_other(a: Few, b: Few) -> impl Resume<(), u64, Return = (u64, u64)> {
    let first = yield_from!(a);
    (first, yield_from!(b))
}

#[test]
fn two_delegations_are_a_chain() {
    check(|random| {
        let (a, b) = (random.generator(), random.generator());
        same(one_after_the_other(a.clone(), b.clone()), a.chain(b), random.units());
    });
}

#[coro_core::coroutine]
fn each(c: Few) -> impl Resume<(), u64, Return = u64> {
    let mut items = c.yields();
    while let Some(item) = items.next() {
        yield_from!(0..item);
    }
    items.into_return().unwrap_or(0)
}

#[test]
fn delegations_in_a_loop_are_a_flat_map() {
    check(|random| {
        let c = random.generator();
        assert_eq!(outputs(each(c.clone())), outputs(c.flat_map(|y| 0..y)));
    });
}

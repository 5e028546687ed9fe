//! `and_then` is a monad, `for_yield` a category, `flat_map` the half of it that std has.

use coro_core::{Resume, once, ready};

use super::support::{Few, Hashing, check, outputs, same};

#[test]
fn ready_on_the_left() {
    check(|random| {
        let x = random.next();
        same(ready(x).and_then(Few::from_seed), Few::from_seed(x), random.units());
    });
}

#[test]
fn ready_on_the_right() {
    check(|random| {
        let c = random.generator();
        same(c.clone().and_then(ready), c, random.units());
    });
}

#[test]
fn and_then_associativity() {
    check(|random| {
        let (c, f, g) = (random.generator(), random.function(), random.function());
        let (k, l) = (move |r| Few::from_seed(f(r)), move |r| Few::from_seed(g(r)));
        let inner = c.clone().and_then(move |r| k(r).and_then(l));
        same(c.and_then(k).and_then(l), inner, random.units());
    });
}

#[test]
fn and_then_with_associativity() {
    check(|random| {
        let (c, f, g) = (random.coroutine(), random.function(), random.function());
        let k = move |r| (Hashing::from_seed(f(r)), f(r));
        let l = move |r| (Hashing::from_seed(g(r)), g(r));
        let inner = c.clone().and_then_with(move |r| {
            let (b, first) = k(r);
            (b.and_then_with(l), first)
        });
        same(c.and_then_with(k).and_then_with(l), inner, random.inputs());
    });
}

#[test]
fn and_then_with_of_units_is_and_then() {
    check(|random| {
        let c = random.generator();
        let with = c.clone().and_then_with(|r| (Few::from_seed(r), ()));
        same(with, c.and_then(Few::from_seed), random.units());
    });
}

#[test]
fn map_goes_through_and_then() {
    check(|random| {
        let (c, f) = (random.generator(), random.function());
        let inside = c.clone().map(f).and_then(move |r| Few::from_seed(r).map(f));
        same(c.and_then(Few::from_seed).map(f), inside, random.units());
    });
}

#[test]
fn chain_is_and_then_that_keeps_both_returns() {
    check(|random| {
        let (a, b) = (random.generator(), random.generator());
        let kept = b.clone();
        let bound = a.clone().and_then(move |ra| kept.map_return(move |rb| (ra, rb)));
        same(a.chain(b), bound, random.units());
    });
}

#[test]
fn chain_associativity() {
    check(|random| {
        let (a, b, c) = (random.generator(), random.generator(), random.generator());
        let left = a.clone().chain(b.clone()).chain(c.clone());
        let right = a.chain(b.chain(c)).map_return(|(a, (b, c))| ((a, b), c));
        same(left, right, random.units());
    });
}

#[test]
fn for_yield_once() {
    check(|random| {
        let c = random.generator();
        same(c.clone().for_yield((), once), c, random.units());
    });
}

#[test]
fn for_yield_of_once() {
    check(|random| {
        let y = random.next();
        let body = |y| Few::from_seed(y).map_return(drop);
        let (yielded, ()) = outputs(once(y).for_yield((), body));
        assert_eq!(yielded, outputs(body(y)).0);
    });
}

#[test]
fn for_yield_associativity() {
    check(|random| {
        let (c, f, g) = (random.coroutine(), random.function(), random.function());
        let first = random.next();
        // What a body returns answers the yield that it was made of.
        let body = move |y| Few::from_seed(f(y));
        let leaf = move |y| Few::from_seed(g(y)).map_return(drop);
        let left = c.clone().for_yield(first, body).for_yield((), leaf);
        let right = c.for_yield(first, move |y| body(y).for_yield((), leaf));
        same(left, right, vec![(); 400]);
    });
}

#[test]
fn for_yield_goes_through_and_then() {
    check(|random| {
        let (c, f) = (random.generator(), random.function());
        let body = move |y| Few::from_seed(f(y)).map_return(drop);
        let left = c.clone().and_then(Few::from_seed).for_yield((), body);
        let right = c.for_yield((), body).and_then(move |r| Few::from_seed(r).for_yield((), body));
        same(left, right, vec![(); 100]);
    });
}

#[test]
fn for_yield_without_yields_in_the_bodies_is_drive() {
    check(|random| {
        let (c, f, first) = (random.coroutine(), random.function(), random.next());
        let silent = c.clone().for_yield(first, |y| ready::<_, ()>(f(y)));
        assert_eq!(silent.run(), c.drive(first, f));
    });
}

#[test]
fn flat_map_is_for_yield_that_drops_the_returns() {
    check(|random| {
        let (c, f) = (random.generator(), random.function());
        let body = move |y| Few::from_seed(f(y));
        let dropped = c.clone().for_yield((), move |y| body(y).map_return(drop));
        same(c.flat_map(move |y| body(y).yields()), dropped, vec![(); 100]);
    });
}

#[test]
fn flatten_is_flat_map_of_the_identity() {
    check(|random| {
        let c = random.generator().map(|y| 0..y);
        same(c.clone().flatten(), c.flat_map(|range| range), vec![(); 60]);
    });
}

#[test]
fn flat_map_associativity() {
    check(|random| {
        let (c, n, m) = (random.generator(), random.next() % 3, random.next() % 3);
        let (f, g) = (move |y| y..y + n, move |y| vec![y; usize::try_from(m).unwrap()]);
        let nested = c.clone().flat_map(move |y| f(y).flat_map(g));
        same(c.flat_map(f).flat_map(g), nested, vec![(); 60]);
    });
}

#[test]
fn cycle_repeats_the_yields() {
    check(|random| {
        let c = random.generator();
        let (yielded, _) = outputs(c.clone());
        if yielded.is_empty() {
            return;
        }
        let n = random.below(40);
        let (cycled, end) = outputs(c.cycle().take(n));
        assert!(cycled.into_iter().eq(yielded.into_iter().cycle().take(n)));
        assert!(end.is_none());
    });
}

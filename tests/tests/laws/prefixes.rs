//! `take`, `take_while`, `skip` and what they leave.

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};

use super::support::{check, outputs, same, trace};

#[test]
fn take_of_take() {
    check(|random| {
        let (c, n, m) = (random.coroutine(), random.below(12), random.below(12));
        let twice = c.clone().take(n).take(m).map_return(Option::flatten);
        same(twice, c.take(n.min(m)), random.inputs());
    });
}

#[test]
fn skip_of_skip() {
    check(|random| {
        let (c, n, m) = (random.generator(), random.below(8), random.below(8));
        same(c.clone().skip(n).skip(m), c.skip(n + m), random.units());
    });
}

#[test]
fn skip_then_take_yields_what_take_then_skip_does() {
    check(|random| {
        let (c, n, m) = (random.generator(), random.below(8), random.below(8));
        let (left, _) = outputs(c.clone().skip(n).take(m));
        let (right, _) = outputs(c.take(n + m).skip(n));
        assert_eq!(left, right);
    });
}

#[test]
fn skip_then_take_is_take_then_skip_where_something_is_taken() {
    check(|random| {
        let (c, n, m) = (random.generator(), random.below(8), 1 + random.below(8));
        same(c.clone().skip(n).take(m), c.take(n + m).skip(n), random.units());
    });
}

#[test]
fn take_splits() {
    check(|random| {
        let (mut c, n) = (random.generator(), random.below(12));
        let whole = outputs(c.clone());
        let (mut yielded, end) = outputs(c.by_ref().take(n));
        let returned = end.unwrap_or_else(|| {
            let (rest, returned) = outputs(c);
            yielded.extend(rest);
            returned
        });
        assert_eq!((yielded, returned), whole);
    });
}

#[test]
fn take_while_splits_and_keeps_the_rejected() {
    check(|random| {
        let (mut c, p) = (random.generator(), random.predicate());
        let whole = outputs(c.clone());
        let (mut yielded, end) = outputs(c.by_ref().take_while(p));
        let returned = end.unwrap_or_else(|rejected| {
            yielded.push(rejected);
            let (rest, returned) = outputs(c);
            yielded.extend(rest);
            returned
        });
        assert_eq!((yielded, returned), whole);
    });
}

#[test]
fn take_while_gives_inputs_in_lockstep() {
    check(|random| {
        let (c, p) = (random.coroutine(), random.predicate());
        let inputs = random.inputs();
        let taken = trace(c.clone().take_while(p), inputs.clone());
        let whole = trace(c, inputs);
        for (taken, whole) in taken.iter().zip(&whole) {
            let expected = match *whole {
                Yielded(y) if p(&y) => Yielded(y),
                Yielded(y) => Complete(Err(y)),
                Complete(r) => Complete(Ok(r)),
            };
            assert_eq!(*taken, expected);
        }
    });
}

#[test]
fn take_commutes_with_map() {
    check(|random| {
        let (c, n, f) = (random.coroutine(), random.below(12), random.function());
        same(c.clone().map(f).take(n), c.take(n).map(f), random.inputs());
    });
}

#[test]
fn limit_is_take_with_a_reason() {
    check(|random| {
        let (c, n) = (random.coroutine(), random.below(12));
        same(c.clone().limit(n).map_return(Result::ok), c.take(n), random.inputs());
    });
}

#[test]
fn limit_keeps_the_coroutine() {
    check(|random| {
        let (c, n) = (random.generator(), random.below(12));
        let whole = outputs(c.clone());
        let mut limited = c.limit(n);
        let (mut yielded, end) = outputs(limited.by_ref());
        let returned = end.unwrap_or_else(|_| {
            let (rest, returned) = outputs(limited.into_inner());
            yielded.extend(rest);
            returned
        });
        assert_eq!((yielded, returned), whole);
    });
}

#[test]
fn skip_with_answers_what_it_drops() {
    check(|random| {
        let (mut c, n, f) = (random.coroutine(), random.below(6), random.function());
        let first = random.next();
        let skipped = c.clone().skip_with(n, f).resume(first);
        // By hand: resume with the answers until enough is dropped.
        let mut expected = c.resume(first);
        for _ in 0..n {
            if let Yielded(dropped) = expected {
                expected = c.resume(f(dropped));
            }
        }
        assert_eq!(skipped, expected);
    });
}

#[test]
fn dropping_forms_with_a_unit_reply_are_the_plain_ones() {
    check(|random| {
        let (c, n, p) = (random.generator(), random.below(6), random.predicate());
        let units = random.units();
        same(c.clone().skip_with(n, drop), c.clone().skip(n), units.clone());
        same(c.clone().skip_while_with(p, drop), c.clone().skip_while(p), units.clone());
        same(c.clone().step_by_with(n + 1, drop), c.clone().step_by(n + 1), units.clone());
        same(c.clone().dedup_with(drop), c.clone().dedup(), units.clone());
        let by_key = c.clone().dedup_by_key_with(p, drop);
        same(by_key, c.dedup_by_key(p), units);
    });
}

#[test]
fn skip_while_is_idempotent() {
    check(|random| {
        let (c, p) = (random.generator(), random.predicate());
        same(c.clone().skip_while(p).skip_while(p), c.skip_while(p), random.units());
    });
}

#[test]
fn steps_multiply() {
    check(|random| {
        let (c, n, m) = (random.generator(), 1 + random.below(4), 1 + random.below(4));
        same(c.clone().step_by(n).step_by(m), c.step_by(n * m), random.units());
    });
}

#[test]
fn through_is_a_function_call() {
    check(|random| {
        let (c, p, g) = (random.generator(), random.predicate(), random.function());
        let left = c.clone().through(|c| c.filter(p)).through(|c| c.map(g));
        same(left, c.through(|c| c.filter(p).map(g)), random.units());
    });
}

#[test]
fn peeking_changes_nothing() {
    check(|random| {
        let c = random.generator();
        let whole = trace(c.clone(), [(); 16]);
        let mut peeked = c.peekable();
        for state in whole {
            for _ in 0..random.below(3) {
                match (peeked.peek(), &state) {
                    (Ok(seen), Yielded(value)) | (Err(seen), Complete(value)) => {
                        assert_eq!(seen, value);
                    }
                    (seen, state) => panic!("{seen:?} before {state:?}"),
                }
            }
            // Folding from here on sees the rest, what was peeked at included.
            let rest = peeked.clone().fold(Vec::new(), |mut rest, y| {
                rest.push(y);
                rest
            });
            assert_eq!(peeked.resume(()), state);
            match state {
                Yielded(value) => assert_eq!(rest.0.first(), Some(&value)),
                Complete(value) => assert_eq!(rest, (vec![], value)),
            }
        }
    });
}

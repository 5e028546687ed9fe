//! Laws that look right and are not: each has a case in which it fails.

use coro_core::{Resume, Stage, stage::cat};

use super::{
    stages::Moody,
    support::{outputs, some_case, trace},
};

#[test]
fn skip_then_take_of_nothing_may_miss_the_end() {
    // `take(0)` never resumes; `take(n).skip(n)` runs into the end of what it skips.
    assert!(some_case(|random| {
        let (c, n) = (random.generator(), random.below(12));
        outputs(c.clone().skip(n).take(0)) != outputs(c.take(n).skip(n))
    }));
}

#[test]
fn take_and_filter_do_not_commute() {
    assert!(some_case(|random| {
        let (c, p, n) = (random.generator(), random.predicate(), random.below(8));
        outputs(c.clone().take(n).filter(p)) != outputs(c.filter(p).take(n))
    }));
}

#[test]
fn cat_after_a_stage_changes_the_return_value() {
    // The items are the same, so the return values are all that differs: `()` tells nothing of the
    // stage's.
    assert!(some_case(|random| {
        let (a, b, items) = (Moody::new(random), Moody::new(random), random.items());
        let returned = |s: &Moody| outputs(s.clone().over(items.clone()));
        let with_cat = |s: &Moody| outputs(s.clone().then_stage(cat()).over(items.clone()));
        returned(&a).0 == returned(&b).0
            && returned(&a).1 != returned(&b).1
            && with_cat(&a) == with_cat(&b)
    }));
}

#[test]
fn pipe_does_not_commute() {
    assert!(some_case(|random| {
        let (a, b, inputs) = (random.coroutine(), random.coroutine(), random.inputs());
        trace(a.clone().pipe(b.clone()), inputs.clone()) != trace(b.pipe(a), inputs)
    }));
}

#[test]
fn an_input_sent_twice_is_not_an_input_sent_once() {
    // Why `filter` takes a closure that answers, instead of sending the input again.
    assert!(some_case(|random| {
        let (mut c, input) = (random.coroutine(), random.next());
        let once = c.clone().resume(input);
        let _ = c.resume(input);
        once.yielded().is_some() && c.resume(input) != once
    }));
}

#[test]
fn stds_take_while_loses_an_item() {
    assert!(some_case(|random| {
        let (items, p) = (random.items(), random.predicate());
        let mut iter = items.clone().into_iter();
        let mut seen: Vec<_> = iter.by_ref().take_while(p).collect();
        seen.extend(iter);
        seen != items
    }));
}

#[test]
fn dedup_and_map_do_not_commute() {
    assert!(some_case(|random| {
        let (c, f) = (random.generator(), random.function());
        outputs(c.clone().map(move |y| f(y) % 2).dedup())
            != outputs(c.dedup().map(move |y| f(y) % 2))
    }));
}

#[test]
fn zip_does_not_commute_on_its_return() {
    assert!(some_case(|random| {
        let (a, b) = (random.generator(), random.generator());
        let (pairs, end) = outputs(a.clone().zip(b.clone()));
        let (swapped, swapped_end) = outputs(b.zip(a));
        // The same pairs, and yet an orphan on one side only.
        pairs.into_iter().map(|(x, y)| (y, x)).eq(swapped)
            && matches!(end, coro_core::combinators::ZipReturn::First(_))
            && matches!(swapped_end, coro_core::combinators::ZipReturn::Second(..))
    }));
}

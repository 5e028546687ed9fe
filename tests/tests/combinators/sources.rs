//! The coroutines that stand at the beginning.

use std::{
    convert::Infallible,
    panic::{AssertUnwindSafe, catch_unwind},
};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, arr, empty, from_fn, from_iter, identity, once, ready, repeat_with, unfold,
};

/// Runs to the end and once more.
fn panics_after_the_end<C: Resume<(), Out>, Out>(mut c: C) {
    let _quiet = coro_tests::quiet::enter();
    while c.resume(()).yielded().is_some() {}
    for _ in 0..2 {
        let panicked = catch_unwind(AssertUnwindSafe(|| c.resume(()))).err().unwrap();
        let message = panicked.downcast_ref::<&str>().copied();
        assert_eq!(message, Some("coroutine resumed after completion"));
    }
}

#[test]
fn all_end_for_good() {
    panics_after_the_end(empty::<u8>());
    panics_after_the_end(once(1));
    panics_after_the_end(ready::<_, u8>(1));
    panics_after_the_end(from_iter([1, 2]));
    panics_after_the_end(unfold(3, |n: &mut u8| {
        *n -= 1;
        (*n > 0).then_some(*n)
    }));
}

#[test]
fn an_iterator_is_dropped_at_its_end() {
    use std::rc::Rc;

    let token = Rc::new(());
    let held = Rc::clone(&token);
    let mut c = from_iter(std::iter::from_fn(move || {
        assert_eq!(Rc::strong_count(&held), 2);
        None::<u8>
    }));
    assert_eq!(Rc::strong_count(&token), 2);
    assert_eq!(c.resume(()), Complete(()));
    assert_eq!(Rc::strong_count(&token), 1);
}

#[test]
fn the_endless_ones_have_no_return() {
    let Yielded(echo) = identity::<_, Infallible>().resume("x");
    let Yielded(double) = arr::<_, Infallible>(|n: u8| n * 2).resume(4);
    let Yielded(tick) = repeat_with(|| "tick").resume(());
    assert_eq!((echo, double, tick), ("x", 8, "tick"));
}

#[test]
fn closures_resume_with_whatever_they_take() {
    let mut calls = 0;
    let mut c = from_fn(|(a, b): (u8, &str)| {
        calls += 1;
        if a == 0 { Complete(calls) } else { Yielded(format!("{a}{b}")) }
    });
    assert_eq!(c.resume((1, "x")), Yielded("1x".to_owned()));
    assert_eq!(c.resume((0, "")), Complete(2));
}

#[test]
fn sources_are_iterable() {
    assert_eq!(once(1).into_iter().chain(empty()).collect::<Vec<_>>(), [1]);
    assert!(ready::<_, u8>(()).into_iter().next().is_none());
    assert_eq!(repeat_with(|| 1).into_iter().take(2).sum::<i32>(), 2);
    assert!(
        unfold(0, |n| {
            *n += 1;
            (*n < 3).then_some(*n)
        })
        .into_iter()
        .eq([1, 2])
    );
    let mut n = 0;
    let counted = from_fn(|()| {
        n += 1;
        if n < 3 { Yielded(n) } else { Complete(()) }
    });
    assert!(counted.into_iter().eq([1, 2]));
}

#[test]
fn sources_can_be_printed() {
    assert_eq!(format!("{:?}", once(1)), "Once { state: Unresumed(1) }");
    assert_eq!(format!("{:?}", empty::<u8>()), "Empty { returned: false }");
    assert_eq!(format!("{:?}", ready::<_, u8>(1)), "Ready { value: Some(1) }");
    assert_eq!(format!("{:?}", from_fn(|()| Complete::<u8, _>(()))), "FromFn");
    assert_eq!(format!("{:?}", from_iter(0..2)), "FromIter { iter: Some(0..2) }");
    assert_eq!(format!("{:?}", unfold(1, |_: &mut u8| Some(2))), "Unfold { state: Some(1) }");
    assert_eq!(format!("{:?}", repeat_with(|| 1)), "RepeatWith");
    assert_eq!(format!("{:?}", identity::<u8, ()>()), "Identity");
    assert_eq!(format!("{:?}", arr::<_, ()>(|n: u8| n)), "Arr");
}

//! How operators end: what is in the return value, and what is left.

use std::{
    cell::{Cell, RefCell},
    panic::AssertUnwindSafe,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, arr, broadcast,
    combinators::{Exhausted, ZipReturn},
    from_fn, from_iter, mux, once, ready, repeat_with, round_robin,
};

/// Logs its name when it is dropped.
#[derive(Clone)]
struct Guard(&'static str, Rc<RefCell<Vec<&'static str>>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

/// A coroutine that yields some numbers, and holds a guard.
fn guarded(
    name: &'static str,
    log: &Rc<RefCell<Vec<&'static str>>>,
    numbers: std::ops::Range<u32>,
) -> impl Resume<(), u32, Return = &'static str> {
    let guard = Guard(name, Rc::clone(log));
    from_iter(numbers).inspect(move |_| _ = &guard).map_return(move |()| name)
}

#[test]
fn the_first_of_a_sequence_is_dropped_before_the_second_is_made() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let second = |first: &'static str| {
        log.borrow_mut().push("made");
        guarded("second", &log, 0..1).map_return(move |second| (first, second))
    };
    let mut c = guarded("first", &log, 0..1).and_then(second);
    assert_eq!(c.resume(()), Yielded(0));
    assert!(log.borrow().is_empty());
    assert_eq!(c.resume(()), Yielded(0));
    assert_eq!(*log.borrow(), ["first", "made"]);
    assert_eq!(c.resume(()), Complete(("first", "second")));
}

#[test]
fn a_chain_drops_the_first_when_it_ends() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let mut c = guarded("a", &log, 0..1).chain(guarded("b", &log, 5..6));
    assert_eq!(c.resume(()), Yielded(0));
    assert_eq!(c.resume(()), Yielded(5));
    assert_eq!(*log.borrow(), ["a"]);
    assert_eq!(c.resume(()), Complete(("a", "b")));
}

#[test]
fn members_of_a_group_are_dropped_when_they_end() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let mut c = guarded("short", &log, 0..1).interleave(guarded("long", &log, 0..3));
    for _ in 0..3 {
        let _ = c.resume(());
    }
    assert_eq!(*log.borrow(), ["short"]);
    drop(c);
    assert_eq!(*log.borrow(), ["short", "long"]);
}

#[test]
fn fuse_and_iterators_drop_at_the_end() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let mut fused = guarded("fused", &log, 0..0).fuse();
    assert_eq!(fused.resume(()), Complete(Some("fused")));
    let mut iter = guarded("iter", &log, 0..0).yields();
    assert_eq!(iter.next(), None);
    assert_eq!(*log.borrow(), ["fused", "iter"]);
    assert_eq!(iter.into_return(), Some("iter"));
}

#[test]
fn take_drops_the_input_that_finds_nothing_left() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let mut c = arr::<_, ()>(|guard: Guard| guard.0).take(1);
    assert_eq!(c.resume(Guard("one", Rc::clone(&log))), Yielded("one"));
    assert_eq!(c.resume(Guard("two", Rc::clone(&log))), Complete(None));
    assert_eq!(*log.borrow(), ["one", "two"]);
}

#[test]
fn zip_returns_the_orphan() {
    let mut rest = from_iter(10..20);
    let (pairs, end) = from_iter(0..3).zip(rest.by_ref()).collect_with_return::<Vec<_>>();
    assert_eq!((pairs.len(), end), (3, ZipReturn::First(())));
    // The second side was not resumed when the first had ended.
    assert_eq!(rest.resume(()), Yielded(13));

    let end = from_iter(0..9).zip(from_iter(0..2)).run();
    assert_eq!(end, ZipReturn::Second((), 2));
}

#[test]
fn scan_gives_the_state_back() {
    let summed = |limit| {
        from_iter([5, 6, 7])
            .scan(0, move |sum, n| {
                *sum += n;
                (*sum < limit).then_some(*sum)
            })
            .run()
    };
    assert_eq!(summed(99), Ok(()));
    assert_eq!(summed(10), Err(11));
}

#[test]
fn limit_can_be_refilled() {
    let mut c = repeat_with(|| 1).limit(2);
    assert_eq!(c.by_ref().count(), (2, Err(Exhausted)));
    assert_eq!(c.into_inner().limit(3).count(), (3, Err(Exhausted)));
    assert_eq!(Exhausted.to_string(), "the coroutine did not end within its limit of resumes");
}

#[test]
fn pipe_does_not_resume_the_second_when_the_first_ends() {
    let mut seen = 0;
    let second = from_fn(|n: u32| {
        seen += 1;
        Yielded(n)
    });
    let end = from_iter(0..3).map_return(|()| "first").pipe(second.map_return(|()| "second")).run();
    assert_eq!((end, seen), ("first", 3));
}

#[test]
fn an_empty_group_ends_at_once() {
    let none: [coro_core::Arr<fn(u8), ()>; 0] = [];
    assert_eq!(broadcast(none).resume(1), Complete(vec![]));
    assert_eq!(round_robin::<coro_core::Once<u8>, _>([]).resume(()), Complete(vec![]));
}

#[test]
fn the_last_consumer_gets_the_original() {
    #[derive(Debug)]
    struct Item(Rc<Cell<u32>>);

    impl Clone for Item {
        fn clone(&self) -> Self {
            self.0.set(self.0.get() + 1);
            Self(Rc::clone(&self.0))
        }
    }

    let clones = Rc::new(Cell::new(0));
    let item = || Item(Rc::clone(&clones));
    let consumer = |n| arr::<_, ()>(drop::<Item>).take(n);
    let mut all = broadcast([3, 1, 2].map(consumer));
    // Of three, two get clones; when one has ended, of two, one.
    for expected in [2, 4, 5, 5] {
        let _ = all.resume(item());
        assert_eq!(clones.get(), expected);
    }

    clones.set(0);
    let mut both = consumer(1).tee(consumer(3));
    for expected in [1, 2, 2, 2] {
        let _ = both.resume(item());
        assert_eq!(clones.get(), expected);
    }
}

#[test]
fn consumers_get_an_input_in_order() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let consumer = |name: char| {
        let log = Rc::clone(&log);
        arr::<_, ()>(move |n: u32| log.borrow_mut().push((name, n)))
            .take(usize::from(name != 'b') + 1)
    };
    broadcast(['a', 'b', 'c'].map(consumer)).feed(1..).complete().unwrap();
    assert_eq!(*log.borrow(), [('a', 1), ('b', 1), ('c', 1), ('a', 2), ('c', 2)]);
}

#[test]
#[should_panic(expected = "coroutine resumed after completion")]
fn an_ended_member_of_a_mux_is_not_resumed() {
    let mut both = mux([once(1), once(2)]);
    let _ = both.resume((0, ()));
    assert_eq!(both.resume((0, ())), Yielded((0, Complete(()))));
    let _ = both.resume((0, ()));
}

#[test]
#[should_panic(expected = "index out of bounds")]
fn a_mux_has_no_member_that_is_not_there() {
    let _ = mux([once(1)]).resume((1, ()));
}

/// The end of a member must not cost what the whole group does: this would take minutes.
#[test]
fn large_groups_end_as_fast_as_small_ones() {
    const MEMBERS: usize = 200_000;

    let (yields, returned) = round_robin((0..MEMBERS).map(once)).count();
    assert_eq!((yields, returned.len()), (MEMBERS, MEMBERS));

    let consumers = (0..MEMBERS).map(|n| arr::<_, ()>(drop::<u8>).take(n % 3));
    let returned = broadcast(consumers).feed([1, 2, 3]).complete().unwrap();
    assert_eq!(returned.len(), MEMBERS);

    let mut all = mux((0..MEMBERS).map(once));
    for round in 0..2 {
        for n in (0..MEMBERS).rev() {
            assert_eq!(all.resume((n, ())).yielded().is_none(), (round, n) == (1, 0));
        }
    }
    assert_eq!(all.running().count(), 0);
}

#[test]
#[should_panic(expected = "`cycle` of a coroutine that completed without yielding")]
fn a_cycle_of_nothing_panics() {
    coro_core::empty::<u8>().cycle().run();
}

#[test]
#[should_panic(expected = "the length of `chunks` must not be zero")]
fn chunks_of_nothing_panic() {
    let _ = once(1).chunks(0);
}

#[test]
#[should_panic(expected = "the step of `step_by` must not be zero")]
fn a_step_of_nothing_panics() {
    let _ = once(1).step_by(0);
}

#[test]
fn a_panic_is_caught_once() {
    let _quiet = coro_tests::quiet::enter();
    let log = Rc::<RefCell<Vec<_>>>::default();
    let inner = guarded("inner", &log, 0..9).map(|n| {
        assert!(n < 2, "two");
        n
    });
    // The log is not unwind safe, and looked at only when the panic is over.
    let mut caught = AssertUnwindSafe(inner).catch_unwind();
    assert_eq!(caught.resume(()).yielded(), Some(0));
    assert_eq!(caught.resume(()).yielded(), Some(1));
    assert!(log.borrow().is_empty());
    let payload = caught.resume(()).complete().unwrap().unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"two"));
    // What panicked is dropped at once.
    assert_eq!(*log.borrow(), ["inner"]);

    let end = from_iter([1, 0]).map(|n| 10 / n).catch_unwind().collect_with_return::<Vec<i32>>();
    assert_eq!(end.0, [10]);
    let payload = end.1.unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"attempt to divide by zero"));
}

#[test]
fn for_yield_answers_with_the_bodies_return() {
    let doubled = from_fn({
        let mut n = 0;
        move |answer: u32| {
            n += 1;
            if n > 3 { Complete(answer) } else { Yielded(answer + n) }
        }
    });
    let c = doubled.for_yield(10, |n| once(n).and_then(move |()| ready(n * 2)));
    // 10 + 1 = 11 → 22; 22 + 2 = 24 → 48; 48 + 3 = 51 → 102.
    assert_eq!(c.collect_with_return(), (vec![11, 24, 51], 102));
}

#[test]
#[should_panic(expected = "`cycle` of a coroutine that completed without yielding")]
fn a_cycle_that_dries_up_panics() {
    // All passes share what is left.
    let left = Rc::new(Cell::new(2_u32));
    let pass = from_iter(0..1).filter(move |_| {
        let some = left.get() > 0;
        left.set(left.get().saturating_sub(1));
        some
    });
    pass.cycle().take(9).run();
}

#[test]
fn filter_with_answers_while_folding() {
    let mut answered = Vec::new();
    let (passed, ()) = from_iter(0..5).filter_with(|n| n % 2 == 0, |n| answered.push(n)).count();
    assert_eq!((passed, answered), (3, vec![1, 3]));
}

#[test]
fn an_inner_iterator_is_not_asked_after_its_end() {
    let source = |n: u32| {
        let mut left = Some(n);
        std::iter::from_fn(move || {
            let n = left.expect("not asked again");
            left = n.checked_sub(1);
            left
        })
    };
    assert!(from_iter([2, 0, 1]).flat_map(source).yields().eq([1, 0, 0]));
    let mut c = from_iter([1]).flat_map(source);
    assert_eq!([c.resume(()), c.resume(())], [Yielded(0), Complete(())]);
}

#[test]
fn an_inner_source_is_closed_before_the_next_is_opened() {
    let log = Rc::<RefCell<Vec<_>>>::default();
    let opened = |n: u32| {
        log.borrow_mut().push("opened");
        let guard = Guard("closed", Rc::clone(&log));
        (0..n).inspect(move |_| _ = &guard)
    };
    assert!(from_iter([1, 2]).flat_map(opened).yields().eq([0, 0, 1]));
    assert_eq!(*log.borrow(), ["opened", "closed", "opened", "closed"]);
}

#[test]
fn a_stream_stays_at_its_end() {
    use futures_core::{FusedStream, Stream};

    let log = Rc::default();
    let mut stream = guarded("streamed", &log, 0..1).into_stream();
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(Pin::new(&mut stream).poll_next(&mut context), Poll::Ready(Some(0)));
    assert!(!stream.is_terminated());
    assert_eq!(Pin::new(&mut stream).poll_next(&mut context), Poll::Ready(None));
    assert_eq!(*log.borrow(), ["streamed"]);
    assert_eq!(Pin::new(&mut stream).poll_next(&mut context), Poll::Ready(None));
    assert!(stream.is_terminated());
    assert_eq!(stream.size_hint(), (0, Some(0)));
}

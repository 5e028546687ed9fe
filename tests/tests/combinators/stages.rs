//! Stages at their ends: what is told, flushed and left.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, Stage,
    combinators::Fed,
    from_fn, from_iter,
    stage::{Chunk, Demand, cat},
};

use super::support;

#[test]
fn a_sink_that_is_closed_flushes() {
    /// Emits the sum at the end.
    fn sum() -> impl Stage<u32, u32, Return = ()> {
        let (mut sum, mut state) = (0, 0);
        from_fn(move |item: Option<u32>| match (state, item) {
            (1, Some(n)) => {
                sum += n;
                Yielded(Demand::Await)
            }
            (1, None) => {
                state = 2;
                Yielded(Demand::Emit(sum))
            }
            (2, _) => Complete(()),
            _ => {
                state = 1;
                Yielded(Demand::Await)
            }
        })
    }

    let mut emitted = Vec::new();
    let mut sink = sum().into_sink(|n| emitted.push(n));
    for n in 1..4 {
        assert_eq!(sink.resume(Some(n)), Yielded(()));
    }
    assert_eq!(sink.resume(None), Complete(()));
    assert_eq!(emitted, [6]);
    assert_eq!(sum().over(1..4).collect_with_return::<Vec<_>>(), (vec![6], ()));
}

#[test]
fn a_sink_can_be_fed() {
    let mut emitted = Vec::new();
    let sink = cat().into_sink(|n| emitted.push(n));
    let Fed::Complete((), rest) = sink.feed([Some(1), Some(2), None, Some(3)]) else {
        panic!("closed, and yet open");
    };
    assert!(rest.eq([Some(3)]));
    assert_eq!(emitted, [1, 2]);
}

#[test]
fn a_stage_that_does_not_await_takes_nothing() {
    let mut items = 0..9;
    let end =
        from_fn(|_: Option<u32>| Complete::<Demand<u32>, _>("at once")).over(items.by_ref()).run();
    assert_eq!((end, items), ("at once", 0..9));
}

/// Awaits until it has been told of the end three times, and returns the number of items.
fn hard_of_hearing<I>() -> impl Resume<Option<I>, Demand<()>, Return = u32> + Clone {
    let (mut items, mut ends, mut first) = (0, 0, true);
    from_fn(move |item: Option<I>| {
        if std::mem::take(&mut first) {
            return Yielded(Demand::Await);
        }
        match item {
            Some(_) => items += 1,
            None => ends += 1,
        }
        if ends == 3 { Complete(items) } else { Yielded(Demand::Await) }
    })
}

#[test]
fn each_await_after_the_end_is_told_again() {
    let mut asked = 0;
    let source = std::iter::from_fn(|| {
        asked += 1;
        assert!(asked < 4, "not asked again");
        (asked < 3).then_some(asked)
    });
    assert_eq!(hard_of_hearing().over(source).run(), 2);

    let mut sink = hard_of_hearing().into_sink(drop);
    assert_eq!(sink.resume(Some(1)), Yielded(()));
    assert_eq!(sink.resume(None), Complete(1));

    assert_eq!(cat().then_stage(hard_of_hearing()).over([1, 2]).run(), 2);
    let both = hard_of_hearing().then_stage_both(hard_of_hearing());
    assert_eq!(both.over([1, 2]).run(), (Some(2), 0));

    let stream = hard_of_hearing().over_stream(support::Jerky::new(vec![1, 2], 3));
    assert!(support::drain(stream).is_empty());
}

#[test]
fn a_decoder_is_told_of_the_end_again() {
    let mut ends = 0;
    let stage = from_fn(|chunk: Option<Chunk<'_>>| {
        match chunk {
            Some(chunk) => assert_eq!(chunk.read(9), b"ab"),
            None => ends += 1,
        }
        // The first `None` is the start.
        if ends == 4 { Complete("end") } else { Yielded(Demand::<()>::Await) }
    });
    assert_eq!(stage.into_decoder().over(["ab", "", "ab"]).run(), "end");
}

#[test]
#[should_panic(expected = "the stage awaits bytes and has not read those that it was given")]
fn a_decoder_that_does_not_read_panics() {
    let stage = from_fn(|_: Option<Chunk<'_>>| Yielded::<Demand<()>, ()>(Demand::Await));
    stage.into_decoder().over(["a"]).run();
}

#[test]
fn a_decoder_leaves_what_it_did_not_read() {
    let first_byte = from_fn(|chunk: Option<Chunk<'_>>| match chunk {
        None => Yielded(Demand::<()>::Await),
        Some(chunk) => Complete(chunk.read_byte()),
    });
    let mut input: &[u8] = b"abc";
    let mut decoder = first_byte.into_decoder();
    assert_eq!(decoder.resume(Some(&mut input)), Complete(Some(b'a')));
    assert_eq!(input, b"bc");
}

#[test]
fn a_stream_lets_others_run() {
    use futures_core::Stream;

    fn pauses(mut stream: impl Stream + Unpin) -> Vec<usize> {
        let mut context = Context::from_waker(Waker::noop());
        let (mut polls, mut pauses) = (0, vec![]);
        loop {
            match Pin::new(&mut stream).poll_next(&mut context) {
                Poll::Ready(Some(_)) => polls += 1,
                Poll::Ready(None) => return pauses,
                Poll::Pending => pauses.push(polls),
            }
        }
    }

    assert_eq!(pauses(from_iter(0..300).into_stream()), [128, 256]);
    // It has itself woken before it pauses.
    assert_eq!(support::drain(from_iter(0..300).into_stream()).len(), 300);
    // A stage that takes many items before it emits one pauses as well.
    let many = hard_of_hearing().over_stream(from_iter(0..300).into_stream());
    assert_eq!(pauses(many).len(), 4);
}

//! What is not an adaptor of one coroutine is lazy as well: stages, streams and futures.
//!
//! The adaptors themselves are in `every_adaptor`.

use std::{
    cell::Cell,
    pin::{Pin, pin},
    rc::Rc,
    task::{Context, Poll, Waker},
};

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume, Stage, drive_async, from_fn, from_stream,
    stage::{Chunk, Demand},
};
use futures_core::Stream;

/// How often it was used; whoever holds a clone of it is alive.
type Uses = Rc<Cell<u32>>;

fn used(uses: &Uses) {
    uses.set(uses.get() + 1);
}

/// Asserts how often it was used, and by how many it is held.
#[track_caller]
fn assert_uses(uses: &Uses, times: u32, holders: usize) {
    assert_eq!((uses.get(), Rc::strong_count(uses) - 1), (times, holders));
}

/// A stage that emits what it awaits, for ever.
fn stage(uses: &Uses) -> impl Resume<Option<u8>, Demand<u8>, Return = ()> + Unpin + use<> {
    let uses = Rc::clone(uses);
    from_fn(move |item: Option<u8>| {
        used(&uses);
        Yielded(item.map_or(Demand::Await, Demand::Emit))
    })
}

/// Items for ever.
fn items(uses: &Uses) -> impl Iterator<Item = u8> + use<> {
    let uses = Rc::clone(uses);
    std::iter::repeat_with(move || {
        used(&uses);
        1
    })
}

fn counters<const N: usize>() -> [Uses; N] {
    std::array::from_fn(|_| Rc::default())
}

#[test]
fn stages() {
    let [first, second, source] = counters();
    let composed = stage(&first).then_stage(stage(&second));
    let mut over = composed.over(items(&source));
    assert_uses(&first, 0, 1);
    assert_uses(&second, 0, 1);
    assert_uses(&source, 0, 1);
    assert_eq!(over.resume(()), Yielded(1));
    assert_uses(&first, 2, 1);
    assert_uses(&second, 2, 1);
    assert_uses(&source, 1, 1);
    drop(over);
    assert_uses(&first, 2, 0);
    assert_uses(&second, 2, 0);
    assert_uses(&source, 1, 0);
}

#[test]
fn sinks() {
    let [pushed, emitted] = counters();
    let held = Rc::clone(&emitted);
    let mut sink = stage(&pushed).into_sink(move |_| used(&held));
    assert_uses(&pushed, 0, 1);
    assert_eq!(sink.resume(Some(1)), Yielded(()));
    // It started, awaited, emitted, and awaits again.
    assert_uses(&pushed, 3, 1);
    assert_uses(&emitted, 1, 1);
    drop(sink);
    assert_uses(&pushed, 3, 0);
    assert_uses(&emitted, 1, 0);
}

#[test]
fn decoders() {
    let [decoded, chunks] = counters();
    let held = Rc::clone(&decoded);
    let bytes = from_fn(move |chunk: Option<Chunk<'_>>| {
        used(&held);
        CoroutineState::<_, ()>::Yielded(
            chunk.and_then(|chunk| chunk.read_byte()).map_or(Demand::Await, Demand::Emit),
        )
    });
    let mut over = bytes.into_decoder().over(items(&chunks).map(|item| [item]));
    assert_uses(&decoded, 0, 1);
    assert_uses(&chunks, 0, 1);
    assert_eq!(over.resume(()), Yielded(1));
    assert_uses(&decoded, 2, 1);
    assert_uses(&chunks, 1, 1);
    drop(over);
    assert_uses(&decoded, 2, 0);
    assert_uses(&chunks, 1, 0);
}

#[test]
fn streams() {
    let [staged, source] = counters();
    let stream = coro_core::from_iter(items(&source)).into_stream();
    let mut coroutine = from_stream(stage(&staged).over_stream(stream));
    assert_uses(&staged, 0, 1);
    assert_uses(&source, 0, 1);
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(coroutine.resume(&mut context), Yielded(Poll::Ready(1)));
    assert_uses(&staged, 2, 1);
    assert_uses(&source, 1, 1);
    drop(coroutine);
    assert_uses(&staged, 2, 0);
    assert_uses(&source, 1, 0);
}

#[test]
fn iterators() {
    let [source] = counters();
    let mut iter = coro_core::from_iter(items(&source)).yields();
    assert_uses(&source, 0, 1);
    assert_eq!(iter.next(), Some(1));
    assert_uses(&source, 1, 1);
    drop(iter);
    assert_uses(&source, 1, 0);
}

#[test]
fn futures() {
    let [resumed, answered] = counters();
    let (asks, answers) = (Rc::clone(&resumed), Rc::clone(&answered));
    let coroutine = from_fn(move |()| {
        used(&asks);
        CoroutineState::<u8, ()>::Yielded(1)
    });
    let never = async move |_| {
        used(&answers);
        std::future::pending::<()>().await;
    };
    let mut future = Box::pin(drive_async(coroutine, (), never));
    assert_uses(&resumed, 0, 1);
    assert_uses(&answered, 0, 1);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..3 {
        // It waits for the answer, and neither is asked again.
        assert!(future.as_mut().poll(&mut context).is_pending());
        assert_uses(&resumed, 1, 1);
        assert_uses(&answered, 1, 1);
    }
    drop(future);
    assert_uses(&resumed, 1, 0);
    assert_uses(&answered, 1, 0);
}

#[test]
fn a_stream_is_not_polled_after_its_end() {
    struct Ending(Uses);

    impl Stream for Ending {
        type Item = u8;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u8>> {
            used(&self.0);
            Poll::Ready(None)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            (3, Some(3))
        }
    }

    let [polled] = counters();
    let mut context = Context::from_waker(Waker::noop());
    let mut coroutine = from_stream(Ending(Rc::clone(&polled)));
    assert_eq!(coroutine.size_hint(), (3, None));
    assert_eq!(coroutine.resume(&mut context), Complete(()));
    // It is dropped at its end.
    assert_uses(&polled, 1, 0);
    assert_eq!(coroutine.size_hint(), (0, Some(0)));
    let _quiet = coro_tests::quiet::enter();
    let again = std::panic::AssertUnwindSafe(|| coroutine.resume(&mut context));
    let panicked = std::panic::catch_unwind(again).unwrap_err();
    assert_eq!(panicked.downcast_ref(), Some(&"coroutine resumed after completion"));
    assert_uses(&polled, 1, 0);
}

#[test]
fn a_driven_coroutine_is_dropped_at_its_end() {
    let [resumed] = counters();
    let held = Rc::clone(&resumed);
    let coroutine = from_fn(move |()| {
        used(&held);
        Complete::<u8, _>(())
    });
    let mut future = pin!(drive_async(coroutine, (), async |_| ()));
    assert!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
    assert_uses(&resumed, 1, 0);
}

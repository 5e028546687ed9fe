//! Running coroutines, and the bridges to iterators, streams and futures.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use coro_core::{
    CoroutineState::Complete,
    Resume, arr,
    combinators::{Fed, Weave},
    drive_async, from_iter, from_stream,
};

use super::support::{Jerky, check, drain, outputs, same, trace};

#[test]
fn feed_takes_what_the_trace_is_long() {
    check(|random| {
        let (c, inputs) = (random.coroutine(), random.inputs());
        let steps = trace(c.clone(), inputs.clone());
        match c.feed(inputs.clone()) {
            Fed::Complete(value, rest) => {
                assert_eq!(steps.last(), Some(&Complete(value)));
                assert!(rest.eq(inputs[steps.len()..].iter().copied()));
            }
            Fed::Exhausted(_) => {
                assert_eq!(steps.len(), inputs.len());
                assert!(steps.iter().all(|state| state.yielded().is_some()));
            }
        }
    });
}

#[test]
fn feed_goes_on_where_it_was() {
    check(|random| {
        let (c, mut inputs) = (random.coroutine(), random.inputs());
        let whole = c.clone().feed(inputs.clone());
        let later = inputs.split_off(random.below(inputs.len() + 1));
        let parts = match c.feed(inputs) {
            Fed::Exhausted(c) => c.feed(later).complete(),
            ended @ Fed::Complete(..) => ended.complete(),
        };
        assert_eq!(whole.complete(), parts);
    });
}

#[test]
fn weave_with_a_function_is_drive() {
    check(|random| {
        let (c, f, first) = (random.coroutine(), random.function(), random.next());
        let woven = c.clone().weave(&mut arr::<_, ()>(f), first);
        assert_eq!(woven, Weave::First(c.drive(first, f)));
    });
}

#[test]
fn weave_turned_around() {
    check(|random| {
        let (mut a, mut b, first) = (random.coroutine(), random.coroutine(), random.next());
        let woven = a.clone().weave(&mut b.clone(), first);
        // One step by hand, and then the other way round.
        let turned = match a.resume(first) {
            Complete(value) => Weave::First(value),
            coro_core::CoroutineState::Yielded(question) => match b.weave(&mut a, question) {
                Weave::First(value) => Weave::Second(value),
                Weave::Second(value) => Weave::First(value),
            },
        };
        assert_eq!(woven, turned);
    });
}

#[test]
fn try_drive_without_a_break_is_drive() {
    check(|random| {
        let (c, f, first) = (random.coroutine(), random.function(), random.next());
        let tried = c.clone().try_drive(first, |y| std::ops::ControlFlow::<(), _>::Continue(f(y)));
        assert_eq!(tried, Ok(c.drive(first, f)));
    });
}

#[test]
fn try_drive_goes_on_where_it_stopped() {
    check(|random| {
        let (mut c, f, first) = (random.coroutine(), random.function(), random.next());
        let whole = c.clone().drive(first, f);
        let mut steps = random.below(10);
        let tried = c.by_ref().try_drive(first, |y| {
            if steps == 0 {
                return std::ops::ControlFlow::Break(y);
            }
            steps -= 1;
            std::ops::ControlFlow::Continue(f(y))
        });
        assert_eq!(tried.unwrap_or_else(|stopped_at| c.drive(f(stopped_at), f)), whole);
    });
}

#[test]
fn terminals_agree() {
    check(|random| {
        let c = random.generator();
        let (yielded, returned) = outputs(c.clone());
        assert_eq!(c.clone().run(), returned);
        assert_eq!(c.clone().count(), (yielded.len(), returned));
        assert_eq!(c.clone().last(), (yielded.last().copied(), returned));
        let mut seen = Vec::new();
        assert_eq!(c.clone().for_each(|y| seen.push(y)), returned);
        assert_eq!(seen, yielded);
        let folded = c.clone().fold(7_u64, |acc, y| acc.wrapping_mul(31) ^ y);
        let expected = yielded.iter().fold(7_u64, |acc, y| acc.wrapping_mul(31) ^ y);
        assert_eq!(folded, (expected, returned));
        assert_eq!(c.drive((), drop), returned);
    });
}

#[test]
fn iterators_there_and_back() {
    check(|random| {
        let items = random.items();
        assert!(from_iter(items.clone()).into_iter().eq(items));

        let c = random.generator();
        let (yielded, returned) = outputs(c.clone());
        assert_eq!(outputs(from_iter(c.clone().yields())), (yielded.clone(), ()));
        let mut iter = c.yields();
        assert!(iter.by_ref().eq(yielded));
        assert_eq!(iter.next(), None);
        assert_eq!(iter.into_return(), Some(returned));
    });
}

#[test]
fn an_iterator_that_is_not_at_its_end_has_no_return() {
    check(|random| {
        let c = random.generator();
        let len = c.clone().count().0;
        let mut iter = c.yields();
        let n = random.below(12);
        let taken = iter.by_ref().take(n).count();
        assert_eq!(taken, n.min(len));
        assert_eq!(iter.into_return().is_some(), n > len);
    });
}

#[test]
fn fuse_completes_for_ever() {
    check(|random| {
        let c = random.coroutine();
        let inputs: [u64; 16] = std::array::from_fn(|_| random.next());
        let ends_at = trace(c.clone(), inputs).len() - 1;
        let mut fused = c.clone().fuse();
        for (n, input) in inputs.into_iter().enumerate() {
            assert_eq!(coro_core::FusedResume::<u64, u64>::is_terminated(&fused), n > ends_at);
            let state = fused.resume(input);
            match n.cmp(&ends_at) {
                std::cmp::Ordering::Less => assert!(state.yielded().is_some()),
                std::cmp::Ordering::Equal => assert!(matches!(state, Complete(Some(_)))),
                std::cmp::Ordering::Greater => assert_eq!(state, Complete(None)),
            }
        }
    });
}

#[test]
fn fuse_of_fuse() {
    check(|random| {
        let (c, inputs) = (random.coroutine(), random.inputs());
        let twice = c.clone().fuse().fuse().map_return(Option::flatten);
        same(twice, c.fuse(), inputs);
    });
}

#[test]
fn chunks_join_to_the_yields() {
    check(|random| {
        let (c, n) = (random.generator(), 1 + random.below(5));
        let (yielded, returned) = outputs(c.clone());
        let (chunks, end) = outputs(c.chunks(n));
        assert_eq!(end, returned);
        assert!(chunks.iter().eq(yielded.chunks(n)));
    });
}

#[test]
fn array_chunks_and_the_remainder_join_to_the_yields() {
    check(|random| {
        let c = random.generator();
        let (yielded, returned) = outputs(c.clone());
        let (chunks, (end, rest)) = outputs(c.array_chunks::<3>());
        assert_eq!(end, returned);
        assert!(rest.len() < 3);
        assert!(chunks.into_iter().flatten().chain(rest).eq(yielded));
    });
}

#[test]
fn windows_of_one_and_of_two() {
    check(|random| {
        let c = random.generator();
        same(c.clone().windows(), c.clone().map(|y| [y]), random.units());
        let (yielded, returned) = outputs(c.clone());
        let (pairs, end) = outputs(c.windows::<2>());
        assert_eq!(end, returned);
        assert!(pairs.iter().eq(yielded.windows(2)));
    });
}

#[test]
fn runs_join_to_the_yields_and_their_keys_differ() {
    check(|random| {
        let (c, p) = (random.generator(), random.predicate());
        let (yielded, returned) = outputs(c.clone());
        let (runs, end) = outputs(c.chunk_by(p));
        assert_eq!(end, returned);
        assert!(runs.windows(2).all(|pair| pair[0].0 != pair[1].0));
        assert!(runs.iter().all(|(key, run)| run.iter().all(|y| p(y) == *key)));
        assert!(runs.into_iter().flat_map(|(_, run)| run).eq(yielded));
    });
}

#[test]
fn catch_unwind_of_what_does_not_panic() {
    check(|random| {
        let (c, inputs) = (random.coroutine(), random.inputs());
        let caught = c.clone().catch_unwind().map_return(Result::ok);
        same(caught, c.map_return(Some), inputs);
    });
}

#[test]
fn streams_there_and_back() {
    check(|random| {
        let c = random.generator();
        assert_eq!(drain(c.clone().into_stream()), outputs(c).0);

        let items = random.items();
        let mut coroutine = from_stream(Jerky::new(items.clone(), random.next()));
        let mut context = Context::from_waker(Waker::noop());
        let mut seen = Vec::new();
        while let coro_core::CoroutineState::Yielded(polled) = coroutine.resume(&mut context) {
            if let Poll::Ready(item) = polled {
                seen.push(item);
            }
        }
        assert_eq!(seen, items);
    });
}

#[test]
fn drive_async_that_never_waits_is_drive() {
    check(|random| {
        let (c, f, first) = (random.coroutine(), random.function(), random.next());
        let mut future = pin!(drive_async(c.clone(), first, async |y| f(y)));
        let polled = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(polled, Poll::Ready(c.drive(first, f)));
    });
}

//! No operator allocates per item.

use std::{
    hint::black_box,
    ops::ControlFlow,
    pin::pin,
    task::{Context, Waker},
};

use allocation_counter::measure;
use coro_core::{
    CoroutineState, Resume, Stage, arr, broadcast,
    combinators::Handled,
    drive_async, from_fn, from_iter, from_stream, mux, once, ready, repeat_with, round_robin,
    stage::{Chunk, Demand, cat},
    unfold,
};

/// How many items go through each operator.
const ITEMS: u64 = 1_000;

/// Counts the allocations of a run.
fn allocations(run: impl FnOnce()) -> u64 {
    measure(run).count_total
}

/// Numbers, as a coroutine.
fn numbers() -> impl Resume<(), u64, Return = ()> + Clone {
    from_iter(0..ITEMS)
}

/// A coroutine that adds up its inputs.
fn sums() -> impl Resume<u64, u64, Return = ()> + Clone {
    let mut sum = 0;
    from_fn(move |n: u64| {
        sum = n.wrapping_add(sum);
        CoroutineState::Yielded(sum)
    })
}

/// Asserts that running a pipeline allocates nothing.
macro_rules! none {
    ($($pipeline:expr),* $(,)?) => {
        $(assert_eq!(allocations(|| { let _ = black_box($pipeline.run()); }), 0, "{}", stringify!($pipeline));)*
    };
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1)))), 1);
}

#[test]
fn operators_over_generators() {
    none![
        numbers().map(|n| n + 1),
        numbers().map_input(|()| ()),
        numbers().map_return(drop),
        numbers().inspect(|_| ()),
        numbers().enumerate(),
        numbers().scan(0, |sum, n| {
            *sum += n;
            Some(*sum)
        }),
        numbers().handle(|n| if n % 2 == 0 { Handled::Pass(n) } else { Handled::Reply(()) }),
        numbers().try_handle(|n| if n < 500 { Handled::Pass(n) } else { Handled::Finish(n) }),
        numbers().filter(|n| n % 2 == 0),
        numbers().filter_with(|n| n % 2 == 0, drop),
        numbers().skip_while_with(|n| *n < 500, drop),
        numbers().step_by_with(7, drop),
        numbers().dedup_with(drop),
        numbers().dedup_by_key_with(|n| n / 3, drop),
        numbers().map(|n| n..n + 2).flatten(),
        numbers().and_then_with(|()| (numbers(), ())),
        numbers().by_ref(),
        cat().then_stage_both(cat()).over(numbers().yields()).map_return(drop),
        numbers().filter_map(|n| n.checked_sub(7)),
        numbers().take(500),
        numbers().take_while(|n| *n < 500),
        numbers().skip(500),
        numbers().skip_while(|n| *n < 500),
        numbers().step_by(7),
        numbers().map(|n| n / 3).dedup(),
        numbers().dedup_by_key(|n| n / 3),
        numbers().peekable(),
        numbers().chain(numbers()),
        numbers().and_then(|()| numbers()),
        numbers().flat_map(|n| n..n + 2),
        numbers().for_yield((), once),
        numbers().cycle().take(3_000),
        numbers().pipe(arr(|n: u64| n + 1)),
        numbers().zip(numbers()),
        numbers().interleave(numbers()),
        numbers().merge_by(numbers(), |a, b| a <= b),
        numbers().array_chunks::<3>(),
        numbers().windows::<3>(),
        numbers().fuse(),
        numbers().limit(500),
        numbers().catch_unwind().map_return(|end| end.is_ok()),
        cat().then_stage(cat()).over(0..ITEMS),
        numbers().through(|c| c.map(|n| n + 1)),
        unfold(0, |n| {
            *n += 1;
            (*n < ITEMS).then_some(*n)
        }),
        repeat_with(|| 1).take(1_000),
        ready::<_, u64>(()),
    ];
}

#[test]
fn operators_over_duplex_coroutines() {
    none![
        from_iter(0..ITEMS).pipe(sums().tee(sums()).map_return(drop)).map(drop),
        from_iter(0..ITEMS).pipe(sums().filter_with(|n| n % 2 == 0, |_| 1)),
        from_iter(0..ITEMS).pipe(sums().skip_with(3, |n| n)),
        from_iter(0..ITEMS).pipe(sums().take(9).and_then_with(|_| (sums(), 0))).take(500),
    ];
    assert_eq!(allocations(|| drop(black_box(sums().feed(0..ITEMS).exhausted()))), 0);
    let bytes = from_fn(|chunk: Option<Chunk<'_>>| {
        let byte = chunk.and_then(|chunk| chunk.read_byte());
        CoroutineState::<_, ()>::Yielded(byte.map_or(Demand::Await, Demand::Emit))
    });
    none![bytes.into_decoder().over([[1, 2, 3, 4]; 250]).take(900)];
    let mut sink = cat().into_sink(|n| _ = black_box(n));
    assert_eq!(allocations(|| _ = sink.by_ref().feed((0..ITEMS).map(Some))), 0);
}

#[test]
fn iterators_streams_and_futures() {
    assert_eq!(allocations(|| _ = black_box(numbers().yields().map(black_box).count())), 0);
    assert_eq!(
        allocations(|| _ = black_box(numbers().try_drive((), |n| {
            if n < 900 { ControlFlow::Continue(()) } else { ControlFlow::Break(n) }
        }))),
        0
    );
    assert_eq!(allocations(|| _ = black_box(sums().weave(&mut sums().take(900), 1))), 0);

    let mut context = Context::from_waker(Waker::noop());
    let streams = allocations(|| {
        let mut back = from_stream(cat().over_stream(numbers().into_stream()));
        while let CoroutineState::Yielded(item) = back.resume(&mut context) {
            let _ = black_box(item);
        }
    });
    assert_eq!(streams, 0);
    let driven = allocations(|| {
        let future = pin!(drive_async(sums().take(900), 0, async |n| n / 2));
        assert!(future.poll(&mut context).is_ready());
    });
    assert_eq!(driven, 0);
}

#[test]
fn groups_allocate_for_their_members_only() {
    let mut round = round_robin([numbers(), numbers()]);
    let _ = round.resume(());
    assert_eq!(
        allocations(|| {
            let _ = black_box(round.by_ref().take(1_500).run());
        }),
        0
    );

    let mut cast = broadcast([sums().map(drop), sums().map(drop)]);
    assert_eq!(allocations(|| drop(cast.by_ref().feed(0..ITEMS))), 0);

    let mut both = mux([sums(), sums()]);
    let inputs = (0..ITEMS).map(|n| (usize::from(n % 2 == 0), n));
    assert_eq!(allocations(|| drop(both.by_ref().feed(inputs))), 0);
}

#[test]
fn a_box_is_one_allocation() {
    assert_eq!(allocations(|| numbers().map(|n| n + 1).boxed().run()), 1);
}

#[test]
fn chunks_allocate_the_chunks_only() {
    // 250 vectors of four, which grow to four at once.
    let chunks = allocations(|| numbers().chunks(4).for_each(|chunk| drop(black_box(chunk))));
    assert_eq!(chunks, ITEMS / 4);
}

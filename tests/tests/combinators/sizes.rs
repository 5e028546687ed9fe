//! An adaptor adds only its own data to the size of a coroutine.

use core::mem::size_of_val;

use coro_core::{
    CoroutineState, Resume, Stage, arr, combinators::Handled, from_fn, from_iter, stage::cat,
};

/// 24 bytes and no niche.
#[derive(Clone)]
struct Base([u64; 3]);

impl Resume<(), u64> for Base {
    type Return = ();

    fn resume(&mut self, (): ()) -> CoroutineState<u64, ()> {
        self.0[0] += 1;
        CoroutineState::Yielded(self.0[0])
    }
}

const BASE: usize = size_of::<Base>();
const WORD: usize = size_of::<usize>();

fn base() -> Base {
    Base([0; 3])
}

#[test]
fn what_stores_nothing_adds_nothing() {
    assert_eq!(size_of_val(&base().map(|y| y + 1)), BASE);
    assert_eq!(size_of_val(&base().map_input(|()| ())), BASE);
    assert_eq!(size_of_val(&base().inspect(|_| ())), BASE);
    assert_eq!(size_of_val(&base().filter(|_| true)), BASE);
    assert_eq!(size_of_val(&base().filter_with(|_| true, drop)), BASE);
    assert_eq!(size_of_val(&base().filter_map(Some)), BASE);
    assert_eq!(size_of_val(&base().handle(Handled::<u64, ()>::Pass)), BASE);
    assert_eq!(size_of_val(&base().array_chunks::<2>()), BASE);
    let chain = base().map(|y| y + 1).filter(|_| true).inspect(|_| ()).map(|y| y * 2).map(Some);
    assert_eq!(size_of_val(&chain), BASE);
}

#[test]
fn what_counts_adds_a_counter() {
    assert_eq!(size_of_val(&base().enumerate()), BASE + WORD);
    assert_eq!(size_of_val(&base().skip(1)), BASE + WORD);
    assert_eq!(size_of_val(&base().step_by(2)), BASE + 2 * WORD);
    assert_eq!(size_of_val(&base().take(1)), BASE + size_of::<Option<usize>>());
    assert_eq!(size_of_val(&base().limit(1)), BASE + size_of::<Option<usize>>());
}

#[test]
fn what_can_be_at_its_end_adds_a_tag() {
    assert_eq!(size_of_val(&base().map_return(drop)), BASE + WORD);
    assert_eq!(size_of_val(&base().take_while(|_| true)), BASE + WORD);
    assert_eq!(size_of_val(&base().skip_while(|_| true)), BASE + WORD);
    assert_eq!(size_of_val(&base().try_handle(|_| Handled::Finish::<u64, _, _>(()))), BASE + WORD);
    assert_eq!(size_of_val(&base().fuse()), BASE + WORD);
    assert_eq!(size_of_val(&base().yields()), BASE + WORD);
    assert_eq!(size_of_val(&base().pipe(arr(|y: u64| y))), BASE + WORD);
    assert_eq!(size_of_val(&base().zip(base())), 2 * BASE + WORD);
    assert_eq!(size_of_val(&base().catch_unwind()), BASE + WORD);
    assert_eq!(size_of_val(&base().chain(base())), 2 * BASE + WORD);
    assert_eq!(size_of_val(&from_iter(0_u64..9)), 2 * 8 + WORD);
}

#[test]
fn what_keeps_a_yield_adds_it() {
    assert_eq!(size_of_val(&base().dedup()), BASE + size_of::<Option<u64>>());
    assert_eq!(size_of_val(&base().windows::<2>()), BASE + size_of::<Option<[u64; 2]>>());
    assert_eq!(
        size_of_val(&base().peekable()),
        BASE + size_of::<Option<CoroutineState<u64, ()>>>()
    );
    assert_eq!(size_of_val(&base().scan(0_u64, |_, y| Some(y))), BASE + size_of::<Option<u64>>());
    assert_eq!(size_of_val(&base().dedup_by_key(|y| *y)), BASE + size_of::<Option<u64>>());
    let runs = base().chunk_by(|y| *y);
    assert_eq!(size_of_val(&runs), BASE + WORD + size_of::<Option<(u64, u64)>>());
    let merged = base().merge_by(base(), |a, b| a <= b);
    assert_eq!(size_of_val(&merged), 2 * (BASE + WORD + size_of::<Option<u64>>()));
}

#[test]
fn what_runs_others_adds_them() {
    assert_eq!(size_of_val(&base().interleave(base())), 2 * (BASE + WORD) + WORD);
    assert_eq!(size_of_val(&base().tee(base())), 2 * (BASE + WORD));
    // The second copy is what it starts over from.
    assert_eq!(size_of_val(&base().cycle()), 2 * BASE + WORD);
    let source = 0_u64..9;
    assert_eq!(size_of_val(&base().map(|_| 0_u64..9).flatten()), BASE + size_of_val(&Some(source)));
    // The body that runs, or the input that the outer coroutine waits for.
    let bodies = base().for_yield((), |_| base().map_return(drop));
    assert_eq!(size_of_val(&bodies), 2 * (BASE + WORD));
    // The length, and the return value while the last chunk is out.
    assert_eq!(size_of_val(&base().chunks(2)), BASE + 2 * WORD);
}

#[test]
fn stages_add_where_they_are() {
    assert_eq!(size_of_val(&cat::<u64>()), 1);
    assert_eq!(size_of_val(&cat::<u64>().into_sink(drop)), 2);
    assert_eq!(size_of_val(&cat::<u64>().then_stage(cat())), 3);
    // The iterator may be at its end.
    assert_eq!(
        size_of_val(&cat().over(0_u64..9)),
        WORD + size_of::<Option<core::ops::Range<u64>>>()
    );
}

#[test]
fn one_after_the_other_share_the_space() {
    let sequence = base().and_then(|()| base());
    assert_eq!(size_of_val(&sequence), BASE + WORD);
    assert_eq!(size_of_val(&from_fn(|()| CoroutineState::<u8, ()>::Complete(()))), 0);
}

//! Every adaptor over a coroutine that takes no input.
// Each entry of the table reads like the next.
#![allow(clippy::redundant_closure_for_method_calls, clippy::trivially_copy_pass_by_ref)]

use coro_core::{
    Resume, Stage, arr, broadcast, combinators::Handled, from_iter, once, ready, round_robin,
    stage::cat,
};

use super::{
    checks::{self, Spy},
    support::{by_attribute, by_hand},
};

/// Makes a module of tests for each adaptor.
macro_rules! adaptors {
    ($($name:ident: $make:expr;)*) => {
        $(mod $name {
            use super::*;

            checked!(over_what_is_written_by_hand, by_hand::few, $make);
            checked!(over_what_the_attribute_makes, by_attribute::few, $make);
        })*
    };
}

/// Makes the tests of an adaptor over one kind of coroutine.
macro_rules! checked {
    ($name:ident, $base:expr, $make:expr) => {
        mod $name {
            use super::*;

            #[test]
            fn lazy_and_dropped() {
                checks::lazy_and_dropped($base, $make, |_| ());
            }

            #[test]
            fn ends_for_good() {
                checks::ends_for_good($base, $make, |_| ());
            }

            #[test]
            fn cloned_anywhere() {
                checks::cloned_anywhere($base, $make, |_| ());
            }

            #[test]
            fn bounded() {
                checks::bounded($base, $make, |_| ());
            }

            #[test]
            fn folded() {
                checks::folded($base, $make);
            }

            #[test]
            fn iterated() {
                checks::iterated($base, $make);
            }
        }
    };
}

fn even(y: &u64) -> bool {
    y % 2 == 0
}

adaptors! {
    map: |c| c.map(|y| y + 1);
    map_input: |c| c.map_input(|()| ());
    map_return: |c| c.map_return(|r| r / 2);
    inspect: |c| c.inspect(|_| ());
    enumerate: Spy::enumerate;
    scan: |c| c.scan(0, |sum, y| {
        *sum += y;
        (*sum < 12).then_some(*sum)
    });
    handle: |c| c.handle(|y| if even(&y) { Handled::Pass(y) } else { Handled::Reply(()) });
    try_handle: |c| c.try_handle(|y| match y {
        0 => Handled::Finish("zero"),
        1 => Handled::Reply(()),
        _ => Handled::Pass(y),
    });
    filter: |c| c.filter(even);
    filter_with: |c| c.filter_with(even, drop);
    filter_map: |c| c.filter_map(|y| even(&y).then_some(y + 1));
    take: |c| c.take(3);
    take_none: |c| c.take(0);
    take_while: |c| c.take_while(|y| *y < 4);
    skip: |c| c.skip(2);
    skip_with: |c| c.skip_with(2, drop);
    skip_while: |c| c.skip_while(even);
    skip_while_with: |c| c.skip_while_with(even, drop);
    step_by: |c| c.step_by(3);
    step_by_with: |c| c.step_by_with(2, drop);
    dedup: |c| c.dedup();
    dedup_with: |c| c.dedup_with(drop);
    dedup_by_key: |c| c.dedup_by_key(even);
    dedup_by_key_with: |c| c.dedup_by_key_with(even, drop);
    peekable: |c| c.peekable();
    chain: |c| c.clone().chain(c);
    and_then: |c| {
        let again = c.clone();
        c.and_then(|_| again)
    };
    and_then_with: |c| {
        let again = c.clone();
        c.and_then_with(|_| (again, ()))
    };
    flatten: |c| c.map(|y| 0..y).flatten();
    flat_map: |c| c.flat_map(|y| from_iter(0..y));
    for_yield: |c| c.for_yield((), |y| from_iter(0..y));
    cycle: |c| once(7).chain(c).cycle().take(20);
    pipe: |c| c.pipe(arr(|y: u64| y + 1));
    pipe_short: |c| c.map_return(drop).pipe(arr::<_, ()>(|y: u64| y + 1).take(2).map_return(drop));
    through: |c| c.through(|c| c.map(|y| y * 2));
    zip: |c| c.clone().zip(c);
    zip_long: |c| from_iter(0..4).zip(c);
    zip_short: |c| c.zip(from_iter(0..4));
    interleave: |c| c.clone().interleave(c);
    interleave_unequal: |c| c.map_return(drop).interleave(from_iter(0..4));
    merge_by: |c| c.clone().merge_by(c, |a, b| a <= b);
    chunks: |c| c.chunks(2);
    array_chunks: |c| c
        .array_chunks::<3>()
        .map_return(|(r, rest)| (r, rest.collect::<Vec<_>>()));
    windows: |c| c.windows::<3>();
    chunk_by: |c| c.chunk_by(even);
    limit: |c| c.limit(4);
    catch_unwind: |c| c.catch_unwind().map_return(|end| end.ok());
    round_robin: |c| round_robin([c.clone(), c]);
    tee: |c| c.clone().tee(c);
    tee_unequal: |c| c.clone().take(2).tee(c);
    broadcast: |c| broadcast([c.clone().map(drop), c.map(drop)]);
    broadcast_unequal: |c| broadcast([c.clone().take(2).map(drop), c.take(9).map(drop)]);
    from_iter_: |c| from_iter(c.yields());
    over: |c| cat().over(c.yields());
    then_stage: |c| cat().then_stage(cat()).over(c.yields());
    then_stage_both: |c| cat().then_stage_both(cat()).over(c.yields());
    ready_: |c| c.and_then(ready);
    five: |c| c.map(|y| y + 1).filter(even).skip(1).chain(once(3)).take(5);
}

#[test]
fn boxed_is_checked_too() {
    checks::lazy_and_dropped(by_hand::few, Spy::boxed, |_| ());
    checks::ends_for_good(by_hand::few, Spy::boxed_local, |_| ());
    checks::bounded(by_hand::few, Spy::boxed, |_| ());
    checks::folded(by_hand::few, Spy::boxed);
}

#[test]
fn fused_adaptors_end_otherwise() {
    checks::lazy_and_dropped(by_hand::few, Spy::fuse, |_| ());
    checks::cloned_anywhere(by_hand::few, Spy::fuse, |_| ());
    checks::bounded(by_hand::few, Spy::fuse, |_| ());
    checks::folded(by_hand::few, Spy::fuse);
    checks::iterated(by_hand::few, Spy::fuse);
}

//! Every adaptor over a coroutine that takes inputs.
// Each entry of the table reads like the next.
#![allow(clippy::redundant_closure_for_method_calls, clippy::trivially_copy_pass_by_ref)]

use coro_core::{
    Resume, Stage, arr, broadcast, combinators::Handled, from_fn, identity, mux, stage::Demand,
};

use super::{
    checks,
    support::{by_attribute, by_hand},
};

/// Makes a module of tests for each adaptor.
macro_rules! adaptors {
    ($($name:ident($input:expr): $make:expr;)*) => {
        $(mod $name {
            use super::*;

            checked!(over_what_is_written_by_hand, by_hand::hashing, $make, $input);
            checked!(over_what_the_attribute_makes, by_attribute::hashing, $make, $input);
        })*
    };
}

/// Makes the tests of an adaptor over one kind of coroutine.
macro_rules! checked {
    ($name:ident, $base:expr, $make:expr, $input:expr) => {
        mod $name {
            use super::*;

            #[test]
            fn lazy_and_dropped() {
                checks::lazy_and_dropped($base, $make, $input);
            }

            #[test]
            fn ends_for_good() {
                checks::ends_for_good($base, $make, $input);
            }

            #[test]
            fn cloned_anywhere() {
                checks::cloned_anywhere($base, $make, $input);
            }

            #[test]
            fn bounded() {
                checks::bounded($base, $make, $input);
            }
        }
    };
}

/// The inputs.
fn n(n: u64) -> u64 {
    n * 3 + 1
}

fn even(y: &u64) -> bool {
    y % 2 == 0
}

adaptors! {
    plain(n): |c| c;
    map(n): |c| c.map(|y| y + 1);
    map_input(|x| n(x).to_string()): |c| c.map_input(|text: String| text.len() as u64);
    map_return(n): |c| c.map_return(|r| r / 2);
    inspect(n): |c| c.inspect(|_| ());
    enumerate(n): |c| c.enumerate();
    scan(n): |c| c.scan(0, |sum, y| {
        *sum += y;
        (*sum < 200).then_some(*sum)
    });
    handle(n): |c| c.handle(|y| if even(&y) { Handled::Pass(y) } else { Handled::Reply(y) });
    try_handle(n): |c| c.try_handle(|y| match y % 5 {
        0 => Handled::Finish("five"),
        1 => Handled::Reply(y),
        _ => Handled::Pass(y),
    });
    filter_with(n): |c| c.filter_with(even, |y| y);
    take(n): |c| c.take(3);
    take_while(n): |c| c.take_while(|y| *y < 70);
    skip_with(n): |c| c.skip_with(2, |y| y);
    skip_while_with(n): |c| c.skip_while_with(even, |y| y);
    step_by_with(n): |c| c.step_by_with(2, |y| y);
    dedup_with(n): |c| c.map(|y| y % 2).dedup_with(|y| y);
    dedup_by_key_with(n): |c| c.dedup_by_key_with(even, |y| y);
    and_then_with(n): |c| {
        let again = c.clone();
        c.and_then_with(|r| (again, r))
    };
    pipe(n): |c| c.clone().pipe(c);
    pipe_identities(n): |c| identity().pipe(c).pipe(identity());
    pipe_short(n): |c| c.map_return(drop).pipe(arr::<_, ()>(|y: u64| y + 1).take(2).map_return(drop));
    tee(n): |c| c.clone().take(2).tee(c);
    tee_turned(n): |c| c.clone().tee(c.take(2));
    limit(n): |c| c.limit(4);
    catch_unwind(n): |c| c.catch_unwind().map_return(|end| end.ok());
    broadcast_(n): |c| broadcast([c.clone().take(2).map(drop), c.take(9).map(drop)]);
    mux_(|x| (0, n(x))): |c| mux([c]);
    // The items are the inputs; the stage takes every other one.
    sink(|x| (x < 40).then_some(x)): |c| {
        let mut awaited = false;
        let (mut items, mut c) = (0, c);
        from_fn(move |item: Option<u64>| {
            let end = awaited && item.is_none();
            awaited = true;
            items += item.unwrap_or(0);
            match c.resume(items) {
                _ if end => coro_core::CoroutineState::Complete(items),
                coro_core::CoroutineState::Yielded(y) if even(&y) => {
                    awaited = false;
                    coro_core::CoroutineState::Yielded(Demand::Emit(y))
                }
                coro_core::CoroutineState::Yielded(_) => {
                    coro_core::CoroutineState::Yielded(Demand::Await)
                }
                coro_core::CoroutineState::Complete(r) => coro_core::CoroutineState::Complete(r),
            }
        })
        .into_sink(|_: u64| ())
    };
}

#[test]
fn fused_adaptors_end_otherwise() {
    checks::lazy_and_dropped(by_hand::hashing, |c| c.fuse(), n);
    checks::cloned_anywhere(by_hand::hashing, |c| c.fuse(), n);
    checks::bounded(by_hand::hashing, |c| c.fuse(), n);
}

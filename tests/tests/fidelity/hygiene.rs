//! Coroutines written by `macro_rules!`: names of the macro and names of its caller stay apart.

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, fidelity, log, logged, see};

macro_rules! counter {
    ($vis:vis $name:ident, $limit:expr, $step:expr) => {
        #[coro_core::coroutine]
        $vis fn $name() -> impl Iterator<Item = u32> {
            let limit = $limit;
            let mut n = 0;
            while n < limit {
                yield_!(n);
                n += $step;
            }
        }
    };
}

counter!(pub(crate) by_two, 7, 2);
counter!(
    by_three,
    {
        let n = 10;
        n
    },
    3
);

#[test]
fn a_whole_coroutine_from_a_macro() {
    assert_eq!(by_two().collect::<Vec<_>>(), [0, 2, 4, 6]);
    assert_eq!(by_three().collect::<Vec<_>>(), [0, 3, 6, 9]);
}

macro_rules! both_names {
    ($name:ident, $arg:ident, $ty:ty, $body:expr) => {
        #[coro_core::coroutine]
        fn $name($arg: $ty) -> impl Resume<u32, u32, Return = u32> {
            // This `x` is the macro's; the caller's `x` is another.
            let x = 100;
            let first = yield_!($body);
            let second = yield_!(x + first);
            $body + x + second
        }
    };
}

both_names!(two_xs, x, u32, x + 1);

#[test]
fn a_name_of_the_macro_and_the_same_name_of_the_caller() {
    let mut coroutine = two_xs(5);
    assert_eq!(coroutine.resume(0), CoroutineState::Yielded(6));
    assert_eq!(coroutine.resume(3), CoroutineState::Yielded(103));
    assert_eq!(coroutine.resume(7), CoroutineState::Complete(113));
}

macro_rules! generic {
    ($name:ident<$($t:ident),*>($($arg:ident: $ty:ty),*) -> $out:ty, |$value:pat_param| $map:expr) => {
        #[coro_core::coroutine]
        fn $name<$($t: Clone),*>($($arg: Vec<$ty>),*) -> impl Iterator<Item = $out> {
            $(for $value in $arg.clone() {
                yield_!($map);
            })*
        }
    };
}

generic!(chained<A>(first: A, second: A) -> (A, bool), |value| (value, true));

#[test]
fn repetitions_and_fragments() {
    let all: Vec<_> = chained(vec![1], vec![2, 3]).collect();
    assert_eq!(all, [(1, true), (2, true), (3, true)]);
}

macro_rules! body {
    ($name:ident { $($body:tt)* }) => {
        #[coro_core::coroutine]
        fn $name() -> impl Iterator<Item = u32> { $($body)* }
    };
}

body!(written_by_the_caller {
    let mut state = 0;
    for block in 0..3 {
        state += block;
        yield_!(state);
    }
});

#[test]
fn a_body_of_the_caller() {
    assert_eq!(written_by_the_caller().collect::<Vec<_>>(), [0, 1, 3]);
}

macro_rules! block_fragment {
    ($name:ident $body:block) => {
        #[coro_core::coroutine]
        fn $name() -> impl Iterator<Item = u32> {
            let guard = d("guard");
            let first = $body;
            yield_!(first);
            for stmt in 0..2 {
                yield_!(stmt + first);
            }
        }
    };
}

block_fragment!(with_a_block { let first = 5; first * 2 });

#[test]
fn a_block_fragment() {
    let events = logged(|| assert_eq!(with_a_block().collect::<Vec<_>>(), [10, 10, 11]));
    assert_eq!(events, ["new guard", "drop guard"]);
}

macro_rules! block_statements {
    ($name:ident $first:block $second:block) => {
        #[coro_core::coroutine]
        fn $name(early: bool) -> impl Iterator<Item = u32> {
            $first
            if early $second else { yield_!(7); }
            $first
            let value = $second;
            drop(value);
            loop $first
        }
    };
}

block_statements!(blocks_as_statements { yield_!(1); } { yield_!(2); });

#[test]
fn block_fragments_as_statements() {
    assert_eq!(blocks_as_statements(true).take(6).collect::<Vec<_>>(), [1, 2, 1, 2, 1, 1]);
    assert_eq!(blocks_as_statements(false).take(5).collect::<Vec<_>>(), [1, 7, 1, 2, 1]);
}

macro_rules! with_suspensions {
    ($name:ident, $first:expr, $second:stmt, $pattern:pat => $third:expr) => {
        #[coro_core::coroutine]
        fn $name() -> impl Resume<u32, u32, Return = u32> {
            let sum = $first + $first;
            $second;
            match sum {
                $pattern => $third,
                _ => yield_!(99),
            }
        }
    };
}

with_suspensions!(suspending_fragments, yield_!(1), let n = yield_!(2), 0..=5 => n_or_zero());

fn n_or_zero() -> u32 {
    0
}

#[test]
fn fragments_that_suspend() {
    let mut coroutine = suspending_fragments();
    assert_eq!(coroutine.resume(0), CoroutineState::Yielded(1));
    assert_eq!(coroutine.resume(2), CoroutineState::Yielded(1));
    assert_eq!(coroutine.resume(3), CoroutineState::Yielded(2));
    assert_eq!(coroutine.resume(4), CoroutineState::Complete(0));
}

macro_rules! labelled {
    ($name:ident, $label:lifetime, $leave:expr) => {
        #[coro_core::coroutine]
        fn $name() -> impl Iterator<Item = u32> {
            $label: for i in 0..3 {
                for j in 0..3 {
                    yield_!(i * 10 + j);
                    if i + j == 3 { $leave }
                    if j == 1 { continue $label }
                }
            }
        }
    };
}

labelled!(leaving, 'outer, break 'outer);

#[test]
fn a_label_of_the_caller() {
    assert_eq!(leaving().collect::<Vec<_>>(), [0, 1, 10, 11, 20, 21]);
}

macro_rules! make_types {
    ($($name:ident: $in:ty => $out:ty),* $(,)?) => {
        $(#[coro_core::coroutine]
        fn $name(#[resume] first: $in) -> impl Resume<$in, $out, Return = ()> {
            let mut input = first;
            loop {
                input = yield_!(<$out>::from(input));
            }
        })*
    };
}

make_types!(widen: u32 => u64, own: &'static str => String);

#[test]
fn types_from_fragments() {
    assert_eq!(widen().resume(3), CoroutineState::Yielded(3u64));
    assert_eq!(own().resume("x"), CoroutineState::Yielded("x".to_owned()));
}

/// A macro whose output contains a coroutine that a local macro of it fills.
macro_rules! nested {
    () => {
        macro_rules! inner {
            ($n:expr) => {
                $n + 1
            };
        }

        #[coro_core::coroutine]
        fn from_nested(n: u32) -> impl Iterator<Item = u32> {
            let m = inner!(n);
            yield_!(m);
            yield_!(inner!(m));
        }
    };
}

nested!();

#[test]
fn a_macro_defined_by_the_macro() {
    assert_eq!(from_nested(1).collect::<Vec<_>>(), [2, 3]);
}

/// Type names that the expansion might use are taken.
mod taken_names {
    struct State;
    struct Block;
    struct Machine;
    struct Option;
    struct CoroutineState;
    struct Resume;
    enum Result {}
    trait Iterator {}
    trait Clone {}
    mod core {}
    mod std {}
    mod coro_core_shadow {}

    #[::coro_core::coroutine]
    pub(super) fn numbers<S, F>(s: S, f: F) -> impl ::coro_core::Resume<u32, u32, Return = (S, F)>
    where
        F: Fn(u32) -> u32,
    {
        let _ = (State, Block, Machine);
        let a = yield_!(f(1));
        for i in 0..2u32 {
            yield_!(f(i + a));
        }
        (s, f)
    }
}

#[test]
fn generated_names_and_generic_parameters_do_not_clash() {
    let mut coroutine = taken_names::numbers("s", |n| n * 2);
    assert_eq!(coroutine.resume(0).yielded(), Some(2));
    assert_eq!(coroutine.resume(5).yielded(), Some(10));
    assert_eq!(coroutine.resume(5).yielded(), Some(12));
    assert_eq!(coroutine.resume(5).complete().map(|(s, _)| s), Some("s"));
}

/// No prelude at all.
mod no_prelude {
    #![no_implicit_prelude]

    #[::coro_core::coroutine]
    pub(super) fn numbers(
        n: u32,
    ) -> impl ::core::iter::Iterator<Item = u32> + ::core::clone::Clone {
        let mut i = 0;
        while i < n {
            if let ::core::option::Option::Some(m) = u32::checked_sub(i, 1) {
                yield_!(m);
            }
            i += 1;
        }
        for j in 0..2 {
            yield_!(j);
        }
    }
}

#[test]
fn without_a_prelude() {
    assert!(no_prelude::numbers(3).eq([0, 1, 0, 1]));
}

struct Scale(u32);

macro_rules! scaled {
    ($name:ident, $this:ident, $receiver:ident, $value:expr) => {
        impl Scale {
            #[coro_core::coroutine]
            fn $name(&$receiver, $this: u32) -> impl Resume<u32, u32, Return = u32> {
                // The caller's `this` is a parameter, the macro's is another, and neither is `self`.
                let this = yield_!($value);
                let show = || format!("{this}");
                log(format_args!("{}", show()));
                $receiver.0 + this + yield_!($this + $receiver.0)
            }
        }
    };
}

scaled!(by_value, this, self, self.0 * this);
scaled!(by_place, this_, self, {
    let this = self;
    this.0 + this_
});

#[test]
fn self_and_locals_called_this() {
    let scale = Scale(10);
    let log = logged(|| {
        let mut coroutine = scale.by_value(3);
        assert_eq!(coroutine.resume(0), CoroutineState::Yielded(30));
        assert_eq!(coroutine.resume(5), CoroutineState::Yielded(13));
        assert_eq!(coroutine.resume(7), CoroutineState::Complete(22));
    });
    assert_eq!(log, ["5"]);
    let mut coroutine = scale.by_place(4);
    assert_eq!(coroutine.resume(0), CoroutineState::Yielded(14));
}

fidelity! {
    fn methods_of_a_trait_that_all_types_have() as (), takes u32, yields u32, returns u32 => {
        trait Kind { fn kind(&self) -> u32 { 3 } fn now(&self) -> u32 { 7 } fn boxed_kind(&self) -> u32 { 4 } }
        impl<T> Kind for T {}
        let x = d("x");
        let b = Box::new(d("b"));
        yield_!(x.kind());
        let mut v = vec![1u32];
        let c = v[0] == { v.push(3); yield_!(1) };
        drop(*b);
        yield_!(x.now());
        log("e");
        c as u32
    }
}

fidelity! {
    fn raw_names_that_need_not_be() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        { let r#x = d("b"); yield_!(x.n); }
        r#x.n + 'a: { if yield_!(3) > 3 { break 'r#a 2; } 4 }
    }
}

//! The coroutines that the laws are about, each written by hand and with `#[coroutine]`.
//!
//! In: a seed and how often to yield. Out: a coroutine that takes numbers, or a generator.
//! Invariants: they hash their whole input history into each outcome, so that an input which is lost,
//! repeated or reordered shows; they panic when resumed after completion. Which way a coroutine is
//! written depends on its seed, and makes no difference.

use std::{
    fmt::Debug,
    panic::{RefUnwindSafe, UnwindSafe},
};

use coro_core::{CoroutineState, Resume};

use super::{Random, mix};

/// Takes an input in.
fn step(history: u64, input: u64) -> u64 {
    mix(history.wrapping_mul(31) ^ input)
}

/// The coroutines, written by hand.
pub mod by_hand {
    use super::{CoroutineState, Resume, step};

    /// A coroutine whose outcomes depend on all its inputs and their order.
    #[derive(Clone, Debug)]
    pub struct Hashing {
        history: u64,
        yields_left: usize,
        returned: bool,
    }

    pub fn hashing(seed: u64, yields: usize) -> Hashing {
        Hashing { history: seed, yields_left: yields, returned: false }
    }

    impl Resume<u64, u64> for Hashing {
        type Return = u64;

        fn resume(&mut self, input: u64) -> CoroutineState<u64, u64> {
            assert!(!self.returned, "coroutine resumed after completion");
            self.history = step(self.history, input);
            let Some(left) = self.yields_left.checked_sub(1) else {
                self.returned = true;
                return CoroutineState::Complete(self.history);
            };
            self.yields_left = left;
            CoroutineState::Yielded(self.history % 100)
        }
    }

    /// A generator that yields a few small values, so that neighbours are often equal.
    #[derive(Clone, Debug)]
    pub struct Few(Hashing);

    pub fn few(seed: u64, yields: usize) -> Few {
        Few(hashing(seed, yields))
    }

    impl Resume<(), u64> for Few {
        type Return = u64;

        fn resume(&mut self, (): ()) -> CoroutineState<u64, u64> {
            self.0.resume(0).map_yielded(|value| value % 6)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.0.yields_left, Some(self.0.yields_left))
        }
    }
}

/// The coroutines, made by the attribute.
pub mod by_attribute {
    use super::{Debug, Resume, step};

    #[coro_core::coroutine]
    pub fn hashing(
        #[resume] first: u64,
        seed: u64,
        yields: usize,
    ) -> impl Resume<u64, u64, Return = u64> + Clone + Debug + Send + Sync + use<> {
        let (mut history, mut input) = (seed, first);
        for _ in 0..yields {
            history = step(history, input);
            input = yield_!(history % 100);
        }
        step(history, input)
    }

    #[coro_core::coroutine]
    pub fn few(
        seed: u64,
        yields: usize,
    ) -> impl Resume<(), u64, Return = u64> + Clone + Debug + Send + Sync + use<> {
        let mut history = seed;
        for _ in 0..yields {
            history = step(history, 0);
            yield_!(history % 100 % 6);
        }
        step(history, 0)
    }
}

/// A coroutine without its type, which can be cloned all the same.
pub trait Erased<In>:
    Resume<In, u64, Return = u64> + Debug + Send + Sync + UnwindSafe + RefUnwindSafe
{
    fn boxed_clone(&self) -> Box<dyn Erased<In>>;
}

impl<In, C> Erased<In> for C
where
    C: Resume<In, u64, Return = u64>
        + Clone
        + Debug
        + Send
        + Sync
        + UnwindSafe
        + RefUnwindSafe
        + 'static,
{
    fn boxed_clone(&self) -> Box<dyn Erased<In>> {
        Box::new(self.clone())
    }
}

impl<In> Clone for Box<dyn Erased<In>> {
    fn clone(&self) -> Self {
        (**self).boxed_clone()
    }
}

/// A coroutine that takes numbers.
#[derive(Clone, Debug)]
pub enum Hashing {
    ByHand(by_hand::Hashing),
    ByAttribute(Box<dyn Erased<u64>>),
}

impl Hashing {
    pub fn new(seed: u64, yields: usize) -> Self {
        if seed % 2 == 0 {
            Self::ByHand(by_hand::hashing(seed, yields))
        } else {
            Self::ByAttribute(Box::new(by_attribute::hashing(seed, yields)))
        }
    }

    /// The coroutine that is made from a number.
    pub fn from_seed(seed: u64) -> Self {
        Random::new(seed).coroutine()
    }
}

impl Resume<u64, u64> for Hashing {
    type Return = u64;

    fn resume(&mut self, input: u64) -> CoroutineState<u64, u64> {
        match self {
            Self::ByHand(coroutine) => coroutine.resume(input),
            Self::ByAttribute(coroutine) => coroutine.resume(input),
        }
    }
}

/// A generator that yields a few small values, so that neighbours are often equal.
#[derive(Clone, Debug)]
pub enum Few {
    ByHand(by_hand::Few),
    ByAttribute(Box<dyn Erased<()>>),
}

impl Few {
    pub fn new(seed: u64, yields: usize) -> Self {
        if seed % 2 == 0 {
            Self::ByHand(by_hand::few(seed, yields))
        } else {
            Self::ByAttribute(Box::new(by_attribute::few(seed, yields)))
        }
    }

    /// The generator that is made from a number.
    pub fn from_seed(seed: u64) -> Self {
        Random::new(seed).generator()
    }
}

impl Resume<(), u64> for Few {
    type Return = u64;

    fn resume(&mut self, (): ()) -> CoroutineState<u64, u64> {
        match self {
            Self::ByHand(generator) => generator.resume(()),
            Self::ByAttribute(generator) => generator.resume(()),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::ByHand(generator) => generator.size_hint(),
            Self::ByAttribute(generator) => generator.size_hint(),
        }
    }
}

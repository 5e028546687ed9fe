//! What the laws are checked with.
//!
//! In: a law as a closure over a random number generator. Out: a failure that names the seed.
//! The random coroutines are those of `coroutines`.

use std::{
    fmt::Debug,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    thread,
};

use coro_core::{CoroutineState, Resume};

#[path = "coroutines.rs"]
mod coroutines;

pub use coroutines::{Few, Hashing, by_attribute, by_hand};

/// How many cases each law is checked on.
pub const CASES: u64 = 2_000;

/// Checks a law on many random cases.
pub fn check(mut law: impl FnMut(&mut Random)) {
    for seed in 0..CASES {
        let _report = ReportSeed(seed);
        law(&mut Random::new(seed));
    }
}

/// Returns whether some random case satisfies `property`.
pub fn some_case(mut property: impl FnMut(&mut Random) -> bool) -> bool {
    (0..CASES).any(|seed| property(&mut Random::new(seed)))
}

/// Prints the seed of the case that panics.
struct ReportSeed(u64);

impl Drop for ReportSeed {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("the failing case has the seed {}", self.0);
        }
    }
}

/// A small generator of random numbers: splitmix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(mix(seed ^ 0x5eed))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number less than `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    /// A coroutine that yields up to 9 times.
    pub fn coroutine(&mut self) -> Hashing {
        Hashing::new(self.next(), self.below(10))
    }

    /// A generator that yields up to 9 times, from few values.
    pub fn generator(&mut self) -> Few {
        Few::new(self.next(), self.below(10))
    }

    /// A number of inputs that may end the longest coroutine or not.
    pub fn inputs(&mut self) -> Vec<u64> {
        (0..self.below(16)).map(|_| self.next() % 100).collect()
    }

    /// As many `()`.
    pub fn units(&mut self) -> Vec<()> {
        vec![(); self.below(24)]
    }

    /// Some small items, in random order.
    pub fn items(&mut self) -> Vec<u64> {
        (0..self.below(12)).map(|_| self.next() % 6).collect()
    }

    /// A random function.
    pub fn function(&mut self) -> impl Fn(u64) -> u64 + Copy + use<> {
        let salt = self.next();
        move |x| mix(salt ^ x) % 100
    }

    /// A random predicate.
    pub fn predicate(&mut self) -> impl Fn(&u64) -> bool + Copy + use<> {
        let salt = self.next();
        move |x| mix(salt ^ x) % 3 != 0
    }
}

/// Mixes the bits of a number.
pub fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// All outcomes of a coroutine for the inputs, up to its end.
pub fn trace<C, In, Out>(
    mut coroutine: C,
    inputs: impl IntoIterator<Item = In>,
) -> Vec<CoroutineState<Out, C::Return>>
where
    C: Resume<In, Out>,
{
    let mut outcomes = Vec::new();
    for input in inputs {
        outcomes.push(coroutine.resume(input));
        if matches!(outcomes.last(), Some(CoroutineState::Complete(_))) {
            break;
        }
    }
    outcomes
}

/// What a generator yields, and its return value.
pub fn outputs<C, Out>(coroutine: C) -> (Vec<Out>, C::Return)
where
    C: Resume<(), Out>,
{
    coroutine.collect_with_return()
}

/// Asserts that two coroutines do the same for these inputs.
#[track_caller]
pub fn same<A, B, In, Out>(a: A, b: B, inputs: Vec<In>)
where
    A: Resume<In, Out>,
    B: Resume<In, Out, Return = A::Return>,
    A::Return: PartialEq + Debug,
    In: Clone,
    Out: PartialEq + Debug,
{
    assert_eq!(trace(a, inputs.clone()), trace(b, inputs));
}

/// A stream that is pending between its items, at random.
pub struct Jerky {
    items: std::vec::IntoIter<u64>,
    pending: Random,
    ended: bool,
}

impl Jerky {
    pub fn new(items: Vec<u64>, seed: u64) -> Self {
        Self { items: items.into_iter(), pending: Random::new(seed), ended: false }
    }
}

impl futures_core::Stream for Jerky {
    type Item = u64;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<u64>> {
        let this = self.get_mut();
        assert!(!this.ended, "stream polled after its end");
        if this.pending.below(3) == 0 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let item = this.items.next();
        this.ended = item.is_none();
        Poll::Ready(item)
    }
}

/// All items of a stream that always wakes its task when it is pending.
pub fn drain<S: futures_core::Stream + Unpin>(mut stream: S) -> Vec<S::Item> {
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&woken));
    let mut context = Context::from_waker(&waker);
    let mut items = Vec::new();
    loop {
        match Pin::new(&mut stream).poll_next(&mut context) {
            Poll::Ready(Some(item)) => items.push(item),
            Poll::Ready(None) => return items,
            Poll::Pending => assert!(woken.0.swap(false, Ordering::Relaxed), "nobody will wake"),
        }
    }
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

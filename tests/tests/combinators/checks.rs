//! What is checked of every adaptor as a value.
//!
//! In: a function that makes coroutines, one that makes the adaptor around a spied one, and one that
//! makes its inputs.
//! Out: nothing, or a failed assertion. Invariant: the spy notices a resume after completion.

use std::{
    fmt::Debug,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use coro_core::{CoroutineState, Resume};

use super::support::Random;

/// How many coroutines each check is made on.
const SEEDS: u64 = 60;
/// After how many resumes everything has ended.
const STEPS: u64 = 60;

/// What has happened to a spied coroutine and its clones.
#[derive(Debug, Default)]
pub struct Log {
    resumes: AtomicUsize,
    alive: AtomicUsize,
}

/// A coroutine that reports what is done with it.
#[derive(Debug)]
pub struct Spy<C> {
    coroutine: C,
    completed: bool,
    log: Arc<Log>,
}

impl<C> Spy<C> {
    fn new(coroutine: C, log: &Arc<Log>) -> Self {
        log.alive.fetch_add(1, Ordering::Relaxed);
        Self { coroutine, completed: false, log: Arc::clone(log) }
    }
}

impl<C: Clone> Clone for Spy<C> {
    fn clone(&self) -> Self {
        let mut clone = Self::new(self.coroutine.clone(), &self.log);
        clone.completed = self.completed;
        clone
    }
}

impl<C> Drop for Spy<C> {
    fn drop(&mut self) {
        self.log.alive.fetch_sub(1, Ordering::Relaxed);
    }
}

impl<C: Resume<In, Out>, In, Out> Resume<In, Out> for Spy<C> {
    type Return = C::Return;

    fn resume(&mut self, input: In) -> CoroutineState<Out, C::Return> {
        assert!(!self.completed, "coroutine resumed after completion");
        self.log.resumes.fetch_add(1, Ordering::Relaxed);
        let state = self.coroutine.resume(input);
        self.completed = matches!(state, CoroutineState::Complete(_));
        state
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.completed { (0, Some(0)) } else { self.coroutine.size_hint() }
    }
}

/// How often the coroutine of a seed yields.
fn yields(seed: u64) -> usize {
    Random::new(seed).below(10)
}

/// All outcomes from here on; the inputs go on from `at`.
fn rest<A, In, Out>(mut adaptor: A, input: impl Fn(u64) -> In, at: u64) -> Outcomes<A, In, Out>
where
    A: Resume<In, Out>,
{
    let mut outcomes = Vec::new();
    for n in at..STEPS {
        let state = adaptor.resume(input(n));
        let ended = matches!(state, CoroutineState::Complete(_));
        outcomes.push(state);
        if ended {
            return outcomes;
        }
    }
    panic!("no end after {STEPS} resumes");
}

type Outcomes<A, In, Out> = Vec<CoroutineState<Out, <A as Resume<In, Out>>::Return>>;

/// Making an adaptor resumes nothing, and neither does dropping it, at any point.
pub fn lazy_and_dropped<C, A, In, Out>(
    base: impl Fn(u64, usize) -> C,
    make: impl Fn(Spy<C>) -> A,
    input: impl Fn(u64) -> In,
) where
    A: Resume<In, Out>,
{
    for seed in 0..SEEDS {
        for steps in 0..12 {
            let log = Arc::new(Log::default());
            let mut adaptor = make(Spy::new(base(seed, yields(seed)), &log));
            assert_eq!(log.resumes.load(Ordering::Relaxed), 0);
            assert!(log.alive.load(Ordering::Relaxed) > 0);
            for n in 0..steps {
                if let CoroutineState::Complete(_) = adaptor.resume(input(n)) {
                    break;
                }
            }
            let resumes = log.resumes.load(Ordering::Relaxed);
            drop(adaptor);
            assert_eq!(log.resumes.load(Ordering::Relaxed), resumes);
            assert_eq!(log.alive.load(Ordering::Relaxed), 0);
        }
    }
}

/// After completion, an adaptor panics with the words of the standard library.
pub fn ends_for_good<C, A, In, Out>(
    base: impl Fn(u64, usize) -> C,
    make: impl Fn(Spy<C>) -> A,
    input: impl Fn(u64) -> In,
) where
    A: Resume<In, Out>,
{
    let _quiet = coro_tests::quiet::enter();
    for seed in 0..SEEDS {
        let mut adaptor = make(Spy::new(base(seed, yields(seed)), &Arc::default()));
        rest(&mut adaptor, &input, 0);
        for n in [0, 1] {
            let panicked =
                catch_unwind(AssertUnwindSafe(|| adaptor.resume(input(n)))).err().unwrap();
            let message = panicked.downcast_ref::<&str>().copied();
            assert_eq!(message, Some("coroutine resumed after completion"));
        }
    }
}

/// A clone made at any point goes on as the original does, and neither disturbs the other.
pub fn cloned_anywhere<C, A, In, Out>(
    base: impl Fn(u64, usize) -> C,
    make: impl Fn(Spy<C>) -> A,
    input: impl Fn(u64) -> In,
) where
    A: Resume<In, Out> + Clone,
    Out: PartialEq + Debug,
    A::Return: PartialEq + Debug,
{
    for seed in 0..SEEDS {
        let mut adaptor = make(Spy::new(base(seed, yields(seed)), &Arc::default()));
        let whole = rest(adaptor.clone(), &input, 0);
        for n in 0..whole.len() {
            let at = n as u64;
            let clone = adaptor.clone();
            assert_eq!(rest(clone.clone(), &input, at), whole[n..]);
            assert_eq!(adaptor.resume(input(at)), whole[n]);
            assert_eq!(rest(clone, &input, at), whole[n..]);
        }
    }
}

/// At any point, as many yields are to come as the bounds say.
pub fn bounded<C, A, In, Out>(
    base: impl Fn(u64, usize) -> C,
    make: impl Fn(Spy<C>) -> A,
    input: impl Fn(u64) -> In,
) where
    A: Resume<In, Out>,
{
    for seed in 0..SEEDS {
        let make = || make(Spy::new(base(seed, yields(seed)), &Arc::default()));
        let total = rest(make(), &input, 0).len() - 1;
        let mut adaptor = make();
        for n in 0..=total {
            let (lower, upper) = adaptor.size_hint();
            let left = total - n;
            assert!(lower <= left, "{left} are left, and at least {lower} were announced");
            assert!(upper.is_none_or(|upper| left <= upper), "{left} of at most {upper:?}");
            let _ = adaptor.resume(input(n as u64));
        }
    }
}

/// Folding, from any point, sees what resuming one by one sees.
pub fn folded<C, A, Out>(base: impl Fn(u64, usize) -> C, make: impl Fn(Spy<C>) -> A)
where
    A: Resume<(), Out>,
    Out: PartialEq + Debug,
    A::Return: PartialEq + Debug,
{
    for seed in 0..SEEDS {
        let make = || make(Spy::new(base(seed, yields(seed)), &Arc::default()));
        let whole = rest(make(), |_| (), 0);
        for n in 0..whole.len() {
            let mut adaptor = make();
            for state in &whole[..n] {
                assert_eq!(adaptor.resume(()), *state);
            }
            let (mut outcomes, returned) = adaptor.fold(Vec::new(), |mut outcomes, value| {
                outcomes.push(CoroutineState::Yielded(value));
                outcomes
            });
            outcomes.push(CoroutineState::Complete(returned));
            assert_eq!(outcomes, whole[n..]);
        }
    }
}

/// An adaptor can be iterated over, and `Debug` names it.
pub fn iterated<C, A, Out>(base: impl Fn(u64, usize) -> C, make: impl Fn(Spy<C>) -> A)
where
    A: Resume<(), Out> + IntoIterator<Item = Out> + Debug,
    Out: PartialEq + Debug,
{
    for seed in 0..SEEDS {
        let make = || make(Spy::new(base(seed, yields(seed)), &Arc::default()));
        let yielded: Vec<_> =
            rest(make(), |_| (), 0).into_iter().filter_map(CoroutineState::yielded).collect();
        assert!(make().into_iter().eq(yielded));
        let name =
            std::any::type_name::<A>().split('<').next().unwrap().rsplit("::").next().unwrap();
        assert!(format!("{:?}", make()).starts_with(name));
    }
}

//! What a suspended coroutine is besides: cloned, printed, compared, hashed, sent, moved.

use std::{
    collections::HashSet,
    fmt::Debug,
    hash::{BuildHasher, Hash, RandomState},
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, log, logged, quiet};

#[coro_core::coroutine]
fn accumulator(
    mut total: u32,
) -> impl Resume<u32, u32, Return = u32> + Clone + Debug + PartialEq + Eq + Hash + Send + Sync {
    loop {
        let input = yield_!(total);
        if input == 0 {
            return total;
        }
        assert_ne!(input, 99, "refused");
        total += input;
    }
}

#[test]
fn it_prints_its_state() {
    let mut coroutine = accumulator(1);
    assert_eq!(format!("{coroutine:?}"), "accumulator::Unresumed { total: 1 }");
    let _ = coroutine.resume(5);
    assert_eq!(format!("{coroutine:?}"), "accumulator::Suspend1 { total: 1 }");
    let _ = coroutine.resume(5);
    assert_eq!(format!("{coroutine:?}"), "accumulator::Suspend1 { total: 6 }");
    let mut panicked = coroutine.clone();
    let _ = coroutine.resume(0);
    assert_eq!(format!("{coroutine:?}"), "accumulator::Returned");
    let _quiet = quiet::enter();
    catch_unwind(AssertUnwindSafe(|| drop(panicked.resume(99)))).expect_err("a panic");
    assert_eq!(format!("{panicked:?}"), "accumulator::Panicked");
}

#[test]
fn it_is_compared_and_hashed_by_state() {
    let (mut a, mut b) = (accumulator(1), accumulator(1));
    let hasher = RandomState::new();
    let mut seen = HashSet::new();
    for (step, input) in [7, 2, 3].into_iter().enumerate() {
        assert!(a == b, "step {step}");
        assert_eq!(hasher.hash_one(&a), hasher.hash_one(&b));
        assert!(seen.insert(a.clone()));
        assert_eq!(a.resume(input), b.resume(input));
    }
    let _ = a.resume(4);
    assert!(a != b);
    assert!(accumulator(1) != accumulator(2));
}

#[test]
fn a_clone_forks_the_computation() {
    let mut a = accumulator(0);
    let _ = a.resume(0);
    let _ = a.resume(10);
    let mut b = a.clone();
    assert_eq!(a.resume(1), CoroutineState::Yielded(11));
    assert_eq!(b.resume(2), CoroutineState::Yielded(12));
    assert_eq!((a.resume(0).complete(), b.resume(0).complete()), (Some(11), Some(12)));
}

#[test]
fn it_goes_to_another_thread_between_resumes() {
    let mut coroutine = accumulator(0);
    let _ = coroutine.resume(0);
    let mut coroutine = thread::spawn(move || {
        let _ = coroutine.resume(5);
        coroutine
    })
    .join()
    .expect("no panic");
    assert_eq!(coroutine.resume(6), CoroutineState::Yielded(11));
}

#[test]
fn it_moves_in_memory_between_resumes() {
    let mut all: Vec<_> = (0..3).map(accumulator).collect();
    for round in 1..4 {
        for coroutine in &mut all {
            let _ = coroutine.resume(round);
        }
        all.rotate_left(1);
        let (first, rest) = all.split_first_mut().expect("three");
        mem::swap(first, &mut rest[1]);
        all.extend_from_slice(&all.clone()[..1]);
        all.swap_remove(0);
    }
    let mut ends: Vec<_> = all.iter_mut().map(|c| c.resume(0).complete()).collect();
    ends.sort_unstable();
    assert_eq!(ends, [Some(5), Some(6), Some(7)]);
}

#[coro_core::coroutine]
fn guarded() -> impl Resume<(), u32, Return = ()> + Clone {
    let a = d("a");
    let b = d("b");
    yield_!(a.n);
    let c = d("c");
    yield_!(b.n + c.n);
}

#[test]
fn a_clone_clones_what_the_suspension_carries() {
    let events = logged(|| {
        let mut first = guarded();
        let _ = first.resume(());
        log("cloning");
        let mut second = first.clone();
        log("cloned");
        let _ = second.resume(());
        drop(first);
        log("first dropped");
    });
    let at = |event: &str| events.iter().position(|e| e == event).expect(event);
    assert_eq!(events.iter().filter(|e| e.starts_with("clone ")).count(), 2);
    assert!(at("cloning") < at("clone a") && at("clone b") < at("cloned"));
    assert_eq!(
        events[at("cloned") + 1..],
        ["new c", "drop b", "drop a", "first dropped", "drop c", "drop b", "drop a"]
    );
}

#[coro_core::coroutine]
fn generic<T: Clone + Debug>(value: T, n: usize) -> impl Resume<(), T, Return = T> + Clone + Debug {
    for _ in 0..n {
        yield_!(value.clone());
    }
    value
}

#[test]
fn a_generic_coroutine_prints_its_parameters() {
    let coroutine = generic("x", 2);
    let text = format!("{coroutine:?}");
    assert!(text.starts_with("generic::Unresumed {"), "{text}");
    assert!(text.contains("value: \"x\"") && text.contains("n: 2"), "{text}");
}

struct Machine {
    steps: Vec<u32>,
}

impl Machine {
    #[coro_core::coroutine]
    fn run(self) -> impl Resume<u32, u32, Return = Vec<u32>> {
        let Self { mut steps } = self;
        for i in 0..2 {
            steps.push(yield_!(i));
        }
        steps
    }
}

/// Several coroutines of different types in one collection, and one in a struct.
#[test]
fn it_is_stored_as_a_trait_object_and_in_a_field() {
    struct Holder<C> {
        coroutine: C,
        log: Vec<u32>,
    }
    impl<C: Resume<u32, u32>> Holder<C> {
        fn step(&mut self, input: u32) -> Option<C::Return> {
            match self.coroutine.resume(input) {
                CoroutineState::Yielded(value) => {
                    self.log.push(value);
                    None
                }
                CoroutineState::Complete(value) => Some(value),
            }
        }
    }
    let mut holder = Holder { coroutine: Machine { steps: vec![9] }.run(), log: vec![] };
    assert_eq!((holder.step(0), holder.step(5), holder.step(6)), (None, None, Some(vec![9, 5, 6])));
    assert_eq!(holder.log, [0, 1]);

    let mut all: Vec<Box<dyn Resume<u32, u32, Return = u32> + Send>> =
        vec![Box::new(accumulator(1)), Box::new(accumulator(2))];
    let yields: Vec<_> = all.iter_mut().map(|c| c.resume(0).yielded()).collect();
    assert_eq!(yields, [Some(1), Some(2)]);
}

#[test]
fn a_coroutine_is_lazy() {
    #[coro_core::coroutine]
    fn lazy((a, _): (D, D)) -> impl Resume<(), u32, Return = ()> {
        log("body");
        yield_!(a.n);
    }
    let events = logged(|| drop(lazy((d("a"), d("b")))));
    assert_eq!(events, ["new a", "new b", "drop a", "drop b"]);
}

#[test]
fn a_suspended_loop_is_as_small_as_its_locals() {
    #[coro_core::coroutine]
    fn count(limit: u32) -> impl Iterator<Item = u32> {
        let mut n = 0;
        while n < limit {
            yield_!(n);
            n += 1;
        }
    }
    assert!(size_of_val(&count(3)) <= 12);
    assert!(size_of_val(&accumulator(3)) <= 8);
}

#[test]
fn a_trait_is_derived_once() {
    #[coro_core::coroutine]
    fn twice(n: u32) -> impl Iterator<Item = u32> + Clone + Clone {
        yield_!(n);
    }
    assert_eq!(twice(3).clone().collect::<Vec<_>>(), [3]);
}

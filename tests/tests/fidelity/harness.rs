//! The comparison itself: it passes what is alike and finds what is not.

use std::panic::{AssertUnwindSafe, catch_unwind};

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume,
};
use coro_tests::{
    D, d, log,
    oracle::{Oracle, suspend, take_input},
    quiet,
    run::{Plain, Probe, Reference, check_body, compare},
};

/// What rustc makes of: `let a = d("a"); log(yield_!(1)); log("end"); a.n`.
fn oracle() -> Box<dyn Probe<u32, u32, u32>> {
    Box::new(Reference(Oracle::new(async {
        take_input::<u32>();
        let a = d("a");
        let n: u32 = suspend::<u32, u32>(1).await;
        log(n);
        log("end");
        a.n
    })))
}

/// The same by hand, with a mistake.
struct ByHand {
    mistake: Mistake,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mistake {
    None,
    DropsEarly,
    DropsNothing,
    ForgetsAnInput,
    ForgetsAnEvent,
    StaysResumable,
    SurvivesAPanic,
    IsLarge,
}

enum State {
    Unresumed,
    Suspended(Option<D>, [u64; 8]),
    Returned,
    Panicked,
}

impl Resume<u32, u32> for ByHand {
    type Return = u32;

    fn resume(&mut self, input: u32) -> CoroutineState<u32, u32> {
        match std::mem::replace(&mut self.state, State::Panicked) {
            State::Unresumed => {
                let a = d("a");
                if self.mistake == Mistake::SurvivesAPanic {
                    self.state = State::Returned;
                    log("");
                }
                let kept = (self.mistake != Mistake::DropsEarly).then_some(a);
                self.state = State::Suspended(kept, [0; 8]);
                Yielded(1)
            }
            State::Suspended(a, _) => {
                log(if self.mistake == Mistake::ForgetsAnInput { 0 } else { input });
                if self.mistake != Mistake::ForgetsAnEvent {
                    log("end");
                }
                self.state = if self.mistake == Mistake::StaysResumable {
                    State::Unresumed
                } else {
                    State::Returned
                };
                let n = 97;
                if self.mistake == Mistake::DropsNothing {
                    std::mem::forget(a);
                }
                Complete(n)
            }
            State::Returned => {
                self.state = State::Returned;
                panic!("coroutine resumed after completion")
            }
            State::Panicked => panic!("coroutine resumed after panicking"),
        }
    }
}

/// Whether the comparison finds the mistake, and what it says.
fn verdict(mistake: Mistake) -> Option<String> {
    let make = || -> Box<dyn Probe<u32, u32, u32>> {
        let coroutine = ByHand { mistake, state: State::Unresumed };
        if mistake == Mistake::IsLarge {
            Box::new(Plain(coroutine))
        } else {
            Box::new(Small(Plain(coroutine)))
        }
    };
    let _quiet = quiet::enter();
    let payload = catch_unwind(AssertUnwindSafe(|| compare(&make, &oracle))).err()?;
    Some(payload.downcast_ref::<String>().cloned().unwrap_or_default())
}

/// A coroutine whose size is not looked at.
struct Small<P>(P);

impl<P: Probe<u32, u32, u32> + 'static> Probe<u32, u32, u32> for Small<P> {
    fn resume(&mut self, input: u32) -> CoroutineState<u32, u32> {
        self.0.resume(input)
    }
    fn relocate(self: Box<Self>) -> Box<dyn Probe<u32, u32, u32>> {
        self
    }
    fn fork(&self) -> Option<Box<dyn Probe<u32, u32, u32>>> {
        None
    }
    fn size(&self) -> usize {
        0
    }
}

#[test]
fn it_passes_what_is_alike() {
    assert_eq!(verdict(Mistake::None), None);
}

#[test]
fn it_finds_each_mistake() {
    for (mistake, said) in [
        (Mistake::DropsEarly, "the traces differ"),
        (Mistake::DropsNothing, "the traces differ"),
        (Mistake::ForgetsAnInput, "the traces differ"),
        (Mistake::ForgetsAnEvent, "the traces differ"),
        (Mistake::StaysResumable, "the traces differ"),
        (Mistake::SurvivesAPanic, "the traces differ"),
        (Mistake::IsLarge, "bytes, where rustc needs"),
    ] {
        let message = verdict(mistake).unwrap_or_else(|| panic!("{mistake:?} was missed"));
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn it_refuses_a_body_without_a_suspension() {
    let _quiet = quiet::enter();
    let refuses = |body: &'static str, says: &'static [&str]| {
        catch_unwind(AssertUnwindSafe(|| check_body(body, says))).is_err()
    };
    assert!(refuses("{ let a = d(\"a\"); }", &[]));
    assert!(!refuses("{ let a = d(\"a\"); }", &["suspends"]));
    assert!(!refuses("{ yield_! (1) }", &[]));
    assert!(!refuses("{ yield_from!(inner()) }", &[]));
    assert!(refuses("{ yield_!(1) }", &["suspends"]));
}

//! One run of one coroutine, from its creation to its drop.
//!
//! In: a maker and a [`Scenario`]. Out: the [`Trace`] of everything that happened. Invariant:
//! whatever the coroutine or its values do, panics included, the run ends and the log is taken.

use std::{
    any::Any,
    fmt::Debug,
    panic::{AssertUnwindSafe, catch_unwind},
};

use coro_core::CoroutineState::{Complete, Yielded};

use super::{Maker, Probe};
use crate::{
    Input,
    events::{self, Injected, note},
    quiet,
};

/// How many times a coroutine that does not end is resumed.
const PATIENCE: u32 = 40;

/// When the run gives the coroutine up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// When it has returned or panicked.
    AtTheEnd,
    /// After the given number of resumes.
    After(u32),
}

/// What is done with the coroutine.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    /// The schedule of inputs.
    pub schedule: u32,
    /// When the coroutine is dropped.
    pub stop: Stop,
    /// The operation at which a panic is injected.
    pub panic_at: Option<usize>,
    /// Whether the coroutine is moved in memory before each resume.
    pub relocate: bool,
    /// Whether the coroutine is cloned after the given number of resumes and the run goes on with
    /// the clone.
    pub fork_at: Option<(u32, Fork)>,
}

/// Which half of a fork is followed; the other one is dropped first, unheard.
#[derive(Clone, Copy, Debug)]
pub enum Fork {
    /// The coroutine that was cloned.
    Original,
    /// Its clone.
    Clone,
}

impl Scenario {
    /// Runs to the end with the given schedule.
    #[must_use]
    pub const fn complete(schedule: u32) -> Self {
        Self { schedule, stop: Stop::AtTheEnd, panic_at: None, relocate: false, fork_at: None }
    }
}

/// What happened in a run.
#[derive(Debug)]
pub struct Trace {
    /// All events in order.
    pub events: Vec<String>,
    /// How many of them were operations of the body.
    pub operations: usize,
    /// How many of those came before the coroutine was dropped by the run.
    pub before_drop: usize,
    /// How often the coroutine suspended.
    pub suspensions: u32,
}

/// Runs a coroutine.
pub fn run<In, Out, R>(make: Maker<'_, In, Out, R>, scenario: Scenario) -> Trace
where
    In: Input,
    Out: Debug,
    R: Debug,
{
    let _quiet = quiet::enter();
    events::start(scenario.panic_at);
    let mut suspensions = 0;
    let coroutine =
        guarded("creation", make).map(|coroutine| drive(coroutine, scenario, &mut suspensions));
    let before_drop = events::operations();
    guarded("drop", || drop(coroutine));
    let operations = events::operations();
    Trace { events: events::take(), operations, before_drop, suspensions }
}

/// Resumes the coroutine as the scenario says and returns it to be dropped.
fn drive<In: Input, Out: Debug, R: Debug>(
    mut coroutine: Box<dyn Probe<In, Out, R>>,
    scenario: Scenario,
    suspensions: &mut u32,
) -> Box<dyn Probe<In, Out, R>> {
    for index in 0..PATIENCE {
        if let Some((_, half)) = scenario.fork_at.filter(|(at, _)| *at == index) {
            coroutine = fork(coroutine, half);
        }
        if scenario.stop == Stop::After(index) {
            note("-- dropped");
            return coroutine;
        }
        if scenario.relocate {
            coroutine = coroutine.relocate();
        }
        note("-- resumed");
        let Some(input) = guarded("input", || In::input(scenario.schedule, index)) else {
            return coroutine;
        };
        match guarded("resume", || coroutine.resume(input)) {
            Some(Yielded(value)) => {
                note(format_args!("-- yielded {value:?}"));
                *suspensions += 1;
                if !dropped(value) {
                    return coroutine;
                }
            }
            Some(Complete(value)) => {
                note(format_args!("-- returned {value:?}"));
                dropped(value);
                resume_after_end(&mut *coroutine, "completion");
                return coroutine;
            }
            None => {
                resume_after_end(&mut *coroutine, "panicking");
                return coroutine;
            }
        }
    }
    note("-- given up");
    coroutine
}

/// Clones the coroutine and drops the half that is not followed, without a trace.
fn fork<In, Out, R>(
    coroutine: Box<dyn Probe<In, Out, R>>,
    half: Fork,
) -> Box<dyn Probe<In, Out, R>> {
    let length = events::len();
    let clone = coroutine.fork().expect("only clonable coroutines are forked");
    let (followed, other) = match half {
        Fork::Original => (coroutine, clone),
        Fork::Clone => (clone, coroutine),
    };
    dropped(other);
    events::truncate(length);
    followed
}

/// Checks that a coroutine that has ended panics when it is resumed.
///
/// What it logs meanwhile is not compared: the input that it never took is dropped.
fn resume_after_end<In: Input, Out, R>(coroutine: &mut dyn Probe<In, Out, R>, after: &str) {
    let length = events::len();
    let outcome = catch_unwind(AssertUnwindSafe(|| match coroutine.resume(In::input(0, 0)) {
        Yielded(_) => "yields",
        Complete(_) => "is complete",
    }));
    events::truncate(length);
    let expected = format!("resumed after {after}");
    match outcome {
        Ok("is complete") if coroutine.is_fused() => {}
        Ok(what) => note(format_args!("-- {what} when {expected}")),
        Err(payload) if message(&*payload).contains("resumed after") => {}
        Err(payload) => {
            note(format_args!("-- {expected} with the message {:?}", message(&*payload)));
        }
    }
}

/// Drops a value that the coroutine has handed out; returns whether that went well.
fn dropped<T>(value: T) -> bool {
    guarded("drop of the value", || drop(value)).is_some()
}

/// Runs one phase and notes a panic.
fn guarded<T>(phase: &str, f: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(f))
        .inspect_err(|payload| {
            note(format_args!("-- {phase} panicked: {}", message(&**payload)));
        })
        .ok()
}

/// The text of a panic.
fn message(payload: &(dyn Any + Send)) -> &str {
    if payload.is::<Injected>() {
        return "injected";
    }
    payload
        .downcast_ref::<String>()
        .map_or_else(|| payload.downcast_ref::<&str>().copied().unwrap_or("?"), String::as_str)
}

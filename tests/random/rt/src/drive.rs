//! One coroutine, its types erased: resumed with scheduled inputs, moved each time.
//!
//! In: a coroutine of any kind and the function that resumes it. Out: [`Drive`], which logs each
//! input, each yielded value and how a resume ended.

use std::{any::Any, fmt::Debug, panic};

use crate::{
    input::Input,
    log::{self, Event, Injected},
    ops::show,
};

/// What a resume gave.
pub enum Step<Y, R> {
    /// The coroutine suspended.
    Yield(Y),
    /// The coroutine returned.
    Done(R),
}

/// How a resume ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With a yielded value.
    Yielded,
    /// With the return value.
    Done,
    /// With a panic.
    Panicked,
}

/// A coroutine without its types.
pub trait Drive {
    /// Resumes with the next scheduled input.
    fn resume(&mut self) -> Outcome;
    /// Clones the suspended coroutine without logging, if it can be cloned.
    fn fork(&self) -> Option<Box<dyn Drive>>;
}

/// Clones a coroutine.
pub type Fork<C> = fn(&C) -> C;

struct Driven<C, In, Out, R> {
    coroutine: Option<Box<C>>,
    step: fn(&mut C, In) -> Step<Out, R>,
    fork: Option<Fork<C>>,
    /// The first argument is dropped by the coroutine before anything runs: a panic there is left
    /// out, since what else is alive at that point is nobody's business.
    drops_first: bool,
}

/// Erases a coroutine's types.
pub fn driven<C, In, Out, R>(
    coroutine: C,
    step: fn(&mut C, In) -> Step<Out, R>,
    fork: Option<Fork<C>>,
    drops_first: bool,
) -> Box<dyn Drive>
where
    C: 'static,
    In: Input + Debug + 'static,
    Out: Debug + 'static,
    R: Debug + 'static,
{
    Box::new(Driven { coroutine: Some(Box::new(coroutine)), step, fork, drops_first })
}

impl<C, In, Out, R> Drive for Driven<C, In, Out, R>
where
    C: 'static,
    In: Input + Debug + 'static,
    Out: Debug + 'static,
    R: Debug + 'static,
{
    fn resume(&mut self) -> Outcome {
        // The coroutine goes to a new place in memory for each resume.
        let coroutine = *self.coroutine.take().expect("set until dropped");
        let coroutine = self.coroutine.insert(Box::new(coroutine)).as_mut();
        let calm = std::mem::replace(&mut self.drops_first, false);
        let input = if calm { log::calmly(In::make) } else { In::make() };
        log::note(|| Event::Text("resume", show(&input)));
        let step = self.step;
        let result = panic::catch_unwind(panic::AssertUnwindSafe(|| step(coroutine, input)));
        match result {
            Ok(Step::Yield(value)) => {
                log::note(|| Event::Text("yield", show(&value)));
                drop_value(value);
                Outcome::Yielded
            }
            Ok(Step::Done(value)) => {
                log::note(|| Event::Text("return", show(&value)));
                drop_value(value);
                Outcome::Done
            }
            Err(payload) => {
                log::note(|| Event::Text("panic", panic_kind(payload.as_ref()).into()));
                Outcome::Panicked
            }
        }
    }

    fn fork(&self) -> Option<Box<dyn Drive>> {
        let coroutine = self.coroutine.as_deref()?;
        let fork = self.fork?;
        let copy = log::silently(|| fork(coroutine));
        let coroutine = Some(Box::new(copy));
        Some(Box::new(Self { coroutine, drops_first: self.drops_first, ..*self }))
    }
}

/// Drops a value that left the coroutine; a panic injected there is logged and ends there.
fn drop_value<T>(value: T) {
    if panic::catch_unwind(panic::AssertUnwindSafe(|| drop(value))).is_err() {
        log::note(|| Event::Text("panic", "in the caller".into()));
    }
}

/// Tells injected panics from those of resuming too late.
fn panic_kind(payload: &(dyn Any + Send)) -> &'static str {
    if payload.is::<Injected>() {
        return "injected";
    }
    let message = payload
        .downcast_ref::<&'static str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("");
    if message.contains("resumed after panicking") {
        "resumed after panicking"
    } else if message.contains("resumed after completion") {
        "resumed after completion"
    } else if message.contains("overflow") {
        "overflow"
    } else {
        "its own"
    }
}

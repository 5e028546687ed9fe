//! One coroutine, its types erased: resumed with scheduled inputs, moved each time.
//!
//! In: a coroutine of any kind and the function that resumes it. Out: [`Drive`], which logs each
//! input, each yielded value and how a resume ended. Invariant: no two resumes in turn find the
//! coroutine in the same place.

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
    /// Where the coroutine is.
    place: Box<Option<C>>,
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
    Box::new(Driven { place: Box::new(Some(coroutine)), step, fork, drops_first })
}

impl<C, In, Out, R> Drive for Driven<C, In, Out, R>
where
    C: 'static,
    In: Input + Debug + 'static,
    Out: Debug + 'static,
    R: Debug + 'static,
{
    fn resume(&mut self) -> Outcome {
        // The old place is given back when the new one is there, so that they cannot be the same.
        let place = Box::new(self.place.take());
        self.place = place;
        let coroutine = (*self.place).as_mut().expect("set until dropped");
        let calm = std::mem::replace(&mut self.drops_first, false);
        let input = if calm { log::calmly(In::make) } else { In::make() };
        noted("resume", &input);
        let step = self.step;
        let result = panic::catch_unwind(panic::AssertUnwindSafe(|| step(coroutine, input)));
        match result {
            Ok(Step::Yield(value)) => {
                noted("yield", &value);
                drop_value(value);
                Outcome::Yielded
            }
            Ok(Step::Done(value)) => {
                noted("return", &value);
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
        let coroutine = (*self.place).as_ref()?;
        let fork = self.fork?;
        let copy = log::silently(|| fork(coroutine));
        let place = Box::new(Some(copy));
        Some(Box::new(Self { place, drops_first: self.drops_first, ..*self }))
    }
}

/// Logs a value that passes between a coroutine and its caller.
fn noted(what: &'static str, value: &dyn Debug) {
    log::note(|| Event::Text(what, show(value)));
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

#[cfg(test)]
mod tests {
    use super::{Step, driven};
    use crate::log::{self, Event, PanicAt, Schedule};

    #[test]
    fn each_resume_finds_the_coroutine_elsewhere() {
        let step = |coroutine: &mut [u64; 8], (): ()| {
            let address = std::ptr::from_ref(coroutine).addr();
            if coroutine[0] == 9 { Step::Done(address) } else { Step::Yield(address) }
        };
        log::begin(Schedule { seed: 1, panic_at: PanicAt::Never });
        let mut driver = driven::<[u64; 8], (), usize, usize>([0; 8], step, None, false);
        for _ in 0..20 {
            driver.resume();
        }
        let events = log::take_events();
        let yielded = events.iter().filter_map(|event| match event {
            Event::Text("yield", address) => Some(address),
            _ => None,
        });
        let addresses: Vec<_> = yielded.collect();
        assert_eq!(addresses.len(), 20);
        assert!(addresses.windows(2).all(|pair| pair[0] != pair[1]), "{addresses:?}");
    }
}

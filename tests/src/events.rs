//! The event log of the running test, one per thread.
//!
//! In: what bodies and values report. Out: the trace, one line per event. Invariant: every event
//! that a body causes is one *operation*, counted from zero, so that a panic can be injected at any
//! of them; what the harness itself notes is not counted.

use std::{
    cell::{Cell, RefCell},
    fmt::Display,
    panic, thread,
};

thread_local! {
    static EVENTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static OPERATIONS: Cell<usize> = const { Cell::new(0) };
    static PANIC_AT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// The payload of an injected panic.
#[derive(Debug)]
pub struct Injected;

/// Logs one operation of the body under test, and panics if one is to be injected here.
///
/// While the thread is unwinding nothing is injected, since a second panic would abort.
pub fn log(event: impl Display) {
    let operation = OPERATIONS.replace(OPERATIONS.get() + 1);
    let inject = PANIC_AT.get() == Some(operation) && !thread::panicking();
    EVENTS.with_borrow_mut(|events| {
        events.push(event.to_string());
        if inject {
            events.push("** panic **".to_owned());
        }
    });
    if inject {
        panic::resume_unwind(Box::new(Injected));
    }
}

/// Logs `name` and hands `value` back: an operand whose evaluation shows.
pub fn see<T>(name: impl Display, value: T) -> T {
    log(name);
    value
}

/// Empties the log and arms a panic at the given operation.
pub fn start(panic_at: Option<usize>) {
    EVENTS.with_borrow_mut(Vec::clear);
    OPERATIONS.set(0);
    PANIC_AT.set(panic_at);
}

/// Adds a line of the harness to the log.
pub fn note(event: impl Display) {
    EVENTS.with_borrow_mut(|events| events.push(event.to_string()));
}

/// Returns how many operations were logged since [`start`].
pub fn operations() -> usize {
    OPERATIONS.get()
}

/// Returns how many lines the log has.
pub fn len() -> usize {
    EVENTS.with_borrow(Vec::len)
}

/// Forgets every line after the first `len`.
pub fn truncate(len: usize) {
    EVENTS.with_borrow_mut(|events| events.truncate(len));
}

/// Takes the log.
pub fn take() -> Vec<String> {
    EVENTS.take()
}

/// Runs `f` with an empty log and returns what it logged.
pub fn logged(f: impl FnOnce()) -> Vec<String> {
    start(None);
    f();
    take()
}

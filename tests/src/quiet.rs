//! Keeps expected panics out of the test output.
//!
//! In: a guard on the thread that expects panics. Out: nothing is printed for them. Invariant: the
//! panics of other threads, and those after the guard, are printed as ever.

use std::{cell::Cell, panic, sync::Once};

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// While it lives, panics of this thread print nothing.
#[must_use]
pub struct Quiet(());

impl Drop for Quiet {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Silences the panics of this thread.
pub fn enter() -> Quiet {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if DEPTH.get() == 0 {
                loud(info);
            }
        }));
    });
    DEPTH.set(DEPTH.get() + 1);
    Quiet(())
}

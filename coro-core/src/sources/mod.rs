//! Where coroutines come from, when no `#[coroutine]` function is worth it.
//!
//! In: values, closures, iterators. Out: the smallest coroutines. Invariant: nothing here is
//! generic in its input unless it passes it on, so that the methods called next can be inferred.

mod arr;
mod empty;
mod from_fn;
mod from_iter;
mod identity;
mod once;
mod ready;
mod repeat_with;
mod unfold;

pub use self::{
    arr::{Arr, arr},
    empty::{Empty, empty},
    from_fn::{FromFn, from_fn},
    from_iter::{FromIter, from_iter},
    identity::{Identity, identity},
    once::{Once, once},
    ready::{Ready, ready},
    repeat_with::{RepeatWith, repeat_with},
    unfold::{Unfold, unfold},
};

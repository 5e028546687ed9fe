//! rustc's own transform of the same body, on stable.
//!
//! In: the future of an `async fn` whose body suspends with [`oracle_yield!`](crate::oracle_yield).
//! Out: [`Oracle`], a coroutine. The future's `await` of [`Suspend`] is the suspension; values pass
//! through a slot of the thread, since an `async fn` has no resume argument. Invariant: the slot
//! belongs to the innermost coroutine that is being resumed, and is restored when it stops, also by
//! a panic.

use std::{
    any::Any,
    cell::RefCell,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use coro_core::{CoroutineState, Resume};

#[derive(Default)]
struct Slot {
    input: Option<Box<dyn Any>>,
    output: Option<Box<dyn Any>>,
}

thread_local! {
    static SLOT: RefCell<Slot> = RefCell::default();
}

/// A coroutine made of a future.
pub struct Oracle<F, In, Out> {
    future: Pin<Box<F>>,
    types: PhantomData<fn(In) -> Out>,
}

impl<F, In, Out> Oracle<F, In, Out> {
    /// Wraps the future of an `async fn`.
    pub fn new(future: F) -> Self {
        Self { future: Box::pin(future), types: PhantomData }
    }
}

/// Puts the outer coroutine's slot back.
struct Restore(Slot);

impl Drop for Restore {
    fn drop(&mut self) {
        SLOT.set(std::mem::take(&mut self.0));
    }
}

impl<F: Future, In: 'static, Out: 'static> Resume<In, Out> for Oracle<F, In, Out> {
    type Return = F::Output;

    fn resume(&mut self, input: In) -> CoroutineState<Out, F::Output> {
        let _restore = Restore(SLOT.replace(Slot { input: Some(Box::new(input)), output: None }));
        match self.future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => CoroutineState::Complete(value),
            Poll::Pending => {
                let output = SLOT.with_borrow_mut(|slot| slot.output.take());
                CoroutineState::Yielded(unwrap(output, "a yielded value"))
            }
        }
    }
}

fn unwrap<T: 'static>(value: Option<Box<dyn Any>>, what: &str) -> T {
    *value
        .unwrap_or_else(|| panic!("{what} is missing"))
        .downcast()
        .unwrap_or_else(|_| panic!("{what} has another type"))
}

/// Takes the input of the current resume.
#[must_use]
pub fn take_input<In: 'static>() -> In {
    let input = SLOT.with_borrow_mut(|slot| slot.input.take());
    unwrap(input, "an input")
}

/// Suspends: the future behind [`oracle_yield!`](crate::oracle_yield).
pub fn suspend<Out, In>(value: Out) -> Suspend<Out, In> {
    Suspend { value: Some(value), types: PhantomData }
}

/// This `struct` is created by [`suspend`]. See its documentation for more.
#[must_use = "futures do nothing unless awaited"]
pub struct Suspend<Out, In> {
    value: Option<Out>,
    types: PhantomData<fn() -> In>,
}

impl<Out, In> Unpin for Suspend<Out, In> {}

impl<Out: 'static, In: 'static> Future for Suspend<Out, In> {
    type Output = In;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<In> {
        match self.value.take() {
            Some(value) => {
                SLOT.with_borrow_mut(|slot| slot.output = Some(Box::new(value)));
                Poll::Pending
            }
            None => Poll::Ready(take_input()),
        }
    }
}

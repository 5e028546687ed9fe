//! The oracle on stable: rustc's own transform, through an `async` block and a future that yields.
//!
//! In: the body as a future, which suspends by awaiting [`Yield`]. Out: [`AsyncCo`], resumed like
//! a coroutine. A value that is yielded and an argument that is delivered pass through one
//! thread-local slot each, taken by the other side at once.

use std::{
    any::Any,
    cell::RefCell,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use crate::drive::Step;

thread_local! {
    static INPUT: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
    static OUTPUT: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

fn take<T: 'static>(slot: &'static std::thread::LocalKey<RefCell<Option<Box<dyn Any>>>>) -> T {
    let value = slot.take().expect("the other side has put a value here");
    *value.downcast().expect("both sides agree on the type")
}

/// Takes the argument of the first resume.
#[must_use]
pub fn first<In: 'static>() -> In {
    take(&INPUT)
}

/// The future behind `yield_!`.
pub struct Yield<Out, In> {
    value: Option<Out>,
    input: PhantomData<fn() -> In>,
}

impl<Out, In> Yield<Out, In> {
    /// Makes the future that yields `value`.
    #[must_use]
    pub const fn new(value: Out) -> Self {
        Self { value: Some(value), input: PhantomData }
    }
}

impl<Out, In> Unpin for Yield<Out, In> {}

impl<Out: 'static, In: 'static> Future for Yield<Out, In> {
    type Output = In;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<In> {
        match self.value.take() {
            Some(value) => {
                OUTPUT.set(Some(Box::new(value)));
                Poll::Pending
            }
            None => Poll::Ready(take(&INPUT)),
        }
    }
}

/// An `async` block as a coroutine.
pub struct AsyncCo<F, In, Out> {
    future: Pin<Box<F>>,
    ends: bool,
    done: bool,
    types: PhantomData<fn(In) -> Out>,
}

impl<F: Future, In, Out> AsyncCo<F, In, Out> {
    /// Makes a coroutine; one that is an iterator stays at its end.
    pub fn new(future: F, ends: bool) -> Self {
        Self { future: Box::pin(future), ends, done: false, types: PhantomData }
    }
}

/// Empties the input slot when a resume ends, so that an argument nobody took is dropped.
struct Untaken;

impl Drop for Untaken {
    fn drop(&mut self) {
        drop(INPUT.take());
    }
}

impl<F: Future, In: 'static, Out: 'static> AsyncCo<F, In, Out> {
    /// Resumes it.
    ///
    /// # Panics
    ///
    /// As the future does, and when resumed after its end.
    pub fn step(&mut self, input: In) -> Step<Out, F::Output> {
        INPUT.set(Some(Box::new(input)));
        let _untaken = Untaken;
        match self.future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => {
                self.done = true;
                Step::Done(value)
            }
            Poll::Pending => Step::Yield(take(&OUTPUT)),
        }
    }

    /// What `yield_from!` awaits; its types are those of the coroutine around it.
    pub fn delegate<O, I>(self, first: In) -> Delegated<F, In>
    where
        Self: Types<O, I>,
    {
        Delegated { future: self.future, first: Some(first) }
    }
}

impl<F: Future<Output = ()>, Out: 'static> Iterator for AsyncCo<F, (), Out> {
    type Item = Out;

    fn next(&mut self) -> Option<Out> {
        if self.done && self.ends {
            return None;
        }
        match self.step(()) {
            Step::Yield(value) => Some(value),
            Step::Done(()) => None,
        }
    }
}

/// Says what a coroutine yields and is resumed with.
pub trait Types<Out, In> {}

impl<F, In, Out> Types<Out, In> for AsyncCo<F, In, Out> {}

/// Runs another coroutine inside the one that awaits it.
pub struct Delegated<F, In> {
    future: Pin<Box<F>>,
    first: Option<In>,
}

impl<F, In> Unpin for Delegated<F, In> {}

impl<F: Future, In: 'static> Future for Delegated<F, In> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        if let Some(first) = self.first.take() {
            INPUT.set(Some(Box::new(first)));
        }
        self.future.as_mut().poll(context)
    }
}

/// Delegation to whatever can be iterated; resume arguments are dropped.
pub trait DelegateIterator: IntoIterator + Sized {
    /// What `yield_from!` awaits.
    fn delegate<Out, In>(self, first: In) -> Iterated<Self::IntoIter, In>
    where
        Self: IntoIterator<Item = Out>,
    {
        drop(first);
        Iterated { iterator: self.into_iter(), started: false, input: PhantomData }
    }
}

impl<I: IntoIterator> DelegateIterator for I {}

/// Yields what an iterator gives.
pub struct Iterated<I, In> {
    iterator: I,
    started: bool,
    input: PhantomData<fn() -> In>,
}

impl<I, In> Unpin for Iterated<I, In> {}

impl<I: Iterator<Item: 'static>, In: 'static> Future for Iterated<I, In> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.started, true) {
            drop(take::<In>(&INPUT));
        }
        match self.iterator.next() {
            Some(item) => {
                OUTPUT.set(Some(Box::new(item)));
                Poll::Pending
            }
            None => Poll::Ready(()),
        }
    }
}

//! The module that generated crates need to run rustc's own coroutine closures.

/// Its text; it needs `RUSTC_BOOTSTRAP=1`.
pub const NATIVE: &str = r#"
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

pub enum Ending { Stays, Panics }

pub struct Co<C> { coroutine: C, stays: bool, done: bool, running: bool }

impl<C: Unpin> Co<C> {
    pub fn new(coroutine: C, ending: Ending) -> Self {
        Co { coroutine, stays: matches!(ending, Ending::Stays), done: false, running: false }
    }
    pub fn step<In>(&mut self, input: In) -> CoroutineState<C::Yield, C::Return>
    where C: Coroutine<In> {
        // rustc's own leaks the argument when it is resumed too late.
        if self.done { panic!("coroutine resumed after completion"); }
        if std::mem::replace(&mut self.running, true) { panic!("coroutine resumed after panicking"); }
        let state = Pin::new(&mut self.coroutine).resume(input);
        self.running = false;
        if let CoroutineState::Complete(_) = state { self.done = true; }
        state
    }
    pub fn delegate<Out, In>(self, first: In) -> (Self, In) { (self, first) }
}

impl<C: Coroutine<(), Return = ()> + Unpin> Iterator for Co<C> {
    type Item = C::Yield;
    fn next(&mut self) -> Option<C::Yield> {
        if self.done && self.stays { return None; }
        match self.step(()) {
            CoroutineState::Yielded(value) => Some(value),
            CoroutineState::Complete(()) => None,
        }
    }
}

pub struct Iterated<I>(I);

impl<I: Iterator> Iterated<I> {
    pub fn step<In>(&mut self, input: In) -> CoroutineState<I::Item, ()> {
        drop(input);
        match self.0.next() {
            Some(item) => CoroutineState::Yielded(item),
            None => CoroutineState::Complete(()),
        }
    }
}

pub trait DelegateIterator: IntoIterator + Sized {
    fn delegate<Out, In>(self, first: In) -> (Iterated<Self::IntoIter>, In)
    where Self: IntoIterator<Item = Out> {
        (Iterated(self.into_iter()), first)
    }
}

impl<I: IntoIterator> DelegateIterator for I {}
"#;

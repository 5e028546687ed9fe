// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub struct Guard(&'static str);
impl Drop for Guard {
    fn drop(&mut self) {
        crate::drive::log(self.0);
    }
}
#[allow(clippy::used_underscore_binding)]
pub fn guarded() -> impl Resume<(), usize, Return = ()> {
    /// What is stored between resumes.
    enum State<OuterRemnant, InnerRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `inner.0.len()`.
        Suspend1 { inner: InnerRemnant, _outer: OuterRemnant },
        /// Suspended at the second `yield`, of `2`.
        Suspend2 { inner: InnerRemnant, _outer: OuterRemnant },
        /// Suspended at the third `yield`, of `3`.
        Suspend3 { _outer: OuterRemnant },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        (),
        usize,
        (),
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let _outer = Guard("outer dropped");
                        let inner = Guard("inner dropped");
                        let value: usize = inner.0.len();
                        *state = State::Suspend1 {
                            inner: ::coro_core::__keep!(inner),
                            _outer: ::coro_core::__keep!(_outer),
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { _outer: _outer, inner: _inner } => {
                        let value: usize = 2;
                        *state = State::Suspend2 {
                            inner: _inner,
                            _outer: _outer,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { _outer: _outer, inner: _inner } => {
                        {
                            let _inner = _inner;
                        }
                        let value: usize = 3;
                        *state = State::Suspend3 { _outer: _outer };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 { _outer: _outer } => {
                        break 'resume;
                    }
                    State::Returned => {
                        *state = State::Returned;
                        ::core::panic!("coroutine resumed after completion")
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                }
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(guarded(), [(); 4])
}

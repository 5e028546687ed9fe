// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub struct File(&'static str);
impl Drop for File {
    fn drop(&mut self) {
        crate::drive::log(self.0);
    }
}
pub fn close(early: bool) -> impl Resume<(), u32, Return = ()> {
    /// What is stored between resumes.
    enum State<Early, FileLeftRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { early: Early },
        /// Suspended at the first `yield`, of `1`.
        Suspend1 { file_left: FileLeftRemnant },
        /// Suspended at the second `yield`, of `2`.
        Suspend2 { file_left: FileLeftRemnant },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        (),
        u32,
        (),
        _,
    >(
        State::Unresumed { early },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { early } => {
                        let file = File("closed");
                        let file_left;
                        if early {
                            file_left = ::core::option::Option::None;
                            drop(file);
                        } else {
                            file_left = ::core::option::Option::Some(file);
                        }
                        let value: u32 = 1;
                        *state = State::Suspend1 {
                            file_left: ::coro_core::__keep!(file_left),
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { file_left: _file_left } => {
                        let value: u32 = 2;
                        *state = State::Suspend2 {
                            file_left: _file_left,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { file_left: _file_left } => {
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
    let mut all = resumed(close(true), [(); 3]);
    all.extend(resumed(close(false), [(); 3]));
    all
}

// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
pub struct File(&'static str);
impl Drop for File {
    fn drop(&mut self) {
        crate::drive::log(self.0);
    }
}
#[allow(clippy::redundant_else)]
pub fn close(early: bool) -> impl Resume<(), u32, Return = ()> {
    /// What is stored between resumes.
    enum State<Early, FileRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { early: Early },
        /// Suspended at the first `yield`, of `1`.
        Suspend1 { file: ::core::option::Option<FileRemnant> },
        /// Suspended at the second `yield`, of `2`.
        Suspend2 { file: ::core::option::Option<FileRemnant> },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Early, FileRemnant> {
        /// The start of the body.
        Start { early: Early },
        /// Where branches meet.
        Join1 { file: ::core::option::Option<FileRemnant> },
        /// After suspend point 1.
        Resume1 { file: ::core::option::Option<FileRemnant> },
        /// After suspend point 2.
        Resume2 { file: ::core::option::Option<FileRemnant> },
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
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { early } => Block::Start { early },
                State::Suspend1 { file } => Block::Resume1 { file },
                State::Suspend2 { file } => Block::Resume2 { file },
                State::Returned => {
                    *state = State::Returned;
                    ::core::panic!("coroutine resumed after completion")
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            let result: () = 'resume: loop {
                block = match block {
                    Block::Start { early } => {
                        let file = File("closed");
                        if early {
                            drop(file);
                            Block::Join1 {
                                file: ::core::option::Option::None,
                            }
                        } else {
                            Block::Join1 {
                                file: ::core::option::Option::Some(
                                    ::coro_core::__keep!(file),
                                ),
                            }
                        }
                    }
                    Block::Join1 { file: _file } => {
                        let value: u32 = 1;
                        *state = State::Suspend1 { file: _file };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { file: _file } => {
                        let value: u32 = 2;
                        *state = State::Suspend2 { file: _file };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume2 { file: _file } => {
                        break 'resume;
                    }
                };
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    let mut all = resumed(close(true), [(); 3]);
    all.extend(resumed(close(false), [(); 3]));
    all
}

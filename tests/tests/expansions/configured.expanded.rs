// Written by this test: see `expansions.rs`.

/// Yields one item more where there is a world.
fn items(first: u32) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<First, Iter> {
        /// Not resumed yet: the parameters.
        Unresumed { first: First },
        /// Suspended at the first `yield`, of `first`.
        Suspend1 { first: First },
        /// Suspended at the second `yield`, of `first + 10`.
        Suspend2 { iter: Iter, first: First },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<First, Iter> {
        /// The start of the body.
        Start { first: First },
        /// After suspend point 1.
        Resume1 { first: First },
        /// The head of a loop.
        Loop1 { iter: Iter, first: First },
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { first },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { first } => Block::Start { first },
                State::Suspend1 { first } => Block::Resume1 { first },
                State::Suspend2 { first, iter } => Block::Loop1 { first, iter },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { first } => {
                        let value: u32 = first;
                        *state = State::Suspend1 { first };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    Block::Resume1 { first } => {
                        #[allow(unused_variables)]
                        let iter = ::core::iter::IntoIterator::into_iter(0..2);
                        Block::Loop1 { iter, first }
                    }
                    Block::Loop1 { first, mut iter } => {
                        'repeat: loop {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(step) => {
                                    #[allow(unused_variables)]
                                    match step {
                                        0 => {
                                            #[allow(unused_variables)]
                                            let value: u32 = first + 10;
                                            *state = State::Suspend2 { iter, first };
                                            return ::coro_core::CoroutineState::Yielded(value);
                                        }
                                        _ => {}
                                    }
                                    continue 'repeat;
                                }
                                ::core::option::Option::None => {}
                            }
                            break 'repeat;
                        };
                        break 'resume;
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    super::super::drive::items(items(1))
}

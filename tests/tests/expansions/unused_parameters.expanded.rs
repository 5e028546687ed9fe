// Written by this test: see `expansions.rs`.

pub struct Metronome;
impl Metronome {
    #[allow(clippy::used_underscore_binding)]
    pub fn beats(&self, _loud: bool) -> impl Iterator<Item = u32> {
        /// What is stored between resumes.
        enum State<This, Loud> {
            /// Not resumed yet: the parameters.
            Unresumed { this: This, _loud: Loud },
            /// Suspended at the `yield` of `1`.
            Suspend1,
            /// Ran to its end.
            Returned,
            /// Panicked while it ran.
            Panicked,
        }
        /// Where control can be while it runs.
        enum Block {
            /// The head of a loop.
            Loop1,
        }
        ::coro_core::__private::generator::<
            _,
            u32,
            _,
        >(
            State::Unresumed {
                this: self,
                _loud,
            },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { .. } => Block::Loop1,
                    State::Suspend1 => Block::Loop1,
                    State::Returned => {
                        *state = State::Returned;
                        return ::coro_core::CoroutineState::Complete(());
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                };
                'resume: loop {
                    match block {
                        Block::Loop1 => {
                            let value: u32 = 1;
                            *state = State::Suspend1;
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                    }
                }
            },
        )
    }
}
pub fn run() -> Vec<String> {
    crate::drive::items(Metronome.beats(true).take(2))
}

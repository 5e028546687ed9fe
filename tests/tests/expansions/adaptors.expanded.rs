// Written by this test: see `expansions.rs`.

use crate::drive::items;
fn first(text: &str) -> Option<String> {
    text.split(' ').next().map(str::to_owned)
}
pub fn lengths(text: String) -> impl Iterator<Item = usize> {
    /// What is stored between resumes.
    enum State<Text, WordHusk, TextRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { text: Text },
        /// Suspended at the first `yield`, of `length.unwrap_or_default()`.
        Suspend1 { word: WordHusk, text: Text },
        /// Suspended at the second `yield`, of `text.len()`.
        Suspend2 { word: WordHusk, text: TextRemnant },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::generator::<
        _,
        usize,
        _,
    >(
        State::Unresumed { text },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { text } => {
                        let word = first(&text);
                        let length = word.map(|word| word.len());
                        let value: usize = length.unwrap_or_default();
                        *state = State::Suspend1 {
                            word: ::coro_core::__keep_unless_adapted!(word),
                            text,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { text, word: _word } => {
                        let value: usize = text.len();
                        *state = State::Suspend2 {
                            word: _word,
                            text: ::coro_core::__keep!(text),
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { text: _text, word: _word } => {
                        break 'resume;
                    }
                    State::Returned => {
                        *state = State::Returned;
                        return ::coro_core::CoroutineState::Complete(());
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
    items(lengths("one two".to_owned()))
}

// Written by this test: see `expansions.rs`.

use core::fmt::Display;
use crate::drive::items;
pub fn labelled<'a, T, const N: usize>(
    labels: [&'a str; N],
    values: impl IntoIterator<Item = T>,
) -> impl Iterator<Item = String>
where
    T: Display + 'a,
{
    /// What is stored between resumes.
    enum State<Labels, Values, Values2, Iter, ValueRemnant> {
        /// Not resumed yet: the parameters.
        Unresumed { labels: Labels, values: Values },
        /// Suspended at the `yield` of `format!("{label} {value}")`.
        Suspend1 { value: ValueRemnant, iter: Iter, values: Values2 },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Labels, Values, Values2, Iter, ValueRemnant> {
        /// The start of the body.
        Start { values: Values, labels: Labels },
        /// The head of a loop.
        Loop1 { iter: Iter, values: Values2 },
        /// After suspend point 1.
        Resume1 { value: ValueRemnant, iter: Iter, values: Values2 },
    }
    ::coro_core::__private::generator::<
        _,
        String,
        _,
    >(
        State::Unresumed { labels, values },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { labels, values } => Block::Start { labels, values },
                State::Suspend1 { values, iter, value } => {
                    Block::Resume1 {
                        values,
                        iter,
                        value,
                    }
                }
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { labels, values } => {
                        let values = values.into_iter();
                        let iter = ::core::iter::IntoIterator::into_iter(labels);
                        Block::Loop1 { iter, values }
                    }
                    Block::Loop1 { mut values, mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(label) => {
                                let Some(value) = values.next() else { break 'resume };
                                let value_1: String = format!("{label} {value}");
                                *state = State::Suspend1 {
                                    value: ::coro_core::__keep!(value),
                                    iter,
                                    values,
                                };
                                return ::coro_core::CoroutineState::Yielded(value_1);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Resume1 { values, iter, value: _value } => {
                        {
                            let _value = _value;
                        }
                        Block::Loop1 { iter, values }
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    items(labelled(["a", "b", "c"], vec![1, 2]))
}

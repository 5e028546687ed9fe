// Written by this test: see `expansions.rs`.

use crate::drive::items;
#[derive(Clone)]
pub struct List {
    items: Vec<u32>,
    read: usize,
}
impl List {
    pub fn iter(&self) -> impl Iterator<Item = &u32> {
        /// What is stored between resumes.
        enum State<This, Iter> {
            /// Not resumed yet: the parameters.
            Unresumed { this: This },
            /// Suspended at the `yield` of `item`.
            Suspend1 { iter: Iter },
            /// Ran to its end.
            Returned,
            /// Panicked while it ran.
            Panicked,
        }
        /// Where control can be while it runs.
        enum Block<This, Iter> {
            /// The start of the body.
            Start { this: This },
            /// The head of a loop.
            Loop1 { iter: Iter },
        }
        ::coro_core::__private::generator::<
            _,
            &u32,
            _,
        >(
            State::Unresumed { this: self },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { this } => Block::Start { this },
                    State::Suspend1 { iter } => Block::Loop1 { iter },
                    State::Returned => {
                        *state = State::Returned;
                        return ::coro_core::CoroutineState::Complete(());
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                };
                'resume: loop {
                    block = match block {
                        Block::Start { this } => {
                            let iter = ::core::iter::IntoIterator::into_iter(
                                &this.items,
                            );
                            Block::Loop1 { iter }
                        }
                        Block::Loop1 { mut iter } => {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(item) => {
                                    let value: &u32 = item;
                                    *state = State::Suspend1 { iter };
                                    return ::coro_core::CoroutineState::Yielded(value);
                                }
                                ::core::option::Option::None => {}
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
    pub fn counted(&mut self) -> impl Iterator<Item = u32> {
        /// What is stored between resumes.
        enum State<This, ItemHusk> {
            /// Not resumed yet: the parameters.
            Unresumed { this: This },
            /// Suspended at the `yield` of `item`.
            Suspend1 { item: ItemHusk, this: This },
            /// Ran to its end.
            Returned,
            /// Panicked while it ran.
            Panicked,
        }
        /// Where control can be while it runs.
        enum Block<This, ItemHusk> {
            /// The head of a loop.
            Loop1 { this: This },
            /// After suspend point 1.
            Resume1 { item: ItemHusk, this: This },
        }
        ::coro_core::__private::generator::<
            _,
            u32,
            _,
        >(
            State::Unresumed { this: self },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { this } => Block::Loop1 { this },
                    State::Suspend1 { this, item } => Block::Resume1 { this, item },
                    State::Returned => {
                        *state = State::Returned;
                        return ::coro_core::CoroutineState::Complete(());
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                };
                'resume: loop {
                    block = match block {
                        Block::Loop1 { this } => {
                            if let Some(item) = this.items.get(this.read) {
                                let item_1 = *item;
                                this.read += 1;
                                let value: u32 = item_1;
                                *state = State::Suspend1 {
                                    item: ::coro_core::__keep_unless_boxed!(item),
                                    this,
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            break 'resume;
                        }
                        Block::Resume1 { this, item: _item } => {
                            {
                                let _item = _item;
                            }
                            Block::Loop1 { this }
                        }
                    };
                }
                *state = State::Returned;
                ::coro_core::CoroutineState::Complete(())
            },
        )
    }
    pub fn drained(self) -> impl Iterator<Item = Self> {
        /// What is stored between resumes.
        enum State<This> {
            /// Not resumed yet: the parameters.
            Unresumed { this: This },
            /// Suspended at the `yield` of `this.clone()`.
            Suspend1 { this: This },
            /// Ran to its end.
            Returned,
            /// Panicked while it ran.
            Panicked,
        }
        /// Where control can be while it runs.
        enum Block<This> {
            /// The head of a loop.
            Loop1 { this: This },
        }
        ::coro_core::__private::generator::<
            _,
            Self,
            _,
        >(
            State::Unresumed { this: self },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { this } => Block::Loop1 { this },
                    State::Suspend1 { this } => Block::Loop1 { this },
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
                        Block::Loop1 { mut this } => {
                            if this.items.pop().is_some() {
                                let value: Self = this.clone();
                                *state = State::Suspend1 { this };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            break 'resume;
                        }
                    }
                }
                *state = State::Returned;
                ::coro_core::CoroutineState::Complete(())
            },
        )
    }
}
pub fn run() -> Vec<String> {
    let mut list = List { items: vec![1, 2], read: 0 };
    let mut all = items(list.iter());
    all.extend(items(list.counted().take(1)));
    all.push(list.read.to_string());
    all.extend(items(list.drained().map(|list| list.items)));
    all
}

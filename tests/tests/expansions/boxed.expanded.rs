// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub struct Tree {
    pub label: u32,
    pub children: Vec<Tree>,
}
pub fn walk(tree: Tree) -> Box<dyn Iterator<Item = u32>> {
    /// What is stored between resumes.
    enum State<Tree, Children, Iter, Inner> {
        /// Not resumed yet: the parameters.
        Unresumed { tree: Tree },
        /// Suspended at the `yield` of `label`.
        Suspend1 { children: Children },
        /// Suspended in `walk(child)`.
        Suspend2 { inner: Inner, iter: Iter },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Tree, Children, Iter, Inner> {
        /// The start of the body.
        Start { tree: Tree },
        /// After suspend point 1.
        Resume1 { children: Children },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// The head of a loop.
        Loop2 { inner: Inner, iter: Iter },
    }
    Box::new(
        ::coro_core::__private::generator::<
            _,
            u32,
            _,
        >(
            State::Unresumed { tree },
            |state, argument| -> ::coro_core::CoroutineState<_, _> {
                let mut block = match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { tree } => Block::Start { tree },
                    State::Suspend1 { children } => Block::Resume1 { children },
                    State::Suspend2 { iter, inner } => Block::Loop2 { iter, inner },
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
                        Block::Start { tree } => {
                            let Tree { label, children } = tree;
                            let value: u32 = label;
                            *state = State::Suspend1 { children };
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                        Block::Resume1 { children } => {
                            let iter = ::core::iter::IntoIterator::into_iter(children);
                            Block::Loop1 { iter }
                        }
                        Block::Loop1 { mut iter } => {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(child) => {
                                    let operand = walk(child);
                                    let inner = ::coro_core::__delegate!(operand, (), u32);
                                    block = Block::Loop2 { inner, iter };
                                    continue 'resume;
                                }
                                ::core::option::Option::None => {}
                            };
                            break 'resume;
                        }
                        Block::Loop2 { iter, inner } => {
                            {
                                let mut inner = inner;
                                'delegate: {
                                    match ::coro_core::__private::resume(&mut inner, ()) {
                                        ::coro_core::CoroutineState::Yielded(item) => {
                                            let value: u32 = item;
                                            *state = State::Suspend2 { inner, iter };
                                            return ::coro_core::CoroutineState::Yielded(value);
                                        }
                                        ::coro_core::CoroutineState::Complete(value) => {
                                            break 'delegate value;
                                        }
                                    }
                                }
                            };
                            Block::Loop1 { iter }
                        }
                    };
                }
                *state = State::Returned;
                ::coro_core::CoroutineState::Complete(())
            },
        ),
    )
}
pub fn run() -> Vec<String> {
    let leaf = |label| Tree {
        label,
        children: Vec::new(),
    };
    items(
        walk(Tree {
            label: 1,
            children: vec![leaf(2), Tree { label : 3, children : vec![leaf(4)] }],
        }),
    )
}

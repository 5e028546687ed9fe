// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub enum Shape {
    Dot,
    Line(u32),
    Box { width: u32, height: u32 },
}
pub fn rows(shape: Shape) -> impl Iterator<Item = String> {
    /// What is stored between resumes.
    enum State<Shape, ShapeRemnant, LengthRemnant, Iter, UnboundRemnant, Width, Height> {
        /// Not resumed yet: the parameters.
        Unresumed { shape: Shape },
        /// Suspended at the first `yield`, of `String::from(".")`.
        Suspend1 { shape: ShapeRemnant },
        /// Suspended at the second `yield`, of `String::from("---")`.
        Suspend2 { length: LengthRemnant },
        /// Suspended at the third `yield`, of `String::from("-")`.
        Suspend3 { _unbound: UnboundRemnant, iter: Iter },
        /// Suspended at the fourth `yield`, of `"#".repeat(width as usize)`.
        Suspend4 { height: Height, width: Width },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    /// Where control can be while it runs.
    enum Block<Shape, ShapeRemnant, LengthRemnant, Iter, UnboundRemnant, Width, Height> {
        /// The start of the body.
        Start { shape: Shape },
        /// After suspend point 1.
        Resume1 { shape: ShapeRemnant },
        /// After suspend point 2.
        Resume2 { length: LengthRemnant },
        /// The head of a loop.
        Loop1 { iter: Iter },
        /// After suspend point 3.
        Resume3 { _unbound: UnboundRemnant, iter: Iter },
        /// The head of a loop.
        Loop2 { height: Height, width: Width },
        /// After suspend point 4.
        Resume4 { height: Height, width: Width },
    }
    ::coro_core::__private::generator::<
        _,
        String,
        _,
    >(
        State::Unresumed { shape },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let mut block = match ::core::mem::replace(state, State::Panicked) {
                State::Unresumed { shape } => Block::Start { shape },
                State::Suspend1 { shape } => Block::Resume1 { shape },
                State::Suspend2 { length } => Block::Resume2 { length },
                State::Suspend3 { iter, _unbound } => Block::Resume3 { iter, _unbound },
                State::Suspend4 { width, height } => Block::Resume4 { width, height },
                State::Returned => {
                    *state = State::Returned;
                    return ::coro_core::CoroutineState::Complete(());
                }
                State::Panicked => ::core::panic!("coroutine resumed after panicking"),
            };
            'resume: loop {
                block = match block {
                    Block::Start { shape } => {
                        match shape {
                            Shape::Dot | Shape::Line(0) => {
                                let value: String = String::from(".");
                                *state = State::Suspend1 {
                                    shape: ::coro_core::__keep!(shape),
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            Shape::Line(length) if length > 3 => {
                                let value: String = String::from("---");
                                *state = State::Suspend2 {
                                    length: ::coro_core::__keep!(length),
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            Shape::Line(length) => {
                                let iter = ::core::iter::IntoIterator::into_iter(0..length);
                                Block::Loop1 { iter }
                            }
                            Shape::Box { width, height } => {
                                Block::Loop2 { height, width }
                            }
                        }
                    }
                    Block::Resume1 { shape: _shape } => {
                        break 'resume;
                    }
                    Block::Resume2 { length: _length } => {
                        break 'resume;
                    }
                    Block::Loop1 { mut iter } => {
                        match ::core::iter::Iterator::next(&mut iter) {
                            ::core::option::Option::Some(_unbound) => {
                                let value: String = String::from("-");
                                *state = State::Suspend3 {
                                    _unbound: ::coro_core::__keep!(_unbound),
                                    iter,
                                };
                                return ::coro_core::CoroutineState::Yielded(value);
                            }
                            ::core::option::Option::None => {}
                        };
                        break 'resume;
                    }
                    Block::Resume3 { iter, _unbound: _unbound } => {
                        {
                            let _unbound = _unbound;
                        }
                        Block::Loop1 { iter }
                    }
                    Block::Loop2 { width, height } => {
                        if height > 0 {
                            let value: String = "#".repeat(width as usize);
                            *state = State::Suspend4 { height, width };
                            return ::coro_core::CoroutineState::Yielded(value);
                        }
                        break 'resume;
                    }
                    Block::Resume4 { width, mut height } => {
                        height -= 1;
                        Block::Loop2 { height, width }
                    }
                };
            }
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(())
        },
    )
}
pub fn run() -> Vec<String> {
    let shapes = [
        Shape::Dot,
        Shape::Line(2),
        Shape::Line(9),
        Shape::Box { width: 2, height: 2 },
    ];
    items(shapes.into_iter().flat_map(rows))
}

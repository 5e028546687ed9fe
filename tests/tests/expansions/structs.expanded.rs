// Written by this test: see `expansions.rs`.

use coro_core::Resume;
use crate::drive::resumed;
#[derive(Default)]
pub struct Point {
    pub x: u32,
    pub y: u32,
    pub z: u32,
}
#[allow(clippy::redundant_field_names)]
pub fn point() -> impl Resume<u32, char, Return = ([u32; 3], Vec<u32>)> {
    /// What is stored between resumes.
    enum State<Y, Point, List, Operand> {
        /// Not resumed yet: the parameters.
        Unresumed,
        /// Suspended at the first `yield`, of `'x'`.
        Suspend1 { y: Y },
        /// Suspended at the second `yield`, of `'a'`.
        Suspend2 { list: List, point: Point },
        /// Suspended at the third `yield`, of `'b'`.
        Suspend3 { operand: Operand, list: List, point: Point },
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::machine::<
        _,
        u32,
        char,
        ([u32; 3], Vec<u32>),
        _,
    >(
        State::Unresumed,
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            let result: ([u32; 3], Vec<u32>) = 'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed => {
                        let input = argument;
                        ::coro_core::__private::drop(input);
                        let y = 2;
                        let value: char = 'x';
                        *state = State::Suspend1 { y };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { y } => {
                        let input = argument;
                        let point = Point {
                            x: input,
                            y: y,
                            ..Default::default()
                        };
                        let list = [10, 20, 30, 40];
                        let value: char = 'a';
                        *state = State::Suspend2 { list, point };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { point, list } => {
                        let input_1 = argument;
                        let operand = input_1 as usize;
                        let value: char = 'b';
                        *state = State::Suspend3 {
                            operand,
                            list,
                            point,
                        };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 { point, list, operand } => {
                        let input_2 = argument;
                        let range = &list[operand..input_2 as usize];
                        break 'resume ([point.x, point.y, point.z], range.to_vec());
                    }
                    State::Returned => {
                        *state = State::Returned;
                        ::core::panic!("coroutine resumed after completion")
                    }
                    State::Panicked => {
                        ::core::panic!("coroutine resumed after panicking")
                    }
                }
            };
            *state = State::Returned;
            ::coro_core::CoroutineState::Complete(result)
        },
    )
}
pub fn run() -> Vec<String> {
    resumed(point(), [0, 7, 1, 3])
}

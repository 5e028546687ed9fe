// Written by this test: see `expansions.rs`.

use crate::drive::items;
pub fn sums(first: u32, second: u32) -> impl Iterator<Item = u32> {
    /// What is stored between resumes.
    enum State<First, Second, Product> {
        /// Not resumed yet: the parameters.
        Unresumed { first: First, second: Second },
        /// Suspended at the first `yield`, of `sum`.
        Suspend1 { product: Product, first: First },
        /// Suspended at the second `yield`, of `product`.
        Suspend2 { first: First },
        /// Suspended at the third `yield`, of `first`.
        Suspend3,
        /// Ran to its end.
        Returned,
        /// Panicked while it ran.
        Panicked,
    }
    ::coro_core::__private::generator::<
        _,
        u32,
        _,
    >(
        State::Unresumed { first, second },
        |state, argument| -> ::coro_core::CoroutineState<_, _> {
            'resume: {
                match ::core::mem::replace(state, State::Panicked) {
                    State::Unresumed { first, second } => {
                        let sum = first + second;
                        let product = first * second;
                        let value: u32 = sum;
                        *state = State::Suspend1 { product, first };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend1 { first, product } => {
                        let value: u32 = product;
                        *state = State::Suspend2 { first };
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend2 { first } => {
                        let value: u32 = first;
                        *state = State::Suspend3;
                        return ::coro_core::CoroutineState::Yielded(value);
                    }
                    State::Suspend3 => {
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
    items(sums(3, 4))
}

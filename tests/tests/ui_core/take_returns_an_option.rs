//! What may end early says so in what it returns.
use coro_core::{Resume, from_iter};

fn first(n: usize) -> impl Resume<(), u32, Return = ()> {
    from_iter(0..).take(n)
}

fn main() {
    first(3).run();
}

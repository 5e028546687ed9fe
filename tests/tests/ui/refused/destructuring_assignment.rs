//! The places on the left of a destructuring assignment do not suspend.
use coro_core::Resume;

#[coro_core::coroutine]
fn swap(mut list: [u32; 2]) -> impl Resume<usize, u32, Return = ()> {
    (list[yield_!(1)], list[0]) = (1, 2);
    [list[yield_!(1)], _] = [1, 2];
}

fn main() {
    let _ = swap([1, 2]);
}

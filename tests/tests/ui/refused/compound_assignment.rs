//! Whether the place or the value comes first depends on the types.
use coro_core::Resume;

fn index() -> usize {
    0
}

#[coro_core::coroutine]
fn add(mut totals: Vec<u32>) -> impl Resume<u32, u32, Return = ()> {
    totals[index()] += yield_!(1);
    *totals.last_mut().unwrap() -= yield_!(2);
    totals[yield_!(3) as usize] <<= 1;
}

fn main() {
    let _ = add(vec![1]);
}

//! A coroutine's function is called as it was written.
use coro_core::Resume;

#[coro_core::coroutine]
fn greet(name: &str, times: u32, #[resume] _first: ()) -> impl Resume<(), String, Return = ()> {
    for _ in 0..times {
        yield_!(name.to_owned());
    }
}

fn main() {
    let _ = greet("a");
    let _ = greet("a", "b");
    let _ = greet("a", 1, ());
}

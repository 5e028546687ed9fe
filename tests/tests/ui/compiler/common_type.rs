use coro_core::Resume;

fn twice(n: u32) -> u32 {
    n * 2
}

fn thrice(n: u32) -> u32 {
    n * 3
}

#[coro_core::coroutine]
fn chosen() -> impl Resume<bool, u32, Return = u32> {
    let step = if yield_!(1) {
        yield_!(2);
        twice
    } else {
        thrice
    };
    step(7)
}

#[coro_core::coroutine]
fn written() -> impl Resume<bool, u32, Return = u32> {
    let step: fn(u32) -> u32 = if yield_!(1) {
        yield_!(2);
        twice
    } else {
        thrice
    };
    step(7)
}

fn main() {
    let _ = (chosen(), written());
}

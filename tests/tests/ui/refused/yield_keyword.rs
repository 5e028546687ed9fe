//! On a stable compiler the keyword does not reach the attribute: `yield_!` or `coroutines!` do.

#[coro_core::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    yield 1;
}

fn main() {
    let _ = numbers();
}

//! A coroutine that holds itself has no finite size: the recursion is boxed.

#[coro_core::coroutine]
fn count(n: u32) -> impl Iterator<Item = u32> {
    yield_!(n);
    if n > 0 {
        yield_from!(count(n - 1));
    }
}

fn main() {
    let _ = count(3);
}

//! A function in the body is not part of the coroutine.

#[coro_core::coroutine]
fn outer() -> impl Iterator<Item = u32> {
    fn inner(n: u32) {
        yield_!(n);
    }
    fn all(numbers: Vec<u32>) {
        yield_from!(numbers);
    }
    inner(1);
    all(vec![2]);
}

fn main() {
    let _ = outer();
}

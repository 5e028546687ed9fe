//! A constant is computed at compile time.

#[coro_core::coroutine]
fn constants() -> impl Iterator<Item = u32> {
    let _size = const {
        yield_!(1);
        3
    };
}

fn main() {
    let _ = constants();
}

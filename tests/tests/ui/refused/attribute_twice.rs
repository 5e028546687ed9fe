//! One attribute makes a function a coroutine.

#[coro_core::coroutine]
#[coro_core::coroutine]
fn twice() -> impl Iterator<Item = u32> {
    yield_!(1);
}

coro_core::coroutines! {
    #[coro_core::coroutine]
    fn in_the_macro() -> impl Iterator<Item = u32> {
        yield 1;
    }
}

fn main() {
    let _ = twice().count();
}

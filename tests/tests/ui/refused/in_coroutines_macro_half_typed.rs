//! In `coroutines!`, functions before and after the one that is being typed are still there.

coro_core::coroutines! {
    fn before() -> impl Iterator<Item = u32> {
        yield 1;
    }

    fn typed() -> impl Iterator<Item = u32> {
        let n = ;
        yield n;
    }

    fn after() -> impl Iterator<Item = u32> {
        yield 3;
    }
}

fn main() {
    let _ = before().chain(typed()).chain(after()).count();
}

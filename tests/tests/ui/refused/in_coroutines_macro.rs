//! In `coroutines!` one function's mistakes leave the others as they are.

coro_core::coroutines! {
    fn numbers() -> impl Iterator<Item = u32> {
        yield 1;
    }

    fn wrong() -> impl Iterator<Item = u32> {
        let each = |n| yield n;
        each(1);
    }

    fn untyped() {
        yield 2;
    }

    fn delegates() -> impl Iterator<Item = u32> {
        if true {
            yield from numbers();
        }
    }
}

fn main() {
    let _ = numbers().chain(wrong()).count();
    untyped();
    let _ = delegates().count();
}

//! In `coroutines!`, functions before and after the one that is being typed are still there, and
//! that one is, too, as soon as its signature is complete.
use coro_core::Resume;

coro_core::coroutines! {
    fn before() -> impl Iterator<Item = u32> {
        yield 1;
    }

    fn missing_value() -> impl Iterator<Item = u32> {
        let n = ;
        yield n;
    }

    /// A message ends with what is typed next.
    fn missing_field<const N: usize>(n: u32) -> impl Resume<u32, u32, Return = [u32; N]> {
        let m = yield n;
        m.
    }

    fn missing_body() -> impl Iterator<Item = u32>;

    fn missing_type(n: u32) -> impl Resume<u32, u32, Return => {
        yield n
    }

    struct Misplaced;

    pub fn
    fn after() -> impl Iterator<Item = u32> {
        yield 3;
    }

    fn delegates() -> impl Iterator<Item = u32> {
        yield from after();
    }

    fn missing_all
}

fn main() {
    let _ = before().chain(missing_value()).chain(missing_body()).chain(after()).chain(delegates()).count();
    let _ = missing_field::<3>(1).resume(1).yielded();
    let _ = Misplaced;
}

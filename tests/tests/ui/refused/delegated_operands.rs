//! What is delegated to is checked like any operand.
fn open() -> Result<Vec<u32>, String> {
    Ok(vec![1])
}

#[coro_core::coroutine]
fn question() -> impl Iterator<Item = u32> {
    yield_from!(open()?);
}

#[coro_core::coroutine]
fn closure() -> impl Iterator<Item = u32> {
    yield_from!((0..3).map(|n| {
        yield_!(n);
        n
    }));
}

#[coro_core::coroutine]
fn both_ends() -> impl DoubleEndedIterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
fn behind_a_path() -> impl Iterator<Item = u32> {
    let list = Vec::
    yield_!(1);
    yield_from!(list);
}

fn main() {}

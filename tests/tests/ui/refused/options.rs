//! The attribute has one option, given once.

#[coro_core::coroutine(boxed)]
fn unknown() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine(crate = coro_core, crate = coro_core)]
fn twice() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine(crate)]
fn no_path() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine(crate = "coro_core")]
fn quoted() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine("text")]
fn literal() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine(crate = coro_core capacity = 3)]
fn no_comma() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine(name = Countdown, debug)]
fn several() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {
    let all = unknown().chain(twice()).chain(no_path()).chain(quoted()).chain(literal());
    let _ = all.chain(no_comma()).chain(several()).count();
}

//! What a coroutine returns names one of the two traits.

#[coro_core::coroutine]
fn nothing() {
    yield_!(1);
}

#[coro_core::coroutine]
fn unit() -> () {
    yield_!(1);
}

#[coro_core::coroutine]
fn number() -> u32 {
    yield_!(1);
    2
}

#[coro_core::coroutine]
fn never() -> ! {
    loop {
        yield_!(1);
    }
}

#[coro_core::coroutine]
fn tuple() -> (u32, impl Iterator<Item = u32>) {
    yield_!(1);
}

#[coro_core::coroutine]
fn list() -> Vec<u32> {
    yield_!(1);
}

#[coro_core::coroutine]
fn ordered() -> impl Iterator<Item = u32> + PartialOrd {
    yield_!(1);
}

#[coro_core::coroutine]
fn debug() -> impl Clone + core::fmt::Debug {
    yield_!(1);
}

#[coro_core::coroutine]
fn boxed() -> Box<dyn Fn(u32) -> u32> {
    yield_!(1);
}

#[coro_core::coroutine]
fn generic<C>() -> Box<C> {
    yield_!(1);
}

#[coro_core::coroutine]
fn aliased() -> Numbers {
    yield_!(1);
}

#[coro_core::coroutine]
fn pinned() -> core::pin::Pin<Box<dyn Iterator<Item = u32>>> {
    yield_!(1);
}

#[coro_core::coroutine]
fn shared() -> std::rc::Rc<dyn Iterator<Item = u32>> {
    yield_!(1);
}

#[coro_core::coroutine]
fn in_a_result() -> Result<impl Iterator<Item = u32>, String> {
    yield_!(1);
}

#[coro_core::coroutine]
fn boxed_impl() -> Box<impl Iterator<Item = u32>> {
    yield_!(1);
}

#[coro_core::coroutine]
fn borrowed() -> &'static dyn Iterator<Item = u32> {
    yield_!(1);
}

#[coro_core::coroutine]
fn bare() -> Iterator<Item = u32> {
    yield_!(1);
}

type Numbers = Box<dyn Iterator<Item = u32>>;

fn main() {}

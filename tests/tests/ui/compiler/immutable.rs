//! `mut` is needed where it is in any function.
use coro_core::Resume;

#[coro_core::coroutine]
fn assigned(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let a = 1;
    a += 1;
    yield_!(a);
    n = yield_!(1);
    yield_!(n);
}

#[coro_core::coroutine]
fn across() -> impl Resume<u32, u32, Return = ()> {
    let total = 0;
    loop {
        total += yield_!(total);
    }
}

#[coro_core::coroutine]
fn borrowed(list: Vec<u32>) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    list.push(1);
    let other = Vec::new();
    other.push(yield_!(2));
    let text = String::new();
    yield_!(3);
    text.clear();
}

#[coro_core::coroutine]
fn twice() -> impl Resume<u32, u32, Return = ()> {
    let late;
    late = yield_!(1);
    yield_!(late);
    late = 2;
    yield_!(late);
}

#[coro_core::coroutine]
fn binding() -> impl Resume<u32, u32, Return = ()> {
    for n in 0..3 {
        n += yield_!(n);
        yield_!(n);
    }
    if let Some(m) = Some(1) {
        yield_!(m);
        m = 2;
        yield_!(m);
    }
}

struct Counter(u32);

impl Counter {
    #[coro_core::coroutine]
    fn count(&self) -> impl Resume<u32, u32, Return = ()> {
        self.0 += yield_!(1);
    }

    #[coro_core::coroutine]
    fn owned(self) -> impl Resume<u32, u32, Return = ()> {
        yield_!(1);
        self.0 += 1;
        yield_!(self.0);
    }
}

fn main() {}

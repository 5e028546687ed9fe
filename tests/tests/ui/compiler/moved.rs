//! A local is moved as in any function.
use coro_core::Resume;

struct File(u32);

impl File {
    fn close(self) {}
    fn into_inner(self) -> u32 {
        self.0
    }
}

fn consume<T>(_: T) {}

macro_rules! pass {
    ($($code:tt)*) => {
        $($code)*
    };
}

#[coro_core::coroutine]
fn before(name: String) -> impl Resume<(), u32, Return = usize> {
    consume(name);
    yield_!(1);
    name.len()
}

#[coro_core::coroutine]
fn twice(name: String) -> impl Resume<(), u32, Return = ()> {
    yield_!(1);
    consume(name);
    consume(name);
    yield_!(2);
}

#[coro_core::coroutine]
fn in_a_loop(name: String) -> impl Resume<(), u32, Return = ()> {
    loop {
        yield_!(1);
        consume(name);
    }
}

#[coro_core::coroutine]
fn yielded() -> impl Iterator<Item = String> {
    let name = String::from("name");
    yield_!(name);
    yield_!(name);
}

#[coro_core::coroutine]
fn unannounced(file: File) -> impl Resume<(), u32, Return = ()> {
    file.close();
    yield_!(1);
}

#[coro_core::coroutine]
fn announced(file: File) -> impl Resume<(), u32, Return = ()> {
    let n = file.into_inner();
    yield_!(n);
    file.close();
}

#[coro_core::coroutine]
fn captured(name: String) -> impl Resume<(), u32, Return = usize> {
    let print = move || println!("{name}");
    yield_!(1);
    print();
    name.len()
}

#[coro_core::coroutine]
fn sometimes(name: String, close: bool) -> impl Resume<(), u32, Return = usize> {
    if close {
        consume(name);
    }
    yield_!(1);
    name.len()
}

#[coro_core::coroutine]
fn hidden(name: String) -> impl Resume<(), u32, Return = ()> {
    pass!(drop(name));
    yield_!(1);
}

#[coro_core::coroutine]
fn in_each_iteration() -> impl Resume<(), u32, Return = Vec<String>> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for n in 0..3 {
        line.push('x');
        lines.push(line);
        yield_!(n);
    }
    lines
}

#[coro_core::coroutine]
fn by_the_loop(names: Vec<String>) -> impl Resume<bool, (), Return = ()> {
    while yield_!() {
        for name in names {
            consume(name);
        }
    }
}

fn main() {}

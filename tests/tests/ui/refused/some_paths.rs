use coro_core::Resume;

fn lookup(n: u32) -> Box<Option<u32>> {
    Box::new(Some(n))
}

fn add(a: u32, b: u32) -> u32 {
    a + b
}

#[coro_core::coroutine]
fn unnamed(n: u32) -> impl Resume<u32, u32, Return = u32> {
    add(
        match *lookup(n) {
            None => 1,
            n => n.unwrap_or(0),
        },
        yield_!(2),
    )
}

#[coro_core::coroutine]
fn named(n: u32) -> impl Resume<u32, u32, Return = u32> {
    let found = lookup(n);
    add(
        match *found {
            None => 1,
            n => n.unwrap_or(0),
        },
        yield_!(2),
    )
}

fn main() {
    let _ = (unnamed(1), named(2));
}

use coro_core::Resume;

fn twice(n: u32) -> u32 {
    n * 2
}

fn thrice(n: u32) -> u32 {
    n * 3
}

#[coro_core::coroutine]
fn chosen() -> impl Resume<bool, u32, Return = u32> {
    let step = if yield_!(1) {
        yield_!(2);
        twice
    } else {
        thrice
    };
    step(7)
}

#[coro_core::coroutine]
fn written() -> impl Resume<bool, u32, Return = u32> {
    let step: fn(u32) -> u32 = if yield_!(1) {
        yield_!(2);
        twice
    } else {
        thrice
    };
    step(7)
}

trait Shape {}

struct Circle;

impl Shape for Circle {}

fn paint(shape: Option<Box<dyn Shape>>, n: u32) -> u32 {
    n + u32::from(shape.is_some())
}

#[coro_core::coroutine]
fn waiting() -> impl Resume<u32, u32, Return = u32> {
    paint(Some(Box::new(Circle)), yield_!(1))
}

#[coro_core::coroutine]
fn typed() -> impl Resume<u32, u32, Return = u32> {
    let shape: Option<Box<dyn Shape>> = Some(Box::new(Circle));
    paint(shape, yield_!(1))
}

#[coro_core::coroutine]
fn reference(a: String, b: String) -> impl Resume<u32, u32, Return = usize> {
    let chosen = if yield_!(1) > 3 {
        &a
    } else {
        yield_!(2);
        &b
    };
    chosen.len()
}

fn main() {
    let _ = (chosen(), written(), waiting(), typed(), reference(String::new(), String::new()));
}

//! What is delegated to takes the same inputs and yields the same type.
use coro_core::Resume;

#[coro_core::coroutine]
fn texts() -> impl Resume<u32, String, Return = ()> {
    yield_!(String::new());
}

#[coro_core::coroutine]
fn other_output() -> impl Resume<u32, u32, Return = ()> {
    yield_from!(texts());
}

#[coro_core::coroutine]
fn other_input() -> impl Resume<bool, String, Return = ()> {
    yield_from!(texts());
}

#[coro_core::coroutine]
fn other_items() -> impl Iterator<Item = u32> {
    yield_from!(["one", "two"]);
    yield_from!(vec![1_i64]);
}

#[coro_core::coroutine]
fn nothing_to_run() -> impl Iterator<Item = u32> {
    yield_from!(3);
}

#[coro_core::coroutine]
fn value() -> impl Resume<u32, String, Return = ()> {
    let n: u32 = yield_from!(texts());
    drop(n);
}

#[coro_core::coroutine]
fn first() -> impl Resume<u32, String, Return = ()> {
    yield_from!(texts(), "first");
}

struct NoDefault;

#[coro_core::coroutine]
fn inner() -> impl Resume<NoDefault, u32, Return = ()> {
    yield_!(1);
}

#[coro_core::coroutine]
fn no_first() -> impl Resume<NoDefault, u32, Return = ()> {
    yield_from!(inner());
}

#[coro_core::coroutine]
fn another_first_input() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_from!(asking(), "text");
    n + 1
}

#[coro_core::coroutine]
fn asking() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1)
}

#[coro_core::coroutine]
fn value_of_another_type() -> impl Resume<u32, u32, Return = String> {
    let text: String = yield_from!(asking());
    drop(text);
    yield_from!(asking())
}

#[coro_core::coroutine]
fn not_called() -> impl Resume<u32, u32, Return = u32> {
    yield_from!(asking)
}

#[coro_core::coroutine]
fn not_mutable() -> impl Resume<u32, u32, Return = u32> {
    let asked = asking();
    1 + yield_from!(&asked)
}

fn main() {}

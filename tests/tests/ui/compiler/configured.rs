//! Mistakes beside attributes that only the compiler can evaluate.
use coro_core::Resume;

#[coro_core::coroutine]
fn types(#[cfg(all())] text: String) -> impl Resume<u32, u32, Return = String> {
    #[cfg(all())]
    let n: u32 = text;
    #[cfg(any())]
    let n = 1;
    yield_!("1");
    #[cfg(all())]
    yield_!(n).missing();
    text.len()
}

#[coro_core::coroutine]
fn names() -> impl Resume<u32, u32, Return = ()> {
    #[cfg(any())]
    let gone = 1;
    yield_!(gone);
    match yield_!(2) {
        0 => {}
        #[cfg(any())]
        _ => {}
    }
}

#[coro_core::coroutine]
fn borrows(text: String) -> impl Iterator<Item = usize> {
    #[cfg(all())]
    let view = text.as_str();
    yield_!(1);
    yield_!(view.len());
}

#[coro_core::coroutine]
fn moves(text: String) -> impl Iterator<Item = usize> {
    yield_!(1);
    #[cfg(all())]
    drop(text);
    yield_!(text.len());
}

#[coro_core::coroutine]
fn nothing() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    #[cfg(any())]
    {
        2
    }
}

#[coro_core::coroutine]
fn predicates() -> impl Iterator<Item = u32> {
    #[cfg(all(), any())]
    yield_!(1);
    #[cfg(unix = 1)]
    yield_!(2);
    #[cfg_attr(unix)]
    yield_!(3);
    #[cfg(version("1.0"))]
    yield_!(4);
    #[cfg_attr(all(), cfg())]
    {
        #[cfg(any())]
        yield_!(5);
    }
}

struct Methods;

impl Methods {
    #[coro_core::coroutine(crate = coro_cor)]
    fn path(&self) -> impl Iterator<Item = u32> {
        #[cfg(all())]
        yield_!(1);
    }
}

fn main() {
    let _ = (types(String::new()), names(), borrows(String::new()), nothing(), predicates());
    let _ = Methods;
}

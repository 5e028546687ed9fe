//! Names that are not there, before and after a yield.
use coro_core::Resume;

mod inner {
    pub struct Point {
        x: u32,
    }
    impl Point {
        pub fn new() -> Self {
            Self { x: 1 }
        }
        fn hidden(&self) -> u32 {
            self.x
        }
    }
    fn private() {}
}

#[coro_core::coroutine]
fn missing(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let a = nn;
    yield_!(n);
    let b = mm;
    missing_function(yield_!(b));
    missing_macro!(a);
    let c: MissingType = yield_!(missing_value);
    println!("{undefined}");
    n.missing_method(yield_!(1));
    yield_!(n.missing_field);
}

#[coro_core::coroutine]
fn out_of_scope() -> impl Resume<u32, u32, Return = ()> {
    {
        let inner = yield_!(1);
        yield_!(inner);
    }
    yield_!(inner);
}

#[coro_core::coroutine]
fn private() -> impl Resume<u32, u32, Return = ()> {
    let point = inner::Point::new();
    yield_!(point.x);
    yield_!(point.hidden());
    inner::private();
}

#[coro_core::coroutine]
fn unknown_types(a: Missing) -> impl Resume<Unknown, Absent, Return = Gone> {
    yield_!(a);
}

fn main() {}

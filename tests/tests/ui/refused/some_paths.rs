//! A value that is there on some of the paths to one suspension only, hidden from the macro.
use coro_core::Resume;

macro_rules! when {
    ($condition:expr, $then:expr) => {
        if $condition {
            $then;
        }
    };
}

#[coro_core::coroutine]
fn sometimes(close: bool, file: std::fs::File) -> impl Resume<(), u32, Return = ()> {
    when!(close, drop(file));
    yield_!(1);
}

fn main() {
    let _ = sometimes(true, std::fs::File::open("Cargo.toml").unwrap());
}

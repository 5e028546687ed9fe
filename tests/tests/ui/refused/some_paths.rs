//! A value that is there on some of the paths to one suspension only, and no branch to keep them apart.
use coro_core::Resume;

fn close(_file: std::fs::File) -> bool {
    true
}

#[coro_core::coroutine]
fn sometimes(early: bool, file: std::fs::File) -> impl Resume<(), u32, Return = ()> {
    println!("{}", if let 1 = 1 && early && close(file) { 1 } else { 2 });
    yield_!(1);
}

fn main() {
    let _ = sometimes(true, std::fs::File::open("Cargo.toml").unwrap());
}

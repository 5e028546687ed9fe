//! An iterator has nothing to resume it with.
use coro_core::{Resume, arr};

fn main() {
    for n in arr::<_, ()>(|n: u32| n + 1).yields() {
        println!("{n}");
    }
}

//! A consumer yields `()`.
use coro_core::{arr, broadcast};

fn main() {
    let _ = broadcast([arr::<_, ()>(|n: u32| n + 1)]);
}

//! The closure answers with the wrong type.
use coro_core::{Resume, arr};

fn main() {
    arr::<_, ()>(|n: u32| n + 1).drive(1, |n| n.to_string());
}

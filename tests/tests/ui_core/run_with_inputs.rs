//! Nobody answers: `drive` would.
use coro_core::{Resume, arr};

fn main() {
    let double = arr::<_, ()>(|n: u32| n * 2);
    double.run();
}

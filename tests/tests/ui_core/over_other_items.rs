//! A stage runs over the items that it awaits.
use coro_core::{Resume, Stage, stage::cat};

fn main() {
    cat::<u32>().over(["one"]).run();
}

//! A `for` loop has no inputs to give.
use coro_core::{Resume, from_fn, CoroutineState};

fn main() {
    let mut sum = 0;
    let sums = from_fn(|n: u32| {
        sum += n;
        CoroutineState::<u32, ()>::Yielded(sum)
    });
    for (i, sum) in sums.enumerate() {
        println!("{i}: {sum}");
    }
}

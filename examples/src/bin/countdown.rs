//! Two coroutines, interleaved by hand: control goes back and forth at explicit suspension points.
//!
//! The tutorial's Python program prints inside a generator and yields nothing; here too. The last
//! resume leaves both suspended with `n` at 1, so that neither prints its `Done!`.

use coro_core::Resume;

/// Prints one line per resume.
#[coro_core::coroutine]
fn countdown(name: &'static str, mut n: u32) -> impl Resume<(), (), Return = ()> {
    while n > 0 {
        println!("{name}: {n}");
        yield_!(); // Control returns to the caller.
        n -= 1;
    }
    println!("{name}: Done!");
}

fn main() {
    let mut counter_a = countdown("A", 3);
    let mut counter_b = countdown("B", 3);

    for _ in 0..3 {
        let _ = counter_a.resume(()); // Runs A until it yields.
        let _ = counter_b.resume(()); // Runs B until it yields.
    }
}

//! The stackless contrast, from Python: a plain function cannot suspend its caller.
//!
//! `inner` is an ordinary function, so it can only return; the coroutine that called it yields the
//! result. (`yield_!` in `inner` would be a compile error that says to make it a coroutine, and
//! `nested.rs` shows that.) At its end a generator gives `None`, where Python raises `StopIteration`.

/// Runs to its end whenever it is called.
fn inner() -> &'static str {
    println!("Inner: running");
    "from inner"
}

#[coro_core::coroutine]
fn outer() -> impl Iterator<Item = &'static str> {
    println!("Outer: calling inner");
    let result = inner();
    yield_!(result); // Only `outer` can yield.
    println!("Outer: resumed");
}

fn main() {
    let mut generator = outer();
    for _ in 0..2 {
        println!("{}", generator.next().unwrap_or("StopIteration"));
    }
}

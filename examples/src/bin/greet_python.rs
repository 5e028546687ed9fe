//! Two greetings at once, as in Python: a coroutine is lazy, and `gather` runs several together.
//!
//! `greet` does not sleep: it yields how long it wants to wait, and whoever drives it sees to that;
//! here tokio's clock. The results come in the order of the calls, and the whole takes as long as the
//! longest of them.

use std::time::Duration;

use coro_core::{Resume, drive_async};
use coro_examples::gather::{block_on, gather};
use tokio::time::{Instant, sleep};

#[coro_core::coroutine]
fn greet(name: &'static str, delay: Duration) -> impl Resume<(), Duration, Return = String> {
    yield_!(delay); // `await asyncio.sleep(delay)`
    format!("Hello, {name}!")
}

async fn run() {
    let start = Instant::now();
    let results = gather([
        drive_async(greet("Alice", Duration::from_secs(1)), (), sleep),
        drive_async(greet("Bob", Duration::from_millis(500)), (), sleep),
    ])
    .await;
    let quoted: Vec<String> = results.iter().map(|result| format!("'{result}'")).collect();
    println!("[{}]", quoted.join(", "));
    eprintln!("took {:?}", start.elapsed());
}

fn main() {
    block_on(run());
}

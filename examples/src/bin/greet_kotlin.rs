//! Two greetings at once, as in Kotlin: a scope starts them and awaits them all.
//!
//! The scope owns what it started. `JoinSet` gives the same promise as Kotlin's `coroutineScope`:
//! when it goes, so do the tasks in it (`pitfall_leak.rs` shows that). A coroutine is `Send` if what
//! it holds while suspended is, so it may as well run on a pool of threads.

use std::time::Duration;

use coro_core::{Resume, drive_async};
use coro_examples::gather::block_on;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

#[coro_core::coroutine]
fn greet(name: &'static str, delay: Duration) -> impl Resume<(), Duration, Return = String> + Send {
    yield_!(delay); // `delay(delay)`
    format!("Hello, {name}!")
}

/// Results of a scope's tasks, in the order they were started in: `awaitAll`.
async fn await_all(mut scope: JoinSet<(usize, String)>) -> Vec<String> {
    let mut results = vec![String::new(); scope.len()];
    while let Some(task) = scope.join_next().await {
        let (index, result) = task.expect("the task does not panic");
        results[index] = result;
    }
    results
}

async fn run() {
    let start = Instant::now();
    let mut scope = JoinSet::new();
    for (index, (name, delay)) in [("Alice", 1000), ("Bob", 500)].into_iter().enumerate() {
        let greeting = greet(name, Duration::from_millis(delay));
        scope.spawn(async move { (index, drive_async(greeting, (), sleep).await) });
    }
    println!("[{}]", await_all(scope).await.join(", "));
    eprintln!("took {:?}", start.elapsed());
}

fn main() {
    block_on(run());
}

//! Two greetings at once, as in JavaScript: calling starts the work, and the call gives a promise.
//!
//! A coroutine here is lazy, as in Python. What makes a promise of it is a task: `spawn_local` starts
//! it at once, and its handle is awaited later. `Promise.all` awaits the promises one after another;
//! they have all been running meanwhile.

use std::time::Duration;

use coro_core::{Resume, drive_async};
use coro_examples::gather::block_on;
use tokio::{
    task::{JoinHandle, spawn_local},
    time::{Instant, sleep},
};

#[coro_core::coroutine]
fn greeting(name: &'static str, delay: Duration) -> impl Resume<(), Duration, Return = String> {
    yield_!(delay); // `await new Promise(resolve => setTimeout(resolve, delay))`
    format!("Hello, {name}!")
}

/// `async function greet(name, delay)`: starts when it is called.
fn greet(name: &'static str, delay: u64) -> JoinHandle<String> {
    spawn_local(drive_async(greeting(name, Duration::from_millis(delay)), (), sleep))
}

/// `Promise.all(promises)`.
async fn all<const N: usize>(promises: [JoinHandle<String>; N]) -> Vec<String> {
    let mut results = Vec::new();
    for promise in promises {
        results.push(promise.await.expect("the task does not panic"));
    }
    results
}

async fn run() {
    let start = Instant::now();
    let results = all([greet("Alice", 1000), greet("Bob", 500)]).await;
    let quoted: Vec<String> = results.iter().map(|result| format!("'{result}'")).collect();
    println!("[ {} ]", quoted.join(", "));
    eprintln!("took {:?}", start.elapsed());
}

fn main() {
    block_on(run());
}

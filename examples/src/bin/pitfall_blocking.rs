//! The second pitfall: a coroutine that blocks holds up all others on its thread.
//!
//! `good` yields how long it wants to wait, and others run meanwhile; `bad` sleeps on the spot. The
//! mistake is visible in two ways: the other coroutine's lines come too late, and `watched`, a wrapper
//! which is itself a coroutine, reports a resume that took longer than it may.

use std::{
    thread,
    time::{Duration, Instant},
};

use coro_core::{CoroutineState, Resume, drive_async};
use coro_examples::gather::block_on;
use tokio::{task::spawn_local, time::sleep};

const NAP: Duration = Duration::from_millis(500);
const LIMIT: Duration = Duration::from_millis(250);

#[coro_core::coroutine]
fn bad() -> impl Resume<(), Duration, Return = ()> {
    println!("  bad: sleeps");
    thread::sleep(NAP); // Blocks everything!
    println!("  bad: woke");
    yield_!(Duration::ZERO);
}

#[coro_core::coroutine]
fn good() -> impl Resume<(), Duration, Return = ()> {
    println!("  good: sleeps");
    yield_!(NAP); // Yields control while waiting.
    println!("  good: woke");
}

#[coro_core::coroutine]
fn ticks() -> impl Resume<(), Duration, Return = ()> {
    for n in 1..=2 {
        println!("  tick {n}");
        yield_!(Duration::from_millis(1));
    }
}

/// Does what `inner` does, and reports each resume that holds the thread for too long.
#[coro_core::coroutine]
fn watched(
    name: &'static str,
    mut inner: impl Resume<(), Duration, Return = ()>,
) -> impl Resume<(), Duration, Return = ()> {
    loop {
        let start = Instant::now();
        let state = inner.resume(());
        if start.elapsed() > LIMIT {
            println!("  {name} blocked its thread for more than {LIMIT:?}");
        }
        match state {
            CoroutineState::Yielded(delay) => yield_!(delay),
            CoroutineState::Complete(()) => return,
        }
    }
}

/// Runs a coroutine and the ticks together, on one thread.
async fn beside_ticks(
    name: &'static str,
    coroutine: impl Resume<(), Duration, Return = ()> + 'static,
) {
    println!("{name}:");
    let tasks = [
        spawn_local(drive_async(watched(name, coroutine), (), sleep)),
        spawn_local(drive_async(ticks(), (), sleep)),
    ];
    for task in tasks {
        task.await.expect("the task does not panic");
    }
}

fn main() {
    block_on(async {
        beside_ticks("bad", bad()).await;
        beside_ticks("good", good()).await;
    });
}

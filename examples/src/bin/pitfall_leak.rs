//! The third pitfall: coroutines that nobody waits for, and what they hold.
//!
//! A suspended coroutine is a value, so it has an owner, and when the owner goes its locals are dropped
//! in reverse order, as at the end of a function. A scope that is left early therefore leaves nothing
//! behind: here an array of coroutines, and tokio's `JoinSet` for tasks.

use std::time::Duration;

use coro_core::{CoroutineState, Resume, drive_async};
use coro_examples::gather::block_on;
use tokio::{task::JoinSet, time::sleep};

/// Something that must be given back.
struct Connection(&'static str);

impl Connection {
    fn open(name: &'static str) -> Self {
        println!("  {name}: opened");
        Self(name)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        println!("  {}: closed", self.0);
    }
}

/// Holds a connection for ever.
#[coro_core::coroutine]
fn session(name: &'static str) -> impl Resume<(), Duration, Return = ()> + Send {
    let _connection = Connection::open(name);
    loop {
        yield_!(Duration::from_secs(1));
    }
}

/// Starts sessions and fails.
fn scope() -> Result<(), &'static str> {
    let mut sessions = [session("first"), session("second"), session("never started")];
    for session in &mut sessions[..2] {
        if let CoroutineState::Complete(()) = session.resume(()) {
            return Ok(());
        }
    }
    Err("something else went wrong")
}

/// The same with tasks.
async fn task_scope() -> Result<(), &'static str> {
    let mut tasks = JoinSet::new();
    tasks.spawn(drive_async(session("third"), (), sleep));
    sleep(Duration::from_millis(10)).await;
    Err("something else went wrong")
}

fn main() {
    println!("a scope:");
    println!("  {:?}", scope());
    println!("a scope of tasks:");
    let result = block_on(async {
        let result = task_scope().await;
        tokio::task::yield_now().await; // The runtime drops what was cancelled.
        result
    });
    println!("  {result:?}");
}

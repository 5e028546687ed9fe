//! Running coroutines at once on one thread, under tokio.
//!
//! In: futures that host coroutines. Out: their results, in the order the futures were given in. The
//! clock is tokio's paused one: when everything waits, it jumps to the next deadline, so that delays
//! cost nothing and totals are exact.

use tokio::{
    runtime::Builder,
    task::{JoinHandle, LocalSet, spawn_local},
};

/// Runs a future, and the tasks it starts, to its end on this thread.
///
/// # Panics
///
/// Panics if the system gives no event queue.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .expect("an event queue");
    LocalSet::new().block_on(&runtime, future)
}

/// Runs all futures at once and returns their results in order, as `asyncio.gather` does.
///
/// # Panics
///
/// Panics if one of the futures did.
///
/// # Examples
///
/// ```
/// use coro_examples::gather::{block_on, gather};
/// use std::time::Duration;
/// use tokio::time::{Instant, sleep};
///
/// let (order, elapsed) = block_on(async {
///     let start = Instant::now();
///     let naps = [3, 1, 2].map(|seconds| async move {
///         sleep(Duration::from_secs(seconds)).await;
///         seconds
///     });
///     (gather(naps).await, start.elapsed())
/// });
/// assert_eq!(order, [3, 1, 2]);
/// assert_eq!(elapsed.as_secs(), 3);
/// ```
pub async fn gather<F>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output>
where
    F: Future<Output: 'static> + 'static,
{
    let tasks: Vec<JoinHandle<_>> = futures.into_iter().map(spawn_local).collect();
    let mut results = Vec::with_capacity(tasks.len());
    for task in tasks {
        results.push(task.await.expect("the task does not panic"));
    }
    results
}

//! Many coroutines multiplexed onto a few threads, talking over channels, as goroutines do.
//!
//! A suspended coroutine is a value, and it is `Send` if what it holds is: any thread may run its next
//! piece. Each thread takes a task off one queue, resumes it once and puts it back, so that a task may
//! run on a different thread after every yield. What Go adds is that it also interrupts a goroutine
//! that does not yield; here one that never yields keeps its thread (`pitfall_blocking.rs`).

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    thread,
};

use coro_core::{CoroutineState, Resume};

type Task = Box<dyn Resume<(), (), Return = ()> + Send>;

const THREADS: usize = 2;
const WORKERS: usize = 4;
const NUMBERS: u32 = 10;

/// Sends 1, 2, 3, … and yields after each.
#[coro_core::coroutine]
fn count(numbers: Sender<u32>) -> Box<dyn Resume<(), (), Return = ()> + Send> {
    for n in 1..=NUMBERS {
        numbers.send(n).expect("a worker listens");
        yield_!();
    }
}

/// Sends on the squares of what it receives, until nobody sends any more.
#[coro_core::coroutine]
fn square(
    numbers: Arc<Mutex<Receiver<u32>>>,
    squares: Sender<u32>,
) -> Box<dyn Resume<(), (), Return = ()> + Send> {
    loop {
        let received = lock(&numbers).try_recv();
        match received {
            Ok(n) => squares.send(n * n).expect("main listens"),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => return,
        }
        yield_!();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs tasks on this thread until all have ended.
fn work(queue: &Mutex<VecDeque<Task>>, live: &AtomicUsize) {
    while live.load(Ordering::SeqCst) > 0 {
        let task = lock(queue).pop_front();
        let Some(mut task) = task else {
            thread::yield_now(); // The tasks that are left are running on the other threads.
            continue;
        };
        match task.resume(()) {
            CoroutineState::Yielded(()) => lock(queue).push_back(task),
            CoroutineState::Complete(()) => {
                live.fetch_sub(1, Ordering::SeqCst);
            }
        }
    }
}

fn main() {
    let (numbers, to_square) = channel();
    let (squares, results) = channel();
    let to_square = Arc::new(Mutex::new(to_square));

    let mut queue = VecDeque::from([count(numbers)]); // `go count(numbers)`
    for _ in 0..WORKERS {
        queue.push_back(square(Arc::clone(&to_square), squares.clone()));
    }
    drop(squares);

    let live = AtomicUsize::new(queue.len());
    println!("{} coroutines on {THREADS} threads", queue.len());
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| work(&queue, &live));
        }
    });

    let mut results: Vec<u32> = results.iter().collect();
    results.sort_unstable();
    println!("{results:?}");
}

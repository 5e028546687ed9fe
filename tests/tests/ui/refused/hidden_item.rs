//! An item of a block that suspends is placed outside of it, where another has its name.

#[coro_core::coroutine]
fn limits() -> impl Iterator<Item = usize> {
    static SEEN: std::sync::Mutex<usize> = std::sync::Mutex::new(1);
    for _ in 0..2 {
        static SEEN: std::sync::Mutex<usize> = std::sync::Mutex::new(2);
        yield_!(*SEEN.lock().unwrap());
        *SEEN.lock().unwrap() += 1;
    }
    yield_!(*SEEN.lock().unwrap());
}

fn main() {
    let _ = limits();
}

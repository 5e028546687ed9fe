//! An `async` block suspends in its own way.
use coro_core::Resume;

#[coro_core::coroutine]
fn requests() -> impl Resume<u32, u32, Return = ()> {
    let request = async {
        let answer = yield_!(1);
        answer + 1
    };
    drop(request);
    yield_!(2);
}

fn main() {
    let _ = requests();
}

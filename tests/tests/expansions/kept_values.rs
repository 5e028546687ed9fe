//! A value that nothing reads any more lives to the end of its scope.
use coro_core::Resume;

use crate::drive::resumed;

pub struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        crate::drive::log(self.0);
    }
}

#[coro_core::coroutine]
pub fn guarded() -> impl Resume<(), usize, Return = ()> {
    let _outer = Guard("outer dropped");
    {
        let inner = Guard("inner dropped");
        yield_!(inner.0.len());
        yield_!(2);
    }
    yield_!(3);
}

pub fn run() -> Vec<String> {
    resumed(guarded(), [(); 4])
}

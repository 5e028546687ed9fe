//! A value that is moved on some paths only.
use coro_core::Resume;

use crate::drive::resumed;

pub struct File(&'static str);

impl Drop for File {
    fn drop(&mut self) {
        crate::drive::log(self.0);
    }
}

#[coro_core::coroutine]
pub fn close(early: bool) -> impl Resume<(), u32, Return = ()> {
    let file = File("closed");
    if early {
        drop(file);
    }
    yield_!(1);
    yield_!(2);
}

pub fn run() -> Vec<String> {
    let mut all = resumed(close(true), [(); 3]);
    all.extend(resumed(close(false), [(); 3]));
    all
}

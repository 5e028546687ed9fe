//! `return` from within loops.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn find(list: Vec<u32>, wanted: u32) -> impl Resume<(), u32, Return = Option<usize>> {
    for (index, n) in list.into_iter().enumerate() {
        if n == wanted {
            return Some(index);
        }
        yield_!(n);
    }
    None
}

pub fn run() -> Vec<String> {
    let mut all = resumed(find(vec![3, 4, 5], 4), [(); 2]);
    all.extend(resumed(find(vec![3], 4), [(); 2]));
    all
}

//! `#[resume]` binds the argument of the first resume.
use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn average(
    #[resume] (mut sum, mut count): (u32, u32),
) -> impl Resume<(u32, u32), u32, Return = ()> {
    loop {
        let (n, weight) = yield_!(sum / count);
        sum += n * weight;
        count += weight;
    }
}

pub fn run() -> Vec<String> {
    resumed(average(), [(4, 1), (10, 2)])
}

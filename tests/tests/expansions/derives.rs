//! The traits that the return type names are derived.
use core::fmt::Debug;

use coro_core::Resume;

use crate::drive::resumed;

#[coro_core::coroutine]
pub fn counter(step: u32) -> impl Resume<(), u32, Return = ()> + Clone + Debug + PartialEq {
    let mut n = 0;
    loop {
        yield_!(n);
        n += step;
    }
}

pub fn run() -> Vec<String> {
    let mut one = counter(2);
    let mut all = resumed(&mut one, [(); 2]);
    let mut two = one.clone();
    all.push(format!("{one:?} {}", one == two));
    all.extend(resumed(&mut two, [()]));
    all.push(format!("{two:?} {}", one == two));
    all
}

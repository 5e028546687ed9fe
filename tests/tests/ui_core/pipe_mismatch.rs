//! What the first yields is not what the second takes.
use coro_core::{Resume, from_iter};

struct Lengths;

impl Resume<String, usize> for Lengths {
    type Return = ();
    fn resume(&mut self, input: String) -> coro_core::CoroutineState<usize, ()> {
        coro_core::CoroutineState::Yielded(input.len())
    }
}

fn main() {
    let _ = from_iter([1_u32, 2]).pipe(Lengths);
}

//! What the first stage emits is not what the second awaits.
use coro_core::{CoroutineState, Resume, Stage, stage::Demand};

struct Words;

impl Resume<Option<char>, Demand<String>> for Words {
    type Return = ();
    fn resume(&mut self, _: Option<char>) -> CoroutineState<Demand<String>, ()> {
        CoroutineState::Complete(())
    }
}

struct Sum;

impl Resume<Option<u32>, Demand<u32>> for Sum {
    type Return = ();
    fn resume(&mut self, _: Option<u32>) -> CoroutineState<Demand<u32>, ()> {
        CoroutineState::Complete(())
    }
}

fn main() {
    let _ = Words.then_stage(Sum);
}

//! A coroutine that takes items is not a stage yet.
use coro_core::{CoroutineState, Resume, Stage};

struct Double;

impl Resume<u8, u8> for Double {
    type Return = ();
    fn resume(&mut self, byte: u8) -> CoroutineState<u8, ()> {
        CoroutineState::Yielded(byte * 2)
    }
}

fn decode(_: impl Stage<u8, u8>) {}

fn main() {
    decode(Double);
}

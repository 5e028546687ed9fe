//! The Redis protocol: every cut of an input, wrong bytes, bounds, sockets, and a real server.

mod bounds;
mod errors;
mod program;
mod random;
mod redis;
mod sockets;
mod splits;

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, Stage,
    stage::Demand::{Await, Emit},
};
use coro_examples::resp::{Frame, Limits, ParseError, frames};

/// The frames of an input that comes in these parts, and how it ends.
fn decode<'a>(
    parts: impl IntoIterator<Item = &'a [u8]>,
    limits: Limits,
) -> (Vec<Frame>, Result<(), ParseError>) {
    let mut decoder = frames(limits).into_decoder();
    let mut all = Vec::new();
    for mut part in parts {
        loop {
            match decoder.resume(Some(&mut part)) {
                Yielded(Emit(frame)) => all.push(frame),
                Yielded(Await) => break,
                Complete(end) => return (all, end),
            }
        }
        // What was not read now would be read again.
        assert!(part.is_empty());
    }
    match decoder.resume(None) {
        Complete(end) => (all, end),
        Yielded(other) => panic!("{other:?} at the end of the input"),
    }
}

/// The same for an input that comes at once.
fn decode_whole(input: &[u8]) -> (Vec<Frame>, Result<(), ParseError>) {
    decode([input], Limits::default())
}

/// The bytes of frames.
fn encode(frames: &[Frame]) -> Vec<u8> {
    let mut wire = Vec::new();
    for frame in frames {
        frame.encode(&mut wire);
    }
    wire
}

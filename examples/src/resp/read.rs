//! Frames from a blocking reader.
//!
//! In: a reader. Out: an iterator over its frames, whose last item may be an error. Invariant: the
//! reader is asked only when all that it gave is decoded.

use std::io::{ErrorKind, Read};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, Stage,
    stage::Demand::{Await, Emit},
};

use super::{ExchangeError, Frame, Limits, frames};

/// Iterates over the frames that can be read.
#[coro_core::coroutine]
pub fn read_frames<R: Read>(
    mut reader: R,
    limits: Limits,
) -> impl Iterator<Item = Result<Frame, ExchangeError>> {
    let mut decoder = frames(limits).into_decoder();
    let mut buffer = vec![0; 16 << 10];
    loop {
        let len = match reader.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read?,
        };
        let mut at = 0;
        loop {
            let mut unread = &buffer[at..len];
            // An empty read is the end of the input.
            let state = decoder.resume(if len > 0 { Some(&mut unread) } else { None });
            at = len - unread.len();
            match state {
                Yielded(Emit(frame)) => yield_!(Ok(frame)),
                Yielded(Await) => break,
                Complete(end) => return end?,
            }
        }
    }
}

//! The Redis protocol (RESP) as coroutines that do no input or output themselves.
//!
//! [`decode::frames`] is a stage: it is lent chunks of bytes and emits frames. Whoever has bytes
//! runs it: a test over every cut of an input, or [`read::read_frames`] over a blocking reader.
//! [`exchange()`] is a client that says what it wants written and when it wants to read; [`drive`] does
//! that over a blocking socket and over tokio's. [`serve`] answers commands.
//!
//! In: bytes, however they are cut. Out: frames, or an error with the offset of the byte that is
//! wrong. Invariants: each byte is read once; memory grows with the bytes that have come, not with
//! the lengths that were announced.

pub mod decode;
pub mod drive;
pub mod error;
pub mod exchange;
pub mod frame;
pub mod read;
pub mod serve;

pub use self::{
    decode::{Limits, frames},
    error::{ErrorKind, ParseError},
    exchange::{ExchangeError, Io, exchange},
    frame::Frame,
    read::read_frames,
    serve::Store,
};

//! A client, without a socket: it asks for input and output, and is told how that went.
//!
//! In: commands, and the results of what it asks for. Out: [`Io`], one at a time, and the replies.
//! Invariant: all commands are written before the first reply is read, so that one round trip does. (A
//! server that waits for its replies to be read does not read on: commands by the thousand are to be
//! sent in several exchanges.)

use std::{fmt, io};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, Stage,
    stage::Demand::{self, Await, Emit},
};

use super::{Frame, Limits, ParseError, frames};

/// What a client wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Io {
    /// Write all these bytes; the answer is empty.
    Write(Vec<u8>),
    /// Read some bytes; the answer is empty at the end of the stream.
    Read,
}

/// Why there are no replies.
#[derive(Debug)]
pub enum ExchangeError {
    /// Reading or writing failed.
    Io(io::Error),
    /// The bytes are no frames.
    Parse(ParseError),
    /// The other side closed the connection before it had replied.
    Closed,
}

/// Sends commands and returns their replies.
#[coro_core::coroutine]
pub fn exchange(
    commands: Vec<Frame>,
) -> impl Resume<io::Result<Vec<u8>>, Io, Return = Result<Vec<Frame>, ExchangeError>> {
    let mut request = Vec::new();
    for command in &commands {
        command.encode(&mut request);
    }
    yield_!(Io::Write(request))?;
    let mut decoder = frames(Limits::default()).into_decoder();
    let mut replies = Vec::new();
    while replies.len() < commands.len() {
        let bytes = yield_!(Io::Read)?;
        if bytes.is_empty() {
            return Err(ExchangeError::Closed);
        }
        decode(&mut decoder, &bytes, &mut replies)?;
    }
    Ok(replies)
}

/// Appends the frames that are complete with these bytes.
fn decode<D>(decoder: &mut D, mut bytes: &[u8], frames: &mut Vec<Frame>) -> Result<(), ParseError>
where
    D: for<'a, 'b> Resume<Option<&'a mut &'b [u8]>, Demand<Frame>, Return = Result<(), ParseError>>,
{
    loop {
        match decoder.resume(Some(&mut bytes)) {
            Yielded(Emit(frame)) => frames.push(frame),
            Yielded(Await) => return Ok(()),
            Complete(result) => return result,
        }
    }
}

impl From<io::Error> for ExchangeError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ParseError> for ExchangeError {
    fn from(error: ParseError) -> Self {
        Self::Parse(error)
    }
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Parse(error) => error.fmt(f),
            Self::Closed => f.write_str("the connection was closed before all replies had come"),
        }
    }
}

impl std::error::Error for ExchangeError {}

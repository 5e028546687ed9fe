//! The decoder: from bytes to frames, as a stage.
//!
//! In: chunks of bytes. Out: frames; at the end `Ok`, or why it went wrong. Invariants: a frame that
//! is not complete is held as the parts that have come, so that no byte is read again; the capacity
//! that is reserved for announced elements is bounded.
//!
//! The bound: for each byte that has come of the current frame, at most 32 bytes are held, and a
//! line and 8 KiB besides, whatever lengths the bytes announce. A test counts it.

use coro_core::{
    Resume,
    stage::{
        Chunk,
        Demand::{self, Await, Emit},
    },
};

use super::{
    Frame,
    error::{
        ErrorKind::{
            self, FrameTooLong, Length, LineEnd, LineTooLong, Number, TooDeep, Truncated,
            UnknownType,
        },
        ParseError,
    },
};

/// What a decoder accepts.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The bytes of a whole frame, with everything nested in it.
    pub frame: usize,
    /// The bytes of a line, without its end.
    pub line: usize,
    /// How deep arrays are nested.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { frame: 512 << 20, line: 64 << 10, depth: 32 }
    }
}

/// How many elements room is made for before they have come.
const RESERVED: usize = 4;
/// The bytes of the shortest frame, `+\r\n`.
const SHORTEST: usize = 3;

/// Decodes frames.
#[coro_core::coroutine]
pub fn frames(
    limits: Limits,
) -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<Frame>, Return = Result<(), ParseError>> + Clone
{
    let mut input = Input::new(limits);
    // The arrays around the next frame: how many elements are missing, and those that have come.
    let mut around: Vec<(usize, Vec<Frame>)> = Vec::new();
    'frames: loop {
        while !input.has_line() {
            let Some(chunk) = yield_!(Await) else {
                return input.end();
            };
            input.read_line(chunk)?;
        }
        let mut frame = match input.header(around.len())? {
            Header::Frame(frame) => frame,
            Header::Array(len) => {
                around.push((len, Vec::with_capacity(len.min(RESERVED))));
                continue;
            }
            Header::Bulk(len) => {
                let mut bytes = Vec::new();
                while bytes.len() < len {
                    let Some(chunk) = yield_!(Await) else {
                        return Err(input.error(Truncated));
                    };
                    bytes.extend_from_slice(input.read(chunk, len - bytes.len()));
                }
                for expected in *b"\r\n" {
                    let Some(chunk) = yield_!(Await) else {
                        return Err(input.error(Truncated));
                    };
                    input.expect(chunk, expected)?;
                }
                Frame::Bulk(bytes)
            }
        };
        while let Some((missing, mut frames)) = around.pop() {
            frames.push(frame);
            if missing > 1 {
                around.push((missing - 1, frames));
                continue 'frames;
            }
            frame = Frame::Array(frames);
        }
        input.begin_frame();
        yield_!(Emit(frame));
    }
}

/// What a frame's first line says.
enum Header {
    /// The line is the frame.
    Frame(Frame),
    /// So many bytes follow.
    Bulk(usize),
    /// So many frames follow, one at least.
    Array(usize),
}

/// Counts the bytes and gathers a line.
#[derive(Clone)]
struct Input {
    limits: Limits,
    /// The offset of the next byte.
    offset: u64,
    /// The offset of the whole frame's first byte.
    begin: u64,
    /// The line as far as it has come, without its `\n`.
    line: Vec<u8>,
    line_is_whole: bool,
}

impl Input {
    fn new(limits: Limits) -> Self {
        Self { limits, offset: 0, begin: 0, line: Vec::new(), line_is_whole: false }
    }

    fn error(&self, kind: ErrorKind) -> ParseError {
        ParseError { offset: self.offset, kind }
    }

    /// An error in the line, so many bytes from its first.
    fn error_in_line(&self, index: usize, kind: ErrorKind) -> ParseError {
        let read = self.line.len() + usize::from(self.line_is_whole);
        ParseError { offset: self.offset - read as u64 + index as u64, kind }
    }

    /// Says whether the input may end here.
    fn end(&self) -> Result<(), ParseError> {
        if self.offset == self.begin { Ok(()) } else { Err(self.error(Truncated)) }
    }

    /// The next byte is the first of a whole frame.
    fn begin_frame(&mut self) {
        self.begin = self.offset;
    }

    /// Reads at most so many bytes.
    fn read<'a>(&mut self, chunk: Chunk<'a>, len: usize) -> &'a [u8] {
        let bytes = chunk.read(len);
        self.offset += bytes.len() as u64;
        bytes
    }

    /// Reads one byte, which is known.
    fn expect(&mut self, chunk: Chunk<'_>, expected: u8) -> Result<(), ParseError> {
        let error = self.error(LineEnd);
        if self.read(chunk, 1) == [expected] { Ok(()) } else { Err(error) }
    }

    fn has_line(&self) -> bool {
        self.line_is_whole
    }

    /// Reads to the end of the line, or of the chunk.
    fn read_line(&mut self, chunk: Chunk<'_>) -> Result<(), ParseError> {
        if let (true, Some(&kind)) = (self.line.is_empty(), chunk.unread().first()) {
            if !b"+-:$*".contains(&kind) {
                return Err(self.error(UnknownType(kind)));
            }
        }
        let (part, whole) = match chunk.read_until(b'\n') {
            Ok(part) => (part, true),
            Err(part) => (part, false),
        };
        // The type in front and the `\r` at the end are not counted.
        let longest = self.limits.line.saturating_add(2);
        if self.line.len() + part.len() > longest {
            return Err(self.error_in_line(longest, LineTooLong));
        }
        self.line.extend_from_slice(part);
        self.line_is_whole = whole;
        self.offset += part.len() as u64 + u64::from(whole);
        Ok(())
    }

    /// Takes the line apart; so many arrays are around it.
    fn header(&mut self, depth: usize) -> Result<Header, ParseError> {
        let text = match self.line.iter().position(|&byte| byte == b'\r') {
            Some(end) if end + 1 == self.line.len() => &self.line[1..end],
            Some(end) => return Err(self.error_in_line(end + 1, LineEnd)),
            None => return Err(self.error_in_line(self.line.len(), LineEnd)),
        };
        let used = usize::try_from(self.offset - self.begin).unwrap_or(usize::MAX);
        let Some(left) = self.limits.frame.checked_sub(used) else {
            let offset = self.begin + self.limits.frame as u64;
            return Err(ParseError { offset, kind: FrameTooLong });
        };
        let header = match self.line[0] {
            b'+' => Header::Frame(Frame::Simple(text.to_vec())),
            b'-' => Header::Frame(Frame::Error(text.to_vec())),
            b':' => Header::Frame(Frame::Integer(self.number(text)?)),
            // What follows: at least two bytes for a bulk string's line end, and the shortest
            // frame for each element.
            kind => match (kind, self.length(text)?) {
                (_, None) => Header::Frame(Frame::Null),
                (b'$', Some(len)) if len.saturating_add(2) <= left => Header::Bulk(len),
                (b'*', Some(_)) if depth >= self.limits.depth => {
                    return Err(self.error_in_line(0, TooDeep));
                }
                (b'*', Some(0)) => Header::Frame(Frame::Array(Vec::new())),
                (b'*', Some(len)) if len.saturating_mul(SHORTEST) <= left => Header::Array(len),
                _ => return Err(self.error_in_line(1, Length)),
            },
        };
        self.line.clear();
        self.line_is_whole = false;
        Ok(header)
    }

    fn number(&self, text: &[u8]) -> Result<i64, ParseError> {
        let number = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
        number.ok_or_else(|| self.error_in_line(1, Number))
    }

    /// A length, or `None` for that of null.
    fn length(&self, text: &[u8]) -> Result<Option<usize>, ParseError> {
        match self.number(text)? {
            -1 => Ok(None),
            len => match usize::try_from(len) {
                Ok(len) => Ok(Some(len)),
                Err(_) => Err(self.error_in_line(1, Length)),
            },
        }
    }
}

//! What can be wrong with the bytes, and where.

use std::{error::Error, fmt};

/// Why bytes are not frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// How many bytes came before the one that is wrong.
    pub offset: u64,
    /// What is wrong.
    pub kind: ErrorKind,
}

/// What is wrong with a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The input ends within a frame.
    Truncated,
    /// No frame begins with this byte.
    UnknownType(u8),
    /// A line does not end in `\r\n`, or a bulk string is not followed by it.
    LineEnd,
    /// The line is longer than the limit.
    LineTooLong,
    /// The line is no number, or one that is out of range.
    Number,
    /// A length is negative, or announces more than the limit of a frame leaves.
    Length,
    /// The frame is longer than the limit, with everything nested in it.
    FrameTooLong,
    /// Arrays are nested deeper than the limit.
    TooDeep,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            ErrorKind::Truncated => f.write_str("the input ends within a frame"),
            ErrorKind::UnknownType(byte) => {
                write!(f, "no frame begins with '{}'", byte.escape_ascii())
            }
            ErrorKind::LineEnd => f.write_str("expected a line end"),
            ErrorKind::LineTooLong => f.write_str("the line is too long"),
            ErrorKind::Number => f.write_str("expected a number"),
            ErrorKind::Length => f.write_str("the length is out of range"),
            ErrorKind::FrameTooLong => f.write_str("the frame is too long"),
            ErrorKind::TooDeep => f.write_str("arrays are nested too deep"),
        }?;
        write!(f, ", at byte {}", self.offset)
    }
}

impl Error for ParseError {}

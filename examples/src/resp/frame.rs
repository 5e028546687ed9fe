//! Frames: the values of the protocol.
//!
//! In: a frame. Out: its bytes on the wire, or a text for people.

use std::fmt;

/// A value of the protocol.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A short text without line breaks: `+OK`.
    Simple(Vec<u8>),
    /// An error message without line breaks: `-ERR …`.
    Error(Vec<u8>),
    /// A number: `:7`.
    Integer(i64),
    /// Any bytes, with their length in front: `$3`.
    Bulk(Vec<u8>),
    /// Nothing: `$-1` or `*-1`.
    Null,
    /// Any number of frames: `*2`.
    Array(Vec<Frame>),
}

impl Frame {
    /// Makes the array of bulk strings that a command is.
    ///
    /// ```
    /// use coro_examples::resp::Frame;
    ///
    /// let mut wire = Vec::new();
    /// Frame::command(["GET", "key"]).encode(&mut wire);
    /// assert_eq!(wire, b"*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n");
    /// ```
    pub fn command<T: AsRef<[u8]>>(words: impl IntoIterator<Item = T>) -> Self {
        let bulk = |word: T| Self::Bulk(word.as_ref().to_vec());
        Self::Array(words.into_iter().map(bulk).collect())
    }

    /// Appends the frame's bytes on the wire.
    pub fn encode(&self, wire: &mut Vec<u8>) {
        match self {
            Self::Simple(text) => line(wire, b'+', text),
            Self::Error(text) => line(wire, b'-', text),
            Self::Integer(n) => line(wire, b':', n.to_string().as_bytes()),
            Self::Bulk(bytes) => {
                line(wire, b'$', bytes.len().to_string().as_bytes());
                wire.extend_from_slice(bytes);
                wire.extend_from_slice(b"\r\n");
            }
            Self::Null => line(wire, b'$', b"-1"),
            Self::Array(frames) => {
                line(wire, b'*', frames.len().to_string().as_bytes());
                for frame in frames {
                    frame.encode(wire);
                }
            }
        }
    }
}

/// Appends a line with its type in front.
fn line(wire: &mut Vec<u8>, kind: u8, text: &[u8]) {
    wire.push(kind);
    wire.extend_from_slice(text);
    wire.extend_from_slice(b"\r\n");
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Simple(text) => f.write_str(&String::from_utf8_lossy(text)),
            Self::Error(text) => write!(f, "(error) {}", String::from_utf8_lossy(text)),
            Self::Integer(n) => write!(f, "(integer) {n}"),
            Self::Bulk(bytes) => write!(f, "\"{}\"", bytes.escape_ascii()),
            Self::Null => f.write_str("(nil)"),
            Self::Array(frames) => {
                f.write_str("[")?;
                for (n, frame) in frames.iter().enumerate() {
                    let comma = if n == 0 { "" } else { ", " };
                    write!(f, "{comma}{frame}")?;
                }
                f.write_str("]")
            }
        }
    }
}

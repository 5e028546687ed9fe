//! A chunk of bytes that remembers how far it was read.
//!
//! In: bytes, and a cell that outlives the resume. Out: the bytes, each of them once. Invariant:
//! what is left unread is still there for whoever holds the cell.

use core::cell::Cell;

/// The unread part of a chunk of bytes.
///
/// It is lent to a stage for one resume: what the stage reads is gone, what it leaves unread it
/// gets again at its next `Await`. Copies read from the same chunk.
///
/// # Examples
///
/// ```
/// use core::cell::Cell;
/// use coro_core::stage::Chunk;
///
/// let read = Cell::new(0);
/// let chunk = Chunk::new(b"GET /\r\n", &read);
/// assert_eq!(chunk.read_until(b' '), Ok(&b"GET"[..]));
/// assert_eq!(chunk.read_byte(), Some(b'/'));
/// assert_eq!(chunk.read(9), b"\r\n");
/// assert!(chunk.is_empty());
/// assert_eq!(read.get(), 7);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    bytes: &'a [u8],
    read: &'a Cell<usize>,
}

impl<'a> Chunk<'a> {
    /// Makes a chunk of `bytes` of which the first `read` are read.
    ///
    /// # Panics
    ///
    /// Panics if `read` is greater than the number of bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cell::Cell;
    /// use coro_core::stage::Chunk;
    ///
    /// assert_eq!(Chunk::new(b"abc", &Cell::new(1)).unread(), b"bc");
    /// ```
    #[must_use]
    pub fn new(bytes: &'a [u8], read: &'a Cell<usize>) -> Self {
        assert!(read.get() <= bytes.len(), "more bytes are read than there are");
        Self { bytes, read }
    }

    /// Returns the unread bytes and leaves them unread.
    ///
    /// # Examples
    ///
    /// ```
    /// # use core::cell::Cell;
    /// # use coro_core::stage::Chunk;
    /// # let read = Cell::new(0);
    /// let chunk = Chunk::new(b"abc", &read);
    /// assert_eq!(chunk.unread(), b"abc");
    /// assert_eq!(chunk.unread(), b"abc");
    /// ```
    #[must_use]
    pub fn unread(&self) -> &'a [u8] {
        &self.bytes[self.read.get()..]
    }

    /// Returns whether all bytes are read.
    ///
    /// # Examples
    ///
    /// ```
    /// # use core::cell::Cell;
    /// # use coro_core::stage::Chunk;
    /// assert!(Chunk::new(b"", &Cell::new(0)).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unread().is_empty()
    }

    /// Reads `n` bytes, or as many as there are.
    ///
    /// # Examples
    ///
    /// ```
    /// # use core::cell::Cell;
    /// # use coro_core::stage::Chunk;
    /// # let read = Cell::new(0);
    /// let chunk = Chunk::new(b"abc", &read);
    /// assert_eq!(chunk.read(2), b"ab");
    /// assert_eq!(chunk.read(2), b"c");
    /// ```
    #[inline]
    #[must_use = "what is read is gone from the chunk"]
    pub fn read(&self, n: usize) -> &'a [u8] {
        let unread = self.unread();
        let bytes = &unread[..n.min(unread.len())];
        self.read.set(self.read.get() + bytes.len());
        bytes
    }

    /// Reads one byte, if there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// # use core::cell::Cell;
    /// # use coro_core::stage::Chunk;
    /// # let read = Cell::new(0);
    /// let chunk = Chunk::new(b"a", &read);
    /// assert_eq!(chunk.read_byte(), Some(b'a'));
    /// assert_eq!(chunk.read_byte(), None);
    /// ```
    #[inline]
    #[must_use = "what is read is gone from the chunk"]
    pub fn read_byte(&self) -> Option<u8> {
        self.read(1).first().copied()
    }

    /// Reads up to a delimiter, which is read too but not returned.
    ///
    /// # Errors
    ///
    /// Where the delimiter is not there, all unread bytes are read and returned in `Err`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use core::cell::Cell;
    /// # use coro_core::stage::Chunk;
    /// # let read = Cell::new(0);
    /// let chunk = Chunk::new(b"a,bc", &read);
    /// assert_eq!(chunk.read_until(b','), Ok(&b"a"[..]));
    /// assert_eq!(chunk.read_until(b','), Err(&b"bc"[..]));
    /// ```
    #[inline]
    pub fn read_until(&self, delimiter: u8) -> Result<&'a [u8], &'a [u8]> {
        match self.unread().iter().position(|&byte| byte == delimiter) {
            Some(len) => {
                let bytes = self.read(len);
                self.read.set(self.read.get() + 1);
                Ok(bytes)
            }
            None => Err(self.read(usize::MAX)),
        }
    }
}

//! A chunk of bytes that remembers how far it was read.
//!
//! In: bytes, lent to a stage for one resume. Out: the bytes, each of them once, and the number of
//! those that were read. Invariant: a chunk does not outlive the resume, so what is left unread
//! goes back to whoever lent it.

use core::cell::Cell;

/// The unread part of a chunk of bytes.
///
/// It is lent to a stage for one resume: what the stage reads is gone, what it leaves unread it
/// gets again at its next `Await`. Copies read from the same chunk.
///
/// # Examples
///
/// ```
/// use coro_core::stage::Chunk;
///
/// let ((), read) = Chunk::lend(b"GET /\r\n", |chunk| {
///     assert_eq!(chunk.read_until(b' '), Ok(&b"GET"[..]));
///     assert_eq!(chunk.read_byte(), Some(b'/'));
///     assert_eq!(chunk.unread(), b"\r\n");
/// });
/// assert_eq!(read, 5);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    bytes: &'a [u8],
    read: &'a Cell<usize>,
}

impl<'a> Chunk<'a> {
    /// Lends bytes to a function and returns its result and how many of them it has read.
    ///
    /// So a driver resumes a stage. A chunk that could be kept could be lost half read.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::stage::Chunk;
    ///
    /// let (last, read) = Chunk::lend(b"abc", |chunk| chunk.read(2).last().copied());
    /// assert_eq!((last, read), (Some(b'b'), 2));
    /// ```
    pub fn lend<R>(bytes: &[u8], f: impl FnOnce(Chunk<'_>) -> R) -> (R, usize) {
        let read = Cell::new(0);
        let result = f(Chunk { bytes, read: &read });
        (result, read.get())
    }

    /// Returns the unread bytes and leaves them unread.
    ///
    /// # Examples
    ///
    /// ```
    /// # use coro_core::stage::Chunk;
    /// Chunk::lend(b"abc", |chunk| {
    ///     assert_eq!(chunk.unread(), b"abc");
    ///     assert_eq!(chunk.unread(), b"abc");
    /// });
    /// ```
    #[must_use]
    #[inline]
    pub fn unread(&self) -> &'a [u8] {
        &self.bytes[self.read.get()..]
    }

    /// Returns whether all bytes are read.
    ///
    /// # Examples
    ///
    /// ```
    /// # use coro_core::stage::Chunk;
    /// Chunk::lend(b"a", |chunk| {
    ///     assert!(!chunk.is_empty());
    ///     assert_eq!(chunk.read(1), b"a");
    ///     assert!(chunk.is_empty());
    /// });
    /// ```
    #[must_use]
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.unread().is_empty()
    }

    /// Reads `n` bytes, or as many as there are.
    ///
    /// # Examples
    ///
    /// ```
    /// # use coro_core::stage::Chunk;
    /// Chunk::lend(b"abc", |chunk| {
    ///     assert_eq!(chunk.read(2), b"ab");
    ///     assert_eq!(chunk.read(2), b"c");
    /// });
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
    /// # use coro_core::stage::Chunk;
    /// Chunk::lend(b"a", |chunk| {
    ///     assert_eq!(chunk.read_byte(), Some(b'a'));
    ///     assert_eq!(chunk.read_byte(), None);
    /// });
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
    /// # use coro_core::stage::Chunk;
    /// Chunk::lend(b"a,bc", |chunk| {
    ///     assert_eq!(chunk.read_until(b','), Ok(&b"a"[..]));
    ///     assert_eq!(chunk.read_until(b','), Err(&b"bc"[..]));
    /// });
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

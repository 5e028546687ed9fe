//! `into_decoder`: a stage over bytes, fed with whatever has arrived.
//!
//! In: `Some(&mut input)`, or `None` at the end of all input. Out: what the stage emits, `Await`
//! when it has read all of the input, and its return value. Invariants: `input` is advanced past
//! what was read and no further; no byte is read twice; an empty input is not the end.

use core::{iter::Fuse, marker::PhantomData};

use super::{Chunk, Demand, Stage};
use crate::{
    CoroutineState, Resume,
    combinators::common::{Yields, impl_clone_debug, impl_into_iterator},
};

/// A stage that decodes bytes.
///
/// This `struct` is created by [`Stage::into_decoder`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Decoder<S, O, R> {
    stage: S,
    /// Whether the stage awaits bytes.
    awaiting: bool,
    out: Yields<(O, R)>,
}

impl<S, O, R> Decoder<S, O, R> {
    pub(super) const fn new(stage: S) -> Self {
        Self { stage, awaiting: false, out: PhantomData }
    }

    /// Runs the decoder over chunks of bytes.
    ///
    /// The result is a coroutine that takes no input and yields what the stage emits.
    ///
    /// # Laws
    ///
    /// How the bytes are cut into chunks makes no difference.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, stage::{Chunk, Demand::{self, Await, Emit}}};
    ///
    /// /// Emits each byte as a number.
    /// #[coro_core::coroutine]
    /// fn numbers() -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<u32>, Return = ()> + Clone {
    ///     while let Some(chunk) = yield_!(Await) {
    ///         if let Some(byte) = chunk.read_byte() {
    ///             yield_!(Emit(byte.into()));
    ///         }
    ///     }
    /// }
    ///
    /// assert!(numbers().into_decoder().over(["ab", "", "c"]).yields().eq([97, 98, 99]));
    /// assert!(numbers().into_decoder().over([vec![97], vec![98, 99]]).yields().eq([97, 98, 99]));
    /// ```
    pub fn over<I>(self, chunks: I) -> DecoderOver<S, I::IntoIter, I::Item, O, R>
    where
        I: IntoIterator<Item: AsRef<[u8]>>,
    {
        DecoderOver { decoder: self, chunks: chunks.into_iter().fuse(), chunk: None }
    }
}

impl<'b, S, O, R> Resume<Option<&mut &'b [u8]>, Demand<O>> for Decoder<S, O, R>
where
    S: for<'c> Stage<Chunk<'c>, O, Return = R>,
{
    type Return = R;

    fn resume(&mut self, mut input: Option<&mut &'b [u8]>) -> CoroutineState<Demand<O>, R> {
        loop {
            let state = match &mut input {
                Some(bytes) if self.awaiting => {
                    if bytes.is_empty() {
                        return CoroutineState::Yielded(Demand::Await);
                    }
                    let (state, read) = Chunk::lend(bytes, |chunk| self.stage.resume(Some(chunk)));
                    **bytes = &bytes[read..];
                    assert!(
                        read > 0 || !matches!(state, CoroutineState::Yielded(Demand::Await)),
                        "the stage awaits bytes and has not read those that it was given",
                    );
                    state
                }
                _ => self.stage.resume(None),
            };
            self.awaiting = matches!(state, CoroutineState::Yielded(Demand::Await));
            if !self.awaiting {
                return state;
            }
        }
    }
}

impl_clone_debug! {
    [S, O, R] Decoder<S, O, R>
    clone [S: Clone] { stage, awaiting, out }
    debug [S: core::fmt::Debug] { stage, awaiting }
}

/// A stage that decodes chunks of bytes.
///
/// This `struct` is created by [`Decoder::over`]. See its documentation for more.
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct DecoderOver<S, I, B, O, R> {
    decoder: Decoder<S, O, R>,
    chunks: Fuse<I>,
    /// The chunk that is being read, and how far it is.
    chunk: Option<(B, usize)>,
}

impl<S, I, B, O, R> Resume<(), O> for DecoderOver<S, I, B, O, R>
where
    S: for<'c> Stage<Chunk<'c>, O, Return = R>,
    I: Iterator<Item = B>,
    B: AsRef<[u8]>,
{
    type Return = R;

    fn resume(&mut self, (): ()) -> CoroutineState<O, R> {
        loop {
            let state = if let Some((chunk, read)) = &mut self.chunk {
                let bytes = chunk.as_ref();
                let mut unread = &bytes[*read..];
                let state = self.decoder.resume(Some(&mut unread));
                *read = bytes.len() - unread.len();
                state
            } else if let Some(chunk) = self.chunks.next() {
                self.chunk = Some((chunk, 0));
                continue;
            } else {
                self.decoder.resume(None)
            };
            match state {
                CoroutineState::Yielded(Demand::Await) => self.chunk = None,
                CoroutineState::Yielded(Demand::Emit(item)) => {
                    return CoroutineState::Yielded(item);
                }
                CoroutineState::Complete(value) => return CoroutineState::Complete(value),
            }
        }
    }
}

impl_clone_debug! {
    [S, I, B, O, R] DecoderOver<S, I, B, O, R>
    clone [S: Clone, I: Clone, B: Clone] { decoder, chunks, chunk }
    debug [S: core::fmt::Debug, I: core::fmt::Debug, B: core::fmt::Debug] {
        decoder, chunks, chunk
    }
}

impl_into_iterator! {
    [S, I, B, O, R] DecoderOver<S, I, B, O, R> => O
    where [
        S: for<'c> Stage<Chunk<'c>, O, Return = R>,
        I: Iterator<Item = B>,
        B: AsRef<[u8]>
    ]
}

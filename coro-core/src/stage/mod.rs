//! Stages: coroutines that await items and emit others, at their own rate.
//!
//! A stage is a [`Resume<Option<I>, Demand<O>>`](Resume). It yields [`Demand::Await`] when it wants
//! an item, and is resumed with `Some(item)`, or with `None` once there are no more, so that it can
//! flush what it holds. It yields [`Demand::Emit`] to pass an item on, and is resumed with `None`,
//! as it is the first time. Written with `#[coroutine]`, that reads as it runs:
//!
//! ```
//! use coro_core::{Resume, stage::Demand::{self, Await, Emit}, Stage};
//!
//! /// Adds up neighbours; a last one without a neighbour stands alone.
//! #[coro_core::coroutine]
//! fn pair_sums() -> impl Resume<Option<u32>, Demand<u32>, Return = &'static str> {
//!     while let Some(a) = yield_!(Await) {
//!         let Some(b) = yield_!(Await) else {
//!             yield_!(Emit(a));
//!             return "odd";
//!         };
//!         yield_!(Emit(a + b));
//!     }
//!     "even"
//! }
//!
//! // Pulled, over anything iterable.
//! assert_eq!(pair_sums().over([1, 2, 3]).collect_with_return(), (vec![3, 3], "odd"));
//!
//! // Pushed, as a sink.
//! let mut sums = Vec::new();
//! let mut sink = pair_sums().into_sink(|sum| sums.push(sum));
//! let _ = sink.resume(Some(1));
//! let _ = sink.resume(Some(2));
//! assert_eq!(sink.resume(None).complete(), Some("even"));
//! assert_eq!(sums, [3]);
//!
//! // Composed: the later stage runs first, and pulls the earlier one only when it awaits.
//! assert!(pair_sums().then_stage(pair_sums()).over(1..=6).yields().eq([10, 11]));
//! ```
//!
//! A part of a stage is a stage that emits nothing, and `yield_from!` runs it:
//!
//! ```
//! use coro_core::{Resume, stage::Demand::{self, Await, Emit}, Stage};
//!
//! /// Awaits a word; `None` if there is none before the end.
//! #[coro_core::coroutine]
//! fn word() -> impl Resume<Option<char>, Demand<String>, Return = Option<String>> {
//!     let mut word = String::new();
//!     while let Some(c) = yield_!(Await) {
//!         match c {
//!             ' ' if word.is_empty() => {}
//!             ' ' => return Some(word),
//!             _ => word.push(c),
//!         }
//!     }
//!     (!word.is_empty()).then_some(word)
//! }
//!
//! #[coro_core::coroutine]
//! fn words() -> impl Resume<Option<char>, Demand<String>, Return = ()> {
//!     while let Some(word) = yield_from!(word()) {
//!         yield_!(Emit(word));
//!     }
//! }
//!
//! assert!(words().over("to be  or not".chars()).yields().eq(["to", "be", "or", "not"]));
//! ```
//!
//! A stage whose items are [`Chunk`]s of bytes decodes: it can leave bytes of a chunk unread when
//! it emits, and gets them at its next `Await`. It runs as a [`Decoder`], which is pushed what has
//! arrived or pulled over chunks; see [`Stage::into_decoder`].
//!
//! # Rules
//!
//! * The stage is in charge: nobody takes an item from upstream that the stage has not awaited.
//! * After the end, each `Await` is answered with `None` again.
//! * A stage that returns before the end leaves the rest of the items where they are. (A decoder that does so inside a
//!   chunk has taken all of that chunk.)
//!
//! In: items, on demand. Out: items, and a return value. Invariant: every way to run a stage shows
//! it the same items in the same order.

mod cat;
mod chunk;
mod decoder;
mod over;
mod sink;
#[cfg(feature = "futures-core")]
mod stream;
mod then_stage;

#[cfg(feature = "futures-core")]
pub use self::stream::OverStream;
pub use self::{
    cat::{Cat, cat},
    chunk::Chunk,
    decoder::{Decoder, DecoderOver},
    over::Over,
    sink::Sink,
    then_stage::{ThenStage, ThenStageBoth},
};
use crate::Resume;

/// What a stage yields.
///
/// # Examples
///
/// ```
/// use coro_core::{Resume, stage::{Demand, cat}};
///
/// let mut stage = cat();
/// assert_eq!(stage.resume(None).yielded(), Some(Demand::Await));
/// assert_eq!(stage.resume(Some('x')).yielded(), Some(Demand::Emit('x')));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Demand<O> {
    /// Asks for the next item; the answer is `None` if there are no more.
    Await,
    /// Passes an item on; the answer is `None`.
    Emit(O),
}

/// A coroutine that awaits items and emits others, at its own rate.
///
/// This is implemented for every [`Resume<Option<I>, Demand<O>>`](Resume). The
/// [module's documentation](self) tells how to write and run a stage.
///
/// # Examples
///
/// ```
/// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, Stage, from_fn, stage::Demand};
///
/// /// Takes items as long as there are any, and emits none.
/// fn count<I>() -> impl Stage<I, (), Return = usize> {
///     let mut resumes = 0;
///     from_fn(move |item: Option<I>| {
///         let first = resumes == 0;
///         resumes += 1;
///         if first || item.is_some() { Yielded(Demand::Await) } else { Complete(resumes - 2) }
///     })
/// }
///
/// assert_eq!(count().over("abc".chars()).run(), 3);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a stage that awaits `{I}` and emits `{O}`",
    label = "not a `Stage<{I}, {O}>`",
    note = "a stage is a `Resume<Option<I>, Demand<O>>`"
)]
pub trait Stage<I, O>: Resume<Option<I>, Demand<O>> {
    /// Composes two stages: what this one emits, `next` awaits.
    ///
    /// `next` is in charge: this stage runs only when `next` awaits. Its end is the end that `next`
    /// is told of. The whole returns what `next` returns; to keep both return values, see
    /// [`then_stage_both`](Self::then_stage_both).
    ///
    /// # Laws
    ///
    /// Composition is associative, return values and demand included. [`cat`] does nothing before a
    /// stage; after a stage it changes the return value, which is then `cat`'s.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, stage::cat};
    ///
    /// let stage = cat().then_stage(cat());
    /// assert!(stage.over("abc".chars()).yields().eq("abc".chars()));
    /// ```
    fn then_stage<B, O2>(self, next: B) -> ThenStage<Self, B, Self::Return, O>
    where
        Self: Sized,
        B: Stage<O, O2>,
    {
        ThenStage::new(self, next)
    }

    /// Composes two stages and returns what both return.
    ///
    /// This stage's return value is there if it ended before `next` did: it is not run to its end
    /// for that.
    ///
    /// # Laws
    ///
    /// `a.then_stage_both(b).map_return(|(_, r)| r)` does what `a.then_stage(b)` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, stage::cat};
    ///
    /// let both = || cat().map_return(|()| "first").then_stage_both(cat().map_return(|()| "next"));
    /// assert_eq!(both().over("ab".chars()).run(), (Some("first"), "next"));
    /// ```
    fn then_stage_both<B, O2>(self, next: B) -> ThenStageBoth<Self, B, Self::Return, O>
    where
        Self: Sized,
        B: Stage<O, O2>,
    {
        ThenStageBoth::new(self, next)
    }

    /// Runs the stage over something iterable: for a coroutine, that is its
    /// [`yields()`](Resume::yields).
    ///
    /// The result is a coroutine that takes no input and yields what the stage emits.
    ///
    /// # Laws
    ///
    /// `a.then_stage(b).over(items)` does what `b.over(a.over(items))` does.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, from_iter, stage::cat};
    ///
    /// assert!(cat().over(from_iter([1, 2])).yields().eq([1, 2]));
    /// ```
    fn over<S>(self, items: S) -> Over<Self, S::IntoIter, O>
    where
        Self: Sized,
        S: IntoIterator<Item = I>,
    {
        Over::new(self, items.into_iter())
    }

    /// Makes a consumer that calls `emit` with what the stage emits.
    ///
    /// The consumer is a coroutine: `Some(item)` pushes an item, `None` says that there are no more
    /// and runs the stage to its end. It yields `()` when it is ready for the next item, and
    /// completes when the stage does.
    ///
    /// # Laws
    ///
    /// Pushing items and then the end emits and returns what [`over`](Self::over) the same items
    /// yields and returns.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{CoroutineState::{Complete, Yielded}, Resume, Stage, stage::cat};
    ///
    /// let mut seen = Vec::new();
    /// let mut sink = cat().into_sink(|item| seen.push(item));
    /// assert_eq!(sink.resume(Some(1)), Yielded(()));
    /// assert_eq!(sink.resume(Some(2)), Yielded(()));
    /// assert_eq!(sink.resume(None), Complete(()));
    /// assert_eq!(seen, [1, 2]);
    /// ```
    fn into_sink<F>(self, emit: F) -> Sink<Self, F, O>
    where
        Self: Sized,
        F: FnMut(O),
    {
        Sink::new(self, emit)
    }

    /// Makes a decoder of a stage whose items are [`Chunk`]s of bytes.
    ///
    /// The decoder is a coroutine that is resumed with `Some(&mut input)`, where `input: &[u8]` is
    /// advanced past what was read, or with `None` at the end of all input. It yields
    /// `Demand::Emit(item)`, or `Demand::Await` when it needs more bytes than `input` held. Each
    /// byte is read once, however the input is cut. [`Decoder::over`] runs it over an iterator.
    ///
    /// # Panics
    ///
    /// The decoder panics when the stage awaits again without having read a byte of what it was
    /// given, instead of asking for ever.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, stage::{Chunk, Demand::{self, Await, Emit}}};
    ///
    /// #[coro_core::coroutine]
    /// fn lines() -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<String>, Return = ()> {
    ///     let mut line = Vec::new();
    ///     while let Some(chunk) = yield_!(Await) {
    ///         match chunk.read_until(b'\n') {
    ///             Err(part) => line.extend_from_slice(part),
    ///             Ok(end) => {
    ///                 line.extend_from_slice(end);
    ///                 yield_!(Emit(String::from_utf8_lossy(&line).into_owned()));
    ///                 line.clear();
    ///             }
    ///         }
    ///     }
    /// }
    ///
    /// let mut decoder = lines().into_decoder();
    /// let mut input: &[u8] = b"one\ntw";
    /// assert_eq!(decoder.resume(Some(&mut input)).yielded(), Some(Emit("one".to_owned())));
    /// assert_eq!(decoder.resume(Some(&mut input)).yielded(), Some(Await));
    /// input = b"o\n";
    /// assert_eq!(decoder.resume(Some(&mut input)).yielded(), Some(Emit("two".to_owned())));
    /// ```
    fn into_decoder<R>(self) -> Decoder<Self, O, R>
    where
        Self: Sized + for<'c> Stage<Chunk<'c>, O, Return = R>,
    {
        Decoder::new(self)
    }

    /// Runs the stage over a stream, as a stream of what it emits.
    ///
    /// A stream has no return value, so the stage's is dropped.
    ///
    /// Needs the feature `futures-core`.
    ///
    /// # Examples
    ///
    /// ```
    /// use coro_core::{Resume, Stage, from_iter, stage::cat};
    /// use core::{pin::pin, task::{Context, Poll, Waker}};
    /// use futures_core::Stream;
    ///
    /// let stream = cat().over_stream(from_iter([1]).into_stream());
    /// let mut stream = pin!(stream);
    /// let mut context = Context::from_waker(Waker::noop());
    /// assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(Some(1)));
    /// assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(None));
    /// ```
    #[cfg(feature = "futures-core")]
    fn over_stream<S>(self, items: S) -> OverStream<Self, S, O>
    where
        Self: Sized,
        S: futures_core::Stream<Item = I>,
    {
        OverStream::new(self, items)
    }
}

impl<I, O, S: Resume<Option<I>, Demand<O>> + ?Sized> Stage<I, O> for S {}

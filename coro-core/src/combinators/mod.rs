//! How coroutines compose.
//!
//! The adaptors here are made by the methods of [`Resume`]; each is lazy, allocates
//! nothing unless it says so, and adds no more to a coroutine's size than its own data.
//!
//! In: coroutines. Out: coroutines. Invariants: every input is delivered; one resume has one
//! outcome; what ends early tells why in its return value; an abandoned coroutine is dropped with
//! the adaptor and not resumed; nothing is resumed after it has completed.
//!
//! # Pull and push
//!
//! A coroutine that takes `()` is *pulled*: it is a generator, and whoever wants an item resumes
//! it. Most of std's iterator adaptors have their twin here. A coroutine that takes items is
//! *pushed*: it is a consumer, and whoever has an item resumes it.
//!
//! ```
//! use coro_core::{Resume, from_iter};
//!
//! #[coro_core::coroutine]
//! fn sum(#[resume] first: Option<u32>) -> impl Resume<Option<u32>, (), Return = u32> {
//!     let mut total = 0;
//!     let mut next = first;
//!     while let Some(n) = next {
//!         total += n;
//!         next = yield_!();
//!     }
//!     total
//! }
//!
//! // Pull.
//! let odd_squares = from_iter(1..).map(|n| n * n).filter(|n| n % 2 == 1);
//! assert!(odd_squares.take(3).yields().eq([1, 9, 25]));
//!
//! // Push.
//! let items = [1, 9, 25].map(Some).into_iter().chain([None]);
//! assert_eq!(sum().feed(items).complete(), Some(35));
//! ```
//!
//! In general a coroutine is both, a conversation: each yield is a question, and the next input its
//! answer. [`drive`](Resume::drive) holds such a conversation with a closure,
//! [`weave`](Resume::weave) with another coroutine, and [`drive_async`](crate::drive_async) with
//! whatever an executor can await.
//!
//! An adaptor that must resume its coroutine more often than it is resumed itself (`filter`, `skip`,
//! …) has no answer to give for what it drops. So it exists for coroutines that take `()`, and in a
//! form whose name ends in `_with` and which takes a closure that answers. An input is never sent
//! twice: an accumulator that is told "5" once adds it once.
//!
//! # Lockstep, functions, stages
//!
//! Three things are called a pipeline, and have three names here.
//!
//! * [`pipe`](Resume::pipe) is *lockstep*: one in, one out. What the first yields, the second is
//!   resumed with. Nobody can skip an item or add one. So protocol layers and controllers compose.
//! * [`through`](Resume::through) applies a function from coroutine to coroutine. The function can
//!   skip, multiply, look at the end, and use the return value. It pulls.
//! * A [`Stage`](crate::Stage) is a coroutine that *asks* for the next item and *emits* others, at
//!   its own rate, and is told of the end. The same value runs over an iterator or a stream, is
//!   pushed as a sink, or decodes chunks of bytes.
//!
//! # Who owns the return value
//!
//! A coroutine returns once, and no adaptor loses that:
//!
//! * What passes yields on passes the return value on: `map`, `filter`, `skip`, `chunks`, …
//! * What can end early says so: `take` returns an `Option`, `take_while`, `scan`, `try_handle`,
//!   `limit` and `catch_unwind` a `Result`, `zip` a [`ZipReturn`] with the orphaned item.
//! * What runs two coroutines to their end returns both: `chain`, `interleave`, `merge_by`, `tee`.
//! * Where one decides, that one's is returned, and documented: `pipe` (whoever ends first),
//!   `and_then` (the second), `flat_map` (the outer), `then_stage` (the later).
//!
//! The terminals give it back too: `for_each` and `run` return it, `fold`, `last`, `count` and
//! `collect_with_return` pair it with their result, and an [`Iter`](crate::Iter) keeps it for
//! [`into_return`](crate::Iter::into_return). Where an adaptor must not own the coroutine, lend it
//! with [`by_ref`](Resume::by_ref).
//!
//! # Where inputs borrow
//!
//! `for<'a> Resume<&'a T, Out>` goes through every adaptor that passes inputs through (`map`,
//! `inspect`, `enumerate`, `scan`, `take`, `take_while`, `pipe`, `tee`, `fuse`, `limit`, …), and where
//! the adaptor does not change what is yielded, the yields can borrow from the input as well. A closure
//! that is to return what it was lent (`map_input(|text: &str| text.trim())`) must be a function, as in
//! `map_input(str::trim)`: rustc gives the closure one lifetime, not all.
//!
//! Neither closures nor the states of a coroutine can be stored on disk: a workflow that is to survive a restart keeps
//! what it was resumed with, and resumes a new one with the same.
//!
//! # Names elsewhere
//!
//! | here | `Iterator`, itertools | `futures::Stream` | conduit, pipes |
//! | --- | --- | --- | --- |
//! | [`map`](Resume::map) | `map` | `map` | `mapOutput`, `mapC` |
//! | [`map_input`](Resume::map_input) | – | `Sink::with` | `mapInput` |
//! | [`map_return`](Resume::map_return) | – | – | `fmap` |
//! | [`inspect`](Resume::inspect) | `inspect` | `inspect` | `iterMC`, `chain` |
//! | [`enumerate`](Resume::enumerate) | `enumerate` | `enumerate` | – |
//! | [`scan`](Resume::scan) | `scan` | `scan` | `scanlC`, `scan` |
//! | [`handle`](Resume::handle), [`try_handle`](Resume::try_handle) | – | – | `//>` |
//! | [`filter`](Resume::filter), [`filter_map`](Resume::filter_map) | the same | the same | `filterC`, `mapMaybe` |
//! | [`take`](Resume::take), [`take_while`](Resume::take_while) | `take`, `peeking_take_while` | `take`, `take_while` | `takeC`, `takeWhileC` |
//! | [`skip`](Resume::skip), [`skip_while`](Resume::skip_while) | the same | the same | `dropC`, `dropWhileC` |
//! | [`step_by`](Resume::step_by) | `step_by` | – | – |
//! | [`dedup`](Resume::dedup), [`dedup_by_key`](Resume::dedup_by_key) | `dedup`, `dedup_by` | – | – |
//! | [`peekable`](Resume::peekable) | `peekable` | `peekable` | `peekC` |
//! | [`by_ref`](Resume::by_ref) | `by_ref` | `by_ref` | `$$+`, `$$++` |
//! | [`chain`](Resume::chain), [`and_then`](Resume::and_then), [`and_then_with`](Resume::and_then_with) | `chain` | `chain` | `>>`, `>>=` |
//! | [`flat_map`](Resume::flat_map), [`flatten`](Resume::flatten) | the same | the same | `awaitForever`, `concatC` |
//! | [`for_yield`](Resume::for_yield) | – | – | `for`, `//>` |
//! | [`cycle`](Resume::cycle) | `cycle` | `cycle` | `forever` |
//! | [`pipe`](Resume::pipe) | – | – | `+>>`, `>+>` |
//! | [`through`](Resume::through) | a function of an iterator | a function of a stream | – |
//! | [`Stage::then_stage`](crate::Stage::then_stage) | – | – | `.\|`, `>->` |
//! | [`then_stage_both`](crate::Stage::then_stage_both) | – | – | `fuseBothMaybe` |
//! | [`Demand::Await`](crate::stage::Demand), `Emit` | `next` | `poll_next` | `await`, `yield` |
//! | [`weave`](Resume::weave), [`drive`](Resume::drive) | – | – | `+>>` with `runEffect` |
//! | [`zip`](Resume::zip) | `zip` | `zip` | `zipSources`, `zip` |
//! | [`interleave`](Resume::interleave), [`round_robin`] | `interleave` | `select` | – |
//! | [`merge_by`](Resume::merge_by) | `merge_by` | – | – |
//! | [`tee`](Resume::tee), [`broadcast`] | – | `Sink::fanout` | `sequenceSinks`, `tee` |
//! | [`mux`] | – | `FuturesUnordered` | – |
//! | [`chunks`](Resume::chunks), [`array_chunks`](Resume::array_chunks) | `chunks`, `array_chunks` | `chunks` | `chunksOfC` |
//! | [`windows`](Resume::windows) | `tuple_windows` | – | `slidingWindowC` |
//! | [`chunk_by`](Resume::chunk_by) | `chunk_by` | – | `groupBy` |
//! | [`fuse`](Resume::fuse) | `fuse` | `fuse` | – |
//! | [`limit`](Resume::limit) | – | – | – |
//! | [`catch_unwind`](Resume::catch_unwind) | – | `catch_unwind` | `tryC` |
//! | [`for_each`](Resume::for_each), [`fold`](Resume::fold), [`count`](Resume::count), [`last`](Resume::last) | the same | `for_each`, `fold`, `count` | `mapM_C`, `foldlC`, `lengthC`, `lastC` |
//! | [`try_drive`](Resume::try_drive) | `try_for_each` | `try_for_each` | – |
//! | [`run`](Resume::run) | `for_each(drop)` | – | `runEffect`, `sinkNull` |
//! | [`collect_with_return`](Resume::collect_with_return) | `collect` | `collect` | `sinkList` |
//! | [`feed`](Resume::feed) | `Extend` | `Sink::send_all` | `$$`, `connect` |
//! | [`from_iter`](crate::from_iter) | `into_iter` | `stream::iter` | `yieldMany`, `each` |
//! | [`from_fn`](crate::from_fn) | – | `poll_fn` | – |
//! | [`once`](crate::once), [`empty`](crate::empty), [`repeat_with`](crate::repeat_with) | the same | `once`, `empty`, `repeat_with` | `yield`, `return ()`, `repeatMC` |
//! | [`unfold`](crate::unfold) | `from_fn` | `unfold` | `unfoldC` |
//! | [`ready`](crate::ready) | – | – | `pure` |
//! | [`identity`](crate::identity), [`arr`](crate::arr), [`cat`](crate::stage::cat) | – | – | `pull`, `cat` |
//! | [`yields`](Resume::yields) | `into_iter` | `block_on_stream` | `toProducer` |
//! | [`into_stream`](Resume::into_stream), `from_stream` | – | `Stream` | – |
//! | [`drive_async`](crate::drive_async) | – | – | `runEffect` with `lift` |
//! | [`boxed`](Resume::boxed), [`boxed_local`](Resume::boxed_local) | `Box<dyn Iterator>` | the same | – |
//!
//! The operators that drop yields have a form for other inputs than `()`, whose name ends in `_with` (but `filter_map`,
//! for which `handle` does it).

pub(crate) mod common;

mod and_then;
mod array_chunks;
#[cfg(feature = "alloc")]
mod broadcast;
#[cfg(feature = "std")]
mod catch_unwind;
mod chain;
#[cfg(feature = "alloc")]
mod chunk_by;
#[cfg(feature = "alloc")]
mod chunks;
mod cycle;
mod dedup;
mod enumerate;
mod feed;
mod filter;
mod filter_map;
mod flatten;
mod for_yield;
mod fuse;
mod handle;
mod inspect;
mod interleave;
mod limit;
mod map;
mod map_input;
mod map_return;
#[cfg(feature = "alloc")]
mod members;
mod merge_by;
#[cfg(feature = "alloc")]
mod mux;
mod peekable;
mod pipe;
mod reply;
#[cfg(feature = "alloc")]
mod round_robin;
mod scan;
mod skip;
mod skip_while;
mod step_by;
mod take;
mod take_while;
mod tee;
mod weave;
mod windows;
mod zip;

#[cfg(feature = "std")]
pub use self::catch_unwind::CatchUnwind;
pub use self::{
    and_then::{AndThen, AndThenWith},
    array_chunks::{ArrayChunks, Remainder},
    chain::Chain,
    cycle::Cycle,
    dedup::{Dedup, DedupByKey},
    enumerate::Enumerate,
    feed::Fed,
    filter::Filter,
    filter_map::FilterMap,
    flatten::{FlatMap, Flatten},
    for_yield::ForYield,
    fuse::Fuse,
    handle::{Handle, Handled, TryHandle},
    inspect::Inspect,
    interleave::Interleave,
    limit::{Exhausted, Limit},
    map::Map,
    map_input::MapInput,
    map_return::MapReturn,
    merge_by::MergeBy,
    peekable::Peekable,
    pipe::Pipe,
    reply::{NoReply, Reply, ReplyWith},
    scan::Scan,
    skip::Skip,
    skip_while::SkipWhile,
    step_by::StepBy,
    take::Take,
    take_while::TakeWhile,
    tee::Tee,
    weave::Weave,
    windows::Windows,
    zip::{Zip, ZipReturn},
};
#[cfg(feature = "alloc")]
pub use self::{
    broadcast::{Broadcast, broadcast},
    chunk_by::ChunkBy,
    chunks::Chunks,
    mux::{Mux, mux},
    round_robin::{RoundRobin, round_robin},
};
pub(crate) use self::{feed::feed, weave::weave};
#[cfg(doc)]
use crate::Resume;

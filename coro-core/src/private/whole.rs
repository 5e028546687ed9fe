//! The types of this crate whose methods take them whole.
//!
//! In: nothing. Out: [`Whole`], which tells them from others where a local's type decides what is left of it behind a
//! call such as `local.map(f)`. A type that implements `Resume` for one input and one output needs no mark; these may
//! do so for many.

use crate::{CoroutineState, combinators, sources, stage};

/// A coroutine, a stage, or what one of them gives.
pub trait Whole {}

macro_rules! whole {
    ($([$($generics:tt)*] $path:path;)*) => {
        $(impl<$($generics)*> Whole for $path {})*
    };
}

whole! {
    [Y, R] CoroutineState<Y, R>;
    [A, F, B, O] combinators::AndThen<A, F, B, O>;
    [A, F, B, O] combinators::AndThenWith<A, F, B, O>;
    [C, const N: usize, O] combinators::ArrayChunks<C, N, O>;
    [A, B, R, O] combinators::Chain<A, B, R, O>;
    [C, O] combinators::Cycle<C, O>;
    [C, O, Q] combinators::Dedup<C, O, Q>;
    [C, F, K, O, Q] combinators::DedupByKey<C, F, K, O, Q>;
    [C, O] combinators::Enumerate<C, O>;
    [C, R, I] combinators::Fed<C, R, I>;
    [C, P, O, Q] combinators::Filter<C, P, O, Q>;
    [C, F, O] combinators::FilterMap<C, F, O>;
    [C, F, U: IntoIterator, O] combinators::FlatMap<C, F, U, O>;
    [C, U: IntoIterator] combinators::Flatten<C, U>;
    [C, In, F, B, P, O] combinators::ForYield<C, In, F, B, P, O>;
    [C, O] combinators::Fuse<C, O>;
    [C, F, O] combinators::Handle<C, F, O>;
    [C, F, O] combinators::Inspect<C, F, O>;
    [A, B, Ra, Rb, O] combinators::Interleave<A, B, Ra, Rb, O>;
    [C, O] combinators::Limit<C, O>;
    [C, F, O] combinators::Map<C, F, O>;
    [C, F, O] combinators::MapInput<C, F, O>;
    [C, F, O] combinators::MapReturn<C, F, O>;
    [A, B, F, Ra, Rb, O] combinators::MergeBy<A, B, F, Ra, Rb, O>;
    [C, O, R] combinators::Peekable<C, O, R>;
    [A, B, Mid, O] combinators::Pipe<A, B, Mid, O>;
    [C, S, F, O] combinators::Scan<C, S, F, O>;
    [C, O, Q] combinators::Skip<C, O, Q>;
    [C, P, O, Q] combinators::SkipWhile<C, P, O, Q>;
    [C, O, Q] combinators::StepBy<C, O, Q>;
    [C, O] combinators::Take<C, O>;
    [C, P, O] combinators::TakeWhile<C, P, O>;
    [A, B, Ra, Rb, O] combinators::Tee<A, B, Ra, Rb, O>;
    [C, F, O] combinators::TryHandle<C, F, O>;
    [C, const N: usize, O] combinators::Windows<C, N, O>;
    [A, B, OutA, OutB] combinators::Zip<A, B, OutA, OutB>;
    [F, R] sources::Arr<F, R>;
    [O] sources::Empty<O>;
    [F] sources::FromFn<F>;
    [I] sources::FromIter<I>;
    [T, R] sources::Identity<T, R>;
    [O] sources::Once<O>;
    [R, O] sources::Ready<R, O>;
    [F] sources::RepeatWith<F>;
    [S, F] sources::Unfold<S, F>;
    [T] stage::Cat<T>;
    [S, O, R] stage::Decoder<S, O, R>;
    [S, F, O] stage::Sink<S, F, O>;
    [A, B, R, Mid] stage::ThenStage<A, B, R, Mid>;
    [A, B, R, Mid] stage::ThenStageBoth<A, B, R, Mid>;
}

#[cfg(feature = "alloc")]
whole! {
    [C, R] combinators::Broadcast<C, R>;
    [C, F, K, R, O] combinators::ChunkBy<C, F, K, R, O>;
    [C, R, O] combinators::Chunks<C, R, O>;
    [C, R] combinators::Mux<C, R>;
    [C, R, O] combinators::RoundRobin<C, R, O>;
}

#[cfg(feature = "std")]
whole! {
    [C, O] combinators::CatchUnwind<C, O>;
}

#[cfg(feature = "futures-core")]
whole! {
    [S] crate::FromStream<S>;
}

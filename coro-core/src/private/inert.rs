//! Types of the standard library that have no destructor and are not `Copy`.
//!
//! In: a type. Out: whether dropping it does nothing, so that it ends at a suspension where it is not
//! used any more, and with it what it borrows. Adaptors have none if what they hold has none.

use core::{iter, ops, option, result, slice, str};

/// A type without a destructor.
pub trait Inert {}

macro_rules! inert {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*> Inert for $ty {})*
    };
}

inert! {
    [T] slice::Iter<'_, T>;
    [T] slice::IterMut<'_, T>;
    [T] slice::Windows<'_, T>;
    [T] slice::Chunks<'_, T>;
    [T] slice::ChunksMut<'_, T>;
    [T] slice::ChunksExact<'_, T>;
    [T] slice::ChunksExactMut<'_, T>;
    [T] slice::RChunks<'_, T>;
    [T] slice::RChunksMut<'_, T>;
    [T, P: FnMut(&T) -> bool + Copy] slice::Split<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::SplitMut<'_, T, P>;
    [T, P: FnMut(&T) -> bool + Copy] slice::SplitInclusive<'_, T, P>;
    [T, P: FnMut(&T, &T) -> bool + Copy] slice::ChunkBy<'_, T, P>;
    [] str::Chars<'_>;
    [] str::CharIndices<'_>;
    [] str::Bytes<'_>;
    [] str::Lines<'_>;
    [] str::SplitWhitespace<'_>;
    [] str::SplitAsciiWhitespace<'_>;
    [] str::EncodeUtf16<'_>;
    [T: Copy] ops::Range<T>;
    [T: Copy] ops::RangeInclusive<T>;
    [T: Copy] ops::RangeFrom<T>;
    [T: ?Sized] &mut T;
    [T: Inert] option::Option<T>;
    [T: ?Sized, E: Copy] result::Result<&mut T, E>;
    [T] option::Iter<'_, T>;
    [T: Copy] option::IntoIter<T>;
    [T: Copy] iter::Once<T>;
    [T: Copy] iter::Repeat<T>;
    [T] iter::Empty<T>;
    [T: Copy, F: Copy] iter::Successors<T, F>;
    [F: Copy] iter::FromFn<F>;
    [I: Inert] iter::Copied<I>;
    [I: Inert] iter::Cloned<I>;
    [I: Inert] iter::Enumerate<I>;
    [I: Inert] iter::Rev<I>;
    [I: Inert] iter::Skip<I>;
    [I: Inert] iter::Take<I>;
    [I: Inert] iter::StepBy<I>;
    [I: Inert] iter::Cycle<I>;
    [I: Inert] iter::Fuse<I>;
    [I: Inert + Iterator<Item: Copy>] iter::Peekable<I>;
    [I: Inert, J: Inert] iter::Chain<I, J>;
    [I: Inert, J: Inert] iter::Zip<I, J>;
    [I: Inert, F: Copy] iter::Map<I, F>;
    [I: Inert, F: Copy] iter::Filter<I, F>;
    [I: Inert, F: Copy] iter::FilterMap<I, F>;
    [I: Inert, F: Copy] iter::Inspect<I, F>;
    [I: Inert, F: Copy] iter::MapWhile<I, F>;
    [I: Inert, F: Copy] iter::SkipWhile<I, F>;
    [I: Inert, F: Copy] iter::TakeWhile<I, F>;
    [I: Inert, S: Copy, F: Copy] iter::Scan<I, S, F>;
    [I: Inert, U: IntoIterator<IntoIter: Inert>, F: Copy] iter::FlatMap<I, U, F>;
    [U: IntoIterator<IntoIter: Inert>, I: Inert + Iterator<Item = U>] iter::Flatten<I>;
}

/// The iterators over the parts of a text, for each kind of pattern.
macro_rules! parts {
    ($($name:ident)*) => {
        $(inert! {
            [] str::$name<'_, char>;
            [] str::$name<'_, &str>;
            [] str::$name<'_, &[char]>;
            [const N: usize] str::$name<'_, [char; N]>;
            [F: FnMut(char) -> bool + Copy] str::$name<'_, F>;
        })*
    };
}

parts! {
    Split RSplit SplitN RSplitN SplitInclusive SplitTerminator Matches RMatches MatchIndices
    RMatchIndices
}

#[cfg(feature = "alloc")]
mod collections {
    use alloc::{
        borrow::Cow,
        collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque},
    };

    use super::Inert;

    inert! {
        // It may hold a text of its own, whose end nobody sees. (Of a list the type of its items may not be known yet.)
        [] Cow<'_, str>;
        [T] vec_deque::Iter<'_, T>;
        [T] vec_deque::IterMut<'_, T>;
        [T] linked_list::Iter<'_, T>;
        [T] linked_list::IterMut<'_, T>;
        [T] binary_heap::Iter<'_, T>;
        [K, V] btree_map::Iter<'_, K, V>;
        [K, V] btree_map::IterMut<'_, K, V>;
        [K, V] btree_map::Keys<'_, K, V>;
        [K, V] btree_map::Values<'_, K, V>;
        [K, V] btree_map::ValuesMut<'_, K, V>;
        [K, V] btree_map::Range<'_, K, V>;
        [K, V] btree_map::RangeMut<'_, K, V>;
        [K, V] btree_map::OccupiedEntry<'_, K, V>;
        [K: Copy, V] btree_map::VacantEntry<'_, K, V>;
        [T] btree_set::Iter<'_, T>;
        [T] btree_set::Range<'_, T>;
    }
}

#[cfg(feature = "std")]
mod std_only {
    use std::{
        collections::{hash_map, hash_set},
        path,
    };

    use super::Inert;

    inert! {
        [K, V] hash_map::Iter<'_, K, V>;
        [K, V] hash_map::IterMut<'_, K, V>;
        [K, V] hash_map::Keys<'_, K, V>;
        [K, V] hash_map::Values<'_, K, V>;
        [K, V] hash_map::ValuesMut<'_, K, V>;
        [K, V] hash_map::OccupiedEntry<'_, K, V>;
        [K: Copy, V] hash_map::VacantEntry<'_, K, V>;
        [T] hash_set::Iter<'_, T>;
        [] path::Components<'_>;
        [] path::Iter<'_>;
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use core::mem::needs_drop;
    use std::{
        collections::{btree_map, hash_map},
        string::String,
    };

    #[test]
    fn entries_have_no_destructor() {
        assert!(!needs_drop::<btree_map::OccupiedEntry<'_, String, String>>());
        assert!(!needs_drop::<hash_map::OccupiedEntry<'_, String, String>>());
        assert!(!needs_drop::<btree_map::VacantEntry<'_, u8, String>>());
        assert!(!needs_drop::<hash_map::VacantEntry<'_, u8, String>>());
    }
}

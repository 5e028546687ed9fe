//! Decides by type whether a local that is not mentioned again must live on across a suspension.
//!
//! In: a local. Out: the local itself ([`Carry`]) if its type may hold something to drop, or `()`
//! ([`LetGo`]) if dropping it does nothing. The choice is made by method resolution, the most
//! specific candidate first, as in David Tolnay's autoref specialisation.

/// Looks at a local's type.
pub struct Probe<'a, T: ?Sized>(pub &'a T);

/// The local is carried to the end of its scope.
pub struct Carry;

/// Dropping the local does nothing, so it ends here.
pub struct LetGo;

impl Carry {
    /// Returns what the state stores.
    #[inline]
    #[allow(clippy::unused_self)] // the kind is chosen by its method
    pub fn keep<T>(self, local: T) -> T {
        local
    }
}

impl LetGo {
    /// Returns what the state stores.
    #[inline]
    #[allow(clippy::unused_self, clippy::needless_pass_by_value)] // the kind is chosen by its method
    pub fn keep<T>(self, _local: T) {}
}

/// `Copy` types have no destructor.
pub trait IsCopy {
    /// Returns the choice.
    #[inline]
    fn kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: Copy> IsCopy for &&&Probe<'_, T> {}

/// A mutable reference has no destructor.
pub trait IsMutRef {
    /// Returns the choice.
    #[inline]
    fn kind(&self) -> LetGo {
        LetGo
    }
}

impl<T: ?Sized> IsMutRef for &&Probe<'_, &mut T> {}

/// Types of the standard library without drop glue.
pub trait IsView {
    /// Returns the choice.
    #[inline]
    fn kind(&self) -> LetGo {
        LetGo
    }
}

macro_rules! views {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*> IsView for &Probe<'_, $ty> {})*
    };
}

views! {
    ['a, T] core::slice::Iter<'a, T>;
    ['a, T] core::slice::IterMut<'a, T>;
    ['a, T] core::slice::Chunks<'a, T>;
    ['a, T] core::slice::ChunksExact<'a, T>;
    ['a, T] core::slice::ChunksMut<'a, T>;
    ['a, T] core::slice::Windows<'a, T>;
    ['a] core::str::Chars<'a>;
    ['a] core::str::CharIndices<'a>;
    ['a] core::str::Bytes<'a>;
    ['a] core::str::Lines<'a>;
    ['a] core::str::SplitWhitespace<'a>;
    ['a] core::str::SplitAsciiWhitespace<'a>;
    ['a] core::str::Split<'a, char>;
    ['a] core::str::Split<'a, &'a str>;
    ['a, T: Copy] core::iter::Copied<core::slice::Iter<'a, T>>;
    ['a, T: Clone] core::iter::Cloned<core::slice::Iter<'a, T>>;
    ['a, T] core::iter::Enumerate<core::slice::Iter<'a, T>>;
    ['a, T] core::iter::Peekable<core::slice::Iter<'a, T>>;
    ['a, T] core::iter::Rev<core::slice::Iter<'a, T>>;
    ['a] core::iter::Peekable<core::str::Chars<'a>>;
    ['a] core::iter::Peekable<core::str::CharIndices<'a>>;
    ['a] core::iter::Enumerate<core::str::Chars<'a>>;
    ['a] core::iter::Rev<core::str::Chars<'a>>;
    [T: Copy] core::ops::Range<T>;
    [T: Copy] core::ops::RangeInclusive<T>;
    [T: Copy] core::ops::RangeFrom<T>;
    [T: Copy] core::iter::Rev<core::ops::Range<T>>;
    [T: Copy] core::iter::StepBy<core::ops::Range<T>>;
    ['a, T: ?Sized] core::option::Option<&'a mut T>;
    ['a, T: ?Sized, E: Copy] core::result::Result<&'a mut T, E>;
}

/// Any other type may hold something to drop.
pub trait IsAny {
    /// Returns the choice.
    #[inline]
    fn kind(&self) -> Carry {
        Carry
    }
}

impl<T: ?Sized> IsAny for Probe<'_, T> {}

/// What a suspension stores of a local that is not mentioned again.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ($local:ident) => {{
        use $crate::__private::{IsAny as _, IsCopy as _, IsMutRef as _, IsView as _};
        let kind = (&&&&$crate::__private::Probe(&$local)).kind();
        kind.keep($local)
    }};
}

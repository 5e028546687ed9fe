//! Refuses to store a borrow beside what it is of, where only the types tell that.
//!
//! In: a place, which a borrow that is stored was lent of. Out: nothing if it is behind a reference or of a type that
//! is not known to lend what it holds; else an error, in words of its own. rustc would find the borrow, and tell it
//! twice, in terms of what is generated.

use core::marker::PhantomData;

use super::keep::Probe;

/// A place's type, if it lends what it holds.
pub struct Place<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized> Place<T> {
    const fn new() -> Self {
        Self(PhantomData)
    }
}

/// A type that lends what it holds: a list, a map, a set, a text, a cell or a lock, the end of a channel, or a pointer
/// or a guard through which one gets to what it has.
pub trait Lender {}

macro_rules! lender {
    ($([$($generics:tt)*] $type:ty;)*) => {
        $(impl<$($generics)*> Lender for $type {})*
    };
}

lender! {
    [] str;
    [T] [T];
    [T, const N: usize] [T; N];
    [T] Option<T>;
    [T, E] Result<T, E>;
    [T: ?Sized] core::cell::RefCell<T>;
    [T: ?Sized] core::cell::Ref<'_, T>;
    [T: ?Sized] core::cell::RefMut<'_, T>;
    [T] core::cell::OnceCell<T>;
}

#[cfg(feature = "alloc")]
lender! {
    [] alloc::string::String;
    [T: Lender + ?Sized] alloc::boxed::Box<T>;
    [T: Lender + ?Sized] alloc::rc::Rc<T>;
    [T: Lender + ?Sized] alloc::sync::Arc<T>;
    [T] alloc::vec::Vec<T>;
    [T] alloc::collections::VecDeque<T>;
    [T] alloc::collections::LinkedList<T>;
    [T] alloc::collections::BinaryHeap<T>;
    [T] alloc::collections::BTreeSet<T>;
    [K, V] alloc::collections::BTreeMap<K, V>;
    [T: alloc::borrow::ToOwned + ?Sized] alloc::borrow::Cow<'_, T>;
}

#[cfg(feature = "std")]
lender! {
    [T, S] std::collections::HashSet<T, S>;
    [K, V, S] std::collections::HashMap<K, V, S>;
    [] std::path::PathBuf;
    [] std::ffi::OsString;
    [T] std::sync::OnceLock<T>;
    [T] std::sync::mpsc::Receiver<T>;
    [T: ?Sized] std::sync::Mutex<T>;
    [T: ?Sized] std::sync::MutexGuard<'_, T>;
    [T: ?Sized] std::sync::RwLock<T>;
    [T: ?Sized] std::sync::RwLockReadGuard<'_, T>;
    [T: ?Sized] std::sync::RwLockWriteGuard<'_, T>;
}

/// A lender.
pub trait IsLender<T: ?Sized> {
    /// Returns its type.
    fn __coro_place(&self) -> Place<T> {
        Place::new()
    }
}

impl<T: Lender + ?Sized> IsLender<T> for &Probe<'_, T> {}

/// A value of any other type.
pub trait IsNoLender {
    /// Returns no type.
    fn __coro_place(&self) -> Place<Elsewhere> {
        Place::new()
    }
}

impl<T: ?Sized> IsNoLender for Probe<'_, T> {}

/// A value that can be copied: a closure that is no `move` one captures it by reference.
pub trait IsCopied<T: ?Sized> {
    /// Returns its type.
    fn __coro_copied(&self) -> Place<T> {
        Place::new()
    }
}

impl<T: Copy> IsCopied<T> for &Probe<'_, T> {}

/// A value of any other type, which a closure may have taken.
pub trait IsNotCopied {
    /// Returns no type.
    fn __coro_copied(&self) -> Place<Elsewhere> {
        Place::new()
    }
}

impl<T: ?Sized> IsNotCopied for Probe<'_, T> {}

/// What is behind a reference, or of an unknown type.
pub enum Elsewhere {}

/// A place on the way to another.
#[derive(Clone, Copy)]
pub struct Inside;

/// A reference on the way.
#[derive(Clone, Copy)]
pub struct Through;

impl Inside {
    /// Returns the place behind it.
    pub fn then<T: ?Sized>(self, place: Place<T>) -> Place<T> {
        place
    }
}

impl Through {
    /// Returns no place: what is behind it is somewhere else.
    pub fn then<T: ?Sized>(self, _: Place<T>) -> Place<Elsewhere> {
        Place::new()
    }
}

/// A reference, which is stored with what is borrowed through it.
pub trait IsReference {
    /// Returns the way.
    fn __coro_way(&self) -> Through {
        Through
    }
}

impl<T: ?Sized> IsReference for &Probe<'_, &T> {}
impl<T: ?Sized> IsReference for &Probe<'_, &mut T> {}

/// Anything else, which is where what is in it is.
pub trait IsNoReference {
    /// Returns the way.
    fn __coro_way(&self) -> Inside {
        Inside
    }
}

impl<T: ?Sized> IsNoReference for Probe<'_, T> {}

macro_rules! refusal {
    ($(#[$text:meta])* $name:ident, $doc:literal) => {
        #[doc = $doc]
        $(#[$text])*
        pub trait $name: Sized {
            /// Stands for a place that passes.
            fn passes() -> Place<Self> {
                Place::new()
            }
        }

        #[diagnostic::do_not_recommend]
        impl $name for Elsewhere {}
    };
}

refusal! {
    #[diagnostic::on_unimplemented(
        message = "this loop borrows from the coroutine's own `{Self}`, and suspends",
        label = "a coroutine can be moved, so it cannot store both",
        note = "go over it by value, or by an index if it is a list, collect first what the loop goes over, or take it as a parameter that is a reference"
    )]
    LoopedOver,
    "What a loop that suspends can go over."
}

refusal! {
    #[diagnostic::on_unimplemented(
        message = "what this delegates to borrows from the coroutine's own `{Self}`, and suspends",
        label = "a coroutine can be moved, so it cannot store both",
        note = "delegate to what takes it, as a list's `into_iter()` does, or take it as a parameter that is a reference"
    )]
    DelegatedTo,
    "What something that is delegated to can go over."
}

refusal! {
    #[diagnostic::on_unimplemented(
        message = "this borrows from the coroutine's own `{Self}`, and is used after a suspension",
        label = "a coroutine can be moved, so it cannot store both",
        note = "keep a clone or an index, or borrow again after the suspension"
    )]
    Borrowed,
    "What can be borrowed over a suspension."
}

refusal! {
    #[diagnostic::on_unimplemented(
        message = "a closure captures this `{Self}` by reference, and is used after a suspension",
        label = "a coroutine can be moved, so it cannot store both",
        note = "write `move` in front of the closure if nothing else uses what it captures, or let it take a copy"
    )]
    Captured,
    "What a closure can capture by reference over a suspension."
}

/// A borrow that is stored, of a place that is asked whether it may lend it, or whether a closure has borrowed it: `what`
/// is the trait that refuses. The types are looked at in code that is never reached.
#[doc(hidden)]
#[macro_export]
macro_rules! __stored {
    (@$asked:ident $borrower:expr, $what:ident $lender:ident $($fields:tt)*) => {
        'stored: {
            break 'stored $borrower;
            #[allow(unreachable_code)]
            {
                use $crate::__private::{
                    IsCopied as _, IsLender as _, IsNoLender as _, IsNoReference as _,
                    IsNotCopied as _, IsReference as _,
                };
                let _ = [
                    $crate::__place!($asked [$lender] $($fields)*),
                    $crate::__private::$what::passes(),
                ];
                loop {}
            }
        }
    };
    ($borrower:expr, captures $($place:tt)+) => {
        $crate::__stored!(@__coro_copied $borrower, captures $($place)+)
    };
    ($borrower:expr, $what:ident $($place:tt)+) => {
        $crate::__stored!(@__coro_place $borrower, $what $($place)+)
    };
}

/// The type of a place, which all that leads to it is asked for.
#[doc(hidden)]
#[macro_export]
macro_rules! __place {
    ($asked:ident [$($way:tt)+]) => {
        (&&$crate::__private::Probe(&$($way)+)).__coro_way().then(
            (&&$crate::__private::Probe(&$($way)+)).$asked()
        )
    };
    ($asked:ident [$($way:tt)+] . $field:tt $($rest:tt)*) => {
        (&&$crate::__private::Probe(&$($way)+)).__coro_way().then(
            $crate::__place!($asked [$($way)+ . $field] $($rest)*)
        )
    };
}

//! What generated code calls. Not public API: it can change in any release.
#![allow(clippy::must_use_candidate, clippy::unused_self)] // called by generated code only

mod delegate;
mod inert;
mod keep;
mod leave;
mod look;
mod make;
mod question;
mod shown;
mod stored;
mod way;
mod whole;

pub use core::{
    clone::Clone,
    cmp::{Eq, PartialEq},
    convert::{From, Infallible},
    default::Default,
    fmt::Debug,
    hash::Hash,
    iter::{IntoIterator, Iterator},
    marker::PhantomData,
    mem::replace,
    ops::{ControlFlow, Fn},
    option::Option,
    panic,
};

#[cfg(feature = "alloc")]
pub use alloc::boxed::Box;

#[cfg(feature = "macros")]
pub use coro_macros::{answer, configured};

pub use self::{
    delegate::{
        Delegate, DelegateIterator, FirstInput, IsCoroutine, IsIterator, IsNeither, IterCoroutine,
        resume,
    },
    keep::{
        Carry, IsAdapted, IsAny, IsBox, IsCopy, IsMutRef, IsNoBox, IsNotAdapted, IsNothing,
        IsOperated, IsSomething, IsView, LetGo, Probe,
    },
    leave::{Leave, left},
    look::{Again, Copied, Held, look},
    make::{
        HigherRanked, Input, StepAt, drop, generator, input, is_send, is_sync, machine,
        machine_for_all, never, nothing_in, nothing_of, same_type,
    },
    question::{FromBreak, FromErr, FromError, FromNone, Residual, Try, branch, from_residual},
    stored::{
        Borrowed as borrows, Captured as captures, DelegatedTo as delegates_to, IsCopied, IsLender,
        IsNoLender, IsNoReference, IsNotCopied, IsReference, LoopedOver as loops_over,
    },
    way::{Leads, Stays, way},
};

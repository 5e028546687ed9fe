//! What the behaviour tests share: values and a log that show every event, and the comparison of a
//! coroutine with rustc's own transform of the same body.
#![allow(clippy::must_use_candidate, reason = "bodies call for the event and ignore the value")]

pub mod delegate;
pub mod differs;
pub mod events;
mod input;
mod macros;
pub mod oracle;
pub mod quiet;
pub mod run;
mod twins;
mod value;

pub use self::{
    events::{log, logged, see},
    input::Input,
    value::{D, Shelf, St, d, eat, st, swallow},
};

//! What the examples share with their tests and with the benches.
//!
//! The programs themselves are in `src/bin`, one file each; `README.md` says which shows what.

pub mod csv;
pub mod gather;
pub mod resp;

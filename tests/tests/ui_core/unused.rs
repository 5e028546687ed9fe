//! An adaptor that is never resumed.
#![deny(unused_must_use)]

use coro_core::{Resume, from_iter};

fn main() {
    from_iter(0..3).inspect(|n| println!("{n}"));
}

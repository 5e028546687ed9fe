//! `fuse` is missing.
use coro_core::{FusedResume, once};

fn until_terminated(_: impl FusedResume<(), u8>) {}

fn main() {
    until_terminated(once(1));
}

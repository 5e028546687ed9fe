//! A decoder is made of a stage that awaits chunks of bytes.
use coro_core::{Stage, stage::cat};

fn main() {
    let _ = cat::<u8>().into_decoder();
}

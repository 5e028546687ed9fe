//! Each side gets the input, so it must be cloned.
use coro_core::{Resume, arr};

struct Token;

fn main() {
    let _ = arr::<_, ()>(|_: Token| ()).tee(arr::<_, ()>(|_: Token| ()));
}

//! `boxed` is for any thread; `boxed_local` is not.
use std::rc::Rc;

use coro_core::{Resume, once};

fn main() {
    let _ = once(Rc::new(1)).boxed();
}

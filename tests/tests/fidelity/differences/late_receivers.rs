//! The receiver of a by-value method whose name does not say so is a local until the method is called.

use coro_tests::{D, d, differs, log};

use super::{dropped_after, fail};

struct File(D);

impl File {
    fn close(self, _: u32, _: bool) {
        log("close");
    }
}

differs! {
    fn of_a_coroutine_that_is_dropped() as (), takes u32, yields u32 => {
        let file = File(d("file"));
        let local = d("local");
        file.close(yield_!(1), true);
    }
    in dropped_after(1),
    rustc "new file, new local, yielded 1, dropped, drop file, drop local",
    ours "new file, new local, yielded 1, dropped, drop local, drop file",
}

differs! {
    fn of_arguments_that_panic() as (), takes u32, yields u32 => {
        let file = File(d("file"));
        let local = d("local");
        file.close({ fail(); yield_!(1) }, true);
    }
    rustc "new file, new local, drop file, drop local, resume panicked: failed",
    ours "new file, new local, drop local, drop file, resume panicked: failed",
}

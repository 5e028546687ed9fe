//! Where one `let` borrows several values, the temporaries of each end with it.

use coro_tests::{D, d, differs, log};

fn made(_: &D, name: &'static str) -> D {
    d(name)
}

differs! {
    fn a_let_that_borrows_two_values() as (), yields u32 => {
        let (first, second) = (&made(&d("temporary"), "first"), &d("second"));
        let sum = first.n + second.n;
        yield_!(sum);
    }
    rustc "new temporary, new first, new second, drop temporary, yielded 88, drop second, drop first",
    ours "new temporary, new first, drop temporary, new second, yielded 88, drop second, drop first",
}

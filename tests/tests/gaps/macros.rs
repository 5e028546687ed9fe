//! Bodies that belong beside those of `fidelity/macros.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    /// The message is evaluated only when the assertion fails.
    fn a_suspension_in_the_message_of_an_assertion() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        let n = yield_!(1);
        assert!(n < 5, "failed with {n} and {}", yield_!(100));
        assert_eq!(n % 2, 0, "failed with {}", yield_!(200));
        n
    }
}

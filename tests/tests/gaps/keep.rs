//! Bodies that belong beside those of `fidelity/keep.rs`.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_dead_dyn_reference() as (), takes u32, yields String, returns usize => {
        let mut n = 5;
        let shown: &dyn std::fmt::Display = &n;
        let text = shown.to_string();
        yield_!(text);
        n += 1;
        let any: &mut dyn FnMut() -> u32 = &mut || { n += 1; n };
        let m = any();
        yield_!(m.to_string());
        n as usize
    }
}

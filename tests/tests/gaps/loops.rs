//! Bodies that belong beside those of `fidelity/loops.rs`.

use std::collections::BTreeMap;

use coro_tests::{D, d, eat, fidelity, log, see};

/// An iterator whose steps and drop show.
#[derive(Clone, Debug)]
struct Steps {
    guard: D,
    next: u32,
    end: u32,
}

fn steps(name: &str, end: u32) -> Steps {
    Steps { guard: d(name), next: 0, end }
}

impl Iterator for Steps {
    type Item = D;
    fn next(&mut self) -> Option<D> {
        log(format_args!("next of {}", self.guard.name()));
        (self.next < self.end).then(|| {
            self.next += 1;
            d(format!("{}{}", self.guard.name(), self.next))
        })
    }
}

fidelity! {
    fn a_for_pattern() as (), yields u32, returns u32 => {
        let mut sum = 0;
        for (i, (a, _)) in [(1, d("x")), (2, d("y"))].into_iter().enumerate() {
            yield_!(i as u32 + a);
            sum += a;
        }
        for D { n, .. } in &[d("p"), d("q")] { sum += n; }
        sum
    }
}

fidelity! {
    /// What a loop's pattern does not bind is dropped with the item.
    fn a_wildcard_in_a_for_pattern() as (), yields u32 => {
        for (a, _) in vec![(d("a1"), d("b1")), (d("a2"), d("b2"))] {
            yield_!(a.n);
        }
        for _ in vec![d("c1"), d("c2")] {
            yield_!(0);
        }
    }
}

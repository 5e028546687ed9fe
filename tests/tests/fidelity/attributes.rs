//! Attributes for lints on everything that is taken apart.

use coro_tests::{D, d, eat, fidelity, log, see};

#[deprecated]
fn old(n: u32) -> u32 {
    log(format_args!("old {n}"));
    n
}

fidelity! {
    fn on_every_statement(#[deny(deprecated)] limit: u32) as (3), takes u32, yields u32, returns u32 => {
        #[allow(unused_variables)]
        let guard = d("guard");
        #[allow(deprecated)]
        for i in 0..old(limit) {
            if i > 1 {
                yield_!(old(i));
            } else if i > old(0) {
                let d = d("inner");
                yield_!(old(d.n));
                continue;
            }
        }
        #[allow(deprecated)]
        let total = {
            let first = yield_!(old(4));
            let _d = d("total");
            first + old(5)
        };
        #[allow(deprecated)]
        let mut n = match yield_!(old(6)) {
            #[allow(unused_variables)]
            x if x == old(1) => { let unused = d("arm"); yield_!(old(7)) }
            0 => old(8),
            #[deny(unused_variables)]
            x => yield_!(x),
        };
        #[expect(deprecated)]
        while old(n % 4) < 2 {
            n += yield_!(n) + 1;
            if n > 8 { break }
        }
        #[expect(deprecated)]
        loop {
            if yield_!(old(9)) < old(3) { break }
            let _d = d("round");
            if n > 20 { return old(n) }
            n += 7;
        }
        #[allow(deprecated)]
        'labelled: { eat(d("block")); if yield_!(old(10)) > old(3) { break 'labelled } old(17); }
        #[allow(deprecated)]
        if old(yield_!(11)) > 3 { yield_!(old(12)); } else { old(13); }
        #[allow(deprecated)]
        match yield_!(old(14)) { 3 => { yield_!(15); } x if x == old(4) => {} _ => { old(16); } }
        total + n
    }
}

fidelity! {
    fn of_last_expressions() as (), takes u32, yields u32, returns Option<u32> => {
        let first = {
            #[allow(deprecated)]
            old(yield_!(1))
        };
        let chosen = if yield_!(old(2)) > 2 {
            #[allow(deprecated)]
            Some(old(first))
        } else {
            yield_!(3);
            #[allow(deprecated)]
            eat(d("e")).checked_add(old(2))
        };
        let called = || {
            let _d = d("closure");
            #[allow(deprecated)]
            Some(old(2))
        };
        see("called", called());
        #[allow(deprecated)]
        chosen.or(Some(old(4)))
    }
}

//! Scopes that end where branches meet, with nothing left to do in them.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn an_iteration_that_may_suspend_last(n: u32) as (4), yields u32 => {
        let outer = d("outer");
        for i in 0..n {
            let a = d(format!("a{i}"));
            let b = d(format!("b{i}"));
            if i % 2 == 1 {
                yield_!(i);
            }
        }
    }
}

fidelity! {
    fn an_iteration_that_moves_what_it_yields(n: u32) as (4), yields D => {
        for i in 0..n {
            let older = d(format!("older{i}"));
            let item = d(format!("item{i}"));
            let newer = d(format!("newer{i}"));
            if item.n % 2 == 0 {
                yield_!(item);
            }
        }
    }
}

fidelity! {
    fn both_branches_suspend(n: u32) as (3), yields u32 => {
        let mut i = 0;
        while i < n {
            i += 1;
            let a = d(format!("a{i}"));
            if i == 2 {
                let b = d(format!("b{i}"));
                yield_!(a.id());
            } else {
                yield_!(0);
                yield_!(1);
            }
        }
    }
}

fidelity! {
    fn several_scopes_at_once(n: u32) as (5), yields u32 => {
        let list = vec![d("x"), d("y")];
        for i in 0..n {
            let a = d(format!("a{i}"));
            {
                let b = d(format!("b{i}"));
                match i {
                    0 => {}
                    1 => { yield_!(1); }
                    2 => {
                        let c = d("c");
                        yield_!(list.len() as u32);
                        if c.n > 1000 { yield_!(2); }
                    }
                    3 => { eat(b); }
                    _ => yield_!(eat(a)),
                }
            }
        }
        log("end");
    }
}

fidelity! {
    fn an_inner_loop_that_ends_an_iteration(n: u32) as (3), yields u32 => {
        for i in 0..n {
            let a = d(format!("a{i}"));
            let mut left = i;
            while left > 0 {
                let b = d(format!("b{i}{left}"));
                left -= 1;
                if left == 0 { yield_!(i); }
            }
        }
    }
}

fidelity! {
    fn a_value_given_on_some_paths(n: u32) as (4), yields u32 => {
        for i in 0..n {
            let first = d(format!("first{i}"));
            let late;
            if i % 2 == 0 {
                late = d(format!("late{i}"));
                if i > 0 { yield_!(late.id()); }
            } else if i == 3 {
                yield_!(eat(first));
            }
        }
    }
}

fidelity! {
    fn a_scrutinee_is_held_in_the_arm(n: u32) as (3), yields u32 => {
        for i in 0..n {
            match d(format!("held{i}")).n % 2 {
                0 => {
                    let a = d(format!("a{i}"));
                    if i > 5 { yield_!(i); }
                }
                _ => { let b = d(format!("b{i}")); }
            }
        }
        yield_!(see("end", 9));
    }
}

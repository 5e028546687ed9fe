//! The value of a branch that nobody takes ends with the statement, behind what the patterns of the branch bind.

use coro_tests::{D, d, eat, fidelity, log, see, st};

use super::given::*;

fidelity! {
    fn of_an_arm_that_moves() as (), takes u32, yields u32, returns u32 => {
        match res(2, "r") {
            Ok(x1) => { if let Some(x) = opt(3, "b") { st(3) } else { eat(x1); st(8) } }
            Err(x) => { yield_!(1); st(2) }
        };
        3
    }
}

fidelity! {
    fn of_an_arm_with_a_condition() as (), takes u32, yields u32, returns u32 => {
        match res(2, "r") {
            Ok(x1) => { if c(4) { st(3) } else { eat(x1); st(8) } }
            Err(x) => { yield_!(1); st(2) }
        };
        3
    }
}

fidelity! {
    fn beside_an_arm_without_braces() as (), takes u32, yields u32, returns u32 => {
        match res(2, "r") {
            Ok(x1) if true => { if let Some(x) = opt(3, "b") { st(3) } else { eat(x1); st(8) } }
            Ok(x1) => st(4),
            Err(x) => { yield_!(1); st(2) }
        };
        3
    }
}

fidelity! {
    fn beside_a_closure_that_moves(x0: D) as (d("x0")), takes u32, yields u32, returns u32 => {
        match res(2, "r") {
            Ok(x1) if true => { if let Some(x) = opt(3, "b") { let f = || d("c"); let x6: D; if c(2) { x6 = opt(3, "k").unwrap_or_else(|| x1); } else { x6 = d("e"); } st(3) } else { eat(x1); st(8) } }
            Ok(x1) => st(4),
            Err(x) => { yield_!(1); st(2) }
        };
        3
    }
}

fidelity! {
    fn of_an_if_let() as (), takes u32, yields u32, returns u32 => {
        if let Ok(x1) = res(2, "r") { if let Some(x) = opt(3, "b") { st(3) } else { eat(x1); st(8) } } else if c(4) { st(2) } else { yield_!(1); st(2) };
        if let Ok(x1) = res(2, "r") { if let Some(x) = opt(2, "b") { st(3) } else { eat(x1); st(8) } } else if c(4) { st(2) } else { yield_!(1); st(2) };
        3
    }
}

fidelity! {
    fn beside_arms_that_suspend() as (), takes u32, yields u32, returns u32 => {
        match res(1, "r") {
            Ok(x1) if true => { if let Some(x) = opt(3, "b") { st(3) } else { eat(x1); st(8) } }
            Ok(x1) => st(4),
            Err(x) => { yield_!(1); let z = d("z"); match res(3, "q") { Ok(x) => st(3), Err(z) => { yield_!(2); st(2) } } }
        };
        match res(2, "r") {
            Ok(x1) if true => { if let Some(x) = opt(2, "b") { d("v") } else { eat(x1); d("w") } }
            Ok(x1) => x1,
            Err(x) => { yield_!(1); let z = d("z"); match res(3, "q") { Ok(x) => z, Err(k) => { yield_!(2); d("l") } } }
        };
        3
    }
}

fidelity! {
    fn beside_what_is_left() as (), takes u32, yields u32, returns u32 => {
        match e(1) {
            E::A(x1) => { if let Some(x) = opt(2, "b") { d("v") } else { eat(x1); d("w") } }
            E::B { x: _, n } => { let g = d("g"); if c(n) { g } else { yield_!(n); d("q") } }
            E::Z => { yield_!(1); d("z") }
        };
        match e(yield_!(3)) {
            E::A(x1) => { if let Some(x) = opt(2, "b") { d("v") } else { eat(x1); d("w") } }
            E::B { x, n } => { let g = d("g"); match res(n, "k") { Ok(v) => v, Err(_) => x } }
            E::Z => { yield_!(1); d("z") }
        };
        3
    }
}

fidelity! {
    fn in_front_of_what_is_looked_at() as (), takes u32, yields u32, returns () => {
        let x2 = d("x2");
        match (d("t"), 4) { _ if c(3) => { log("a"); 'l2: { if c(2) { break 'l2 [d("p"), d("q")] } eat(x2); [d("v"), d("w")] } } _ => { [d("y"), d("z")] } };
        yield_!(1);
    }
}

fidelity! {
    fn of_a_labelled_block_in_an_arm() as (), takes u32, yields u32, returns () => {
        let x2 = d("x2");
        match (d("t"), 4) { _ if c(4) => { log("a"); 'l2: { if c(2) { break 'l2 [d("p"), d("q")] } eat(x2); [d("v"), d("w")] } } _ => { [d("y"), d("z")] } };
        yield_!(1);
    }
}

fidelity! {
    fn of_an_arm_that_moves_beside_what_is_looked_at() as (), takes u32, yields u32, returns () => {
        let x2 = d("x2");
        match (d("t"), 4) { _ if c(4) => { log("a"); eat(x2); [d("v"), d("w")] } _ => { [d("y"), d("z")] } };
        yield_!(1);
    }
}

fidelity! {
    fn behind_a_loop_in_an_arm() as (), takes u32, yields u32, returns () => {
        let mut x2 = d("x2");
        let g = d("g");
        match (d("t"), 4) { _ if c(4) => { 'l1: loop { x2 = d("n"); if c(4) { break; } } 'l2: { if c(2) { break 'l2 [d("p"), d("q")] } x2; [d("v"), d("w")] } } _ => { [d("y"), d("z")] } };
        if c(1) { yield_!(1); }
    }
}

fidelity! {
    fn of_a_block_that_a_branch_leaves() as (), takes u32, yields u32, returns () => {
        let mut x2 = d("x2");
        match (d("t"), 4) {
            _ if c(4) => {
                log("arm");
                'l: { if c(5) { break 'l [d("p"), d("q")]; } x2; if c(2) { log("e"); } else { let x2 = opt(2, "o"); } [d("v"), d("w")] }
            }
            _ => { if let None = opt(3, "k") { return; } [d("y"), d("z")] }
        };
        if c(4) { yield_!(1); }
    }
}

fidelity! {
    fn of_arms_that_suspend_beside_what_is_looked_at() as (), takes u32, yields u32, returns () => {
        match (d("t"), 4) {
            _ if c(4) => { log("arm"); [d("p"), { yield_!(3); d("q") }] }
            _ => { if let None = opt(3, "k") { return; } [d("y"), d("z")] }
        };
        match d("t") { _ if c(2) => d("a"), _ => { yield_!(4); match res(1, "r") { Ok(x) => x, Err(e) => { yield_!(5); e } } } };
        if c(4) { yield_!(1); }
    }
}

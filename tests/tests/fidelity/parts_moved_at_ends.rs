//! A part of a local is moved where the function ends behind a branch of which another arm suspends: what is left of the
//! local ends there, and is not carried.

use coro_tests::{D, d, eat, fidelity, log};

use super::given::*;

fidelity! {
    fn the_value_of_an_arm(p: P) as (p()), takes u32, yields u32, returns D => {
        if c(3) { p.a } else { yield_!(1); d("n") }
    }
}

fidelity! {
    fn an_arm_of_a_unit_function(p: P) as (p()), takes u32, yields u32, returns () => {
        let g = d("g");
        if c(5) { eat(p.a); } else { yield_!(1); log("else"); }
    }
}

fidelity! {
    fn arms_of_a_match(p: P) as (p()), takes u32, yields u32, returns u32 => {
        let g = d("g");
        match yield_!(g.n) { 0 => eat(p.a), 1 => { let k = d("k"); yield_!(2); eat(k) } n if n > 2 => { eat(p.b) } _ => { yield_!(3); 4 } }
    }
}

fidelity! {
    fn in_a_block_that_ends_there(p: P) as (p()), takes u32, yields u32, returns u32 => {
        let g = d("g");
        {
            let h = d("h");
            if c(5) { let i = d("i"); eat(p.b) } else { let j = d("j"); yield_!(1) }
        }
    }
}

fidelity! {
    fn in_a_labelled_block(p: P) as (p()), takes u32, yields u32, returns u32 => {
        let g = d("g");
        'a: {
            let h = d("h");
            if c(5) { break 'a eat(p.b) }
            let j = d("j");
            yield_!(j.n);
            let x = match p { P { a, .. } if a.n > 2000 => eat(a), P { b, .. } => eat(b) };
            x
        }
    }
}

fidelity! {
    fn in_a_chain_of_branches(p: P) as (p()), takes u32, yields u32, returns Result<D, D> => {
        if c(3) { Err(p.a) } else if yield_!(2) > 3 { let x = res(yield_!(1), "r")?; Ok(x) } else { Ok(p.b) }
    }
}

fidelity! {
    fn beside_a_break_from_the_last_loop(mut l: Vec<D>, p: P) as (vec![d("x"), d("y"), d("z")], p()), takes u32, yields u32, returns () => {
        while let Some(x) = l.pop() {
            let y = d("in");
            if yield_!(x.n) > 5 { eat(p.a); break; }
        }
    }
}

fidelity! {
    fn at_a_return_and_behind_a_loop(mut l: Vec<D>, p: P) as (vec![d("x"), d("y"), d("z")], p()), takes u32, yields u32, returns D => {
        for x in l {
            let y = d("in");
            if yield_!(x.n) > 5 { return p.a; }
        }
        if c(2) { p.b } else { yield_!(7); d("last") }
    }
}

fidelity! {
    fn in_branches_of_branches(p: P) as (p()), takes u32, yields u32, returns D => {
        let g = d("g");
        let r = &g;
        if c(3) { p.a } else if c(2) { let q = d("q"); match yield_!(r.n) { 0 => p.b, 1 => { let z = yield_!(3); d("z") } _ => q } } else { 'a: { if yield_!(1) > 3 { break 'a p.a } p.b } }
    }
}

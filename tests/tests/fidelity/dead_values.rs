//! Branches that leave in the middle of an operation: what would be their value is evaluated up to there.

use coro_tests::{D, d, eat, fidelity, log, see};

fn res(x: D) -> Option<D> {
    Some(x)
}

fn maybe<T>(x: T) -> Option<T> {
    log("maybe");
    Some(x)
}

fn idd<T>(x: T) -> T {
    log("id");
    x
}

fn id(_: u32) -> D {
    log("id");
    d("id")
}

fn two(_: D, y: u32) -> u32 {
    log("two");
    y
}

fn first<T, U>(value: T, _: U) -> T {
    log("first");
    value
}

enum En {
    A(D),
    B { n: u32, x: D },
}

fidelity! {
    fn of_a_chain_in_a_loop(x2: Vec<D>) as (vec![]), takes u32, yields u32, returns D => {
        let mut x2 = x2;
        'l1: while let Some((x14, _)) = first(maybe((d("6"), 8)), if let En::B { n: _, x: x1 } = (En::B { n: 4, x: d("q") }) && { let x9 = x2; true } { match id(x1.n) { _ => break 'l1, } vec![3, 7, 0] } else { Vec::<i32>::new() }) { yield_!(x14.n); x2 = vec![]; }
        d("6")
    }
}

fidelity! {
    fn of_an_if_let_whose_condition_branches() as (), takes u32, yields u32, returns Option<u32> => {
        let _ = if let Some(_) = if yield_!(1) > 100 { None } else { Some(maybe(5)) }.unwrap_or((Some(0), ()).0) { idd(return Some(8)) } else { 7 };
        Some(3)
    }
}

fidelity! {
    fn of_an_if_let_that_suspends() as (), takes u32, yields u32, returns Option<u32> => {
        let _ = if let Some(_) = Some(maybe(5)) { yield_!(1); idd(return Some(8)) } else { 7 };
        Some(3)
    }
}

fidelity! {
    fn of_an_if_let_whose_condition_suspends() as (), takes u32, yields u32, returns Option<u32> => {
        let x = if let Some(_) = Some(maybe(yield_!(5))) { idd(return Some(8)) } else { 7 };
        Some(x)
    }
}

fidelity! {
    fn of_a_chain() as (), takes u32, yields u32, returns Option<u32> => {
        if let Some(_) = Some(maybe(d("t"))) && see("c", true) { yield_!(1); idd(return Some(8)) } else { yield_!(9); 7 };
        Some(3)
    }
}

fidelity! {
    fn of_lazy_operators() as (), takes u32, yields u32, returns Option<u32> => {
        let x = yield_!(4) > 0 && idd(return Some(8));
        let y = (yield_!(4) > 0 || idd(return Some(8))) && { yield_!(2); idd(return Some(9)) };
        Some(3)
    }
}

fidelity! {
    fn of_a_match() as (), takes u32, yields u32, returns Option<u32> => {
        let x = match see("x", yield_!(1)) { 0 => idd(return Some(8)), 1 => { yield_!(3); idd({ let k = d("k"); return Some(9) }) } n => two(d("z"), { return Some(5) }) };
        Some(x)
    }
}

fidelity! {
    fn of_loops_and_blocks() as (), takes u32, yields u32, returns Option<u32> => {
        let x = loop { if yield_!(1) > 0 { idd(break 3) } else { two(d("q"), { yield_!(3); break 6 }) }; };
        let y = 'a: { if yield_!(1) > 0 { idd(break 'a 3) } else { two(d("q"), { yield_!(3); break 'a 6 }) } };
        while let Some(_) = maybe(yield_!(4)) { idd(if see("k", true) { break } else { continue }); }
        Some(x + y)
    }
}

fidelity! {
    fn of_an_else_and_of_operands() as (), takes u32, yields u32, returns Option<u32> => {
        let Some(x) = maybe(yield_!(3)) else { idd(return None) };
        let z = (d("a"), yield_!(4), { if see("k", false) { idd(return Some(3)) } else { 5 } });
        let w = [d("a").n, idd(return Some(yield_!(5)))];
        Some(x)
    }
}

fidelity! {
    fn of_one_type_together(a: Result<u32, u32>, n: u32) as (Ok(3), 4), takes u32, yields u32, returns u32 => {
        match a { Ok(_) => { yield_!(1); a } Err(_) => Ok(3) };
        match n { 0 => { yield_!(1); Err("x") } 1 => { yield_!(7); Ok(d("ok")) } _ => Ok(d("other")) };
        if n > 3 { yield_!(2); None } else { Some(d("s")) };
        loop { if yield_!(3) > 300 { break None; } yield_!(4); break Some(d("loop")); };
        'a: { if yield_!(5) > 3 { break 'a Ok(d("block")); } yield_!(9); Err(4) };
        log("end");
        n
    }
}

fidelity! {
    fn of_one_type_together_beside_locals(n: u32) as (4), takes u32, yields u32, returns u32 => {
        let g = d("g");
        match n { 0 => { let h = d("h"); yield_!(1); Err("x") } _ => { let i = d("i"); yield_!(7); Ok(if n == 2 { d("two") } else { yield_!(8); d("else") }) } };
        log("after");
        if let Some(x) = maybe(d("m")) { yield_!(2); Some(x) } else { None };
        log("end");
        n
    }
}

fidelity! {
    fn of_numbers_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        for _ in 'l1: loop { if { if see("c", true) { 9 } else { yield_!(8) }; true } { break 'l1 'l2: loop { break 'l2 [3]; }; } }
        {}
        match see("c", 2) { 0 => yield_!(1), 2 => { yield_!(4); yield_!(5) } _ => 7 };
        let g = d("g");
        if yield_!(2) > 1 { d("x") } else { let h = d("h"); { yield_!(9); d("y") } };
        log("e");
        3
    }
}

fidelity! {
    fn condition_that_leaves_the_loop() as (), takes u32, yields u32, returns u32 => {
        let found = loop {
            if if yield_!(1) > 3 { 6 } else { 9 } >= std::convert::identity::<u32>(break None::<u32>) {}
        };
        found.unwrap_or(see("n", 3))
    }
}

fidelity! {
    fn condition_of_a_loop_that_leaves_another() as (), takes u32, yields u32, returns u32 => {
        let found = 'outer: loop {
            yield_!(2);
            while see("n", 2) >= std::convert::identity::<u32>(break 'outer Some(2)) {}
        };
        found.unwrap_or(see("n", 3))
    }
}

fidelity! {
    fn scrutinee_that_leaves_the_loop() as (), takes u32, yields u32, returns u32 => {
        let found = loop {
            yield_!(2);
            match std::convert::identity::<u32>(break Some(2)) { 1 => {} _ => {} }
        };
        found.unwrap_or(see("n", 3))
    }
}

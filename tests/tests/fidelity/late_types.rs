//! Locals whose type only the body of a loop decides, behind a suspension in it, and that the code behind
//! the loop uses.

use coro_tests::{D, d, fidelity, log};

fidelity! {
    fn a_closure() as (), takes u32, yields u32, returns u32 => {
        let mut f = None;
        for i in 0..3 { let g = d("g"); yield_!(i); f = Some(move || g.n); }
        match f { Some(f) => f(), None => 7 }
    }
}

fidelity! {
    fn none_that_is_matched() as (), takes u32, yields u32, returns u32 => {
        let mut x = None;
        for i in 0..3 { yield_!(i); x = Some(d("x")); }
        match x { Some(v) => v.n, None => 1 }
    }
}

fidelity! {
    fn none_behind_a_condition_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let mut x = None;
        while yield_!(1) > 3 { yield_!(4); x = Some(d("x")); }
        match x { Some(v) => v.n, None => 1 }
    }
}

fidelity! {
    fn a_vector_that_is_indexed() as (), takes u32, yields u32, returns u32 => {
        let mut x = vec![];
        for i in 0..3 { yield_!(i); x.push(d("x")); }
        x[0].n
    }
}

fidelity! {
    fn the_best_of_the_inputs() as (), takes u32, yields u32, returns u32 => {
        let mut best = None;
        for i in 0..3u32 { let n = yield_!(i); match best { None => best = Some(n), Some(b) if b < n => best = Some(n), _ => {} } }
        best.unwrap().min(40).pow(2)
    }
}

fidelity! {
    fn a_vector_of_pairs() as (), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        while v.len() < 2 { let n = yield_!(3); v.push((n, d("p"))); }
        let (a, b) = v.pop().unwrap();
        a + b.n
    }
}

fidelity! {
    fn a_number() as (), takes u32, yields u32, returns u32 => {
        let mut best = 0;
        for i in 0..3 { let n = yield_!(i); if n > best { best = n } }
        best.min(4).pow(2)
    }
}

fidelity! {
    fn a_default_value() as (), takes u32, yields u32, returns u32 => {
        let mut m = Default::default();
        let g = d("g");
        let mut k = 0;
        loop { let n = yield_!(k); m = (n, vec![d("m")]); if k > 2 { break; } k += 1; }
        log("out");
        m.1[0].n + m.0
    }
}

fidelity! {
    fn results_of_two_loops() as (), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        let mut n = 0;
        let r = loop { n += 1; let x = yield_!(n); v.push(d("v")); if n > 2 { break d("r"); } };
        let mut last = Err("none");
        'a: while let Some(x) = v.pop() { for i in 0..2 { yield_!(x.n + i); last = Ok(x); continue 'a; } }
        match last { Ok(x) => { yield_!(x.n); x.n + r.n } Err(e) => e.len() as u32 }
    }
}

fidelity! {
    fn none_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let mut x = (None, 1);
        yield_!(1);
        x.0 = Some(d("a"));
        yield_!(2);
        x.1
    }
}

fidelity! {
    fn several_values_with_open_types() as (), takes u32, yields u32, returns u32 => {
        let mut x = Ok(3);
        let mut y = Some(Err(4));
        let mut z = [None, None];
        let mut w = Default::default();
        yield_!(1);
        x = Err(d("x"));
        yield_!(2);
        y = Some(Ok(d("y")));
        z[1] = Some(d("z"));
        yield_!(2);
        w = Some(d("w"));
        yield_!(4);
        1
    }
}

//! Operands in front of a suspension that are used again behind it: references that a call only lends, and copies.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fn leaked<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

fn pushed(list: &mut Vec<u32>, n: u32) -> u32 {
    list.push(see("pushed", n));
    list.iter().sum()
}

fn may_push(list: Option<&mut Vec<u32>>, n: u32) -> u32 {
    list.map_or(n, |list| pushed(list, n))
}

fn named(name: &str, n: u32) -> u32 {
    see("named", n + name.len() as u32)
}

fn pair(pair: (u32, u32), n: u32) -> u32 {
    see("pair", pair.0 + pair.1 + n)
}

struct Held {
    out: &'static mut Vec<u32>,
    n: u32,
}

fidelity! {
    fn another_name_of_a_parameter(list: &'static mut Vec<u32>) as (leaked(vec![1, 2])), takes u32, yields u32, returns u32, unclonable => {
        let out = list;
        let k = pushed(out, yield_!(1)) + pushed(out, 3);
        k + out.len() as u32
    }
}

fidelity! {
    fn an_explicit_reborrow(list: &'static mut Vec<u32>) as (leaked(vec![1, 2])), takes u32, yields u32, returns u32, unclonable => {
        let out = &mut *list;
        let k = pushed(out, yield_!(1)) + pushed(out, { yield_!(2); 3 });
        k + out.len() as u32
    }
}

fidelity! {
    fn the_elements_of_a_for(lists: &'static mut [Vec<u32>]) as (leaked([vec![1], vec![2, 3]])), takes u32, yields u32, returns u32, unclonable => {
        let mut k = 0;
        for out in lists { k += t2(pushed(out, yield_!(k)), pushed(out, 2)); }
        k
    }
}

fidelity! {
    fn what_an_if_let_binds(list: Option<&'static mut Vec<u32>>) as (Some(leaked(vec![1]))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(out) = list { pushed(out, yield_!(1)) + pushed(out, 2) } else { 7 }
    }
}

fidelity! {
    fn parts_of_a_parameter((list, w): (&'static mut Vec<u32>, u32)) as ((leaked(vec![1]), 4)), takes u32, yields u32, returns u32, unclonable => {
        pushed(list, yield_!(1)) + pushed(list, w)
    }
}

fidelity! {
    fn in_a_loop(list: &'static mut Vec<u32>) as (leaked(vec![1, 2])), takes u32, yields u32, returns u32, unclonable => {
        let out = list;
        loop {
            out.push(1);
            if pushed(out, yield_!(1)) > 12 { break out.len() as u32 }
        }
    }
}

fidelity! {
    fn in_an_option(list: &'static mut Vec<u32>) as (leaked(vec![1, 2])), takes u32, yields u32, returns u32, unclonable => {
        let out = list;
        may_push(Some(out), yield_!(1)) + pushed(out, 3)
    }
}

fidelity! {
    fn a_parameter_in_an_option(list: &'static mut Vec<u32>) as (leaked(vec![1, 2])), takes u32, yields u32, returns u32, unclonable => {
        may_push(Some(list), yield_!(1)) + pushed(list, 3)
    }
}

fidelity! {
    fn a_field(held: &'static mut Held) as (leaked(Held { out: leaked(vec![1]), n: 4 })), takes u32, yields u32, returns u32, unclonable => {
        let k = pushed(held.out, yield_!(1)) + pushed(held.out, { held.n += 1; yield_!(4); held.n });
        let pair = (held.n, { held.n += yield_!(3); held.n });
        k + pair.0 * 100 + pair.1
    }
}

fidelity! {
    fn a_field_of_a_pattern(held: &'static mut Held) as (leaked(Held { out: leaked(vec![1]), n: 4 })), takes u32, yields u32, returns u32, unclonable => {
        let Held { out, n } = held;
        pushed(out, yield_!(1)) + pushed(out, *n)
    }
}

fidelity! {
    fn copies() as (), takes u32, yields u32, returns u32 => {
        let mut k = 0;
        for (n, x) in [3, 4].into_iter().enumerate() { k += t2(x, yield_!(k)) + x + n as u32; k += t2(k, yield_!(1)); }
        for s in ["a", "bc"] { k += named(s, yield_!(3)); k += s.len() as u32; }
        k
    }
}

fidelity! {
    fn copies_that_change_behind_it() as (), takes u32, yields u32, returns u32 => {
        let mut k = t(3);
        let a = t2(k, { k += 1; yield_!(k) }) + k;
        let b = t2(k, { k = t(9); yield_!(k) }) + k;
        let c = t2(k, { std::ops::AddAssign::add_assign(&mut k, 1); yield_!(k) }) + k;
        let e = t2(k, t2(k, yield_!(2))) + k;
        a + b + c + e
    }
}

fidelity! {
    fn one_that_is_given_another_value() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        let mut n = 0;
        loop { two(x, { yield_!(1); d("y") }); x = d("again"); n += 1; if n > 1 { break } }
        two(d("z"), { yield_!(2); x })
    }
}

fidelity! {
    fn pairs(k: Option<u32>) as (Some(3)), takes u32, yields u32, returns u32 => {
        let p = (1, 2);
        let a = pair(p, yield_!(1)) + pair(p, yield_!(2)) + p.0;
        let b = (k, yield_!(1)).0.unwrap() + (k, p, yield_!(4)).2;
        let q = [p, { yield_!(3); p }];
        a + b + k.unwrap() + q[0].1
    }
}

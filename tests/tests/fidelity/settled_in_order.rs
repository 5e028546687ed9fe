//! Branches without a suspension that move in some arms only a local with others behind it in one pattern or among the
//! parameters, and such branches as operands, while something else is borrowed: all drop in the order of declaration.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fn three(a: u32, b: u32, c: u32) -> u32 {
    log("three");
    a + b + c
}

fn st_id(x: &D) -> u32 {
    see("st_id", x.n)
}

fn lendo(x: &D) -> Option<&D> {
    (see("lend", x.n) == 0).then_some(x)
}

fidelity! {
    fn the_first_of_a_pair((mut a, mut b): (D, D)) as ((d("a"), d("b"))), takes u32, yields u32, returns () => {
        let r = &mut b;
        if c(3) { eat(a); }
        r.n += 1;
        yield_!(1); pass({})
    }
}

fidelity! {
    fn the_first_parameter(mut a: D, mut b: D, k: D) as (d("a"), d("b"), d("k")), takes u32, yields u32, returns () => {
        let r = &mut b;
        if c(5) { eat(a); }
        r.n += 1;
        yield_!(1); eat(k); pass({})
    }
}

fidelity! {
    fn a_parameter_in_front_of_patterns(x: D, (mut a, mut b): (D, D), P { a: q, b: _ }: P) as (d("x"), (d("a"), d("b")), p()), takes u32, yields u32, returns () => {
        let r = &mut b;
        if c(3) { eat(x); } else if c(5) { log("n"); } else { log("m"); return }
        r.n += 1;
        yield_!(1); pass({})
    }
}

fidelity! {
    fn the_first_of_three_beside_a_closure() as (), takes u32, yields u32, returns () => {
        let (a, mut b, k) = (d("a"), d("b"), d("k"));
        let mut f = |n: u32| b.n += n;
        let y = t2(4, if c(3) { eat(a) } else { 3 });
        f(1);
        yield_!(b.n); pass({})
    }
}

fidelity! {
    fn the_first_field_in_a_for() as (), takes u32, yields u32, returns () => {
        for P { a, mut b } in [p(), p()] {
            let r = &mut b;
            if c(r.n) { eat(a); }
            r.n += 1;
            yield_!(1);
        }
        log("next"); pass({})
    }
}

fidelity! {
    fn one_after_the_other((a, mut b): (D, D), z: D) as ((d("a"), d("b")), d("z")), takes u32, yields u32, returns () => {
        let r = &mut b;
        if c(3) { eat(a); }
        r.n += 1;
        let w = &z;
        if c(1) { eat(b); }
        st_id(w);
        yield_!(1); pass({})
    }
}

fidelity! {
    fn beside_a_reference_of_its_pattern((ref a, b): (D, D), z: D) as ((d("a"), d("b")), d("z")), takes u32, yields u32, returns () => {
        let r = &z;
        if c(3) { eat(b); }
        st_id(r);
        st_id(a);
        yield_!(1); pass({})
    }
}

fidelity! {
    fn in_front_of_the_input(a: D, n: u32) as (d("a"), 3), takes u32, yields u32, returns () => {
        let r = &n;
        if c(3) { eat(a); }
        see("n", *r);
        yield_!(1); pass({})
    }
}

fidelity! {
    fn of_a_let_else_in_a_loop_that_suspends() as (), takes u32, yields u32, returns () => {
        let Some((a, mut b)) = Some((d("a"), d("b"))) else { return };
        let r = &mut b;
        while c(yield_!(3)) { if c(3) { eat(a); break } }
        yield_!(1); pass({})
    }
}

fidelity! {
    fn of_a_let_else_in_a_loop() as (), takes u32, yields u32, returns () => {
        let Some((a, mut b)) = Some((d("a"), d("b"))) else { return };
        let r = &mut b;
        let mut k = 0;
        loop { k += 1; if c(k) { eat(a); break } if k == 3 { break } }
        r.n += 1;
        yield_!(1); pass({})
    }
}

fidelity! {
    fn in_operands_of_operators() as (), takes u32, yields u32, returns () => {
        let a = d("a"); let b = d("b"); let mut k = 1;
        let r = &mut k;
        *r += if c(3) { eat(a) } else { 3 };
        see("v", t2(t(1), (if c(5) { let z = eat(b); z } else { t(4) }) + t(3)));
        *r += 1;
        yield_!(k); pass({})
    }
}

fidelity! {
    fn in_elements() as (), takes u32, yields u32, returns () => {
        let a = d("a"); let mut k = 1;
        let r = &mut k;
        let v = [match c(3) { true => { t(1) } false => eat(a) }, t(2)];
        let q = d("q"); let v = (match c(3) { true => t(1), false => eat(q) }, [t(2)]);
        *r += 1;
        yield_!(k); pass({})
    }
}

fidelity! {
    fn in_a_value_that_is_kept() as (), takes u32, yields u32, returns () => {
        let a = d("a"); let mut k = 1;
        let r = &mut k;
        let v = (match c(3) { true => Some(a), false => None }, [t(2)]);
        *r += 1;
        yield_!(k); drop(v); pass({})
    }
}

fidelity! {
    fn converted_in_an_arm() as (), takes u32, yields u32, returns (), unclonable => {
        let a = d("a"); let mut k = 1;
        let r = &mut k;
        let v: Vec<Box<dyn std::fmt::Debug>> = Vec::from([if c(3) { Box::new(a) as Box<dyn std::fmt::Debug> } else { Box::new(3) }]);
        *r += 1;
        yield_!(k); drop(v); pass({})
    }
}

fidelity! {
    fn beside_an_operand_that_suspends() as (), takes u32, yields u32, returns () => {
        let a = d("a"); let mut k = 1;
        let r = &mut k;
        let v = three(t(1), if c(3) { eat(a) } else { 4 }, yield_!(3));
        let z = d("z");
        let w = three(t(1), yield_!(3), if c(3) { eat(z) } else { 4 });
        yield_!(v); pass({})
    }
}

fidelity! {
    fn behind_a_temporary_of_a_tail(x: D) as (d("x")), takes u32, yields u32, returns () => {
        { let local = d("l"); if let Some(_) = lendo(&d("t")) { eat(x); } else { log("else"); eat(local); } }
        log("after"); yield_!(1); pass({})
    }
}

fidelity! {
    fn two_parameters_behind_a_temporary_of_a_tail(x: D, y: D) as (d("x"), d("y")), takes u32, yields u32, returns () => {
        { let local = d("l"); if let Some(_) = lendo(&d("t")) { eat(x); } else { log("else"); eat(y); } }
        log("after"); yield_!(1); pass({})
    }
}

fidelity! {
    fn shadowed_behind_it(x: D, p: P) as (d("x"), p()), takes u32, yields u32, returns () => {
        { let local = d("l"); if let Some(_) = lendo(&d("t")) { eat(x); } else { log("else");  } }
        log("after"); yield_!(1); let x = d("k"); eat(x); pass({})
    }
}

fidelity! {
    fn an_unnamed_parameter_behind_it(x3: D, _: D) as (d("x3"), d("unnamed")), takes u32, yields u32, returns () => {
        let v = if c(3) { let x1 = x3; st_id(&x1) } else { 4 };
        yield_!(v);
    }
}

fidelity! {
    fn an_unnamed_parameter_behind_a_lent_one(x3: D, _y: D, _: D) as (d("x3"), d("a"), d("b")), takes u32, yields u32, returns () => {
        let mut r = &mut &_y;
        let v = if c(5) { eat(x3) } else { 4 };
        t(r.n); let q = 0;
        yield_!(v);
    }
}

fidelity! {
    fn parameters_of_which_nothing_is_bound(x3: D, P { a: _, b: _ }: P, (): ()) as (d("x3"), p(), ()), takes u32, yields u32, returns () => {
        let v = if c(3) { eat(x3) } else { 4 };
        yield_!(v);
    }
}

fidelity! {
    fn a_parameter_bound_by_reference_behind_it(x3: D, ref r: D, _: D) as (d("x3"), d("a"), d("b")), takes u32, yields u32, returns () => {
        let v = if c(5) { eat(x3) } else { 4 };
        t(r.n); let q = 0;
        yield_!(v);
    }
}

fidelity! {
    fn two_in_front_of_an_unnamed_parameter(x3: D, y: D, (_): D) as (d("x3"), d("a"), d("b")), takes u32, yields u32, returns () => {
        let v = if c(5) { eat(x3) } else { 4 };
        yield_!(v);
        let v = if c(3) { eat(y) } else { 4 };
        yield_!(v);
    }
}

fidelity! {
    fn alternatives_that_bind_nothing(x3: D, (E::A(_) | E::B { x: _, .. } | E::Z): E, _: D) as (d("x3"), e(1), d("b")), takes u32, yields u32, returns () => {
        let v = if c(5) { eat(x3) } else { 4 };
        yield_!(v);
    }
}

fidelity! {
    fn an_unnamed_parameter_and_a_first_input(x3: D, _: D,) as (d("x3"), d("b")), first _seed, takes D, yields u32, returns () => {
        let v = if c(5) { eat(x3) } else { 4 };
        yield_!(v);
    }
}

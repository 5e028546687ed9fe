//! Macros of the body that mention locals, in closures and on their own, and that stand for closures.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_copied_field() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { x.n } }
        let g = move || m!();
        yield_!(2);
        log("f");
        g()
    }
}

fidelity! {
    fn a_method() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { x.id() } }
        let g = move || m!();
        yield_!(2);
        log("f");
        g()
    }
}

fidelity! {
    fn a_local_that_is_consumed() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { eat(x) } }
        let g = move || m!();
        yield_!(2);
        let n = g();
        yield_!(n);
        log("f");
        3
    }
}

fidelity! {
    fn a_copied_field_as_an_argument() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { ($e:expr) => { $e } }
        let g = move || m!(x.n);
        yield_!(2);
        log("f");
        g()
    }
}

fidelity! {
    fn a_method_as_an_argument() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { ($e:expr) => { $e } }
        let g = move || m!(x.id());
        yield_!(2);
        log("f");
        g()
    }
}

fidelity! {
    fn an_assigned_local() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        macro_rules! m { () => { x = d("new") } }
        yield_!(1);
        m!();
        log("f");
        3
    }
}

fidelity! {
    fn an_assigned_local_and_an_argument() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        macro_rules! m { ($e:expr) => { x = $e } }
        m!(d("a"));
        yield_!(1);
        m!(d("new"));
        log("f");
        yield_!(x.n);
        m!(d("b"));
        3
    }
}

fidelity! {
    fn a_changed_local() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![d("a")];
        macro_rules! push { ($e:expr) => { v.push($e) } }
        yield_!(1);
        push!(d("b"));
        yield_!(2);
        push!(d("c"));
        v.len() as u32
    }
}

fidelity! {
    fn an_assignment_on_both_sides() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        macro_rules! m { () => { x = d("n"); } }
        m!();
        yield_!(2);
        m!();
        log("f");
        yield_!(x.n);
        3
    }
}

fidelity! {
    fn a_first_assignment() as (), takes u32, yields u32, returns u32 => {
        let x;
        macro_rules! m { () => { x = d("x") } }
        m!();
        yield_!(2);
        log("f");
        3
    }
}

fidelity! {
    fn a_first_assignment_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let x;
        macro_rules! m { () => { x = d("x") } }
        yield_!(1);
        m!();
        yield_!(2);
        log("f");
        x.n
    }
}

fidelity! {
    fn an_assignment_on_one_path() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        macro_rules! m { () => { x = d("n") } }
        if yield_!(1) > 2 { m!(); }
        yield_!(2);
        m!();
        log("f");
        3
    }
}

fidelity! {
    fn an_assigned_part() as (), takes u32, yields u32, returns u32 => {
        let mut x = (d("x"), d("y"));
        macro_rules! m { () => { x.1 = d("z") } }
        m!();
        yield_!(2);
        m!();
        log("f");
        3
    }
}

fidelity! {
    fn a_borrowed_local_that_is_changed() as (), takes u32, yields u32, returns u32 => {
        let mut o = Some(d("x"));
        macro_rules! m { () => { if let Some(k) = o.take() { eat(k) } else { 3 } } }
        yield_!(m!());
        log("f");
        yield_!(m!());
        4
    }
}

fidelity! {
    fn a_move() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { eat(x) } }
        m!();
        yield_!(2);
        log("f");
        3
    }
}

fidelity! {
    fn a_reference() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { &x } }
        let n = m!().n;
        yield_!(n);
        log("f");
        let r = m!().id();
        yield_!(r);
        3
    }
}

fidelity! {
    fn a_field_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { x.n } }
        for i in 0..2 { yield_!(m!()); }
        log("f");
        3
    }
}

fidelity! {
    fn a_closure_over_a_clone() as (), takes u32, yields u32, returns u32 => {
        macro_rules! m { ($x:ident => $e:expr) => { { let $x = $x.clone(); move || $e } } }
        let g = d("g");
        let f = m!(g => g.id());
        let n = f();
        yield_!(n);
        3
    }
}

fidelity! {
    fn a_closure_that_consumes_a_clone() as (), takes u32, yields u32, returns u32 => {
        macro_rules! m { ($x:ident => $e:expr) => {{ let $x = $x.clone(); move || $e }} }
        let g = d("g");
        let f = m!(g => eat(g));
        yield_!(1);
        let n = f();
        log("x");
        3
    }
}

fidelity! {
    fn a_closure_with_a_parameter() as (), takes u32, yields u32, returns u32 => {
        macro_rules! m { ($x:ident => |$p:ident| $e:expr) => { { let $x = $x.clone(); move |$p: u32| $e } } }
        let g = d("g");
        let f = m!(g => |k| g.id() + k);
        let n = f(3);
        yield_!(n);
        log("e");
        f(4)
    }
}

fidelity! {
    fn a_closure_that_is_an_argument() as (), takes u32, yields u32, returns u32 => {
        macro_rules! m { ($v:expr, $e:expr) => { $v.iter().position(move |x| x.n == $e) } }
        let v = vec![d("a"), d("b")];
        let k = m!(v, 3);
        yield_!(1);
        drop(v);
        k.map_or(9, |x| x as u32)
    }
}

fidelity! {
    fn a_closure_of_nothing() as (), takes u32, yields u32, returns u32 => {
        macro_rules! m { () => { |x: u32| x + 1 } }
        let f = m!();
        yield_!(f(1));
        f(2)
    }
}

fidelity! {
    fn a_closure_over_a_local() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { move || x.id() } }
        let f = m!();
        yield_!(2);
        let n = f();
        yield_!(n);
        log("f");
        3
    }
}

fidelity! {
    fn a_closure_that_consumes_a_local() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        macro_rules! m { () => { move || eat(x) } }
        let f = m!();
        yield_!(2);
        let n = f();
        log("f");
        3
    }
}

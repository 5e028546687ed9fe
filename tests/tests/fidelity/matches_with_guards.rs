//! `matches!` with a guard: what the guard mentions is mentioned there, whether or not it runs.

use coro_tests::{D, d, eat, fidelity, log, see, st, swallow};

use super::given::*;

fn limit() -> u32 {
    1
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns () => {
        for item in [Some(1), None, Some(9)] { if matches!(item, Some(n) if n > t(3)) { yield_!(1); } }
    }
}

fidelity! {
    fn with_a_local_in_its_guard() as (), takes u32, yields u32, returns () => {
        let limit = t(4); for item in [Some(1), None, Some(9)] { if matches!(item, Some(n) if n > limit) { yield_!(1); } }
    }
}

fidelity! {
    fn of_an_answer_with_a_local_in_its_guard() as (), takes u32, yields u32, returns () => {
        let limit = t(4); if matches!(yield_!(1), n if n > limit) { yield_!(2); }
    }
}

fidelity! {
    fn whose_guard_calls_a_closure_of_a_functions_name() as (), takes u32, yields u32, returns () => {
        let limit = || 100; let k = yield_!(1); see("m", matches!(k, n if n > limit()) as u32);
    }
}

fidelity! {
    fn whose_guard_names_a_local_that_hides_one() as (), takes u32, yields u32, returns () => {
        let x = 1; { let x = t(4); yield_!(1); see("m", std::matches!(yield_!(2), n if n > x) as u32); } t(x);
    }
}

fidelity! {
    fn whose_guard_assigns() as (), takes u32, yields u32, returns () => {
        let mut i = 0; let a = yield_!(1); see("m", matches!(a, 0 | 2 if { i += 1; true }) as u32); yield_!(i);
    }
}

fidelity! {
    fn in_a_closure() as (), takes u32, yields u32, returns () => {
        let k = t(3); yield_!(1); let f = move |v: u32| matches!(v, n if n > k); yield_!(2); see("f", f(2) as u32 + f(5) as u32);
    }
}

fidelity! {
    fn whose_guard_is_the_last_but_one_to_use_a_value() as (), takes u32, yields u32, returns () => {
        let x = d("x"); yield_!(1); see("m", matches!(yield_!(2), n if { x.id(); n > 1 }) as u32); yield_!(3); eat(x);
    }
}

fidelity! {
    fn of_references_with_two_values_in_its_guard() as (), takes u32, yields u32, returns () => {
        let x = Some(d("x")); let y = d("y"); let hit = matches!(&x, Some(v) if v.id() != y.id()); yield_!(1); see("hit", hit as u32);
    }
}

fidelity! {
    fn whose_guard_returns() as (), takes u32, yields u32, returns u32 => {
        let x = yield_!(1); if matches!(x, n if { if n > 5 { return 9; } true }) { yield_!(2); } see("x", x)
    }
}

fidelity! {
    fn whose_guard_leaves_a_block() as (), takes u32, yields u32, returns () => {
        let x = 'a: { let k = yield_!(1); if matches!(k, n if { if n > 3 { break 'a 7; } n > 1 }) { yield_!(2); } k }; t(x);
    }
}

fidelity! {
    fn whose_guard_uses_a_field() as (), takes u32, yields u32, returns () => {
        let s = st(1); let k = yield_!(1); see("m", matches!(k, n if n > s.n) as u32); yield_!(2); swallow(s);
    }
}

fidelity! {
    fn with_alternatives_and_a_guard() as (), takes u32, yields u32, returns () => {
        let v = e(1); yield_!(1); if matches!(&v, E::A(x) | E::B { x, .. } if x.id() == 7) { yield_!(2); } let w = &v; yield_!(3); see("m", matches!(w, E::Z) as u32);
    }
}

//! What closures capture: nothing where `_` stands for it, a field where only that is looked at, and a
//! pointer whole.
#![allow(irrefutable_let_patterns)]

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone)]
struct St {
    a: D,
    n: u32,
    b: D,
}

fn st(n: u32) -> St {
    St { a: d("a"), n, b: d("b") }
}

#[derive(Clone)]
enum En {
    A(D),
    B { n: u32, x: D },
    C,
}

#[derive(Clone)]
struct Pt(D, u32);

fidelity! {
    fn a_wildcard_let() as (), takes u32, yields u32, returns u32 => {
        let t = d("a");
        let f = move || { let _ = t; 5 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_assignment() as (), takes u32, yields u32, returns u32 => {
        let t = d("a");
        let f = move || { _ = t; 5 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_arm() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { match t { _ => 5 } };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn wildcard_arms_with_a_guard() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { match t { _ if see("g", 1) == 1 => 5, _ => 4 } };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_in_an_inner_closure() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let g = move || { let _ = t; 3 }; g() };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_in_an_inner_closure_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let o = d("x");
        let f = move |_: u32| { let c = || { let _ = o; 3 }; c() };
        yield_!(1);
        let n = f(3);
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_in_parentheses() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = (t); 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_in_matches() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || matches!(t, _) as u32;
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_on_one_path() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        if yield_!(1) > 2 { let f = move || { let _ = t; 4 }; yield_!(f()); }
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_with_a_type() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _: D = t; 5 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_in_an_async_block() as (), takes u32, yields u32, returns u32, unclonable => {
        let t = d("t");
        let f = async move { let _ = t; 5 };
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_arm_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let o = d("x");
        let f = move || loop { match o { _ => break 3 } };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_beside_a_deferred_let() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let x: D; _ = t; x = d("x"); x.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_with_an_else() as (), takes u32, yields u32, returns u32 => {
        let o = d("o");
        let f = move || { let _ = o else { return 3 }; 5 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_for_a_field() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = t.n; 5 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_for_the_content_of_a_box() as (), takes u32, yields u32, returns u32 => {
        let t = Box::new(d("t"));
        let f = move || { let _ = *t; 5 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_and_a_field() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = t; t.n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_and_a_method() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = t; t.id() };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_wildcard_without_move() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = || { let _ = t; 4 };
        let n = f();
        drop(t);
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn a_wildcard_for_a_part() as (), takes u32, yields u32, returns u32 => {
        let t = (d("t"), d("u"));
        let f = move || { _ = t.0; 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_wildcard_for_one_part_of_two() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let _ = &t.0; let _ = t.1; 2 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn an_if_let_with_a_wildcard_captures() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { if let _ = t { 5 } else { 4 } };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_while_let_with_a_wildcard_captures() as (), takes u32, yields u32, returns u32 => {
        let o = d("o");
        let mut k = 0;
        let mut f = move || { while let _ = o { k += 1; if k > 3 { break } } k };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_block_behind_a_wildcard_captures() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = { t }; 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_reference_behind_a_wildcard_captures() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _ = &t; 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_value_in_a_tuple_captures() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let (a, _) = (3, t); a };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_value_in_a_scrutinee_captures() as (), takes u32, yields u32, returns u32 => {
        let o = d("o");
        let f = move || match (o, 3) { (_, k) => k };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_part_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let (ref x, _) = t; x.n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn the_last_part_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let (.., ref y) = t; y.n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_part_by_a_mutable_reference() as (), takes u32, yields u32, returns u32 => {
        let mut t = (d("t"), d("u"));
        let f = move || { let (ref mut a, _) = t; a.n };
        yield_!(1);
        log("e");
        4
    }
}

fidelity! {
    fn no_part_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let (_, _) = t; 5 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_part_of_a_part_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = ((d("t"), d("v")), d("u"));
        let f = move || { let ((ref a, _), _) = t; a.n };
        log("e");
        f()
    }
}

fidelity! {
    fn the_outer_parts_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"), d("c"));
        let f = move || { let (ref a, .., ref b) = s; a.id() + b.id() };
        yield_!(f());
        log("e");
        f()
    }
}

fidelity! {
    fn both_parts_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let x = 3;
        let s = (d("a"), d("b"));
        let f = move |k: u32| { let (ref a, ref b) = s; a.id() + b.id() + k };
        yield_!(f(1));
        log("e");
        f(2)
    }
}

fidelity! {
    fn no_field_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = st(1);
        let f = move || { let St { .. } = t; 3 };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_copied_field_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = st(1);
        let f = move || { let St { n, .. } = t; n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_copied_field_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let t = st(1);
        let f = move || match t { St { n, .. } => n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_field_of_a_tuple_struct_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let t = Pt(d("p"), 3);
        let f = move || { let Pt(ref a, _) = t; 3 };
        log("x");
        f()
    }
}

fidelity! {
    fn arms_that_look_at_different_parts() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || match t { (ref x, _) if x.n > 100 => x.n, (_, ref y) => y.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_literal_for_a_part() as (), takes u32, yields u32, returns u32 => {
        let o = (d("x"), 3);
        let f = move || match o { (_, 3) => 1, _ => 2 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn an_arm_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { match t { ref x => x.n } };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn arms_that_ask_for_the_variant() as (), takes u32, yields u32, returns u32 => {
        let t = Some(d("t"));
        let f = move || { match t { Some(_) => 1, _ => 2 } };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn an_if_let_that_asks_for_the_variant() as (), takes u32, yields u32, returns u32 => {
        let t = Some(d("t"));
        let f = move || { if let Some(_) = t { 1 } else { 3 } };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_let_else_that_asks_for_the_variant() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || { let Some(_) = o else { return 3 }; 5 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_let_else_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || { let Some(ref x) = o else { return 3 }; x.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn arms_that_ask_for_the_variant_of_an_enum() as (), takes u32, yields u32, returns u32 => {
        let o = En::A(d("o"));
        let f = move || match o { En::A(_) => 1, En::B { .. } => 2, En::C => 3 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_matches_that_asks_for_the_variant() as (), takes u32, yields u32, returns u32 => {
        let o = En::A(d("o"));
        let f = move || matches!(o, En::A(_)) as u32;
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn an_element_of_an_array() as (), takes u32, yields u32, returns u32 => {
        let t = [d("t"), d("u")];
        let f = move || { let [ref a, _] = t; a.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

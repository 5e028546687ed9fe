//! What closures capture: nothing where `_` stands for it, a field where only that is looked at, and a
//! pointer whole.
#![allow(irrefutable_let_patterns)]

use coro_tests::{D, d, eat, fidelity, log, see};

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
    fn a_wildcard_for_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new(d("b"));
        let f = move || { let _ = b; 3 };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn a_wildcard_on_one_path_of_the_closure() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let k = 3;
        let f = move || match k { 3 => { let _ = t; 1 } _ => 2 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_in_an_argument() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let w: Vec<u32> = (0..2).map(move |x| { let _ = t; x }).collect();
        yield_!(w[0]);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_in_a_closure_that_is_called_at_once() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let n = (|| { let _ = t; 3 })();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_beside_a_reference() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let _x = &t; let _ = t; 1 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_for_an_item_of_a_vector() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("a"), d("b")];
        let f = move || { let _ = v[0]; 3 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_wildcard_for_an_item_of_an_array() as (), takes u32, yields u32, returns u32 => {
        let v = [d("a"), d("b")];
        let f = move || { let _ = v[0]; 3 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

//! What `move` closures take with them.

use coro_tests::{D, St, d, eat, fidelity, log, see};

fidelity! {
    fn an_assigned_part() as (), takes u32, yields u32, returns u32 => {
        let mut t = (d("t"), d("q"));
        let mut f = move || { t.1 = d("n"); t.1.n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn an_assigned_local() as (), takes u32, yields u32, returns u32 => {
        let mut u = d("u");
        let mut f = move || { u = d("t"); u.n };
        yield_!(1);
        let g = f();
        yield_!(3);
        3
    }
}

fidelity! {
    fn a_local_that_is_only_assigned() as (), takes u32, yields u32, returns u32 => {
        let mut t = d("t");
        let f = move || { t = d("u"); };
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_field_that_is_assigned() as (), takes u32, yields u32, returns u32 => {
        let mut t = d("t");
        let mut f = move || { t.n = 5; };
        f();
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_local_assigned_without_move() as (), takes u32, yields u32, returns u32 => {
        let mut t = d("t");
        let mut f = || { t = d("u"); };
        f();
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_part_that_is_changed() as (), takes u32, yields u32, returns u32 => {
        let mut t = (d("t"), 3);
        let mut f = move || { t.1 += 4; t.1 };
        let n = f();
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn a_part_that_a_method_changes() as (), takes u32, yields u32, returns u32 => {
        let mut t = (d("t"), 3);
        let mut f = move || { t.0.touch(); t.1 };
        let n = f();
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn a_field_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new((d("t"), d("q")));
        let f = move || { b.0.n };
        yield_!(1);
        f()
    }
}

fidelity! {
    fn a_method_of_a_box() as (), takes u32, yields u32, returns u32 => {
        let t = Box::new(d("t"));
        let f = move || t.id();
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn a_field_in_a_box_of_a_written_type() as (), takes u32, yields u32, returns u32 => {
        let t: Box<(D, D)> = Box::new((d("t"), d("u")));
        let f = move || t.1.id();
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_field_in_a_box_that_is_a_parameter(t: Box<(D, D)>) as (Box::new((d("t"), d("u")))), takes u32, yields u32, returns u32 => {
        let f = move || t.1.id();
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn a_field_in_an_rc() as (), takes u32, yields u32, returns u32 => {
        let t = std::rc::Rc::new(d("t"));
        let u = t.clone();
        let f = move || u.n;
        yield_!(1);
        log(std::rc::Rc::strong_count(&t));
        3
    }
}

fidelity! {
    fn a_field_in_a_clone_of_an_rc() as (), takes u32, yields u32, returns u32 => {
        let s = std::rc::Rc::new(d("s"));
        let f = { let s = s.clone(); move || see("k", s.n) };
        let n = f();
        yield_!(n);
        log("e");
        std::rc::Rc::strong_count(&s) as u32
    }
}

fidelity! {
    fn a_field_in_an_rc_that_is_passed_on() as (), takes u32, yields u32, returns u32 => {
        let s = std::rc::Rc::new(d("s"));
        let f = move || see("k", s.n);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_field_in_an_rc_of_an_inner_block() as (), takes u32, yields u32, returns u32 => {
        let t = std::rc::Rc::new(d("t"));
        let f = { let t = std::rc::Rc::clone(&t); move || t.n };
        let n = f();
        yield_!(n);
        log(std::rc::Rc::strong_count(&t));
        3
    }
}

fidelity! {
    fn a_field_in_an_rc_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let s = (std::rc::Rc::new(d("s")), 4);
        let f = move || see("k", s.0.n);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_field_that_is_passed_on() as (), takes u32, yields u32, returns u32 => {
        let s = St { a: d("a"), n: 3, b: d("b") };
        let f = move || see("k", s.n);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_field_of_a_part() as (), takes u32, yields u32, returns u32 => {
        let s = (d("s"), 4);
        let f = move || see("k", s.0.n);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_part_beside_one_that_is_looked_at() as (), takes u32, yields u32, returns u32 => {
        let s = (d("s"), 4);
        let f = move || see("k", s.1) + s.0.id();
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_input_beside_what_is_looked_at() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let b = d("b");
        let f = move || k + b.id();
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_input_that_is_passed_on_beside_what_is_looked_at() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let b = d("b");
        let f = move || see("k", k) + b.id();
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_closure_that_gives_a_closure() as (), takes u32, yields u32, returns u32 => {
        let s = d("a");
        let f = move || move || s.id();
        let g = f();
        yield_!(1);
        log("e");
        g()
    }
}

fidelity! {
    fn an_if_let_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || if let Some(x) = &o { x.n } else { 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_borrowed_part_beside_a_moved_one() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"), d("c"));
        let (ref a, ..) = s;
        let n = a.id();
        drop(s.1);
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_pattern_that_borrows_and_moves_parts() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"), d("c"));
        let (ref a, b, _) = s;
        let n = a.id();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_field_in_a_clone_of_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new(d("b"));
        let c = b.clone();
        let f = move || c.n;
        yield_!(f());
        log("e");
        f() + b.n
    }
}

fidelity! {
    fn a_field_in_an_rc_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let s = Box::new(std::rc::Rc::new(d("m")));
        let f = move || s.n;
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_part_beside_one_that_is_moved() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), 3);
        let f = move || s.1;
        yield_!(1);
        drop(s.0);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn parts_in_two_closures() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), 3);
        let f = move || { s.1 };
        let g = move || s.0.id();
        yield_!(1);
        let n = f() + g();
        yield_!(n);
        log("e");
        3
    }
}

/// A number beside a value, with a destructor of its own.
struct Counted {
    value: D,
    n: u32,
}

impl Drop for Counted {
    fn drop(&mut self) {
        log("drop counted");
    }
}

fidelity! {
    /// It captures the copy, whatever the type of the rest.
    fn a_copied_field_of_what_implements_drop() as (), takes u32, yields u32, returns u32, unclonable => {
        let counted = Counted { value: d("value"), n: 3 };
        let f = move || counted.n + 1;
        yield_!(f());
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_field_in_a_closure_that_may_be_made() as (), takes u32, yields u32, returns u32, unclonable => {
        let counted = Counted { value: d("value"), n: 3 };
        let f = if yield_!(1) > 3 { Some(move || counted.n) } else { None };
        log("made");
        let n = yield_!(f.map_or(2, |f| f()));
        log("e");
        n
    }
}

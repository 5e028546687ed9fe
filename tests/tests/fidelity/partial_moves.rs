//! Tuples of which parts are moved one by one.

use coro_tests::{D, d, eat, fidelity, log, see, swallow};
fidelity! {
    fn a_part_is_moved_and_the_others_taken_later() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"), d("c"));
        drop(t.1);
        yield_!(1);
        let (x, _, z) = (t.0, 5, t.2);
        yield_!(x.n);
        z.n
    }
}
fidelity! {
    fn parts_of_an_annotated_tuple_on_different_paths() as (), takes bool, yields u32, returns u32 => {
        let g = d("g");
        let t: (D, D) = { let h = d("h"); yield_!(1); (d("a"), d("b")) };
        let after = d("after");
        if yield_!(2) { drop(t.0); } else if yield_!(3) { eat(t.1); } else { let (p, _) = t; yield_!(4); drop(p); }
        yield_!(5);
        g.n
    }
}
fidelity! {
    fn a_part_is_put_back_and_the_whole_is_moved() as (), takes u32, yields String, returns u32 => {
        let mut t = (d("a"), yield_!("x".into()));
        yield_!(format!("{} {}", t.0.n, t.1));
        eat(t.0);
        yield_!(t.1.to_string());
        t.0 = d("again");
        t.1 += yield_!(format!("{}", t.1));
        let u = t;
        yield_!(format!("{}", u.1));
        u.0.n
    }
}
fidelity! {
    fn a_move_closure_captures_a_part() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), (d("b"), 3));
        let f = move || t.0.id();
        yield_!(f());
        t.1.1 + t.1.0.n
    }
}
fidelity! {
    fn a_part_is_moved_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        for i in 0..2 { if yield_!(i) == 3 { drop(t.0); break; } }
        yield_!(9);
        t.1.n
    }
}
fidelity! {
    fn a_part_is_replaced_and_swapped() as (), takes u32, yields u32, returns (D, D) => {
        let mut t = (d("a"), d("b"));
        if yield_!(1) > 2 { drop(t.0); t.0 = d("c"); }
        std::mem::swap(&mut t.0, &mut t.1);
        yield_!(2);
        t
    }
}
fidelity! {
    fn parts_are_crossed_over() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let u = (t.1, t.0);
        yield_!(1);
        let (x, y) = u;
        yield_!(x.n);
        y.n
    }
}
fidelity! {
    fn a_part_is_a_box_or_an_option() as (), takes bool, yields u32, returns u32 => {
        let t = (Box::new(d("a")), Some(d("b")), 7u8);
        let x = *t.0;
        yield_!(x.n);
        if let Some(b) = t.1 { yield_!(b.n); }
        yield_!(t.2.into());
        8
    }
}

fidelity! {
    fn a_shadowing_local_is_moved_out_of_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let x = d("x0");
        for i in 0..2 {
            let x = (d(format!("x{}", i + 1)), x.n);
            let x = { yield_!(x.1); x.0 };
            yield_!(x.n);
        }
        x.n
    }
}

fidelity! {
    fn by_an_assignment_that_leaves_a_part() as (), takes u32, yields u32, returns u32 => {
        let x2 = (d("a"), d("b"));
        let x3;
        (x3, _) = x2;
        log("assigned");
        yield_!(1);
        3
    }
}

fidelity! {
    fn by_an_assignment_that_takes_all() as (), takes u32, yields u32, returns u32 => {
        let x2 = (d("a"), d("b"));
        let x3;
        let x4;
        (x3, x4) = x2;
        log("assigned");
        yield_!(1);
        3
    }
}

fidelity! {
    fn by_an_assignment_that_takes_nothing() as (), takes u32, yields u32, returns u32 => {
        let x2 = d("a");
        _ = x2;
        log("assigned");
        yield_!(1);
        x2.n
    }
}

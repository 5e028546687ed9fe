//! Values that a `let` takes apart while temporaries of the statement are kept, and literals that patterns bind.

use coro_tests::{D, St, d, eat, fidelity, log, see};

struct Pt(D, u32);

fn u(x: &D) -> u32 {
    x.n
}

fn u2(_: &D, y: u32) -> u32 {
    see("u2", y)
}

fn id(_: u32) -> D {
    log("id");
    d("id")
}

fn two(a: D, b: D) -> u32 {
    eat(a) + eat(b)
}

fn three(a: u32, b: u32, c: u32) -> u32 {
    log("three");
    a + b + c
}

fn first<T, U>(value: T, _: U) -> T {
    log("first");
    value
}

fidelity! {
    fn by_a_struct_pattern() as (), takes u32, yields u32, returns D => {
        let Pt(x6, _) = Pt(d("8"), u2(&d("1"), u(&{ yield_!(2); d("6") })));
        x6
    }
}

fidelity! {
    fn by_a_pattern_with_a_rest() as (), takes u32, yields u32, returns D => {
        let Pt(x6, ..) = Pt(d("8"), u2(&d("1"), u(&{ yield_!(2); d("6") })));
        x6
    }
}

fidelity! {
    fn by_a_tuple_pattern() as (), takes u32, yields u32, returns D => {
        let (x6, y) = (d("8"), u2(&d("1"), u(&{ yield_!(2); d("6") })));
        x6
    }
}

fidelity! {
    fn as_a_whole() as (), takes u32, yields u32, returns D => {
        let x6 = (d("8"), u2(&d("1"), u(&{ yield_!(2); d("6") })));
        x6.0
    }
}

fidelity! {
    fn by_a_let_else() as (), takes u32, yields u32, returns D => {
        let Some(x6) = Some((d("8"), u2(&d("1"), u(&{ yield_!(2); d("6") })))) else { return d("8") };
        x6.0
    }
}

fidelity! {
    fn beside_a_deferred_let() as (), takes u32, yields u32, returns D => {
        let y;
        let Pt(x6, _) = Pt(d("8"), u2(&{ y = d("y"); d("1") }, u(&{ yield_!(2); d("6") })));
        x6
    }
}

fidelity! {
    fn with_an_unbound_part() as (), takes u32, yields u32, returns D => {
        let (x, _) = (d("8"), id(u2(&d("1"), u(&{ yield_!(2); d("6") }))));
        x
    }
}

fidelity! {
    fn into_a_mutable_name() as (), takes u32, yields u32, returns D => {
        let (_, mut x) = (d("8"), id(u2(&d("1"), u(&{ yield_!(2); d("6") }))));
        x.n = 3;
        yield_!(3);
        x
    }
}

fidelity! {
    fn beside_a_closure() as (), takes u32, yields u32, returns D => {
        let (x, z) = (d("8"), { let y = yield_!(u(&d("1"))); move |n: u32| n + y + u(&d("6")) });
        yield_!(z(2));
        x
    }
}

fidelity! {
    fn literals_in_a_box(x: u32) as (3), takes u32, yields u32, returns () => {
        match *Box::new(4) { x1 @ 1..=5 => { yield_!(x1); }, _ => { yield_!(9); } }
    }
}

fidelity! {
    fn literals_in_a_box_or_a_local(x: u32) as (3), takes u32, yields u32, returns () => {
        match (match *Box::new(4) { x1 @ 1..=5 => x1, _ => x }, 4) { (_, _) => { yield_!(3); } }
    }
}

fidelity! {
    fn literals_beside_a_move(x: u32) as (3), takes u32, yields u32, returns () => {
        let p = (d("x"), 3);
        match p { (y, n @ (2 | 3)) => { yield_!(n); eat(y); }, (y, z @ 4..) => { yield_!(9); eat(y); }, _ => { yield_!(2); } }
    }
}

fidelity! {
    fn literals_of_a_local(x: u32) as (3), takes u32, yields u32, returns () => {
        let p = 4;
        match p { n @ (2 | 3) => { yield_!(n); }, z @ 4.. => { yield_!(9); }, _ => { yield_!(2); } }
        yield_!(p);
    }
}

fidelity! {
    fn a_box_that_a_range_is_counted_for() as (), takes u32, yields u32, returns () => {
        let _ = *first(Box::new(id((u(&d("9"))..5).count() as u32)), yield_!(7));
    }
}

fidelity! {
    fn a_box_that_is_only_looked_into() as (), takes u32, yields u32, returns () => {
        let _ = *first(Box::new(id(u(&d("9")))), yield_!(7));
    }
}

fidelity! {
    fn a_box_as_a_whole() as (), takes u32, yields u32, returns () => {
        let _ = first(Box::new(id((u(&d("9"))..5).count() as u32)), yield_!(7));
    }
}

fidelity! {
    fn a_field_of_a_box() as (), takes u32, yields u32, returns () => {
        first(Box::new(id((u(&d("9"))..5).count() as u32)), yield_!(7)).n;
    }
}

fidelity! {
    fn parts_of_a_box() as (), takes u32, yields u32, returns () => {
        let (a, _) = *first(Box::new((id(u(&d("9"))), id(3))), yield_!(7));
        eat(a);
    }
}

fidelity! {
    fn all_of_a_box() as (), takes u32, yields u32, returns () => {
        let (a, b) = *first(Box::new((id(u(&d("9"))), id(3))), yield_!(7));
        eat(a);
    }
}

fidelity! {
    fn a_box_into_a_name() as (), takes u32, yields u32, returns () => {
        let a = *first(Box::new((id(u(&d("9"))), id(3))), yield_!(7));
        eat(a.0);
    }
}

fidelity! {
    fn a_field_that_nobody_takes() as (), takes u32, yields u32, returns () => {
        let _ = first(Box::new((id(u(&d("9"))), id(3))), yield_!(7)).1;
    }
}

fidelity! {
    fn a_field_into_a_name() as (), takes u32, yields u32, returns () => {
        let a = first(Box::new((id(u(&d("9"))), id(3))), yield_!(7)).1;
    }
}

fidelity! {
    fn a_box_by_a_let_else() as (), takes u32, yields u32, returns () => {
        let Some(_) = *first(Box::new(Some(id(u(&d("9"))))), yield_!(7)) else { return };
        log("x");
    }
}

fidelity! {
    fn a_box_with_a_written_type() as (), takes u32, yields u32, returns () => {
        let _: D = *first(Box::new(id(u(&d("9")))), yield_!(7));
        let (_, b): (D, D) = *first(Box::new((id(u(&d("9"))), id(3))), yield_!(7));
        log("x");
    }
}

fidelity! {
    fn a_box_by_a_match_or_if_let() as (), takes u32, yields u32, returns () => {
        match *first(Box::new(id(u(&d("9")))), yield_!(7)) { _ => log("m") }
        match *first(Box::new((id(u(&d("9"))), 3)), yield_!(7)) { (a, _) => log("m") }
        if let (a, 4) = *first(Box::new((id(u(&d("9"))), 4)), yield_!(7)) { log("k") }
    }
}

fidelity! {
    fn with_a_written_type() as (), takes u32, yields u32, returns D => {
        let (x, _): (D, D) = (d("8"), id(u2(&d("1"), u(&{ yield_!(2); d("6") }))));
        x
    }
}

fidelity! {
    fn literals_or_names_in_a_box() as (), takes u32, yields u32, returns () => {
        let _ = match *Box::new(0) { 0 | 2 | 4 => d("a"), _ if see("g", false) => { yield_!(3); d("b") } x6 => d("c"), };
    }
}

fidelity! {
    fn literals_or_names_of_a_field(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let b = Box::new((n, d("k")));
        let r = match b.0 { 0 => { yield_!(3); 4 } x if x > 7 => x, y => { yield_!(y); y } };
        yield_!(r + b.1.n);
        r
    }
}

fidelity! {
    fn literals_or_names_of_a_text(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let b = "x".to_string();
        let r = match b.as_str() { "y" => { yield_!(3); 4 } x if x.len() > 7 => 1, y => { yield_!(2); 8 } };
        yield_!(r);
        r
    }
}

fidelity! {
    fn a_box_that_is_filled_again() as (), takes u32, yields u32, returns u32 => {
        let mut bx = Box::new(d("a"));
        drop(*bx);
        *bx = d("b");
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn boxes_that_are_filled_in_a_loop(r: &mut D) as (Box::leak(Box::new(d("r")))), takes u32, yields u32, returns u32, unclonable => {
        *r = d("b");
        yield_!(1);
        let mut bx = Box::new(d("a"));
        for i in 0..2 { let x = *bx; *bx = d("n"); yield_!(x.n + i); }
        if yield_!(1) > 1 { drop(*bx); *bx = d("m"); } else { eat(*bx); bx = Box::new(d("o")); }
        yield_!(3);
        log("e");
        3
    }
}

fidelity! {
    fn an_arm_that_moves_one_part() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        match t { (x, _) => { yield_!(x.n); log("in"); } }
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn arms_that_ask_for_one_part() as (), takes u32, yields u32, returns u32 => {
        let t = (Some(d("a")), d("b"));
        match t { (Some(x), _) if x.n > 100 => { yield_!(1); } (Some(x), ..) => { yield_!(x.n); log("in"); } _ => { yield_!(3); } }
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn an_arm_that_borrows_one_part() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        match t { (ref x, _) => { let n = x.n; yield_!(n); log("in"); } }
        drop(t.1);
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn arms_with_a_literal_for_one_part() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"), 4);
        let n = match t { (.., 4) => 1, (.., k) => k };
        yield_!(n);
        drop(t.1);
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn an_arm_that_moves_one_part_on_one_path() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        if yield_!(1) > 2 { match t { (x, _) => { log(x.n); } } }
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn a_box_that_an_inner_loop_leaves_empty() as (), takes u32, yields u32, returns u32 => {
        let mut x10 = Box::new(d("1"));
        let mut n = 0;
        'l2: while let Some(x11) = first(if n < 3 { Some(n) } else { None }, *x10) { while (x11..{ yield_!(3); n += 1; n }).contains(&3) {} x10 = Box::new(d("0")); }
        4
    }
}

fidelity! {
    fn boxes_that_loops_leave_empty() as (), takes u32, yields u32, returns u32 => {
        let mut b = Box::new(d("b"));
        for i in 0..2 { drop(*b); let mut k = 0; while k < 2 { if yield_!(k) > 300 { return 5; } k += 1; } b = Box::new(d("c")); yield_!(9); }
        if see("s", true) { eat(*b); loop { if yield_!(1) > 0 { break; } } b = Box::new(d("e")); }
        yield_!(2);
        4
    }
}

fidelity! {
    fn fields_of_a_literal_by_their_names() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)]
        struct Two { e: u32, x: u32 }
        let Two { e, x } = Two { e: yield_!(d("t").id()), x: 2 };
        e + x
    }
}

fidelity! {
    fn part_of_a_tuple_assigned_to_a_place_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let mut arr = [1u32; 3]; arr[yield_!(1) as usize % 3] = eat((1, d("i")).1); arr[0]
    }
}

fidelity! {
    fn part_of_a_tuple_that_an_earlier_operand_eats() as (), takes u32, yields u32, returns u32 => {
        three(eat((1, d("i")).1), yield_!(1), 2)
    }
}

fidelity! {
    fn part_of_three_that_an_earlier_operand_eats() as (), takes u32, yields u32, returns u32 => {
        three(eat((d("a"), d("i"), d("c")).1), yield_!(1), see("z", 2))
    }
}

fidelity! {
    fn part_of_a_tuple_beside_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let x = (std::convert::identity((d("r"), 1).0), { yield_!(2); 1 }); log("n"); x.1
    }
}

fidelity! {
    fn part_of_a_tuple_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let x = ((d("p"), d("q"), 4).1, yield_!(3)).0; log("n"); yield_!(2); x.n
    }
}

fidelity! {
    fn part_of_a_tuple_that_waits() as (), takes u32, yields u32, returns u32 => {
        let x = two((d("p"), d("q")).1, { yield_!(1); d("r") }); log("n"); x
    }
}

fidelity! {
    fn part_of_a_tuple_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let x = two((d("p"), { yield_!(7); d("q") }).0, d("r")) + yield_!(3); log("n"); x
    }
}

fidelity! {
    fn field_of_a_part_of_a_part() as (), takes u32, yields u32, returns u32 => {
        let x = (d("p"), (d("q"), d("s"))).1.0.n + yield_!(3); log("n"); x
    }
}

fidelity! {
    fn part_of_a_part() as (), takes u32, yields u32, returns u32 => {
        let x = eat((d("p"), (d("q"), d("s"))).1.0) + yield_!(3); log("n"); x
    }
}

fidelity! {
    fn part_of_a_tuple_that_is_looked_at() as (), takes u32, yields u32, returns u32 => {
        let x = ((d("p"), d("q"))).1.id() + yield_!(3); log("n"); x
    }
}

fidelity! {
    fn number_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let x = (d("p"), 5).1 + yield_!(3); log("n"); x
    }
}

fidelity! {
    fn part_of_a_tuple_that_nothing_takes() as (), takes u32, yields u32, returns u32 => {
        match (d("w"), d("d8")).1 { _ => { yield_!(5) } }
    }
}

fidelity! {
    fn parts_of_two_tuples() as (), takes u32, yields u32, returns u32 => {
        let k = ((d("w"), d("x")).0, yield_!(3), (d("y"), d("z")).1); log("n"); yield_!(2)
    }
}

fidelity! {
    fn part_of_a_tuple_in_a_struct() as (), takes u32, yields u32, returns u32 => {
        let s = St { a: (d("w"), 2).0, n: yield_!(1), b: (3, d("q")).1 }; log("n"); yield_!(s.n)
    }
}

//! Parts of a value that a pattern borrows by `ref`, beside others that it takes: they live as long as the value
//! would, across suspensions.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

fidelity! {
    fn beside_a_copy() as (), takes u32, yields u32, returns () => {
        match (d("x"), 3) { (ref y, n) => { yield_!(n); } }
    }
}

fidelity! {
    fn beside_a_move() as (), takes u32, yields u32, returns () => {
        match (d("x"), d("z")) { (ref y, n) => { yield_!(3); eat(n); } }
    }
}

fidelity! {
    fn under_a_guard() as (), takes u32, yields u32, returns () => {
        match (d("x"), d("z")) { (ref y, n) if see("g", true) => { yield_!(3); } (y, n) => { yield_!(3); } }
    }
}

fidelity! {
    fn in_one_arm() as (), takes u32, yields u32, returns () => {
        match (d("x"), 3) { (ref y, 3) => { yield_!(2); } (y, z) => { yield_!(z); } }
    }
}

fidelity! {
    fn beside_a_bound_literal() as (), takes u32, yields u32, returns () => {
        match (d("x"), 3) { (ref y, n @ 3) => { yield_!(2); } _ => { yield_!(4); } }
    }
}

fidelity! {
    fn in_a_let() as (), takes u32, yields u32, returns () => {
        let (ref y, n) = (d("x"), 3);
        yield_!(2);
        yield_!(n);
    }
}

fidelity! {
    fn in_an_if_let() as (), takes u32, yields u32, returns () => {
        if let (ref y, Some(n)) = (d("x"), Some(3)) { yield_!(n); yield_!(4); }
    }
}

fidelity! {
    fn in_a_while_let() as (), takes u32, yields u32, returns () => {
        let mut v = vec![d("p")];
        while let (ref y, Some(n)) = (d("x"), v.pop()) { yield_!(n.n); yield_!(4); }
    }
}

fidelity! {
    fn in_a_for() as (), takes u32, yields u32, returns () => {
        for (ref y, n) in [(d("x"), d("z"))] { yield_!(n.n); yield_!(4); }
    }
}

fidelity! {
    fn the_whole_value_of_a_let() as (), takes u32, yields u32, returns () => {
        let ref y = d("x");
        yield_!(2);
        yield_!(3);
    }
}

fidelity! {
    fn all_parts_of_a_let() as (), takes u32, yields u32, returns () => {
        let (ref y, ref mut z) = (d("x"), d("z"));
        z.n = 4;
        yield_!(z.n + y.n);
        let w = d("w");
        yield_!(3);
    }
}

fidelity! {
    fn beside_an_unbound_part_of_a_let() as (), takes u32, yields u32, returns () => {
        let (n, ref y, _) = (d("n"), d("x"), d("w"));
        yield_!(y.n);
        let w = d("w");
        yield_!(3);
    }
}

fidelity! {
    fn in_a_let_else() as (), takes u32, yields u32, returns () => {
        let (n, ref mut y, Some(ref z)) = (d("n"), d("x"), Some(d("w"))) else { return };
        y.n = 5;
        yield_!(y.n + z.n);
        let w = d("w");
        yield_!(3);
    }
}

fidelity! {
    fn that_guards_mention() as (), takes u32, yields u32, returns () => {
        match (d("n"), d("x"), Some(d("w"))) { (n, ref mut y, Some(ref z)) if see("g", z.n + y.n) > 3000 => { yield_!(n.n); }, (_, mut y, Some(ref mut z) | Some(ref mut z)) if see("h", z.n + y.n) < 3000 => { z.n = 3; yield_!(y.n); yield_!(4) ; y.n = 2; }, (n, y, z) => { yield_!(2); } };
        yield_!(10);
    }
}

fidelity! {
    fn in_a_match_with_a_value() as (), takes u32, yields u32, returns u32 => {
        let r = match (d("n"), d("x"), 3) { (n, ref y, 3) => { let k = y.n; yield_!(n.n); k }, (ref n, y, k) => n.n + { yield_!(k); y.n } };
        yield_!(10);
        r
    }
}

fidelity! {
    fn in_a_tail() as (), takes u32, yields u32, returns D => {
        match (d("n"), d("x"), 3) { (n, ref y, 3) => { let k = y.n; yield_!(n.n + k); n }, (ref n, y, k) => { yield_!(k); y } }
    }
}

fidelity! {
    fn in_a_while_let_that_breaks() as (), takes u32, yields u32, returns () => {
        let mut v = vec![(d("a"), d("b"))];
        while let Some((ref a, b)) = v.pop() { see("a", a.n); let c = d("c"); yield_!(b.n); if yield_!(3) > 100 { break } }
    }
}

fidelity! {
    fn in_a_for_that_continues() as (), takes u32, yields u32, returns () => {
        for (a, ref b) in vec![(d("a"), d("b")), (d("e"), d("f"))] { see("a", a.n + b.n); let c = d("c"); yield_!(a.n); if yield_!(3) > 100 { continue } log("end"); }
    }
}

fidelity! {
    fn in_fields_of_a_struct() as (), takes u32, yields u32, returns () => {
        let St { ref a, n, b }
        = st(3);
        yield_!(a.n);
        yield_!(n);
        eat(b);
    }
}

fidelity! {
    fn with_a_subpattern() as (), takes u32, yields u32, returns () => {
        match Some((d("x"), d("y"))) { x @ Some(_) => { yield_!(3); } _ => {} }
        match (Some(d("x")), d("k")) { (ref x @ Some(_), k) => { yield_!(3); } _ => {} }
    }
}

fidelity! {
    fn of_a_parameter(p: (D, u32)) as ((d("a"), 4)), takes u32, yields u32, returns () => {
        let (ref y, n) = p;
        yield_!(n);
        yield_!(4);
    }
}

fidelity! {
    fn in_inner_blocks() as (), takes u32, yields u32, returns () => {
        { let (ref y, n) = (d("x"), d("n")); yield_!(y.n); log("end"); }
        { let z = d("z"); let ref mut y = d("x"); y.n += 1; let w = d("w"); yield_!(y.n); log("end"); }
    }
}

fidelity! {
    fn of_a_tuple_parameter((ref a, b): (D, D)) as ((d("a"), d("b"))), takes u32, yields u32, returns u32 => {
        yield_!(b.n);
        eat(b);
        yield_!(3);
        4
    }
}

fidelity! {
    fn of_a_struct_parameter(St { ref a, n, .. }: St) as (st(3)), takes u32, yields u32, returns u32 => {
        yield_!(n);
        yield_!(3);
        4
    }
}

fidelity! {
    fn the_whole_parameter(ref a: D) as (d("a")), takes u32, yields u32, returns u32 => {
        yield_!(a.n);
        yield_!(3);
        4
    }
}

fidelity! {
    fn of_a_named_parameter(x @ (ref a, n): (u32, u32)) as ((3, 4)), takes u32, yields u32, returns u32 => {
        yield_!(n);
        yield_!(x.0);
        4
    }
}

fidelity! {
    fn of_a_parameter_between_others((a, ref mut b, _, ref c): (D, D, D, D)) as ((d("a"), d("b"), d("c"), d("e"))), takes u32, yields u32, returns u32 => {
        b.n = 3;
        let k = d("k");
        yield_!(b.n + c.n);
        eat(a);
        yield_!(3);
        4
    }
}

fidelity! {
    fn of_a_parameter_that_is_only_borrowed((ref a, _): (D, D)) as ((d("a"), d("b"))), takes u32, yields u32, returns u32 => {
        yield_!(2);
        yield_!(3);
        4
    }
}

fidelity! {
    fn of_places_in_what_is_made() as (), takes u32, yields u32, returns () => {
        let _ = { let ref r = *Box::new(d("x")); yield_!(3); };
        let ref k = st(3).a;
        yield_!(4);
        let ref mut j = (d("k"), vec![d("v")]).1[{ yield_!(5); 0 }];
        yield_!(6);
        let St { ref a, n, .. }
        = *Box::new(st(4));
        yield_!(n);
    }
}

fidelity! {
    fn beside_plain_borrows() as (), takes u32, yields u32, returns () => {
        let x = &*Box::new(d("x"));
        yield_!(3);
        let y = &mut *Box::new(d("y"));
        yield_!(4);
        let z = &(*Box::new(st(4))).b;
        yield_!(5);
    }
}

fidelity! {
    fn of_a_local_box() as (), takes u32, yields u32, returns () => {
        let r = Box::new(d("x"));
        let x = &*r;
        yield_!(3);
        let ref y = *r;
        yield_!(4);
        let (ref z, _) = *Box::new((d("a"), d("b")));
        yield_!(5);
    }
}

fidelity! {
    fn of_a_box_in_patterns() as (), takes u32, yields u32, returns () => {
        let Some(ref x) = *Box::new(Some(d("x"))) else { return };
        yield_!(3);
        if let Some(ref x) = *Box::new(Some(d("x"))) { yield_!(3); }
        match *Box::new((d("x"), d("y"))) { (ref x, ref y) => { yield_!(3); } }
        match (*Box::new((d("x"), d("y")))).0 { ref x => { yield_!(3); } }
        log("end");
    }
}

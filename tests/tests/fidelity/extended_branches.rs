//! Temporaries that a `let` extends, at the ends of branches and under `ref`.

use coro_tests::{D, St, d, fidelity, log, see, st};

#[derive(Clone)]
enum En {
    A(D),
    B { n: u32, x: D },
    C,
}

fn u(x: &D) -> u32 {
    x.n
}

fn u2(_: &D, y: u32) -> u32 {
    see("u2", y)
}

fn u2r(_: &D, _: u32) -> D {
    log("u2r");
    d("u2r")
}

fn first<T, U>(x: T, _: U) -> T {
    log("first");
    x
}

fn id(_: u32) -> D {
    d("id")
}

fn two(_: D, y: u32) -> u32 {
    log("two");
    y
}

fn some(x: D) -> Option<D> {
    Some(x)
}

fidelity! {
    fn condition_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let r = if yield_!(1) > 3 { &d("a") } else { &d("b") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn scrutinee_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let r = match yield_!(1) { 0..=3 => &d("a"), _ => &d("b") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn end_of_a_labelled_block() as (), takes u32, yields u32, returns u32 => {
        let r = 'a: { &d("t") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn branch_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        let r = (if k > 3 { &d("t") } else { &d("f") }, see("x", 3));
        let n = r.0.n + r.1;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn borrowed_branch() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        let r = &if k > 3 { d("t") } else { d("f") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn borrowed_branch_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let r = &if yield_!(0) > 3 { d("t") } else { d("f") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn branch_in_a_variant() as (), takes u32, yields u32, returns u32 => {
        let r = Some(if yield_!(0) > 3 { &d("t") } else { &d("f") });
        let n = r.unwrap().n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn else_if_without_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let r = if let 3..=5 = yield_!(0) { &d("t") } else if two(d("q"), 3) > 2 { &d("f") } else { &d("g") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn arm_that_leaves_suspends() as (), takes u32, yields u32, returns u32 => {
        let r = match Some(yield_!(0)) { Some(n) if n > 3 => { let x = d("x"); log("arm"); &d("t") } Some(_) => { yield_!(7); return 4 } None => &d("z") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn branch_behind_a_statement() as (), takes u32, yields u32, returns u32 => {
        let r = { log("b"); if yield_!(0) > 3 { &d("t") } else { &d("f") } };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn tuple_of_a_value_and_a_branch() as (), takes u32, yields u32, returns u32 => {
        let (r, q) = (&d("p"), if yield_!(0) > 3 { &d("t") } else { &d("f") });
        let n = r.n + q.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn mutable_ends() as (), takes u32, yields u32, returns u32 => {
        let r = if yield_!(1) > 3 { &mut d("a") } else { &mut d("b") };
        r.n += 4;
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn fields_at_the_ends() as (), takes u32, yields u32, returns u32 => {
        let r = if two(d("c"), yield_!(1)) > 3 { &st(4).b } else { &d("b") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn scrutinee_of_parts() as (), takes u32, yields u32, returns u32 => {
        let r = match (d("m"), yield_!(1)) { (m, 3) => &d("a"), _ => &d("b") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn end_that_is_no_temporary() as (), takes u32, yields u32, returns u32 => {
        let s = d("s");
        let r = if yield_!(1) > 3 { &d("a") } else { &s };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn sole_arm_suspends() as (), takes u32, yields u32, returns u32 => {
        let r = match yield_!(1) { k => { yield_!(5); &d("a") } };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn sole_end_behind_leaving_arms() as (), takes u32, yields u32, returns u32 => {
        let r = match yield_!(1) { 1 => { if yield_!(8) > 3 { return 6 } else { yield_!(9); panic!() } } k => Some(&d("a")) };
        let n = r.map_or(3, |x| x.n);
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn sole_then_branch() as (), takes u32, yields u32, returns u32 => {
        let r = if yield_!(1) > 3 { log("x"); &d("a") } else { yield_!(4); return 5 };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn sole_else_branch() as (), takes u32, yields u32, returns u32 => {
        let r = if yield_!(1) > 3 { yield_!(4); return 5 } else if let Some(k) = some(d("x")) { yield_!(6); return k.n } else { yield_!(7); &mut d("a") };
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn array_in_branches() as (), takes u32, yields u32, returns u32 => {
        let r = { yield_!(3); if two(d("c"), 4) > 3 { [&d("a"), &d("b")] } else { [&d("y"), &d("z")] } };
        let n = r[0].n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn struct_of_a_borrowed_branch() as (), takes u32, yields u32, returns u32 => {
        let St { a: x, n: 5, .. }
        = &(if yield_!(3) > 2 { st(5) } else { st(6) }) else { return 3 };
        let n = x.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn let_else_of_a_match() as (), takes u32, yields u32, returns u32 => {
        let Some(x) = (match yield_!(3) { 0 => None, 1..=4 => Some(&d("s")), _ => { log("arm"); Some(&d("t")) } }) else { log("else"); yield_!(7); return 3 };
        let n = x.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_pattern_with_a_literal() as (), takes u32, yields u32, returns u32 => {
        let St { ref b, n: 3, ref a }
        = st(3) else { yield_!(8); log("else"); return 4 };
        let n = a.n + b.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_pattern_that_does_not_match() as (), takes u32, yields u32, returns u32 => {
        let St { ref b, n: 4, ref a }
        = st(3) else { yield_!(8); log("else"); return 4 };
        let n = a.n + b.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_pattern_with_a_rest() as (), takes u32, yields u32, returns u32 => {
        let St { ref b, .. }
        = st(3);
        let n = b.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_around_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let ref r @ (ref a, k) = (d("ra"), 7);
        let n = r.0.n;
        yield_!(n + k);
        log("e");
        3
    }
}

fidelity! {
    fn ref_around_a_struct() as (), takes u32, yields u32, returns u32 => {
        let ref r @ D { n, .. }
        = d("ra");
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn typed_refs() as (), takes u32, yields u32, returns u32 => {
        let (ref a, ref mut b): (D, St) = (d("x"), st(yield_!(4)));
        let n = a.n + b.n;
        b.a = d("y");
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_of_a_part_before_an_else() as (), takes u32, yields u32, returns u32 => {
        let Some(ref x) = (some(d("x")), 4).0 else { log("else"); yield_!(3); return 1 };
        let n = x.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn part_before_an_else() as (), takes u32, yields u32, returns u32 => {
        let None::<D> = (some(d("x")), 4).0 else { log("else"); yield_!(3); return 1 };
        yield_!(7);
        log("e");
        3
    }
}

fidelity! {
    fn variant_before_an_else() as (), takes u32, yields u32, returns u32 => {
        let En::B { n: 3, ref x }
        = (En::A(d("x")), 4).0 else { log("else"); yield_!(3); return 1 };
        yield_!(7);
        log("e");
        3
    }
}

fidelity! {
    fn alternatives_by_ref() as (), takes u32, yields u32, returns u32 => {
        let (En::A(ref x) | En::B { ref x, .. }) = (En::B { n: 4, x: d("x") }) else { log("else"); yield_!(3); return 1 };
        let n = x.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ends_of_an_array_by_ref() as (), takes u32, yields u32, returns u32 => {
        let [ref a, .., ref b] = [d("0"), d("1"), d("2")];
        let n = a.n + b.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_mut_name() as (), takes u32, yields u32, returns u32 => {
        let ref mut r = d("r");
        r.n += 4;
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn refs_behind_a_reference() as (), takes u32, yields u32, returns u32 => {
        let &(ref a, _) = &(d("a"), d("b"));
        let n = a.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn ref_beside_a_wildcard() as (), takes u32, yields u32, returns u32 => {
        let (ref a, _) = (d("a"), two(d("t"), 3));
        let n = a.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_tuple_of_temporaries_that_is_assigned() as (), takes u32, yields u32, returns u32 => {
        let (mut a, mut n) = (1, 1);
        (a, n) = (u2(&d("t"), yield_!(1)), u(&d("q")));
        a * 1000 + n
    }
}

fidelity! {
    fn a_value_with_a_temporary_of_its_own() as (), takes u32, yields u32, returns u32 => {
        let r = Some(&u2r(&d("t"), yield_!(1)));
        let n = r.unwrap().n;
        yield_!(n);
        3
    }
}

fidelity! {
    fn a_value_with_a_temporary_at_the_end() as (), takes u32, yields u32, returns u32 => {
        let r = Some(&u2r(&d("t"), yield_!(1)));
        log(r.unwrap().n);
        3
    }
}

fidelity! {
    fn borrowed_inputs() as (), takes u32, yields u32, returns u32 => {
        let r = &yield_!(1);
        let q = *r;
        let s = &mut (yield_!(2) + 1);
        *s += 1;
        q + *s
    }
}

fidelity! {
    fn a_ref_of_a_value_with_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let ref r = u2r(&d("t"), yield_!(1));
        log(r.n);
        3
    }
}

fidelity! {
    fn a_borrowed_tuple_of_borrows() as (), takes u32, yields u32, returns u32 => {
        let r = &(&d("a"), &d("b"));
        let n = r.0.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_borrowed_variant_of_a_borrow() as (), takes u32, yields u32, returns u32 => {
        let r = &Some(&d("a"));
        let n = r.unwrap().n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn borrowed_tuples_in_branches() as (), takes u32, yields u32, returns u32 => {
        let c = yield_!(3) > 2;
        let r = if c { &(&d("x"), Some(&d("y"))) } else { &(&d("z"), None) };
        let n = r.0.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_match_of_a_condition_with_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let x1 = match if first((8..3).contains(&{ 4 }), yield_!(1)) { 5 } else { 5 }
        { _ => &d("9") };
        let n = x1.n;
        n
    }
}

fidelity! {
    fn a_match_of_a_call_with_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let x1 = match two(d("t"), yield_!(1)) { 5 => &d("9"), _ => &d("8") };
        let n = x1.n;
        n
    }
}

fidelity! {
    fn an_if_of_a_call_with_a_temporary() as (), takes u32, yields u32, returns u32 => {
        let x1 = if u2(&d("t"), yield_!(1)) > 4 { &d("9") } else { &d("8") };
        let n = x1.n;
        n
    }
}

fidelity! {
    fn a_head_that_leaves() as (), takes u32, yields u32, returns u32 => {
        let r = match return yield_!(1) { _ => &d("9") };
        let n = r.n;
        n
    }
}

fidelity! {
    fn a_branch_that_leaves() as (), takes u32, yields u32, returns u32 => {
        let k = 4u32;
        let r = if yield_!(1) > 2 { &d("9") } else { return 7 };
        let n = r.n;
        yield_!(n + k);
        3
    }
}

fidelity! {
    fn branches_that_take_apart_nothing_but_their_head(x2: D, x3: D) as (d("p"), d("q")), takes u32, yields u32, returns u32 => {
        let mut x2 = x2; let _ = match { x2; st(5) }.n { 0..=40 => &d("a"), _ => &x3 }; x2 = d("b"); let z = Box::new(x2); if yield_!(0) == 0 { } else { x2 = d("c"); } yield_!(5); 3
    }
}

fidelity! {
    fn arms_that_suspend_and_borrow_arrays(b: bool) as (true), takes u32, yields u32, returns u32 => {
        let g = d("g"); let out = if b { yield_!(1); &mut [0; 4] } else { &mut [1; 4] }; out[0] = 1; out[1] += 2; let n = out[1]; yield_!(n + g.id()); n
    }
}

fidelity! {
    fn arms_that_suspend_and_borrow_values(b: bool) as (false), takes u32, yields u32, returns u32 => {
        let g = d("g"); let out = if b { yield_!(1); &d("x") } else { log("k"); &d("y") }; log("h"); let h = d("h"); let n = out.id(); yield_!(n); n
    }
}

fidelity! {
    fn arms_of_a_match_that_suspend_and_jump(b: u32) as (1), takes u32, yields u32, returns u32 => {
        let g = d("g"); for i in 0..3 { let out = match i { 0 => { yield_!(1); &d("x") } 1 => &d("z"), _ if b > 3 => return 7, _ => { if yield_!(3) > 4 { break } &{ yield_!(2); d("y") } } }; log("h"); let h = d("h"); if out.id() > 300 { continue } yield_!(7); } 4
    }
}

fidelity! {
    fn arms_that_suspend_or_panic(b: bool) as (true), takes u32, yields u32, returns u32 => {
        let out = if b { &mut d("x") } else if yield_!(1) > 2 { &mut { yield_!(3); d("y") } } else { panic!("no") }; let n = out.touch(); yield_!(n); n
    }
}

fidelity! {
    fn else_ifs_that_suspend_and_borrow(b: bool) as (false), takes u32, yields u32, returns u32 => {
        let out = if b { &mut d("x") } else if yield_!(1) > 2 { &mut { yield_!(3); d("y") } } else { log("e"); &mut d("z") }; let n = out.touch(); log("after"); yield_!(n); n
    }
}

fidelity! {
    fn a_moved_value_that_an_arm_borrows(b: bool) as (false), takes u32, yields u32, returns u32 => {
        let x = d("moved"); let _ = match if yield_!(1) % 2 == 0 { Ok(d("ok")) } else { Err(3) } { Ok(v) => { let _ = if b { &d("1") } else { &{ yield_!(4); v } }; d("in") } Err(_) => x }; log("after"); yield_!(5)
    }
}

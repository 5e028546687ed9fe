//! What closures capture of a local that they take apart by a pattern.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

#[derive(Clone)]
enum En {
    A(D),
    B { n: u32, x: D },
    C,
}

#[derive(Clone)]
struct Pt(D, u32);

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
        yield_!(1);
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
        yield_!(1);
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

fidelity! {
    fn a_part_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || match t { (ref x, _) => x.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn the_variant_of_a_part_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let t = (Some(d("a")), d("b"));
        let f = move || match t { (Some(_), _) => 1, _ => 2 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_that_an_arm_consumes() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let n = match t { (x, ..) => x.n }; n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_copied_field_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new(d("b"));
        let f = move || { let D { n, .. } = *b; n };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn a_part_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new((d("b"), d("c")));
        let f = move || { let (ref x, _) = *b; x.n };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn no_part_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new((d("b"), d("c")));
        let f = move || { let (_, _) = *b; 4 };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn all_fields_by_a_pattern() as (), takes u32, yields u32, returns u32 => {
        let s = St { a: d("a"), n: 3, b: d("b") };
        let f = move || { let St { ref a, ref b, n } = s; a.n + b.n + n };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn fields_that_a_pattern_consumes() as (), takes u32, yields u32, returns u32 => {
        let s = St { a: d("a"), n: 3, b: d("b") };
        let f = move || { let St { a, b, n } = s; a.n + b.n + n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn fields_of_a_tuple_struct_that_a_pattern_consumes() as (), takes u32, yields u32, returns u32 => {
        let s = Pt(d("a"), 3);
        let f = move || { let Pt(a, n) = s; a.n + n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_field_of_a_tuple_struct_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let s = Pt(d("a"), 3);
        let f = move || match s { Pt(ref a, n) => a.n + n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_array_that_a_pattern_consumes() as (), takes u32, yields u32, returns u32 => {
        let s = [d("a"), d("b")];
        let f = move || { let [a, b] = s; a.n + b.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_a_match() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] enum Msg { Num(u32), Obj(D) }
        let m = Msg::Obj(d("o"));
        let f = || match m { Msg::Num(k) => k, _ => 1 };
        f();
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_an_if_let() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] enum Msg { Num(u32), Obj(D) }
        let m = Msg::Obj(d("o"));
        let f = || if let Msg::Num(k) = m { k } else { 3 };
        f();
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_a_closure_for_any() as (), takes u32, yields u32, returns u32 => {
        let r: Result<u32, D> = Err(d("err"));
        let b = [1u32, 2].iter().any(|x| if let Ok(k) = r { *x == k } else { false });
        yield_!(b as u32);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_a_closure_for_map() as (), takes u32, yields u32, returns u32 => {
        let r: Result<u32, D> = Err(d("err"));
        let n = Some(3u32).map(|x| match r { Ok(k) => k + x, Err(_) => x }).unwrap();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_an_async_block() as (), takes u32, yields u32, returns u32 => {
        let r: Result<u32, D> = Err(d("err"));
        let f = async { match r { Ok(k) => k, Err(_) => 0 } };
        drop(f);
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_a_move_closure() as (), takes u32, yields u32, returns u32 => {
        let r: Result<u32, D> = Err(d("err"));
        let f = move || match r { Ok(k) => k, Err(_) => 4 };
        let n = f();
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn option_taken_by_a_move_closure() as (), takes u32, yields u32, returns u32 => {
        let r: Option<D> = Some(d("o"));
        let f = move || match r { Some(x) => x.n, None => 4 };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn all_variants_taken() as (), takes u32, yields u32, returns u32 => {
        let r: Result<D, D> = Err(d("o"));
        let f = || match r { Ok(x) => x.n, Err(e) => { log("er"); 5 } };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn option_taken_by_an_if_let() as (), takes u32, yields u32, returns u32 => {
        let r: Option<D> = Some(d("o"));
        let f = || if let Some(x) = r { x.n } else { 4 };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn looked_into_by_a_let_else() as (), takes u32, yields u32, returns u32 => {
        let r: Result<u32, D> = Err(d("err"));
        let f = || { let Ok(k) = r else { return 3 }; k };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn part_looked_into() as (), takes u32, yields u32, returns u32 => {
        let r: (Result<u32, D>, D) = (Err(d("err")), d("z"));
        let f = || match r.0 { Ok(k) => k, Err(_) => 2 };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn variant_called_some() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] enum Sm { Some(u32), Other(D) }
        let t = Sm::Other(d("t"));
        let f = || if let Sm::Some(a) = t { a } else { 2 };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

//! Temporaries that a `let` extends, across suspensions.

use coro_tests::{D, d, fidelity, log, see};

struct Lens<'a> {
    r: &'a D,
}

fn look(x: &D) -> u32 {
    x.n
}

fn id(_: u32) -> D {
    log("id");
    d("id")
}

fn first<T, U>(x: T, _: U) -> T {
    log("first");
    x
}

fidelity! {
    fn of_blocks_and_constructors() as (), takes u32, yields u32, returns u32 => {
        let x = &d("temp");
        yield_!(1);
        let y: &dyn std::any::Any = &d("any");
        yield_!(2);
        let z = { &d("block") };
        yield_!(3);
        let w = Some(&d("some"));
        yield_!(4);
        5
    }
}

fidelity! {
    fn of_places_in_blocks_and_of_fields() as (), takes u32, yields u32, returns u32 => {
        let z = { let k = d("k"); yield_!(k.n); &mut d("block") };
        z.n = 3;
        yield_!(z.n);
        let w = Some((&d("some"), 4));
        yield_!(4);
        let v = { &d("v").n };
        yield_!(6);
        let Lens { r, .. }
        = (Lens { r: &d("field") });
        yield_!(7);
        5
    }
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns u32 => {
        loop { let z = look(&{ d("arg") }); let y = { &d("y") }; if yield_!(1) > 0 { break 4 } let w = Some(&d("w")); if yield_!(2) > 0 { continue } }
    }
}

fidelity! {
    fn of_branches() as (), takes u32, yields u32, returns u32 => {
        let x = if see("c", true) { &d("a") } else { &d("b") };
        yield_!(1);
        let y = match see("m", 1) { 1 => &d("c"), _ => { let k = d("k"); see("k", k.n); &d("e") } };
        yield_!(2);
        let z = { if see("c", false) { &d("z1") } else { match 3 { _ => &d("z2") } } };
        yield_!(5);
        3
    }
}

fidelity! {
    fn of_let_else() as (), takes u32, yields u32, returns u32 => {
        if let Some(x) = &Some(d("t")) { yield_!(3); }
        let Some(z) = &Some(d("z")) else { log("else"); return 3 };
        yield_!(4);
        let Some(w) = &({ if yield_!(5) > 0 { Some(d("w")) } else { None } }) else { log("else"); yield_!(7); return 9 };
        yield_!(6);
        5
    }
}

fidelity! {
    fn side_by_side() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = (&d("a"), &d("b"));
        yield_!(4);
        let [c, e] = [&d("c"), &d("e")];
        yield_!(5);
        let Lens { r }
        = Lens { r: &d("r") };
        yield_!(6);
        5
    }
}

fidelity! {
    fn between_other_operands() as (), takes u32, yields u32, returns u32 => {
        let l = d("l");
        let (a, b, c, f) = (see("first", 1), &d("a"), id(see("second", 2)), &d("b"));
        yield_!(4);
        let (p, q) = (&l, &d("q"));
        yield_!(5);
        let (n, m, o) = ({ yield_!(7); 3 }, &d("m"), { yield_!(8); 4 });
        yield_!(9);
        let (mut u, v) = (&mut d("u"), yield_!(3));
        u.n = 3;
        yield_!(v);
        5
    }
}

fidelity! {
    fn of_other_types() as (), takes u32, yields u32, returns u32 => {
        let x: &dyn std::any::Any = if see("c", 1) > 0 { &d("a") } else { &4 };
        yield_!(1);
        let s: &[u32] = match see("m", 2) { 0 => &[1, 2], 1 => &[3], _ => &[] };
        yield_!(3);
        let t = &[d("x"), d("y")];
        yield_!(4);
        let u = &(d("x"), 1).0;
        yield_!(4);
        5
    }
}

fidelity! {
    fn nested_and_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let v = Some(Some(&d("v")));
        yield_!(1);
        let w = [Some(&d("w1")), None, Some(&d("w2"))];
        yield_!(2);
        loop { let x = (&d("x"), 4); if yield_!(3) > 0 { break } let y = if see("i", 4) > 0 { &d("i") } else { continue }; if yield_!(5) > 0 { continue } }
        4
    }
}

fidelity! {
    fn option_of_a_literal() as (), takes u32, yields u32, returns u32 => {
        let r = &Some(3u32);
        let k = yield_!(1);
        k + r.unwrap()
    }
}

fidelity! {
    fn options_and_results_of_literals() as (), takes u32, yields u32, returns u32 => {
        let r = first(&Some(3u32), yield_!(1));
        let q: &Result<u32, ()> = &Ok(4);
        yield_!(2);
        let z = [&Some(1u32), &None];
        yield_!(1);
        r.unwrap() + q.unwrap() + z.len() as u32
    }
}

fidelity! {
    fn argument_of_a_constructor_that_suspends_at_the_end_of_a_block() as (), takes u32, yields u32, returns u32 => {
        let w = { yield_!(7); Some(&d({ yield_!(7); "some" })) }; yield_!(4); 5
    }
}

fidelity! {
    fn constructor_behind_a_statement() as (), takes u32, yields u32, returns u32 => {
        let w = { log("k"); Some(&d({ yield_!(7); "some" })) }; yield_!(4); 5
    }
}

fidelity! {
    fn constructor_that_leaves_at_the_end_of_a_block() as (), takes u32, yields u32, returns u32 => {
        let w = { log("w"); Some(&d({ if yield_!(7) > 4 { return 5 } "some" })) }; log("k"); yield_!(4); 5
    }
}

fidelity! {
    fn item_of_an_array_that_suspends_at_the_end_of_a_block() as (), takes u32, yields u32, returns u32 => {
        let w = { let q = d("q"); [&d({ yield_!(7); "some" }), &d("more")] }; log("k"); yield_!(4); 5
    }
}

fidelity! {
    fn constructor_at_the_end_of_nested_blocks() as (), takes u32, yields u32, returns u32 => {
        let w = { let q = d("q"); { log("in"); Ok::<_, u32>(&d({ yield_!(7); "some" })) } }; log("k"); see("w", w.unwrap().n); yield_!(4)
    }
}

fn two(a: &'static str, b: &'static str, _: u32) -> (D, D) {
    log("two");
    (d(a), d(b))
}

fidelity! {
    fn of_a_block_whose_locals_end_before_what_it_makes_on_the_way() as (), takes u32, yields u32, returns u32 => {
        let _ = { let s = d("s"); &id(look(&d("t"))) };
        log("next");
        yield_!(1);
        let n = { let s = d("s"); let r = { let u = d("u"); &id(look(&d("t"))) }; log("r"); look(r) };
        yield_!(n)
    }
}

fidelity! {
    fn of_a_field_at_the_end_of_such_a_block() as (), takes u32, yields u32, returns u32 => {
        let x = { let s = d("s"); &two("b", "a", look(&d("t"))).1 };
        let n = look(x);
        log("next");
        yield_!(n)
    }
}

fidelity! {
    fn changed_behind_such_a_block_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let x = { let s = d("s"); yield_!(look(&s)); &mut two("b", "a", look(&d("t"))) };
        x.0.n = 4;
        log("next");
        yield_!(1)
    }
}

fidelity! {
    fn of_a_box_at_the_end_of_such_a_block_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let x = (&d("f"), { let s = d("s"); let u = d("u"); &*Box::new(id(look(&d("t")))) });
        let n = look(x.1);
        log("next");
        yield_!(n)
    }
}

fidelity! {
    fn at_the_end_of_such_a_block_with_a_label() as (), takes u32, yields u32, returns u32 => {
        let x = 'l: { let s = d("s"); &two("b", "a", look(&d("t"))).0 };
        let n = look(x);
        log("next");
        yield_!(n)
    }
}

#[derive(Debug)]
struct Row {
    name: &'static str,
    n: u32,
}

struct Cell(u32);

static ROWS: [Row; 1] = [Row { name: "static", n: 9 }];

fidelity! {
    fn a_constant_table() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let mut sum = 0;
        for row in &[Row { name: "one", n: 1 }, Row { name: "two", n: 2 }] { log(row.name); sum += row.n; yield_!(row.n); }
        sum + a.n
    }
}

fidelity! {
    fn a_constant_table_with_a_name() as (), takes u32, yields u32, returns u32 => {
        let table = &[(Cell(1), Some(2)), (Cell(3), None)]; let a = d("a");
        for (cell, other) in table { yield_!(cell.0); yield_!(other.unwrap_or(4)); }
        for (cell, _) in table.iter().rev() { yield_!(cell.0); }
        a.n + table.len() as u32
    }
}

fidelity! {
    fn a_reference_to_a_constant_struct() as (), takes u32, yields &'static Row, returns &'static Row => {
        yield_!(&Row { name: "one", n: 1 }); log("next"); yield_!(&ROWS[0]); &Row { name: "last", n: 3 }
    }
}

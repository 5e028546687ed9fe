//! Values that a `let` takes apart while temporaries of the statement are kept, and literals that patterns bind.

use coro_tests::{D, d, eat, fidelity, log, see};

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

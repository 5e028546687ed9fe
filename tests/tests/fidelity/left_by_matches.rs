//! What a `match` leaves by `_` of a value that is made there lives to the end of its statement: behind a suspension that
//! follows in it, too.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

use super::given::*;

fn first_of(a: D, b: D) -> D {
    drop(b);
    a
}

trait Num {
    fn num(self, n: u32) -> u32;
}

impl Num for D {
    fn num(self, n: u32) -> u32 {
        log("num");
        n
    }
}

fidelity! {
    fn the_receiver_of_a_method_that_takes_it() as (), takes u32, yields u32, returns () => {
        let x2 = two(first_of((match st(4) { St { a: _, n: k, b: x1 } => { opt(1, "o") } }).unwrap_or(d("or")), d("q")), { yield_!(1); d("w") });
        log("after");
    }
}

fidelity! {
    fn an_argument() as (), takes u32, yields u32, returns () => {
        let x2 = two(match st(4) { St { a: _, n: k, b: x1 } => d("k") }, { yield_!(1); d("w") });
        log("after");
    }
}

fidelity! {
    fn an_argument_of_an_argument() as (), takes u32, yields u32, returns () => {
        let x2 = two(first_of(match st(4) { St { a: _, n: k, b: x1 } => d("k") }, d("z")), { yield_!(1); d("w") });
        log("after");
    }
}

fidelity! {
    fn an_element() as (), takes u32, yields u32, returns () => {
        let x2 = (vec![first_of((match st(4) { St { a: _, n: k, b: x1 } => { opt(1, "o") } }).unwrap_or(d("or")), d("q")), { yield_!(1); d("w") }], 2);
        log("after");
    }
}

fidelity! {
    fn in_front_of_a_block_that_may_suspend() as (), takes u32, yields u32, returns () => {
        let x2 = pass(vec![pass(first_of((match st(4) { St { a: _, n: k, b: x1 } => { opt(1, "o") } }).unwrap_or(d("or")), d("q"))), ('l: { if c(3) { break 'l opt(1, "f"); } if c(2) { yield_!(1); } opt(3, "z")}).unwrap_or_else(|| d("uor"))]);
        log("after");
    }
}

fidelity! {
    fn an_error() as (), takes u32, yields u32, returns () => {
        let x2 = two(match res(1, "r") { Ok(v) => v, Err(_) => d("n") }, { yield_!(1); d("w") });
        log("after");
    }
}

fidelity! {
    fn a_reference_that_nobody_needs() as (), takes u32, yields u32, returns () => {
        let v = vec![1, 2, 3];
        let x2 = t2(match v.get(1) { Some(v) => *v, _ => 0 }, yield_!(1));
        log("after"); drop(v);
    }
}

fidelity! {
    fn nothing_taken_from_a_collection() as (), takes u32, yields u32, returns () => {
        let mut v = vec![d("a"), d("b")];
        let x2 = two(match v.pop() { Some(v) => v, _ => d("no") }, { yield_!(1); d("w") });
        log("after"); drop(v);
    }
}

fidelity! {
    fn tuples_in_sums() as (), takes u32, yields u32, returns () => {
        let x2 = t2(match (d("a"), 4) { (_, n) => n }, yield_!(1)) + match (5, d("b")) { (n, _) if n > 3 => n, (_, b) => eat(b) } + yield_!(3);
        log("after");
    }
}

fidelity! {
    fn a_value_of_the_function() as (), takes u32, yields u32, returns u32 => {
        (match (d("a"), 4) { (_, n) => n }) + match (5, d("b")) { (n, _) if c(n) => n, (_, b) => eat(b) } + yield_!(3)
    }
}

fidelity! {
    fn in_a_condition() as (), takes u32, yields u32, returns u32 => {
        if match (d("a"), 4) { (_, n) => n } + yield_!(3) > 3 { log("then"); 3 } else { log("else"); 2 }
    }
}

fidelity! {
    fn in_heads() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while match (d("a"), 4) { (_, k) => k + n } + yield_!(3) < 15 { log("then"); n += 5; }
        for x in [match (d("a"), 4) { (_, k) => k + n }, yield_!(3)] { log("body"); }
        match (match (d("a"), 4) { (_, k) => k + n }, yield_!(3)) { (a, b) if a > b => a, (_, b) => b }
    }
}

fidelity! {
    fn several_in_a_tuple_beside_a_move(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let k = (match res(1, "r") { Ok(v) => eat(v), Err(_) => eat(x) }, match e(1) { E::A(a) => eat(a), E::B { x: _, n } => n, _ => 7 }, yield_!(3));
        k.0 + k.1 + k.2
    }
}

fidelity! {
    fn beside_a_return(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let k = (match res(1, "r") { Ok(v) => eat(v), Err(_) => return 4 }, match e(1) { E::A(a) => eat(a), E::B { x: _, n } => n, _ => 7 }, yield_!(3));
        k.0 + k.1 + k.2
    }
}

fidelity! {
    fn beside_jumps(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let k = loop { let k = t2(match res(1, "r") { Ok(v) => eat(v), Err(_) => break 4 }, match e(yield_!(3)) { E::A(a) => eat(a), E::B { x: _, n } => n, _ => continue }); if k > 3 { break k } };
        k
    }
}

fidelity! {
    fn fields_of_a_struct() as (), takes u32, yields u32, returns u32 => {
        let s = St { a: match res(1, "r") { Ok(v) => v, Err(_) => d("q") }, n: match (1, d("z")) { (n, _) => n }, b: { yield_!(3); d("b") } };
        s.n
    }
}

fidelity! {
    fn an_index() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1, 2];
        v[match (1, d("z")) { (n, _) => n }] = yield_!(1);
        v[1] + v[0]
    }
}

fidelity! {
    fn arguments_of_macros_and_a_receiver() as (), takes u32, yields u32, returns u32 => {
        println!("{}{}", match (1, d("z")) { (n, _) => n }, yield_!(3));
        assert_eq!(match (1, d("z")) { (n, _) => n }, { yield_!(3); 1 });
        match res(1, "r") { Ok(v) => v, Err(_) => d("q") }.num(yield_!(2))
    }
}

fidelity! {
    fn a_scrutinee() as (), takes u32, yields u32, returns () => {
        match (match (d("a"), d("b")) { (a, _) => a }) { x => { yield_!(1); eat(x); } }
        log("after");
    }
}

fidelity! {
    fn the_head_of_a_for() as (), takes u32, yields u32, returns () => {
        for x in match (vec![d("a"), d("c")], d("b")) { (v, _) => v } { yield_!(1); eat(x); }
        log("after");
    }
}

fidelity! {
    fn the_scrutinee_of_an_if_let() as (), takes u32, yields u32, returns () => {
        if let Some(x) = match (opt(1, "o"), d("b")) { (v, _) => v } { yield_!(1); eat(x); } else { yield_!(2); }
        log("after");
    }
}

fidelity! {
    fn what_a_let_borrows_of() as (), takes u32, yields u32, returns () => {
        let x = &match (p(), d("b")) { (v, _) => v }.a;
        log("after"); yield_!(x.n);
    }
}

fidelity! {
    fn the_scrutinee_of_a_while_let() as (), takes u32, yields u32, returns () => {
        let mut n = 0;
        while let Some(x) = match (opt(n, "o"), d("b")) { (_, v) if n > 2 => None, (v, _) => v } { n += 1; yield_!(1); eat(x); }
        log("after");
    }
}

fidelity! {
    fn the_value_of_a_let_else() as (), takes u32, yields u32, returns () => {
        let Some(x) = (match (opt(1, "o"), d("b")) { (v, _) => v }) else { yield_!(2); return };
        log("after"); yield_!(3);
    }
}

fidelity! {
    fn beside_a_binding() as (), takes u32, yields u32, returns () => {
        let (x, y) = (match (d("a"), d("b")) { (a, _) => a }, yield_!(2));
        log("after"); yield_!(3);
    }
}

fidelity! {
    fn a_receiver_of_a_scrutinee() as (), takes u32, yields u32, returns u32 => {
        let x = match (match res(1, "r") { Ok(v) => v, Err(_) => d("k") }).id() { 0 => yield_!(1), n => { yield_!(n); 4 } };
        log("after"); x
    }
}

fidelity! {
    fn assigned_values() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        x = match (d("a"), d("b")) { (a, _) => { yield_!(3); a } };
        x = match (match (d("a"), d("b")) { (a, _) => a }, yield_!(2)) { (a, _) => a };
        log("after"); yield_!(x.n); 4
    }
}

fidelity! {
    fn behind_a_call() as (), takes u32, yields u32, returns u32 => {
        let x = (|k: u32| k + match (d("a"), 3) { (_, n) => n })(yield_!(2)) + match (d("a"), 3) { (_, n) => n };
        log("after"); yield_!(x); 4
    }
}

fidelity! {
    fn in_a_tail_and_what_is_yielded() as (), takes u32, yields u32, returns u32 => {
        let x = { let y = t2(match (d("a"), 3) { (_, n) => n }, yield_!(2)); match (d("a"), 3) { (_, n) => n + y } };
        yield_!(match (d("a"), 3) { (_, n) => n });
        let _ = ((match (d("a"), 3) { (_, n) => n }, yield_!(match (d("c"), 3) { (_, n) => n })));
        x
    }
}

fidelity! {
    fn behind_a_question_mark() as (), takes u32, yields u32, returns Result<u32, D> => {
        let x = t2(eat(match (res(1, "f"), 3) { (a, _) => a }?), yield_!(2));
        Ok(x)
    }
}

fidelity! {
    fn a_let_else_that_takes_nothing() as (), takes u32, yields u32, returns () => {
        let _ = (match e(0) { E::B { n: _, x } => { yield_!(1); opt(2, "o") } _ => Some(d("s")) }) else { return };
    }
}

fidelity! {
    fn a_let_else_that_leaves_what_is_there() as (), takes u32, yields u32, returns () => {
        let Some(_) = (match e(0) { E::B { n: _, x } => { yield_!(1); opt(2, "o") } _ => Some(d("s")) }) else { return }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn a_let_else_that_leaves_and_goes_on() as (), takes u32, yields u32, returns () => {
        let Some(_) = (match e(1) { E::B { n: _, x } => { yield_!(1); opt(2, "o") } _ => Some(d("s")) }) else { log("else"); return }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn a_let_else_that_leaves_a_part_and_takes_one() as (), takes u32, yields u32, returns () => {
        let (Some(_), y) = (match e(1) { E::B { n: _, x } => { yield_!(1); (opt(0, "o"), d("y")) } _ => (Some(d("s")), d("z")) }) else { log("else"); return }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn a_let_else_that_leaves_a_part_and_does_not_match() as (), takes u32, yields u32, returns () => {
        let (Some(_), y) = (match e(0) { E::B { n: _, x } => { yield_!(1); (opt(0, "o"), d("y")) } _ => (Some(d("s")), d("z")) }) else { log("else"); return }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn a_let_else_that_takes_all() as (), takes u32, yields u32, returns () => {
        let Some(y) = (match e(0) { E::B { n: _, x } => { yield_!(1); opt(0, "o") } _ => Some(d("s")) }) else { log("else"); return }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn an_assignment_apart_behind_a_suspension() as (), takes u32, yields u32, returns () => {
        let mut x1 = d("x1"); (x1, _) = match res(1, "r") { Ok(_) => (d("a"), 2), Err(x6) => { yield_!(1); (d("c"), 3) } };
    }
}

fidelity! {
    fn an_assignment_apart() as (), takes u32, yields u32, returns () => {
        let mut x1 = d("x1"); (x1, _) = match res(2, "r") { Ok(_) => (d("a"), 2), Err(x6) => { yield_!(1); (d("c"), 3) } };
    }
}

fidelity! {
    fn an_assignment_apart_to_a_field() as (), takes u32, yields u32, returns () => {
        let mut x1 = d("x1"); let mut s = st(1); (x1, s.a) = match res(2, "r") { Ok(_) => (d("a"), d("b")), Err(x6) => { yield_!(1); (d("c"), d("d")) } }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn an_assignment() as (), takes u32, yields u32, returns () => {
        let mut x1 = d("x1"); x1 = match res(2, "r") { Ok(_) => d("a"), Err(x6) => { yield_!(1); d("c") } }; log("after"); yield_!(2);
    }
}

fidelity! {
    fn an_assignment_to_nothing() as (), takes u32, yields u32, returns () => {
        let mut x1 = d("x1"); _ = match res(2, "r") { Ok(_) => d("a"), Err(x6) => { yield_!(1); d("c") } }; log("after"); yield_!(2);
    }
}

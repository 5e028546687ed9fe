//! What a `match` that suspends leaves of a value that is made there: it lives to the end of the statement,
//! behind the operation whose operand the `match` is.

use coro_tests::{D, d, eat, fidelity, log, see};

fn res(k: u32, name: &'static str) -> Result<D, D> {
    if k % 2 == 0 { Ok(d(name)) } else { Err(d(name)) }
}

fn two(a: D, b: D) -> u32 {
    eat(a) + eat(b)
}

fidelity! {
    fn left_of_an_operator() as (), takes u32, yields u32, returns u32 => {
        let n = match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn left_of_an_operator_and_suspended() as (), takes u32, yields u32, returns u32 => {
        let n = match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn matched_again() as (), takes u32, yields u32, returns u32 => {
        match match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n } { k => { log("outer"); k } }
    }
}

fidelity! {
    fn matched_again_and_suspended() as (), takes u32, yields u32, returns u32 => {
        match match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n } { k => { log("outer"); k } }
    }
}

fidelity! {
    fn yielded() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n }); n
    }
}

fidelity! {
    fn yielded_and_suspended() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n }); n
    }
}

fidelity! {
    fn an_argument() as (), takes u32, yields u32, returns u32 => {
        let n = two(match res(yield_!(1), "o") { Ok(x) => x, Err(_) => { yield_!(2); d("alt") } }, d("z")); n
    }
}

fidelity! {
    fn an_argument_taken() as (), takes u32, yields u32, returns u32 => {
        let n = two(match res(yield_!(1), "o") { Ok(x) => x, Err(_) => { yield_!(2); d("alt") } }, d("z")); n
    }
}

fidelity! {
    fn a_part_of_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let n = match (d("pa"), d("pb")) { (x, _) => yield_!(x.n) } + see("later", 1); n
    }
}

fidelity! {
    fn what_a_guard_refuses() as (), takes u32, yields u32, returns u32 => {
        let n = match d("r") { x if x.n > 500 => x.n, _ => yield_!(2) } + see("later", 1); n
    }
}

fidelity! {
    fn two_parts_of_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let n = match (d("q"), d("r"), d("s")) { (_, x, _) => yield_!(x.n) } + see("later", 1); n
    }
}

fidelity! {
    fn right_of_an_operator() as (), takes u32, yields u32, returns u32 => {
        let n = see("a", 1) + match Some((d("q"), 3)) { Some((x, k)) => yield_!(x.n + k), None => 3 }; yield_!(2); n
    }
}

fidelity! {
    fn added_to_a_local() as (), takes u32, yields u32, returns u32 => {
        let mut n = 1; n += match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn returned() as (), takes u32, yields u32, returns u32 => {
        return match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1);
    }
}

fidelity! {
    fn returned_and_suspended() as (), takes u32, yields u32, returns u32 => {
        return match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1);
    }
}

fidelity! {
    fn in_an_option() as (), takes u32, yields u32, returns u32 => {
        let o = Some(match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n }); o.unwrap()
    }
}

fidelity! {
    fn in_an_array() as (), takes u32, yields u32, returns u32 => {
        let a = [match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n }, see("later", 2)]; a[0]
    }
}

fidelity! {
    fn a_receiver() as (), takes u32, yields u32, returns u32 => {
        let a = match res(0, "r") { Ok(_) => { yield_!(2); d("m") } Err(x) => x } .and("q"); a.id()
    }
}

fidelity! {
    fn in_a_condition() as (), takes u32, yields u32, returns u32 => {
        if match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + see("later", 1) > 3 { log("then"); } yield_!(5)
    }
}

fidelity! {
    fn in_front_of_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let n = match res(2, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + yield_!(7) + see("later", 1); n
    }
}

fidelity! {
    fn behind_and_in_front_of_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let n = match res(2, "r") { Ok(_) => yield_!(2), Err(x) => x.n } + yield_!(7) + see("later", 1); n
    }
}

fidelity! {
    fn left_by_an_arm() as (), takes u32, yields u32, returns u32 => {
        let n = match res(2, "r") { Ok(_) => yield_!(2), Err(x) => return x.n } + yield_!(7) + see("later", 1); n
    }
}

fidelity! {
    fn left_by_no_arm() as (), takes u32, yields u32, returns u32 => {
        let n = match res(2, "r") { Ok(_) => yield_!(2), Err(x) => return x.n } + yield_!(7) + see("later", 1); n
    }
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut k = 0; loop { k += 1; let n = match res(k, "r") { Ok(_) => yield_!(2), Err(_) => break, } + see("later", 1); if k > 4 { return n } } 3
    }
}

fidelity! {
    fn two_of_them() as (), takes u32, yields u32, returns u32 => {
        let n = u32::max(match res(1, "r") { Ok(_) => yield_!(2), Err(x) => x.n }, match res(2, "s") { Ok(y) => y.n, Err(_) => yield_!(3) }); n
    }
}

fidelity! {
    fn two_of_them_and_suspended() as (), takes u32, yields u32, returns u32 => {
        let n = u32::max(match res(0, "r") { Ok(_) => yield_!(2), Err(x) => x.n }, match res(2, "s") { Ok(y) => y.n, Err(_) => yield_!(3) }); n
    }
}

fidelity! {
    fn parts_of_different_types() as (), takes u32, yields u32, returns u32 => {
        let n = match (res(1, "r"), d("w")) { (Ok(_), w) => yield_!(w.n), (Err(x), _) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn parts_of_different_types_and_suspended() as (), takes u32, yields u32, returns u32 => {
        let n = match (res(0, "r"), d("w")) { (Ok(_), w) => yield_!(w.n), (Err(x), _) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn beside_a_reference() as (), takes u32, yields u32, returns u32 => {
        let n = match res(0, "r") { Ok(_) => yield_!(2), Err(ref x) => x.n } + see("later", 1); n
    }
}

fidelity! {
    fn a_part_beside_a_reference() as (), takes u32, yields u32, returns u32 => {
        let n = match (d("a"), d("b")) { (_, ref x) => yield_!(x.n) } + see("later", 1); n
    }
}

fidelity! {
    fn the_value_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        match res(1, "r") { Ok(_) => match res(2, "s") { Ok(_) => yield_!(2), Err(x) => x.n }, Err(x) => x.n }
    }
}

fidelity! {
    fn given_to_nobody(x1: D) as (d("x1")), takes u32, yields u32, returns u32 => {
        let _ = match Some((5, d("m"))) { Some((_n, _)) => { yield_!(1); x1 } None => x1 }; log("n"); 2
    }
}

fidelity! {
    fn a_tuple_that_a_let_takes_apart() as (), takes u32, yields u32, returns u32 => {
        let (n, _) = match res(1, "m") { Ok(_) => ({ yield_!(7); 1 }, d("v")), Err(e) => (2, e) }; log("n"); n
    }
}

fidelity! {
    fn a_tuple_that_a_let_takes_apart_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let (n, _) = match res(2, "m") { Ok(_) => ({ yield_!(7); 1 }, d("v")), Err(e) => (2, e) }; log("n"); n
    }
}

fidelity! {
    fn refuted_by_a_let_else() as (), takes u32, yields u32, returns u32 => {
        let Some(n) = (match res(2, "m") { Ok(_) => { yield_!(7); None::<u32> } Err(e) => Some(e.n) }) else { log("else"); return 4 }; log("n"); n
    }
}

fidelity! {
    fn given_to_nobody_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let _ = match res(2, "m") { Ok(_) => { yield_!(7); d("v") } Err(e) => e }; log("n"); 3
    }
}

fidelity! {
    fn both_parts_taken() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = match res(2, "m") { Ok(_) => (yield_!(7), d("v")), Err(e) => (2, e) }; log("n"); a + b.n
    }
}

//! A `match` that suspends, in what another `match`, an `if let`, a `while let`, a `for` or a `?` looks at: what it only looks at,
//! or leaves of a value, lives as long as the temporaries of the outer one.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

fidelity! {
    fn looked_at_in_another_one() as (), takes u32, yields u32, returns () => {
        let _ = match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { _x => { log("arm"); d("r") } };
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_an_if_let() as (), takes u32, yields u32, returns () => {
        if let D { n: 1.., .. } = match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { log("arm"); }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_the_head_of_a_for() as (), takes u32, yields u32, returns () => {
        for i in match opt(1, "s") { Some(_) => { yield_!(5); 0..2 } _ => 1..2 } { see("i", i); }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_the_head_of_a_for_that_suspends() as (), takes u32, yields u32, returns () => {
        for i in match opt(1, "s") { Some(_) => { yield_!(5); 0..2 } _ => 1..2 } { yield_!(i); }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_another_one_that_suspends() as (), takes u32, yields u32, returns () => {
        match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { _x => { log("arm"); yield_!(2); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_a_while_let() as (), takes u32, yields u32, returns () => {
        let mut k = 0;
        while let Some(y) = match opt(k, "s") { Some(_) => { yield_!(5); opt(k + 1, "v") } _ => opt(1, "z") } { k += 1; eat(y); }
        log("next"); pass({})
    }
}

fidelity! {
    fn of_whose_value_a_part_is_matched() as (), takes u32, yields u32, returns () => {
        match (match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") }).n { n => { see("arm", n); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn whose_value_is_borrowed() as (), takes u32, yields u32, returns () => {
        match &match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => { see("arm", x.n); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_another_one_that_returns() as (), takes u32, yields u32, returns D => {
        match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => { log("arm"); x } }
    }
}

fidelity! {
    fn inside_an_arm_of_another_one() as (), takes u32, yields u32, returns () => {
        match match opt(1, "s") { Some(_) => match opt(1, "i") { None => d("in"), _ => { yield_!(5); d("v") } } _ => d("w") } { _x => { log("arm"); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn in_a_branch_that_is_matched() as (), takes u32, yields u32, returns () => {
        match if c(yield_!(1)) { d("x") } else { match opt(1, "i") { None => d("in"), _ => { yield_!(5); d("v") } } } { _x => { log("arm"); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_an_if_let() as (), takes u32, yields u32, returns () => {
        if let D { n: 1.., .. } = match p() { P { a: _, b } => { yield_!(5); b } } { log("arm"); } else { log("else"); }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_the_head_of_a_for() as (), takes u32, yields u32, returns () => {
        for i in match p() { P { a: _, b } => { yield_!(5); eat(b); 0..2 } } { see("i", i); }
        for i in match p() { P { a: _, b } => { yield_!(5); eat(b); 0..2 } } { yield_!(i); }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_a_while_let_that_suspends() as (), takes u32, yields u32, returns () => {
        let mut k = 0;
        while let Some(y) = match opt(k + 1, "s") { Some(_) => { yield_!(5); opt(k + 1, "v") } _ => None } { k += 1; yield_!(2); eat(y); }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_another_one_that_returns() as (), takes u32, yields u32, returns D => {
        match match p() { P { a: _, b } => { yield_!(5); b } } { x => { log("arm"); x } }
    }
}

fidelity! {
    fn looked_at_in_a_tail_that_suspends() as (), takes u32, yields u32, returns D => {
        log("first");
        match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => { log("arm"); yield_!(4); x } }
    }
}

fidelity! {
    fn looked_at_in_a_return() as (), takes u32, yields u32, returns D => {
        return match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => { log("arm"); x } }
    }
}

fidelity! {
    fn three_deep() as (), takes u32, yields u32, returns () => {
        match match match opt(1, "s") { Some(_) => { yield_!(3); opt(1, "t") } _ => None } { Some(_) => { yield_!(5); d("v") } _ => d("w") } { _x => { log("arm"); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn looked_at_in_front_of_a_guard() as (), takes u32, yields u32, returns () => {
        let x = match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x if x.n == 3 => { log("arm"); x } x => { log("other"); x } };
        log("next"); eat(x); pass({})
    }
}

fidelity! {
    fn looked_at_in_operands() as (), takes u32, yields u32, returns () => {
        eat(match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => { log("arm"); x } });
        see("q", match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => x.n } + t(3));
        let y = t2(t(1), match match opt(1, "s") { Some(_) => { yield_!(5); d("v") } _ => d("w") } { x => x.n });
        log("next"); pass({})
    }
}

fidelity! {
    fn in_front_of_arms_that_move_different_locals() as (), takes u32, yields u32, returns () => {
        let k = d("k");
        match match opt(1, "s") { Some(_) => { yield_!(5); 1 } _ => 2 } { 1 => { eat(k); } _ => { log("none"); } }
        log("next"); yield_!(3); pass({})
    }
}

fidelity! {
    fn in_front_of_arms_that_leave_a_loop() as (), takes u32, yields u32, returns () => {
        'a: loop { match match opt(1, "s") { Some(_) => { if c(yield_!(5)) { break 'a } 1 } _ => 2 } { 1 => { log("one"); break } _ => { log("none"); continue 'a } } }
        log("next"); yield_!(3); pass({})
    }
}

fidelity! {
    fn left_in_the_operand_of_a_while_let() as (), takes u32, yields u32, returns () => {
        let mut k = 0;
        while let Some(x) = Some(match res(k, "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } }) { k += 1; if k == 3 { break } see("k", k); }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_heads_of_for_by_patterns_that_may_fail() as (), takes u32, yields u32, returns () => {
        for i in match res(yield_!(3), "x") { Ok(x) => { eat(x); 0..2 } Err(_) => { yield_!(2); 1..3 } } { see("i", i); }
        for i in match res(yield_!(3), "x") { Ok(x) => { eat(x); 0..2 } Err(_) => { yield_!(2); 1..3 } } { yield_!(i); }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_another_one_that_is_an_operand() as (), takes u32, yields u32, returns () => {
        let _ = t2(t(7), match match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { yield_!(2); d("e") } } { x => x.n }) + t(3);
        if t2(t(7), match res(yield_!(1), "x") { Ok(x) => x.n, Err(_) => { yield_!(2) } }) > 3 { log("then") } else { log("else") }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_an_if_let_that_leaves_a_block() as (), takes u32, yields u32, returns u32 => {
        let y = 'a: { if let Some(x) = Some(match res(yield_!(1), "x") { Ok(x) => x, Err(_) => { if c(yield_!(2)) { break 'a 5 } d("e") } }) { log("arm"); break 'a x.n } 4 };
        log("next"); y
    }
}

fidelity! {
    fn left_in_conditions() as (), takes u32, yields u32, returns () => {
        if match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } { log("then"); } else { log("else"); }
        while match res(yield_!(1), "r") { Ok(_) => c(1), Err(x) => { yield_!(2); false } } { log("then"); }
        if match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } && c(8) { log("then"); } else { log("else"); }
        if c(8) && match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } || c(3) { log("then"); } else { log("else"); }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_conditions_of_operators_and_assertions() as (), takes u32, yields u32, returns () => {
        let k = match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } && c(9);
        assert!(match res(yield_!(1), "r") { Ok(_) => true, Err(x) => { yield_!(2); true } }, "x");
        let k = match 3 { 3 if c(8) => match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } }, _ => false };
        assert!(match res(yield_!(1), "r") { Ok(_) => true, Err(x) => { yield_!(2); true } }, "{}", yield_!(3));
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_a_condition_that_is_an_operand() as (), takes u32, yields u32, returns () => {
        let k = t2(t(1), if match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } { t(2) } else { t(3) });
        match match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } { true => log("t"), false => log("f") }
        match match res(yield_!(1), "r") { Ok(_) => c(5), Err(x) => { yield_!(2); true } } { true => { log("t"); yield_!(3); } false => log("f") }
        log("next"); pass({})
    }
}

fidelity! {
    fn left_in_an_assertion_that_fails() as (), takes u32, yields u32, returns () => {
        assert!((match e(yield_!(1)) { E::A(x) => Some(c(9)), E::B { x: _, .. } => { yield_!(2); Some(c(1)) } E::Z => { yield_!(3); None } }).unwrap_or_else(|| c(2)), "m {}", t(5));
    }
}

fidelity! {
    fn left_in_an_assertion_whose_message_suspends() as (), takes u32, yields u32, returns () => {
        assert!(match e(yield_!(1)) { E::A(x) => c(9), E::B { x: _, .. } => { yield_!(2); c(1) } E::Z => { yield_!(3); true } }, "m {}", yield_!(5));
    }
}

fidelity! {
    fn left_in_yields_assignments_and_indices() as (), takes u32, yields u32, returns () => {
        yield_!(match p() { P { a: _, b } => { yield_!(2); b.n } });
        yield_!(match opt(1, "o") { Some(_) => { yield_!(2); t(4) } None => 3 });
        let mut x = 3;
        x = match p() { P { a: _, b } => { yield_!(2); b.n } };
        x += match p() { P { a: _, b } => { yield_!(2); b.n } };
        let arr = [1, 2, 3];
        let k = arr[match p() { P { a: _, b } => { yield_!(2); 2 } }] + t(1);
        log("next"); yield_!(x + k); pass({})
    }
}

fidelity! {
    fn left_in_front_of_a_question_mark() as (), takes u32, yields u32, returns Result<u32, D> => {
        let k = match res(1, "r") { Ok(_) => { yield_!(2); Ok::<u32, D>(2) } Err(_) => { yield_!(3); Ok(t(5)) } }? + t(1);
        let k = (match res(1, "r") { Ok(_) => { yield_!(2); res(2, "z") } Err(_) => { yield_!(3); res(4, "y") } })?.n + t(1);
        let k = match res(1, "r") { Ok(_) => { yield_!(2); d("m") } Err(_) => { yield_!(3); d("n") } }.id() + t(1);
        log("next"); yield_!(k); Ok(3)
    }
}

fidelity! {
    fn looked_at_in_a_let_that_leaves_a_part() as (), takes u32, yields u32, returns u32 => {
        let P { a, b: _ } = match res(yield_!(1), "r") { Ok(_) => { yield_!(2); p() } Err(_) => { yield_!(3); p() } };
        let s = P { a: match res(yield_!(1), "r") { Ok(_) => { yield_!(2); d("f") } Err(_) => { yield_!(3); d("g") } }, b: d("h") };
        let c = |n: u32| n + 1;
        let k = c(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); 3 } Err(_) => { yield_!(3); 4 } }) + t(2);
        log("next"); yield_!(k);
        let k = match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); 4 } };
        k
    }
}

fidelity! {
    fn left_in_values_of_jumps_and_behind_operators() as (), takes u32, yields u32, returns u32 => {
        let k = loop { break match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(4) } } + t(5); };
        let k = 'a: { if k > 100 { break 'a match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(4) } } } t(9) };
        let z = -(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(4) } } as i64);
        let z = !match res(yield_!(1), "r") { Ok(_) => { yield_!(2); c(3) } Err(_) => { yield_!(3); c(4) } } & c(5);
        log("next"); yield_!(k);
        return match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); 4 } } + t(1)
    }
}

fidelity! {
    fn left_in_arguments_that_are_matched() as (), takes u32, yields u32, returns u32 => {
        if t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(4) } }) > 3 { log("then"); } else { log("else"); }
        if let 3 = t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(3) } }) { log("then"); } else { log("else"); }
        match t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(3) } }) { 3 => log("then"), _ => log("else") }
        match t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(3) } }) { 3 => { yield_!(7); log("then") } _ => log("else") }
        let mut n = 0;
        while t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(3) } Err(_) => { yield_!(3); t(3) } }) + n < 5 { log("in"); n += 1; }
        for i in 0..t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(2) } Err(_) => { yield_!(3); t(2) } }) { log("in"); }
        for i in 0..t(match res(yield_!(1), "r") { Ok(_) => { yield_!(2); t(2) } Err(_) => { yield_!(3); t(2) } }) { yield_!(i); }
        4
    }
}

trait Same: Sized {
    fn same(&self, _: &D) -> bool;
    fn into_number_with(self, _: &D) -> u32;
}

impl Same for D {
    fn same(&self, _: &D) -> bool {
        see("same", self.n > 0)
    }

    fn into_number_with(self, _: &D) -> u32 {
        log("into");
        self.n
    }
}

#[derive(Clone)]
struct Q(D);

impl PartialEq for Q {
    fn eq(&self, _: &Self) -> bool {
        see("eq", true)
    }
}

fn fst(a: D, b: D) -> D {
    drop(b);
    a
}

fn look(x: &D) -> u32 {
    see("look", x.n)
}

fn look2(_: &D, _: &D) -> bool {
    see("look2", true)
}

fidelity! {
    fn as_a_receiver_beside_another_one() as (), takes u32, yields u32, returns () => {
        if (match Some(2) { Some(_) if c(1) => { d("a") } Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&(match res(1, "r") { Ok(x) => x, Err(x) => d("k") })) { log("then"); }
        yield_!(1);
        log("next"); pass({})
    }
}

fidelity! {
    fn as_a_receiver_beside_a_temporary() as (), takes u32, yields u32, returns () => {
        if (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) { log("then"); }
        if (match opt(3, "o") { Some(q) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) { log("then"); }
        if fst({ yield_!(1); d("c") }, d("e")).same(&d("x")) { log("then"); }
        let z = (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x"));
        see("z", u32::from((match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x"))));
        log("next"); pass({})
    }
}

fidelity! {
    fn as_a_receiver_in_conditions() as (), takes u32, yields u32, returns () => {
        if c(1) { log("first"); } else if (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) { log("then"); yield_!(3); }
        while (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) { log("then"); yield_!(3); break }
        match (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) { true => log("then"), _ => { yield_!(3); } }
        log("next"); pass({})
    }
}

fidelity! {
    fn as_an_operand_of_conditions() as (), takes u32, yields u32, returns () => {
        if (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).and(d("x").name()).same(&d("y")) { log("then"); }
        if (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).into_number_with(&d("x")) > 3 { log("then"); }
        if (match opt(3, "o") { Some(_) => { Q(d("b")) } None => { yield_!(1); Q(d("c")) } }) == Q(d("x")) { log("then"); }
        log("next"); pass({})
    }
}

fidelity! {
    fn as_a_receiver_in_chains_of_conditions() as (), takes u32, yields u32, returns () => {
        if (match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }).same(&d("x")) && c(9) || fst({ yield_!(2); d("m") }, d("n")).same(&d("x")) { log("then"); }
        if look2(&match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }, &d("x")) { log("then"); }
        if vec![match opt(3, "o") { Some(_) => { d("b") } None => { yield_!(1); d("c") } }][look(&d("k")) as usize % 1].same(&d("q")) { log("then"); }
        if (match opt(3, "o") { Some(_) => { p() } None => { yield_!(1); p() } }).a.same(&d("x")) { log("then"); }
        log("next"); pass({})
    }
}

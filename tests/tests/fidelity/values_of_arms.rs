//! Values of arms without braces, and what is made on the way to them, behind a suspension.

use coro_tests::{D, d, fidelity, log, see};

use super::given::*;

fn look(d: &D) -> u32 {
    see("look", d.n)
}

fn mk(n: u32) -> D {
    d(if n > 3 { "mk" } else { "made" })
}

fn with(x: D, n: u32) -> D {
    see("with", n);
    drop(x);
    d("with")
}

fidelity! {
    fn nobody_takes_it() as (), takes u32, yields u32, returns () => {
        match 1 { _ => mk(look(&d({ yield_!(1); "b" }))) }; t(2);
    }
}

fidelity! {
    fn an_underscore_takes_it() as (), takes u32, yields u32, returns () => {
        let _ = match 1 { _ => mk(look(&d({ yield_!(1); "b" }))) }; t(2);
    }
}

fidelity! {
    fn one_of_two_arms() as (), takes u32, yields u32, returns () => {
        match t(1) { 1 => mk(look(&d({ yield_!(1); "b" }))), _ => mk(1) }; t(2);
    }
}

fidelity! {
    fn beside_what_is_matched() as (), takes u32, yields u32, returns () => {
        match d("sc") { x => mk(look(&d({ yield_!(1); "b" })) + x.n) }; t(2);
    }
}

fidelity! {
    fn behind_a_guard() as (), takes u32, yields u32, returns () => {
        match d("sc") { x if c(1) => mk(x.n), x => mk(look(&d({ yield_!(1); "b" })) + x.n) }; t(2);
    }
}

fidelity! {
    fn a_match_in_an_arm() as (), takes u32, yields u32, returns () => {
        match t(1) { 1 => match t(2) { _ => mk(look(&d({ yield_!(1); "b" }))) }, _ => mk(1) }; t(2);
    }
}

fidelity! {
    fn a_tuple() as (), takes u32, yields u32, returns () => {
        match t(1) { _ => (mk(look(&d({ yield_!(1); "b" }))), 1) }; t(2);
    }
}

fidelity! {
    fn two_temporaries() as (), takes u32, yields u32, returns () => {
        match t(1) { _ => mk(look(&d({ yield_!(1); "b" })) + look(&d("c"))) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits() as (), takes u32, yields u32, returns () => {
        match 1 { _ => with(d("op"), look(&d({ yield_!(1); "b" }))) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_for_the_result() as (), takes u32, yields u32, returns D => {
        match 1 { _ => with(d("op"), look(&d({ yield_!(1); "b" }))) }
    }
}

fidelity! {
    fn an_operand_waits_in_one_of_two_arms() as (), takes u32, yields u32, returns () => {
        match t(1) { 1 => with(d("op"), look(&d({ yield_!(1); "b" }))), _ => d("other") }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_in_either_arm() as (), takes u32, yields u32, returns () => {
        match t(1) { 2 => with(d("op"), look(&d({ yield_!(1); "b" }))), _ => with(d("other"), yield_!(3)) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_beside_what_is_matched() as (), takes u32, yields u32, returns () => {
        match d("m") { x => with(d("op"), look(&d({ yield_!(1); "b" })) + x.n) }; t(2);
    }
}

fidelity! {
    fn what_is_matched_waits() as (), takes u32, yields u32, returns () => {
        match d("m") { x => with(x, look(&d({ yield_!(1); "b" }))) }; t(2);
    }
}

fidelity! {
    fn a_part_of_what_is_matched_waits() as (), takes u32, yields u32, returns () => {
        match (d("m"), d("n")) { (x, _) => with(x, look(&d({ yield_!(1); "b" }))) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_beside_a_part() as (), takes u32, yields u32, returns () => {
        match (d("m"), d("n")) { (x, _) => with(d("op"), look(&d({ yield_!(1); "b" })) + x.n) }; t(2);
    }
}

fidelity! {
    fn a_local_waits_behind_a_guard() as (), takes u32, yields u32, returns () => {
        let y = d("y"); match (d("m"), d("n")) { (x, _) if t(1) > 5 => mk(x.n), (_, x) => with(y, look(&d({ yield_!(1); "b" })) + x.n) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_in_a_variant() as (), takes u32, yields u32, returns () => {
        match t(1) { _ => Some(with(d("op"), look(&d({ yield_!(1); "b" })))) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_in_a_tuple() as (), takes u32, yields u32, returns () => {
        match t(1) { _ => (with(d("op"), look(&d({ yield_!(1); "b" }))), d("z")) }; t(2);
    }
}

fidelity! {
    fn an_operand_waits_and_is_taken() as (), takes u32, yields u32, returns () => {
        let v = match t(1) { _ => with(d("op"), look(&d({ yield_!(1); "b" }))) }; t(2); yield_!(look(&v));
    }
}

fidelity! {
    fn an_operand_waits_for_what_is_dropped() as (), takes u32, yields u32, returns () => {
        match t(1) { _ => drop(with(d("op"), look(&d({ yield_!(1); "b" })))) }; t(2);
    }
}

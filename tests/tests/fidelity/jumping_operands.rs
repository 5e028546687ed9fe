//! Operands in which a branch suspends and leaves, behind others that wait: what they make ends with the statement,
//! whatever the operation is. An assertion's message is such a branch.

use coro_tests::{D, d, fidelity, log, see};

fn pass<T>(value: T) -> T {
    value
}

fn array() -> [u32; 3] {
    log("array");
    [1, 2, 3]
}

#[derive(Debug)]
struct Pair {
    x: u32,
    y: u32,
}

#[derive(Debug)]
struct Owner {
    owned: D,
    n: u32,
}

fidelity! {
    fn end_of_a_range() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = x..=match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1;
        log("next"); pass({})
    }
}

fidelity! {
    fn field_of_a_literal() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let pair = Pair { x: see("t", 1), y: match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 }; see("y", pair.y + pair.x);
        log("next"); pass({})
    }
}

fidelity! {
    fn field_in_front_of_others() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let owner = Owner { n: see("t", 1) + match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1, owned: d("o") }; see("n", owner.n + owner.owned.n);
        log("next"); pass({})
    }
}

fidelity! {
    fn base_of_a_literal() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let owner = Owner { n: see("t", 1), ..Owner { n: match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1, owned: d("o") } }; see("n", owner.n);
        log("next"); pass({})
    }
}

fidelity! {
    fn index_of_what_is_made() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = array()[match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 as usize];
        log("next"); pass({})
    }
}

fidelity! {
    fn index_of_a_local() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let list = vec![1, 2, 3]; let _ = list[match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 as usize];
        log("next"); pass({})
    }
}

fidelity! {
    fn place_that_is_assigned_to() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let mut list = vec![1, 2, 3]; list[match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 as usize] = see("t", 2); see("l", list[1]);
        log("next"); pass({})
    }
}

fidelity! {
    fn assignment_as_an_operand() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let mut list = vec![1, 2, 3]; let _ = (list[match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 as usize] = see("t", 2)); see("l", list[1]);
        log("next"); pass({})
    }
}

fidelity! {
    fn cast() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = (see("t", 3), match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 as u64);
        log("next"); pass({})
    }
}

fidelity! {
    fn operator_of_one_operand() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = (see("t", 3), !match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1);
        log("next"); pass({})
    }
}

fidelity! {
    fn repeated() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = [match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1; 3];
        log("next"); pass({})
    }
}

fidelity! {
    fn yielded() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let n = yield_!(see("t", 2) + match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1); see("n", n);
        log("next"); pass({})
    }
}

fidelity! {
    fn lazy_operator() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = see("t", 1) == match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1 && x == 1;
        log("next"); pass({})
    }
}

fidelity! {
    fn formatted() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = format!("{} {}", see("t", 1), match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1);
        log("next"); pass({})
    }
}

fidelity! {
    fn compound_assignment() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let mut sum = x; let _ = (sum += match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1, see("t", 1)); see("s", sum);
        log("next"); pass({})
    }
}

fidelity! {
    fn argument_of_a_method() as (), takes u32, yields u32, returns () => {
        let x = see("t", 1);
        let _ = Some(&see("t", 2)).map(|y| y + 1).unwrap_or(match { assert!(x < 3, "m {}", yield_!(1)); } { _ => (d("x"), 1) }.1)..5;
        log("next"); pass({})
    }
}

//! Functions that have the name of a local whose scope has ended, or has not begun.

use coro_tests::{d, eat, fidelity, see};

fn scale(x: u32) -> u32 {
    see("scale", x * 2)
}

fidelity! {
    fn a_closure_in_a_block() as (), takes u32, yields u32, returns u32 => {
        let first = { let scale = |x: u32| x * 100; let n = yield_!(1); scale(n) }; let second = scale(3); yield_!(first); second
    }
}

fidelity! {
    fn a_value_of_the_functions_result() as (), takes u32, yields u32, returns u32 => {
        let v = { let scale = scale(1) + 1; yield_!(scale); scale }; let w = scale(4); v + w
    }
}

fidelity! {
    fn blocks_labels_and_patterns() as (), takes u32, yields u32, returns u32 => {
        'l: { let scale = |x: u32| x * 100; if yield_!(1) > 2 { break 'l; } yield_!(scale(1)); } let f = [1, 2].map(scale); yield_!(f[0]); { let (scale, _) = (|x: u32| x + 1, 3); yield_!(scale(2)); } scale(9)
    }
}

fidelity! {
    fn an_item_that_calls_it() as (), takes u32, yields u32, returns u32 => {
        { let scale = yield_!(1); yield_!(scale); see("e", scale); } let t = { fn inner(k: u32) -> u32 { scale(k) } yield_!(inner(2)) }; t + scale(4)
    }
}

fidelity! {
    fn a_loop_and_a_macro() as (), takes u32, yields u32, returns u32 => {
        loop { let Some(scale) = Some(d("x")) else { break }; if yield_!(1) > 2 { eat(scale); break; } } yield_!(scale(3)); macro_rules! m { () => { scale(5) } } { let scale = 3; yield_!(m!()); see("s", scale); } scale(6)
    }
}

fidelity! {
    fn a_function_in_a_block() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = { let scale = yield_!(1); { { let see = 3; yield_!(scale + see); see + 1; } (scale, see("a", 4 + scale)) } }; a + b
    }
}

fidelity! {
    fn a_field_of_that_name() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] struct S<F> { scale: F } let s = { let scale = yield_!(1); yield_!(scale); see("k", scale); S { scale } }; let s = { let scale = yield_!(2); yield_!(scale); S { scale: s.scale + scale } }; let t = S { scale }; (t.scale)(s.scale)
    }
}

fidelity! {
    fn the_function_as_a_value() as (), takes u32, yields u32, returns u32 => {
        { let scale = |x: u32| x * 100; let n = yield_!(1); see("e", scale(n)); } vec![scale(1), yield_!(2), scale(2)].into_iter().map(scale).sum::<u32>()
    }
}

fidelity! {
    fn in_the_arms_of_its_own_value() as (), takes u32, yields u32, returns u32 => {
        let scale = match yield_!(1) { 1 => scale(1), _ => { yield_!(2); scale(2) } }; scale + 1
    }
}

fidelity! {
    fn in_its_own_value_with_temporaries() as (), takes u32, yields u32, returns u32 => {
        let scale = format!("{:?}{}", (d("m"), scale(9)), if see("c", 1) > 3 { return { yield_!(7) }; } else { scale(3) }); see("t", scale.len() as u32)
    }
}

fidelity! {
    fn in_a_tuple_of_values() as (), takes u32, yields u32, returns u32 => {
        let (scale, k) = (scale(1), if yield_!(1) > 2 { scale(4) } else { yield_!(3) }); scale + k
    }
}

fidelity! {
    fn in_a_loop_that_gives_it() as (), takes u32, yields u32, returns u32 => {
        let scale = loop { let k = scale(yield_!(1)); if k > 2 { break k } }; yield_!(scale); let scale = { let x = d("x"); let w = &x; scale + w.id() + yield_!(2) }; scale
    }
}

fidelity! {
    fn in_patterns_and_heads() as (), takes u32, yields u32, returns u32 => {
        let Some(scale) = Some(scale(3)).filter(|k| *k > 1) else { yield_!(2); return scale(7) }; if let Some(scale) = Some(scale).map(|k| k + 1) { yield_!(scale); } for scale in [scale, 3] { yield_!(scale); } scale
    }
}

//! Temporaries that a `let` extends, across suspensions.

use coro_tests::{D, d, fidelity, log, see};

struct Lens<'a> {
    r: &'a D,
}

fn id(x: &D) -> u32 {
    x.n
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
        loop { let z = id(&{ d("arg") }); let y = { &d("y") }; if yield_!(1) > 0 { break 4 } let w = Some(&d("w")); if yield_!(2) > 0 { continue } }
    }
}

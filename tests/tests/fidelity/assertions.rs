//! Assertions whose conditions suspend or jump: what they say when they fail, and when what they make ends.

use coro_tests::{D, d, eat, fidelity, see};

fn u(x: &D) -> u32 {
    x.n
}

fn some(x: D) -> Option<D> {
    Some(x)
}

fn no(_: &D) -> bool {
    see("no", false)
}

fn same(_: &D, _: &D) -> bool {
    see("same", false)
}

fidelity! {
    fn fails_behind_a_suspension() as (), takes u32, yields u32, returns Option<u32> => {
        assert!(no(&d("b")) || yield_!(1) > 100);
        Some(5)
    }
}

fidelity! {
    fn fails_before_its_temporaries_could_end() as (), takes u32, yields u32, returns Option<u32> => {
        assert!(same(&d("a"), &{ yield_!(1); d("b") }),);
        Some(5)
    }
}

fidelity! {
    fn with_a_message_that_reads_a_local() as (), takes u32, yields u32, returns Option<u32> => {
        let x = d("x");
        assert!(same(&d("a"), &{ yield_!(1); eat(x); some(d("b"))? }));
        let y = d("y");
        assert!(same(&d("c"), &{ yield_!(u(&y)); d("e") }), "{}", u(&y));
        Some(5)
    }
}

fidelity! {
    fn of_debug_builds_in_a_loop() as (), takes u32, yields u32, returns Option<u32> => {
        loop { debug_assert!(same(&d("a"), &{ if yield_!(1) > 0 { break } some(d("b"))? }) ); }
        Some(5)
    }
}

fidelity! {
    fn as_a_tail() as (), takes u32, yields u32, returns () => {
        let x = d("x");
        assert!(same(&d("a"), &{ yield_!(1); x }))
    }
}

fidelity! {
    fn with_a_message_that_suspends() as (), takes u32, yields u32, returns () => {
        let () = assert!(u(&d("a")) == yield_!(1), "a{}", u(&d("m")));
        assert!(u(&d("c")) != yield_!(1), "a{}", yield_!(u(&d("m"))));
    }
}

fidelity! {
    fn with_a_question_mark() as (), takes u32, yields u32, returns Option<u32> => {
        yield_!(1);
        assert!(same(&d("a"), &some(d("b"))?));
        Some(5)
    }
}

fidelity! {
    fn of_what_a_question_mark_gives() as (), takes u32, yields u32, returns Option<u32> => {
        yield_!(1);
        assert!(no(&some(d("b"))?));
        Some(5)
    }
}

fidelity! {
    fn with_a_return() as (), takes u32, yields u32, returns Option<u32> => {
        yield_!(1);
        assert!(no(&{ if see("x", false) { return None; } d("b") }));
        Some(5)
    }
}

fidelity! {
    fn in_a_closure_and_with_a_shadowed_name() as (), takes u32, yields u32, returns Option<u32> => {
        let x = 3;
        let f = move || { let x = 4; assert!(x > 5 || no(&d("c"))) };
        debug_assert!(x < 2 || yield_!(x) > 2 || format!("{x} {}", 3).len() == 9);
        f();
        Some(5)
    }
}

fidelity! {
    fn by_a_macro_of_the_body() as (), takes u32, yields u32, returns Option<u32> => {
        macro_rules! m { ($e:expr) => { assert!(($e) && true) } }
        yield_!(1);
        m!(no(&d("c")));
        Some(5)
    }
}

fidelity! {
    fn of_a_block_and_by_its_path() as (), takes u32, yields u32, returns Option<u32> => {
        if yield_!(1) > 0 { assert!({ let x = some(d("a"))?; no(&x) }) } else { let y = yield_!(3); ::core::assert! { !y == 7 && Some(y)? == 0 || "a{}".is_empty() } }
        Some(5)
    }
}

fidelity! {
    fn that_compares_what_a_labelled_block_lends() as (), takes u32, yields u32, returns () => {
        assert_ne!(u(&'l1: { if yield_!(1) > 3 { break 'l1 d("a"); } break 'l1 d("b"); }), see("three", 4));
    }
}

fidelity! {
    /// Messages may leave, too; they are evaluated only if the assertion fails.
    fn with_messages_that_leave() as (), takes u32, yields u32, returns Option<u32> => {
        assert!(see("holds", true), "{}", some(d("j"))?.n);
        if yield_!(0) > 3 {
            assert!(same(&d("a"), &{ yield_!(1); d("b") }), "{}", if see("k", true) { return Some(4) } else { 5 });
        }
        assert!(same(&d("a"), &{ if yield_!(1) > 0 { return Some(7) } d("b") }), "{}", some(d("k"))?.n);
        Some(5)
    }
}

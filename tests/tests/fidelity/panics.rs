//! Panics of the body: locals drop once, in order, and the coroutine is poisoned.

use std::panic::{AssertUnwindSafe, catch_unwind};

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, logged, quiet, see};

fidelity! {
    fn between_suspensions() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = yield_!(1);
        let b = d("b");
        if n > 3 { panic!("n was {n}"); }
        yield_!(2);
        b.id()
    }
}

fidelity! {
    fn in_an_operand() as (), takes Option<u32>, yields u32, returns u32 => {
        fn three(a: D, b: u32, c: D) -> u32 { a.n + b + c.n }
        let local = d("local");
        three(d("a"), yield_!(1).unwrap(), d("c")) + yield_!(2).expect("a second input")
    }
}

fidelity! {
    fn before_the_first_suspension(n: u32) as (0), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let m = 10 / n;
        yield_!(m);
        m
    }
}

fidelity! {
    fn overflow_and_bounds() as (), takes usize, yields u32, returns u32 => {
        let a = d("a");
        let list = [1, 2, 3];
        let n = yield_!(1);
        let m: u32 = list[n / 2];
        yield_!(m - 2);
        let b = d("b");
        u32::try_from(yield_!(2) as i64 - 4).unwrap()
    }
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0u8;
        for i in 0..4 {
            let round = d(format!("round{i}"));
            n += yield_!(i) as u8 * 50;
        }
        u32::from(n)
    }
}

/// A value whose destructor panics.
#[derive(Clone, Debug)]
struct Bomb(D);

impl Drop for Bomb {
    fn drop(&mut self) {
        log(format_args!("bomb {}", self.0.name()));
        if !std::thread::panicking() {
            panic!("bomb {}", self.0.n);
        }
    }
}

fidelity! {
    /// A panic in one destructor does not stop the others.
    fn in_a_destructor() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let bomb = Bomb(d("bomb"));
        let b = d("b");
        if yield_!(1) { return 1 }
        yield_!(2);
        log("end");
        3
    }
}

fidelity! {
    fn in_the_destructor_of_an_inner_scope() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let n = {
            let b = d("b");
            let bomb = Bomb(d("bomb"));
            let c = d("c");
            yield_!(1);
            5
        };
        yield_!(n);
        n
    }
}

fidelity! {
    fn in_the_destructor_of_a_replaced_value() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let mut bomb = Some(Bomb(d("bomb")));
        if yield_!(1) { bomb = None; }
        log("assigned");
        std::mem::forget(bomb);
        yield_!(2);
        3
    }
}

fidelity! {
    fn caught_inside_the_body() as (), takes u32, yields u32, returns bool => {
        let a = d("a");
        let n = yield_!(1);
        let caught = catch_unwind(AssertUnwindSafe(|| { let b = d("b"); assert!(n > 3, "inner"); n })).is_err();
        yield_!(caught as u32);
        caught
    }
}

#[coro_core::coroutine]
fn fragile(#[resume] first: u32) -> impl Resume<u32, u32, Return = u32> {
    let _guard = d("guard");
    assert_ne!(first, 9, "nine");
    let second = yield_!(1);
    assert_ne!(second, 9, "nine");
    second
}

fn panic_message(f: impl FnOnce()) -> String {
    let _quiet = quiet::enter();
    let payload = catch_unwind(AssertUnwindSafe(f)).expect_err("a panic");
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .expect("a text")
}

#[test]
fn resuming_a_completed_coroutine_panics_with_the_standard_text() {
    let mut coroutine = fragile();
    let _ = coroutine.resume(1);
    assert_eq!(coroutine.resume(2), CoroutineState::Complete(2));
    for _ in 0..2 {
        let message = panic_message(|| drop(coroutine.resume(3)));
        assert_eq!(message, "coroutine resumed after completion");
    }
}

#[test]
fn resuming_a_panicked_coroutine_panics_with_a_text_of_its_own() {
    for (first, second) in [(9, 0), (1, 9)] {
        let mut coroutine = fragile();
        let events = logged(|| {
            let message = panic_message(|| {
                let _ = coroutine.resume(first);
                let _ = coroutine.resume(second);
            });
            assert!(message.contains("nine"), "{message}");
        });
        assert_eq!(events, ["new guard", "drop guard"]);
        for _ in 0..2 {
            let message = panic_message(|| drop(coroutine.resume(3)));
            assert_eq!(message, "coroutine resumed after panicking");
        }
    }
}

#[test]
fn an_iterator_stays_at_its_end_and_panics_after_a_panic() {
    #[coro_core::coroutine]
    fn numbers(fail: bool) -> impl Iterator<Item = u32> {
        yield_!(1);
        assert!(!fail, "failing");
    }
    let mut ending = numbers(false);
    assert_eq!([ending.next(), ending.next(), ending.next()], [Some(1), None, None]);
    let mut failing = numbers(true);
    assert_eq!(failing.next(), Some(1));
    assert_eq!(panic_message(|| drop(failing.next())), "failing");
    assert_eq!(panic_message(|| drop(failing.next())), "coroutine resumed after panicking");
}

#[test]
fn a_panicked_inner_coroutine_poisons_the_outer() {
    #[coro_core::coroutine]
    fn outer() -> impl Resume<u32, u32, Return = u32> {
        let _outer = d("outer");
        yield_from!(fragile(), 1)
    }
    let mut coroutine = outer();
    let events = logged(|| {
        let _ = coroutine.resume(0);
        assert!(panic_message(|| drop(coroutine.resume(9))).contains("nine"));
    });
    assert_eq!(events, ["new outer", "new guard", "drop guard", "drop outer"]);
    assert_eq!(panic_message(|| drop(coroutine.resume(3))), "coroutine resumed after panicking");
}

fidelity! {
    /// What one arm has made for the code behind is dropped if the scrutinee's destructor panics.
    fn in_the_destructor_of_a_scrutinee(x: D) as (d("x")), takes (), yields u32, returns u32 => {
        let mut y: Option<D> = None;
        match see_or_not(d("scrutinee")) {
            Ok(_) => (),
            Err(_) => y = Some(x),
        }
        yield_!(1);
        2
    }
}

fn see_or_not(value: D) -> Result<D, D> {
    Err(value)
}

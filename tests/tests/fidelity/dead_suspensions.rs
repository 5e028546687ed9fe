//! Suspensions that control never comes to, in branches of loops and blocks: what is behind the branch runs.

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, logged, see};

fn is_more(n: u32) -> bool {
    see("is_more", n) > 3
}

fn pass<T>(value: T) -> T {
    value
}

fidelity! {
    fn a_branch_behind_an_endless_loop() as (), takes u32, yields u32, returns u32 => {
        if is_more(5) { let r: u32 = loop { if yield_!(1) > 3 { return 1 } }; if r == 1 { log("a"); } else if yield_!(1) > 3 { log("b"); } yield_!(r) } else { 3 }
    }
}

fidelity! {
    fn a_branch_behind_an_endless_loop_that_moves() as (), takes u32, yields u32, returns u32 => {
        let x = d("x"); let r: u32 = loop { if yield_!(1) > 3 { return 1 } }; if r == 1 { eat(x); } else if yield_!(1) > 3 { log("b"); } yield_!(r)
    }
}

fidelity! {
    fn what_is_moved_in_front_of_it(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let wide = [1; 20];
        yield_!(wide[0]);
        for n in if 'a: {
            break 'a if let Some(_) = match is_more(3) {
                true => Some(3),
                false => {
                    if is_more(7) { eat(x); }
                    return 1;
                    yield_!(7);
                    Some(8)
                }
            } { true } else { x; true };
        } { 0..2 } else { 3..4 } {
            yield_!(n);
        }
        wide[3]
    }
}

fidelity! {
    fn what_the_jump_in_front_of_it_moved() as (), takes u32, yields u32, returns u32 => {
        let wide = [1; 20];
        yield_!(wide[0]);
        let mut x = d("x");
        let y = 'a: {
            break 'a if is_more(5) { x } else { x.clone(); d("y") };
            let _ = yield_!(4);
            let _ = &mut x;
            d("z")
        };
        y.id() + yield_!(wide[1])
    }
}

fidelity! {
    fn among_arguments_that_are_formatted(b: bool) as (true), takes u32, yields u32, returns u32 => {
        let wide = [1; 20];
        fn show(a: u32, x: &D) -> u32 { a + x.id() }
        log(&format!("{:?} {}", d("a"), show(if b { 1 } else { return 1; yield_!(2); 3 }, &d("b"))));
        let (g, h) = (d("g"), d("h"));
        yield_!(wide[0]);
        g.id() + h.id() + wide[1]
    }
}

fidelity! {
    fn moved_on_one_path_and_assigned_in_the_next_round() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut x = d("x"); let mut n = yield_!(0); loop { x = d("y"); n += 1; let _ = 'l: { if is_more(n) { break 'l (); yield_!(1); } x; }; if n > 5 { return n } }
    }
}

fidelity! {
    fn moved_behind_a_label_and_assigned_in_the_next_round() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut x = d("x"); let mut n = yield_!(0); loop { x = d("y"); n += 1; 'l: { if is_more(n) { break 'l; yield_!(1); } eat(x); } if n > 5 { return n } }
    }
}

fidelity! {
    fn moved_in_a_loop_that_is_not_repeated(x: D) as (d("x")), takes u32, yields u32, returns u32, unclonable => {
        let z = loop { if is_more(yield_!(1)) { } else { eat(x); } break 5; yield_!(9); }; log("after"); yield_!(8); z
    }
}

fidelity! {
    fn moved_in_a_while_that_is_not_repeated(x: D) as (d("x")), takes u32, yields u32, returns u32, unclonable => {
        while is_more(yield_!(1)) { if is_more(2) { eat(x); } else { log("kept"); } break; yield_!(9); } log("after"); yield_!(8)
    }
}

fidelity! {
    fn moved_beside_branches_that_leave(x: D) as (d("x")), takes u32, yields u32, returns u32, unclonable => {
        'o: loop { if is_more(yield_!(1)) { eat(x); } else { return 2; yield_!(3); } break 'o; let n: u32 = yield_!(9); let _ = n + 1; } log("after"); yield_!(8)
    }
}

fidelity! {
    fn moved_in_the_last_round(x: D) as (d("x")), takes u32, yields u32, returns u32, unclonable => {
        for i in 0..3 { if is_more(yield_!(i)) { eat(x); break; yield_!(7); } log("round"); } log("after"); yield_!(8)
    }
}

fidelity! {
    fn suspension_behind_a_break(n: u32) as (4), takes u32, yields u32, returns u32 => {
        loop { yield_!(n); break; yield_!(2); } yield_!(3)
    }
}

fidelity! {
    fn a_jump_whose_value_leaves_in_the_head_of_a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut n = 0; while let Some(x) = 'l: { n += 1; if is_more(n) { break 'l pass(match if n > 2 { 4 } else { break 'l None::<D>; yield_!(9); 5 } { x5 => { return x5; } }); } Some(d("x")) } { log("body"); } yield_!(2)
    }
}

fidelity! {
    fn a_jump_whose_value_suspends_and_leaves_in_the_head_of_a_loop() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut n = 0; while let Some(x) = 'l: { n += 1; if is_more(n) { break 'l pass(match if n > 2 { 4 } else { yield_!(9) } { x5 => { return x5; } }); } Some(d("x")) } { log("body"); } yield_!(2)
    }
}

fidelity! {
    fn a_jump_whose_value_is_a_return() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut n = 0; let k = loop { n += 1; let m = 'l: { if n > 2 { break 'l pass(return yield_!(9)); } n }; if m > 4 { break m } log("round"); }; k + yield_!(2)
    }
}

fidelity! {
    fn a_jump_out_of_a_jump() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut n = 0; let k = 'o: loop { n += 1; let m = 'l: { if n > 2 { break 'l if n > 3 { break 'o pass(loop { if yield_!(4) > 3 { return 5 } }) } else { 4 }; } n }; if m > 4 { break m } log("round"); }; k + yield_!(2)
    }
}

fidelity! {
    fn behind_it_a_value_is_given_twice() as (), takes u32, yields u32, returns u32 => {
        let x: D;
        x = pass({ pass::<()>(x = d(match see("t", 4) { n => { return n; yield_!(6); "four" } })); d("x") });
        eat(x)
    }
}

fidelity! {
    fn behind_it_a_number_changes_that_is_not_mut() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let n: u32;
        if k > 3 { return 5; yield_!(2); n = 4; n += 1; n = yield_!(n); } else { n = 7; }
        yield_!(n);
        n
    }
}

fidelity! {
    fn behind_it_what_has_a_value_gets_another() as (), takes u32, yields u32, returns u32 => {
        let k = d("k");
        if yield_!(1) < 4 { return 5; let n = yield_!(2); let m; m = n; m = 3; k = d("again"); log("b"); yield_!(m); k = d("once more"); }
        yield_!(2);
        eat(k)
    }
}

/// What a function that does not suspend makes of a suspension.
macro_rules! yield_ {
    ($($value:tt)*) => {{
        let _: u32 = { $($value)* };
        let never: u32 = unreachable!("a suspension is never reached");
        never
    }};
}

macro_rules! never_suspends {
    (fn $name:ident($n:ident) $body:block) => {
        #[test]
        fn $name() {
            #[coro_core::coroutine]
            fn coroutine($n: u32) -> impl Resume<u32, u32, Return = u32> $body
            fn function($n: u32) -> u32 $body
            for n in 0..12 {
                let ours = logged(|| {
                    let returned = coroutine(n).resume(0).complete().expect("it does not suspend");
                    see("returned", returned);
                });
                let plain = logged(|| {
                    see("returned", function(n));
                });
                assert_eq!(ours, plain);
            }
        }
    };
}

fn both(a: u32, b: u32) -> u32 {
    see("both", a + b)
}

never_suspends! {
    fn behind_a_macro(n) {
        let mut x = d("x");
        for i in 0..n {
            if i == 70 {
                todo!();
                yield_!(2);
            }
            see("i", i);
            x.touch();
        }
        5
    }
}

never_suspends! {
    fn behind_jumps(n) {
        let mut i = 0;
        while i < n {
            let g = d("g");
            i += 1;
            if i == 7 {
                return 1;
                yield_!(2);
            }
            match i {
                90 => {
                    panic!("no");
                    yield_!(3);
                }
                5 => {
                    break;
                    yield_!(4);
                }
                2 => {
                    continue;
                    yield_!(5);
                }
                _ => {}
            }
            eat(g);
        }
        i
    }
}

never_suspends! {
    fn in_a_labelled_block(n) {
        let r = 'a: {
            let g = d("g");
            if n == 7 {
                return 1;
                yield_!(2);
            }
            if n > 3 {
                if n > 9 {
                    break 'a 4;
                    yield_!(3);
                }
                see("n", n);
            }
            eat(g);
            9
        };
        r
    }
}

never_suspends! {
    fn in_their_own_operands(n) {
        let mut i = 0;
        loop {
            i += 1;
            let k = d("k");
            if i > 5 {
                yield_!(return i);
            }
            if i == n {
                yield_!({ return 1 });
            }
            if i == n + 1 {
                both(return 1, yield_!(2));
            }
            if i == 3 {
                continue;
            }
            eat(k);
        }
    }
}

never_suspends! {
    fn behind_loops_and_branches(n) {
        let mut i = 0;
        loop {
            i += 1;
            if i > 5 && n < 3 {
                loop {
                    i += 1;
                    if i > 30 {
                        return i;
                    }
                }
                yield_!(2);
            }
            if i == 7 {
                if n > 5 {
                    return 4;
                } else {
                    return 5;
                }
                yield_!(3);
            }
            see("i", i);
        }
    }
}

never_suspends! {
    fn in_an_arm(n) {
        for i in 0..n {
            let r: Result<u32, D> = if i > 50 { Err(d("e")) } else { Ok(i) };
            match r {
                Ok(k) => {
                    see("k", k);
                }
                Err(_) => {
                    let z: u32 = panic!("x");
                    yield_!(z);
                }
            }
        }
        for j in 0..n {
            if false {
                return 1;
                yield_!(2);
            }
            see("j", j);
        }
        3
    }
}

never_suspends! {
    fn behind_what_is_never_reached(n) {
        if n > 4 {
            let r: u32 = return 1;
            if r == 1 {
                log("a");
            } else if yield_!(1) > 3 {
                log("b");
            }
            yield_!(r)
        } else {
            3
        }
    }
}

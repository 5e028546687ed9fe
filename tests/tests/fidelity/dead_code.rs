//! Code that cannot be reached, diverging expressions and infinite loops.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::{E, c, e, opt, pass, t};

fidelity! {
    fn after_a_return() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        return yield_!(1);
        let b = d("b");
        yield_!(2);
        b.id()
    }
}

fidelity! {
    fn after_a_break_and_a_continue() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        loop {
            let a = d("a");
            n += 1;
            if yield_!(n) > 4 {
                break;
                yield_!(100);
            } else if n < 4 {
                continue;
                n += yield_!(200);
            }
            break;
            let b = d("b");
            yield_!(300);
        }
        n
    }
}

fidelity! {
    fn after_an_endless_loop() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        loop {
            if yield_!(1) > 5 { return 3 }
        }
        yield_!(2);
        4
    }
}

fidelity! {
    fn after_a_panic() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_!(1);
        panic!("always");
        yield_!(2);
        5
    }
}

fidelity! {
    fn a_diverging_operand() as (), takes bool, yields u32, returns u32 => {
        fn f(a: D, b: u32, c: u32) -> u32 { a.n + b + c }
        if yield_!(1) { return f(d("a"), return 7, yield_!(2) as u32) }
        f(d("b"), yield_!(3) as u32, loop { let c = d("c"); return yield_!(4) as u32 + c.n; })
    }
}

fidelity! {
    fn a_condition_that_is_constant() as (), takes u32, yields u32, returns u32 => {
        if false { yield_!(1); }
        if true { yield_!(2); } else { yield_!(3); }
        while false { yield_!(4); }
        let n = match true { true => yield_!(5), false => unreachable!() };
        while true { if yield_!(6) < 4 { break } }
        n
    }
}

fidelity! {
    fn a_loop_that_runs_once() as (), takes u32, yields u32, returns u32 => {
        let n = loop { let a = d("a"); break yield_!(1) };
        while yield_!(n) > 100 { unreachable!() }
        for _ in 0..10 { let b = d("b"); return yield_!(2); }
        3
    }
}

fidelity! {
    fn a_block_that_never_ends_normally() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let n: u32 = {
            let b = d("b");
            if yield_!(1) { return 1 } else { yield_!(2); return 2 }
        };
        n
    }
}

fidelity! {
    fn every_arm_diverges() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        'x: {
            match yield_!(1) {
                0..=2 => return 1,
                3 | 4 => break 'x,
                5 => panic!("five"),
                _ => loop { let b = d("b"); if yield_!(2) == 2 { return 2 } else { break 'x } },
            }
        }
        yield_!(3)
    }
}

fidelity! {
    fn a_diverging_let_initialiser() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        if yield_!(1) {
            let never: u32 = return 5;
            yield_!(never);
        }
        let n = if yield_!(2) { 1 } else { return yield_!(3) as u32 };
        n
    }
}

fidelity! {
    fn yields_that_are_never_reached() as (), yields u32, returns u32 => {
        let a = d("a");
        return 1;
        loop { yield_!(1); }
    }
}

fidelity! {
    fn an_unused_coroutine_with_a_never_value() as (), takes bool, yields u32, returns u32 => {
        let f = |n: u32| -> u32 { panic!("not called {n}") };
        if yield_!(1) && yield_!(2) && yield_!(3) && yield_!(4) && yield_!(5) && yield_!(6) { f(1); }
        let x = if false { f(yield_!(9) as u32) } else { 8 };
        x
    }
}

fidelity! {
    fn nested_returns_in_arguments() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        return match yield_!(1) {
            true => return match yield_!(2) { true => 1, false => return 2 },
            false => { let b = d("b"); return 3 }
        };
    }
}

fidelity! {
    fn assignments_that_are_never_read() as (), takes u32, yields u32, returns u32 => {
        let mut n = 1;
        n = yield_!(1);
        n = 5;
        yield_!(2);
        n = yield_!(3);
        7
    }
}

fidelity! {
    fn a_process_of_endless_states() as (), takes bool, yields u32 => {
        let mut n = 0u32;
        'on: loop {
            while yield_!(n) { n += 1; }
            loop {
                if yield_!(100 + n) { continue 'on }
                n = n.saturating_sub(1);
            }
        }
    }
}

fidelity! {
    /// What follows a loop that never ends has a value all the same.
    fn after_an_endless_loop_in_a_block() as (), takes bool, yields u32, returns Result<u32, u32> => {
        {
            loop {
                match yield_!(1) {
                    true => return Err(2),
                    false => continue,
                }
            }
        }
        attempt(3)
    }
}

fn attempt(n: u32) -> Result<u32, u32> {
    Ok(n)
}

fidelity! {
    /// A value that nothing reaches, of another type than what is around it.
    fn values_that_are_never_made(c: bool) as (false), takes (), yields u32, returns Option<u32> => {
        fn id<T>(x: T) -> T { x }
        while c {
            if c { continue } else { yield_!(1); id::<D>(return Some(2)) };
        }
        if let 7 = match c {
            true => { yield_!(3); 4 }
            false => id::<u32>({ return Some(5) }),
        } {}
        None
    }
}

fidelity! {
    /// A loop whose condition has no value ends, to rustc.
    fn a_loop_whose_condition_leaves(c: bool) as (true), takes (), yields u32, returns u32 => {
        if c { yield_!(1); }
        while return 2 {}
        3
    }
}

fidelity! {
    /// The same, where the condition suspends.
    fn a_loop_whose_condition_suspends_and_leaves() as (), takes (), yields u32, returns u32 => {
        while { yield_!(1); return 2 } {}
        3
    }
}

fidelity! {
    /// A local of a loop that never ends, in an `else`.
    fn a_local_that_never_gets_its_value(c: bool) as (true), takes (), yields u32, returns u32 => {
        let Some(_) = Some(c) else {
            let (_x, _) = (5, loop { if c { yield_!(1); } });
            #[allow(unreachable_code)]
            return 2;
        };
        yield_!(1);
        3
    }
}

fidelity! {
    /// A delegation whose operand or first argument leaves.
    fn delegations_that_are_never_made(c: bool) as (true), takes (), yields u32, returns Option<u32> => {
        if c { yield_!(1); }
        if !c { yield_from!(std::iter::once({ return Some(4) }).chain([5])); }
        if !c { yield_from!([5], return Some(6)); }
        if c { yield_from!(match { return Some(2) } { _ => Err::<[u32; 2], String>(String::new()).ok() }?); }
        Some(3)
    }
}

fidelity! {
    /// A labelled block behind `else`, in parentheses.
    fn a_labelled_block_behind_else(c: bool) as (false), takes (), yields u32, returns u32 => {
        yield_!(1);
        let Some(x) = (if c { None } else { 'found: { if c { break 'found None; } Some(2) } }) else { return 3 };
        x
    }
}

fidelity! {
    /// An `else` that does not leave, behind a value that is never there.
    fn an_else_behind_a_value_that_is_never_there(c: bool) as (true), takes (), yields u32, returns () => {
        if c { yield_!(1); }
        let Some(_) = Some::<u32>(match 2 { _ => return { yield_!(2); } }) else {};
    }
}

fidelity! {
    /// What is made behind a jump, by a macro, is nobody's value.
    fn a_macro_behind_a_jump(n: u32) as (3), takes (), yields u32, returns u32 => {
        while n > 2 {
            let _list: Vec<D> = match n {
                m => {
                    yield_!(m);
                    if break {}
                    vec![d("a"), d("b")]
                }
            };
        }
        4
    }
}

fidelity! {
    /// A branch is `()`, although its condition never comes to its end.
    fn a_branch_behind_a_jump_in_its_condition(n: u32, c: bool) as (3, true), takes Option<u32>, yields u32, returns Option<u32> => {
        while c {
            if match yield_!(n) {
                Some(m) => return Some(m),
                None => break,
            } {}
        }
        if loop { return None } {
        } else {
            let _ = { yield_!(5); };
        }
        Some(4)
    }
}

fidelity! {
    /// The same at the end of a loop that has a value.
    fn a_branch_behind_jumps_in_a_loop_with_a_value(n: u32) as (3), takes Option<u32>, yields u32, returns Option<u32> => {
        let m = loop {
            if match yield_!(n) {
                Some(m) => break m,
                None => return Some(1),
            } {}
        };
        Some(m)
    }
}

fidelity! {
    /// A suspension whose value goes on with the loop instead.
    fn yield_of_what_goes_on_with_an_endless_loop(n: u32) as (2), takes u32, yields u32, returns u32 => {
        let mut n = n;
        loop {
            if n == 0 { return 7 }
            n -= 1;
            let _ = yield_!({ log("goes on"); continue });
        }
    }
}

fidelity! {
    /// A loop at the end of an arm that is never entered.
    fn loop_over_what_returns_in_an_arm(n: Option<u32>) as (Some(2)), takes (), yields u32, returns Option<u32> => {
        match n {
            Some(2) => for _ in [return n] {},
            Some(_) => while { return None } {},
            None => { yield_!(1); }
        }
        None
    }
}

fidelity! {
    /// A loop that is never entered, and taken apart since it leaves other locals than were there.
    fn loop_over_what_returns_behind_a_move(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns () => {
        for _ in std::convert::identity::<Vec<u32>>(if let 3 = { 'moved: { if n == 2 { drop(x); break 'moved } } yield_!(1); n } {
            log("then");
            return
        } else {
            return
        }) {}
    }
}

fidelity! {
    /// To rustc, a `break` that nothing reaches leaves its loop, too.
    fn breaks_that_are_never_reached(c: bool) as (false), takes bool, yields u32, returns u32 => {
        fn id<T>(x: T) -> T { x }
        if yield_!(1) {
            let a = d("a");
            loop {
                let Some(_) = id::<Option<u32>>(return 2) else { break };
            }
        }
        let b = d("b");
        match 'l: loop {
            let Some(_) = id::<Option<u32>>(if c { continue 'l } else { return 3 }) else { break 'l 4 };
        } {
            _ => {}
        }
        5
    }
}

fidelity! {
    /// A loop that gives a value can end in an `if` whose condition never has one.
    fn conditions_that_leave_a_loop_with_a_value() as (), takes bool, yields u32, returns u32 => {
        fn id<T>(x: T) -> T { x }
        let n = loop {
            let a: D;
            if yield_!(1) { a = d("a"); }
            let b = d("b");
            if id::<D>(match Some(4) {
                Some(n) => break see("nine", { yield_!(n); 9 }),
                None => break see("one", 1),
            }).n == 4 {}
        };
        let m = 'l: loop {
            if yield_!(2) { continue 'l }
            if id::<bool>(match { yield_!(3); d("c") } { c => break 'l { yield_!(c.n); see("five", 5) } }) {}
        };
        n + m
    }
}

fidelity! {
    /// What was moved away can be mentioned where nothing comes to.
    fn a_place_that_never_gets_its_value() as (), takes bool, yields u32, returns u32 => {
        let mut a = Box::new(d("a"));
        *a = match {
            let a = a;
            yield_!(a.n)
        } {
            true => return 2,
            false => return 3,
        };
    }
}

fidelity! {
    fn a_continue_in_a_let_else_behind_a_return() as (), takes u32, yields u32, returns u32 => {
        while true { let Some(0u8) = ({ let _ = yield_!(1); return 3; }) else { continue; }; }
        5
    }
}

fidelity! {
    fn a_continue_behind_a_return() as (), takes u32, yields u32, returns u32 => {
        while true { yield_!(1); return 3; continue; }
        5
    }
}

fidelity! {
    fn a_condition_behind_a_branch_that_leaves() as (), takes u32, yields u32, returns u32 => {
        for _ in 0..3 { if yield_!(1) > 0 { return 3; } else { return 4; } if see("x", 3) == 2 { continue; } }
        5
    }
}

fidelity! {
    fn arms_that_go_on_behind_arms_that_leave() as (), takes u32, yields u32, returns u32 => {
        'a: loop { match yield_!(1) { 1 => return 3, n => break 'a, } match see("x", 3) { 1 => continue 'a, _ => continue } }
        5
    }
}

fidelity! {
    fn a_suspension_behind_a_return(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); return 1; yield_!(2);
    }
}

fidelity! {
    fn a_suspension_behind_an_endless_loop(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); loop { if yield_!(2) > 2 { return eat(a); } } yield_!(3);
    }
}

fidelity! {
    fn suspensions_behind_branches_that_return(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); if yield_!(c) > 1 { return 1; } else { return eat(a); } yield_!(3); yield_!(4);
    }
}

fidelity! {
    fn a_suspension_behind_an_initialiser_that_panics(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); yield_!(1); let x: u32 = todo!(); yield_!(x);
    }
}

fidelity! {
    fn a_block_that_returns_before_it_suspends(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); let n: u32 = { let b = d("b"); yield_!(1); return eat(b); yield_!(2); }; yield_!(n); n
    }
}

fidelity! {
    fn a_branch_that_returns_before_it_suspends(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); let n: u32 = if yield_!(1) > 1 { return 3; yield_!(2); } else { 4 }; yield_!(n); n
    }
}

fidelity! {
    fn an_arm_that_panics_before_it_suspends(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); let n: u32 = match yield_!(1) { 0 => { panic!("x"); yield_!(2); } n => n }; yield_!(n); n
    }
}

fidelity! {
    fn a_block_that_leaves_its_loop_before_it_suspends(c: u32) as (1), takes u32, yields u32, returns u32 => {
        'o: loop { let a = d("a"); let n: u32 = { if yield_!(1) > 1 { break 'o 7; } continue 'o; yield_!(9); }; }
    }
}

fidelity! {
    fn a_loop_behind_a_return(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); return 1; while yield_!(3) > 1 {};
    }
}

fidelity! {
    fn a_let_else_behind_a_return(c: u32) as (1), takes u32, yields u32, returns u32 => {
        let a = d("a"); return 1; let Some(x) = Some(yield_!(2)) else { yield_!(3); return 4; }; yield_!(x);
    }
}

fidelity! {
    fn a_pattern_of_a_reference_behind_a_branch_that_leaves() as (), takes u32, yields u32, returns () => {
        let x = opt(1, "x"); if let Some(r) = &x { see("n", r.n); yield_!(1); match d("y") { _y => return } see("n", r.n); }  t(2);
    }
}

fidelity! {
    fn a_pattern_of_a_reference_behind_a_return() as (), takes u32, yields u32, returns () => {
        let x = opt(1, "x"); if let Some(r) = &x { see("n", r.n); yield_!(1); return; see("n", r.n); }  t(2);
    }
}

fidelity! {
    fn a_pattern_of_a_reference_that_is_passed() as (), takes u32, yields u32, returns () => {
        let x = opt(1, "x"); if let Some(r) = &x { pass(r); yield_!(1); loop { if c(5) { return } } see("n", r.n); }  t(2);
    }
}

fidelity! {
    fn a_pattern_of_a_reference_behind_a_panic() as (), takes u32, yields u32, returns () => {
        let x = opt(1, "x"); match &x { Some(r) => { pass(r); yield_!(1); panic!("x"); see("n", r.n); } None => {} }  t(2);
    }
}

fidelity! {
    fn a_reference_that_is_made_anew_behind_a_return() as (), takes u32, yields u32, returns () => {
        let x = e(1); if let E::B { x: r, n } = &x { yield_!(*n); pass(r); yield_!(2); return; see("n", r.n + n); }  t(2);
    }
}

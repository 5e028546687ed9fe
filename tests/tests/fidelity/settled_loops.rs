//! Loops and labelled blocks without a suspension that move a local on some ways out only.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

fidelity! {
    fn search_that_takes() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let mut best = None;
        for x in 0..5 { if x == k { best = Some(q); break; } log(x); }
        yield_!(best.is_some() as u32);
        3
    }
}

fidelity! {
    fn while_with_two_breaks() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let mut x = 0;
        while x < 5 { x += 1; if x == k { eat(q); break; } else if x == 4 { break; } }
        yield_!(x);
        3
    }
}

fidelity! {
    fn endless_with_two_breaks() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let mut x = 0;
        loop { x += 1; if x == k { eat(q); break; } if x == 4 { log("four"); break; } }
        yield_!(x);
        3
    }
}

fidelity! {
    fn value_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let mut x = 0;
        let r = loop { x += 1; if x == k { break eat(q); } if x == 4 { break x; } };
        yield_!(r);
        3
    }
}

fidelity! {
    fn value_of_a_labelled_block() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let r = 'a: { if k > 3 { break 'a eat(q); } if k > 2 { break 'a 5; } log("t"); k };
        yield_!(r);
        3
    }
}

fidelity! {
    fn labelled_block() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        'a: { let z = d("z"); if k > 3 { drop(q); break 'a; } if k > 2 { break 'a; } log("t"); }
        yield_!(2);
        3
    }
}

fidelity! {
    fn break_out_of_two() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        'o: for a in 0..3 { for b in 0..3 { if a * b == k { drop(q); break 'o; } if a + b == 4 { break; } log(b); } }
        yield_!(2);
        3
    }
}

fidelity! {
    fn breaks_in_arms() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        for a in 0..3 { match a + k { 3 => { drop(q); break } 4 => break, 5 => continue, _ => log("m") } }
        yield_!(2);
        3
    }
}

fidelity! {
    fn walk_over_a_slice(list: &'static [u32]) as (&[3, 5, 7]), takes u32, yields u32, returns u32, unclonable => {
        let mut k = yield_!(1);
        for _ in 0..2 { let nums = vec![1, 4, 9]; let mut slice = nums.as_slice(); while let [first, rest @ ..] = slice { if *first > k { break; } slice = rest; } k = yield_!(slice.len() as u32); }
        3
    }
}

fidelity! {
    fn option_that_is_taken_and_set() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let mut q = Some(d("q"));
        let y = d("y");
        let mut n = 0;
        while let Some(x) = q { n += 1; if n > k { log("b"); break; } q = if n > 2 { None } else { Some(x) }; }
        yield_!(n);
        3
    }
}

fidelity! {
    fn return_and_break() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        for q in [d("p"), d("q")] { let y = d("y"); for a in 0..3 { if a == k { return eat(q); } if a == 1 && k > 4 { drop(q); break; } } yield_!(2); }
        3
    }
}

fidelity! {
    fn pushed_before_a_break() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let mut out = vec![];
        for a in 0..3 { let z = d("z"); if a == k { out.push(q); break; } }
        yield_!(out.len() as u32);
        out.clear();
        yield_!(5)
    }
}

fidelity! {
    fn moved_by_a_closure_before_a_break() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        for a in 0..3 { if a == k { let f = move || q.id(); f(); break; } println!("{q:?}"); }
        yield_!(4);
        3
    }
}

fidelity! {
    fn value_of_a_search() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let r = 'a: { for x in 0..4 { if x == k { break 'a Some(q); } } None };
        yield_!(r.is_some() as u32);
        3
    }
}

fidelity! {
    fn looked_at_in_the_tail() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        let r = 'a: { for x in 0..4 { if x == k { break 'a eat(q); } } q.id() };
        yield_!(r);
        3
    }
}

fidelity! {
    fn panic_beside_a_break() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        for x in 0..4 { if x == k { drop(q); panic!("p"); } if x == 3 && k > 7 { drop(q); break; } }
        yield_!(2);
        3
    }
}

fidelity! {
    fn loop_in_a_block() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let q = d("q");
        let y = d("y");
        { let g = d("g"); for x in 0..4 { if x == k { drop(q); break; } } log("in"); }
        yield_!(2);
        3
    }
}

fidelity! {
    fn moved_and_assigned_in_turn() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let mut q = d("q");
        let y = d("y");
        let mut x = 0;
        while x < 4 { x += 1; drop(q); if x == k { break; } q = d("new"); }
        yield_!(2);
        3
    }
}

fidelity! {
    fn branch_as_the_value_of_a_block() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let v = 'q: { if k > 3 { break 'q eat(a); } if k > 2 { 2 } else { 4 } };
        yield_!(v);
        3
    }
}

fidelity! {
    fn second_local_in_a_loop_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let x1 = d("x1");
        let x2 = d("x2");
        if k < 5 { loop { drop(x2); break; } drop(x1); }
        yield_!(2);
        3
    }
}

fidelity! {
    fn second_local_in_a_branch_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let x1 = d("x1");
        let x2 = d("x2");
        for i in 0..2 { drop(x1); if k > 3 { drop(x2); } break; }
        yield_!(2);
        3
    }
}

fidelity! {
    fn second_local_in_a_loop_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let x1 = d("x1");
        let x2 = d("x2");
        for i in 0..2 { drop(x1); for j in 0..3 { drop(x2); break; } break; }
        yield_!(2);
        3
    }
}

fidelity! {
    fn given_a_new_value_in_a_labelled_block() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let mut x = d("x");
        if k < 5 { if k > 2 { drop(x); } } else { drop(x); }
        yield_!(3);
        'q: { x = d("n"); drop(x); }
        yield_!(1);
        3
    }
}

fidelity! {
    fn two_locals_with_a_break_each() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        let b = d("b");
        for i in 0..3 { if i == k { drop(a); break; } if i == 2 { drop(b); break; } }
        yield_!(2);
        3
    }
}

fidelity! {
    fn given_new_values_by_a_loop() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let mut x = d("x");
        eat(x);
        for i in 0..k { x = d("m"); }
        yield_!(4);
        3
    }
}

fidelity! {
    fn a_break_inside_the_value_of_a_break(x2: Option<D>) as (Some(d("p"))), takes u32, yields u32, returns u32 => {
        let _ = loop { let Some(_) = Some(see("s", 3)).filter(|n| *n > 9) else { break match std::convert::identity(x2) { Some(x3) => { break st(0) } None => st(9) } }; if see("c", 1) > 0 { break st(7); } }; yield_!(1); 3
    }
}

fidelity! {
    fn a_value_that_may_be_left_early(a: D) as (d("p")), takes u32, yields u32, returns u32 => {
        let v = loop { if see("c", 1) > 3 { break 2 + if see("k", 3) > 2 { break 4 } else { eat(a) }; } break 1; }; yield_!(v); 3
    }
}

fidelity! {
    fn a_value_that_is_left_early(a: D) as (d("p")), takes u32, yields u32, returns u32 => {
        let v = loop { if see("c", 5) > 3 { break 2 + if see("k", 3) > 2 { break 4 } else { eat(a) }; } break 1; }; yield_!(v); 3
    }
}

fidelity! {
    fn a_block_left_inside_its_value(a: D) as (d("p")), takes u32, yields u32, returns u32 => {
        let v = 'x: { if see("c", 5) > 3 { break 'x 2 + if see("k", 1) > 2 { break 'x 4 } else { eat(a) }; } 1 }; yield_!(v); 3
    }
}

fidelity! {
    fn a_block_that_ends_with_nothing_written_out(x3: Option<D>) as (Some(d("p"))), takes u32, yields u32, returns u32 => {
        'l: { if see("c", 2) > 1 { break 'l { assert_ne!(1, x3.map_or(0, eat)); }; } () } yield_!(1); 3
    }
}

fidelity! {
    fn a_block_that_ends_with_a_call(x3: Option<D>) as (Some(d("p"))), takes u32, yields u32, returns u32 => {
        'l: { if see("c", 1) > 1 { drop(x3); break 'l; } log("end") } yield_!(1); 3
    }
}

fidelity! {
    fn a_block_that_ends_with_a_branch(x3: Option<D>) as (Some(d("p"))), takes u32, yields u32, returns u32 => {
        'l: { if see("c", 1) > 1 { drop(x3); break 'l; } if see("k", 2) > 1 { log("k"); } } yield_!(1); 3
    }
}

fn rest(n: u32) -> St {
    log("rest");
    St { a: d("ra"), n, b: d("rb") }
}

fidelity! {
    fn a_jump_in_the_value_of_a_jump() as (), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let k = yield_!(1);
        let _ = 'l: {
            if k > 3 { break 'l break 'l rest(2); }
            if k > 2 { return eat(q); }
            let q = q;
            St { a: d("x"), ..rest(3) }
        };
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn a_branch_that_jumps_in_the_value_of_a_jump() as (), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let k = yield_!(1);
        let _ = 'l: {
            if k > 1 { break 'l if k > 3 { rest(2) } else { break 'l if k > 2 { break 'l rest(4) } else { rest(5) } }; }
            let q = q;
            St { a: d("x"), ..rest(3) }
        };
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn a_jump_in_the_value_of_one_that_takes() as (), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let k = yield_!(1);
        let _ = 'l: {
            if k > 1 { eat(q); break 'l if k > 3 { rest(2) } else { break 'l rest(7) }; }
            St { a: d("x"), ..rest(3) }
        };
        log("next");
        yield_!(2)
    }
}

fidelity! {
    fn a_jump_in_the_value_of_a_jump_between_which_it_is_taken() as (), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let k = yield_!(1);
        let r = 'l: {
            if k > 1 { break 'l if k > 3 { eat(q); 3 } else { break 'l rest(k).n; }; }
            6
        };
        log("next");
        yield_!(r);
        let q = d("q2");
        let r = loop { break loop { if k > 1 { break if k > 3 { eat(q); 3 } else { break 5 }; } break 2 } };
        yield_!(r)
    }
}

fidelity! {
    fn a_reference_over_a_jump_in_the_value_of_a_jump() as (), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let k = yield_!(1);
        let own = d("own");
        let r = &own;
        let n = 'l: { if k > 3 { break 'l if k > 4 { break 'l 5 } else { 6 }; } eat(q) };
        see("own", r.n);
        yield_!(n)
    }
}

fidelity! {
    fn in_a_range(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let kind = d("kind"); let look = |k: u32| kind.n + k; let n = see("n", 1);
        let r = ('done: { if n > 3 { break 'done 1; } eat(q); 2 })..5; let m = look(1); yield_!(m + r.start); eat(kind)
    }
}

fidelity! {
    fn in_an_index(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let kind = d("kind"); let look = |k: u32| kind.n + k; let n = see("n", 1);
        let m = [4, 5, 6][{ if n > 3 { eat(q); 1 } else { 2 } }] + look(1); yield_!(m); eat(kind)
    }
}

fidelity! {
    fn in_the_value_of_a_labelled_block(q: D) as (d("q")), takes u32, yields u32, returns u32 => {
        let n = see("n", 1);
        let v = 'done: { if n > 4 { break 'done d("first"); } eat(q); if n > 2 { break 'done d("second") } else { d("third") } };
        yield_!(v.n); 3
    }
}

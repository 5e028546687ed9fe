//! Suspensions in the strangest places, several constructs at once.

use std::ops::ControlFlow;

use coro_tests::{D, d, eat, fidelity, log, see};

fn three(a: u32, b: u32, c: u32) -> u32 {
    log(format_args!("three {a} {b} {c}"));
    a * 100 + b * 10 + c
}

fidelity! {
    fn a_yield_in_the_index_of_a_match_in_an_argument_of_a_return() as (), takes usize, yields u32, returns u32 => {
        let a = d("a");
        let list = [1, 2, 3, 4, 5, 6, 7, 8];
        return three(
            list[match yield_!(1) { n @ 0..=3 => n + yield_!(n as u32), n => n }.min(7)],
            if list[yield_!(2)] > 4 { return a.id() } else { 5 },
            { let b = d("b"); list[yield_!(3)] },
        );
    }
}

fidelity! {
    fn a_loop_whose_break_value_is_a_struct_with_a_delegation() as (), takes u32, yields u32, returns (u32, u32) => {
        #[derive(Clone)]
        struct Found { at: u32, tag: D, n: u32 }
        let found = 'search: loop {
            for i in 0..3 {
                let round = d(format!("round{i}"));
                if yield_!(i) > 3 {
                    break 'search Found { at: i, n: { yield_from!(10..12); yield_!(20) }, tag: round };
                }
            }
        };
        yield_!(found.at);
        (found.n, found.tag.id())
    }
}

fidelity! {
    fn a_condition_of_a_block_of_a_match_of_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while {
            let x = loop { match yield_!(n) { 0 => break 1, 7 => return n, x if x > 3 => continue, x => break x } };
            let guard = d("guard");
            n += x;
            match yield_!(n * 10) { y if y == x => false, y => { n += 1; y < 6 && n < 15 } }
        } {
            log("body");
            let inner = d("inner");
            if n % 2 == 0 { continue }
            yield_!(n * 100);
        }
        n
    }
}

fidelity! {
    fn let_else_with_a_match_with_an_if_let_with_a_question_mark() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let outer = d("outer");
        let Some(n) = (match yield_!(1) {
            Some(n @ 0..=2) => yield_!(n),
            Some(n) => if let Some(m) = yield_!(n) { Some(yield_!(m)? + m) } else { None },
            None => Some(yield_!(2)?),
        }) else {
            let inner = d("inner");
            return Some(yield_!(3)? + outer.n);
        };
        Some(n)
    }
}

fidelity! {
    fn short_circuits_of_blocks_that_leave() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        for i in 0..4 {
            let a = d(format!("a{i}"));
            let is = (yield_!(i) || { n += 1; let b = d("b"); if yield_!(10) { continue } else { false } })
                && !(yield_!(20) && { if n > 1 { break } n += 1; yield_!(30) });
            n += is as u32 * 10;
        }
        n
    }
}

fidelity! {
    fn a_tower_of_operators() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1, 2, 3];
        let mut t = (4, [5, 6]);
        v[(yield_!(1) % 3) as usize] = t.1[(yield_!(2) % 2) as usize] * yield_!(t.0);
        t.1[yield_!(3) as usize % 2] = v[{ t.0 += 2; yield_!(4) as usize % 3 }] + { t.0 += 1; t.0 };
        yield_!(-(yield_!(5) as i32).abs() as u32 / (1 << 30)) + v.iter().sum::<u32>() + t.1[0] + !(yield_!(6) | !1)
    }
}

fidelity! {
    fn shadowing_and_labels_in_operands() as (), takes u32, yields u32, returns u32 => {
        let x = 1;
        three(
            x,
            'x: { let x = yield_!(x); if x > 4 { break 'x 4 } let x = x + yield_!(x); x },
            { let x = x + 1; for x in 0..x { if yield_!(x) == 7 { return x } } x },
        ) + x
    }
}

fidelity! {
    fn deferred_locals_in_arms_of_a_match_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        let last;
        'a: loop {
            let a;
            let b = d(format!("b{n}"));
            match yield_!(n) {
                0 => { a = d("zero"); last = b; break 'a }
                1 | 2 => { a = b; n += 1; }
                3 => { n += 2; continue 'a }
                x => { a = d(format!("a{x}")); n += yield_!(a.n); }
            }
            log("end of the round");
            if n > 20 { last = a; break }
        }
        yield_!(n);
        last.id()
    }
}

fidelity! {
    fn closures_between_operands() as (), takes u32, yields u32, returns u32 => {
        let base = d("base");
        let add = move |x: u32| x + base.n;
        three(add(yield_!(1)), [1, 2].iter().map(|x| x + 1).sum::<u32>() + yield_!(2), (|x: u32| { if x > 3 { return 3 } x })(yield_!(3))) + add(1)
    }
}

fidelity! {
    fn formats_of_matches_of_vectors() as (), takes u32, yields String, returns String => {
        let a = d("a");
        let text = format!(
            "{a}{:?}{}",
            match yield_!("one".into()) { 0..=3 => vec![yield_!("two".into()), 1], n => vec![n; 2] },
            if yield_!(format!("{}", vec![yield_!(String::new())].len())) > 3 { "x" } else { "y" },
        );
        yield_!(text.clone());
        text
    }
}

fidelity! {
    fn control_flow_through_everything() as (), takes u32, yields u32, returns ControlFlow<D, u32> => {
        fn check(n: u32) -> ControlFlow<D, u32> {
            if n == 5 { ControlFlow::Break(d("five")) } else { ControlFlow::Continue(n) }
        }
        let mut sum = 0;
        'rows: for row in 0..2 {
            let guard = d(format!("row{row}"));
            for column in 0..check(yield_!(row))? {
                let cell = (d("cell"), check(yield_!(column * 10))?);
                match cell {
                    (_, 0) => continue 'rows,
                    (tag, n) if n == column => { sum += eat(tag); }
                    (_, n) => sum += check(yield_!(n * 100))? + n,
                }
                if sum > 50 { break 'rows }
            }
        }
        ControlFlow::Continue(sum)
    }
}

fidelity! {
    fn everything_is_an_expression() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        let () = while yield_!(n) { n += 1; if n > 2 { break } };
        let unit = for i in 0..2 { n += i; yield_!(i); };
        let never: u32 = if yield_!(5) { loop { if yield_!(6) { break 7 } } } else { 8 };
        let tuple = (n, unit, n += never, yield_!(n) as u32);
        let nested = { { { ({ yield_!(9); tuple.3 }, tuple.0) } } };
        nested.0 + nested.1
    }
}

fidelity! {
    fn a_delegation_in_a_condition_of_a_loop_in_an_operand() as (), takes u32, yields u32, returns u32 => {
        three(
            1,
            { let mut i = 0; while { yield_from!(i..i + 2); i < 3 } { i += 1 + yield_!(100) % 2; } i },
            loop { let a = d("a"); if { yield_from!(Some(7)); yield_!(8) } > 2 { break a.n % 10 } },
        )
    }
}

fidelity! {
    fn a_parser_of_nested_lists() as (), takes &'static str, yields usize, returns Result<Vec<usize>, &'static str> => {
        let mut stack: Vec<Vec<usize>> = vec![vec![]];
        for _ in 0..6 {
            let depth = stack.len();
            let Some(top) = stack.last_mut() else { return Err("empty") };
            match yield_!(depth + top.len() * 10) {
                "" => { stack.push(vec![]); }
                "x y" => {
                    let Some(list) = stack.pop() else { return Err("underflow") };
                    match stack.last_mut() {
                        Some(parent) => parent.extend(list),
                        None => { yield_!(list.len()); return Ok(list) }
                    }
                }
                word => match word.parse() {
                    Ok(n) => stack.last_mut().ok_or("none")?.push(n),
                    Err(_) if word.len() > 2 => Err(word)?,
                    Err(_) => continue,
                },
            }
        }
        Ok(stack.concat())
    }
}

fidelity! {
    fn assignments_as_values_of_arms() as (), takes u32, yields u32, returns (u32, D) => {
        let mut n = 0;
        let mut tag = d("start");
        loop {
            match yield_!(n) {
                0 => n = yield_!(n + 10),
                1 => tag = { let n = yield_!(20); d(format!("tag{n}")) },
                2 => (n, tag) = (yield_!(30), d("both")),
                3 => break,
                4 => n += { n += 1; yield_!(n) },
                x => { n += x; if n > 12 { return (n, tag) } }
            }
        }
        (n, tag)
    }
}

fidelity! {
    fn nested_yields_with_droppable_inputs() as (), takes D, yields u32, returns u32 => {
        let a = d("a");
        let last = yield_!(yield_!(yield_!(a.id()).id()).id() + { let b = yield_!(1); b.id() });
        last.id() + eat(yield_!(eat(yield_!(2)))) + a.n
    }
}

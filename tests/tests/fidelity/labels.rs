//! Labelled blocks and loops: `break 'a value` and `continue 'a` from any depth.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn break_and_continue_an_outer_loop() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        'outer: for i in 0..4 {
            let a = d(format!("a{i}"));
            for j in 0..3 {
                let b = d(format!("b{j}"));
                match yield_!(i * 10 + j) {
                    0 | 1 => continue 'outer,
                    2 => break,
                    3 => continue,
                    7 => break 'outer,
                    x => n += x,
                }
            }
            log("inner loop left");
        }
        n
    }
}

fidelity! {
    fn a_labelled_block_with_values() as (), takes u32, yields u32, returns u32 => {
        let n = 'found: {
            let a = d("a");
            if yield_!(1) > 4 { break 'found 1; }
            let b = d("b");
            if yield_!(2) > 4 { break 'found yield_!(3); }
            yield_!(b.n)
        };
        n + yield_!(n)
    }
}

fidelity! {
    fn a_labelled_block_left_only_by_breaks() as (), takes bool, yields u32, returns &'static str => {
        'a: {
            if yield_!(1) { break 'a "one" }
            break 'a { yield_!(2); "two" }
        }
    }
}

fidelity! {
    fn a_labelled_block_without_value() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        'skip: {
            let a = d("a");
            if yield_!(1) { break 'skip; }
            n += 1;
            if yield_!(2) { break 'skip }
            n += 2;
        }
        n
    }
}

fidelity! {
    fn nested_labelled_blocks() as (), takes u32, yields u32, returns u32 => {
        'a: {
            let x = d("x");
            let n = 'b: {
                let y = d("y");
                let m = 'c: {
                    let z = d("z");
                    match yield_!(1) {
                        0 | 4 => break 'a 100,
                        1 | 5 => break 'b 200,
                        2 => break 'c 300,
                        _ => yield_!(2),
                    }
                };
                log(m);
                m + yield_!(m)
            };
            log(n);
            n
        }
    }
}

fidelity! {
    fn a_shadowed_label() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        #[allow(unused_labels)]
        'a: loop {
            n += 1;
            'b: for i in 0..2 {
                if yield_!(i) { continue 'b }
                break 'a;
            }
            'b: while yield_!(9) {
                n += 10;
                if n > 30 { break 'a }
                break 'b;
            }
        }
        n
    }
}

fidelity! {
    fn a_label_on_a_loop_in_a_labelled_block() as (), takes bool, yields u32, returns u32 => {
        'block: {
            let guard = d("guard");
            let n = 'lp: loop {
                let round = d("round");
                if yield_!(1) { break 'block 5 }
                if yield_!(2) { break 'lp 6 }
            };
            yield_!(n);
            n * 2
        }
    }
}

fidelity! {
    fn labels_from_code_without_suspensions() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        'outer: loop {
            let x = yield_!(n);
            for i in 0..x {
                let step = d(format!("s{i}"));
                if i == 2 { continue 'outer }
                if i + n > 7 { break 'outer }
                n += 1;
            }
            n += 1;
            if n > 10 { break }
        }
        n
    }
}

fidelity! {
    fn labels_into_code_without_suspensions() as (), takes u32, yields u32, returns u32 => {
        let mut n = yield_!(1);
        let m = 'inner: {
            for i in 0.. {
                if i * i > n { break 'inner i }
            }
            0
        };
        'spin: loop { n += 1; loop { if n % 5 == 0 { break 'spin } continue 'spin } }
        yield_!(m + n)
    }
}

fidelity! {
    fn break_value_of_a_loop_from_an_inner_loop() as (), takes u32, yields u32, returns (u32, u32) => {
        let r = 'outer: loop {
            let a = d("a");
            for i in 0..3 {
                let x = yield_!(i);
                if x > 5 { break 'outer (i, x) }
                while x > 3 {
                    let y = yield_!(10);
                    if y > 3 { continue 'outer }
                    if y == 0 { break 'outer (y, yield_!(20)) }
                    break;
                }
            }
        };
        yield_!(r.0);
        r
    }
}

fidelity! {
    fn a_droppable_break_value() as (), takes bool, yields u32, returns D => {
        'a: {
            let x = d("x");
            let y = d("y");
            if yield_!(1) { break 'a x }
            let z = loop {
                let w = d("w");
                if yield_!(2) { break 'a y }
                if yield_!(3) { break w }
            };
            yield_!(4);
            z
        }
    }
}

fidelity! {
    fn a_break_inside_operands() as (), takes bool, yields u32, returns u32 => {
        let n = 'a: {
            let t = (d("op"), if yield_!(1) { break 'a 3 } else { yield_!(2) }, d("after"));
            t.0.n
        };
        yield_!(n);
        n
    }
}

fidelity! {
    fn labels_on_while_let() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut n = 0;
        'a: while let Some(x) = yield_!(n) {
            'b: while let Some(y) = yield_!(n + x) {
                n += 1;
                match y {
                    0 => break 'a,
                    1 | 2 => continue 'a,
                    3 | 4 => continue 'b,
                    5 => break 'b,
                    _ => {}
                }
                log("round");
                if n > 6 { return 77 }
            }
            n += 10;
            if n > 30 { break 'a }
        }
        n
    }
}

fidelity! {
    fn a_labelled_for_over_droppables() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        'rows: for row in [[d("a"), d("b")], [d("c"), d("e")]] {
            for cell in row {
                match yield_!(cell.n) {
                    0..=1 => continue 'rows,
                    2 => break 'rows,
                    x => n += x,
                }
            }
        }
        n
    }
}

fidelity! {
    fn a_continue_that_skips_a_declaration() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        'a: while n < 5 {
            n += 1;
            let first = d("first");
            {
                let second = d("second");
                if yield_!(n) { continue 'a }
                let third = d("third");
                if yield_!(n + 10) { continue 'a }
            }
            let fourth = d("fourth");
            yield_!(n + 20);
        }
        n
    }
}

fidelity! {
    fn an_unused_label() as (), yields u32 => {
        #[allow(unused_labels)]
        'unused: for i in 0..2 { yield_!(i); }
        #[allow(unused_labels)]
        'unused: { yield_!(9); }
    }
}

fidelity! {
    fn a_labelled_block_as_an_operand() as (), takes bool, yields u32, returns u32 => {
        see("left", 1) + 'a: {
            let x = d("x");
            if yield_!(1) { break 'a x.id() }
            yield_!(2) as u32
        } + see("right", 2)
    }
}

fidelity! {
    fn a_break_out_of_a_match_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        loop {
            match yield_!(n) {
                0 => continue,
                x @ 1..=4 => { let a = d("a"); n += x; yield_!(x); if n > 8 { break } }
                x => break n += x,
            }
            n += 1;
        }
        n
    }
}

fidelity! {
    /// A label that only the condition of its loop goes on with.
    fn label_of_a_condition_only(n: u32) as (2), takes u32, yields u32, returns u32 => {
        let mut left = n;
        'next: while let Some(m) = match left { 0 => None, 1 => { left = 0; { continue 'next } } m => Some(m) } {
            left -= 1;
            for _ in [match m { 9 => { yield_!(1); return m } m => m }] { log(m) }
        }
        left
    }
}

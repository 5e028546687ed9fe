//! Bodies that belong beside those of `fidelity/operands.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

fn pair(a: u32, b: u32) -> u32 {
    log(format_args!("pair {a} {b}"));
    a * 10 + b
}

fn three(a: D, b: u32, c: D) -> u32 {
    log(format_args!("three {} {b} {}", a.name(), c.name()));
    a.n + b + c.n
}

#[derive(Clone, Debug)]
struct Point {
    x: u32,
    y: u32,
    label: D,
}

#[derive(Clone, Debug)]
struct Wrapped(u32, D);

#[derive(Clone, Debug)]
enum Shape {
    Dot(u32),
    Line { from: u32, to: u32 },
}

fidelity! {
    fn struct_update_moves_the_rest_of_the_base() as (), takes u32, yields u32, returns u32 => {
        let base = Point { x: 1, y: 2, label: d("base") };
        let p = Point { x: yield_!(1), y: yield_!(2), ..base };
        yield_!(3);
        p.x + base.x
    }
}

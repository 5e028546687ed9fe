//! Alternatives that would have to be matched again behind a suspension, where the body may have changed which one matches.

enum Side {
    Idle,
    Busy(u32),
}

struct Desk {
    mode: u32,
    left: u32,
    right: u32,
    pair: (u32, u32),
    sides: (Side, Side),
    list: [u32; 4],
}

#[coro_core::coroutine]
fn what_another_one_tests(desk: &mut Desk) -> impl Iterator<Item = u32> {
    match &mut desk.pair {
        (x, 0) | (0, x) => {
            *x = 0;
            yield_!(1);
            *x = 5;
        }
        _ => {}
    }
    desk.pair.0 = 2;
}

#[coro_core::coroutine]
fn arms(desk: &mut Desk) -> impl Iterator<Item = u32> {
    let other = match &mut desk.sides {
        (other, Side::Idle) => other,
        (Side::Idle, other) => other,
        _ => return,
    };
    *other = Side::Idle;
    yield_!(1);
    *other = Side::Busy(8);
    desk.sides.0 = Side::Idle;
}

#[coro_core::coroutine]
fn lists(desk: &mut Desk) -> impl Iterator<Item = u32> {
    if let [rest @ .., 0] | [0, rest @ ..] = &mut desk.list {
        rest[2] = 0;
        yield_!(1);
        rest[0] = 77;
    }
    desk.list[0] = 1;
}

#[coro_core::coroutine]
fn a_field_beside_it(desk: &mut Desk) -> impl Iterator<Item = u32> {
    let side = match desk {
        Desk { mode: 1, left, .. } => left,
        Desk { right, .. } => right,
    };
    yield_!(1);
    desk.mode = 2;
    yield_!(2);
    *side = 1;
    desk.left = 3;
}

fn main() {}

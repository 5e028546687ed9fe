//! References to locals, where the state would hold them beside what they refer to; and each time what to write instead.
use std::cell::Cell;

use coro_core::Resume;

#[coro_core::coroutine]
fn in_a_cell(n: u32) -> impl Resume<u32, u32, Return = bool> {
    let last = Cell::new(None::<&u32>);
    yield_!(1);
    last.set(Some(&n));
    last.get().is_some()
}

#[coro_core::coroutine]
fn in_a_cell_made_behind(n: u32) -> impl Resume<u32, u32, Return = bool> {
    yield_!(1);
    let last = Cell::new(None::<&u32>);
    last.set(Some(&n));
    last.get().is_some()
}

#[coro_core::coroutine]
fn behind_a_loop(name: String) -> impl Resume<u32, u32, Return = usize> {
    let mut text = "none";
    while yield_!(1) > 3 {
        println!("{text}");
    }
    text = &name;
    text.len()
}

#[coro_core::coroutine]
fn anew_behind_a_loop(name: String) -> impl Resume<u32, u32, Return = usize> {
    let text = "none";
    while yield_!(1) > 3 {
        println!("{text}");
    }
    let mut text = text;
    if text.len() > 3 {
        text = &name;
    }
    text.len()
}

#[coro_core::coroutine]
fn made_by_an_arm_beside_locals() -> impl Resume<u32, u32, Return = usize> {
    let chosen = if yield_!(1) > 3 {
        let n = yield_!(2);
        &n.to_string()
    } else {
        &String::new()
    };
    chosen.len()
}

#[coro_core::coroutine]
fn made_by_an_arm_of_an_input() -> impl Resume<u32, u32, Return = u32> {
    let chosen = if yield_!(1) > 3 { &yield_!(2).pow(2) } else { &4 };
    *chosen
}

#[coro_core::coroutine]
fn made_by_an_arm() -> impl Resume<u32, u32, Return = usize> {
    let chosen = if yield_!(1) > 3 {
        yield_!(2);
        &String::from("this")
    } else {
        &String::new()
    };
    chosen.len()
}

#[coro_core::coroutine]
fn part_of_what_is_used_whole(pair: &mut (Vec<u32>, u32)) -> impl Iterator<Item = &mut u32> {
    yield_!(&mut pair.0[0]);
    std::mem::take(pair);
    yield_!(&mut pair.1);
}

fn main() {}

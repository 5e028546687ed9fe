//! A borrow that no suspension saves, but that the head of a loop, or what follows a branch, is given.

#[coro_core::coroutine]
fn dealt(n: u32) -> impl Iterator<Item = u32> {
    let hands = vec![vec![n, 2], vec![3]];
    let mut hand = &hands[0];
    for _ in 0..3 {
        let first = hand[0];
        yield_!(first);
        hand = &hands[1];
    }
}

#[coro_core::coroutine]
fn branched(n: u32) -> impl Iterator<Item = usize> {
    let text = String::from("text");
    let mut view = &text;
    if n > 1 {
        yield_!(1);
        view = &text;
    }
    let len = view.len();
    yield_!(len);
}

fn main() {}

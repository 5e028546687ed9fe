//! A branch in an operand of an arm moves a local on some ways only, and gives what looks at it on others: the outer one is
//! taken apart, and nothing borrows over it.

fn take(text: String) -> usize {
    text.len()
}

#[coro_core::coroutine]
fn kept(a: bool, b: bool, text: String) -> impl Iterator<Item = usize> {
    let kind = String::new();
    let look = || kind.len();
    let n = if a { usize::max(1, if b { take(text) } else { text.len() }) } else { 0 };
    let m = look();
    yield_!(n + m);
    yield_!(kind.len());
}

fn main() {}

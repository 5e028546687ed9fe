//! Nobody knows how often another macro evaluates what it is given.

macro_rules! twice {
    ($($code:tt)*) => {{
        $($code)*;
        $($code)*;
    }};
}

#[coro_core::coroutine]
fn repeated() -> impl Iterator<Item = u32> {
    twice!(yield_!(1));
    twice!({
        let n = 3;
        yield_from!(0..n)
    });
}

fn main() {
    let _ = repeated();
}

//! Patterns in parameters are matched at the first resume.
use crate::drive::items;

pub struct Size {
    pub width: u32,
    pub height: u32,
}

#[coro_core::coroutine]
pub fn numbers(
    (mut first, _): (u32, u32),
    Size { width, height: tall }: Size,
    [.., last]: [u32; 3],
) -> impl Iterator<Item = u32> {
    first += 1;
    yield_!(first);
    yield_!(width * tall);
    yield_!(last);
}

pub fn run() -> Vec<String> {
    items(numbers((1, 2), Size { width: 3, height: 4 }, [5, 6, 7]))
}

//! Fields of struct and array literals, ranges and indices.
use coro_core::Resume;

use crate::drive::resumed;

#[derive(Debug, Default)]
pub struct Point {
    x: u32,
    y: u32,
    z: u32,
}

#[coro_core::coroutine]
pub fn point() -> impl Resume<u32, char, Return = (Point, Vec<u32>)> {
    let y = 2;
    let point = Point { x: yield_!('x'), y, ..Default::default() };
    let list = [10, 20, 30, 40];
    let range = &list[yield_!('a') as usize..yield_!('b') as usize];
    (point, range.to_vec())
}

pub fn run() -> Vec<String> {
    resumed(point(), [0, 7, 1, 3])
}

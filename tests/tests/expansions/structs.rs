//! Fields of struct and array literals, ranges and indices.
use coro_core::Resume;

use crate::drive::resumed;

#[derive(Default)]
pub struct Point {
    pub x: u32,
    pub y: u32,
    pub z: u32,
}

#[coro_core::coroutine]
pub fn point() -> impl Resume<u32, char, Return = ([u32; 3], Vec<u32>)> {
    let y = 2;
    let point = Point { x: yield_!('x'), y, ..Default::default() };
    let list = [10, 20, 30, 40];
    let range = &list[yield_!('a') as usize..yield_!('b') as usize];
    ([point.x, point.y, point.z], range.to_vec())
}

pub fn run() -> Vec<String> {
    resumed(point(), [0, 7, 1, 3])
}

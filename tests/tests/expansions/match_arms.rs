//! A `match` with bindings, guards and alternatives.
use crate::drive::items;

pub enum Shape {
    Dot,
    Line(u32),
    Box { width: u32, height: u32 },
}

#[coro_core::coroutine]
pub fn rows(shape: Shape) -> impl Iterator<Item = String> {
    match shape {
        Shape::Dot | Shape::Line(0) => yield_!(String::from(".")),
        Shape::Line(length) if length > 3 => yield_!(String::from("---")),
        Shape::Line(length) => {
            for _ in 0..length {
                yield_!(String::from("-"));
            }
        }
        Shape::Box { width, mut height } => {
            while height > 0 {
                yield_!("#".repeat(width as usize));
                height -= 1;
            }
        }
    }
}

pub fn run() -> Vec<String> {
    let shapes = [Shape::Dot, Shape::Line(2), Shape::Line(9), Shape::Box { width: 2, height: 2 }];
    items(shapes.into_iter().flat_map(rows))
}

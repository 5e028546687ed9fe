//! Closures that capture fields by reference, and are called after a suspension.

struct Config {
    limit: u32,
    name: String,
}

#[coro_core::coroutine]
fn compared(points: Vec<u32>, config: Config) -> impl Iterator<Item = u32> {
    let fits = |point: &u32| *point < config.limit;
    for point in points {
        if fits(&point) {
            yield_!(point);
        }
    }
}

#[coro_core::coroutine]
fn added(config: Config) -> impl Iterator<Item = usize> {
    let sum: Box<dyn Fn(usize) -> usize> = Box::new(|n| n + config.limit as usize);
    yield_!(sum(1));
    yield_!(sum(2) + config.name.len());
}

#[coro_core::coroutine]
fn distances(goal: (u32, u32)) -> impl Iterator<Item = u32> {
    let distance = |x: u32| x.abs_diff(goal.0);
    for x in 0..3 {
        yield_!(distance(x));
    }
}

fn main() {}

//! A borrow that is lent afresh on each resume.
use coro_core::{CoroutineState, Resume};

pub struct World {
    log: Vec<String>,
}

#[coro_core::coroutine]
pub fn script(#[resume] world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    world.log.push(String::from("start"));
    for step in 0..2 {
        let world = yield_!(step);
        world.log.push(format!("step {step}"));
    }
}

pub fn run() -> Vec<String> {
    let mut world = World { log: Vec::new() };
    let mut script = script();
    while let CoroutineState::Yielded(step) = script.resume(&mut world) {
        world.log.push(format!("yielded {step}"));
    }
    world.log
}

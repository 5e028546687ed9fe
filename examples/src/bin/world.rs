//! Scripts that borrow the world afresh on each resume.
//!
//! A game's scripts must not own the world, nor keep a reference into it from one frame to the next.
//! `impl for<'w> Resume<&'w mut World, …>` says just that: each resume lends `&mut World` to the
//! script until it suspends. (rustc's own coroutines cannot express it: rust-lang/rust#68923.)
//! Between frames the scripts hold only their own locals, so the world is free to be changed,
//! printed or saved.

use coro_core::{CoroutineState, Resume};

/// What the scripts act upon.
#[derive(Debug, Default)]
struct World {
    frame: u32,
    guard_at: i32,
    door_open: bool,
    log: Vec<String>,
}

impl World {
    fn say(&mut self, line: &str) {
        self.log.push(format!("frame {}: {line}", self.frame));
    }
}

/// Walks to `to` and back to where it started, a step a frame, and returns how many steps it took.
#[coro_core::coroutine]
fn patrol(
    #[resume] mut world: &mut World,
    to: i32,
) -> impl for<'w> Resume<&'w mut World, (), Return = u32> {
    let home = world.guard_at;
    let mut steps = 0;
    for target in [to, home] {
        while world.guard_at != target {
            world.guard_at += (target - world.guard_at).signum();
            steps += 1;
            world = yield_!();
        }
        world.say("the guard turns round");
    }
    steps
}

/// Opens the door once the guard is far enough away, and closes it two frames later.
#[coro_core::coroutine]
fn thief(
    #[resume] mut world: &mut World,
) -> impl for<'w> Resume<&'w mut World, (), Return = &'static str> {
    while world.guard_at < 2 {
        world = yield_!();
    }
    world.door_open = true;
    world.say("the door opens");
    yield_!();
    world = yield_!();
    world.door_open = false;
    world.say("the door closes");
    "got away"
}

fn main() {
    let mut world = World::default();
    let mut guard = Some(patrol(3));
    let mut thief = Some(thief());

    while guard.is_some() || thief.is_some() {
        world.frame += 1;
        if let Some(script) = &mut guard {
            if let CoroutineState::Complete(steps) = script.resume(&mut world) {
                world.say(&format!("the guard is home after {steps} steps"));
                guard = None;
            }
        }
        if let Some(script) = &mut thief {
            if let CoroutineState::Complete(how) = script.resume(&mut world) {
                world.say(&format!("the thief {how}"));
                thief = None;
            }
        }
    }

    for line in &world.log {
        println!("{line}");
    }
    println!("door open: {}", world.door_open);
}

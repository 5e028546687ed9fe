//! An input that is lent for one resume is gone at the next.
use coro_core::Resume;

struct World {
    score: u32,
}

#[coro_core::coroutine]
fn kept(#[resume] world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    let first = yield_!(world.score);
    yield_!(1);
    first.score += 1;
}

#[coro_core::coroutine]
fn begun(#[resume] world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    for step in 0..3 {
        yield_!(step);
        world.score += step;
    }
}

#[coro_core::coroutine]
fn taken(#[resume] mut world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    for step in 0..3 {
        world = yield_!(step);
        world.score += step;
    }
}

#[coro_core::coroutine]
fn stored() -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    let mut all = Vec::new();
    loop {
        let world = yield_!(1);
        all.push(world);
    }
}

#[coro_core::coroutine]
fn returned() -> impl for<'w> Resume<&'w World, u32, Return = &'static World> {
    yield_!(1)
}

#[coro_core::coroutine]
fn deferred() -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    let world;
    world = yield_!(0);
    let score = world.score;
    yield_!(score);
}

#[coro_core::coroutine]
fn asked() -> impl for<'w> Resume<&'w str, &'static str, Return = String> {
    let name = yield_!("name?");
    let age = yield_!("age?");
    yield_!("sure?");
    format!("{name} {age}")
}

#[coro_core::coroutine]
fn immutable(#[resume] world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = ()> {
    world.score += 1;
    world = yield_!(1);
    world.score += 1;
}

struct Context<'w> {
    world: &'w mut u32,
    step: u32,
}

#[coro_core::coroutine]
fn context(#[resume] context: Context<'_>) -> impl for<'w> Resume<Context<'w>, u32, Return = u32> {
    *context.world += 1;
    yield_!(1);
    context.step
}

#[coro_core::coroutine]
fn part(#[resume] mut world: &mut World) -> impl for<'w> Resume<&'w mut World, u32, Return = u32> {
    let score = &mut world.score;
    world = yield_!(1);
    *score += 1;
    world.score
}

#[coro_core::coroutine]
fn longest() -> impl for<'w> Resume<&'w str, usize, Return = ()> {
    let mut longest = "";
    let mut last = None;
    loop {
        let line = yield_!(longest.len());
        if line.len() > longest.len() {
            longest = line.trim();
        }
        if last.is_none() {
            last = Some(line);
        }
    }
}

#[coro_core::coroutine]
fn seen() -> impl for<'w> Resume<&'w str, usize, Return = ()> {
    let mut seen = std::collections::BTreeSet::new();
    loop {
        let word = yield_!(seen.len());
        seen.insert(word);
    }
}

#[coro_core::coroutine]
fn gone_over(#[resume] items: &[u32]) -> impl for<'w> Resume<&'w [u32], u32, Return = ()> {
    for item in items {
        yield_!(*item);
    }
}

#[coro_core::coroutine]
fn split() -> impl for<'w> Resume<&'w str, usize, Return = ()> {
    let line = yield_!(0);
    for len in line.split(' ').map(str::len) {
        yield_!(len);
    }
}

#[coro_core::coroutine]
fn delegated(#[resume] items: &[u32]) -> impl for<'w> Resume<&'w [u32], u32, Return = ()> {
    yield_from!(items.iter().copied());
}

#[coro_core::coroutine]
fn viewed(#[resume] items: &[u32]) -> impl for<'w> Resume<&'w [u32], u32, Return = ()> {
    let first = items.first().unwrap();
    yield_!(1);
    yield_!(*first);
}

fn main() {}

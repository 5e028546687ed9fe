//! Attributes that the compiler evaluates: the coroutine holds what they leave.

/// Yields one item more where there is a world.
#[coro_core::coroutine]
fn items(#[cfg(not(miri))] first: u32, #[cfg(miri)] seed: u64) -> impl Iterator<Item = u32> {
    #[cfg(miri)]
    let mut world = World::new(seed);
    yield_!(first);
    #[cfg(miri)]
    yield_!(world.count());
    #[cfg_attr(not(miri), allow(unused_variables))]
    for step in 0..2 {
        match step {
            #[cfg(miri)]
            0 => world.step(),
            #[cfg(not(miri))]
            0 => yield_!(first + 10),
            _ => {}
        }
    }
}

pub fn run() -> Vec<String> {
    super::super::drive::items(items(1))
}

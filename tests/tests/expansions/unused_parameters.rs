//! A loop that mentions no parameter: the start of the body does nothing, but the state holds them.

pub struct Metronome;

impl Metronome {
    #[coro_core::coroutine]
    pub fn beats(&self, _loud: bool) -> impl Iterator<Item = u32> {
        loop {
            yield_!(1);
        }
    }
}

pub fn run() -> Vec<String> {
    crate::drive::items(Metronome.beats(true).take(2))
}

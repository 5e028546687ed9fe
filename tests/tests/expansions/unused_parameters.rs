//! A loop that mentions no parameter: the start of the body does nothing, but the state holds them.

pub struct Metronome {
    pub text: &'static str,
}

impl Metronome {
    #[coro_core::coroutine]
    pub fn beats(&self, _loud: bool) -> impl Iterator<Item = u32> {
        loop {
            yield_!(1);
        }
    }
}

pub fn run() -> Vec<String> {
    let metronome = Metronome { text: "beat" };
    crate::drive::items(metronome.beats(true).take(2))
}

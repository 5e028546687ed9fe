//! Stages compose, and do the same pulled and pushed.

use std::cell::Cell;

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume, Stage,
    stage::{
        Chunk,
        Demand::{self, Await, Emit},
        cat,
    },
};

use super::support::{Random, check, mix, outputs};

/// A stage that awaits and emits as its history tells it to, so that rates vary; it flushes at the
/// end, and may end before it.
#[derive(Clone, Debug)]
pub struct Moody {
    history: u64,
    patience: usize,
    flushes_left: usize,
    awaiting: bool,
    ended: bool,
    returned: bool,
}

impl Moody {
    pub fn new(random: &mut Random) -> Self {
        Self {
            history: random.next(),
            patience: random.below(24),
            flushes_left: random.below(3),
            awaiting: false,
            ended: false,
            returned: false,
        }
    }

    fn emit(&self) -> CoroutineState<Demand<u64>, u64> {
        Yielded(Emit(self.history % 100))
    }
}

impl Resume<Option<u64>, Demand<u64>> for Moody {
    type Return = u64;

    fn resume(&mut self, input: Option<u64>) -> CoroutineState<Demand<u64>, u64> {
        assert!(!self.returned, "coroutine resumed after completion");
        if self.awaiting {
            self.ended |= input.is_none();
        } else {
            assert_eq!(input, None, "an item that was not awaited");
        }
        self.history = mix(self.history.wrapping_mul(31) ^ input.map_or(7, |item| item + 11));
        self.awaiting = false;
        if self.patience == 0 || (self.ended && self.flushes_left == 0) {
            self.returned = true;
            return Complete(self.history);
        }
        self.patience -= 1;
        if self.ended {
            self.flushes_left -= 1;
            return self.emit();
        }
        if self.history % 3 == 0 {
            return self.emit();
        }
        self.awaiting = true;
        Yielded(Await)
    }
}

/// What a stage emits and returns, and how many items it took.
fn pull<S: Stage<u64, u64>>(stage: S, items: &[u64]) -> (Vec<u64>, S::Return, usize) {
    let taken = Cell::new(0);
    let counted = items.iter().copied().inspect(|_| taken.set(taken.get() + 1));
    let (emitted, returned) = outputs(stage.over(counted));
    (emitted, returned, taken.get())
}

#[test]
fn cat_before() {
    check(|random| {
        let (s, items) = (Moody::new(random), random.items());
        assert_eq!(pull(cat().then_stage(s.clone()), &items), pull(s, &items));
    });
}

#[test]
fn cat_after_emits_the_same() {
    check(|random| {
        let (s, items) = (Moody::new(random), random.items());
        let (with, (), taken_with) = pull(s.clone().then_stage(cat()), &items);
        let (without, _, taken) = pull(s, &items);
        assert_eq!((with, taken_with), (without, taken));
    });
}

#[test]
fn associativity_of_items_returns_and_demand() {
    check(|random| {
        let (a, b, c) = (Moody::new(random), Moody::new(random), Moody::new(random));
        let items = random.items();
        let left = a.clone().then_stage(b.clone()).then_stage(c.clone());
        assert_eq!(pull(left, &items), pull(a.then_stage(b.then_stage(c)), &items));
    });
}

#[test]
fn associativity_of_both_returns() {
    check(|random| {
        let (a, b, c) = (Moody::new(random), Moody::new(random), Moody::new(random));
        let items = random.items();
        let left = a.clone().then_stage_both(b.clone()).then_stage_both(c.clone());
        let right = a.then_stage_both(b.then_stage_both(c));
        let (emitted, (ab, c), taken) = pull(left, &items);
        let (emitted_right, (a, (b, c_right)), taken_right) = pull(right, &items);
        assert_eq!((emitted, taken, c), (emitted_right, taken_right, c_right));
        // On the left, `a`'s return is known only if `b` has returned too.
        if let Some((a_left, b_left)) = ab {
            assert_eq!((a_left, Some(b_left)), (a, b));
        }
    });
}

#[test]
fn then_stage_is_then_stage_both_without_the_first_return() {
    check(|random| {
        let (a, b, items) = (Moody::new(random), Moody::new(random), random.items());
        let both = a.clone().then_stage_both(b.clone()).map_return(|(_, r)| r);
        assert_eq!(pull(both, &items), pull(a.then_stage(b), &items));
    });
}

#[test]
fn composition_is_pulling_twice() {
    check(|random| {
        let (a, b, items) = (Moody::new(random), Moody::new(random), random.items());
        let (between, ..) = pull(a.clone(), &items);
        let (emitted, returned, _) = pull(a.then_stage(b.clone()), &items);
        let (expected, expected_return, _) = pull(b, &between);
        assert_eq!((emitted, returned), (expected, expected_return));
    });
}

#[test]
fn a_pipeline_of_coroutines_is_a_composition() {
    check(|random| {
        let (a, b, items) = (Moody::new(random), Moody::new(random), random.items());
        let nested = b.clone().over(a.clone().over(items.clone()));
        assert_eq!(outputs(nested), outputs(a.then_stage(b).over(items)));
    });
}

#[test]
fn pushing_is_pulling() {
    check(|random| {
        let (s, items) = (Moody::new(random), random.items());
        let (expected, returned, taken) = pull(s.clone(), &items);
        let mut emitted = Vec::new();
        let mut sink = s.into_sink(|item| emitted.push(item));
        let mut pushed = 0;
        let mut end = None;
        for item in items.iter().copied().map(Some).chain([None]) {
            if let Complete(value) = sink.resume(item) {
                end = Some(value);
                break;
            }
            pushed += 1;
        }
        assert_eq!(end, Some(returned));
        assert_eq!(emitted, expected);
        // The item that a sink ends on was taken, the end was not; a stage that does not await at
        // all ends on an item that nobody took.
        assert!(taken == pushed || taken == pushed + 1);
    });
}

#[test]
fn demand_is_exact() {
    check(|random| {
        let (s, items) = (Moody::new(random), random.items());
        // By hand, with nothing but the protocol.
        let (mut stage, mut rest) = (s.clone(), items.iter().copied());
        let (mut answer, mut emitted, mut taken) = (None, Vec::new(), 0);
        let returned = loop {
            match stage.resume(answer.take()) {
                Yielded(Await) => {
                    answer = rest.next();
                    taken += usize::from(answer.is_some());
                }
                Yielded(Emit(item)) => emitted.push(item),
                Complete(value) => break value,
            }
        };
        assert_eq!(pull(s, &items), (emitted, returned, taken));
    });
}

#[test]
fn a_stream_is_an_iterator() {
    check(|random| {
        let (s, items) = (Moody::new(random), random.items());
        let stream =
            s.clone().over_stream(super::support::Jerky::new(items.clone(), random.next()));
        let emitted = super::support::drain(stream);
        assert_eq!(emitted, pull(s, &items).0);
    });
}

/// A decoder of numbers that end in `;`, with the offset of each in front.
#[derive(Clone, Debug, Default)]
struct Numbers {
    offset: u64,
    number: Option<u64>,
    awaiting: bool,
    returned: bool,
}

impl Resume<Option<Chunk<'_>>, Demand<(u64, u64)>> for Numbers {
    type Return = Result<u64, u64>;

    fn resume(
        &mut self,
        input: Option<Chunk<'_>>,
    ) -> CoroutineState<Demand<(u64, u64)>, Self::Return> {
        assert!(!self.returned, "coroutine resumed after completion");
        let Some(chunk) = input else {
            if self.awaiting {
                self.returned = true;
                return Complete(if self.number.is_none() {
                    Ok(self.offset)
                } else {
                    Err(self.offset)
                });
            }
            self.awaiting = true;
            return Yielded(Await);
        };
        assert!(self.awaiting && !chunk.is_empty());
        while let Some(byte) = chunk.read_byte() {
            self.offset += 1;
            if byte == b';' {
                self.awaiting = false;
                return Yielded(Emit((self.offset, self.number.take().unwrap_or(0))));
            }
            let tens = self.number.unwrap_or(0).wrapping_mul(10);
            self.number = Some(tens.wrapping_add(u64::from(byte - b'0')));
        }
        Yielded(Await)
    }
}

#[test]
fn a_decoder_does_not_see_how_the_bytes_are_cut() {
    check(|random| {
        let text: Vec<u8> = (0..random.below(30)).map(|_| b"0123;"[random.below(5)]).collect();
        let decode = |cuts: &mut dyn FnMut(usize) -> usize| {
            let mut decoder = Numbers::default().into_decoder();
            let (mut items, mut rest) = (Vec::new(), &text[..]);
            while !rest.is_empty() {
                let (mut chunk, later) = rest.split_at(cuts(rest.len()));
                rest = later;
                loop {
                    let before = chunk.len();
                    match decoder.resume(Some(&mut chunk)) {
                        Yielded(Emit(item)) => {
                            assert!(chunk.len() < before);
                            items.push(item);
                        }
                        Yielded(Await) => break,
                        Complete(end) => panic!("ended with {end:?} before the end"),
                    }
                }
                assert!(chunk.is_empty());
            }
            (items, decoder.resume(None).complete())
        };
        let whole = decode(&mut |len| len);
        // Pieces may be empty: that is not the end.
        let pieces = decode(&mut |len| random.below(len.min(4) + 1));
        assert_eq!(whole, pieces);
        // Each number's offset tells that each byte was counted once.
        let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b';');
        assert!(whole.0.iter().map(|(offset, _)| *offset).eq(ends.map(|(i, _)| i as u64 + 1)));
    });
}

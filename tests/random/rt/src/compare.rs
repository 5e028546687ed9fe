//! Runs a program and its oracle in every mode and compares their traces.
//!
//! In: a [`Pair`] of factories. Out: a [`Verdict`]. Modes: to completion, dropped at every
//! suspension, with a panic at every operation and in every destructor, forked at every
//! suspension.

use std::collections::BTreeSet;
use std::{panic, time::Instant};

use crate::{
    drive::{Drive, Outcome},
    log::{self, Event, PanicAt, Schedule},
};

/// How often a coroutine is resumed at most.
const RESUMES: usize = 24;
/// How many operations and destructors at most are made to panic, per schedule.
const PANICS: u32 = 60;

/// A program and its oracle.
#[derive(Clone, Copy)]
pub struct Pair {
    /// The number of the program.
    pub number: u32,
    /// The coroutine under test.
    pub subject: fn() -> Box<dyn Drive>,
    /// The same body, transformed by rustc.
    pub oracle: fn() -> Box<dyn Drive>,
}

/// What comparing found.
pub enum Verdict {
    /// All traces are equal: how many runs and events were compared.
    Equal {
        /// Runs of the pair.
        runs: usize,
        /// Events of the oracle.
        events: usize,
    },
    /// The first trace that differs.
    Different {
        /// The mode and the schedule.
        mode: String,
        /// The oracle's trace.
        expected: String,
        /// The trace of the coroutine under test.
        actual: String,
    },
}

/// A way to run a coroutine.
#[derive(Clone, Copy, Debug)]
enum Mode {
    /// To its end or to a panic, once more, and dropped.
    Run,
    /// Resumed so many times and dropped.
    DropAfter(usize),
}

type Start = fn() -> Box<dyn Drive>;

/// Runs and returns the trace, together with the operations and destructors passed and the
/// lengths of the trace at each suspension.
fn trace(start: Start, mode: Mode, schedule: Schedule) -> (Vec<Event>, (u32, u32), Vec<usize>) {
    log::begin(schedule);
    let mut coroutine = start();
    log::start_counting();
    let mut marks = Vec::new();
    finish(&mut coroutine, mode, &mut marks);
    let counts = log::counts();
    drop_logged(coroutine);
    (log::take_events(), counts, marks)
}

/// Resumes as the mode says; `marks` takes the length of the trace at each suspension.
fn finish(coroutine: &mut Box<dyn Drive>, mode: Mode, marks: &mut Vec<usize>) {
    let resumes = match mode {
        Mode::Run => RESUMES,
        Mode::DropAfter(resumes) => resumes,
    };
    for _ in 0..resumes {
        match coroutine.resume() {
            Outcome::Yielded => marks.push(log::len()),
            Outcome::Done | Outcome::Panicked => {
                if matches!(mode, Mode::Run) {
                    coroutine.resume();
                }
                return;
            }
        }
    }
}

/// Drops a coroutine; a panic injected there is logged.
fn drop_logged(coroutine: Box<dyn Drive>) {
    log::note(Event::Text("end", String::new()));
    if panic::catch_unwind(panic::AssertUnwindSafe(|| drop(coroutine))).is_err() {
        log::note(Event::Text("panic", "in drop".into()));
    }
}

struct Comparison {
    pair: Pair,
    runs: usize,
    events: usize,
}

impl Comparison {
    /// Runs both in one mode; returns the oracle's counts and marks.
    fn both(
        &mut self,
        mode: Mode,
        schedule: Schedule,
    ) -> Result<(Vec<Event>, (u32, u32), Vec<usize>), Verdict> {
        let (expected, counts, marks) = trace(self.pair.oracle, mode, schedule);
        let (actual, _, _) = trace(self.pair.subject, mode, schedule);
        let name = || format!("{mode:?}, {schedule:?}");
        if matches!(schedule.panic_at, PanicAt::Drop(_)) {
            let both = dropped(&expected).intersection(&dropped(&actual)).copied().collect();
            self.equal(&without_leaked(&expected, &both), &without_leaked(&actual, &both), name)?;
        } else {
            self.equal(&expected, &actual, name)?;
        }
        Ok((expected, counts, marks))
    }

    fn equal(
        &mut self,
        expected: &[Event],
        actual: &[Event],
        mode: impl Fn() -> String,
    ) -> Result<(), Verdict> {
        self.runs += 1;
        self.events += expected.len();
        if expected == actual {
            return Ok(());
        }
        Err(Verdict::Different {
            mode: mode(),
            expected: log::render(expected),
            actual: log::render(actual),
        })
    }

    /// Clones after `resumes` resumes and finishes both halves: each must go on as the oracle's
    /// whole run did.
    fn fork(
        &mut self,
        resumes: usize,
        schedule: Schedule,
        whole: &[Event],
        mark: usize,
    ) -> Result<(), Verdict> {
        log::begin(schedule);
        let mut original = (self.pair.subject)();
        log::start_counting();
        finish(&mut original, Mode::DropAfter(resumes), &mut Vec::new());
        let Some(copy) = original.fork() else { return Ok(()) };
        let position = log::position();
        drop(log::take_events());
        for (half, name) in [(original, "original"), (copy, "clone")] {
            log::rewind(position);
            let mut half = half;
            // The oracle was resumed at most `RESUMES` times altogether.
            resume_rest(&mut half, RESUMES - resumes);
            drop_logged(half);
            let actual = log::take_events();
            self.equal(&whole[mark..], &actual, || {
                format!("{name} forked after {resumes} resumes, {schedule:?}")
            })?;
        }
        Ok(())
    }

    fn all(&mut self) -> Result<(), Verdict> {
        for seed in 1..=3 {
            let schedule = Schedule { seed, panic_at: PanicAt::Never };
            let (whole, (operations, drops), marks) = self.both(Mode::Run, schedule)?;
            for resumes in 0..=marks.len() + 1 {
                self.both(Mode::DropAfter(resumes), schedule)?;
            }
            for (index, &mark) in marks.iter().enumerate() {
                self.fork(index + 1, schedule, &whole, mark)?;
            }
            for operation in 1..=operations.min(PANICS) {
                let panic_at = PanicAt::Operation(operation);
                self.both(Mode::Run, Schedule { panic_at, ..schedule })?;
            }
            for dropped in 1..=drops.min(PANICS) {
                let panic_at = PanicAt::Drop(dropped);
                self.both(Mode::Run, Schedule { panic_at, ..schedule })?;
            }
            // Panics in the destructors of a suspended coroutine's locals.
            for resumes in 1..=marks.len() {
                let (_, (_, before), _) =
                    trace(self.pair.oracle, Mode::DropAfter(resumes), schedule);
                for dropped in before + 1..=before + 4 {
                    let panic_at = PanicAt::Drop(dropped);
                    self.both(Mode::DropAfter(resumes), Schedule { panic_at, ..schedule })?;
                }
            }
        }
        Ok(())
    }
}

/// Lists the identities of the values that were dropped.
fn dropped(events: &[Event]) -> BTreeSet<u32> {
    let drops = events.iter().filter_map(|event| match event {
        Event::Value("drop", identity, _) => Some(*identity),
        _ => None,
    });
    drops.collect()
}

/// Leaves the drops of other values out: where a destructor panics at the end of a block, its value may
/// be leaked, by rustc's own code (its issue 47949) and, as documented, by what the macro writes.
fn without_leaked(events: &[Event], both: &BTreeSet<u32>) -> Vec<Event> {
    let kept = events.iter().filter(|event| match event {
        Event::Value("drop" | "unlock", identity, _) => both.contains(identity),
        _ => true,
    });
    kept.cloned().collect()
}

/// Resumes at most `resumes` times, and once more after the end.
fn resume_rest(coroutine: &mut Box<dyn Drive>, resumes: usize) {
    for _ in 0..resumes {
        if coroutine.resume() != Outcome::Yielded {
            coroutine.resume();
            return;
        }
    }
}

/// Compares a program with its oracle.
#[must_use]
pub fn compare(pair: Pair) -> Verdict {
    let mut comparison = Comparison { pair, runs: 0, events: 0 };
    match comparison.all() {
        Ok(()) => Verdict::Equal { runs: comparison.runs, events: comparison.events },
        Err(verdict) => verdict,
    }
}

/// The body of a generated `main`: compares the pairs, from the one with the number given as the
/// first argument on, and writes one line per pair that is equal, more for one that is not.
pub fn main_with(pairs: &[Pair]) {
    // Injected panics are not worth a message.
    panic::set_hook(Box::new(|_| {}));
    let from = std::env::args().nth(1).and_then(|from| from.parse().ok()).unwrap_or(0);
    for &pair in pairs.iter().filter(|pair| pair.number >= from) {
        println!("run {}", pair.number);
        let start = Instant::now();
        match compare(pair) {
            Verdict::Equal { runs, events } => {
                println!("equal {} {runs} {events} {}", pair.number, start.elapsed().as_micros());
            }
            Verdict::Different { mode, expected, actual } => {
                println!("different {}\n{mode}", pair.number);
                println!("expected:\n{expected}actual:\n{actual}end of difference");
            }
        }
    }
    println!("all done");
}

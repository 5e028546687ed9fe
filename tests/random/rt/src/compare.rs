//! Runs a program and its oracle in every mode and compares their traces.
//!
//! In: a [`Pair`] of factories. Out: a [`Verdict`]. Modes: to completion, dropped at every
//! suspension, with a panic at every operation and in every destructor, forked at every
//! suspension. What a run does up to the point where it parts from the run to completion is known to
//! be equal, and neither logged nor compared again.

use std::{panic, time::Instant};

use crate::{
    drive::{Drive, Outcome},
    leaks,
    log::{self, Event, PanicAt, Schedule},
};

/// How often a coroutine is resumed at most; no program that is not [`Verdict::Long`] comes near.
const RESUMES: usize = 1_000;
/// How many operations, and how many destructors, a run has at most; each of them is made to panic.
const PANICS: u32 = 4_000;

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
    /// The program does more than can be compared: not all of it was.
    Long,
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

/// A run.
struct Trace {
    /// What was logged.
    events: Vec<Event>,
    /// The lengths of the trace at each suspension.
    marks: Vec<usize>,
    /// How many operations and destructors ran before the coroutine was dropped.
    before: (u32, u32),
    /// How many with that.
    counts: (u32, u32),
}

/// Runs; `known` says that only what follows the scheduled panic is logged, or without one, what
/// dropping the coroutine does.
fn trace(start: Start, mode: Mode, schedule: Schedule, known: bool) -> Trace {
    log::begin(schedule);
    let mut coroutine = start();
    log::start_counting();
    if known {
        log::mute();
    }
    let mut marks = Vec::new();
    finish(&mut coroutine, mode, &mut marks);
    let before = log::counts();
    if schedule.panic_at == PanicAt::Never {
        log::unmute();
    }
    drop_logged(coroutine);
    let counts = log::counts();
    Trace { events: log::take_events(), marks, before, counts }
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
    log::note(|| Event::Text("end", String::new()));
    if panic::catch_unwind(panic::AssertUnwindSafe(|| drop(coroutine))).is_err() {
        log::note(|| Event::Text("panic", "in drop".into()));
    }
}

struct Comparison {
    pair: Pair,
    runs: usize,
    events: usize,
}

impl Comparison {
    /// Runs both in one mode; returns the oracle's run.
    fn both(&mut self, mode: Mode, schedule: Schedule, known: bool) -> Result<Trace, Verdict> {
        let oracle = trace(self.pair.oracle, mode, schedule, known);
        let subject = trace(self.pair.subject, mode, schedule, known);
        let (expected, actual) = (&oracle.events, &subject.events);
        let name = || format!("{mode:?}, {schedule:?}");
        let same = match (mode, schedule.panic_at) {
            (Mode::Run, PanicAt::Drop(_)) => leaks::equal(expected, actual),
            _ => expected == actual,
        };
        self.judge(same, expected, actual, name)?;
        Ok(oracle)
    }

    /// Counts a run, which must be the same on both sides.
    fn judge(
        &mut self,
        same: bool,
        expected: &[Event],
        actual: &[Event],
        mode: impl Fn() -> String,
    ) -> Result<(), Verdict> {
        self.runs += 1;
        self.events += expected.len();
        if same {
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
        log::mute();
        finish(&mut original, Mode::DropAfter(resumes), &mut Vec::new());
        let Some(copy) = original.fork() else { return Ok(()) };
        log::unmute();
        let position = log::position();
        drop(log::take_events());
        for (half, name) in [(original, "original"), (copy, "clone")] {
            log::rewind(position);
            let mut half = half;
            // The oracle was resumed at most `RESUMES` times altogether.
            resume_rest(&mut half, RESUMES - resumes);
            drop_logged(half);
            let actual = log::take_events();
            let whole = &whole[mark..];
            self.judge(whole == actual, whole, &actual, || {
                format!("{name} forked after {resumes} resumes, {schedule:?}")
            })?;
        }
        Ok(())
    }

    fn all(&mut self) -> Result<(), Verdict> {
        for seed in 1..=3 {
            let schedule = Schedule { seed, panic_at: PanicAt::Never };
            let whole = self.both(Mode::Run, schedule, false)?;
            let (operations, drops) = whole.counts;
            if whole.marks.len() == RESUMES || operations.max(drops) > PANICS {
                return Err(Verdict::Long);
            }
            for (index, &mark) in whole.marks.iter().enumerate() {
                self.fork(index + 1, schedule, &whole.events, mark)?;
            }
            for operation in 1..=operations {
                let panic_at = PanicAt::Operation(operation);
                self.both(Mode::Run, Schedule { panic_at, ..schedule }, true)?;
            }
            for dropped in 1..=drops {
                let panic_at = PanicAt::Drop(dropped);
                self.both(Mode::Run, Schedule { panic_at, ..schedule }, true)?;
            }
            for resumes in 0..=whole.marks.len() + 1 {
                let mode = Mode::DropAfter(resumes);
                let suspended = self.both(mode, schedule, true)?;
                // In the destructors of what it holds then.
                for dropped in suspended.before.1 + 1..=suspended.counts.1 {
                    let panic_at = PanicAt::Drop(dropped);
                    self.both(mode, Schedule { panic_at, ..schedule }, true)?;
                }
            }
        }
        Ok(())
    }
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
            Verdict::Long => println!("long {}", pair.number),
            Verdict::Different { mode, expected, actual } => {
                println!("different {}\n{mode}", pair.number);
                println!("expected:\n{expected}actual:\n{actual}end of difference");
            }
        }
    }
    println!("all done");
}

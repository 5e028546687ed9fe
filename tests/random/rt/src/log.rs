//! The event log of the running program, and what decides its course.
//!
//! In: operations, as they happen. Out: the trace. One program runs at a time per thread; its
//! state is thread-local. Invariants: a scheduled panic happens right after the event it is
//! counted at was logged; what is muted counts, takes identities and random numbers like what is
//! logged, and makes no event.

use std::{cell::RefCell, ops::Range, panic, thread};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An operation on the value with this identity.
    Value(&'static str, u32, i64),
    /// Anything that is described by text.
    Text(&'static str, String),
}

/// Where a panic is injected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanicAt {
    /// Nowhere.
    Never,
    /// At the operation with this number.
    Operation(u32),
    /// In the destructor with this number.
    Drop(u32),
}

/// What decides the course of a run: the same schedule gives the same inputs and conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Seeds conditions and inputs.
    pub seed: u64,
    /// Where a panic is injected.
    pub panic_at: PanicAt,
}

/// The position of a run: what must be put back to continue a clone from where it was made.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    next_id: u32,
    operations: u32,
    drops: u32,
    ticks: u32,
    random: u64,
}

struct Run {
    events: Vec<Event>,
    at: Position,
    schedule: Schedule,
    silent: bool,
    muted: bool,
    counting: bool,
    calm: Range<u32>,
}

/// How often a program's loops may go round before [`tick`] ends it.
const FUEL: u32 = 48;

/// More events than a run has that comes to its end.
const ENDLESS: usize = 100_000;

impl Run {
    /// Says whether the operation or destructor that has just been counted is to panic, and if so,
    /// logs from here on.
    fn panics(&mut self, here: PanicAt) -> bool {
        let panics = self.counting && self.schedule.panic_at == here;
        self.muted &= !panics;
        panics
    }

    /// Logs an event; ends the process where the program goes on for ever.
    fn push(&mut self, event: Event) {
        if self.events.len() == ENDLESS {
            println!("endless");
            std::process::exit(1);
        }
        self.events.push(event);
    }
}

thread_local! {
    static RUN: RefCell<Run> = const {
        RefCell::new(Run {
            events: Vec::new(),
            at: Position { next_id: 0, operations: 0, drops: 0, ticks: 0, random: 0 },
            schedule: Schedule { seed: 0, panic_at: PanicAt::Never },
            silent: false,
            muted: false,
            counting: false,
            calm: 0..0,
        })
    };
}

/// The payload of an injected panic.
pub struct Injected;

/// Starts a run: empties the log and sets what decides the course.
pub fn begin(schedule: Schedule) {
    RUN.with_borrow_mut(|run| {
        run.events.clear();
        run.at = Position {
            next_id: 0,
            operations: 0,
            drops: 0,
            ticks: 0,
            random: schedule.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d,
        };
        run.schedule = schedule;
        run.silent = false;
        run.muted = false;
        run.counting = false;
        run.calm = 0..0;
    });
}

/// Logs nothing until the scheduled panic or [`unmute`]: what comes before is known from another run
/// with the same schedule.
pub fn mute() {
    RUN.with_borrow_mut(|run| run.muted = true);
}

/// Logs again.
pub fn unmute() {
    RUN.with_borrow_mut(|run| run.muted = false);
}

/// Returns the trace since [`begin`] and empties it.
#[must_use]
pub fn take_events() -> Vec<Event> {
    RUN.with_borrow_mut(|run| std::mem::take(&mut run.events))
}

/// Returns how many events were logged since the log was last emptied.
#[must_use]
pub fn len() -> usize {
    RUN.with_borrow(|run| run.events.len())
}

/// Returns the numbers of operations and of destructors so far.
#[must_use]
pub fn counts() -> (u32, u32) {
    RUN.with_borrow(|run| (run.at.operations, run.at.drops))
}

/// Starts the count of operations anew: what came before cannot panic.
pub fn start_counting() {
    RUN.with_borrow_mut(|run| {
        run.at.operations = 0;
        run.at.drops = 0;
        run.counting = true;
    });
}

/// Returns the position of the run.
#[must_use]
pub fn position() -> Position {
    RUN.with_borrow(|run| run.at)
}

/// Puts the run back to an earlier position.
pub fn rewind(position: Position) {
    RUN.with_borrow_mut(|run| run.at = position);
}

/// Runs `f` without logging: clones keep their identity, formatting is no operation.
pub fn silently<T>(f: impl FnOnce() -> T) -> T {
    let before = silence(true);
    let value = f();
    silence(before);
    value
}

/// Says whether [`silently`] is in force from here on; returns whether it was. (Like the other parts
/// of generic functions here, one of its own: each program is spared compiling it.)
fn silence(silent: bool) -> bool {
    RUN.with_borrow_mut(|run| std::mem::replace(&mut run.silent, silent))
}

/// Says whether [`silently`] is in force.
#[must_use]
pub fn is_silent() -> bool {
    RUN.with_borrow(|run| run.silent)
}

/// Returns the identity of a new value.
#[must_use]
pub fn new_id() -> u32 {
    RUN.with_borrow_mut(|run| {
        run.at.next_id += 1;
        run.at.next_id
    })
}

/// Logs something that cannot panic.
pub fn note(event: impl FnOnce() -> Event) {
    if is_heard() {
        push(event());
    }
}

fn is_heard() -> bool {
    RUN.with_borrow(|run| !run.silent && !run.muted)
}

fn push(event: Event) {
    RUN.with_borrow_mut(|run| run.push(event));
}

/// Logs an operation, which panics if the schedule says so.
pub fn operation(event: impl FnOnce() -> Event) {
    let Some(counted) = count() else { return };
    if counted.logged {
        push(event());
    }
    if counted.panics {
        inject();
    }
}

/// What is to be done about an operation.
struct Counted {
    panics: bool,
    logged: bool,
}

/// Counts an operation that is not silent.
fn count() -> Option<Counted> {
    RUN.with_borrow_mut(|run| {
        if run.silent {
            return None;
        }
        run.at.operations += 1;
        let panics = run.panics(PanicAt::Operation(run.at.operations));
        Some(Counted { panics, logged: !run.muted })
    })
}

fn inject() {
    if !thread::panicking() {
        panic::resume_unwind(Box::new(Injected));
    }
}

/// Makes values whose destructors never panic.
pub fn calmly<T>(make: impl FnOnce() -> T) -> T {
    let first = position().next_id + 1;
    let value = make();
    calm_since(first);
    value
}

fn calm_since(first: u32) {
    RUN.with_borrow_mut(|run| run.calm = first..run.at.next_id + 1);
}

/// Logs the end of the value with this identity, which panics if the schedule says so.
pub fn dropped(id: u32, event: Event) {
    let unwinding = thread::panicking();
    let panics = RUN.with_borrow_mut(|run| {
        if run.silent {
            return false;
        }
        let counts = !unwinding && !run.calm.contains(&id);
        run.at.drops += u32::from(counts);
        let panics = counts && run.panics(PanicAt::Drop(run.at.drops));
        if !run.muted {
            run.push(event);
        }
        panics
    });
    if panics {
        panic::resume_unwind(Box::new(Injected));
    }
}

/// Returns the next number of the schedule.
#[must_use]
pub fn random() -> u64 {
    RUN.with_borrow_mut(|run| {
        let mut x = run.at.random;
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        run.at.random = x;
        x >> 20
    })
}

/// Ends a program whose loops go round too often.
pub fn tick() {
    let exhausted = RUN.with_borrow_mut(|run| {
        run.at.ticks += 1;
        run.at.ticks > FUEL
    });
    if exhausted && !thread::panicking() {
        note(|| Event::Text("fuel", String::new()));
        inject();
    }
}

/// Writes a trace, one event a line.
#[must_use]
pub fn render(events: &[Event]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Value(what, id, value) => text.push_str(&format!("{what} #{id} {value}\n")),
            Event::Text(what, detail) => text.push_str(&format!("{what} {detail}\n")),
        }
    }
    text
}

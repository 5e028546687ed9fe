//! Which scenarios are run, and the comparison.
//!
//! In: makers of the subject and of the oracle. Out: a panic at the first difference. Each schedule
//! of inputs is run to the end, dropped at every suspension, stopped by a panic at every operation,
//! moved before each resume and, where possible, cloned at every suspension.

use std::fmt::{Debug, Write};

use super::{Maker, Scenario, Stop, Trace, run, scenario::Fork};
use crate::{Input, events};

/// Checks that a body has a suspension, or says that it has none.
///
/// # Panics
///
/// If it has none and does not say so, or says so and has one.
pub fn check_body(body: &str, says_never: &[&str]) {
    let body: String = body.split_whitespace().collect();
    let suspends = body.contains("yield_!") || body.contains("yield_from!");
    assert!(suspends || !says_never.is_empty(), "the body has no suspension");
    assert!(!suspends || says_never.is_empty(), "the body has a suspension");
}

/// Runs both coroutines through every scenario and compares their traces.
///
/// # Panics
///
/// If they differ; the message shows both traces.
pub fn compare<In, Out, R>(subject: Maker<'_, In, Out, R>, oracle: Maker<'_, In, Out, R>)
where
    In: Input,
    Out: Debug,
    R: Debug,
{
    let pair = Pair { subject, oracle };
    pair.check_sizes();
    for schedule in 0..In::SCHEDULES {
        let whole = Scenario::complete(schedule);
        let trace = pair.check(whole);
        pair.check(Scenario { relocate: true, ..whole });
        for operation in 0..trace.operations {
            pair.check(Scenario { panic_at: Some(operation), ..whole });
        }
        for resumes in 0..=trace.suspensions {
            let stopped = Scenario { stop: Stop::After(resumes), ..whole };
            let trace = pair.check(stopped);
            for operation in trace.before_drop..trace.operations {
                pair.check(Scenario { panic_at: Some(operation), ..stopped });
            }
        }
        if can_fork(subject) {
            for resumes in 0..=trace.suspensions {
                for half in [Fork::Original, Fork::Clone] {
                    pair.check(Scenario { fork_at: Some((resumes, half)), ..whole });
                }
            }
        }
    }
}

fn can_fork<In, Out, R>(make: Maker<'_, In, Out, R>) -> bool {
    events::start(None);
    make().fork().is_some()
}

/// The two coroutines that must behave alike.
struct Pair<'a, In, Out, R> {
    subject: Maker<'a, In, Out, R>,
    oracle: Maker<'a, In, Out, R>,
}

impl<In: Input, Out: Debug, R: Debug> Pair<'_, In, Out, R> {
    /// Checks that our coroutine is not larger than rustc's.
    fn check_sizes(&self) {
        events::start(None);
        let (ours, theirs) = ((self.subject)().size(), (self.oracle)().size());
        assert!(ours <= theirs, "{ours} bytes, where rustc needs {theirs}");
    }

    /// Runs one scenario on both and returns the trace.
    fn check(&self, scenario: Scenario) -> Trace {
        let expected = run(self.oracle, Scenario { relocate: false, fork_at: None, ..scenario });
        let actual = run(self.subject, scenario);
        let same = expected.events == actual.events;
        assert!(same, "{}", report(scenario, &expected.events, &actual.events));
        expected
    }
}

/// Both traces side by side.
fn report(scenario: Scenario, expected: &[String], actual: &[String]) -> String {
    let mut text =
        format!("the traces differ in {scenario:?}\n  {:<40} {}\n", "rustc", "coroutine");
    for index in 0..expected.len().max(actual.len()) {
        let (left, right) = (expected.get(index), actual.get(index));
        let mark = if left == right { ' ' } else { '!' };
        let show = |event: Option<&String>| event.cloned().unwrap_or_default();
        let _ = writeln!(text, "{mark} {:<40} {}", show(left), show(right));
    }
    text
}

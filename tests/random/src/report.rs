//! What a finding looks like to its reader.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use crate::{
    harness::Outcome,
    program::{Program, Side, module},
};

/// How many equal lines are shown around a difference.
const CONTEXT: usize = 4;
/// How many lines are shown of each side of a difference.
const LONGEST: usize = 24;

/// Writes a finding: the program as the engine sees it, and what is wrong.
#[must_use]
pub fn finding(program: &Program, outcome: &Outcome) -> String {
    let arguments: Vec<_> =
        program.main.params.iter().map(|param| param.argument.as_str()).collect();
    let mut text = format!("```rust\n{}", formatted(&module(program, Side::Engine)));
    text.push_str(&format!("// subject({})\n```\n\n```text\n", arguments.join(", ")));
    text + &self::outcome(outcome) + "```\n"
}

/// Writes what is wrong, without the program.
#[must_use]
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Different(detail) => difference(detail),
        other => format!("{}: {}\n", other.kind(), other.detail().trim_end()),
    }
}

/// Formats Rust, if rustfmt is there.
fn formatted(text: &str) -> String {
    let run = || {
        let mut child = Command::new("rustfmt")
            .args(["--edition", "2024"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        child.wait_with_output()
    };
    match run() {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into(),
        _ => text.into(),
    }
}

/// Splits a difference into the run and the two traces.
#[must_use]
pub fn sides(detail: &str) -> Option<(&str, &str, &str)> {
    let (mode, traces) = detail.split_once("\nexpected:\n")?;
    let (expected, actual) = traces.split_once("actual:\n")?;
    Some((mode, expected, actual))
}

/// Shows where two traces part and where they meet again.
fn difference(detail: &str) -> String {
    let Some((mode, expected, actual)) = sides(detail) else { return detail.into() };
    let (expected, actual): (Vec<_>, Vec<_>) =
        (expected.lines().collect(), actual.lines().collect());
    let same = expected.iter().zip(&actual).take_while(|(a, b)| a == b).count();
    let rest = expected.len().min(actual.len()) - same;
    let end = expected.iter().rev().zip(actual.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(rest);
    let mut text = format!("{mode}\n");
    let mut show = |sign: &str, lines: &[&str]| {
        for line in lines.iter().take(LONGEST) {
            text.push_str(&format!("{sign} {line}\n"));
        }
        if lines.len() > LONGEST {
            text.push_str(&format!("{sign} … {} more\n", lines.len() - LONGEST));
        }
    };
    show(" ", &expected[same.saturating_sub(CONTEXT)..same]);
    show("- rustc:", &expected[same..expected.len() - end]);
    show("+ ours: ", &actual[same..actual.len() - end]);
    let after = expected.len() - end;
    show(" ", &expected[after..(after + CONTEXT).min(expected.len())]);
    text
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_shows_what_is_around_it() {
        let detail = "Run\nexpected:\na\nb\nc\nd\nactual:\na\nc\nb\nd\n";
        assert_eq!(
            difference(detail),
            "Run\n  a\n- rustc: b\n- rustc: c\n+ ours:  c\n+ ours:  b\n  d\n"
        );
    }
}

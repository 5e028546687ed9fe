//! Makes a finding as small as it gets.
//!
//! In: a program on which both sides disagree. Out: a smaller one on which they disagree in the
//! same way. Each round compiles many candidates in one crate and keeps the smallest that still
//! shows the finding.

mod edits;

use std::path::Path;

use quote::ToTokens as _;

use self::edits::Kind;

use crate::{
    harness::{Batch, Outcome, Plan, Toolchain},
    program::{First, Form, Function, Program, Receiver},
    report::sides,
};

/// How many candidates are compiled together.
const TOGETHER: usize = 80;

/// What makes two findings the same.
#[must_use]
pub fn signature(outcome: &Outcome) -> String {
    let line = match outcome {
        Outcome::Refused(text) | Outcome::Accepted(text) => text.lines().next().unwrap_or(""),
        Outcome::Different(detail) => return format!("different: {}", parting(detail)),
        _ => "",
    };
    // Names in backticks do not matter.
    let words: Vec<_> = line.split('`').step_by(2).collect();
    format!("{}: {}", outcome.kind(), words.join("…"))
}

/// Tells in which kind of run, and with which kinds of events, two traces part. A smaller program
/// that parts elsewhere may show something else, even something that is documented.
fn parting(detail: &str) -> String {
    let (mode, expected, actual) = sides(detail).unwrap_or((detail, "", ""));
    let (mut expected, mut actual) = (expected.lines(), actual.lines());
    let kind = |line: Option<&str>| -> String {
        line.unwrap_or("nothing").split(' ').next().unwrap_or_default().into()
    };
    let (expected, actual) = loop {
        let (expected, actual) = (expected.next(), actual.next());
        if expected.is_none() || expected != actual {
            break (kind(expected), kind(actual));
        }
    };
    // The numbers of the run do not matter, but whether and where it panics does.
    let mode: String = mode.chars().filter(|c| c.is_alphabetic() || *c == ' ').collect();
    let mode = mode.replace("Schedule  seed  panicat ", "");
    format!("{mode}: {expected} or {actual}")
}

/// Shrinks a finding; returns the smallest program and its outcome.
///
/// # Errors
///
/// If candidates cannot be compiled at all.
pub fn shrink(
    program: &Program,
    outcome: &Outcome,
    plan: Plan,
    toolchain: &Toolchain,
    directory: &Path,
) -> Result<(Program, Outcome), String> {
    let wanted = signature(outcome);
    let mut plan = plan;
    // Whether something is refused can be told without running it.
    plan.profile.check = matches!(outcome, Outcome::Refused(_) | Outcome::Accepted(_));
    let mut best = (program.clone(), outcome.clone());
    'rounds: loop {
        let now = size(&best.0);
        let mut candidates = candidates(&best.0);
        candidates.retain(|(_, program)| size(program) < now);
        candidates.sort_by_key(|(kind, program)| (*kind, size(program)));
        let mut candidates: Vec<_> = candidates.into_iter().map(|(_, program)| program).collect();
        for chunk in candidates.chunks_mut(TOGETHER) {
            for (number, candidate) in (1..).zip(chunk.iter_mut()) {
                candidate.number = number;
            }
            let Ok(outcomes) = Batch::compare(chunk, plan, toolchain, directory) else {
                continue;
            };
            let found = outcomes.into_iter().find(|(_, outcome)| signature(outcome) == wanted);
            if let Some((number, outcome)) = found {
                let index = usize::try_from(number).unwrap_or(1) - 1;
                best = (chunk[index].clone(), outcome);
                continue 'rounds;
            }
        }
        best.0.number = program.number;
        return Ok(best);
    }
}

/// How large a program is.
fn size(program: &Program) -> usize {
    let functions = program.functions.iter().chain([&program.main]);
    functions
        .map(|function| {
            let plain = function.form == Form::Resume && function.receiver == Receiver::None;
            let params: usize = function.params.iter().map(|param| 8 + param.pattern.len()).sum();
            let types = function.input.text().len() + function.output.text().len();
            let first = function.first.as_ref().map_or(0, |first| 10 + first.pattern.len());
            let extra = usize::from(!plain) + usize::from(function.clone);
            function.body.split_whitespace().map(str::len).sum::<usize>()
                + function.ret.text().len()
                + params
                + types
                + first
                + 20 * extra
                + 40
        })
        .sum()
}

fn candidates(program: &Program) -> Vec<(Kind, Program)> {
    let mut all = Vec::new();
    for index in 0..program.functions.len() {
        let mut less = program.clone();
        less.functions.remove(index);
        all.push((Kind::Statement, less));
    }
    // The finding may be in one of the others.
    for (index, function) in program.functions.iter().enumerate() {
        let main = Function { name: "subject".into(), ..function.clone() };
        let functions = program.functions[..index].to_vec();
        all.push((Kind::Statement, Program { functions, main, ..program.clone() }));
    }
    let clones = program.main.clone;
    if clones {
        let mut less = program.clone();
        for function in less.functions.iter_mut().chain([&mut less.main]) {
            function.clone = false;
        }
        all.push((Kind::Statement, less));
    }
    for (kind, smaller) in functions(&program.main) {
        all.push((kind, Program { main: smaller, ..program.clone() }));
    }
    for index in 0..program.functions.len() {
        for (kind, smaller) in functions(&program.functions[index]) {
            let mut less = program.clone();
            less.functions[index] = smaller;
            all.push((kind, less));
        }
    }
    all
}

/// All functions that are one edit away.
fn functions(function: &Function) -> Vec<(Kind, Function)> {
    let mut all = Vec::new();
    if matches!(function.form, Form::Box | Form::BoxIterator) {
        all.push((Kind::Statement, Function { form: Form::Resume, ..function.clone() }));
    }
    if function.receiver != Receiver::None {
        all.push((Kind::Statement, Function { receiver: Receiver::None, ..function.clone() }));
    }
    if let Some(first) = &function.first {
        all.push((Kind::Statement, Function { first: None, ..function.clone() }));
        if first.pattern != "_" {
            let first = First { pattern: "_".into(), ..first.clone() };
            all.push((Kind::Statement, Function { first: Some(first), ..function.clone() }));
        }
    }
    let is_main = function.name == "subject";
    for index in 0..function.params.len() {
        if is_main {
            let mut less = function.clone();
            less.params.remove(index);
            if let Some(first) = &mut less.first {
                first.position = first.position.min(less.params.len());
            }
            all.push((Kind::Statement, less));
        }
    }
    if is_main && function.ret != crate::generate::ty::Ty::Unit {
        all.push((
            Kind::Statement,
            Function { ret: crate::generate::ty::Ty::Unit, ..function.clone() },
        ));
    }
    let Ok(block) = syn::parse_str::<syn::Block>(&format!("{{ {} }}", function.body)) else {
        return all;
    };
    all.extend(edits::smaller(&block).into_iter().map(|(kind, block)| {
        let body =
            block.stmts.iter().map(|stmt| stmt.to_token_stream().to_string() + "\n").collect();
        (kind, Function { body, ..function.clone() })
    }));
    all
}

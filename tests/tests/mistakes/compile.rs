//! Runs rustc on one source and reads which errors it gives where.

use std::{fs, path::Path};

use coro_random::harness::{Profile, Toolchain, error_lines};

/// An error: its code (`-` if it has none) and the line it points at, counted in the case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The error code.
    pub code: String,
    /// The line.
    pub line: usize,
}

/// Compiles a source in a directory of its own; returns the errors in the order of their lines.
pub fn problems(source: &str, toolchain: &Toolchain, directory: &Path) -> Vec<Problem> {
    fs::create_dir_all(directory).expect("the directory can be made");
    let path = directory.join("case.rs");
    fs::write(&path, source).expect("the source can be written");
    let profile = Profile { edition: 2024, release: false, check: true };
    let mut command = toolchain.rustc(&path, &directory.join("case"), profile);
    let output = command.output().expect("rustc runs");
    let mut problems: Vec<_> = error_lines(&String::from_utf8_lossy(&output.stderr))
        .into_iter()
        .map(|(code, line)| Problem {
            code: code.unwrap_or("-".into()),
            line: line.saturating_sub(1),
        })
        .collect();
    problems.sort();
    problems
}

//! Runs every example as a program of its own and checks what it prints.

mod csv_pipeline;
mod more;
mod tutorial;

use std::process::{Command, Output};

/// Names an example's program, to be run.
macro_rules! program {
    ($name:literal) => {
        std::process::Command::new(env!(concat!("CARGO_BIN_EXE_", $name)))
    };
}
use program;

/// Runs a program that must succeed, and returns its standard output and error output.
fn run(command: &mut Command) -> (String, String) {
    let output = command.output().expect("the program starts");
    let (stdout, stderr) = texts(&output);
    assert!(output.status.success(), "{}: {stderr}", output.status);
    (stdout, stderr)
}

/// Runs a program that must fail, and returns its exit code and error output.
fn fail(command: &mut Command) -> (i32, String) {
    let output = command.output().expect("the program starts");
    (output.status.code().expect("an exit code"), texts(&output).1)
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

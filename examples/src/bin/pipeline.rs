//! The tutorial's data pipeline: each stage is a coroutine that pulls from the one before.
//!
//! A stage is a function from coroutine to coroutine, and `through` puts it behind the others, so that
//! the pipeline reads in the order in which the lines pass. One line at a time is in memory. What
//! Python's generators cannot do: the return value of `read_lines`, which says whether the file could
//! be read, goes through all stages to whoever runs the last one. (`csv_pipeline.rs` does the same for
//! real files, with quotes and errors.)
//!
//! Usage: `pipeline [file]` (without a file: a sample).

use std::{
    env,
    fs::File,
    io::{self, BufRead, BufReader},
};

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/data.csv");

type Row = Vec<String>;

/// Producer: yields the lines of a file.
#[coro_core::coroutine]
fn read_lines(file: String) -> impl Resume<(), String, Return = io::Result<()>> {
    for line in BufReader::new(File::open(file)?).lines() {
        yield_!(line?.trim().to_owned());
    }
    Ok(())
}

/// Filter: passes on the lines that are not empty.
#[coro_core::coroutine]
fn filter_nonempty<C: Resume<(), String>>(
    mut lines: C,
) -> impl Resume<(), String, Return = C::Return> {
    loop {
        match lines.resume(()) {
            Yielded(line) if line.is_empty() => {}
            Yielded(line) => yield_!(line),
            Complete(end) => return end,
        }
    }
}

/// Transform: splits lines into rows.
#[coro_core::coroutine]
fn parse_csv<C: Resume<(), String>>(mut lines: C) -> impl Resume<(), Row, Return = C::Return> {
    loop {
        match lines.resume(()) {
            Yielded(line) => yield_!(line.split(',').map(str::to_owned).collect()),
            Complete(end) => return end,
        }
    }
}

/// Filter: keeps the rows that have this value in this column. An adaptor does it as well.
fn filter_by_column<R>(
    rows: impl Resume<(), Row, Return = R>,
    column: usize,
    value: &str,
) -> impl Resume<(), Row, Return = R> {
    rows.filter(move |row| row.get(column).is_some_and(|field| field == value))
}

fn main() -> io::Result<()> {
    let file = env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let pipeline = read_lines(file)
        .through(filter_nonempty)
        .through(parse_csv)
        .through(|rows| filter_by_column(rows, 2, "active"));

    // Nothing has been read yet.
    pipeline.for_each(|row| println!("('{}')", row.join("', '")))
}

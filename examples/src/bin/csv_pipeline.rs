//! A pipeline of generators over a file: read lines, drop empty ones, parse, filter by column.
//!
//! Each stage takes the one before as an iterator of results and pulls one item at a time, so that
//! memory stays constant however large the file is, and nothing is read before it is asked for. The
//! stages are in `src/csv`.
//!
//! Usage: `csv_pipeline <file> <column> <value>`, with columns counted from 0.

use std::{
    env,
    io::{self, ErrorKind},
    process::ExitCode,
};

use coro_examples::csv::{drop_empty, filter_by_column, parse_csv, read_lines, write_row};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [file, column, value] = args.as_slice() else {
        eprintln!("usage: csv_pipeline <file> <column> <value>");
        return ExitCode::from(2);
    };
    let Ok(column) = column.parse() else {
        eprintln!("csv_pipeline: `{column}` is not a column number (they count from 0)");
        return ExitCode::from(2);
    };
    match run(file, column, value) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("csv_pipeline: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(file: &str, column: usize, value: &str) -> Result<(), Box<dyn std::error::Error>> {
    let pipeline =
        filter_by_column(parse_csv(drop_empty(read_lines(file.into()))), column, value.to_owned());
    let mut out = io::stdout().lock();
    for row in pipeline {
        match write_row(&mut out, &row?.fields) {
            // The reader has seen enough, as with `| head`.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
            result => result?,
        }
    }
    Ok(())
}

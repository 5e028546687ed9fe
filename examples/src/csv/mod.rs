//! The stages of the CSV pipeline: read lines, drop empty ones, parse, filter by column.
//!
//! In: a file. Out: the rows that have a value in a column. Each stage is a generator over an
//! iterator of results, holds one item at a time, and ends after the first error it meets: `?` in
//! such a generator yields the error and returns.
//!
//! A record is one line, since empty lines are dropped before records are known: a quote that is
//! still open where its line ends is an error.

mod error;
mod record;

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::PathBuf,
};

pub use self::{
    error::Error,
    record::{fields, split_field, write_row},
};

/// A line of a file, without its end, and its number from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where the line is in the file.
    pub number: usize,
    /// What it says.
    pub text: String,
}

/// A parsed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number of the line it was on.
    pub line: usize,
    /// Its fields, unquoted.
    pub fields: Vec<String>,
}

/// Yields the lines of a file, which is opened when the first one is asked for.
#[coro_core::coroutine]
pub fn read_lines(path: PathBuf) -> impl Iterator<Item = Result<Line, Error>> {
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(source) => {
            yield_!(Err(Error::Open { path, source }));
            return;
        }
    };
    for (index, text) in BufReader::new(file).lines().enumerate() {
        let number = index + 1;
        let text = text.map_err(|source| Error::Read { line: number, source })?;
        yield_!(Ok(Line { number, text }));
    }
}

/// Passes on the lines that hold more than white space.
#[coro_core::coroutine]
pub fn drop_empty(
    lines: impl Iterator<Item = Result<Line, Error>>,
) -> impl Iterator<Item = Result<Line, Error>> {
    for line in lines {
        let line = line?;
        if !line.text.trim().is_empty() {
            yield_!(Ok(line));
        }
    }
}

/// Splits each line into its fields.
#[coro_core::coroutine]
pub fn parse_csv(
    lines: impl Iterator<Item = Result<Line, Error>>,
) -> impl Iterator<Item = Result<Row, Error>> {
    for line in lines {
        let Line { number, text } = line?;
        let fields = fields(&text)
            .collect::<Result<_, _>>()
            .map_err(|problem| Error::Quote { line: number, problem })?;
        yield_!(Ok(Row { line: number, fields }));
    }
}

/// Passes on the rows whose field number `column`, from 0, is `value`.
///
/// The first row says how many fields there are; a row of another length is an error.
#[coro_core::coroutine]
pub fn filter_by_column(
    rows: impl Iterator<Item = Result<Row, Error>>,
    column: usize,
    value: String,
) -> impl Iterator<Item = Result<Row, Error>> {
    let mut columns = None;
    for row in rows {
        let row = row?;
        let found = row.fields.len();
        let expected = *columns.get_or_insert(found);
        if column >= expected {
            yield_!(Err(Error::Column { column, columns: expected }));
            return;
        }
        if found != expected {
            yield_!(Err(Error::Length { line: row.line, found, expected }));
            return;
        }
        if row.fields[column] == value {
            yield_!(Ok(row));
        }
    }
}

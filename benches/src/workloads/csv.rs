//! The CSV pipeline of the examples over lines in memory.
//!
//! All variants make the same strings and vectors, so that what differs is the control flow. The stages
//! are those of `coro_examples::csv`; the others split fields with the same function.

use std::hint::black_box;

use coro_examples::csv::{Error, Line, Row, drop_empty, filter_by_column, parse_csv, split_field};

use super::{Variant, Workload};
use crate::consume::consume;

/// The rows of a year of weather.
pub static WEATHER: &str = include_str!("../../../examples/data/seattle-weather.csv");

const COLUMN: usize = 5;
const VALUE: &str = "sun";

/// The first `n` lines of the file, again and again.
fn lines(n: u64) -> impl Iterator<Item = Result<Line, Error>> {
    let limit = usize::try_from(n).expect("an amount of work fits");
    WEATHER
        .lines()
        .cycle()
        .zip(1..=limit)
        .map(|(text, number)| Ok(Line { number, text: text.to_owned() }))
}

/// What is made of a row that was found.
fn digest(row: Result<Row, Error>) -> u64 {
    row.map_or(0, |row| row.fields[0].bytes().map(u64::from).sum())
}

fn all_fields(text: &str) -> Result<Vec<String>, &'static str> {
    let mut fields = Vec::new();
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (field, after) = split_field(text)?;
        fields.push(field);
        rest = after;
    }
    Ok(fields)
}

fn parse_row(Line { number, text }: Line) -> Result<Row, Error> {
    match all_fields(&text) {
        Ok(fields) => Ok(Row { line: number, fields }),
        Err(problem) => Err(Error::Quote { line: number, problem }),
    }
}

/// Tells whether a row is wanted, or what is wrong with it.
fn check(row: &Row, columns: &mut Option<usize>) -> Result<bool, Error> {
    let found = row.fields.len();
    let expected = *columns.get_or_insert(found);
    if COLUMN >= expected {
        return Err(Error::Column { column: COLUMN, columns: expected });
    }
    if found != expected {
        return Err(Error::Length { line: row.line, found, expected });
    }
    Ok(row.fields[COLUMN] == VALUE)
}

/// The twin by hand: three structs, which end after an error.
struct Stage<I, S> {
    input: Option<I>,
    state: S,
}

struct DropEmpty;
struct Parse;
struct Filter(Option<usize>);

impl<I: Iterator<Item = Result<Line, Error>>> Iterator for Stage<I, DropEmpty> {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.input.as_mut()?.next() {
                Some(Ok(line)) if line.text.trim().is_empty() => {}
                Some(Ok(line)) => return Some(Ok(line)),
                Some(Err(error)) => {
                    self.input = None;
                    return Some(Err(error));
                }
                None => {
                    self.input = None;
                    return None;
                }
            }
        }
    }
}

impl<I: Iterator<Item = Result<Line, Error>>> Iterator for Stage<I, Parse> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = match self.input.as_mut()?.next() {
            Some(Ok(line)) => parse_row(line),
            Some(Err(error)) => Err(error),
            None => {
                self.input = None;
                return None;
            }
        };
        if row.is_err() {
            self.input = None;
        }
        Some(row)
    }
}

impl<I: Iterator<Item = Result<Row, Error>>> Iterator for Stage<I, Filter> {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let row = match self.input.as_mut()?.next() {
                Some(Ok(row)) => row,
                end => {
                    self.input = None;
                    return end;
                }
            };
            match check(&row, &mut self.state.0) {
                Ok(true) => return Some(Ok(row)),
                Ok(false) => {}
                Err(error) => {
                    self.input = None;
                    return Some(Err(error));
                }
            }
        }
    }
}

fn by_hand(n: u64) -> impl Iterator<Item = Result<Row, Error>> {
    let not_empty = Stage { input: Some(lines(n)), state: DropEmpty };
    let rows = Stage { input: Some(not_empty), state: Parse };
    Stage { input: Some(rows), state: Filter(None) }
}

fn as_coroutines(n: u64) -> impl Iterator<Item = Result<Row, Error>> {
    filter_by_column(parse_csv(drop_empty(lines(n))), COLUMN, VALUE.to_owned())
}

fn with_std(n: u64) -> impl Iterator<Item = Result<Row, Error>> {
    let mut columns = None;
    lines(n)
        .filter(|line| !matches!(line, Ok(line) if line.text.trim().is_empty()))
        .map(|line| line.and_then(parse_row))
        .filter_map(move |row| match row {
            Ok(row) => match check(&row, &mut columns) {
                Ok(true) => Some(Ok(row)),
                Ok(false) => None,
                Err(error) => Some(Err(error)),
            },
            Err(error) => Some(Err(error)),
        })
}

pub(super) fn workload() -> Workload {
    Workload {
        name: "CSV pipeline",
        amounts: [1_000, 3_000],
        items: |n| lines(n).flatten().map(|line| u64::from(line.text.ends_with(",sun"))).sum(),
        at_most: Some(1.10),
        variants: vec![
            Variant::new(
                "hand-written",
                |n| consume(by_hand(black_box(n)).map(digest)),
                size_of_val(&by_hand(1)),
            ),
            Variant::new(
                "coroutine",
                |n| consume(as_coroutines(black_box(n)).map(digest)),
                size_of_val(&as_coroutines(1)),
            ),
            Variant::new(
                "std adaptors",
                |n| consume(with_std(black_box(n)).map(digest)),
                size_of_val(&with_std(1)),
            ),
        ],
    }
}

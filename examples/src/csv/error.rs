//! What can go wrong in the pipeline, each with the place where it did.

use std::{error, fmt, io, path::PathBuf};

/// Why the pipeline ended early.
#[derive(Debug)]
pub enum Error {
    /// The file cannot be opened.
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A line cannot be read, or is not UTF-8.
    Read {
        /// The line's number.
        line: usize,
        /// What the system said.
        source: io::Error,
    },
    /// The quotes of a line do not match.
    Quote {
        /// The line's number.
        line: usize,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A row has not as many fields as the first one.
    Length {
        /// The row's line.
        line: usize,
        /// How many fields it has.
        found: usize,
        /// How many the first row has.
        expected: usize,
    },
    /// There is no such column.
    Column {
        /// The column that was asked for.
        column: usize,
        /// How many there are.
        columns: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { path, source } => write!(f, "cannot open {}: {source}", path.display()),
            Self::Read { line, source } => write!(f, "line {line}: {source}"),
            Self::Quote { line, problem } => write!(f, "line {line}: {problem}"),
            Self::Length { line, found, expected } => {
                write!(f, "line {line}: {found} fields, but the first row has {expected}")
            }
            Self::Column { column, columns } => {
                write!(f, "no column {column}: the file has columns 0 to {}", columns - 1)
            }
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Open { source, .. } | Self::Read { source, .. } => Some(source),
            Self::Quote { .. } | Self::Length { .. } | Self::Column { .. } => None,
        }
    }
}

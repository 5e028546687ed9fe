//! One line of CSV, as RFC 4180 has it.
//!
//! In: a line. Out: its fields, with quotes taken off; and back again.

use std::io::{self, Write};

/// Yields the fields of a line.
///
/// # Examples
///
/// ```
/// use coro_examples::csv::fields;
///
/// let row: Result<Vec<_>, _> = fields(r#"87 km NNE,"Hualien, ""Taiwan""",,4.5"#).collect();
/// assert_eq!(row.unwrap(), ["87 km NNE", "Hualien, \"Taiwan\"", "", "4.5"]);
/// ```
#[coro_core::coroutine]
pub fn fields(line: &str) -> impl Iterator<Item = Result<String, &'static str>> {
    let mut rest = Some(line);
    while let Some(text) = rest {
        let (field, after) = split_field(text)?;
        yield_!(Ok(field));
        rest = after;
    }
}

/// Takes the first field off `text`; what follows its comma is `None` if there is no comma.
///
/// # Errors
///
/// Fails, saying why, if the field is quoted and does not end as it should.
///
/// # Examples
///
/// ```
/// use coro_examples::csv::split_field;
///
/// assert_eq!(split_field("\"a, b\",c"), Ok(("a, b".to_owned(), Some("c"))));
/// assert_eq!(split_field("c"), Ok(("c".to_owned(), None)));
/// ```
pub fn split_field(text: &str) -> Result<(String, Option<&str>), &'static str> {
    let Some(quoted) = text.strip_prefix('"') else {
        return Ok(match text.split_once(',') {
            Some((field, rest)) => (field.to_owned(), Some(rest)),
            None => (text.to_owned(), None),
        });
    };
    let mut field = String::new();
    let mut text = quoted;
    loop {
        let (part, rest) = text.split_once('"').ok_or("a quoted field does not end")?;
        field.push_str(part);
        if let Some(rest) = rest.strip_prefix('"') {
            field.push('"');
            text = rest;
        } else if let Some(rest) = rest.strip_prefix(',') {
            return Ok((field, Some(rest)));
        } else if rest.is_empty() {
            return Ok((field, None));
        } else {
            return Err("text after the end of a quoted field");
        }
    }
}

/// Writes fields as one line, quoting those that need it.
///
/// # Errors
///
/// Fails if `out` does.
///
/// # Examples
///
/// ```
/// let mut out = Vec::new();
/// coro_examples::csv::write_row(&mut out, &["plain".into(), "a, \"b\"".into()]).unwrap();
/// assert_eq!(out, b"plain,\"a, \"\"b\"\"\"\n");
/// ```
pub fn write_row(out: &mut impl Write, fields: &[String]) -> io::Result<()> {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        if field.contains(['"', ',', '\r', '\n']) {
            write!(out, "\"{}\"", field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}

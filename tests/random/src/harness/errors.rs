//! rustc's errors as JSON, and which module each is about.

use serde_json::Value;

/// An error of rustc's.
#[derive(Clone, Debug)]
pub struct CompileError {
    /// What it is about.
    pub blame: Blame,
    /// Its text.
    pub rendered: String,
}

/// What an error is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The module in the file of this name.
    Module(String),
    /// Nothing in particular.
    Crate,
}

/// Reads the errors among rustc's messages.
#[must_use]
pub fn errors(messages: &str) -> Vec<CompileError> {
    messages.lines().filter_map(read).collect()
}

fn read(line: &str) -> Option<CompileError> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["level"] != "error" && message["level"] != "error: internal compiler error" {
        return None;
    }
    let rendered = message["rendered"].as_str().unwrap_or_default().to_owned();
    let spans = message["spans"].as_array()?;
    let primary = spans.iter().find(|span| span["is_primary"] == true).or(spans.first());
    let blame = primary.and_then(module).map_or(Blame::Crate, Blame::Module);
    Some(CompileError { blame, rendered })
}

/// Reads the code and the line of each error.
#[must_use]
pub fn error_lines(messages: &str) -> Vec<(Option<String>, usize)> {
    messages.lines().filter_map(code_and_line).collect()
}

fn code_and_line(line: &str) -> Option<(Option<String>, usize)> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["level"] != "error" {
        return None;
    }
    let code = message["code"]["code"].as_str().map(String::from);
    let mut span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
    // Out of macros by example; what an attribute wrote has a place of its own in its input.
    while let Some(outer) = span["expansion"].get("span")
        && !span["expansion"]["macro_decl_name"].as_str().is_some_and(|name| name.starts_with("#["))
    {
        span = outer;
    }
    let line = usize::try_from(span["line_start"].as_u64()?).ok()?;
    Some((code, line))
}

/// Finds the file where a span begins, out of all macros.
fn module(span: &Value) -> Option<String> {
    let mut span = span;
    while let Some(outer) = span["expansion"].get("span") {
        span = outer;
    }
    let file = span["file_name"].as_str()?;
    let name = file.rsplit('/').next()?;
    name.strip_suffix(".rs").map(String::from)
}

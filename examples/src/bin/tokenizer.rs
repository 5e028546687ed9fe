//! A tokenizer for a language with significant indentation: one line gives any number of tokens.
//!
//! A line that is indented less than the one before closes as many blocks as it takes, and brackets
//! suspend line ends. A hand-written iterator needs a queue of pending tokens and flags for where it
//! was; here that is a loop, and the loop's place is the state. The tokens borrow from the source,
//! which outlives the coroutine; the stack of indents is the coroutine's own and is only read between
//! yields.
//!
//! Usage: `tokenizer [file]` (without a file: a sample).

use std::{env, fmt, fs, process::ExitCode};

const SAMPLE: &str = "\
def area(shape):
    if shape == \"circle\":
        return pi * (radius *
            radius)

    return 0
print(area(\"circle\"))
";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'s> {
    Name(&'s str),
    Number(&'s str),
    Text(&'s str),
    Symbol(&'s str),
    Newline,
    Indent,
    Dedent,
}

#[derive(Debug, PartialEq, Eq)]
struct Error {
    line: usize,
    problem: &'static str,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

/// Yields the tokens of a source text, or the first error in it.
#[coro_core::coroutine]
fn tokens(source: &str) -> impl Iterator<Item = Result<Token<'_>, Error>> {
    let mut indents = vec![0];
    let mut open = 0usize;
    for (line, text) in (1..).zip(source.lines()) {
        let mut rest = text.trim_start_matches(' ');
        if rest.is_empty() || rest.starts_with('#') {
            continue;
        }
        if open == 0 {
            let indent = text.len() - rest.len();
            if indent > indents[indents.len() - 1] {
                indents.push(indent);
                yield_!(Ok(Token::Indent));
            }
            while indent < indents[indents.len() - 1] {
                indents.pop();
                yield_!(Ok(Token::Dedent));
            }
            if indent != indents[indents.len() - 1] {
                yield_!(Err(Error { line, problem: "indented like no block that is open" }));
                return;
            }
        }
        while !rest.is_empty() && !rest.starts_with('#') {
            let (token, after) = split_token(rest).map_err(|problem| Error { line, problem })?;
            match token {
                Token::Symbol("(" | "[") => open += 1,
                Token::Symbol(")" | "]") => open = open.saturating_sub(1),
                _ => {}
            }
            yield_!(Ok(token));
            rest = after.trim_start_matches(' ');
        }
        if open == 0 {
            yield_!(Ok(Token::Newline));
        }
    }
    for _ in 1..indents.len() {
        yield_!(Ok(Token::Dedent));
    }
}

/// Takes the first token off `text`, which neither is empty nor starts with a space.
fn split_token(text: &str) -> Result<(Token<'_>, &str), &'static str> {
    let while_matches =
        |matches: fn(char) -> bool| text.split_at(text.find(|c| !matches(c)).unwrap_or(text.len()));
    if text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        let (name, rest) = while_matches(|c| c.is_alphanumeric() || c == '_');
        return Ok((Token::Name(name), rest));
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        let (number, rest) = while_matches(|c| c.is_ascii_digit() || c == '.');
        return Ok((Token::Number(number), rest));
    }
    if let Some(quoted) = text.strip_prefix('"') {
        let (content, rest) = quoted.split_once('"').ok_or("a text does not end")?;
        return Ok((Token::Text(content), rest));
    }
    let two = ["==", "!=", "<=", ">="].iter().any(|symbol| text.starts_with(symbol));
    if two || text.starts_with(['(', ')', '[', ']', ':', ',', '=', '<', '>', '+', '-', '*', '/']) {
        let (symbol, rest) = text.split_at(if two { 2 } else { 1 });
        return Ok((Token::Symbol(symbol), rest));
    }
    Err("no token starts like this")
}

fn main() -> ExitCode {
    let source = match env::args().nth(1) {
        None => SAMPLE.to_owned(),
        Some(path) => match fs::read_to_string(&path) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("tokenizer: cannot read {path}: {error}");
                return ExitCode::FAILURE;
            }
        },
    };
    for token in tokens(&source) {
        match token {
            Ok(token) => println!("{token:?}"),
            Err(error) => {
                eprintln!("tokenizer: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

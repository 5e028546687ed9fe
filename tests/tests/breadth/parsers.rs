//! Parsers: of numbers, settings, JSON, paths and sections, some of them fed piece by piece.

use std::convert::Infallible;

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume,
};
use itertools::Itertools as _;

mod models;

/// Integers in a byte stream that comes in pieces: `None` ends it.
#[coro_core::coroutine]
fn integers(
    #[resume] first: Option<Vec<u8>>,
) -> impl Resume<Option<Vec<u8>>, Vec<u64>, Return = Option<u64>> {
    let mut pending: Option<u64> = None;
    let mut input = first;
    while let Some(piece) = input {
        let mut found = Vec::new();
        for byte in piece {
            match byte {
                b'0'..=b'9' => {
                    pending = Some(pending.unwrap_or(0) * 10 + u64::from(byte - b'0'));
                }
                _ => found.extend(pending.take()),
            }
        }
        input = yield_!(found);
    }
    pending
}

#[test]
fn numbers_that_come_in_pieces() {
    let text = b"12 345,6;;7890";
    for size in 1..text.len() {
        let mut parser = integers();
        let mut found = Vec::new();
        for piece in text.chunks(size) {
            match parser.resume(Some(piece.to_vec())) {
                Yielded(numbers) => found.extend(numbers),
                Complete(_) => panic!("it goes on"),
            }
        }
        let Complete(last) = parser.resume(None) else { panic!("it ends") };
        found.extend(last);
        assert_eq!(found, [12, 345, 6, 7890], "pieces of {size}");
    }
}

/// Frames with a length in front, out of chunks that are borrowed for each resume.
#[coro_core::coroutine]
fn frames() -> impl for<'w> Resume<&'w [u8], Vec<Vec<u8>>, Return = Infallible> {
    let mut buffer = Vec::new();
    let mut ready = Vec::new();
    loop {
        let chunk = yield_!(std::mem::take(&mut ready));
        buffer.extend_from_slice(chunk);
        while let Some((&length, rest)) = buffer.split_first() {
            let length = usize::from(length);
            if rest.len() < length {
                break;
            }
            ready.push(rest[..length].to_vec());
            buffer.drain(..=length);
        }
    }
}

#[test]
fn frames_of_any_chunks() {
    let stream = [3, b'a', b'b', b'c', 0, 1, b'd', 2, b'e'];
    for size in 1..=stream.len() {
        let mut parser = frames();
        let Yielded(none) = parser.resume(&[]);
        assert!(none.is_empty());
        let found = stream.chunks(size).flat_map(|chunk| {
            let Yielded(frames) = parser.resume(chunk);
            frames
        });
        assert_eq!(found.collect_vec(), [b"abc".to_vec(), vec![], b"d".to_vec()]);
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Event {
    Open(char),
    Close(char),
    Key(String),
    Text(String),
    Number(f64),
    Word(String),
}

/// The events of a JSON text.
#[coro_core::coroutine]
fn json(text: &str) -> impl Iterator<Item = Result<Event, String>> {
    let mut rest = text.trim_start();
    let mut open = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (event, after) = match first {
            '{' | '[' => {
                open.push(first);
                (Event::Open(first), &rest[1..])
            }
            '}' | ']' => {
                let expected = open.pop().ok_or("nothing is open")?;
                if (expected, first) != ('{', '}') && (expected, first) != ('[', ']') {
                    yield_!(Err(format!("`{expected}` ends with `{first}`")));
                    return;
                }
                (Event::Close(first), &rest[1..])
            }
            '"' => {
                let (string, after) = rest[1..].split_once('"').ok_or("an open string")?;
                match after.trim_start().strip_prefix(':') {
                    Some(after) => (Event::Key(string.into()), after),
                    None => (Event::Text(string.into()), after),
                }
            }
            '-' | '0'..='9' => {
                let end = rest
                    .find(|c: char| !matches!(c, '-' | '+' | '.' | 'e' | '0'..='9'))
                    .unwrap_or(rest.len());
                let number = rest[..end].parse().map_err(|_| format!("`{}`", &rest[..end]))?;
                (Event::Number(number), &rest[end..])
            }
            ',' => {
                rest = rest[1..].trim_start();
                continue;
            }
            _ => {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                if !["true", "false", "null"].contains(&&rest[..end]) {
                    yield_!(Err(format!("`{}`", &rest[..end])));
                    break;
                }
                (Event::Word(rest[..end].into()), &rest[end..])
            }
        };
        rest = after.trim_start();
        yield_!(Ok(event));
    }
}

/// Writes events as JSON again, compactly.
fn write(events: &[Event]) -> String {
    let mut text = String::new();
    let mut fresh = true;
    for event in events {
        if !fresh && !matches!(event, Event::Close(_)) {
            text.push(',');
        }
        fresh = matches!(event, Event::Open(_) | Event::Key(_));
        match event {
            Event::Open(c) | Event::Close(c) => text.push(*c),
            Event::Key(key) => text += &format!("\"{key}\":"),
            Event::Text(string) => text += &format!("\"{string}\""),
            Event::Number(number) => text += &number.to_string(),
            Event::Word(word) => text += word,
        }
    }
    text
}

#[test]
fn json_is_written_back() {
    let text = r#"{"a": [1, -2.5, true], "b": {"c": null}, "d": "e", "f": []}"#;
    let events: Vec<_> = json(text).try_collect().unwrap();
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(write(&events), squeezed);
    for (wrong, message) in
        [("[1}", "`[` ends with `}`"), ("]", "nothing is open"), ("nul", "`nul`")]
    {
        assert_eq!(json(wrong).last(), Some(Err(message.to_owned())));
    }
}

/// Sections and settings, with the line of the first mistake.
#[coro_core::coroutine]
fn settings(text: &str) -> impl Iterator<Item = Result<(String, String, String), usize>> {
    let mut section = String::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or("").trim();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name.to_owned();
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            yield_!(Err(number + 1));
            return;
        };
        yield_!(Ok((section.clone(), key.trim().to_owned(), value.trim().to_owned())));
    }
}

#[test]
fn settings_of_a_file() {
    let text = "top = 1\n\n[net] # comment\nhost = here\nport=80\n[log]\nbroken\nlevel = 3";
    let found = settings(text).collect_vec();
    let plain = found.iter().flatten().map(|(a, b, c)| format!("{a}.{b}={c}"));
    assert!(plain.eq([".top=1", "net.host=here", "net.port=80"]));
    assert_eq!(found.last(), Some(&Err(7)));
}

/// Answers to arithmetic on a stack, an error for what is not.
#[coro_core::coroutine]
fn calculator(#[resume] first: String) -> impl Resume<String, Result<f64, String>, Return = usize> {
    let mut line = first;
    let mut count = 0;
    while line != "quit" {
        let mut stack = Vec::new();
        let result = 'line: {
            for word in line.split_whitespace() {
                let value = match (word.parse::<f64>(), word) {
                    (Ok(number), _) => number,
                    (Err(_), operator) => {
                        let (Some(b), Some(a)) = (stack.pop(), stack.pop()) else {
                            break 'line Err(format!("`{operator}` lacks operands"));
                        };
                        match operator {
                            "+" => a + b,
                            "-" => a - b,
                            "*" => a * b,
                            "/" => a / b,
                            other => break 'line Err(format!("`{other}`?")),
                        }
                    }
                };
                stack.push(value);
            }
            stack.pop().ok_or("nothing".to_owned())
        };
        count += 1;
        line = yield_!(result);
    }
    count
}

#[test]
fn calculating() {
    let mut session = calculator();
    let mut ask = |line: &str| session.resume(line.to_owned());
    assert_eq!(ask("1 2 + 4 *"), Yielded(Ok(12.0)));
    assert_eq!(ask("1 +"), Yielded(Err("`+` lacks operands".into())));
    assert_eq!(ask("3 4 ^"), Yielded(Err("`^`?".into())));
    assert_eq!(ask(""), Yielded(Err("nothing".into())));
    assert_eq!(ask("quit"), CoroutineState::Complete(4));
}

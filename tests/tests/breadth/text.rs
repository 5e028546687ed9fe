//! Text and bytes: tokens, lines, records, encodings.

use itertools::Itertools as _;

mod models;

#[derive(Clone, Debug, PartialEq)]
enum Token<'a> {
    Number(f64),
    Name(&'a str),
    Symbol(char),
}

#[coro_core::coroutine]
fn tokens(text: &str) -> impl Iterator<Item = Result<Token<'_>, (usize, char)>> {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            c if c.is_whitespace() => {
                rest = rest.trim_start();
                continue;
            }
            '0'..='9' => rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len()),
            'a'..='z' | 'A'..='Z' | '_' => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            '+' | '-' | '*' | '/' | '(' | ')' => 1,
            other => {
                yield_!(Err((text.len() - rest.len(), other)));
                return;
            }
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        yield_!(Ok(match token.parse() {
            Ok(number) => Token::Number(number),
            Err(_) if length == 1 && !first.is_alphabetic() => Token::Symbol(first),
            Err(_) => Token::Name(token),
        }));
    }
}

#[test]
fn tokens_of_an_expression() {
    let found: Result<Vec<_>, _> = tokens("rate * (1.5 + x_2)").collect();
    let expected = [
        Token::Name("rate"),
        Token::Symbol('*'),
        Token::Symbol('('),
        Token::Number(1.5),
        Token::Symbol('+'),
        Token::Name("x_2"),
        Token::Symbol(')'),
    ];
    assert_eq!(found.unwrap(), expected);
    assert_eq!(tokens("1 ? 2").last(), Some(Err((2, '?'))));
}

#[coro_core::coroutine]
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = None;
    for (at, character) in text.char_indices() {
        if character.is_alphabetic() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            yield_!((from, &text[from..at]));
        }
    }
    if let Some(from) = start {
        yield_!((from, &text[from..]));
    }
}

#[test]
fn words_with_their_places() {
    let text = "One, zwei; trois-quatre äöü";
    let found = words(text).collect_vec();
    let expected = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    assert!(found.iter().map(|(_, word)| *word).eq(expected));
    assert!(found.iter().all(|&(at, word)| text[at..].starts_with(word)));
}

#[coro_core::coroutine]
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        yield_!(line.strip_suffix('\r').unwrap_or(line));
        rest = after;
    }
}

#[test]
fn lines_as_std_splits_them() {
    for text in ["", "a", "a\nb", "a\r\n\nb\n", "\n\n"] {
        assert!(lines(text).eq(text.lines()), "{text:?}");
    }
}

/// Records of comma-separated values, with quotes.
#[coro_core::coroutine]
fn records(text: &str) -> impl Iterator<Item = Vec<String>> {
    let mut record = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted => {
                if characters.next_if_eq(&'"').is_some() {
                    field.push('"');
                } else {
                    quoted = false;
                }
            }
            '"' if field.is_empty() => quoted = true,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                yield_!(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        yield_!(record);
    }
}

#[test]
fn records_as_the_csv_crate_reads_them() {
    let text = "a,b,c\n1,\"two, three\",\n\"a \"\"quote\"\"\",,\"line\nbreak\"\nlast,one,here";
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let expected =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect_vec());
    assert!(records(text).eq(expected));
}

/// Decodes UTF-8, with a replacement for what is not.
#[coro_core::coroutine]
fn decode(bytes: &[u8]) -> impl Iterator<Item = char> {
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let (length, mut code) = match first {
            0..=0x7f => (0, u32::from(*first)),
            0xc0..=0xdf => (1, u32::from(first & 0x1f)),
            0xe0..=0xef => (2, u32::from(first & 0x0f)),
            0xf0..=0xf7 => (3, u32::from(first & 0x07)),
            _ => {
                yield_!(char::REPLACEMENT_CHARACTER);
                rest = tail;
                continue;
            }
        };
        rest = tail;
        for _ in 0..length {
            match rest {
                [next @ 0x80..=0xbf, tail @ ..] => {
                    code = code << 6 | u32::from(next & 0x3f);
                    rest = tail;
                }
                _ => {
                    code = u32::MAX;
                    break;
                }
            }
        }
        yield_!(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
}

#[test]
fn characters_of_bytes() {
    for text in ["", "plain", "grüße, 世界 🎉"] {
        assert!(decode(text.as_bytes()).eq(text.chars()), "{text}");
    }
    assert!(decode(b"a\xffb\xe4").eq("a\u{fffd}b\u{fffd}".chars()));
}

#[coro_core::coroutine]
fn hex_dump(bytes: &[u8], width: usize) -> impl Iterator<Item = String> {
    for (index, row) in bytes.chunks(width).enumerate() {
        let mut line = format!("{:04x} ", index * width);
        for byte in row {
            line += &format!(" {byte:02x}");
        }
        yield_!(line);
    }
}

#[test]
fn dumping() {
    let lines = hex_dump(b"coroutine", 4).collect_vec();
    assert_eq!(lines, ["0000  63 6f 72 6f", "0004  75 74 69 6e", "0008  65"]);
}

#[coro_core::coroutine]
fn expand_runs(bytes: &[u8]) -> impl Iterator<Item = u8> {
    for pair in bytes.chunks_exact(2) {
        let &[count, byte] = pair else { unreachable!("chunks of two") };
        for _ in 0..count {
            yield_!(byte);
        }
    }
}

#[test]
fn runs_expand() {
    assert!(expand_runs(&[3, b'a', 0, b'b', 2, b'c']).eq(*b"aaacc"));
}

/// The text between brackets of one kind, outermost first.
#[coro_core::coroutine]
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    for (start, _) in text.match_indices('[') {
        let mut depth = 0;
        for (at, character) in text[start..].char_indices() {
            match character {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                yield_!(&text[start + 1..start + at]);
                break;
            }
        }
    }
}

#[test]
fn brackets() {
    assert!(bracketed("x[a[b]c] [d").eq(["a[b]c", "b"]));
}

/// A part of what is filled in; the generator's items are results by this name.
type FillResult = Result<String, String>;

#[coro_core::coroutine]
fn template<'a>(
    text: &'a str,
    lookup: impl Fn(&str) -> Option<String> + 'a,
) -> impl Iterator<Item = FillResult> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        yield_!(Ok(before.to_owned()));
        let (name, after) = after.split_once("}}").ok_or("unclosed".to_owned())?;
        let value = lookup(name.trim()).ok_or_else(|| format!("unknown: {}", name.trim()))?;
        yield_!(Ok(value));
        rest = after;
    }
    yield_!(Ok(rest.to_owned()));
}

#[test]
fn templates() {
    let lookup = |name: &str| (name == "who").then(|| "world".to_owned());
    let filled: Result<String, _> = template("hello {{ who }}!", lookup).collect();
    assert_eq!(filled.unwrap(), "hello world!");
    assert_eq!(template("a {{b}} c", lookup).last(), Some(Err("unknown: b".to_owned())));
    assert_eq!(template("a {{b", lookup).last(), Some(Err("unclosed".to_owned())));
}

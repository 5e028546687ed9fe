//! The same of whole texts, and of trees that are written as texts. In: random ones.

use coro_random::rng::Rng;

use super::*;

/// Splits at random places.
fn pieces<'a>(rng: &mut Rng, mut text: &'a [u8]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let (piece, rest) = text.split_at(rng.below(text.len() + 1));
        pieces.push(piece);
        text = rest;
    }
    pieces
}

#[test]
fn integers_by_splitting() {
    let mut rng = Rng::new(1);
    for _ in 0..300 {
        let text: String =
            (0..rng.below(30)).map(|_| *rng.pick(&['0', '7', '9', ' ', ','])).collect();
        let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
        let expected: Result<Vec<u64>, _> = words.map(str::parse).collect();
        let Ok(expected) = expected else { continue };
        let mut parser = integers();
        let mut found = Vec::new();
        for piece in pieces(&mut rng, text.as_bytes()) {
            found.extend(parser.resume(Some(piece.to_vec())).yielded().unwrap());
        }
        let last = parser.resume(None).complete().unwrap();
        assert_eq!(last.is_some(), text.ends_with(|c: char| c.is_ascii_digit()));
        found.extend(last);
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn frames_that_were_written() {
    let mut rng = Rng::new(2);
    for _ in 0..300 {
        let sent = (0..rng.below(6))
            .map(|_| (0..rng.below(9)).map(|_| rng.below(256) as u8).collect_vec())
            .collect_vec();
        let stream = sent.iter().flat_map(|frame| [&[frame.len() as u8], &frame[..]].concat());
        let stream = stream.collect_vec();
        let mut parser = frames();
        let Yielded(mut found) = parser.resume(&[]);
        for piece in pieces(&mut rng, &stream) {
            let Yielded(frames) = parser.resume(piece);
            found.extend(frames);
        }
        assert_eq!(found, sent);
    }
}

#[test]
fn settings_that_were_written() {
    let mut rng = Rng::new(3);
    for _ in 0..300 {
        let mut text = String::new();
        let mut expected = Vec::new();
        let mut section = "";
        for line in 1..=rng.below(12) {
            match rng.below(6) {
                0 => text += "  # nothing\n",
                1 => text += "\n",
                2 => {
                    section = *rng.pick(&["net", "log"]);
                    text += &format!(" [{section}] # from here\n");
                }
                3 if rng.percent(20) => {
                    text += "broken\n";
                    expected.push(Err(line));
                    break;
                }
                _ => {
                    let (key, value) = (rng.pick(&["host", "port"]), rng.below(100));
                    text += &format!("{key} ={value} #\n");
                    expected.push(Ok((section.to_owned(), (*key).to_owned(), value.to_string())));
                }
            }
        }
        assert!(settings(&text).eq(expected), "{text}");
    }
}

/// Writes a random expression with its operators behind; gives its value.
fn expression(rng: &mut Rng, depth: u32, text: &mut String) -> f64 {
    if depth == 0 || rng.percent(30) {
        let number = rng.below(9) as f64;
        *text += &format!("{number} ");
        return number;
    }
    let (a, b) = (expression(rng, depth - 1, text), expression(rng, depth - 1, text));
    let (operator, value) = *rng.pick(&[("+", a + b), ("-", a - b), ("*", a * b), ("/", a / b)]);
    *text += &format!("{operator} ");
    value
}

#[test]
fn expressions_that_were_written() {
    let mut rng = Rng::new(4);
    let mut session = calculator();
    let mut ask = |line: String| session.resume(line).yielded().unwrap();
    for _ in 0..300 {
        let mut text = String::new();
        let value = expression(&mut rng, 4, &mut text);
        let found = ask(text.clone()).unwrap();
        assert!(
            found.total_cmp(&value).is_eq() || found.is_nan() && value.is_nan(),
            "{text}: {found}, not {value}"
        );
        // One operator more than there are operands for.
        assert_eq!(ask(text + "+"), Err("`+` lacks operands".to_owned()));
    }
    assert_eq!(session.resume("quit".to_owned()), Complete(600));
}

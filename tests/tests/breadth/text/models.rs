//! The same of texts by searching, splitting and replacing. In: random texts of few letters.

use coro_random::rng::Rng;

use super::*;

fn text(rng: &mut Rng, letters: &[&str]) -> String {
    (0..rng.below(12)).map(|_| *rng.pick(letters)).collect()
}

#[test]
fn tokens_by_classes_of_letters() {
    let mut rng = Rng::new(1);
    for _ in 0..500 {
        let text = text(&mut rng, &["a", "B_", "7", "1.5", " ", "+", "(", "?"]);
        // The kind of each letter, given what it goes on with.
        let mut kinds: Vec<(char, String)> = Vec::new();
        for c in text.chars() {
            let last = kinds.last().map_or(' ', |(kind, _)| *kind);
            let kind = match (last, c) {
                (_, ' ') => ' ',
                (kind @ ('n' | '0'), '0'..='9') => kind,
                ('0', '.') | (_, '0'..='9') => '0',
                (_, 'a'..='z' | 'A'..='Z' | '_') => 'n',
                (_, '+' | '(') => '+',
                _ => '?',
            };
            match kinds.last_mut() {
                Some((last, word)) if *last == kind && kind != '+' && kind != '?' => word.push(c),
                _ => kinds.push((kind, c.to_string())),
            }
        }
        let mut expected = Vec::new();
        let mut at = 0;
        for (kind, word) in &kinds {
            match kind {
                ' ' => {}
                '?' => {
                    expected.push(Err((at, word.chars().next().unwrap())));
                    break;
                }
                '0' if word.parse::<f64>().is_ok() => {
                    expected.push(Ok(Token::Number(word.parse().unwrap())));
                }
                '+' => expected.push(Ok(Token::Symbol(word.chars().next().unwrap()))),
                _ => expected.push(Ok(Token::Name(word))),
            }
            at += word.len();
        }
        assert!(tokens(&text).eq(expected), "{text:?}");
    }
}

#[test]
fn dumps_by_joining() {
    let mut rng = Rng::new(2);
    for _ in 0..200 {
        let bytes = (0..rng.below(40)).map(|_| rng.below(256) as u8).collect_vec();
        let width = 1 + rng.below(9);
        let pairs = bytes.iter().map(|byte| {
            let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap();
            format!(" {}{}", digit(byte / 16), digit(byte % 16))
        });
        let rows = (0..bytes.len().div_ceil(width)).map(|row| format!("{:0>4x} ", row * width));
        let chunks = pairs.chunks(width);
        let expected = rows.zip(&chunks).map(|(row, mut pairs)| row + &pairs.join(""));
        assert!(hex_dump(&bytes, width).eq(expected.collect_vec()));
    }
}

#[test]
fn runs_by_dedup() {
    let mut rng = Rng::new(3);
    for _ in 0..200 {
        let bytes = (0..rng.below(60)).map(|_| b'a' + rng.below(2) as u8).collect_vec();
        let runs = bytes.iter().dedup_with_count();
        let packed = runs.flat_map(|(count, byte)| [count as u8, *byte]).collect_vec();
        assert!(expand_runs(&packed).eq(bytes));
    }
}

#[test]
fn brackets_by_taking_pairs_out() {
    let mut rng = Rng::new(4);
    for _ in 0..500 {
        let text = text(&mut rng, &["[", "]", "[", "]", "x"]);
        let mut marks = text.char_indices().filter(|(_, mark)| *mark != 'x').collect_vec();
        let mut pairs = Vec::new();
        while let Some(at) = marks.windows(2).position(|pair| pair[0].1 == '[' && pair[1].1 == ']')
        {
            pairs.push((marks[at].0, marks[at + 1].0));
            marks.drain(at..at + 2);
        }
        pairs.sort_unstable();
        assert!(
            bracketed(&text).eq(pairs.iter().map(|(start, end)| &text[start + 1..*end])),
            "{text}"
        );
    }
}

#[test]
fn templates_by_replacing() {
    let mut rng = Rng::new(5);
    let lookup = |name: &str| ["a", "b"].contains(&name).then(|| name.to_uppercase());
    for _ in 0..500 {
        let text = text(&mut rng, &["{{a}}", "{{ b }}", "x", "}", "{ ", "é"]);
        let filled = |text: &str| template(text, lookup).collect::<Result<String, _>>();
        assert_eq!(filled(&text), Ok(text.replace("{{a}}", "A").replace("{{ b }}", "B")));
        assert_eq!(filled(&format!("{text}{{{{ c }}}} {text}")), Err("unknown: c".to_owned()));
        assert_eq!(filled(&format!("{text}{{{{a")), Err("unclosed".to_owned()));
    }
}

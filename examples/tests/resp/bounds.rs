//! What is held grows with what has come, whatever the bytes announce.

use allocation_counter::measure;
use coro_core::{Resume, Stage};
use coro_examples::resp::{Frame, Limits, frames};

use super::{encode, random::Random};

/// What is held for each byte that has come.
const PER_BYTE: u64 = 32;
/// What is held besides, next to a line.
const BESIDES: u64 = 8 << 10;

/// Asserts the bound for an input, which comes in one part.
#[track_caller]
fn bounded(input: &[u8], limits: Limits) {
    let mut decoder = frames(limits).into_decoder();
    let held = measure(|| {
        let mut unread = input;
        // Frames that are complete are dropped.
        while let Some(coro_core::stage::Demand::Emit(_)) =
            decoder.resume(Some(&mut unread)).yielded()
        {}
    });
    let line = 2 * limits.line.min(input.len()) as u64;
    let bound = PER_BYTE * input.len() as u64 + line + BESIDES;
    assert!(held.bytes_max <= bound, "{} held for {} bytes", held.bytes_max, input.len());
}

#[test]
fn announced_lengths_are_not_believed() {
    let limits = Limits { frame: usize::MAX, ..Limits::default() };
    bounded(b"$9223372036854775000\r\n", limits);
    bounded(b"$9223372036854775000\r\nsome bytes", limits);
    bounded(b"*1000000000000000000\r\n", limits);
    bounded(b"*1000000000000000000\r\n*1000000000000000000\r\n:1\r\n", limits);
    bounded(&b"*1000000\r\n".repeat(1_000), limits);
    bounded(&b"*1\r\n".repeat(100_000), limits);
}

#[test]
fn small_elements() {
    for element in [&b"+\r\n"[..], b":1\r\n", b"$0\r\n\r\n", b"*0\r\n", b"*1\r\n+\r\n", b"$-1\r\n"]
    {
        for len in [1, 4, 5, 1_000, 65_537] {
            let mut input = format!("*{len}\r\n").into_bytes();
            // The last one is missing, so all others are held.
            input.extend_from_slice(&element.repeat(len - 1));
            bounded(&input, Limits::default());
        }
    }
}

#[test]
fn long_lines_and_strings() {
    bounded(&[b"+", &b"x".repeat(60_000)[..]].concat(), Limits::default());
    bounded(&[b"$1000000\r\n", &b"x".repeat(900_000)[..]].concat(), Limits::default());
    bounded(&[b"+", &b"x".repeat(1_000_000)[..]].concat(), Limits::default());
}

#[test]
fn random_input() {
    let mut random = Random(5);
    for _ in 0..2_000 {
        let mut input = encode(&random.frames());
        input.truncate(random.below(input.len() + 1));
        bounded(&input, Limits::default());
        bounded(&random.bytes(b"*$+:0123456789\r\n\r\n\r\n", 60), Limits::default());
    }
}

#[test]
fn a_decoder_allocates_only_what_its_frames_hold() {
    let wire = encode(&vec![Frame::Integer(7); 1_000]);
    let mut decoder = frames(Limits::default()).into_decoder();
    // The line's buffer.
    let mut first: &[u8] = b":1234567890123\r\n";
    assert!(decoder.resume(Some(&mut first)).yielded().is_some());
    let held = measure(|| {
        let mut unread = &wire[..];
        let mut count = 0;
        while let Some(coro_core::stage::Demand::Emit(_)) =
            decoder.resume(Some(&mut unread)).yielded()
        {
            count += 1;
        }
        assert_eq!(count, 1_000);
    });
    assert_eq!(held.count_total, 0);
}

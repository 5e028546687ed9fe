//! Wrong bytes give an error with the offset of the first that is wrong, however they are cut.

use coro_examples::resp::{
    ErrorKind::{
        self, FrameTooLong, Length, LineEnd, LineTooLong, Number, TooDeep, Truncated, UnknownType,
    },
    Frame, Limits, ParseError, read_frames,
};

use super::{decode, encode, random::Random};

const LIMITS: Limits = Limits { frame: 100, line: 20, depth: 3 };

/// Asserts that an input fails in one way, for every cut into two, and byte by byte.
#[track_caller]
fn fails(input: &[u8], offset: u64, kind: ErrorKind) {
    let error = Err(ParseError { offset, kind });
    for at in 0..=input.len() {
        let (a, b) = input.split_at(at);
        assert_eq!(decode([a, b], LIMITS).1, error, "{:?}", input.escape_ascii().to_string());
    }
    assert_eq!(decode(input.chunks(1), LIMITS).1, error);
}

#[test]
fn unknown_types() {
    fails(b"x\r\n", 0, UnknownType(b'x'));
    fails(b"\r\n", 0, UnknownType(b'\r'));
    fails(b"\n", 0, UnknownType(b'\n'));
    fails(b"+OK\r\n?", 5, UnknownType(b'?'));
    fails(b"*2\r\n:1\r\nabc", 8, UnknownType(b'a'));
    fails(b"$1\r\na\r\n\0", 7, UnknownType(b'\0'));
}

#[test]
fn line_ends() {
    fails(b"+OK\n", 3, LineEnd);
    fails(b"+O\rK\r\n", 3, LineEnd);
    fails(b":1\r\r\n", 3, LineEnd);
    fails(b"$2\r\nabc\r\n", 6, LineEnd);
    fails(b"$2\r\nab\rc", 7, LineEnd);
    fails(b"$0\r\n\n\n", 4, LineEnd);
}

#[test]
fn numbers() {
    fails(b":\r\n", 1, Number);
    fails(b":1x\r\n", 1, Number);
    fails(b": 1\r\n", 1, Number);
    fails(b":9223372036854775808\r\n", 1, Number);
    fails(b"+\r\n$\r\n", 4, Number);
    fails(b"*1\r\n*\xff\r\n", 5, Number);
}

#[test]
fn lengths() {
    fails(b"$-2\r\n", 1, Length);
    fails(b"*-2\r\n", 1, Length);
    fails(b"$9223372036854775807\r\n", 1, Length);
    fails(b"*9223372036854775807\r\n", 1, Length);
    // Of 100 bytes, the line has five and the line end behind the string two.
    fails(b"$94\r\n", 1, Length);
    fails(b"$93\r\n", 5, Truncated);
    // Elements have three bytes at least.
    fails(b"*32\r\n", 1, Length);
    fails(b"*31\r\n", 5, Truncated);
    // What came before in the same frame counts, what came before the frame does not.
    fails(
        b"*2\r\n$50\r\n01234567890123456789012345678901234567890123456789\r\n$50\r\n",
        62,
        Length,
    );
    fails(b"$50\r\n01234567890123456789012345678901234567890123456789\r\n$50\r\n", 62, Truncated);
}

#[test]
fn frames_that_are_too_long() {
    let mut input = b"*9\r\n".to_vec();
    for _ in 0..9 {
        input.extend_from_slice(b"+0123456789012\r\n");
    }
    fails(&input, 100, FrameTooLong);
}

#[test]
fn lines_that_are_too_long() {
    fails(b"+01234567890123456789x\r\n", 22, LineTooLong);
    fails(b"+012345678901234567890123456789", 22, LineTooLong);
    fails(b":1\r\n+012345678901234567890123456789", 26, LineTooLong);
    assert_eq!(decode([&b"+01234567890123456789\r\n"[..]], LIMITS).1, Ok(()));
}

#[test]
fn nesting_that_is_too_deep() {
    fails(b"*1\r\n*1\r\n*1\r\n*1\r\n", 12, TooDeep);
    fails(b"*1\r\n*1\r\n*2\r\n:1\r\n*0\r\n", 16, TooDeep);
    assert_eq!(decode([&b"*1\r\n*1\r\n*1\r\n:1\r\n"[..]], LIMITS).1, Ok(()));
}

#[test]
fn truncated_input() {
    let frames = [
        Frame::Integer(-12),
        Frame::Array(vec![Frame::Bulk(b"a\r\nb".to_vec()), Frame::Array(vec![Frame::Null])]),
        Frame::Simple(b"end".to_vec()),
    ];
    let wire = encode(&frames);
    let ends: Vec<usize> = (0..=3).map(|n| encode(&frames[..n]).len()).collect();
    for len in 0..=wire.len() {
        let (decoded, end) = decode([&wire[..len]], LIMITS);
        let whole = ends.iter().filter(|end| **end <= len).count() - 1;
        assert_eq!(decoded, frames[..whole]);
        let truncated = ParseError { offset: len as u64, kind: Truncated };
        assert_eq!(end, if ends.contains(&len) { Ok(()) } else { Err(truncated) });
    }
}

#[test]
fn random_bytes_fail_in_one_way() {
    let mut random = Random(3);
    for _ in 0..20_000 {
        let input = random.bytes(b"+-:$*0123\r\n\r\n\r\nx", 40);
        let whole = decode([&input[..]], LIMITS);
        assert_eq!(decode(random.cut(&input), LIMITS), whole);
        if let Err(error) = whole.1 {
            assert!(error.offset <= input.len() as u64);
        }
    }
}

#[test]
fn one_wrong_byte_in_what_was_right() {
    let mut random = Random(4);
    for _ in 0..5_000 {
        let mut wire = encode(&random.frames());
        if wire.is_empty() {
            continue;
        }
        let at = random.below(wire.len());
        wire[at] =
            wire[at].wrapping_add(1 + random.bytes(b"\x01\x02\x10", 1).first().unwrap_or(&0));
        let whole = decode([&wire[..]], Limits::default());
        assert_eq!(decode(random.cut(&wire), Limits::default()), whole);
    }
}

#[test]
fn an_iterator_ends_with_its_error() {
    let items: Vec<_> = read_frames(&b":1\r\n?"[..], LIMITS).collect();
    assert!(matches!(items[0], Ok(Frame::Integer(1))));
    let error = items[1].as_ref().unwrap_err();
    assert_eq!(error.to_string(), "no frame begins with '?', at byte 4");
    assert_eq!(items.len(), 2);
}

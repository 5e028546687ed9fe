//! How an input is cut makes no difference.

use coro_core::{Resume, Stage};
use coro_examples::resp::{Frame, Limits, frames, read_frames};

use super::{decode, decode_whole, encode, random::Random};

/// One frame of each kind, and arrays in arrays.
fn samples() -> Vec<Frame> {
    let bulk = |bytes: &[u8]| Frame::Bulk(bytes.to_vec());
    vec![
        Frame::Simple(b"OK".to_vec()),
        Frame::Simple(Vec::new()),
        Frame::Error(b"ERR unknown command".to_vec()),
        Frame::Integer(i64::MIN),
        Frame::Integer(i64::MAX),
        bulk(b""),
        bulk(b"line\r\nbreak"),
        Frame::Null,
        Frame::Array(Vec::new()),
        Frame::Array(vec![
            Frame::Integer(1),
            Frame::Array(vec![
                Frame::Null,
                Frame::Array(vec![bulk(b"deep"), Frame::Array(vec![])]),
            ]),
            Frame::Simple(b"after".to_vec()),
        ]),
        Frame::command(["SET", "key", "value"]),
    ]
}

#[test]
fn what_is_encoded_is_decoded() {
    assert_eq!(decode_whole(&encode(&samples())), (samples(), Ok(())));
}

#[test]
fn the_wire_is_the_documented_one() {
    let wire = "+OK\r\n-ERR no\r\n:-7\r\n$3\r\nabc\r\n$-1\r\n*-1\r\n*2\r\n:1\r\n*0\r\n";
    let expected = vec![
        Frame::Simple(b"OK".to_vec()),
        Frame::Error(b"ERR no".to_vec()),
        Frame::Integer(-7),
        Frame::Bulk(b"abc".to_vec()),
        Frame::Null,
        Frame::Null,
        Frame::Array(vec![Frame::Integer(1), Frame::Array(vec![])]),
    ];
    assert_eq!(decode_whole(wire.as_bytes()), (expected, Ok(())));
}

#[test]
fn every_cut_into_two() {
    let wire = encode(&samples());
    for at in 0..=wire.len() {
        let (a, b) = wire.split_at(at);
        assert_eq!(decode([a, b], Limits::default()), (samples(), Ok(())), "cut at {at}");
    }
}

#[test]
fn every_byte_alone() {
    let wire = encode(&samples());
    assert_eq!(decode(wire.chunks(1), Limits::default()), (samples(), Ok(())));
}

#[test]
fn random_frames_in_random_parts() {
    let mut random = Random(1);
    for _ in 0..4_000 {
        let expected = random.frames();
        let wire = encode(&expected);
        assert_eq!(decode(random.cut(&wire), Limits::default()), (expected, Ok(())));
    }
}

#[test]
fn random_frames_cut_everywhere_into_two() {
    let mut random = Random(2);
    for _ in 0..100 {
        let expected = random.frames();
        let wire = encode(&expected);
        for at in 0..=wire.len() {
            let (a, b) = wire.split_at(at);
            assert_eq!(decode([a, b], Limits::default()), (expected.clone(), Ok(())));
        }
    }
}

#[test]
fn a_clone_decodes_the_rest_as_well() {
    let wire = encode(&samples());
    for at in 0..=wire.len() {
        let mut decoder = frames(Limits::default()).into_decoder();
        let (mut input, rest) = wire.split_at(at);
        let mut all = Vec::new();
        while let Some(coro_core::stage::Demand::Emit(frame)) =
            decoder.resume(Some(&mut input)).yielded()
        {
            all.push(frame);
        }
        let (more, end) = decoder.clone().over([rest]).collect_with_return::<Vec<_>>();
        assert_eq!([all.clone(), more].concat(), samples());
        assert_eq!(end, Ok(()));
        assert_eq!(decoder.over(rest.chunks(2)).collect_with_return::<Vec<_>>().1, Ok(()));
    }
}

#[test]
fn the_same_stage_over_an_iterator_and_over_a_reader() {
    let wire = encode(&samples());
    let over = frames(Limits::default()).into_decoder().over(wire.chunks(7));
    assert_eq!(over.collect_with_return(), (samples(), Ok(())));

    let read: Vec<_> = read_frames(&wire[..], Limits::default()).map(Result::unwrap).collect();
    assert_eq!(read, samples());
}

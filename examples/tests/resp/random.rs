//! Random frames, bytes and cuts.

use coro_examples::resp::Frame;

/// A small generator of random numbers: splitmix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number less than `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    /// Bytes of an alphabet.
    pub fn bytes(&mut self, alphabet: &[u8], longest: usize) -> Vec<u8> {
        (0..self.below(longest + 1)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }

    /// A frame with at most so many arrays around each other.
    pub fn frame(&mut self, depth: usize) -> Frame {
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => Frame::Simple(self.bytes(b"OK :$*", 6)),
            1 => Frame::Error(self.bytes(b"ERR -+", 6)),
            2 => Frame::Integer(i64::from_ne_bytes(self.next().to_ne_bytes()) >> self.below(64)),
            3 => Frame::Null,
            4 => Frame::Bulk(self.bytes(b"x\r\n$3*\0\xff", 12)),
            _ => Frame::Array((0..self.below(5)).map(|_| self.frame(depth - 1)).collect()),
        }
    }

    /// Some frames.
    pub fn frames(&mut self) -> Vec<Frame> {
        (0..self.below(5)).map(|_| self.frame(3)).collect()
    }

    /// Cuts an input into random parts, empty ones among them.
    pub fn cut<'a>(&mut self, mut input: &'a [u8]) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while !input.is_empty() {
            let (part, rest) = input.split_at(self.below(input.len().min(9) + 1));
            parts.push(part);
            input = rest;
        }
        parts
    }
}

//! Values that are assigned to what they are made of, and branches whose arms leave different things.

use alloc::{borrow::ToOwned, collections::BTreeMap, string::String, vec, vec::Vec};

use coro_core::Resume;

/// Assigns clones of parts of a text to the text.
#[coro_core::coroutine]
pub fn rests(mut text: String) -> impl Iterator<Item = usize> {
    let mut lines = 0;
    while let Some((_, rest)) = text.split_once('\n') {
        lines += 1;
        text = rest.to_owned();
    }
    yield_!(lines);
    while text.len() > 3 {
        text = text[1..].to_owned();
        yield_!(text.len());
    }
    let rest = text.trim_start_matches('a');
    text = rest.trim_end().to_owned();
    yield_!(text.len());
}

/// Matches with arms that are empty, that suspend and that are not reached, at the end of a loop.
#[coro_core::coroutine]
pub fn acknowledged() -> impl Resume<Option<u8>, u8, Return = Vec<u8>> {
    for byte in [1, 2] {
        match yield_!(byte) {
            Some(3) => {}
            None => {
                yield_!(0);
                return vec![];
            }
            Some(_) => unreachable!(),
        }
    }
    yield_!(9);
    vec![1, 2]
}

/// Moves what it iterates over in some arms only.
#[coro_core::coroutine]
pub fn grouped(pairs: Vec<(u32, String)>, most: usize) -> impl Iterator<Item = usize> {
    let mut groups: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut last = None;
    for (key, name) in pairs {
        let group = groups.entry(key).or_default();
        let size = match group.len() {
            0 => {
                last = Some(name);
                1
            }
            size if size < most => {
                group.push(name);
                size + 1
            }
            size => size,
        };
        if let Some(name) = &last {
            group.push(name.clone());
        }
        yield_!(size);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec, vec::Vec};
    use coro_core::{
        CoroutineState::{Complete, Yielded},
        Resume,
    };

    #[test]
    fn values() {
        let rests: Vec<_> = super::rests(String::from("b\nc\nadefg ")).collect();
        assert_eq!(rests, [2, 5, 4, 3, 2]);
        let mut acknowledged = super::acknowledged();
        assert_eq!(acknowledged.resume(None), Yielded(1));
        assert_eq!(acknowledged.resume(Some(3)), Yielded(2));
        assert_eq!(acknowledged.resume(None), Yielded(0));
        assert_eq!(acknowledged.resume(None), Complete(vec![]));
        let pairs = [(1, "a"), (1, "b"), (2, "c"), (1, "d")].map(|(k, v)| (k, String::from(v)));
        assert_eq!(super::grouped(pairs.into(), 2).collect::<Vec<_>>(), [1, 2, 1, 3]);
    }
}

//! Adaptors that gather items: chunks, windows, runs, positions, heaps.

use std::{cmp::Reverse, collections::BinaryHeap, collections::VecDeque};

use itertools::{Itertools as _, Position};

#[coro_core::coroutine]
fn chunks<T>(items: impl Iterator<Item = T>, size: usize) -> impl Iterator<Item = Vec<T>> {
    let mut chunk = Vec::with_capacity(size);
    for item in items {
        chunk.push(item);
        if chunk.len() == size {
            yield_!(std::mem::take(&mut chunk));
        }
    }
    if !chunk.is_empty() {
        yield_!(chunk);
    }
}

#[test]
fn chunking() {
    for size in 1..5 {
        let numbers: Vec<_> = (0..11).collect();
        let expected = numbers.chunks(size).map(<[i32]>::to_vec);
        assert!(chunks(numbers.iter().copied(), size).eq(expected), "{size}");
    }
}

#[coro_core::coroutine]
fn windows<T: Clone>(items: impl Iterator<Item = T>, size: usize) -> impl Iterator<Item = Vec<T>> {
    let mut window = VecDeque::with_capacity(size);
    for item in items {
        if window.len() == size {
            window.pop_front();
        }
        window.push_back(item);
        if window.len() == size {
            yield_!(window.iter().cloned().collect());
        }
    }
}

#[test]
fn sliding() {
    let numbers: Vec<_> = (0..7).collect();
    for size in 1..9 {
        let expected = numbers.windows(size).map(<[i32]>::to_vec);
        assert!(windows(numbers.iter().copied(), size).eq(expected), "{size}");
    }
}

#[coro_core::coroutine]
fn pairs<T: Clone>(mut items: impl Iterator<Item = T>) -> impl Iterator<Item = (T, T)> {
    if let Some(mut last) = items.next() {
        for item in items {
            yield_!((last, item.clone()));
            last = item;
        }
    }
}

#[test]
fn pairing_neighbours() {
    assert!(pairs(0..6).eq((0..6).tuple_windows()));
    assert_eq!(pairs(0..1).count(), 0);
}

#[coro_core::coroutine]
fn run_lengths<T: PartialEq>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (usize, T)> {
    let mut run: Option<(usize, T)> = None;
    for item in items {
        run = match run {
            Some((count, last)) if last == item => Some((count + 1, last)),
            Some(finished) => {
                yield_!(finished);
                Some((1, item))
            }
            None => Some((1, item)),
        };
    }
    if let Some(finished) = run {
        yield_!(finished);
    }
}

#[test]
fn counting_runs() {
    let text = "aaabccddddde";
    assert!(run_lengths(text.chars()).eq(text.chars().dedup_with_count()));
}

#[coro_core::coroutine]
fn chunk_by<T, K: PartialEq>(
    items: impl Iterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> impl Iterator<Item = (K, Vec<T>)> {
    let mut items = items.peekable();
    while let Some(first) = items.next() {
        let group = key(&first);
        let mut members = vec![first];
        while let Some(next) = items.next_if(|item| key(item) == group) {
            members.push(next);
        }
        yield_!((group, members));
    }
}

#[test]
fn grouping() {
    let numbers = [1, 3, 5, 2, 4, 7, 8, 10];
    let expected = numbers.into_iter().chunk_by(|n| n % 2);
    let expected: Vec<_> =
        expected.into_iter().map(|(key, group)| (key, group.collect_vec())).collect();
    assert_eq!(chunk_by(numbers.into_iter(), |n| n % 2).collect_vec(), expected);
}

#[coro_core::coroutine]
fn with_position<T>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (Position, T)> {
    let mut items = items.peekable();
    let mut first = true;
    while let Some(item) = items.next() {
        let last = items.peek().is_none();
        let position = Position { is_first: first, is_last: last };
        first = false;
        yield_!((position, item));
    }
}

#[test]
fn telling_positions() {
    for count in 0..4 {
        assert!(with_position(0..count).eq((0..count).with_position()), "{count}");
    }
}

#[coro_core::coroutine]
fn kmerge<T: Ord>(sources: Vec<Vec<T>>) -> impl Iterator<Item = T> {
    let mut heap = BinaryHeap::new();
    let mut sources: Vec<_> = sources.into_iter().map(Vec::into_iter).collect();
    for (index, source) in sources.iter_mut().enumerate() {
        if let Some(item) = source.next() {
            heap.push(Reverse((item, index)));
        }
    }
    while let Some(Reverse((item, index))) = heap.pop() {
        yield_!(item);
        if let Some(next) = sources[index].next() {
            heap.push(Reverse((next, index)));
        }
    }
}

#[test]
fn merging_many() {
    let sources = vec![vec![1, 4, 9], vec![], vec![2, 3, 10], vec![4]];
    assert!(kmerge(sources.clone()).eq(sources.into_iter().kmerge()));
}

#[coro_core::coroutine]
fn moving_average(numbers: impl Iterator<Item = f64>, size: usize) -> impl Iterator<Item = f64> {
    let mut window = VecDeque::new();
    let mut sum = 0.0;
    for n in numbers {
        window.push_back(n);
        sum += n;
        if window.len() > size {
            sum -= window.pop_front().unwrap_or(0.0);
        }
        yield_!(sum / window.len() as f64);
    }
}

#[test]
fn averaging() {
    let numbers: Vec<f64> = (1..=8).map(f64::from).collect();
    let expected = (0..numbers.len()).map(|end| {
        let window = &numbers[(end + 1).saturating_sub(3)..=end];
        window.iter().sum::<f64>() / window.len() as f64
    });
    let difference = moving_average(numbers.iter().copied(), 3).zip(expected);
    assert!(difference.into_iter().all(|(a, b)| (a - b).abs() < 1e-9));
}

#[coro_core::coroutine]
fn partition_runs<T: PartialOrd + Clone>(items: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut start = 0;
    'runs: while start < items.len() {
        for end in start + 1..items.len() {
            if items[end] < items[end - 1] {
                yield_!(items[start..end].to_vec());
                start = end;
                continue 'runs;
            }
        }
        yield_!(items[start..].to_vec());
        break;
    }
}

#[test]
fn splitting_into_ascending_runs() {
    let numbers = vec![1, 4, 2, 2, 9, 3, 1];
    let expected = numbers.chunk_by(|a, b| a <= b).map(<[i32]>::to_vec);
    assert!(partition_runs(numbers.clone()).eq(expected));
}

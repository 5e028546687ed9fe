//! The generators that other languages test theirs with: Python, Lua, Kotlin, C++ and JavaScript.

use std::collections::{BTreeSet, BinaryHeap, HashMap, VecDeque};

use coro_core::Resume;
use coro_tests::{D, d, fidelity, log, see};

fidelity! {
    /// The queens of Python's `test_generators`.
    fn queens(n: usize) as (5), yields Vec<usize>, returns usize => {
        let mut row = 0;
        let mut columns = vec![usize::MAX; n];
        let mut solutions = 0;
        loop {
            columns[row] = columns[row].wrapping_add(1);
            if columns[row] == n {
                if row == 0 { break }
                columns[row] = usize::MAX;
                row -= 1;
                continue;
            }
            let c = columns[row];
            let attacked = columns[..row].iter().enumerate().any(|(r, &other)| other == c || other.abs_diff(c) == row - r);
            if attacked { continue }
            if row + 1 == n {
                solutions += 1;
                yield_!(columns.clone());
                if solutions == 3 { return solutions }
            } else {
                row += 1;
            }
        }
        solutions
    }
}

fidelity! {
    fn hamming_numbers(limit: usize) as (12), yields u64, returns u64 => {
        let mut heap = BinaryHeap::from([std::cmp::Reverse(1u64)]);
        let mut last = 0;
        let mut found = 0;
        while found < limit {
            let Some(std::cmp::Reverse(n)) = heap.pop() else { break };
            if n == last { continue }
            last = n;
            found += 1;
            yield_!(n);
            for factor in [2, 3, 5] { heap.push(std::cmp::Reverse(n * factor)); }
        }
        last
    }
}

fidelity! {
    /// Lua's permutations, with the recursion on a stack of indices.
    fn permutations(mut items: Vec<char>) as (vec!['a', 'b', 'c']), yields String, returns usize => {
        let mut stack = vec![(items.len(), 0)];
        let mut count = 0;
        while let Some((n, i)) = stack.pop() {
            if n <= 1 {
                count += 1;
                yield_!(items.iter().collect());
                continue;
            }
            if i > 0 { items.swap(i - 1, n - 1); }
            if i < n {
                stack.push((n, i + 1));
                items.swap(i, n - 1);
                stack.push((n - 1, 0));
            }
        }
        count
    }
}

fidelity! {
    fn pascals_triangle(rows: usize) as (4), yields Vec<u32> => {
        let mut row = vec![1];
        for _ in 0..rows {
            yield_!(row.clone());
            row = {
                let mut next = vec![1];
                next.extend(row.windows(2).map(|pair| pair[0] + pair[1]));
                next.push(1);
                next
            };
        }
    }
}

fidelity! {
    fn run_lengths(text: &'static str) as ("aabcccd"), yields (char, usize), returns usize => {
        let mut chars = text.chars();
        let Some(mut current) = chars.next() else { return 0 };
        let mut n = 1;
        let mut runs = 0;
        for c in chars {
            if c == current {
                n += 1;
            } else {
                yield_!((current, n));
                runs += 1;
                (current, n) = (c, 1);
            }
        }
        yield_!((current, n));
        runs + 1
    }
}

fidelity! {
    /// A running average, as Python's tutorials send numbers to it.
    fn averager() as (), takes Option<u32>, yields Option<u32>, returns (u32, u32) => {
        let mut total = 0;
        let mut count = 0;
        let mut average = None;
        loop {
            let Some(term) = yield_!(average) else { break };
            total += term;
            count += 1;
            average = Some(total / count);
        }
        (total, count)
    }
}

fidelity! {
    fn a_bounded_queue(size: usize) as (2), takes Option<u32>, yields Option<u32>, returns usize => {
        let mut queue = VecDeque::new();
        let mut dropped = 0;
        let mut out = None;
        for _ in 0..8 {
            match yield_!(out.take()) {
                Some(item) if queue.len() < size => queue.push_back(item),
                Some(_) => dropped += 1,
                None => out = queue.pop_front(),
            }
        }
        dropped + queue.len()
    }
}

fidelity! {
    fn a_breadth_first_walk(start: u32) as (1), yields u32, returns Vec<u32> => {
        let edges = HashMap::from([(1, vec![2, 3]), (2, vec![4]), (3, vec![4, 1]), (4, vec![])]);
        let mut seen = BTreeSet::from([start]);
        let mut queue = VecDeque::from([start]);
        let mut order = Vec::new();
        while let Some(node) = queue.pop_front() {
            yield_!(node);
            order.push(node);
            for next in edges.get(&node).into_iter().flatten() {
                if seen.insert(*next) { queue.push_back(*next); }
            }
        }
        order
    }
}

fidelity! {
    fn a_tokenizer(text: &'static str) as ("ab+12 *(c)"), takes bool, yields String, returns Result<usize, char> => {
        let mut chars = text.char_indices().peekable();
        let mut tokens = 0;
        while let Some((start, c)) = chars.next() {
            let end = match c {
                ' ' => continue,
                '+' | '*' | '(' | ')' => start + 1,
                c if c.is_ascii_digit() => {
                    while chars.next_if(|(_, c)| c.is_ascii_digit()).is_some() {}
                    chars.peek().map_or(text.len(), |(i, _)| *i)
                }
                c if c.is_alphabetic() => loop {
                    match chars.peek() {
                        Some((_, c)) if c.is_alphabetic() => { chars.next(); }
                        Some((i, _)) => break *i,
                        None => break text.len(),
                    }
                },
                other => return Err(other),
            };
            tokens += 1;
            if yield_!(text[start..end].to_owned()) && tokens > 5 { return Ok(tokens) }
        }
        Ok(tokens)
    }
}

fidelity! {
    fn base_64(bytes: Vec<u8>) as (b"hello".to_vec()), yields char => {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for chunk in bytes.chunks(3).map(<[u8]>::to_vec).collect::<Vec<_>>() {
            let mut word = 0u32;
            for i in 0..3 { word = word << 8 | u32::from(*chunk.get(i).unwrap_or(&0)); }
            for i in 0..4 {
                if i > chunk.len() { yield_!('='); } else {
                    yield_!(char::from(ALPHABET[(word >> (18 - 6 * i) & 63) as usize]));
                }
            }
        }
    }
}

fidelity! {
    fn utf_8_from_bytes() as (), takes u8, yields Option<char>, returns usize => {
        let bytes = "aé€".bytes().collect::<Vec<_>>();
        let mut i = 0;
        let mut n = 0;
        while i < bytes.len() {
            let first = bytes[i];
            i += 1;
            let (mut code, more) = match first {
                0..=0x7f => (u32::from(first), 0),
                0xc0..=0xdf => (u32::from(first & 0x1f), 1),
                0xe0..=0xef => (u32::from(first & 0x0f), 2),
                _ => { yield_!(None); continue }
            };
            for _ in 0..more {
                yield_!(None);
                code = code << 6 | u32::from(bytes[i] & 0x3f);
                i += 1;
            }
            n += 1;
            yield_!(char::from_u32(code));
        }
        n
    }
}

fidelity! {
    fn a_retry_with_back_off(limit: u32) as (4), takes Result<u32, u32>, yields u32, returns Result<u32, Vec<u32>> => {
        let mut errors = Vec::new();
        let mut delay = 1;
        for attempt in 1..=limit {
            let guard = d(format!("attempt{attempt}"));
            match yield_!(delay) {
                Ok(value) if value > 1 => return Ok(value + attempt),
                Ok(_) => continue,
                Err(code @ 0..=2) => { errors.push(code); return Err(errors) }
                Err(code) => errors.push(code),
            }
            delay = if delay < 8 { delay * 2 } else { yield_!(1000).unwrap_or(8) };
        }
        Err(errors)
    }
}

fidelity! {
    /// A door of a game: opened, locked, broken.
    fn a_door() as (), takes &'static str, yields &'static str, returns u32 => {
        let mut knocks = 0;
        'closed: loop {
            match yield_!("closed") {
                "a" | "z" => loop {
                    let light = d("light");
                    match yield_!("open") {
                        "bc" => continue 'closed,
                        "" => break 'closed,
                        _ => {}
                    }
                    if yield_!("still open").is_empty() { return 100 }
                },
                "def" => {
                    knocks += 1;
                    if knocks > 1 { break }
                }
                other => knocks += other.len() as u32 / 3,
            }
            if knocks > 4 { break }
        }
        knocks
    }
}

fidelity! {
    fn zipping_two_sources(a: Vec<u32>, b: Vec<char>) as (vec![1, 2, 3], vec!['x', 'y']), yields String, returns (usize, usize) => {
        let (mut a, mut b) = (a.into_iter(), b.into_iter());
        while let (Some(n), Some(c)) = (a.next(), b.next()) {
            yield_!(format!("{n}{c}"));
        }
        (a.len(), b.len())
    }
}

#[coro_core::coroutine]
fn countdown(
    name: &'static str,
    mut n: u32,
) -> impl Resume<(), String, Return = &'static str> + Clone {
    while n > 0 {
        yield_!(format!("{name}{n}"));
        n -= 1;
    }
    name
}

fidelity! {
    /// Two tasks take turns until both are done.
    fn two_interleaved_tasks() as (), yields String, returns Vec<&'static str> => {
        let mut tasks = VecDeque::from([countdown("A", 2), countdown("B", 3)]);
        let mut done = Vec::new();
        while let Some(mut task) = tasks.pop_front() {
            match task.resume(()) {
                coro_core::CoroutineState::Yielded(text) => {
                    tasks.push_back(task);
                    yield_!(text);
                }
                coro_core::CoroutineState::Complete(name) => done.push(name),
            }
        }
        done
    }
}

fidelity! {
    fn gray_codes(bits: u32) as (3), yields String => {
        let mut n = 0u32;
        while n < 1 << bits {
            let code = n ^ n >> 1;
            yield_!((0..bits).rev().map(|bit| if code >> bit & 1 == 1 { '1' } else { '0' }).collect());
            n += 1;
        }
    }
}

fidelity! {
    fn partitions(n: u32) as (4), yields Vec<u32>, returns u32 => {
        let mut parts = vec![n];
        let mut count = 0;
        loop {
            count += 1;
            yield_!(parts.clone());
            let mut rest = 0;
            while parts.last() == Some(&1) { parts.pop(); rest += 1; }
            let Some(last) = parts.last_mut() else { return count };
            *last -= 1;
            rest += 1;
            let size = *last;
            while rest > size { parts.push(size); rest -= size; }
            parts.push(rest);
        }
    }
}

fidelity! {
    fn a_binary_search_by_questions(limit: u32) as (16), takes bool, yields u32, returns (u32, u32) => {
        let (mut low, mut high) = (0, limit);
        let mut asked = 0;
        while low < high {
            let middle = low + (high - low) / 2;
            asked += 1;
            if yield_!(middle) { low = middle + 1 } else { high = middle }
        }
        (low, asked)
    }
}

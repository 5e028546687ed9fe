//! Borrows of parts, of items, and by methods of iterators: one error each, that says what to do.
use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Mutex};

use coro_core::Resume;

struct Entry {
    name: String,
    tags: Vec<String>,
}

#[coro_core::coroutine]
fn field(entry: Entry) -> impl Iterator<Item = usize> {
    let name = entry.name.as_str();
    yield_!(1);
    yield_!(name.len());
    for tag in &entry.tags {
        yield_!(tag.len());
    }
}

#[coro_core::coroutine]
fn rows(rows: Vec<Vec<u32>>) -> impl Iterator<Item = u32> {
    for row in rows {
        for n in &row {
            yield_!(*n);
        }
    }
}

#[coro_core::coroutine]
fn optional(list: Option<Vec<u32>>) -> impl Iterator<Item = u32> {
    if let Some(list) = list {
        for n in list.iter().rev() {
            yield_!(*n);
        }
    }
}

#[coro_core::coroutine]
fn boxed(list: Box<[u32]>, shared: Rc<Vec<u32>>) -> impl Iterator<Item = u32> {
    for n in list.iter() {
        yield_!(*n);
    }
    for n in shared.iter() {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn iterator(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let all = list.iter();
    yield_!(0);
    for n in all {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn halves(list: Vec<u32>) -> impl Iterator<Item = u32> {
    let (left, right) = list.split_at(2);
    for n in left {
        yield_!(*n);
    }
    for n in right {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn longest(words: Vec<String>) -> impl Iterator<Item = usize> {
    let longest = words.iter().max_by_key(|word| word.len()).unwrap();
    yield_!(words.len());
    yield_!(longest.len());
}

#[coro_core::coroutine]
fn texts(text: String) -> impl Iterator<Item = usize> {
    for c in text.chars() {
        yield_!(c.len_utf8());
    }
    let own = String::from("a\nb");
    for line in own.lines() {
        yield_!(line.len());
    }
}

#[coro_core::coroutine]
fn entries(map: BTreeMap<u32, u32>) -> impl Iterator<Item = u32> {
    for n in map.values() {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
fn captures(n: u32) -> impl Iterator<Item = u32> {
    let mut count = 0;
    let mut step = || {
        count += n;
        count
    };
    yield_!(step());
    yield_!(step());
    yield_!(count);
}

#[coro_core::coroutine]
fn cells(cell: Rc<RefCell<u32>>, lock: Mutex<u32>) -> impl Iterator<Item = u32> {
    yield_!(*cell.borrow());
    yield_!(*lock.lock().unwrap());
}

#[coro_core::coroutine]
fn owned_text(line: &str) -> impl Iterator<Item = u8> {
    let text = line.to_uppercase();
    for byte in text.bytes() {
        yield_!(byte);
    }
}

#[coro_core::coroutine]
fn closure_of_an_adaptor(n: usize) -> impl Iterator<Item = usize> {
    for k in (0..n).map(|i| n - i) {
        yield_!(k);
    }
}

#[coro_core::coroutine]
fn input() -> impl Resume<String, usize, Return = ()> {
    let text = yield_!(0);
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

#[coro_core::coroutine]
fn halves(line: String) -> impl Iterator<Item = usize> {
    if let Some((key, value)) = line.split_once('=') {
        yield_!(key.len());
        yield_!(value.len());
    }
}

#[coro_core::coroutine]
fn file(path: &str) -> impl Iterator<Item = String> {
    let text = std::fs::read_to_string(path).unwrap();
    for line in text.lines() {
        yield_!(line.to_owned());
    }
}

#[coro_core::coroutine]
fn of_its_name(list: Option<Vec<u32>>) -> impl Iterator<Item = u32> {
    if let Some(list) = &list {
        for n in list {
            yield_!(*n);
        }
    }
}

#[coro_core::coroutine]
fn filtered(list: &[String], min: usize) -> impl Iterator<Item = usize> {
    for item in list.iter().filter(|item| item.len() > min) {
        yield_!(item.len());
    }
}

#[coro_core::coroutine]
fn filtered_in_a_local(list: &[String], min: usize) -> impl Iterator<Item = usize> {
    let long = list.iter().rev().filter(|item| item.len() > min);
    for item in long {
        yield_!(item.len());
    }
}

fn main() {
    field(Entry { name: String::new(), tags: Vec::new() });
}

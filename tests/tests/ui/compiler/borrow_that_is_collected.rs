//! Lists of references to what the coroutine owns, boxed closures that capture it, and guards of what is in a cell of it.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{Mutex, RwLock},
};

struct Shared {
    lock: Mutex<Vec<u32>>,
    both: RwLock<Vec<u32>>,
    cell: RefCell<Vec<u32>>,
}

#[coro_core::coroutine]
fn parts(text: String) -> impl Iterator<Item = String> {
    let parts = text.split(',').collect::<Vec<_>>();
    for part in parts {
        yield_!(part.to_owned());
    }
}

#[coro_core::coroutine]
fn sorted(map: HashMap<String, u32>) -> impl Iterator<Item = String> {
    let mut keys: Vec<_> = map.keys().filter(|key| key.len() > 1).collect();
    keys.sort();
    yield_!(keys[0].clone());
    yield_!(keys[1].clone());
}

#[coro_core::coroutine]
fn boxed(n: u32) -> impl Iterator<Item = u32> {
    let add: Box<dyn Fn(u32) -> u32> = Box::new(|x| x + n);
    yield_!(add(1));
    yield_!(add(2));
}

impl Shared {
    #[coro_core::coroutine]
    fn locked(&self) -> impl Iterator<Item = u32> {
        let guard = self.lock.lock().unwrap();
        for n in guard.iter() {
            yield_!(*n);
        }
    }

    #[coro_core::coroutine]
    fn read(self) -> impl Iterator<Item = u32> {
        let guard = self.both.read().unwrap();
        yield_!(guard[0]);
        yield_!(guard[1]);
    }

    #[coro_core::coroutine]
    fn borrowed(&self) -> impl Iterator<Item = u32> {
        for n in self.cell.borrow().iter() {
            yield_!(*n);
        }
    }
}

#[coro_core::coroutine]
fn lossy(bytes: Vec<u8>) -> impl Iterator<Item = char> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let shown = std::borrow::Cow::Owned::<'static, str>(text);
    for c in shown.chars() {
        yield_!(c);
    }
}

/// It may do something when it ends: it is not let go.
struct Parts<'a>(Vec<&'a str>);

impl<'a> FromIterator<&'a str> for Parts<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(parts: I) -> Self {
        Self(parts.into_iter().collect())
    }
}

impl Drop for Parts<'_> {
    fn drop(&mut self) {}
}

#[coro_core::coroutine]
fn a_list_of_ones_own(text: String) -> impl Iterator<Item = usize> {
    let parts: Parts<'_> = text.split(' ').collect();
    yield_!(parts.0.len());
}

fn main() {}

//! Methods that borrow and that take `self`.
use crate::drive::items;

#[derive(Clone)]
pub struct List {
    items: Vec<u32>,
    read: usize,
}

impl List {
    #[coro_core::coroutine]
    pub fn iter(&self) -> impl Iterator<Item = &u32> {
        for item in &self.items {
            yield_!(item);
        }
    }

    #[coro_core::coroutine]
    pub fn counted(&mut self) -> impl Iterator<Item = u32> {
        while let Some(item) = self.items.get(self.read) {
            let item = *item;
            self.read += 1;
            yield_!(item);
        }
    }

    #[coro_core::coroutine]
    pub fn drained(mut self) -> impl Iterator<Item = Self> {
        while self.items.pop().is_some() {
            yield_!(self.clone());
        }
    }
}

pub fn run() -> Vec<String> {
    let mut list = List { items: vec![1, 2], read: 0 };
    let mut all = items(list.iter());
    all.extend(items(list.counted().take(1)));
    all.push(list.read.to_string());
    all.extend(items(list.drained().map(|list| list.items)));
    all
}

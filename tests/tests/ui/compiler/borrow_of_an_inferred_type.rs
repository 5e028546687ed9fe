//! What is borrowed has a type that only rustc knows: a list or a text that the coroutine owns.
use coro_core::Resume;

fn main() {}

pub struct Report {
    pub lines: Vec<String>,
    pub title: Option<String>,
}

fn numbers() -> Vec<u32> {
    vec![1]
}

fn text() -> String {
    String::new()
}

impl Report {
    #[coro_core::coroutine]
    pub fn lines(self) -> impl Iterator<Item = usize> {
        for line in self.lines.iter() {
            yield_!(line.len());
        }
    }

    #[coro_core::coroutine]
    pub fn title(self) -> impl Resume<(), usize, Return = ()> {
        if let Some(title) = self.title.as_deref() {
            yield_!(1);
            println!("{title}");
        }
    }
}

#[coro_core::coroutine]
pub fn by_reference() -> impl Iterator<Item = u32> {
    let numbers = numbers();
    for n in &numbers {
        yield_!(*n);
    }
}

#[coro_core::coroutine]
pub fn words() -> impl Iterator<Item = usize> {
    for word in text().split(' ') {
        yield_!(word.len());
    }
}

#[coro_core::coroutine]
pub fn rows(table: Vec<(Vec<u32>, String)>) -> impl Iterator<Item = u32> {
    for (row, name) in table {
        for n in row.iter().rev() {
            yield_!(*n);
        }
        let first = name.split(',');
        yield_!(0);
        yield_!(first.count() as u32);
    }
}

#[coro_core::coroutine]
pub fn delegated() -> impl Iterator<Item = u32> {
    let numbers = std::rc::Rc::new(numbers());
    yield_from!(numbers.iter().copied());
}

#[coro_core::coroutine]
pub fn collected() -> impl Iterator<Item = u32> {
    let numbers = numbers();
    let odd: Vec<&u32> = numbers.iter().filter(|n| **n % 2 == 1).collect();
    yield_!(1);
    for n in odd {
        yield_!(*n);
    }
}

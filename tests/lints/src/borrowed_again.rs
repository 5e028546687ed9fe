//! Borrows that are made again behind suspensions.

use alloc::{string::String, vec::Vec};

use coro_core::Resume;

/// What is borrowed from.
#[derive(Debug, Default)]
pub struct Station {
    /// A number.
    pub trains: u32,
    /// A pair.
    pub platform: (u32, String),
    /// Something that may be missing.
    pub name: Option<String>,
    /// Parts with names.
    pub clock: Clock,
}

/// A part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// A number.
    pub hours: u32,
    /// Another one.
    pub minutes: u32,
}

impl Station {
    /// A field, and then the field itself.
    #[coro_core::coroutine]
    pub fn arrivals(&mut self) -> impl Iterator<Item = u32> + '_ {
        let trains = &mut self.trains;
        *trains += 1;
        yield_!(*trains);
        *trains += 1;
        yield_!(self.trains);
    }

    /// What patterns bind, some of it here and some there.
    #[coro_core::coroutine]
    pub fn times(&mut self) -> impl Iterator<Item = u32> + '_ {
        let Clock { hours, minutes } = &mut self.clock;
        yield_!(*hours);
        *hours += 1;
        yield_!(*minutes);
        *minutes += 1;
        yield_!(self.clock.minutes);
        match &mut self.platform {
            (1, name) => name.clear(),
            (number, name) => {
                yield_!(*number);
                name.push('a');
            }
        }
        if let Some(name) = &mut self.name {
            name.push('b');
            yield_!(u32::from(name.is_empty()));
            name.push('c');
        } else {
            self.name = Some(String::new());
        }
        match &self.name {
            Some(name) if name.len() > 3 => {
                yield_!(1);
                yield_!(u32::from(name.is_empty()));
            }
            whole @ Some(_) => {
                yield_!(2);
                yield_!(u32::from(whole.is_some()));
            }
            None => {}
        }
        yield_!(self.trains);
        self.name = None;
    }
}

/// A borrow of a local of its own, in a loop and around one.
#[coro_core::coroutine]
pub fn own(list: Vec<Clock>) -> impl Resume<u32, u32, Return = u32> {
    let mut total = 0;
    let sum = &mut total;
    for clock in list {
        let hours = &clock.hours;
        *sum += yield_!(*hours);
        *sum += hours + clock.minutes;
    }
    yield_!(*sum);
    total
}

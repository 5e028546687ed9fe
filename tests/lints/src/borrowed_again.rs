//! Borrows that are made again behind suspensions.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

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

    /// How late trains are.
    #[must_use]
    pub const fn delay(&self) -> u32 {
        self.clock.minutes
    }

    /// One train more.
    pub const fn depart(&mut self) {
        self.trains += 1;
    }

    /// What is looked at in its place while operands look at all of it.
    #[coro_core::coroutine]
    pub fn called(&mut self) -> impl Resume<u32, u32, Return = bool> + '_ {
        self.platform.1.push_str({
            let delay = self.delay();
            if yield_!(delay) > 3 { "late" } else { "in time" }
        });
        let name = self.name.insert({
            let _ = self.delay();
            yield_!(1).to_string()
        });
        name.push('a');
        self.platform.1[1..].starts_with({
            let _ = self.delay();
            yield_!(2);
            "b"
        })
    }

    /// What methods and branches give, and several parts at once.
    #[coro_core::coroutine]
    pub fn parts(&mut self) -> impl Iterator<Item = u32> + '_ {
        if let Some(name) = self.name.as_mut() {
            yield_!(1);
            name.push('a');
            self.trains += 1;
            yield_!(self.trains);
            name.push('b');
        }
        let (hours, minutes) = (&mut self.clock.hours, &mut self.clock.minutes);
        yield_!(*hours);
        *hours += *minutes;
        yield_!(*minutes);
        *minutes += 1;
        let (1 | 3, name) = &mut self.platform else {
            return;
        };
        yield_!(3);
        name.push('c');
        self.platform.0 += self.clock.minutes;
        let Clock { hours: late, .. } = &self.clock;
        yield_!(*late);
        let _ = self.delay();
        yield_!(*late);
        self.depart();
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

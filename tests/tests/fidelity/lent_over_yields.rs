//! A field of what a `&mut` parameter refers to is lent over suspensions while the others are used.

use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
};

use coro_core::Resume;
use coro_tests::fidelity;

struct Shop {
    stock: Vec<String>,
    prices: BTreeMap<String, u32>,
    orders: VecDeque<u32>,
    open: Option<String>,
    sold: u32,
    log: RefCell<Vec<String>>,
}

fn shop() -> Shop {
    let stock = ["pear", "fig", "quince"].map(String::from).to_vec();
    Shop {
        prices: stock.iter().map(|name| (name.clone(), name.len() as u32)).collect(),
        orders: VecDeque::from([3, 1, 2]),
        open: Some("key".to_owned()),
        sold: 0,
        log: RefCell::default(),
        stock,
    }
}

impl Shop {
    #[coro_core::coroutine]
    fn count(&mut self) -> impl Iterator<Item = usize> + '_ {
        for name in &self.stock {
            self.sold += 1;
            yield_!(name.len() + self.sold as usize);
        }
    }

    #[coro_core::coroutine]
    fn rename(&mut self) -> impl Resume<char, String, Return = u32> + '_ {
        for name in self.stock.iter_mut() {
            let suffix = yield_!(name.clone());
            name.push(suffix);
            self.sold += name.len() as u32;
        }
        self.sold
    }

    #[coro_core::coroutine]
    fn neighbours(&mut self) -> impl Iterator<Item = (String, String)> + '_ {
        for (index, name) in self.stock.iter().enumerate() {
            if let Some(next) = self.stock.get(index + 1) {
                self.sold += self.prices[name];
                yield_!((name.clone(), next.clone()));
            } else if index + 1 == self.stock.len() {
                yield_!((name.clone(), self.sold.to_string()));
            }
        }
    }

    #[coro_core::coroutine]
    fn cheapest(&mut self) -> impl Resume<u32, String, Return = u32> + '_ {
        let mut prices = self.prices.iter().filter(|(_, price)| **price > 3);
        while let Some((name, price)) = prices.next() {
            self.orders.push_back(*price);
            self.sold = yield_!(format!("{name}: {}", self.orders.len()));
        }
        self.sold
    }

    #[coro_core::coroutine]
    fn lock(&mut self) -> impl Iterator<Item = String> + '_ {
        if let Some(key) = self.open.as_mut() {
            yield_!(key.clone());
            self.sold += 2;
            key.push('!');
            yield_!(format!("{key} {}", self.sold));
        }
        let first = &mut self.stock[0];
        first.push('s');
        yield_!(self.prices.len().to_string());
        first.push('?');
    }

    #[coro_core::coroutine]
    fn orders(&mut self) -> impl Iterator<Item = u32> + '_ {
        for order in self.orders.drain(1..) {
            self.sold += order;
            self.log.borrow_mut().push(format!("{order} of {}", self.stock.len()));
            yield_!(self.sold);
        }
        let total = self.prices.entry("fig".to_owned()).or_insert(0);
        *total += 1;
        yield_!(*total);
        *total += self.sold;
    }

    #[coro_core::coroutine]
    fn matched(&mut self) -> impl Iterator<Item = usize> + '_ {
        match &mut self.open {
            Some(key) => {
                for name in &self.stock {
                    key.push_str(name);
                    yield_!(key.len());
                    self.sold += 1;
                }
            }
            None => yield_!(0),
        }
    }
}

#[test]
fn by_a_loop() {
    let mut shop = shop();
    assert_eq!(shop.count().collect::<Vec<_>>(), [5, 5, 9]);
    assert_eq!(shop.sold, 3);
}

#[test]
fn by_a_loop_that_mutates() {
    let mut shop = shop();
    let mut rename = shop.rename();
    let names: Vec<_> = ['a', 'b', 'c'].map(|c| rename.resume(c).yielded().unwrap()).into();
    assert_eq!(names, ["pear", "fig", "quince"]);
    assert_eq!(rename.resume('d').complete(), Some(5 + 4 + 7));
    drop(rename);
    assert_eq!(shop.stock, ["pearb", "figc", "quinced"]);
}

#[test]
fn while_it_is_looked_at() {
    let mut shop = shop();
    let pairs: Vec<_> = shop.neighbours().map(|(a, b)| a + &b).collect();
    assert_eq!(pairs, ["pearfig", "figquince", "quince7"]);
}

#[test]
fn by_an_iterator_of_the_users() {
    let mut shop = shop();
    let mut cheapest = shop.cheapest();
    assert_eq!(cheapest.resume(0).yielded(), Some("pear: 4".to_owned()));
    assert_eq!(cheapest.resume(7).yielded(), Some("quince: 5".to_owned()));
    assert_eq!(cheapest.resume(8).complete(), Some(8));
}

#[test]
fn by_a_pattern_and_by_an_index() {
    let mut shop = shop();
    assert_eq!(shop.lock().collect::<Vec<_>>(), ["key", "key! 2", "3"]);
    assert_eq!(shop.stock[0], "pears?");
}

#[test]
fn by_what_drains_it_and_by_an_entry() {
    let mut shop = shop();
    assert_eq!(shop.orders().collect::<Vec<_>>(), [1, 3, 4]);
    assert_eq!(shop.prices["fig"], 3 + 1 + 3);
    assert_eq!(*shop.log.borrow(), ["1 of 3", "2 of 3"]);
}

#[test]
fn by_a_match_and_a_loop_in_it() {
    let mut shop = shop();
    assert_eq!(shop.matched().collect::<Vec<_>>(), [7, 10, 16]);
    assert_eq!(shop.sold, 3);
}

struct Counter<'a, T> {
    words: &'a [T],
    seen: &'a mut usize,
}

#[coro_core::coroutine]
fn of_another_parameter<'a, 'b, T: Clone>(
    mut bonus: usize,
    it: &'a mut Counter<'b, T>,
) -> impl Iterator<Item = (T, usize)> + use<'a, 'b, T> {
    for word in it.words.iter().rev() {
        *it.seen += bonus;
        bonus += 1;
        yield_!((word.clone(), *it.seen));
    }
}

#[test]
fn of_any_parameter() {
    let mut seen = 0;
    let mut counter = Counter { words: &["a", "b", "c"], seen: &mut seen };
    assert!(of_another_parameter(2, &mut counter).eq([("c", 2), ("b", 5), ("a", 9)]));
}

fidelity! {
    fn a_borrow_in_place_of_what_was_carried(a: &'static str) as ("a"), takes u32, yields u32, returns u32 => {
        let owned = String::from("owned");
        let mut text = a;
        yield_!(text.len() as u32);
        text = &owned;
        text.len() as u32
    }
}

fn add(shop: &mut Shop, n: usize) -> usize {
    shop.stock.push(n.to_string());
    shop.stock.len()
}

impl Shop {
    #[coro_core::coroutine]
    fn lent_again(&mut self) -> impl Resume<usize, usize, Return = usize> + '_ {
        let first = add(self, {
            yield_!(1);
            self.stock.len()
        });
        self.stock.push("between".into());
        first + add(self, yield_!(self.stock.len()))
    }
}

#[test]
fn as_an_argument_beside_one_that_suspends() {
    let mut shop = shop();
    let before = shop.stock.len();
    let mut lent = shop.lent_again();
    assert_eq!(lent.resume(0).yielded(), Some(1));
    assert_eq!(lent.resume(0).yielded(), Some(before + 2));
    assert_eq!(lent.resume(77).complete(), Some(2 * before + 4));
    drop(lent);
    assert_eq!(shop.stock[before..], [before.to_string(), "between".into(), "77".into()]);
}

struct Peeked {
    top: Option<u8>,
    seen: Vec<u8>,
}

impl Peeked {
    #[coro_core::coroutine]
    fn by_a_ref(&mut self) -> impl Resume<u8, u32, Return = ()> + '_ {
        if let Some(ref mut top) = self.top {
            *top += yield_!(u32::from(*top));
            self.seen.push(*top);
        }
    }

    #[coro_core::coroutine]
    fn by_a_whole_ref(&mut self) -> impl Resume<u8, u32, Return = ()> + '_ {
        match self.top {
            None => {}
            ref mut top => {
                *top = Some(yield_!(0));
                self.seen.push(3);
            }
        }
        let ref mut seen = self.seen;
        seen.push(yield_!(1));
    }

    #[coro_core::coroutine]
    fn out_of_an_arm(&mut self) -> impl Resume<u8, u32, Return = ()> + '_ {
        let top = match &mut self.top {
            Some(top) => top,
            None => return,
        };
        *top += yield_!(1);
        self.seen.push(*top);
        let other = if let Some(seen) = self.seen.last_mut() {
            seen
        } else {
            yield_!(2);
            return;
        };
        *top += yield_!(3);
        *other += *top;
    }

    #[coro_core::coroutine]
    fn by_a_let_else(&mut self) -> impl Resume<u8, u32, Return = ()> + '_ {
        let Some(ref mut top) = self.top else { return };
        *top += yield_!(1);
        self.seen.push(*top);
    }
}

#[test]
fn in_patterns_and_out_of_arms() {
    let mut peeked = Peeked { top: Some(1), seen: vec![] };
    let mut lent = peeked.by_a_ref();
    assert_eq!(lent.resume(0).yielded(), Some(1));
    assert_eq!(lent.resume(4).complete(), Some(()));
    drop(lent);
    let mut lent = peeked.out_of_an_arm();
    assert_eq!(lent.resume(0).yielded(), Some(1));
    assert_eq!(lent.resume(2).yielded(), Some(3));
    assert_eq!(lent.resume(3).complete(), Some(()));
    drop(lent);
    assert_eq!((peeked.top, &peeked.seen[..]), (Some(10), &[5, 17][..]));
    let mut lent = peeked.by_a_let_else();
    assert_eq!(lent.resume(0).yielded(), Some(1));
    assert_eq!(lent.resume(1).complete(), Some(()));
    drop(lent);
    let mut lent = peeked.by_a_whole_ref();
    assert_eq!(lent.resume(0).yielded(), Some(0));
    assert_eq!(lent.resume(6).yielded(), Some(1));
    assert_eq!(lent.resume(9).complete(), Some(()));
    drop(lent);
    assert_eq!((peeked.top, &peeked.seen[..]), (Some(6), &[5, 17, 11, 3, 9][..]));
}

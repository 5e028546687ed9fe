//! Adaptors on locals whose types the source does not show: an iterator, an `Option` or a `Result` is taken by them, and what
//! has a method of such a name that only looks at it lives to the end of its scope.

use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::*;

/// Has methods with the names of adaptors that borrow.
#[derive(Clone)]
pub struct Table(D);

impl Table {
    fn map<T>(&self, f: impl FnOnce(&D) -> T) -> T {
        f(&self.0)
    }

    fn filter(&self, f: impl FnOnce(&D) -> bool) -> bool {
        f(&self.0)
    }

    fn count(&self) -> u32 {
        see("count", 1)
    }

    fn skip(&mut self, n: u32) -> &mut Self {
        see("skip", n);
        self
    }

    fn max(&self) -> u32 {
        see("max", 9)
    }
}

/// Has one that takes it, under a name of `Entry`'s.
pub enum Slot<'a> {
    Vacant(&'a mut Option<D>),
}

impl<'a> Slot<'a> {
    fn or_insert(self, value: D) -> &'a mut D {
        let Self::Vacant(slot) = self;
        slot.insert(value)
    }
}

pub fn table(name: &str) -> Table {
    Table(d(name))
}

pub fn list(n: u32) -> std::vec::IntoIter<D> {
    (0..n).map(|n| d(["i", "two", "three", "four"][n as usize])).collect::<Vec<_>>().into_iter()
}

pub fn numbers(n: u32) -> Option<u32> {
    (n > 1).then_some(n)
}

fn length(d: D) -> u32 {
    eat(d)
}

fidelity! {
    fn an_option() as (), takes u32, yields u32, returns u32 => {
        let o = opt(1, "o"); let _g = d("g"); let n = o.map(length); yield_!(1); n.unwrap_or(3)
    }
}

fidelity! {
    fn an_option_behind_the_yield() as (), takes u32, yields u32, returns u32 => {
        let o = opt(1, "o"); let k = yield_!(0); let n = o.map(|o| length(o) + k); yield_!(1); n.unwrap_or(3)
    }
}

fidelity! {
    fn a_table() as (), takes u32, yields u32, returns u32 => {
        let o = table("o"); let _g = d("g"); let n = o.map(|d| see("map", d.n)); yield_!(1); n
    }
}

fidelity! {
    fn a_table_used_again() as (), takes u32, yields u32, returns u32 => {
        let o = table("o"); let n = o.map(|d| d.n); yield_!(n); let m = o.count(); yield_!(m); o.max()
    }
}

fidelity! {
    fn an_iterator_of_values() as (), takes u32, yields u32, returns () => {
        let items = list(3); let _g = d("g"); let rest = items.skip(1); yield_!(1);
        let sizes = rest.map(length); yield_!(2); for size in sizes { yield_!(size); }
    }
}

fidelity! {
    fn an_iterator_that_is_dropped() as (), takes u32, yields u32, returns () => {
        let items = list(3); let _g = d("g"); let rest = items.filter(|d| d.n > 1); yield_!(1); t(2);
    }
}

fidelity! {
    fn a_chain_of_them() as (), takes u32, yields u32, returns () => {
        let items = list(4); let _g = d("g");
        let rest = items.filter(|d| d.n > 1).map(|d| eat(d)); yield_!(1); for n in rest { yield_!(n); }
    }
}

fidelity! {
    fn the_head_of_a_loop() as (), takes u32, yields u32, returns () => {
        let items = list(2); let _g = d("g"); for n in items.map(eat) { yield_!(n); } yield_!(7);
    }
}

fidelity! {
    fn counted() as (), takes u32, yields usize, returns usize => {
        let items = list(2); let o = table("o"); let n = items.count(); yield_!(n); let m = o.count(); yield_!(1); n + m as usize
    }
}

fidelity! {
    fn a_result() as (), takes u32, yields u32, returns u32 => {
        let r = res(1, "r"); let q = res(2, "q"); let _g = d("g"); let r = r.map(length); let s = q.map(length); yield_!(1);
        r.unwrap_or(2) + s.unwrap_or(4)
    }
}

fidelity! {
    fn a_result_that_is_not_one() as (), takes u32, yields u32, returns u32 => {
        let q = res(2, "q"); let _g = d("g"); let s = q.and(Ok::<u32, D>(3)); yield_!(1); s.unwrap_or(4)
    }
}

fidelity! {
    fn numbers_are_copied() as (), takes u32, yields u32, returns u32 => {
        let o = numbers(3); let mut sum = 0;
        for n in 0..2 { let m = o.map(|o| o + n); yield_!(m.unwrap_or(9)); sum += o.map_or(0, |o| o); } sum
    }
}

fidelity! {
    fn moved_in_one_arm_that_suspends() as (), takes u32, yields u32, returns () => {
        let o = opt(1, "o"); let p = table("p"); let _g = d("g");
        if c(yield_!(0)) { let m = o.map(eat); yield_!(m.unwrap_or(1)); } else { let m = p.map(|d| d.n); yield_!(m); }
        yield_!(4); t(5);
    }
}

fidelity! {
    fn looked_at_in_one_arm_that_does_not() as (), takes u32, yields u32, returns () => {
        let p = table("p"); let _g = d("g"); let n = yield_!(0);
        let m = if c(n) { p.map(|d| d.n) } else { 4 }; yield_!(m); t(5);
    }
}

fidelity! {
    fn looked_at_in_a_loop() as (), takes u32, yields u32, returns () => {
        let p = table("p"); let mut k = 0; let _g = d("g");
        while k < 2 { k += p.map(|_| 1); yield_!(k); } yield_!(p.filter(|_| true) as u32); t(5);
    }
}

fidelity! {
    fn looked_at_by_an_operand_of_or() as (), takes u32, yields u32, returns () => {
        let p = table("p"); let _g = d("g"); let n = yield_!(0);
        if c(n) || p.filter(|d| d.n > 1) { yield_!(1); } yield_!(2); t(5);
    }
}

fidelity! {
    fn one_that_is_lent_for_its_method() as (), takes u32, yields u32, returns () => {
        let mut p = table("p"); let _g = d("g"); p.skip(3).skip(4); yield_!(2); t(5);
    }
}

fidelity! {
    fn another_one_of_its_name() as (), takes u32, yields u32, returns () => {
        let o = opt(1, "o"); { let o = o.map(eat); yield_!(o.unwrap_or(2)); } let o = table("p"); yield_!(o.map(|_| 3)); t(5);
    }
}

fidelity! {
    fn given_a_value_again() as (), takes u32, yields u32, returns () => {
        let mut o = opt(1, "o"); let _g = d("g"); let n = o.map(eat); yield_!(n.unwrap_or(2)); o = opt(2, "again"); yield_!(3); t(5);
    }
}

fidelity! {
    fn a_table_given_a_value_again() as (), takes u32, yields u32, returns () => {
        let mut o = table("o"); let _g = d("g"); let n = o.map(|d| d.n); yield_!(n); o = table("again"); yield_!(3); t(5);
    }
}

fidelity! {
    fn taken_and_given_in_a_loop() as (), takes u32, yields u32, returns () => {
        let mut o = opt(1, "o"); let _g = d("g"); let mut k = 1;
        while k < 4 { let n = o.map(eat); yield_!(n.unwrap_or(2)); o = opt(k, "again"); k += 1; } yield_!(3); t(5);
    }
}

fidelity! {
    fn bound_by_patterns() as (), takes u32, yields u32, returns () => {
        let (o, p) = (pass(opt(1, "o")), pass(table("p"))); let _g = d("g");
        let n = p.map(|d| d.n); yield_!(n); let m = o.map(eat); yield_!(m.unwrap_or(2)); t(5);
    }
}

fidelity! {
    fn bound_by_arms() as (), takes u32, yields u32, returns () => {
        match (pass(opt(1, "o")), d("x")) { (o, x) => { let n = o.map(eat); yield_!(n.unwrap_or(2)); yield_!(eat(x)); } } t(5);
    }
}

fidelity! {
    fn bound_by_a_for() as (), takes u32, yields u32, returns () => {
        for o in [opt(1, "o"), opt(3, "p"), opt(2, "q")] { let _g = d("g"); let n = o.map(eat); yield_!(n.unwrap_or(2)); yield_!(3); } t(5);
    }
}

fidelity! {
    fn a_parameter(o: Option<D>, p: Table) as (opt(1, "o"), table("p")), takes u32, yields u32, returns u32, unclonable => {
        let n = p.map(|d| d.n); yield_!(n); let m = o.map(eat); yield_!(m.unwrap_or(2)); t(5)
    }
}

fidelity! {
    fn its_closure_looks_at_another() as (), takes u32, yields u32, returns u32 => {
        let o = pass(opt(1, "o")); let other = d("other"); let n = o.map(|o| eat(o) + other.n); yield_!(n.unwrap_or(1)); eat(other)
    }
}

fidelity! {
    fn its_closure_takes_another() as (), takes u32, yields u32, returns u32 => {
        let o = pass(opt(1, "o")); let other = d("other"); let n = o.map(move |o| eat(o) + eat(other)); yield_!(n.unwrap_or(1)); t(5)
    }
}

fidelity! {
    fn two_in_one_statement() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = (pass(opt(1, "a")), pass(opt(2, "b"))); let n = t2(a.map(eat).unwrap_or(1), b.map(eat).unwrap_or(2)); yield_!(n); t(5)
    }
}

fidelity! {
    fn an_operand_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let p = table("p"); let _g = d("g"); let n = t2(p.map(|d| d.n), yield_!(1)); yield_!(n); t(5)
    }
}

fidelity! {
    fn matched() as (), takes u32, yields u32, returns u32 => {
        let o = pass(opt(1, "o")); let _g = d("g");
        match o.map(eat) { Some(n) => { yield_!(n); } None => {} } yield_!(4); t(5)
    }
}

fidelity! {
    fn matched_by_if_let() as (), takes u32, yields u32, returns u32 => {
        let o = pass(opt(1, "o")); let p = table("p");
        if let Some(n) = o.map(eat) { yield_!(n); } if let 1 = p.map(|d| d.n) { yield_!(6); } yield_!(4); t(5)
    }
}

fidelity! {
    fn behind_a_question(k: u32) as (2), takes u32, yields u32, returns Result<u32, D> => {
        let r = res(k, "r"); let s = res(2, "s"); let n = r.map(eat)?; yield_!(n); let m = s.map(eat)?; yield_!(m); Ok(t(5))
    }
}

fidelity! {
    fn what_leaves_early() as (), takes u32, yields u32, returns u32 => {
        let o = pass(opt(1, "o")); let p = table("p"); let _g = d("g"); let k = yield_!(0);
        if c(k) { return p.map(|d| d.n); } let n = o.map(eat); yield_!(n.unwrap_or(1)); t(5)
    }
}

fidelity! {
    fn a_boxed_iterator() as (), takes u32, yields u32, returns (), unclonable => {
        let items = boxed(2); let _g = d("g"); let sizes = items.map(eat); yield_!(1); for n in sizes { yield_!(n); } t(5);
    }
}

pub fn boxed(n: u32) -> Box<dyn Iterator<Item = D>> {
    Box::new(list(n))
}

fidelity! {
    fn a_boxed_table() as (), takes u32, yields u32, returns (), unclonable => {
        let p = pass(Box::new(table("p"))); let _g = d("g"); let n = p.map(|d| d.n); yield_!(n); t(5);
    }
}

fidelity! {
    fn a_shared_table() as (), takes u32, yields u32, returns () => {
        let p = pass(std::rc::Rc::new(table("p"))); let _g = d("g"); let n = p.map(|d| d.n); yield_!(n); t(5);
    }
}

fidelity! {
    fn an_iterator_that_is_lent() as (), takes u32, yields u32, returns () => {
        let mut items = list(3); let first = items.by_ref().map(eat).next(); yield_!(first.unwrap_or(0));
        let rest = items.map(eat); yield_!(2); for n in rest { yield_!(n); } t(5);
    }
}

fidelity! {
    fn an_entry() as (), takes u32, yields u32, returns () => {
        let mut slot = None; let entry = Slot::Vacant(&mut slot); let n = entry.or_insert(d("x")).n; yield_!(n); t(5);
    }
}

fidelity! {
    fn entries_of_a_map() as (), takes u32, yields u32, returns () => {
        let mut counts = std::collections::BTreeMap::new();
        for k in [1, 2, 1] { let entry = counts.entry(k); let n = entry.or_insert(0); *n += 1; let n = *n; yield_!(n); } t(5);
    }
}

fidelity! {
    fn an_iterator_boxed_in_place() as (), takes u32, yields u32, returns (), unclonable => {
        let items: Box<dyn Iterator<Item = D>> = if yield_!(0) > 1 { Box::new(list(3).rev()) } else { Box::new(list(2)) };
        let _g = d("g"); let sizes = items.map(eat); yield_!(1); for n in sizes { yield_!(n); } t(5);
    }
}

fidelity! {
    fn an_iterator_boxed_in_place_and_counted() as (), takes u32, yields u32, returns () => {
        let items = Box::new(list(2)); let _g = d("g"); let n = items.count() as u32; yield_!(n); t(5);
    }
}

fidelity! {
    fn an_option_boxed_in_place() as (), takes u32, yields u32, returns () => {
        let one = Box::new(Some(d("a"))); yield_!(1); let _g = d("g"); let n = one.map(eat); yield_!(2); t(n.unwrap());
    }
}

fidelity! {
    fn a_table_boxed_in_place() as (), takes u32, yields u32, returns (), unclonable => {
        let p = Box::new(table("p")); let _g = d("g"); let n = p.map(|d| d.n); yield_!(n); t(5);
    }
}

/// An iterator that is written as a struct.
#[derive(Clone)]
struct Countdown {
    guard: D,
    n: u32,
}

impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.n = self.n.checked_sub(1)?;
        Some(see("next", self.n))
    }
}

#[derive(Clone)]
struct Wrapped(Countdown);

impl Iterator for Wrapped {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.0.next()
    }
}

fidelity! {
    fn an_iterator_that_is_a_struct() as (), takes u32, yields u32, returns () => {
        let items = Countdown { guard: d("a"), n: 3 }; let _g = d("g"); let n = items.count() as u32; yield_!(n); t(5);
    }
}

fidelity! {
    fn an_iterator_that_wraps_another() as (), takes u32, yields u32, returns () => {
        let items = Wrapped(Countdown { guard: d("a"), n: 3 }); let _g = d("g"); for n in items.take(2) { yield_!(n); } t(5);
    }
}

fidelity! {
    fn a_struct_that_is_looked_at() as (), takes u32, yields u32, returns () => {
        let items = Countdown { guard: d("a"), n: 3 }; let _g = d("g"); let n = items.guard.n; yield_!(n);
        let table = Table(d("t")); let n = table.count(); yield_!(n); yield_!(table.map(|d| d.n)); t(5);
    }
}

fidelity! {
    fn options_with_paths() as (), takes u32, yields u32, returns () => {
        let some = Option::Some(d("a")); let n = some.map(eat); yield_!(n.unwrap());
        let ok = Ok::<_, u32>(d("b")); let n = ok.map(eat); yield_!(n.unwrap()); t(5);
    }
}

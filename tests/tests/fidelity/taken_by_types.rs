//! Methods that take a receiver of which the source shows the type.

use std::{
    any::Any,
    collections::{BTreeMap, btree_map::Entry},
    io::{BufRead as _, Read as _},
};

use coro_tests::{D, d, eat, fidelity, log, logged};

fidelity! {
    fn map_of_an_iterator() as (), takes u32, yields u32, returns u32 => {
        let i = vec![d("a"), d("b")].into_iter();
        let j = i.map(|x| x.n);
        for x in j { yield_!(x); }
        log("e");
        3
    }
}

fidelity! {
    fn filter_of_an_option() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("a"));
        let x = o.filter(|x| x.n > 3);
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn join_of_a_handle() as (), takes u32, yields u32, returns u32, unclonable => {
        let h = std::thread::spawn(|| 3u32);
        let n = h.join().unwrap();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn map_of_an_option_parameter(o: Option<D>) as (Some(d("p"))), takes u32, yields u32, returns u32 => {
        let x = o.map(|x| x.n);
        yield_!(1);
        log("e");
        x.unwrap_or(1)
    }
}

fidelity! {
    fn count_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let i = vec![d("a"), d("b")].into_iter();
        let k = yield_!(3);
        let n = i.count() as u32;
        yield_!(n);
        log("e");
        k
    }
}

fidelity! {
    fn is_ok_and_of_a_result() as (), takes u32, yields u32, returns u32 => {
        let o: Result<D, D> = Ok(d("a"));
        let k = yield_!(1);
        let b = o.is_ok_and(|x| x.n == k);
        yield_!(b as u32);
        log("e");
        3
    }
}

fidelity! {
    fn max_by_key_of_an_adaptor() as (), takes u32, yields u32, returns u32 => {
        let i = vec![d("a"), d("b")].into_iter().skip(1);
        let m = i.max_by_key(|x| x.n);
        yield_!(3);
        log("e");
        m.map_or(1, |m| m.n)
    }
}

fidelity! {
    fn last_in_a_branch() as (), takes u32, yields u32, returns u32 => {
        let i = vec![d("a"), d("b")].into_iter();
        if yield_!(3) > 3 { let m = i.last(); yield_!(8); log("x"); } else { log("y"); }
        yield_!(5);
        log("e");
        3
    }
}

fidelity! {
    fn or_of_a_branch() as (), takes u32, yields u32, returns u32 => {
        let o = None;
        let o = if yield_!(3) > 3 { Some(d("k")) } else { o };
        let r = o.or(Some(d("z")));
        yield_!(4);
        log("e");
        3
    }
}

fidelity! {
    fn map_of_a_copy() as (), takes u32, yields u32, returns u32 => {
        let r: Option<u32> = Some(4);
        let k = r.map(|x| x + 1);
        yield_!(4);
        r.unwrap() + k.unwrap()
    }
}

fidelity! {
    fn by_ref_and_filter() as (), takes u32, yields u32, returns u32 => {
        let mut i = vec![d("a"), d("b")].into_iter();
        let j = i.by_ref().map(|x| x.n).sum::<u32>();
        yield_!(j);
        log("e");
        let k = i.filter(|x| x.n > 2);
        yield_!(9);
        k.count() as u32
    }
}

fidelity! {
    fn the_map_of_an_array(x: [D; 2]) as ([d("p"), d("q")]), takes u32, yields u32, returns u32, unclonable => {
        let y = x.map(|l| l.n); yield_!(y[0]); let z = [d("a"), d("b")]; yield_!(1); let w = z.map(|l| eat(l)); yield_!(w[1])
    }
}

/// A tree that is walked by itself.
struct Tree {
    value: D,
    children: Vec<Tree>,
}

impl Tree {
    fn new(name: &str, children: Vec<Self>) -> Self {
        Self { value: d(name), children }
    }

    #[coro_core::coroutine]
    fn walk(self) -> Box<dyn Iterator<Item = u32>> {
        let Self { value, children } = self;
        yield_!(value.n);
        for child in children {
            yield_from!(child.walk());
        }
        value.id();
    }

    fn plain(self, out: &mut Vec<u32>) {
        let Self { value, children } = self;
        out.push(value.n);
        for child in children {
            child.plain(out);
        }
        value.id();
    }
}

/// A method that takes `self` takes it under its own name, too.
#[test]
fn a_method_that_takes_its_receiver_calls_itself() {
    let tree = || {
        let left = Tree::new("left", vec![Tree::new("leaf", vec![])]);
        Tree::new("root", vec![left, Tree::new("right", vec![])])
    };
    let (mut walked, mut expected) = (Vec::new(), Vec::new());
    let events = logged(|| walked.extend(tree().walk()));
    assert_eq!(events, logged(|| tree().plain(&mut expected)));
    assert_eq!(walked, expected);
}

/// A value of which others like it are made.
pub struct Fork(D, u32);

impl Fork {
    fn next(&self) -> Fork {
        Fork(d(format!("fork {}", self.1 - 1)), self.1 - 1)
    }

    #[::coro_core::coroutine]
    fn spread(self) -> Box<dyn Iterator<Item = u32>> {
        yield_!(self.0.n);
        if self.1 > 0 {
            yield_from!(self.next().spread());
            for n in self.next().spread() {
                yield_!(n + 1);
            }
        }
        self.0.id();
    }

    fn plain(self, out: &mut Vec<u32>) {
        out.push(self.0.n);
        if self.1 > 0 {
            self.next().plain(out);
            let first = out.len();
            self.next().plain(out);
            out[first..].iter_mut().for_each(|n| *n += 1);
        }
        self.0.id();
    }
}

/// So it does where it is called on what was just made.
#[test]
fn a_method_that_takes_its_receiver_is_called_on_a_new_one() {
    let (mut spread, mut expected) = (Vec::new(), Vec::new());
    let events = logged(|| spread.extend(Fork(d("root"), 2).spread()));
    assert_eq!(events, logged(|| Fork(d("root"), 2).plain(&mut expected)));
    assert_eq!(spread, expected);
}

/// Something that is read from, and drops.
pub struct Source(D, u8);

impl std::io::Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        log("read");
        if self.1 == 0 || buffer.is_empty() {
            return Ok(0);
        }
        self.1 -= 1;
        buffer[0] = b'0' + self.1;
        Ok(1)
    }
}

pub fn source() -> Source {
    Source(d("source"), 3)
}

fidelity! {
    fn bytes_of_a_reader() as (), takes u32, yields u32, returns u32, unclonable => {
        let reader = std::io::BufReader::new(source()); let a = d("a");
        for byte in reader.bytes() { yield_!(u32::from(byte.unwrap())); }
        log("e"); a.n
    }
}

fidelity! {
    fn bytes_of_a_reader_that_is_made_there() as (), takes u32, yields u32, returns u32, unclonable => {
        let a = d("a");
        for byte in std::io::BufReader::new(source()).bytes() { yield_!(u32::from(byte.unwrap())); }
        log("e"); a.n
    }
}

fidelity! {
    fn parts_of_a_reader() as (), takes u32, yields u32, returns u32, unclonable => {
        let reader = std::io::Cursor::new(b"a;bc".to_vec()); let a = d("a");
        let head = reader.take(3); yield_!(1);
        for part in head.split(b';') { yield_!(part.unwrap().len() as u32); }
        log("e"); a.n
    }
}

fidelity! {
    fn a_parameter_that_is_read(reader: std::io::BufReader<Source>) as (std::io::BufReader::new(source())), takes u32, yields u32, returns u32, unclonable => {
        yield_!(0); for byte in reader.bytes() { yield_!(u32::from(byte.unwrap())); } log("e"); 3
    }
}

fidelity! {
    fn entries_of_a_map() as (), takes u32, yields u32, returns u32 => {
        let mut map = BTreeMap::new();
        for key in [1, 2, 1, 2, 1] {
            match map.entry(key) {
                Entry::Vacant(slot) => { let n = slot.insert(d("value")).n; yield_!(n); }
                Entry::Occupied(slot) if slot.get().n > 90 => {}
                Entry::Occupied(slot) => { let value = slot.remove(); log("removed"); yield_!(value.n); }
            }
            log("next");
        }
        map.len() as u32
    }
}

fidelity! {
    fn downcast() as (), takes u32, yields u32, returns u32, unclonable => {
        let items: [Box<dyn Any>; 3] = [Box::new(d("a")), Box::new(5_u8), Box::new(d("b"))];
        for item in items {
            match item.downcast::<D>() {
                Ok(x) => { yield_!(x.n); }
                Err(other) => { log("other"); yield_!(other.is::<u8>() as u32); }
            }
            log("next");
        }
        3
    }
}

fidelity! {
    fn join_of_handles_in_a_list() as (), takes u32, yields u32, returns u32, unclonable => {
        let handles: Vec<_> = (0..2).map(|n| std::thread::spawn(move || n * 2)).collect();
        for handle in handles { let n: u32 = handle.join().unwrap(); yield_!(n); }
        log("e"); 3
    }
}

fidelity! {
    fn an_entry_that_is_looked_at() as (), takes u32, yields u32, returns u32 => {
        let mut map = BTreeMap::from([(1, d("one")), (2, d("two"))]);
        for key in [2, 3, 1] {
            match map.entry(key) {
                Entry::Occupied(mut slot) => { slot.get_mut().n += 1; let n = slot.get().n; yield_!(n); }
                Entry::Vacant(slot) => { let n = slot.insert(d("new")).n; yield_!(n); }
            }
        }
        map.len() as u32
    }
}

fidelity! {
    fn an_entry_that_is_removed_on_some_ways() as (), takes u32, yields u32, returns u32 => {
        let mut map = BTreeMap::from([(1, d("one")), (2, d("two"))]);
        for key in [2, 1] {
            if let Entry::Occupied(slot) = map.entry(key) {
                let n = slot.get().n; if key == 2 { slot.remove(); } yield_!(n);
            }
        }
        map.len() as u32
    }
}

fidelity! {
    fn first_entries() as (), takes u32, yields u32, returns u32 => {
        let mut map = BTreeMap::from([(1, d("one")), (2, d("two"))]);
        while let Some(entry) = map.first_entry() { let value = entry.remove(); yield_!(value.n); log("next"); }
        map.len() as u32
    }
}

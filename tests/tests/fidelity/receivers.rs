//! Method calls whose receiver is a place, a value or a borrow, and whose arguments suspend.

use std::collections::{BTreeMap, HashMap, VecDeque};

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Counter {
    n: u32,
    tag: D,
}

impl Counter {
    fn add(&mut self, n: u32) -> u32 {
        log(format_args!("{} + {n}", self.n));
        self.n += n;
        self.n
    }
    fn get(&self, scale: u32) -> u32 {
        log(format_args!("{} * {scale}", self.n));
        self.n * scale
    }
    fn with(mut self, n: u32) -> Self {
        log(format_args!("with {n}"));
        self.n += n;
        self
    }
    fn into_sum(self, n: u32, other: D) -> u32 {
        log(format_args!("sum of {} and {n}", self.n));
        self.n + n + other.n
    }
}

fn counter() -> Counter {
    Counter { n: 1, tag: d("tag") }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Small(u32);

impl Small {
    fn plus(self, n: u32) -> u32 {
        self.0 + n
    }
    fn times(&self, n: u32) -> u32 {
        self.0 * n
    }
    fn bump(&mut self, n: u32) -> u32 {
        self.0 += n;
        self.0
    }
}

fidelity! {
    fn a_local_by_mutable_reference() as (), takes u32, yields u32, returns Vec<u32> => {
        let mut v = vec![1];
        v.push(yield_!(1));
        v.insert(yield_!(2) as usize % 2, yield_!(3));
        v.extend([yield_!(4), see("x", 5)]);
        v.resize(yield_!(v.len() as u32) as usize + 1, 9);
        v
    }
}

fidelity! {
    fn a_local_by_reference() as (), takes u32, yields u32, returns u32 => {
        let c = counter();
        let n = c.get(yield_!(1)) + c.get(see("two", 2)) + c.get(yield_!(3));
        c.tag.n + n
    }
}

fidelity! {
    fn a_local_that_is_changed_by_both() as (), takes u32, yields u32, returns u32 => {
        let mut c = counter();
        let n = c.add(yield_!(1)) * 100 + c.add(yield_!(c.n));
        c.add({ let m = yield_!(n); m + 1 });
        c.n + n
    }
}

fidelity! {
    /// A receiver that is taken by value is read when it is reached.
    fn a_copied_local_by_value(mut x: u32) as (3), takes u32, yields u32, returns u32 => {
        let a = x.max(yield_!({ x = 9; 1 }));
        let b = x.pow(yield_!(2) % 3) + x.wrapping_sub(yield_!(3));
        let mut s = Small(2);
        let c = s.plus(yield_!({ s = Small(50); 4 }));
        a + b * 100 + c * 10_000 + s.0
    }
}

fidelity! {
    fn a_copied_local_by_reference() as (), takes u32, yields u32, returns u32 => {
        let mut s = Small(2);
        let a = s.times(yield_!(1));
        let b = s.bump(yield_!(2));
        s.bump(1);
        a + b * 100 + s.times(yield_!(3)) + s.plus(yield_!(4))
    }
}

fidelity! {
    fn a_temporary_by_value() as (), takes u32, yields u32, returns u32 => {
        let n = counter().with(yield_!(1)).with(yield_!(2)).into_sum(yield_!(3), d("other"));
        log("next statement");
        n
    }
}

fidelity! {
    fn a_temporary_by_reference() as (), takes u32, yields u32, returns u32 => {
        let n = vec![1, 2, 3].len() as u32 + "text".to_owned().replace("t", &yield_!(1).to_string()).len() as u32;
        log("next statement");
        n
    }
}

fidelity! {
    fn a_field_as_receiver() as (), takes u32, yields u32, returns (Vec<u32>, u32) => {
        let mut p = (vec![1], counter());
        p.0.push(yield_!(1));
        p.1.add(yield_!(2));
        p.0.push(p.1.get(yield_!(3)));
        let n = p.1.n;
        (p.0, n)
    }
}

fidelity! {
    fn an_element_as_receiver() as (), takes u32, yields u32, returns Vec<Vec<u32>> => {
        let mut rows = vec![vec![], vec![1]];
        rows[0].push(yield_!(1));
        let n = rows[0].len() as u32;
        rows[1].push(n);
        let i = yield_!(2) as usize % 2;
        rows[i].push(yield_!(3));
        rows.last_mut().unwrap().push(4);
        rows
    }
}

fidelity! {
    fn a_dereferenced_receiver() as (), takes u32, yields u32, returns u32 => {
        let mut boxed = Box::new(counter());
        boxed.add(yield_!(1));
        (*boxed).add(yield_!(2));
        let n = boxed.get(yield_!(3));
        n + boxed.tag.n
    }
}

fidelity! {
    fn options_and_their_defaults() as (), takes Option<u32>, yields u32, returns u32 => {
        let a = yield_!(1).unwrap_or(see("default", 5));
        let b = yield_!(2).or(yield_!(3)).map_or(yield_!(4).unwrap_or(1), |n| n * 2);
        let c = Some(a).xor(yield_!(5)).is_some_and(|n| n > b);
        let d = Some(b).zip(yield_!(6)).map(|(x, y)| x + y).unwrap_or_default();
        a + b + c as u32 + d
    }
}

fidelity! {
    fn a_chain_of_suspending_receivers() as (), takes u32, yields u32, returns u32 => {
        yield_!(1).min(yield_!(2)).max(yield_!(3)).clamp(see("low", 1), yield_!(4) + 1).to_string().len() as u32
    }
}

fidelity! {
    fn the_entry_of_a_map() as (), takes u32, yields usize, returns Vec<(u32, u32)> => {
        let mut map = BTreeMap::new();
        for _ in 0..3 {
            let key = yield_!(map.len());
            *map.entry(key).or_insert(0) += 1;
            map.insert(yield_!(100) + 10, yield_!(200));
            if let Some(n) = map.get_mut(&yield_!(300)) { *n += 50; }
        }
        map.into_iter().collect()
    }
}

fidelity! {
    fn strings() as (), takes &'static str, yields usize, returns String => {
        let mut text = String::new();
        text.push_str(yield_!(text.len()));
        text.push('-');
        text.insert_str(0, yield_!(text.len()));
        text = text.replace("-", yield_!(text.len()));
        text.contains(yield_!(text.len())).then(|| text.clone()).unwrap_or_else(|| text.to_uppercase())
    }
}

fidelity! {
    fn iterators_with_suspending_arguments() as (), takes usize, yields u32, returns Vec<u32> => {
        let n = yield_!(0) as u32;
        (0..20).skip(yield_!(1)).step_by(yield_!(2) + 1).take(yield_!(3)).map(move |x| x + n).collect()
    }
}

fidelity! {
    fn a_queue_that_is_fed_and_drained() as (), takes Option<u32>, yields usize, returns u32 => {
        let mut queue = VecDeque::from([1, 2]);
        let mut sum = 0;
        while let Some(front) = queue.pop_front() {
            sum += front;
            match yield_!(queue.len()) {
                Some(n) if n > 3 => queue.extend([n, yield_!(10).unwrap_or(0)]),
                Some(n) => queue.push_back(n),
                None => {}
            }
            if sum > 20 { queue.clear(); }
        }
        sum
    }
}

fidelity! {
    fn a_droppable_receiver_and_droppable_arguments() as (), takes D, yields u32, returns u32 => {
        fn join(a: D, b: D, c: D) -> u32 { a.n + b.n + c.n }
        trait Join { fn into_join(self, b: D, c: D) -> u32; }
        impl Join for D { fn into_join(self, b: D, c: D) -> u32 { join(self, b, c) } }
        let a = d("a");
        let n = a.into_join(yield_!(1), yield_!(2)) + yield_!(3).into_join(d("b"), yield_!(4));
        log("next statement");
        n
    }
}

fidelity! {
    fn paths_to_methods_and_functions() as (), takes u32, yields u32, returns u32 => {
        let mut c = counter();
        let n = Counter::add(&mut c, yield_!(1)) + Counter::get(&c, yield_!(2));
        let m = <u32 as Ord>::max(yield_!(3), yield_!(4)) + u32::pow(2, yield_!(5) % 4);
        n * 100 + m + Counter::into_sum(c, yield_!(6), d("other"))
    }
}

fidelity! {
    fn generic_methods_with_turbofish() as (), takes &'static str, yields u32, returns u32 => {
        let a = yield_!(1).parse::<u32>().unwrap_or(3);
        let b = yield_!(2).chars().map(u32::from).sum::<u32>();
        let c = [a, b].into_iter().chain(yield_!(3).bytes().map(u32::from)).collect::<Vec<_>>().len();
        a + b + c as u32
    }
}

fidelity! {
    fn closures_as_fields() as (), takes u32, yields u32, returns u32 => {
        struct Holder<F> { f: F, n: u32 }
        impl<F: Clone> Clone for Holder<F> {
            fn clone(&self) -> Self { Holder { f: self.f.clone(), n: self.n } }
        }
        let holder = Holder { f: |x: u32, y: u32| x * 10 + y, n: 2 };
        let n = (holder.f)(yield_!(1), holder.n);
        (holder.f)(n, yield_!(2))
    }
}

fidelity! {
    /// A method has taken its receiver when its argument leaves.
    fn receivers_that_are_taken_before_an_argument_leaves(c: bool) as (true), takes bool, yields u32, returns u32 => {
        let a = Some(d("a"));
        'all: {
            let Some(_) = Some(a.unwrap_or({ break 'all })) else { return 1 };
        }
        yield_!(2);
        let mut b = Some(d("b"));
        let n = 'some: loop {
            let n = b.unwrap_or(if c { break 'some 3 } else { d("c") }).n;
            b = None;
            if n > 5 { break n }
        };
        let e = Some(d("e"));
        let f = 'last: { e.unwrap_or(if yield_!(n) { break 'last 4 } else { d("f") }).n };
        yield_!(f);
        let mut g = Some(d("g"));
        let h = g.unwrap_or({ g = Some(d("h")); d("i") });
        yield_!(h.n);
        h.n
    }
}

fidelity! {
    fn a_local_by_value() as (), takes u32, yields u32, returns u32 => {
        let c = counter();
        let other = d("other");
        let n = c.into_sum(yield_!(1), other);
        yield_!(n);
        n
    }
}

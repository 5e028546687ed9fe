//! Values that methods make, as receivers and operands: they live to the end of their statement, unless a
//! method takes them.

use std::collections::BTreeMap;

use coro_tests::{D, d, fidelity, log, see};

#[derive(Clone)]
struct Pool {
    name: &'static str,
    spare: Option<D>,
}

/// What is lent, until it is dropped.
#[derive(Clone)]
struct Lent {
    tag: D,
    list: Vec<u32>,
}

impl Pool {
    fn lend(&self) -> Lent {
        log(format_args!("lend {}", self.name));
        Lent { tag: d("lent"), list: vec![4, 5, 6] }
    }
    fn next(&mut self) -> D {
        self.spare.take().unwrap_or_else(|| d("next"))
    }
}

impl Lent {
    fn id(&self) -> u32 {
        self.tag.id() + self.list[0]
    }
    fn parts(&self) -> (D, u32) {
        (d("part"), self.list[1])
    }
    fn into_id(self) -> u32 {
        self.tag.id()
    }
}

fn pool() -> Pool {
    Pool { name: "pool", spare: Some(d("spare")) }
}

fidelity! {
    /// What is lent is given back at the end of the statement.
    fn as_the_receiver_of_what_is_yielded() as (), takes u32, yields u32, returns u32 => {
        let mut pool = pool();
        let n = yield_!(pool.lend().id());
        log("next statement");
        n + yield_!(pool.next().id())
    }
}

fidelity! {
    fn as_the_receiver_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        let pool = pool();
        let n = pool.lend().id() + yield_!(1) + pool.lend().id() * yield_!(2);
        log("next statement");
        n
    }
}

fidelity! {
    fn of_which_a_field_or_an_element_is_taken() as (), takes u32, yields u32, returns u32 => {
        let pool = pool();
        let n = pool.lend().list[1] + yield_!(pool.lend().list.len() as u32);
        log("next statement");
        n + yield_!(pool.lend().parts().1)
    }
}

fidelity! {
    fn that_are_borrowed() as (), takes u32, yields u32, returns u32 => {
        let mut pool = pool();
        let n = see("x", 1) + (&pool.lend()).id() + yield_!((&pool.next()).id());
        log("next statement");
        n
    }
}

fidelity! {
    /// What is left of an iterator lives on, and so does what is in it.
    fn iterators_over_what_they_own(list: Vec<D>) as (vec![d("a"), d("b"), d("c")]), takes u32, yields u32, returns u32 => {
        let n = list.into_iter().next().unwrap().id() + yield_!(1);
        log("next statement");
        n
    }
}

fidelity! {
    fn what_unwrapping_gives() as (), takes u32, yields u32, returns u32 => {
        let (some, other) = (Some(d("a")), Ok::<D, ()>(d("b")));
        let n = some.unwrap().id() + yield_!(1) + other.unwrap().id() + yield_!(2);
        log("next statement");
        n + Some(pool()).unwrap().lend().id() + yield_!(3)
    }
}

fidelity! {
    /// A method whose name says so takes the value that another has made.
    fn that_are_taken() as (), takes u32, yields u32, returns u32 => {
        let pool = pool();
        let n = yield_!(pool.lend().into_id()) + yield_!(pool.lend().parts().into_with());
        log("next statement");
        n
    }
}

trait IntoWith {
    fn into_with(self) -> u32;
}

impl IntoWith for (D, u32) {
    fn into_with(self) -> u32 {
        log("with");
        self.0.id() + self.1
    }
}

fidelity! {
    /// What has no destructor is no borrow that lives across the suspension.
    fn views_of_what_is_changed_later() as (), takes u32, yields u32, returns u32 => {
        let mut map = BTreeMap::from([(1, 2), (3, 4)]);
        let mut list = vec![1, 2, 3];
        let mut text = String::from("one, two");
        let a = yield_!(*map.iter().next().unwrap().1) + yield_!(*map.values().last().unwrap());
        let c = yield_!(*map.range(2..).next().unwrap().0);
        *map.entry(1).or_insert(0) += c;
        let d = yield_!(*map.entry(5).or_insert(6));
        let b = yield_!(list.iter().map(|n| n * 2).rev().skip(1).next().unwrap());
        list.push(yield_!(*list.iter().filter(|n| **n > 1).chain(&[7]).next().unwrap()));
        let c = yield_!(text.split(", ").nth(1).unwrap().len() as u32);
        text.push_str(&yield_!(text.split(|c| c == ',').nth(1).unwrap().len() as u32).to_string());
        a + b + c + map[&1] + list[3] + text.len() as u32
    }
}

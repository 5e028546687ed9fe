//! Coroutines as methods: every receiver, traits, generics, lifetimes.

use std::{fmt::Debug, rc::Rc};

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, see, twins};

twins! {
    fn self_by_value as (Stack { items: vec![d("a"), d("b")], tag: d("tag") }.drain(2)), takes bool, yields u32, returns D => {
        struct Stack { items: Vec<D>, tag: D }
        impl Stack {
            method! { [fn drain](mut self, limit: usize) -> D => {
                let mut n = 0;
                while let Some(item) = self.items.pop() {
                    n += 1;
                    if yield_!(item.n) && n == limit { break }
                }
                log("end");
                self.tag
            } }
        }
    }
}

twins! {
    fn self_by_value_is_dropped_like_a_parameter as (Owner(d("owner")).run(d("a"))), takes u32, yields u32, returns u32 => {
        struct Owner(D);
        impl Owner {
            method! { [fn run](self, a: D) -> u32 => {
                let local = d("local");
                yield_!(self.0.n);
                a.id()
            } }
        }
    }
}

twins! {
    fn self_by_reference as (Box::leak(Box::new(Table { rows: vec![1, 2, 3], tag: "t".into() })).walk(10)), takes u32, yields u32, returns usize => {
        struct Table { rows: Vec<u32>, tag: String }
        impl Table {
            fn scale(&self, n: u32) -> u32 { n * self.rows.len() as u32 }
            method! { [fn walk](&self, mut offset: u32) -> usize => {
                for row in &self.rows {
                    offset += yield_!(self.scale(*row) + offset);
                }
                for i in 0..self.rows.len() {
                    yield_!(self.rows[i] + offset);
                }
                self.tag.len()
            } }
        }
    }
}

twins! {
    fn self_by_mutable_reference as (Box::leak(Box::new(Account { total: 0, log: vec![] })).run()), takes u32, yields u32, returns Vec<u32> => {
        struct Account { total: u32, log: Vec<u32> }
        impl Account {
            fn add(&mut self, n: u32) { self.total += n; self.log.push(n); }
            method! { [fn run](&mut self) -> Vec<u32> => {
                loop {
                    let n = yield_!(self.total);
                    if n == 0 || self.log.len() > 4 { break }
                    self.add(n);
                    self.total *= 1 + yield_!(self.log.len() as u32);
                    self.log[0] = self.total;
                }
                self.log.clone()
            } }
        }
    }
}

twins! {
    fn self_with_a_type as (Rc::new(Node(5)).shared(2)), takes u32, yields u32, returns u32 => {
        struct Node(u32);
        impl Node {
            method! { [fn shared](self: Rc<Self>, n: u32) -> u32 => {
                let count = Rc::strong_count(&self) as u32;
                yield_!(self.0 + count);
                let other = Rc::clone(&self);
                yield_!(Rc::strong_count(&other) as u32 + n);
                other.0
            } }
        }
    }
}

twins! {
    fn capital_self_everywhere as (Meter::start(3)), takes u32, yields u32, returns u32 => {
        struct Meter { n: u32 }
        impl Meter {
            const STEP: u32 = 7;
            fn new(n: u32) -> Self { Self { n } }
            fn double(n: u32) -> u32 { n * 2 }
            method! { [fn start](n: u32) -> u32 => {
                let mut meter = Self::new(n);
                yield_!(Self::double(meter.n));
                meter = Self { n: meter.n + Self::STEP + yield_!(1) };
                let Self { n } = meter;
                yield_!(n);
                n
            } }
        }
    }
}

twins! {
    fn self_in_macros_and_closures as (Box::leak(Box::new(Named { name: "x".into(), n: 2 })).run()), takes u32, yields String, returns String => {
        struct Named { name: String, n: u32 }
        impl Named {
            method! { [fn run](&self) -> String => {
                yield_!(format!("{}", self.name));
                let add = |x: u32| x + self.n;
                let sum = add(yield_!(add(1).to_string()));
                assert!(self.n > 0, "{}", self.name);
                format!("{}{sum}{:?}", self.name, vec![self.n; 2])
            } }
        }
    }
}

twins! {
    fn a_trait_method_with_a_default_body as (Three.walk(2)), takes u32, yields u32, returns u32 => {
        trait Walk: Sized {
            fn size(&self) -> u32;
            method! { [fn walk](self, n: u32) -> u32 => {
                let mut sum = 0;
                for i in 0..self.size() { sum += yield_!(i * n); }
                sum
            } }
        }
        struct Three;
        impl Walk for Three {
            fn size(&self) -> u32 { 3 }
        }
    }
}

twins! {
    fn generic_methods_of_a_generic_type as (Wrapper(vec![1u32, 2, 3]).pairs(|x| x + 1)), takes u32, yields (u32, u32), returns usize => {
        struct Wrapper<T>(Vec<T>);
        impl<T: Copy + Into<u32>> Wrapper<T> {
            method! { [fn pairs<F: Fn(u32) -> u32>](self, f: F) -> usize => {
                let n = self.0.len();
                for i in 0..n {
                    let a = self.0[i];
                    let next = yield_!((a.into(), f(a.into())));
                    log(next);
                }
                n
            } }
        }
    }
}

twins! {
    fn where_clauses as (walk(vec!["1", "2", "x"])), takes u32, yields u32, returns Result<u32, std::num::ParseIntError> => {
        method! { [fn walk<I>](items: I) -> Result<u32, std::num::ParseIntError> where [I: IntoIterator, I::Item: AsRef<str>] => {
            let mut sum = 0;
            for item in items {
                let n: u32 = item.as_ref().parse()?;
                sum += n * yield_!(n);
            }
            Ok(sum)
        } }
    }
}

twins! {
    fn const_generics as (window::<3>([1, 2, 3])), takes u32, yields u32, returns [u32; 3] => {
        method! { [fn window<const N: usize>](mut values: [u32; N]) -> [u32; N] => {
            for i in 0..N {
                values[i] += yield_!(values[(i + 1) % N]);
            }
            values
        } }
    }
}

twins! {
    fn impl_trait_parameters as (sum(vec![1, 2, 3], |x| x * 2, "tag")), takes u32, yields u32, returns String => {
        method! { [fn sum](items: impl IntoIterator<Item = u32>, mut f: impl FnMut(u32) -> u32, tag: impl Into<String> + Clone) -> String => {
            let mut total = 0;
            for item in items {
                total += f(item) + yield_!(f(item));
            }
            format!("{}{total}", tag.into())
        } }
    }
}

twins! {
    fn lifetimes as (words("the quick fox", &mut *Box::leak(Box::new(Vec::new())))), takes bool, yields &'static str, returns usize => {
        method! { [fn words<'a>](text: &'static str, seen: &'a mut Vec<&'static str>) -> usize => {
            for word in text.split(' ') {
                if yield_!(word) { seen.push(word); }
            }
            seen.len()
        } }
    }
}

twins! {
    fn functions_that_delegate_to_each_other as (even(4)), takes u32, yields u32, returns u32 => {
        method! { [fn even](n: u32) -> u32 => {
            let guard = d("even");
            if n == 0 { return 0 }
            yield_!(n);
            yield_from!(odd(n - 1)) + guard.n
        } }
        method! { [fn odd](n: u32) -> u32 => {
            let guard = d("odd");
            yield_!(n * 100);
            yield_from!(leaf(n)) + guard.id()
        } }
        method! { [fn leaf](n: u32) -> u32 => {
            let guard = d("leaf");
            n + yield_!(n)
        } }
    }
}

twins! {
    fn associated_functions_and_types as (<Doubler as Source>::stream(3)), takes u32, yields u32, returns Vec<u32> => {
        trait Source {
            type Item: Into<u32> + Copy;
            fn make(n: u32) -> Self::Item;
            #[allow(async_fn_in_trait)]
            method! { [fn stream](count: u32) -> Vec<Self::Item> => {
                let mut all = Vec::new();
                for i in 0..count {
                    let item = Self::make(i);
                    all.push(item);
                    yield_!(item.into());
                }
                all
            } }
        }
        struct Doubler;
        impl Source for Doubler {
            type Item = u32;
            fn make(n: u32) -> u32 { n * 2 }
        }
    }
}

twins! {
    fn attributes_and_docs as (documented(2)), takes u32, yields u32, returns u32 => {
        method! {
            /// Counts.
            #[inline]
            #[allow(clippy::needless_pass_by_value)]
            #[must_use = "or else"]
            [pub(crate) fn documented](n: u32) -> u32 => {
                yield_!(n);
                n
            }
        }
    }
}

/// A generic function whose yielded type is a parameter's.
#[coro_core::coroutine]
fn twice<T: Clone>(items: Vec<T>) -> impl Iterator<Item = T> {
    for item in items {
        yield_!(item.clone());
        yield_!(item);
    }
}

#[test]
fn a_generic_item() {
    assert_eq!(twice(vec!["a", "b"]).collect::<String>(), "aabb");
    assert_eq!(twice(vec![1, 2]).sum::<i32>(), 6);
}

struct Tree<T> {
    left: Option<Box<Tree<T>>>,
    value: T,
    right: Option<Box<Tree<T>>>,
}

impl<T: Debug> Tree<T> {
    fn leaf(value: T) -> Self {
        Tree { left: None, value, right: None }
    }

    /// A coroutine that borrows its receiver and yields references into it.
    #[coro_core::coroutine]
    fn depth_first(&self) -> impl Iterator<Item = &T> {
        let mut stack = vec![(self, false)];
        while let Some((node, seen)) = stack.pop() {
            if seen {
                yield_!(&node.value);
            } else {
                if let Some(right) = &node.right {
                    stack.push((right, false));
                }
                stack.push((node, true));
                if let Some(left) = &node.left {
                    stack.push((left, false));
                }
            }
        }
    }

    #[coro_core::coroutine]
    fn with_depth<'a>(&'a self, limit: &'a usize) -> impl Iterator<Item = (usize, &'a T)> + 'a {
        let mut stack = vec![(0, self)];
        while let Some((depth, node)) = stack.pop() {
            if depth >= *limit {
                continue;
            }
            yield_!((depth, &node.value));
            for child in [&node.right, &node.left].into_iter().flatten() {
                stack.push((depth + 1, child));
            }
        }
    }
}

#[test]
fn a_receiver_is_borrowed_and_yielded_from() {
    let tree = Tree {
        left: Some(Box::new(Tree::leaf(1))),
        value: 2,
        right: Some(Box::new(Tree { left: Some(Box::new(Tree::leaf(3))), value: 4, right: None })),
    };
    assert_eq!(tree.depth_first().copied().collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(tree.with_depth(&2).collect::<Vec<_>>(), [(0, &2), (1, &1), (1, &4)]);
}

trait Numbers {
    fn numbers(&self, upto: u32) -> impl Iterator<Item = u32>;
    fn dynamic<'a>(&'a self) -> Box<dyn Iterator<Item = u32> + 'a>;
}

struct Multiples(u32);

impl Numbers for Multiples {
    #[coro_core::coroutine]
    fn numbers(&self, upto: u32) -> impl Iterator<Item = u32> {
        let mut n = self.0;
        while n <= upto {
            yield_!(n);
            n += self.0;
        }
    }

    #[coro_core::coroutine]
    fn dynamic<'a>(&'a self) -> Box<dyn Iterator<Item = u32> + 'a> {
        for i in 1.. {
            yield_!(self.0 * i);
        }
    }
}

#[test]
fn a_trait_method_returns_impl_iterator() {
    assert_eq!(Multiples(3).numbers(10).collect::<Vec<_>>(), [3, 6, 9]);
    let all: &[&dyn Fn() -> Vec<u32>] = &[&|| Multiples(2).dynamic().take(2).collect()];
    assert_eq!(all[0](), [2, 4]);
}

#[coro_core::coroutine]
fn elided(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once(mark) {
        yield_!(head);
        rest = tail;
    }
    yield_!(rest);
}

#[test]
fn elided_lifetimes() {
    let text = String::from("a,b,,c");
    assert_eq!(elided(&text, ',').collect::<Vec<_>>(), ["a", "b", "", "c"]);
}

#[coro_core::coroutine]
fn borrowing<'a, 'b: 'a, T: ?Sized + ToString>(
    first: &'a mut Vec<String>,
    second: &'b T,
) -> impl Resume<usize, String, Return = usize> + use<'a, 'b, T> {
    let mut n = 0;
    loop {
        first.push(second.to_string());
        let take = yield_!(first.join("/"));
        n += take;
        if take == 0 {
            return n;
        }
    }
}

#[test]
fn several_lifetimes_and_an_unsized_parameter() {
    let mut list = vec!["start".to_owned()];
    {
        let mut coroutine = borrowing(&mut list, "str");
        assert_eq!(coroutine.resume(0).yielded(), Some("start/str".into()));
        assert_eq!(coroutine.resume(5).yielded(), Some("start/str/str".into()));
        assert_eq!(coroutine.resume(0).complete(), Some(5));
    }
    assert_eq!(list.len(), 3);
}

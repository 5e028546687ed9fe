//! Fields of what a `&mut` parameter refers to, lent one after the other.

use coro_core::Resume;

#[derive(Debug)]
struct Tree<T> {
    left: Option<Box<Self>>,
    value: T,
    right: Option<Box<Self>>,
}

impl<T> Tree<T> {
    #[coro_core::coroutine]
    fn iter_mut<'a>(&'a mut self) -> Box<dyn Iterator<Item = &'a mut T> + 'a> {
        if let Some(left) = &mut self.left {
            yield_from!(left.iter_mut());
        }
        yield_!(&mut self.value);
        if let Some(right) = &mut self.right {
            yield_from!(right.iter_mut());
        }
    }
}

fn leaf(value: u32) -> Option<Box<Tree<u32>>> {
    Some(Box::new(Tree { left: None, value, right: None }))
}

#[test]
fn of_a_tree() {
    let mut tree = Tree { left: leaf(1), value: 2, right: leaf(3) };
    let all: Vec<&mut u32> = tree.iter_mut().collect();
    for value in all {
        *value *= 10;
    }
    assert!(tree.iter_mut().map(|value| *value).eq([10, 20, 30]));
}

struct Pair(Vec<u32>, Vec<u32>, u32);

impl Pair {
    #[coro_core::coroutine]
    fn lists(&mut self) -> impl Iterator<Item = (String, &mut Vec<u32>)> {
        self.2 += 1;
        yield_!((format!("{}", self.2), &mut self.0));
        self.2 += 1;
        let count = self.2;
        yield_!((count.to_string(), &mut self.1));
        self.2 += 1;
    }
}

#[test]
fn of_a_tuple_struct() {
    let mut pair = Pair(vec![], vec![], 5);
    let lists: Vec<_> = pair.lists().collect();
    for (name, list) in lists {
        list.push(name.parse().unwrap());
    }
    assert_eq!((pair.0, pair.1, pair.2), (vec![6], vec![7], 8));
}

struct Named {
    name: String,
    seen: Vec<String>,
    rest: [u32; 3],
}

#[coro_core::coroutine]
fn of_a_parameter<'n>(
    named: &'n mut Named,
    times: usize,
) -> impl Resume<(), &'n mut u32, Return = usize> {
    for (index, item) in named.rest.iter_mut().enumerate() {
        named.seen.push(format!("{} {index}", named.name));
        if index < times {
            yield_!(item);
        }
        let add = || named.seen.len() + named.name.len();
        assert!(add() > 0, "{:?}", named.seen);
    }
    named.seen.len()
}

#[test]
fn of_a_named_parameter() {
    let mut named = Named { name: "n".into(), seen: vec![], rest: [1, 2, 3] };
    let mut coroutine = of_a_parameter(&mut named, 2);
    let mut lent = Vec::new();
    let count = loop {
        match coroutine.resume(()) {
            coro_core::CoroutineState::Yielded(item) => lent.push(item),
            coro_core::CoroutineState::Complete(count) => break count,
        }
    };
    assert_eq!(count, 3);
    assert_eq!(lent, [&mut 1, &mut 2]);
    drop(coroutine);
    assert_eq!(named.seen, ["n 0", "n 1", "n 2"]);
}

impl Named {
    /// Methods need the whole: then nothing is split, and what is yielded is borrowed from elsewhere.
    #[coro_core::coroutine]
    fn with_methods<'s>(&mut self, words: &'s str) -> impl Iterator<Item = &'s str> {
        for word in words.split(' ') {
            self.note(word);
            yield_!(word);
            self.rest[0] += 1;
        }
    }

    fn note(&mut self, word: &str) {
        self.seen.push(word.into());
    }
}

#[test]
fn beside_methods() {
    let mut named = Named { name: String::new(), seen: vec![], rest: [0; 3] };
    assert!(named.with_methods("a b").eq(["a", "b"]));
    assert_eq!((named.seen.len(), named.rest[0]), (2, 2));
}

struct Writer<'a> {
    out: &'a mut String,
    name: String,
}

fn put(text: &str, out: &mut String) {
    out.push_str(text);
}

impl Writer<'_> {
    #[coro_core::coroutine]
    fn name(&mut self) -> impl Iterator<Item = char> {
        for c in self.name.chars() {
            yield_!(c);
            put("<", self.out);
            self.out.push(c);
            put(">", self.out);
        }
    }
}

#[test]
fn beside_one_that_is_a_reference_and_passed_on() {
    let mut out = String::new();
    assert!(Writer { out: &mut out, name: "ab".into() }.name().eq(['a', 'b']));
    assert_eq!(out, "<a><b>");
}

#[derive(Debug, Clone, PartialEq)]
struct Point {
    x: u32,
    y: u32,
    more: Vec<u32>,
}

fn point(x: u32) -> Point {
    Point { x, y: x + 1, more: vec![x + 2, x + 3] }
}

enum Shape {
    Dot(Box<Point>),
    Line { from: Point, to: Point },
    Nothing,
}

struct Node {
    value: u32,
    next: Option<Box<Self>>,
}

/// Takes what is yielded, and changes it when all of it is there.
fn change<'a>(iterator: impl Iterator<Item = &'a mut u32>) -> Vec<u32> {
    let all: Vec<_> = iterator.collect();
    let values = all.iter().map(|value| **value).collect();
    for value in all {
        *value += 100;
    }
    values
}

#[test]
fn of_what_a_loop_binds() {
    #[coro_core::coroutine]
    fn all(points: &mut [Point]) -> impl Iterator<Item = &mut u32> {
        for point in points {
            if point.x > 1 {
                yield_!(&mut point.x);
            }
            yield_!(&mut point.more[0]);
            yield_!(&mut point.y);
        }
    }
    let mut points = [point(1), point(4)];
    assert_eq!(change(all(&mut points)), [3, 2, 4, 6, 5]);
    assert_eq!(points[0], Point { x: 1, y: 102, more: vec![103, 4] });
    assert_eq!(points[1], Point { x: 104, y: 105, more: vec![106, 7] });
}

#[test]
fn of_a_loop_in_a_loop() {
    #[coro_core::coroutine]
    fn all(points: &mut Vec<Point>) -> impl Iterator<Item = &mut u32> {
        for point in points.iter_mut() {
            for value in &mut point.more {
                yield_!(value);
            }
            yield_!(&mut point.x);
        }
    }
    let mut points = vec![point(1)];
    assert_eq!(change(all(&mut points)), [3, 4, 1]);
    assert_eq!(points[0], Point { x: 101, y: 2, more: vec![103, 104] });
}

#[test]
fn of_what_arms_bind() {
    #[coro_core::coroutine]
    fn all(shapes: &mut [Shape]) -> impl Iterator<Item = &mut u32> {
        for shape in shapes {
            match shape {
                Shape::Dot(at) => {
                    yield_!(&mut at.x);
                    yield_!(&mut at.y);
                }
                Shape::Line { from, to } => {
                    yield_!(&mut from.x);
                    yield_!(&mut to.x);
                    let sum = format!("{}", from.y + to.y);
                    yield_!(&mut to.y);
                    from.more.push(sum.len() as u32);
                }
                Shape::Nothing => {}
            }
        }
    }
    let line = Shape::Line { from: point(4), to: point(6) };
    let mut shapes = [Shape::Dot(Box::new(point(1))), Shape::Nothing, line];
    assert_eq!(change(all(&mut shapes)), [1, 2, 4, 6, 7]);
    let Shape::Line { from, .. } = &shapes[2] else { unreachable!() };
    assert_eq!((from.x, &*from.more), (104, [6, 7, 2].as_slice()));
}

#[test]
fn of_a_linked_list() {
    #[coro_core::coroutine]
    fn all(list: &mut Node) -> impl Iterator<Item = &mut u32> {
        let mut current = Some(list);
        while let Some(node) = current {
            yield_!(&mut node.value);
            current = node.next.as_deref_mut();
        }
    }
    let mut list = Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) };
    assert_eq!(change(all(&mut list)), [1, 2]);
    assert_eq!(change(all(&mut list)), [101, 102]);
}

#[test]
fn of_a_local() {
    #[coro_core::coroutine]
    fn all(points: &mut Vec<Point>) -> impl Iterator<Item = &mut u32> {
        let first = &mut points[0];
        yield_!(&mut first.x);
        let count = first.more.len();
        yield_!(&mut first.y);
        println!("{count}");
    }
    let mut points = vec![point(1), point(2)];
    assert_eq!(change(all(&mut points)), [1, 2]);
}

struct Branch {
    n: u32,
    kids: Vec<u32>,
    slot: Option<u32>,
}

fn branch(n: u32) -> Branch {
    Branch { n, kids: vec![n, n + 1], slot: Some(n) }
}

/// Goes on to the end, and shows what was yielded and what became of the branches.
fn shown(branches: &[Branch]) -> Vec<(u32, Vec<u32>, Option<u32>)> {
    branches.iter().map(|it| (it.n, it.kids.clone(), it.slot)).collect()
}

#[test]
fn of_what_mutable_iterators_give() {
    #[coro_core::coroutine]
    fn all(branches: &mut Vec<Branch>) -> impl Iterator<Item = u32> {
        for (index, branch) in branches.iter_mut().enumerate() {
            for kid in branch.kids.iter_mut() {
                yield_!(*kid);
                *kid += 10;
                branch.n += index as u32;
            }
            branch.n += 100;
        }
    }

    #[coro_core::coroutine]
    fn rest(branches: &mut Vec<Branch>) -> impl Iterator<Item = u32> {
        let mut rest = branches.iter_mut();
        while let Some(branch) = rest.next() {
            for kid in &branch.kids {
                yield_!(*kid);
                branch.slot = None;
            }
            yield_!(branch.n);
        }
    }
    let mut branches = vec![branch(1), branch(5)];
    assert!(all(&mut branches).eq([1, 2, 5, 6]));
    assert!(rest(&mut branches).eq([11, 12, 101, 15, 16, 107]));
    assert_eq!(shown(&branches), [(101, vec![11, 12], None), (107, vec![15, 16], None)]);
}

#[test]
fn of_what_methods_lend() {
    #[coro_core::coroutine]
    fn first(branches: &mut [Branch]) -> impl Iterator<Item = u32> {
        if let Some(branch) = branches.first_mut() {
            for kid in &mut branch.kids {
                yield_!(*kid);
                *kid = 2;
            }
            branch.n += 1;
        }
    }

    #[coro_core::coroutine]
    fn last(branches: &mut [Branch]) -> impl Iterator<Item = u32> {
        let branch = branches.last_mut().unwrap();
        let slot = &mut branch.slot;
        yield_!(branch.n);
        *slot = None;
        branch.n = 7;
    }
    let mut branches = [branch(1), branch(5)];
    assert!(first(&mut branches).eq([1, 2]));
    assert!(last(&mut branches).eq([5]));
    assert_eq!(shown(&branches), [(2, vec![2, 2], Some(1)), (7, vec![5, 6], None)]);
}

#[test]
fn of_slots() {
    #[coro_core::coroutine]
    fn all(slots: &mut [Option<u32>]) -> impl Iterator<Item = u32> {
        for slot in slots.iter_mut() {
            if let Some(x) = slot {
                yield_!(*x);
                *x += 1;
                if *x > 3 {
                    *slot = None;
                }
            }
        }
    }
    let mut slots = [Some(1), None, Some(5)];
    assert!(all(&mut slots).eq([1, 5]));
    assert_eq!(slots, [Some(2), None, None]);
}

struct Machine {
    state: State,
    steps: u32,
}

struct State {
    items: Vec<u32>,
    child: Option<Box<u32>>,
    count: u32,
}

#[test]
fn of_fields() {
    #[coro_core::coroutine]
    fn all(machine: &mut Machine) -> impl Iterator<Item = u32> {
        for item in machine.state.items.iter_mut() {
            yield_!(*item);
            machine.state.count += 1;
            *item += machine.state.count;
        }
        let child = machine.state.child.as_mut().unwrap();
        yield_!(**child);
        machine.steps += 1;
        machine.state.count = 9;
        **child += machine.steps;
    }
    let state = State { items: vec![1, 2], child: Some(Box::new(4)), count: 0 };
    let mut machine = Machine { state, steps: 2 };
    assert!(all(&mut machine).eq([1, 2, 4]));
    let Machine { state: State { items, child, count }, steps } = machine;
    assert_eq!((items, *child.unwrap(), count, steps), (vec![2, 4], 7, 9, 3));
}

#[test]
fn of_one_field() {
    #[coro_core::coroutine]
    fn all(machine: &mut Machine) -> impl Iterator<Item = u32> {
        for item in machine.state.items.iter() {
            if machine.state.count < *item {
                yield_!(*item);
                println!("{}", machine.state.count);
            }
        }
    }
    let state = State { items: vec![1, 2], child: None, count: 1 };
    let mut machine = Machine { state, steps: 2 };
    assert!(all(&mut machine).eq([2]));
}

/// Whose methods have names of those of lists, and count.
#[derive(Default)]
struct Cache {
    hits: u32,
}

impl Cache {
    fn get(&mut self, n: u32) -> u32 {
        self.hits += 1;
        n + self.hits
    }

    fn is_new(&mut self, n: u32) -> bool {
        self.hits += n;
        self.hits % 2 == 0
    }

    fn to_next(&mut self) -> u32 {
        self.hits += 1;
        self.hits
    }
}

struct Store {
    items: Vec<u32>,
    cache: Cache,
    map: std::collections::BTreeMap<u32, u32>,
    n: u32,
}

impl Store {
    fn new() -> Self {
        let (items, map) = (vec![1, 2], [(1, 10), (2, 20)].into());
        Self { items, cache: Cache::default(), map, n: 0 }
    }

    #[coro_core::coroutine]
    fn cached(&mut self) -> impl Iterator<Item = u32> {
        for x in self.items.iter() {
            let n = self.cache.get(*x);
            yield_!(n);
            if self.cache.is_new(*x) {
                yield_!(self.cache.to_next());
            }
        }
    }

    #[coro_core::coroutine]
    fn looked_up(&mut self) -> impl Iterator<Item = u32> {
        for x in &self.items {
            if let Some(y) = self.map.get(x) {
                yield_!(*y);
                self.n += self.map.len() as u32;
                yield_!(*y + self.n);
            }
            let y = self.map.get(x).unwrap();
            yield_!(*y + self.items.first().unwrap());
            self.n += self.map.get(x).copied().unwrap_or(3);
        }
        let last = self.items.get(1);
        self.n += last.map_or(0, |last| *last);
    }

    #[coro_core::coroutine]
    fn beside_the_last(&mut self) -> impl Iterator<Item = u32> {
        let x = self.items.last_mut().unwrap();
        yield_!(*x);
        *x += self.cache.get(3);
        self.n += 1;
        yield_!(self.n);
    }
}

/// What macros of the standard library change.
#[derive(Default)]
struct Report {
    items: Vec<u32>,
    out: String,
    n: u32,
    slot: Option<u32>,
    seen: std::collections::BTreeSet<u32>,
}

fn next(n: &mut u32) -> u32 {
    *n += 1;
    *n
}

impl Report {
    #[coro_core::coroutine]
    fn lines(&mut self) -> impl Iterator<Item = u32> {
        use std::fmt::Write;
        for x in self.items.iter() {
            write!(self.out, "{x}").unwrap();
            writeln!(&mut self.out, "/{}", self.items.len()).unwrap();
            yield_!(*x);
            self.out.push_str(&format!(
                "{}{};",
                {
                    self.n += 1;
                    self.n
                },
                self.seen.len()
            ));
            let both = vec![
                {
                    self.n += 10;
                    self.n
                },
                next(&mut self.n),
            ];
            assert!(self.seen.insert(*x), "{}", self.n);
            assert_eq!(
                {
                    self.n += 1;
                    self.n
                },
                both[1] + 1
            );
            if matches!(&mut self.slot, Some(d) if next(&mut d.clone()) > *x) {
                yield_!(self.slot.unwrap());
            }
            if matches!(std::mem::replace(&mut self.n, 4), 3..=40) {
                yield_!(both[0]);
            }
        }
    }
}

#[test]
fn of_what_macros_change() {
    let mut report = Report { items: vec![1, 2], slot: Some(1), ..Report::default() };
    assert!(report.lines().eq([1, 1, 11, 2, 15]));
    assert_eq!(report.out, "1/2\n10;2/2\n51;");
}

#[test]
fn of_methods_that_seem_to_look() {
    assert!(Store::new().cached().eq([2, 3, 6, 7]));
    assert!(Store::new().looked_up().eq([10, 12, 11, 20, 34, 21]));
    let mut store = Store::new();
    assert!(store.beside_the_last().eq([2, 1]));
    assert_eq!((store.items[1], store.cache.hits, store.n), (6, 1, 1));
}

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

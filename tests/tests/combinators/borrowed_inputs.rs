//! Inputs that borrow afresh on each resume go through every adaptor that passes inputs through.

use coro_core::{
    CoroutineState::{self, Complete, Yielded},
    Resume, arr, from_fn,
};

/// Sums the lengths of what it is lent, and returns the sum at an empty one.
#[derive(Clone, Debug, Default)]
struct Lengths(usize);

impl Resume<&str, usize> for Lengths {
    type Return = usize;

    fn resume(&mut self, text: &str) -> CoroutineState<usize, usize> {
        self.0 += text.len();
        if text.is_empty() { Complete(self.0) } else { Yielded(self.0) }
    }
}

/// Yields a part of what it is lent.
#[derive(Clone, Debug)]
struct Trim;

impl<'a> Resume<&'a str, &'a str> for Trim {
    type Return = ();

    fn resume(&mut self, text: &'a str) -> CoroutineState<&'a str, ()> {
        match text.trim() {
            "" => Complete(()),
            text => Yielded(text),
        }
    }
}

/// Resumes with texts that live only for the resume.
fn lend<C, Out>(mut coroutine: C) -> Vec<Out>
where
    C: for<'a> Resume<&'a str, Out>,
{
    let mut all = Vec::new();
    for n in 1..4 {
        let text = "x".repeat(n);
        if let Yielded(value) = coroutine.resume(&text) {
            all.push(value);
        }
    }
    all
}

/// The same for what borrows from the input.
fn lend_and_borrow<C>(mut coroutine: C) -> Vec<String>
where
    C: for<'a> Resume<&'a str, &'a str>,
{
    let mut all = Vec::new();
    for n in 1..4 {
        let text = format!(" {} ", "x".repeat(n));
        if let Yielded(value) = coroutine.resume(&text) {
            all.push(value.to_owned());
        }
    }
    all
}

fn halve(text: &str) -> &str {
    &text[..text.len() / 2]
}

#[test]
fn each_adaptor() {
    assert_eq!(lend(Lengths(0)), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).map(|n| n * 2)), [2, 6, 12]);
    assert_eq!(lend(Lengths(0).map_input(halve)), [1, 2]);
    assert_eq!(lend(Lengths(0).map_return(|n| n + 1)), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).inspect(|n| assert!(*n > 0))), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).enumerate()), [(0, 1), (1, 3), (2, 6)]);
    assert_eq!(lend(Lengths(0).scan(0, |s, n| Some(*s + n))), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).take(3)), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).take_while(|n| *n < 9)), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).fuse()), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).limit(3)), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).catch_unwind()), [1, 3, 6]);
    assert_eq!(lend(Lengths(0).pipe(arr(|n: usize| n + 1))), [2, 4, 7]);
    assert_eq!(lend(Lengths(0).tee(Lengths(5)))[0], (Some(1), Some(6)));
    assert_eq!(lend(Lengths(0).by_ref()), [1, 3, 6]);
    assert_eq!(lend(Box::new(Lengths(0))), [1, 3, 6]);
}

#[test]
fn a_chain_of_five() {
    let chain = Lengths(0)
        .map(|n| n + 1)
        .inspect(|n| assert!(*n > 1))
        .enumerate()
        .map(|(i, n)| n * 10 + i)
        .take(2)
        .fuse();
    assert_eq!(lend(chain), [20, 41]);
}

#[test]
fn trait_objects() {
    let boxed: Box<dyn for<'a> Resume<&'a str, usize, Return = usize>> = Box::new(Lengths(0));
    assert_eq!(lend(boxed.map(|n| n + 1)), [2, 4, 7]);
    let mut lengths = Lengths(0).take(2);
    let dynamic: &mut dyn for<'a> Resume<&'a str, usize, Return = Option<usize>> = &mut lengths;
    assert_eq!(lend(dynamic), [1, 3]);
}

#[test]
fn outputs_that_borrow_from_the_input() {
    fn not_empty(text: &&str) -> bool {
        !text.is_empty()
    }

    fn look(text: &&str) {
        assert!(not_empty(text));
    }

    let all = ["x", "xx", "xxx"];
    assert_eq!(lend_and_borrow(Trim), all);
    assert_eq!(lend_and_borrow(Trim.take(2)), all[..2]);
    assert_eq!(lend_and_borrow(Trim.take_while(not_empty)), all);
    assert_eq!(lend_and_borrow(Trim.inspect(look)), all);
    assert_eq!(lend_and_borrow(Trim.map_return(|()| 1)), all);
    assert_eq!(lend_and_borrow(Trim.fuse().limit(2)), all[..2]);
    assert_eq!(lend_and_borrow(Trim.map_input(halve)), ["x", "x"]);
    assert_eq!(lend_and_borrow(Trim.catch_unwind()), all);
    let boxed: Box<dyn for<'a> Resume<&'a str, &'a str, Return = ()>> = Box::new(Trim);
    assert_eq!(lend_and_borrow(boxed), all);
}

#[test]
fn closures_as_coroutines() {
    let mut longest = 0;
    let records = from_fn(|text: &str| {
        longest = longest.max(text.len());
        CoroutineState::<usize, ()>::Yielded(longest)
    });
    assert_eq!(lend(records.enumerate()), [(0, 1), (1, 2), (2, 3)]);
    // The same where the borrow goes through a pipe.
    assert_eq!(lend(arr::<_, usize>(str::len).pipe(arr(|n: usize| n * 2))), [2, 4, 6]);
}

#[test]
fn mutable_borrows() {
    /// Pushes its number of resumes.
    struct Pusher(usize);

    impl Resume<&mut Vec<usize>, usize> for Pusher {
        type Return = ();

        fn resume(&mut self, world: &mut Vec<usize>) -> CoroutineState<usize, ()> {
            world.push(self.0);
            self.0 += 1;
            Yielded(world.len())
        }
    }

    let mut pusher = Pusher(7).map(|len| len * 2).take(2).enumerate().fuse();
    let mut world = vec![0];
    assert_eq!(pusher.resume(&mut world), Yielded((0, 4)));
    assert_eq!(world, [0, 7]);
    assert_eq!(pusher.resume(&mut world), Yielded((1, 6)));
    assert_eq!(pusher.resume(&mut world), Complete(Some(None)));
    assert_eq!(world, [0, 7, 8]);
}

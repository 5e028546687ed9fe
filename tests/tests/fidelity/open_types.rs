//! Locals whose type a loop that suspends decides, and that the code behind it looks at.

use std::{
    cell::Cell,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

use coro_tests::{d, fidelity, see};

/// A generic type of one's own.
#[derive(Clone)]
struct Board<T> {
    last: Option<T>,
    all: Vec<T>,
}

impl<T> Board<T> {
    fn of(size: usize) -> Self {
        Self { last: None, all: Vec::with_capacity(size) }
    }
    fn add(&mut self, value: T) {
        self.all.push(value);
    }
    fn first(&self) -> &T {
        &self.all[0]
    }
}

macro_rules! open_types {
    ($size:ident; $($name:ident: $body:tt)*) => { $(open_type! { $size $name $body })* };
}

macro_rules! open_type {
    ($size:ident $name:ident $body:tt) => {
        fidelity! {
            fn $name() as (), takes u32, yields u32, returns u32 => {
                let $size = yield_!(0) as usize + 1;
                let _g = d("g");
                $body
            }
        }
    };
}

open_types! {
    size;
    of_an_unknown_capacity: {
        let mut list = Vec::with_capacity(size);
        for i in 0..2 { let n = yield_!(i); list.push(n); }
        list[0].pow(2)
    }
    of_the_capacity_of_another: {
        let words = [1, 2];
        let mut map = HashMap::with_capacity(words.len());
        for word in words { let n = yield_!(word); map.insert(word, n); }
        map[&1].pow(2)
    }
    of_an_underscore: {
        let mut list = Vec::<_>::new();
        for i in 0..2 { let n = yield_!(i); list.push(n); }
        list[0].pow(2)
    }
    of_a_written_underscore: {
        let mut map: BTreeMap<_, _> = BTreeMap::new();
        for i in 0..2 { let n = yield_!(i); map.insert(i, n); }
        map[&0].pow(2)
    }
    of_lists_in_a_list: {
        let mut lists = vec![Vec::new(); size];
        for i in 0..2 { let n = yield_!(i); lists[0].push(n); }
        lists[0][0].pow(2)
    }
    of_lists_in_an_array: {
        let mut lists = [const { Vec::new() }; 3];
        for i in 0..2 { let n = yield_!(i); lists[1].push(n); }
        lists[1][0].pow(2)
    }
    of_a_grid: {
        let mut grid = vec![vec![None; size]; size];
        for i in 0..2 { let n = yield_!(i); grid[0][0] = Some(n); }
        grid[0][0].unwrap().pow(2)
    }
    of_a_struct: {
        let mut board = Board { last: None, all: vec![] };
        for i in 0..2 { let n = yield_!(i); board.last = Some(n); board.all.push(n); }
        board.last.unwrap().pow(2)
    }
    of_a_struct_made_by_a_function: {
        let mut board = Board::of(size);
        for i in 0..2 { let n = yield_!(i); board.add(n); }
        board.first().pow(2)
    }
    of_what_is_collected: {
        let mut list = (0..size).map(|_| None).collect::<Vec<_>>();
        for i in 0..2 { let n = yield_!(i); list[0] = Some(n); }
        list[0].unwrap().pow(2)
    }
    of_an_array_from_a_function: {
        let mut list = std::array::from_fn::<_, 3, _>(|_| None);
        for i in 0..2 { let n = yield_!(i); list[0] = Some(n); }
        list[0].unwrap().pow(2)
    }
    of_defaults: {
        let mut list = vec![Default::default(); size];
        for i in 0..2 { let n = yield_!(i); list[0] = n; }
        u32::pow(list[0], 2) + list[0].count_ones()
    }
    of_a_branch: {
        let mut best = if size > 2 { None } else { yield_!(7); None };
        for i in 0..2 { let n = yield_!(i); best = Some(n); }
        best.unwrap().pow(2)
    }
    of_what_is_parsed: {
        let mut best = "1".parse().ok();
        for i in 0..2 { let n = yield_!(i); best = Some(n); }
        best.unwrap().pow(2)
    }
    of_a_handle: {
        let shared = Rc::new(Cell::new(None));
        let other = shared.clone();
        for i in 0..2 { other.set(Some(yield_!(i))); }
        shared.get().unwrap().pow(2)
    }
    of_a_loop_in_an_operand: {
        let mut list = Vec::new();
        for i in 0..2 { list.push(loop { let n = yield_!(i); if n > 0 { break n } if i == 0 { break 3 } break 4; }); }
        list[0].pow(2)
    }
    of_a_block_in_an_operand: {
        let mut list = Vec::new();
        for i in 0..2 { list.push({ while yield_!(i) > 2 { yield_!(5); break } yield_!(6) }); }
        list[0].pow(2)
    }
    of_a_loop_that_is_assigned: {
        let mut best = None;
        for i in 0..2 { best = Some(loop { break yield_!(i) }); }
        see("best", best.unwrap().pow(2));
        best.unwrap()
    }
}

/// A delegation is a loop, too.
#[test]
fn of_a_delegation() {
    use coro_core::Resume;

    #[coro_core::coroutine]
    fn one(n: u32) -> impl Resume<(), u32, Return = f64> {
        yield_!(n);
        f64::from(n)
    }

    #[coro_core::coroutine]
    fn largest() -> impl Resume<(), u32, Return = f64> {
        let mut list = Vec::new();
        let mut last = None;
        for i in 0..3 {
            list.push(yield_from!(one(i)));
            last = Some(yield_from!(one(i + 1)));
        }
        list[0].max(list[2]).max(last.unwrap().abs())
    }

    let mut yields = Vec::new();
    let largest = largest().drive((), |n| yields.push(n));
    assert_eq!(yields, [0, 1, 1, 2, 2, 3]);
    assert!((largest - 3.0).abs() < f64::EPSILON);
}

//! What an operation looks at in its place is indexed, or dereferenced, behind a suspension that follows in it.

use std::{
    num::Wrapping,
    ops::{Index, IndexMut},
};

use coro_tests::{Shelf, differs, log, see};

differs! {
    fn a_receiver_behind_an_overloaded_deref() as (), takes u32, yields u32 => {
        let shelf = Shelf::new("shelf", &[1]);
        log(shelf.eq(&vec![yield_!(1)]));
    }
    rustc "*shelf, yielded 1, true",
    ours "yielded 1, *shelf, true",
}

fn sum(list: &Vec<u32>, n: u32) -> u32 {
    see("sum", list.iter().sum::<u32>() + n)
}

differs! {
    /// It is converted where the function takes it.
    fn an_argument_that_refers_to_what_a_local_derefs_to() as (), takes u32, yields u32 => {
        let shelf = Shelf::new("shelf", &[1]);
        log(sum(&shelf, yield_!(1)));
    }
    rustc "*shelf, yielded 1, sum, 2",
    ours "yielded 1, *shelf, sum, 2",
}

differs! {
    fn a_receiver_that_is_indexed() as (), takes u32, yields u32 => {
        let list = vec![2_u32];
        log(list[see("index", 4)].pow(yield_!(1)));
    }
    rustc "index, resume panicked: index out of bounds: the len is 1 but the index is 4",
    ours "index, yielded 1, resume panicked: index out of bounds: the len is 1 but the index is 4",
}

differs! {
    fn a_callee_that_is_indexed() as (), takes u32, yields u32 => {
        let list = vec![|n: u32| n];
        log(list[see("index", 4)](yield_!(1)));
    }
    rustc "index, resume panicked: index out of bounds: the len is 1 but the index is 4",
    ours "index, yielded 1, resume panicked: index out of bounds: the len is 1 but the index is 4",
}

differs! {
    fn a_left_side_of_a_comparison() as (), takes u32, yields u32 => {
        let shelf = Shelf::new("shelf", &[1]);
        log(shelf[see("index", 0_u32)] < yield_!(1));
    }
    rustc "index, shelf[0], yielded 1, false",
    ours "index, yielded 1, shelf[0], false",
}

differs! {
    fn what_is_indexed() as (), takes usize, yields u32 => {
        let table = vec![[1, 2]];
        log(table[see("index", 4)][yield_!(1)]);
    }
    rustc "index, resume panicked: index out of bounds: the len is 1 but the index is 4",
    ours "index, yielded 1, resume panicked: index out of bounds: the len is 1 but the index is 4",
}

differs! {
    fn an_argument_of_format() as (), takes u32, yields u32 => {
        let shelf = Shelf::new("shelf", &[1]);
        log(format!("{} {}", shelf[see("index", 0_u32)], yield_!(1)));
    }
    rustc "index, shelf[0], yielded 1, 1 1",
    ours "index, yielded 1, shelf[0], 1 1",
}

/// A list that shows when it is indexed.
struct Sums([Wrapping<u32>; 1]);

impl Index<usize> for Sums {
    type Output = Wrapping<u32>;
    fn index(&self, index: usize) -> &Wrapping<u32> {
        &self.0[index]
    }
}

impl IndexMut<usize> for Sums {
    fn index_mut(&mut self, index: usize) -> &mut Wrapping<u32> {
        log("indexed");
        &mut self.0[index]
    }
}

differs! {
    fn the_place_of_an_overloaded_compound_assignment() as (), takes u32, yields u32 => {
        let mut sums = Sums([Wrapping(1)]);
        sums[0] += yield_!(1);
        log(sums.0[0]);
    }
    rustc "indexed, yielded 1, 2",
    ours "yielded 1, indexed, 2",
}

/// A value that says when it is compared.
#[derive(Debug)]
struct Compared(u32);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        log("compared");
        self.0 == other.0
    }
}

differs! {
    fn an_assertion_whose_message_suspends() as (), takes u32, yields u32 => {
        let (one, other) = (Compared(1), Compared(2));
        assert_eq!(one, other, "differ {:?}", yield_!(3));
    }
    rustc "compared, yielded 3, resume panicked: assertion `left == right` failed: differ 1\n  left: Compared(1)\n right: Compared(2)",
    ours "compared, yielded 3, compared, resume panicked: assertion `left == right` failed: differ 1\n  left: Compared(1)\n right: Compared(2)",
}

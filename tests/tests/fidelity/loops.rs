//! `loop`, `while`, `for`: per-iteration scopes, values, exits.

use std::collections::BTreeMap;

use coro_tests::{D, d, eat, fidelity, log, see};

/// An iterator whose steps and drop show.
#[derive(Clone, Debug)]
struct Steps {
    guard: D,
    next: u32,
    end: u32,
}

fn steps(name: &str, end: u32) -> Steps {
    Steps { guard: d(name), next: 0, end }
}

impl Iterator for Steps {
    type Item = D;
    fn next(&mut self) -> Option<D> {
        log(format_args!("next of {}", self.guard.name()));
        (self.next < self.end).then(|| {
            self.next += 1;
            d(format!("{}{}", self.guard.name(), self.next))
        })
    }
}

fidelity! {
    fn a_counted_loop(n: u32) as (4), yields u32 => {
        for i in 0..n {
            yield_!(i);
        }
    }
}

fidelity! {
    fn while_with_a_counter(mut n: u32) as (3), yields u32, returns u32 => {
        let mut sum = 0;
        while n > 0 {
            yield_!(n);
            sum += n;
            n -= 1;
        }
        sum
    }
}

fidelity! {
    fn while_whose_condition_suspends() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        while yield_!(n) {
            n += 1;
            if n == 5 { break }
        }
        n
    }
}

fidelity! {
    fn while_with_suspending_operands_in_its_condition() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while n + yield_!(1) < yield_!(2) && n < 4 || yield_!(3) == 7 {
            let round = d(format!("round{n}"));
            n += 1;
            yield_!(n * 10);
        }
        n
    }
}

fidelity! {
    fn fibonacci() as (), yields u64 => {
        let (mut a, mut b) = (0, 1);
        for _ in 0..10 {
            yield_!(a);
            (a, b) = (b, a + b);
        }
    }
}

fidelity! {
    fn an_endless_loop() as (), takes u32, yields u32 => {
        let mut total = 0;
        loop {
            total += yield_!(total);
        }
    }
}

fidelity! {
    fn loop_with_a_value() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        let found = loop {
            let round = d("round");
            let n = yield_!(1);
            if n > 5 {
                break n + round.id();
            }
        };
        yield_!(found);
        found
    }
}

fidelity! {
    fn break_with_a_suspending_value() as (), takes u32, yields u32, returns u32 => {
        loop {
            let round = d("round");
            break yield_!(1) + yield_!(round.id());
        }
    }
}

fidelity! {
    fn locals_of_an_iteration_drop_before_the_next() as (), yields u32 => {
        for i in 0..3 {
            let a = d(format!("a{i}"));
            yield_!(i);
            let b = d(format!("b{i}"));
        }
    }
}

fidelity! {
    fn continue_drops_the_iteration() as (), takes bool, yields u32 => {
        for i in 0..4 {
            let a = d(format!("a{i}"));
            if yield_!(i) {
                let b = d(format!("b{i}"));
                continue;
            }
            let c = d(format!("c{i}"));
            yield_!(i + 10);
        }
    }
}

fidelity! {
    fn break_drops_the_iteration() as (), takes bool, yields u32, returns u32 => {
        let outer = d("outer");
        let mut n = 0;
        loop {
            let a = d("a");
            n += 1;
            if yield_!(n) {
                let b = d("b");
                break;
            }
            let c = d("c");
        }
        yield_!(n);
        n
    }
}

fidelity! {
    fn return_from_nested_loops() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        for i in 0..3 {
            let b = d(format!("b{i}"));
            while yield_!(i) < 5 {
                let c = d(format!("c{i}"));
                loop {
                    let e = d("e");
                    match yield_!(i * 10) {
                        0 => return 0,
                        1 | 2 => break,
                        7 => return e.id(),
                        _ => {}
                    }
                }
            }
        }
        1
    }
}

fidelity! {
    fn the_iterator_of_a_for_loop_lives_as_long_as_the_loop() as (), yields u32 => {
        let before = d("before");
        for step in steps("it", 2) {
            let in_body = d("body");
            yield_!(step.id());
        }
        log("after the loop");
        yield_!(9);
    }
}

fidelity! {
    fn the_iterator_is_dropped_by_a_break() as (), takes bool, yields u32 => {
        for step in steps("it", 4) {
            if yield_!(step.n) {
                log("leaving");
                break;
            }
        }
        log("after the loop");
        yield_!(9);
    }
}

fidelity! {
    fn the_item_is_moved_in_the_body() as (), yields u32, returns Vec<D> => {
        let mut kept = Vec::new();
        for step in steps("it", 3) {
            yield_!(kept.len() as u32);
            kept.push(step);
            yield_!(kept.len() as u32);
        }
        kept
    }
}

fidelity! {
    fn the_iterator_expression_suspends() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in yield_!(1)..yield_!(2) + 3 {
            sum += i;
        }
        for i in yield_!(3)..yield_!(4) + 3 {
            sum += yield_!(i);
        }
        sum
    }
}

fidelity! {
    fn loops_in_loops(n: u32) as (3), yields (u32, u32), returns u32 => {
        let mut count = 0;
        for i in 0..n {
            for j in i..n {
                count += 1;
                yield_!((i, j));
            }
            if i == 1 { yield_!((100, count)); }
        }
        count
    }
}

fidelity! {
    fn a_loop_without_suspension_beside_one_with() as (), yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..10 { if i % 2 == 0 { continue } sum += i; if sum > 20 { break } }
        for i in 0..2 {
            let mut j = 0;
            while j < i { j += 1; sum += j; }
            yield_!(sum);
        }
        let last = loop { sum += 1; if sum % 7 == 0 { break sum } };
        yield_!(last);
        sum
    }
}

fidelity! {
    fn suspension_only_before_a_continue() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        while n < 6 {
            n += 1;
            if n % 2 == 0 {
                yield_!(n);
                continue;
            }
            log(n);
        }
        n
    }
}

fidelity! {
    fn suspension_only_before_a_break() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        loop {
            let round = d("round");
            n += 1;
            if n == 3 {
                yield_!(n);
                break;
            }
        }
        n
    }
}

fidelity! {
    fn break_in_a_condition() as (), takes bool, yields u32, returns u32 => {
        let mut n = 0;
        'outer: loop {
            let a = d("a");
            while if yield_!(n) { break 'outer 3 } else { yield_!(1) } {
                n += 1;
                if n > 3 { return n }
            }
            log("inner loop left");
            n += 10;
            if n > 30 { break n }
        }
    }
}

fidelity! {
    fn a_loop_carried_droppable() as (), takes bool, yields u32, returns u32 => {
        let mut current = d("start");
        let mut n = 0;
        while n < 4 {
            n += 1;
            if yield_!(current.id()) {
                current = d(format!("next{n}"));
            }
        }
        current.id()
    }
}

fidelity! {
    fn a_loop_that_consumes_a_collection(items: Vec<D>) as (vec![d("a"), d("b"), d("c")]), takes bool, yields u32, returns usize => {
        let mut items = items;
        let mut n = 0;
        while let Some(item) = items.pop() {
            n += 1;
            if yield_!(item.n) { break }
        }
        items.len()
    }
}

fidelity! {
    fn for_over_references_to_outer_data(items: &'static [u32]) as (&[3, 1, 2]), yields u32, returns u32 => {
        let mut best = 0;
        for item in items {
            if *item > best {
                best = *item;
            }
            yield_!(best);
        }
        best
    }
}

fidelity! {
    fn adaptor_chains_in_the_loop_head() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        let base = 2;
        for x in (1..9).map(move |x| x * base).filter(|x| x % 3 != 1).rev().skip(1) {
            sum += yield_!(x);
        }
        sum
    }
}

fidelity! {
    fn for_over_maps_and_options() as (), yields String, returns usize, unclonable => {
        let map = BTreeMap::from([("one", 1), ("two", 2)]);
        let n = map.len();
        for (key, value) in map {
            yield_!(format!("{key}={value}"));
        }
        for x in Some(5) { yield_!(x.to_string()); }
        for c in "ab".chars() { yield_!(c.into()); }
        n
    }
}

fidelity! {
    fn a_sieve(limit: usize) as (30), yields usize, returns usize => {
        let mut composite = vec![false; limit];
        let mut count = 0;
        for n in 2..limit {
            if composite[n] { continue; }
            yield_!(n);
            count += 1;
            let mut m = n * n;
            while m < limit {
                composite[m] = true;
                m += n;
            }
        }
        count
    }
}

fidelity! {
    fn collatz(mut n: u64) as (7), yields u64, returns u32 => {
        let mut steps = 0;
        while n != 1 {
            yield_!(n);
            n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        steps
    }
}

fidelity! {
    fn permutations_by_heap(mut items: Vec<u32>) as (vec![1, 2, 3]), yields Vec<u32> => {
        let n = items.len();
        let mut counters = vec![0; n];
        yield_!(items.clone());
        let mut i = 0;
        while i < n {
            if counters[i] < i {
                let j = if i % 2 == 0 { 0 } else { counters[i] };
                items.swap(j, i);
                yield_!(items.clone());
                counters[i] += 1;
                i = 0;
            } else {
                counters[i] = 0;
                i += 1;
            }
        }
    }
}

fidelity! {
    fn a_tree_walk_with_an_explicit_stack() as (), yields u32, returns usize => {
        #[derive(Clone)]
        enum Tree { Leaf, Node(Box<Tree>, u32, Box<Tree>) }
        use Tree::{Leaf, Node};
        fn node(a: Tree, n: u32, b: Tree) -> Tree { Node(Box::new(a), n, Box::new(b)) }
        let mut stack = vec![(node(node(Leaf, 1, Leaf), 2, node(Leaf, 3, node(Leaf, 4, Leaf))), false)];
        let mut most = 0;
        while let Some((tree, visited)) = stack.pop() {
            most = most.max(stack.len());
            match tree {
                Leaf => {}
                Node(a, n, b) if visited => yield_!(n),
                Node(a, n, b) => {
                    stack.push((*b, false));
                    stack.push((node(Leaf, n, Leaf), true));
                    stack.push((*a, false));
                }
            }
        }
        most
    }
}

fidelity! {
    fn a_for_pattern() as (), yields u32, returns u32 => {
        let mut sum = 0;
        for (i, (a, _)) in [(1, d("x")), (2, d("y"))].into_iter().enumerate() {
            yield_!(i as u32 + a);
            sum += a;
        }
        for D { n, .. } in &[d("p"), d("q")] { sum += n; }
        sum
    }
}

fidelity! {
    /// What a loop's pattern does not bind is dropped with the item.
    fn a_wildcard_in_a_for_pattern() as (), yields u32 => {
        for (a, _) in vec![(d("a1"), d("b1")), (d("a2"), d("b2"))] {
            yield_!(a.n);
        }
        for _ in vec![d("c1"), d("c2")] {
            yield_!(0);
        }
    }
}

fidelity! {
    /// A `continue` in the condition of a loop.
    fn a_condition_that_continues(n: u32) as (3), takes (), yields u32, returns u32 => {
        let mut tries = 0;
        'outer: while if tries < n { tries += 1; if tries % 2 == 1 { continue 'outer; } true } else { false } {
            log(tries);
            yield_!(tries);
        }
        tries
    }
}

fidelity! {
    /// What the value of a `break` makes ends with it, before what the arm binds.
    fn a_break_that_ends_temporaries(n: u32) as (1), takes u32, yields u32, returns u32 => {
        let m = loop {
            match (d("a"), d("b")) {
                (a, b) => { break see("break", { yield_!(a.n); d("c") }.id()) + see("more", d("d").id()) }
            }
        };
        n + m
    }
}

//! Nothing needs a written type that the same body in a plain function would not need.

use std::collections::{BTreeMap, HashSet, VecDeque};

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_collection_filled_later() as (), takes u8, yields usize, returns Vec<u8> => {
        let mut all = Vec::new();
        yield_!(0);
        all.push(yield_!(all.len()));
        yield_!(all.len());
        all
    }
}

fidelity! {
    fn a_collection_filled_in_a_loop() as (), takes u32, yields usize, returns usize => {
        let mut map = BTreeMap::new();
        let mut queue = VecDeque::new();
        let mut seen = HashSet::new();
        for i in 0..4 {
            let n = yield_!(map.len() + queue.len());
            if seen.insert(n) { map.insert(n, i); queue.push_back((n, "x")); }
        }
        map.len() * 10 + queue.len()
    }
}

fidelity! {
    fn an_option_decided_later() as (), takes u32, yields bool, returns Option<String> => {
        let mut best = None;
        for _ in 0..3 {
            let n = yield_!(best.is_some());
            if best.as_ref().map_or(true, |(b, _)| n > *b) { best = Some((n, n.to_string())); }
        }
        best.map(|(_, text)| text)
    }
}

fidelity! {
    fn integers_decided_by_a_later_use() as (), takes u32, yields u64, returns i8 => {
        let a = 1;
        let b = 2;
        let mut c = 3;
        yield_!(a);
        c += 1;
        yield_!(a + 5);
        let d: i8 = b;
        d + c
    }
}

fidelity! {
    fn integers_decided_by_an_index() as (), takes u32, yields u32, returns u32 => {
        let mut i = 0;
        let list = [5, 6, 7];
        while i < list.len() {
            yield_!(list[i]);
            i += 1;
        }
        list[i - 1]
    }
}

fidelity! {
    fn floats() as (), takes u32, yields f32, returns f32 => {
        let mut x = 0.5;
        let half = 0.5;
        for _ in 0..2 {
            x = x * 3.0 + half;
            yield_!(x);
        }
        x
    }
}

fidelity! {
    fn parse_and_collect_by_use() as (), takes &'static str, yields usize, returns Result<Vec<u16>, std::num::ParseIntError> => {
        let text = yield_!(0);
        let all = text.split(' ').map(|word| word.parse()).collect();
        yield_!(1);
        all
    }
}

fidelity! {
    fn default_by_use() as (), takes u32, yields usize, returns (String, u8) => {
        let mut text = Default::default();
        let n = Default::default();
        yield_!(1);
        std::mem::swap(&mut text, &mut String::from("x"));
        (text, n)
    }
}

fidelity! {
    fn closures_inferred_by_their_call() as (), takes u32, yields u32, returns u32 => {
        let add = |a, b| a + b;
        let n = add(yield_!(1), 2);
        let show = |x| format!("{x:?}");
        yield_!(show(n).len() as u32);
        n
    }
}

fidelity! {
    fn enumerate_and_zip() as (), takes u32, yields (usize, char), returns u32 => {
        let mut sum = 0;
        for (i, (c, n)) in "abc".chars().zip([1, 2, 3]).enumerate() {
            sum += n * yield_!((i, c));
        }
        sum
    }
}

fidelity! {
    fn stored_iterators() as (), takes bool, yields u32, returns Vec<u32> => {
        let mut evens = (0..).step_by(2);
        let mut rest = (1..10).filter(|n| n % 3 == 0).peekable();
        let mut all = Vec::new();
        while all.len() < 5 {
            let next = if yield_!(all.len() as u32) { evens.next() } else { rest.next() };
            all.extend(next);
            if rest.peek().is_none() { break }
        }
        all
    }
}

fidelity! {
    fn coercions_of_the_yielded_value() as (), takes u32, yields &'static [u32], returns usize, unclonable => {
        let boxed: Box<dyn Fn(u32) -> u32> = Box::new(|n| n + 1);
        let array: &'static [u32; 2] = &[1, 2];
        yield_!(array);
        yield_!(&[3, 4, 5]);
        boxed(yield_!(&[])) as usize
    }
}

fidelity! {
    fn coercions_of_the_return_value() as (), takes bool, yields u32, returns Box<dyn std::fmt::Debug>, unclonable => {
        if yield_!(1) { return Box::new(5) }
        yield_!(2);
        Box::new("text")
    }
}

fidelity! {
    fn generic_constructors() as (), takes u32, yields usize, returns usize => {
        let (mut a, mut b) = (Vec::with_capacity(2), None);
        let mut pair = Default::default();
        for i in 0..3 {
            a.push(b);
            let n = yield_!(a.len());
            b = Some(n);
            pair = (n, i);
        }
        let (x, y): (u32, usize) = pair;
        a.iter().flatten().count() + y + x as usize
    }
}

fidelity! {
    fn deferred_types() as (), takes u32, yields u32, returns String => {
        let x;
        let y;
        if yield_!(1) > 3 { x = "a".into(); y = yield_!(2); } else { y = 5; x = String::new(); }
        yield_!(y);
        x
    }
}

fidelity! {
    fn the_input_type_decides() as (), takes (u8, Option<i64>), yields usize, returns i64 => {
        let (mut small, mut large) = yield_!(0);
        small += 1;
        while let (n, Some(m)) = yield_!(small.into()) {
            small = small.wrapping_add(n);
            large = large.map(|l| l + m);
            if small > 20 { break }
        }
        large.unwrap_or_default() + i64::from(small)
    }
}

fidelity! {
    fn results_with_an_error_type_from_the_return() as (), takes u32, yields u32, returns Result<u32, String> => {
        let n = yield_!(1);
        let r = if n > 4 { Ok(n) } else { Err("small".into()) };
        yield_!(2);
        r
    }
}

fidelity! {
    fn turbofish_and_paths() as (), takes u32, yields usize, returns usize => {
        let list = Vec::<u8>::new();
        let size = std::mem::size_of::<(u8, u32)>() + usize::from(true);
        let n = <usize as std::str::FromStr>::from_str("3").unwrap_or(yield_!(list.len()) as usize);
        yield_!(size);
        n + Iterator::sum::<usize>([1, 2].into_iter())
    }
}

fidelity! {
    fn arrays_of_inferred_length() as (), takes u32, yields usize, returns u32 => {
        let grid = [[0; 3]; 2];
        let mut flat = [0; 6];
        for (i, cell) in grid.into_iter().flatten().enumerate() {
            flat[i] = cell + yield_!(i);
        }
        flat.iter().sum()
    }
}

fidelity! {
    fn recursion_on_boxed_closures() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut f: Box<dyn Fn(u32) -> u32> = Box::new(|n| n);
        for i in 1..4 {
            let g = f;
            f = Box::new(move |n| g(n) * 2 + i);
            yield_!(f(i));
        }
        f(yield_!(100))
    }
}

fidelity! {
    fn a_type_decided_by_a_value_after_the_suspension() as (), takes u32, yields String, returns u8 => {
        let mut n = Default::default();
        yield_!(format!("{n:?}"));
        n = 3u8;
        yield_!(String::new());
        n
    }
}

fidelity! {
    fn a_literal_whose_type_a_later_value_decides() as (), takes u32, yields usize, returns i64 => {
        let mut n = 1;
        yield_!(size_of_val(&n));
        n = 5;
        yield_!(size_of_val(&n));
        n = i64::MAX;
        yield_!(3);
        n = 7;
        n
    }
}

fidelity! {
    fn a_collection_that_is_replaced() as (), takes u8, yields usize, returns () => {
        let mut all = Vec::new();
        yield_!(all.capacity());
        all = vec![d("first")];
        yield_!(all.len());
        all = Vec::new();
        all.push(d("second"));
    }
}

fidelity! {
    fn a_deferred_local_set_in_two_branches() as (), takes u8, yields u32, returns String => {
        let text;
        if yield_!(1) > 2 {
            text = "big".into();
            yield_!(2);
        } else {
            text = String::from("small");
            yield_!(3);
        }
        text
    }
}

fidelity! {
    /// The type written on a `let` is what the arms are converted to.
    fn values_of_a_common_type() as (), takes u32, yields u32, returns u32 => {
        fn twice(n: u32) -> u32 { n * 2 }
        fn thrice(n: u32) -> u32 { n * 3 }
        let step: fn(u32) -> u32 = match yield_!(1) { 0 => { yield_!(2); twice } 1 => thrice, n => twice };
        let list: &'static [u32] = if yield_!(step(1)) > 1 { yield_!(3); &[1, 2] } else { &[3] };
        let shown: Box<dyn Fn(u32) -> u32> = if yield_!(4) > 1 { yield_!(5); Box::new(twice) } else { Box::new(|n| n) };
        shown(list.len() as u32)
    }
}

fidelity! {
    /// A parameter that gets a new value behind a suspension has the type that is written on it.
    fn a_parameter_that_is_replaced_in_its_fields_value(mut x: (D, D)) as ((d("x"), d("y"))), takes bool, yields u32, returns u32 => {
        x.0 = if { x = (d("a"), { yield_!(1); d("b") }); true } { d("c") } else { d("d") };
        let mut z = (d("z"), d("zz"));
        z.0 = if { z = (d("e"), { yield_!(2); d("f") }); true } { d("g") } else { d("h") };
        x.0.n + z.1.n
    }
}

fidelity! {
    fn a_boxed_closure_that_is_called_once() as (), takes u32, yields u32, returns u32, unclonable => {
        let x = d("x");
        let f: Box<dyn FnOnce() -> u32> = Box::new(move || eat(x));
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

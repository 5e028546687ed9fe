//! Parameters: patterns, `mut`, wildcards, the first input, and the order in which they drop.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone)]
struct Pair {
    x: D,
    y: D,
}

fidelity! {
    /// In order of declaration before the first resume, in reverse after it.
    fn plain_names(a: D, b: D, c: D) as (d("a"), d("b"), d("c")), takes u32, yields u32, returns u32 => {
        let local = d("local");
        yield_!(1);
        b.id()
    }
}

fidelity! {
    fn unused(a: D, _b: D, n: u32) as (d("a"), d("b"), 3), yields u32 => {
        log("body");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn mutable(mut a: D, mut n: u32) as (d("a"), 3), takes u32, yields u32, returns u32 => {
        a.touch();
        n += yield_!(n);
        a.touch();
        yield_!(n);
        n + a.n
    }
}

fidelity! {
    fn wildcards(_: D, b: D, _: D) as (d("a"), d("b"), d("c")), yields u32, returns u32 => {
        let local = d("local");
        yield_!(1);
        b.id()
    }
}

fidelity! {
    fn a_reference_pattern(&(a, ref b): &'static (u32, String), &[x, ..]: &'static [u32; 2]) as (Box::leak(Box::new((1, "text".to_owned()))), &[5, 6]), takes u32, yields u32, returns usize => {
        let n = yield_!(a + x);
        b.len() + (a + n) as usize
    }
}

fidelity! {
    fn a_pattern_with_mut((mut a, mut b): (u32, D)) as ((1, d("b"))), takes u32, yields u32, returns u32 => {
        a += yield_!(a);
        b.touch();
        yield_!(a);
        a + b.n
    }
}

fidelity! {
    fn an_at_pattern(all @ (a, b): (u32, u32)) as ((1, 2)), takes u32, yields u32, returns u32 => {
        yield_!(all.0 + a);
        yield_!(all.1 + b)
    }
}

fidelity! {
    fn the_first_input() as (), first seed, takes u32, yields u32, returns u32 => {
        log(seed);
        let second = yield_!(seed);
        seed * 10 + second
    }
}

fidelity! {
    fn a_droppable_first_input(a: D,) as (d("a")), first seed, takes D, yields u32, returns u32 => {
        let local = d("local");
        let second = yield_!(seed.id());
        let third = yield_!(second.id());
        log("end");
        third.n
    }
}

fidelity! {
    fn an_unused_first_input(a: D,) as (d("a")), first _seed, takes D, yields u32 => {
        log("body");
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn a_moved_first_input() as (), first seed, takes D, yields D, returns D => {
        let second = yield_!(seed);
        yield_!(second)
    }
}

fidelity! {
    fn the_first_input_without_a_parameter(a: D) as (d("a")), takes D, yields u32, returns D => {
        log("body");
        yield_!(1)
    }
}

fidelity! {
    fn parameters_moved_one_by_one(a: D, b: D, c: D) as (d("a"), d("b"), d("c")), yields u32, returns u32 => {
        let n = eat(b);
        yield_!(n);
        let m = eat(a);
        yield_!(m);
        log("end");
        c.id()
    }
}

fidelity! {
    fn a_parameter_returned(a: D, b: D) as (d("a"), d("b")), takes bool, yields u32, returns D => {
        if yield_!(1) { a } else { b }
    }
}

fidelity! {
    fn parameters_evaluated_in_the_call(a: u32, b: u32, c: D) as (see("one", 1), see("two", 2), d("three")), yields u32 => {
        yield_!(a * 10 + b);
    }
}

fidelity! {
    fn a_parameter_used_after_an_inner_loop(limit: u32, tag: D, items: Vec<D>) as (2, d("tag"), vec![d("i"), d("j")]), takes bool, yields u32, returns u32 => {
        for item in items {
            for i in 0..limit {
                if yield_!(item.n + i) { break }
            }
        }
        log("loops done");
        yield_!(0);
        tag.id()
    }
}

fidelity! {
    fn function_pointers_and_references(f: fn(u32) -> u32, text: &'static str, all: &'static [u32]) as (|n| n + 1, "abc", &[1, 2]), takes u32, yields u32, returns usize => {
        let mut n = f(0);
        for item in all {
            n = f(n) + yield_!(n + item);
        }
        yield_!(f(n));
        text.len() + n as usize
    }
}

fidelity! {
    fn as_many_as_it_takes(a: u8, b: u16, c: u32, e: u64, f: i8, g: bool, h: char, i: String, j: (), k: Option<D>) as (1, 2, 3, 4, -5, true, 'h', "i".into(), (), Some(d("k"))), takes u32, yields u64, returns String => {
        let n = yield_!(u64::from(a) + u64::from(b) + u64::from(c) + e);
        j;
        yield_!(f.unsigned_abs() as u64 + g as u64 + n as u64);
        format!("{h}{i}{k:?}")
    }
}

fidelity! {
    /// What the pattern leaves unbound lives as long as the parameter.
    fn a_pattern_with_a_wildcard((a, _): (D, D), c: D) as ((d("a"), d("unbound")), d("c")), yields u32, returns u32 => {
        let local = d("local");
        yield_!(1);
        log("end");
        a.id()
    }
}

fidelity! {
    fn a_tuple_pattern((a, b): (D, D), c: D) as ((d("a"), d("b")), d("c")), yields u32, returns u32 => {
        let local = d("local");
        yield_!(1);
        a.id() + c.n
    }
}

fidelity! {
    fn an_attribute_on_a_parameter(#[allow(unused_mut)] mut a: u32, #[cfg(any())] gone: Missing, b: u32) as (1, 2), takes u32, yields u32, returns u32 => {
        a + b + yield_!(a)
    }
}

fidelity! {
    /// A pattern that binds nothing leaves the parameter whole.
    fn of_which_a_pattern_binds_nothing(Both { .. }: Both, y: D) as (Both { a: d("a"), b: d("b") }, d("y")), takes (), yields u32, returns u32 => {
        yield_!(1);
        yield_!(2);
        3
    }
}

#[derive(Clone, Debug)]
struct Both {
    a: D,
    b: D,
}

fidelity! {
    /// The first block only jumps to the loop, which the parameter is not passed on to.
    fn unused_in_front_of_a_loop(_number: u32, limit: u32) as (1, 2), takes u32, yields u32 => {
        loop {
            if yield_!(limit) > limit {
                break;
            }
        }
    }
}

fidelity! {
    /// `..` beside copied fields: the whole stays in its place.
    fn a_pattern_that_copies_fields(Counted { n, left: _, .. }: Counted) as (Counted { n: 3, left: d("left"), rest: d("rest") }), takes (), yields u32, returns u32 => {
        yield_!(n);
        let x = d("x");
        yield_!(2);
        n
    }
}

#[derive(Clone)]
struct Counted {
    n: u32,
    left: D,
    #[allow(dead_code)]
    rest: D,
}

fidelity! {
    /// Parts of a parameter without names, and one of a value in the body.
    fn unnamed_parts_here_and_there(Pair { x: _, y: _ }: Pair, (_, n): (D, u32)) as (Pair { x: d("x"), y: d("y") }, (d("z"), 2)), takes (), yields u32, returns u32 => {
        let mut left = n;
        while let Some(_) = (left > 0).then(|| d("step")) {
            left -= 1;
            yield_!(left);
        }
        n
    }
}

fidelity! {
    /// Elements of arrays live as long as the parameter, too.
    fn arrays_with_wildcards([a, _]: [D; 2], [_, (b, _), ..]: [(D, D); 4], ([_, n], c): ([u32; 2], D)) as ([d("a"), d("a2")], [(d("b1"), d("b2")), (d("b3"), d("b4")), (d("b5"), d("b6")), (d("b7"), d("b8"))], ([1, 2], d("c"))), takes (), yields u32, returns u32 => {
        let local = d("local");
        yield_!(n);
        eat(a);
        yield_!(b.n);
        c.id()
    }
}

fidelity! {
    fn an_array_pattern([a, b, ..]: [D; 4]) as ([d("a"), d("b"), d("c"), d("e")]), yields u32, returns u32 => {
        yield_!(1);
        drop(a);
        yield_!(2);
        b.id()
    }
}

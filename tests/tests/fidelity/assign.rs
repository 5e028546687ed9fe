//! Assignments around suspensions: right sides first, then the operands of the place.

use std::num::Wrapping;

use coro_tests::{D, Shelf, d, eat, fidelity, log, see};

fn look(x: &D) -> u32 {
    see("look", x.n)
}

fidelity! {
    fn to_a_local() as (), takes u32, yields u32, returns u32 => {
        let mut x = 1;
        x = yield_!(x);
        x = x + yield_!(x);
        x = { yield_!(x); x + 1 };
        x
    }
}

fidelity! {
    /// The old value is dropped when the new one is there.
    fn of_a_droppable() as (), takes u32, yields u32, returns u32 => {
        let mut a = d("old");
        a = { let n = yield_!(1); d(format!("new{n}")) };
        log("assigned");
        yield_!(2);
        a.id()
    }
}

fidelity! {
    fn to_a_field() as (), takes u32, yields u32, returns (u32, D) => {
        let mut p = (1, d("p"));
        p.0 = yield_!(p.0);
        p.1 = { yield_!(2); d("q") };
        log("assigned");
        p.0 += yield_!(3);
        p
    }
}

fidelity! {
    fn to_an_element() as (), takes usize, yields u32, returns Vec<u32> => {
        let mut v = vec![0; 8];
        v[see("index", 1)] = see("value", yield_!(1) as u32);
        v[see("index", 2)] = yield_!(2) as u32;
        v[yield_!(3)] = yield_!(4) as u32;
        v[yield_!(5)] = 7;
        v
    }
}

fidelity! {
    fn to_an_array_element() as (), takes usize, yields u32, returns [u32; 8] => {
        let mut a = [0; 8];
        a[yield_!(1)] = see("value", 5);
        a[see("index", 3)] = yield_!(2) as u32;
        a[yield_!(3)] += 10;
        a
    }
}

fidelity! {
    fn through_a_box() as (), takes u32, yields u32, returns u32 => {
        let mut b = Box::new(1);
        *b = yield_!(*b);
        *b += yield_!(*b);
        *b
    }
}

fidelity! {
    fn through_a_mutable_reference(r: &'static mut u32) as (Box::leak(Box::new(3))), takes u32, yields u32, returns u32, unclonable => {
        *r = yield_!(*r);
        *r += 1;
        *r *= yield_!(*r) + 1;
        *r
    }
}

fidelity! {
    /// The left side is read after the right side has run.
    fn compound_on_a_local() as (), takes u32, yields u32, returns u32 => {
        let mut x = 1;
        x += yield_!({ x = 10; 0 });
        x *= yield_!(x) + 1;
        x -= { yield_!(x); x / 2 };
        x <<= 1;
        x |= yield_!(x);
        x ^= yield_!(x) & 1;
        x %= 50 + yield_!(x);
        x /= yield_!(x) + 1;
        x
    }
}

fidelity! {
    fn compound_on_a_field() as (), takes u32, yields u32, returns u32 => {
        let mut p = (1, (2, 3));
        p.0 += yield_!({ p.0 = 10; 0 });
        p.1.0 += yield_!(p.1.1);
        p.1.1 *= 2 + yield_!(p.0);
        p.0 + p.1.0 + p.1.1
    }
}

fidelity! {
    fn compound_on_an_element() as (), takes u32, yields u32, returns Vec<u32> => {
        let mut v = vec![1, 2, 3];
        v[1] += yield_!(v[0]);
        let i = 2;
        v[i] *= 1 + yield_!(v[i]);
        v
    }
}

fidelity! {
    fn compound_on_a_string() as (), takes &'static str, yields usize, returns String => {
        let mut text = String::from("<");
        text += yield_!(text.len());
        text += &{ let more = yield_!(text.len()); more.to_uppercase() };
        text
    }
}

fidelity! {
    fn compound_on_an_overloaded_operator() as (), takes u32, yields u32, returns D => {
        let mut a = d("a");
        a += yield_!(a.n);
        a += see("operand", yield_!(1));
        a
    }
}

fidelity! {
    fn compound_on_a_wrapping_number() as (), takes u32, yields u32, returns u32 => {
        let mut w = Wrapping(u32::MAX);
        w += yield_!(1);
        w *= Wrapping(yield_!(2));
        w.0
    }
}

fidelity! {
    fn destructuring() as (), takes u32, yields u32, returns (u32, u32) => {
        let (mut a, mut b) = (1, 2);
        (a, b) = (b, a);
        yield_!(a);
        (a, b) = (yield_!(b), a);
        (a, _) = (b + yield_!(a), d("dropped"));
        [a, .., b] = [yield_!(1), 5, yield_!(2)];
        _ = yield_!(a);
        (a, b)
    }
}

fidelity! {
    fn destructuring_into_places() as (), takes u32, yields u32, returns (Vec<u32>, u32) => {
        let mut v = vec![0; 3];
        let mut p = (0, 0);
        (v[0], p.1) = (yield_!(1), yield_!(2));
        (v[see("index", 1)], p.0) = (yield_!(3), see("value", 4));
        (v, p.0 * 10 + p.1)
    }
}

fidelity! {
    fn an_assignment_of_a_block_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        for i in 0..3 {
            n = if yield_!(i) > 3 {
                let a = d("a");
                yield_!(n) + a.n
            } else {
                match yield_!(n + 1) { 0 => continue, 1 => break, x => x + n }
            };
        }
        n
    }
}

fidelity! {
    fn an_assignment_that_leaves() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let mut a = d("a");
        let mut n = 1;
        n = yield_!(n)?;
        a = d(format!("b{}", yield_!(n)?));
        n += yield_!(a.n)?;
        Some(n)
    }
}

fidelity! {
    fn an_assignment_in_a_condition() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        while { n += yield_!(n); n < 12 } {
            n += 1;
        }
        if { n = yield_!(n); n } > 3 { n } else { n + 100 }
    }
}

fidelity! {
    fn to_a_shelf_whose_accesses_show() as (), takes u32, yields u32, returns u32 => {
        let mut shelf = Shelf::new("shelf", &[1, 2, 3, 4, 5, 6, 7, 8]);
        shelf[2u32] = yield_!(1);
        let n = shelf[3u32] + yield_!(2);
        yield_!(shelf[n % 8]);
        shelf.push(9);
        n + shelf.len() as u32
    }
}

fidelity! {
    fn a_nested_place() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)]
        struct Inner { n: u32, list: [u32; 3] }
        #[derive(Clone)]
        struct Outer { inner: Inner, tag: D }
        let mut o = Outer { inner: Inner { n: 1, list: [1, 2, 3] }, tag: d("tag") };
        o.inner.n = yield_!(o.inner.n);
        o.inner.list[1] = yield_!(o.inner.list[0]);
        o.inner.list[2] += o.inner.n;
        o.tag = d("new tag");
        yield_!(o.inner.list[2]);
        o.inner.n + o.tag.id()
    }
}

fidelity! {
    fn swapping_through_temporaries() as (), yields u32, returns u32 => {
        let mut a = d("a");
        let mut b = d("b");
        (a, b) = (b, a);
        yield_!(a.n);
        std::mem::swap(&mut a, &mut b);
        yield_!(a.n);
        a.id()
    }
}

fidelity! {
    /// Each part drops the old value of its place, though nothing mentions that value any more.
    fn by_destructuring_of_what_only_lives() as (), takes (), yields u32, returns u32 => {
        let mut a = d("a");
        let mut b = d("b");
        yield_!(1);
        (a, b) = (d("c"), d("d"));
        log("assigned");
        yield_!(2);
        [b, .., a] = [d("e"), d("f"), d("g")];
        log("again");
        yield_!(3);
        (_, (b, _)) = (d("h"), (d("i"), d("j")));
        3
    }
}

fidelity! {
    fn in_a_macro_of_what_only_lives() as (), takes (), yields u32, returns u32 => {
        let mut a = d("a");
        yield_!(1);
        assert!({ a = d("b"); log("assigned"); true });
        2
    }
}

fidelity! {
    /// If the old value's destructor panics, the new one is dropped with its local.
    fn of_what_only_lives_while_an_operand_waits(mut x: D) as (d("x")), takes (), yields u32, returns u32 => {
        eat((d("operand"), {
            x = { yield_!(1); d("y") };
        }).0);
        1
    }
}

fidelity! {
    /// The old value ends before the temporaries of the statement do.
    fn of_what_only_lives_from_a_temporary() as (), takes (), yields u32, returns u32 => {
        let mut x = d("x");
        yield_!(1);
        x = d(format!("y{}", d("temporary").id()));
        log("assigned");
        2
    }
}

fidelity! {
    /// The temporaries of a value that is taken apart end before it is assigned.
    fn taking_a_value_with_temporaries_apart() as (), takes u32, yields u32, returns u32 => {
        let (mut a, mut list) = (d("a"), [d("b"), d("c")]);
        let mut n = 0;
        (a, (n, list[1])) = (d(see("t", &d("temporary")).name()), (yield_!(1), d("e")));
        log("assigned");
        [list[0], _] = [d(see("u", &d("temporary")).name()), { yield_!(2); d("f") }];
        log("assigned");
        n + a.n + list[0].n
    }
}

fidelity! {
    /// A value that waits for its place ends before what the place makes, where temporaries of the value are kept.
    fn a_value_beside_temporaries_of_its_place() as (), takes bool, yields u32, returns u32 => {
        fn made(n: &u32) -> D { d(format!("made{n}")) }
        let mut list = [d("x"), d("y")];
        list[(d("a").id() & d("b").id() & 1) as usize] = made(&loop { if yield_!(1) { break 2; } });
        list[1].id()
    }
}

fidelity! {
    fn temporaries_of_the_place_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        let mut x = [1, 2];
        let last = |_: (), n: u32| n;
        last(x[(d("t").id() & 1) as usize] ^= 8, { log("c"); yield_!(1) });
        last(x[(d("t").id() & 1) as usize] = see("v", d("v").id()), { log("c"); yield_!(1) });
        last((x[(d("t").id() & 1) as usize], _) = (see("v", d("v").id()), 2), { log("c"); yield_!(1) });
        x[0] + x[1]
    }
}

fidelity! {
    fn temporaries_of_elements_as_operands() as (), takes u32, yields u32, returns u32 => {
        let mut x = vec![1, 2];
        let mut y = vec![d("a"), d("b")];
        let last = |_: (), n: u32| n;
        last(x[(d("t").id() & 1) as usize] += see("v", d("v").id()), { log("c"); yield_!(1) });
        last(y[(d("t").id() & 1) as usize] = { let v = d("v"); v }, { log("c"); yield_!(1) });
        x[0] + y[0].id()
    }
}

fidelity! {
    fn index_that_suspends_behind_an_assignment_with_an_operator() as (), takes u32, yields u32, returns u32 => {
        let mut list = [1, 2, 3]; list[yield_!(1) as usize % 3] += d("value").n; list[{ yield_!(7); 2 }] = look(&d(match yield_!(7) { _ => "value" })); 3
    }
}

fidelity! {
    fn assignments_whose_places_and_values_suspend() as (), takes u32, yields u32, returns u32 => {
        let mut list = [1, 2, 3]; list[{ log("index"); yield_!(1) as usize % 3 }] += d("value").n; list[{ yield_!(7); log("index"); yield_!(1) as usize % 3 }] = look(&d(match yield_!(7) { _ => "value" })); log({ yield_!(7); "next statement" }); list[0] + list[1]
    }
}

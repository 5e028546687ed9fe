//! Drop order when a coroutine is dropped in mid-flight, after rustc's tests of `async fn`.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Parts {
    x: D,
    y: D,
}

fn parts(name: &str) -> Parts {
    Parts { x: d(format!("{name}.x")), y: d(format!("{name}.y")) }
}

fidelity! {
    fn named_and_wildcard_parameters(x: D, _: D) as (d("x"), d("wild")), takes u32, yields u32 => {
        yield_!(1);
    }
}

fidelity! {
    fn wildcard_then_named(_: D, _y: D, z: D) as (d("wild"), d("y"), d("z")), takes u32, yields u32 => {
        let local = d("local");
        yield_!(1);
        yield_!(2);
    }
}

fidelity! {
    fn shadowed_parameters(x: D, (x1, x2): (D, D)) as (d("x"), (d("x1"), d("x2"))), takes u32, yields u32 => {
        let x = d("shadow");
        yield_!(1);
        let x1 = d("shadow1");
        yield_!(2);
    }
}

fidelity! {
    fn locals_between_suspensions() as (), takes u32, yields u32 => {
        let a = d("a");
        yield_!(1);
        let b = d("b");
        {
            let c = d("c");
            yield_!(2);
            let e = d("e");
            yield_!(3);
        }
        yield_!(4);
        let f = d("f");
        yield_!(5);
    }
}

fidelity! {
    fn locals_of_patterns() as (), takes u32, yields u32 => {
        let (a, b) = (d("a"), d("b"));
        let [c, e] = [d("c"), d("e")];
        let Parts { y, x } = parts("p");
        yield_!(1);
        let Some((f, _)) = Some((d("f"), d("unbound"))) else { return };
        log("bound");
        yield_!(2);
    }
}

fidelity! {
    fn operands_in_flight() as (), takes u32, yields u32, returns usize => {
        let local = d("local");
        let v = vec![d("a"), see("b", d("b")), { yield_!(1); d("c") }, { let e = d("e"); yield_!(2); e }];
        yield_!(3);
        v.len()
    }
}

fidelity! {
    fn a_call_chain_in_flight() as (), takes u32, yields u32, returns u32 => {
        fn wrap(inner: D, n: u32) -> D { log(n); inner }
        let a = wrap(wrap(wrap(d("core"), yield_!(1)), yield_!(2)), yield_!(3));
        a.id()
    }
}

fidelity! {
    fn loops_in_flight() as (), takes u32, yields u32 => {
        let outer = d("outer");
        for (i, item) in vec![d("i0"), d("i1")].into_iter().enumerate() {
            let head = d("head");
            for part in [d("p"), d("q")] {
                let body = d("body");
                yield_!(i as u32);
            }
            yield_!(10);
        }
        yield_!(20);
    }
}

fidelity! {
    fn matches_in_flight() as (), takes Option<D>, yields u32 => {
        let first = d("first");
        match yield_!(1) {
            Some(x) => match (x, yield_!(2)) {
                (a, Some(b)) => { let c = d("c"); yield_!(3); }
                (a, None) => { yield_!(4); }
            },
            None => { let e = d("e"); yield_!(5); }
        }
        let last = d("last");
        yield_!(6);
    }
}

fidelity! {
    /// Values in flight in the very statement that suspends.
    fn boxes_counts_and_cells_in_flight() as (), takes u32, yields usize, returns usize, unclonable => {
        let shared = Rc::new(d("shared"));
        let cell = RefCell::new(vec![d("in cell")]);
        let pair = (Rc::clone(&shared), Box::new(d("boxed")), yield_!(Rc::strong_count(&shared)));
        cell.borrow_mut().push(d("pushed"));
        yield_!(Rc::strong_count(&shared));
        drop(pair);
        yield_!(Rc::strong_count(&shared));
        cell.into_inner().len()
    }
}

fidelity! {
    fn a_moved_local_in_flight() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let n = eat(a) + yield_!(1) + { let c = b; yield_!(2); c.n };
        yield_!(n);
        n
    }
}

fidelity! {
    fn conditions_in_flight() as (), takes bool, yields u32 => {
        let a = d("a");
        if { let b = d("b"); yield_!(1) } && { let c = d("c"); yield_!(2) } {
            let e = d("e");
            yield_!(3);
        }
        while { let f = d("f"); yield_!(4) } {
            let g = d("g");
            if yield_!(5) { break }
        }
    }
}

fidelity! {
    fn a_deferred_local_in_flight() as (), takes bool, yields u32 => {
        let late;
        let a = d("a");
        if yield_!(1) {
            let b = d("b");
            late = d("late");
            yield_!(2);
        } else {
            late = { let c = d("c"); yield_!(3); d("later") };
        }
        let e = d("e");
        yield_!(4);
    }
}

fidelity! {
    fn an_input_in_flight() as (), takes D, yields u32, returns u32 => {
        fn f(a: D, b: u32, c: D) -> u32 { a.n + b + c.n }
        let a = yield_!(1);
        let n = f(yield_!(2), { let inner = yield_!(3); yield_!(4); inner.n }, yield_!(5));
        drop(a);
        yield_!(n);
        n
    }
}

fidelity! {
    fn a_yielded_value_that_is_built_in_flight() as (), takes u32, yields (D, D) => {
        let a = d("a");
        yield_!((a, { yield_!((d("b"), d("c"))); d("e") }));
        yield_!({ let f = d("f"); (f, d("g")) });
    }
}

fidelity! {
    fn a_return_value_that_is_built_in_flight() as (), takes u32, yields u32, returns (D, D) => {
        let a = d("a");
        let b = d("b");
        return (a, { yield_!(1); let c = d("c"); yield_!(2); c });
    }
}

fidelity! {
    fn a_replaced_local_in_flight() as (), takes u32, yields u32 => {
        let mut a = d("a1");
        let b = d("b");
        a = { yield_!(1); d("a2") };
        yield_!(2);
        a = { let c = d("c"); yield_!(3); eat(a); d("a3") };
        yield_!(4);
    }
}

fidelity! {
    fn ref_patterns_of_parameters((ref a, ref mut b): (D, D), Parts { ref x, y: _ }: Parts) as ((d("a"), d("b")), parts("p")), takes u32, yields u32, returns u32 => {
        let n = a.n + x.n;
        b.touch();
        yield_!(n);
        log("end");
        n
    }
}

//! `#[cfg]` and `#[cfg_attr]` inside bodies: an attribute macro sees them before they are evaluated.
#![allow(clippy::non_minimal_cfg, reason = "a lint that sees a file before its parents' levels")]

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Point {
    x: u32,
    #[cfg(any())]
    missing: Missing,
    y: u32,
}

fidelity! {
    fn inner_attributes_and_lints() as (), takes u32, yields u32, returns u32 => {
        #![allow(unused_assignments)]
        let mut n = 1;
        #[allow(unused_must_use)]
        yield_!(n);
        #[expect(unused_variables)]
        let unused = 3;
        #[rustfmt::skip]
        let m = yield_!( 2 );
        #[allow(clippy::let_and_return)]
        { m }
    }
}

fidelity! {
    fn items() as (), takes u32, yields u32, returns u32 => {
        #[cfg(any())]
        fn f() -> Missing { missing() }
        #[cfg(all())]
        fn f() -> u32 { 1 }
        #[cfg(any())]
        use missing::Thing;
        #[cfg(not(any()))]
        const N: u32 = 2;
        yield_!(f());
        N + f()
    }
}

fidelity! {
    fn statements() as (), takes u32, yields u32, returns u32 => {
        let mut n = 1;
        #[cfg(any())]
        missing(n);
        #[cfg(all())]
        { n += 1; }
        #[cfg(any())]
        { missing(); }
        yield_!(n);
        #[cfg(all())]
        let n = n + 1;
        #[cfg(any())]
        let n: Missing = n;
        n
    }
}

fidelity! {
    fn statements_that_suspend() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        #[cfg(any())]
        yield_!(1);
        #[cfg(all())]
        yield_!(2);
        #[cfg(any())]
        let n = yield_!(missing());
        #[cfg(all())]
        let n = yield_!(3);
        #[cfg(any())]
        if yield_!(4) > 0 { missing() }
        #[cfg(all())]
        if yield_!(5) > 3 { yield_!(6); }
        n
    }
}

fidelity! {
    fn a_test_and_its_negation() as (), takes u32, yields &'static str, returns u32 => {
        #[cfg(test)]
        yield_!("test");
        #[cfg(not(test))]
        yield_!("not a test");
        let which = if cfg!(test) { yield_!("test") } else { yield_!("not a test") };
        #[cfg(test)]
        let n = 1;
        #[cfg(not(test))]
        let n = "one";
        which + n
    }
}

fidelity! {
    fn locals_that_live_across() as (), takes u32, yields u32, returns u32 => {
        #[cfg(all())]
        let kept = d("kept");
        #[cfg(any())]
        let gone = d("gone");
        yield_!(1);
        #[cfg(any())]
        gone.id();
        #[cfg(all())]
        let n = kept.id();
        yield_!(n);
        n
    }
}

fidelity! {
    fn two_declarations_of_one_name() as (), takes u32, yields u32, returns u32 => {
        #[cfg(any())]
        let x = d("never");
        #[cfg(all())]
        let x = 5u32;
        yield_!(x);
        #[cfg(any())]
        let x = missing(x);
        x + 1
    }
}

fidelity! {
    fn arms() as (), takes u32, yields u32, returns u32 => {
        match yield_!(1) {
            #[cfg(any())]
            0 => missing(),
            #[cfg(all())]
            0 => yield_!(2),
            #[cfg(any())]
            n => yield_!(n),
            1 | 2 => { let a = d("a"); yield_!(3); 4 }
            #[cfg(all())]
            n => n,
        }
    }
}

fidelity! {
    fn fields_and_elements() as (), takes u32, yields u32, returns (Point, usize) => {
        let p = Point {
            x: yield_!(1),
            #[cfg(any())]
            missing: yield_!(2),
            y: yield_!(3),
        };
        let Point { x, #[cfg(any())] missing, y } = p.clone();
        yield_!(x + y);
        let all = [1, #[cfg(any())] missing(), 2];
        let more = vec![x, y];
        (p, all.len() + more.len())
    }
}

fidelity! {
    fn arguments() as (), takes u32, yields u32, returns u32 => {
        fn f(a: u32, #[cfg(any())] b: Missing, c: u32) -> u32 { a * 10 + c }
        let n = f(1, #[cfg(any())] missing(), 2);
        yield_!(n);
        f(yield_!(n), #[cfg(any())] yield_!(missing()), yield_!(3))
    }
}

fidelity! {
    fn cfg_attr() as (), takes u32, yields u32, returns u32 => {
        #[cfg_attr(all(), allow(unused_variables))]
        let unused = d("unused");
        #[cfg_attr(any(), missing_attribute)]
        let n = yield_!(1);
        #[cfg_attr(all(), cfg(any()))]
        yield_!(missing());
        #[cfg_attr(any(), cfg(any()))]
        yield_!(n);
        #[cfg_attr(all(), cfg(all()))]
        let m = yield_!(2);
        n + m
    }
}

fidelity! {
    fn tail_expressions() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        #[cfg(any())]
        { yield_!(1) }
        #[cfg(all())]
        { yield_!(2) }
    }
}

fidelity! {
    fn nested_blocks_and_loops() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        for i in 0..3 {
            #[cfg(any())]
            let i = missing();
            #[cfg(all())]
            { let a = d("a"); n += yield_!(i); }
            #[cfg(any())]
            break;
            #[cfg(all())]
            if n > 8 { break }
        }
        #[cfg(any())]
        while yield_!(1) > 0 { missing() }
        #[cfg(all())]
        while yield_!(n) > 3 { n += 1; if n > 12 { break } }
        n
    }
}

fidelity! {
    fn closures_and_macros() as (), takes u32, yields u32, returns u32 => {
        let f = |x: u32| { #[cfg(any())] let x = missing(x); x + 1 };
        let n = yield_!(f(1));
        macro_rules! pick { () => { #[cfg(any())] missing(); } }
        pick!();
        f(n)
    }
}

fidelity! {
    fn parameters(a: D, #[cfg(any())] b: Missing, #[cfg(all())] c: u32) as (d("a"), 3), takes u32, yields u32, returns u32 => {
        yield_!(c);
        a.id()
    }
}

fidelity! {
    fn let_else_and_returns() as (), takes Option<u32>, yields u32, returns u32 => {
        #[cfg(all())]
        let Some(n) = yield_!(1) else { return 0 };
        #[cfg(any())]
        let Some(n) = missing() else { return 0 };
        #[cfg(any())]
        return yield_!(2);
        #[cfg(all())]
        return n + yield_!(3).unwrap_or(4);
    }
}

/// One body with its conditions as they are written and the other way round; they come as fragments.
macro_rules! both_ways {
    ($name:ident, $yes:meta, $no:meta) => {
        mod $name {
            use super::*;

            fidelity! {
                fn statements() as (), takes u32, yields u32, returns u32 => {
                    let mut n = 1;
                    #[cfg($yes)]
                    let a = d("a");
                    #[cfg($no)]
                    let (a, b) = (d("other a"), d("b"));
                    #[cfg($yes)]
                    yield_!(a.id());
                    #[cfg($no)]
                    for i in 0..2 { yield_!(b.id() + i); }
                    #[cfg_attr($yes, cfg($no))]
                    { n += yield_!(10); }
                    #[cfg($no)]
                    #[cfg($no)]
                    { n += 1; }
                    #[cfg($no)]
                    #[cfg($yes)]
                    missing();
                    #[cfg(all($yes, not($no)))]
                    eat(a);
                    yield_!(n)
                }
            }

            fidelity! {
                fn arms_and_fields() as (), takes u32, yields u32, returns u32 => {
                    #[cfg_attr(all(), derive(Clone))]
                    struct Pair {
                        #[cfg($yes)] a: D,
                        #[cfg($no)] a: u32,
                        b: D,
                    }
                    let pair = Pair {
                        #[cfg($yes)] a: { yield_!(1); d("a") },
                        #[cfg($no)] a: yield_!(2),
                        b: d("b"),
                    };
                    let n = match yield_!(3) {
                        #[cfg($yes)] 0 => yield_!(4),
                        #[cfg($no)] 1 | 2 => { let c = d("c"); yield_!(5) }
                        #[cfg($yes)] n if n > 2 => n,
                        _ => 0,
                    };
                    let Pair { #[cfg($yes)] a, #[cfg($no)] a: c, b } = pair;
                    let list = [1, #[cfg($yes)] yield_!(6), #[cfg($no)] 7, n];
                    let tuple = (n, #[cfg($no)] yield_!(8),);
                    let list = vec![list[0], #[cfg($yes)] yield_!(9), #[cfg($no)] d("item").id()];
                    list.iter().sum::<u32>() + tuple.0 + b.id()
                }
            }

            fidelity! {
                fn parameters(#[cfg($yes)] a: D, #[cfg($no)] b: D, (c, d): (D, D)) as (d("a"), (d("c"), d("d"))), takes u32, yields u32, returns u32 => {
                    #[cfg($yes)] let n = a.id();
                    #[cfg($no)] let n = b.id();
                    yield_!(n)
                }
            }

            fidelity! {
                fn values_of_blocks() as (), takes u32, yields u32, returns u32 => {
                    let a = {
                        let b = d("b");
                        #[cfg($yes)] { yield_!(b.id()) }
                        #[cfg($no)] loop { if yield_!(b.id() + 1) > 0 { break 7 } }
                    };
                    let c = 'c: {
                        #[cfg($no)] if a > 0 { break 'c yield_!(1) }
                        #[cfg($yes)] break 'c a;
                        #[cfg($no)] 3
                    };
                    #[cfg($no)] return c;
                    #[cfg($yes)] match c { 0 => 1, n => yield_!(n) }
                }
            }
        }
    };
}

both_ways!(as_written, all(), any());
both_ways!(reversed, any(), all());
both_ways!(in_tests, test, not(test));

fidelity! {
    fn inside_what_does_not_suspend() as (), takes u32, yields u32, returns u32 => {
        let mut n = yield_!(0);
        #[cfg(any())]
        let n = d("n");
        let f = |#[cfg(any())] missing: Missing, a: u32| -> u32 {
            #[cfg(any())] return missing;
            match a { #[cfg(any())] _ => missing, #[cfg(all())] _ => a + 1 }
        };
        let (a, b) = (f(1), f(#[cfg(any())] missing, 2));
        if yield_!(1) > 0 {
            let f: fn(#[cfg(any())] Missing, u32) -> u32 = |n| n + 1;
            n += f(1) + Vec::<fn(#[cfg(any())] Missing)>::new().len() as u32;
        }
        n += yield_!({ #[cfg(any())] let a = missing; a });
        let text = format!("{n} {}", { #[cfg(any())] let b = missing; b });
        assert!({ #[cfg(any())] let n = missing; n > 0 || b > 0 }, "{}", { #[cfg(any())] missing(); n });
        log(text);
        yield_from!({ #[cfg(any())] let n = missing; n..n + 2 });
        loop {
            #![cfg(any())]
            missing
        }
        match missing { #![cfg(any())] _ => yield_!(missing) }
        n
    }
}

fidelity! {
    fn shadowed_names() as (), takes u32, yields u32, returns u32 => {
        let a = d("first");
        {
            #[cfg(any())] let a = d("never");
            yield_!(a.id());
            #[cfg(all())] let a = d("inner");
            yield_!(a.id());
        }
        let n = {
            #[cfg(any())] const a: u32 = 7;
            match yield_!(2) { #[cfg(any())] a => 3, n => n + a.id() }
        };
        #[cfg(any())] fn n() -> Missing {}
        yield_!(n);
        n
    }
}

fidelity! {
    fn macros_of_the_body() as (), takes u32, yields u32, returns u32 => {
        let n = 4;
        #[cfg(any())]
        macro_rules! pick { () => { missing } }
        #[cfg(all())]
        macro_rules! pick { () => { n } }
        let n = yield_!(pick!());
        #[cfg_attr(any(), macro_use)]
        macro_rules! vec { (#[cfg(any())] $n:ident) => { $n + 1 } }
        let m = vec!(#[cfg(any())] n);
        yield_!(m);
        macro_rules! each { ($($s:stmt;)*) => { $($s;)* } }
        each! {
            #[cfg(any())] let n = missing;
            #[cfg(all())] let m = n + 2;
            log(m);
        }
        #[cfg(any())]
        each! { yield_!(missing); }
        #[cfg(any())]
        each!(yield_!(missing));
        #[cfg(any())]
        println! { "{}", yield_!(missing) }
        n + pick!()
    }
}

/// Fragments go through both of the macro's steps.
macro_rules! fragments {
    ($name:ident $e:expr, $s:stmt, $p:pat, $b:block, $local:ident, $(#[$m:meta])*) => {
        fidelity! {
            fn $name() as (), takes u32, yields u32, returns u32 => {
                $s;
                let own = yield_!($e * 3);
                $(#[$m])*
                let own = missing(own);
                $(#[$m])*
                $b;
                let $p = yield_!(own) else { return 0 };
                #[cfg(all())]
                $b;
                let list = [$e * 2, #[cfg(any())] $e];
                $local + own + list[0] + $b
            }
        }
    };
}

fragments!(fragments 1 + 2, let own = 5, 0..=9, { yield_!(9) }, own, #[cfg(any())]);
fragments!(several_attributes 2 - 1, let own = d("own").id(), (1 | 2), { let own = 6; yield_!(own) }, own,
    #[allow(unused)] #[cfg_attr(all(), allow(unused), cfg(all()), cfg(any()))]);

fidelity! {
    fn items_with_attributes() as (), takes u32, yields u32, returns String, unclonable => {
        #[cfg_attr(all(), derive(Debug, Clone))]
        struct Unit;
        #[cfg_attr(any(), derive(Missing))]
        #[derive(Clone, Debug)]
        enum Kind { #[cfg(any())] A(Missing), #[cfg(all())] B { #[cfg(any())] x: Missing, y: u32 } }
        impl Kind {
            #[cfg(any())] fn get(&self) -> Missing {}
            #[cfg(all())] fn get(&self) -> u32 { let Kind::B { y } = self; *y }
        }
        #[cfg_attr(all(), coro_core::coroutine)]
        fn inner(n: u32) -> impl Iterator<Item = u32> {
            #[cfg(any())] yield_!(missing);
            #[cfg(all())] yield_!(n);
        }
        #[cfg(any())]
        fn inner() { yield_!(1) }
        let kind = Kind::B { #[cfg(any())] x: missing, y: yield_!(1) };
        #[cfg(all())]
        for n in inner(kind.get()) { yield_!(n); }
        format!("{:?} {kind:?}", Unit.clone())
    }
}

fidelity! {
    fn conditional_moves() as (), takes u32, yields u32, returns () => {
        let (a, b) = (d("a"), d("b"));
        if yield_!(1) > 2 {
            #[cfg(any())] eat(a);
            #[cfg(all())] eat(b);
        }
        yield_!(2);
        #[cfg(any())] { a.id(); b.id(); }
        log("end");
    }
}

fidelity! {
    fn drops_of_what_is_configured() as (), takes u32, yields u32, returns u32 => {
        #[cfg(all())] let _a = d("a");
        #[cfg(any())] let _b = d("b");
        #[cfg_attr(all(), cfg(all()))] let _c = d("c");
        let n = { let _e = d("e"); #[cfg(any())] let _f = d("f"); yield_!(1) } + d("g").id();
        #[cfg(all())] { let _h = d("h"); yield_!(n); }
        #[cfg(all())] let _ = d("i");
        yield_!(2)
    }
}

fidelity! {
    fn temporaries_of_tails() as (), takes u32, yields u32, returns u32 => {
        #[cfg(any())] missing();
        let n = { let a = d("a"); d("tail").get(&a) };
        yield_!(n);
        if let None = d("scrutinee").some() { log("some"); } else { log("none"); }
        match d("subject").some() { #[cfg(any())] Some(3) => missing(), Some(n) => log(n), None => {} }
        #[cfg(all())] { let a = d("a"); yield_!(1); d("tail").get(&a) }
    }
}

trait Parts {
    fn get(&self, other: &D) -> u32;
    fn some(&self) -> Option<u32>;
}

impl Parts for D {
    fn get(&self, other: &D) -> u32 {
        self.id() + other.id()
    }

    fn some(&self) -> Option<u32> {
        Some(self.id() + 1)
    }
}

fidelity! {
    fn first_inputs(#[cfg(any())] a: Missing,) as (), first input, takes u32, yields u32, returns u32 => {
        #[cfg(any())] let input = missing;
        yield_!(input) + input
    }
}

fidelity! {
    fn patterns_of_parameters(Point { x, #[cfg(any())] missing, y }: Point) as (Point { x: 1, y: 2 }), yields u32, returns u32 => {
        yield_!(x);
        y
    }
}

fidelity! {
    fn iterators(n: u32) as (3), iterates u32 => {
        for i in 0..n {
            #[cfg(any())] if i == 1 { continue }
            #[cfg(all())] if i == 0 { continue }
            yield_!(i);
        }
        #[cfg(any())] yield_!(100);
    }
}

struct Walker {
    items: Vec<u32>,
}

trait Walk {
    #[cfg_attr(all(), coro_core::coroutine)]
    fn provided(&self, #[cfg(any())] n: Missing) -> impl Resume<u32, u32, Return = u32> {
        #[cfg(any())]
        yield_!(n);
        #[cfg(all())]
        let n = yield_!(self.len());
        #[cfg(all())]
        {
            n + self.len()
        }
    }

    fn len(&self) -> u32;
    fn walk(&self) -> impl Resume<u32, u32, Return = u32>;
    fn boxed<'a>(&'a mut self, #[cfg(any())] n: Missing) -> Box<dyn Iterator<Item = u32> + 'a>;
}

impl Walker {
    #[coro_core::coroutine]
    #[cfg_attr(all(), must_use)]
    fn own<#[cfg(any())] M: Missing, #[cfg(all())] T: Into<u32>, #[cfg(all())] const N: usize>(
        #[cfg(all())] self,
        #[cfg_attr(all(), resume)] first: u32,
        #[cfg(any())]
        #[resume]
        second: u32,
        items: [T; N],
    ) -> impl Resume<u32, u32, Return = u32> {
        let mut sum = first;
        for item in items {
            #[cfg(any())]
            let item = 0u8;
            #[cfg(all())]
            let item: u32 = item.into();
            sum += yield_!(item + self.items[0]);
        }
        #[cfg(all())]
        return sum;
        #[cfg(any())]
        yield_!(sum)
    }
}

impl Walk for Walker {
    fn len(&self) -> u32 {
        self.items.len() as u32
    }

    #[coro_core::coroutine]
    fn walk(&self) -> impl Resume<u32, u32, Return = u32> {
        for item in &self.items {
            #[cfg(any())]
            yield_!(0);
            #[cfg(all())]
            yield_!(*item);
        }
        #[cfg(not(any()))]
        {
            self.items.len() as u32
        }
    }

    #[coro_core::coroutine]
    fn boxed<'a>(&'a mut self, #[cfg(any())] n: Missing) -> Box<dyn Iterator<Item = u32> + 'a> {
        while let Some(n) = self.items.pop() {
            #[cfg(any())]
            yield_!(missing);
            yield_!(n);
        }
    }
}

coro_core::coroutines! {
    /// With the real keyword, which no attribute's item can hold.
    fn keyword(#[cfg(any())] a: Missing, n: u32) -> impl Resume<u32, u32, Return = u32> {
        #[cfg(any())]
        yield missing;
        #[cfg(all())]
        let n = yield n;
        let list = [n, #[cfg(any())] yield 1, #[cfg(all())] yield 2];
        list.iter().sum()
    }

    #[cfg(any())]
    fn gone() -> impl Iterator<Item = Missing> { #[cfg(all())] yield missing; }

    #[cfg_attr(all(), cfg(all()))]
    pub(crate) fn plain() -> impl Iterator<Item = u32> { yield 1 }

    fn after(n: u32) -> impl Iterator<Item = u32> { #[cfg(all())] yield n; #[cfg(any())] yield n + 1; }
}

fn outputs<C: Resume<u32, u32, Return = u32>>(mut coroutine: C) -> Vec<u32> {
    let mut outputs = Vec::new();
    for input in 10.. {
        match coroutine.resume(input) {
            CoroutineState::Yielded(n) => outputs.push(n),
            CoroutineState::Complete(n) => {
                outputs.push(n);
                break;
            }
        }
    }
    outputs
}

#[test]
fn methods() {
    let mut walker = Walker { items: vec![1, 2] };
    assert_eq!(outputs(walker.walk()), [1, 2, 2]);
    assert_eq!(outputs(walker.provided()), [2, 13]);
    assert_eq!(walker.boxed().collect::<Vec<_>>(), [2, 1]);
    assert_eq!(outputs(Walker { items: vec![5] }.own([1u8, 2])), [6, 7, 33]);
}

#[test]
fn functions_of_the_macro() {
    assert_eq!(outputs(keyword(1)), [1, 2, 23]);
    assert_eq!(plain().chain(after(2)).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn functions_of_a_body() {
    #[coro_core::coroutine]
    fn outer() -> impl Iterator<Item = u32> {
        coro_core::coroutines! {
            fn inner(n: u32) -> impl Iterator<Item = u32> { #[cfg(any())] yield missing; yield n }
        }
        #[cfg(all())]
        yield_from!(inner(1));
        #[cfg(any())]
        yield_from!(inner(2));
    }
    assert_eq!(outer().collect::<Vec<_>>(), [1]);
}

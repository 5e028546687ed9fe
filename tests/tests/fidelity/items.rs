//! Items in bodies: visible to all of the body, before and after every suspension.

use coro_core::Resume;
use coro_tests::{D, d, eat, fidelity, log, see};

use super::given::t;

fidelity! {
    fn functions() as (), takes u32, yields u32, returns u32 => {
        let n = helper(yield_!(helper(1)));
        fn helper(n: u32) -> u32 {
            for i in 0.. { if i > n { return i * 2 } }
            0
        }
        yield_!(helper(n));
        helper(n)
    }
}

fidelity! {
    fn types() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone, Debug, PartialEq)]
        struct Local { n: u32, tag: D }
        #[derive(Clone, Copy)]
        enum Kind { Small, Large }
        impl Local {
            fn grow(&mut self, n: u32) -> Kind { self.n += n; if self.n > 5 { Kind::Large } else { Kind::Small } }
        }
        impl Drop for Local {
            fn drop(&mut self) { log("drop local"); }
        }
        let mut local = Local { n: 1, tag: d("tag") };
        let kind = local.grow(yield_!(1));
        yield_!(match kind { Kind::Small => 10, Kind::Large => 20 });
        let Local { n, .. } = &local;
        *n
    }
}

fidelity! {
    fn constants_and_statics() as (), takes u32, yields u32, returns u32 => {
        const BASE: u32 = 10;
        static NAMES: [&str; 2] = ["a", "bb"];
        let n = yield_!(BASE);
        match n {
            LIMIT => { yield_!(LIMIT); }
            _ => { yield_!(NAMES[1].len() as u32); }
        }
        const LIMIT: u32 = 4;
        n + BASE * LIMIT
    }
}

fidelity! {
    fn uses() as (), takes u32, yields u32, returns usize => {
        use std::collections::BTreeMap as Map;
        let mut map = Map::new();
        map.insert(yield_!(1), "a");
        use std::cmp::{max, Ordering::*};
        map.insert(max(yield_!(2), 3), "b");
        match map.len().cmp(&1) { Less => 0, Equal => { yield_!(3); 1 } Greater => { yield_!(4); 2 } }
    }
}

fidelity! {
    fn macros() as (), takes u32, yields u32, returns u32 => {
        macro_rules! square { ($n:expr) => { $n * $n } }
        let n = square!(3);
        yield_!(square!(n));
        let m = {
            macro_rules! square { ($n:expr) => { $n + $n } }
            yield_!(square!(n));
            square!(n)
        };
        square!(m)
    }
}

fidelity! {
    fn traits_and_impls() as (), takes u32, yields u32, returns u32 => {
        trait Twice { fn twice(&self) -> u32; }
        impl Twice for u32 { fn twice(&self) -> u32 { self * 2 } }
        let n = yield_!(3.twice());
        mod inner { pub(super) fn f(n: u32) -> u32 { n + 1 } }
        yield_!(inner::f(n.twice()));
        type Alias = u32;
        let m: Alias = n;
        m.twice()
    }
}

fidelity! {
    fn nested_coroutines() as (), takes u32, yields u32, returns u32 => {
        #[coro_core::coroutine]
        fn inner(n: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
            let a = d("inner");
            let m = yield_!(n);
            m + n
        }
        #[coro_core::coroutine]
        fn numbers() -> impl Iterator<Item = u32> + Clone {
            yield_!(1);
            yield_!(2);
        }
        let n = yield_from!(inner(5));
        for i in numbers() { yield_!(i + n); }
        numbers().sum::<u32>() + n
    }
}

fidelity! {
    fn an_item_used_before_its_declaration() as (), takes u32, yields u32, returns u32 => {
        let x = make(yield_!(START));
        yield_!(x.0);
        return x.0 + START;
        #[derive(Clone)]
        struct Made(u32);
        fn make(n: u32) -> Made { Made(n + START) }
        const START: u32 = 3;
    }
}

fidelity! {
    fn a_const_block_and_a_const_item_with_loops() as (), takes u32, yields u32, returns u32 => {
        const SUM: u32 = { let mut n = 0; let mut i = 0; loop { if i > 4 { break } n += i; i += 1; } n };
        let m = const { let mut n = 1; while n < 50 { n *= 2 } n };
        yield_!(SUM);
        yield_!(m);
        SUM + m
    }
}

fidelity! {
    fn return_types_of_inner_functions_are_theirs() as (), takes &'static str, yields u32, returns u32 => {
        fn parse(text: &str) -> Result<u32, std::num::ParseIntError> {
            let n = text.parse::<u32>()?;
            if n == 0 { return Ok(1) }
            Ok(n)
        }
        let n = parse(yield_!(1)).unwrap_or(50);
        yield_!(n);
        parse("0").unwrap() + n
    }
}

fidelity! {
    fn items_in_inner_blocks() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..2 {
            const STEP: u32 = 5;
            fn scale(n: u32) -> u32 { n * STEP }
            sum += scale(yield_!(scale(i)));
        }
        if yield_!(sum) > 3 {
            struct S(u32);
            let s = S(yield_!(1));
            sum += s.0;
        }
        const STEP: u32 = 1;
        sum + STEP
    }
}

fidelity! {
    /// Items see no locals; locals of the same name do not see them.
    fn items_named_like_locals() as (), takes u32, yields u32, returns u32 => {
        fn n() -> u32 { 100 }
        let a = n();
        {
            let n = yield_!(5);
            fn a() -> u32 { 7 }
            yield_!(n + a());
        }
        n() + a
    }
}

fidelity! {
    /// The name of the item is in the description of the state, too.
    fn items_in_the_operand_of_a_delegation() as (), takes u32, yields u32, returns () => {
        #[coro_core::coroutine]
        fn inner(n: u32) -> impl Resume<u32, u32, Return = ()> + Clone { yield_!(n); }
        let a = d("a");
        yield_from!(inner({
            yield_!(1);
            struct Two(u32);
            Two(2).0
        }), 0);
    }
}

fidelity! {
    fn an_enum_whose_variants_are_all_imported() as (), takes u32, yields u32, returns u32 => {
        let r = { enum Ex { N(u32), M } use Ex::*; let e = if yield_!(1) > 3 { N(yield_!(1)) } else { M }; match e { N(n) => n, M => 0 } }; r
    }
}

fidelity! {
    fn a_macro_that_an_item_calls() as (), takes u32, yields u32, returns u32 => {
        macro_rules! twice { ($e:expr) => { $e * 2 } }
        fn four() -> u32 { twice!(2) }
        struct Six;
        impl Six { fn get(&self) -> u32 { twice!(3) } }
        let a = d("a"); yield_!(four()); let k = yield_!(twice!(four())); twice!(k) + Six.get() + a.n
    }
}

/// What items of a block that suspends hide: a constant, a function, and methods.
const HIDDEN: u32 = 7;

fn hidden(n: u32) -> u32 {
    see("outer", n)
}

macro_rules! hidden {
    () => {
        HIDDEN
    };
    (of $n:expr) => {
        hidden($n)
    };
}

trait Named {
    fn named(&self) -> u32;
}

impl Named for u32 {
    fn named(&self) -> u32 {
        see("by reference", 1)
    }
}

mod inner {
    use coro_tests::see;

    pub trait Taken {
        fn named(self) -> u32;
    }

    impl Taken for u32 {
        fn named(self) -> u32 {
            see("by value", 2)
        }
    }

    pub trait Other {
        fn twice(self) -> u32;
    }

    impl Other for u32 {
        fn twice(self) -> u32 {
            2 * self
        }
    }

    pub trait Another {
        fn twice(self) -> u32;
    }

    impl Another for u32 {
        fn twice(self) -> u32 {
            3 * self
        }
    }
}

fidelity! {
    fn a_constant_that_a_text_captures() as (), takes u32, yields u32, returns String => {
        { const HIDDEN: u32 = 100; yield_!(HIDDEN); yield_!(HIDDEN + 1); } format!("{HIDDEN} {HIDDEN:>3}")
    }
}

fidelity! {
    fn a_constant_that_a_macro_mentions() as (), takes u32, yields u32, returns u32 => {
        { const HIDDEN: u32 = 100; yield_!(HIDDEN); yield_!(HIDDEN + 1); } hidden!()
    }
}

fidelity! {
    fn a_function_that_a_macro_mentions() as (), takes u32, yields u32, returns u32 => {
        { fn hidden(n: u32) -> u32 { see("inner", n) } yield_!(hidden(1)); yield_!(hidden(2)); } hidden!(of 3)
    }
}

fidelity! {
    fn a_trait_that_a_block_imports() as (), takes u32, yields u32, returns u32 => {
        let x = yield_!(0); x.named(); if x < 9 { use inner::Taken; yield_!(x.named()); t(x.named()); } x.named()
    }
}

fidelity! {
    fn a_trait_that_an_operand_imports() as (), takes u32, yields u32, returns u32 => {
        let x = 5_u32; x.named() + { use inner::Taken; x.named() + yield_!(1) + x.named() } + x.named()
    }
}

fidelity! {
    fn traits_of_two_blocks() as (), takes u32, yields u32, returns u32 => {
        let x = 5_u32; let a = { use inner::Other; yield_!(x.twice()); x.twice() }; let b = { use inner::Another; yield_!(x.twice()); x.twice() }; a + b
    }
}

fidelity! {
    fn a_trait_whose_method_is_a_type_s_elsewhere() as (), takes u32, yields u32, returns u32 => {
        let c = std::rc::Rc::new(std::cell::RefCell::new(3)); let a = *c.borrow(); if a > 2 { use std::borrow::Borrow; let text = String::from("ab"); let text: &str = text.borrow(); yield_!(text.len() as u32); } let b = *c.borrow(); yield_!(4); a + b
    }
}

fidelity! {
    fn a_static_beside_a_constant() as (), takes u32, yields u32, returns u32 => {
        const K: u32 = 4; { const K: u32 = 9; yield_!(K); static SEEN: u32 = 1; yield_!(SEEN); t(K); } yield_!(K)
    }
}

fidelity! {
    fn variants_of_an_arm() as (), takes u32, yields u32, returns u32 => {
        match yield_!(1) { 0 => 1, n => { use std::cmp::Ordering::*; match n.cmp(&3) { Less => yield_!(2), Equal => 3, Greater => { yield_!(4); t(5) } } } }
    }
}

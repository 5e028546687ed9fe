//! The macro sees no types: methods, types and patterns count by their names.
#![allow(non_snake_case, reason = "a local is named like a constant")]
#![allow(non_upper_case_globals, reason = "a constant is named like a local")]
#![allow(boxed_slice_into_iter, reason = "what it does in the 2021 edition is what is looked at")]

use std::{marker::PhantomData, ops::Deref};

use coro_tests::{
    D, d, differs, log,
    run::{Scenario, Stop},
};

use super::is_2024;

struct Borrowing(D);

impl Borrowing {
    fn into_count(&self) -> u32 {
        log(self.0.name());
        2
    }
    fn zip(&self, n: u32) -> u32 {
        log(self.0.name());
        n
    }
}

differs! {
    fn a_method_that_borrows_under_a_name_that_takes() as (), yields u32 => {
        let borrowing = Borrowing(d("borrowing"));
        let n = borrowing.into_count();
        yield_!(n);
        log("after");
    }
    rustc "new borrowing, borrowing, yielded 2, after, drop borrowing",
    ours "new borrowing, borrowing, drop borrowing, yielded 2, after",
}

differs! {
    fn a_method_that_borrows_under_the_name_of_an_adaptor() as (), yields u32 => {
        let borrowing = Borrowing(d("borrowing"));
        let n = borrowing.zip(1);
        yield_!(n);
        log("after");
    }
    rustc "new borrowing, borrowing, yielded 1, after, drop borrowing",
    ours "new borrowing, borrowing, drop borrowing, yielded 1, after",
}

pub struct Ring(D);

impl Ring {
    fn turn(&self) -> u32 {
        log("turn");
        2
    }
}

differs! {
    fn a_method_that_borrows_under_the_name_of_the_coroutine as (Wheel { ring: Ring(d("ring")) }.turn()),
    takes (), yields u32, returns () => {
        struct Wheel { ring: Ring }

        impl Wheel {
            method! { [fn turn](self) -> () => {
                let Self { ring } = self;
                let n = ring.turn();
                yield_!(n);
                log("after");
            } }
        }
    }
    rustc "new ring, turn, yielded 2, after, drop ring",
    ours "new ring, turn, drop ring, yielded 2, after",
}

differs! {
    /// In the 2021 edition, it borrows the slice.
    fn into_iter_of_a_boxed_slice() as (), yields usize => {
        let list = vec![d("a"), d("b")].into_boxed_slice();
        let n = list.into_iter().count();
        yield_!(n);
        log("after");
    }
    if !is_2024(),
    rustc "new a, new b, yielded 2, after, drop a, drop b",
    ours "new a, new b, drop a, drop b, yielded 2, after",
}

differs! {
    fn a_parameter_that_can_be_called_again(f: impl Fn() -> u32 + FnOnce() -> u32) as ({ let x = d("x"); move || x.id() }), yields u32 => {
        let n = f();
        yield_!(n);
        log("after");
    }
    rustc "new x, use x, yielded 20, after, drop x",
    ours "new x, use x, drop x, yielded 20, after",
}

/// Points to a function, and speaks of another type.
struct Named<F: ?Sized>(D, fn() -> u32, PhantomData<F>);

impl<F: ?Sized> Deref for Named<F> {
    type Target = fn() -> u32;
    fn deref(&self) -> &fn() -> u32 {
        &self.1
    }
}

differs! {
    fn a_local_that_can_be_called_again() as (), yields u32 => {
        let f: Named<dyn FnOnce() -> u32> = Named(d("f"), || 3, PhantomData);
        let n = f();
        yield_!(n);
        log("after");
    }
    rustc "new f, yielded 3, after, drop f",
    ours "new f, drop f, yielded 3, after",
}

struct Counted {
    n: u32,
}

impl Drop for Counted {
    fn drop(&mut self) {
        log("drop counted");
    }
}

differs! {
    fn a_pattern_that_only_copies_out_of_what_implements_drop() as (), yields u32 => {
        let counted = Counted { n: 3 };
        let Counted { n } = counted;
        yield_!(n);
        log("after");
    }
    rustc "yielded 3, after, drop counted",
    ours "drop counted, yielded 3, after",
}

/// A unit struct with a destructor.
struct Unit;

impl Drop for Unit {
    fn drop(&mut self) {
        log("drop unit");
    }
}

const UNIT: Unit = Unit;

differs! {
    fn a_unit_struct() as (), yields u32 => {
        match Unit { ref unit => { yield_!(1); log("body"); } }
        log("after");
    }
    rustc "yielded 1, body, drop unit, after",
    ours "drop unit, yielded 1, body, after",
}

differs! {
    fn a_constant() as (), yields u32 => {
        match UNIT { ref unit => { yield_!(1); log("body"); } }
        log("after");
    }
    rustc "yielded 1, body, drop unit, after",
    ours "drop unit, yielded 1, body, after",
}

fn waits(_: Unit, n: u32) -> u32 {
    log("waits");
    n
}

impl Unit {
    fn look(&self, n: u32) -> u32 {
        log("look");
        n
    }
}

differs! {
    /// It is made where it is used.
    fn a_unit_struct_that_waits() as (), yields u32 => {
        waits(Unit, { yield_!(1); 2 });
    }
    in Scenario { stop: Stop::After(1), ..Scenario::complete(0) },
    rustc "yielded 1, dropped, drop unit",
    ours "yielded 1, dropped",
}

differs! {
    fn a_constant_that_is_looked_at() as (), yields u32 => {
        let n = UNIT.look({ yield_!(1); 2 }) + { yield_!(3); 4 };
        if n > 5 { log("after") }
    }
    rustc "yielded 1, look, yielded 3, drop unit, after",
    ours "yielded 1, look, drop unit, yielded 3, after",
}

differs! {
    /// It binds; here it seems to be a constant.
    fn a_name_in_upper_case_in_an_arm() as (), yields u32 => {
        match (d("a"), d("b")) { (A, B) => { yield_!(1); log("body"); } }
        log("after");
    }
    rustc "new a, new b, yielded 1, body, drop b, drop a, after",
    ours "new a, new b, drop b, drop a, yielded 1, body, after",
}

const three: u32 = 3;

differs! {
    /// It compares; here it seems to copy the field out.
    fn a_constant_in_lower_case() as (), yields u32 => {
        let counted = Counted { n: 3 };
        if let Counted { n: three } = counted { log("three") }
        yield_!(1);
        log("after");
    }
    rustc "three, yielded 1, after, drop counted",
    ours "three, drop counted, yielded 1, after",
}

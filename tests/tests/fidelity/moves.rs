//! Moves: whole, partial, into calls, closures, patterns and values; and what is never moved.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see, swallow};

#[derive(Clone, Debug)]
struct Both {
    left: D,
    right: D,
    n: u32,
}

fn both() -> Both {
    Both { left: d("left"), right: d("right"), n: 3 }
}

#[derive(Clone, Debug)]
struct Holder(Option<D>);

impl Holder {
    fn take(&mut self) -> Option<D> {
        self.0.take()
    }
    fn get(&self) -> u32 {
        self.0.as_ref().map_or(0, |value| value.n)
    }
    fn into_inner(self) -> Option<D> {
        self.0
    }
}

impl Drop for Both {
    fn drop(&mut self) {
        log("drop both");
    }
}

#[derive(Clone, Debug)]
struct Plain {
    left: D,
    right: D,
    n: u32,
}

fn plain() -> Plain {
    Plain { left: d("left"), right: d("right"), n: 3 }
}

fidelity! {
    fn a_guard_lives_to_the_end() as (), yields u32 => {
        let _guard = d("guard");
        yield_!(1);
        log("body");
        yield_!(2);
    }
}

fidelity! {
    fn a_used_guard_lives_to_the_end() as (), yields u32 => {
        let guard = d("guard");
        guard.id();
        yield_!(1);
        log("body");
        yield_!(2);
    }
}

fidelity! {
    fn moved_into_a_call() as (), yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        let n = eat(a);
        yield_!(n);
        n + eat(b)
    }
}

fidelity! {
    fn moved_into_a_method() as (), yields u32, returns u32 => {
        let a = d("a");
        yield_!(1);
        let n = a.into_id();
        yield_!(n);
        n
    }
}

fidelity! {
    fn moved_into_another_local() as (), yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let c = a;
        yield_!(1);
        let e = b;
        let f = d("f");
        yield_!(2);
        c.id() + e.id()
    }
}

fidelity! {
    fn moved_into_a_structure() as (), yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        let t = (a, Some(b));
        yield_!(2);
        let p = [t];
        yield_!(3);
        p.len() as u32
    }
}

fidelity! {
    fn moved_into_a_pattern() as (), yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        yield_!(1);
        let (x, y) = t;
        yield_!(2);
        drop(x);
        yield_!(3);
        y.id()
    }
}

fidelity! {
    fn moved_into_the_yield() as (), yields D => {
        let a = d("a");
        let b = d("b");
        yield_!(b);
        log("between");
        yield_!(a);
        log("end");
    }
}

fidelity! {
    fn moved_into_the_yield_of_a_structure() as (), yields (D, Option<D>) => {
        let a = d("a");
        let b = d("b");
        let c = d("c");
        yield_!((c, Some(a)));
        yield_!((b, None));
    }
}

fidelity! {
    fn moved_as_a_statement() as (), yields u32 => {
        let a = d("a");
        let b = d("b");
        yield_!(1);
        a;
        log("after");
        yield_!(2);
    }
}

fidelity! {
    fn moved_into_a_block() as (), yields u32, returns u32 => {
        let a = d("a");
        yield_!(1);
        { a };
        log("after");
        yield_!(2);
        3
    }
}

fidelity! {
    fn moved_into_a_wildcard_is_no_move() as (), yields u32, returns u32 => {
        let a = d("a");
        let _ = a;
        yield_!(1);
        _ = a;
        yield_!(2);
        let (_, _) = (1, 2);
        a.id()
    }
}

fidelity! {
    fn a_dead_local_after_a_wildcard_is_no_move() as (), yields u32 => {
        let a = d("a");
        let _ = a;
        yield_!(1);
        log("end");
    }
}

fidelity! {
    fn moved_into_a_closure() as (), yields u32, returns u32 => {
        let a = d("a");
        let f = move || a.id();
        yield_!(1);
        let n = f();
        yield_!(n);
        n
    }
}

fidelity! {
    fn moved_into_a_closure_that_is_called_once() as (), yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let n = (move || eat(a))();
        yield_!(n);
        n + b.n
    }
}

fidelity! {
    /// A method that moves, by its name.
    fn options_that_are_unwrapped() as (), takes bool, yields u32, returns u32 => {
        let a = Some(d("a"));
        let b: Result<D, D> = if yield_!(1) { Ok(d("ok")) } else { Err(d("err")) };
        let x = a.unwrap();
        yield_!(2);
        let y = b.unwrap_or_else(|e| e);
        yield_!(3);
        x.id() + y.id()
    }
}

fidelity! {
    fn a_collection_that_is_consumed() as (), yields u32, returns usize => {
        let items = vec![d("a"), d("b")];
        let rest = vec![d("c")];
        let pairs: Vec<_> = items.into_iter().chain(rest).collect();
        yield_!(1);
        let n = pairs.len();
        let kept: Vec<D> = pairs.into_iter().rev().take(1).collect();
        yield_!(2);
        n + kept.len()
    }
}

fidelity! {
    /// Methods that take by reference are no moves: the local lives on.
    fn methods_by_reference_do_not_move() as (), yields u32, returns u32 => {
        let mut holder = Holder(Some(d("held")));
        let taken = holder.take();
        yield_!(1);
        let n = holder.get();
        yield_!(n);
        n
    }
}

fidelity! {
    fn a_local_that_is_only_borrowed_last() as (), yields u32, returns u32 => {
        let a = d("a");
        let holder = Holder(Some(d("held")));
        let n = holder.get() + a.n;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_local_whose_field_is_read_last() as (), yields u32, returns u32 => {
        let b = both();
        let p = plain();
        let n = b.n + p.n;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_local_that_is_compared_last() as (), yields u32, returns bool => {
        let a = d("a");
        let b = d("b");
        let equal = a == b;
        yield_!(1);
        log("end");
        equal
    }
}

fidelity! {
    fn a_local_that_is_formatted_last() as (), yields String, returns usize => {
        let a = d("a");
        let b = d("b");
        let text = format!("{a} {}", b);
        yield_!(text);
        log("end");
        1
    }
}

fidelity! {
    fn a_local_that_is_assigned_last() as (), yields u32 => {
        let mut a = d("old");
        yield_!(1);
        a = d("new");
        yield_!(2);
        log("end");
    }
}

fidelity! {
    fn a_place_that_is_only_looked_at_last() as (), takes bool, yields u32, returns u32 => {
        let held = Some(d("held"));
        let n = match held { Some(_) => 1, None => 2 };
        yield_!(n);
        let other = Some(d("other"));
        let is = matches!(other, Some(_));
        yield_!(is as u32);
        log("end");
        3
    }
}

fidelity! {
    fn a_partial_move_leaves_the_rest() as (), yields u32, returns u32 => {
        let p = plain();
        yield_!(1);
        let left = p.left;
        log("left moved");
        let n = p.right.id();
        drop(left);
        n
    }
}

fidelity! {
    fn a_moved_local_is_assigned_again() as (), yields u32, returns u32 => {
        let mut a = d("first");
        drop(a);
        a = d("second");
        yield_!(1);
        drop(a);
        yield_!(2);
        a = d("third");
        yield_!(3);
        a.id()
    }
}

fidelity! {
    fn moved_in_a_loop_and_assigned_again() as (), takes bool, yields u32, returns u32 => {
        let mut a = d("start");
        for i in 0..3 {
            let n = eat(a);
            yield_!(n);
            a = d(format!("a{i}"));
            if yield_!(i) { break }
        }
        a.id()
    }
}

fidelity! {
    fn moved_before_a_break() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let n = loop {
            if yield_!(1) {
                break eat(a);
            }
            if yield_!(2) {
                drop(b);
                break 2;
            }
        };
        log("after");
        n
    }
}

fidelity! {
    fn moved_into_a_return() as (), takes bool, yields u32, returns Option<D> => {
        let a = d("a");
        let b = d("b");
        if yield_!(1) { return Some(a); }
        yield_!(2);
        if yield_!(3) { return Some(b) }
        None
    }
}

fidelity! {
    fn a_shared_count() as (), yields usize, returns usize, unclonable => {
        let a = Rc::new(RefCell::new(d("shared")));
        let b = Rc::clone(&a);
        yield_!(Rc::strong_count(&a));
        b.borrow_mut().touch();
        drop(b);
        yield_!(Rc::strong_count(&a));
        let c = a.clone();
        let n = Rc::strong_count(&c);
        yield_!(n);
        n
    }
}

fidelity! {
    /// `Copy` values are used again after a use in value position.
    fn copies_are_no_moves() as (), takes u32, yields u32, returns u32 => {
        fn f(x: (u32, char), s: &str) -> u32 { x.0 + s.len() as u32 }
        let x = (1, 'c');
        let s = "text";
        let n = f(x, s);
        yield_!(n);
        let y = x;
        let z = f(y, s);
        yield_!(z + y.0);
        f(x, s) + f(y, s)
    }
}

fidelity! {
    fn a_dead_copy_after_a_use_by_value() as (), takes u32, yields u32, returns u32 => {
        fn f(x: u32) -> u32 { x + 1 }
        let x = yield_!(1);
        let y = f(x);
        yield_!(y);
        7
    }
}

fidelity! {
    fn a_generic_sink() as (), yields u32, returns u32 => {
        fn sink<T>(value: T) -> usize { std::mem::size_of_val(&value).min(1) }
        let a = d("a");
        let b = 5u32;
        let n = sink(a) + sink(b);
        yield_!(n as u32);
        b
    }
}

fidelity! {
    fn mem_replace_and_take() as (), yields u32, returns u32 => {
        let mut a = d("a");
        let old = std::mem::replace(&mut a, d("b"));
        yield_!(old.n);
        let mut slot = Some(a);
        let taken = std::mem::take(&mut slot);
        yield_!(1);
        taken.map_or(0, D::into_id)
    }
}

fidelity! {
    fn an_explicit_move_in_braces() as (), yields u32, returns u32 => {
        let a = Holder(Some(d("a")));
        let inner = { a }.into_inner();
        yield_!(1);
        inner.map_or(0, |x| x.n)
    }
}

fidelity! {
    fn moved_in_the_condition() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        if eat(a) > 3 && yield_!(1) {
            yield_!(2);
            return eat(b);
        }
        yield_!(3);
        4
    }
}

fidelity! {
    fn moved_in_a_scrutinee() as (), takes bool, yields u32, returns u32 => {
        let a = Some(d("a"));
        let n = match a {
            Some(a) if a.n > 1000 => 0,
            Some(a) => { yield_!(1); a.id() }
            None => 1,
        };
        yield_!(n);
        n
    }
}

fidelity! {
    fn moved_into_an_iterator_head() as (), yields u32, returns u32 => {
        let items = vec![d("a"), d("b")];
        let other = d("other");
        for item in items {
            yield_!(item.n);
        }
        log("after");
        yield_!(0);
        other.id()
    }
}

fidelity! {
    fn a_type_whose_own_drop_shows() as (), yields u32, returns u32 => {
        let b = both();
        let mut c = both();
        c.left = d("new left");
        yield_!(b.n);
        drop(c);
        yield_!(2);
        b.right.id()
    }
}

fidelity! {
    fn a_move_out_of_a_box() as (), yields u32, returns u32 => {
        let b = Box::new(d("boxed"));
        yield_!(1);
        let inner = *b;
        yield_!(2);
        inner.id()
    }
}

fidelity! {
    fn a_partial_move_whose_rest_is_never_mentioned() as (), yields u32, returns u32 => {
        let t = (d("a"), d("b"), d("c"));
        let n = eat(t.1);
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_partial_move_that_is_put_back() as (), yields u32, returns u32 => {
        let mut t = (d("a"), d("b"));
        drop(t.0);
        yield_!(1);
        t.0 = d("c");
        yield_!(2);
        t.1.id()
    }
}

fidelity! {
    /// `_ = place` takes nothing.
    fn an_underscore_that_takes_nothing(x: D) as (d("x")), takes (), yields u32, returns u32 => {
        _ = x;
        yield_!(1);
        let y = d("y");
        if y.n > 0 { _ = y; }
        yield_!(2);
        3
    }
}

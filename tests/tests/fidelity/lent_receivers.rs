//! Receivers that are made where their method is called, and that it only looks at: guards, lists, and what
//! is moved into them.

use std::cell::RefCell;

use coro_tests::{D, St, d, fidelity, log, see, st};

fn u(x: &D) -> u32 {
    x.n
}

fn some(x: D) -> Option<D> {
    Some(x)
}

fidelity! {
    fn that_are_compared() as (), takes u32, yields u32, returns u32 => {
        let n = d("x").eq(&d("y")) as u32 + yield_!(1);
        n
    }
}

fidelity! {
    fn of_a_list_by_its_last() as (), takes u32, yields u32, returns u32 => {
        let n = vec![d("a"), d("b")].last().unwrap().n + yield_!(1);
        n
    }
}

fidelity! {
    fn a_range() as (), takes u32, yields u32, returns u32 => {
        let n = (d("a")..d("b")).contains(&d("c")) as u32 + yield_!(1);
        n
    }
}

fidelity! {
    fn that_are_shown() as (), takes u32, yields u32, returns u32 => {
        let n = dbg!(d("x")).id() + yield_!(1);
        n
    }
}

fidelity! {
    fn a_field_before_a_value() as (), takes u32, yields u32, returns u32 => {
        let s = st(3);
        let n = (s.a == d("y")) as u32 + yield_!(1);
        n
    }
}

fidelity! {
    fn a_sum_that_is_borrowed() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let y = d("y");
        let r = &(x + y);
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_negated_local_that_is_borrowed() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let r = &-x;
        let n = r.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_tuple_that_is_borrowed() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let r = &(x, 3);
        let n = r.0.n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_array_that_is_borrowed() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let r: &[D] = &[x; 1];
        let n = r[0].n;
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_array_of_a_local() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let n = [x].len() as u32 + yield_!(1);
        n
    }
}

fidelity! {
    fn a_tuple_of_a_local() as (), takes u32, yields u32, returns u32 => {
        let z = d("z");
        let k = (z, 4).1 + yield_!(3);
        k
    }
}

fidelity! {
    fn a_part_of_a_tuple_that_is_borrowed() as (), takes u32, yields u32, returns u32 => {
        let v = d("v");
        let l = u(&(v, 1).0) + yield_!(4);
        l
    }
}

fidelity! {
    fn a_guard_of_a_number(c: &'static std::sync::Mutex<u32>) as (Box::leak(Box::new(std::sync::Mutex::new(3)))), takes u32, yields u32, returns u32, unclonable => {
        let n = c.lock().unwrap().pow(2) + yield_!(1) + c.try_lock().is_ok() as u32;
        n
    }
}

fidelity! {
    fn a_guard_in_an_if_let(c: &'static std::sync::Mutex<Option<u32>>) as (Box::leak(Box::new(std::sync::Mutex::new(Some(3))))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(x) = c.lock().unwrap().take() { yield_!(x); log(c.try_lock().is_ok()); }
        3
    }
}

fidelity! {
    fn a_guard_in_a_match(c: &'static std::sync::Mutex<Option<u32>>) as (Box::leak(Box::new(std::sync::Mutex::new(Some(3))))), takes u32, yields u32, returns u32, unclonable => {
        match c.lock().unwrap().take() { Some(x) => { yield_!(x); log(c.try_lock().is_ok()); } None => {} }
        3
    }
}

fidelity! {
    fn a_borrow_in_an_if_let(c: &'static RefCell<Vec<u32>>) as (Box::leak(Box::new(RefCell::new(vec![3, 4])))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(x) = c.borrow().last().copied() { yield_!(x); log(c.try_borrow_mut().is_ok()); }
        3
    }
}

fidelity! {
    fn guards_in_heads_of_loops(c: &'static std::sync::Mutex<Option<u32>>) as (Box::leak(Box::new(std::sync::Mutex::new(Some(3))))), takes u32, yields u32, returns u32, unclonable => {
        while let Some(x) = c.lock().unwrap().take() { yield_!(x); log(c.try_lock().is_ok()); }
        for x in 0..c.lock().unwrap().unwrap_or(2) { yield_!(x); log(c.try_lock().is_ok()); }
        let n = c.lock().unwrap().map_or(5, |x| x) + yield_!(2) + c.try_lock().is_ok() as u32;
        match c.lock().expect("l").get_or_insert(4) { x => { yield_!(*x); log(c.try_lock().is_ok()); } }
        n
    }
}

fidelity! {
    fn borrows_of_a_vector(c: &'static RefCell<Vec<u32>>) as (Box::leak(Box::new(RefCell::new(vec![3, 4])))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(x) = c.borrow_mut().pop() { yield_!(x); log(c.try_borrow_mut().is_ok()); }
        match c.borrow().iter().max().copied() { Some(x) => { yield_!(x); log(c.try_borrow_mut().is_ok()); } None => {} }
        let k = c.borrow().len().max(1).pow(2) as u32 + yield_!(5) + c.try_borrow_mut().is_ok() as u32;
        let n = *c.borrow().first().unwrap().min(&7) + yield_!(4) + c.try_borrow_mut().is_ok() as u32;
        n + k
    }
}

fidelity! {
    fn values_in_a_row() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let y = d("y");
        let k = 3;
        let n = u(&d("m")).max([k, k].len() as u32) + yield_!(1);
        let m = (x, y).0.n + yield_!(2);
        let b = [d("q"), d("r")].iter().map(|x| x.n).last().unwrap() + yield_!(3);
        let e = d("a").n.cmp(&3) as u32 + yield_!(4);
        let o = some(d("o")).take().unwrap().n + yield_!(5);
        let v = vec![d("v")].iter().take(1).map(|x| x.n).max().unwrap() + yield_!(6);
        log("e");
        n
    }
}

fidelity! {
    fn places_before_values() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let y = d("y");
        let s = (d("s"), 3);
        let n = (s.0 == d("z")) as u32 + yield_!(1);
        let b = Box::new(d("b"));
        let k = (*b == d("w")) as u32 + yield_!(2);
        let r = &[x];
        yield_!(r.len() as u32);
        let t = &(y, 2);
        let l = t.1;
        yield_!(l);
        log("e");
        n
    }
}

fidelity! {
    fn a_local_guard_of_a_number(c: &'static std::sync::Mutex<Option<u32>>) as (Box::leak(Box::new(std::sync::Mutex::new(Some(3))))), takes u32, yields u32, returns u32, unclonable => {
        let g = c.lock().unwrap();
        let n = g.unwrap_or(4);
        yield_!(n);
        c.try_lock().is_ok() as u32
    }
}

fidelity! {
    fn a_local_borrow_of_a_text(c: &'static RefCell<String>) as (Box::leak(Box::new(RefCell::new("a\nb".to_string())))), takes u32, yields u32, returns u32, unclonable => {
        let g = c.borrow();
        let n = g.lines().count() as u32;
        yield_!(n);
        c.try_borrow_mut().is_ok() as u32
    }
}

fidelity! {
    fn local_guards(c: &'static RefCell<Option<u32>>) as (Box::leak(Box::new(RefCell::new(Some(3))))), takes u32, yields u32, returns u32, unclonable => {
        let g = c.borrow();
        let n = g.unwrap_or(4);
        yield_!(n);
        drop(g);
        let mut h = c.try_borrow_mut().unwrap();
        let k = h.take().map_or(2, |x| x);
        yield_!(k + c.try_borrow().is_ok() as u32);
        { let i = h; yield_!(c.try_borrow().is_ok() as u32); }
        yield_!(c.try_borrow().is_ok() as u32);
        3
    }
}

fidelity! {
    fn an_element_before_a_value() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("v")];
        let n = (v[0] == d("y")) as u32 + yield_!(1);
        n
    }
}

fidelity! {
    fn elements_before_values() as (), takes u32, yields u32, returns u32 => {
        let v = vec![d("v"), d("w")];
        let i = 1;
        let n = (v[i] != d("y")) as u32 + yield_!(1);
        let m = (v[0] == d("z")) as u32 + (v[1] == d("q")) as u32 + yield_!(n);
        if v[0] == d("c") { yield_!(m); }
        log("e");
        3
    }
}

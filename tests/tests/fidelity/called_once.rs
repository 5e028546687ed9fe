//! Whether calling a closure consumes it: it does if the closure takes what it has captured.

use coro_tests::{D, d, eat, fidelity, log, see};

/// A function that a call consumes, with what it holds.
fn once(name: &'static str) -> Box<dyn FnOnce() -> u32> {
    let held = d(name);
    Box::new(move || eat(held))
}

fidelity! {
    fn the_content_of_a_box() as (), takes u32, yields u32, returns u32 => {
        let t = Box::new(d("a"));
        let f = move || *t;
        yield_!(1);
        let x = f();
        yield_!(3);
        x.n
    }
}

fidelity! {
    fn the_content_of_a_box_that_is_passed_on() as (), takes u32, yields u32, returns u32 => {
        let t = Box::new(d("t"));
        let f = move || eat(*t);
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn the_copied_content_of_a_box() as (), takes u32, yields u32, returns u32 => {
        let t = Box::new(5);
        let b = d("b");
        let f = move || *t + b.id();
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_that_is_consumed() as (), takes u32, yields u32, returns u32 => {
        let s = (d("s"), d("t"));
        let f = move || { eat(s.0); 5 };
        yield_!(1);
        let n = f();
        yield_!(n);
        6
    }
}

fidelity! {
    fn a_part_that_is_consumed_without_move() as (), takes u32, yields u32, returns u32 => {
        let t = (d("t"), d("u"));
        let f = || { eat(t.0); 3 };
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn parts_that_are_consumed() as (), takes u32, yields u32, returns u32 => {
        let t = (d("t"), d("u"));
        let f = move || { eat(t.0); eat(t.1); 3 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_part_that_a_pattern_consumes() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let (x, _) = t; x.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn parts_that_a_pattern_consumes() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let f = move || { let (x, y) = t; x.n + y.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_that_an_assignment_consumes() as (), takes u32, yields u32, returns u32 => {
        let t = (d("t"), d("u"));
        let f = move || { let a; (a, _) = t; eat(a) };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_part_that_a_method_consumes() as (), takes u32, yields u32, returns u32 => {
        let o = (Some(d("o")), 4);
        let f = move || o.0.unwrap().n;
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn an_inner_closure_that_takes() as (), takes u32, yields u32, returns u32 => {
        let t = d("t");
        let f = move || { let g = move || t.id(); g() };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn an_inner_closure_that_takes_a_part() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || { let g = move || s.0.id(); g() };
        let n = f();
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn an_inner_closure_that_takes_a_part_later() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || { let g = move || s.0.id(); g() };
        yield_!(1);
        log("e");
        f()
    }
}

fidelity! {
    fn a_method_that_consumes() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || o.unwrap().n;
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn an_if_let_that_consumes() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || if let Some(x) = o { x.n } else { 4 };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn a_let_else_that_consumes() as (), takes u32, yields u32, returns u32 => {
        let o = Some(d("o"));
        let f = move || { let Some(x) = o else { return 3 }; x.n };
        yield_!(1);
        let n = f();
        yield_!(n);
        log("e");
        4
    }
}

fidelity! {
    fn the_content_of_a_box_that_is_assigned() as (), takes u32, yields u32, returns u32 => {
        let mut t = Box::new(d("t"));
        let mut f = move || { *t = d("u"); t.n };
        let n = f();
        yield_!(n);
        log("e");
        f()
    }
}

fidelity! {
    fn a_tuple_as_the_value() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || s;
        yield_!(1);
        let (x, y) = f();
        yield_!(x.n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_as_the_value() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || s.1;
        yield_!(1);
        let x = f();
        yield_!(x.n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_that_is_returned() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || { return s.1; };
        yield_!(1);
        let x = f();
        yield_!(x.n);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_in_a_local_of_its_own() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || { let x = s.1; x.n };
        yield_!(1);
        let x = f();
        yield_!(x);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || (s.1, 3);
        yield_!(1);
        let x = f();
        yield_!(x.1);
        log("e");
        3
    }
}

fidelity! {
    fn a_part_in_a_vector() as (), takes u32, yields u32, returns u32 => {
        let s = (d("a"), d("b"));
        let f = move || vec![s.1];
        yield_!(1);
        let x = f();
        yield_!(x[0].n);
        log("e");
        3
    }
}

fidelity! {
    fn taken_out_of_a_list(v: Vec<Box<dyn FnOnce() -> u32>>) as (vec![once("p"), once("q")]), takes u32, yields u32, returns u32, unclonable => {
        for action in v { let n = action(); yield_!(n); } 3
    }
}

fidelity! {
    fn popped_off_a_list(mut v: Vec<Box<dyn FnOnce() -> u32>>) as (vec![once("p"), once("q")]), takes u32, yields u32, returns u32, unclonable => {
        while let Some(f) = v.pop() { yield_!(f() + 1); } 3
    }
}

fidelity! {
    fn taken_out_of_an_option(v: Option<Box<dyn FnOnce() -> u32>>) as (Some(once("p"))), takes u32, yields u32, returns u32, unclonable => {
        if let Some(f) = v { let n = f(); yield_!(n); yield_!(n); } 3
    }
}

fidelity! {
    fn matched_out_of_an_option(v: Option<Box<dyn FnOnce() -> u32>>) as (Some(once("p"))), takes u32, yields u32, returns u32, unclonable => {
        match v { Some(f) => { yield_!(1); let n = f(); yield_!(n); n } None => yield_!(3) }
    }
}

fidelity! {
    fn beside_a_name(v: Vec<(String, Box<dyn FnOnce() -> u32>)>) as (vec![("a".into(), once("p")), ("b".into(), once("q"))]), takes u32, yields u32, returns u32, unclonable => {
        for (name, run) in v { yield_!(name.len() as u32); let n = run(); yield_!(n + name.len() as u32); } 3
    }
}

fidelity! {
    fn taken_one_by_one(mut v: Vec<Box<dyn FnOnce() -> u32>>) as (vec![once("p"), once("q")]), takes u32, yields u32, returns u32, unclonable => {
        let Some(f) = v.pop() else { return 1 }; let g = v.remove(0); yield_!(0); let n = f() + yield_!(1) + g(); yield_!(n)
    }
}

fidelity! {
    fn called_on_some_ways(mut v: Vec<Box<dyn FnOnce() -> u32>>) as (vec![once("p"), once("q")]), takes u32, yields u32, returns u32, unclonable => {
        for f in std::mem::take(&mut v).into_iter().rev() { if yield_!(1) > 100 { let n = f(); yield_!(n); } else { yield_!(7); } } 3
    }
}

fidelity! {
    fn out_of_a_typed_local() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut v: Vec<Box<dyn FnOnce() -> u32>> = vec![]; v.push(Box::new(|| 3)); while let Some(f) = v.pop() { let n = f(); yield_!(n); } 3
    }
}

fidelity! {
    fn out_of_locals_with_generic_arguments() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut v = std::collections::VecDeque::<(u32, Box<dyn FnOnce() -> u32>)>::new(); let g = d("g"); v.push_back((2, Box::new(move || eat(g)))); while let Some((k, f)) = v.pop_front() { let n = f(); yield_!(n + k); } let o: Option<Box<dyn FnOnce() -> u32>> = Some(Box::new(|| 7)); if let Some(f) = o { yield_!(f()); yield_!(1); } 3
    }
}

fn look(x: &D) -> u32 {
    see("look", x.n)
}

fn t2(a: u32, b: u32) -> u32 {
    see("t2", a + b)
}

fn two(a: D, b: D) -> u32 {
    eat(a) + eat(b)
}

fn pass<T>(x: T) -> T {
    x
}

fidelity! {
    fn called_in_place_with_a_temporary(x: D) as (d("x")), takes u32, yields u32, returns () => {
        let y = t2((|k: u32| two(x, d("in")) + k)(look(&d("t"))), yield_!(1));
        log("next"); pass({})
    }
}

fidelity! {
    fn that_takes_a_local_in_place(x: D) as (d("x")), takes u32, yields u32, returns () => {
        let y = t2((|k: u32| eat(x) + k)(look(&d("t"))), yield_!(1));
        log("next"); pass({})
    }
}

fidelity! {
    fn two_called_in_place(x: D, z: D) as (d("x"), d("z")), takes u32, yields u32, returns () => {
        let y = t2((|k: u32| eat(x) + k)(look(&d("t")) + yield_!(2)), (|| eat(z))());
        log("next"); yield_!(y); pass({})
    }
}

fidelity! {
    fn that_only_borrows_in_place(mut x: D) as (d("x")), takes u32, yields u32, returns () => {
        let y = (|k: u32| x.touch() + k)(look(&d("t"))) != *Box::new({ yield_!(1); see("t", 3) });
        let y = t2((|k: u32| x.id() + k)(look(&d("t"))), { yield_!(1); see("t", 3) });
        log("next"); pass({})
    }
}

/// Functions of which only the type of a field tells whether a call takes them.
pub struct Hooks {
    pub once: Option<Box<dyn FnOnce(u32) -> u32>>,
    pub lent: Option<Box<dyn FnOnce(&D) -> u32 + Send>>,
    pub often: Option<Box<dyn Fn(u32) -> u32>>,
    pub changing: Option<Box<dyn FnMut(u32) -> u32>>,
    pub pointer: Option<fn(u32) -> u32>,
}

pub fn hooks() -> Hooks {
    let (a, b, c, e) = (d("once"), d("lent"), d("often"), d("changing"));
    Hooks {
        once: Some(Box::new(move |n| a.n + n)),
        lent: Some(Box::new(move |x| b.n + x.n)),
        often: Some(Box::new(move |n| c.n + n)),
        changing: Some(Box::new(move |n| e.n + n)),
        pointer: Some(|n| n + 1),
    }
}

fidelity! {
    fn hooks_that_are_taken() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut hooks = hooks(); let mut sum = 0;
        if let Some(f) = hooks.once.take() { let n = f(1); log("called"); yield_!(n); log("a"); }
        if let Some(f) = hooks.lent.take() { let x = d("x"); yield_!(f(&x)); log("b"); }
        if let Some(f) = hooks.often.take() { let n = f(1); log("called"); yield_!(n); log("c"); }
        if let Some(mut f) = hooks.changing.take() { let n = f(1); log("called"); yield_!(n); sum += f(2); yield_!(sum); log("d"); }
        if let Some(f) = hooks.pointer.take() { let n = f(1); yield_!(n); sum += f(2); }
        sum
    }
}

fidelity! {
    fn a_hook_that_some_ways_call() as (), takes u32, yields u32, returns u32, unclonable => {
        let Hooks { often, .. } = hooks();
        let Some(often) = often else { return 0 };
        let n = if yield_!(0) > 1 { often(1) } else { log("not"); 3 };
        log("e"); yield_!(n); log("f"); n
    }
}

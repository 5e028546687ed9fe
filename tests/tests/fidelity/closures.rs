//! Closures around suspensions: stored, called, moved, nested; their `return` and `?` are their own.

use coro_tests::{D, d, eat, fidelity, log, see};

fn apply(f: impl Fn(u32) -> u32, x: u32) -> u32 {
    f(x)
}

fidelity! {
    fn a_stored_closure() as (), takes u32, yields u32, returns u32 => {
        let double = |x: u32| x * 2;
        let n = yield_!(double(1));
        yield_!(double(n));
        double(double(n))
    }
}

fidelity! {
    fn a_closure_with_a_moved_capture() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let f = move |x: u32| a.id() + x;
        yield_!(f(1));
        let n = f(2);
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_closure_that_owns_and_mutates() as (), takes u32, yields u32, returns u32 => {
        let mut count = 0;
        let mut next = move || { count += 1; count };
        yield_!(next());
        yield_!(next());
        yield_!(count);
        next() + next()
    }
}

fidelity! {
    /// The borrow ends before the suspension.
    fn a_closure_that_borrows_between_suspensions() as (), takes u32, yields u32, returns u32 => {
        let mut total = 0;
        yield_!(total);
        let mut add = |x: u32| total += x;
        add(1);
        add(2);
        yield_!(total);
        let read = || total;
        let n = read();
        n + yield_!(n)
    }
}

fidelity! {
    fn the_argument_of_a_closure_call_suspends() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let f = move |x: u32, y: u32| x * 10 + y + a.n;
        f(yield_!(1), yield_!(2)) + f(see("x", 3), yield_!(4))
    }
}

fidelity! {
    fn a_fn_once_closure() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let once = move |x: u32| eat(a) + x;
        yield_!(1);
        let n = once(2);
        yield_!(n);
        n
    }
}

fidelity! {
    fn returns_in_a_closure_are_its_own() as (), takes u32, yields u32, returns u32 => {
        let clamp = |x: u32| -> u32 {
            if x > 3 { return 3; }
            for i in 0.. { if i == x { return i } }
            unreachable!()
        };
        let n = clamp(yield_!(1));
        yield_!(n);
        clamp(n + 10)
    }
}

fidelity! {
    fn question_marks_in_a_closure_are_its_own() as (), takes &'static str, yields u32, returns u32 => {
        let parse = |text: &str| -> Result<u32, std::num::ParseIntError> {
            let n: u32 = text.parse()?;
            Ok(n + 1)
        };
        let first = parse(yield_!(1)).unwrap_or(100);
        yield_!(first);
        let option = |x: Option<u32>| { let x = x?; x.checked_sub(5) };
        first + option(Some(first)).unwrap_or(7)
    }
}

fidelity! {
    fn breaks_and_labels_in_a_closure_are_its_own() as (), takes u32, yields u32, returns u32 => {
        'a: for i in 0..2 {
            let f = |n: u32| 'a: loop {
                let mut m = n;
                loop { m += 1; if m > 5 { break 'a m } else { continue } }
            };
            if f(yield_!(i)) > 100 { break 'a }
            yield_!(f(i));
        }
        3
    }
}

fidelity! {
    fn a_closure_with_the_names_of_locals() as (), takes u32, yields u32, returns u32 => {
        let x = 1;
        let y = 2;
        let f = |x: u32| { let y = x + 1; y * x };
        let n = yield_!(f(10));
        yield_!(x + y + n);
        f(x) + y
    }
}

fidelity! {
    fn nested_closures() as (), takes u32, yields u32, returns u32 => {
        let base = yield_!(1);
        let make = move |x: u32| move |y: u32| base * 100 + x * 10 + y;
        let inner = make(2);
        yield_!(inner(3));
        make(4)(inner(yield_!(5)))
    }
}

fidelity! {
    fn a_closure_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..3 {
            let a = d(format!("a{i}"));
            let f = move |x: u32| x + a.n + i;
            let n = f(yield_!(i));
            sum += n;
        }
        sum
    }
}

fidelity! {
    fn closures_in_a_collection() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut all: Vec<Box<dyn Fn(u32) -> u32>> = Vec::new();
        for i in 0..3 {
            all.push(Box::new(move |x| x + i));
            yield_!(i);
        }
        let mut n = yield_!(100);
        for f in &all { n = f(n); }
        let last = all.pop().unwrap();
        yield_!(n);
        last(n)
    }
}

fidelity! {
    fn a_closure_that_is_a_parameter(f: fn(u32) -> u32, mut g: Box<dyn FnMut() -> u32>) as (|x| x + 1, Box::new({ let mut n = 0; move || { n += 1; n } })), takes u32, yields u32, returns u32, unclonable => {
        let mut sum = 0;
        for _ in 0..3 {
            sum += f(yield_!(g()));
        }
        sum + g()
    }
}

fidelity! {
    fn a_move_closure_of_a_copy() as (), takes u32, yields u32, returns u32 => {
        let mut n = yield_!(1);
        let f = move || n + 1;
        n += 10;
        yield_!(f());
        n + f()
    }
}

fidelity! {
    fn a_closure_that_captures_in_a_format_string() as (), takes u32, yields String, returns usize => {
        let name = "x".to_owned();
        let n = yield_!(name.clone());
        let show = move || format!("{name}-{n}");
        yield_!(show());
        show().len()
    }
}

fidelity! {
    fn an_async_block_is_its_own() as (), takes u32, yields u32, returns u32, unclonable => {
        let future = async {
            if std::env::args().count() > 1000 { return Some(1) }
            let n: u32 = Some(3)?;
            Some(n)
        };
        let n = yield_!(1);
        let size = std::mem::size_of_val(&future).min(1) as u32;
        drop(future);
        n + size
    }
}

fidelity! {
    fn a_closure_conditionally_moved() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let f = move || eat(a);
        if yield_!(1) {
            let n = f();
            yield_!(n);
        }
        log("end");
        2
    }
}

fidelity! {
    fn sort_and_search_with_closures() as (), takes u32, yields u32, returns usize => {
        let mut v = vec![yield_!(1), yield_!(2), yield_!(3)];
        let pivot = yield_!(4);
        v.sort_by_key(|x| x.abs_diff(pivot));
        yield_!(v[0]);
        v.iter().position(|x| *x == pivot).unwrap_or(v.len())
    }
}

fidelity! {
    fn a_closure_that_captures_a_field() as (), takes u32, yields u32, returns u32 => {
        let pair = (d("left"), d("right"));
        let f = move || pair.0.id();
        yield_!(1);
        let n = f();
        log("called");
        n
    }
}

/// A closure that drops what it holds when it is called.
fn once() -> impl FnOnce() -> u32 + Clone {
    let held = d("held");
    move || eat(held)
}

fidelity! {
    fn a_parameter_that_is_called_once(f: impl FnOnce() -> u32 + Clone) as (once()), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        let n = f();
        yield_!(n);
        log("called");
        yield_!(n + 1)
    }
}

fidelity! {
    fn a_parameter_that_one_path_calls(f: impl FnOnce() -> u32 + Clone) as (once()), takes u32, yields u32, returns u32 => {
        if yield_!(1) > 2 {
            yield_!(f());
        }
        log("after");
        yield_!(3)
    }
}

fidelity! {
    fn that_move_their_own_locals() as (), takes u32, yields u32, returns () => {
        let c = d("cap");
        let f = move || { let y = d("y"); let z = y; drop(z); c.n };
        yield_!(f());
        log("x");
        yield_!(f());
        log("end");
    }
}

fidelity! {
    fn that_move_their_parameters() as (), takes u32, yields u32, returns () => {
        let c = d("cap");
        let f = move |p: D| { let y = p; drop(y); c.n };
        yield_!(f(d("p")));
        log("end");
    }
}

fidelity! {
    fn that_take_their_parameters_apart() as (), takes u32, yields u32, returns () => {
        let c = d("cap");
        let f = move |(p, q): (D, D)| { for i in [p, q] { drop(i); } match Some(d("k")) { Some(k) => drop(k), None => {} } c.n };
        yield_!(f((d("p"), d("q"))));
        log("end");
    }
}

fidelity! {
    fn that_consume_a_local_of_the_block_around_them() as (), takes u32, yields u32, returns () => {
        let c = d("cap");
        let f = { let e = d("e"); move || { let k = e; k.n + c.n } };
        yield_!(2);
        yield_!(f());
        log("end");
    }
}

fidelity! {
    fn of_branches_in_an_rc() as (), takes u32, yields u32, returns () => {
        let f = if yield_!(1) > 0 { let e = d("e"); std::rc::Rc::new(move || e.n) as std::rc::Rc<dyn Fn() -> u32> } else { let k = d("k"); std::rc::Rc::new(move || k.n + 1) };
        yield_!(f());
        log("end");
    }
}

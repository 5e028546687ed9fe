//! Many constructs in each body, as programmers mix them.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    fmt::{Display, Write as _},
    ops::ControlFlow,
    rc::Rc,
};

use coro_tests::{D, d, eat, fidelity, log, see, swallow};

fn three(a: D, b: u32, c: D) -> u32 {
    log("three");
    a.n + b + c.n
}

fidelity! { fn late_none() as (), takes u32, yields u32, returns Option<u8> => {
    let mut best = None;
    for i in 0..3 { let x = yield_!(i); if best.is_none_or(|b| x as u8 > b) { best = Some(x as u8); } }
    best
} }

fidelity! { fn late_default() as (), takes u32, yields u32, returns Vec<u16> => {
    let mut v = Vec::default();
    let mut m = HashMap::new();
    let mut n = 0;
    while n < 3 { let k = yield_!(n); m.insert(k, n as u16); n += 1; v.push(k as u16); }
    let mut o: Vec<_> = m.into_values().collect(); o.sort();
    v.extend(o); v
} }

fidelity! { fn late_integer() as (), yields u32, returns u64 => {
    let mut acc = 1;
    let step = 3;
    for _ in 0..3 { yield_!(step); acc += u64::from(step); acc <<= 2; }
    acc
} }

fidelity! { fn closure_param_types() as (), takes u32, yields u32, returns u32 => {
    let f = |a, b| a + b * 2;
    let x = f(yield_!(1), yield_!(2));
    let g = |s: &str| s.len() as u32;
    let y = yield_!(x);
    g("abc") + f(y, x)
} }

fidelity! { fn fold_and_collect() as (), takes u32, yields usize, returns String => {
    let words: Vec<String> = (0..3).map(|i| "ab".repeat(i)).collect();
    yield_!(words.len());
    let joined = words.iter().map(String::as_str).collect::<Vec<_>>().join("-");
    let n = yield_!(joined.len());
    joined.chars().cycle().take(n as usize + 2).collect()
} }

fidelity! { fn parse_later() as (), takes u32, yields u32, returns i64 => {
    let n = "12".parse().unwrap();
    yield_!(1);
    let m: i64 = n;
    m
} }

fidelity! { fn refs_into_params(a: &'static [u32], b: &'static str) as (&[1, 2, 3], "xyz"), takes u32, yields u32, returns char => {
    let mut it = a.iter().zip(b.chars());
    let mut last = '?';
    while let Some((n, c)) = it.next() { if yield_!(*n) > 4 { last = c; } }
    let slot = &a[1..];
    yield_!(slot[0]);
    last
} }

fidelity! { fn dyn_objects() as (), takes u32, yields String, returns usize, unclonable => {
    let items: Vec<Box<dyn Display>> = vec![Box::new(1), Box::new("two"), Box::new(yield_!("x".into()))];
    for i in items.iter().map(|i| i.to_string()).collect::<Vec<_>>() { let s = i.to_string(); yield_!(s); if false { break } }
    items.len()
} }

fidelity! { fn weird_operands() as (), takes u32, yields u32, returns (u32, i64, [u32; 3], bool) => {
    let a = -(yield_!(1) as i64) + !yield_!(2) as i64;
    let arr = [yield_!(3); 3];
    let b = *&yield_!(4);
    let t = (yield_!(5), [yield_!(6), yield_!(7)][(yield_!(8) % 2) as usize], (|x| x + 1)(yield_!(9)));
    let c = (yield_!(10)..20).contains(&yield_!(11)) == (yield_!(12) < yield_!(13));
    (b + t.0 + t.1 + t.2, a, arr, c)
} }

fidelity! { fn boxed_inputs() as (), takes D, yields u32, returns u32 => {
    let b = Box::new(yield_!(1));
    let n = b.n + yield_!(2).n;
    let inner = *b;
    yield_!(n);
    let Some(x) = Some(yield_!(3)).filter(|x| x.n > 0) else { return 0 };
    drop(inner);
    let r = &yield_!(4);
    yield_!(x.n);
    7
} }

fidelity! { fn struct_fields_in_odd_order() as (), takes u32, yields u32, returns u32 => {
    #[derive(Clone)] struct S { a: D, b: u32, c: D }
    let s = S { c: d("c"), b: yield_!(1), a: d(format!("a{}", yield_!(2))) };
    yield_!(s.b);
    let t = S { b: yield_!(3), ..s.clone() };
    let S { a, c, b } = t;
    yield_!(a.n);
    drop(c);
    s.b
} }

fidelity! { fn enum_state() as (), takes u32, yields &'static str, returns u32 => {
    #[derive(Clone, Copy, PartialEq, Debug)] enum S { Idle, Run { n: u32 }, Done(u32) }
    use S::*;
    let mut s = Idle;
    loop {
        s = match s {
            Idle => Run { n: yield_!("idle") },
            Run { n } if n > 6 => Done(n),
            Run { n } => { let m = yield_!("run"); Run { n: n + m } }
            Done(n) => { yield_!("done"); break n }
        };
    }
} }

fidelity! { fn early_returns_in_args() as (), takes Option<u32>, yields u32, returns Option<u32> => {
    let g = d("g");
    let v = vec![d("v0"), d(format!("v{}", yield_!(1)?)), { if yield_!(2).is_none() { return Some(9) } d("v2") }];
    let n = v.len() as u32 + match yield_!(3) { Some(n) => n, None => return None };
    Some(n)
} }

fidelity! { fn break_in_args() as (), takes u32, yields u32, returns u32 => {
    let mut n = 0;
    let r = loop {
        let a = d("a");
        n += three(d("b"), match yield_!(n) { 0 => break 100, 1 => continue, x => x }, if n > 12 { break n } else { d("c") });
    };
    r
} }

fidelity! { fn same_labels() as (), takes u32, yields u32, returns u32 => {
    let mut c = 0;
    'a: loop { c += 1; 'b: for i in 0..3 { 'c: loop { match yield_!(i) { 0 => break 'c, 1 => break 'b, 2 => continue 'b, _ => {} } if c > 5 { break } c += 1; } log("inner done"); } if c > 3 { break 'a } }
    c
} }

fidelity! { fn while_with_complex_condition() as (), takes u32, yields u32, returns u32 => {
    let mut n = 0;
    while { let t = d("t"); n += 1; yield_!(n) < 5 && n < 4 } && yield_!(100) > 0 { log("body"); if n == 3 { continue } yield_!(200); }
    n
} }

fidelity! { fn for_over_droppable_iter() as (), takes bool, yields u32, returns u32 => {
    let v = vec![d("a"), d("b"), d("c")];
    let mut count = 0;
    for (i, x) in v.into_iter().enumerate().filter(|(i, _)| i % 2 == 0) { count += 1; if yield_!(x.n) { break } log("next"); }
    yield_!(50);
    count
} }

fidelity! { fn nested_fn_generic_closure() as (), takes u32, yields u32, returns u32 => {
    fn apply<F: FnOnce(u32) -> R, R>(f: F, x: u32) -> R { f(x) }
    let g = d("g");
    let n = apply({ let n = g.n; move |x| x + n }, yield_!(1));
    let s = apply(move |x| { g.id() + x }, n);
    yield_!(s);
    s
} }

fidelity! { fn match_guard_with_locals() as (), takes u32, yields u32, returns u32 => {
    let limit = yield_!(1);
    let mut hits = 0;
    for _ in 0..3 {
        match (yield_!(hits), &mut hits) {
            (n, h) if n > limit => *h += 1,
            (n, h) if { log("guard 2"); n == limit } => { *h += 10; }
            (0, _) => continue,
            (_, h) => *h += 100,
        }
        log("after");
    }
    hits
} }

fidelity! { fn uninit_then_loop() as (), takes u32, yields u32, returns u32 => {
    let r; let s;
    let mut i = 0;
    loop { i += 1; let x = yield_!(i); if x > 5 { r = d(format!("r{x}")); s = 1; break; } if i > 3 { r = d("late"); s = yield_!(99); break } }
    r.n + s
} }

fidelity! { fn const_generics_and_assoc() as (), takes u32, yields u32, returns u32 => {
    fn sum<const N: usize>(a: [u32; N]) -> u32 { a.iter().sum() }
    let x = sum([yield_!(1), yield_!(2)]) + sum::<3>([1, yield_!(3), 2]);
    u32::max(x, <u32 as From<u8>>::from(yield_!(4) as u8)) + u32::MAX.wrapping_add(yield_!(x))
} }

fidelity! { fn macros_known() as (), takes u32, yields u32, returns String => {
    let g = d("g");
    let s = format!("{a}-{1}-{0:>3}-{b:?}", yield_!(1), yield_!(2), a = yield_!(3), b = g.n);
    assert!(yield_!(4) < 1000, "no {}", s);
    assert_eq!(s.len(), s.len(), "msg {}", yield_!(5));
    let v = vec![yield_!(6); 2];
    let m = matches!(yield_!(7), 0..=3 | 9);
    let mut out = String::new();
    write!(out, "{s}{v:?}{m}{}", yield_!(8)).unwrap();
    debug_assert_ne!(yield_!(9), 1_000_000);
    out
} }

fidelity! { fn rebinding_refs(mut v: Vec<u32>) as (vec![3, 1, 2]), takes u32, yields u32, returns Vec<u32> => {
    let first = v[0];
    for i in 0..v.len() {
        let x = &mut v[i];
        *x += 1;
        let y = *x;
        let add = yield_!(y);
        v[i] += add;
        if let Some(z) = v.get_mut(i + 1) { *z *= 2; }
    }
    v.sort_unstable_by(|a, b| b.cmp(a));
    yield_!(first);
    v
} }

fidelity! { fn loops_as_values() as (), takes u32, yields u32, returns u32 => {
    let a = loop { let x = yield_!(1); if x > 2 { break x * 2 } };
    let b = 'l: { for i in 0.. { if yield_!(i) == 0 { break 'l i } if i > 2 { break 'l 77 } } 0 };
    let c = (|| 5)() + if let 0..=9 = yield_!(a) { loop { break yield_!(b) } } else { b };
    a + b + c
} }

fidelity! { fn unit_values() as (), takes (), yields (), returns () => {
    let a = yield_!(());
    let b = (yield_!(), a, ());
    let () = b.0;
    let () = yield_!(); log("unit");
    match yield_!(log("arg")) { () => {} }
} }

fidelity! { fn never_paths() as (), takes u32, yields u32, returns u32 => {
    let x: u32 = match yield_!(1) { 0 => return 5, 1 => panic!("one"), 2 => loop { if yield_!(2) > 1 { return 6 } }, n => n };
    let y = if x > 100 { unreachable!() } else { x };
    y
} }

fidelity! { fn string_slices() as (), takes u32, yields String, returns String => {
    let text = String::from("alpha beta gamma");
    let mut pos = 0;
    while let Some(i) = text[pos..].find(' ') {
        let word = &text[pos..pos + i];
        let owned = word.to_owned();
        pos += i + 1;
        if yield_!(owned) > 6 { break }
    }
    text[pos..].into()
} }

fidelity! { fn refcell_guards() as (), takes u32, yields u32, returns u32, unclonable => {
    let c = Rc::new(RefCell::new(vec![1, 2]));
    let n = { let b = c.borrow(); b[0] };
    let x = c.borrow()[1];
    let z = yield_!(n + x); c.borrow_mut().push(z);
    let c2 = Rc::clone(&c);
    let l = c2.borrow().len() as u32; yield_!(l);
    match c.try_borrow_mut() { Ok(mut b) => b.clear(), Err(_) => log("busy") }
    Rc::strong_count(&c) as u32
} }

fidelity! { fn shadowed_params(x: u32, mut y: D, (a, mut b): (D, u32)) as (1, d("y"), (d("pa"), 2)), takes u32, yields u32, returns u32 => {
    let x = x + yield_!(x);
    y = d("y2");
    let y = (y, yield_!(x));
    b += y.1;
    let a = { let a = a; yield_!(a.n); a };
    x + b + a.n
} }

fidelity! { fn try_in_closure_is_not_ours() as (), takes u32, yields u32, returns Result<u32, std::num::ParseIntError> => {
    let f = |s: &str| -> Result<u32, std::num::ParseIntError> { let n: u32 = s.parse()?; Ok(n + 1) };
    let a = f("41")?;
    yield_!(a);
    let b = f(if yield_!(1) > 3 { "x" } else { "7" })?;
    Ok(a + b)
} }

fidelity! { fn control_flow_try() as (), takes u32, yields u32, returns ControlFlow<u32, D> => {
    let g = d("g");
    let step = |n: u32| if n > 6 { ControlFlow::Break(n) } else { ControlFlow::Continue(n + 1) };
    let a = step(yield_!(1))?;
    let b = (0..a).try_fold(0, |acc, n| if acc > 10 { ControlFlow::Break(acc) } else { ControlFlow::Continue(acc + n) })?;
    step(yield_!(b))?;
    ControlFlow::Continue(g)
} }

fidelity! { fn drops_on_reassign_in_loop() as (), takes u32, yields u32, returns u32 => {
    let mut cur = d("c0");
    let mut prev = None;
    for i in 1..4 {
        prev = Some(std::mem::replace(&mut cur, d(format!("c{i}"))));
        if yield_!(i) > 6 { cur = d("reset"); continue }
        if let Some(p) = &mut prev { p.touch(); }
        yield_!(cur.n);
    }
    prev.map_or(0, |p| p.n) + cur.n
} }

fidelity! {
    fn a_stack_of_pairs() as (), takes u32, yields u32, returns () => {
        let mut it = [d("a"), d("b"), d("c")].into_iter();
        while let (Some(x), n) = (it.next(), yield_!(1)) { if n > 2 { break; } see("x", x.n); }
        log("after");
        drop(it);
    }
}

fidelity! {
    fn a_filtered_array() as (), takes u32, yields u32, returns u32 => {
        let x = 'outer: loop { for i in 0.. { let k = d("k"); match yield_!(i) { 0 => continue, n if n > 1 => break 'outer n, _ => { let m = d("m"); if i > 1 { continue 'outer; } } } } };
        x
    }
}

fidelity! {
    fn assignments_to_parts() as (), takes u32, yields u32, returns () => {
        let mut a = (d("a"), 1);
        a.1 += yield_!(a.1);
        a.0 = { yield_!(a.1); d("b") };
        (a.0, a.1) = (d("c"), yield_!(5));
        let (ref mut x, y) = a;
        yield_!(y);
    }
}

fidelity! {
    fn temporaries_of_std_calls() as (), takes u32, yields u32, returns () => {
        let s = d("s");
        let t = std::mem::replace(&mut { s }, d("t"));
        yield_!(t.n);
        let u = Some(d("u")).map(|u| { u.n }).unwrap_or(yield_!(2));
        yield_!(u);
        let w = Some(d("w")).filter(|w| w.n > 0).or(Some(d("z"))).unwrap();
        yield_!(w.n);
    }
}

fidelity! {
    fn question_marks_of_options() as (), takes u32, yields u32, returns Option<D> => {
        let x = Some(d("x"));
        let y = x?;
        yield_!(y.n);
        let z = { let t = d("t"); if yield_!(t.n) > 0 { None } else { Some(t) } }?;
        yield_!(z.n);
        Some(y)
    }
}

fidelity! {
    fn iterators_of_options() as (), takes u32, yields u32, returns () => {
        let v = vec![Some(d("a")), None, Some(d("b"))];
        for x in v.into_iter().flatten() { yield_!(x.n); }
        let n = (1..=3).fold(0, |a, b| a + b) + yield_!(7);
        let t = if let 1..=3 = n { "low" } else { "high" };
        yield_!(t.len() as u32);
    }
}

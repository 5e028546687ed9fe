//! What programmers write every day: text, collections, closures, loops with several exits.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    rc::Rc,
};

use coro_tests::{D, d, eat, fidelity, log, swallow};

fidelity! {
    fn cow_value(flag: bool) as (true), takes bool, yields String, returns usize => {
        let mut c: Cow<'static, str> = Cow::Borrowed("abc");
        if yield_!(c.to_string()) { c.to_mut().push('!'); }
        yield_!(c.clone().into_owned());
        match c { Cow::Borrowed(b) => b.len(), Cow::Owned(o) => { yield_!(o.clone()); o.len() * 10 } }
    }
}

fidelity! {
    fn closures_stored_and_called() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        let add = move |x: u32| x + k;
        let a = add(yield_!(1));
        let twice = |f: &dyn Fn(u32) -> u32, x| f(f(x));
        let b = twice(&add, yield_!(a));
        let mut count = 0;
        let mut bump = || { count += 1; count };
        bump(); bump();
        let c = count;
        yield_!(c + b);
        add(c)
    }
}

fidelity! {
    fn boxed_closure() as (), takes u32, yields u32, returns u32, unclonable => {
        let guard = d("g");
        let f: Box<dyn Fn(u32) -> u32> = { let n = yield_!(1); Box::new(move |x| x + n + guard.n) };
        let x = f(yield_!(2));
        yield_!(x);
        let y = f(3);
        log("y");
        y
    }
}

fidelity! {
    fn slices_by_pattern(v: Vec<u32>) as (vec![1, 2, 3, 4, 5]), takes u32, yields u32, returns u32 => {
        let mut rest: &'static [u32] = Vec::leak(v);
        let mut acc = 0;
        while let [first, tail @ ..] = rest {
            acc += first + yield_!(*first);
            rest = tail;
            if let [.., last] = rest { acc += *last; }
            match rest { [a, b] => { yield_!(a + b); } [] => break, _ => continue }
        }
        acc
    }
}

fidelity! {
    fn nested_options() as (), takes u32, yields u32, returns Option<u32> => {
        let x: Option<Option<u32>> = Some(Some(yield_!(1)).filter(|n| *n > 2));
        let y = match x {
            Some(Some(n)) if n > 6 => Some(yield_!(n)),
            Some(Some(n)) => { yield_!(n + 100); None? }
            Some(None) => return Some(yield_!(50)),
            None => unreachable!(),
        };
        y.map(|n| n * 2)
    }
}

fidelity! {
    fn let_else_chain(v: Vec<Option<D>>) as (vec![Some(d("p")), None, Some(d("q"))]), takes bool, yields u32, returns u32 => {
        let mut total = 0;
        for (i, item) in v.into_iter().enumerate() {
            let Some(item) = item else { log("none"); yield_!(99); continue };
            let g = d(format!("g{i}"));
            if yield_!(item.n) { drop(item); continue }
            total += eat(item) + g.n;
        }
        total
    }
}

fidelity! {
    fn early_return_in_nested_loops() as (), takes u32, yields u32, returns u32 => {
        let outer = d("outer");
        'a: for i in 0..3u32 {
            let mid = d(format!("mid{i}"));
            for j in 0..3u32 {
                let inner = d(format!("inner{j}"));
                match yield_!(i * 3 + j) {
                    0 => continue 'a,
                    1 => break,
                    2 => break 'a,
                    3 => return outer.n + mid.n,
                    4 => { drop(inner); }
                    _ => {}
                }
                log("end of inner");
            }
            log("end of mid");
        }
        log("end");
        7
    }
}

fidelity! {
    fn struct_with_drop_in_match() as (), takes u32, yields u32, returns u32 => {
        let r: Result<D, D> = if yield_!(0) > 3 { Ok(d("ok")) } else { Err(d("err")) };
        let n = match r {
            Ok(a) => { let n = yield_!(a.n); n + a.id() }
            Err(b) => { let c = b; yield_!(c.n); c.id() }
        };
        log("after");
        n
    }
}

fidelity! {
    fn while_let_pop(mut v: Vec<D>) as (vec![d("a"), d("b"), d("c")]), takes bool, yields u32, returns usize => {
        while let Some(top) = v.pop() {
            if yield_!(top.n) { v.push(d("new")); if v.len() > 2 { break } }
            log("loop end");
        }
        v.len()
    }
}

fidelity! {
    fn tuple_struct_nest() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] struct W(D, (D, u32));
        let w = W(d("a"), (d("b"), yield_!(1)));
        yield_!(w.1.1);
        let W(a, (b, n)) = w;
        yield_!(n);
        drop(a);
        yield_!(5);
        b.id()
    }
}

fidelity! {
    fn generic_inner_fn() as (), takes u32, yields String, returns usize => {
        fn show<T: std::fmt::Debug>(t: &T) -> String { format!("{t:?}") }
        let v = vec![1u8, 2];
        yield_!(show(&v));
        let m: HashMap<_, _> = [(1, "a")].into_iter().collect();
        yield_!(show(&m));
        v.len() + m[&1].len()
    }
}

fidelity! {
    fn ref_to_outer(r: &'static RefCell<Vec<u32>>) as (Box::leak(Box::new(RefCell::new(vec![1])))), takes u32, yields usize, returns u32, unclonable => {
        let n = r.borrow().len();
        r.borrow_mut().push(yield_!(n));
        let last = *r.borrow().last().unwrap();
        { let mut b = r.borrow_mut(); b.push(last + 1); }
        yield_!(r.borrow().len());
        let x = r.borrow_mut().pop().unwrap_or(0);
        x
    }
}

fidelity! {
    fn integer_inference() as (), yields u64, returns i8 => {
        let mut a = 1;
        let mut i = 0;
        while i < 3 { yield_!(a); a *= 3; i += 1; }
        let x = -1;
        yield_!(a);
        x
    }
}

fidelity! {
    fn vec_new_inference() as (), takes u8, yields usize, returns Vec<(usize, u8)> => {
        let mut out = Vec::new();
        for i in 0..3 { let b = yield_!(i); out.push((i, b)); }
        out
    }
}

fidelity! {
    fn default_then_fill() as (), takes u32, yields u32, returns BTreeMap<String, Vec<u32>> => {
        let mut map = BTreeMap::new();
        let mut n = 0;
        while n < 4 {
            let k = yield_!(n);
            let e = map.entry(if k % 2 == 0 { "even" } else { "odd" }.to_string()).or_insert_with(Vec::new);
            e.push(k);
            n += 1;
        }
        map
    }
}

fidelity! {
    fn labeled_block_values() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let v = 'b: {
            let g = d("g");
            if yield_!(1) == 1 { break 'b 10; }
            let h = d("h");
            if yield_!(2) == 2 { break 'b yield_!(20); }
            'c: { if yield_!(3) == 3 { break 'c; } if yield_!(4) == 4 { break 'b 40 } log("in c"); }
            log("tail");
            50
        };
        log("end");
        v + a.n
    }
}

fidelity! {
    fn binary_ops_mixed(mut x: i64) as (5), takes i64, yields i64, returns i64 => {
        let y = x * yield_!(x) + { x += 1; x } - yield_!(x) * -yield_!(-x) ^ (x << 1);
        x = y & yield_!(y) | 3;
        x
    }
}

fidelity! {
    fn short_circuits() as (), takes bool, yields u32, returns bool => {
        let a = d("a").n > 0 && yield_!(1) || yield_!(2) && !yield_!(3);
        let b = if yield_!(4) && a || yield_!(5) { log("t"); yield_!(6) } else { log("f"); a };
        a ^ b
    }
}

fidelity! {
    fn ranges() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in yield_!(0)..=yield_!(1) + 3 { sum += yield_!(i); if sum > 100 { break } }
        let r = (yield_!(2)..10).step_by(3);
        for x in r.clone().rev() { yield_!(x); }
        for x in r { sum += x; }
        sum
    }
}

fidelity! {
    fn index_assign() as (), takes usize, yields u32, returns Vec<u32> => {
        let mut v = vec![0; 10];
        v[yield_!(0)] = { yield_!(1); 5 };
        v[yield_!(2)] += 3;
        let i = yield_!(3);
        v[i] = v[i] + yield_!(v[i]) as u32;
        v.swap(yield_!(4), yield_!(5));
        v
    }
}

fidelity! {
    fn method_chain() as (), takes u32, yields u32, returns String => {
        let s = format!("{}-{}", yield_!(1), yield_!(2)).replace('-', &yield_!(3).to_string()).to_uppercase();
        let r: String = s.chars().rev().collect(); let t = r.into_bytes().into_iter().map(char::from).chain(yield_!(4).to_string().into_bytes().into_iter().map(char::from)).collect::<String>();
        t + &s
    }
}

fidelity! {
    fn unsafe_and_const() as (), takes u32, yields u32, returns u32 => {
        const K: u32 = 3;
        static mut S: u32 = 0;
        let p = { let x = yield_!(K); x + K };
        let q = const { K * 2 };
        let arr = [0u8; K as usize];
        yield_!(p + q + arr.len() as u32)
    }
}

fidelity! {
    fn rc_cycle() as (), takes u32, yields usize, returns usize => {
        let a = Rc::new(RefCell::new(vec![d("in rc")]));
        let b = Rc::clone(&a);
        yield_!(Rc::strong_count(&a));
        b.borrow_mut().push(d("second"));
        drop(a);
        yield_!(Rc::strong_count(&b));
        let n = b.borrow().len();
        n
    }
}

fidelity! {
    fn match_on_tuple_refs() as (), takes u32, yields u32, returns u32 => {
        let (mut a, mut b) = (1, 1);
        loop {
            match (yield_!(a), &b) {
                (0, _) => { a += 1; }
                (n, 1) if n < 5 => { b = n; }
                (n, &m) => { a += n + m; if a > 12 { return a } }
            }
        }
    }
}

fidelity! {
    fn question_on_option() as (), takes Option<u32>, yields u32, returns Option<u32> => {
        let g = d("g");
        let a = yield_!(1)?;
        let h = d("h");
        let b = yield_!(a)?.checked_sub(2)?;
        Some(a + b)
    }
}

fidelity! {
    fn question_on_result() as (), takes Result<u32, String>, yields u32, returns Result<u32, Box<dyn std::error::Error>>, unclonable => {
        let g = d("g");
        let a = yield_!(1)?;
        let n: u32 = yield_!(a).map_err(|e| format!("wrapped {e}"))?;
        let p: u32 = "12".parse()?;
        if n > 5 { Err("too big")?; }
        Ok(a + n + p)
    }
}

fidelity! {
    fn deferred_both() as (), takes bool, yields u32, returns u32 => {
        let a; let b;
        if yield_!(1) { a = d("a1"); yield_!(2); b = d("b1"); } else { b = d("b2"); a = d("a2"); }
        yield_!(3);
        a.n + b.n
    }
}

fidelity! {
    fn conditional_move(c: bool) as (true), takes bool, yields u32, returns u32 => {
        let g = d("g"); let h = d("h");
        if yield_!(1) { drop(g); } else if yield_!(2) { swallow(h); return 1 }
        yield_!(3);
        log("end");
        2
    }
}

fidelity! {
    fn option_take_loop() as (), takes bool, yields u32, returns u32 => {
        let mut slot = Some(d("s"));
        let mut n = 0;
        while n < 4 {
            n += 1;
            if yield_!(n) { if let Some(x) = slot.take() { yield_!(x.n); } else { slot = Some(d("again")); } }
        }
        slot.map_or(0, |x| x.n)
    }
}

fidelity! {
    fn mem_replace() as (), takes u32, yields u32, returns u32 => {
        let mut a = d("a");
        let old = std::mem::replace(&mut a, d(format!("b{}", yield_!(1))));
        yield_!(2);
        drop(old);
        yield_!(3);
        a = d("c");
        yield_!(4);
        a.n
    }
}

fidelity! {
    fn inner_fn_shadows() as (), takes u32, yields u32, returns u32 => {
        let f = 3;
        let g = { fn f(x: u32) -> u32 { x * 2 } f(yield_!(f(1))) };
        f + g
    }
}

fidelity! {
    fn macro_rules_capture() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(1);
        macro_rules! add { ($x:expr) => { $x + n } }
        let m = add!(10);
        yield_!(m);
        let n = 1000;
        let k = add!(1);
        yield_!(k);
        k + n
    }
}

fidelity! {
    fn compound_on_fields() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] struct P { x: u32, v: Vec<u32> }
        let mut p = P { x: 1, v: vec![1, 2] };
        p.x += yield_!(p.x);
        p.v[1] *= yield_!(p.v[0]) + p.x;
        p.v.push(yield_!(p.v.len() as u32));
        let P { x, ref v } = p;
        x + v.iter().sum::<u32>()
    }
}

fidelity! {
    fn if_let_else_if() as (), takes Option<u32>, yields u32, returns u32 => {
        let g = d("g");
        let r = if let Some(n @ 0..=2) = yield_!(1) { yield_!(n) } else if let Some(n) = yield_!(2) { let h = d("h"); Some(n) } else { log("else"); yield_!(3) };
        r.unwrap_or(0)
    }
}

fidelity! {
    fn let_chain_guards() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut n = 0;
        while n < 3 && let Some(x) = yield_!(n) && x > 1 && let Some(y) = yield_!(x) { n += 1; log(format!("{x} {y}")); }
        if let Some(a) = yield_!(10) && let b = d("b") && a > b.n - 1 { log("then"); yield_!(11); } else { log("else"); yield_!(12); }
        n
    }
}

fidelity! {
    fn iter_adapters_stored() as (), takes u32, yields u32, returns u32 => {
        let mut it = (1..10u32).filter(|n| n % 2 == 1).map(|n| n * n).peekable();
        let mut s = 0;
        while let Some(n) = it.next() {
            s += yield_!(n);
            if it.peek().is_some_and(|n| *n > 30) { break }
        }
        s + it.sum::<u32>()
    }
}

fidelity! {
    fn chars_of_str(s: &'static str) as ("héllo wörld"), takes bool, yields String, returns usize => {
        let mut words = 0;
        for w in s.split(' ') {
            for (i, c) in w.char_indices() { if yield_!(format!("{i}{c}")) { break } }
            words += 1;
        }
        words
    }
}

fidelity! {
    fn fn_pointers() as (), takes u32, yields u32, returns u32 => {
        fn a(x: u32) -> u32 { x + 1 } fn b(x: u32) -> u32 { x * 2 }
        let table: [fn(u32) -> u32; 2] = [a, b];
        let mut x = yield_!(0);
        for f in table { x = f(yield_!(x)); }
        (if x > 10 { a } else { b } as fn(u32) -> u32)(yield_!(x))
    }
}

//! Locals whose type only the body of a loop decides, behind a suspension in it, and that the code behind
//! the loop uses.

use coro_tests::{D, d, fidelity, log};

fidelity! {
    fn a_closure() as (), takes u32, yields u32, returns u32 => {
        let mut f = None;
        for i in 0..3 { let g = d("g"); yield_!(i); f = Some(move || g.n); }
        match f { Some(f) => f(), None => 7 }
    }
}

fidelity! {
    fn none_that_is_matched() as (), takes u32, yields u32, returns u32 => {
        let mut x = None;
        for i in 0..3 { yield_!(i); x = Some(d("x")); }
        match x { Some(v) => v.n, None => 1 }
    }
}

fidelity! {
    fn none_behind_a_condition_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let mut x = None;
        while yield_!(1) > 3 { yield_!(4); x = Some(d("x")); }
        match x { Some(v) => v.n, None => 1 }
    }
}

fidelity! {
    fn a_vector_that_is_indexed() as (), takes u32, yields u32, returns u32 => {
        let mut x = vec![];
        for i in 0..3 { yield_!(i); x.push(d("x")); }
        x[0].n
    }
}

fidelity! {
    fn the_best_of_the_inputs() as (), takes u32, yields u32, returns u32 => {
        let mut best = None;
        for i in 0..3u32 { let n = yield_!(i); match best { None => best = Some(n), Some(b) if b < n => best = Some(n), _ => {} } }
        best.unwrap().min(40).pow(2)
    }
}

fidelity! {
    fn a_vector_of_pairs() as (), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        while v.len() < 2 { let n = yield_!(3); v.push((n, d("p"))); }
        let (a, b) = v.pop().unwrap();
        a + b.n
    }
}

fidelity! {
    fn a_number() as (), takes u32, yields u32, returns u32 => {
        let mut best = 0;
        for i in 0..3 { let n = yield_!(i); if n > best { best = n } }
        best.min(4).pow(2)
    }
}

fidelity! {
    fn a_default_value() as (), takes u32, yields u32, returns u32 => {
        let mut m = Default::default();
        let g = d("g");
        let mut k = 0;
        loop { let n = yield_!(k); m = (n, vec![d("m")]); if k > 2 { break; } k += 1; }
        log("out");
        m.1[0].n + m.0
    }
}

fidelity! {
    fn results_of_two_loops() as (), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        let mut n = 0;
        let r = loop { n += 1; let x = yield_!(n); v.push(d("v")); if n > 2 { break d("r"); } };
        let mut last = Err("none");
        'a: while let Some(x) = v.pop() { for i in 0..2 { yield_!(x.n + i); last = Ok(x); continue 'a; } }
        match last { Ok(x) => { yield_!(x.n); x.n + r.n } Err(e) => e.len() as u32 }
    }
}

fidelity! {
    fn none_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let mut x = (None, 1);
        yield_!(1);
        x.0 = Some(d("a"));
        yield_!(2);
        x.1
    }
}

fidelity! {
    fn several_values_with_open_types() as (), takes u32, yields u32, returns u32 => {
        let mut x = Ok(3);
        let mut y = Some(Err(4));
        let mut z = [None, None];
        let mut w = Default::default();
        yield_!(1);
        x = Err(d("x"));
        yield_!(2);
        y = Some(Ok(d("y")));
        z[1] = Some(d("z"));
        yield_!(2);
        w = Some(d("w"));
        yield_!(4);
        1
    }
}

fidelity! {
    fn a_vector_filled_by_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        for i in 0..3 { v.push(yield_!(i)); }
        v.sort();
        v.iter().map(|x| x.pow(2)).sum::<u32>()
    }
}

fidelity! {
    fn a_map_filled_by_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut m = std::collections::BTreeMap::new();
        for i in 0..3 { *m.entry(yield_!(i) % 2).or_insert(0) += 1; }
        for (k, v) in &m { log(k.pow(2) + v); }
        3
    }
}

fidelity! {
    fn an_array_of_options_filled_by_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut a = [None, None];
        for i in 0..2 { yield_!(i as u32); a[i] = Some(d("a")); }
        let [x, y] = a;
        x.unwrap().n + y.map_or(2, |y| y.n)
    }
}

fidelity! {
    fn a_pair_of_locals() as (), takes u32, yields u32, returns u32 => {
        let (mut a, mut b) = (None, vec![]);
        for i in 0..2 { b.push(yield_!(i)); a = Some(d("a")); }
        b.iter().map(|x| x.pow(2)).sum::<u32>() + a.as_ref().map_or(2, |y| y.n)
    }
}

fidelity! {
    fn a_map_and_its_keys() as (), takes u32, yields u32, returns u32 => {
        let mut words = std::collections::HashMap::new();
        loop { let k = yield_!(1); if k > 4 { break; } words.insert(k, d("w")); }
        let mut keys: Vec<_> = words.keys().map(|k| k.pow(2)).collect();
        keys.sort();
        keys.len() as u32
    }
}

fidelity! {
    fn a_best_of_matches() as (), takes u32, yields u32, returns u32 => {
        let mut best = None;
        let mut n = 0;
        while n < 3 { let k = yield_!(n); best = match best { None => Some(k), Some(b) if k > b => Some(k), other => other }; n += 1; }
        match best { Some(b) => b.pow(2), None => 0 }
    }
}

fidelity! {
    fn a_total_and_a_text() as (), takes u32, yields u32, returns u32 => {
        let mut s = String::new();
        let mut total = 0;
        for i in 0..3 { let k = yield_!(i); total += k; s.push_str(&k.to_string()); }
        total.pow(2) + s.len() as u32
    }
}

fidelity! {
    fn rows_of_rows() as (), takes u32, yields u32, returns u32 => {
        let mut out = Vec::new();
        for i in 0..2 { let mut row = Vec::new(); for j in 0..2 { row.push(yield_!(i * j)); } row.reverse(); out.push(row[0].pow(2)); }
        out.iter().map(|x| x.pow(1)).sum()
    }
}

fidelity! {
    fn a_mean_of_a_sum(n: u32) as (3), takes u32, yields u32, returns f32 => {
        let mut sum = 0.0;
        for i in 0..n { let x = yield_!(i); sum += x as f32; }
        let mean = sum / 3.0;
        mean.max(1.0)
    }
}

fidelity! {
    fn a_sum_of_inputs(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut total = 0;
        for i in 0..n { total += yield_!(i); }
        total.pow(2)
    }
}

fidelity! {
    fn a_chain_of_numbers(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut total = 0;
        let mut i = 0;
        while i < n { total = total + yield_!(i); i += 1; }
        let half = (total + 1) / 2;
        let more = half;
        more.pow(2)
    }
}

fidelity! {
    fn a_reference_to_what_a_loop_found(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut head = None;
        for i in 0..n { let k = yield_!(i); head = Some(Box::new((k, i))); }
        let p = &head;
        if let Some(x) = p { x.0 } else { 2 }
    }
}

fidelity! {
    fn an_element_of_what_a_loop_pushed(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        for i in 0..n { v.push(yield_!(i)); }
        v[0].pow(2)
    }
}

fidelity! {
    fn a_list_that_is_sorted(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        for i in 0..n { v.push(yield_!(i)); }
        v.sort_by(|a, b| a.cmp(b));
        v.iter().map(|x| x.pow(2)).sum()
    }
}

fidelity! {
    fn a_best_that_is_unwrapped(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut best = None;
        for i in 0..n { best = Some(yield_!(i)); }
        best.unwrap().pow(2)
    }
}

fidelity! {
    fn a_best_that_is_bound(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut best = None;
        for i in 0..n { best = Some(yield_!(i)); }
        if let Some(b) = best { b.pow(2) } else { 1 }
    }
}

fidelity! {
    fn a_sum_in_arms(n: u32) as (3), takes u32, yields u32, returns f64 => {
        let mut s = 0.0;
        for i in 0..n { let x = yield_!(i) as f64; s += x; }
        match n { 1 => s.sqrt(), _ => (s / 2.0).sqrt() }
    }
}

fidelity! {
    fn sums_in_expressions(n: u32) as (3), takes u32, yields u32, returns f64 => {
        let (mut s, mut q) = (0.0, 0.0);
        for i in 0..n { let x = yield_!(i) as f64; s += x; q += x * x; }
        let m = s;
        let w = Some(s).map_or(0.0, |x| x.sqrt());
        m.sqrt() + (q - s * s).abs() + w
    }
}

fidelity! {
    fn a_sum_in_a_while() as (), takes u32, yields u32, returns u32 => {
        let mut s = 0;
        while s < 3 { s += yield_!(1); }
        s.pow(2)
    }
}

fidelity! {
    fn copies_of_what_a_loop_found(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut b = None;
        for i in 0..n { let x = yield_!(i); b = Some(x); }
        let (c, e) = (b, b);
        let f = [b, None];
        let g = &b;
        let h = if n > 3 { b } else { None };
        c.unwrap().pow(1) + e.unwrap().pow(2) + f[0].unwrap().pow(1) + g.unwrap().pow(1) + h.map_or(0, |x| x.pow(2))
    }
}

fidelity! {
    fn a_let_else_and_a_block(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut b = None;
        for i in 0..n { let x = yield_!(i); b = Some(x); }
        let Some(c) = b else { return 3 };
        let k = { let z = b; z };
        c.pow(2) + k.unwrap().pow(1)
    }
}

fidelity! {
    fn a_loop_in_a_block(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut b = None;
        { for i in 0..n { let x = yield_!(i); b = Some(x); } }
        b.unwrap().pow(2)
    }
}

fidelity! {
    fn a_loop_in_a_loop(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut b = None;
        for j in 0..2 { for i in 0..n { let x = yield_!(i); b = Some(x); } }
        b.unwrap().pow(2)
    }
}

fidelity! {
    fn a_loop_and_what_it_found_in_a_loop(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut t = 0;
        for j in 0..2 { let mut b = None; for i in 0..n { let x = yield_!(i); b = Some(x); } t += b.unwrap().pow(2); }
        t.pow(1)
    }
}

fidelity! {
    fn histograms(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut s = [0; 3];
        let mut w = vec![0; 3];
        for i in 0..n { let x = yield_!(i); s[0] += x; w[1] += x; }
        let m = s[0];
        s[0].pow(2) + m.pow(1) + s.iter().map(|x| x.pow(2)).sum::<u32>() + w.iter().max().unwrap().pow(2)
    }
}

fidelity! {
    fn a_vector_and_its_length(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut v = Vec::new();
        let mut i = 0;
        while v.len() < 3 { v.push(yield_!(1)); }
        while i < n { i += 1; v.push(yield_!(i)); }
        let t = v;
        let m = t[1];
        m.pow(2) + t.len() as u32
    }
}

fidelity! {
    fn a_tuple_of_what_a_loop_found(n: u32) as (3), takes u32, yields u32, returns u32 => {
        let mut last = None;
        for i in 0..n { let s = yield_!(i); last = Some(s); }
        let t = (last, 3);
        t.0.unwrap().pow(2)
    }
}

fidelity! {
    fn an_input_that_is_no_copy(n: u32) as (3), takes D, yields u32, returns u32 => {
        let mut s = None;
        for i in 0..n { s = Some(yield_!(i)); }
        s.map_or(0, |s: D| s.n)
    }
}

fidelity! {
    fn inputs_in_branches(n: u32) as (3), takes D, yields u32, returns u32 => {
        let mut s = None;
        if n > 2 { s = Some(yield_!(1)); }
        let mut r = Err(3);
        if n > 1 { r = Ok(yield_!(2)); }
        let mut t = (None, 0);
        t.0 = Some(yield_!(4));
        s.map_or(0, |s: D| s.n) + r.map_or(1, |s: D| s.n) + t.0.map_or(0, |s: D| s.n)
    }
}

fidelity! {
    fn an_input_in_a_while() as (), takes D, yields u32, returns u32 => {
        let mut s = None;
        while s.is_none() { s = Some(yield_!(1)); }
        s.unwrap().n
    }
}

fidelity! {
    fn what_only_the_return_type_tells(s: &'static str) as ("1 2 3"), takes u32, yields u32, returns Vec<D> => {
        let all = s.split(' ').map(d).collect();
        if yield_!(1) > 3 { yield_!(2); return vec![]; }
        all
    }
}

fidelity! {
    fn what_is_parsed(s: &'static str) as ("12"), takes u32, yields u32, returns Result<u64, std::num::ParseIntError> => {
        let number = s.parse()?;
        let other = s.parse();
        let text = s.into();
        let chars = s.chars().rev().collect();
        let mut sum = s.bytes().map(u64::from).sum();
        if yield_!(1) > 3 { yield_!(2); return other; }
        if yield_!(3) > 3 { return Ok(number); }
        let texts: [String; 2] = [text, chars];
        sum += texts[0].len() as u64;
        Ok(sum)
    }
}

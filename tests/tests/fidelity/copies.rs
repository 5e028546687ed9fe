//! Locals that a loop which does not suspend would move again and again, so that their types are `Copy`; and references
//! that are copied out of what holds them, so that nothing of it is borrowed.

use coro_tests::{D, d, eat, fidelity, log, see};

macro_rules! bail {
    ($e:expr) => {
        return Err($e)
    };
}

macro_rules! fatal {
    ($e:expr) => {
        panic!("fatal {}", $e)
    };
}

fidelity! {
    fn a_query_over_a_list() as (), takes u32, yields u32, returns u32 => {
        let items = vec![1u32, 2, 3];
        let queries = vec![3u32, 4];
        for query in queries { let mut total = 0; for item in &items { total += item * query; } yield_!(total); }
        3
    }
}

fidelity! {
    fn a_number_that_is_pushed() as (), takes u32, yields f64, returns u32 => {
        let list = vec![1.0, 3.0];
        let lead = list[0];
        let mut out = vec![];
        for value in &list { if *value > 2.0 { out.push(lead); } }
        yield_!(out[0]);
        yield_!(list[0]);
        3
    }
}

fidelity! {
    fn a_nearest_number() as (), takes u32, yields u32, returns u32 => {
        let items = vec![1u32, 7];
        let queries = vec![3u32, 4];
        for query in queries { let mut nearest = items[0]; for &item in &items { if item.abs_diff(query) < nearest.abs_diff(query) { nearest = item; } } yield_!(nearest); }
        3
    }
}

fidelity! {
    fn pairs_of_hits() as (), takes u32, yields u32, returns u32 => {
        let items = vec![6u32, 8];
        let mut hits = Vec::new();
        for query in vec![3u32, 4] { for item in &items { if item % query == 0 { hits.push((query, *item)); } } yield_!(query); }
        hits.len() as u32
    }
}

fidelity! {
    fn a_limit_behind_two_methods(list: Vec<u32>, most: u32) as (vec![3, 4], 12), takes u32, yields u32, returns u32 => {
        let limit = most.min(9);
        let mut sum = 0;
        for n in &list { sum += n.pow(2).min(limit); }
        yield_!(sum);
        yield_!(list[0]);
        4
    }
}

fidelity! {
    fn a_prefix_of_words(list: Vec<String>, prefixes: &'static [String]) as (vec!["a b".into()], Box::leak(vec!["a".to_string()].into_boxed_slice())), takes u32, yields usize, returns u32 => {
        for p in prefixes { let mut n = 0; for s in &list { if s.trim().to_lowercase().starts_with(p) { n += 1; } } yield_!(n); }
        3
    }
}

fidelity! {
    fn rows_of_a_matrix() as (), takes u32, yields u32, returns u32 => {
        let mut m = vec![vec![2.0, 4.0], vec![1.0, 3.0]];
        for col in 0..2 { let lead = m[col][col]; for value in &mut m[col] { *value /= lead; } yield_!(m[col][0] as u32); }
        3
    }
}

fidelity! {
    fn a_move_before_a_break() as (), takes u32, yields u32, returns u32 => {
        let x = d("x");
        let y = d("y");
        let mut n = 0;
        let mut x = Some(x);
        while n < 3 { n += 1; if n == 2 { if let Some(x) = x.take() { eat(x); } } else if n == 3 { eat(y); break; } }
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn a_local_that_is_given_a_value_again() as (), takes u32, yields u32, returns u32 => {
        let mut x = d("x");
        for i in 0..3 { let n = x.n; eat(x); x = d("again"); log(n + i); }
        yield_!(x.n);
        log("e");
        3
    }
}

fidelity! {
    fn moves_before_outer_breaks() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let mut k = 0;
        'o: loop { k += 1; for i in 0..2 { if k + i > 2 { eat(a); break 'o; } if k > 5 { eat(b); return 4; } } }
        yield_!(k);
        log("e");
        3
    }
}

fidelity! {
    fn a_shift_of_letters() as (), takes u32, yields u32, returns u32 => {
        let shift = 2 + yield_!(1) % 2;
        let mut out = String::new();
        for c in "abc".chars() { out.push(char::from_u32(c as u32 + shift).unwrap()); }
        let text = out;
        yield_!(text.len() as u32);
        3
    }
}

fidelity! {
    fn dropped_behind_a_method_that_borrows() as (), takes u32, yields u32, returns u32 => {
        let x = String::from("a b");
        let z = d("z");
        let n: Vec<String> = x.lines().map(str::to_owned).collect();
        drop(x);
        yield_!(n.len() as u32);
        3
    }
}

fidelity! {
    fn moved_behind_methods_that_look() as (), takes u32, yields u32, returns u32 => {
        let x = vec![d("a"), d("b")];
        let n = x.first().map(|y| y.n).unwrap();
        let m = x.len();
        let t = x;
        yield_!(n);
        log("e");
        m as u32 + t.len() as u32
    }
}

fidelity! {
    fn methods_of_the_user_under_names_that_take() as (), takes u32, yields u32, returns u32 => {
        struct Own(D);
        impl Own { fn into_inner(&self) -> u32 { self.0.n } fn unwrap(&self) -> u32 { self.0.n } }
        impl Clone for Own { fn clone(&self) -> Self { Own(self.0.clone()) } }
        let x = Own(d("o"));
        let n = x.into_inner();
        let m = x.unwrap();
        let k = x.0.n;
        yield_!(n);
        log("e");
        m + k
    }
}

fidelity! {
    fn option_that_is_used_again() as (), takes u32, yields u32, returns u32 => {
        let x = Some(3);
        let n = x.unwrap();
        let m = x.unwrap_or(4);
        let z = x;
        let y = x;
        yield_!(n);
        log("e");
        m + y.unwrap()
    }
}

fidelity! {
    fn mutable_reference_that_is_lent_again() as (), takes u32, yields u32, returns u32 => {
        let mut a = [d("a"), d("b")];
        let r = &mut a;
        fn size(x: &mut [D; 2]) -> usize { x.len() }
        let n = size(r);
        r[0].n += 1;
        yield_!(n as u32);
        log("e");
        a[0].n
    }
}

fidelity! {
    fn taken_by_a_function_that_never_returns() as (), takes u32, yields u32, returns u32 => {
        fn fail(x: D) -> ! { panic!("f") }
        let k = yield_!(1);
        let c = d("c");
        if k > 6 { fail(c); }
        log(c.n);
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn dropped_before_the_end_of_the_process() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let c = d("c");
        if k > 60 { drop(c); std::process::exit(1); }
        log(c.n);
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn taken_by_an_arm_that_never_ends() as (), takes u32, yields u32, returns u32 => {
        fn fail(x: D) -> ! { panic!("f") }
        let k = yield_!(1);
        let c = d("c");
        let n = match Some(k) { Some(z) if z < 7 => z, _ => fail(c) };
        log(c.n);
        yield_!(n);
        log("e");
        3
    }
}

fidelity! {
    fn dropped_before_a_function_that_never_returns() as (), takes u32, yields u32, returns u32 => {
        fn die() -> ! { panic!("x") }
        let k = yield_!(1);
        let mut a = d("a");
        if k > 6 { drop(a); die(); }
        a.touch();
        yield_!(2);
        a = d("n");
        yield_!(4);
        log("e");
        3
    }
}

fidelity! {
    fn dropped_again_behind_such_a_function() as (), takes u32, yields u32, returns u32 => {
        fn die() -> ! { panic!("x") }
        let k = yield_!(1);
        let a = d("a");
        if k > 6 { drop(a); die(); }
        if k > 3 { log(a.n); drop(a); } else { log("n"); }
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn dropped_before_a_macro_that_returns() as (), takes u32, yields u32, returns Result<u32, u32> => {
        let k = yield_!(1);
        let a = d("a");
        if k > 6 { drop(a); bail!(3); }
        log(a.n);
        yield_!(2);
        log("e");
        Ok(3)
    }
}

fidelity! {
    fn dropped_before_a_macro_that_panics() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(1);
        let a = d("a");
        if k > 6 { drop(a); fatal!(3); }
        log(a.n);
        yield_!(2);
        log("e");
        3
    }
}

fidelity! {
    fn dropped_in_a_loop_before_a_macro_that_returns() as (), takes u32, yields u32, returns Result<u32, u32> => {
        let k = yield_!(1);
        let a = d("a");
        for i in 0..3 { if i == k { drop(a); bail!(3); } }
        yield_!(2);
        log("e");
        Ok(3)
    }
}

fidelity! {
    fn reference_that_is_passed_and_read(pairs: &'static [(u32, u32)]) as (&[(1, 2), (1, 3), (1, 2)]), takes u32, yields u32, returns u32 => {
        let mut map = std::collections::BTreeMap::new();
        for (key, value) in pairs {
            let list: &mut Vec<u32> = map.entry(key).or_default();
            if !list.contains(value) { list.push(*value); }
            let n = list.len();
            yield_!(n as u32);
        }
        log(map.len());
        4
    }
}

fidelity! {
    fn typed_reference_to_an_item_that_is_one(x: &'static str) as ("ab"), takes (), yields u32, returns u32 => {
        let v = vec![x]; let r: &str = &v[0]; yield_!(1); see(r, d(r)); yield_!(2); v.len() as u32
    }
}

fidelity! {
    fn last_item_that_is_a_reference(x: &'static str) as ("ab"), takes (), yields u32, returns u32 => {
        let v = vec![x]; let r: &str = v.last().unwrap(); yield_!(1); see(r, d(r)); yield_!(2); v.len() as u32
    }
}

fidelity! {
    fn yielded_item_that_is_a_reference(x: &'static str) as ("ab"), takes (), yields &'static str, returns u32 => {
        let v = vec![x]; yield_!(&v[0]); yield_!(v.last().unwrap()); v.len() as u32
    }
}

fidelity! {
    fn declared_reference_to_an_item(x: &'static str) as ("ab"), takes (), yields u32, returns u32 => {
        let v = vec![x]; let r: &str; if v.len() > 1 { r = &v[0]; } else { r = v.first().unwrap(); } yield_!(1); see(r, d(r)); v.len() as u32
    }
}

fidelity! {
    fn item_copied_by_the_pattern(x: &'static str) as ("ab"), takes (), yields u32, returns u32 => {
        let v = vec![x]; let Some(&r) = v.first() else { return 0 }; yield_!(1); see(r, d(r)); v.len() as u32
    }
}

fidelity! {
    fn parts_of_what_an_item_refers_to(x: &'static (u32, u32)) as (&(1, 2)), takes (), yields u32, returns u32 => {
        let v = vec![x]; if let Some((a, b)) = v.first() { yield_!(*a); yield_!(*b); } v.len() as u32
    }
}

fidelity! {
    fn field_that_is_given_an_item(x: &'static (u32, u32)) as (&(1, 2)), takes (), yields u32, returns u32 => {
        #[derive(Clone)] struct Pair<'a> { first: &'a (u32, u32) } let v = vec![x]; let p = Pair { first: &v[0] }; yield_!(1); p.first.0 + v.len() as u32
    }
}

fidelity! {
    fn collected_copies(x: &'static str) as ("ab"), takes (), yields u32, returns u32 => {
        let v = vec![x]; let w: Vec<&str> = v.iter().copied().collect(); yield_!(1); w.len() as u32 + v.len() as u32
    }
}

fidelity! {
    fn closures_over_a_number(n: u32) as (4), takes (), yields u32, returns u32 => {
        let add = |k: u32| k + n; yield_!(add(1)); let add = move |k: u32| k + n; yield_!(add(2)); add(3)
    }
}

//! Places that an operation looks at, and that later operands change: what is copied keeps what it was.

use coro_tests::{D, St, d, fidelity, log, see};

#[derive(Clone)]
struct Count(u32);

impl Count {
    fn bump(&mut self, n: u32) -> u32 {
        self.0 += n;
        self.0
    }
}

fidelity! {
    fn an_element_before_an_insertion() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1, 2];
        let b = v[0] == { v.insert(0, 9); yield_!(1) };
        yield_!(100 + b as u32);
        4
    }
}

fidelity! {
    fn an_element_of_what_is_cleared() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![5, 2];
        let b = v[0] > { v.clear(); yield_!(1) };
        yield_!(100 + b as u32);
        4
    }
}

fidelity! {
    fn a_field_that_a_method_changes() as (), takes u32, yields u32, returns u32 => {
        let mut c = Count(1);
        let b = c.0 == { c.bump(3); yield_!(0); 1 }
        ;
        yield_!(100 + b as u32);
        let b = c.0 < { c.bump(3); c.bump(yield_!(0)) };
        yield_!(100 + b as u32);
        let n = c.0.pow({ c.bump(1); yield_!(c.0); 2 });
        yield_!(n);
        let n = c.0.min({ c.bump(9); yield_!(c.0); 90 });
        n
    }
}

fidelity! {
    fn elements_that_are_reversed() as (), takes u32, yields u32, returns u32 => {
        let mut x = [1u32, 2];
        let b = x[0] == { x[0] = yield_!(1); x[0] };
        yield_!(100 + b as u32);
        let b = x[1] <= { x.reverse(); yield_!(1); 0 };
        yield_!(100 + b as u32);
        let b = x[1] <= { x.iter_mut().for_each(|x| *x += 3); yield_!(1); 1 };
        yield_!(100 + b as u32);
        x[0]
    }
}

fidelity! {
    fn an_array_whose_element_is_assigned_in_its_index() as (), takes u32, yields u32, returns u32 => {
        let mut a = [1u32, 2];
        let n = a[{ a[0] = 5; yield_!(1); 0 }];
        n
    }
}

fidelity! {
    fn a_field_that_is_assigned() as (), takes u32, yields u32, returns u32 => {
        let mut s = (d("p"), 1);
        let n = s.1 == { s.1 += 1; yield_!(1); 1 };
        yield_!(n as u32);
        let n = s.1 == { s = (d("p"), 8); yield_!(1); 1 };
        n as u32
    }
}

fidelity! {
    fn an_element_of_a_slice_that_is_assigned(v: &'static [u32]) as (&[1, 2, 3]), takes u32, yields u32, returns u32 => {
        let mut v = v;
        let n = v[0] == { v = &v[1..]; yield_!(1); 1 };
        n as u32
    }
}

fidelity! {
    fn the_length_of_a_string_and_an_option_by_value() as (), takes u32, yields u32, returns u32 => {
        let mut s = String::from("ab");
        let n = s.len() == { s.push('c'); yield_!(1); 2 };
        yield_!(n as u32);
        let o = Some(d("o"));
        let p = d("p");
        let q = o.map_or(3, |x| x.n);
        let o = Some(d("o"));
        let r = o.unwrap_or({ yield_!(1); d("q") });
        r.n
    }
}

fidelity! {
    fn receivers_by_value_are_taken_first(o: Option<D>) as (Some(d("x"))), takes u32, yields u32, returns u32 => {
        let q = d("q");
        let p = Some(d("p"));
        let r = (o.or_else(|| None), p.ok_or({ yield_!(1); d("q") }));
        let v = vec![d("v1"), d("v2")];
        let w = vec![d("w1")];
        for x in v.into_iter().zip({ yield_!(2); w }) { yield_!(x.0.n); }
        3
    }
}

fidelity! {
    fn an_adaptor_is_taken_before_what_it_is_chained_to() as (), takes u32, yields u32, returns u32 => {
        let a = vec![d("a")];
        let it = a.into_iter();
        let g = d("g");
        let x: Vec<D> = it.chain({ let z = d("z"); yield_!(1); vec![z, d("y")] }).collect();
        x.len() as u32
    }
}

fidelity! {
    fn a_comparison_with_what_a_tuple_assigns() as (), takes u32, yields u32, returns u32 => {
        let (mut x, mut y) = (7, 0);
        let c = x < { (x, y) = (30, 1); yield_!(1) % 2 + 12 };
        c as u32 + y
    }
}

fidelity! {
    fn a_comparison_with_what_a_macro_changes() as (), takes u32, yields u32, returns u32 => {
        macro_rules! inc { ($e:expr) => { $e += 40 } }
        let mut x = 7;
        let c = x < { inc!(x); yield_!(1) % 2 + 12 };
        c as u32
    }
}

fidelity! {
    fn a_number_that_a_tuple_assigns() as (), takes u32, yields u32, returns u32 => {
        let (mut x, mut y) = (7u32, 0u32);
        let c = x.pow({ (x, y) = (3, 1); yield_!(1) % 2 + 1 });
        c + y
    }
}

fidelity! {
    fn a_callee_that_a_tuple_assigns() as (), takes u32, yields u32, returns u32 => {
        let (mut f, mut g): (fn(u32) -> u32, fn(u32) -> u32) = (|x| x + 1, |x| x * 10);
        f({ (f, g) = (g, f); yield_!(1) })
    }
}

fidelity! {
    fn a_condition_of_what_a_tuple_assigns() as (), takes u32, yields u32, returns u32 => {
        let (mut a, mut b) = (0u32, 1u32);
        while a < { (a, b) = (b, a + b); yield_!(a) % 2 + 20 }
        { log(a); if a > 100 { break } }
        a
    }
}

fidelity! {
    fn a_place_that_a_ref_mut_changes() as (), takes u32, yields u32, returns u32 => {
        let mut x = 7;
        let c = x < { let ref mut r = x; *r += 40; yield_!(1) % 2 + 12 };
        let mut t = (3, 4);
        let e = t.0 == { match t { (ref mut k, _) => *k = 9 } yield_!(2) % 2 + 3 };
        c as u32 + e as u32 * 2
    }
}

fidelity! {
    fn a_comparison_with_what_a_body_macro_mentions() as (), takes u32, yields u32, returns u32 => {
        let mut x = 7;
        macro_rules! bump { () => { x += 40 } }
        let c = x < { bump!(); yield_!(1) % 2 + 12 };
        c as u32
    }
}

fidelity! {
    fn places_that_macros_look_at() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1u32];
        macro_rules! len { ($e:expr) => { $e.len() as u32 } }
        v.push({ let n = len!(v); yield_!(n) });
        let s = d("s");
        let c = s.n == { let n = len!(v); yield_!(n) };
        v.len() as u32 + c as u32
    }
}

fidelity! {
    fn an_index_that_changes_the_length() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1u32, 2];
        v.push(yield_!(3));
        v[{ let n = v.len(); yield_!(1) as usize % n }]
    }
}

#[derive(Clone, Debug)]
struct Record {
    name: D,
    n: u32,
    list: Vec<u32>,
}

fn record() -> Record {
    Record { name: d("name"), n: 4, list: vec![1, 2, 3] }
}

#[derive(Clone, Debug)]
struct Two {
    a: Vec<u32>,
    b: Vec<u32>,
}

fn lists() -> Two {
    Two { a: vec![1], b: vec![2] }
}

fidelity! {
    fn a_field_beside_one_that_is_borrowed(mut t: Two) as (lists()), takes u32, yields u32, returns u32 => {
        t.a.append({ yield_!(1); &mut t.b });
        t.a.len() as u32
    }
}

fidelity! {
    fn a_field_of_a_reference_beside_one_that_is_borrowed(t: &'static mut Two) as (Box::leak(Box::new(lists()))), takes u32, yields u32, returns u32, unclonable => {
        t.a.append({ yield_!(1); &mut t.b });
        t.a.len() as u32
    }
}

fidelity! {
    fn an_item_of_a_tuple_beside_one_that_is_borrowed(t: &'static mut (Vec<u32>, Vec<u32>)) as (Box::leak(Box::new((vec![1], vec![2])))), takes u32, yields u32, returns u32, unclonable => {
        t.0.append({ yield_!(1); &mut t.1 });
        t.0.len() as u32
    }
}

fidelity! {
    fn a_method_of_a_field_beside_one_that_is_borrowed(mut t: (D, D)) as ((d("a"), d("b"))), takes u32, yields u32, returns u32 => {
        let n = t.0.touch() + { let k = yield_!(1); let x = &mut t.1; k + x.touch() };
        n
    }
}

fidelity! {
    fn fields_beside_fields(mut t: Record) as (record()), takes u32, yields u32, returns u32 => {
        let n = t.n + { let k = yield_!(1); t.list.push(k); t.list.len() as u32 };
        let m = t.n == { t.n += yield_!(3); 4 };
        let q = t.n == { t.list[0] = yield_!(3); t.list[0] };
        n + m as u32 + q as u32
    }
}

fidelity! {
    fn fields_of_elements(mut t: [Record; 2]) as ([record(), record()]), takes u32, yields u32, returns u32 => {
        let m = t[0].n == { t[0].list[1] = yield_!(3); 4 };
        let q = t[0].n == { t[1].n = yield_!(3); t[0].n = yield_!(5); 7 };
        t[1].list.len() as u32 + m as u32 + q as u32
    }
}

fidelity! {
    fn fields_of_items(mut t: ((u32, u32), (u32, u32))) as (((1, 2), (3, 4))), takes u32, yields u32, returns u32 => {
        let m = t.0.0 == { t.0.0 = yield_!(3); 4 };
        let q = t.0.0 == { t.0.1 = yield_!(3); t.1.0 = 3; t.0.1 };
        m as u32 + q as u32
    }
}

fn leaked(a: &'static str, b: &'static str) -> &'static [D] {
    Box::leak(Box::new([d(a), d(b)]))
}

fn pair(a: &'static str) -> &'static St {
    Box::leak(Box::new(St { a: d(a), n: 3, b: d("b") }))
}

trait Sought {
    fn sought(&self, n: u32) -> u32;
}

impl Sought for D {
    fn sought(&self, n: u32) -> u32 {
        see("sought", self.n + n)
    }
}

fn both(x: &D, y: &D) -> u32 {
    see("x", x.n) + see("y", y.n)
}

fidelity! {
    fn an_element_behind_a_reference_that_changes(mut x: &'static [D]) as (leaked("0", "one")), takes u32, yields u32, returns u32 => {
        let n = x[(see("i", 7) & 1) as usize].sought({ x = leaked("third", "fourth"); yield_!(1) });
        n + x[1].n
    }
}

fidelity! {
    fn fields_behind_a_reference_that_changes(mut x: &'static St) as (pair("first")), takes u32, yields u32, returns bool => {
        let n = x.a.sought({ x = pair("other"); yield_!(1) }) + (*x).a.sought({ x = pair("a"); yield_!(2) });
        yield_!(n);
        x.a == { x = pair("longer"); yield_!(x.a.n); d("a") }
    }
}

fidelity! {
    fn what_is_borrowed_behind_a_reference_that_changes(mut x: &'static St) as (pair("first")), takes u32, yields u32, returns u32 => {
        both(&x.a, &{ x = pair("other"); yield_!(1); d("z") })
    }
}

fidelity! {
    fn a_part_of_a_tuple_behind_a_reference_that_changes(mut x: &'static St) as (pair("first")), takes u32, yields u32, returns u32 => {
        let pair = (&x.a, { x = pair("other"); yield_!(1) });
        pair.0.n
    }
}

fidelity! {
    fn what_is_shown_behind_a_reference_that_changes(mut x: &'static St) as (pair("first")), takes u32, yields u32, returns String => {
        format!("{} {:?} {}", x.a.n, { x = pair("other"); yield_!(1) }, x.a.n)
    }
}

fidelity! {
    fn references_that_change_on_some_ways() as (), takes u32, yields u32, returns u32 => {
        let mut x: &St = pair("first");
        let n = x.b.sought({ if yield_!(1) > 3 { x = pair("other"); } yield_!(2) });
        n + [x.a.sought({ x = pair("second"); yield_!(3) }), x.a.sought({ x = pair("three"); 3 }), x.a.n][1]
    }
}

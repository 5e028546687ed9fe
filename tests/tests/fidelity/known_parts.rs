//! Patterns whose parts the source shows to have no destructor, and such whose parts only look like it.

use std::collections::BTreeMap;

use coro_tests::{D, d, fidelity, log};

fidelity! {
    fn items_of_a_vec_counted(v: Vec<D>) as (vec![d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        for (i, x) in v.into_iter().enumerate() { yield_!(i as u32); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn items_of_a_vec(v: Vec<D>) as (vec![d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        for x in v { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn elements_of_an_array(v: [D; 2]) as ([d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        let [x, y] = v; yield_!(1); log("e"); yield_!(2); 1
    }
}

fidelity! {
    fn what_pop_gives(v: Vec<D>) as (vec![d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        let mut v = v; while let Some(x) = v.pop() { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn what_take_gives(v: Option<D>) as (Some(d("a"))), takes u32, yields u32, returns u32 => {
        let mut v = v; if let Some(x) = v.take() { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn an_option_by_value(v: Option<D>) as (Some(d("a"))), takes u32, yields u32, returns u32 => {
        match v { Some(x) => { yield_!(1); log("e"); yield_!(2); } None => {} } log("end"); 1
    }
}

fidelity! {
    fn a_tuple_in_an_option(v: Option<(D, u32)>) as (Some((d("a"), 3))), takes u32, yields u32, returns u32 => {
        if let Some((x, n)) = v { yield_!(n); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn items_of_a_slice_counted(v: &'static [D]) as (Box::leak(Box::new([d("a"), d("b")]))), takes u32, yields u32, returns u32 => {
        for (i, x) in v.iter().enumerate() { yield_!(i as u32 + x.n); log("e"); yield_!(x.n); } log("end"); 1
    }
}

fidelity! {
    fn an_option_by_reference(v: &'static Option<D>) as (Box::leak(Box::new(Some(d("a"))))), takes u32, yields u32, returns u32 => {
        if let Some(x) = v { yield_!(1); log("e"); yield_!(x.n); } match v.as_ref() { Some(y) if y.n > 0 => { yield_!(y.n); } _ => { yield_!(8); } } log("end"); 1
    }
}

fidelity! {
    fn entries_of_a_map(v: BTreeMap<u32, D>) as ([(1, d("a")), (2, d("b"))].into()), takes u32, yields u32, returns u32, unclonable => {
        for (k, x) in v { yield_!(k); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn entries_of_a_borrowed_map(v: &'static BTreeMap<u32, D>) as (Box::leak(Box::new([(1, d("a")), (2, d("b"))].into()))), takes u32, yields u32, returns u32 => {
        for (k, x) in v { yield_!(*k); log("e"); yield_!(x.n); } if let Some(z) = v.get(&2) { yield_!(z.n); } log("end"); 1
    }
}

fidelity! {
    fn an_iterator_peeked_into(v: Vec<D>) as (vec![d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        let mut it = v.into_iter().peekable(); while let Some(x) = it.next() { let more = it.peek().is_some(); yield_!(more as u32); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn a_number_beside_a_value(v: Vec<D>) as (vec![d("a"), d("b")]), takes u32, yields u32, returns u32 => {
        let (a, b) = (v.iter().map(|x| x.n).max(), v); yield_!(a.unwrap()); log("e"); yield_!(2); 1
    }
}

fidelity! {
    fn items_of_any_iterator(v: impl Iterator<Item = D>) as (vec![d("a"), d("b")].into_iter()), takes u32, yields u32, returns u32, unclonable => {
        for x in v { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn tuples_of_any_iterator(v: impl Iterator<Item = (u32, D)>) as (vec![(1, d("a")), (2, d("b"))].into_iter()), takes u32, yields u32, returns u32, unclonable => {
        for (n, x) in v { yield_!(n); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn a_tuple_that_is_matched() as (), takes u32, yields u32, returns u32 => {
        match (d("a"), 3) { (x, n) => { yield_!(n); log("e"); yield_!(2); } } log("end"); 1
    }
}

fidelity! {
    fn a_list_of_ones_own_named_as_that_of_std() as (), takes u32, yields u32, returns u32, unclonable => {
        struct Vec<T>(T); impl<T> Vec<T> { fn first(&self) -> Option<D> { Some(d("new")) } } let v: Vec<D> = Vec(d("a")); if let Some(x) = v.first() { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn a_trait_of_ones_own_named_as_a_method_of_std() as (), takes u32, yields u32, returns u32, unclonable => {
        trait First { fn first(self) -> Option<D>; } impl First for &Vec<u32> { fn first(self) -> Option<D> { Some(d("f")) } } let v: Vec<u32> = vec![1]; if let Some(x) = v.first() { yield_!(1); log("e"); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn parts_of_a_text() as (), takes u32, yields u32, returns u32 => {
        let words = ["a=1", "b", "c=2"]; let text: &'static str = "x=1 y z=2"; for part in text.split(' ') { if let Some((key, value)) = part.split_once('=') { yield_!(key.len() as u32); log(value); } for (i, c) in part.char_indices() { yield_!(i as u32 + c as u32); } } log("end"); 1
    }
}

fidelity! {
    fn options_in_a_vec(v: Vec<Option<D>>) as (vec![Some(d("a")), None]), takes u32, yields u32, returns u32 => {
        for x in v { if let Some(y) = x { yield_!(1); log("e"); yield_!(2); } else { yield_!(3); } log("f"); } log("end"); 1
    }
}

fidelity! {
    fn boxes_in_a_vec(v: Vec<Box<u32>>) as (vec![Box::new(1), Box::new(2)]), takes u32, yields u32, returns u32 => {
        for x in v { yield_!(*x); yield_!(2); } log("end"); 1
    }
}

fidelity! {
    fn boxes_in_a_slice(v: &'static [Box<u32>]) as (Box::leak(Box::new([Box::new(1)]))), takes u32, yields u32, returns u32 => {
        for x in v { yield_!(**x); yield_!(2 + **x); } log("end"); 1
    }
}

fidelity! {
    fn an_option_by_mutable_reference() as (), takes u32, yields u32, returns u32, unclonable => {
        let r: &'static mut Option<D> = Box::leak(Box::new(Some(d("a")))); if let Some(x) = r.take() { yield_!(1); log("e"); yield_!(2); } if let Some(y) = r.replace(d("b")) { yield_!(3); } if let Some(z) = r { yield_!(z.n); } log("end"); 1
    }
}

fidelity! {
    fn numbers_of_question_marks(n: Option<u32>) as (Some(3)), takes u32, yields u32, returns Option<u32> => {
        let m = n?.checked_add(2)?; yield_!(m); let (a, b) = (m.min(3), d("b")); yield_!(a); Some(b.n)
    }
}

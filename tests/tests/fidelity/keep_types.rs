//! What lives on is decided by type: generic types, types that are inferred late, trait objects,
//! wrappers with and without something to drop.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap},
    marker::PhantomData,
    mem::ManuallyDrop,
    rc::{Rc, Weak},
    sync::Arc,
};

use coro_tests::{D, d, eat, fidelity, log, see, twins};

fidelity! {
    fn a_collection_that_is_filled_in_the_other_branch() as (), takes bool, yields u32, returns u32 => {
        let mut list = Vec::new();
        let mut map = BTreeMap::new();
        if yield_!(1) {
            yield_!(2);
        } else {
            list.push(d("x"));
            map.insert(1, d("y"));
            yield_!(3);
        }
        log("end");
        4
    }
}

fidelity! {
    fn a_default_that_is_typed_later() as (), takes bool, yields u32, returns u32 => {
        let mut pair = Default::default();
        let mut n = 0;
        if yield_!(1) {
            yield_!(2);
        } else {
            pair = (Some(d("x")), n);
            n += 1;
            yield_!(n);
        }
        log("end");
        let (_, m): &(_, u32) = &pair;
        *m
    }
}

fidelity! {
    fn a_tuple_of_nothing_and_something() as (), takes u32, yields u32, returns u32 => {
        let nothing = ((), 1u8, 'c', [0u16; 2], "text", None::<u32>);
        let something = ((), Some(d("something")));
        let n = nothing.3.len() as u32;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn wrappers_with_a_destructor() as (), takes u32, yields u32, returns u32, unclonable => {
        let cow: Cow<'static, str> = Cow::Owned("owned".to_owned());
        let arc = Arc::new(d("arc"));
        let weak = Rc::downgrade(&Rc::new(1));
        let cell = Cell::new(Some(d("cell")));
        let refcell = RefCell::new(d("refcell"));
        let dynamic: Box<dyn std::fmt::Debug> = Box::new(d("dynamic"));
        let function: Box<dyn Fn() -> u32> = Box::new({ let x = d("captured"); move || x.n });
        let slice: Box<[D]> = vec![d("s1"), d("s2")].into();
        let rc: Rc<dyn std::fmt::Debug> = Rc::new(d("rc"));
        let n = cow.len() + arc.n as usize + weak.upgrade().map_or(0, |n| *n);
        yield_!(n as u32);
        log("end");
        function()
    }
}

fidelity! {
    fn wrappers_without_a_destructor() as (), takes u32, yields u32, returns u32 => {
        let manual = ManuallyDrop::new(d("never dropped"));
        let phantom = PhantomData::<D>;
        let pointer: fn(D) -> u32 = eat;
        let cell = Cell::new(3u32);
        let n = cell.get() + manual.n;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_hash_map_of_droppables() as (), takes u32, yields usize, returns usize => {
        let map = HashMap::from([(1, d("only"))]);
        let n = map.len();
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn iterators_and_adaptors_that_own() as (), takes u32, yields u32, returns u32 => {
        let mut owned = vec![d("a"), d("b")].into_iter();
        let mut mapped = vec![d("c")].into_iter().map(|x| x.n);
        let mut chained = Some(d("e")).into_iter().chain(None);
        let once = std::iter::once(d("f"));
        let n = owned.next().map_or(0, |x| x.n) + mapped.size_hint().0 as u32;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn an_enum_with_and_without_something_in_it() as (), takes bool, yields u32, returns u32 => {
        #[derive(Clone)]
        enum Maybe { Empty, Full(D) }
        #[derive(Clone, Copy)]
        enum Plain { One, Two }
        let a = if yield_!(1) { Maybe::Full(d("full")) } else { Maybe::Empty };
        let b = Plain::Two;
        let n = match (&a, b) { (Maybe::Empty, Plain::One) => 1, (Maybe::Full(x), _) => x.n, _ => 2 };
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_result_of_a_droppable() as (), takes bool, yields u32, returns u32 => {
        let ok: Result<D, u32> = Ok(d("ok"));
        let err: Result<u32, D> = Err(d("err"));
        let n = ok.as_ref().map_or(1, |x| x.n) + err.is_err() as u32;
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_local_of_an_unnamed_type() as (), takes u32, yields u32, returns u32 => {
        fn make(name: &'static str) -> impl Fn() -> u32 + Clone { let x = d(name); move || x.n }
        fn plain() -> impl Copy + Fn() -> u32 { || 3 }
        let f = make("hidden");
        let g = plain();
        let n = f() + g();
        yield_!(n);
        log("end");
        n
    }
}

twins! {
    fn a_generic_guard as (hold(d("guard"), [d("x")], 3)), takes u32, yields u32, returns u32 => {
        method! { [fn hold<T, const N: usize>](guard: T, all: [T; N], n: u32) -> u32 => {
            let count = all.len() as u32;
            let seen = Some(&guard).is_some();
            yield_!(n + count);
            log("end");
            n
        } }
    }
}

twins! {
    fn a_generic_copy as (hold(7u8, "seven")), takes u32, yields u32, returns u32 => {
        method! { [fn hold<T, U>](value: T, text: U) -> u32 where [T: Copy + Into<u32>, U: AsRef<str> + Clone] => {
            let n: u32 = value.into();
            let len = text.as_ref().len() as u32;
            let copy = text.clone();
            yield_!(n);
            log("end");
            n + len
        } }
    }
}

twins! {
    fn a_generic_iterator as (hold(vec![d("a"), d("b")])), takes u32, yields u32, returns usize => {
        method! { [fn hold<I: IntoIterator<Item = D>>](items: I) -> usize => {
            let mut iter = items.into_iter();
            let first = iter.next();
            let n = first.as_ref().map_or(0, |x| x.n);
            yield_!(n);
            let size = iter.size_hint().0;
            yield_!(size as u32);
            log("end");
            size
        } }
    }
}

twins! {
    fn an_associated_type as (hold(Source)), takes u32, yields u32, returns u32 => {
        trait Make { type Made; fn make(&self) -> Self::Made; }
        struct Source;
        impl Make for Source { type Made = (u32, D); fn make(&self) -> (u32, D) { (1, d("made")) } }
        method! { [fn hold<M: Make>](source: M) -> u32 => {
            let made = source.make();
            let view = &made;
            let size = std::mem::size_of_val(view).min(1) as u32;
            yield_!(size);
            log("end");
            size
        } }
    }
}

twins! {
    fn a_parameter_of_a_trait_object as (hold(Box::new(d("boxed")), &5)), takes u32, yields String, returns usize => {
        method! { [fn hold](shown: Box<dyn std::fmt::Debug>, other: &'static dyn std::fmt::Display) -> usize => {
            let text = format!("{shown:?}{other}");
            let n = text.len();
            yield_!(text);
            log("end");
            n
        } }
    }
}

fidelity! {
    fn a_weak_pointer_sees_the_guard_alive() as (), takes u32, yields bool, returns bool, unclonable => {
        let strong = Rc::new(d("strong"));
        let weak: Weak<D> = Rc::downgrade(&strong);
        yield_!(weak.upgrade().is_some());
        yield_!(weak.upgrade().is_some());
        drop(strong);
        yield_!(weak.upgrade().is_some());
        weak.strong_count() == 0
    }
}

fidelity! {
    /// Nothing mentions the guard after the first suspension, yet it is there at all of them.
    fn an_unmentioned_guard_is_there_at_every_suspension() as (), takes u32, yields bool, returns bool, unclonable => {
        let alive = Rc::new(Cell::new(true));
        #[derive(Debug)]
        struct Guard(Rc<Cell<bool>>);
        impl Drop for Guard { fn drop(&mut self) { self.0.set(false); } }
        let seen = {
            let guard = Guard(Rc::clone(&alive));
            for _ in 0..2 { yield_!(alive.get()); }
            if yield_!(alive.get()) > 3 { yield_!(alive.get()); }
            alive.get()
        };
        yield_!(alive.get());
        seen && !alive.get()
    }
}

fidelity! {
    /// The type is decided in a branch that comes after the suspension.
    fn an_option_that_is_filled_in_the_other_branch() as (), takes bool, yields u32, returns u32 => {
        let mut x = None;
        if yield_!(1) {
            yield_!(2);
            log("empty");
        } else {
            x = Some(d("x"));
            yield_!(3);
            log("full");
        }
        yield_!(4);
        5
    }
}

fidelity! {
    /// Adaptors, and iterators over collections, that are dead at the suspension borrow nothing there.
    fn iterators_and_adaptors_that_borrow() as (), takes u32, yields u32, returns u32 => {
        let mut list = vec![d("a"), d("b")];
        let mut names = BTreeMap::from([("a", 1), ("b", 2)]);
        let mut counts = HashMap::from([(1, 2)]);
        let mut text = String::from("a b;c");
        let limit = 1;
        let mut first = list.iter().enumerate().filter(|(n, _)| *n < limit).map(|(_, x)| x.n).peekable();
        let a = first.peek().copied().unwrap();
        let mut pairs = names.iter_mut().zip(counts.values_mut()).take(1);
        let b = pairs.next().map(|((_, n), m)| *n + *m).unwrap();
        let mut words = text.split(|c: char| c == ' ').flat_map(|word| word.split(';'));
        let mut parts = text.rsplit(&[' ', ';'][..]).skip_while(|part| part.is_empty());
        let c = parts.next().unwrap().len() as u32;
        yield_!(a);
        list.push(d("c"));
        names.clear();
        counts.insert(b, c);
        yield_!(b + c);
        list.len() as u32 + counts[&b]
    }
}

fidelity! {
    fn collections_of_references() as (), takes u32, yields usize, returns usize, unclonable => {
        let text = String::from("a b c");
        let words: Vec<&str> = text.split(' ').collect();
        let n = words.len();
        yield_!(n);
        yield_!(text.len());
        text.len()
    }
}

fidelity! {
    fn pairs_with_references() as (), takes u32, yields usize, returns usize, unclonable => {
        let list = vec![d("a"), d("b")];
        let mut found: Vec<(usize, &D)> = list.iter().enumerate().collect();
        found.sort_by_key(|(_, x)| x.n);
        let n = found.len();
        yield_!(n);
        log("e");
        list.len()
    }
}

fidelity! {
    fn collections_that_a_call_names() as (), takes u32, yields usize, returns usize, unclonable => {
        let text = String::from("a b c");
        let words = text.split(' ').collect::<std::collections::BTreeSet<&str>>();
        let n = words.len();
        yield_!(n);
        let counts: std::collections::HashMap<&str, usize> = text.split(' ').map(|word| (word, word.len())).collect();
        let n = counts["b"];
        yield_!(n);
        text.len()
    }
}

fidelity! {
    fn results_of_mutable_references() as (), takes u32, yields u32, returns u32, unclonable => {
        let mut held: Result<D, D> = Ok(d("held"));
        if let Ok(ref mut x) = held.as_mut() { x.touch(); yield_!(1); }
        log("a");
        match held.as_mut() { Ok(x) => { x.touch(); yield_!(2); } Err(x) => { x.touch(); } }
        log("b");
        held.map_or(0, |x| x.n)
    }
}

/// A tree of numbers.
#[derive(Clone)]
struct Branch {
    n: u32,
    kids: Vec<Self>,
}

fn tree() -> Branch {
    let leaf = |n| Branch { n, kids: Vec::new() };
    Branch { n: 1, kids: vec![leaf(2), Branch { n: 3, kids: vec![leaf(4)] }] }
}

fidelity! {
    fn lists_of_whatever_a_text_gives(line: String) as (String::from("one two  three")), takes u32, yields u32, returns u32 => {
        let words: Vec<_> = line.split(' ').collect(); let n = words.len() as u32; yield_!(n);
        let words = line.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>(); let n = n + words.len() as u32; yield_!(n);
        match line.split("  ").collect::<Vec<_>>()[..] { [a, b] => { let k = (a.len() + b.len()) as u32; yield_!(k); } _ => {} } n + line.len() as u32
    }
}

fidelity! {
    fn lists_that_begin_with_references() as (), takes u32, yields u32, returns u32 => {
        let root = tree(); let mut total = 0; let mut stack = vec![&root];
        while let Some(branch) = stack.pop() { total += branch.n; stack.extend(branch.kids.iter()); }
        yield_!(total); root.n + total
    }
}

fidelity! {
    fn lists_that_a_type_names_in_a_tuple() as (), takes u32, yields u32, returns u32 => {
        let names = vec![String::from("a"), String::from("bcd"), String::from("efgh")];
        let (long, short): (Vec<&String>, Vec<&String>) = names.iter().partition(|name| name.len() > 2); let n = (long.len() * 10 + short.len()) as u32; yield_!(n); names.len() as u32 + n
    }
}

fidelity! {
    /// Lists that own are not let go.
    fn lists_that_own() as (), takes u32, yields u32, returns u32 => {
        let all = vec![d("a"), d("b")]; let again: Vec<_> = all.iter().cloned().collect(); let n = again.len() as u32; yield_!(n); log("end"); n
    }
}

//! References that are dead at a suspension do not refuse the program; what may hold something to
//! drop lives on.

use std::{cell::RefCell, rc::Rc};

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn a_dead_view_whose_owner_is_reassigned() as (), takes &'static str, yields usize, returns String => {
        let mut owner = String::from("first line");
        for i in 0..2 {
            let view = owner.as_str();
            let words = view.split(' ').count();
            let more = yield_!(words);
            owner = format!("{i} {more}");
        }
        owner
    }
}

fidelity! {
    fn a_borrow_shadowed_by_its_owned_copy() as (), takes u32, yields usize, returns String => {
        let mut lines = vec!["a b".to_owned(), "c".to_owned()];
        let line = &lines[0];
        let line = line.to_uppercase();
        yield_!(line.len());
        lines.clear();
        yield_!(lines.len());
        line
    }
}

fidelity! {
    fn a_dead_shared_reference() as (), takes u32, yields u32, returns u32 => {
        let mut list = vec![1, 2, 3];
        let first = &list[0];
        let copy = *first;
        yield_!(copy);
        list.push(copy);
        let last = list.last().unwrap();
        let n = *last + list.len() as u32;
        yield_!(n);
        list.iter().sum::<u32>() + n
    }
}

fidelity! {
    fn a_dead_iterator_over_a_local() as (), takes u32, yields u32, returns u32 => {
        let mut list = vec![1, 2, 3];
        let mut iter = list.iter();
        let a = *iter.next().unwrap();
        let b = iter.copied().sum::<u32>();
        yield_!(a);
        list.push(b);
        let mut windows = list.windows(2);
        let pairs = windows.next().map_or(0, |w| w[0] + w[1]);
        yield_!(pairs);
        list.len() as u32
    }
}

fidelity! {
    fn dead_options_and_results_of_references() as (), takes u32, yields u32, returns u32 => {
        let mut list = vec![5, 6];
        let found = list.iter_mut().find(|n| **n == 6);
        let n = if let Some(found) = found { *found += 1; *found } else { 0 };
        yield_!(n);
        let best = list.iter().max();
        let m = best.copied().unwrap_or(0);
        yield_!(m);
        let searched = list.binary_search(&7).ok().map(|i| &list[i]);
        let s = *searched.unwrap_or(&0);
        yield_!(s);
        list.clear();
        m + s + list.len() as u32
    }
}

fidelity! {
    fn a_dead_split_of_a_slice() as (), takes usize, yields u32, returns [u32; 4] => {
        let mut list = [1, 2, 3, 4];
        let (left, right) = list.split_at_mut(2);
        std::mem::swap(&mut left[0], &mut right[0]);
        let n = left[0];
        yield_!(n);
        let [a, .., b] = &mut list;
        *a += *b;
        let m = *a;
        let i = yield_!(m);
        list[i % 4] = 9;
        list
    }
}

fidelity! {
    fn dead_chars_and_a_rest() as (), takes bool, yields String, returns usize => {
        let mut rest = "key=value;other".to_owned();
        loop {
            let head = rest.split(';').next().unwrap_or("");
            let mut chars = head.chars();
            let first = chars.next();
            let text = format!("{first:?}{}", chars.as_str().len());
            if yield_!(text) { rest.push(';'); }
            match rest.split_once(';') {
                Some((_, tail)) if !tail.is_empty() => { let tail = tail.to_owned(); rest = tail; }
                _ => break rest.len(),
            }
        }
    }
}

fidelity! {
    fn a_reference_to_outer_data_lives_on(words: &'static [&'static str]) as (&["a", "bc"]), takes u32, yields &'static str, returns usize => {
        let first = words.first();
        let mut iter = words.iter();
        let view = &words[1][..1];
        yield_!(view);
        if let Some(word) = iter.next() { yield_!(word); }
        if let Some(word) = first { yield_!(*word); }
        iter.len() + view.len()
    }
}

fidelity! {
    fn guards_live_on() as (), takes u32, yields u32, returns u32 => {
        let boxed = Box::new(d("boxed"));
        let shared = Rc::new(d("shared"));
        let list = vec![d("list")];
        let option = Some(d("option"));
        let pair = (1, d("pair"));
        let closure = { let a = d("captured"); move || a.n };
        let n = boxed.n + shared.n + list.len() as u32 + option.as_ref().map_or(0, |o| o.n) + pair.0 + closure();
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn iterators_that_own_live_on() as (), takes u32, yields u32, returns u32 => {
        let mut iter = vec![d("a"), d("b"), d("c")].into_iter();
        let first = iter.next();
        yield_!(1);
        log("end");
        2
    }
}

fidelity! {
    fn a_guard_declared_after_a_dead_reference() as (), takes u32, yields u32, returns u32 => {
        let mut list = vec![1];
        let view = &mut list;
        view.push(2);
        let guard = d("guard");
        let n = view.len() as u32;
        yield_!(n);
        list.push(3);
        log("end");
        list.len() as u32
    }
}

fidelity! {
    fn ref_cell_guards_of_outer_data(cell: &'static RefCell<u32>) as (Box::leak(Box::new(RefCell::new(1)))), takes u32, yields u32, returns u32, unclonable => {
        let mut guard = cell.borrow_mut();
        *guard += 1;
        let locked = yield_!(*guard);
        log(cell.try_borrow().is_err());
        drop(guard);
        yield_!(locked);
        log(cell.try_borrow().is_ok());
        let again = cell.borrow();
        let n = *again;
        yield_!(n);
        log(cell.try_borrow_mut().is_err());
        n
    }
}

fidelity! {
    fn dead_references_in_a_loop() as (), takes usize, yields u32, returns u32 => {
        let mut grid = vec![vec![0u32; 3]; 3];
        let mut at = 0;
        for step in 0..4 {
            let row = &mut grid[at];
            let cell = &mut row[step % 3];
            *cell += 1;
            let (n, len) = (*cell, row.len());
            at = yield_!(n) % len;
        }
        grid.iter().flatten().sum()
    }
}

fidelity! {
    fn a_generic_helper_returning_a_reference() as (), takes u32, yields u32, returns usize => {
        fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }
        let mut a = "one".to_owned();
        let b = "three".to_owned();
        let winner = longest(&a, &b);
        let n = winner.len();
        yield_!(n as u32);
        a.push_str(&b);
        a.len() + n
    }
}

fidelity! {
    fn strings_and_slices_as_cursor() as (), takes u32, yields char, returns usize => {
        let text = "a1b2".to_owned();
        let mut pos = 0;
        while pos < text.len() {
            let rest = &text[pos..];
            let Some(c) = rest.chars().next() else { break };
            pos += c.len_utf8();
            if c.is_ascii_digit() { continue }
            yield_!(c);
        }
        pos
    }
}

fidelity! {
    fn a_dead_mutable_reference() as (), takes u32, yields u32, returns usize => {
        let mut stack = vec![3, 2];
        let mut rounds = 0;
        while let Some(top) = stack.last_mut() {
            *top -= 1;
            let n = *top;
            rounds += 1;
            if n == 0 { stack.pop(); }
            if yield_!(n) > 6 && rounds < 8 { stack.push(2); }
        }
        rounds
    }
}

fidelity! {
    fn a_dead_dyn_reference() as (), takes u32, yields String, returns usize => {
        let mut n = 5;
        let shown: &dyn std::fmt::Display = &n;
        let text = shown.to_string();
        yield_!(text);
        n += 1;
        let any: &mut dyn FnMut() -> u32 = &mut || { n += 1; n };
        let m = any();
        yield_!(m.to_string());
        n as usize
    }
}

fidelity! {
    fn a_cow_of_a_text_that_changes() as (), takes u32, yields u32, returns u32 => {
        let mut text = String::from("ab");
        let part = std::borrow::Cow::from(&text[..1]);
        let n = part.len() as u32;
        yield_!(n);
        text.push('c');
        text.len() as u32
    }
}

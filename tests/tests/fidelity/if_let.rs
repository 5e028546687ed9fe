//! `if let` and `while let`.

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn if_let_with_a_suspending_scrutinee() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(n) = yield_!(1) {
            yield_!(n)
        } else {
            let b = d("b");
            yield_!(2)
        }.unwrap_or(9)
    }
}

fidelity! {
    fn if_let_else_if_let() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(n @ 5..) = yield_!(1) {
            n
        } else if let Some(n) = yield_!(2) {
            let a = d("a");
            yield_!(n);
            n * 2
        } else if yield_!(3).is_some() {
            3
        } else {
            4
        }
    }
}

fidelity! {
    fn if_let_binds_a_droppable() as (), takes Option<D>, yields u32, returns u32 => {
        if let Some(a) = yield_!(1) {
            yield_!(2);
            log("end of then");
        } else {
            yield_!(3);
        }
        log("after");
        yield_!(4);
        5
    }
}

fidelity! {
    fn while_let_on_a_suspension() as (), takes Option<u32>, yields u32, returns u32 => {
        let mut total = 0;
        while let Some(n) = yield_!(total) {
            let round = d("round");
            total += n;
            if total > 40 { break }
        }
        total
    }
}

fidelity! {
    fn while_let_pop() as (), takes bool, yields u32, returns usize => {
        let mut stack = vec![d("a"), d("b"), d("c")];
        let mut more = 2;
        while let Some(top) = stack.pop() {
            log("popped");
            if yield_!(top.n) && more > 0 {
                more -= 1;
                stack.push(d(format!("new{more}")));
            }
        }
        more
    }
}

fidelity! {
    fn while_let_of_a_droppable_input() as (), takes Option<D>, yields u32, returns u32 => {
        let mut n = 0;
        while let Some(item) = yield_!(n) {
            let local = d("local");
            n += 1;
            if n == 4 { break }
            yield_!(item.n);
        }
        n
    }
}

fidelity! {
    fn while_let_with_an_or_pattern() as (), takes Result<u32, u32>, yields u32, returns u32 => {
        let mut n = 0;
        while let Ok(x @ 1..) | Err(x @ 1..=5) = yield_!(n) {
            n += x;
            if n > 20 { return n }
        }
        n + 100
    }
}

fidelity! {
    fn while_let_over_an_iterator() as (), takes u32, yields u32, returns u32 => {
        let mut numbers = (1..8).into_iter();
        let mut sum = 0;
        while let Some(n) = numbers.next() {
            sum += n * yield_!(n);
            if n == 3 { numbers.next(); }
        }
        sum
    }
}

fidelity! {
    fn while_let_over_chars(text: &'static str) as ("ab 12"), takes bool, yields char, returns usize => {
        let mut chars = text.chars().peekable();
        let mut n = 0;
        while let Some(c) = chars.next() {
            if yield_!(c) {
                while let Some(' ') | Some('b') = chars.peek() {
                    chars.next();
                    n += 1;
                }
            }
        }
        n
    }
}

fidelity! {
    fn if_let_with_a_moved_local() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        let maybe = if yield_!(1) { Some(a) } else { drop(a); None };
        yield_!(2);
        if let Some(a) = maybe {
            yield_!(3);
            a.id()
        } else {
            4
        }
    }
}

fidelity! {
    fn if_let_on_a_copy_of_a_field() as (), takes u32, yields u32, returns u32 => {
        let mut state = (Some(3u32), d("tag"));
        while let Some(n) = state.0 {
            state.0 = n.checked_sub(1);
            yield_!(n);
        }
        state.1.id()
    }
}

fidelity! {
    fn if_let_take() as (), takes bool, yields u32, returns u32 => {
        let mut slot = Some(d("slot"));
        for i in 0..3 {
            if let Some(value) = slot.take() {
                if yield_!(i) { slot = Some(value); }
            } else {
                yield_!(100);
            }
        }
        slot.map_or(0, |value| value.id())
    }
}

fidelity! {
    fn if_let_as_a_condition_value() as (), takes Option<u32>, yields u32, returns (bool, u32) => {
        let found = if let Some(_) = yield_!(1) { true } else { false };
        let n = if let (Some(a), b) = (yield_!(2), yield_!(3)) { a + b.unwrap_or(0) } else { 50 };
        (found, n)
    }
}

fidelity! {
    fn refutable_literals_and_ranges() as (), takes u32, yields u32, returns u32 => {
        if let 3..=5 = yield_!(1) { yield_!(10); }
        if let 7 | 0 = yield_!(2) { return yield_!(20) }
        if let n @ (1 | 2) = yield_!(3) { yield_!(n); }
        4
    }
}

fidelity! {
    /// A value that nobody wants, behind a condition that keeps temporaries.
    fn a_discarded_value_of_either_branch() as (), takes Option<u32>, yields u32, returns u32 => {
        if let Some(n) = (yield_!(1), 5).0 {
            d("then");
            Box::new(d("a")).n + n
        } else {
            Box::new(d("b")).n
        };
        if let Some(_) = (yield_!(2), 6).0 { d("then") } else { d("else") };
        log("behind");
        3
    }
}

fidelity! {
    /// What is matched ends before the `else`, in the 2021 edition behind it.
    fn if_let_with_an_else_of_one_expression() as (), takes u32, yields u32, returns u32 => {
        fn said(n: u32) -> u32 { log(n.to_string()); n }
        let a = if let 0 = d("a").n { 1 } else { said(2) };
        yield_!(a);
        let b = if let 0 = d("b").n { 1 } else if let 0 = d("c").n { 3 } else { said(4) };
        log("end");
        a + b
    }
}

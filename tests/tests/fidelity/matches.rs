//! `match`: or-patterns, bindings of every kind, guards, scrutinees that suspend.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Num(u32),
    Op(char),
    Pair { left: D, right: D },
    List(Vec<D>),
    End,
}
use Token::{End, List, Num, Op, Pair};

fn token(n: u32) -> Token {
    match n {
        0 => End,
        1 | 2 => Num(n),
        3 => Op('+'),
        4 | 5 => Pair { left: d("left"), right: d("right") },
        _ => List(vec![d("i0"), d("i1"), d("i2")]),
    }
}

fidelity! {
    fn arms_that_suspend() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        let n = match yield_!(1) {
            0 => yield_!(2),
            1 | 2 => { let a = d("a"); yield_!(3) }
            3..=4 => 7,
            5 => { yield_!(4); 8 }
            n => n + guard.id(),
        };
        n + yield_!(n)
    }
}

fidelity! {
    fn bindings_at_a_pattern() as (), takes u32, yields u32, returns u32 => {
        match yield_!(1) {
            n @ (0 | 2 | 4) => n + yield_!(n),
            n @ 5.. => { yield_!(n); n }
            n => yield_!(n * 100),
        }
    }
}

fidelity! {
    fn guards_without_suspensions() as (), takes u32, yields u32, returns u32 => {
        let limit = d("limit");
        match yield_!(1) {
            n if see("first guard", n > 5) => yield_!(n),
            n if { let g = d("in guard"); g.n > 0 && n == limit.id() } => 2,
            n if n % 2 == 0 => { yield_!(n); n }
            _ => yield_!(99),
        }
    }
}

fidelity! {
    /// The guard of an or-pattern can run twice.
    fn a_guard_on_an_or_pattern() as (), takes u32, yields u32, returns u32 => {
        match (yield_!(1), yield_!(2)) {
            (x, _) | (_, x) if see(format!("guard {x}"), x > 4) => yield_!(x),
            (x, y) => yield_!(x + y),
        }
    }
}

fidelity! {
    fn matched_by_reference() as (), takes u32, yields u32, returns u32 => {
        let t = token(yield_!(1));
        let n = match &t {
            Num(n) => *n,
            Pair { left, right } => left.n + right.n,
            List(items) if items.len() > 2 => 3,
            _ => 4,
        };
        yield_!(n);
        match t { Num(ref n) => *n, _ => 0 }
    }
}

fidelity! {
    /// The arms suspend and no binding borrows across a suspension.
    fn matched_by_reference_with_copied_bindings() as (), takes u32, yields u32, returns u32 => {
        let t = token(yield_!(1));
        let n = match &t {
            &Num(n) => yield_!(n),
            &Op(c) if c == '+' => yield_!(c as u32),
            Pair { left: D { n, .. }, .. } => { let n = *n; yield_!(n); n }
            List(items) => { let n = items.len() as u32; yield_!(n) }
            _ => yield_!(0),
        };
        n + matches!(t, End) as u32
    }
}

fidelity! {
    fn references_into_outer_data(words: &'static [&'static str]) as (&["ab", "c", ""]), takes bool, yields &'static str, returns usize => {
        let mut rest = words;
        let mut n = 0;
        loop {
            match rest {
                [] => break n,
                [first, tail @ ..] if first.is_empty() => { rest = tail; }
                [first, tail @ ..] => {
                    if yield_!(*first) { n += first.len(); }
                    rest = tail;
                }
            }
        }
    }
}

fidelity! {
    fn an_option_of_a_droppable() as (), takes Option<D>, yields u32, returns u32 => {
        match yield_!(1) {
            Some(a) => { yield_!(2); a.id() }
            None => { let b = d("none"); yield_!(3); b.id() }
        }
    }
}

fidelity! {
    /// The scrutinee is a temporary, and `_` leaves what it held in it.
    fn an_unbound_scrutinee_lives_to_the_end_of_the_match() as (), takes Option<D>, yields u32, returns u32 => {
        match yield_!(1) {
            Some(_) => { log("some"); }
            None => { log("none"); }
        }
        match yield_!(2) {
            Some(ref a) => { a.id(); }
            None => {}
        }
        yield_!(3);
        4
    }
}

fidelity! {
    fn a_tuple_scrutinee() as (), takes u32, yields u32, returns u32 => {
        match (yield_!(1), yield_!(2) > 3, see("third", 3)) {
            (0, true, _) => 1,
            (a, true, b) => yield_!(a) + b,
            (a @ 1..=3, false, _) => yield_!(a * 10),
            (_, false, c) => { yield_!(c); 0 }
        }
    }
}

fidelity! {
    fn a_match_in_a_match() as (), takes u32, yields u32, returns u32 => {
        match match yield_!(1) { 0..=2 => Some(yield_!(2)), 3 => None, n => Some(n) } {
            Some(n) => match n {
                0 => 0,
                n => match yield_!(n) { m if m > n => m, m => yield_!(m) },
            },
            None => yield_!(50),
        }
    }
}

fidelity! {
    fn arms_without_braces() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        loop {
            match yield_!(n) {
                0 => break,
                1 => continue,
                2 => n += 1,
                3 => return 100,
                4 => n = yield_!(n),
                5 => drop(d("five")),
                _ => (),
            }
            n += 1;
        }
        n
    }
}

fidelity! {
    fn match_on_a_string() as (), takes &'static str, yields usize, returns usize => {
        let mut n = 0;
        while n < 4 {
            n += 1;
            match yield_!(n) {
                "" => return n,
                "a" | "z" => { yield_!(100); }
                word if word.contains(' ') => n += yield_!(word.len()).len(),
                word => match word.parse::<i32>() {
                    Ok(value) => n += yield_!(value.unsigned_abs() as usize).len(),
                    Err(_) => log(word),
                },
            }
        }
        n
    }
}

fidelity! {
    fn ranges_constants_and_paths() as (), takes u32, yields u32, returns &'static str => {
        const FOUR: u32 = 4;
        match yield_!(1) {
            u32::MIN => "min",
            1..=3 => { yield_!(2); "low" }
            FOUR => { yield_!(3); "four" }
            5.. => "high",
        }
    }
}

fidelity! {
    fn box_and_nested_patterns() as (), takes u32, yields u32, returns u32 => {
        let nested = Some(Some((yield_!(1), Ok::<_, ()>(token(yield_!(2))))));
        match nested {
            Some(Some((0, Ok(_)))) => 0,
            Some(Some((n, Ok(Num(m) | Pair { left: D { n: m, .. }, .. })))) => { yield_!(n + m); n }
            Some(Some((n, Ok(List(ref items))))) if items.is_empty() => 1,
            Some(Some((n, t))) => { yield_!(n); drop(t); yield_!(n + 1); 2 }
            _ => 3,
        }
    }
}

fidelity! {
    fn binding_modes(mut pair: (D, D)) as ((d("a"), d("b"))), takes u32, yields u32, returns u32 => {
        let n = match pair {
            (ref a, ref mut b) => { let n = a.n; b.n = n + 1; b.n }
        };
        yield_!(n);
        let (x, y) = pair;
        yield_!(y.n);
        x.id()
    }
}

fidelity! {
    fn mutable_bindings() as (), takes u32, yields u32, returns u32 => {
        match Some(yield_!(1)) {
            Some(mut n) if n > 3 => {
                while n > 0 { n -= 1; if yield_!(n) == 0 { break } }
                n
            }
            Some(mut n) => { n += yield_!(n); n }
            None => unreachable!(),
        }
    }
}

fidelity! {
    fn slices_and_rest_patterns() as (), takes usize, yields usize, returns usize => {
        let all = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        let n = yield_!(0);
        match all[..n] {
            [] => yield_!(1),
            [a] => yield_!(a),
            [a, .., b] if a + b > 5 => { yield_!(a); b }
            [a, ref rest @ ..] => { let len = rest.len(); yield_!(a + len); len }
        }
    }
}

fidelity! {
    fn a_match_that_diverges_in_some_arms() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = match yield_!(1) {
            0 => return 1,
            1 => { yield_!(2); return 2 }
            2 => panic!("two"),
            3 => unreachable!("three {}", a.id()),
            n => n,
        };
        yield_!(n)
    }
}

fidelity! {
    fn a_match_without_arms_left() as (), takes u32, yields u32, returns u32 => {
        enum Never {}
        let r: Result<u32, Never> = Ok(yield_!(1));
        let n = match r {
            Ok(n) => yield_!(n),
            Err(never) => match never {},
        };
        n
    }
}

fidelity! {
    fn the_arm_moves_a_local() as (), takes bool, yields u32, returns u32 => {
        let a = d("a");
        match yield_!(1) {
            true => { yield_!(2); eat(a) }
            false => { yield_!(3); drop(a); yield_!(4); 4 }
        }
    }
}

fidelity! {
    fn a_match_statement_value_is_dropped() as (), takes bool, yields u32 => {
        match yield_!(1) {
            true => d("true"),
            false => { yield_!(2); d("false") }
        };
        log("after");
        yield_!(3);
    }
}

fidelity! {
    /// A lower-case name is a binding, not a comparison.
    fn a_bare_name_binds() as (), takes u32, yields u32, returns u32 => {
        let total = 3;
        match yield_!(total) {
            total => { yield_!(total); total }
        }
    }
}

fidelity! {
    fn a_state_machine() as (), takes char_class::Class, yields &'static str, returns u32 => {
        use char_class::Class::{self, *};
        #[derive(Clone)]
        enum State { Start, InWord(u32), InNumber { digits: u32 }, Done }
        let mut state = State::Start;
        let mut words = 0;
        loop {
            state = match state {
                State::Start => match yield_!("start") {
                    Letter => State::InWord(1),
                    Digit => State::InNumber { digits: 1 },
                    Space => State::Start,
                    Stop => State::Done,
                },
                State::InWord(n) if n > 4 => { yield_!("long"); State::Start }
                State::InWord(n) => match yield_!("word") {
                    Letter | Digit => State::InWord(n + 1),
                    Space => { words += 1; State::Start }
                    Stop => State::Done,
                },
                State::InNumber { digits } => match yield_!("number") {
                    Digit => State::InNumber { digits: digits + 1 },
                    Letter => State::InWord(digits),
                    Space | Stop => State::Done,
                },
                State::Done => break words,
            };
        }
    }
}

mod char_class {
    use coro_tests::Input;

    #[derive(Clone, Copy, Debug)]
    pub(super) enum Class {
        Letter,
        Digit,
        Space,
        Stop,
    }

    impl Input for Class {
        const SCHEDULES: u32 = 4;
        fn input(seed: u32, index: u32) -> Self {
            match u32::input(seed, index) {
                0..=2 => Class::Letter,
                3 | 4 => Class::Digit,
                5 | 6 => Class::Space,
                _ => Class::Stop,
            }
        }
    }
}

fidelity! {
    fn the_unbound_half_of_a_scrutinee_across_a_suspension() as (), takes bool, yields u32, returns u32 => {
        match (d("a"), d("b"), yield_!(1)) {
            (a, _, true) => { log("first"); yield_!(2); a.id() }
            (_, b, _) => { log("second"); yield_!(3); b.id() }
        }
    }
}

fidelity! {
    fn an_unbound_scrutinee_across_a_suspension() as (), takes Option<D>, yields u32, returns u32 => {
        match yield_!(1) {
            Some(_) => { log("some"); yield_!(2); log("resumed"); }
            None => { log("none"); yield_!(3); }
        }
        log("after");
        4
    }
}

fidelity! {
    fn or_patterns_that_bind() as (), takes u32, yields u32, returns u32 => {
        match token(yield_!(1)) {
            Num(n @ 1) | Num(n) => yield_!(n),
            Op('+' | '-') => yield_!(20),
            Pair { left: x, right: _ } => { yield_!(x.n); x.id() }
            List(_) | End => yield_!(30),
            Op(_) => 3,
        }
    }
}

fidelity! {
    /// A guard stays where it is, although it copies what the arms move.
    fn a_guard_that_uses_what_an_arm_moves([n, m]: [u32; 2], x: D) as ([2, 3], d("x")), takes (), yields u32, returns u32 => {
        let copied = n + m;
        match copied {
            0 => {}
            _ if n | copied == 1 && m == 3 => return 2,
            taken @ 1..=5 => log(taken),
            _ => { eat(x); }
        }
        yield_!(7);
        m
    }
}

fidelity! {
    /// The value of a `match` is a receiver.
    fn taken_by_a_match_in_parentheses(x: D, n: u32) as (d("x"), 2), takes (), yields u32, returns u32 => {
        let taken = (match n { 1 => d("y"), _ => x }).id();
        yield_!(taken);
        3
    }
}

fidelity! {
    /// What a guard takes is copied.
    fn a_guard_that_copies_on_some_paths(n: (u32, u32), c: bool) as ((2, 3), true), takes (), yields u32, returns u32 => {
        let from = { n }.0;
        match from {
            taken @ 1..=5 if if c { let copied = taken; (from..9).contains(&copied) } else { true } => {
                yield_!(taken);
            }
            0 | 7 if if c { (from..9).contains(&7) } else { true } => { yield_!(8); }
            _ => {}
        }
        yield_!(1);
        2
    }
}

fidelity! {
    /// The value of an arm that nobody takes, where another arm suspends and leaves something of what is matched.
    fn values_that_nobody_takes(n: u32) as (2), takes u32, yields u32, returns u32 => {
        for i in 0..3 {
            match if i == n { Err((d("left"), d("right"))) } else { Ok(d("fine")) } {
                Ok(bound) => (bound.n, d("value")),
                Err((left, _)) => {
                    let Some(_) = None::<u32> else { yield_!(left.n); continue };
                    (left.n, d("never"))
                }
            };
            log("round");
        }
        n
    }
}

fidelity! {
    /// What an arm that suspends leaves of a value drops in the order of its fields.
    fn fields_that_no_arm_binds() as (), takes D, yields u32, returns u32, unclonable => {
        struct Two { a: D, n: u32, b: D }
        let two = |n| Two { a: d("a"), n, b: d("b") };
        match two(3) { Two { a: _, n: _, b: _ } => yield_!(1) };
        log("next statement");
        let _ = { match two(4) { Two { a: _, n, b: _ } => yield_!(n) }; };
        match two(5) { Two { a, n: _, b: _ } => { yield_!(a.n); a } };
        2
    }
}

fidelity! {
    /// The operands of an arm without braces end before its temporaries.
    fn operands_of_an_arm_without_braces(n: u32) as (1), takes bool, yields u32, returns u32 => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let more = match n < yield_!(1) as u32 {
            true => two(d("a"), see("b", d("b").id())),
            false => two(d("c"), { yield_!(2); d("d") }.id()),
        };
        let _ = match n {
            0 => 3,
            _ => two(d("e"), { yield_!(4); d("f") }.id()),
        };
        let sum = 1 + match n {
            0 => 3,
            _ => two({ yield_!(7); d("k") }, see("l", d("l").id())),
        };
        match yield_!(5) {
            true => two(d("g"), see("h", d("h").id())),
            false => { yield_!(6); two(d("i"), see("j", d("j").id())) }
        };
        more + sum
    }
}

fidelity! {
    /// A `match` behind which its block goes on drops what it matches first, though all of its arms leave.
    fn that_all_arms_leave(n: u32) as (1), takes bool, yields u32, returns u32 => {
        let local = d("local");
        match d("a").and("b") {
            a if see("guard", a.n > 0) => { yield_!(1); }
            a => { yield_!(a.n); }
        }
        log("next");
        {
            let inner = d("inner");
            match d("c").and("d") {
                c if see("guard", c.n > 0) => { yield_!(c.n); }
                _ => { yield_!(2); }
            }
            log("last");
        }
        { match (d("left"), d("right")) { (left, ..) if left.n == n => return 3, (_, right) => return right.n } }
        4
    }
}

fidelity! {
    /// The unbound half stays in the matched local.
    fn a_partial_move_out_of_a_matched_local() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), d("b"));
        let n = match t {
            (a, _) => { yield_!(1); a.id() }
        };
        yield_!(2);
        n
    }
}

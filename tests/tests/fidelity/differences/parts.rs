//! What `..` in a pattern, or in a literal, leaves of a value has no name, so it ends at the first suspension.

use coro_tests::{D, d, differs, log, see};

use super::{Token, both, fail, token};

differs! {
    fn left_out_by_a_match() as (), yields u32 => {
        match token() {
            Token { kind, .. } => { yield_!(kind); log("body"); }
        }
        log("after");
    }
    rustc "new text, yielded 1, body, drop text, after",
    ours "new text, drop text, yielded 1, body, after",
}

differs! {
    fn left_out_by_an_if_let() as (), yields u32 => {
        if let Token { kind: kind @ 1, .. } = token() { yield_!(kind); log("body"); }
        log("after");
    }
    rustc "new text, yielded 1, body, drop text, after",
    ours "new text, drop text, yielded 1, body, after",
}

differs! {
    fn left_out_by_a_while_let() as (), yields u32 => {
        while let Token { kind: kind @ 1, .. } = token() { yield_!(kind); log("body"); break; }
        log("after");
    }
    rustc "new text, yielded 1, body, drop text, after",
    ours "new text, drop text, yielded 1, body, after",
}

differs! {
    fn left_out_by_a_for() as (), yields u32 => {
        for Token { kind, .. } in [token()] { yield_!(kind); log("body"); }
        log("after");
    }
    rustc "new text, yielded 1, body, drop text, after",
    ours "new text, drop text, yielded 1, body, after",
}

differs! {
    fn left_out_by_one_alternative() as (), yields u32 => {
        match (Some(d("a")), d("b"), 1) {
            (Some(x), .., n) | (None, x, n) => { yield_!(n); log("body"); }
        }
        log("after");
    }
    rustc "new a, new b, yielded 1, body, drop a, drop b, after",
    ours "new a, new b, drop b, yielded 1, body, drop a, after",
}

differs! {
    /// The branch that moves `x` is the first place where the body is divided.
    fn left_out_around_a_branch_that_moves() as (), yields u32 => {
        let x = d("x");
        match token() {
            Token { kind, .. } => {
                if kind == 1 { drop(x); log("moved"); }
                log("body");
            }
        }
        log("after");
        yield_!(1);
    }
    rustc "new x, new text, drop x, moved, body, drop text, after, yielded 1",
    ours "new x, new text, drop x, moved, drop text, body, after, yielded 1",
}

differs! {
    fn left_out_of_an_array() as (), yields u32 => {
        match [d("a"), d("b")] {
            [_, _b] => yield_!(1),
        }
        log("after");
    }
    rustc "new a, new b, yielded 1, drop b, drop a, after",
    ours "new a, new b, drop a, yielded 1, drop b, after",
}

differs! {
    fn left_out_and_borrowed_of_an_array_by_a_let() as (), yields u32 => {
        let [taken, ref borrowed, ..] = [d("taken"), d("borrowed"), d("rest")];
        log(borrowed.name());
        yield_!(2);
        log("after");
        drop(taken);
    }
    rustc "new taken, new borrowed, new rest, borrowed, yielded 2, after, drop taken, drop borrowed, drop rest",
    ours "new taken, new borrowed, new rest, borrowed, drop borrowed, drop rest, yielded 2, after, drop taken",
}

differs! {
    fn left_out_by_a_let_that_borrows_and_takes() as (), yields u32 => {
        let all = || (d("borrowed"), d("taken"), d("rest"));
        let (ref borrowed, taken, ..) = all();
        yield_!(1);
        log("after");
    }
    rustc "new borrowed, new taken, new rest, yielded 1, after, drop taken, drop borrowed, drop rest",
    ours "new borrowed, new taken, new rest, drop rest, yielded 1, after, drop taken, drop borrowed",
}

struct Ranked {
    first: D,
    kind: u32,
    second: D,
}

differs! {
    /// What it borrows drops in the order of the pattern.
    fn a_let_that_borrows_and_takes_in_another_order() as (), yields u32 => {
        let ranked = || Ranked { first: d("first"), kind: 1, second: d("second") };
        let Ranked { ref second, kind, ref first } = ranked();
        let kind = kind + first.n - second.n;
        yield_!(kind);
        log("after");
    }
    rustc "new first, new second, yielded 17, after, drop first, drop second",
    ours "new first, new second, yielded 17, after, drop second, drop first",
}

differs! {
    fn left_out_by_a_match_in_front_of_a_suspension() as (), takes u32, yields u32 => {
        let n = both(match token() { Token { kind, .. } => see("body", kind) }, yield_!(1));
        log("after");
    }
    rustc "new text, body, yielded 1, both, drop text, after",
    ours "new text, body, drop text, yielded 1, both, after",
}

differs! {
    fn borrowed_by_a_match_that_is_an_operand() as (), yields u32 => {
        let pair = || (d("borrowed"), 2);
        let n = match pair() {
            (ref borrowed, n) => { yield_!(n); n }
        } + see("later", 1);
        let _ = n;
    }
    rustc "new borrowed, yielded 2, later, drop borrowed",
    ours "new borrowed, yielded 2, drop borrowed, later",
}

struct Page {
    lines: Vec<u32>,
    title: D,
}

fn page() -> Page {
    Page { lines: vec![1], title: d("title") }
}

differs! {
    fn left_by_the_head_of_a_for() as (), yields u32 => {
        for line in page().lines { yield_!(line); log("body"); }
        log("after");
    }
    rustc "new title, yielded 1, body, drop title, after",
    ours "new title, drop title, yielded 1, body, after",
}

struct Pair {
    a: D,
    b: D,
}

fn look(pair: &Pair, n: u32) -> u32 {
    log(format_args!("look {} {}", pair.a.name(), pair.b.name()));
    n
}

differs! {
    fn left_of_the_base_of_a_literal() as (), yields u32 => {
        let base = || Pair { a: d("first"), b: d("second") };
        look(&Pair { b: d("b"), a: d("a"), ..base() }, { yield_!(1); 2 });
        log("after");
    }
    rustc "new b, new a, new first, new second, yielded 1, look a b, drop a, drop b, drop first, drop second, after",
    ours "new b, new a, new first, new second, yielded 1, look a b, drop a, drop b, drop second, drop first, after",
}

fn choose(_: D, n: u32) -> u32 {
    n
}

differs! {
    fn matched_beside_an_operand_when_a_guard_panics() as (), yields u32 => {
        choose(
            d("operand"),
            match Some(d("matched")) {
                Some(matched) if fail() => matched.n,
                _ => { yield_!(2); 3 }
            },
        );
    }
    rustc "new operand, new matched, drop operand, drop matched, resume panicked: failed",
    ours "new operand, new matched, drop matched, drop operand, resume panicked: failed",
}

differs! {
    fn an_array_that_is_taken_apart_later() as (), yields u32 => {
        let array = [d("first"), d("second")];
        yield_!(1);
        let [_first, _second] = array;
        yield_!(2);
    }
    in super::dropped_after(1),
    rustc "new first, new second, yielded 1, dropped, drop second, drop first",
    ours "new first, new second, yielded 1, dropped, drop first, drop second",
}

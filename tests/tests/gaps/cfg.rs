//! Bodies that belong beside those of `fidelity/cfg.rs`.

use coro_tests::{D, d, eat, fidelity, log, see};

#[derive(Clone, Debug)]
struct Point {
    x: u32,
    #[cfg(any())]
    missing: Missing,
    y: u32,
}

fidelity! {
    fn statements() as (), takes u32, yields u32, returns u32 => {
        let mut n = 1;
        #[cfg(any())]
        missing(n);
        #[cfg(all())]
        { n += 1; }
        #[cfg(any())]
        { missing(); }
        yield_!(n);
        #[cfg(all())]
        let n = n + 1;
        #[cfg(any())]
        let n: Missing = n;
        n
    }
}

fidelity! {
    fn statements_that_suspend() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        #[cfg(any())]
        yield_!(1);
        #[cfg(all())]
        yield_!(2);
        #[cfg(any())]
        let n = yield_!(missing());
        #[cfg(all())]
        let n = yield_!(3);
        #[cfg(any())]
        if yield_!(4) > 0 { missing() }
        #[cfg(all())]
        if yield_!(5) > 3 { yield_!(6); }
        n
    }
}

fidelity! {
    fn a_test_and_its_negation() as (), takes u32, yields &'static str, returns u32 => {
        #[cfg(test)]
        yield_!("test");
        #[cfg(not(test))]
        yield_!("not a test");
        let which = if cfg!(test) { yield_!("test") } else { yield_!("not a test") };
        #[cfg(test)]
        let n = 1;
        #[cfg(not(test))]
        let n = "one";
        which + n
    }
}

fidelity! {
    fn locals_that_live_across() as (), takes u32, yields u32, returns u32 => {
        #[cfg(all())]
        let kept = d("kept");
        #[cfg(any())]
        let gone = d("gone");
        yield_!(1);
        #[cfg(any())]
        gone.id();
        #[cfg(all())]
        let n = kept.id();
        yield_!(n);
        n
    }
}

fidelity! {
    fn two_declarations_of_one_name() as (), takes u32, yields u32, returns u32 => {
        #[cfg(any())]
        let x = d("never");
        #[cfg(all())]
        let x = 5u32;
        yield_!(x);
        #[cfg(any())]
        let x = missing(x);
        x + 1
    }
}

fidelity! {
    fn arms() as (), takes u32, yields u32, returns u32 => {
        match yield_!(1) {
            #[cfg(any())]
            0 => missing(),
            #[cfg(all())]
            0 => yield_!(2),
            #[cfg(any())]
            n => yield_!(n),
            1 | 2 => { let a = d("a"); yield_!(3); 4 }
            #[cfg(all())]
            n => n,
        }
    }
}

fidelity! {
    fn fields_and_elements() as (), takes u32, yields u32, returns (Point, usize) => {
        let p = Point {
            x: yield_!(1),
            #[cfg(any())]
            missing: yield_!(2),
            y: yield_!(3),
        };
        let Point { x, #[cfg(any())] missing, y } = p.clone();
        yield_!(x + y);
        let all = [1, #[cfg(any())] missing(), 2];
        let more = vec![x, y];
        (p, all.len() + more.len())
    }
}

fidelity! {
    fn arguments() as (), takes u32, yields u32, returns u32 => {
        fn f(a: u32, #[cfg(any())] b: Missing, c: u32) -> u32 { a * 10 + c }
        let n = f(1, #[cfg(any())] missing(), 2);
        yield_!(n);
        f(yield_!(n), #[cfg(any())] yield_!(missing()), yield_!(3))
    }
}

fidelity! {
    fn cfg_attr() as (), takes u32, yields u32, returns u32 => {
        #[cfg_attr(all(), allow(unused_variables))]
        let unused = d("unused");
        #[cfg_attr(any(), missing_attribute)]
        let n = yield_!(1);
        #[cfg_attr(all(), cfg(any()))]
        yield_!(missing());
        #[cfg_attr(any(), cfg(any()))]
        yield_!(n);
        #[cfg_attr(all(), cfg(all()))]
        let m = yield_!(2);
        n + m
    }
}

fidelity! {
    fn tail_expressions() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        #[cfg(any())]
        { yield_!(1) }
        #[cfg(all())]
        { yield_!(2) }
    }
}

fidelity! {
    fn nested_blocks_and_loops() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        for i in 0..3 {
            #[cfg(any())]
            let i = missing();
            #[cfg(all())]
            { let a = d("a"); n += yield_!(i); }
            #[cfg(any())]
            break;
            #[cfg(all())]
            if n > 8 { break }
        }
        #[cfg(any())]
        while yield_!(1) > 0 { missing() }
        #[cfg(all())]
        while yield_!(n) > 3 { n += 1; if n > 12 { break } }
        n
    }
}

fidelity! {
    fn closures_and_macros() as (), takes u32, yields u32, returns u32 => {
        let f = |x: u32| { #[cfg(any())] let x = missing(x); x + 1 };
        let n = yield_!(f(1));
        macro_rules! pick { () => { #[cfg(any())] missing(); } }
        pick!();
        f(n)
    }
}

fidelity! {
    fn parameters(a: D, #[cfg(any())] b: Missing, #[cfg(all())] c: u32) as (d("a"), 3), takes u32, yields u32, returns u32 => {
        yield_!(c);
        a.id()
    }
}

fidelity! {
    fn let_else_and_returns() as (), takes Option<u32>, yields u32, returns u32 => {
        #[cfg(all())]
        let Some(n) = yield_!(1) else { return 0 };
        #[cfg(any())]
        let Some(n) = missing() else { return 0 };
        #[cfg(any())]
        return yield_!(2);
        #[cfg(all())]
        return n + yield_!(3).unwrap_or(4);
    }
}

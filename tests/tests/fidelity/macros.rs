//! Suspensions inside the macros of the standard library, and names captured in format strings.

use std::fmt::Write as _;

use coro_tests::{D, d, eat, fidelity, log, see};

fidelity! {
    fn format_with_suspensions() as (), takes u32, yields u32, returns String => {
        let a = d("a");
        format!("{} {a} {} {:>3}|{:?}", yield_!(1), see("x", 2), yield_!(3), Some(yield_!(4)))
    }
}

fidelity! {
    fn format_with_named_and_positional_arguments() as (), takes u32, yields u32, returns String => {
        let width = 6;
        format!("{0}-{n}-{0:?}-{1:width$}-{n:>1$}", yield_!(1), yield_!(2) as usize + 1, n = yield_!(3))
    }
}

fidelity! {
    fn inline_captures_after_a_suspension() as (), takes u32, yields String, returns String => {
        let name = "x".to_owned();
        let n = 3;
        let width = 7;
        let precision = 2;
        let value = 1.2345;
        yield_!(String::new());
        yield_!(format!("{name}{n:?}"));
        let text = format!("{value:width$.precision$}|{{name}}|{n:#x}");
        yield_!(text);
        name
    }
}

fidelity! {
    fn captures_in_every_kind_of_format_macro() as (), takes u32, yields u32, returns String => {
        let a = 1;
        let b = "b".to_owned();
        let c = 'c';
        let e = [1, 2];
        let mut out = String::new();
        yield_!(1);
        print!("{a}");
        println!("{b}");
        eprint!("{c:?}");
        eprintln!("{e:?}");
        write!(out, "{a}{b}").unwrap();
        writeln!(out, "{c}{e:?}").unwrap();
        yield_!(2);
        assert!(a == 1, "{b} was {a}");
        assert_eq!(c, 'c', "{e:?}");
        assert_ne!(a, 2, "{c} {b}");
        debug_assert!(b.len() == 1, "{b}");
        if yield_!(3) > 100 { panic!("{a} {b} {c} {e:?}") }
        if yield_!(4) > 100 { unreachable!("{a} {b}") }
        if yield_!(5) > 100 { todo!("{a}") }
        if yield_!(6) > 100 { unimplemented!("{b}") }
        out
    }
}

fidelity! {
    fn print_macros_with_suspensions() as (), takes u32, yields u32 => {
        println!("{} {}", yield_!(1), yield_!(2));
        print!("{}", { let a = d("a"); yield_!(3) });
        eprintln!("{:?}", (yield_!(4), d("b").id()));
        eprint!("{}", yield_!(5));
    }
}

fidelity! {
    fn write_with_suspensions() as (), takes u32, yields usize, returns String => {
        let mut out = String::new();
        write!(out, "{}", yield_!(1)).unwrap();
        let len = out.len();
        writeln!(&mut out, "<{}>", yield_!(len)).unwrap();
        write!(out, "{}{}", yield_!(out.len()), see("x", 3)).unwrap();
        out
    }
}

fidelity! {
    fn assert_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        assert!(yield_!(1) < 7);
        assert!(yield_!(2) < 6, "too large: {}", guard.n);
        assert!(yield_!(3) < 5 && yield_!(4) > 0, "the last was {}", 4);
        5
    }
}

fidelity! {
    fn assert_eq_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        assert_eq!(yield_!(1) / 8, 0);
        assert_eq!(see("left", 0), yield_!(2) / 8);
        assert_ne!(yield_!(3) + 10, yield_!(4));
        assert_eq!(d("x"), { yield_!(5); d("x") }, "are they?");
        debug_assert_eq!(yield_!(6) / 6, 0);
        7
    }
}

fidelity! {
    fn vec_with_suspensions() as (), takes u32, yields u32, returns Vec<u32> => {
        let mut v = vec![yield_!(1), see("x", 2), yield_!(3)];
        v.extend(vec![yield_!(4); 2]);
        let empty: Vec<u32> = vec![];
        yield_!(v.len() as u32);
        v.extend(vec![7; yield_!(5) as usize]);
        v.extend(empty);
        v
    }
}

fidelity! {
    fn vec_of_droppables() as (), takes u32, yields u32, returns usize => {
        let v = vec![d("a"), { yield_!(1); d("b") }, { let n = yield_!(2); d(format!("c{n}")) }];
        yield_!(3);
        v.len()
    }
}

fidelity! {
    fn dbg_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        let n = dbg!(yield_!(1)) + dbg!(yield_!(2) * 2);
        let (a, b) = dbg!(yield_!(3), d("x"));
        yield_!(b.n);
        a + n
    }
}

fidelity! {
    fn matches_with_suspensions() as (), takes Option<u32>, yields u32, returns u32 => {
        let n = matches!(yield_!(1), Some(1 | 2 | 3)) as u32;
        let m = if matches!(yield_!(2), Some(x) if x > n + 2) { 10 } else { 20 };
        yield_!(n + m);
        assert!(matches!(yield_!(3), None | Some(0..=6)), "out of range");
        n + m
    }
}

fidelity! {
    fn panic_with_suspensions() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        if yield_!(1) > 4 { panic!("{} and {}", yield_!(2), yield_!(3)); }
        if yield_!(4) > 4 { unreachable!("never {}", yield_!(5)) }
        if yield_!(6) > 4 { todo!() }
        guard.id()
    }
}

fidelity! {
    fn a_macro_as_an_operand() as (), takes u32, yields u32, returns usize => {
        let n = format!("{}", yield_!(1)).len() + vec![yield_!(2), yield_!(3)].len();
        let s = [format!("{}", yield_!(4)), "x".to_string()].concat() + &yield_!(5).to_string();
        n + s.len()
    }
}

fidelity! {
    fn a_macro_in_a_tail() as (), takes u32, yields u32, returns Vec<String> => {
        vec![format!("{}", yield_!(1)), format!("{:?}", vec![yield_!(2)])]
    }
}

fidelity! {
    fn nested_macros() as (), takes u32, yields u32, returns String => {
        let a = d("a");
        format!("{}/{}", format!("{}{}", yield_!(1), format_args!("{}", 5)), vec![format!("{a}{}", yield_!(2))].join("-"))
    }
}

fidelity! {
    fn a_droppable_argument_is_formatted_after_the_suspension() as (), takes u32, yields u32, returns String => {
        format!("{}{}{}", d("a"), yield_!(1), d("b"))
    }
}

fidelity! {
    fn a_local_changed_by_a_later_argument() as (), takes u32, yields u32, returns String => {
        let mut n = 1;
        let text = format!("{} {}", { n += 1; n }, yield_!({ n += 10; n }));
        format!("{text} {n}")
    }
}

fidelity! {
    fn concat_stringify_and_env_are_left_alone() as (), takes u32, yields &'static str, returns u32 => {
        let n = 1;
        yield_!(concat!("a", 1, stringify!(n + 1)));
        yield_!(stringify!(n));
        yield_!(module_path!().rsplit("::").next().map_or("", |_| "module"));
        let l = line!() - line!() + column!().min(1);
        yield_!(if cfg!(debug_assertions) || true { file!().get(..0).unwrap_or("") } else { "" });
        n + l
    }
}

macro_rules! twice {
    ($value:expr) => {
        $value + $value
    };
}

macro_rules! bind {
    ($name:ident = $value:expr) => {
        let $name = $value;
    };
}

macro_rules! leave_if {
    ($condition:expr, $leave:expr) => {
        if $condition {
            $leave
        }
    };
}

fidelity! {
    /// A macro of the user's: its tokens mention locals.
    fn unknown_macros_mention_locals() as (), takes u32, yields u32, returns u32 => {
        let a = 3;
        let b = d("b");
        yield_!(1);
        let n = twice!(a + b.n);
        yield_!(n);
        twice!({ let a = 5; a + n })
    }
}

fidelity! {
    fn unknown_macros_that_bind_and_use_at_once() as (), takes u32, yields u32, returns u32 => {
        let a = yield_!(1);
        let n = { bind!(x = a + 1); bind!(y = x * 2); x + y };
        yield_!(n);
        n
    }
}

fidelity! {
    /// `return`, `break` and `?` in a macro that is not looked into.
    fn unknown_macros_that_leave() as (), takes u32, yields u32, returns Option<u32> => {
        let guard = d("guard");
        let mut n = 0;
        loop {
            let round = d("round");
            let x = yield_!(n);
            leave_if!(x == 0, return Some(n));
            leave_if!(x == 1, break);
            leave_if!(x == 2, continue);
            leave_if!(x == 7, { let y: u32 = None?; n += y });
            n += 1;
            leave_if!(n > 5, return None);
        }
        Some(n + guard.id())
    }
}

fidelity! {
    fn macros_in_statement_position() as (), takes u32, yields u32, returns u32 => {
        macro_rules! add { ($to:ident, $n:expr) => { $to += $n; } }
        let mut n = 1;
        add!(n, 2);
        yield_!(n);
        add! { n, 3 }
        add![n, n];
        yield_!(n);
        n
    }
}

fidelity! {
    fn thread_local_and_static_macros() as (), takes u32, yields u32, returns u32 => {
        thread_local! { static COUNT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) }; }
        COUNT.set(1);
        yield_!(COUNT.get());
        COUNT.set(COUNT.get() + 1);
        yield_!(COUNT.get());
        COUNT.replace(0)
    }
}

fidelity! {
    /// The message is evaluated only when the assertion fails.
    fn a_suspension_in_the_message_of_an_assertion() as (), takes u32, yields u32, returns u32 => {
        let guard = d("guard");
        let n = yield_!(1);
        assert!(n < 5, "failed with {n} and {}", yield_!(100));
        assert_eq!(n % 2, 0, "failed with {}", yield_!(200));
        n
    }
}

fidelity! {
    /// A macro that is a statement inside the argument of another.
    fn a_macro_statement_in_an_argument_leaves(x: Result<u32, u32>) as (Err(1)), takes (), yields u32, returns Result<u32, u32> => {
        assert!(yield_!(1) == (), "{}", { assert!(x? > 0); yield_!(2); 3 });
        println!("{}", { assert!(x? > 0); yield_!(3); 3 });
        Ok(4)
    }
}

fidelity! {
    /// The message of an assertion that fails takes what the code after it uses.
    fn a_message_that_moves(c: bool, x: D, y: D) as (true, d("x"), d("y")), takes (), yields u32, returns u32 => {
        assert!(c, "{}", { eat(x); yield_!(1); 2 });
        assert_eq!(c, true, "{}", { eat(y); yield_!(3); 4 });
        log(x.n);
        y.id()
    }
}

fidelity! {
    /// The same, where it fails.
    fn a_message_that_moves_and_panics(c: bool, x: D) as (false, d("x")), takes (), yields u32, returns u32 => {
        assert!(c, "{}", { eat(x); yield_!(1); 2 });
        x.id()
    }
}

fidelity! {
    /// The message of an assertion moves what is used after it, and nothing suspends in it.
    fn a_message_that_moves_without_suspension(c: bool, x: D, mut y: D) as (true, d("x"), d("y")), takes (), yields u32, returns u32 => {
        assert!(c, "{}", { let n = x.n; eat(x); n });
        yield_!(1);
        log(x.n);
        eat(y);
        assert_eq!(c, true, "{}", { y = d("again"); y.n });
        yield_!(2);
        x.id()
    }
}

fidelity! {
    /// What the body's own macro calls as a moved local is called is its own.
    fn a_local_macro_with_a_let_of_its_own(x: D, e: D) as (d("x"), d("e")), takes (), yields u32, returns u32 => {
        eat(x);
        eat(e);
        macro_rules! twice {
            ($e:expr) => {{
                let x = $e;
                let mut e: u32 = x;
                e += x;
                log(format!("{e} {x}"));
                e
            }};
        }
        yield_!(twice!(2));
        twice!(3)
    }
}

fidelity! {
    /// The value of such a `let` still sees the local.
    fn a_local_macro_that_hides_what_it_captures(x: D) as (d("x")), takes (), yields u32, returns u32 => {
        macro_rules! shown {
            () => {{
                if let Some(x) = Some(1u32) { log(x); };
                log(x.n);
                let x = x.n + 1;
                x
            }};
        }
        yield_!(shown!());
        shown!()
    }
}

fidelity! {
    /// The message of an assertion suspends and then goes on with the loop.
    fn message_that_goes_on(list: Vec<u32>) as (vec![1, 2, 3]), takes bool, yields u32, returns u32 => {
        for n in list {
            assert!(n == 2, "message {}", {
                log("message");
                if yield_!(n) { continue }
                n
            });
            log("holds");
        }
        let mut rounds = 0;
        while rounds < 3 {
            rounds += 1;
            assert_ne!(rounds, 1, "{}", if yield_!(9) { 3 } else { break });
        }
        rounds
    }
}

fidelity! {
    /// What is formatted ends with the macro, in front of a suspension, too.
    fn formatted_after_a_suspension() as (), takes u32, yields String, returns u32 => {
        fn made(n: u32) -> D { d(format!("made {n}")) }
        let n = yield_!(format!("{:?} {}", made(yield_!(String::from("inner"))), 7));
        log("next statement");
        let both = (format!("{} {:?}", 1, made(yield_!(String::from("second")))), yield_!(String::from("third")));
        log(both.0);
        n
    }
}

fidelity! {
    fn that_return_errors(x: D) as (d("x")), takes u32, yields u32, returns Result<u32, D> => {
        macro_rules! bail { ($e:expr) => { return Err($e) } }
        macro_rules! tri { ($e:expr) => { $e? } }
        let a = d("a");
        let n = yield_!(a.n);
        if n > 2 { let t = d("t"); eat(x); bail!(d("error")); }
        let g = d("g");
        for i in 0..3 { let h = d("h"); let m = yield_!(i); let y = tri!(if m > 300 { Err(d("e2")) } else { Ok::<u32, D>(m) }); if m > 1 { bail!(d("inner")) } }
        Ok(tri!(Ok(4)))
    }
}

/// A `Result` that does not show what it is of.
mod shelf {
    use coro_tests::D;

    pub type Result = std::result::Result<u32, D>;
}

fidelity! {
    fn that_return_errors_of_an_alias(x: D) as (d("x")), takes u32, yields u32, returns shelf::Result => {
        macro_rules! tri { ($e:expr) => { match $e { Ok(v) => v, Err(error) => return Err(error) } } }
        let a = d("a");
        let n = yield_!(a.n);
        let g = d("g");
        let m = tri!(if n > 2 { Err(d("error")) } else { Ok(g.n) });
        Ok(n + yield_!(m))
    }
}

fidelity! {
    fn that_return_none(x: D) as (d("x")), takes u32, yields u32, returns Option<D> => {
        macro_rules! some { ($e:expr) => { match $e { Some(x) => x, None => return None } } }
        let a = d("a");
        let y = { let c = yield_!(1) > 2; some!(if c { Some(d("x2")) } else { None }) };
        let z = (d("z"), { let c = yield_!(2) > 2; some!(if c { Some(d("w")) } else { None }) }, yield_!(3));
        Some(y)
    }
}

fidelity! {
    fn a_named_argument_that_leaves() as (), takes (), yields u32, returns () => {
        let _ = format!("{n:?}{{}}{}", { 9 }, n = if let Some(_) = ((), Some(8)).1 { return { yield_!(7); }; } else { d("n") });
    }
}

fidelity! {
    /// Each argument of `dbg!` is a value of its own; what it makes beside that ends with the statement.
    fn what_the_arguments_of_dbg_make() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let (n, (m, b), o) = dbg!(d("t").n + yield_!(1), (yield_!(see("m", 2)), a), see("o", d("u").id()));
        log("next statement");
        dbg!(d("v"), yield_!(m + n)).1 + b.id() + o
    }
}

fidelity! {
    fn in_braces_as_the_last_of_a_block(k: u32) as (1), takes u32, yields u32, returns u32 => {
        let n = { log("n"); yield_! { k } };
        if n > 3 { yield_! { n } } else { let a = d("a"); vec! { a.n, 2 }.len() as u32 + yield_! { 4 } };
        yield_! { n + 1 }
    }
}

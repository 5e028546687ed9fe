//! What `dbg!` and `stringify!` show in a coroutine: what they show in a plain function.
//!
//! In: bodies, each of which is compiled twice from the same tokens, as a coroutine and as a function whose `yield_!(v)`
//! is `v`. Out: the standard error of a child process that runs them, since a test cannot read its own.
#![allow(clippy::all, clippy::pedantic, reason = "the bodies are odd on purpose")]
#![allow(unused_parens, unused_braces, unused_must_use)]

use std::process::Command;

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};

/// Resumes a coroutine with what it yields.
fn run(mut coroutine: impl Resume<u32, u32, Return = ()>) {
    let mut input = 0;
    loop {
        match coroutine.resume(input) {
            Yielded(output) => input = output,
            Complete(()) => break,
        }
    }
}

#[derive(Clone, Debug)]
#[allow(dead_code)]
struct Pair(u32, Vec<u32>);

macro_rules! bodies {
    ($($name:ident($($self:tt)*) $body:block)*) => {
        #[derive(Clone)]
        struct Coroutines(u32, Vec<u32>);
        #[derive(Clone)]
        struct Plain(u32, Vec<u32>);

        impl Coroutines {
            $(
                #[coro_core::coroutine]
                fn $name($($self)*) -> impl Resume<u32, u32, Return = ()> $body
            )*
        }

        impl Plain {
            $(
                fn $name($($self)*) {
                    macro_rules! yield_ {
                        ($value:expr) => { $value };
                    }
                    $body
                }
            )*
        }

        /// Runs all bodies, if this is the child process.
        #[test]
        fn child() {
            match std::env::var("CORO_SHOWN").as_deref() {
                Ok("coroutines") => { $(run(Coroutines(3, vec![4]).$name());)* }
                Ok("plain") => { $(Plain(3, vec![4]).$name();)* }
                _ => {}
            }
        }
    };
}

bodies! {
    suspended(self) {
        let sum = dbg!(yield_!(1) + 1, yield_!(2));
        assert_eq!(sum, (2, 2));
        dbg!({ yield_!(3) });
        let list = dbg!(vec![yield_!(1), 2], "{sum}",);
        dbg!(list.0.len() + dbg!(yield_!(4)) as usize);
    }

    fields(self) {
        dbg!(self.0);
        dbg!(&self.1, self.0 + 1, !0u8, -1);
        std::dbg!(self.1[0] + yield_!(2));
        let closure = |n: u32| dbg!(self.0 + n);
        println!("{}", closure(1));
        println!("{}", dbg!(self.0));
        yield_!(self.0);
    }

    renamed(self) {
        let name = vec![1];
        let name = { let name = name; yield_!(1); dbg!(name.len()); name };
        { let name = dbg!(&name, "{name}").0.clone(); yield_!(2); dbg!(name.len()); }
        yield_!(3);
        let name = dbg!(name);
        dbg!(name.iter().map(|name| name + 1).collect::<Vec<_>>(), (name.len(), 1));
        eprintln!("{} {}", stringify!(name), concat!(stringify!(self.0, name), 1));
        eprintln!("{}", stringify!(yield_!(name) + 1, return name?));
        eprintln!("{}", concat!("of ", stringify!(yield_!(name+1).await), std::stringify!(name)));
        yield_!(dbg!(name.len() as u32));
    }

    forms(self) {
        let (mut n, pair) = (1, Pair(1, vec![]));
        dbg!();
        dbg![n,];
        dbg!{ n + 1 };
        dbg!(n == 1 && !(n > 2), &n, *&n, 0..n, Some(Pair { 0: n, ..pair.clone() }), pair.1.first());
        dbg!(if n > 1 { 2 } else { yield_!(3) });
        dbg!(
            n
                + 1,
            match n { 1 => 2, _ => 3 },
        );
        dbg!(n+1,n -1,(n), vec![n as u64; 2], { n }, Some::<&[u8]>(&b"x"[..]), -1, Some(2).map(|x| x + n));
        n = dbg!(loop { if n > 2 { break n; } n += yield_!(n); });
        let text = dbg!("a, b", ',', r#"c"#).0;
        eprintln!("{text} {n}");
    }
}

/// Runs the bodies in a process of its own.
fn shown(which: &str) -> String {
    let this = std::env::current_exe().expect("a test has a program");
    let output = Command::new(this)
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env("CORO_SHOWN", which)
        .output()
        .expect("the test runs");
    let text = String::from_utf8(output.stderr).expect("what it shows is text");
    assert!(output.status.success(), "{text}");
    text
}

#[test]
fn as_in_a_function() {
    let (coroutines, plain) = (shown("coroutines"), shown("plain"));
    assert!(plain.contains("] yield_!(1) + 1 = 2\n"), "{plain}");
    assert!(plain.contains(&format!("[{}:", file!())), "{plain}");
    assert!(plain.contains(":19] yield_!(1) + 1 = 2\n["), "{plain}");
    for (coroutine, plain) in coroutines.lines().zip(plain.lines()) {
        assert_eq!(coroutine, plain);
    }
    assert_eq!(coroutines, plain);
}

//! Names that are declared again: two live locals of one name, of one type or of two.

use coro_tests::{D, St, d, eat, fidelity, log, see, st};

use super::given::*;

fidelity! {
    fn both_locals_live_to_the_end() as (), yields u32, returns u32 => {
        let x = d("first");
        yield_!(x.n);
        let x = d("second");
        yield_!(x.n);
        x.id()
    }
}

fidelity! {
    fn of_another_type() as (), takes u32, yields u32, returns usize => {
        let x = yield_!(1);
        let x = x.to_string();
        yield_!(2);
        let x = x.len();
        yield_!(3);
        x
    }
}

fidelity! {
    fn an_inner_block_shadows_and_the_outer_comes_back() as (), takes u32, yields u32, returns u32 => {
        let x = 1;
        let y = {
            let x = x + yield_!(x);
            {
                let x = x * yield_!(x);
                yield_!(x);
            }
            x
        };
        yield_!(x);
        x + y
    }
}

fidelity! {
    fn two_live_types_of_one_name() as (), takes bool, yields u32, returns u32 => {
        let x = d("droppable");
        let n = {
            let x = "text".to_owned();
            yield_!(1);
            {
                let x = 5;
                yield_!(x);
                let x = Some(x);
                yield_!(2);
                x.unwrap_or(0)
            };
            x.len() as u32
        };
        yield_!(n);
        x.id()
    }
}

fidelity! {
    fn a_parameter_is_shadowed_in_a_block(x: u32) as (3), takes u32, yields u32, returns u32 => {
        for i in 0..2 {
            let x = x + i + yield_!(x);
            let x = x * 2;
            yield_!(x);
        }
        x
    }
}

fidelity! {
    fn the_initialiser_sees_the_old_name() as (), takes u32, yields u32, returns u32 => {
        let x = 1;
        let x = x + yield_!(x) + { let x = 10; yield_!(x) + x };
        let x = { yield_!(x); x + 1 };
        x
    }
}

fidelity! {
    fn patterns_shadow() as (), takes Option<u32>, yields u32, returns u32 => {
        let n = 1;
        let r = match yield_!(n) {
            Some(n) if n > 3 => { yield_!(n); n }
            Some(m) => { let n = yield_!(n + m); n.unwrap_or(m) }
            None => n,
        };
        if let Some(n) = yield_!(n) { yield_!(n); }
        while let Some(n @ 4..) = yield_!(n) { if n == 7 { break } }
        n + r
    }
}

fidelity! {
    fn loop_variables_shadow() as (), yields u32, returns u32 => {
        let i = 100;
        let mut sum = 0;
        for i in 0..2 {
            yield_!(i);
            for i in 5..7 {
                yield_!(i);
                sum += i;
            }
            sum += i;
        }
        sum + i
    }
}

fidelity! {
    fn a_moved_name_is_declared_again() as (), yields u32, returns u32 => {
        let a = d("first");
        eat(a);
        yield_!(1);
        let a = d("second");
        yield_!(2);
        drop(a);
        let a = d("third");
        yield_!(3);
        a.id()
    }
}

fidelity! {
    fn a_name_moved_into_its_successor() as (), yields u32, returns u32 => {
        let a = d("a");
        yield_!(1);
        let a = Some(a);
        yield_!(2);
        let a = vec![a];
        yield_!(3);
        let a = a.into_iter().flatten().next();
        yield_!(4);
        let a = a.unwrap();
        a.id()
    }
}

fidelity! {
    fn a_builder_is_shadowed_step_by_step() as (), yields u32, returns u32 => {
        let b = d("builder");
        let b = { b }.and("one");
        yield_!(1);
        let b = { b }.and("two");
        yield_!(2);
        let b = { b }.and("three").and("four");
        b.id()
    }
}

fidelity! {
    fn an_adaptor_is_shadowed_step_by_step(list: Vec<u32>) as (vec![1, 2, 3, 4]), yields u32, returns u32 => {
        let list = list.into_iter();
        yield_!(1);
        let list = list.map(|n| n + 1);
        yield_!(2);
        let list = list.skip(1).take(2);
        yield_!(3);
        let list = list.filter(|n| n % 2 == 1);
        yield_!(4);
        list.sum::<u32>()
    }
}

fidelity! {
    /// What only looks at a local leaves it, by whatever name.
    fn shadowed_by_what_is_made_of_it(a: D) as (d("a")), yields u32, returns u32 => {
        { let a = a.clone(); log(a.n); }
        yield_!(1);
        let a = a.clone();
        yield_!(2);
        let a = a.id();
        yield_!(a);
        let b = vec![d("first"), d("second")];
        let b = b.len();
        yield_!(3);
        let c = Some(d("c"));
        let c = c.is_some();
        yield_!(4);
        u32::from(c) + a + b as u32
    }
}

fidelity! {
    fn shadowed_guards_drop_in_reverse() as (), yields u32 => {
        let _guard = d("one");
        let _guard = d("two");
        yield_!(1);
        let _guard = d("three");
        {
            let _guard = d("inner");
            yield_!(2);
        }
        yield_!(3);
    }
}

fidelity! {
    fn a_closure_keeps_the_old_name() as (), takes u32, yields u32, returns u32 => {
        let x = 5;
        let f = move |y: u32| x + y;
        let x = 100;
        yield_!(f(x));
        let x = "now text";
        f(yield_!(x.len() as u32))
    }
}

fidelity! {
    fn a_format_string_sees_the_newest() as (), takes u32, yields String, returns String => {
        let x = 1;
        yield_!(format!("{x}"));
        let x = "two";
        yield_!(format!("{x:?}"));
        { let x = 3.5; yield_!(format!("{x:.2}")); }
        format!("{x}")
    }
}

fidelity! {
    fn a_function_is_shadowed_by_a_local() as (), takes u32, yields u32, returns u32 => {
        fn f() -> u32 { 1 }
        let a = f();
        let f = yield_!(a);
        yield_!(f);
        f + a
    }
}

fidelity! {
    fn a_local_named_like_generated_things() as (), takes u32, yields u32, returns u32 => {
        let state = 1;
        let block = 2;
        let input = yield_!(state);
        let value = yield_!(block);
        let this = yield_!(3);
        let inner = 4;
        let kind = yield_!(5);
        let machine = yield_!(6);
        let item = yield_!(7);
        let iter = yield_!(8);
        let result = state + block + input + value + this;
        yield_!(result);
        result + inner + kind + machine + item + iter
    }
}

fidelity! {
    fn raw_identifiers(r#type: u32) as (1), takes u32, yields u32, returns u32 => {
        let r#match = yield_!(r#type);
        let mut r#loop = 0;
        while r#loop < 2 {
            r#loop += 1;
            yield_!(r#match);
        }
        let r#fn = r#type + r#match;
        yield_!(r#fn);
        r#loop + r#fn
    }
}

fidelity! {
    fn names_in_other_scripts() as (), takes u32, yields u32, returns u32 => {
        let größe = yield_!(1);
        let 数 = yield_!(größe);
        größe + yield_!(数) + 数
    }
}

fidelity! {
    fn shadowing_in_every_branch() as (), takes bool, yields u32, returns u32 => {
        let x = d("outer");
        let n = if yield_!(1) {
            let x = d("then");
            yield_!(2);
            x.id()
        } else {
            let y = x.id();
            let x = d("else");
            yield_!(3);
            y + x.id()
        };
        yield_!(n);
        x.id()
    }
}

fidelity! {
    fn an_or_pattern_and_an_at_binding_shadow() as (), takes u32, yields u32, returns u32 => {
        let (a, b) = (1, 2);
        let r = match (yield_!(a), yield_!(b)) {
            (a @ 0..=3, b @ 0..=3) => yield_!(a * 10 + b),
            (a, 0) | (0, a) => { yield_!(a); a + b }
            (_, b) => { yield_!(b); a + b }
        };
        r + a + b
    }
}

fidelity! {
    fn a_parameter_is_shadowed(x: D) as (d("parameter")), yields u32, returns u32 => {
        let x = (x.id(), d("local"));
        yield_!(x.0);
        let x = x.1;
        yield_!(1);
        x.id()
    }
}

fidelity! {
    /// A local of an arm in front of one of its name that only some arms move.
    fn an_arm_that_hides_what_another_arm_moves(which: u32) as (1), takes (), yields u32, returns u32 => {
        let x = d("outer");
        match if which == 0 { Ok(d("inner")) } else if which == 1 { Err(7) } else { Err(8) } {
            Ok(x) => log(&format!("{}", x.n)),
            Err(7) => drop(x),
            Err(_) => {}
        }
        yield_!(1);
        2
    }
}

fidelity! {
    /// The same, where the arm that hides it is taken.
    fn an_arm_that_hides_and_is_taken(which: u32) as (0), takes (), yields u32, returns u32 => {
        let x = d("outer");
        match if which == 0 { Ok(d("inner")) } else if which == 1 { Err(7) } else { Err(8) } {
            Ok(x) => log(&format!("{}", x.n)),
            Err(7) => drop(x),
            Err(_) => {}
        }
        yield_!(1);
        2
    }
}

fidelity! {
    /// A condition's binding and a loop's, each in front of one that is passed on.
    fn conditions_and_loops_that_hide(c: bool) as (true), takes (), yields u32, returns u32 => {
        let x = d("outer");
        if let Some(x) = Some(d("condition")) {
            log(x.n);
            if c { let x = d("block"); log(x.n); }
        } else {
            drop(x);
        }
        yield_!(1);
        let y = d("y");
        for y in [d("a"), d("b")] {
            log(y.n);
            if c { break; }
            yield_!(2);
        }
        yield_!(3);
        log(y.n);
        2
    }
}

fidelity! {
    /// A local of the same name is declared in front of its value, which mentions the older one.
    fn a_value_that_mentions_what_it_shadows(x: Option<u32>, c: bool) as (Some(7), true), takes (), yields u32, returns u32 => {
        let x = if c {
            if let Some(n) = x { log(n); }
            "a"
        } else {
            assert!(see("ok", 1) != 77, "{}", 8);
            return { yield_!(2); 5 };
        };
        yield_!(x.len() as u32);
        6
    }
}

fidelity! {
    /// The outer one has no value where the inner one is in scope, but is of one type all the same.
    fn the_outer_one_is_given_a_value_later(mut x: bool, o: Option<u32>) as (true, Some(1)), takes (), yields u32, returns u32 => {
        x = match o {
            Some(n) => {
                let Err(x) = Err::<u32, D>(d("e")) else { return 8 };
                yield_!(n);
                (true, true)
            }
            _ => {
                yield_!(1);
                (true, false)
            }
        }
        .1;
        2
    }
}

fidelity! {
    fn fields_named_by_a_local_alone(n: String) as (String::from("ab")), takes u32, yields u32, returns u32 => {
        let n = n.len() as u32;
        let s = St { a: d("a"), n, b: d("b") };
        yield_!(n);
        let St { a, n, b }
        = s;
        yield_!(n);
        let v = vec![St { a: d("c"), n, b: d("e") }];
        for St { n, a, b }
        in v { yield_!(n + a.n); }
        let n = d("n");
        match st(3) { St { n, a: _, b: _ } if n > 2 => { yield_!(n); } _ => {} }
        let f = |St { n, .. }: St| n;
        yield_!(f(st(4)));
        n.n
    }
}

fidelity! {
    fn named_arguments_and_stringify(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        let x = x.n + 3;
        yield_!(x);
        let s = format!("{x} {y}", x = x + 1, y = 3);
        let t = format!("{x} {y}", y = 3);
        let q = stringify!(x);
        yield_!(s.len() as u32 + q.len() as u32);
        assert_eq!(q, "x");
        assert_eq!(s, format!("{} 3", x + 1));
        3
    }
}

fidelity! {
    fn fields_in_a_macro_of_the_body(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        macro_rules! mk { ($($f:ident: $e:expr),*) => { St2n { $($f: $e),* } }; ($e:expr) => { $e } }
        #[derive(Clone)] struct St2n { x: u32, y: u32 }
        let x = x.n + 3;
        yield_!(x);
        let s = mk!(x: x, y: 3);
        let y = vec![1];
        let y = 9;
        let t = mk!(St2n { x, y });
        yield_!(s.x + t.y + t.x);
        let v = mk!(if x > 2 { x } else { 4 });
        v
    }
}

fidelity! {
    fn a_name_with_an_underscore_beside_one_without() as (), takes u32, yields u32, returns u32 => {
        let _k = d("a");
        let k = d("b");
        yield_!(1);
        log("e");
        3
    }
}

fidelity! {
    fn patterns_with_underscores((_a, a): (D, D), __a: D) as ((d("p"), d("q")), d("r")), takes u32, yields u32, returns u32 => {
        match (d("x"), d("y")) { (_m, m) => { yield_!(1); log("arm"); } }
        yield_!(2);
        3
    }
}

fidelity! {
    fn mentioned_by_a_guard_in_the_initialiser(x: u32) as (3), takes u32, yields u32, returns u32 => {
        let x: Vec<u32> = std::convert::identity(match (d("a"), see("n", 5)) {
            (_, n) => return match Some(d("m")) {
                Some(m) if x > 2 => { yield_!(m.n); 1 }
                _ => 2,
            },
        });
        see("x", x.len() as u32)
    }
}

/// An adaptor of the crate's own: what it is called on is kept while its argument suspends.
trait Context: Sized {
    fn context(self, _: u32) -> Self {
        self
    }
}

impl Context for Result<P, u32> {}

fidelity! {
    fn a_field_of_its_name_of_what_an_operation_gives() as (), takes u32, yields u32, returns Result<u32, u32> => {
        let a = d("outer");
        let P { a, b } = Ok::<P, u32>(p()).context({ yield_!(1); 5 })?;
        eat(a);
        yield_!(2);
        Ok(eat(b))
    }
}

fidelity! {
    fn a_field_of_its_name_that_is_borrowed_again() as (), takes u32, yields u32, returns () => {
        let a = d("outer");
        {
            let mut pair = p();
            let P { a, b } = &mut pair;
            yield_!(1);
            a.touch();
            yield_!(2);
            b.touch();
            yield_!(pair.a.touch());
        }
        eat(a);
    }
}

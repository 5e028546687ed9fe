//! Temporaries of expressions that suspend: they live to the end of their statement, as without.

use std::cell::RefCell;

use coro_tests::{D, d, eat, fidelity, log, see};

fn id(value: &D) -> u32 {
    value.id()
}

fidelity! {
    /// The temporary is kept across the suspension.
    fn of_the_yielded_expression() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(d("t").id());
        log("next statement");
        n + yield_!(id(&d("u")))
    }
}

fidelity! {
    fn of_a_yield_statement() as (), takes u32, yields u32 => {
        yield_!(d("t").id());
        log("next statement");
        yield_!(id(&d("u")) + d("v").id());
    }
}

fidelity! {
    fn of_an_earlier_operand() as (), takes u32, yields u32, returns u32 => {
        let n = d("t").id() + yield_!(1) + d("u").id();
        log("next statement");
        n
    }
}

fidelity! {
    fn of_nested_yields() as (), takes u32, yields u32, returns u32 => {
        let n = yield_!(d("t").id() + yield_!(d("u").id()));
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_call_argument() as (), takes u32, yields u32, returns u32 => {
        fn add(a: u32, b: u32, c: u32) -> u32 { log("add"); a + b + c }
        let n = add(d("t").id(), yield_!(1), d("u").id());
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_tail_without_suspension() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_!(1);
        d("t").id()
    }
}

fidelity! {
    fn of_the_tail_of_an_inner_block() as (), takes u32, yields u32, returns u32 => {
        let n = {
            let a = d("a");
            yield_!(1);
            d("t").id()
        };
        log("next statement");
        let m = if n > 0 { let b = d("b"); yield_!(2); d("u").id() } else { 0 };
        n + m
    }
}

fidelity! {
    fn of_a_condition() as (), takes bool, yields u32, returns u32 => {
        if yield_!(d("t").id()) {
            log("then");
            yield_!(1);
        } else {
            log("else");
        }
        while d("u").id() > 0 && yield_!(d("v").id()) {
            log("body");
            if yield_!(2) > false { break }
        }
        3
    }
}

fidelity! {
    fn of_a_return_value() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        return d("t").id() + yield_!(d("u").id());
    }
}

fidelity! {
    fn of_a_break_value() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = loop {
            let b = d("b");
            break d("t").id() + yield_!(1);
        };
        log("next statement");
        n
    }
}

fidelity! {
    fn of_an_assignment() as (), takes u32, yields u32, returns u32 => {
        let mut n = 0;
        n = d("t").id() + yield_!(1);
        log("next statement");
        n += d("u").id() + yield_!(d("v").id());
        n
    }
}

fidelity! {
    fn of_a_method_chain() as (), takes u32, yields u32, returns String => {
        let text = d("t").and("one").id().to_string() + &yield_!(d("u").name().len() as u32).to_string();
        log("next statement");
        text
    }
}

fidelity! {
    fn of_a_receiver() as (), takes u32, yields u32, returns u32 => {
        fn with(value: &D, n: u32) -> u32 { value.id() + n }
        let n = with(&d("t"), 1) + yield_!(2);
        log("next statement");
        yield_!(n);
        n
    }
}

fidelity! {
    fn of_a_match_scrutinee_whose_arms_do_not_suspend() as (), takes u32, yields u32, returns u32 => {
        let n = match d("t").id() + yield_!(d("u").id()) {
            0 => 1,
            n => { log("arm"); n }
        };
        log("next statement");
        n
    }
}

fidelity! {
    fn extended_by_a_let() as (), takes u32, yields u32, returns u32 => {
        let view = &d("extended");
        let n = view.id();
        let array = [&d("x"), &d("y")];
        let m = array[0].n;
        yield_!(n);
        n + m + one()
    }
}

fn one() -> u32 {
    1
}

fidelity! {
    fn extended_by_a_let_and_dead_at_the_suspension() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let view = &d("extended");
        let n = view.id();
        let b = d("b");
        yield_!(n);
        log("end");
        n
    }
}

fidelity! {
    fn a_borrow_guard_ends_before_the_suspension() as (), takes u32, yields u32, returns u32 => {
        let cell = RefCell::new(d("cell"));
        let n = cell.borrow().id();
        yield_!(n);
        cell.borrow_mut().touch();
        let m = cell.borrow().n;
        yield_!(m);
        let x = cell.borrow().id();
        x
    }
}

fidelity! {
    fn a_borrow_guard_in_a_block() as (), takes u32, yields u32, returns u32 => {
        let cell = RefCell::new(d("cell"));
        { let mut guard = cell.borrow_mut(); guard.touch(); }
        yield_!(1);
        let n = { let guard = cell.borrow(); guard.id() };
        yield_!(n);
        cell.into_inner().id()
    }
}

fidelity! {
    fn of_a_statement_that_leaves() as (), takes u32, yields u32, returns Option<u32> => {
        let a = d("a");
        let n = d("t").id() + Some(yield_!(1)).filter(|n| *n < 5)? + d("u").id();
        log("next statement");
        Some(n)
    }
}

fidelity! {
    fn of_a_short_circuit() as (), takes bool, yields u32, returns bool => {
        let is = d("t").id() > 0 && yield_!(d("u").id()) || d("v").id() > 0 && yield_!(d("w").id());
        log("next statement");
        is
    }
}

fidelity! {
    fn of_arms_and_branches() as (), takes u32, yields u32, returns u32 => {
        let n = match yield_!(1) {
            0..=3 => d("t").id() + yield_!(2),
            _ => yield_!(d("u").id()),
        } + if yield_!(3) > 3 { yield_!(d("v").id()) } else { d("w").id() };
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_struct_literal() as (), takes u32, yields u32, returns u32 => {
        struct P { x: u32, y: u32 }
        let p = P { x: d("t").id(), y: yield_!(d("u").id()) };
        log("next statement");
        p.x + p.y
    }
}

fidelity! {
    fn of_a_let_else() as (), takes Option<u32>, yields u32, returns u32 => {
        let Some(n) = yield_!(d("t").id()) else {
            log("in else");
            return yield_!(1).unwrap_or(0);
        };
        log("next statement");
        n
    }
}

fidelity! {
    fn of_a_format() as (), takes u32, yields String, returns u32 => {
        let n = yield_!(format!("{}", d("t")));
        log("next statement");
        n
    }
}

fidelity! {
    fn of_an_iterator_expression_without_suspension_in_the_body() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..d("t").id() % 3 + yield_!(d("u").id()) {
            log("body");
            sum += i;
        }
        log("next statement");
        sum
    }
}

fidelity! {
    fn references_to_temporaries_as_operands() as (), takes u32, yields u32, returns u32 => {
        fn f(a: &D, b: u32) -> u32 { a.id() + b }
        let n = f(&d("t"), see("second", 2));
        yield_!(n);
        n
    }
}

fidelity! {
    fn an_unused_droppable_value_with_temporaries() as (), takes u32, yields u32 => {
        d(format!("value{}", d("t").id() + yield_!(1)));
        log("next statement");
        eat(d(format!("eaten{}", yield_!(d("u").id()))));
        log("end");
    }
}

fidelity! {
    /// What a `let` leaves of its value ends before the temporaries of the statement do.
    fn of_a_let_that_leaves_a_part() as (), takes (), yields u32, returns u32 => {
        let _ = d(format!("value{}", pair(d("temporary"), { yield_!(1); d("other") }).0.id()));
        log("ignored");
        let (mut a, _, b) = three(pair(d("t"), { yield_!(2); d("o") }).0.id());
        log("taken apart");
        a = yield_and_see(a);
        yield_!(3);
        eat(a)
    }
}

fn pair(a: D, b: D) -> (D, D) {
    (a, b)
}

fn three(n: u32) -> (D, D, D) {
    (d("a"), d("left"), d("b"))
}

fn yield_and_see(a: D) -> D {
    log("see");
    a
}

fidelity! {
    /// A coroutine that ends early drops operands before temporaries, whichever are older.
    fn end_after_operands(x: D) as (d("x")), takes (), yields u32, returns u32 => {
        let (_, n) = (d(format!("{}", id(&d("t")))), d("receiver").add_up(({ yield_!(1); x }).id()));
        two(d("operand"), d("u").id(), d("v").add_up({ yield_!(2); 3 }));
        two(d("operand"), d("u").id() + { yield_!(3); 3 }, d("w") == { yield_!(4); d("z") });
        n
    }
}

trait AddUp {
    fn add_up(&self, n: u32) -> u32;
}

impl AddUp for D {
    fn add_up(&self, n: u32) -> u32 {
        self.id() + n
    }
}

fn two<A, B>(a: D, b: A, c: B) -> D {
    a
}

fidelity! {
    /// The receiver is made by a macro of the standard library.
    fn made_by_a_macro() as (), takes (), yields u32, returns u32 => {
        yield_!(vec![d("a"), d("b")].len() as u32);
        yield_!(format!("{}", 3).len() as u32);
        2
    }
}

fidelity! {
    /// What a `match` takes nothing out of.
    fn matched_without_binding() as (), takes (), yields u32, returns u32 => {
        let n = match d("t") { _ => see("arm", 1) } + { yield_!(2); 3 };
        log("end");
        n
    }
}

fidelity! {
    /// Parentheses around a value that is borrowed.
    fn a_borrow_of_a_value_in_parentheses() as (), takes (), yields u32, returns u32 => {
        fn three(_: u32, x: &D, _: ()) { log(x.n); }
        three(1, &(d("temporary")), yield_!(1));
        three(2, &(({ d("block") })), yield_!(2));
        3
    }
}

fidelity! {
    /// An operand ends before a temporary that is borrowed after it, also where the coroutine is dropped.
    fn an_operand_and_a_borrowed_value() as (), takes (), yields u32, returns u32 => {
        fn three(x: D, y: &D, _: ()) { log(x.n); log(y.n); }
        three(d("operand"), &d("temporary"), yield_!(1));
        2
    }
}

fidelity! {
    /// A temporary that panics as it ends leaves what the `let` has bound.
    fn a_temporary_beside_a_bound_value() as (), takes (), yields u32, returns u32 => {
        fn both(n: u32, _: ()) -> D { log(n); d("bound") }
        let x = both(d("temporary").id(), yield_!(1));
        let mut y: D = both(d("temporary").id(), yield_!(2));
        y.touch();
        log(x.n);
        3
    }
}

fidelity! {
    /// What the left side of a comparison borrows lives on while the right side suspends.
    fn of_a_comparison_that_suspends() as (), takes (), yields u32, returns bool => {
        fn id(x: &D) -> u32 { log(x.n); x.n }
        let less = id(&d("left")) < { yield_!(1); 2 };
        let text = format!("{} {}", id(&d("left")) > { yield_!(3); 4 }, 5);
        log(text);
        less
    }
}

fidelity! {
    /// A borrow of what a value that was made there points to.
    fn a_borrow_through_a_value() as (), takes (), yields u32, returns u32 => {
        fn both(x: &D, _: ()) { log(x.n); }
        both(&*Box::new(d("boxed")), yield_!(1));
        if { both(&Box::new((d("field"), 1)).0, yield_!(2)); true } { yield_!(3); }
        4
    }
}

fidelity! {
    /// What a loop breaks with is borrowed by the only argument: it ends with the statement.
    fn of_a_borrowed_loop_that_is_left() as (), takes u32, yields u32, returns u32 => {
        let n = id(&'found: loop {
            if yield_!(1) > 0 { break 'found d("t"); }
        });
        log("next statement");
        n
    }
}

fidelity! {
    /// A part of what a loop breaks with is passed on: the rest ends with the statement.
    fn of_a_part_of_a_loop_that_is_left() as (), takes u32, yields u32, returns u32 => {
        fn pick(n: u32, _: ()) -> u32 { log("pick"); n }
        let n = pick(loop { if yield_!(1) > 0 { break (d("t"), 2); } }.1, ());
        log("next statement");
        n
    }
}

fidelity! {
    /// Both sides of a comparison end with the statement, the left one last.
    fn of_both_sides_of_a_comparison_before_a_suspension() as (), takes u32, yields u32, returns u32 => {
        fn pick(equal: bool, n: u32) -> u32 { log(equal); n }
        let n = pick(d("left").n == id(&d("right")), yield_!(1));
        let m = pick(d("left").n == id(&d("right")) && n < 9, yield_!(1));
        log("next statement");
        n + m
    }
}

fidelity! {
    /// What a branch that binds nothing looks at ends with the statement, behind the operation.
    fn of_a_scrutinee_behind_an_operation() as (), takes u32, yields u32, returns u32 => {
        fn pick(n: u32) -> u32 { log("pick"); n }
        let mut sum = 1;
        sum += match d("added") { _ => if yield_!(1) > 0 { 2 } else { 3 } };
        log(sum);
        sum = match Some(d("assigned")) { Some(_) => yield_!(2), None => 3 } + 1;
        log(sum);
        let n = pick(match d("passed") { _ if sum > 100 => 1, _ => yield_!(3) });
        log("next statement");
        n
    }
}

fidelity! {
    /// The value of an assignment with an operator comes first, and its temporaries end last.
    fn of_the_value_behind_a_place_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let mut list = [1, 2, 3];
        list[{ log("index"); yield_!(1) as usize % 3 }] += d("value").n;
        list[{ log("index"); yield_!(1) as usize % 3 }] = id(&d("value"));
        log("next statement");
        list[0] + list[1]
    }
}

fidelity! {
    /// Braces move a local into the temporary.
    fn of_a_local_in_braces(x: D) as (d("x")), takes u32, yields u32, returns u32 => {
        fn pick(n: u32, m: u32) -> u32 { log("pick"); n + m }
        let n = pick({ x }.id(), { log("second"); yield_!(1) });
        log("next statement");
        n
    }
}

fidelity! {
    /// Each side of a short circuit ends its own.
    fn of_the_left_side_of_a_short_circuit() as (), takes u32, yields u32, returns bool => {
        fn same(left: &D, right: u32) -> bool { log("same"); left.n == right }
        fn check(holds: bool) -> bool { log("right side"); holds }
        let first = same(&d("left"), yield_!(1)) || check(true);
        let second = (check(true) && same(&d("left"), yield_!(2))) || same(&d("right"), 1);
        let third = check(true) && same(&d("left"), yield_!(2)) && check(false) || check(true);
        log("next statement");
        first && second && third
    }
}

fidelity! {
    /// Operands wait for a loop, of whose value a temporary is made.
    fn of_what_a_loop_gives_while_operands_wait() as (), takes u32, yields u32, returns u32 => {
        fn both(a: D, n: u32) -> u32 { log("both"); a.n + n }
        let mut rounds = 0;
        let n = both(d("first"), id(&d(loop { rounds += yield_!(1); if rounds > 3 { break "made" } })));
        log("next statement");
        let m = both(d("second"), match yield_!(n) { 0 => 1, _ => d(loop {
            rounds += 1;
            if yield_!(2) > 0 { break "inner" }
        }).id() });
        log("end");
        n + m
    }
}

fidelity! {
    /// What a literal takes of its base is of a branch that suspends, while another suspension follows.
    fn of_a_base_that_suspends_before_a_suspension() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] struct Pair { a: D, b: u32 }
        fn sum(pair: Pair, n: u32) -> u32 { log("sum"); pair.a.n + pair.b + n }
        let n = sum(
            Pair { b: 2, ..match yield_!(1) { 0 => Pair { a: d("none"), b: 0 }, n => {
                yield_!(n);
                Pair { a: d("some"), b: 1 }
            } } },
            yield_!(3),
        );
        log("next statement");
        n
    }
}

fidelity! {
    /// Operands wait for a branch that may leave, of whose value a temporary is made.
    fn of_a_branch_that_may_leave_while_operands_wait(n: u32) as (2), takes u32, yields u32, returns u32 => {
        fn both(a: D, n: u32) -> u32 { log("both"); a.n + n }
        let m = both(d("first"), id(&if n == 2 { d("made") } else { return yield_!(1) }));
        log("next statement");
        let o = both(d("second"), id(&match yield_!(m) { 9 => { yield_!(2); return 3 } _ => d("matched") }));
        log("end");
        o
    }
}

fidelity! {
    /// A loop in front of the value of a temporary, in the argument of a macro.
    fn of_a_block_with_a_loop_inside_a_macro() as (), takes u32, yields u32, returns u32 => {
        fn pick(_: D, n: u32) -> u32 { log("pick"); n }
        let all = vec![pick(d("first"), id(&{ for _ in [yield_!(1)] {} d("made") }))];
        log("next statement");
        all[0]
    }
}

fidelity! {
    /// What is not bound of a resume argument ends before the temporaries of the statement.
    fn in_front_of_a_resume_argument_that_is_not_bound() as (), takes Option<u32>, yields u32, returns u32 => {
        struct Taken(Option<u32>);
        impl Drop for Taken {
            fn drop(&mut self) { log(format_args!("drop {:?}", self.0)); }
        }
        let _: Taken = Taken(yield_!(id(&d("t"))));
        log("next statement");
        let _ = Taken(yield_!(id(&d("u"))));
        3
    }
}

fidelity! {
    fn in_front_of_a_droppable_argument() as (), takes D, yields u32, returns u32, unclonable => {
        let _: D = yield_!(id(&d("t")));
        log("next statement");
        let (_, _): (D, u32) = (yield_!(id(&d("u"))), 2);
        3
    }
}

fidelity! {
    /// The operands of an initialiser end before its temporaries, wherever a block in it suspends.
    fn behind_an_operand_of_an_initialiser() as (), takes bool, yields u32, returns u32 => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let n = two({ &'a: { if see("if", true) { break 'a { yield_!(1); d("a") }; } d("b") }; d("c") }, see("d", d("d").id()));
        let m = two(d("e"), (&if yield_!(2) { yield_!(3); d("f") } else { return 4 }).id() + see("g", d("g").id()));
        n + m
    }
}

fidelity! {
    /// The value of a branch that yields an error and leaves is there before the operation that it is an operand
    /// of, but its temporaries end with the statement.
    fn of_a_branch_that_yields_and_leaves() as (), takes u32, yields u32 => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        fn check(n: u32) -> Result<u32, u32> { log("check"); if n == 7 { Err(n) } else { Ok(n) } }
        let sum = two(d("a"), match check({ yield_!(1); d("b") }.id()) {
            Ok(n) => n,
            Err(error) => { yield_!(error); return; }
        }) + see("later", d("c").id());
        log("next statement");
        see("both", (d("d").n + { let e = d("e"); match check(yield_!(2)) {
            Ok(_) => e,
            Err(error) => { yield_!(error); return; }
        } }.id(), sum));
        log("last statement");
    }
}

fidelity! {
    /// A value that an argument of a macro makes is older than the temporaries of those after it.
    fn of_the_arguments_of_a_macro(n: u32) as (3), takes bool, yields u32, returns String => {
        let text = format!("{} {}", d("a"), (&if see("if", n > 2) { match yield_!(1) { true => d("b"), false => return String::new() } } else { d("c") }).id());
        log("next statement");
        text + &format!("{} {} {}", d("d"), id(&d("e")), yield_!(2))
    }
}

fidelity! {
    fn what_a_tuple_takes_out_of_a_box() as (), takes u32, yields u32, returns u32 => {
        fn second(a: u32, _: ()) -> u32 { a }
        let n = yield_!(second(d("a").id(), (*Box::new(d("boxed")), ()).1));
        log("next");
        n
    }
}

fidelity! {
    fn compared_to_what_is_in_a_box() as (), takes u32, yields u32, returns u32 => {
        let b = Box::new(d("b")); let k = (*b == { yield_!(7); d("w") }) as u32 + yield_!(2); yield_!(7); k
    }
}

fidelity! {
    fn compared_and_suspending() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let k = (a == { yield_!(7); d("w") }) as u32 + yield_!(2); yield_!(7); k
    }
}

fidelity! {
    fn compared_with_another_and_suspending() as (), takes u32, yields u32, returns u32 => {
        let k = (d("v") == { yield_!(7); d("w") }) as u32 + yield_!(2); yield_!(7); k
    }
}

fidelity! {
    fn compared_to_a_branch_that_suspends() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); see("t", (a != if yield_!(7) > 1 { d("w") } else { d("u") }) as u32 + yield_!(2)); yield_!(7); 1
    }
}

fidelity! {
    fn compared_to_an_arm_behind_a_suspension() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let k = u32::max((a != match yield_!(7) { 1 => d("w"), _ => d("u") }) as u32, yield_!(2)); yield_!(7); k
    }
}

fidelity! {
    fn compared_to_what_a_call_suspends_for() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let k = (a == std::convert::identity({ yield_!(4); d("w") })) as u32 + yield_!(2); yield_!(7); k
    }
}

fidelity! {
    fn compared_in_a_condition() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); if (a == { yield_!(7); d("w") }) as u32 + yield_!(2) > 3 { yield_!(9); } yield_!(7); 2
    }
}

fidelity! {
    fn compared_in_a_lazy_operand() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let k = a == { yield_!(7); d("w") } && yield_!(2) > 1; yield_!(7); k as u32
    }
}

fidelity! {
    fn compared_in_an_array() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); let k = [(a == { yield_!(7); d("w") }) as u32, yield_!(2)]; yield_!(7); k[0]
    }
}

fidelity! {
    fn compared_in_an_assignment() as (), takes u32, yields u32, returns u32 => {
        let mut a = d("a"); a.n = (a == { yield_!(7); d("w") }) as u32 + yield_!(2); yield_!(7); a.n
    }
}

fidelity! {
    fn compared_to_what_a_loop_breaks_with() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![d("a")]; let k = (v[0] == loop { if yield_!(7) > 0 { break d("w") } }) as u32 + yield_!(2); yield_!(7); k
    }
}

fidelity! {
    fn compared_in_a_loop_that_is_left() as (), takes u32, yields u32, returns u32 => {
        let a = d("a"); loop { let k = (a == { if yield_!(7) > 3 { break } d("w") }) as u32 + yield_!(2); yield_!(k); } 5
    }
}

/// A function that logs when it ends.
fn make(name: &'static str) -> impl Fn(u32) -> u32 {
    let held = d(name);
    move |n| see("called", held.n + n)
}

fn boxed(name: &'static str) -> Box<dyn Fn(u32) -> u32> {
    Box::new(make(name))
}

fn counting(name: &'static str) -> impl FnMut(u32) -> u32 {
    let (held, mut sum) = (d(name), 0);
    move |n| {
        sum += n;
        see("counted", held.n + sum)
    }
}

fn once(name: &'static str) -> Box<dyn FnOnce(u32) -> u32> {
    let held = d(name);
    Box::new(move |n| eat(held) + n)
}

fn plain() -> fn(u32) -> u32 {
    |n| see("plain", n)
}

fn sum(a: u32, b: u32) -> u32 {
    see("sum", a + b)
}

fidelity! {
    fn of_what_is_called() as (), takes u32, yields u32, returns u32, unclonable => {
        let r = make("a")(1) + yield_!(1); log("next statement"); yield_!(make("b")(r)); log("next statement");
        let r = sum(boxed("c")(1), yield_!(2)) + counting("d")(1) + yield_!(3); log("next statement");
        let r = r + { make("e") }(2) + yield_!(4) + plain()(5) + yield_!(plain()(6)); log("next statement");
        boxed("f")(boxed("g")(2) + yield_!(5)) + (|| make("h"))()(r) + yield_!(6)
    }
}

fidelity! {
    fn of_what_is_called_once() as (), takes u32, yields u32, returns u32, unclonable => {
        let r = once("a")(1) + yield_!(1); log("next statement"); yield_!(once("b")(r)); log("next statement");
        let f = once("c"); yield_!({ f }(2)); let mut slot = Some(once("d")); yield_!(slot.take().unwrap()(3)); sum(once("e")(4), yield_!(r))
    }
}

fidelity! {
    fn of_what_is_called_in_heads() as (), takes u32, yields u32, returns u32, unclonable => {
        match make("a")(1) { n => { yield_!(n); } } for i in 0..make("b")(1).min(2) { yield_!(i); } if make("c")(1) > 0 { yield_!(3); }
        while make("d")(1) > 9 { yield_!(4); } let text = format!("{} {}", make("e")(1), yield_!(5)); see("t", text.len() as u32);
        (make("f")(1), yield_!(6)).0 + (make("g")(1) == yield_!(7)) as u32 + make("h")(1).max(yield_!(8))
    }
}

fidelity! {
    fn of_closures_that_are_called_where_they_are_written() as (), takes u32, yields u32, returns u32, unclonable => {
        let y = d("y"); let r = (move |k: u32| y.id() + k)(1) + yield_!(2); log("next statement"); let z = d("z"); yield_!((move |k: u32| z.id() + k)(r)); log("next statement");
        let w = d("w"); let r = (move || eat(w))() + yield_!(r); match { let v = d("v"); move |k: u32| v.id() + k }(1) { n => { yield_!(n); } } r
    }
}

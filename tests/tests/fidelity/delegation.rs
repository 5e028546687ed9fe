//! `yield_from!`: coroutines and iterators run inside, their values, inputs, returns and drops.

use coro_core::{CoroutineState, Resume};
use coro_tests::{D, d, eat, fidelity, log, see};

/// A hand-written coroutine that logs what it is given and yields up to a limit.
#[derive(Clone)]
struct Counter {
    guard: D,
    next: u32,
    end: u32,
}

fn counter(name: &str, end: u32) -> Counter {
    Counter { guard: d(name), next: 0, end }
}

impl Resume<u32, u32> for Counter {
    type Return = u32;

    fn resume(&mut self, input: u32) -> CoroutineState<u32, u32> {
        log(format_args!("{} gets {input}", self.guard.name()));
        self.next += 1;
        if self.next > self.end || input == 7 {
            CoroutineState::Complete(self.next * 100 + input)
        } else {
            CoroutineState::Yielded(self.next)
        }
    }
}

/// A coroutine of droppable inputs and a droppable return value.
#[derive(Clone)]
struct Relay(u32);

impl Resume<D, D> for Relay {
    type Return = D;

    fn resume(&mut self, input: D) -> CoroutineState<D, D> {
        self.0 -= 1;
        if self.0 == 0 {
            CoroutineState::Complete(input)
        } else {
            CoroutineState::Yielded(input.and("relayed"))
        }
    }
}

#[coro_core::coroutine]
fn inner(name: &'static str, n: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
    let guard = d(name);
    let mut sum = 0;
    for i in 0..n {
        let round = d(format!("{name}{i}"));
        sum += yield_!(i);
    }
    sum + guard.id()
}

#[coro_core::coroutine]
fn echo(#[resume] first: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
    log(format_args!("first is {first}"));
    let second = yield_!(first * 10);
    let third = yield_!(second * 10);
    first + second + third
}

/// An iterator whose steps and drop show.
#[derive(Clone)]
struct Steps(D, u32);

impl Iterator for Steps {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        log(format_args!("next of {}", self.0.name()));
        self.1.checked_sub(1).inspect(|n| self.1 = *n)
    }
}

/// Something that only becomes an iterator.
#[derive(Clone)]
struct Bag(Steps);

impl IntoIterator for Bag {
    type Item = u32;
    type IntoIter = Steps;
    fn into_iter(self) -> Steps {
        log("into_iter");
        self.0
    }
}

fidelity! {
    fn to_a_coroutine() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = yield_from!(counter("c", 2));
        log("delegated");
        yield_!(n);
        n
    }
}

fidelity! {
    fn to_a_generated_coroutine() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = yield_from!(inner("i", 2));
        log("delegated");
        n + yield_!(n)
    }
}

fidelity! {
    fn with_a_first_argument() as (), takes u32, yields u32, returns u32 => {
        let n = yield_from!(echo(), 5);
        yield_!(n);
        yield_from!(echo(), yield_!(n + 1)) + n
    }
}

fidelity! {
    /// The operand, then the first argument, then the inner starts.
    fn operand_then_first_argument_then_start() as (), takes u32, yields u32, returns u32 => {
        yield_from!({ log("operand"); counter("c", 2) }, { log("first"); see("argument", 3) })
    }
}

fidelity! {
    fn the_operand_and_the_first_argument_suspend() as (), takes u32, yields u32, returns u32 => {
        yield_from!(counter("c", yield_!(50)), yield_!(51))
    }
}

fidelity! {
    fn the_first_argument_is_forwarded(x: u32,) as (1), first seed, takes u32, yields u32, returns u32 => {
        yield_from!(echo(), seed) + x
    }
}

fidelity! {
    fn to_a_range() as (), takes u32, yields u32, returns u32 => {
        let () = yield_from!(0..3);
        yield_from!(5..=6);
        yield_!(7)
    }
}

fidelity! {
    fn to_an_iterator_whose_steps_show() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_from!(Steps(d("s"), 2));
        log("after");
        yield_!(9)
    }
}

fidelity! {
    fn to_something_iterable() as (), takes u32, yields u32 => {
        yield_from!(Bag(Steps(d("s"), 2)));
        yield_from!(vec![1, 2]);
        yield_from!([3, 4]);
        yield_from!(Some(5));
        yield_from!((0..6).filter(|n| n % 2 == 0).map(|n| n + 100));
    }
}

fidelity! {
    fn to_an_empty_iterator() as (), takes u32, yields u32, returns u32 => {
        yield_from!(std::iter::empty());
        yield_from!(None);
        yield_from!(Vec::new());
        1
    }
}

fidelity! {
    /// The resume arguments of an iterator are dropped, each before the next step.
    fn an_iterator_discards_its_inputs() as (), takes D, yields u32, returns D => {
        yield_!(0);
        yield_from!(Steps(d("s"), 2), d("first"));
        log("after");
        yield_!(9)
    }
}

fidelity! {
    fn droppable_inputs_and_outputs() as (), takes D, yields D, returns D => {
        let first = yield_!(d("start"));
        let last = yield_from!(Relay(3), first);
        log("delegated");
        yield_!(d("end"));
        last
    }
}

fidelity! {
    fn a_local_coroutine() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let c = counter("c", 2);
        let b = d("b");
        yield_!(50);
        let n = yield_from!(c);
        log("delegated");
        n
    }
}

fidelity! {
    fn a_boxed_coroutine() as (), takes u32, yields u32, returns u32, unclonable => {
        let c: Box<dyn Resume<u32, u32, Return = u32>> = if yield_!(1) > 3 { Box::new(counter("c", 2)) } else { Box::new(inner("i", 2)) };
        let n = yield_from!(c);
        n + 1
    }
}

fidelity! {
    fn in_a_loop() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..3 {
            let round = d(format!("round{i}"));
            sum += yield_from!(counter("c", i));
        }
        sum
    }
}

fidelity! {
    /// Dropped in mid-delegation, the inner goes before the operands and locals around it.
    fn as_an_operand() as (), takes u32, yields u32, returns u32 => {
        fn three(a: D, b: u32, c: D) -> u32 { a.n + b + c.n }
        let local = d("local");
        three(d("a"), yield_from!(counter("c", 2)), d("b")) + yield_from!(inner("i", 1))
    }
}

fidelity! {
    fn as_a_condition_and_a_scrutinee() as (), takes u32, yields u32, returns u32 => {
        if yield_from!(counter("c", 1)) % 2 == 0 && yield_from!(counter("e", 1)) > 200 {
            1
        } else {
            match yield_from!(echo(), 2) { 0..=5 => yield_!(3), n => n }
        }
    }
}

fidelity! {
    fn as_a_tail() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        yield_from!(counter("c", 2))
    }
}

fidelity! {
    fn in_a_return_and_a_break() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let n = loop { let b = d("b"); break yield_from!(counter("c", 1)) };
        if n > 203 { return yield_from!(inner("i", 1)) }
        n
    }
}

fidelity! {
    fn the_result_is_questioned() as (), takes u32, yields u32, returns Option<u32> => {
        let a = d("a");
        let n = yield_from!(inner("i", 2)).checked_sub(100)?;
        Some(n)
    }
}

fidelity! {
    fn conditionally() as (), takes u32, yields u32, returns u32 => {
        let c = counter("c", 2);
        let n = if yield_!(1) > 3 { yield_from!(c) } else { yield_!(2) };
        log("after");
        yield_!(n);
        n
    }
}

fidelity! {
    fn two_in_a_row_in_one_expression() as (), takes u32, yields u32, returns (u32, u32) => {
        (yield_from!(counter("c", 1)), yield_from!(counter("e", 1)))
    }
}

fidelity! {
    fn a_delegation_in_the_operand_of_a_delegation() as (), takes u32, yields u32, returns u32 => {
        yield_from!(counter("outer", yield_from!(counter("inner", 1)) % 3))
    }
}

fidelity! {
    fn a_delegation_chooses_its_iterator() as (), takes bool, yields u32, returns u32 => {
        let c = yield_!(1);
        yield_from!(if c { vec![1, 2] } else { vec![3] });
        yield_from!(match yield_!(4) { true => 5..7, false => 8..9 });
        10
    }
}

fidelity! {
    fn the_value_is_unused() as (), takes D, yields D => {
        yield_from!(Relay(2), d("first"));
        log("between");
        let _ = yield_from!(Relay(2), d("second"));
        log("end");
    }
}

fidelity! {
    /// What the inner returns does not borrow from it: the inner is gone before the value is used.
    fn the_inner_is_dropped_before_its_value_is_used() as (), takes u32, yields u32, returns u32 => {
        fn look(n: u32) -> u32 { log("looking"); n }
        look(yield_from!(counter("c", 1))) + look(yield_from!(inner("i", 1)))
    }
}

fidelity! {
    fn a_deep_tower() as (), takes u32, yields u32, returns u32 => {
        #[coro_core::coroutine]
        fn middle(n: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
            let a = d("middle");
            let x = yield_from!(inner("deep", n));
            x + yield_from!(counter("c", 1), x)
        }
        let n = yield_from!(middle(2));
        n + yield_from!(middle(1))
    }
}

fidelity! {
    /// Delegations that are statements of what others delegate to.
    fn inside_the_operand_of_another(c: u32) as (2), takes (), yields u32, returns u32 => {
        while c > 1 {
            yield_from!(match c {
                1 => { yield_from!(vec![1, 2]); vec![3] }
                2 => { yield_from!({ yield_!(4); vec![5] }); return 6 }
                _ => return loop { yield_from!(vec![7]); },
            });
        }
        8
    }
}

fidelity! {
    /// What would be delegated to waits for a first input that is never given.
    fn behind_a_first_input_that_returns(n: u32) as (2), takes u32, yields u32, returns u32 => {
        if n == 2 {
            yield_from!(Steps(d("operand"), 2), { log("first"); yield_!(1); return n });
        }
        n
    }
}

fidelity! {
    /// What operands behind a delegation make ends with the statement, though others wait for it.
    fn with_temporaries_behind_it() as (), takes u32, yields u32, returns () => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let a = two(d("first"), yield_from!(inner("a", 1)).wrapping_add(see("id", d("t").id())));
        log("next statement");
        let b = (|n: u32| see("closure", n))(yield_from!(inner("b", 1)).wrapping_add(d("u").id()));
        log("next statement");
        two(d("second"), loop { let n = yield_!(2); break n }.wrapping_add(d("v").id()));
        two(d("third"), d("w").id() + loop { let n = yield_!(2); if n > 1 { break n } return } + d("x").id());
    }
}

fidelity! {
    fn temporaries_of_the_operand() as (), takes u32, yields u32, returns u32 => {
        yield_from!(inner("x", d("w").id()));
        log("e");
        3
    }
}

fidelity! {
    fn temporaries_of_the_first_argument() as (), takes u32, yields u32, returns u32 => {
        let x = yield_from!(inner("one", 2), d("v").id());
        log("e");
        3
    }
}

fidelity! {
    fn temporaries_of_a_range() as (), takes u32, yields u32, returns u32, unclonable => {
        yield_from!(0..d("t").id() % 4);
        log("e");
        3
    }
}

fidelity! {
    fn temporaries_of_operands_and_behind_them() as (), takes u32, yields u32, returns u32 => {
        let n = yield_from!(inner("x", d("w").id()), d("v").id()) + d("z").id();
        log("e");
        n
    }
}

fidelity! {
    fn temporaries_in_front_of_operands() as (), takes u32, yields u32, returns u32 => {
        let n = d("z").id() + yield_from!(inner("x", d("w").id()), d("v").id());
        log("e");
        n
    }
}

fidelity! {
    fn temporaries_of_operands_that_suspend() as (), takes u32, yields u32, returns u32 => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let n = two(d("arg"), yield_from!(inner("x", yield_!(d("w").id())), d("v").id() + yield_!(3)));
        log("e");
        n
    }
}

fidelity! {
    fn temporaries_of_a_condition_that_delegates() as (), takes u32, yields u32, returns u32 => {
        if yield_from!(inner("x", d("w").id())) > 2 { log("t"); } else { log("n"); }
        3
    }
}

fidelity! {
    fn temporaries_of_the_operand_in_a_loop() as (), takes u32, yields u32, returns u32 => {
        for k in 0..2 { yield_from!(inner("x", d("lent").id())); if k == 1 { break; } }
        3
    }
}

fidelity! {
    fn operand_that_may_leave_behind_temporaries() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let n = two(d("arg"), yield_from!(inner("x", { let z = d("w").id(); if k > 3 { return z } else { z } }), d("v").id()));
        log("e");
        n
    }
}

fidelity! {
    fn first_argument_that_leaves_behind_temporaries() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let n = two(d("arg"), yield_from!(inner("x", d("w").id()), return 4));
        log("e");
        n
    }
}

fidelity! {
    fn operand_that_leaves_behind_temporaries() as (), takes u32, yields u32, returns u32 => {
        let k = yield_!(0);
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let n = two(d("arg"), yield_from!(inner("x", u32::max(d("w").id(), return 4)), 5));
        log("e");
        n
    }
}

fidelity! {
    fn a_delegate_begins_with_a_suspension() as (), takes u32, yields u32, returns u32 => {
        trait Up { fn upto(self, n: u32) -> std::ops::Range<u32>; } impl Up for u32 { fn upto(self, n: u32) -> std::ops::Range<u32> { see("upto", self)..n } } yield_from!(yield_!(1).upto(6)); yield_from!(yield_!(1).upto(yield_!(2))); 3
    }
}

fidelity! {
    fn a_delegate_begins_with_a_suspension_without_a_value() as (), takes u32, yields (), returns u32 => {
        trait Units { fn units(self, n: u32) -> std::iter::RepeatN<()>; } impl Units for u32 { fn units(self, n: u32) -> std::iter::RepeatN<()> { std::iter::repeat_n((), (self + n) as usize) } } yield_from!(yield_!().units(1)); yield_from!(yield_!().units(yield_!())); 3
    }
}

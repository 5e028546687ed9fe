//! Operands around a suspension: evaluated left to right, each read when it is reached.

use coro_tests::{D, d, eat, fidelity, log, see};

fn pair(a: u32, b: u32) -> u32 {
    log(format_args!("pair {a} {b}"));
    a * 10 + b
}

fn three(a: D, b: u32, c: D) -> u32 {
    log(format_args!("three {} {b} {}", a.name(), c.name()));
    a.n + b + c.n
}

#[derive(Clone, Debug)]
struct Point {
    x: u32,
    y: u32,
    label: D,
}

#[derive(Clone, Debug)]
struct Wrapped(u32, D);

#[derive(Clone, Debug)]
enum Shape {
    Dot(u32),
    Line { from: u32, to: u32 },
}

fn first<T, U>(x: T, _: U) -> T {
    log("first");
    x
}

fidelity! {
    /// The old value of `x` is passed.
    fn path_is_read_when_reached(mut x: u32) as (3), takes u32, yields u32, returns u32 => {
        let sum = pair(x, yield_!({ x = 5; 0 }));
        sum + x
    }
}

fidelity! {
    fn path_after_the_suspension_is_read_after_it(mut x: u32) as (3), takes u32, yields u32, returns u32 => {
        pair(yield_!({ x = 7; 0 }), x)
    }
}

fidelity! {
    fn binary_left_operand_is_copied_first(mut x: u32) as (3), takes u32, yields u32, returns u32 => {
        let y = x + yield_!({ x += 10; x });
        y * 100 + x
    }
}

fidelity! {
    fn both_operands_suspend() as (), takes u32, yields u32, returns u32 => {
        yield_!(1) * 10 + yield_!(2)
    }
}

fidelity! {
    fn a_chain_of_operators_suspends_in_every_operand() as (), takes u32, yields u32, returns u32 => {
        yield_!(1) + yield_!(2) * yield_!(3) - yield_!(4).min(0) + (yield_!(5) << 2 | yield_!(6))
    }
}

fidelity! {
    fn logged_operands_on_both_sides() as (), takes u32, yields u32, returns u32 => {
        see("a", 1) + see("b", 2) + yield_!(see("c", 3)) + see("d", 4) + yield_!(see("e", 5)) + see("f", 6)
    }
}

fidelity! {
    fn call_arguments_left_and_right() as (), takes u32, yields u32, returns u32 => {
        three(d("left"), yield_!(see("value", 1)), d("right"))
    }
}

fidelity! {
    fn every_call_argument_suspends() as (), takes D, yields u32, returns u32 => {
        three(yield_!(1), { yield_!(2); 3 }, yield_!(4))
    }
}

fidelity! {
    fn arguments_that_are_moved_locals() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let sum = three(a, yield_!(1), b);
        yield_!(sum);
        sum
    }
}

fidelity! {
    fn callee_is_evaluated_before_the_arguments() as (), takes u32, yields u32, returns u32 => {
        let mut f: fn(u32, u32) -> u32 = pair;
        let r = f(1, yield_!({ f = |a, b| a - b.min(a); 2 }));
        r * 1000 + f(9, yield_!(3))
    }
}

fidelity! {
    fn callee_itself_suspends() as (), takes bool, yields u32, returns u32 => {
        (if yield_!(1) { pair as fn(u32, u32) -> u32 } else { |a, b| a + b })(see("a", 1), see("b", 2))
    }
}

fidelity! {
    fn yields_nested_in_yields() as (), takes u32, yields u32, returns u32 => {
        yield_!(yield_!(yield_!(1) + 10) + 100)
    }
}

fidelity! {
    fn nested_yields_among_arguments() as (), takes u32, yields u32, returns u32 => {
        pair(yield_!(pair(yield_!(1), yield_!(2))), yield_!(pair(see("x", 3), yield_!(yield_!(4)))))
    }
}

fidelity! {
    fn tuple_fields_in_order() as (), takes u32, yields u32, returns (u32, u32, u32) => {
        let t = (see("a", 1), yield_!(2), see("b", 3));
        (yield_!(t.0), t.1, yield_!(t.2))
    }
}

fidelity! {
    fn tuple_of_droppables_is_dropped_while_suspended() as (), takes u32, yields u32, returns u32 => {
        let t = (d("a"), yield_!(1), d("b"), yield_!(2), d("c"));
        t.0.n + t.4.n
    }
}

fidelity! {
    fn array_elements_in_order() as (), takes u32, yields u32, returns [u32; 4] => {
        [yield_!(1), see("a", 2), yield_!(3), see("b", 4)]
    }
}

fidelity! {
    fn array_of_droppables() as (), takes u32, yields u32, returns usize => {
        [d("a"), { yield_!(1); d("b") }, d("c"), { yield_!(2); d("d") }].len()
    }
}

fidelity! {
    fn array_repeat_of_a_suspension() as (), takes u32, yields u32, returns [u32; 3] => {
        [yield_!(1); 3]
    }
}

fidelity! {
    fn struct_fields_in_source_order() as (), takes u32, yields u32, returns Point => {
        Point { y: yield_!(1), label: d("label"), x: yield_!(2) }
    }
}

fidelity! {
    fn struct_field_shorthand(mut x: u32) as (4), takes u32, yields u32, returns Point => {
        Point { x, label: d("label"), y: yield_!({ x = 9; x }) }
    }
}

fidelity! {
    fn struct_update_base_comes_last() as (), takes u32, yields u32, returns Point => {
        let base = Point { x: 1, y: 2, label: d("base") };
        Point { label: { yield_!(1); d("new") }, ..base }
    }
}

fidelity! {
    fn struct_update_base_suspends() as (), takes u32, yields u32, returns Point => {
        Point { x: see("x", 1), ..{ yield_!(1); Point { x: 0, y: yield_!(2), label: d("base") } } }
    }
}

fidelity! {
    fn tuple_struct_constructor() as (), takes u32, yields u32, returns Wrapped => {
        Wrapped(yield_!(1), { let x = d("inner"); yield_!(x.n); x })
    }
}

fidelity! {
    fn enum_constructors() as (), takes u32, yields u32, returns (Shape, Shape) => {
        (Shape::Dot(yield_!(1)), Shape::Line { to: yield_!(2), from: yield_!(3) })
    }
}

fidelity! {
    fn index_of_an_array() as (), takes usize, yields u32, returns u32 => {
        let values = [10, 20, 30, 40, 50, 60, 70, 80];
        values[yield_!(1)] + values[yield_!(values[2])]
    }
}

fidelity! {
    /// A panic of the index expression is one in the resumed step.
    fn index_out_of_bounds_panics() as (), takes usize, yields u32, returns u32 => {
        let _guard = d("guard");
        let values = vec![10, 20, 30];
        values[yield_!(1)]
    }
}

fidelity! {
    fn index_on_both_sides() as (), takes usize, yields u32, returns u32 => {
        let grid = vec![vec![1, 2, 3, 4, 5, 6, 7, 8]; 8];
        grid[yield_!(1)][yield_!(2)] + [5, 6, 7, 8, 9, 1, 2, 3][yield_!(3)]
    }
}

fidelity! {
    fn index_base_suspends() as (), takes u32, yields u32, returns u32 => {
        vec![yield_!(1), yield_!(2)][see("index", 1)]
    }
}

fidelity! {
    fn ranges() as (), takes u32, yields u32, returns (std::ops::Range<u32>, u32) => {
        let r = yield_!(1)..yield_!(2) + 10;
        let n = (yield_!(3)..=9).count() as u32 + (..yield_!(4)).end + (yield_!(5)..).start;
        (r, n)
    }
}

fidelity! {
    fn range_as_index() as (), takes usize, yields u32, returns Vec<u32> => {
        let v: Vec<u32> = (0..20).collect();
        v[yield_!(1)..10 + yield_!(2)].to_vec()
    }
}

fidelity! {
    fn casts() as (), takes u8, yields u32, returns u64 => {
        yield_!(1) as u64 + (yield_!(2) as i32 as u64) + u64::from(yield_!(300 as u32))
    }
}

fidelity! {
    fn unary_operators() as (), takes bool, yields i32, returns (bool, i32) => {
        (!yield_!(-1), -(if !yield_!(2) { 1 } else { yield_!(3); 2 }))
    }
}

fidelity! {
    fn overloaded_operators() as (), takes D, yields u32, returns bool => {
        let sum = d("a") + yield_!(1) + d("b");
        let neg = -yield_!(sum.n);
        !(sum + neg + yield_!(2))
    }
}

fidelity! {
    fn and_suspends_on_the_right_only_if_needed() as (), takes bool, yields u32, returns bool => {
        yield_!(1) && see("middle", true) && yield_!(2) && yield_!(3)
    }
}

fidelity! {
    fn or_suspends_on_the_right_only_if_needed() as (), takes bool, yields u32, returns bool => {
        yield_!(1) || see("middle", false) || yield_!(2) || !yield_!(3)
    }
}

fidelity! {
    fn and_or_mixed_as_operands() as (), takes bool, yields u32, returns u32 => {
        let n = (yield_!(1) && yield_!(2) || yield_!(3) && !yield_!(4)) as u32;
        pair(n, (see("left", true) && (yield_!(5) || yield_!(6))) as u32)
    }
}

fidelity! {
    fn a_short_circuit_keeps_its_operands() as (), takes bool, yields u32, returns u32 => {
        three(d("a"), (yield_!(1) && yield_!(2)) as u32, d("b"))
    }
}

fidelity! {
    fn a_short_circuit_with_a_diverging_right_side() as (), takes bool, yields u32, returns u32 => {
        let _guard = d("guard");
        yield_!(1) || return 7;
        yield_!(2) && { yield_!(3); return 8 };
        9
    }
}

fidelity! {
    fn blocks_as_operands() as (), takes u32, yields u32, returns u32 => {
        pair({ let a = d("a"); yield_!(1) + a.n }, { let b = d("b"); let r = yield_!(2); b.n + r })
    }
}

fidelity! {
    fn if_as_operand() as (), takes u32, yields u32, returns u32 => {
        pair(see("first", 1), if yield_!(1) > 3 { yield_!(2) } else { 5 }) + see("last", 2)
    }
}

fidelity! {
    fn match_as_operand() as (), takes u32, yields u32, returns u32 => {
        pair(
            match yield_!(1) {
                0 | 1 => yield_!(2),
                n if n > 5 => n,
                n => yield_!(n) + yield_!(3),
            },
            match see("scrutinee", 4) { n => yield_!(n) },
        )
    }
}

fidelity! {
    fn loop_as_operand() as (), takes u32, yields u32, returns u32 => {
        pair(see("a", 1), loop {
            let n = yield_!(2);
            if n > 4 { break n; }
        })
    }
}

fidelity! {
    fn operands_are_dropped_when_a_later_one_returns() as (), takes u32, yields u32, returns u32 => {
        let _outer = d("outer");
        three(d("a"), if yield_!(1) > 3 { return 99 } else { yield_!(2) }, d("c"))
    }
}

fidelity! {
    fn operands_are_dropped_when_a_later_one_breaks() as (), takes u32, yields u32, returns u32 => {
        let mut rounds = 0;
        loop {
            rounds += 1;
            let local = d("local");
            let n = three(d("a"), if yield_!(rounds) > 3 { break } else { yield_!(2) }, d("c"));
            log(n);
        }
        rounds
    }
}

fidelity! {
    fn operands_are_dropped_when_a_later_one_continues() as (), takes u32, yields u32, returns u32 => {
        let mut sum = 0;
        for i in 0..3 {
            sum += three(d(format!("a{i}")), if yield_!(i) > 3 { continue } else { yield_!(2) }, d("c"));
        }
        sum
    }
}

fidelity! {
    /// Spilled operands are newer than every local and drop first, the newest first.
    fn operands_drop_before_locals_while_suspended() as (), takes u32, yields u32, returns usize => {
        let first = d("first");
        let n = (d("op1"), d("op2"), yield_!(1), d("op3"), yield_!(2)).2;
        let second = d("second");
        n as usize
    }
}

fidelity! {
    fn locals_of_a_block_operand_are_newer_than_the_operands() as (), takes u32, yields u32, returns u32 => {
        let outer = d("outer");
        three(d("op1"), { let inner = d("inner"); yield_!(1); let more = d("more"); yield_!(2) }, d("op2"))
    }
}

fidelity! {
    fn a_borrow_is_made_again_after_the_suspension(mut v: Vec<u32>) as (vec![1, 2]), takes u32, yields u32, returns u32 => {
        fn sum(v: &[u32], n: u32) -> u32 { v.iter().sum::<u32>() + n }
        let n = sum(&v, { v.len() as u32 });
        yield_!(n);
        n + sum(&{ yield_!(1); v }, 2)
    }
}

fidelity! {
    fn a_deref_is_read_when_reached() as (), takes u32, yields u32, returns u32 => {
        let mut boxed = Box::new(4);
        let n = *boxed + yield_!({ *boxed = 6; 1 });
        n * 10 + *boxed
    }
}

fidelity! {
    fn a_field_is_read_when_reached() as (), takes u32, yields u32, returns u32 => {
        let mut p = (1, 2);
        let n = pair(p.0, yield_!({ p.0 = 6; p.1 = 8; 1 }));
        n * 100 + pair(p.1, p.0)
    }
}

fidelity! {
    fn an_element_is_read_when_reached() as (), takes u32, yields u32, returns u32 => {
        let mut v = vec![1, 2, 3];
        let n = pair(v[see("index", 1)], yield_!({ v[1] = 6; v.push(8); 1 }));
        n * 100 + v[3]
    }
}

fidelity! {
    fn constants_and_literals_need_no_reading() as (), takes u32, yields u32, returns u32 => {
        const BASE: u32 = 40;
        static OTHER: u32 = 2;
        pair(BASE, yield_!(OTHER)) + OTHER + u32::MAX.min(yield_!(BASE))
    }
}

fidelity! {
    fn a_parenthesised_yield() as (), takes u32, yields u32, returns u32 => {
        ((((yield_!((1)))))) + (yield_!({ { 2 } }))
    }
}

fidelity! {
    fn yields_with_any_delimiter() as (), takes u32, yields u32, returns u32 => {
        let a = yield_![1];
        let b = yield_! { 2 };
        yield_! { a };
        a + b + yield_!(b,).min(3)
    }
}

fidelity! {
    fn unit_yields() as (), takes u32, yields (), returns u32 => {
        yield_!();
        let a = yield_!(());
        a + yield_!() + yield_!(log("unit"))
    }
}

fidelity! {
    fn many_operands_of_many_types() as (), takes u32, yields String, returns String => {
        fn join(a: &str, b: u32, c: String, d: char, e: Option<u32>, f: D) -> String {
            format!("{a}{b}{c}{d}{e:?}{}", f.name())
        }
        join(
            "a",
            yield_!("one".to_owned()),
            yield_!("two".into()).to_string(),
            char::from(b'a' + yield_!(String::from("three")) as u8),
            Some(yield_!(format!("four"))),
            d(format!("f{}", yield_!("five".repeat(2)))),
        )
    }
}

fidelity! {
    fn assignment_as_an_operand() as (), takes u32, yields u32, returns u32 => {
        let mut x = 1;
        let () = x = yield_!(x);
        let t = (x, x = yield_!(x), x);
        t.0 * 100 + t.2
    }
}

fidelity! {
    fn a_moved_operand_does_not_drop_twice() as (), takes u32, yields u32, returns Vec<D> => {
        let a = d("a");
        let b = d("b");
        vec![a, { yield_!(1); b }, d("c")]
    }
}

fidelity! {
    fn a_moved_operand_is_dropped_as_an_operand() as (), takes u32, yields u32, returns u32 => {
        let a = d("a");
        let b = d("b");
        let c = d("c");
        three(b, yield_!(1), a)
    }
}

fidelity! {
    fn a_suspension_in_a_statement_of_an_operand() as (), takes u32, yields u32, returns u32 => {
        see("first", 1) + { yield_!(10); log("between"); yield_!(20); see("second", 2) } + { yield_!(30) }
    }
}

fidelity! {
    fn comparison_of_scalars(mut x: u32) as (3), takes u32, yields u32, returns bool => {
        (x < yield_!({ x = 100; 1 })) ^ (x == yield_!(2)) ^ (yield_!(3) != yield_!(4))
    }
}

fidelity! {
    fn a_field_of_a_temporary_struct() as (), takes u32, yields u32, returns u32 => {
        Point { x: yield_!(1), y: 2, label: d("label") }.x + (yield_!(2), d("t")).0
    }
}

fidelity! {
    /// A box that is a temporary, and one that is a local, lose their content to a method.
    fn a_by_value_method_of_what_a_box_holds(x: Box<Option<D>>) as (Box::new(Some(d("x")))), takes (), yields u32, returns u32 => {
        let r = three((*Box::new(Some(d("t")))).unwrap(), { yield_!(1); 2 }, d("last"));
        (*x).unwrap();
        yield_!(r);
        3
    }
}

fidelity! {
    /// An input that nobody wants comes between one that waits and its use.
    fn an_input_dropped_beside_one_that_waits() as (), takes D, yields u32, returns u32 => {
        let r = yield_!(1).id() + if see("c", true) {
            let pair = (yield_!(2), { yield_!(3); 4 });
            pair.1 + pair.0.n
        } else {
            0
        };
        yield_!(5).into_n({ yield_!(6); 7 }) + r
    }
}

trait IntoN {
    fn into_n(self, n: u32) -> u32;
}

impl IntoN for D {
    fn into_n(self, n: u32) -> u32 {
        eat(self) + n
    }
}

fidelity! {
    /// An operator at the start of a statement does not end with the block that it is applied to.
    fn an_operator_before_an_indexed_block() as (), takes i32, yields i32, returns i32 => {
        -({ yield_!(1); [5, 9] })[1];
        !(loop { if yield_!(2) > 0 { break [true, false]; } })[0];
        -(match yield_!(3) { 0 => i32::abs as fn(i32) -> i32, _ => { yield_!(4); i32::signum } })(7);
        -(loop { if yield_!(5) > 0 { break [5, 9]; } })[1]
    }
}

fidelity! {
    /// A field that is looked at in front of what takes all of its local is a copy.
    fn a_field_of_what_a_later_operand_takes(a: (u32, D), b: D) as ((1, d("a")), d("b")), takes u32, yields u32, returns bool => {
        fn first(pair: (u32, D), n: u32) -> u32 { pair.0 + n }
        let less = a.0 < first(a, yield_!(1));
        let same = b.n == see("taken", { let b = b; yield_!(b.n) });
        less && same
    }
}

fidelity! {
    /// An input that waits is newer than what is bound again in front of it.
    fn an_input_that_waits_in_a_scope_that_is_opened_again() as (), takes D, yields u32, returns u32 => {
        fn two(a: D, b: u32) -> u32 { eat(a) + b }
        let outer = d("outer");
        let late: D;
        let between = d("between");
        let n = {
            let inner = d("inner");
            two(yield_!(1), { let waits = d("waits"); waits.id() })
        };
        let m = two(yield_!(3), { late = d("late"); yield_!(4).id() });
        let array = {
            let mut list = [d("x"), d("y")];
            list[(see("index", 1) & { yield_!(5); 1 }) as usize] = yield_!(6);
            eat(yield_!(7)) + list[1].id()
        };
        n + m + array + late.id()
    }
}

fidelity! {
    fn borrowed_array_of_literals() as (), takes u32, yields u32, returns u32 => {
        let r = first(&[1u32, 2, 3], yield_!(1));
        r[0]
    }
}

fidelity! {
    fn borrowed_array_of_literals_in_a_struct() as (), takes u32, yields u32, returns u32 => {
        #[derive(Clone)] struct Hs { s: &'static [u32], k: u32 }
        let h = Hs { s: &[1, 2, 3], k: yield_!(1) };
        h.s.len() as u32 + h.k
    }
}

fidelity! {
    fn borrowed_literals() as (), takes u32, yields u32, returns u32 => {
        let r = first(&[[1u32], [2]], yield_!(1));
        let q = first(&(1, "x"), yield_!(2));
        let e: &[u32] = first(&[], yield_!(3));
        r[0][0] + q.0 + e.len() as u32
    }
}

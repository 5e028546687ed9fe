//! The graph of one construct each: what becomes a block, what waits, and where control goes.
#![allow(clippy::needless_raw_string_hashes, reason = "`UPDATE_EXPECT=1` writes them")]

use expect_test::{Expect, expect};

use crate::compile::graph;

/// Compares the graph of a function with what is expected; `UPDATE_EXPECT=1` writes it anew.
fn check(function: &str, expected: Expect) {
    let tokens = function.parse().expect("the function is tokens");
    let graph = graph(tokens, false).expect("the function is accepted");
    expected.assert_eq(&graph);
}

#[test]
fn a_suspension_ends_a_block() {
    check(
        "fn f(n: u32) -> impl Iterator<Item = u32> {
            yield_!(n);
            println!(\"{n}\");
        }",
        expect![[r#"
            bb0 start [n]
                reopen bb0.0;
                {
                    let value: u32 = n;
                    suspend 1;
                }
            bb1 resume 1 [n] []
                reopen bb1.0;
                {
                    println!("{n}");
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn a_resume_argument_is_the_input_of_a_block() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            let n = yield_!(1);
            n + 1
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 (input_3) [] [input_3]
                {
                    reopen bb1.1;
                    let n = input_3;
                    break 'resume n + 1;
                };
        "#]],
    );
}

#[test]
fn operands_before_a_suspension_wait() {
    check(
        "fn f(n: u32) -> impl Resume<u32, u32, Return = u32> {
            f(n, g(), yield_!(1), h())
        }",
        expect![[r#"
            bb0 start (input_1) [n]
                reopen bb0.0;
                drop input;
                {
                    let operand_2 = n;
                    let operand_3 = g();
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 (input_5) [n] [operand_2, operand_3, input_5]
                reopen bb1.0;
                {
                    reopen bb1.1;
                    break 'resume f(operand_2, operand_3, input_5, h());
                };
        "#]],
    );
}

#[test]
fn constants_do_not_wait() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            f(1, LIMIT, yield_!(1))
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 (input_2) [] [input_2]
                {
                    reopen bb1.1;
                    break 'resume f(1, LIMIT, input_2);
                };
        "#]],
    );
}

#[test]
fn a_branch_that_suspends_is_taken_apart() {
    check(
        "fn f(c: bool) -> impl Iterator<Item = u32> {
            if c {
                yield_!(1);
            } else {
                log();
            }
            done();
        }",
        expect![[r#"
            bb0 start [c]
                reopen bb0.0;
                {
                    if c {
                        let value: u32 = 1;
                        suspend 1;
                    } else {
                        log();
                    }
                    goto bb2;
                }
            bb1 resume 1 [c] [] []
                reopen bb1.0;
                {
                    goto bb2;
                }
            bb2 join [c] []
                reopen bb2.0;
                {
                    done();
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn a_branch_without_a_suspension_stays() {
    check(
        "fn f(c: bool) -> impl Iterator<Item = u32> {
            if c {
                log();
            }
            yield_!(1);
        }",
        expect![[r#"
            bb0 start [c]
                reopen bb0.0;
                {
                    if c {
                        log();
                    }
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 [c] []
                reopen bb1.0;
                break 'resume;
        "#]],
    );
}

#[test]
fn the_value_of_a_branch_is_passed_on() {
    check(
        "fn f(c: bool) -> impl Resume<u32, u32, Return = u32> {
            let n = if c { yield_!(1) } else { 2 };
            n
        }",
        expect![[r#"
            bb0 start (input_1) [c]
                reopen bb0.0;
                drop input;
                {
                    let value_5 = if c {
                        let value_3: u32 = 1;
                        suspend 1;
                    } else {
                        2
                    };
                    goto bb2;
                }
            bb1 resume 1 (input_4) [c] [] [input_4]
                reopen bb1.0;
                {
                    let value_5 = {
                        reopen bb1.2;
                        input_4
                    };
                    goto bb2;
                }
            bb2 join [c] [value_5]
                reopen bb2.0;
                {
                    reopen bb2.1;
                    let n = value_5;
                    break 'resume n;
                };
        "#]],
    );
}

#[test]
fn a_loop_whose_head_is_resumed_is_a_block() {
    check(
        "fn f(mut n: u32) -> impl Iterator<Item = u32> {
            while n > 0 {
                yield_!(n);
                n -= 1;
            }
        }",
        expect![[r#"
            bb0 start [n]
                reopen bb0.0;
                {
                    goto bb1;
                }
            bb1 loop 'repeat [n] []
                reopen bb1.0;
                {
                    'repeat: {
                        if n > 0 {
                            let value: u32 = n;
                            suspend 1;
                        }
                    }
                };
                break 'resume;
            bb2 resume 1 [n] [] []
                reopen bb2.0;
                {
                    {
                        {
                            n -= 1;
                        }
                        goto bb1;
                    }
                }
        "#]],
    );
}

#[test]
fn a_loop_that_suspends_once_stays_in_line() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            loop {
                break yield_!(1);
            }
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    loop {
                        let value: u32 = 1;
                        suspend 1;
                    }
                }
            bb1 resume 1 (input_2) [] [] [input_2]
                break 'resume {
                    'repeat: {
                        reopen bb1.2;
                        break 'repeat input_2;
                    }
                };
        "#]],
    );
}

#[test]
fn a_for_loop_keeps_its_iterator() {
    check(
        "fn f(list: Vec<u32>) -> impl Iterator<Item = u32> {
            for n in list {
                yield_!(n);
            }
        }",
        expect![[r#"
            bb0 start [list]
                reopen bb0.0;
                {
                    {
                        let mut iter = ::core::iter::IntoIterator::into_iter(list);
                        goto bb1;
                    }
                }
            bb1 loop 'repeat [list] [] [iter]
                reopen bb1.0;
                {
                    {
                        reopen bb1.2;
                        'repeat: {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(n) => {
                                    let value: u32 = n;
                                    suspend 1;
                                },
                                ::core::option::Option::None => {},
                            }
                        };
                    }
                };
                break 'resume;
            bb2 resume 1 [list] [] [iter] [n]
                reopen bb2.0;
                {
                    {
                        reopen bb2.2;
                        {
                            {
                                reopen bb2.3;
                            }
                            goto bb1;
                        }
                    }
                }
        "#]],
    );
}

#[test]
fn labels_lead_out_of_nested_loops() {
    check(
        "fn f(n: u32) -> impl Iterator<Item = u32> {
            'outer: for a in 0..n {
                for b in a..n {
                    if a == b {
                        continue 'outer;
                    }
                    yield_!(b);
                }
            }
        }",
        expect![[r#"
            bb0 start [n]
                reopen bb0.0;
                {
                    {
                        let mut iter_3 = ::core::iter::IntoIterator::into_iter(0..n);
                        goto bb1;
                    }
                }
            bb1 loop 'outer [n] [] [iter_3]
                reopen bb1.0;
                {
                    {
                        reopen bb1.2;
                        'outer: {
                            match ::core::iter::Iterator::next(&mut iter_3) {
                                ::core::option::Option::Some(a) => {
                                    {
                                        let mut iter_4 = ::core::iter::IntoIterator::into_iter(a..n);
                                        goto bb2;
                                    }
                                },
                                ::core::option::Option::None => {},
                            }
                        };
                    }
                };
                break 'resume;
            bb2 loop 'repeat [n] [] [iter_3] [a] [iter_4]
                reopen bb2.0;
                {
                    {
                        reopen bb2.2;
                        {
                            'outer_next: {
                                reopen bb2.3;
                                {
                                    reopen bb2.4;
                                    'repeat: {
                                        match ::core::iter::Iterator::next(&mut iter_4) {
                                            ::core::option::Option::Some(b) => {
                                                if a == b {
                                                    break 'outer_next;
                                                }
                                                let value: u32 = b;
                                                suspend 1;
                                            },
                                            ::core::option::Option::None => {},
                                        }
                                    };
                                }
                            }
                            goto bb1;
                        }
                    }
                }
            bb3 resume 1 [n] [] [iter_3] [a] [iter_4] [b]
                reopen bb3.0;
                {
                    {
                        reopen bb3.2;
                        {
                            {
                                reopen bb3.3;
                                {
                                    reopen bb3.4;
                                    {
                                        {
                                            reopen bb3.5;
                                        }
                                        goto bb2;
                                    }
                                }
                            }
                        }
                    }
                }
        "#]],
    );
}

#[test]
fn a_scope_is_opened_again_behind_a_suspension() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            {
                let guard = lock();
                yield_!(1);
                use_it(&guard);
            }
            done();
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    {
                        let guard = lock();
                        let value: u32 = 1;
                        suspend 1;
                    }
                }
            bb1 resume 1 [] [] [guard]
                {
                    {
                        reopen bb1.2;
                        use_it(&guard);
                    }
                    done();
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn arms_bind_what_they_carry() {
    check(
        "fn f(m: Message) -> impl Iterator<Item = u32> {
            match m {
                Message::Number(n) if n > 2 => yield_!(n),
                Message::Text(text) => yield_!(text.len()),
                _ => {}
            }
        }",
        expect![[r#"
            bb0 start [m]
                reopen bb0.0;
                {
                    match m {
                        Message::Number(n) if n > 2 => {
                            let value_3: u32 = n;
                            suspend 1;
                        }
                        Message::Text(text) => {
                            let value_4: u32 = text.len();
                            suspend 2;
                        }
                        _ => {}
                    }
                    break 'resume;
                }
            bb1 resume 1 [m] [] [n]
                reopen bb1.0;
                {
                    {
                        reopen bb1.2;
                    }
                    break 'resume;
                }
            bb2 resume 2 [m] [] [text]
                reopen bb2.0;
                {
                    {
                        reopen bb2.2;
                    }
                    break 'resume;
                }
            bb3 join, unreached [m] []
                reopen bb3.0;
                break 'resume;
        "#]],
    );
}

#[test]
fn a_let_else_leaves_by_its_else() {
    check(
        "fn f(o: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
            let Some(n) = o else {
                yield_!(0);
                return 1;
            };
            yield_!(n)
        }",
        expect![[r#"
            bb0 start (input_1) [o]
                reopen bb0.0;
                drop input;
                {
                    let Some(n) = o else {
                        let value_3: u32 = 0;
                        suspend 1;
                    };
                    let value_5: u32 = n;
                    suspend 2;
                }
            bb1 resume 1 (input_4) [o] [] []
                reopen bb1.0;
                {
                    {
                        drop input;
                        break 'resume 1;
                    }
                }
            bb2 resume 2 (input_6) [o] [n, input_6]
                reopen bb2.0;
                {
                    reopen bb2.1;
                    break 'resume input_6;
                };
        "#]],
    );
}

#[test]
fn a_delegation_is_a_loop() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            yield_from!(inner());
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    {
                        let operand = inner();
                        let mut inner = ::coro_core::__delegate!(operand, (), u32);
                        goto bb1;
                    }
                }
            bb1 loop 'delegate [] [] [operand, inner]
                {
                    {
                        reopen bb1.2;
                        'delegate: {
                            {
                                match ::coro_core::__private::resume(&mut inner, ()) {
                                    ::coro_core::CoroutineState::Yielded(item) => {
                                        let value_4: u32 = item;
                                        suspend 1;
                                    } ::coro_core::CoroutineState::Complete(value_3) => break 'delegate value_3
                                }
                            }
                        }
                    };
                };
                break 'resume;
            bb2 resume 1 [] [] [operand, inner] [] [item]
                {
                    {
                        reopen bb2.2;
                        {
                            {
                                {
                                    reopen bb2.4;
                                }
                            }
                            goto bb1;
                        }
                    }
                }
        "#]],
    );
}

#[test]
fn a_question_is_a_branch() {
    check(
        "fn f() -> impl Iterator<Item = Result<u32, E>> {
            let n = parse()?;
            yield_!(Ok(n));
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    let n = match ::coro_core::__private::branch(parse()) {
                        ::core::ops::ControlFlow::Continue(value_1) => value_1,
                        ::core::ops::ControlFlow::Break(residual) => {
                            let value_3: Result < u32, E > =::coro_core::__private::from_residual(residual);
                            suspend 1;
                        }
                    };
                    let value_4: Result < u32, E > =Ok(n);
                    suspend 2;
                }
            bb1 resume 1 [] [] [residual]
                {
                    {
                        reopen bb1.2;
                        break 'resume;
                    }
                }
            bb2 resume 2 [] [n]
                {
                    reopen bb2.1;
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn a_temporary_that_outlives_a_suspension_is_a_local() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            read(&make(), yield_!(1))
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    {
                        let mut temporary = make();
                        let value: u32 = 1;
                        suspend 1;
                    }
                }
            bb1 resume 1 (input_3) [] [] [temporary, input_3]
                break 'resume {
                    {
                        reopen bb1.2;
                        read(&temporary, input_3)
                    }
                };
        "#]],
    );
}

#[test]
fn a_lazy_operator_that_suspends_is_a_branch() {
    check(
        "fn f(c: bool) -> impl Resume<u32, u32, Return = u32> {
            u32::from(c && yield_!(1) > 2)
        }",
        expect![[r#"
            bb0 start (input_1) [c]
                reopen bb0.0;
                drop input;
                {
                    let value_4 = if c {
                        let value_2: u32 = 1;
                        suspend 1;
                    } else {
                        false
                    };
                    goto bb2;
                }
            bb1 resume 1 (input_3) [c] [] [input_3]
                reopen bb1.0;
                {
                    let value_4 = {
                        reopen bb1.2;
                        ({ input_3 }) > 2
                    };
                    goto bb2;
                }
            bb2 join [c] [value_4]
                reopen bb2.0;
                {
                    reopen bb2.1;
                    break 'resume u32::from(value_4);
                };
        "#]],
    );
}

#[test]
fn an_assignment_evaluates_its_value_first() {
    check(
        "fn f(mut list: Vec<u32>) -> impl Resume<u32, u32, Return = u32> {
            list[index()] = yield_!(1);
            list[0]
        }",
        expect![[r#"
            bb0 start (input_1) [list]
                reopen bb0.0;
                drop input;
                {
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 (input_3) [list] [input_3]
                reopen bb1.0;
                break 'resume {
                    reopen bb1.1;
                    list[index()] = input_3;
                    list[0]
                };
        "#]],
    );
}

#[test]
fn closures_stay_as_they_are() {
    check(
        "fn f(k: u32) -> impl Iterator<Item = u32> {
            let add = move |n: u32| n + k;
            yield_!(add(1));
            yield_!(add(2));
        }",
        expect![[r#"
            bb0 start [k]
                reopen bb0.0;
                {
                    let add = move |n: u32 | n + k;
                    let value_3: u32 = add(1);
                    suspend 1;
                }
            bb1 resume 1 [k] [add]
                reopen bb1.0;
                {
                    reopen bb1.1;
                    let value_4: u32 = add(2);
                    suspend 2;
                }
            bb2 resume 2 [k] [add]
                reopen bb2.0;
                {
                    reopen bb2.1;
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn items_are_declared_once() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            const LIMIT: u32 = 3;
            yield_!(LIMIT);
            yield_!(LIMIT + 1);
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    let value_0: u32 = LIMIT;
                    suspend 1;
                }
            bb1 resume 1 [] []
                {
                    let value_1: u32 = LIMIT + 1;
                    suspend 2;
                }
            bb2 resume 2 [] []
                break 'resume;
        "#]],
    );
}

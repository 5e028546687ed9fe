//! What blocks are passed, construct by construct: values, remnants, and what only some paths have.
#![allow(clippy::needless_raw_string_hashes, reason = "`UPDATE_EXPECT=1` writes them")]

use expect_test::{Expect, expect};

use crate::compile::graph;

/// Compares the graph of a function with what is expected; `UPDATE_EXPECT=1` writes it anew.
fn check(function: &str, expected: Expect) {
    let tokens = function.parse().expect("the function is tokens");
    let graph = graph(tokens, true).expect("the function is accepted");
    expected.assert_eq(&graph);
}

#[test]
fn what_is_mentioned_again_is_passed_as_it_is() {
    check(
        "fn f(n: u32) -> impl Iterator<Item = u32> {
            yield_!(1);
            yield_!(n);
        }",
        expect![[r#"
            bb0(n) start [n]
                reopen bb0.0;
                {
                    let value_1: u32 = 1;
                    suspend 1(n);
                }
            bb1(n) resume 1 [n] []
                reopen bb1.0;
                {
                    let value_2: u32 = n;
                    suspend 2;
                }
            bb2 resume 2 [n] []
                reopen bb2.0;
                break 'resume;
        "#]],
    );
}

#[test]
fn what_is_not_mentioned_again_is_a_remnant() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            let guard = lock();
            yield_!(1);
            done();
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    let guard = lock();
                    let value: u32 = 1;
                    suspend 1(guard: remnant);
                }
            bb1(guard: remnant) resume 1 [] [guard]
                {
                    reopen bb1.1;
                    done();
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn what_has_no_destructor_is_not_passed() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            let n: u32 = count();
            println!(\"{n}\");
            yield_!(1);
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    let n: u32 = count();
                    println!("{n}");
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 [] [n]
                {
                    reopen bb1.1;
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn what_has_moved_is_not_passed() {
    check(
        "fn f(text: String) -> impl Iterator<Item = u32> {
            send(text);
            yield_!(1);
        }",
        expect![[r#"
            bb0(text) start [text]
                reopen bb0.0;
                {
                    send(text);
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 [text] []
                reopen bb1.0;
                break 'resume;
        "#]],
    );
}

#[test]
fn what_moves_on_some_paths_is_optional() {
    check(
        "fn f(mut text: String, c: bool) -> impl Iterator<Item = u32> {
            if c {
                send(text);
            }
            yield_!(1);
            text = String::new();
        }",
        expect![[r#"
            bb0(text, c) start [text, c]
                reopen bb0.0;
                {
                    if c {
                        {
                            send(text);
                        };
                        goto bb1(text: optional);
                    } else {
                        {};
                        goto bb1(text: optional);
                    }
                }
            bb1(text: optional) join [text, c] []
                reopen bb1.0;
                {
                    let value: u32 = 1;
                    suspend 1(text: optional);
                }
            bb2(text: optional) resume 1 [text, c] []
                reopen bb2.0;
                {
                    text = String::new();
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn what_gets_its_value_later_is_not_passed() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            let n;
            let m = yield_!(1);
            n = m + 1;
            n
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let n;
                    let value: u32 = 1;
                    suspend 1;
                }
            bb1 resume 1 (input_4) [] [n, input_4]
                {
                    reopen bb1.1;
                    let m = input_4;
                    n = m + 1;
                    break 'resume n;
                };
        "#]],
    );
}

#[test]
fn what_ends_in_front_of_a_suspension_is_not_passed() {
    check(
        "fn f() -> impl Iterator<Item = u32> {
            {
                let guard = lock();
                guard.touch();
            }
            yield_!(1);
        }",
        expect![[r#"
            bb0 start []
                reopen bb0.0;
                {
                    {
                        let guard = lock();
                        guard.touch();
                    }
                    let value: u32 = 1;
                    suspend 1 leaves(guard);
                }
            bb1 resume 1 [] []
                break 'resume;
        "#]],
    );
}

#[test]
fn what_a_jump_leaves_ends_there() {
    check(
        "fn f(n: u32) -> impl Iterator<Item = u32> {
            for i in 0..n {
                let guard = lock(i);
                if i == 3 {
                    break;
                }
                yield_!(i);
                guard.touch();
            }
        }",
        expect![[r#"
            bb0(n) start [n]
                reopen bb0.0;
                {
                    {
                        let mut iter = ::core::iter::IntoIterator::into_iter(0..n);
                        goto bb1(iter);
                    }
                }
            bb1(iter) loop 'repeat [n] [] [iter]
                reopen bb1.0;
                {
                    {
                        reopen bb1.2;
                        'repeat: {
                            match ::core::iter::Iterator::next(&mut iter) {
                                ::core::option::Option::Some(i) => {
                                    let guard = lock(i);
                                    if i == 3 {
                                        break 'repeat;
                                    }
                                    let value: u32 = i;
                                    suspend 1(guard, iter);
                                },
                                ::core::option::Option::None => {},
                            }
                        };
                    }
                };
                break 'resume;
            bb2(guard, iter) resume 1 [n] [] [iter] [i, guard]
                reopen bb2.0;
                {
                    {
                        reopen bb2.2;
                        {
                            {
                                reopen bb2.3;
                                guard.touch();
                            }
                            goto bb1(iter) leaves(guard);
                        }
                    }
                }
        "#]],
    );
}

#[test]
fn locals_of_one_name_are_two() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            let x = first();
            let y = yield_!(1);
            let x = second(x);
            let z = yield_!(2);
            x + y + z
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let x_1 = first();
                    let value_5: u32 = 1;
                    suspend 1(x_1);
                }
            bb1(x_1) resume 1 (input_6) [] [x_1, input_6]
                {
                    reopen bb1.1;
                    let y = input_6;
                    let x_3 = second(x_1);
                    let value_7: u32 = 2;
                    suspend 2(y, x_3);
                }
            bb2(y, x_3) resume 2 (input_8) [] [x_1, input_6, y, x_3, input_8]
                {
                    reopen bb2.1;
                    let z = input_8;
                    break 'resume x_3 + y + z;
                };
        "#]],
    );
}

#[test]
fn an_operand_that_waits_is_passed() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            add(make(), yield_!(1))
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let operand = make();
                    let value: u32 = 1;
                    suspend 1(operand);
                }
            bb1(operand) resume 1 (input_3) [] [operand, input_3]
                {
                    reopen bb1.1;
                    break 'resume add(operand, input_3);
                };
        "#]],
    );
}

#[test]
fn a_head_is_passed_what_its_rounds_need() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            let mut total = 0;
            loop {
                let n = yield_!(total);
                if n == 0 {
                    return total;
                }
                total += n;
            }
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let mut total = 0;
                    goto bb1(total);
                }
            bb1(total) loop 'repeat [] [total]
                {
                    reopen bb1.1;
                    'repeat: {
                        {
                            let value: u32 = total;
                            suspend 1(total);
                        }
                    }
                }
            bb2(total) resume 1 (input_4) [] [total] [input_4]
                {
                    reopen bb2.1;
                    {
                        {
                            reopen bb2.2;
                            let n = input_4;
                            if n == 0 {
                                break 'resume total;
                            }
                            total += n;
                        }
                        goto bb1(total);
                    }
                };
        "#]],
    );
}

#[test]
fn what_a_pattern_moves_out_of_is_in_parts() {
    check(
        "fn f(pair: (String, String)) -> impl Iterator<Item = u32> {
            let (a, _) = pair;
            yield_!(1);
            send(a);
        }",
        expect![[r#"
            bb0(pair) start [pair]
                reopen bb0.0;
                {
                    let (a, _) = pair;
                    let value: u32 = 1;
                    suspend 1(pair: remnant, a);
                }
            bb1(pair: remnant, a) resume 1 [pair] [a]
                reopen bb1.0;
                {
                    reopen bb1.1;
                    send(a);
                };
                break 'resume;
        "#]],
    );
}

#[test]
fn what_is_assigned_anew_is_not_passed() {
    check(
        "fn f() -> impl Resume<u32, u32, Return = u32> {
            let mut text = make();
            let n = yield_!(1);
            text = again(n);
            yield_!(2);
            text.len()
        }",
        expect![[r#"
            bb0 start (input_0) []
                reopen bb0.0;
                drop input;
                {
                    let mut text = make();
                    let value_3: u32 = 1;
                    suspend 1(text: remnant);
                }
            bb1(text: remnant) resume 1 (input_4) [] [text, input_4]
                {
                    reopen bb1.1;
                    let n = input_4;
                    text = again(n);
                    let value_5: u32 = 2;
                    suspend 2(text);
                }
            bb2(text) resume 2 (input_6) [] [text, input_4, n]
                {
                    reopen bb2.1;
                    drop input;
                    break 'resume text.len();
                };
        "#]],
    );
}

#[test]
fn a_jump_past_a_join_passes_the_same() {
    check(
        "fn f(c: bool, d: bool) -> impl Resume<u32, u32, Return = u32> {
            if c {
                if d {
                    yield_!(1);
                }
            }
            yield_!(2)
        }",
        expect![[r#"
            bb0(c, d) start (input_2) [c, d]
                reopen bb0.0;
                drop input;
                {
                    if c {
                        if d {
                            let value_3: u32 = 1;
                            suspend 1;
                        }
                        goto bb3;
                    }
                    goto bb3;
                }
            bb1 resume 1 (input_4) [c, d] [] [] []
                reopen bb1.0;
                {
                    {
                        {
                            drop input;
                        }
                        goto bb3;
                    }
                }
            bb2 join, skipped for bb3 [c, d] [] []
                reopen bb2.0;
                {
                    goto bb3;
                }
            bb3 join [c, d] []
                reopen bb3.0;
                {
                    let value_5: u32 = 2;
                    suspend 2;
                }
            bb4 resume 2 (input_6) [c, d] [input_6]
                reopen bb4.0;
                {
                    reopen bb4.1;
                    break 'resume input_6;
                };
        "#]],
    );
}

#[test]
fn a_closure_keeps_what_it_captures() {
    check(
        "fn f(k: u32, list: Vec<u32>) -> impl Iterator<Item = u32> {
            let add = move |n: u32| n + list.len() as u32;
            yield_!(add(k));
            yield_!(add(1));
        }",
        expect![[r#"
            bb0(k, list) start [k, list]
                reopen bb0.0;
                {
                    let add = move |n: u32 | n + list.len() as u32;
                    let value_4: u32 = add(k);
                    suspend 1(add);
                }
            bb1(add) resume 1 [k, list] [add]
                reopen bb1.0;
                {
                    reopen bb1.1;
                    let value_5: u32 = add(1);
                    suspend 2(add: remnant);
                }
            bb2(add: remnant) resume 2 [k, list] [add]
                reopen bb2.0;
                {
                    reopen bb2.1;
                };
                break 'resume;
        "#]],
    );
}

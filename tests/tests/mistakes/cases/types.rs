//# wrong_return_value: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = String> {
    yield_!(1);
    "text"
}

//# wrong_early_return: E0308
#[coroutine]
fn subject(early: bool) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    if early {
        return "text";
    }
    1
}

//# missing_return_value: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    let n = 3;
    let _ = n;
}

//# wrong_yield: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    yield_!("text");
}

//# wrong_use_of_the_input: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let text: String = yield_!(1);
    drop(text);
}

//# wrong_argument: E0308
fn take(_: u32) {}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    take("text");
}

//# too_few_arguments: E0061
fn take(_: u32, _: u32) {}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    take(yield_!(1));
}

//# too_many_method_arguments: E0061
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = usize> {
    yield_!(1);
    name.len(3)
}

//# branches_of_different_types: E0308
#[coroutine]
fn subject(early: bool) -> impl Resume<u32, u32, Return = ()> {
    let n = if early { yield_!(1) } else { "text" };
    let _ = n;
}

//# arms_of_different_types: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = ()> {
    let n = match n {
        0 => yield_!(1),
        _ => "text",
    };
    let _ = n;
}

//# if_without_else_as_a_value: E0317
#[coroutine]
fn subject(early: bool) -> impl Resume<u32, u32, Return = ()> {
    let n: u32 = if early { yield_!(1) };
    let _ = n;
}

//# condition_that_is_no_bool: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    if yield_!(1) {
        yield_!(2);
    }
}

//# loop_condition_that_is_no_bool: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    while yield_!(1) {}
}

//# break_of_the_wrong_type: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    loop {
        if yield_!(1) > 3 {
            break "text";
        }
    }
}

//# operands_of_different_types: E0277
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u64> {
    let n: u64 = 3;
    n + yield_!(1)
}

//# compared_with_another_type: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = bool> {
    yield_!(1) == "text"
}

//# not_callable: E0618
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    n()
}

//# not_indexable: E0608
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    n[0]
}

//# index_of_the_wrong_type: E0277
#[coroutine]
fn subject(numbers: Vec<u32>) -> impl Resume<u32, u32, Return = u32> {
    numbers[yield_!(1)]
}

//# not_dereferenceable: E0614
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    *n
}

//# unknown_field: E0609
#[coroutine]
fn subject(pair: (u32, u32)) -> impl Resume<u32, u32, Return = u32> {
    yield_!(pair.0);
    pair.third
}

//# unknown_field_in_a_literal: E0560
struct Point {
    x: u32,
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = Point> {
    Point { x: yield_!(1), z: 3 }
}

//# missing_field_in_a_literal: E0063
struct Point {
    x: u32,
    y: u32,
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = Point> {
    Point { x: yield_!(1) }
}

//# unknown_method: E0599
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    n.frobnicate()
}

//# impossible_cast: E0606
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    "text" as u32
}

//# cast_that_needs_a_comparison: E0054
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = bool> {
    yield_!(1) as bool
}

//# unknown_type_of_a_collection: E0283
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    let all = [1, 2].into_iter().collect();
    drop(all);
}

//# unknown_type_of_nothing: E0282
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let nothing = None;
    yield_!(1);
    let _ = nothing.is_some();
}

//# question_mark_where_nothing_fails: E0277
#[coroutine]
fn subject(text: &str) -> impl Resume<u32, u32, Return = u32> {
    let n: u32 = text.parse()?;
    yield_!(n)
}

//# question_mark_with_the_wrong_error: E0277
struct Failure;

#[coroutine]
fn subject(n: Result<u32, String>) -> impl Resume<u32, u32, Return = Result<u32, Failure>> {
    let n = n?;
    Ok(yield_!(n))
}

//# question_mark_on_a_number: E0277
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = Option<u32>> {
    let n = n?;
    Some(yield_!(n))
}

//# negated_unsigned: E0600
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    -yield_!(1)
}

//# array_of_different_types: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let _ = [yield_!(1), "text"];
}

//# pattern_of_another_type: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let Some(n) = yield_!(1) else { return };
    let _: u32 = n;
}

//# tuple_pattern_of_another_length: E0308
#[coroutine]
fn subject(pair: (u32, u32)) -> impl Resume<u32, u32, Return = ()> {
    let (a, b, c) = pair;
    yield_!(a + b + c);
}

//# iterated_over_a_number: E0277
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = ()> {
    for i in n {
        yield_!(i);
    }
}

//# assigned_another_type: E0308
#[coroutine]
fn subject(mut n: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(n);
    n = "text";
    n
}

//# assigned_to_a_value: E0070
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    3 = yield_!(1);
}

//# blocks_are_assigned_beside_a_local: E0070
#[coroutine]
fn subject(flag: bool) -> impl Resume<u32, u32, Return = u32> {
    let n = 1;
    let x;
    yield_!(n);
    let pair = (2, 3);
    ({ n }, _) = pair;
    ([unsafe { n }], (if flag { n } else { 4 }, _)) = ([5], (6, 'l: { yield_!(x) }));
    x
}

//# parts_of_a_local_are_assigned_by_patterns_that_do_not_fit: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let mut n = 1;
    yield_!(n);
    let (triple, pair) = ((1, 2, 3), [4, 5]);
    (n, _) = triple;
    [n, _, _] = pair;
    n
}

//# a_value_is_left_at_the_end_of_a_loop_behind_a_suspension: E0308
#[coroutine]
fn subject(mut list: Vec<u32>) -> impl Resume<u32, u32, Return = ()> {
    for n in 0..3 {
        yield_!(n);
        if n > 1 { list.pop() }
    }
}

//# a_loop_is_left_with_two_types: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = usize> {
    let last = loop {
        if yield_!(1) == 1 {
            break "one";
        }
        if yield_!(2) == 2 {
            break 2;
        }
    };
    last.len()
}

//# a_block_is_left_without_its_wrapper: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = Result<u32, String>> {
    let last: Result<u32, String> = 'tries: {
        match yield_!(1) {
            0 => break 'tries String::new(),
            n => {
                yield_!(n);
            }
        }
        Ok(yield_!(2))
    };
    last
}

//# assigned_another_type_and_not_read: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let mut n = 1;
    yield_!(1);
    n = "two";
}

//# assigned_another_type_after_two_suspensions: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = usize> {
    let mut names = vec![String::new()];
    yield_!(1);
    yield_!(2);
    names = vec![3];
    names.len()
}

//# assigned_another_type_in_a_loop: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let mut last = None;
    loop {
        let n = yield_!(1);
        last = Some(n);
        yield_!(2);
        last = Some("text");
    }
}

//# set_to_different_types: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let n;
    if yield_!(1) > 2 {
        n = 1;
        drop(n);
    } else {
        yield_!(2);
        n = "text";
        drop(n);
    }
}

//# value_at_the_end_of_a_branch_without_else: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    if n > 3 {
        yield_!(1);
        n + 1
    }
    7
}

//# value_at_the_end_of_a_loop: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    for i in 0..n {
        yield_!(i);
        "text"
    }
    7
}

//# input_at_the_end_of_a_loop: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    for i in 0..n {
        yield_!(i)
    }
    7
}

//# values_of_a_statement_in_both_branches: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    if n > 3 {
        drop(n)
    } else {
        yield_!(1);
        n.to_string()
    }
    7
}

//# value_of_an_arm_of_a_statement: E0308
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    match n {
        Some(n) => drop(yield_!(n)),
        None => None,
    }
    7
}

//# values_of_two_types_that_nobody_takes: E0308
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    match n {
        0 => { yield_!(1); 3 }
        _ => "text",
    };
    7
}

//# a_new_value_of_another_type: E0308
#[coroutine]
fn subject(count: u32) -> impl Resume<u32, u32, Return = Option<u32>> {
    let mut best = None;
    for i in 0..count {
        if i > 2 {
            best = yield_!(i);
        }
    }
    best
}

//# a_name_given_to_a_new_value_of_another_type: E0308
#[coroutine]
fn subject(count: u32) -> impl Resume<u32, u32, Return = String> {
    let mut last = String::new();
    for i in 0..count {
        let got = yield_!(i);
        last = got;
    }
    last
}

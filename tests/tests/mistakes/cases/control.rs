//# break_outside_a_loop: E0268
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    break;
}

//# continue_outside_a_loop: E0268
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    if yield_!(1) > 2 {
        continue;
    }
}

//# unknown_label: E0426
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    'outer: loop {
        if yield_!(1) > 2 {
            break 'other;
        }
        break 'outer;
    }
}

//# label_of_an_ended_loop: E0426
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    'first: for i in 0..3 {
        yield_!(i);
        continue 'first;
    }
    loop {
        yield_!(1);
        break 'first;
    }
}

//# break_with_a_value_from_while: E0571
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    while yield_!(1) > 2 {
        break 3;
    }
}

//# break_with_a_value_from_for: E0571
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    for i in 0..3 {
        break yield_!(i);
    }
}

//# break_without_a_label_in_a_labelled_block: E0695
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    loop {
        'block: {
            if yield_!(1) > 2 {
                break 'block;
            }
            break;
        }
    }
}

//# continue_to_a_labelled_block: E0696
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    'block: {
        yield_!(1);
        continue 'block;
    }
}

//# break_in_a_closure: E0267
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    loop {
        yield_!(1);
        let leave = || break;
        leave();
    }
}

//# break_to_a_label_outside_a_closure: E0767
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    'outer: loop {
        yield_!(1);
        let leave = || {
            loop {
                break 'outer;
            }
        };
        leave();
    }
}

//# break_value_missing: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    loop {
        if yield_!(1) > 2 {
            break;
        }
    }
}

//# unlabelled_break_in_a_loop_condition: E0590
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    while { if yield_!(1) > 2 { break } true } {
        yield_!(2);
    }
}

//# missing_arm: E0004
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    match n {
        Some(n) => yield_!(n),
    }
}

//# missing_arm_behind_a_guard: E0004
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    match n {
        n if n > 3 => yield_!(n),
        0..=2 => 1,
    }
}

//# missing_arm_of_what_was_resumed: E0004
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    match yield_!(1) {
        0 => 1,
        1 => yield_!(2),
    }
}

//# pattern_that_may_fail: E0005
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    let Some(n) = n;
    yield_!(n)
}

//# pattern_of_a_loop_that_may_fail: E0005
#[coroutine]
fn subject(all: Vec<Option<u32>>) -> impl Resume<u32, u32, Return = ()> {
    for Some(n) in all {
        yield_!(n);
    }
}

//# else_that_goes_on: E0308
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    let Some(n) = n else {
        yield_!(1);
    };
    n
}

//# call_of_an_unsafe_function: E0133
unsafe fn danger() -> u32 {
    1
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    danger()
}

//# range_pattern_the_wrong_way_round: E0030
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    match n {
        5..=1 => yield_!(n),
        _ => 0,
    }
}

//# error_in_code_that_never_runs: E0308
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    return n;
    let text: String = 3;
    yield_!(2)
}

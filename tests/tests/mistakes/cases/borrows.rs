//# borrowed_mutably_though_not_mut: E0596
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = usize> {
    let names = Vec::new();
    names.push(yield_!(1));
    names.len()
}

//# mutable_reference_to_a_parameter_that_is_not_mut: E0596
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    let name = &mut name;
    name.clear();
}

//# changed_through_a_shared_reference: E0594
#[coroutine]
fn subject(pair: &(u32, u32)) -> impl Resume<u32, u32, Return = ()> {
    pair.0 = yield_!(1);
}

//# two_mutable_borrows: E0499
#[coroutine]
fn subject(mut name: String) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    let first = &mut name;
    let second = &mut name;
    first.clear();
    second.clear();
}

//# shared_and_mutable_borrow: E0502
#[coroutine]
fn subject(mut names: Vec<String>) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    for name in &names {
        names.push(name.clone());
    }
}

//# changed_while_borrowed: E0506
#[coroutine]
fn subject(mut n: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    let view = &n;
    n = 2;
    *view
}

//# moved_while_borrowed: E0505
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = usize> {
    yield_!(1);
    let view = name.as_str();
    drop(name);
    view.len()
}

//# used_while_borrowed_mutably: E0503
#[coroutine]
fn subject(mut n: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    let view = &mut n;
    let sum = n + 1;
    *view = 3;
    sum
}

//# reference_outlives_its_block: E0597
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    let view;
    {
        let n = 3;
        view = &n;
    }
    *view
}

//# temporary_dies_too_early: E0716
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = usize> {
    yield_!(1);
    let view = String::from("text").as_str();
    view.len()
}

//# closure_borrows_what_another_changes: E0499
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let mut n = yield_!(1);
    let mut first = || n += 1;
    let mut second = || n += 2;
    first();
    second();
    n
}

//# closure_is_not_mut: E0596
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let mut n = yield_!(1);
    let add = || n += 1;
    add();
    n
}

//# changed_in_a_guard: E0506
#[coroutine]
fn subject(mut name: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    match name {
        Some(n) if { name = None; n > 1 } => yield_!(n),
        _ => 0,
    }
}

//# a_returned_reference_to_a_local: E0515
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = &'static str> {
    let name = String::from("text");
    yield_!(1);
    name.as_str()
}

//# static_mut_without_unsafe: E0133
static mut COUNT: u32 = 0;

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let n = yield_!(1);
    COUNT = n;
}

//# iterator_over_a_vec_that_changes: E0502
#[coroutine]
fn subject(mut numbers: Vec<u32>) -> impl Resume<u32, u32, Return = usize> {
    let n = yield_!(1);
    let first = numbers.first();
    numbers.push(n);
    first.map_or(0, |n| *n as usize)
}

//# a_list_that_grows_while_it_is_walked: E0502
#[coroutine]
fn subject(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    for n in list.iter() {
        list.push(1);
        yield_!(*n);
    }
}

//# a_list_that_grows_after_each_yield: E0502
#[coroutine]
fn subject(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    for n in list.iter() {
        yield_!(*n);
        list.push(1);
    }
}

//# a_list_that_is_lent_mutably_twice: E0499
#[coroutine]
fn subject(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    for n in list.iter_mut() {
        *n += 1;
        yield_!(*n);
        list.clear();
    }
}

//# an_element_that_is_kept_while_the_list_changes: E0502
#[coroutine]
fn subject(list: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    let first = &list[0];
    yield_!(1);
    list.push(1);
    yield_!(*first);
}

//# a_borrowed_value_instead_of_a_value: E0308
#[coroutine]
fn subject(n: u32) -> impl Iterator<Item = String> {
    yield_!(&n.to_string());
}

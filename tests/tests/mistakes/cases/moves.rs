//# used_after_move: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = ()> {
    drop(name);
    yield_!(1);
    println!("{name}");
}

//# moved_in_a_loop: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = ()> {
    loop {
        yield_!(1);
        drop(name);
    }
}

//# moved_in_one_branch: E0382
#[coroutine]
fn subject(name: String, early: bool) -> impl Resume<u32, u32, Return = usize> {
    if early {
        drop(name);
    }
    yield_!(1);
    name.len()
}

//# moved_into_a_closure: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = usize> {
    let length = move || name.len();
    yield_!(1);
    length() + name.len()
}

//# moved_field: E0382
#[coroutine]
fn subject(pair: (String, u32)) -> impl Resume<u32, u32, Return = (String, u32)> {
    drop(pair.0);
    yield_!(pair.1);
    pair
}

//# moved_by_a_pattern: E0382
#[coroutine]
fn subject(name: Option<String>) -> impl Resume<u32, usize, Return = Option<String>> {
    if let Some(name) = name {
        yield_!(name.len());
    }
    name
}

//# moved_by_a_for_loop: E0382
#[coroutine]
fn subject(names: Vec<String>) -> impl Resume<u32, String, Return = usize> {
    for name in names {
        yield_!(name);
    }
    names.len()
}

//# moved_by_a_yield: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, String, Return = String> {
    yield_!(name);
    name
}

//# moved_twice_in_one_call: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = (String, String)> {
    yield_!(1);
    (name, name)
}

//# moved_out_of_a_reference: E0507
#[coroutine]
fn subject(name: &String) -> impl Resume<u32, u32, Return = String> {
    yield_!(1);
    *name
}

//# moved_out_of_a_vec: E0507
#[coroutine]
fn subject(names: Vec<String>) -> impl Resume<u32, u32, Return = ()> {
    let at = yield_!(1) as usize;
    drop(names[at]);
}

//# moved_out_of_a_type_with_a_destructor: E0509
struct Guard(String);

impl Drop for Guard {
    fn drop(&mut self) {}
}

#[coroutine]
fn subject(guard: Guard) -> impl Resume<u32, u32, Return = String> {
    yield_!(1);
    guard.0
}

//# moved_in_a_closure_that_is_called_again: E0507
fn twice(f: impl Fn()) {
    f();
    f();
}

#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    twice(move || drop(name));
}

//# read_before_it_is_set: E0381
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n: u32;
    yield_!(1);
    n
}

//# set_on_one_path_only: E0381
#[coroutine]
fn subject(early: bool) -> impl Resume<u32, u32, Return = u32> {
    let n;
    if early {
        n = yield_!(1);
    }
    n + 1
}

//# set_in_a_loop_that_may_not_run: E0381
#[coroutine]
fn subject(limit: u32) -> impl Resume<u32, u32, Return = u32> {
    let n;
    for i in 0..limit {
        n = yield_!(i);
        break;
    }
    n
}

//# set_twice: E0384
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    n = yield_!(2);
    n
}

//# changed_though_not_mut: E0384
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(n);
    n += 1;
    n
}

//# set_in_a_loop_though_not_mut: E0384
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let n;
    loop {
        n = yield_!(1);
        if n > 3 {
            continue;
        }
    }
}

//# assigned_to_a_part_of_what_was_moved: E0382
#[coroutine]
fn subject(mut pair: (String, u32)) -> impl Resume<u32, u32, Return = ()> {
    drop(pair);
    yield_!(1);
    pair.1 = 3;
}

//# set_by_one_branch_that_suspends_again: E0381
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = String> {
    let name;
    if yield_!(1) > 2 {
        name = String::new();
        yield_!(name.len() as u32);
    }
    yield_!(2);
    name
}

//# set_by_one_arm: E0381
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    let result;
    match n {
        0 => result = yield_!(1),
        _ => { yield_!(2); }
    }
    println!("{result}");
    result
}

//# read_before_it_is_set_in_a_loop: E0381
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let mut n: u32;
    loop {
        let next = yield_!(1);
        n += next;
    }
}

//# moved_and_captured_later: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = usize> {
    drop(name);
    yield_!(1);
    let length = || name.len();
    length()
}

//# moved_before_two_suspensions: E0382
#[coroutine]
fn subject(name: String) -> impl Resume<u32, u32, Return = String> {
    let other = name;
    yield_!(1);
    yield_!(2);
    if other.is_empty() { name } else { other }
}

//# parameter_set_though_not_mut: E0384
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    n = 2;
    yield_!(2);
    n
}

//# bound_by_a_pattern_and_set_though_not_mut: E0384
#[coroutine]
fn subject(pair: (u32, String)) -> impl Resume<u32, u32, Return = String> {
    let (n, name) = pair;
    yield_!(n);
    name = String::new();
    name
}

//# item_of_a_loop_set_though_not_mut: E0384
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    for i in 0..3 {
        let next = yield_!(1);
        i = next;
        yield_!(i);
    }
}

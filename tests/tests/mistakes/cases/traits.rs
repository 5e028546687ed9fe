//# value_without_debug: E0277
struct Plain;

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = String> {
    yield_!(1);
    format!("{:?}", Plain)
}

//# value_without_display: E0277
struct Plain;

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let plain = Plain;
    yield_!(1);
    println!("{plain}");
}

//# value_that_is_not_send: E0277
fn send(_: impl Send) {}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let shared = std::rc::Rc::new(1);
    yield_!(*shared);
    send(shared);
}

//# thread_that_captures_what_is_not_send: E0277
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let shared = std::rc::Rc::new(1);
    let n = yield_!(*shared);
    std::thread::spawn(move || *shared + n);
}

//# generic_without_its_bound: E0369
#[coroutine]
fn subject<T>(a: T, b: T) -> impl Resume<u32, u32, Return = bool> {
    yield_!(1);
    a == b
}

//# generic_that_is_not_clone: E0599
#[coroutine]
fn subject<T>(a: T) -> impl Resume<u32, u32, Return = T> {
    yield_!(1);
    a.clone()
}

//# generic_that_is_not_copy: E0382
#[coroutine]
fn subject<T>(a: T) -> impl Resume<u32, u32, Return = (T, T)> {
    let b = a;
    yield_!(1);
    (a, b)
}

//# sum_of_what_cannot_be_summed: E0277
#[coroutine]
fn subject(names: Vec<String>) -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    names.iter().sum()
}

//# sorted_without_an_order: E0277
#[coroutine]
fn subject(mut numbers: Vec<f64>) -> impl Resume<u32, u32, Return = Vec<f64>> {
    yield_!(1);
    numbers.sort();
    numbers
}

//# key_that_cannot_be_hashed: E0277
#[coroutine]
fn subject(n: f64) -> impl Resume<u32, u32, Return = ()> {
    let mut map = std::collections::HashMap::new();
    yield_!(1);
    map.insert(n, 1);
}

//# collected_into_another_type: E0277
#[coroutine]
fn subject(numbers: Vec<u32>) -> impl Resume<u32, u32, Return = Vec<String>> {
    yield_!(1);
    numbers.into_iter().collect()
}

//# conversion_that_does_not_exist: E0277
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u8> {
    let n = yield_!(1);
    n.into()
}

//# reference_that_lives_too_short: E0621
#[coroutine]
fn subject<'a>(first: &'a str, second: &str) -> impl Resume<u32, u32, Return = &'a str> {
    if yield_!(1) > 3 { first } else { second }
}

//# references_of_different_lives: -
#[coroutine]
fn subject<'a, 'b>(first: &'a str, second: &'b str) -> impl Resume<u32, u32, Return = &'a str> {
    if yield_!(1) > 3 { first } else { second }
}

//# reference_that_is_not_static: E0521
fn forever(_: &'static str) {}

#[coroutine]
fn subject<'a>(name: &'a str) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    forever(name);
}

//# generic_argument_missing: E0107
struct Pair<A, B>(A, B);

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let pair: Pair<u32> = Pair(yield_!(1), 2);
    drop(pair.0);
}

//# method_of_a_trait_that_is_not_in_scope: E0599
mod inner {
    pub trait Double {
        fn double(&self) -> u32;
    }

    impl Double for u32 {
        fn double(&self) -> u32 {
            self * 2
        }
    }
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let n = yield_!(1);
    n.double()
}

//# ambiguous_parse: E0284
#[coroutine]
fn subject(text: &str) -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    let n = text.parse().unwrap();
    let _ = n;
}

//# closure_of_the_wrong_arity: E0593
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = Option<u32>> {
    yield_!(1);
    n.map(|a, b| a + b)
}

//# generator_item_of_another_type: E0308
#[coroutine]
fn subject() -> impl Iterator<Item = String> {
    for i in 0..3 {
        yield_!(i);
    }
}

//# generator_that_returns_a_value: E0308
#[coroutine]
fn subject() -> impl Iterator<Item = u32> {
    yield_!(1);
    3
}

//# unknown_local: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    missing
}

//# unknown_local_in_a_format_string: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = String> {
    yield_!(1);
    format!("{missing}")
}

//# local_of_another_block: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    {
        let n = yield_!(1);
        let _ = n;
    }
    n
}

//# loop_variable_after_the_loop: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    for i in 0..3 {
        yield_!(i);
    }
    i
}

//# local_of_another_arm: E0425
#[coroutine]
fn subject(n: Option<u32>) -> impl Resume<u32, u32, Return = u32> {
    match n {
        Some(some) => yield_!(some),
        None => some,
    }
}

//# used_before_its_let: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(later);
    let later = 3;
    later
}

//# unknown_function: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    missing(yield_!(1))
}

//# unknown_type: E0425
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    let n: Missing = yield_!(1);
    let _ = n;
}

//# unknown_variant: E0599
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = Option<u32>> {
    Option::Many(yield_!(1))
}

//# unknown_path: E0433
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    missing::function(yield_!(1))
}

//# unknown_macro: -
#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    missing!();
}

//# private_function: E0603
mod inner {
    fn hidden() -> u32 {
        1
    }
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    yield_!(1);
    inner::hidden()
}

//# private_field: E0616
mod inner {
    pub struct Point(u32);

    pub fn point() -> Point {
        Point(3)
    }
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = u32> {
    let point = inner::point();
    yield_!(1);
    point.0
}

//# private_method: E0624
mod inner {
    pub struct Point;

    impl Point {
        fn hidden(&self) {}
    }
}

#[coroutine]
fn subject() -> impl Resume<u32, u32, Return = ()> {
    yield_!(1);
    inner::Point.hidden();
}

//# private_field_in_a_pattern: E0451
mod inner {
    #[derive(Default)]
    pub struct Point {
        x: u32,
    }
}

#[coroutine]
fn subject(point: inner::Point) -> impl Resume<u32, u32, Return = u32> {
    let inner::Point { x } = point;
    yield_!(x)
}

//# the_same_name_twice_in_a_pattern: E0416
#[coroutine]
fn subject(pair: (u32, u32)) -> impl Resume<u32, u32, Return = u32> {
    let (a, a) = pair;
    yield_!(a)
}

//# the_same_parameter_twice: E0415
#[coroutine]
fn subject(a: u32, a: u32) -> impl Resume<u32, u32, Return = u32> {
    yield_!(a)
}

//# a_local_used_in_a_nested_function: E0434
#[coroutine]
fn subject(n: u32) -> impl Resume<u32, u32, Return = u32> {
    fn inner() -> u32 {
        n
    }
    yield_!(inner())
}

//# or_pattern_that_binds_on_one_side: E0408
#[coroutine]
fn subject(pair: (Option<u32>, u32)) -> impl Resume<u32, u32, Return = u32> {
    match pair {
        (Some(n), _) | (None, m) => yield_!(n),
    }
}

//# self_without_a_receiver: E0424
struct Host(u32);

impl Host {
    #[coroutine]
    fn subject() -> impl Resume<u32, u32, Return = u32> {
        yield_!(self.0)
    }
}

//! A closure is called by somebody else, who does not suspend.

#[coro_core::coroutine]
fn doubled(items: Vec<u32>) -> impl Iterator<Item = u32> {
    items.iter().for_each(|item| {
        yield_!(item * 2);
    });
}

#[coro_core::coroutine]
fn delegated(items: Vec<u32>) -> impl Iterator<Item = u32> {
    let each = move || yield_from!(items);
    each();
}

fn main() {
    let _ = (doubled(vec![1]), delegated(vec![1]));
}

//! What a loop borrows by a `by_ref` that is not an iterator's would begin anew behind a suspension.

struct List(Vec<u32>);

impl List {
    fn by_ref(&self) -> std::slice::Iter<'_, u32> {
        self.0.iter()
    }
}

#[coro_core::coroutine]
fn items(list: List) -> impl Iterator<Item = u32> {
    for n in list.by_ref() {
        yield_!(*n);
    }
}

fn main() {}

//! What is left of a struct of which a part was moved has no name, and cannot be carried.
use coro_core::Resume;

struct Request {
    name: String,
    body: Vec<u8>,
    id: u32,
}

#[coro_core::coroutine]
fn by_pattern(request: Request) -> impl Resume<(), u8, Return = String> {
    let Request { name, .. } = request;
    yield_!(1);
    name
}

#[coro_core::coroutine]
fn by_field(request: Request) -> impl Resume<(), u8, Return = usize> {
    let name = request.name;
    yield_!(1);
    name.len() + request.body.len()
}

impl Request {
    #[coro_core::coroutine]
    fn bytes(self) -> impl Iterator<Item = u8> {
        for byte in self.body {
            yield_!(byte);
        }
    }

    #[coro_core::coroutine]
    fn parts(&mut self) -> impl Iterator<Item = &mut [u8]> {
        yield_!(&mut self.body);
        yield_!(std::slice::from_mut(&mut self.body[0]));
    }
}

fn main() {}

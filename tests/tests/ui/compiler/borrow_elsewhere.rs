//! Borrows over suspensions that lead through shared references, which may be other ones behind them.

struct Node {
    value: u32,
    note: Option<u32>,
    next: Option<&'static Node>,
}

struct Cursor {
    node: &'static Node,
    steps: u32,
}

impl Cursor {
    fn advance(&mut self) {
        if let Some(next) = self.node.next {
            self.node = next;
            self.steps += 1;
        }
    }
}

fn advance(node: &mut &'static Node) {
    if let Some(next) = node.next {
        *node = next;
    }
}

#[coro_core::coroutine]
fn a_parameter(mut node: &'static Node) -> impl Iterator<Item = u32> {
    let value = &node.value;
    yield_!(1);
    advance(&mut node);
    yield_!(*value);
    yield_!(*value + node.value);
}

#[coro_core::coroutine]
fn a_field(cursor: &mut Cursor) -> impl Iterator<Item = u32> {
    let value = &cursor.node.value;
    yield_!(1);
    cursor.advance();
    yield_!(*value);
    yield_!(*value + cursor.steps);
}

#[coro_core::coroutine]
fn a_pattern(mut cursor: Cursor) -> impl Iterator<Item = u32> {
    let Some(note) = &cursor.node.note else { return };
    yield_!(1);
    cursor.advance();
    yield_!(*note);
    yield_!(*note + cursor.steps);
}

#[coro_core::coroutine]
fn a_list(node: &mut Option<&'static Node>) -> impl Iterator<Item = u32> {
    while let Some(here) = node {
        let value = &here.value;
        yield_!(*value);
        *node = here.next;
        yield_!(*value);
    }
}

#[coro_core::coroutine]
fn a_part_of_a_part(node: &mut Option<&'static Node>) -> impl Iterator<Item = u32> {
    if let Some(Node { value, .. }) = node {
        yield_!(1);
        node.take();
        yield_!(2);
        yield_!(*value);
    }
}

#[coro_core::coroutine]
fn assigned(mut node: Option<&'static Node>) -> impl Iterator<Item = u32> {
    let Some(Node { value, .. }) = &node else { return };
    yield_!(1);
    node = None;
    yield_!(2);
    yield_!(*value);
    drop(node);
}

struct Held {
    node: Box<&'static Node>,
}

impl Held {
    fn advance(&mut self) {
        if let Some(next) = self.node.next {
            *self.node = next;
        }
    }
}

#[coro_core::coroutine]
fn in_a_box(held: &mut Held) -> impl Iterator<Item = u32> {
    let value = &held.node.value;
    yield_!(1);
    held.advance();
    yield_!(*value);
    yield_!(*value + held.node.value);
}

#[coro_core::coroutine]
fn coerced(cursor: &mut Cursor) -> impl Iterator<Item = u32> {
    let node: &Node = &cursor.node;
    yield_!(1);
    cursor.advance();
    yield_!(2);
    yield_!(node.value);
}

#[coro_core::coroutine]
fn behind_a_part(cursor: &mut Cursor, other: &'static Node) -> impl Iterator<Item = u32> {
    let Cursor { node, .. } = cursor;
    let value = &node.value;
    yield_!(1);
    *node = other;
    yield_!(2);
    yield_!(*value);
}

fn run(value: impl Fn() -> u32, more: u32) -> u32 {
    value() + more
}

#[coro_core::coroutine]
fn captured(cursor: &mut Cursor) -> impl coro_core::Resume<u32, u32, Return = u32> {
    run(|| cursor.node.value, {
        cursor.advance();
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn behind_two_references(node: &mut &'static Node, other: &'static Node) -> impl Iterator<Item = u32> {
    let at = &**node;
    yield_!(1);
    *node = other;
    yield_!(2);
    yield_!(at.value + node.value);
}

enum Kind {
    One(u32),
    Two { n: u32 },
}

struct Kinds {
    kind: Option<&'static Kind>,
    steps: u32,
}

impl Kinds {
    fn step(&mut self) {
        self.kind = None;
        self.steps += 1;
    }
}

#[coro_core::coroutine]
fn alternatives(kinds: &mut Kinds) -> impl Iterator<Item = u32> {
    match &kinds.kind {
        Some(Kind::One(n) | Kind::Two { n }) => {
            yield_!(1);
            kinds.step();
            yield_!(2);
            yield_!(*n + kinds.steps);
        }
        None => {}
    }
}

struct Reader {
    cursor: Cursor,
}

#[coro_core::coroutine]
fn a_part_that_is_assigned(held: &mut Reader, other: &'static Node) -> impl Iterator<Item = u32> {
    let Cursor { node: Node { value, .. }, .. } = &held.cursor;
    yield_!(1);
    held.cursor.node = other;
    yield_!(2);
    yield_!(*value + held.cursor.steps);
}

#[coro_core::coroutine]
fn a_cursor(at: &mut (Option<&'static Node>, u32)) -> impl Iterator<Item = u32> {
    while let (Some(Node { value, next, .. }), _) = &*at {
        yield_!(*value);
        at.0 = *next;
        yield_!(*value);
    }
}

fn main() {}

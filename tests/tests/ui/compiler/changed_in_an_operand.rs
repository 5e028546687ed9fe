//! Receivers and functions that a method or a function changes in an operand that suspends: where they are copies, or
//! behind shared references, rustc would look at what they were.

use coro_core::Resume;

#[derive(Clone, Copy)]
struct Point {
    x: u32,
}

impl Point {
    fn moved(self, by: u32) -> u32 {
        self.x + by
    }

    fn shift(&mut self) {
        self.x += 1;
    }

    fn get(&mut self) -> u32 {
        self.x += 1;
        self.x
    }
}

struct Player {
    at: Point,
    to: &'static mut Point,
}

fn shift(point: &mut Point) {
    point.shift();
}

struct Parser {
    text: &'static str,
    handler: fn(u32) -> u32,
}

impl Parser {
    fn advance(&mut self) {
        self.text = &self.text[1..];
    }
}

fn advance(parser: &mut Parser) {
    parser.advance();
}

#[coro_core::coroutine]
fn a_copy(mut point: Point) -> impl Resume<u32, u32, Return = u32> {
    point.moved({
        point.shift();
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn a_text(parser: &mut Parser) -> impl Resume<&'static str, u32, Return = bool> {
    parser.text.starts_with({
        advance(parser);
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn a_function(parser: &mut Parser) -> impl Resume<u32, u32, Return = u32> {
    (parser.handler)({
        parser.advance();
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn a_range(parser: &mut Parser) -> impl Resume<usize, u32, Return = bool> {
    parser.text[{
        parser.advance();
        yield_!(1)
    }..]
        .starts_with('x')
}

#[coro_core::coroutine]
fn a_name_that_looks(player: &mut Player) -> impl Resume<u32, u32, Return = u32> {
    player.at.moved({
        player.at.get();
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn given_to_a_function(player: &mut Player) -> impl Resume<u32, u32, Return = u32> {
    player.to.moved({
        shift(player.to);
        yield_!(1)
    })
}

#[coro_core::coroutine]
fn behind_two_references(parser: &mut &'static Parser) -> impl Resume<u32, u32, Return = u32> {
    (parser.handler)({
        another(parser);
        yield_!(1)
    })
}

fn another(parser: &mut &'static Parser) {
    *parser = &Parser { text: "", handler: |n| n };
}

fn main() {}

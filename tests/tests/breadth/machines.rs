//! Interpreters and state machines that stop at each step.

use std::collections::HashMap;

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};
use itertools::Itertools as _;

mod models;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Op {
    Push(i64),
    Add,
    Mul,
    Dup,
    JumpIfZero(usize),
    Jump(usize),
    Dec,
    Swap,
}

/// Yields the position and the stack before each instruction.
#[coro_core::coroutine]
fn trace(program: &[Op]) -> impl Resume<(), (usize, Vec<i64>), Return = Option<i64>> {
    let mut stack = Vec::new();
    let mut at = 0;
    while let Some(&op) = program.get(at) {
        yield_!((at, stack.clone()));
        at += 1;
        match op {
            Op::Push(n) => stack.push(n),
            Op::Add => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.push(a + b);
            }
            Op::Mul => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.push(a * b);
            }
            Op::Dup => stack.push(*stack.last()?),
            Op::Dec => *stack.last_mut()? -= 1,
            Op::Swap => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.extend([b, a]);
            }
            Op::JumpIfZero(to) if *stack.last()? == 0 => at = to,
            Op::JumpIfZero(_) => {}
            Op::Jump(to) => at = to,
        }
    }
    stack.pop()
}

#[test]
fn a_power_is_computed_step_by_step() {
    // Doubles 1 five times, and squares what that gives.
    let program = [
        Op::Push(1),
        Op::Push(5),
        Op::JumpIfZero(9),
        Op::Dec,
        Op::Swap,
        Op::Push(2),
        Op::Mul,
        Op::Swap,
        Op::Jump(2),
        Op::Add,
        Op::Dup,
        Op::Mul,
    ];
    let mut steps = trace(&program).yields();
    let (positions, stacks): (Vec<_>, Vec<_>) = steps.by_ref().unzip();
    let rounds = (0..5).flat_map(|_| 2..=8);
    assert!(positions.into_iter().eq((0..2).chain(rounds).chain([2, 9, 10, 11])));
    assert_eq!(stacks[..4], [vec![], vec![1], vec![1, 5], vec![1, 5]]);
    assert_eq!(stacks[stacks.len() - 3..], [vec![32, 0], vec![32], vec![32, 32]]);
    assert_eq!(steps.into_return(), Some(Some(1024)));
    let mut broken = trace(&[Op::Add]).yields();
    assert_eq!(broken.by_ref().count(), 1);
    assert_eq!(broken.into_return(), Some(None));
}

enum Io {
    Read,
    Write(u8),
}

/// The language with eight instructions; what it reads is the next input.
#[coro_core::coroutine]
fn eight(source: &str) -> impl Resume<u8, Io, Return = Result<(), usize>> {
    let code = source.as_bytes();
    let mut jumps = HashMap::new();
    let mut open = Vec::new();
    for (at, byte) in code.iter().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => {
                let start = open.pop().ok_or(at)?;
                jumps.insert(start, at);
                jumps.insert(at, start);
            }
            _ => {}
        }
    }
    if let Some(at) = open.pop() {
        return Err(at);
    }
    let (mut tape, mut head, mut at) = (vec![0u8], 0, 0);
    while at < code.len() {
        match code[at] {
            b'>' => {
                head += 1;
                if head == tape.len() {
                    tape.push(0);
                }
            }
            b'<' => head -= 1,
            b'+' => tape[head] = tape[head].wrapping_add(1),
            b'-' => tape[head] = tape[head].wrapping_sub(1),
            b'.' => _ = yield_!(Io::Write(tape[head])),
            b',' => tape[head] = yield_!(Io::Read),
            b'[' if tape[head] == 0 => at = jumps[&at],
            b']' if tape[head] != 0 => at = jumps[&at],
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

fn run(source: &str, input: &[u8]) -> Result<Vec<u8>, usize> {
    let mut machine = eight(source);
    let mut input = input.iter().copied();
    let mut output = Vec::new();
    let mut answer = 0;
    loop {
        match machine.resume(answer) {
            Yielded(Io::Read) => answer = input.next().unwrap_or(0),
            Yielded(Io::Write(byte)) => output.push(byte),
            Complete(end) => return end.map(|()| output),
        }
    }
}

#[test]
fn programs_of_eight_instructions() {
    let hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.\
                 +++.------.--------.>>+.>++.";
    assert_eq!(run(hello, &[]).unwrap(), b"Hello World!\n");
    assert_eq!(run(",[.,]", b"echo").unwrap(), b"echo");
    assert_eq!(run("+]", &[]), Err(1));
    assert_eq!(run("[[]", &[]), Err(0));
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Light {
    Red,
    Green,
    Yellow,
}

/// A crossing: pedestrians shorten the green.
#[coro_core::coroutine]
fn crossing() -> impl Resume<bool, Light, Return = ()> + Clone {
    let mut waiting = false;
    loop {
        for _ in 0..2 {
            yield_!(Light::Red);
        }
        let mut green = 0;
        while green < if waiting { 1 } else { 4 } {
            waiting |= yield_!(Light::Green);
            green += 1;
        }
        waiting = false;
        yield_!(Light::Yellow);
    }
}

#[test]
fn lights_change() {
    use Light::{Green, Red, Yellow};
    let lights = |pressed: &[usize], count: usize| {
        let mut crossing = crossing();
        (0..count)
            .map(|tick| match crossing.resume(pressed.contains(&tick)) {
                Yielded(light) => light,
                Complete(()) => unreachable!("it never ends"),
            })
            .collect_vec()
    };
    assert_eq!(lights(&[], 8), [Red, Red, Green, Green, Green, Green, Yellow, Red]);
    assert_eq!(lights(&[4], 6), [Red, Red, Green, Green, Yellow, Red]);
}

/// A vending machine that gives change.
#[coro_core::coroutine]
fn vending(prices: HashMap<char, u32>) -> impl Resume<Input, Output, Return = u32> {
    let mut earned = 0;
    let mut credit = 0;
    let mut input = yield_!(Output::Ready);
    loop {
        input = match input {
            Input::Coin(value) => {
                credit += value;
                yield_!(Output::Credit(credit))
            }
            Input::Choose(item) => match prices.get(&item) {
                Some(&price) if price <= credit => {
                    earned += price;
                    let change = std::mem::take(&mut credit) - price;
                    yield_!(Output::Vend(item, change))
                }
                Some(price) => yield_!(Output::Missing(price - credit)),
                None => yield_!(Output::Unknown),
            },
            Input::Off => return earned,
        };
    }
}

enum Input {
    Coin(u32),
    Choose(char),
    Off,
}

#[derive(Debug, PartialEq)]
enum Output {
    Ready,
    Credit(u32),
    Vend(char, u32),
    Missing(u32),
    Unknown,
}

#[test]
fn vending_with_change() {
    let mut machine = vending(HashMap::from([('a', 120), ('b', 80)]));
    assert_eq!(machine.resume(Input::Off), Yielded(Output::Ready));
    assert_eq!(machine.resume(Input::Coin(100)), Yielded(Output::Credit(100)));
    assert_eq!(machine.resume(Input::Choose('a')), Yielded(Output::Missing(20)));
    assert_eq!(machine.resume(Input::Choose('z')), Yielded(Output::Unknown));
    assert_eq!(machine.resume(Input::Choose('b')), Yielded(Output::Vend('b', 20)));
    assert_eq!(machine.resume(Input::Off), Complete(80));
}

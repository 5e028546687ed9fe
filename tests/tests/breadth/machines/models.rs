//! The machines again, without suspensions: loops, a tree walk, and tables. In: random programs and inputs.

use coro_core::CoroutineState;
use coro_random::rng::Rng;

use super::*;

/// Runs a program by recursion over its positions; gives what it passes, and its result.
fn walk(
    program: &[Op],
    at: usize,
    mut stack: Vec<i64>,
    steps: &mut Vec<(usize, Vec<i64>)>,
) -> Option<i64> {
    let Some(op) = program.get(at).filter(|_| steps.len() < 60) else { return stack.pop() };
    steps.push((at, stack.clone()));
    let mut next = at + 1;
    match (*op, &mut stack[..]) {
        (Op::Push(n), _) => stack.push(n),
        (Op::Jump(to), _) => next = to,
        (Op::Dup, [.., a]) => {
            let copy = *a;
            stack.push(copy);
        }
        (Op::Dec, [.., a]) => *a -= 1,
        (Op::JumpIfZero(to), [.., a]) => next = if *a == 0 { to } else { next },
        (Op::Swap, [.., a, b]) => std::mem::swap(a, b),
        (Op::Add | Op::Mul, [.., a, b]) => {
            *a = if *op == Op::Add { *a + *b } else { *a * *b };
            stack.pop();
        }
        _ => return None,
    }
    walk(program, next, stack, steps)
}

#[test]
fn random_programs_on_a_stack() {
    let mut rng = Rng::new(1);
    for _ in 0..400 {
        let length = 1 + rng.below(9);
        let program = (0..length)
            .map(|_| match rng.below(8) {
                0 => Op::Add,
                1 => Op::Dec,
                2 => Op::Dup,
                3 => Op::Swap,
                4 => Op::JumpIfZero(rng.below(length + 1)),
                5 if rng.percent(40) => Op::Jump(rng.below(length + 1)),
                n => Op::Push([1, 2, 3][n % 3]),
            })
            .collect_vec();
        let mut expected = Vec::new();
        let end = walk(&program, 0, Vec::new(), &mut expected);
        let mut steps = trace(&program).yields();
        let found = steps.by_ref().take(60).collect_vec();
        assert_eq!(found, expected, "{program:?}");
        if found.len() < 60 {
            assert_eq!(steps.next(), None);
            assert_eq!(steps.into_return(), Some(end), "{program:?}");
        }
    }
}

/// A program of eight instructions as a tree.
enum Node {
    Move(isize),
    Change(u8),
    Write,
    Read,
    Loop(Vec<Node>),
}

/// Writes a random tree that moves back wherever it goes, and ends.
fn tree(rng: &mut Rng, depth: u32) -> Vec<Node> {
    let nodes = (0..=rng.below(4)).flat_map(|_| match rng.below(6) {
        0 => vec![Node::Write],
        1 => vec![Node::Read],
        2 if depth > 0 => {
            let mut inside = tree(rng, depth - 1);
            inside.insert(0, Node::Move(1));
            inside.extend([Node::Move(-1), Node::Change(255)]);
            vec![Node::Change(3), Node::Loop(inside)]
        }
        _ => vec![Node::Change(rng.below(4) as u8)],
    });
    nodes.collect()
}

fn source(nodes: &[Node]) -> String {
    let text = nodes.iter().map(|node| match node {
        Node::Move(1) => ">".to_owned(),
        Node::Move(_) => "<".to_owned(),
        Node::Change(255) => "-".to_owned(),
        Node::Change(n) => "+".repeat(usize::from(*n)),
        Node::Write => ".".to_owned(),
        Node::Read => ",".to_owned(),
        Node::Loop(inside) => format!("[{}]", source(inside)),
    });
    text.collect()
}

/// What a tree does; gives up after some thousand nodes.
fn interpret(
    nodes: &[Node],
    (tape, head): (&mut [u8; 9], &mut usize),
    input: &mut impl Iterator<Item = u8>,
    (output, left): (&mut Vec<u8>, &mut u32),
) -> Option<()> {
    for node in nodes {
        *left = left.checked_sub(1)?;
        match node {
            Node::Move(by) => *head = head.checked_add_signed(*by)?,
            Node::Change(n) => tape[*head] = tape[*head].wrapping_add(*n),
            Node::Write => output.push(tape[*head]),
            Node::Read => tape[*head] = input.next().unwrap_or(0),
            Node::Loop(inside) => {
                while tape[*head] != 0 {
                    interpret(inside, (tape, head), input, (output, left))?;
                }
            }
        }
    }
    Some(())
}

#[test]
fn random_programs_of_eight_instructions() {
    let mut rng = Rng::new(2);
    let mut ended = 0;
    for _ in 0..300 {
        let nodes = tree(&mut rng, 2);
        let input = (0..rng.below(9)).map(|n| n as u8).collect_vec();
        let (mut output, mut left) = (Vec::new(), 5000);
        let state = (&mut [0; 9], &mut 0);
        let end = interpret(&nodes, state, &mut input.iter().copied(), (&mut output, &mut left));
        if end.is_some() {
            ended += 1;
            assert_eq!(run(&source(&nodes), &input), Ok(output), "{}", source(&nodes));
        }
    }
    assert!(ended > 150, "only {ended} end");
}

#[test]
fn brackets_that_do_not_match() {
    let mut rng = Rng::new(3);
    for _ in 0..300 {
        let code: String = (0..rng.below(8)).map(|_| *rng.pick(&['[', ']', '>'])).collect();
        // What is left when pairs are taken out, innermost first.
        let mut marks = code.char_indices().filter(|(_, mark)| *mark != '>').collect_vec();
        while let Some(at) = marks.windows(2).position(|pair| pair[0].1 == '[' && pair[1].1 == ']')
        {
            marks.drain(at..at + 2);
        }
        let close = marks.iter().find(|(_, mark)| *mark == ']');
        let wrong = close.or(marks.last()).map(|(at, _)| *at);
        assert_eq!(run(&code, &[]).err(), wrong, "{code}");
    }
}

#[test]
fn lights_by_their_lengths() {
    let mut rng = Rng::new(4);
    for _ in 0..200 {
        let presses = (0..50).map(|_| rng.percent(10)).collect_vec();
        let mut expected = Vec::new();
        while expected.len() < 40 {
            expected.extend([Light::Red; 2]);
            // What is pressed in a tick is heard in the next one.
            let start = expected.len();
            let heard = (1..4).find(|ticks| presses[start + ticks]);
            expected.extend(std::iter::repeat_n(Light::Green, heard.unwrap_or(4)));
            expected.push(Light::Yellow);
        }
        let mut crossing = crossing();
        for (light, pressed) in expected.into_iter().zip(presses) {
            assert_eq!(crossing.resume(pressed), CoroutineState::Yielded(light));
        }
    }
}

#[test]
fn a_vending_machine_by_its_books() {
    let mut rng = Rng::new(5);
    let prices = HashMap::from([('a', 120), ('b', 80), ('c', 50)]);
    for _ in 0..200 {
        let mut machine = vending(prices.clone());
        assert_eq!(machine.resume(Input::Off), Yielded(Output::Ready));
        let (mut paid, mut given) = (0, 0);
        let mut sold = Vec::new();
        for _ in 0..rng.below(30) {
            let credit = paid - given - sold.iter().sum::<u32>();
            if rng.percent(50) {
                let coin = *rng.pick(&[10, 20, 50, 100]);
                paid += coin;
                assert_eq!(
                    machine.resume(Input::Coin(coin)),
                    Yielded(Output::Credit(credit + coin))
                );
                continue;
            }
            let item = *rng.pick(&['a', 'b', 'c', 'z']);
            let expected = match prices.get(&item) {
                None => Output::Unknown,
                Some(price) => match credit.checked_sub(*price) {
                    None => Output::Missing(price - credit),
                    Some(change) => {
                        sold.push(*price);
                        given += change;
                        Output::Vend(item, change)
                    }
                },
            };
            assert_eq!(machine.resume(Input::Choose(item)), Yielded(expected));
        }
        assert_eq!(machine.resume(Input::Off), Complete(sold.iter().sum()));
    }
}

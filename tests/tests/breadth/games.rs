//! Scripts of games: dialogues, worlds, turns.

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};
use itertools::Itertools as _;

#[coro_core::coroutine]
fn guess(secret: u32) -> impl Resume<u32, &'static str, Return = u32> {
    let mut guess = yield_!("a number?");
    let mut count = 1;
    loop {
        guess = match guess.cmp(&secret) {
            std::cmp::Ordering::Less => yield_!("more"),
            std::cmp::Ordering::Greater => yield_!("less"),
            std::cmp::Ordering::Equal => break count,
        };
        count += 1;
    }
}

#[test]
fn guessing_by_halves() {
    for secret in 1..=100 {
        let mut game = guess(secret);
        let (mut low, mut high) = (1, 100);
        assert_eq!(game.resume(0), Yielded("a number?"));
        let count = loop {
            let middle = (low + high) / 2;
            match game.resume(middle) {
                Yielded("more") => low = middle + 1,
                Yielded(_) => high = middle - 1,
                Complete(count) => {
                    assert_eq!(middle, secret);
                    break count;
                }
            }
        };
        assert!(count <= 7, "{secret} took {count}");
    }
}

#[derive(Debug, Default)]
struct World {
    gold: u32,
    door_open: bool,
    hero: (i32, i32),
    log: Vec<String>,
}

/// A quest: each step borrows the world afresh.
#[coro_core::coroutine]
fn quest() -> impl for<'w> Resume<&'w mut World, &'static str, Return = u32> {
    let world = yield_!("find the key");
    world.log.push("started".into());
    let mut tries = 0;
    loop {
        let world = yield_!("open the door");
        tries += 1;
        if world.door_open {
            world.gold += 10;
            break;
        }
    }
    for step in 1..=3 {
        let world = yield_!("walk");
        world.hero.0 += step;
    }
    let world = yield_!("done");
    world.log.push(format!("{tries} tries"));
    world.gold
}

#[test]
fn a_quest_changes_the_world() {
    let mut world = World::default();
    let mut script = quest();
    let mut said = Vec::new();
    let gold = loop {
        world.door_open = said.len() > 3;
        match script.resume(&mut world) {
            Yielded(line) => said.push(line),
            Complete(gold) => break gold,
        }
    };
    assert_eq!(gold, 10);
    assert_eq!(world.hero, (6, 0));
    assert_eq!(world.log, ["started", "3 tries"]);
    let expected = "find the key,open the door,open the door,open the door,walk,walk,walk,done";
    assert_eq!(said.join(","), expected);
}

enum Line {
    Say(&'static str),
    Choose(&'static [&'static str]),
}

#[coro_core::coroutine]
fn dialogue() -> impl Resume<usize, Line, Return = &'static str> {
    yield_!(Line::Say("Hello, traveller."));
    let mut asked = [false; 2];
    loop {
        match yield_!(Line::Choose(&["Who are you?", "Where am I?", "Goodbye."])) {
            0 if asked[0] => _ = yield_!(Line::Say("I told you.")),
            0 => {
                asked[0] = true;
                yield_!(Line::Say("A miller."));
            }
            1 => {
                asked[1] = true;
                yield_!(Line::Say("At the mill."));
            }
            _ => break,
        }
    }
    match asked {
        [true, true] => "curious",
        [false, false] => "hasty",
        _ => "plain",
    }
}

#[test]
fn a_dialogue_remembers() {
    let play = |choices: &[usize]| {
        let mut script = dialogue();
        let mut choices = choices.iter();
        let mut input = 0;
        let mut said = Vec::new();
        loop {
            match script.resume(input) {
                Yielded(Line::Say(text)) => said.push(text),
                Yielded(Line::Choose(options)) => {
                    input = *choices.next().unwrap_or(&2);
                    assert!(input < options.len());
                }
                Complete(end) => return (said.len(), end),
            }
        }
    };
    assert_eq!(play(&[]), (1, "hasty"));
    assert_eq!(play(&[0, 0, 2]), (3, "plain"));
    assert_eq!(play(&[1, 0, 1]), (4, "curious"));
}

/// The moves of the tower of Hanoi, without recursion.
#[coro_core::coroutine]
fn hanoi(discs: u32) -> impl Iterator<Item = (char, char)> {
    let mut stack = vec![(discs, 'a', 'b', 'c')];
    while let Some((discs, from, over, to)) = stack.pop() {
        if discs == 0 {
            continue;
        }
        if discs == 1 {
            yield_!((from, to));
            continue;
        }
        stack.push((discs - 1, over, from, to));
        stack.push((1, from, over, to));
        stack.push((discs - 1, from, to, over));
    }
}

#[test]
fn the_tower_is_moved() {
    let mut pegs = [vec![], vec![], vec![]];
    pegs[0] = (0..5).rev().collect_vec();
    let index = |peg: char| peg as usize - 'a' as usize;
    let mut moves = 0;
    for (from, to) in hanoi(5) {
        let disc = pegs[index(from)].pop().expect("a disc is there");
        assert!(pegs[index(to)].last().is_none_or(|&below| below > disc));
        pegs[index(to)].push(disc);
        moves += 1;
    }
    assert_eq!(moves, 31);
    assert_eq!(pegs[2].len(), 5);
}

/// A round of turns: players that pass leave, until one is left.
#[coro_core::coroutine]
fn turns(players: Vec<String>) -> impl Resume<bool, String, Return = String> {
    let mut players = std::collections::VecDeque::from(players);
    while players.len() > 1 {
        let Some(player) = players.pop_front() else { break };
        let stays = yield_!(player.clone());
        if stays {
            players.push_back(player);
        }
    }
    players.pop_front().unwrap_or_default()
}

#[test]
fn turns_go_round() {
    let mut game = turns(["x", "y", "z"].map(String::from).to_vec());
    let answers = [false, true, false, true, false];
    let mut said = Vec::new();
    let winner = answers.into_iter().find_map(|answer| match game.resume(answer) {
        Yielded(player) => {
            said.push(player);
            None
        }
        Complete(winner) => Some(winner),
    });
    assert_eq!(said, ["x", "y", "z", "x"]);
    assert_eq!(winner.as_deref(), Some("z"));
}

//! `for<'w> Resume<&'w mut W, …>`: a fresh borrow on every resume, which rustc's coroutines do not
//! have. The expected traces are written out.

use std::collections::HashMap;

use coro_core::{
    CoroutineState,
    CoroutineState::{Complete, Yielded},
    Resume,
};
use coro_tests::{D, d, log, logged};

#[derive(Debug, Default)]
struct World {
    tick: u32,
    gold: u32,
    log: Vec<String>,
}

impl World {
    fn say(&mut self, text: impl Into<String>) {
        self.log.push(text.into());
    }
}

#[coro_core::coroutine]
fn script(
    goal: u32,
    #[resume] mut world: &mut World,
) -> impl for<'w> Resume<&'w mut World, u32, Return = &'static str> {
    let _guard = d("guard");
    world.say("start");
    let mut waited = 0;
    while world.gold < goal {
        waited += 1;
        if waited > 3 {
            world.say("bored");
            return "gave up";
        }
        let missing = goal - world.gold;
        world = yield_!(missing);
        world.tick += 1;
    }
    world.say(format!("rich at {}", world.tick));
    "won"
}

#[test]
fn a_script_borrows_the_world_at_each_resume() {
    let mut world = World::default();
    let mut script = script(10);
    assert_eq!(script.resume(&mut world), Yielded(10));
    world.gold = 4;
    assert_eq!(script.resume(&mut world), Yielded(6));
    world.gold = 11;
    assert_eq!(script.resume(&mut world), Complete("won"));
    assert_eq!(world.log, ["start", "rich at 2"]);
}

#[test]
fn a_different_world_at_each_resume() {
    let mut script = script(5);
    for gold in [0, 1, 2] {
        let mut world = World { gold, ..World::default() };
        assert_eq!(script.resume(&mut world), Yielded(5 - gold));
    }
    let mut last = World::default();
    assert_eq!(script.resume(&mut last), Complete("gave up"));
    assert_eq!(last.log, ["bored"]);
}

#[coro_core::coroutine]
fn lines(#[resume] first: &[u8]) -> impl for<'a> Resume<&'a [u8], Option<String>, Return = usize> {
    let mut line = Vec::new();
    let mut count = 0;
    line.extend_from_slice(first);
    loop {
        while let Some(end) = line.iter().position(|byte| *byte == b'\n') {
            let rest = line.split_off(end + 1);
            line.pop();
            count += 1;
            let more = yield_!(String::from_utf8(line).ok());
            line = rest;
            line.extend_from_slice(more);
        }
        let more = yield_!(None);
        if more.is_empty() {
            return count;
        }
        line.extend_from_slice(more);
    }
}

#[test]
fn a_parser_is_fed_with_borrowed_pieces() {
    let mut parser = lines();
    assert_eq!(parser.resume(b"ab"), Yielded(None));
    let owned = b"c\nde\nf".to_vec();
    assert_eq!(parser.resume(&owned), Yielded(Some("abc".into())));
    drop(owned);
    assert_eq!(parser.resume(b""), Yielded(Some("de".into())));
    assert_eq!(parser.resume(b"\n"), Yielded(Some("f".into())));
    assert_eq!(parser.resume(b""), Yielded(None));
    assert_eq!(parser.resume(b""), Complete(3));
}

#[coro_core::coroutine]
fn adder() -> impl for<'w> Resume<&'w mut Vec<u32>, usize, Return = ()> {
    for i in 0..3 {
        yield_!(i).push(i as u32);
        let list = yield_!(i + 10);
        list.push(list.len() as u32 * 100);
        let sum: u32 = list.iter().sum();
        list.push(sum);
    }
}

#[test]
fn without_a_first_argument() {
    let mut list = vec![];
    let mut coroutine = adder();
    assert_eq!(coroutine.resume(&mut list), Yielded(0));
    assert_eq!(coroutine.resume(&mut list), Yielded(10));
    assert_eq!(coroutine.resume(&mut list), Yielded(1));
    assert_eq!(list, [0, 100, 100]);
    assert_eq!(coroutine.resume(&mut list), Yielded(11));
    assert_eq!(list, [0, 100, 100, 1]);
}

#[coro_core::coroutine]
fn operands(base: u32) -> impl for<'w> Resume<&'w u32, u32, Return = u32> {
    let a = d("a");
    let sum = a.id() + *yield_!(base) + *yield_!(base + 1);
    let pair = (*yield_!(sum), d("b"));
    pair.0
        + match yield_!(pair.1.id()) {
            0 => 1,
            n if *n > 5 => *yield_!(*n),
            n => *n,
        }
}

#[test]
fn in_operand_positions() {
    let events = logged(|| {
        let mut coroutine = operands(1);
        assert_eq!(coroutine.resume(&0), Yielded(1));
        assert_eq!(coroutine.resume(&1), Yielded(2));
        assert_eq!(coroutine.resume(&2), Yielded(97 + 3));
        let CoroutineState::Yielded(_) = coroutine.resume(&3) else { panic!() };
        assert_eq!(coroutine.resume(&7), Yielded(7));
        assert_eq!(coroutine.resume(&4), Complete(7));
    });
    assert_eq!(events, ["new a", "use a", "new b", "use b", "drop b", "drop a"]);
}

#[coro_core::coroutine]
fn helper(n: u32) -> impl for<'w> Resume<&'w mut World, u32, Return = u32> {
    let mut world = yield_!(n);
    world.gold += n;
    for i in 0..2 {
        world = yield_!(n + i);
        world.gold += i;
    }
    world.gold
}

#[coro_core::coroutine]
fn delegating(
    #[resume] world: &mut World,
) -> impl for<'w> Resume<&'w mut World, u32, Return = u32> {
    world.say("delegating");
    let first = yield_!(0);
    let gold = yield_from!(helper(5), first);
    let world = yield_!(gold);
    world.say(format!("gold {gold}"));
    gold + world.gold
}

#[test]
fn delegation_passes_the_borrow_on() {
    let mut world = World::default();
    let mut coroutine = delegating();
    let mut yields = Vec::new();
    let end = loop {
        match coroutine.resume(&mut world) {
            Yielded(n) => yields.push(n),
            Complete(n) => break n,
        }
    };
    assert_eq!(yields, [0, 5, 5, 6, 6]);
    assert_eq!((end, world.gold), (12, 6));
    assert_eq!(world.log, ["delegating", "gold 6"]);
}

struct View<'a> {
    name: &'a str,
    values: &'a mut HashMap<String, u32>,
}

#[coro_core::coroutine]
fn views(mut count: u32) -> impl for<'v> Resume<View<'v>, u32, Return = u32> {
    while count > 0 {
        let View { name, values } = yield_!(count);
        *values.entry(name.to_owned()).or_default() += count;
        count -= 1;
    }
    count
}

#[test]
fn inputs_of_a_struct_with_a_lifetime() {
    let mut values = HashMap::new();
    let mut coroutine = views(2);
    for name in ["first", "a", "b"] {
        let name = name.to_owned();
        let _ = coroutine.resume(View { name: &name, values: &mut values });
    }
    assert_eq!(values, HashMap::from([("a".into(), 2), ("b".into(), 1)]));
}

#[test]
fn as_trait_objects() {
    let mut all: Vec<Box<dyn for<'w> Resume<&'w mut World, u32, Return = &'static str>>> =
        vec![Box::new(script(1)), Box::new(script(2))];
    let mut world = World { gold: 1, ..World::default() };
    let ends: Vec<_> = all.iter_mut().map(|script| script.resume(&mut world)).collect();
    assert_eq!(ends, [Complete("won"), Yielded(1)]);
}

#[coro_core::coroutine]
fn boxed_script(n: u32) -> Box<dyn for<'w> Resume<&'w mut World, u32, Return = ()> + Send> {
    for i in 0..n {
        yield_!(i).gold += 1;
    }
}

#[test]
fn boxed_by_the_macro() {
    let mut world = World::default();
    let mut script = boxed_script(2);
    while let Yielded(_) = script.resume(&mut world) {}
    assert_eq!(world.gold, 2);
}

struct Player {
    name: String,
}

impl Player {
    #[coro_core::coroutine]
    fn turn(
        &mut self,
        #[resume] world: &mut World,
    ) -> impl for<'w> Resume<&'w mut World, (), Return = usize> {
        world.say(format!("{} starts", self.name));
        let world = yield_!(());
        self.name.push('!');
        world.say(self.name.clone());
        self.name.len()
    }
}

#[test]
fn a_method_with_a_borrowed_receiver() {
    let mut player = Player { name: "P".into() };
    let mut world = World::default();
    let mut turn = player.turn();
    assert_eq!(turn.resume(&mut world), Yielded(()));
    assert_eq!(turn.resume(&mut world), Complete(2));
    drop(turn);
    assert_eq!((player.name.as_str(), world.log.len()), ("P!", 2));
}

#[coro_core::coroutine]
fn cloned(start: u32) -> impl for<'w> Resume<&'w mut u32, u32, Return = u32> + Clone {
    let mut sum = start;
    for _ in 0..2 {
        let input = yield_!(sum);
        sum += *input;
        *input = 0;
    }
    sum
}

#[test]
fn a_clone_is_resumed_with_another_borrow() {
    let mut first = cloned(1);
    let _ = first.resume(&mut 0);
    let _ = first.resume(&mut 5);
    let mut second = first.clone();
    let (mut a, mut b) = (10, 20);
    assert_eq!(first.resume(&mut a), Complete(16));
    assert_eq!(second.resume(&mut b), Complete(26));
    assert_eq!((a, b), (0, 0));
}

/// What a resume lends, by a name of its own.
struct Lent<'w> {
    world: &'w mut World,
    step: u32,
}

type Pair<'w> = (&'w mut World, u32);

#[coro_core::coroutine]
fn walked(
    path: Vec<u32>,
    #[resume] mut lent: Lent<'_>,
) -> impl for<'w> Resume<Lent<'w>, u32, Return = u32> {
    let mut sum = 0;
    for point in path {
        lent.world.tick += lent.step;
        sum += lent.step;
        lent = yield_!(point);
    }
    lent.world.say("arrived");
    sum
}

#[coro_core::coroutine]
fn paired(
    path: Vec<u32>,
    #[resume] mut pair: Pair<'_>,
) -> impl for<'w> Resume<Pair<'w>, u32, Return = u32> {
    let mut sum = 0;
    for point in path {
        pair.0.tick += pair.1;
        sum += pair.1;
        pair = yield_!(point);
        pair.0.tick += pair.1;
        pair = yield_!(point + 1);
    }
    sum
}

#[test]
fn what_is_lent_may_have_a_name() {
    let mut world = World::default();
    let mut walked = walked(vec![3, 4]);
    assert_eq!(walked.resume(Lent { world: &mut world, step: 1 }), Yielded(3));
    assert_eq!(walked.resume(Lent { world: &mut world, step: 2 }), Yielded(4));
    assert_eq!(walked.resume(Lent { world: &mut world, step: 9 }), Complete(3));
    assert_eq!((world.tick, &*world.log), (3, &["arrived".to_owned()][..]));
    let mut paired = paired(vec![3]);
    assert_eq!(paired.resume((&mut world, 1)), Yielded(3));
    assert_eq!(paired.resume((&mut world, 2)), Yielded(4));
    assert_eq!(paired.resume((&mut world, 5)), Complete(1));
    assert_eq!(world.tick, 6);
}

/// What comes of what is lent may own, or hold what lives longer.
#[coro_core::coroutine]
fn taken_of(
    #[resume] words: &[&'static str],
) -> impl for<'w> Resume<&'w [&'static str], usize, Return = &'static str> {
    let first = words.first().copied().unwrap();
    let words = yield_!(first.len());
    let second = words.first().unwrap().trim();
    let words = yield_!(first.len() + second.len());
    let last: &'static str = words.last().unwrap();
    let total: usize = words.iter().map(|word| word.len()).sum();
    let shown = words.iter().map(|word| format!("{word}.")).collect::<Vec<_>>();
    for text in shown {
        yield_!(text.len() + total);
    }
    if first.len() > second.len() { first } else { last }
}

#[test]
fn what_is_taken_of_what_is_lent_may_stay() {
    let mut taken = taken_of();
    assert_eq!(taken.resume(&["one", "two"]), Yielded(3));
    assert_eq!(taken.resume(&[" four "]), Yielded(7));
    assert_eq!(taken.resume(&["five", "sixth"]), Yielded(14));
    assert_eq!(taken.resume(&[]), Yielded(15));
    assert_eq!(taken.resume(&[]), Complete("sixth"));
}

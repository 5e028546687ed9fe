//! The operators on coroutines that `#[coroutine]` made.

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, Stage, arr,
    combinators::{Exhausted, Handled, Weave, ZipReturn},
    from_iter, once, ready, round_robin,
    stage::{
        Chunk,
        Demand::{self, Await, Emit},
        cat,
    },
};

#[coro_core::coroutine]
fn count(n: u32) -> impl Resume<(), u32, Return = &'static str> + IntoIterator<Item = u32> + Clone {
    let mut i = 0;
    while i < n {
        yield_!(i);
        i += 1;
    }
    "counted"
}

#[coro_core::coroutine]
fn total(#[resume] first: u32) -> impl Resume<u32, u32, Return = u32> + Clone {
    let mut total = first;
    while total < 100 {
        total += yield_!(total);
    }
    total
}

#[coro_core::coroutine]
fn lengths() -> impl for<'a> Resume<&'a str, usize, Return = ()> + Clone {
    let mut sum = 0;
    loop {
        let text = yield_!(sum);
        sum += text.len();
    }
}

#[test]
fn generators() {
    assert!(count(3).map(|n| n + 1).yields().eq([1, 2, 3]));
    assert!(count(9).filter(|n| n % 4 == 0).yields().eq([0, 4, 8]));
    assert_eq!(count(9).take(2).collect_with_return(), (vec![0, 1], None));
    assert_eq!(count(2).take(2).run(), None);
    assert_eq!(count(9).take_while(|n| *n < 2).collect_with_return(), (vec![0, 1], Err(2)));
    assert!(count(5).skip(3).chain(count(2)).yields().eq([3, 4, 0, 1]));
    assert_eq!(count(1).chain(count(1)).run(), ("counted", "counted"));
    assert_eq!(count(1).and_then(|r| ready::<_, u32>(r.len())).run(), 7);
    assert!(count(4).flat_map(count).yields().eq([0, 0, 1, 0, 1, 2]));
    assert_eq!(count(2).zip(count(5)).run(), ZipReturn::First("counted"));
    assert!(count(2).interleave(count(3)).yields().eq([0, 0, 1, 1, 2]));
    assert!(count(5).step_by(2).windows().yields().eq([[0, 2], [2, 4]]));
    assert!(count(5).chunks(2).yields().eq([vec![0, 1], vec![2, 3], vec![4]]));
    assert!(count(2).cycle().take(5).yields().eq([0, 1, 0, 1, 0]));
    assert!(round_robin([count(1), count(3)]).yields().eq([0, 0, 1, 2]));
    assert_eq!(count(3).fuse().run(), Some("counted"));
    assert_eq!(count(3).boxed().count(), (3, "counted"));
    assert!(count(3).into_iter().eq(0..3));
    let mut sum = 0;
    for n in count(4).filter(|n| n % 2 == 1) {
        sum += n;
    }
    assert_eq!(sum, 4);
}

#[test]
fn two_way() {
    assert_eq!(total().drive(1, |n| n), 128);
    assert_eq!(total().map(|n| n + 1).drive(1, |n| n), 127);
    assert_eq!(total().take(2).feed([1, 2, 3]).complete(), Some(None));
    assert_eq!(
        total().map_input(|text: &str| text.parse::<u32>().unwrap()).resume("4"),
        Yielded(4)
    );
    assert_eq!(total().pipe(arr(|n: u32| n * 2)).drive(50, |n| n), 150);
    let odd = |n| if n % 2 == 1 { Handled::Pass(n) } else { Handled::Reply(1) };
    assert_eq!(total().handle(odd).resume(2), Yielded(3));
    let mut a = total();
    assert_eq!(a.weave(&mut total(), 1), Weave::Second(144));
    assert_eq!(total().tee(total().map_input(|n| n * 10)).resume(3), Yielded((Some(3), Some(30))));
    let both = total().and_then_with(|sum| (total(), sum - 90));
    assert_eq!(both.clone().feed([60, 50, 1, 200]).complete(), Some(221));
}

#[test]
fn borrowed_inputs() {
    fn lent<C: for<'a> Resume<&'a str, usize>>(mut c: C) -> usize {
        let _ = c.resume("");
        let owned = String::from("abc");
        c.resume(&owned).yielded().unwrap()
    }

    assert_eq!(lent(lengths()), 3);
    assert_eq!(lent(lengths().map(|n| n + 1).take(5).fuse().map_return(drop)), 4);
    let boxed: Box<dyn for<'a> Resume<&'a str, usize, Return = ()>> = Box::new(lengths());
    assert_eq!(lent(boxed.inspect(|_| ())), 3);
}

#[coro_core::coroutine]
fn pairs() -> impl Resume<Option<u32>, Demand<(u32, u32)>, Return = Option<u32>> + Clone {
    while let Some(a) = yield_!(Await) {
        let Some(b) = yield_!(Await) else {
            return Some(a);
        };
        yield_!(Emit((a, b)));
    }
    None
}

#[coro_core::coroutine]
fn running_sums() -> impl Resume<Option<(u32, u32)>, Demand<u32>, Return = u32> + Clone {
    let mut sum = 0;
    while let Some((a, b)) = yield_!(Await) {
        sum += a + b;
        yield_!(Emit(sum));
    }
    sum
}

#[test]
fn stages() {
    assert_eq!(pairs().over([1, 2, 3]).collect_with_return(), (vec![(1, 2)], Some(3)));
    let both = pairs().then_stage_both(running_sums());
    assert_eq!(both.over(1..=5).collect_with_return(), (vec![3, 10], (Some(Some(5)), 10)));
    let whole = cat().then_stage(pairs()).then_stage(running_sums());
    assert_eq!(whole.over(count(4)).collect_with_return(), (vec![1, 6], 6));
    let mut seen = Vec::new();
    let mut sink = pairs().into_sink(|pair| seen.push(pair));
    assert_eq!(sink.resume(Some(1)), Yielded(()));
    assert_eq!(sink.resume(Some(2)), Yielded(()));
    assert_eq!(sink.resume(None), Complete(None));
    assert_eq!(seen, [(1, 2)]);
}

/// Texts in front of which their length stands in one byte.
#[coro_core::coroutine]
fn texts() -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<String>, Return = usize> + Clone {
    let mut texts = 0;
    while let Some(chunk) = yield_!(Await) {
        let Some(len) = chunk.read_byte() else { continue };
        let mut bytes = chunk.read(len.into()).to_vec();
        while bytes.len() < len.into() {
            let Some(chunk) = yield_!(Await) else { return texts };
            bytes.extend_from_slice(chunk.read(usize::from(len) - bytes.len()));
        }
        texts += 1;
        yield_!(Emit(String::from_utf8_lossy(&bytes).into_owned()));
    }
    texts
}

#[test]
fn decoders() {
    let input = b"\x03one\x00\x05three";
    for at in 0..=input.len() {
        let mut decoder = texts().into_decoder();
        let mut all = Vec::new();
        let (a, b) = input.split_at(at);
        for mut part in [a, b] {
            while let Yielded(Emit(text)) = decoder.resume(Some(&mut part)) {
                all.push(text);
            }
            assert!(part.is_empty());
        }
        assert_eq!(all, ["one", "", "three"]);
        assert_eq!(decoder.resume(None), Complete(3));
    }
}

/// Emits the lengths of texts.
#[coro_core::coroutine]
fn text_lengths() -> impl Resume<Option<String>, Demand<usize>, Return = &'static str> + Clone {
    while let Some(text) = yield_!(Await) {
        yield_!(Emit(text.len()));
    }
    "no more"
}

#[test]
fn a_decoder_of_composed_stages() {
    let input = b"\x03one\x00\x05three";
    for len in 1..=input.len() {
        let stage = texts().map_return(|texts| texts * 10).then_stage(text_lengths());
        let lengths = stage.into_decoder().over(input.chunks(len));
        assert_eq!(lengths.collect_with_return(), (vec![3, 0, 5], "no more"));
        // The limit is on the whole stage: it ends within the first text.
        let stage = texts().then_stage_both(text_lengths()).limit(1).inspect(|_| ());
        let limited = stage.into_decoder().over(input.chunks(len));
        assert_eq!(limited.collect_with_return(), (vec![], Err(Exhausted)));
    }
}

/// A stage of the kind that the tutorial calls a pipeline: a function of a coroutine.
#[coro_core::coroutine]
fn non_empty<'a, C: Resume<(), &'a str>>(
    mut lines: C,
) -> impl Resume<(), &'a str, Return = C::Return> {
    loop {
        match lines.resume(()) {
            Yielded("") => {}
            Yielded(line) => {
                yield_!(line);
            }
            Complete(value) => return value,
        }
    }
}

#[test]
fn functions_as_stages() {
    let lines = from_iter("a\n\nb".lines()).map_return(|()| 3);
    let all = lines.through(non_empty).through(|c| c.chain(once("c")));
    assert_eq!(all.collect_with_return(), (vec!["a", "b", "c"], (3, ())));
}

/// Awaits a word, and says whether it was the last.
#[coro_core::coroutine]
fn word() -> impl Resume<Option<char>, Demand<String>, Return = (String, bool)> {
    let mut word = String::new();
    while let Some(c) = yield_!(Await) {
        if c == ' ' {
            return (word, false);
        }
        word.push(c);
    }
    (word, true)
}

#[coro_core::coroutine]
fn words() -> impl Resume<Option<char>, Demand<String>, Return = usize> {
    let mut words = 0;
    loop {
        let (word, last) = yield_from!(word());
        words += 1;
        yield_!(Emit(word));
        if last {
            return words;
        }
    }
}

#[test]
fn a_stage_delegates_to_another() {
    let (all, count) = words().over("one two  four".chars()).collect_with_return::<Vec<_>>();
    assert_eq!((all, count), (["one", "two", "", "four"].map(String::from).into(), 4));
}

/// Awaits a number of two bytes, whose bytes may come in two chunks.
#[coro_core::coroutine]
fn number() -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<u16>, Return = Option<u16>> {
    let mut bytes = [0; 2];
    let mut have = 0;
    while have < 2 {
        let chunk = yield_!(Await)?;
        let part = chunk.read(2 - have);
        bytes[have..have + part.len()].copy_from_slice(part);
        have += part.len();
    }
    Some(u16::from_be_bytes(bytes))
}

#[coro_core::coroutine]
fn sums() -> impl for<'a> Resume<Option<Chunk<'a>>, Demand<u16>, Return = ()> {
    while let Some(a) = yield_from!(number()) {
        let b = yield_from!(number()).unwrap_or(0);
        yield_!(Emit(a + b));
    }
}

#[test]
fn a_decoder_delegates_to_another() {
    let input = [0, 1, 0, 2, 1, 0, 0, 5, 0, 9];
    for len in 1..input.len() {
        let sums = sums().into_decoder().over(input.chunks(len));
        assert!(sums.yields().eq([3, 261, 9]));
    }
}

//! Chains of closures need no type annotations.

use coro_core::{CoroutineState, Resume, combinators::Handled, from_iter, once};

#[test]
fn five_operators_over_closures() {
    let all = from_iter(1..)
        .map(|n| n * n)
        .filter(|n| n % 2 == 1)
        .enumerate()
        .map(|(i, n)| n + i)
        .take_while(|n| *n < 60);
    assert_eq!(all.collect_with_return(), (vec![1, 10, 27, 52], Err(85)));
}

#[test]
fn five_more() {
    let all = from_iter(["a b", "", "c"])
        .filter(|line| !line.is_empty())
        .flat_map(|line| line.split(' '))
        .map(str::to_uppercase)
        .inspect(|word| assert_eq!(word.len(), 1))
        .scan(String::new(), |seen, word| {
            seen.push_str(&word);
            Some(seen.clone())
        });
    assert!(all.yields().eq(["A", "AB", "ABC"]));
}

#[test]
fn sequences_and_groups() {
    let all = once(0)
        .chain(from_iter([4, 5]))
        .and_then(|((), ())| from_iter([7]))
        .zip(from_iter("abcd".chars()))
        .interleave(once((9, 'z')))
        .chunk_by(|(n, _)| *n > 4)
        .map(|(key, run)| (key, run.len()));
    assert!(all.yields().eq([(false, 1), (true, 1), (false, 1), (true, 2)]));
}

#[test]
fn duplex_chains() {
    let mut total = 0;
    let mut chain = coro_core::from_fn(move |n: i32| {
        total += n;
        CoroutineState::<i32, ()>::Yielded(total)
    })
    .map(|sum| sum * 10)
    .handle(|sum| if sum % 20 == 0 { Handled::Pass(sum) } else { Handled::Reply(1) })
    .enumerate()
    .inspect(|(_, sum)| assert!(sum % 20 == 0))
    .map(|(i, sum)| format!("{i}: {sum}"));
    assert_eq!(chain.resume(3), CoroutineState::Yielded("0: 40".to_owned()));
    assert_eq!(chain.resume(2), CoroutineState::Yielded("1: 60".to_owned()));
}

#[test]
fn batches() {
    let sums = from_iter(1..=9)
        .windows()
        .map(|[a, b]| a + b)
        .chunks(3)
        .map(|chunk| chunk.iter().sum::<i32>())
        .skip_while(|sum| *sum < 20);
    assert!(sums.yields().eq([33, 32]));
}

#[test]
fn adaptors_do_not_disturb_iterators() {
    // `Resume` is imported, and yet these are `Iterator`'s methods.
    let iter = (0..3).map(|n| n + 1).filter(|n| *n > 1).take(2).chain(7..8);
    assert_eq!(iter.collect::<Vec<_>>(), [2, 3, 7]);
    let by_ref: &mut dyn Iterator<Item = u8> = &mut [1, 2].into_iter();
    assert_eq!(by_ref.map(|n| n * 2).fold(0, |a, b| 10 * a + b), 24);
}

#[test]
fn for_loops() {
    let mut seen = Vec::new();
    for (i, c) in from_iter("ab".chars()).enumerate() {
        seen.push((i, c));
    }
    let mut source = from_iter(0..9);
    for n in source.by_ref().skip(1).take(2) {
        seen.push((n, 'n'));
    }
    assert_eq!(seen, [(0, 'a'), (1, 'b'), (1, 'n'), (2, 'n')]);
    assert_eq!(source.resume(()), CoroutineState::Yielded(3));
}

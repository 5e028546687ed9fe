//! Several coroutines at once: `zip`, `interleave`, `merge_by`, `tee`, and groups of any size.

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume, broadcast,
    combinators::{Fed, ZipReturn},
    mux, round_robin,
};

use super::support::{Random, check, outputs, same, trace};

#[test]
fn zip_projections() {
    check(|random| {
        let (a, b) = (random.generator(), random.generator());
        let ((ya, ra), (yb, rb)) = (outputs(a.clone()), outputs(b.clone()));
        let (pairs, end) = outputs(a.zip(b));
        let (mut left, right): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        match end {
            ZipReturn::First(returned) => {
                assert_eq!((left, returned), (ya, ra));
                assert!(yb.starts_with(&right));
            }
            ZipReturn::Second(returned, orphan) => {
                left.push(orphan);
                assert!(ya.starts_with(&left));
                assert_eq!((right, returned), (yb, rb));
            }
        }
    });
}

#[test]
fn zip_loses_nothing() {
    check(|random| {
        let (mut a, mut b) = (random.generator(), random.generator());
        let (whole_a, whole_b) = (outputs(a.clone()), outputs(b.clone()));
        let (pairs, end) = outputs(a.by_ref().zip(b.by_ref()));
        let (mut left, mut right): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let returns = match end {
            ZipReturn::First(ra) => {
                let (rest, rb) = outputs(b);
                right.extend(rest);
                (ra, rb)
            }
            ZipReturn::Second(rb, orphan) => {
                left.push(orphan);
                let (rest, ra) = outputs(a);
                left.extend(rest);
                (ra, rb)
            }
        };
        assert_eq!(((left, returns.0), (right, returns.1)), (whole_a, whole_b));
    });
}

/// The yields of a generator, marked with the side that it is on.
fn on_side(
    random: &mut Random,
    side: usize,
) -> impl Resume<(), (usize, u64), Return = u64> + Clone + use<> {
    random.generator().map(move |y| (side, y))
}

/// The yields that are marked with a side.
fn of_side(yields: &[(usize, u64)], side: usize) -> Vec<(usize, u64)> {
    yields.iter().copied().filter(|(of, _)| *of == side).collect()
}

#[test]
fn interleave_projections_and_alternation() {
    check(|random| {
        let (a, b) = (on_side(random, 0), on_side(random, 1));
        let ((ya, ra), (yb, rb)) = (outputs(a.clone()), outputs(b.clone()));
        let (all, returned) = outputs(a.interleave(b));
        assert_eq!(returned, (ra, rb));
        assert_eq!((of_side(&all, 0), of_side(&all, 1)), (ya.clone(), yb.clone()));
        // While both live, neighbours are of different sides.
        let both = 2 * ya.len().min(yb.len());
        assert!(all[..both].windows(2).all(|pair| pair[0].0 != pair[1].0));
    });
}

#[test]
fn round_robin_of_two_is_interleave() {
    check(|random| {
        let (a, b) = (random.generator(), random.generator());
        let two = round_robin([a.clone(), b.clone()]);
        same(two, a.interleave(b).map_return(|(ra, rb)| vec![ra, rb]), random.units());
    });
}

#[test]
fn round_robin_projections_and_fairness() {
    check(|random| {
        let sides: Vec<_> = (0..random.below(6)).map(|side| on_side(random, side)).collect();
        let alone: Vec<_> = sides.iter().cloned().map(outputs).collect();
        let (all, returned) = outputs(round_robin(sides));
        assert!(returned.iter().eq(alone.iter().map(|(_, r)| r)));
        for (side, (yields, _)) in alone.iter().enumerate() {
            assert_eq!(&of_side(&all, side), yields);
        }
        // Turn by turn: the n-th yields of all that have one, in order, and then the next ones.
        let longest = alone.iter().map(|(yields, _)| yields.len()).max().unwrap_or(0);
        let turns = (0..longest).flat_map(|n| alone.iter().filter_map(move |(ys, _)| ys.get(n)));
        assert!(all.iter().eq(turns));
    });
}

#[test]
fn merge_keeps_sides_and_order() {
    check(|random| {
        let sorted = |random: &mut Random| {
            let mut items = random.items();
            items.sort_unstable();
            items
        };
        let (xs, ys) = (sorted(random), sorted(random));
        let side = |items: &[u64], side| {
            coro_core::from_iter(items.to_vec()).map(move |y| (side, y)).map_return(move |()| side)
        };
        let (all, returned) = outputs(side(&xs, 0).merge_by(side(&ys, 1), |(_, a), (_, b)| a <= b));
        assert_eq!(returned, (0, 1));
        assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].1));
        assert!(of_side(&all, 0).into_iter().map(|(_, y)| y).eq(xs));
        assert!(of_side(&all, 1).into_iter().map(|(_, y)| y).eq(ys));
    });
}

#[test]
fn tee_is_two_coroutines_with_the_same_inputs() {
    check(|random| {
        let (a, b) = (random.coroutine(), random.coroutine());
        let inputs: Vec<_> = (0..20).map(|_| random.next()).collect();
        let (alone_a, alone_b) =
            (trace(a.clone(), inputs.clone()), trace(b.clone(), inputs.clone()));
        let both = trace(a.tee(b), inputs);
        assert_eq!(both.len(), alone_a.len().max(alone_b.len()));
        let yielded = |alone: &[coro_core::CoroutineState<u64, u64>], n: usize| {
            alone.get(n).and_then(|state| state.yielded())
        };
        for (n, state) in both.iter().enumerate() {
            match *state {
                Yielded(pair) => assert_eq!(pair, (yielded(&alone_a, n), yielded(&alone_b, n))),
                Complete((ra, rb)) => {
                    assert_eq!(alone_a.last(), Some(&Complete(ra)));
                    assert_eq!(alone_b.last(), Some(&Complete(rb)));
                }
            }
        }
    });
}

#[test]
fn broadcast_is_independent_feeds() {
    check(|random| {
        let consumers: Vec<_> =
            (0..=random.below(5)).map(|_| random.coroutine().map(drop)).collect();
        let inputs: Vec<_> = (0..random.below(16)).map(|_| random.next()).collect();
        let alone: Vec<_> =
            consumers.iter().map(|c| c.clone().feed(inputs.clone()).complete()).collect();
        match broadcast(consumers.clone()).feed(inputs.clone()) {
            Fed::Complete(returned, rest) => {
                assert!(returned.iter().copied().map(Some).eq(alone));
                // It ends with the last consumer, and not later.
                let longest =
                    consumers.iter().map(|c| trace(c.clone(), inputs.clone()).len()).max();
                assert_eq!(inputs.len() - rest.len(), longest.unwrap());
            }
            Fed::Exhausted(_) => assert!(alone.contains(&None)),
        }
    });
}

#[test]
fn broadcast_of_two_is_tee() {
    check(|random| {
        let (a, b) = (random.coroutine().map(drop), random.coroutine().map(drop));
        let two = broadcast([a.clone(), b.clone()]);
        let tee = a.tee(b).map(drop).map_return(|(ra, rb)| vec![ra, rb]);
        same(two, tee, random.inputs());
    });
}

#[test]
fn mux_members_run_as_if_alone() {
    check(|random| {
        let members: Vec<_> = (0..=random.below(4)).map(|_| random.coroutine()).collect();
        let mut all = mux(members.clone());
        let mut alone = members;
        let mut returns = vec![None; alone.len()];
        loop {
            let running: Vec<_> = all.running().collect();
            let index = running[random.below(running.len())];
            let input = random.next();
            let expected = alone[index].resume(input);
            if let Complete(value) = expected {
                returns[index] = Some(value);
            }
            match all.resume((index, input)) {
                Yielded((from, state)) => {
                    assert_eq!(from, index);
                    assert_eq!(state, expected.map_complete(drop));
                }
                Complete(all) => {
                    assert!(all.into_iter().map(Some).eq(returns.iter().copied()));
                    return;
                }
            }
        }
    });
}

//! Permutations, combinations and their like.

use itertools::Itertools as _;

/// Heap's algorithm without recursion.
#[coro_core::coroutine]
fn heap_permutations<T: Clone>(mut items: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let count = items.len();
    let mut counters = vec![0; count];
    yield_!(items.clone());
    let mut i = 0;
    while i < count {
        if counters[i] < i {
            if i % 2 == 0 {
                items.swap(0, i);
            } else {
                items.swap(counters[i], i);
            }
            yield_!(items.clone());
            counters[i] += 1;
            i = 0;
        } else {
            counters[i] = 0;
            i += 1;
        }
    }
}

#[test]
fn permutations_in_any_order() {
    for count in 0..6 {
        let found = heap_permutations((0..count).collect()).sorted().collect_vec();
        assert_eq!(found, (0..count).permutations(count).collect_vec());
    }
}

/// The next permutation in lexicographic order, again and again.
#[coro_core::coroutine]
fn lexicographic_permutations<T: Ord + Clone>(mut items: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    items.sort();
    loop {
        yield_!(items.clone());
        let Some(pivot) = items.windows(2).rposition(|pair| pair[0] < pair[1]) else { return };
        let swap = items.iter().rposition(|item| *item > items[pivot]).unwrap_or(pivot);
        items.swap(pivot, swap);
        items[pivot + 1..].reverse();
    }
}

#[test]
fn permutations_in_order() {
    assert!(lexicographic_permutations(vec![3, 1, 2]).eq((1..=3).permutations(3)));
    assert_eq!(lexicographic_permutations(vec![1, 1, 2]).count(), 3);
}

#[coro_core::coroutine]
fn combinations(n: usize, k: usize) -> impl Iterator<Item = Vec<usize>> {
    if k > n {
        return;
    }
    let mut chosen: Vec<usize> = (0..k).collect();
    loop {
        yield_!(chosen.clone());
        let Some(at) = (0..k).rev().find(|&i| chosen[i] != i + n - k) else { break };
        chosen[at] += 1;
        for i in at + 1..k {
            chosen[i] = chosen[i - 1] + 1;
        }
    }
}

#[test]
fn combinations_of_indices() {
    for (n, k) in [(5, 2), (4, 4), (3, 0), (2, 3)] {
        assert!(combinations(n, k).eq((0..n).combinations(k)), "{n} {k}");
    }
}

#[coro_core::coroutine]
fn combinations_with_replacement(n: usize, k: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut chosen = vec![0; k];
    'next: loop {
        yield_!(chosen.clone());
        for i in (0..k).rev() {
            if chosen[i] + 1 < n {
                let value = chosen[i] + 1;
                chosen[i..].fill(value);
                continue 'next;
            }
        }
        break 'next;
    }
}

#[test]
fn combinations_that_repeat() {
    for (n, k) in [(3, 2), (4, 3), (2, 1)] {
        assert!(
            combinations_with_replacement(n, k).eq((0..n).combinations_with_replacement(k)),
            "{n} {k}"
        );
    }
}

#[coro_core::coroutine]
fn powerset<T: Clone>(items: &[T]) -> impl Iterator<Item = Vec<T>> {
    for size in 0..=items.len() {
        for chosen in combinations(items.len(), size) {
            yield_!(chosen.into_iter().map(|i| items[i].clone()).collect());
        }
    }
}

#[test]
fn subsets() {
    let items = ['a', 'b', 'c', 'd'];
    assert!(powerset(&items).eq(items.iter().copied().powerset()));
}

/// Each code differs from the one before in a single bit.
#[coro_core::coroutine]
fn gray_codes(bits: u32) -> impl Iterator<Item = u32> {
    let mut code = 0u32;
    yield_!(code);
    for step in 1..1u32 << bits {
        code ^= 1 << step.trailing_zeros();
        yield_!(code);
    }
}

#[test]
fn gray_codes_by_formula() {
    assert!(gray_codes(6).eq((0..64u32).map(|n| n ^ (n >> 1))));
}

/// The ways to write `n` as a sum, largest parts first, by the rule of successors.
#[coro_core::coroutine]
fn partitions(n: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut parts = vec![n];
    loop {
        yield_!(parts.clone());
        let ones = parts.iter().rev().take_while(|&&part| part == 1).count();
        parts.truncate(parts.len() - ones);
        let Some(last) = parts.last_mut() else { return };
        *last -= 1;
        let size = *last;
        let mut rest = ones + 1;
        while rest > 0 {
            let part = rest.min(size);
            parts.push(part);
            rest -= part;
        }
    }
}

#[test]
fn partitions_of_a_number() {
    // Counted by the usual table.
    for n in 1..15 {
        let mut ways = vec![0usize; n + 1];
        ways[0] = 1;
        for part in 1..=n {
            for sum in part..=n {
                ways[sum] += ways[sum - part];
            }
        }
        let all = partitions(n).collect_vec();
        assert_eq!(all.len(), ways[n], "{n}");
        assert!(all.iter().all(|parts| parts.iter().sum::<usize>() == n));
        assert!(all.iter().all_unique());
    }
}

#[coro_core::coroutine]
fn subsets_with_sum(numbers: &[u32], wanted: u32) -> impl Iterator<Item = Vec<u32>> {
    // What is chosen so far, and the index to go on from.
    let mut stack = vec![(Vec::new(), 0, 0)];
    while let Some((chosen, sum, from)) = stack.pop() {
        if sum == wanted {
            yield_!(chosen);
            continue;
        }
        for index in (from..numbers.len()).rev() {
            if sum + numbers[index] <= wanted {
                let mut more: Vec<u32> = chosen.clone();
                more.push(numbers[index]);
                stack.push((more, sum + numbers[index], index + 1));
            }
        }
    }
}

#[test]
fn sums_of_subsets() {
    let numbers = [1, 2, 3, 5, 8, 13];
    let expected = numbers.into_iter().powerset().filter(|set| set.iter().sum::<u32>() == 16);
    assert_eq!(
        subsets_with_sum(&numbers, 16).sorted().collect_vec(),
        expected.sorted().collect_vec()
    );
}

#[coro_core::coroutine]
fn derangements(n: usize) -> impl Iterator<Item = Vec<usize>> {
    for order in heap_permutations((0..n).collect()) {
        if order.iter().enumerate().all(|(i, &item)| i != item) {
            yield_!(order);
        }
    }
}

#[test]
fn derangements_by_recurrence() {
    let mut counts = vec![1, 0];
    for n in 2..7 {
        counts.push((n - 1) * (counts[n - 1] + counts[n - 2]));
    }
    for (n, &count) in counts.iter().enumerate() {
        assert_eq!(derangements(n).count(), count, "{n}");
    }
}

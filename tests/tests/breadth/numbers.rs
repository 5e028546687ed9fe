//! Sequences of numbers.

use std::collections::HashMap;

use itertools::Itertools as _;

#[coro_core::coroutine]
fn fibonacci() -> impl Iterator<Item = u64> {
    let (mut a, mut b) = (0u64, 1u64);
    while let Some(next) = a.checked_add(b) {
        yield_!(a);
        (a, b) = (b, next);
    }
    yield_!(a);
    yield_!(b);
}

#[test]
fn fibonacci_by_doubling() {
    fn fast(n: u32) -> (u128, u128) {
        if n == 0 {
            return (0, 1);
        }
        let (a, b) = fast(n / 2);
        let (c, d) = (a * (2 * b - a), a * a + b * b);
        if n % 2 == 0 { (c, d) } else { (d, c + d) }
    }
    let all = fibonacci().collect_vec();
    assert_eq!(all.len(), 94);
    assert!((0..).zip(all).all(|(n, value)| fast(n).0 == u128::from(value)));
}

/// The sieve that keeps, for each composite ahead, the primes that divide it.
#[coro_core::coroutine]
fn primes() -> impl Iterator<Item = u64> {
    let mut composites: HashMap<u64, Vec<u64>> = HashMap::new();
    for candidate in 2.. {
        match composites.remove(&candidate) {
            None => {
                yield_!(candidate);
                composites.insert(candidate * candidate, vec![candidate]);
            }
            Some(factors) => {
                for prime in factors {
                    composites.entry(candidate + prime).or_default().push(prime);
                }
            }
        }
    }
}

/// Trial division by the primes so far.
#[coro_core::coroutine]
fn primes_by_division(limit: u64) -> impl Iterator<Item = u64> {
    let mut found: Vec<u64> = Vec::new();
    'candidates: for n in 2..limit {
        for &prime in &found {
            if prime * prime > n {
                break;
            }
            if n % prime == 0 {
                continue 'candidates;
            }
        }
        found.push(n);
        yield_!(n);
    }
}

#[test]
fn primes_two_ways() {
    let mut sieve = vec![true; 2000];
    let mut expected = Vec::new();
    for n in 2..2000 {
        if sieve[n] {
            expected.push(n as u64);
            (n * n..2000).step_by(n).for_each(|multiple| sieve[multiple] = false);
        }
    }
    assert_eq!(primes().take_while(|&prime| prime < 2000).collect_vec(), expected);
    assert_eq!(primes_by_division(2000).collect_vec(), expected);
}

#[coro_core::coroutine]
fn factors(mut n: u64) -> impl Iterator<Item = u64> {
    let mut candidate = 2;
    while candidate * candidate <= n {
        while n % candidate == 0 {
            yield_!(candidate);
            n /= candidate;
        }
        candidate += if candidate == 2 { 1 } else { 2 };
    }
    if n > 1 {
        yield_!(n);
    }
}

#[test]
fn factors_multiply_back() {
    for n in 1..500u64 {
        let found = factors(n).collect_vec();
        assert_eq!(found.iter().product::<u64>(), n);
        assert!(found.iter().all(|&factor| (2..factor).all(|d| factor % d != 0)));
    }
}

#[coro_core::coroutine]
fn collatz(mut n: u64) -> impl Iterator<Item = u64> {
    loop {
        yield_!(n);
        n = match n {
            1 => break,
            n if n % 2 == 0 => n / 2,
            n => 3 * n + 1,
        };
    }
}

#[test]
fn collatz_by_successors() {
    for n in 1..50 {
        let next = |&n: &u64| (n != 1).then(|| if n % 2 == 0 { n / 2 } else { 3 * n + 1 });
        assert!(collatz(n).eq(std::iter::successors(Some(n), next)));
    }
}

#[coro_core::coroutine]
fn look_and_say(start: String) -> impl Iterator<Item = String> {
    let mut text = start;
    loop {
        yield_!(text.clone());
        let mut next = String::new();
        for (digit, run) in &text.chars().chunk_by(|digit| *digit) {
            next += &format!("{}{digit}", run.count());
        }
        text = next;
    }
}

#[test]
fn looking_and_saying() {
    let expected = ["1", "11", "21", "1211", "111221", "312211"];
    assert!(look_and_say("1".into()).take(6).eq(expected));
}

#[coro_core::coroutine]
fn pascal() -> impl Iterator<Item = Vec<u64>> {
    let mut row = vec![1];
    loop {
        yield_!(row.clone());
        row = std::iter::once(1)
            .chain(row.iter().tuple_windows().map(|(a, b)| a + b))
            .chain([1])
            .collect();
    }
}

#[test]
fn pascals_triangle_by_products() {
    for (n, row) in (0u64..20).zip(pascal()) {
        let mut expected = vec![1];
        for k in 0..n {
            expected.push(expected[k as usize] * (n - k) / (k + 1));
        }
        assert_eq!(row, expected);
    }
}

/// Gibbons' spigot for the digits of pi.
#[coro_core::coroutine]
fn digits_of_pi() -> impl Iterator<Item = u8> {
    let (mut q, mut r, mut t, mut k, mut m, mut x) = (1i128, 0i128, 1i128, 1i128, 3i128, 3i128);
    loop {
        if 4 * q + r - t < m * t {
            yield_!(m as u8);
            let next = 10 * (r - m * t);
            m = (10 * (3 * q + r)) / t - 10 * m;
            q *= 10;
            r = next;
        } else {
            let next = (2 * q + r) * x;
            m = (q * (7 * k) + 2 + (r * x)) / (t * x);
            q *= k;
            t *= x;
            x += 2;
            k += 1;
            r = next;
        }
    }
}

#[test]
fn the_digits_of_pi() {
    assert!(digits_of_pi().take(8).eq([3, 1, 4, 1, 5, 9, 2, 6]));
}

#[coro_core::coroutine]
fn farey(n: u64) -> impl Iterator<Item = (u64, u64)> {
    let (mut a, mut b, mut c, mut d) = (0, 1, 1, n);
    yield_!((a, b));
    while c <= n {
        let k = (n + b) / d;
        (a, b, c, d) = (c, d, k * c - a, k * d - b);
        yield_!((a, b));
    }
}

#[test]
fn fractions_in_order() {
    let gcd = |mut a: u64, mut b: u64| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let all = (1..=7u64).flat_map(|b| (0..=b).map(move |a| (a, b)));
    let expected = all
        .filter(|&(a, b)| gcd(a, b) == 1)
        .sorted_by(|(a, b), (c, d)| (a * d).cmp(&(c * b)))
        .collect_vec();
    assert_eq!(farey(7).collect_vec(), expected);
}

#[coro_core::coroutine]
fn continued_fraction(mut p: u64, mut q: u64) -> impl Iterator<Item = u64> {
    while q != 0 {
        yield_!(p / q);
        (p, q) = (q, p % q);
    }
}

#[test]
fn continued_fractions_fold_back() {
    for (p, q) in [(415, 93), (7, 1), (3, 11), (649, 200)] {
        let terms = continued_fraction(p, q).collect_vec();
        let folded = terms.iter().rev().fold((1, 0), |(p, q), term| (term * p + q, p));
        assert_eq!(folded.0 * q, folded.1 * p);
    }
}

/// A linear feedback shift register of 16 bits.
#[coro_core::coroutine]
fn lfsr(seed: u16) -> impl Iterator<Item = u16> {
    let mut state = seed;
    loop {
        let bit = state ^ (state >> 2) ^ (state >> 3) ^ (state >> 5);
        state = (state >> 1) | (bit << 15);
        yield_!(state);
        if state == seed {
            break;
        }
    }
}

#[test]
fn the_register_has_its_full_period() {
    assert_eq!(lfsr(0xACE1).count(), 65535);
    assert!(lfsr(1).all_unique());
}

//! Two-way coroutines: protocols, sessions, retries, controllers.

use std::time::Duration;

use coro_core::{
    CoroutineState::{Complete, Yielded},
    Resume,
};

mod models;

/// Asks again, waiting longer each time; the answer to a delay is the next outcome.
#[coro_core::coroutine]
fn retry(
    #[resume] first: Result<u32, &'static str>,
    attempts: u32,
    base: Duration,
) -> impl Resume<Result<u32, &'static str>, Duration, Return = Result<u32, String>> {
    let mut outcome = first;
    let mut delay = base;
    for attempt in 1.. {
        match outcome {
            Ok(value) => return Ok(value),
            Err(error) if attempt >= attempts => {
                return Err(format!("{error} after {attempt} attempts"));
            }
            Err(_) => {}
        }
        outcome = yield_!(delay);
        delay = (delay * 2).min(Duration::from_millis(500));
    }
    unreachable!()
}

#[test]
fn retrying_with_longer_delays() {
    let mut failing = retry(6, Duration::from_millis(100));
    let delays: Vec<_> = std::iter::from_fn(|| match failing.resume(Err("down")) {
        Yielded(delay) => Some(delay.as_millis()),
        Complete(end) => {
            assert_eq!(end, Err("down after 6 attempts".into()));
            None
        }
    })
    .collect();
    assert_eq!(delays, [100, 200, 400, 500, 500]);
    let mut lucky = retry(6, Duration::from_millis(100));
    assert!(matches!(lucky.resume(Err("down")), Yielded(_)));
    assert_eq!(lucky.resume(Ok(7)), Complete(Ok(7)));
}

#[derive(Clone, Debug, PartialEq)]
enum Reply {
    Ask(&'static str),
    Welcome(String),
    Wrong { left: u32 },
}

#[coro_core::coroutine]
fn login(
    users: &[(&str, &str)],
) -> impl Resume<String, Reply, Return = Result<String, &'static str>> {
    let mut left = 3;
    while left > 0 {
        let name = yield_!(Reply::Ask("name"));
        let password = yield_!(Reply::Ask("password"));
        let known = users.iter().any(|&(user, secret)| user == name && secret == password);
        if known {
            yield_!(Reply::Welcome(name.clone()));
            return Ok(name);
        }
        left -= 1;
        yield_!(Reply::Wrong { left });
    }
    Err("locked")
}

#[test]
fn logging_in() {
    let users = [("ada", "1815"), ("alan", "1912")];
    let mut session = login(&users);
    let mut say = |text: &str| session.resume(text.to_owned());
    assert_eq!(say(""), Yielded(Reply::Ask("name")));
    assert_eq!(say("ada"), Yielded(Reply::Ask("password")));
    assert_eq!(say("1912"), Yielded(Reply::Wrong { left: 2 }));
    assert_eq!(say(""), Yielded(Reply::Ask("name")));
    assert_eq!(say("ada"), Yielded(Reply::Ask("password")));
    assert_eq!(say("1815"), Yielded(Reply::Welcome("ada".into())));
    assert_eq!(say(""), Complete(Ok("ada".into())));
}

/// Commands and replies in the manner of SMTP.
#[coro_core::coroutine]
fn mail(#[resume] _hello: String) -> impl Resume<String, String, Return = Vec<(String, String)>> {
    let mut delivered = Vec::new();
    let mut line = yield_!("220 ready".to_owned());
    'session: loop {
        let recipient = loop {
            match line.split_once(':') {
                Some(("RCPT", name)) => break name.trim().to_owned(),
                _ if line == "QUIT" => break 'session,
                _ => line = yield_!(format!("500 what is `{line}`?")),
            }
        };
        let mut text = String::new();
        line = yield_!("354 go on".to_owned());
        while line != "." {
            text += &line;
            text.push('\n');
            line = yield_!(String::new());
        }
        let number = delivered.len();
        delivered.push((recipient, text));
        line = yield_!(format!("250 message {number}"));
    }
    delivered
}

#[test]
fn delivering_mail() {
    let mut server = mail();
    let mut say = |line: &str| server.resume(line.to_owned());
    assert_eq!(say("HELO"), Yielded("220 ready".into()));
    assert_eq!(say("DATA"), Yielded("500 what is `DATA`?".into()));
    assert_eq!(say("RCPT: ada"), Yielded("354 go on".into()));
    assert_eq!(say("one"), Yielded(String::new()));
    assert_eq!(say("two"), Yielded(String::new()));
    assert_eq!(say("."), Yielded("250 message 0".into()));
    assert_eq!(say("QUIT"), Complete(vec![("ada".into(), "one\ntwo\n".into())]));
}

#[coro_core::coroutine]
fn turnstile() -> impl Resume<&'static str, bool, Return = std::convert::Infallible> + Clone {
    let mut coins = 0u32;
    let mut event = yield_!(false);
    loop {
        match event {
            "coin" => coins += 1,
            "push" if coins > 0 => coins -= 1,
            _ => {}
        }
        event = yield_!(coins > 0);
    }
}

#[test]
fn a_turnstile_opens_for_coins() {
    let mut gate = turnstile();
    let mut states = Vec::new();
    let mut coins = 0i32;
    for event in ["", "push", "coin", "coin", "push", "push", "push", "coin"] {
        let Yielded(open) = gate.resume(event);
        states.push(open);
        coins = (coins + i32::from(event == "coin") - i32::from(event == "push")).max(0);
        assert_eq!(open, coins > 0, "{event}");
    }
    let Yielded(open) = gate.clone().resume("push");
    assert!(!open);
    let Yielded(open) = gate.resume("coin");
    assert!(open);
}

/// A token bucket: it takes the time and says whether a request may pass.
#[coro_core::coroutine]
fn limiter(#[resume] start: u64, rate: u64, burst: u64) -> impl Resume<u64, bool, Return = ()> {
    let mut tokens = burst;
    let mut last = start;
    loop {
        let now = yield_!({
            let allowed = tokens > 0;
            tokens -= u64::from(allowed);
            allowed
        });
        let refill = (now - last) * rate;
        tokens = (tokens + refill).min(burst);
        last = now;
    }
}

#[test]
fn a_limiter_lets_bursts_pass() {
    let mut limiter = limiter(1, 2);
    let times = [0, 0, 0, 1, 1, 5, 5, 5];
    let allowed: Vec<_> = times.map(|time| limiter.resume(time) == Yielded(true)).into();
    assert_eq!(allowed, [true, true, false, true, false, true, true, false]);
}

#[coro_core::coroutine]
fn mean() -> impl Resume<f64, f64, Return = ()> {
    let (mut mean, mut count) = (0.0, 0.0);
    loop {
        let value = yield_!(mean);
        count += 1.0;
        mean += (value - mean) / count;
    }
}

#[test]
fn a_running_mean() {
    let mut running = mean();
    let values = [3.0, 5.0, 10.0, 2.0];
    assert_eq!(running.resume(0.0), Yielded(0.0));
    for (count, end) in (1..=4).zip(1..=4usize) {
        let expected = values[..end].iter().sum::<f64>() / f64::from(count);
        let Yielded(found) = running.resume(values[end - 1]) else { panic!("it never ends") };
        assert!((found - expected).abs() < 1e-9);
    }
}

/// A proportional controller with a dead band.
#[coro_core::coroutine]
fn thermostat(target: f64) -> impl Resume<f64, &'static str, Return = ()> {
    let mut temperature = yield_!("idle");
    loop {
        let mode = if temperature < target - 1.0 {
            "heat"
        } else if temperature > target + 1.0 {
            "cool"
        } else {
            temperature = yield_!("idle");
            continue;
        };
        while (temperature - target).abs() > 0.5 {
            temperature = yield_!(mode);
        }
    }
}

#[test]
fn a_thermostat_has_hysteresis() {
    let mut control = thermostat(20.0);
    let inputs = [20.0, 18.0, 19.2, 19.8, 20.9, 21.5, 20.7, 20.2];
    let modes = inputs.map(|input| control.resume(input));
    let expected = ["idle", "heat", "heat", "idle", "idle", "cool", "cool", "idle"];
    assert_eq!(modes, expected.map(Yielded));
}

/// Two-phase commit: asks all, and tells all what was decided.
#[coro_core::coroutine]
fn commit(
    nodes: Vec<&'static str>,
) -> impl Resume<bool, (&'static str, &'static str), Return = bool> {
    let mut agreed = true;
    for i in 0..nodes.len() {
        if !yield_!((nodes[i], "prepare")) {
            agreed = false;
            break;
        }
    }
    let order = if agreed { "commit" } else { "abort" };
    for node in nodes {
        while !yield_!((node, order)) {}
    }
    agreed
}

#[test]
fn committing() {
    let mut all = commit(vec!["a", "b"]);
    assert_eq!(all.resume(true), Yielded(("a", "prepare")));
    assert_eq!(all.resume(true), Yielded(("b", "prepare")));
    assert_eq!(all.resume(false), Yielded(("a", "abort")));
    assert_eq!(all.resume(false), Yielded(("a", "abort")));
    assert_eq!(all.resume(true), Yielded(("b", "abort")));
    assert_eq!(all.resume(true), Complete(false));
}

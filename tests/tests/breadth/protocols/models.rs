//! The protocols again, as functions of all that was said so far. In: random conversations.

use coro_random::rng::Rng;
use itertools::Itertools as _;

use super::*;

#[test]
fn delays_by_a_formula() {
    for attempts in 1..9 {
        for lucky in 0..10 {
            let mut retry = retry(attempts, Duration::from_millis(70));
            let tries = attempts.min(lucky + 1);
            for attempt in 0..tries {
                let outcome = if attempt == lucky { Ok(attempt) } else { Err("down") };
                let expected = match outcome {
                    Ok(value) => Complete(Ok(value)),
                    Err(_) if attempt + 1 == attempts => {
                        Complete(Err(format!("down after {attempts} attempts")))
                    }
                    Err(_) => Yielded(Duration::from_millis((70 << attempt).min(500))),
                };
                assert_eq!(retry.resume(outcome), expected, "{attempt} of {attempts}");
            }
        }
    }
}

#[test]
fn logins_by_pairs() {
    let users = [("ada", "1815"), ("alan", "1912")];
    let words = ["ada", "alan", "1815", "1912"];
    let mut rng = Rng::new(1);
    for _ in 0..300 {
        let pairs = (0..3).map(|_| (*rng.pick(&words), *rng.pick(&words))).collect_vec();
        let right = pairs.iter().position(|pair| users.contains(pair));
        let mut session = login(&users);
        let mut say = |text: &str| session.resume(text.to_owned());
        assert_eq!(say(""), Yielded(Reply::Ask("name")));
        for (index, (name, password)) in pairs.iter().enumerate().take(right.map_or(3, |at| at + 1))
        {
            assert_eq!(say(name), Yielded(Reply::Ask("password")));
            if right == Some(index) {
                assert_eq!(say(password), Yielded(Reply::Welcome((*name).to_owned())));
                assert_eq!(say(""), Complete(Ok((*name).to_owned())));
                break;
            }
            let left = 2 - index as u32;
            assert_eq!(say(password), Yielded(Reply::Wrong { left }));
            let next = if left > 0 { Yielded(Reply::Ask("name")) } else { Complete(Err("locked")) };
            assert_eq!(say(""), next);
        }
    }
}

#[test]
fn mail_by_the_whole_script() {
    let mut rng = Rng::new(2);
    for _ in 0..300 {
        let line = |rng: &mut Rng| *rng.pick(&["RCPT: a", "RCPT:b ", ".", "text", "more"]);
        let mut script = (0..rng.below(20)).map(|_| line(&mut rng)).collect_vec();
        script.extend([".", "QUIT"]);
        // Letters start at an address; what stands between them is refused.
        let mut letters = Vec::new();
        let mut replies = Vec::new();
        let mut rest = &script[..];
        while let [first, tail @ ..] = rest {
            rest = tail;
            if let Some(name) = first.strip_prefix("RCPT:") {
                let end = tail.iter().position(|line| *line == ".").unwrap();
                let text = tail[..end].iter().flat_map(|line| [*line, "\n"]).collect::<String>();
                replies.push("354 go on".to_owned());
                replies.extend((0..end).map(|_| String::new()));
                replies.push(format!("250 message {}", letters.len()));
                letters.push((name.trim().to_owned(), text));
                rest = &tail[end + 1..];
            } else if *first != "QUIT" {
                replies.push(format!("500 what is `{first}`?"));
            }
        }
        let mut server = mail();
        assert_eq!(server.resume(String::new()), Yielded("220 ready".to_owned()));
        for (line, reply) in script.iter().zip(replies) {
            assert_eq!(server.resume((*line).to_owned()), Yielded(reply), "{script:?}");
        }
        assert_eq!(server.resume("QUIT".to_owned()), Complete(letters), "{script:?}");
    }
}

#[test]
fn a_bucket_that_is_filled_tick_by_tick() {
    let mut rng = Rng::new(3);
    for _ in 0..300 {
        let (rate, burst) = (rng.below(3) as u64, 1 + rng.below(4) as u64);
        let mut limiter = limiter(rate, burst);
        let (mut clock, mut tokens) = (0, burst);
        for _ in 0..30 {
            let now = clock + rng.below(4) as u64;
            while clock < now {
                clock += 1;
                for _ in 0..rate {
                    tokens += u64::from(tokens < burst);
                }
            }
            assert_eq!(limiter.resume(now), Yielded(tokens > 0), "{rate} {burst}");
            tokens = tokens.saturating_sub(1);
        }
    }
}

#[test]
fn a_thermostat_by_its_last_mode() {
    let mut rng = Rng::new(4);
    for _ in 0..300 {
        let mut control = thermostat(20.0);
        assert_eq!(control.resume(20.0), Yielded("idle"));
        let mut mode = "idle";
        for _ in 0..40 {
            let off = (rng.below(50) as f64 - 25.0) / 10.0;
            mode = match mode {
                "idle" if off < -1.0 => "heat",
                "idle" if off > 1.0 => "cool",
                "idle" => "idle",
                // What goes on until it is near is decided anew then.
                _ if off.abs() <= 0.5 => "idle",
                mode => mode,
            };
            // The same number as the controller computes with.
            let temperature = 20.0 + off;
            assert_eq!(control.resume(temperature), Yielded(mode), "{temperature}");
        }
    }
}

#[test]
fn commits_by_their_answers() {
    let mut rng = Rng::new(5);
    for _ in 0..300 {
        let nodes = ["a", "b", "c"][..rng.below(4)].to_vec();
        let votes = nodes.iter().map(|_| rng.percent(70)).collect_vec();
        let agreed = votes.iter().all(|vote| *vote);
        let asked = votes.iter().position(|vote| !vote).map_or(votes.len(), |at| at + 1);
        let order = if agreed { "commit" } else { "abort" };
        // Each exchange: what is said, and the answer.
        let mut talk = Vec::new();
        talk.extend((0..asked).map(|index| ((nodes[index], "prepare"), votes[index])));
        for node in &nodes {
            talk.extend((0..rng.below(3)).map(|_| ((*node, order), false)));
            talk.push(((*node, order), true));
        }
        let mut all = commit(nodes);
        let mut answer = false;
        for (said, next) in talk {
            assert_eq!(all.resume(answer), Yielded(said));
            answer = next;
        }
        assert_eq!(all.resume(answer), Complete(agreed));
    }
}

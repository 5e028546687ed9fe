//! Runs a compiled batch: again from the next program on when one crashes or hangs.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use super::outcome::Outcome;

/// How long a single program may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs all programs of an executable.
///
/// # Errors
///
/// If it cannot be run.
pub fn run_all(executable: &Path, numbers: &[u32]) -> Result<BTreeMap<u32, Outcome>, String> {
    let mut outcomes = BTreeMap::new();
    let mut from = 0;
    while numbers.iter().any(|&number| number >= from) {
        let stopped = run_from(executable, from, &mut outcomes)?;
        match stopped {
            None => break,
            Some((number, outcome)) => {
                outcomes.insert(number, outcome);
                from = number + 1;
            }
        }
    }
    Ok(outcomes)
}

/// Runs until the end or until a program stops it; says which one.
fn run_from(
    executable: &Path,
    from: u32,
    outcomes: &mut BTreeMap<u32, Outcome>,
) -> Result<Option<(u32, Outcome)>, String> {
    let mut child = Command::new(executable)
        .arg(from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", executable.display()))?;
    let lines = lines(&mut child);
    let mut current = from;
    let mut difference: Option<String> = None;
    let stopped = loop {
        let line = match lines.recv_timeout(PATIENCE) {
            Ok(line) => line,
            Err(mpsc::RecvTimeoutError::Timeout) => break Some(Outcome::Hung),
            Err(mpsc::RecvTimeoutError::Disconnected) => break Some(Outcome::Crashed),
        };
        if let Some(text) = &mut difference {
            if line == "end of difference" {
                outcomes.insert(current, Outcome::Different(difference.take().unwrap_or_default()));
            } else {
                text.push_str(&line);
                text.push('\n');
            }
            continue;
        }
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["run", number] => current = number.parse().unwrap_or(current),
            ["equal", _, runs, events, _] => {
                let (runs, events) = (runs.parse().unwrap_or(0), events.parse().unwrap_or(0));
                outcomes.insert(current, Outcome::Equal { runs, events });
            }
            ["long", _] => {
                outcomes.insert(current, Outcome::Long);
            }
            ["different", _] => difference = Some(String::new()),
            ["all", "done"] => break None,
            ["endless"] => break Some(Outcome::Hung),
            _ => {}
        }
    };
    // A child that has ended already cannot be killed, and need not be.
    let _ = child.kill();
    child.wait().map_err(|error| error.to_string())?;
    Ok(stopped.map(|outcome| (current, outcome)))
}

/// Reads a child's output on a thread of its own.
fn lines(child: &mut Child) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    let output = child.stdout.take().expect("it is piped");
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

//! Compares any number of programs: in batches, in all profiles, on several threads.
//!
//! In: a [`Request`]. Out: a [`Summary`], and each finding as it is made.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

use crate::{
    generate::{Config, program},
    harness::{Batch, Outcome, Plan, Profile, Toolchain},
    program::{Program, Side},
};

/// What to compare.
#[derive(Clone, Debug)]
pub struct Request {
    /// Where the random numbers come from.
    pub seed: u64,
    /// The number of the first program.
    pub first: u32,
    /// How many programs.
    pub count: u32,
    /// How many programs are compiled together.
    pub batch: u32,
    /// What the generator may produce.
    pub config: Config,
    /// What is tested.
    pub subject: Side,
    /// What it is compared with.
    pub oracle: Side,
    /// The profiles, used in turn.
    pub profiles: Vec<Profile>,
    /// How many batches are compiled at a time.
    pub jobs: usize,
    /// Where the generated crates go.
    pub directory: PathBuf,
    /// Whether to stop at the first finding.
    pub stop: bool,
}

/// A program on which the two sides disagree.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The program.
    pub program: Program,
    /// How it was compared.
    pub plan: Plan,
    /// What was found.
    pub outcome: Outcome,
}

/// What comparing has given.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// How many programs had each kind of outcome.
    pub kinds: BTreeMap<&'static str, u64>,
    /// How many runs were compared.
    pub runs: u64,
    /// How many events they had.
    pub events: u64,
    /// The findings, in the order of their numbers.
    pub findings: Vec<Finding>,
    /// Programs that neither side compiles, with rustc's error: the generator's mistakes.
    pub invalid: Vec<(u32, String)>,
}

impl Summary {
    /// How many programs were compared.
    #[must_use]
    pub fn programs(&self) -> u64 {
        self.kinds.values().sum()
    }

    fn add(&mut self, programs: &[Program], plan: Plan, outcomes: Vec<(u32, Outcome)>) {
        for (program, (number, outcome)) in programs.iter().zip(outcomes) {
            *self.kinds.entry(outcome.kind()).or_default() += 1;
            match outcome {
                Outcome::Equal { runs, events } => {
                    self.runs += runs;
                    self.events += events;
                }
                Outcome::Invalid(error) => self.invalid.push((number, error)),
                outcome => {
                    self.findings.push(Finding { program: program.clone(), plan, outcome });
                }
            }
        }
    }
}

impl Request {
    /// Generates the programs of one batch.
    fn programs(&self, index: u32, profile: Profile) -> Vec<Program> {
        let start = self.first + index * self.batch;
        let end = (start + self.batch).min(self.first + self.count);
        // Let chains came with the 2024 edition, and shorter lives of temporaries.
        let newest = profile.edition >= 2024;
        let config = Config {
            chains: self.config.chains && newest,
            tails: newest || self.config.differences,
            ..self.config
        };
        let movable = [self.subject, self.oracle].contains(&Side::Coroutine);
        (start..end)
            .map(|number| program(self.seed, number, &config))
            .filter(|program| program.movable || !movable)
            .collect()
    }

    /// Compares all programs.
    ///
    /// # Errors
    ///
    /// If generated crates cannot be written or compiled at all.
    pub fn run(&self, toolchain: &Toolchain) -> Result<Summary, String> {
        let batches = self.count.div_ceil(self.batch);
        let next = AtomicU32::new(0);
        let summary = Mutex::new(Summary::default());
        let failure = Mutex::new(None);
        let lock = |mutex: &Mutex<_>, error| {
            *mutex.lock().expect("no thread panics while it holds the lock") = Some(error);
        };
        thread::scope(|scope| {
            for job in 0..self.jobs {
                let directory = self.directory.join(format!("job{job}"));
                let (next, summary, failure) = (&next, &summary, &failure);
                scope.spawn(move || {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        if index >= batches {
                            return;
                        }
                        let which = usize::try_from(index).unwrap_or(0) % self.profiles.len();
                        let profile = self.profiles[which];
                        let plan = Plan { profile, subject: self.subject, oracle: self.oracle };
                        let programs = self.programs(index, profile);
                        match Batch::compare(&programs, plan, toolchain, &directory) {
                            Ok(outcomes) => {
                                let mut summary = summary.lock().expect("nothing panics here");
                                summary.add(&programs, plan, outcomes);
                                if self.stop && !summary.findings.is_empty() {
                                    next.store(batches, Ordering::Relaxed);
                                }
                            }
                            Err(error) => {
                                lock(failure, error);
                                next.store(batches, Ordering::Relaxed);
                            }
                        }
                    }
                });
            }
        });
        if let Some(error) = failure.into_inner().unwrap_or(None) {
            return Err(error);
        }
        let mut summary = summary.into_inner().expect("nothing panics while it holds the lock");
        summary.findings.sort_by_key(|finding| finding.program.number);
        Ok(summary)
    }
}

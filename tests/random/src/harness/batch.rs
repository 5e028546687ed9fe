//! A crate of many programs: written, compiled without those that fail to, run.
//!
//! In: programs. Out: an [`Outcome`] for each. Each side of each program is a module in a file of
//! its own, so that rustc's errors tell which side of which program they are about; what fails is
//! left out and the rest compiled again.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    errors::{Blame, errors},
    exec,
    native::NATIVE,
    outcome::Outcome,
    toolchain::{Profile, Toolchain},
};
use crate::program::{Program, Side, glue, module};

/// How to compare.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How the crate is compiled.
    pub profile: Profile,
    /// What is tested.
    pub subject: Side,
    /// What it is compared with.
    pub oracle: Side,
}

/// Which side of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// The one that is tested.
    Subject,
    /// The one that it is compared with.
    Oracle,
}

/// A generated crate in a directory of its own.
pub struct Batch<'a> {
    programs: &'a [Program],
    plan: Plan,
    directory: PathBuf,
    refused: BTreeMap<(u32, Half), String>,
}

impl<'a> Batch<'a> {
    /// Compares programs; their numbers must differ.
    ///
    /// # Errors
    ///
    /// If files cannot be written or rustc cannot be run.
    pub fn compare(
        programs: &'a [Program],
        plan: Plan,
        toolchain: &Toolchain,
        directory: &Path,
    ) -> Result<Vec<(u32, Outcome)>, String> {
        let mut batch =
            Self { programs, plan, directory: directory.into(), refused: BTreeMap::new() };
        batch.write().map_err(|error| format!("{}: {error}", directory.display()))?;
        let executable = batch.compile(toolchain)?;
        let ran = if plan.profile.check {
            let unknown = |number| (number, Outcome::Equal { runs: 0, events: 0 });
            batch.complete().into_iter().map(unknown).collect()
        } else {
            exec::run_all(&executable, &batch.complete())?
        };
        Ok(programs.iter().map(|program| (program.number, batch.outcome(program, &ran))).collect())
    }

    fn halves() -> [Half; 2] {
        [Half::Subject, Half::Oracle]
    }

    fn name(number: u32, half: Half) -> String {
        format!("p{number}{}", if half == Half::Subject { "a" } else { "b" })
    }

    fn write(&self) -> std::io::Result<()> {
        fs::create_dir_all(&self.directory)?;
        for program in self.programs {
            for half in Self::halves() {
                let side = if half == Half::Subject { self.plan.subject } else { self.plan.oracle };
                let mut text = module(program, side);
                text.push_str("use coro_random_rt::{Drive, Step, driven};\npub ");
                text.push_str(&glue(program, side, "self"));
                let path = self.directory.join(Self::name(program.number, half) + ".rs");
                fs::write(path, text)?;
            }
        }
        fs::write(self.directory.join("native.rs"), NATIVE)
    }

    /// The numbers of the programs whose both sides compile.
    fn complete(&self) -> Vec<u32> {
        let numbers = self.programs.iter().map(|program| program.number);
        numbers
            .filter(|&number| {
                !Self::halves().iter().any(|&half| self.refused.contains_key(&(number, half)))
            })
            .collect()
    }

    fn main(&self) -> String {
        let mut text = String::from("#![allow(warnings)]\n");
        if [self.plan.subject, self.plan.oracle].contains(&Side::Coroutine) {
            text.push_str(
                "#![feature(coroutines, coroutine_trait, yield_expr, stmt_expr_attributes, proc_macro_hygiene)]\nmod native;\n",
            );
        }
        for program in self.programs {
            for half in Self::halves() {
                if !self.refused.contains_key(&(program.number, half)) {
                    text.push_str(&format!("mod {};\n", Self::name(program.number, half)));
                }
            }
        }
        text.push_str("fn main() {\n    coro_random_rt::main_with(&[\n");
        for number in self.complete() {
            let [subject, oracle] = Self::halves().map(|half| Self::name(number, half));
            text.push_str(&format!(
                "coro_random_rt::Pair {{ number: {number}, subject: {subject}::start, oracle: {oracle}::start }},\n"
            ));
        }
        text + "    ]);\n}\n"
    }

    /// Compiles, leaving out what does not.
    fn compile(&mut self, toolchain: &Toolchain) -> Result<PathBuf, String> {
        let source = self.directory.join("main.rs");
        let executable = self.directory.join("programs");
        // Each round leaves out at least one module.
        loop {
            fs::write(&source, self.main()).map_err(|error| error.to_string())?;
            let mut command = toolchain.rustc(&source, &executable, self.plan.profile);
            let failed = self.round(&mut command)?;
            if failed.is_empty() {
                return Ok(executable);
            }
            self.refused.extend(failed);
        }
    }

    /// Runs rustc once and says which modules it refuses.
    fn round(&self, command: &mut Command) -> Result<BTreeMap<(u32, Half), String>, String> {
        if [self.plan.subject, self.plan.oracle].contains(&Side::Coroutine) {
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        let output = command.output().map_err(|error| format!("rustc cannot be run: {error}"))?;
        if output.status.success() {
            return Ok(BTreeMap::new());
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        let mut failed = BTreeMap::new();
        for error in errors(&stderr) {
            if let Blame::Module(name) = &error.blame {
                if let Some(key) = self.key(name) {
                    failed.entry(key).or_insert(error.rendered);
                }
            }
        }
        if failed.is_empty() {
            return Err(format!("rustc fails, and blames no program:\n{stderr}"));
        }
        Ok(failed)
    }

    fn key(&self, module: &str) -> Option<(u32, Half)> {
        let (half, rest) = match module.strip_suffix('a') {
            Some(rest) => (Half::Subject, rest),
            None => (Half::Oracle, module.strip_suffix('b')?),
        };
        let number = rest.strip_prefix('p')?.parse().ok()?;
        let key = (number, half);
        (!self.refused.contains_key(&key)).then_some(key)
    }

    fn outcome(&self, program: &Program, ran: &BTreeMap<u32, Outcome>) -> Outcome {
        let subject = self.refused.get(&(program.number, Half::Subject));
        let oracle = self.refused.get(&(program.number, Half::Oracle));
        match (subject, oracle) {
            (None, None) => ran.get(&program.number).cloned().unwrap_or(Outcome::Crashed),
            (Some(error), None) => Outcome::Refused(error.clone()),
            (None, Some(error)) => Outcome::Accepted(error.clone()),
            (Some(error), Some(_)) => Outcome::Invalid(error.clone()),
        }
    }
}

//! Engines that are broken on purpose: would the random programs notice?
//!
//! In: the workspace. Out: for each [`Mutant`], the number of the first program on which the broken
//! engine differs from rustc's transform and the whole one does not. Each is made in a copy of the
//! workspace with a target directory of its own. (R. de Millo, R. Lipton, F. Sayward: *Hints on test data
//! selection*, 1978.)

mod table;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    harness::{Profile, Toolchain},
    session::Request,
};

pub use self::table::MUTANTS;

/// A change that makes the engine wrong.
#[derive(Clone, Copy, Debug)]
pub struct Mutant {
    /// What is wrong.
    pub name: &'static str,
    /// The file that is changed, from the workspace's root.
    pub file: &'static str,
    /// A text that stands in it once.
    pub from: &'static str,
    /// What stands there instead.
    pub to: &'static str,
}

impl Mutant {
    /// Breaks the source of its file.
    ///
    /// # Errors
    ///
    /// If its text does not stand there once.
    pub fn applied(&self, source: &str) -> Result<String, String> {
        if source.matches(self.from).count() == 1 {
            Ok(source.replace(self.from, self.to))
        } else {
            Err(format!("`{}` does not stand in {} once", self.from, self.file))
        }
    }
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The first program that tells it from the whole engine.
    Found(u32),
    /// No program did.
    Survived,
}

/// The engine as it is, and copies of it.
pub struct Laboratory {
    request: Request,
    whole: Toolchain,
    copy: PathBuf,
    target: PathBuf,
    /// For each batch, the programs on which the whole engine differs already.
    differing: Vec<BTreeSet<u32>>,
}

impl Laboratory {
    /// Copies the workspace to `directory`.
    ///
    /// # Errors
    ///
    /// If it cannot be copied or compiled.
    pub fn new(workspace: &Path, request: Request) -> Result<Self, String> {
        let copy = request.directory.join("mutant");
        let target = request.directory.join("mutant-target");
        for part in [
            "Cargo.toml",
            "Cargo.lock",
            "README.md",
            "coro-core",
            "coro-macros",
            "tests",
            "benches",
            "examples",
        ] {
            copy_all(&workspace.join(part), &copy.join(part))?;
        }
        let whole = Toolchain::build(workspace)?;
        let request = Request { profiles: vec![Profile::ALL[0]], ..request };
        Ok(Self { request, whole, copy, target, differing: Vec::new() })
    }

    /// Breaks the copy, compares programs until one tells, and mends it.
    ///
    /// # Errors
    ///
    /// If the mutant's text does not stand in its file once, or the broken engine does not compile.
    pub fn examine(&mut self, mutant: &Mutant) -> Result<Fate, String> {
        let file = self.copy.join(mutant.file);
        let source = read(&file)?;
        write(&file, &mutant.applied(&source)?)?;
        let fate = Toolchain::build_at(&self.copy, Some(&self.target))
            .and_then(|broken| self.first_found(&broken));
        write(&file, &source)?;
        fate
    }

    fn first_found(&mut self, broken: &Toolchain) -> Result<Fate, String> {
        let batches = self.request.count.div_ceil(self.request.batch);
        for index in 0..batches {
            let batch = Request {
                first: index * self.request.batch,
                count: self.request.batch,
                ..self.request.clone()
            };
            if self.differing.len() == index as usize {
                self.differing.push(numbers(&batch, &self.whole)?);
            }
            let found = numbers(&batch, broken)?;
            if let Some(first) = found.difference(&self.differing[index as usize]).next() {
                return Ok(Fate::Found(*first));
            }
        }
        Ok(Fate::Survived)
    }
}

/// Lists the programs on which an engine differs.
fn numbers(request: &Request, toolchain: &Toolchain) -> Result<BTreeSet<u32>, String> {
    let summary = request.run(toolchain)?;
    let findings = summary.findings.iter().map(|finding| finding.program.number);
    Ok(findings.chain(summary.invalid.iter().map(|(number, _)| *number)).collect())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Copies a file, or a directory without what builds left there.
fn copy_all(from: &Path, to: &Path) -> Result<(), String> {
    let explain = |error: std::io::Error| format!("{}: {error}", from.display());
    if from.is_file() {
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(explain)?;
        }
        return fs::copy(from, to).map(drop).map_err(explain);
    }
    for entry in fs::read_dir(from).map_err(explain)? {
        let entry = entry.map_err(explain)?;
        if entry.file_name() != "target" {
            copy_all(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mutant_finds_its_place() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for mutant in MUTANTS {
            let source = read(&workspace.join(mutant.file)).expect("the file is there");
            let broken = mutant.applied(&source);
            assert_ne!(broken, Ok(source), "{}", mutant.name);
            assert!(broken.is_ok(), "{}: {broken:?}", mutant.name);
        }
    }
}

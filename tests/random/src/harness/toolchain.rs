//! Where the compiled `coro-core` and runtime are, and how to call rustc.
//!
//! In: the workspace this package is part of. Out: [`Toolchain`]. Cargo builds the libraries; a
//! generated crate is then compiled by rustc alone, which is faster and runs in parallel.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// What is needed to compile generated crates.
#[derive(Clone, Debug)]
pub struct Toolchain {
    core: PathBuf,
    runtime: PathBuf,
    dependencies: PathBuf,
}

/// How a generated crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// `2021` or `2024`.
    pub edition: u32,
    /// Whether it is optimised.
    pub release: bool,
    /// Whether it is only checked, not run.
    pub check: bool,
}

impl Profile {
    /// All that programs are compared in.
    pub const ALL: [Self; 4] = [
        Self { edition: 2024, release: false, check: false },
        Self { edition: 2021, release: false, check: false },
        Self { edition: 2024, release: true, check: false },
        Self { edition: 2021, release: true, check: false },
    ];
}

impl Toolchain {
    /// Builds the libraries of a workspace.
    ///
    /// # Errors
    ///
    /// If cargo fails: its messages.
    pub fn build(workspace: &Path) -> Result<Self, String> {
        Self::build_at(workspace, None)
    }

    /// Builds the libraries of a workspace in a target directory of their own.
    ///
    /// # Errors
    ///
    /// If cargo fails: its messages.
    pub fn build_at(workspace: &Path, target: Option<&Path>) -> Result<Self, String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        if let Some(target) = target {
            command.env("CARGO_TARGET_DIR", target);
        }
        let output = command
            .args(["build", "--offline", "--message-format=json"])
            .args(["-p", "coro-core", "-p", "coro-macros", "-p", "coro-random-rt"])
            .args(["--features", "coro-core/std,coro-macros/verify"])
            .arg("--manifest-path")
            .arg(workspace.join("Cargo.toml"))
            .output()
            .map_err(|error| format!("cargo cannot be run: {error}"))?;
        if !output.status.success() {
            let messages = String::from_utf8_lossy(&output.stdout);
            let rendered: Vec<_> = messages.lines().filter_map(rendered).collect();
            return Err(rendered.join("\n") + &String::from_utf8_lossy(&output.stderr));
        }
        let messages = String::from_utf8_lossy(&output.stdout);
        let find = |name: &str| {
            messages
                .lines()
                .filter_map(|line| library(line, name))
                .next_back()
                .ok_or(format!("cargo has not said where `{name}` is"))
        };
        let core = find("coro_core")?;
        let dependencies = core.parent().unwrap_or(Path::new(".")).join("deps");
        Ok(Self { core, runtime: find("coro_random_rt")?, dependencies })
    }

    /// The command that compiles `source` to `executable`.
    #[must_use]
    pub fn rustc(&self, source: &Path, executable: &Path, profile: Profile) -> Command {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = Command::new(rustc);
        command
            .arg(source)
            .args(["--crate-name", "programs", "--crate-type", "bin", "--error-format=json"])
            .args([
                "--edition",
                &profile.edition.to_string(),
                "-A",
                "warnings",
                "-C",
                "debuginfo=0",
            ])
            .arg("-o")
            .arg(executable)
            .arg("--extern")
            .arg(format!("coro_core={}", self.core.display()))
            .arg("--extern")
            .arg(format!("coro_random_rt={}", self.runtime.display()))
            .arg("-L")
            .arg(format!("dependency={}", self.dependencies.display()));
        if profile.check {
            command.args(["--emit", "metadata"]);
        }
        if profile.release {
            // Programs do not call each other: there is nothing to optimise across modules.
            command.args(["-C", "opt-level=2", "-C", "lto=off"]);
        } else {
            // Each batch keeps one processor busy: several units would only have generic code compiled again.
            command.args(["-C", "codegen-units=1"]);
        }
        command
    }
}

/// Reads a compiler message of cargo's.
fn rendered(line: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(value["message"]["rendered"].as_str()?.to_owned())
}

/// Reads where cargo put a library.
fn library(line: &str, name: &str) -> Option<PathBuf> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    if value["reason"] != "compiler-artifact" || value["target"]["name"] != name {
        return None;
    }
    let mut files = value["filenames"].as_array()?.iter().filter_map(|file| file.as_str());
    files.find(|file| file.ends_with(".rlib")).map(PathBuf::from)
}

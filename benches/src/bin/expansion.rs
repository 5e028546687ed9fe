//! Measures what expanding a coroutine costs the compiler, with a debug-built macro.
//!
//! Crates with few and with many copies of a 20-line coroutine are compiled; the difference in the time
//! of rustc's pass `macro_expand_crate` (`-Z time-passes`), divided by the difference in number, is what
//! one costs in it. That pass also parses what a macro has made and expands the macros in it; so the same
//! crates are compiled with the expansions written out, and what those cost in the pass is told apart.
//! The rest is the macro itself, with the compiler's bridge that hands it tokens. The runs of all crates
//! take turns, and the least time of each counts.
//!
//! With the argument `instructions` it counts the compiler's instructions instead, with valgrind's
//! callgrind: what else the machine does makes no difference to them. The profile of the crate with many
//! is left in `target/expansion` for `callgrind_annotate --inclusive=yes`.
//!
//! Usage: `cargo run -p coro-benches --bin expansion`.

use std::{
    env,
    error::Error,
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FEW: u32 = 50;
const MANY: u32 = 250;
const RUNS: u32 = 7;

/// How many coroutines the crates have whose instructions are counted.
const FEW_COUNTED: u32 = 5;
const MANY_COUNTED: u32 = 45;

/// The variable that tells this program to run as the compiler under callgrind, and where to put the profile.
const PROFILE: &str = "EXPANSION_PROFILE";

/// The body of the coroutine, 20 lines.
const BODY: &str = include_str!("expansion/body.txt");

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(profile) = env::var_os(PROFILE) {
        return count_compiler(&profile);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/expansion");
    match env::args().nth(1).as_deref() {
        None => times(&folder),
        Some("instructions") => instructions(&folder),
        Some(_) => Err("usage: expansion [instructions]".into()),
    }
}

/// Prints how long the expansion of one coroutine takes.
fn times(folder: &Path) -> Result<(), Box<dyn Error>> {
    let expanded = coro_expand::file(BODY);
    let crates = [(BODY, FEW), (BODY, MANY), (&expanded, FEW), (&expanded, MANY)];
    let mut least = [f64::INFINITY; 4];
    for run in 0..RUNS {
        for ((body, count), least) in crates.iter().zip(&mut least) {
            *least = least.min(expansion_seconds(folder, &source(body, *count), run)?);
        }
    }
    let one = |few: f64, many: f64| (many - few) / f64::from(MANY - FEW) * 1000.0;
    let (all, written_out) = (one(least[0], least[1]), one(least[2], least[3]));
    println!(
        "expanding a coroutine of {} lines: {:.2} ms, debug build",
        BODY.lines().count(),
        all - written_out
    );
    println!(
        "(the compiler's expansion pass for one: {all:.2} ms with the attribute, {written_out:.2} ms written out; \
         {FEW} and {MANY} of them, the least of {RUNS} runs each)"
    );
    Ok(())
}

/// Prints how many instructions the expansion of one coroutine takes.
fn instructions(folder: &Path) -> Result<(), Box<dyn Error>> {
    let expanded = coro_expand::file(BODY);
    let one = |body: &str| -> Result<u64, Box<dyn Error>> {
        let few = expansion_instructions(folder, &source(body, FEW_COUNTED))?;
        let many = expansion_instructions(folder, &source(body, MANY_COUNTED))?;
        Ok((many - few) / u64::from(MANY_COUNTED - FEW_COUNTED) / 1000)
    };
    // The one with the attribute comes last, so that its profile is the one that stays.
    let written_out = one(&expanded)?;
    let all = one(BODY)?;
    println!(
        "expanding a coroutine of {} lines: {} thousand instructions, debug build",
        BODY.lines().count(),
        all - written_out
    );
    println!(
        "(parsed, expanded, resolved and printed: {all} thousand with the attribute, {written_out} thousand written out)"
    );
    Ok(())
}

/// Expands a crate under callgrind and returns how many instructions the compiler took.
fn expansion_instructions(folder: &Path, source: &str) -> Result<u64, Box<dyn Error>> {
    write_crate(folder, source)?;
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output()?;
    let sysroot = PathBuf::from(String::from_utf8(sysroot.stdout)?.trim());
    // The compiler itself, not the wrapper that looks for it, and no crate but this one.
    let profile = folder.join("callgrind.out");
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--quiet", "--lib", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .args(["--", "-Z", "unpretty=expanded"])
        .env("RUSTC", sysroot.join("bin/rustc"))
        .env("RUSTC_WORKSPACE_WRAPPER", env::current_exe()?)
        .env(PROFILE, &profile)
        .env("LD_LIBRARY_PATH", sysroot.join("lib"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let mut collected = text.lines().filter_map(|line| line.split_once("Collected : "));
    match collected.next_back() {
        Some((_, count)) if output.status.success() => Ok(count.trim().parse()?),
        _ => Err(format!("valgrind or the compiler failed:\n{text}").into()),
    }
}

/// Runs the compiler under callgrind, in its place.
fn count_compiler(profile: &OsStr) -> Result<(), Box<dyn Error>> {
    let mut option = OsString::from("--callgrind-out-file=");
    option.push(profile);
    let status = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(option)
        .args(env::args_os().skip(1))
        .status()
        .map_err(|error| format!("cannot run valgrind: {error}"))?;
    if status.success() { Ok(()) } else { Err("the compiler failed".into()) }
}

/// Compiles a crate and returns the time of macro expansion in it.
fn expansion_seconds(folder: &Path, source: &str, run: u32) -> Result<f64, Box<dyn Error>> {
    // A change of the source, so that the crate is compiled again.
    write_crate(folder, &format!("{source}\n// {run}\n"))?;
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--quiet", "--lib", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .args(["--", "-Z", "time-passes"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(format!("the crate does not compile:\n{text}").into());
    }
    let pass = text.lines().filter(|line| line.ends_with("macro_expand_crate"));
    let mut seconds = pass.filter_map(|line| line.strip_prefix("time:")?.split_once(';'));
    let (seconds, _) = seconds.next_back().ok_or("rustc printed no times")?;
    Ok(seconds.trim().parse()?)
}

fn write_crate(folder: &Path, source: &str) -> Result<(), Box<dyn Error>> {
    let core: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../coro-core");
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"expansion\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\ncoro-core = {{ path = '{}' }}\n\n[workspace]\n",
            core.display()
        ),
    )?;
    fs::write(folder.join("src/lib.rs"), source)?;
    Ok(())
}

fn source(body: &str, count: u32) -> String {
    (0..count).map(|number| body.replace("NAME", &format!("walk_{number}"))).collect()
}

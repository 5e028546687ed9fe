//! Measures what expanding a coroutine costs the compiler, with a debug-built macro.
//!
//! A crate with many copies of a 20-line coroutine is compiled under the compiler's own profiler
//! (`-Z self-profile`), which times every call of a macro: its event `expand_proc_macro` begins before the
//! tokens are handed to the macro and ends when its output has come back. What all calls of one run take, by the number
//! of coroutines, is what one expansion takes; the least of several runs counts.
//!
//! With the argument `instructions` it counts the compiler's instructions instead, with valgrind's
//! callgrind: what else the machine does makes no difference to them. They are counted over the whole front
//! of the compiler, in crates with few and with many copies, as written and with the expansions written out;
//! so they hold parsing what the macro has made too. The profile of the crate with many is left in
//! `target/expansion` for `callgrind_annotate --inclusive=yes`.
//!
//! Usage: `cargo run -p coro-benches --bin expansion`.

use std::{
    env,
    error::Error,
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use analyzeme::ProfilingData;

const COPIES: u32 = 250;
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
    let mut averages = Vec::new();
    for run in 0..RUNS {
        // A change of the source, so that the crate is compiled again.
        write_crate(folder, &format!("{}\n// {run}\n", source(BODY, COPIES)))?;
        averages.push(macro_milliseconds(folder)?);
    }
    averages.sort_by(f64::total_cmp);
    println!(
        "expanding a coroutine of {} lines: {:.2} ms, debug build",
        BODY.lines().count(),
        averages[0]
    );
    println!(
        "(the average of {COPIES} coroutines, the compiler's hand-over of tokens with it; \
         the least of {RUNS} runs, {:.2} ms the most)",
        averages[averages.len() - 1]
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

/// Compiles a crate under the compiler's profiler and returns how long the calls for one coroutine take on average.
fn macro_milliseconds(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let profiles = folder.join("profiles");
    if profiles.exists() {
        fs::remove_dir_all(&profiles)?;
    }
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustc", "--quiet", "--lib", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .args(["--", "-Z"])
        .arg(format!("self-profile={}", profiles.display()))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()?;
    if !output.status.success() {
        return Err(format!(
            "the crate does not compile:\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    let profile = fs::read_dir(&profiles)?.next().ok_or("rustc left no profile")??.path();
    let profile = ProfilingData::new(&profile).map_err(|error| error.to_string())?;
    let calls = profile.iter_full().filter(|event| event.label == "expand_proc_macro");
    let calls: Vec<Duration> = calls.filter_map(|event| event.duration()).collect();
    // Each coroutine calls the attribute, and a macro for each resume argument that stands in an operation.
    if calls.is_empty() || !calls.len().is_multiple_of(usize::try_from(COPIES)?) {
        return Err(format!("{} calls of macros for {COPIES} coroutines", calls.len()).into());
    }
    Ok(calls.iter().sum::<Duration>().as_secs_f64() * 1000.0 / f64::from(COPIES))
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

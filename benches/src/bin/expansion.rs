//! Measures what expanding a coroutine costs the compiler, with a debug-built macro.
//!
//! Crates with few and with many copies of a 20-line coroutine are compiled; the difference in the time
//! of rustc's pass `macro_expand_crate` (`-Z time-passes`), divided by the difference in number, is what
//! one costs in it. That pass also parses what a macro has made and expands the macros in it; so the same
//! crates are compiled with the expansions written out, and what those cost in the pass is told apart.
//! The rest is the macro itself, with the compiler's bridge that hands it tokens. The runs of all crates
//! take turns, and the least time of each counts.
//!
//! Usage: `cargo run -p coro-benches --bin expansion`.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FEW: u32 = 50;
const MANY: u32 = 250;
const RUNS: u32 = 7;

/// The body of the coroutine, 20 lines.
const BODY: &str = include_str!("expansion/body.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/expansion");
    let expanded = coro_expand::file(BODY);
    let crates = [(BODY, FEW), (BODY, MANY), (&expanded, FEW), (&expanded, MANY)];
    let mut least = [f64::INFINITY; 4];
    for run in 0..RUNS {
        for ((body, count), least) in crates.iter().zip(&mut least) {
            *least = least.min(expansion_seconds(&folder, &source(body, *count), run)?);
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

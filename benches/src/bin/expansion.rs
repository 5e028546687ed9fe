//! Measures what expanding a coroutine costs the compiler, with a debug-built macro.
//!
//! A crate with many copies of a 20-line coroutine is compiled twice, with few and with many of them,
//! and the difference in the time of rustc's pass `macro_expand_crate` (`-Z time-passes`), divided by the
//! difference in number, is the cost of one: the macro itself, the compiler's bridge to it and the
//! expansion of what it made. The least of several runs counts.
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
const RUNS: usize = 5;

/// The body of the coroutine, 20 lines.
const BODY: &str = include_str!("expansion/body.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/expansion");
    let lines = BODY.lines().count();
    let few = expansion_seconds(&folder, FEW)?;
    let many = expansion_seconds(&folder, MANY)?;
    let one = (many - few) / f64::from(MANY - FEW) * 1000.0;
    println!("expanding a coroutine of {lines} lines: {one:.2} ms");
    println!(
        "({FEW}: {few:.3} s, {MANY}: {many:.3} s; the least of {RUNS} runs each, debug build)"
    );
    Ok(())
}

/// Compiles a crate with so many coroutines and returns the time of macro expansion in it.
fn expansion_seconds(folder: &Path, count: u32) -> Result<f64, Box<dyn Error>> {
    write_crate(folder, count)?;
    let mut least = f64::INFINITY;
    for run in 0..RUNS {
        // A change of the source, so that the crate is compiled again.
        let source = source(count) + &format!("\n// {run}\n");
        fs::write(folder.join("src/lib.rs"), source)?;
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["rustc", "--quiet", "--lib", "--manifest-path"])
            .arg(folder.join("Cargo.toml"))
            .args(["--", "-Z", "time-passes"])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .output()?;
        let text =
            String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(format!("the crate does not compile:\n{text}").into());
        }
        let pass = text.lines().filter(|line| line.ends_with("macro_expand_crate"));
        let mut seconds = pass.filter_map(|line| line.strip_prefix("time:")?.split_once(';'));
        let (seconds, _) = seconds.next_back().ok_or("rustc printed no times")?;
        least = least.min(seconds.trim().parse()?);
    }
    Ok(least)
}

fn write_crate(folder: &Path, count: u32) -> Result<(), Box<dyn Error>> {
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
    fs::write(folder.join("src/lib.rs"), source(count))?;
    Ok(())
}

fn source(count: u32) -> String {
    (0..count).map(|number| BODY.replace("NAME", &format!("walk_{number}"))).collect()
}

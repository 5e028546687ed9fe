//! What the compiler says of wrong compositions.
//!
//! Each file in `ui_core/` is refused; the message beside it names the mismatch. The wording is
//! that of one compiler, so the test is skipped, with a printed reason, on others.

use std::{
    io::{self, Write},
    process::Command,
};

/// The compiler whose wording the files hold.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn wrong_compositions() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(COMPILER) || version.contains("nightly") {
        // Past the test harness, which shows what a test prints only if it fails.
        writeln!(io::stderr(), "skipped: the messages are those of {COMPILER}x, not {version}")
            .unwrap();
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui_core/*.rs");
}

//! What a programmer is told.
//!
//! Each file below `ui/` is refused, or warned of where warnings are denied, and the text beside it
//! is what the compiler prints: in `refused/` the messages are the macro's own, in `compiler/` they
//! are what rustc reports on generated code, in `warnings/` what it warns of. The wording is that
//! of one compiler, so on others the comparison is skipped, with a printed reason.
//!
//! `TRYBUILD=overwrite cargo test -p coro-tests --test ui` writes the texts anew.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::Command,
};

/// The compiler whose wording the files hold.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn messages() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(COMPILER) || version.contains("nightly") {
        // Past the test harness, which shows what a test prints only if it fails.
        writeln!(io::stderr(), "skipped: the messages are those of {COMPILER}x, not {version}")
            .unwrap();
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

/// Nothing that a user gets wrong is shown at the whole attribute.
#[test]
fn messages_point_at_the_mistake() {
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        // There, it is the mistake.
        if name == "refused/attribute_twice" {
            continue;
        }
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2) {
            let [code, marks] = pair else { unreachable!("windows of two") };
            let attribute = code.trim_end().ends_with("#[coro_core::coroutine]");
            // `^` marks the place of the error, `/` the start of one of several lines; `-` marks
            // places that explain it.
            if attribute && (marks.contains('^') || code.contains("/ #[")) {
                wrong.push(format!("{name}: {code}\n{marks}"));
            }
        }
    }
    assert!(wrong.is_empty(), "errors at the attribute:\n{}", wrong.join("\n"));
}

/// The macro's own messages have one style: what is wrong, then what to write, then why.
#[test]
fn messages_have_one_style() {
    for (name, text) in texts() {
        if !name.starts_with("refused") {
            continue;
        }
        for block in text.split("\n\n").filter(|block| block.contains("\n       help: ")) {
            let first = block.lines().next().expect("a block has a line");
            let message = first.strip_prefix("error: ").expect("a refusal is an error");
            assert!(!message.ends_with('.'), "{name}: {first}");
            assert!(message.len() <= 100, "{name}: {first}");
            assert!(!message.starts_with(char::is_uppercase), "{name}: {first}");
            assert_eq!(message.matches('`').count() % 2, 0, "{name}: {first}");
        }
    }
}

/// Reads all expected texts: the case's name below `ui/`, and the text.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut texts = Vec::new();
    for kind in ["refused", "compiler", "warnings"] {
        for entry in fs::read_dir(root.join(kind)).expect("the directory exists") {
            let path = entry.expect("the directory can be read").path();
            if path.extension().is_some_and(|extension| extension == "stderr") {
                let name = path.file_stem().expect("a file has a name").to_string_lossy();
                let text = fs::read_to_string(&path).expect("a text can be read");
                texts.push((format!("{kind}/{name}"), text));
            }
        }
    }
    assert!(texts.len() > 40, "{} texts", texts.len());
    texts
}

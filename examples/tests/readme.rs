//! The expansion that the README shows is the one that is tested.

use std::{fs, path::Path};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// From the function's attributes to the end of the function.
fn function<'a>(source: &'a str, start: &str) -> &'a str {
    let from = source.find(start).expect("the function is there");
    let length = source[from..].find("\n}\n").expect("the function ends") + "\n}\n".len();
    &source[from..from + length]
}

#[test]
fn expansion_is_the_snapshot() {
    let readme = read("README.md");
    let written = read("tests/tests/expansions/for_loop.rs");
    let expanded = read("tests/tests/expansions/for_loop.expanded.rs");
    assert!(readme.contains(function(&written, "#[coro_core::coroutine]")));
    assert!(readme.contains(function(&expanded, "pub fn squares")));
}

//! The cases: read from their files, and turned into sources.
//!
//! Invariant: both sources of a case have the user's text on the same lines.

use std::{fs, path::Path};

/// A mistake.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is.
    pub name: String,
    /// The error code that rustc must give for the plain function; `-` for one without a code.
    pub code: String,
    source: String,
}

/// Reads the cases of all files in a directory.
pub fn cases(directory: &Path) -> Vec<Case> {
    let mut all = Vec::new();
    for entry in fs::read_dir(directory).expect("the directory is there") {
        let path = entry.expect("the directory can be read").path();
        let text = fs::read_to_string(&path).expect("the file can be read");
        for part in text.split("//# ").skip(1) {
            let (header, source) = part.split_once('\n').expect("a case has a header");
            let (name, code) = header.split_once(": ").expect("a header has a name and a code");
            all.push(Case { name: name.into(), code: code.trim().into(), source: source.into() });
        }
    }
    all
}

/// The types of a coroutine function.
struct Types<'a> {
    input: &'a str,
    output: &'a str,
    ret: &'a str,
    /// Where the return type is in the source.
    range: std::ops::Range<usize>,
}

impl Case {
    /// The source with the coroutine.
    pub fn coroutine(&self) -> String {
        let source = self.source.replace("#[coroutine]", "#[coro_core::coroutine]");
        format!("#![allow(unused)] use coro_core::Resume; fn main() {{}}\n{source}")
    }

    /// The source with the plain function.
    pub fn plain(&self) -> String {
        let types = self.types();
        let (input, output) = (types.input, types.output);
        let mut source = self.source.clone();
        source.replace_range(types.range.clone(), types.ret);
        let source = source.replace("#[coroutine]", "");
        format!(
            "#![allow(unused)] fn suspend<In, Out>(_: Out) -> In {{ loop {{}} }} \
             macro_rules! yield_ {{ ($value:expr) => {{ crate::suspend::<{input}, {output}>($value) }} }} \
             fn main() {{}}\n{source}"
        )
    }

    fn types(&self) -> Types<'_> {
        let source = &self.source;
        let start = source.find("-> impl ").expect("a coroutine is returned") + 3;
        let open = start + source[start..].find('<').expect("it has arguments");
        let end = open + matching(&source[open..]);
        let arguments = arguments(&source[open + 1..end]);
        let range = start..end + 1;
        if let [item] = arguments[..] {
            let output = item.trim_start_matches("Item = ");
            return Types { input: "()", output, ret: "()", range };
        }
        let [input, output, ret] = arguments[..] else { panic!("{}: odd return type", self.name) };
        Types { input, output, ret: ret.trim_start_matches("Return = "), range }
    }
}

/// Finds the `>` that closes the `<` a text begins with.
fn matching(text: &str) -> usize {
    let mut depth = 0;
    for (index, character) in text.char_indices() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    panic!("unbalanced: {text}")
}

/// Splits at the commas outside all brackets.
fn arguments(text: &str) -> Vec<&str> {
    let mut depth = 0;
    text.split(|character| {
        match character {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            _ => {}
        }
        character == ',' && depth == 0
    })
    .map(str::trim)
    .collect()
}

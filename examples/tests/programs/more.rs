//! The examples beyond the tutorial: tokenizer, permutations, world.

use std::collections::BTreeSet;

use crate::{fail, program, run};

#[test]
fn permutations_are_all_different() {
    let (out, _) = run(&mut program!("permutations"));
    assert_eq!(out, "a b c\nb a c\nc a b\na c b\nb c a\nc b a\n");

    let (out, _) = run(program!("permutations").args(["1", "2", "3", "4", "5"]));
    let different: BTreeSet<&str> = out.lines().collect();
    assert_eq!((out.lines().count(), different.len()), (120, 120));
    for line in different {
        let sorted: BTreeSet<&str> = line.split(' ').collect();
        assert_eq!(sorted.into_iter().collect::<String>(), "12345", "{line}");
    }
}

#[test]
fn world_is_lent_to_both_scripts() {
    let (out, _) = run(&mut program!("world"));
    assert_eq!(
        out,
        "frame 2: the door opens\n\
         frame 4: the guard turns round\n\
         frame 4: the door closes\n\
         frame 4: the thief got away\n\
         frame 7: the guard turns round\n\
         frame 7: the guard is home after 6 steps\n\
         door open: false\n"
    );
}

#[test]
fn tokenizer_closes_blocks_and_joins_lines_in_brackets() {
    let (out, _) = run(&mut program!("tokenizer"));
    let expected = r#"
        Name("def") Name("area") Symbol("(") Name("shape") Symbol(")") Symbol(":") Newline
        Indent Name("if") Name("shape") Symbol("==") Text("circle") Symbol(":") Newline
        Indent Name("return") Name("pi") Symbol("*") Symbol("(") Name("radius") Symbol("*")
            Name("radius") Symbol(")") Newline
        Dedent Name("return") Number("0") Newline
        Dedent Name("print") Symbol("(") Name("area") Symbol("(") Text("circle") Symbol(")")
            Symbol(")") Newline"#;
    assert_eq!(
        out.split_whitespace().collect::<Vec<_>>(),
        expected.split_whitespace().collect::<Vec<_>>()
    );
}

#[test]
fn tokenizer_closes_all_blocks_at_the_end_and_reports_errors() {
    let source = |text: &str| {
        let path =
            std::env::temp_dir().join(format!("tokenizer-{}-{}", std::process::id(), text.len()));
        std::fs::write(&path, text).expect("a temporary file");
        path
    };

    let deep = source("a\n  b\n    c # end\n");
    let (out, _) = run(program!("tokenizer").arg(&deep));
    let kinds =
        "Name(\"a\") Newline Indent Name(\"b\") Newline Indent Name(\"c\") Newline Dedent Dedent";
    assert_eq!(out.split_whitespace().collect::<Vec<_>>(), kinds.split(' ').collect::<Vec<_>>());

    let ragged = source("a\n    b\n  c\n");
    let (code, error) = fail(program!("tokenizer").arg(&ragged));
    assert_eq!(
        (code, error.as_str()),
        (1, "tokenizer: line 3: indented like no block that is open\n")
    );

    let open = source("a = \"b\n");
    let (code, error) = fail(program!("tokenizer").arg(&open));
    assert_eq!((code, error.as_str()), (1, "tokenizer: line 1: a text does not end\n"));

    for path in [deep, ragged, open] {
        std::fs::remove_file(path).expect("the file is there");
    }
}

//! The CSV pipeline: what it finds, how it fails, and that it streams.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{self, Command, Stdio},
};

use crate::{fail, program, run};

const WEATHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/seattle-weather.csv");

fn pipeline(file: &str, column: &str, value: &str) -> Command {
    let mut command = program!("csv_pipeline");
    command.args([file, column, value]);
    command
}

/// A file in the temporary directory, removed at the end.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("csv-pipeline-{}-{name}", process::id()));
        fs::write(&path, content).expect("a temporary file");
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn finds_the_rows_of_a_real_file() {
    let (out, _) = run(&mut pipeline(WEATHER, "5", "snow"));
    let weather = fs::read_to_string(WEATHER).expect("the data is in the repository");
    let expected: Vec<&str> = weather.lines().filter(|line| line.ends_with(",snow")).collect();
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    assert!(out.ends_with('\n'));
    assert_eq!(out.lines().count(), 23);
    assert!(out.starts_with("2012/01/14,4.1,4.4,0.6,5.3,snow\n"), "{out}");
}

#[test]
fn drops_empty_lines_and_handles_quotes() {
    let file = Temporary::new(
        "quotes",
        b"place,status\r\n\r\n\"87 km NNE, Hualien\",active\r\n   \n\"the \"\"old\"\" mill\",active\nx,\n",
    );
    let (out, _) = run(&mut pipeline(file.name(), "1", "active"));
    assert_eq!(out, "\"87 km NNE, Hualien\",active\n\"the \"\"old\"\" mill\",active\n");
    let (out, _) = run(&mut pipeline(file.name(), "0", "87 km NNE, Hualien"));
    assert_eq!(out, "\"87 km NNE, Hualien\",active\n");
    let (out, _) = run(&mut pipeline(file.name(), "1", ""));
    assert_eq!(out, "x,\n");
}

#[test]
fn an_empty_file_has_no_rows() {
    let file = Temporary::new("empty", b"");
    let (out, _) = run(&mut pipeline(file.name(), "0", "a"));
    assert_eq!(out, "");
}

#[test]
fn reports_a_missing_file() {
    let (code, error) = fail(&mut pipeline("no/such/file.csv", "0", "a"));
    assert_eq!(code, 1);
    assert!(error.starts_with("csv_pipeline: cannot open no/such/file.csv: "), "{error}");
}

#[test]
fn reports_a_row_of_another_length() {
    let file = Temporary::new("short", b"a,b,c\n1,2,3\n\n1,2\n1,2,3\n");
    let output = pipeline(file.name(), "2", "3").output().expect("the program starts");
    assert_eq!(output.stdout, b"1,2,3\n", "the rows before the error are there");
    assert_eq!(output.status.code(), Some(1));
    let error = "csv_pipeline: line 4: 2 fields, but the first row has 3\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), error);
}

#[test]
fn reports_a_bad_column() {
    for column in ["x", "-1", "1.5", ""] {
        let (code, error) = fail(&mut pipeline(WEATHER, column, "snow"));
        let expected =
            format!("csv_pipeline: `{column}` is not a column number (they count from 0)\n");
        assert_eq!((code, error), (2, expected));
    }
    let (code, error) = fail(&mut pipeline(WEATHER, "6", "snow"));
    assert_eq!(code, 1);
    assert_eq!(error, "csv_pipeline: no column 6: the file has columns 0 to 5\n");
}

#[test]
fn reports_bad_quotes_and_bad_text() {
    let cases: [(&str, &[u8], &str); 3] = [
        ("open", b"a,b\n1,\"2\n3\"\n", "line 2: a quoted field does not end"),
        ("after", b"\"a\"b,c\n", "line 1: text after the end of a quoted field"),
        ("utf8", b"a,b\n\n\xff,1\n", "line 3: stream did not contain valid UTF-8"),
    ];
    for (name, content, message) in cases {
        let file = Temporary::new(name, content);
        let (code, error) = fail(&mut pipeline(file.name(), "0", "1"));
        assert_eq!((code, error), (1, format!("csv_pipeline: {message}\n")));
    }
}

#[test]
fn explains_its_arguments() {
    let (code, error) = fail(program!("csv_pipeline").arg(WEATHER));
    assert_eq!((code, error.as_str()), (2, "usage: csv_pipeline <file> <column> <value>\n"));
}

/// Rows come out while the file is still being written, and memory does not grow with the file.
#[test]
#[cfg(target_os = "linux")]
fn streams_in_constant_memory() {
    const CHUNK: usize = 64 * 1024;
    const CHUNKS: usize = 256;

    let mut child = pipeline("/dev/stdin", "1", "hit")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));

    let filler = "some text,a miss\n".repeat(CHUNK / 17);
    let mut peaks = Vec::new();
    for _ in 0..CHUNKS {
        input.write_all(filler.as_bytes()).expect("the program reads");
        // Once this line is answered, all that was written before it has been processed.
        input.write_all(b"some text,hit\n").expect("the program reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the program writes");
        assert_eq!(line, "some text,hit\n");
        peaks.push(peak_memory(child.id()));
    }
    drop(input);
    assert!(child.wait().expect("the program ends").success());
    let (first, last) = (peaks[0], peaks[CHUNKS - 1]);
    assert!(last < first + 1024, "{first} KiB after the first part, {last} KiB at the end");
}

#[test]
#[cfg(unix)]
fn ends_quietly_when_nobody_reads_on() {
    let mut child = pipeline("/dev/stdin", "0", "a")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    child.stdin.take().expect("a pipe").write_all(b"a\na\n").expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// The most memory that a process has had so far, in KiB.
#[cfg(target_os = "linux")]
fn peak_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number")
}

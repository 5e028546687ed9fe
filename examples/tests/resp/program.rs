//! The program, against its own server and against another.

use std::{net::TcpListener, process::Command, thread};

use coro_examples::resp::serve::serve;

/// What the program prints.
fn run(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_resp")).args(args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn on_its_own() {
    let replies = [
        "  PING -> PONG\n",
        "  SET greeting hello -> OK\n",
        "  GET greeting -> \"hello\"\n",
        "  MGET greeting nothing -> [\"hello\", (nil)]\n",
        "  DEL greeting -> (integer) 1\n",
    ]
    .concat();
    let expected = format!("over a blocking socket:\n{replies}over tokio:\n{replies}");
    assert_eq!(run(&[]), expected);
}

#[test]
fn as_a_client() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || serve(&listener));
    assert_eq!(run(&[&address, "SET", "a", "b c"]), "OK\n");
    assert_eq!(run(&[&address, "MGET", "a", "b"]), "[\"b c\", (nil)]\n");
    assert!(run(&[&address, "NONE"]).starts_with("(error) ERR"));
}

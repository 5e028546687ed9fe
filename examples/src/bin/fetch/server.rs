//! A small HTTP server for the example: plain threads, one a connection.
//!
//! In: how many requests must be there before any is answered. Out: the address.

use std::{
    io::{BufRead, BufReader, Result, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

/// How many requests have been received, and a bell for those that wait for more.
#[derive(Default)]
struct Received {
    count: Mutex<usize>,
    changed: Condvar,
}

impl Received {
    /// Counts a request in and waits for the others; tells whether they all came.
    fn rendezvous(&self, needed: usize) -> bool {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        self.changed.notify_all();
        let (_count, waited) = self
            .changed
            .wait_timeout_while(count, Duration::from_secs(10), |count| *count < needed)
            .unwrap_or_else(PoisonError::into_inner);
        !waited.timed_out()
    }
}

/// Starts the server on a free port of the loopback interface.
pub fn start(needed: usize) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let received = Arc::new(Received::default());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let received = Arc::clone(&received);
            thread::spawn(move || serve(&stream, &received, needed));
        }
    });
    Ok(address)
}

/// Answers one request.
fn serve(mut stream: &TcpStream, received: &Received, needed: usize) -> Result<()> {
    let mut head = String::new();
    let mut reader = BufReader::new(stream);
    while reader.read_line(&mut head)? > 2 {}

    let all_came = received.rendezvous(needed);
    let path = head.split(' ').nth(1).unwrap_or_default();
    let (status, body) = match path {
        _ if !all_came => ("503 Service Unavailable", "the requests came one at a time"),
        "/get" => ("200 OK", r#"{"args": {}, "url": "/get"}"#),
        "/ip" => ("200 OK", r#"{"origin": "127.0.0.1"}"#),
        "/headers" => ("200 OK", r#"{"headers": {"Connection": "close", "Host": "localhost"}}"#),
        _ => ("404 Not Found", ""),
    };
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n\r\n{body}")
}

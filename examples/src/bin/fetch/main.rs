//! Concurrent requests over real sockets on one thread, gathered into a map.
//!
//! The protocol is a coroutine that knows nothing of sockets: it yields what it wants done (`Io`) and
//! is resumed with the outcome, so that `?` on a yield handles a failed read. tokio does the input and
//! output and interleaves the requests. The server, which the example starts on the loopback
//! interface, answers none of them before it has received them all: sequential requests would fail.

mod server;

use std::{
    collections::BTreeMap,
    io::{Error, Result},
    net::SocketAddr,
};

use coro_core::{Resume, drive_async};
use coro_examples::gather::{block_on, gather};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const PATHS: [&str; 3] = ["/get", "/ip", "/headers"];

/// What a protocol asks its driver to do.
enum Io {
    /// Send these bytes.
    Write(Vec<u8>),
    /// Receive some bytes; none means the end.
    Read,
}

/// Asks for a path and returns the length of what comes back.
#[coro_core::coroutine]
fn fetch_length(path: &'static str) -> impl Resume<Result<Vec<u8>>, Io, Return = Result<usize>> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    yield_!(Io::Write(request.into_bytes()))?;

    let mut response = Vec::new();
    loop {
        let bytes = yield_!(Io::Read)?;
        if bytes.is_empty() {
            break;
        }
        response.extend_from_slice(&bytes);
    }
    let head_end = response.windows(4).position(|window| window == b"\r\n\r\n");
    match head_end {
        Some(end) if response.starts_with(b"HTTP/1.1 200 ") => Ok(response.len() - end - 4),
        _ => Err(Error::other(format!("{path}: {}", String::from_utf8_lossy(&response)))),
    }
}

/// Does what the protocol asks for.
async fn perform(stream: &mut TcpStream, io: Io) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match io {
        Io::Write(request) => stream.write_all(&request).await?,
        Io::Read => {
            stream.read_buf(&mut bytes).await?;
        }
    }
    Ok(bytes)
}

async fn fetch(server: SocketAddr, path: &'static str) -> Result<usize> {
    let mut stream = TcpStream::connect(server).await?;
    drive_async(fetch_length(path), Ok(Vec::new()), async |io| perform(&mut stream, io).await).await
}

async fn fetch_all(server: SocketAddr) -> Result<BTreeMap<&'static str, usize>> {
    let lengths = gather(PATHS.map(|path| fetch(server, path))).await;
    PATHS.into_iter().zip(lengths).map(|(path, length)| Ok((path, length?))).collect()
}

fn main() -> Result<()> {
    let server = server::start(PATHS.len())?;
    let results = block_on(fetch_all(server))?;
    for path in PATHS {
        println!("{path}: {} bytes", results[path]);
    }
    Ok(())
}

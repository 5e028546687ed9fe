//! The client over sockets: once over a blocking one, once over tokio's.
//!
//! In: a stream and commands. Out: their replies. The two differ in `await` alone: what the client
//! does is written once, in [`exchange()`].

use std::io::{self, Read, Write};

use coro_core::{Resume, drive_async};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::{ExchangeError, Frame, Io, exchange};

/// How many bytes are read at once.
const BUFFER: usize = 16 << 10;

/// Sends commands over a blocking stream.
///
/// # Errors
///
/// Whatever the stream fails with, or replies that are no frames.
pub fn blocking<S: Read + Write>(
    stream: &mut S,
    commands: Vec<Frame>,
) -> Result<Vec<Frame>, ExchangeError> {
    exchange(commands).drive(Ok(Vec::new()), |io| perform(stream, io))
}

fn perform<S: Read + Write>(stream: &mut S, io: Io) -> io::Result<Vec<u8>> {
    match io {
        Io::Write(bytes) => stream.write_all(&bytes).map(|()| Vec::new()),
        Io::Read => {
            let mut buffer = vec![0; BUFFER];
            let len = loop {
                match stream.read(&mut buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            buffer.truncate(len);
            Ok(buffer)
        }
    }
}

/// Sends commands over a stream of tokio's.
///
/// # Errors
///
/// As for [`blocking`].
pub async fn over_tokio<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    commands: Vec<Frame>,
) -> Result<Vec<Frame>, ExchangeError> {
    drive_async(exchange(commands), Ok(Vec::new()), async |io| perform_async(stream, io).await)
        .await
}

async fn perform_async<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    io: Io,
) -> io::Result<Vec<u8>> {
    match io {
        Io::Write(bytes) => stream.write_all(&bytes).await.map(|()| Vec::new()),
        Io::Read => {
            let mut buffer = vec![0; BUFFER];
            let len = stream.read(&mut buffer).await?;
            buffer.truncate(len);
            Ok(buffer)
        }
    }
}

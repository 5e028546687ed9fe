//! A small server: keys and values in memory.
//!
//! In: commands. Out: replies. Enough of Redis for the client to talk to where there is none.

use std::{
    collections::HashMap,
    io::Write,
    net::{TcpListener, TcpStream},
};

use super::{ExchangeError, Frame, Limits, read_frames};

/// Keys and values.
#[derive(Debug, Default)]
pub struct Store {
    values: HashMap<Vec<u8>, Vec<u8>>,
}

impl Store {
    /// Executes a command.
    pub fn answer(&mut self, command: &Frame) -> Frame {
        let Some(words) = words(command) else {
            return Frame::Error(b"ERR a command is an array of bulk strings".to_vec());
        };
        let name = words[0].to_ascii_uppercase();
        match (&name[..], &words[1..]) {
            (b"PING", []) => Frame::Simple(b"PONG".to_vec()),
            (b"PING" | b"ECHO", [text]) => Frame::Bulk(text.to_vec()),
            (b"SET", [key, value]) => {
                self.values.insert(key.to_vec(), value.to_vec());
                Frame::Simple(b"OK".to_vec())
            }
            (b"GET", [key]) => self.get(key),
            (b"MGET", keys @ [_, ..]) => {
                Frame::Array(keys.iter().map(|key| self.get(key)).collect())
            }
            (b"DEL", keys @ [_, ..]) => {
                let removed = keys.iter().filter(|key| self.values.remove(**key).is_some()).count();
                Frame::Integer(removed.try_into().unwrap_or(i64::MAX))
            }
            _ => {
                let name = words[0].escape_ascii();
                Frame::Error(format!("ERR unknown command or wrong arguments for '{name}'").into())
            }
        }
    }

    fn get(&self, key: &[u8]) -> Frame {
        self.values.get(key).map_or(Frame::Null, |value| Frame::Bulk(value.clone()))
    }
}

/// The words of a command, one at least.
fn words(command: &Frame) -> Option<Vec<&[u8]>> {
    let Frame::Array(frames) = command else {
        return None;
    };
    let words = frames.iter().map(|frame| match frame {
        Frame::Bulk(bytes) => Some(&bytes[..]),
        _ => None,
    });
    let words: Vec<_> = words.collect::<Option<_>>()?;
    (!words.is_empty()).then_some(words)
}

/// Answers one connection after the other, until one fails to be accepted.
pub fn serve(listener: &TcpListener) {
    let mut store = Store::default();
    for stream in listener.incoming() {
        let Ok(stream) = stream else { return };
        // A client that breaks the protocol is told why, as far as it still listens.
        if let Err(ExchangeError::Parse(error)) = answer_all(&mut store, &stream) {
            let mut reply = Vec::new();
            Frame::Error(format!("ERR Protocol error: {error}").into()).encode(&mut reply);
            let _ = (&stream).write_all(&reply);
        }
    }
}

/// Answers the commands of a connection.
fn answer_all(store: &mut Store, mut stream: &TcpStream) -> Result<(), ExchangeError> {
    for command in read_frames(stream, Limits::default()) {
        let mut reply = Vec::new();
        store.answer(&command?).encode(&mut reply);
        stream.write_all(&reply)?;
    }
    Ok(())
}

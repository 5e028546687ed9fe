//! The client over real sockets, blocking and tokio's, to a server in this process.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    thread,
};

use coro_examples::resp::{
    ExchangeError, Frame, Limits,
    drive::{blocking, over_tokio},
    read_frames,
    serve::serve,
};

use super::encode;

/// Starts a server that ends with the process.
fn server() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || serve(&listener));
    address
}

fn commands() -> Vec<Frame> {
    ["PING", "SET a 1", "GET a", "GET b", "MGET a b", "DEL a b", "NO SUCH"]
        .map(|line| Frame::command(line.split(' ')))
        .into()
}

fn replies() -> Vec<Frame> {
    let one = Frame::Bulk(b"1".to_vec());
    let error = b"ERR unknown command or wrong arguments for 'NO'";
    vec![
        Frame::Simple(b"PONG".to_vec()),
        Frame::Simple(b"OK".to_vec()),
        one.clone(),
        Frame::Null,
        Frame::Array(vec![one, Frame::Null]),
        Frame::Integer(1),
        Frame::Error(error.to_vec()),
    ]
}

#[test]
fn over_a_blocking_socket() {
    let mut stream = TcpStream::connect(server()).unwrap();
    assert_eq!(blocking(&mut stream, commands()).unwrap(), replies());
    // The connection is still good.
    let big = "x".repeat(300_000);
    let echoed = blocking(&mut stream, vec![Frame::command(["ECHO", &big])]).unwrap();
    assert_eq!(echoed, [Frame::Bulk(big.into_bytes())]);
}

#[test]
fn over_tokio_s_sockets() {
    let address = server();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    runtime.block_on(async {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        assert_eq!(over_tokio(&mut stream, commands()).await.unwrap(), replies());
    });
}

#[test]
fn several_clients_on_one_thread() {
    let address = server();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    let client = |name: &'static str| async move {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let commands = vec![Frame::command(["SET", name, name]), Frame::command(["GET", name])];
        over_tokio(&mut stream, commands).await.unwrap()[1].to_string()
    };
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        let tasks = ["a", "b", "c"].map(|name| tokio::task::spawn_local(client(name)));
        for (task, reply) in tasks.into_iter().zip(["\"a\"", "\"b\"", "\"c\""]) {
            assert_eq!(task.await.unwrap(), reply);
        }
    });
}

#[test]
fn a_server_that_drips() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.set_nodelay(true).unwrap();
        let command = read_frames(&stream, Limits::default()).next().unwrap().unwrap();
        assert_eq!(command, Frame::command(["LIST"]));
        for byte in encode(&replies()[4..5]) {
            stream.write_all(&[byte]).unwrap();
            thread::yield_now();
        }
    });
    let mut stream = TcpStream::connect(address).unwrap();
    assert_eq!(blocking(&mut stream, vec![Frame::command(["LIST"])]).unwrap(), replies()[4..5]);
    server.join().unwrap();
}

#[test]
fn a_server_that_closes() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"*2\r\n:1\r\n").unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        // Reads on, so that the client is not reset.
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let mut stream = TcpStream::connect(address).unwrap();
    let result = blocking(&mut stream, vec![Frame::command(["PING"])]);
    assert!(matches!(result, Err(ExchangeError::Closed)));
    drop(stream);
    server.join().unwrap();
}

#[test]
fn a_client_that_breaks_the_protocol_is_told() {
    let mut stream = TcpStream::connect(server()).unwrap();
    stream.write_all(b"*1\r\n$4\r\nPING\r\n!").unwrap();
    let replies: Vec<_> = read_frames(&stream, Limits::default()).map(Result::unwrap).collect();
    let error = b"ERR Protocol error: no frame begins with '!', at byte 14";
    assert_eq!(replies, [Frame::Simple(b"PONG".to_vec()), Frame::Error(error.to_vec())]);
}

//! The client to a real `redis-server`, where there is one.

use std::{
    env, fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use coro_examples::resp::{
    Frame,
    drive::{blocking, over_tokio},
};

/// A server of this test's own.
struct Redis {
    process: Child,
    directory: PathBuf,
    address: SocketAddr,
}

impl Redis {
    /// Starts a server; `None`, with a printed reason, where none is installed.
    fn start(name: &str) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let directory = env::temp_dir().join(format!("coro-{name}-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let mut command = Command::new("redis-server");
        command.args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port"]);
        command.arg(port.to_string()).current_dir(&directory).stdout(Stdio::null());
        let process = match command.spawn() {
            Ok(process) => process,
            Err(error) => {
                eprintln!("skipped: redis-server does not start: {error}");
                return None;
            }
        };
        let redis = Self { process, directory, address: ([127, 0, 0, 1], port).into() };
        redis.wait();
        Some(redis)
    }

    /// Waits until it answers.
    fn wait(&self) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while Instant::now() < deadline {
            if let Ok(mut stream) = TcpStream::connect(self.address) {
                if blocking(&mut stream, vec![Frame::command(["PING"])]).is_ok() {
                    return;
                }
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("redis-server does not answer at {}", self.address);
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// What is asked, and what is answered.
fn conversation() -> (Vec<Frame>, Vec<Frame>) {
    let bulk = |text: &str| Frame::Bulk(text.as_bytes().to_vec());
    let simple = |text: &str| Frame::Simple(text.as_bytes().to_vec());
    let script = "return {1, {2, 'three', {'four', false, {}}}, redis.status_reply('five')}";
    let dialogue = [
        (vec!["PING"], simple("PONG")),
        (vec!["SET", "key", "a\r\nb"], simple("OK")),
        (vec!["GET", "key"], bulk("a\r\nb")),
        (vec!["GET", "nothing"], Frame::Null),
        (vec!["RPUSH", "list", "x", "y", "z"], Frame::Integer(3)),
        (vec!["LRANGE", "list", "0", "-1"], Frame::Array(["x", "y", "z"].map(bulk).into())),
        (vec!["LRANGE", "none", "0", "-1"], Frame::Array(vec![])),
        (
            vec!["EVAL", script, "0"],
            Frame::Array(vec![
                Frame::Integer(1),
                Frame::Array(vec![
                    Frame::Integer(2),
                    bulk("three"),
                    Frame::Array(vec![bulk("four"), Frame::Null, Frame::Array(vec![])]),
                ]),
                simple("five"),
            ]),
        ),
        (vec!["MULTI"], simple("OK")),
        (vec!["INCRBY", "n", "5"], simple("QUEUED")),
        (vec!["LRANGE", "list", "0", "0"], simple("QUEUED")),
        (vec!["EXEC"], Frame::Array(vec![Frame::Integer(5), Frame::Array(vec![bulk("x")])])),
    ];
    dialogue.into_iter().map(|(words, reply)| (Frame::command(words), reply)).unzip()
}

#[test]
fn over_a_blocking_socket() {
    let Some(redis) = Redis::start("blocking") else { return };
    let (commands, replies) = conversation();
    let mut stream = TcpStream::connect(redis.address).unwrap();
    assert_eq!(blocking(&mut stream, commands).unwrap(), replies);

    let wrong = blocking(&mut stream, vec![Frame::command(["GET"])]).unwrap();
    assert!(matches!(&wrong[..], [Frame::Error(text)] if text.starts_with(b"ERR")));
}

#[test]
fn over_tokio_s_sockets() {
    let Some(redis) = Redis::start("tokio") else { return };
    let (commands, replies) = conversation();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
    runtime.block_on(async {
        let mut stream = tokio::net::TcpStream::connect(redis.address).await.unwrap();
        assert_eq!(over_tokio(&mut stream, commands).await.unwrap(), replies);
    });
}

#[test]
fn large_replies() {
    let Some(redis) = Redis::start("large") else { return };
    let mut stream = TcpStream::connect(redis.address).unwrap();
    let script = "local t = {} for i = 1, 20000 do t[i] = {i, tostring(i)} end return t";
    let replies = blocking(&mut stream, vec![Frame::command(["EVAL", script, "0"])]).unwrap();
    let row =
        |n: i64| Frame::Array(vec![Frame::Integer(n), Frame::Bulk(n.to_string().into_bytes())]);
    assert_eq!(replies, [Frame::Array((1..=20_000).map(row).collect())]);
}

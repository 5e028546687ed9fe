//! The client to a real `redis-server`, where there is one.

use std::{
    env, fs,
    io::{self, Write},
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
        // Another process may take the port that is free now before the server does.
        for attempt in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let id = std::process::id();
            let directory = env::temp_dir().join(format!("coro-{name}-{id}-{attempt}"));
            fs::create_dir_all(&directory).unwrap();
            let mut command = Command::new("redis-server");
            command.args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port"]);
            command.arg(port.to_string()).current_dir(&directory).stdout(Stdio::null());
            let process = match command.spawn() {
                Ok(process) => process,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    fs::remove_dir_all(&directory).unwrap();
                    // Past the test harness, which shows what a test prints only if it fails.
                    let mut stderr = io::stderr();
                    writeln!(stderr, "{name}: skipped: no redis-server is installed").unwrap();
                    return None;
                }
                Err(error) => panic!("redis-server does not start: {error}"),
            };
            let mut redis = Self { process, directory, address: ([127, 0, 0, 1], port).into() };
            if redis.answers() {
                return Some(redis);
            }
        }
        panic!("redis-server finds no port");
    }

    /// Waits until it answers; `false` if it ends instead.
    fn answers(&mut self) -> bool {
        let deadline = Instant::now() + Duration::from_secs(20);
        while self.process.try_wait().unwrap().is_none() {
            if let Ok(mut stream) = TcpStream::connect(self.address) {
                if blocking(&mut stream, vec![Frame::command(["PING"])]).is_ok() {
                    // Whoever else has the port would answer as well, while the server gives up.
                    return self.process.try_wait().unwrap().is_none();
                }
            }
            assert!(Instant::now() < deadline, "redis-server does not answer at {}", self.address);
            thread::sleep(Duration::from_millis(20));
        }
        false
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

//! A client for Redis: one coroutine decodes, one talks, and neither knows of sockets.
//!
//! Sends a command to the server at an address and prints the reply. Without arguments it starts a
//! small server of its own, on a thread, and sends it some commands, first over a blocking socket
//! and then over one of tokio's.
//!
//! ```console
//! $ cargo run -p coro-examples --bin resp
//! $ cargo run -p coro-examples --bin resp -- 127.0.0.1:6379 LRANGE list 0 -1
//! ```

use std::{
    env,
    error::Error,
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
};

use coro_examples::resp::{
    Frame,
    drive::{blocking, over_tokio},
    serve::serve,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    if let Some(address) = args.next() {
        let mut stream = TcpStream::connect(address)?;
        for reply in blocking(&mut stream, vec![Frame::command(args)])? {
            println!("{reply}");
        }
        return Ok(());
    }

    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || serve(&listener));
    let commands =
        ["PING", "SET greeting hello", "GET greeting", "MGET greeting nothing", "DEL greeting"];
    let frames: Vec<_> = commands.map(|line| Frame::command(line.split(' '))).into();

    println!("over a blocking socket:");
    let replies = blocking(&mut TcpStream::connect(address)?, frames.clone())?;
    print(&commands, &replies);

    println!("over tokio:");
    print(&commands, &ask_with_tokio(address, frames)?);
    Ok(())
}

/// Sends commands from a runtime of its own.
fn ask_with_tokio(address: SocketAddr, commands: Vec<Frame>) -> Result<Vec<Frame>, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let mut stream = tokio::net::TcpStream::connect(address).await?;
        Ok(over_tokio(&mut stream, commands).await?)
    })
}

fn print(commands: &[&str], replies: &[Frame]) {
    for (command, reply) in commands.iter().zip(replies) {
        println!("  {command} -> {reply}");
    }
}

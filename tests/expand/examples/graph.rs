//! Prints the graphs of a file's coroutines: `cargo run -p coro-expand --example graph -- file.rs`; with `--facts` behind
//! the file, what the analyses find stands in them.

fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("usage: graph <file> [--facts]");
    let with_facts = args.next().is_some_and(|option| option == "--facts");
    let source = std::fs::read_to_string(&path).expect("the file can be read");
    print!("{}", coro_expand::graph(&source, with_facts));
}

//! Prints a file as the compiler sees it after the macro: `cargo run -p coro-expand --example expand --
//! file.rs`.

fn main() {
    let path = std::env::args().nth(1).expect("usage: expand <file>");
    let source = std::fs::read_to_string(&path).expect("the file can be read");
    print!("{}", coro_expand::file(&source));
}

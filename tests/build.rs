//! Says whether the compiler allows unstable syntax, for the test of the keyword `yield` under the attribute.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(unstable_syntax)");
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    if std::env::var("RUSTC_BOOTSTRAP").is_ok_and(|value| value == "1") {
        println!("cargo::rustc-cfg=unstable_syntax");
    }
}

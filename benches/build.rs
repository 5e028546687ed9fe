//! Turns rustc's own coroutines on for comparison where the compiler allows unstable features.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(rustc_coroutines)");
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    if std::env::var("RUSTC_BOOTSTRAP").is_ok_and(|value| value == "1") {
        println!("cargo::rustc-cfg=rustc_coroutines");
    }
}

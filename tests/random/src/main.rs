fn main() {
    use coro_random::{generate::{Config, program}, harness::*, program::Side};
    let args: Vec<String> = std::env::args().collect();
    let seed: u64 = args[1].parse().unwrap();
    let count: u32 = args[2].parse().unwrap();
    let (subject, oracle) = match args[3].as_str() { "oracles" => (Side::Coroutine, Side::Async), "coroutine" => (Side::Engine, Side::Coroutine), _ => (Side::Engine, Side::Async) };
    let mut config = Config::default();
    let profile = Profile { edition: args.get(4).map_or(2024, |e| e.parse().unwrap()), release: args.get(5).is_some_and(|a| a == "release") };
    if profile.edition == 2021 { config.chains = false; }
    let ws = std::env::var("WS").unwrap_or_else(|_| "/tmp/snap".into()); let ws = std::path::Path::new(&ws);
    let toolchain = Toolchain::build(ws).unwrap();
    let programs: Vec<_> = (0..count).map(|n| program(seed, n, &config)).filter(|p| p.movable || (subject != Side::Coroutine && oracle != Side::Coroutine)).collect();
    let plan = Plan { profile, subject, oracle };
    let start = std::time::Instant::now();
    let out = Batch::compare(&programs, plan, &toolchain, std::path::Path::new("/tmp/random-batch")).unwrap();
    let mut kinds = std::collections::BTreeMap::<_, usize>::new();
    let mut ev = 0;
    for (n, o) in &out {
        *kinds.entry(o.kind()).or_default() += 1;
        if let Outcome::Equal { events, .. } = o { ev += events; continue; }
        println!("=== {n} {}\n{}", o.kind(), o.detail());
    }
    println!("{kinds:?} events {ev} in {:?}", start.elapsed());
}

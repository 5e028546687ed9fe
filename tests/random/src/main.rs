fn main() {
    use coro_random::{
        generate::{Config, program},
        harness::*,
        program::Side,
        shrink::*,
    };
    let args: Vec<String> = std::env::args().collect();
    let seed: u64 = args[1].parse().unwrap();
    let count: u32 = args[2].parse().unwrap();
    let (subject, oracle) = match args[3].as_str() {
        "oracles" => (Side::Coroutine, Side::Async),
        "coroutine" => (Side::Engine, Side::Coroutine),
        _ => (Side::Engine, Side::Async),
    };
    let mut config = Config::default();
    let profile = Profile {
        edition: args.get(4).map_or(2024, |e| e.parse().unwrap()),
        release: args.get(5).is_some_and(|a| a == "release"),
        check: false,
    };
    if profile.edition == 2021 {
        config.chains = false;
    }
    if let Ok(s) = std::env::var("SIZE") {
        config.size = s.parse().unwrap();
    }
    if std::env::var("NOTEMPS").is_ok() {
        config.temporaries = false;
        config.rests = false;
    }
    let ws = std::env::var("WS").unwrap_or_else(|_| "/tmp/snap".into());
    let ws = std::path::Path::new(&ws);
    let toolchain = Toolchain::build(ws).unwrap();
    let programs: Vec<_> = (0..count)
        .map(|n| program(seed, n, &config))
        .filter(|p| p.movable || (subject != Side::Coroutine && oracle != Side::Coroutine))
        .collect();
    let plan = Plan { profile, subject, oracle };
    let start = std::time::Instant::now();
    let dir = std::env::var("DIR").unwrap_or_else(|_| "/tmp/random-batch".into());
    let mut out = Vec::new();
    for chunk in programs.chunks(100) {
        out.extend(Batch::compare(chunk, plan, &toolchain, std::path::Path::new(&dir)).unwrap());
    }
    let mut kinds = std::collections::BTreeMap::<_, usize>::new();
    let mut ev = 0;
    let mut sigs = std::collections::BTreeMap::<String, Vec<(u32, usize)>>::new();
    let shrinks: usize = std::env::var("SHRINK").map_or(0, |s| s.parse().unwrap());
    for (n, o) in &out {
        *kinds.entry(o.kind()).or_default() += 1;
        if let Outcome::Equal { events, .. } = o {
            ev += events;
            continue;
        }
        sigs.entry(signature(o))
            .or_default()
            .push((*n, programs.iter().find(|p| p.number == *n).unwrap().main.body.len()));
        if shrinks == 0 {
            println!("=== {n} {}\n{}", o.kind(), o.detail());
        }
    }
    println!("{kinds:?} events {ev} in {:?}", start.elapsed());
    for (s, v) in &mut sigs {
        println!("## {} × {s}", v.len());
        v.sort_by_key(|x| x.1);
        if s.starts_with("invalid") {
            continue;
        }
        let times = if s.starts_with("different") { shrinks * 3 } else { shrinks };
        for (n, _) in v.iter().take(times) {
            let p = programs.iter().find(|p| p.number == *n).unwrap();
            let o = &out.iter().find(|x| x.0 == *n).unwrap().1;
            let (p, o) =
                shrink(p, o, plan, &toolchain, std::path::Path::new(&format!("{dir}-shrink")))
                    .unwrap();
            println!("--- {n} {s}\n{}", coro_random::report::finding(&p, &o));
        }
    }
}

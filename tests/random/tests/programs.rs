//! The default run: some hundred random programs against rustc's own transform, in both editions,
//! with and without optimisation. `coro-random --count N` runs any number.

use std::path::Path;

use coro_random::{
    coverage::Coverage,
    generate::{Config, program},
    harness::{Profile, Toolchain},
    program::{Side, module},
    report,
    session::Request,
    shrink::shrink,
};

/// Of the programs that are run.
const SEED: u64 = 14;

/// Of those that are only generated.
const SEED_OF_MANY: u64 = 20_260_606;

fn request(count: u32) -> Request {
    Request {
        seed: SEED,
        first: 0,
        count,
        batch: 75,
        config: Config::default(),
        subject: Side::Engine,
        oracle: Side::Async,
        profiles: Profile::ALL.to_vec(),
        jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        directory: Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"),
        stop: false,
    }
}

#[test]
fn random_programs_behave_as_rustcs_coroutines_do() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let toolchain = Toolchain::build(&workspace).expect("the workspace compiles");
    let request = request(320);
    let summary = request.run(&toolchain).expect("rustc runs");
    println!("{} programs, {} runs, {} events", summary.programs(), summary.runs, summary.events);
    let mut text = String::new();
    for (number, error) in &summary.invalid {
        text.push_str(&format!("program {number} compiles on neither side:\n{error}\n"));
    }
    // The first few are enough to go on.
    for finding in summary.findings.iter().take(3) {
        let directory = request.directory.join("shrink");
        let (program, outcome) =
            shrink(&finding.program, &finding.outcome, finding.plan, &toolchain, &directory)
                .expect("rustc runs");
        text.push_str(&format!("program {}, {:?}\n", finding.program.number, finding.plan));
        text.push_str(&report::finding(&program, &outcome));
    }
    assert!(text.is_empty(), "{} findings\n{text}", summary.findings.len());
    assert_eq!(summary.programs(), 320);
    // What a run does up to where it parts from the one to the end is compared, and counted, once.
    assert!(summary.runs > 70_000, "only {} runs", summary.runs);
    assert!(summary.events > 1_500_000, "only {} events", summary.events);
}

#[test]
fn the_same_seed_gives_the_same_programs() {
    let config = Config::default();
    for number in 0..50 {
        let [first, second] = [(); 2].map(|()| program(SEED, number, &config));
        assert_eq!(module(&first, Side::Engine), module(&second, Side::Engine));
    }
    let [first, second] =
        [1, 2].map(|number| module(&program(SEED, number, &config), Side::Engine));
    assert_ne!(first, second);
}

#[test]
fn two_thousand_programs_hold_every_feature_and_most_places() {
    let mut coverage = Coverage::default();
    let config = Config::default();
    for number in 0..2000 {
        coverage.count(&program(SEED_OF_MANY, number, &config));
    }
    assert_eq!(coverage.rare_features(10), Vec::<&str>::new());
    // What is left needs more programs: CONTRIBUTING says how many hold it all.
    assert_eq!(coverage.thin(30), Vec::<String>::new());
    let missing = coverage.missing();
    assert!(missing.len() * 5 < Coverage::size(), "{} of {}", missing.len(), Coverage::size());
}

//! Times every variant of every workload.
#![allow(missing_docs)] // of what criterion's macros declare

use coro_benches::workloads;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn workloads(c: &mut Criterion) {
    for workload in workloads::all() {
        let amount = workload.amounts[0];
        let mut group = c.benchmark_group(workload.name.replace('`', ""));
        group.throughput(Throughput::Elements((workload.items)(amount)));
        for variant in &workload.variants {
            group.bench_with_input(BenchmarkId::from_parameter(variant.name), &amount, |b, &n| {
                b.iter(|| (variant.run)(n));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, workloads);
criterion_main!(benches);

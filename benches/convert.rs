//! Throughput: bytes of transcription in a second.
//!
//! ```sh
//! cargo bench
//! ```

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rubricate::{Options, Schema, convert, restore, validate};

/// A diary of 24 kB, with notes and many names.
const SAMPLE: &[u8] = include_bytes!("../samples/serge-diary/transcription.txt");

fn conversions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("convert");
    group.sample_size(20);
    for times in [1, 10, 100] {
        let text = SAMPLE.repeat(times);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("diary", times), &text, |bench, text| {
            bench.iter(|| convert(black_box(text), &Options::default()));
        });
    }
    group.finish();
}

/// What is done with an edition of ten times the diary.
fn editions(criterion: &mut Criterion) {
    let text = SAMPLE.repeat(10);
    let Ok(edition) = convert(&text, &Options::default()) else { return };
    let schema = Schema::embedded();
    let mut group = criterion.benchmark_group("edition");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(edition.tei.len() as u64));
    group.bench_function("restore", |bench| {
        bench.iter(|| restore(black_box(edition.tei.as_bytes())));
    });
    group.bench_function("validate", |bench| {
        bench.iter(|| validate(black_box(&edition.tei), &schema));
    });
    group.finish();
}

criterion_group!(benches, conversions, editions);
criterion_main!(benches);

//! Many files at once, with results in the order of the files.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::Outcome;
use super::arguments::Work;
use super::files::Target;
use super::progress::Progress;

/// How many threads to work with.
pub(super) fn jobs(wanted: Option<u16>, files: usize) -> usize {
    let jobs = match wanted {
        Some(jobs) => usize::from(jobs),
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    jobs.min(files).max(1)
}

/// Does `one` for each file and its target, and says what that returns; the worst
/// outcome is that of all.
pub(super) fn each(
    files: &[PathBuf],
    targets: &[Result<Target, String>],
    work: &Work,
    progress: &Progress,
    one: impl Fn(&Path, Result<&Target, &String>) -> (Outcome, String) + Sync,
) -> Outcome {
    let mut outcome = Outcome::Clean;
    in_order(
        jobs(work.jobs, files.len()),
        files.len(),
        |index| one(&files[index], targets[index].as_ref()),
        |_, (result, message)| {
            outcome = outcome.max(result);
            progress.step();
            progress.say(&message);
        },
    );
    outcome
}

/// Calls `work` for the numbers below `count` on some threads, and `done` with
/// each result on this one, in order.
pub(super) fn in_order<T: Send>(
    jobs: usize,
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut done: impl FnMut(usize, T),
) {
    if jobs == 1 {
        (0..count).for_each(|index| done(index, work(index)));
        return;
    }
    let next = AtomicUsize::new(0);
    // Results wait only a little for one that takes long.
    let (sender, receiver) = mpsc::sync_channel(jobs * 4);
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count || sender.send((index, work(index))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = std::collections::BTreeMap::new();
        let mut expected = 0;
        for (index, result) in receiver {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&expected) {
                done(expected, result);
                expected += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_order() {
        for jobs in [1, 3] {
            let mut seen = Vec::new();
            in_order(jobs, 50, |index| index * 2, |index, result| seen.push((index, result)));
            let expected: Vec<_> = (0..50).map(|index| (index, index * 2)).collect();
            assert_eq!(seen, expected);
        }
    }
}

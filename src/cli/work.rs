//! Many files at once, with results in the order of the files.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::Outcome;
use super::arguments::Work;
use super::files::{self, Target};
use super::progress::Progress;

/// How many threads to work with.
pub(super) fn jobs(wanted: Option<u16>, files: usize) -> usize {
    let jobs = match wanted {
        Some(jobs) => usize::from(jobs),
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    jobs.min(files).max(1)
}

/// A file that was read, and where what becomes of it goes.
pub(super) struct Input<'a> {
    pub path: &'a Path,
    /// Its name in messages.
    pub name: String,
    pub bytes: Vec<u8>,
    pub target: &'a Target,
}

/// What a file comes to, and what to say of it.
pub(super) type Done = (Outcome, String);

/// Does `one` for each file that can be read and has a target, and says what that
/// returns; the worst outcome is that of all.
///
/// Where `one` could not do its work it returns why; `failed` makes of the file’s
/// name and that reason what to say.
pub(super) fn each(
    files: &[PathBuf],
    targets: &[Result<Target, String>],
    work: &Work,
    progress: &Progress,
    failed: impl Fn(&str, &str) -> String + Sync,
    one: impl Fn(&Input<'_>) -> Result<Done, String> + Sync,
) -> Outcome {
    let mut outcome = Outcome::Clean;
    let done = |index: usize| {
        let path = files[index].as_path();
        let name = files::shown(path);
        let target = targets[index].as_ref().map_err(Clone::clone);
        let read = target.and_then(|target| Ok((target, files::read(path)?)));
        let input = read.map(|(target, bytes)| Input { path, name: name.clone(), bytes, target });
        input
            .and_then(|input| one(&input))
            .unwrap_or_else(|message| (Outcome::Failed, failed(&name, &message)))
    };
    in_order(jobs(work.jobs, files.len()), files.len(), done, |_, (result, message)| {
        outcome = outcome.max(result);
        progress.step();
        progress.say(&message);
    });
    outcome
}

/// What went wrong with a file, for people.
pub(super) fn error(_: &str, message: &str) -> String {
    format!("error: {message}")
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

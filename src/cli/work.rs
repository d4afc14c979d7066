//! Many files at once, with results in the order of the files.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::SystemTime;

use rubricate::{Diagnostic, Subject};

use super::Outcome;
use super::arguments::{Output, ReportFormat, Work};
use super::files::{self, Named, Target};
use super::list::Files;
use super::progress::Progress;
use super::tally::Tally;
use super::targets::{Shape, targets};

/// How many threads to work with.
pub(super) fn jobs(wanted: Option<u16>, files: usize) -> usize {
    let jobs = match wanted {
        Some(jobs) => usize::from(jobs),
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    jobs.min(files).max(1)
}

/// The files of a call, and where the results go.
pub(super) struct Batch<'a> {
    pub files: &'a Files,
    pub output: &'a Output,
    /// What the results are.
    pub shape: Shape<'a>,
    pub work: &'a Work,
    /// How to say what is to be said.
    pub format: ReportFormat,
    /// When what else the results are made of was changed last.
    pub since: Option<SystemTime>,
}

/// A file that was read, and where what becomes of it goes.
pub(super) struct Input<'a> {
    /// Its number among the files.
    pub index: usize,
    pub path: &'a Path,
    /// Its name in messages.
    pub name: String,
    pub bytes: Vec<u8>,
    pub target: &'a Target,
}

/// What a file comes to, and what to say of it.
pub(super) struct Done {
    pub outcome: Outcome,
    /// Whether there is a warning in what is said.
    pub warned: bool,
    pub message: String,
}

impl Done {
    /// A file of which no warning is said.
    pub(super) fn new(outcome: Outcome, message: String) -> Self {
        Self { outcome, warned: false, message }
    }
}

/// The same of a file whose result may be current.
struct Told {
    outcome: Option<Outcome>,
    warned: bool,
    message: String,
}

/// Does `one` for each file that can be read and has a target, and says what that
/// returns, or why it could not do its work; the worst outcome is that of all.
///
/// With `--update` a file whose result is current is left out.
pub(super) fn each(
    batch: &Batch<'_>,
    one: impl Fn(&Input<'_>) -> Result<Done, String> + Sync,
) -> Outcome {
    let Batch { files, output, shape, work, format, since } = *batch;
    let Files { all: files, passed } = files;
    let progress = Progress::new(files.len(), work.quiet);
    for passed in passed.iter().filter(|_| !work.quiet) {
        progress.say(&passed.describe(format));
    }
    let targets = match targets(files, output, shape) {
        Ok(targets) => targets,
        Err(message) => {
            progress.say(&error("", &message));
            return Outcome::Failed;
        }
    };
    let done = |index: usize| {
        let Named { path, root, trouble } = &files[index];
        let name = files::shown(path);
        let result = targets[index].as_ref().map_err(Clone::clone).and_then(|target| {
            if let Some(trouble) = trouble {
                return Err(trouble.clone());
            }
            if output.update && target.is_current(path, since) {
                let message = current(format, &name);
                return Ok(Told { outcome: None, warned: false, message });
            }
            let bytes = files::read(path)?;
            if output.base.is_some() || root.is_some() {
                target.make_room()?;
            }
            let input = Input { index, path, name: name.clone(), bytes, target };
            let Done { outcome, warned, message } = one(&input)?;
            Ok(Told { outcome: Some(outcome), warned, message })
        });
        result.unwrap_or_else(|message| {
            let message = failure(format, &name, &message);
            Told { outcome: Some(Outcome::Failed), warned: false, message }
        })
    };
    let mut tally = Tally::default();
    in_order(jobs(work.jobs, files.len()), files.len(), done, |_, told| {
        tally.count(told.outcome, told.warned);
        progress.step();
        progress.say(&told.message);
    });
    if files.len() != 1 && !work.quiet && format == ReportFormat::Text {
        progress.say(&tally.describe());
    }
    tally.worst()
}

/// What is said of a file that is left out because its result is current.
fn current(format: ReportFormat, name: &str) -> String {
    match format {
        ReportFormat::Text => String::new(),
        ReportFormat::Json => serde_json::json!({ "file": name, "upToDate": true }).to_string(),
    }
}

/// What went wrong with a file, for people.
pub(super) fn error(_: &str, message: &str) -> String {
    format!("error: {message}")
}

/// What went wrong with a file, in the format of a report.
pub(super) fn failure(format: ReportFormat, name: &str, message: &str) -> String {
    match format {
        ReportFormat::Text => error(name, message),
        ReportFormat::Json => serde_json::json!({ "file": name, "error": message }).to_string(),
    }
}

/// What is wrong with a file that is no TEI, in the format of a report.
pub(super) fn refusal(format: ReportFormat, subject: &Subject<'_>, found: &Diagnostic) -> String {
    match format {
        ReportFormat::Text => subject.show(found),
        ReportFormat::Json => {
            let found = subject.locate(found);
            serde_json::json!({ "file": found.file, "diagnostics": [found] }).to_string()
        }
    }
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
    let (give, take) = mpsc::channel::<usize>();
    let take = &Mutex::new(take);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, work) = (sender.clone(), &work);
            let next = || take.lock().unwrap_or_else(PoisonError::into_inner).recv();
            scope.spawn(move || {
                while let Ok(index) = next() {
                    let result = panic::catch_unwind(AssertUnwindSafe(|| work(index)));
                    if sender.send((index, result)).is_err() {
                        break;
                    }
                }
            });
        }
        // While one takes long, only so many others are done and wait for it.
        let give = give;
        let mut numbers = 0..count;
        let mut begin = || numbers.next().map(|number| give.send(number));
        for _ in 0..jobs * 8 {
            begin();
        }
        let mut waiting = BTreeMap::new();
        for expected in 0..count {
            while !waiting.contains_key(&expected)
                && let Ok((index, result)) = receiver.recv()
            {
                waiting.insert(index, result);
            }
            match waiting.remove(&expected) {
                Some(Ok(result)) => done(expected, result),
                Some(Err(panicked)) => panic::resume_unwind(panicked),
                None => break,
            }
            begin();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order() {
        for jobs in [1, 3] {
            let mut seen = Vec::new();
            in_order(jobs, 50, |index| index * 2, |index, result| seen.push((index, result)));
            let expected: Vec<_> = (0..50).map(|index| (index, index * 2)).collect();
            assert_eq!(seen, expected);
        }
    }

    #[test]
    fn few_run_ahead_of_one_that_takes_long() {
        let begun = AtomicUsize::new(0);
        let slow = |index| {
            begun.fetch_add(1, Ordering::SeqCst);
            if index == 0 {
                std::thread::sleep(std::time::Duration::from_millis(200));
                assert!(begun.load(Ordering::SeqCst) <= 16);
            }
        };
        in_order(2, 1000, slow, |_, ()| {});
        assert_eq!(begun.into_inner(), 1000);
    }

    #[test]
    #[should_panic(expected = "number 7")]
    fn a_panic_is_one_of_the_caller() {
        in_order(2, 1000, |index| assert_ne!(index, 7, "number 7"), |_, ()| {});
    }
}

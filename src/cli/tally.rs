//! How many files came to what.

use super::Outcome;

/// The files of a run by what they came to.
#[derive(Default)]
pub(super) struct Tally {
    clean: usize,
    /// Clean, and of which there is a warning.
    warned: usize,
    findings: usize,
    failed: usize,
    current: usize,
}

impl Tally {
    /// Counts one file of which there was a warning or not; without an outcome it
    /// was left out, as its result is current.
    pub(super) fn count(&mut self, outcome: Option<Outcome>, warned: bool) {
        *match outcome {
            Some(Outcome::Clean) if warned => &mut self.warned,
            Some(Outcome::Clean) => &mut self.clean,
            Some(Outcome::Findings) => &mut self.findings,
            Some(Outcome::Failed) => &mut self.failed,
            None => &mut self.current,
        } += 1;
    }

    /// The worst that a file came to.
    pub(super) fn worst(&self) -> Outcome {
        match (self.failed, self.findings) {
            (0, 0) => Outcome::Clean,
            (0, _) => Outcome::Findings,
            _ => Outcome::Failed,
        }
    }

    /// The numbers in one line.
    pub(super) fn describe(&self) -> String {
        let Self { clean, warned, findings, failed, current } = *self;
        let parts = [
            (clean, "clean"),
            (warned, "with warnings"),
            (findings, "with findings"),
            (failed, "failed"),
            (current, "up to date"),
        ];
        let all: usize = parts.iter().map(|(count, _)| count).sum();
        let parts = parts.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
        if all == 0 { "no files".to_owned() } else { format!("{all} files: {}", parts.join(", ")) }
    }
}

//! A progress bar, for people who wait.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Messages on standard error, above a progress bar if there is one.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// A bar for `count` files, if that is more than one and somebody looks.
    pub(super) fn new(count: usize, quiet: bool) -> Self {
        let watched = count > 1 && !quiet && std::io::stderr().is_terminal();
        let target =
            if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left")
        {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// One file is done.
    pub(super) fn step(&self) {
        self.0.inc(1);
    }

    /// Writes a message to standard error. Whoever reads no further than its first
    /// lines still gets all results.
    pub(super) fn say(&self, message: &str) {
        let message = message.strip_suffix('\n').unwrap_or(message);
        if !message.is_empty() {
            self.0.suspend(|| {
                let _ = writeln!(std::io::stderr().lock(), "{message}");
            });
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

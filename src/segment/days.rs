//! Years, months and days on lines of their own, right above the text of an entry.

use super::entries::{ends_sentence, next_where};
use crate::date::{self, Meaning, Written};
use crate::source::Span;
use crate::token::{Words, tokenize};

/// What a line that is wholly a date names, from what heads most to what heads least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// `1821`
    Year,
    /// `January 1821`
    Month,
    /// `Monday Jan 1st 1821`, `Tuesday 2nd`
    Day,
}

/// Whether the days of a text stand so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    several: bool,
}

impl Days {
    /// The days of `text` right above other lines.
    pub(super) fn of(text: &str) -> Self {
        /// So many are no accident.
        const SEVERAL: usize = 3;
        let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
        let above = lines.windows(2).enumerate().filter(|(at, pair)| {
            let before = at.checked_sub(1).map_or("", |before| lines[before]);
            could_head(pair[0])
                && pair[0].bytes().any(|byte| byte.is_ascii_digit())
                && begins_text(pair[1])
                && (before.is_empty() || ends_sentence(before))
                && rank(pair[0]) == Some(Rank::Day)
        });
        Self { several: above.take(SEVERAL).count() == SEVERAL }
    }

    /// Whether the first line of some stands by itself above the next ones.
    pub(super) fn stands_above(self, text: &str, run: &[(u32, Span)]) -> bool {
        heads_days(text, run) || self.several && heads(text, run)
    }

    /// Where in the text of an entry the next day stands above its own.
    pub(super) fn next(self, text: &str, run: &[(u32, Span)]) -> Option<usize> {
        next_where(text, run, |below| self.stands_above(text, below))
    }
}

/// Whether the first line of some heads them: a day right above its text, or the year
/// or month right above that.
fn heads(text: &str, run: &[(u32, Span)]) -> bool {
    let line = |at: usize| run.get(at).map_or("", |(_, span)| span.of(text));
    let ranked = |at: usize| Some(line(at)).filter(|line| could_head(line)).and_then(rank);
    let Some(mut lowest) = ranked(0) else { return false };
    let mut at = 1;
    while let Some(next) = ranked(at).filter(|next| *next > lowest) {
        lowest = next;
        at += 1;
    }
    lowest == Rank::Day && begins_text(line(at))
}

/// Whether the first line of some is a month of a year, and below it a day begins with
/// its number: `März 1892`, `1/3 Vorm.`
fn heads_days(text: &str, run: &[(u32, Span)]) -> bool {
    let [(_, first), (_, second), ..] = run else { return false };
    let line = first.of(text);
    could_head(line)
        && second.of(text).starts_with(|c: char| c.is_ascii_digit())
        && begins_text(second.of(text))
        && line.starts_with(char::is_alphabetic)
        && line.ends_with(|c: char| c.is_ascii_digit())
        && rank(line) == Some(Rank::Month)
}

/// Whether a line is short enough for a date.
fn could_head(line: &str) -> bool {
    const LONGEST: usize = 48;
    line.len() <= LONGEST && line.contains(|c: char| c.is_ascii_digit() || c.is_uppercase())
}

/// What a line names that is a date from its beginning to its end.
fn rank(line: &str) -> Option<Rank> {
    let line = line.trim_matches(['_', '*', '[', ']', '.', ',', ':', ' ']);
    let tokens = tokenize(line);
    let words = Words { text: line, tokens: &tokens };
    if let Some(Meaning::Date(written)) = date::heading(words) {
        return Some(if written.month.is_some() { Rank::Month } else { Rank::Year });
    }
    let (dates, _) = date::at(words, 0).filter(|(_, next)| *next == tokens.len())?;
    let whole = |written: Written| {
        written.weekday.is_some() || written.day.is_some() && written.month.is_some()
    };
    let day = |meaning| matches!(meaning, Meaning::Date(written) if whole(written));
    dates.iter().all(|date| day(date.meaning)).then_some(Rank::Day)
}

/// Whether a line can be the first of an entry: no greeting, sum or name.
fn begins_text(line: &str) -> bool {
    /// Longer lines greet nobody.
    const GREETING: usize = 40;
    let greets = line.len() <= GREETING && line.ends_with([',', ':', '-', '—', '!']);
    let small = || line.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !greets
        && !line.ends_with(|c: char| c.is_ascii_digit())
        && (small() || line.ends_with(['.', '!', '?']) && line.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::{Days, Rank, begins_text, rank};
    use crate::source::Lines;

    #[test]
    fn dates_that_are_a_line() {
        for (line, expected) in [
            ("1821", Some(Rank::Year)),
            ("January 1821", Some(Rank::Month)),
            ("Monday Jan 1st 1821", Some(Rank::Day)),
            ("_Tuesday 2nd._", Some(Rank::Day)),
            ("3 mars", Some(Rank::Day)),
            ("Monday", Some(Rank::Day)),
            ("May", Some(Rank::Month)),
            ("May 3, at the mill", None),
            ("216.", None),
        ] {
            assert_eq!(rank(line), expected, "{line}");
        }
    }

    #[test]
    fn text_below() {
        for line in ["At home--walked with the dogs.", "Rain.", "6 miles to the ford"] {
            assert!(begins_text(line), "{line}");
        }
        for line in ["My dear Sir,", "John Reeve", "THE FORD.", "Flour 3 6", "was the day", ""] {
            assert!(!begins_text(line), "{line}");
        }
    }

    #[track_caller]
    fn check(text: &str, parts: &[usize]) {
        let lines = Lines::of(text);
        let run: Vec<_> =
            (1..).zip(text.lines()).map(|(at, _)| (at, lines.span(text, at))).collect();
        let days = Days::of(text);
        let mut rest = &run[..];
        let mut found = Vec::new();
        let mut within = false;
        while !rest.is_empty() {
            let above = days.stands_above(text, rest);
            within |= above;
            let next = if within { days.next(text, rest) } else { None };
            let length = if above { 1 } else { next.unwrap_or(rest.len()) };
            found.push(length);
            rest = &rest[length..];
        }
        assert_eq!(found, parts, "{text}");
    }

    #[test]
    fn days_above_their_text() {
        check(
            "1821\nMay 1821\nTuesday May 1st\nAt home.\nWednesday 2nd\nAt the mill\nall day.\nThursday 3rd\nRain.",
            &[1, 1, 1, 1, 1, 2, 1, 1],
        );
        check("Tuesday May 1st\nAt home.\nWednesday 2nd\nRain.", &[4]);
        check("At home.\nTuesday May 1st\nRain.\n2 May\nRain.\n3 May\nRain.", &[7]);
        check("März 1892\n1/3 Regen.\n2/3 Im Theater.", &[1, 2]);
        check("May 1892\nWe went.", &[2]);
        check("May 1, 1821\nDear Sir,\nMay 2, 1821\nDear Sir,\nMay 3, 1821\nDear Sir,", &[6]);
    }
}

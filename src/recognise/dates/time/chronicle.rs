//! Narratives that go from day to day: the history of a campaign, of an embassy.

use super::STRIDE;
use crate::date::{Anchor, CalendarDate, Expression, Meaning, Reckoning, Written, Year};
use crate::token::Words;

/// How many days of a month without their year must follow one another.
const SEVERAL: usize = 12;

/// How many do if fewer of them follow one another.
const MANY: usize = 40;

/// The longest month, to count days of a year without the year.
const MONTH: i32 = 31;

/// How far from each other one day may be counted by two calendars.
const SAME: i32 = 4;

/// Where the year of the French Republic begins among these days.
const VENDEMIAIRE: i32 = 8 * MONTH + 21;

/// Whether most days that are told without their year lie soon after the one before:
/// of days in no order every third would.
pub(super) fn goes_forward(found: &[Expression]) -> bool {
    let mut last: Option<(i32, Reckoning)> = None;
    let year = 12 * MONTH;
    let (mut steps, mut forward) = (0_usize, 0_usize);
    for written in found.iter().filter_map(|date| day_and_month(date.meaning)) {
        let (Some(month), Some(day)) = (written.month, written.day) else { continue };
        let first = if written.reckoning == Reckoning::Republic { VENDEMIAIRE } else { 0 };
        let at = (first + (i32::from(month) - 1) * MONTH + i32::from(day)) % year;
        if let Some((last, reckoning)) = last.replace((at, written.reckoning))
            && written.year == Year::Missing
            && last != at
        {
            // “12 thermidor (30 juillet)” is one day.
            let apart = (at - last).rem_euclid(year);
            if reckoning != written.reckoning && (apart <= SAME || year - apart <= SAME) {
                continue;
            }
            steps += 1;
            forward += usize::from((at - last).rem_euclid(year) <= STRIDE);
        }
    }
    // In a long history days that are the names of what happened stand between.
    steps >= SEVERAL && forward * 4 >= steps * 3 || steps >= MANY && forward * 3 >= steps * 2
}

/// How many days the next day in full may lie before one that a chronicle goes on to: if
/// it is not farther, what was told last stood aside.
const BACK: i32 = 400;

/// The days that are written in full, in order.
#[derive(Debug, Default)]
pub(super) struct Days(Vec<(u32, CalendarDate)>);

impl Days {
    pub(super) fn new(found: &[Expression]) -> Self {
        let day = |date: &Expression| match date.meaning {
            Meaning::Date(written) if written.is_explicit() && written.day.is_some() => {
                Some((date.span.start, date.meaning.resolve(Anchor::default())?.value.start()))
            }
            _ => None,
        };
        Self(found.iter().filter_map(day).collect())
    }

    /// Whether the next of them behind this offset lies before `day`.
    pub(super) fn contradict(&self, at: u32, day: CalendarDate) -> bool {
        let next = self.0.partition_point(|(start, _)| *start <= at);
        let back = self.0.get(next).and_then(|(_, next)| next.days_until(day));
        back.is_some_and(|days| (1..=BACK).contains(&days))
    }

    /// Whether what is written in full at this offset stands aside from a text that has
    /// come to `last`: it lies far from that day, and the next days in full go on from
    /// `last` and not `from` there.
    pub(super) fn pass_over(&self, at: u32, last: CalendarDate, from: CalendarDate) -> bool {
        const NEXT: usize = 3;
        let goes_on = |first: CalendarDate, day: CalendarDate| {
            let back = if first == last { MONTH } else { 0 };
            first.days_until(day).is_some_and(|days| (-back..=BACK).contains(&days))
        };
        let Some(from) = from.first_day().filter(|from| !goes_on(last, *from)) else {
            return false;
        };
        let next = self.0.partition_point(|(start, _)| *start <= at);
        let days = || self.0[next..].iter().take(NEXT).map(|(_, day)| *day);
        let count = |first| days().filter(|day| goes_on(first, *day)).count();
        count(last) > count(from)
    }
}

/// Whether a chronicle may go from one day to another: on, or back a little from what it
/// told beforehand.
pub(super) fn goes_to(last: CalendarDate, day: CalendarDate) -> bool {
    last.days_until(day).is_some_and(|days| (-MONTH..=STRIDE).contains(&days))
}

/// The next such day after `last`, if it is not far, or the one some days before it.
pub(super) fn next_day(last: CalendarDate, meaning: Meaning) -> Option<CalendarDate> {
    let written = day_and_month(meaning).filter(|written| written.year == Year::Missing)?;
    let year = last.year().filter(|_| last.day().is_some())?;
    let within = |day: &CalendarDate| goes_to(last, *day);
    if written.reckoning == Reckoning::Republic {
        let anchor = Anchor { date: Some(last), ..Anchor::default() };
        let day = Meaning::Date(written).resolve(anchor)?.value.start();
        return Some(day).filter(within);
    }
    let mut days = [year, year + 1, year - 1]
        .into_iter()
        .filter_map(|year| CalendarDate::new(Some(year), written.month, written.day));
    days.find(within)
}

/// Whether a day without its year heads what follows within a paragraph, as journals
/// and registers have it that give each day a sentence or a line: “… came home. Sept.
/// 12th, Jane came”.
pub(super) fn heads_sentence(words: Words<'_>, found: Expression) -> bool {
    let whole = day_and_month(found.meaning).is_some_and(|day| day.year == Year::Missing);
    let before = || words.text[..found.span.start as usize].trim_end_matches([' ', '"', '“', ',']);
    let after = || &words.text[found.span.end as usize..];
    whole
        && before().ends_with(['.', '!', '?', ';', ']', '\n'])
        && !before().ends_with("\n\n")
        && (after().starts_with([',', '.', ':', ';', '—', '–', '\t'])
            || after().starts_with("--")
            || after().starts_with("  "))
}

/// Whether the days that head sentences follow one another.
pub(super) fn is_run_in(words: Words<'_>, found: &[Expression]) -> bool {
    let heads = |found: &&Expression| heads_sentence(words, **found);
    goes_forward(&found.iter().filter(heads).copied().collect::<Vec<_>>())
}

/// A day with its month.
fn day_and_month(meaning: Meaning) -> Option<Written> {
    let (Meaning::Date(written) | Meaning::Duration(written, _)) = meaning else { return None };
    let told = written.month.is_some() && written.day.is_some();
    (told && written.reckoning != Reckoning::Friends).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::goes_forward;
    use crate::date;
    use crate::token::{Words, tokenize};

    #[test]
    fn day_after_day() {
        let forward = |days: &[&str]| {
            let text = format!("On {}.", days.join(", and on "));
            let tokens = tokenize(&text);
            goes_forward(&date::find(Words { text: &text, tokens: &tokens }))
        };
        let march: Vec<String> = (1..20).map(|day| format!("{day} March")).collect();
        let mut march: Vec<&str> = march.iter().map(String::as_str).collect();
        assert!(forward(&march));
        assert!(!forward(&march[..8]));
        march.reverse();
        assert!(!forward(&march));
    }
}

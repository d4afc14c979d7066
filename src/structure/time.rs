//! When a text was written, as far as its title, headings and entries tell.

use std::ops::Range;

use super::Input;
use super::byline;
use super::entries::DateLine;
use super::kind::{Head, Kind};
use crate::date::{
    self, Anchor, CalendarDate, DateValue, Expression, Meaning, Reading, Written, Year,
};
use crate::source::Span;
use crate::token::Words;

/// What is known of the time of writing where the body begins: what a catalogue
/// says, the date in the title (“Letter to Mary Webb, July 5, 1819”), or the year
/// of the first entry as later ones tell it.
pub(super) fn beginning(
    input: &Input<'_>,
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    body: &Range<usize>,
    narrative: bool,
) -> Anchor {
    if let Some(known) = input.created.filter(|_| !narrative) {
        let year = known.start().year();
        // Of several years the entries may tell the first.
        if year.is_some() && known.end().year() == year {
            return Anchor { date: known_day(input), year, ..Anchor::default() };
        }
    }
    if let Some(year) = year_of_first_entry(heads, lines, body).filter(|_| !narrative) {
        return Anchor { year: Some(year), ..Anchor::default() };
    }
    let date = title_date(input, body.start);
    let year = date.and_then(CalendarDate::year).or_else(|| year_of_title(input, lines, body));
    let year = year.or_else(|| input.created.filter(|_| !narrative)?.start().year());
    Anchor { date, year, ..Anchor::default() }
}

/// How long the text between two dated lines is in a narrative.
const LONG: usize = 16_000;

/// Whether so few lines and headings of the body are dated that it is a
/// narrative, of which they do not tell the time.
pub(super) fn is_narrative(
    input: &Input<'_>,
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    body: &Range<usize>,
) -> bool {
    if body.is_empty() {
        return false;
    }
    let is_dated = |index: &usize| {
        lines[*index].is_some() || heads[*index].is_some_and(|head| head.heading.date.is_some())
    };
    let dated = body.clone().filter(is_dated).count();
    match dated {
        0 => title_date(input, body.start).or_else(|| known_day(input)).is_none(),
        dated => is_longer(input, body, LONG * (dated + 1)),
    }
}

/// Whether so few lines of the body are dated that the text of none of them goes up to
/// the next: a memoir that quotes a few letters.
pub(super) fn is_sparse(
    input: &Input<'_>,
    lines: &[Option<DateLine>],
    body: &Range<usize>,
) -> bool {
    const FAR: usize = 40_000;
    let dated = lines[body.clone()].iter().flatten().count();
    is_longer(input, body, FAR * (dated + 1))
}

/// Whether the text of some blocks has more bytes than that.
fn is_longer(input: &Input<'_>, blocks: &Range<usize>, bytes: usize) -> bool {
    let blocks = &input.blocks[blocks.clone()];
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return false };
    (last.span.end - first.span.start) as usize > bytes
}

/// The day on which the text was written, as a catalogue says.
fn known_day(input: &Input<'_>) -> Option<CalendarDate> {
    match input.created? {
        DateValue::When(date) => Some(date).filter(|date| date.day().is_some()),
        _ => None,
    }
}

/// How many blocks at the beginning are looked at for the title.
const TITLE: usize = 3;

/// The day that the title names, if it is one. A licence in front of the title
/// has other dates.
fn title_date(input: &Input<'_>, end: usize) -> Option<CalendarDate> {
    if input.convention.has_licence() {
        return None;
    }
    let blocks = (0..end).filter(|index| input.blocks[*index].is_text()).take(TITLE);
    only_day(input, blocks)
}

/// The year of a diary that its title tells: “Diary of Ellen Marsh, 1887”; of
/// several the one whose weekdays the entries have.
fn year_of_title(
    input: &Input<'_>,
    lines: &[Option<DateLine>],
    body: &Range<usize>,
) -> Option<i16> {
    const SEVERAL: usize = 2;
    if input.convention.has_licence()
        || lines[body.clone()].iter().flatten().take(SEVERAL).count() < SEVERAL
    {
        return None;
    }
    let years = years_of_title(input, body, lines[0].is_none());
    let days = || lines[body.clone()].iter().flatten().flat_map(|line| &line.dates);
    let check = |year: i16| {
        let mut score = 0_i32;
        for written in days().filter_map(|date| date.meaning.weekday_and_day()) {
            let day = CalendarDate::new(Some(year), written.month, written.day);
            score += match day.and_then(CalendarDate::weekday) {
                day if day.is_some() && day == written.weekday => 1,
                _ => -1,
            };
        }
        score
    };
    let fits = |written: Written, year: &i16| {
        let day = CalendarDate::new(Some(*year), written.month, written.day);
        day.and_then(CalendarDate::weekday) == written.weekday
    };
    match years[..] {
        // “1914–1915”: the first year, unless the first weekday is of the next.
        [year, ..] if let Some(last) = last_year(input, body) => {
            let first = days().find_map(|date| date.meaning.weekday_and_day());
            let told = first.and_then(|first| (year..=last).find(|year| fits(first, year)));
            told.or(Some(year))
        }
        [year] => (check(year) >= 0).then_some(year),
        _ => years.into_iter().find(|year| check(*year) >= 2),
    }
}

/// The years that the title names, in order.
fn years_of_title(input: &Input<'_>, body: &Range<usize>, untitled: bool) -> Vec<i16> {
    let mut years = Vec::new();
    for line in title_lines(input, body, untitled) {
        let words = input.words.within(line);
        years.extend(words.filter_map(|at| date::year(input.words, at)?.year()));
    }
    years.dedup();
    years
}

/// The lines in which the title may tell the years of a diary.
fn title_lines(input: &Input<'_>, body: &Range<usize>, untitled: bool) -> Vec<Span> {
    // A line above the first entry may be a title that is not known as one.
    let line = input.blocks.first().filter(|first| first.span.len() <= 120);
    let untitled = body.start == 0 && untitled && line.is_some();
    let end = body.start.max(usize::from(untitled));
    let title = (0..end).filter(|index| input.blocks[*index].is_text()).take(2 * TITLE);
    title
        .flat_map(|index| input.blocks[index].line_spans(input.text, input.lines))
        .filter(|line| !byline::is_credit(line.of(input.text)))
        .collect()
}

/// The last of several years that the title names: “1914–1915”.
pub(super) fn last_year(input: &Input<'_>, body: &Range<usize>) -> Option<i16> {
    if input.convention.has_licence() {
        return None;
    }
    let words = input.words;
    let dash = |at: usize| matches!(words.before(at).trim(), "-" | "–" | "—" | "/");
    let year = |at: usize| date::year(words, at)?.year();
    title_lines(input, body, true).into_iter().find_map(|line| {
        let mut seconds = words.within(line).skip(1).filter(|at| dash(*at));
        let at = seconds.find(|at| year(at - 1).is_some())?;
        let first = year(at - 1)?;
        let short = || words.raw(at).parse::<i16>().ok().filter(|_| words.raw(at).len() == 2);
        let last = year(at).or_else(|| Some(first / 100 * 100 + short()?))?;
        (last > first).then_some(last)
    })
}

/// The only day that is written in full in some blocks: in the heading “To Mary
/// Webb, 5 July 1819”.
pub(super) fn only_day(
    input: &Input<'_>,
    blocks: impl Iterator<Item = usize>,
) -> Option<CalendarDate> {
    let mut days = blocks.flat_map(|index| {
        let tokens = &input.words.tokens[input.words.within(input.blocks[index].span)];
        date::find(Words { text: input.text, tokens })
    });
    let mut days =
        days.by_ref().filter_map(|found| match found.meaning.resolve(Anchor::default())?.value {
            DateValue::When(date) if date.year().is_some() && date.day().is_some() => Some(date),
            _ => None,
        });
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// The time that a heading names with its year besides its title, or where the period
/// that it names begins: “ST. LOUIS TO ST. PAUL, AUGUST 9TH-SEPTEMBER 21ST, 1805”.
pub(super) fn only_time(
    input: &Input<'_>,
    blocks: impl Iterator<Item = usize>,
) -> Option<CalendarDate> {
    let dates = blocks.flat_map(|index| {
        let tokens = &input.words.tokens[input.words.within(input.blocks[index].span)];
        date::find(Words { text: input.text, tokens })
    });
    let mut times = dates.filter_map(|found| {
        let value = found.meaning.resolve(Anchor::default())?.value;
        let start = value.start();
        let told = matches!(value, DateValue::When(_) | DateValue::Duration { .. });
        (told && start.year().is_some() && start.month().is_some()).then_some(start)
    });
    let first = times.next()?;
    times.next().is_none().then_some(first)
}

/// A year may end between the first entry and the one that names its year.
fn year_of_first_entry(
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    body: &Range<usize>,
) -> Option<i16> {
    let mut turns = 0;
    let mut last: Option<i8> = None;
    for index in body.clone() {
        if let Some(heading) = heads[index].map(|head| head.heading)
            && let Some(year) = heading.date.and_then(CalendarDate::year)
        {
            let turn = last.is_some() && heading.kind == Kind::Year;
            return Some(year - turns - i16::from(turn));
        }
        let dates = lines[index].iter().flat_map(|line| &line.dates);
        for date in dates {
            let written = match date.meaning {
                Meaning::Date(written)
                | Meaning::Duration(written, _)
                | Meaning::OneOf(written, _) => written,
                Meaning::Feast(_, Year::Full(year)) => return Some(year - turns),
                _ => continue,
            };
            if let (Some(before), Some(month)) = (last, written.month)
                && before - month > 6
            {
                turns += 1;
            }
            last = written.month.or(last);
            if let Year::Full(year) = written.year {
                return Some(year - turns);
            }
        }
    }
    None
}

/// The year or month at the beginning of a heading, as a date.
pub(super) fn of_heading(
    input: &Input<'_>,
    index: usize,
    before: Anchor,
) -> Option<(Expression, Option<Reading>)> {
    let words = input.words.within(input.blocks[index].span);
    let next = input.year_range(words.start)?;
    let tokens = &input.words.tokens[words.start..next];
    let meaning = date::heading(Words { text: input.text, tokens })?;
    let span = tokens.first()?.span.join(tokens.last()?.span);
    let reading = meaning.resolve_forward(before).map(|reading| later(meaning, reading, before));
    Some((Expression { span, meaning }, reading))
}

/// Headings of months run forward: December below February is of the same year.
fn later(meaning: Meaning, reading: Reading, before: Anchor) -> Reading {
    let last = before.date.and_then(CalendarDate::year);
    match (reading.value, last) {
        (DateValue::When(month), Some(year))
            if month.year() == Some(year - 1) && !meaning.has_year() =>
        {
            let value = month.with_year(year).map_or(reading.value, DateValue::When);
            Reading { value, ..reading }
        }
        _ => reading,
    }
}

/// Days that follow one another at the beginning of an entry, as one time.
pub(super) fn joined(
    dates: &[(Expression, Option<Reading>)],
) -> Option<(Expression, Option<Reading>)> {
    let (first, last) = (dates.first()?, dates.last()?);
    let day = |date: &(Expression, Option<Reading>)| match date.1?.value {
        DateValue::When(day) => Some(day),
        _ => None,
    };
    let follows = |pair: &[(Expression, Option<Reading>)]| {
        day(&pair[0])?.days_until(day(&pair[1])?).filter(|days| *days == 1)
    };
    if dates.len() < 2 || !dates.windows(2).all(|pair| follows(pair).is_some()) {
        return None;
    }
    let (Meaning::Date(from), Meaning::Date(to)) = (first.0.meaning, last.0.meaning) else {
        return None;
    };
    let span = first.0.span.join(last.0.span);
    let value = DateValue::Duration { from: day(first)?, to: day(last)? };
    let reading = last.1.map(|reading| Reading { value, ..reading });
    Some((Expression { span, meaning: Meaning::Duration(from, to) }, reading))
}

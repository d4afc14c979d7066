//! Dated entries, and the date lines of letters.

mod above;
mod after;
mod annals;
mod before;
mod bracketed;
mod series;
mod told;
mod turns;

use super::Input;
use super::kind::{Head, Heading};
use super::notes::Notes;
use crate::date::{self, Expression, Meaning, Written, Year};
use crate::source::{Span, offset};
use crate::token::Shape;
use above::{drop_lonely, stands_above};
use after::{ending, whole_rest};
use before::{is_article, places_before};
pub(super) use series::day_of;
use series::{drop_bare_without_series, under_month};
use told::{counts_something, is_account, is_filled_in};
use turns::drop_turns;
pub(super) use turns::label as speaker_of;

/// A line, or the beginning of a paragraph, that says when and where it was
/// written.
#[derive(Clone, Debug)]
pub(super) struct DateLine {
    /// All its characters, the stop at its end included.
    pub span: Span,
    /// The dates in it.
    pub dates: Vec<Expression>,
    /// The places in it.
    pub places: Vec<Span>,
    /// Whether it is a line of its own.
    pub own_line: bool,
    /// Whether it says no more than a day, a weekday or both.
    pub bare: bool,
    /// Whether a dash stands between it and the text.
    pub dashed: bool,
    /// Whether a sentence could not begin so: there is a weekday, an ordinal
    /// number, or day and month.
    pub telling: bool,
}

impl DateLine {
    /// Whether it is the year that an entry of annals begins with.
    pub(super) fn names_year(&self) -> bool {
        let year = |date: &Expression| !is_day(date.meaning);
        !self.own_line && self.dates.first().is_some_and(year)
    }

    /// Whether it says the day of the month, and could not begin a sentence.
    pub(super) fn names_day(&self) -> bool {
        self.telling && day_of(self).is_some()
    }
}

/// For each block, the date line that it is or begins with. A heading that is marked as
/// one may be a date line, too.
pub(super) fn find(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
) -> Vec<Option<DateLine>> {
    let mut open = Remark::default();
    let mut lines: Vec<Option<DateLine>> = (0..input.blocks.len())
        .map(|index| {
            if open.takes(input.blocks[index].span.of(input.text)) {
                return None;
            }
            let day = |heading: Heading| heading.level.is_some() && heading.date.is_none();
            let marked = heads[index].is_some_and(|head| day(head.heading));
            let free = input.blocks[index].is_text()
                && (heads[index].is_none() || marked)
                && !notes.holds(index);
            let line = if free { date_line(input, index) } else { None };
            let line = line.filter(|line| !marked || line.own_line);
            let text = input.blocks[index].span.of(input.text);
            line.filter(|line| {
                !is_account(text) && !is_filled_in(text) && !is_running_month(text, line)
            })
        })
        .collect();
    drop_turns(input, &mut lines);
    drop_lonely(input, &mut lines);
    drop_rare_feasts(&mut lines);
    let under_month = under_month(&lines, heads);
    drop_bare_without_series(&mut lines, &under_month);
    annals::add(input, notes, heads, &mut lines);
    bracketed::add(input, notes, heads, &mut lines);
    let dates = || lines.iter().flatten().flat_map(|line| &line.dates);
    if let Some(order) = date::order(input.words, dates().map(|date| date.meaning)) {
        for date in lines.iter_mut().flatten().flat_map(|line| &mut line.dates) {
            date.meaning = date.meaning.ordered(order);
        }
    }
    lines
}

/// A remark in brackets that goes on over some blocks, as the words of a stamp do:
/// “[Stamped: RECEIVED”, “30 OCT 1947”, “EX-60]”
#[derive(Default)]
struct Remark {
    /// How many more blocks may belong to it.
    left: usize,
}

impl Remark {
    /// Whether a block stands in one, and is not its first.
    fn takes(&mut self, text: &str) -> bool {
        const MOST: usize = 6;
        const LONGEST: usize = 300;
        let within = self.left > 0;
        if within && !text.contains('[') && text.len() <= LONGEST {
            self.left = if text.ends_with(']') { 0 } else { self.left - 1 };
            return true;
        }
        let label = text.starts_with('[') && text.len() <= LONGEST && !text.contains(']');
        let label = label && text.lines().next().is_some_and(|line| line.contains(": "));
        self.left = if label { MOST } else { 0 };
        false
    }
}

/// “[September 1768. Plymouth to Madeira.]” stands at the top of pages.
fn is_running_month(text: &str, line: &DateLine) -> bool {
    let no_day = |date: &Expression| match date.meaning {
        Meaning::Date(written) => written.day.is_none() && written.weekday.is_none(),
        _ => false,
    };
    text.starts_with('[') && text.ends_with(']') && line.dates.iter().all(no_day)
}

/// A word such as “Christmas” begins an entry only among others that have days.
fn drop_rare_feasts(lines: &mut [Option<DateLine>]) {
    let feast = |line: &DateLine| {
        let bare = |date: &Expression| matches!(date.meaning, Meaning::Feast(_, Year::Missing));
        !line.own_line && line.dates.iter().all(bare)
    };
    let feasts = lines.iter().flatten().filter(|line| feast(line)).count();
    if feasts > 0 && lines.iter().flatten().count() < 2 * feasts {
        for line in lines.iter_mut().filter(|line| line.as_ref().is_some_and(feast)) {
            *line = None;
        }
    }
}

/// A mark of emphasis: “_March 2._”, “+Den 5. September.+”
fn is_emphasis(mark: char) -> bool {
    matches!(mark, '_' | '=' | '*' | '+' | '~')
}

/// The most characters of a date line, and of what stands before or after the
/// date in it.
const LONGEST: u32 = 100;

/// The date line at the beginning of a block.
pub(super) fn date_line(input: &Input<'_>, index: usize) -> Option<DateLine> {
    let block = input.blocks.get(index)?;
    let line = block.line_spans(input.text, input.lines).next()?;
    let own_line = line == block.words() && line.len() <= LONGEST;
    let words = input.words.within(line);
    if is_remark(line.of(input.text)) {
        return None;
    }
    let (first, places) = places_before(input, words.clone())?;
    let (dates, next) = dates_at(input, first)?;
    let last = dates.last()?.span;
    if dates.iter().any(|date| !is_day(date.meaning)) {
        return None;
    }
    if next > words.end || last.end > line.end {
        return None;
    }
    let rest = Span::new(last.end, line.end);
    if counts_something(rest.of(input.text)) {
        return None;
    }
    let bare = dates.iter().all(|date| is_bare(date.meaning));
    let telling = !bare || is_telling(input, first, &dates);
    // The points of what is quoted are no days: “"5. Their fifth article”.
    if bare && !telling && line.of(input.text).starts_with(['"', '“', '„', '«']) {
        return None;
    }
    let numbers = numbers(input, first, &dates);
    let (ending, unended) = match end_of_line(input, rest, own_line) {
        Some(ending) => (ending, false),
        // In a series of days nothing need follow.
        None if bare || numbers.is_some() => ((last.end, Vec::new()), true),
        None if rest.is_empty() && stands_above(input, index) => ((last.end, Vec::new()), false),
        None => return None,
    };
    let (end, after) = ending;
    // “_March 2, 1653._”
    let emphasis = Span::new(end, line.end).of(input.text);
    let emphasized = matches!(emphasis, "_" | "+" | "*" | "**");
    let end = if emphasized { line.end } else { end };
    let own_line = own_line && end == line.end;
    let bare = bare
        || match numbers {
            Some(Numbers::Fraction) => true,
            Some(Numbers::Short) => unended,
            _ => false,
        };
    let mut places = places;
    places.extend(after);
    let start =
        places.first().map_or(dates[0].span.start, |place| place.start.min(dates[0].span.start));
    let heading = input.convention.heading_mark(line.of(input.text));
    let marks = heading.map_or_else(
        || u32::from(line.of(input.text).starts_with(is_emphasis)),
        |mark| offset(mark.length),
    );
    (start <= line.start + 4 + marks).then(|| DateLine {
        span: Span::new(line.start, end),
        dates,
        places,
        own_line,
        bare,
        dashed: is_dashed(rest.of(input.text)),
        telling,
    })
}

/// Where a date line ends of which `rest` follows the date, and the places between
/// the date and that end.
fn end_of_line(input: &Input<'_>, rest: Span, own_line: bool) -> Option<(u32, Vec<Span>)> {
    let whole = || Some((rest.end, whole_rest(input, rest).filter(|_| own_line)?));
    let tail = rest.of(input.text);
    if tail.starts_with('\t') || tail.starts_with("  ") {
        // What follows stands in the next column.
        return Some((rest.start, Vec::new()));
    }
    // “June 1, 1868, 4.30 p.m.”, “_Jan. 25. Moscow._”
    let line = &input.text[..rest.start as usize];
    let line = &line[line.rfind('\n').map_or(0, |at| at + 1)..];
    let slanted = own_line && line.starts_with('_') && tail.ends_with('_');
    let first = if tail.starts_with(',') || slanted { whole() } else { None };
    first.or_else(|| ending(input, rest)).or_else(whole)
}

/// How a date in numbers stands by itself, where nothing shows that it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// It could be a fraction: `5/3`.
    Fraction,
    /// It could count a section: `3.4.12`.
    Short,
    /// It could be nothing else: `5/3/44`, `12.iii.53`, `3.4.1912`.
    Whole,
}

fn numbers(input: &Input<'_>, first: usize, dates: &[Expression]) -> Option<Numbers> {
    let separator = input.words.after(first);
    let year = dates.iter().any(|date| date.meaning.has_year());
    let long = dates.iter().any(|date| date.span.len() >= 8);
    let roman = input.words.shape(first + 1) != Some(Shape::Number);
    match separator.chars().next()? {
        // “4/15 January 1734” is of two styles.
        '/' if !year || !input.words.after(first + 1).starts_with('/') => Some(Numbers::Fraction),
        '/' => Some(Numbers::Whole),
        '.' | '-' if year && input.words.shape(first) == Some(Shape::Number) => {
            Some(if long || roman { Numbers::Whole } else { Numbers::Short })
        }
        _ => None,
    }
}

/// Whether what follows a date begins with a dash, perhaps after a stop.
fn is_dashed(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['.', ',', ':', ' ', '_']);
    rest.starts_with(['—', '–', '―']) || rest.starts_with("--")
}

/// Whether a line with a number says what happened that day: “Filed May 9,
/// 1862”, and not when it was written.
pub(super) fn is_remark(line: &str) -> bool {
    const REMARKS: &[&str] = &[
        "Answered", "Approved", "Arrived", "Baptized", "Born", "Buried", "Copied", "Died",
        "Endorsed", "Entered", "Erhalten", "Filed", "Geboren", "Gestorben", "Married", "Mort",
        "Né", "Née", "Paid", "Posted", "Printed", "Published", "Read", "Received", "Recorded",
        "Reçu", "Signed",
    ];
    let line = line.trim_start_matches(['[', '(', '_']);
    let word = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    REMARKS.contains(&word) && line.bytes().any(|byte| byte.is_ascii_digit())
}

/// The dates that begin with word `first`, and those joined to it: “31st March
/// and 1st April, 1867”.
fn dates_at(input: &Input<'_>, first: usize) -> Option<(Vec<Expression>, usize)> {
    let (mut dates, mut next) = date::at(input.words, first)?;
    let gap = input.words.before(next).trim();
    let joint = matches!(input.words.raw(next), "and" | "et" | "und");
    let days = |at: usize| {
        let list = gap == "," && dates.iter().all(|date| date.meaning.has_weekday());
        list && date::at(input.words, at)
            .is_some_and(|(more, _)| more.iter().all(|date| date.meaning.has_weekday()))
    };
    // “Good Friday, April 2nd”
    let feast = gap == ","
        && matches!(dates[..], [Expression { meaning: Meaning::Feast(_, Year::Missing), .. }]);
    if feast
        && let Some((more, end)) = date::at(input.words, next).filter(|(more, _)| is_whole(more))
    {
        dates.extend(more);
        return Some((dates, end));
    }
    if matches!(gap, "&" | "") && (joint || gap == "&") || gap == "," && (joint || days(next)) {
        let at = next + usize::from(joint);
        let second = date::at(input.words, at).filter(|(more, _)| {
            more.iter().all(|date| matches!(date.meaning, Meaning::Date(_)))
                && (input.words.shape(at) == Some(Shape::Number) && input.words.raw(at).len() > 2
                    || more.iter().all(|date| date.meaning.has_weekday()))
        });
        if let Some((more, end)) = second {
            dates.extend(more);
            next = end;
        }
    }
    Some((dates, next))
}

/// Whether some dates are one day with its month.
fn is_whole(dates: &[Expression]) -> bool {
    let day =
        |meaning| matches!(meaning, Meaning::Date(Written { month: Some(_), day: Some(_), .. }));
    matches!(dates, [only] if day(only.meaning))
}

/// Whether it can be the date of an entry: years and centuries cannot.
fn is_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date(written) | Meaning::Duration(written, _) => {
            written.month.is_some() || written.day.is_some() || written.weekday.is_some()
        }
        Meaning::Between(..) | Meaning::Years(..) | Meaning::Tens(_) | Meaning::Reign(_) => false,
        _ => true,
    }
}

fn weekday_and_day(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Date(Written { weekday: Some(_), day: Some(_), .. }))
}

fn is_bare(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date(written) => written.is_bare(),
        Meaning::Duration(first, last) => first.is_bare() && last.is_bare(),
        Meaning::Feast(_, year) => year == Year::Missing,
        Meaning::Relative(_) => true,
        _ => false,
    }
}

fn is_telling(input: &Input<'_>, first: usize, dates: &[Expression]) -> bool {
    let weekday_and_day = dates.iter().any(|date| match date.meaning {
        Meaning::Date(first) | Meaning::Duration(first, _) => {
            first.weekday.is_some() && first.day.is_some()
        }
        _ => false,
    });
    let ordinal = input.words.raw(first).len() > 1
        && input.words.shape(first) == Some(Shape::Number)
        && input.words.raw(first).ends_with(|c: char| c.is_ascii_alphabetic());
    let weekday = dates
        .iter()
        .any(|date| matches!(date.meaning, Meaning::Date(Written { weekday: Some(_), .. })));
    // “Thursday.—Rain.”
    let rest = input.words.after(first);
    let line = rest.trim_start_matches(['.', ',', ':', ' ', '_']);
    let own_line = line.starts_with('\n') || is_dashed(rest);
    // “Le 9.”
    let article = first.checked_sub(1).is_some_and(|before| {
        is_article(input.words.raw(before))
            && input.words.shape(first) == Some(Shape::Number)
            && input.words.after(first).starts_with(['.', ',', ':', '—'])
    });
    let feast = matches!(dates[0].meaning, Meaning::Feast(..));
    weekday_and_day || ordinal || article || feast || weekday && own_line
}

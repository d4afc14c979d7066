//! What the words beside a date say of when it is.

use crate::date::{
    self, Anchor, CalendarDate, DateValue, Direction, Expression, Meaning, Relative, Written, Year,
};
use crate::token::Words;

/// What can be last itself.
const LASTING: &[&str] = &[
    "autumn", "century", "evening", "month", "night", "season", "spring", "summer", "week",
    "winter", "year",
];

/// Where a day without its year lies as the word behind it says: “3rd December last”.
pub(super) fn said_behind(words: Words<'_>, found: Expression) -> Option<Direction> {
    let Meaning::Date(Written { year: Year::Missing, month: Some(_), day: Some(_), .. }) =
        found.meaning
    else {
        return None;
    };
    let after = &words.text[found.span.end as usize..];
    let word = after.strip_prefix([' ', '\n'])?;
    // “on May 8 last year”
    let ends = |rest: &str| {
        let next = rest.trim_start();
        !rest.starts_with(char::is_alphanumeric)
            && (next.len() == rest.len()
                || next.starts_with(char::is_lowercase)
                    && !LASTING.iter().any(|time| next.starts_with(time)))
    };
    if word.strip_prefix("last").is_some_and(ends) {
        Some(Direction::Last)
    } else if word.strip_prefix("next").is_some_and(ends) {
        Some(Direction::Next)
    } else {
        None
    }
}

/// Whether a day is one of every year: “on the 31st of December in each year”.
pub(super) fn is_yearly(words: Words<'_>, found: Expression) -> bool {
    const YEARLY: &[&str] = &[
        " annually", " every year", " in any year", " in each year", " in every year",
        " of any year", " of each year", " of every year", " yearly",
    ];
    let Meaning::Date(Written { year: Year::Missing, month: Some(_), .. }) = found.meaning else {
        return false;
    };
    let after = &words.text[found.span.end as usize..];
    YEARLY.iter().any(|words| after.starts_with(words))
}

/// What is known of the letter `below` a heading that tells when it was received, which
/// was after that.
pub(super) fn letter_below(
    words: Words<'_>,
    found: Expression,
    (start, below): &(u32, Anchor),
) -> Option<Anchor> {
    const NEAR: u32 = 400;
    let near = start - found.span.start.min(*start) <= NEAR;
    let dated = near && below.date.is_some_and(|date| date.weekday().is_some());
    let told = dated && !found.meaning.has_year() && is_reception(words, found);
    told.then_some(Anchor { toward: Some(Direction::Next), letter: true, ..*below })
}

/// Whether the heading of a letter tells when it was received: “--(_Received September_ 20.)”
fn is_reception(words: Words<'_>, found: Expression) -> bool {
    const WORDS: &[&str] = &["Received", "Received by post", "Reçu", "Reçue", "Eingegangen"];
    let before = words.text[..found.span.start as usize].trim_end_matches(['_', ' ', '\n', '*']);
    WORDS.iter().any(|word| {
        let above = before.strip_suffix(word).map(|above| above.trim_end_matches(['_', '*']));
        above.is_some_and(|above| above.ends_with(['(', '[']))
    })
}

/// Whether a weekday is said to follow on what was told: “the following Wednesday”.
pub(super) fn is_following(words: Words<'_>, found: Expression) -> bool {
    let Meaning::Relative(Relative::Weekday(_, None)) = found.meaning else { return false };
    let before = words.text[..found.span.start as usize].trim_end();
    let after = &words.text[found.span.end as usize..];
    before.ends_with("following") || before.ends_with("ensuing") || after.starts_with(" following")
}

/// The date that an editor supplies in brackets right below a line that ends with a
/// weekday: “Wentworth Place, Saturday.”, “[April 17, 1819?]”.
pub(super) fn supplied_below(words: Words<'_>, found: Expression) -> Option<CalendarDate> {
    let Meaning::Relative(Relative::Weekday(..)) = found.meaning else { return None };
    let mut at = words.at(found.span.end);
    if date::is_part_of_day(words.raw(at)) && words.before(at) == " " {
        at += 1;
    }
    let between = words.before(at);
    let bracket = between.contains('\n')
        && between.ends_with('[')
        && between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '—' | '[' | '_'));
    let (dates, _) = date::at(words, at).filter(|_| bracket)?;
    let Meaning::Date(Written { day: Some(_), year: Year::Full(_), .. }) = dates[0].meaning else {
        return None;
    };
    match dates[0].meaning.resolve(Anchor::default())?.value {
        DateValue::When(date) => Some(date),
        _ => None,
    }
}

/// Whether a date is the second of a row: the time that a chapter tells of may stand
/// above it in two columns, and it goes on from the first of them.
pub(super) fn is_second_of_row(words: Words<'_>, found: Expression) -> bool {
    const COLUMN: usize = 4;
    let before = &words.text[..found.span.start as usize];
    let first = before.trim_end_matches(' ');
    let year = first.trim_end_matches('.');
    let digits = year.bytes().rev().take_while(u8::is_ascii_digit).count();
    before.len() - first.len() >= COLUMN && digits == COLUMN
}

/// Whether a date with its year begins its sentence, as one that leads the text to another
/// time does: “On 29 October 1801 …”, “The year 1820 …”.
pub(super) fn leads(words: Words<'_>, at: u32) -> bool {
    const WORDS: usize = 4;
    const LONGEST: usize = 30;
    let before = &words.text[..at as usize];
    let near = before.char_indices().rev().take(LONGEST).last().map_or(0, |(start, _)| start);
    let before = &before[near..];
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | ']' | '”' | '"');
    let sentence = before.rfind(ends).max(before.rfind("\n\n"));
    let first = sentence.map_or(before, |start| &before[start..]);
    (near == 0 || sentence.is_some()) && first.split_whitespace().count() <= WORDS
}

/// Whether a parenthesis that opens before a date has not closed there.
pub(super) fn is_enclosed(words: Words<'_>, at: u32) -> bool {
    const FAR: usize = 100;
    let before = words.text[..at as usize].chars().rev().take(FAR);
    before.into_iter().find(|c| matches!(c, '(' | ')')) == Some('(')
}

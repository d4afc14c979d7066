//! Pairs of text and TEI.

use super::{Anchor, CalendarDate, DateValue, Reading, at, find};
use crate::token::{Words, tokenize};

/// The text with every date in brackets, and its value, resolved from the
/// entry of 11 January 1937.
fn marked(text: &str) -> String {
    let date = CalendarDate::new(Some(1937), Some(1), Some(11));
    let anchor = Anchor { date, ..Anchor::default() };
    marked_from(text, anchor)
}

fn marked_from(text: &str, anchor: Anchor) -> String {
    let tokens = tokenize(text);
    let mut shown = String::new();
    let mut rest = 0;
    for date in find(Words { text, tokens: &tokens }) {
        let value = date.meaning.resolve(anchor);
        if value.is_none() && date.meaning.needs_context() {
            continue;
        }
        shown += &text[rest..date.span.start as usize];
        shown += &format!(
            "[{}|{}]",
            date.span.of(text),
            value.map_or("?".to_owned(), |reading| show(reading.value) + &custom(reading))
        );
        rest = date.span.end as usize;
    }
    shown + &text[rest..]
}

fn custom(reading: Reading) -> String {
    reading.edtf.map_or_else(String::new, |edtf| format!(" {edtf}"))
}

fn show(value: DateValue) -> String {
    match value {
        DateValue::When(date) => date.to_string(),
        DateValue::Duration { from, to } => format!("{from}/{to}"),
        DateValue::Within { not_before, not_after } => format!("{not_before}<{not_after}"),
        DateValue::NotBefore(date) => format!("{date}<"),
        DateValue::NotAfter(date) => format!("<{date}"),
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(marked(text), expected);
}

#[test]
fn day_month_and_year() {
    check("January 11, 1937, morning", "[January 11, 1937|1937-01-11], morning");
    check("on 29 September 2018", "on [29 September 2018|2018-09-29]");
    check("the 27th of December, 1831.", "the [27th of December, 1831|1831-12-27].");
    check("Farley Hill Jany 1st 1819.", "Farley Hill [Jany 1st 1819|1819-01-01].");
    check("Feby. 28th, 1823", "[Feby. 28th, 1823|1823-02-28]");
    check("January 11, 1937, Monday. Rain", "[January 11, 1937, Monday|1937-01-11]. Rain");
    check("Jan. 11th Monday   Went", "[Jan. 11th Monday|1937-01-11]   Went");
    check("1654. May 7. John", "[1654. May 7|1654-05-07]. John");
    check("taken 1861, April 12th at", "taken [1861, April 12th|1861-04-12] at");
    check("in 1654. May 7, 1655", "in [1654|1654]. [May 7, 1655|1655-05-07]");
    check("Monday, January 11, 1937", "[Monday, January 11, 1937|1937-01-11]");
    check("Monday morning, January 11, 1937", "[Monday morning, January 11, 1937|1937-01-11]");
    check(
        "le 1er mai 1936, le 3 août 1936",
        "le [1er mai 1936|1936-05-01], le [3 août 1936|1936-08-03]",
    );
    check("am 11. Januar 1937", "am [11. Januar 1937|1937-01-11]");
    check("the second of June, 1936", "the [second of June, 1936|1936-06-02]");
    check("1936-07-18 and 18.7.1936", "[1936-07-18|1936-07-18] and [18.7.1936|1936-07-18]");
}

#[test]
fn months_and_years() {
    check("No.\u{A0}7, September 1949, pp.", "No.\u{A0}7, [September 1949|1949-09], pp.");
    check("No. 7 September 1949", "No. 7 [September 1949|1949-09]");
    check("in May, 1937", "in [May, 1937|1937-05]");
    check("Culture in 1935 which", "Culture in [1935|1935] which");
    check("(1936) of 1936", "([1936|1936]) of [1936|1936]");
    check("until ’34, at", "until [’34|1934], at");
    check("30 Oct /36", "[30 Oct /36|1936-10-30]");
}

#[test]
fn lists_and_ranges() {
    check("May 8 and 18, 1936, Paris", "[May 8|1936-05-08] and [18, 1936|1936-05-18], Paris");
    check("8 and 18 May 1936", "[8|1936-05-08] and [18 May 1936|1936-05-18]");
    check("May 8–18, 1936", "[May 8–18, 1936|1936-05-08/1936-05-18]");
    check("(1936/1937)", "([1936/1937|1936/1937])");
    check("in 1936–37 and of 1914-8", "in [1936–37|1936/1937] and of [1914-8|1914/1918]");
    check("between 1934 and 1938;", "[between 1934 and 1938|1934<1938];");
    check("from May 8 to June 3, 1936", "[from May 8 to June 3, 1936|1936-05-08/1936-06-03]");
    check("February 8th, O.S., 1735.", "[February 8th, O.S., 1735|1735-02-08].");
    check("5 May n. St. 1735", "[5 May n. St. 1735|1735-05-05]");
    check("Feb. 3rd, 1659–60", "[Feb. 3rd, 1659–60|1660-02-03]");
    check("(1751 - 1825)", "([1751 - 1825|1751/1825])");
}

#[test]
fn parts_of_months_and_years() {
    check("End of November, 1936, Paris", "[End of November, 1936|1936-11-21<1936-11-30], Paris");
    check("early in 1936", "[early in 1936|1936-01<1936-04]");
    check("the middle of May 1936", "the [middle of May 1936|1936-05-11<1936-05-20]");
    check("at the end of the street", "at the end of the street");
}

#[test]
fn from_the_date_of_writing() {
    check("just two days ago of", "just [two days ago|1937-01-09] of");
    check("September 6, the day after", "[September 6|1936-09-06], the day after");
    check("on January 9th", "on [January 9th|1937-01-09]");
    check(
        "of the 10th inst. and the 28th ult.",
        "of the [10th inst.|1937-01-10] and the [28th ult.|1936-12-28]",
    );
    check(
        "from 12 Dec. on. On 3 Dec. He",
        "from [12 Dec.|1936-12-12] on. On [3 Dec|1936-12-03]. He",
    );
    // Yesterday and tomorrow name no day, no more than today does.
    check("nous avons hier soir pris", "nous avons hier soir pris");
    check("I saw him yesterday, and to-morrow", "I saw him yesterday, and to-morrow");
    check("the day before yesterday", "the [day before yesterday|1937-01-09]");
    let nowhere = Anchor::default();
    assert_eq!(marked_from("March 6th.—Fine", nowhere), "[March 6th|--03-06].—Fine");
    assert_eq!(marked_from("two days ago", nowhere), "two days ago");
    assert_eq!(marked_from("until ’34", nowhere), "until [’34|?]");
}

#[test]
fn what_the_calendar_lacks() {
    check("31 February 1936", "[31 February 1936|?]");
    check("November 31st", "[November 31st|?]");
}

#[test]
fn what_is_no_date() {
    for text in [
        "pp. 214–218, [1] and 1,700,000 men",
        "6 may be enough, march 3 miles, may 12",
        "in 1200 feet of water",
        "He said: May I? Miss March came",
        "a second opinion, one week",
        "No. 1936, p. 1936",
        "the first of many",
        "3 or 4 friends, 8 and 9",
        "at 5.30, 12:45 and 4 o’clock",
        "Sunday was dull",
    ] {
        check(text, text);
    }
}

#[test]
fn bare_dates_where_an_entry_begins() {
    let bare = |text: &str| {
        let tokens = tokenize(text);
        at(Words { text, tokens: &tokens }, 0).map(|(found, next)| {
            let shown: Vec<_> = found.iter().map(|date| date.span.of(text).to_owned()).collect();
            (shown.join("+"), next)
        })
    };
    assert_eq!(bare("24th. In the morning"), Some(("24th".to_owned(), 1)));
    assert_eq!(bare("Saturday 2\n"), Some(("Saturday 2".to_owned(), 2)));
    assert_eq!(bare("5/3 Vorm."), Some(("5/3".to_owned(), 2)));
    assert_eq!(bare("Sunday. A walk"), Some(("Sunday".to_owned(), 1)));
    assert_eq!(bare("May 8. A walk"), Some(("May 8".to_owned(), 2)));
    assert_eq!(bare("The"), None);
}

#[test]
fn entries_run_forward() {
    let after = |before: (i16, i8, i8), text: &str| {
        let tokens = tokenize(text);
        let (dates, _) = at(Words { text, tokens: &tokens }, 0).unwrap();
        let date = CalendarDate::new(Some(before.0), Some(before.1), Some(before.2));
        let reading = dates[0].meaning.resolve_forward(Anchor { date, ..Anchor::default() })?;
        Some(show(reading.value))
    };
    assert_eq!(after((1866, 5, 4), "5th.").as_deref(), Some("1866-05-05"));
    assert_eq!(after((1866, 5, 31), "1st.").as_deref(), Some("1866-06-01"));
    assert_eq!(after((1866, 12, 30), "2nd.").as_deref(), Some("1867-01-02"));
    assert_eq!(after((1866, 12, 30), "January 2nd.").as_deref(), Some("1867-01-02"));
    assert_eq!(after((1867, 1, 2), "28th December.").as_deref(), Some("1866-12-28"));
    assert_eq!(after((1866, 6, 5), "May 28th").as_deref(), Some("1866-05-28"));
    assert_eq!(after((1866, 6, 5), "3/7 Vm.").as_deref(), Some("1866-07-03"));
    assert_eq!(after((1866, 6, 5), "June 7, 1890").as_deref(), Some("1890-06-07"));
    assert_eq!(after((1866, 6, 5), "31st"), None);
}

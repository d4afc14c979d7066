//! Expressions of one or more dates.

use super::super::calendar::CalendarDate;
use super::super::lexicon::{may_begin, year_number};
use super::super::meaning::{Doubt, Meaning, Reckoning, Relative, Written, Year};
use super::super::republican;
use super::super::term::Term;
use super::{Expression, Parsed, Parser, Read};
use crate::source::{Span, offset};
use crate::token::Shape;

/// What says before a date that it is about then.
const ABOUT: &[&str] =
    &["About", "Ca", "Circa", "about", "around", "c", "ca", "circa", "gegen", "um", "vers"];

impl Parser<'_> {
    /// The expression that begins with word `index`.
    pub(super) fn expression(self, index: usize) -> Option<Parsed> {
        let shape = self.words.shape(index)?;
        if shape == Shape::Number {
            return self.number(index);
        }
        let word = self.words.raw(index);
        let term = if may_begin(word, shape == Shape::Lower) { self.term(index) } else { None };
        match term {
            Some(term) => self.led(index, term),
            None => self.compound(index, shape),
        }
    }

    /// The expression that begins with word `index`, which is a term.
    fn led(self, index: usize, term: Term) -> Option<Parsed> {
        match term {
            Term::Month(_) | Term::DoubtfulMonth(_) => self
                .latin_day(index)
                .or_else(|| self.words_month_year(index))
                .or_else(|| self.two_months(index))
                .or_else(|| self.months_of_year(index))
                .or_else(|| self.both_styles(index))
                .or_else(|| self.month_and_days(index))
                .or_else(|| self.date_or_range(index))
                .or_else(|| self.month_alone(index)),
            Term::Abroad(_) => self.latin_day(index).or_else(|| self.month_abroad(index)),
            Term::Weekday(weekday) => self
                .weekday_of_writing(index)
                .or_else(|| self.date_or_range(index))
                .or_else(|| self.french_feast(index))
                .or_else(|| self.weekday_counted(index))
                .or_else(|| self.weekday_alone(index, weekday)),
            Term::DoubtfulWeekday(_) => self.date_or_range(index),
            Term::Ordinal(_) => self
                .counted_twice(index)
                .or_else(|| self.date_or_range(index))
                .or_else(|| self.friends(index))
                .or_else(|| self.year_of_reign(index))
                .or_else(|| self.weekday_counted(index))
                .or_else(|| self.feast(index, false)),
            Term::Part(part) => self.part(index, part, false),
            Term::PartOf(part) => self.part(index, part, true),
            Term::MidMonth(month) => Some(self.middle(index, month)),
            Term::Ago | Term::Back | Term::Il | Term::Days(_) => self.counted(index),
            Term::Unit(_) => self.this_day(index),
            Term::Between => self.between(index),
            Term::From => self.from(index),
            Term::Toward(direction) => {
                self.last_of_month(index).or_else(|| self.toward(index, direction))
            }
            Term::InSeason(season) => self.season(index, season),
            Term::Tens(tens) => self.tens(index, tens),
            Term::Century => self.century(index),
            // The days after the twelfth month are told with their number.
            Term::Republican(month) if month <= 12 => self.date_or_range(index),
            Term::Feast => self.feast(index, false),
            Term::RomanDay => self.roman_date(index),
            Term::Cardinal(_) => self.year_told(index),
            Term::YearLeader if self.words.raw(index) == "since" => self.counted_since(index),
            Term::YearLeader => self.bounded(index),
            _ => None,
        }
    }

    /// An expression that begins with a word which is in no list: `Fête-Dieu`,
    /// `May–June 1862`, `MDCCXLV`.
    fn compound(self, index: usize, shape: Shape) -> Option<Parsed> {
        let hyphened = || self.words.raw(index).bytes().any(|byte| byte == b'-');
        match shape {
            Shape::Capital if hyphened() => {
                self.hyphenated_feast(index).or_else(|| self.month_pair(index))
            }
            Shape::Capital => self.jour(index).or_else(|| self.bounded(index)),
            Shape::Upper => self.roman_year(index),
            Shape::Lower => match self.words.raw(index) {
                "since" => self.counted_since(index),
                word if word.ends_with("ties") && hyphened() => self.tens_in_one_word(index),
                word if self.is_number_of_year(index, word) => self.year_told(index),
                _ => self.bounded(index),
            },
            _ => None,
        }
    }

    /// `XXIIIe jour d’octobre`.
    fn jour(self, index: usize) -> Option<Parsed> {
        self.roman_jour(index).and_then(|_| self.date_or_range(index))
    }

    /// An expression that begins with a number.
    fn number(self, index: usize) -> Option<Parsed> {
        self.glued(index)
            .or_else(|| self.year_month_day(index))
            .or_else(|| self.hyphened(index))
            .or_else(|| self.both_styles(index))
            .or_else(|| self.days_of_month(index))
            .or_else(|| self.years_of_two(index))
            .or_else(|| self.friends(index))
            .or_else(|| self.years(index))
            .or_else(|| self.date_or_range(index))
            .or_else(|| self.decade(index))
            .or_else(|| self.statute(index))
            .or_else(|| self.year_of_reign(index))
            .or_else(|| self.anno_domini(index))
            .or_else(|| self.weekday_counted(index))
            .or_else(|| self.day_alone(index))
            .or_else(|| self.military(index))
            .or_else(|| self.year_above(index))
            .or_else(|| self.listed_year(index))
    }

    pub(super) fn date_or_range(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.date(index)?;
        match self.range_end(next, first) {
            Some((second, end)) => {
                let (first, second) = self.doubted_range(index, next, end, (first, second));
                let meaning = Meaning::Duration(first.completed_by(second), second);
                Some(self.one(index, end, meaning))
            }
            None => {
                let date = self.doubted(index, next, first);
                let date = Written { year: self.year_behind(next, date), ..date };
                Some(self.one(index, next, Meaning::Date(date)))
            }
        }
    }

    /// The year that is told behind a day with something else.
    fn year_behind(self, next: usize, date: Written) -> Year {
        match self.year_after_both(next, date) {
            Year::Missing if date.reckoning == Reckoning::Republic => self.year_in_both(next),
            Year::Missing => self.year_by_reign(next, date),
            year => year,
        }
    }

    /// The year of a day of the Republic behind which the same day stands in
    /// parentheses as others count it: “18 floréal (7 mai 1794)”.
    fn year_in_both(self, next: usize) -> Year {
        let other = if self.gap(next) == " (" { self.date(next) } else { None };
        let common = other.map(|other| other.0).filter(|date| {
            date.is_explicit() && date.day.is_some() && date.reckoning == Reckoning::Common
        });
        let date = common.and_then(|date| match date.year {
            Year::Full(year) => CalendarDate::new(Some(year), date.month, date.day),
            _ => None,
        });
        date.and_then(republican::year_of).map_or(Year::Missing, Year::Full)
    }

    /// The year of a day whose year is told with the next one only: “June 1 and
    /// July 13, 1817”.
    fn year_after_both(self, next: usize, date: Written) -> Year {
        let joined = matches!(self.term(next), Some(Term::And | Term::Or))
            && matches!(&*self.gap(next), " " | ", " | ". ");
        if date.year != Year::Missing || date.month.is_none() || !joined {
            return date.year;
        }
        // “du 1er mai et du 24 mai 1853”
        let again = matches!(self.words.raw(next + 1), "am" | "au" | "du" | "on" | "vom");
        match self.date(self.skip_the(next + 1 + usize::from(again))) {
            Some((Written { year, month: Some(month), day: Some(_), .. }, _))
                if date.month <= Some(month) =>
            {
                year
            }
            _ => Year::Missing,
        }
    }

    /// With what is said of how sure a date is: `circa 1830`, `(1830?)`.
    fn doubted(self, index: usize, next: usize, date: Written) -> Written {
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        // not the “c” of “&c.”
        let about = ABOUT.contains(&before)
            && self.words.before(index).trim_start_matches(['.', ' ']).is_empty()
            && !index.checked_sub(1).is_some_and(|at| self.words.before(at).ends_with('&'));
        let after = self.words.after(next - 1);
        let asked = self.words.before(index).trim_end();
        let within = || {
            (index + 1..next)
                .any(|at| self.words.before(at).trim_start_matches([' ', '(']).starts_with('?'))
        };
        let questioned = after.starts_with("?]")
            || after.starts_with(" (?)")
            || within()
            || after.starts_with("?)")
            || asked.ends_with("[?")
            || asked.ends_with("(?");
        let doubt = match (about, questioned) {
            (_, true) => Doubt::Questioned,
            (true, _) => Doubt::About,
            _ => Doubt::None,
        };
        Written { doubt, ..date }
    }

    /// The same for the two years of a range: `1600?–1671`, `c. 1593–1661`.
    fn doubted_range(
        self,
        index: usize,
        next: usize,
        end: usize,
        (first, second): (Written, Written),
    ) -> (Written, Written) {
        if first.month.is_some() || second.month.is_some() {
            return (first, second);
        }
        let asked = self.words.before(next).starts_with('?');
        let doubt = match self.doubted(index, next, first).doubt {
            _ if asked => Doubt::Questioned,
            Doubt::About => Doubt::About,
            _ => Doubt::None,
        };
        let after = self.words.after(end - 1);
        let last = if after.starts_with("?)") || after.starts_with("?]") {
            Doubt::Questioned
        } else {
            Doubt::None
        };
        (Written { doubt, ..first }, Written { doubt: last, ..second })
    }

    /// What follows a date and makes it a range: `–1937`, `/37`, `-7`, ` to May 9`.
    pub(super) fn range_end(self, next: usize, first: Written) -> Read {
        let gap = self.gap(next);
        let doubted = first.month.is_none() && matches!(&*gap, "?-" | "?–");
        let dash = (doubted || matches!(gap.trim(), "-" | "–" | "/")) && gap.len() <= 6;
        // Behind a comma only between two whole dates.
        let whole = &*gap == ", " && first.day.is_some() && first.is_explicit();
        let to =
            (matches!(&*gap, " " | "\n") || whole) && matches!(self.term(next), Some(Term::To));
        if let (Year::Full(start), None) = (first.year, first.month)
            && (dash || to)
        {
            let at = next + usize::from(to);
            let year = self.year_after(at, start, to).filter(|year| *year > start)?;
            return (!self.is_counted(at)).then(|| (Written::whole_year(Year::Full(year)), at + 1));
        }
        if !(to || dash) {
            return None;
        }
        let (second, end) = self.date_within(next + usize::from(to))?;
        // “May 6, 1915, to May 26, 1915”
        if whole && !second.is_explicit() {
            return None;
        }
        // “3 May/7 May 1862”
        if gap.trim() == "/" && !(second.day.is_some() && second.is_explicit()) {
            return None;
        }
        // “Fri. 6th to Sun. 8th”
        let weekdays = first.is_bare() && first.weekday.is_some() && second.weekday.is_some();
        let same_kind = second.day.is_some() == first.day.is_some()
            && (second.month.is_some() || weekdays && first.day < second.day)
            && second.reckoning == first.reckoning;
        (same_kind && !is_backward(first, second)).then_some((second, end))
    }

    /// The second year of a range: four digits, or the last one or two.
    fn year_after(self, index: usize, start: i16, whole: bool) -> Option<i16> {
        let word = self.words.raw(index);
        let century = match word.len() {
            1 if !whole => start / 10 * 10,
            2 if !whole => start / 100 * 100,
            _ => return year_number(word),
        };
        Some(century + word.parse::<i16>().ok()?)
    }

    /// `between 1934 and 1938`.
    fn between(self, index: usize) -> Option<Parsed> {
        let day = || {
            let (day, next) = self.day(self.skip_the(index + 1))?;
            matches!(self.term(next), Some(Term::And)).then_some((Written::day_only(day), next))
        };
        let month = || {
            let month = self.month(index + 1).filter(|_| self.gap(index + 1) == " ")?;
            let and = matches!(self.term(index + 2), Some(Term::And));
            and.then_some((Written::of_month(month, Year::Missing), index + 2))
        };
        // “between 3 and 7 May”, “between May and July 1862”
        let (first, next) = day().or_else(month).or_else(|| self.date_within(index + 1))?;
        let (second, end) = match self.term(next) {
            Some(Term::And) => self.date_within(next + 1)?,
            _ => return None,
        };
        let open = first.year == Year::Missing && second.month.is_none();
        if open || first.is_bare() && first.day >= second.day {
            return None;
        }
        Some(self.one(index, end, Meaning::Between(first.completed_by(second), second)))
    }

    /// `from 1934 to 1938`, `from May 8 to June 3`, `from the 9th to the 12th`.
    fn from(self, index: usize) -> Option<Parsed> {
        let (first, next) = self.date_within(index + 1).or_else(|| self.days_within(index + 1))?;
        let (second, end) = match self.term(next) {
            Some(Term::To) => self.date_within(next + 1).or_else(|| self.days_within(next + 1))?,
            _ => return None,
        };
        let meaning = Meaning::Duration(first.completed_by(second), second);
        // “from 2000 to 3000 feet”
        let fits = first.day.is_some() == second.day.is_some()
            && first.month <= Some(12)
            && !self.is_counted(end - 1);
        fits.then(|| self.one(index, end, meaning))
    }

    /// `the 9th`, only with its ending.
    fn days_within(self, index: usize) -> Read {
        let at = self.skip_the(index);
        if !self.is_ordinal(at) {
            return self.month(at).map(|month| (Written::of_month(month, Year::Missing), at + 1));
        }
        let (day, next) = self.day(at)?;
        Some((Written::day_only(day), next))
    }

    pub(super) fn one(self, index: usize, next: usize, meaning: Meaning) -> Parsed {
        Parsed { expressions: vec![self.spanning(index, next, meaning)], next }
    }

    /// The expression made of the words from `index` up to `next`.
    pub(super) fn spanning(self, index: usize, next: usize, meaning: Meaning) -> Expression {
        let mut span = self.words.tokens[index].span.join(self.words.tokens[next - 1].span);
        let apostrophe = matches!(
            meaning,
            Meaning::Date(Written { year: Year::Short(_), month: None, .. }) | Meaning::Tens(_)
        );
        let before = self.words.before(index);
        if let Some(mark) =
            before.chars().next_back().filter(|c| matches!(c, '’' | '\'' | '‘' | '/'))
            && apostrophe
        {
            span = Span::new(span.start - offset(mark.len_utf8()), span.end);
        }
        if let Meaning::Date(Written { year: Year::Cut { .. }, .. }) = meaning {
            let after = self.words.after(next - 1);
            let stroke = after.len() - after.trim_start_matches(['-', '—', '–', '*']).len();
            // The stroke of “17--I went” has two characters.
            let width = if after.starts_with("--") { 2 } else { stroke };
            span = Span::new(span.start, span.end + offset(width));
        }
        let stop = u32::from(self.is_abbreviated(next - 1, meaning));
        let span = Span::new(span.start, span.end + stop);
        Expression { span: self.with_emphasis(span), meaning }
    }

    /// Whether the stop after word `index`, the last of a date, is that of an
    /// abbreviation: “the 10th inst.”, “from 12 Dec. on”.
    fn is_abbreviated(self, index: usize, meaning: Meaning) -> bool {
        const WHOLE: &[&str] = &[
            "april", "août", "avril", "june", "juin", "juli", "july", "juni", "mai", "march",
            "mars", "may", "märz",
        ];
        let word = self.words.raw(index);
        let after = self.words.after(index);
        if let Meaning::Relative(Relative::DayOfMonth(..)) = meaning {
            let short = ["M", "Mts", "curr", "currt", "inst", "instt", "prox", "ult", "ulto"];
            let known = short.iter().any(|known| known.eq_ignore_ascii_case(word));
            return known && after.starts_with('.');
        }
        let month = matches!(self.term(index), Some(Term::Month(_) | Term::DoubtfulMonth(_)));
        let mut rest = after.strip_prefix('.').unwrap_or_default().chars();
        let goes_on = matches!(rest.next(), Some(' ' | '\n'))
            && rest.next().is_none()
            && self.words.shape(index + 1) == Some(Shape::Lower);
        month && goes_on && word.len() <= 5 && !WHOLE.contains(&word.to_lowercase().as_str())
    }

    /// A span that begins or ends within emphasis or brackets, with the mark of
    /// them: all of `_December_ 2`.
    fn with_emphasis(self, span: Span) -> Span {
        let text = self.words.text;
        let inside = span.of(text);
        // “[12] May [1863]”
        let brackets = inside.chars().filter(|c| matches!(c, '[' | ']'));
        if brackets.eq("][".chars()) {
            let opens = text[..span.start as usize].ends_with('[');
            let closes = text[span.end as usize..].starts_with(']');
            return Span::new(span.start - u32::from(opens), span.end + u32::from(closes));
        }
        // “14 février (1676)”
        let bare = inside.trim_end_matches(|c: char| c.is_ascii_digit());
        if inside.len() - bare.len() == 4 && bare.ends_with('(') {
            let closes = text[span.end as usize..].starts_with(')');
            return Span::new(span.start, span.end + u32::from(closes));
        }
        // “[16 November] 1821”
        if inside.contains(']') && !inside.contains('[') {
            let opens = text[..span.start as usize].ends_with('[');
            return Span::new(span.start - u32::from(opens), span.end);
        }
        // “29 December [1878]”, “May 22d, [1803.]”
        if inside.contains('[') && !inside.contains(']') {
            let after = &text[span.end as usize..];
            let close = after.trim_start_matches(['.', '?']);
            let width = offset(after.len() - close.len() + 1);
            return Span::new(
                span.start,
                span.end + if close.starts_with(']') { width } else { 0 },
            );
        }
        let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
        // “_Saturday Morning_, 12_th January_”
        if inside.contains('_') && before.ends_with('_') && after.starts_with('_') {
            return Span::new(span.start - 1, span.end + 1);
        }
        if !inside.contains('_') || inside.matches('_').count().is_multiple_of(2) {
            return span;
        }
        if before.ends_with('_') {
            Span::new(span.start - 1, span.end)
        } else if after.starts_with('_') {
            Span::new(span.start, span.end + 1)
        } else if after.starts_with("._") {
            // “20 _Nov._ with”
            Span::new(span.start, span.end + 2)
        } else {
            span
        }
    }
}

/// Whether the second date of what looks like a range is the earlier one.
fn is_backward(first: Written, second: Written) -> bool {
    let key = |date: Written| (date.month, date.day);
    match (first.year, second.year) {
        (Year::Full(one), Year::Full(other)) => (one, key(first)) > (other, key(second)),
        (Year::Full(_), _) => key(first) > key(second),
        _ => false,
    }
}

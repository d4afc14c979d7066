//! Years that begin the lines of a list, or stand above those of a register.

use super::super::lexicon::year_number;
use super::super::meaning::{Meaning, Written, Year};
use super::{Parsed, Parser};

/// How many lines further another entry of a list may begin.
const LINES: usize = 4;

/// How much of a text is looked at for another entry.
const REACH: usize = 600;

impl Parser<'_> {
    /// `1801 Born at Ashby`, `1829–30. Travels`, in lines of which others begin with
    /// years that come before and after.
    pub(super) fn listed_year(self, index: usize) -> Option<Parsed> {
        let year = year_number(self.words.raw(index)).filter(|_| self.begins_line(index))?;
        let (first, range_end) = (Written::whole_year(Year::Full(year)), index + 1);
        let follows = self.words.shape(index + 1).is_some()
            && !self.words.after(index).contains('\n')
            && self.words.after(index).len() <= 4;
        if !follows || self.is_counted(index) || !self.is_in_list(index, year) {
            return None;
        }
        if let Some((second, next)) = self.range_end(range_end, first) {
            return Some(self.one(index, next, Meaning::Duration(first, second)));
        }
        // “1819, Oct. Enters college.”
        let close = matches!(self.words.after(index), " " | ", ");
        let month = self.month(index + 1).filter(|_| {
            let after = self.words.after(index + 1);
            close && after.starts_with(['.', ',', ':', '–', '—'])
        });
        Some(match month {
            Some(_) if self.day(index + 2).is_some() => return None,
            Some(month) => {
                let date = Written::of_month(month, Year::Full(year));
                self.one(index, index + 2, Meaning::Date(date))
            }
            None => self.one(index, range_end, Meaning::Date(first)),
        })
    }

    /// A year alone in a line, right above one that begins with a day of it: `1654`,
    /// `Mar. 27. John son of William`.
    pub(super) fn year_above(self, index: usize) -> Option<Parsed> {
        let year = year_number(self.words.raw(index)).filter(|_| self.begins_line(index))?;
        let gap = self.words.after(index).trim_start_matches(['.', ' ']);
        let right_above = gap.starts_with('\n') && !gap[1..].contains('\n');
        let (_, next) = self.day_and_named_month(index + 1).filter(|_| right_above)?;
        let meaning = Meaning::Date(Written::whole_year(Year::Full(year)));
        let other = self.year_follows(next).0;
        (other == Year::Missing).then(|| self.one(index, index + 1, meaning))
    }

    pub(super) fn begins_line(self, index: usize) -> bool {
        let before = self.words.before(index).trim_end_matches(' ');
        before.ends_with('\n') || index == 0 && before.is_empty()
    }

    /// Whether the line that word `index` begins, which is `year`, is one of three that
    /// begin with years in their order. Numbers of articles rise by one.
    fn is_in_list(self, index: usize, year: i16) -> bool {
        let text = self.words.text;
        let Some(word) = self.words.get(index) else { return false };
        let (start, end) = (word.span.start as usize, word.span.end as usize);
        let floor = (start.saturating_sub(REACH)..=start).find(|at| text.is_char_boundary(*at));
        let ceiling = (end..=(end + REACH).min(text.len())).rev();
        let ceiling = ceiling.into_iter().find(|at| text.is_char_boundary(*at));
        let (Some(floor), Some(ceiling)) = (floor, ceiling) else { return false };
        let same_line = usize::from(floor < start && !text[..start].ends_with('\n'));
        let mut near = years_of(text[floor..start].lines().rev().skip(same_line));
        near.reverse();
        let at = near.len();
        near.push(year);
        near.extend(years_of(text[end..ceiling].lines().skip(1)));
        let counted = near.len() > 2 && near.windows(2).all(|pair| pair[1] - pair[0] == 1);
        // “1955–62: Lecturer”
        let spanned = self.words.after(index).starts_with(['-', '–', ':']);
        let pair = |from: usize| near.get(from..from + 2).is_some_and(<[i16]>::is_sorted);
        if spanned && (at.saturating_sub(1)..=at).any(pair) && !counted {
            return true;
        }
        let rising =
            |from: usize| near.get(from..from + 3).is_some_and(<[i16]>::is_sorted) && from <= at;
        !counted && (at.saturating_sub(2)..=at).any(rising)
    }
}

/// The first two years that some lines begin with, up to a gap of more lines than an entry has.
fn years_of<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<i16> {
    let mut years = Vec::new();
    let mut between = 0;
    for line in lines.map(str::trim_start) {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let number = year_number(&line[..digits]);
        match number
            .filter(|_| !line[digits..].starts_with(',') || line[digits..].starts_with(", "))
        {
            Some(year) => {
                years.push(year);
                between = 0;
            }
            None if between < LINES => between += 1,
            None => break,
        }
        if years.len() == 2 {
            break;
        }
    }
    years
}

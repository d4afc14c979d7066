//! Headings that are numbers, and those in books that have them.

use super::titles::tells;
use super::words::{has_lower, has_sentence_end, is_sentence};
use super::{Context, Numbered, is_long};
use crate::date::Meaning;
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::kind::{Heading, Kind};
use crate::structure::{Input, letters};

/// Among how many numbers before and after it a number finds its neighbour.
const NEAR: usize = 6;

/// Among how many blocks before it a number of several parts finds the one it
/// continues.
const FAR: usize = 400;

/// For each candidate, whether it is a number that is a day of the month above it:
/// the numbers under that heading rise, and are not only counted from one.
pub(super) fn days_under_months(candidates: &[Option<Heading>]) -> Vec<bool> {
    const LONGEST_MONTH: u32 = 31;
    let mut days = vec![false; candidates.len()];
    let mut section: Vec<(usize, u32)> = Vec::new();
    let mut in_month = false;
    let larger = |kind: Kind| kind <= Kind::Section || matches!(kind, Kind::Named(_));
    for index in 0..=candidates.len() {
        let heading = candidates.get(index).copied().flatten();
        let ends = index == candidates.len() || heading.is_some_and(|found| larger(found.kind));
        if ends {
            let rises = section.is_sorted_by(|one, next| one.1 < next.1);
            let listed = section.iter().zip(1..).all(|((_, day), number)| *day == number);
            for (at, _) in section.drain(..).filter(|_| rises && !listed) {
                days[at] = true;
            }
            in_month = heading.is_some_and(|found| found.kind == Kind::Month);
        } else if let Some(Heading { kind: Kind::Numeral, number: Some(number), .. }) = heading
            && in_month
            && number <= LONGEST_MONTH
        {
            section.push((index, number));
        }
    }
    days
}

/// The numbers that are days of a diary in which the other days have their month,
/// each on a line of its own: “27 octobre.”, “28.”, “1er novembre.”
pub(super) fn days_among_dates(input: &Input<'_>, candidates: &[Option<Heading>]) -> Vec<usize> {
    const SEVERAL: usize = 5;
    const LONGEST_MONTH: u32 = 31;
    let number = |index: usize| {
        let heading = candidates[index].filter(|found| found.kind == Kind::Numeral)?;
        let text = input.blocks[index].span.of(input.text);
        let arabic = text.starts_with(|c: char| c.is_ascii_digit());
        heading.number.filter(|number| arabic && !heading.titled && *number <= LONGEST_MONTH)
    };
    if !(0..candidates.len()).any(|index| number(index).is_some()) {
        return Vec::new();
    }
    // The days in order, with their blocks if they are only numbers.
    let mut days: Vec<(u32, Option<usize>)> = Vec::new();
    for index in (0..candidates.len()).filter(|index| input.blocks[*index].line_count() == 1) {
        match number(index) {
            Some(number) => days.push((number, Some(index))),
            None => days.extend(input.day_on_its_line(index).map(|day| (day, None))),
        }
    }
    let numbers: Vec<usize> = days.iter().filter_map(|(_, index)| *index).collect();
    let follows = |pair: &&[(u32, Option<usize>)]| {
        let (one, next) = (pair[0].0, pair[1].0);
        one <= next && next - one <= 10 || one > 20 && next <= 10
    };
    let doubtful = |pair: &&[(u32, Option<usize>)]| pair[0].1.is_some() || pair[1].1.is_some();
    let pairs = days.windows(2).filter(doubtful);
    let (all, fitting) = (pairs.clone().count(), pairs.filter(follows).count());
    // Chapters with numbers are dated anyhow.
    let told = days.len() >= numbers.len() + SEVERAL.max(numbers.len() / 2);
    if told && fitting * 10 >= all * 9 { numbers } else { Vec::new() }
}

impl Context<'_> {
    /// The headings with numbers, if there are several.
    pub(super) fn numbered(&self) -> Option<Numbered> {
        let is_numbered = |index: &usize| {
            self.candidates[*index].is_some_and(|heading| {
                let counts = heading.kind <= Kind::Chapter && heading.number.is_some();
                counts && self.is_counted(*index, heading)
                    || heading.kind == Kind::Numeral && self.is_in_sequence(*index, heading)
            })
        };
        let all: Vec<usize> = (0..self.candidates.len()).filter(is_numbered).collect();
        let mut spaces: Vec<u32> =
            all.iter().map(|index| self.input.blocks[*index].blank_before).collect();
        spaces.sort_unstable();
        let first = *all.first()?;
        let numeral = |index: &usize| {
            self.candidates[*index].is_some_and(|heading| heading.kind == Kind::Numeral)
        };
        (all.len() >= 3).then(|| Numbered {
            first,
            space: spaces[spaces.len() / 2],
            bare: all.iter().all(numeral),
        })
    }

    /// Whether a number has no words, or such as a title has: “3. Mr. Lathrop
    /// reported on the roof.” is one of several paragraphs with numbers.
    pub(super) fn could_be_title(&self, index: usize, heading: Heading) -> bool {
        let text = self.text(index);
        let label = text.lines().next().unwrap_or_default();
        let below = label.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_punctuation());
        let arabic = text.starts_with(|c: char| c.is_ascii_digit());
        let roman = !arabic && text.contains('\n') && !self.is_told(index);
        !heading.titled
            || roman
            || below
            || self.is_short_title(index) && !(arabic && is_sentence(text))
            || self.is_calendared(index)
    }

    /// Whether the words after a number are the first of a paragraph: “II. The second
    /// kind of laws are customs, which …”
    fn is_told(&self, index: usize) -> bool {
        let text = self.text(index);
        let first = text.lines().next().unwrap_or_default();
        let title = first.split_once(' ').map_or("", |(_, title)| title);
        title.contains(' ')
            && text.ends_with('.')
            && !title.ends_with('.')
            && title.chars().any(char::is_lowercase)
            && (is_sentence(text) || tells(title) || has_sentence_end(&text[first.len()..]))
    }

    /// Whether it says of a letter what the calendar of some papers does, and ends with its
    /// date: “4. Same to same. Arden, 20 May 1640.”
    fn is_calendared(&self, index: usize) -> bool {
        const LONGEST_DATE: usize = 40;
        let block = &self.input.blocks[index];
        let text = self.text(index).trim_end_matches(['.', ']', ')', '?', ' ']);
        let year = text.len().checked_sub(4).and_then(|at| text.get(at..));
        let told = year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
            && text.contains(['.', ',', ';'])
            && text.contains(char::is_lowercase);
        told && {
            let end = block.span.start + u32::try_from(text.len()).unwrap_or_default();
            let dates = letters::dates(self.input, Span::new(block.span.start, end));
            dates.last().is_some_and(|date| {
                let month = matches!(date.meaning, Meaning::Date(date) if date.month.is_some());
                month && date.span.end == end && date.span.len() as usize <= LONGEST_DATE
            })
        }
    }

    /// Whether no other number stands right before or after it, as in a table.
    pub(super) fn is_apart_from_numbers(&self, index: usize) -> bool {
        let is_number = |other: usize| {
            let heading = self.candidates.get(other).copied().flatten();
            heading.is_some_and(|heading| heading.kind == Kind::Numeral && !heading.titled)
        };
        // “II. LOVE.” above “I.” counts a larger part.
        let titled = self.candidates[index].is_some_and(|heading| heading.titled);
        let first = self.candidates.get(index + 1).copied().flatten();
        let part = titled && first.is_some_and(|first| first.number == Some(1));
        (part || !is_number(index + 1)) && !index.checked_sub(1).is_some_and(is_number)
    }

    /// Which of the sequences a number belongs to.
    pub(super) fn sequence(&self, index: usize, heading: Heading) -> usize {
        let arabic = self.text(index).starts_with(|c: char| c.is_ascii_digit());
        usize::from(arabic) * 2 + usize::from(heading.titled)
    }

    /// Whether a number continues a sequence, or begins one.
    pub(super) fn is_in_sequence(&self, index: usize, heading: Heading) -> bool {
        let Some(number) = heading.number else { return false };
        if !self.could_be_title(index, heading) || self.counts_stanzas(index, heading) {
            return false;
        }
        let sequence = &self.sequences[self.sequence(index, heading)];
        let at = sequence.partition_point(|(other, _)| *other < index);
        let has = |range: std::ops::Range<usize>, wanted| {
            sequence.get(range).is_some_and(|near| near.iter().any(|(_, other)| *other == wanted))
        };
        let after = at + 1..(at + 1 + NEAR).min(sequence.len());
        let before = at.saturating_sub(NEAR)..at;
        // Where a title in capitals stands below it, one or two may be missing.
        let skips = if self.is_titled_below(index) { 3 } else { 1 };
        let continues = (1..=skips).any(|step| {
            has(after.clone(), number + step) || number > step && has(before.clone(), number - step)
        });
        // A list has its next number right below, the one before right above.
        let is_number = |at: Option<usize>, wanted: u32| {
            let near = at.and_then(|at| self.candidates.get(at).copied().flatten());
            near.is_some_and(|near| near.kind == Kind::Numeral && near.number == Some(wanted))
        };
        let listed = heading.titled
            && (is_number(Some(index + 1), number + 1)
                || number > 1
                    && is_number(index.checked_sub(1), number - 1)
                    && self.previous(index).is_some_and(|above| !is_long(above)));
        // Each part counts from one: “DEUXIÈME PARTIE”, “I”.
        let first = number == 1
            && !heading.titled
            && sequence.len() > 1
            && (self.begins_part(index) || continues && self.is_below_title_apart(index));
        (continues || first || (index == 0 && !heading.titled))
            && !listed
            && self.is_apart_from_numbers(index)
            && (self.stands_apart(index)
                || first && (self.is_farther_below(index) || self.is_below_title_apart(index)))
    }

    /// Whether it counts the stanzas of a song within prose: all is set in from
    /// there to the next number, or from the one before to it.
    fn counts_stanzas(&self, index: usize, heading: Heading) -> bool {
        const LONGEST: usize = 8;
        const SET_IN: u32 = 2;
        let blocks = &self.input.blocks;
        if !self.is_prose || heading.titled || blocks[index].indent < SET_IN {
            return false;
        }
        let set_in = |between: std::ops::Range<usize>| {
            (1..=LONGEST).contains(&between.len())
                && blocks[between].iter().all(|block| {
                    matches!(block.kind, BlockKind::Ornament)
                        || block.is_text() && block.indent >= SET_IN
                })
        };
        let sequence = &self.sequences[self.sequence(index, heading)];
        let at = sequence.partition_point(|(other, _)| *other < index);
        let next = sequence.get(at + 1).filter(|(_, number)| Some(*number) > heading.number);
        let before = at.checked_sub(1).and_then(|at| sequence.get(at));
        let before = before.filter(|(_, number)| Some(*number) < heading.number);
        next.is_some_and(|(next, _)| set_in(index + 1..*next))
            || before.is_some_and(|(before, _)| set_in(*before + 1..index))
    }

    /// Whether the heading of a larger part stands right above it.
    fn begins_part(&self, index: usize) -> bool {
        let above = |back: usize| index.checked_sub(back).and_then(|at| self.candidates[at]);
        let part = |heading: Heading| heading.kind < Kind::Chapter && heading.number.is_some();
        let title = above(1).is_some_and(|heading| heading.kind >= Kind::Capitals);
        let short = || self.previous(index).is_some_and(|above| above.is_text() && !is_long(above));
        above(1).is_some_and(part) || (title || short()) && above(2).is_some_and(part)
    }

    /// Whether words of one line that could be a title stand right above it, apart from
    /// the text above: “THE FIRST DECADE”, “I”.
    fn is_below_title_apart(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|above| {
            self.input.blocks[above].line_count() == 1
                && self.candidates[above].is_some_and(|heading| heading.kind == Kind::Capitals)
                && self.stands_apart(above)
        })
    }

    /// Whether there is more space below it than a paragraph has.
    fn is_farther_below(&self, index: usize) -> bool {
        let below = self.input.blocks.get(index + 1);
        below.is_some_and(|below| below.blank_before >= self.gap)
    }

    /// Whether a Roman number stands alone above a title in capitals.
    fn is_titled_below(&self, index: usize) -> bool {
        let below = self.candidates.get(index + 1).copied().flatten();
        self.text(index).bytes().all(|byte| b"IVXLC".contains(&byte))
            && below.is_some_and(|below| below.kind == Kind::Capitals)
    }

    /// Whether `2.1` comes after `2` or `1.4`, and `2.2` after `2.1`.
    pub(super) fn is_in_order(&self, index: usize, heading: Heading) -> bool {
        let label = |at: usize| {
            let text = self.text(at);
            let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
            text[..end].trim_end_matches('.')
        };
        let (group, number) = (label(index).rsplit_once('.'), heading.number);
        let Some(((group, _), number)) = group.zip(number) else { return false };
        let is_before = |at: &usize| {
            let other = self.candidates[*at];
            let kind = other.map(|other| other.kind);
            if number == 1 {
                kind.is_some_and(|kind| {
                    matches!(kind, Kind::Numeral | Kind::Decimal(_) | Kind::Chapter)
                }) && (label(*at) == group || kind == Some(Kind::Chapter))
            } else {
                let before = other.and_then(|other| other.number) == Some(number - 1);
                kind == Some(heading.kind)
                    && before
                    && label(*at).rsplit_once('.').is_some_and(|(other, _)| other == group)
            }
        };
        let near = (index.saturating_sub(FAR)..index).rev();
        self.stands_apart(index)
            && self.is_short_title(index)
            && !self.is_numbered_sentence(index, heading)
            && near.clone().any(|at| is_before(&at))
    }

    /// “3.1 The works are insufficient.” right above “3.2 They should be rebuilt.” has
    /// nothing below it that it could head.
    fn is_numbered_sentence(&self, index: usize, heading: Heading) -> bool {
        const FEWEST: usize = 5;
        let text = self.text(index);
        let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
        let sibling = |at: Option<usize>, number: Option<u32>| {
            let found = at.and_then(|at| self.candidates.get(at).copied().flatten());
            found.is_some_and(|found| found.kind == heading.kind && found.number == number)
        };
        let (before, after) = (index.checked_sub(1), heading.number.map(|number| number + 1));
        text.ends_with('.')
            && small.count() >= FEWEST
            && (sibling(Some(index + 1), after)
                || sibling(before, heading.number.and_then(|number| number.checked_sub(1))))
    }

    pub(super) fn is_short_title(&self, index: usize) -> bool {
        let text = self.text(index);
        // A document of an archive may have a long one: “Memorandum From …”
        let summary = text.contains(" -- ") || text.contains(".—") || text.contains(" — ");
        // What stands farther from the text above than any paragraph may tell more.
        let apart = self.input.blocks[index].blank_before >= 3;
        let short = text.len() <= 100
            || apart
            || summary
            || !text.ends_with('.') && !has_sentence_end(text);
        // “3. War Memorial. Sir Edmund thanked.” is a paragraph, “3. THE MILL. Of its wheels.”
        // is none.
        let title = text.split_once(' ').map_or("", |(_, title)| title).trim_start();
        let loud = title.split(['.', '\n']).next().is_some_and(|title| !has_lower(title));
        let told = title.ends_with('.') && has_sentence_end(title) && !summary && !loud && !apart;
        short && !told && !text.ends_with([',', ';', ':'])
    }

    /// In a book of numbered chapters other headings stand before the first
    /// number, or have numbers right below them.
    pub(super) fn fits_numbers(&self, index: usize) -> bool {
        let Some(Numbered { first, .. }) = self.numbered else { return true };
        let below = |at: usize| self.candidates.get(at).copied().flatten();
        let begins = |at: usize| below(at).is_some_and(|heading| heading.number == Some(1));
        let subtitle = below(index + 1).is_some_and(|heading| heading.kind >= Kind::Capitals);
        let loud = below(index).is_some_and(|heading| heading.kind == Kind::Capitals);
        index < first
            || begins(index + 1)
            || subtitle && begins(index + 2)
            || loud && self.collection
            // Farther apart than the numbers: the next article of a magazine.
            || loud && self.is_apart(index)
    }

    /// Whether it stands farther apart than most of the headings with numbers.
    fn is_apart(&self, index: usize) -> bool {
        const APART: u32 = 3;
        let space = self.input.blocks[index].blank_before;
        self.numbered.is_some_and(|numbered| space >= APART.max(numbered.space + 1))
    }

    /// Whether it is a title that holds the numbers below it, for it stands farther apart
    /// than they do.
    pub(super) fn is_above_numbers(&self, index: usize) -> bool {
        let title = self.candidates[index]
            .is_some_and(|heading| matches!(heading.kind, Kind::Capitals | Kind::Words));
        title && self.numbered.is_some_and(|numbered| numbered.bare) && self.is_apart(index)
    }

    /// Whether a title in capitals below the first number stands above the
    /// number 1. Where several speak in turn, what stands in capitals says who.
    pub(super) fn is_collection(&self) -> bool {
        const SEVERAL: usize = 4;
        let Some(Numbered { first, .. }) = self.numbered else { return false };
        if self.speakers.len() >= SEVERAL {
            return false;
        }
        let at = |index: usize| self.candidates.get(index).copied().flatten();
        (first + 1..self.candidates.len()).any(|index| {
            at(index).is_some_and(|heading| heading.kind == Kind::Capitals)
                && at(index + 1).is_some_and(|heading| {
                    heading.kind == Kind::Numeral
                        && heading.number == Some(1)
                        && !heading.titled
                        && self.is_in_sequence(index + 1, heading)
                })
        })
    }
}

//! The days of entries, which run forward, and of the notes to them.

use super::{Outliner, Preface};
use crate::date::{
    self, Anchor, CalendarDate, Expression, Meaning, Reading, WeekdayCheck, Written,
};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::structure::entries::DateLine;
use crate::structure::kind::{Head, Kind, Named};
use crate::structure::notes::Region;
use crate::structure::time;

impl Outliner<'_> {
    /// The day on which a preface was written says nothing of the text below it,
    /// which begins with `head` at `start`.
    pub(super) fn leave_preface(&mut self, head: Head, start: u32) {
        if let Some(preface) = self.preface.take_if(|preface| head.rank <= preface.rank) {
            self.anchor = preface.before;
            self.outline.anchors.push((start, preface.before));
        }
        let aside = matches!(
            head.heading.kind,
            Kind::Named(Named::Preface | Named::Dedication | Named::Editorial)
        );
        if aside && self.preface.is_none() {
            self.preface = Some(Preface { rank: head.rank, before: self.anchor, dated: 0 });
        }
    }

    /// What has many dated lines is no preface any more, whatever the rank of the
    /// heading that the entries stand under.
    pub(super) fn count_below_preface(&mut self) {
        const FEW: usize = 3;
        if let Some(preface) = &mut self.preface {
            preface.dated += 1;
            if preface.dated > FEW {
                self.preface = None;
            }
        }
    }

    /// Whether a day without its year stands soon below a heading that ends at block
    /// `end`, and begins an entry.
    pub(super) fn begins_entries(&self, end: usize) -> bool {
        const SOON: usize = 4;
        let near = end..(end + SOON).min(self.body_end);
        let below = near.take_while(|index| self.heads[*index].is_none());
        let mut lines = below.filter_map(|index| self.lines[index].as_ref());
        let year = |line: &DateLine| line.dates.iter().any(|date| date.meaning.has_year());
        lines.next().is_some_and(|line| !year(line))
    }

    /// Entries under one heading run forward.
    pub(super) fn check_order(&mut self, line: &DateLine, day: Option<CalendarDate>) {
        let Some(day) = day.filter(|day| day.weekday().is_some()) else { return };
        if let Some(latest) = self.latest.filter(|latest| day.is_before(*latest)) {
            let message = format!("this entry of {day} stands below that of {latest}");
            self.outline.diagnostics.push(
                Diagnostic::new(Severity::Info, Code::EntryOutOfOrder, message).at(line.span).help(
                    "check the year: a line without one has that of the heading or the entry above",
                ),
            );
        }
        self.latest = Some(day);
    }

    /// The value of the date of an entry, from which on it is that day.
    pub(super) fn read(&mut self, meaning: Meaning, start: u32) -> Option<Reading> {
        let Some(mut reading) = meaning.resolve_forward(self.anchor) else {
            self.impossible(meaning, start);
            return None;
        };
        // Under “1901” nothing is of the year before, however long nobody wrote.
        let before = |year: &i16| reading.value.start().year().is_some_and(|found| found < *year);
        if let Some(year) = self.year.filter(before)
            && self.latest.is_some()
            && reading.weekday != WeekdayCheck::Agrees
            && !meaning.has_year()
        {
            reading = meaning.resolve_forward(Anchor { year: Some(year), ..Anchor::default() })?;
        }
        // Nor of the next year above its heading, where an entry stands out of order.
        if let (Some(year), Some(next)) = (self.year, self.next_year)
            && reading.value.start().year() >= Some(next)
            && reading.weekday != WeekdayCheck::Agrees
            && !meaning.has_year()
        {
            reading = meaning.resolve_forward(Anchor { year: Some(year), ..Anchor::default() })?;
        }
        reading = self.turned(meaning, reading).unwrap_or(reading);
        reading = self.of_old_year(meaning, reading).unwrap_or(reading);
        self.anchor.republican = meaning.is_republican().unwrap_or(self.anchor.republican);
        self.set_anchor(Some(reading.value.end()), start);
        Some(reading)
    }

    /// The entry of a day that the calendar lacks is still of its month.
    fn impossible(&mut self, meaning: Meaning, start: u32) {
        let Meaning::Date(written) = meaning else { return };
        let month = Written { day: None, weekday: None, ..written };
        let of =
            Meaning::Date(month).resolve_forward(self.anchor).filter(|_| month.month.is_some());
        if let Some(reading) = of {
            self.set_anchor(Some(reading.value.start()), start);
        }
    }

    /// The same in the next year, under a heading of several years, where the
    /// months go back.
    fn turned(&self, meaning: Meaning, reading: Reading) -> Option<Reading> {
        let before = self.anchor.date.filter(|date| date.day().is_some())?;
        let found = reading.value.start();
        let next = before.year()? + 1;
        let back = found.is_before(before) && found.month() < before.month();
        let may = self.last_year.is_some_and(|last| next <= last) && !meaning.has_year();
        if !back || !may || reading.weekday == WeekdayCheck::Agrees {
            return None;
        }
        let later = meaning.resolve_forward(Anchor { year: Some(next), ..Anchor::default() })?;
        (later.weekday != WeekdayCheck::Contradicts || later.weekday == reading.weekday)
            .then_some(later)
    }

    /// The same in the next year, under the heading of a year that began at Lady Day:
    /// January follows on December in the register of 1654.
    fn of_old_year(&self, meaning: Meaning, reading: Reading) -> Option<Reading> {
        const LADY_DAY: (i8, i8) = (3, 25);
        const LAST: i16 = 1751;
        let year = self.year.filter(|year| *year <= LAST && !meaning.has_year())?;
        let day = |date: CalendarDate| Some((date.month()?, date.day()?));
        let found = reading.value.start();
        let before = self.latest.filter(|latest| latest.year() == Some(year))?;
        let turns =
            found.year() == Some(year) && day(found)? < LADY_DAY && day(before)? >= LADY_DAY;
        turns.then(|| {
            meaning.resolve_forward(Anchor { year: Some(year + 1), ..Anchor::default() })
        })?
    }

    /// Further days in the paragraph of an entry, each with what was read of it.
    /// Three or more that follow one another at once are one time.
    pub(super) fn later_days(&mut self, line: &DateLine, index: usize) {
        let Some(last) = line.dates.last() else { return };
        let Meaning::Date(Written { day: Some(day), .. }) = last.meaning else { return };
        let words = self.input.words.within(self.input.blocks[index].span);
        let start = self.input.words.at(last.span.end);
        let mut found = date::following(self.input.words, start, words.end, day);
        // “1st, … 2d, …” below a full date counts other things.
        if !line.bare && !found.first().is_some_and(|(_, close)| *close) {
            found.clear();
        }
        // The date line is the first of the days that may belong together.
        let mut run = Vec::new();
        if line.bare {
            run.extend(self.outline.dates.pop());
        }
        for (date, close) in found {
            if !close {
                self.push_days(&run);
                run.clear();
            }
            let reading = self.read(date.meaning, date.span.start);
            run.push((date, reading));
        }
        self.push_days(&run);
    }

    fn push_days(&mut self, run: &[(Expression, Option<Reading>)]) {
        match time::joined(run).filter(|_| run.len() > 2) {
            Some(days) => self.outline.dates.push(days),
            None => self.outline.dates.extend(run),
        }
    }

    /// A note belongs to the month in which its marker stands; those without one
    /// that stand together at the end belong to none. What follows them goes on
    /// where the text was left.
    pub(super) fn leave(&mut self, region: &Region) {
        let start = self.input.blocks[region.blocks.start].span.start;
        if self.outline.anchors.last().is_some_and(|last| last.0 >= start) {
            return;
        }
        let apart = Anchor { apart: true, note: true, ..Anchor::default() };
        let here = if region.in_place { of_note(self.anchor) } else { apart };
        let known = self.outline.anchors.len();
        self.outline.anchors.push((start, here));
        for note in self.notes.within(&region.blocks) {
            let marker = note.marker.map(|marker| self.notes.markers[marker].span.start);
            let anchors = &mut self.outline.anchors;
            let of_marker = marker.filter(|marker| *marker < start).and_then(|marker| {
                let next = anchors[..known].partition_point(|(from, _)| *from <= marker);
                Some(of_note(anchors.get(next.checked_sub(1)?)?.1))
            });
            anchors.push((note.outer.start, of_marker.unwrap_or(here)));
        }
        if let Some(after) = self.input.blocks.get(region.blocks.end) {
            self.outline.anchors.push((after.span.start, self.anchor));
        }
    }
}

/// What is known of the time of a note to an entry: only the month.
fn of_note(entry: Anchor) -> Anchor {
    let year = entry.date.and_then(CalendarDate::year).or(entry.year);
    Anchor { date: entry.date.map(CalendarDate::month_only), year, note: true, ..Anchor::default() }
}

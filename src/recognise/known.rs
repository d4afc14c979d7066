//! What the scholar knows, applied to the names that were found.

use super::mention::{Link, Mention};
use super::names::{Kind, Name};
use crate::annotation::Certainty;
use crate::authority::{Authority, Entry, EntryKind, Hit, NameKind, NameRules};
use crate::date::{Anchor, CalendarDate};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lexicon;
use crate::source::{Span, collapsed};
use crate::token::{Shape, Words};
use std::ops::Range;

/// What a scholar knows of a text.
#[derive(Clone, Copy)]
pub(crate) struct Scholar<'a> {
    pub authority: &'a Authority,
    pub rules: &'a NameRules,
    /// From which offset on what is known of the time of writing, ascending.
    pub anchors: &'a [(u32, Anchor)],
}

/// A known form in the text, with what it says.
struct Found {
    words: Range<usize>,
    kind: NameKind,
    link: Link,
}

impl Scholar<'_> {
    /// The names with what is known of them: known forms are added, and what
    /// is no name is taken away. `dates` are not looked into.
    pub(super) fn apply(
        &self,
        words: Words<'_>,
        readable: &[Span],
        dates: &[Span],
        names: Vec<Name>,
    ) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = names.into_iter().map(Mention::new).collect();
        if self.authority.is_empty() && self.rules.is_empty() {
            return mentions;
        }
        mentions.retain(|mention| !self.forbids(words, &mention.name));
        let found = self.find(words, readable, dates);
        merge(words, mentions, found)
    }

    fn forbids(&self, words: Words<'_>, name: &Name) -> bool {
        let bare = name.words.start + name.titles..name.words.end;
        !self.rules.is_empty()
            && (self.rules.forbid(words, name.words.clone()) || self.rules.forbid(words, bare))
    }

    /// The known forms in the text, from left to right.
    fn find(&self, words: Words<'_>, readable: &[Span], dates: &[Span]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for span in readable {
            let range = words.within(*span);
            let mut at = range.start;
            while at < range.end {
                let hit = self.longest(words, at, range.end).filter(|found| {
                    !super::touches(dates, words.span_with_stop(&found.words))
                        && !only_begins_sentence(words, found)
                });
                at = hit.as_ref().map_or(at + 1, |found| found.words.end);
                found.extend(hit.filter(|found| found.kind != NameKind::Not));
            }
        }
        found
    }

    /// The longest known form that begins with word `at`; of two equal ones
    /// the list’s goes before the authority’s.
    fn longest(&self, words: Words<'_>, at: usize, limit: usize) -> Option<Found> {
        let listed =
            if self.rules.is_empty() { None } else { self.rules.longest(words, at, limit) };
        let entries = self.authority.forms();
        let of_entries = if entries.is_empty() { None } else { entries.longest(words, at, limit) };
        match (listed, of_entries) {
            (Some((listed, kind)), Some(hit)) if listed.words == hit.words => {
                let link = self.link(words, &hit, Some(kind));
                Some(Found { words: hit.words, kind, link })
            }
            (Some((listed, kind)), hit)
                if hit.as_ref().is_none_or(|hit| hit.words.end < listed.words.end) =>
            {
                Some(Found { words: listed.words, kind, link: Link::None })
            }
            (_, hit) => {
                let hit = hit?;
                let link = self.link(words, &hit, None);
                let kind = match &link {
                    Link::None => return None,
                    Link::One(entry) => self.authority.entry(*entry).kind,
                    Link::Several(entries) => self.authority.entry(entries[0]).kind,
                };
                Some(Found { words: hit.words, kind: kind.into(), link })
            }
        }
    }

    /// The entries that a form can be of where it stands.
    fn link(&self, words: Words<'_>, hit: &Hit, kind: Option<NameKind>) -> Link {
        let year = self.year(words.tokens[hit.words.start].span.start);
        let fits = |entry: &&u32| {
            let entry = self.authority.entry(**entry);
            kind.is_none_or(|kind| kind == entry.kind.into()) && entry.may_be_known_in(year)
        };
        self.alive(hit.owners.iter().filter(fits).copied().collect(), year)
    }

    /// Of several entries those that were there in the year, if any was.
    pub(super) fn alive(&self, entries: Vec<u32>, year: Option<i16>) -> Link {
        let there = |entry: &u32| self.authority.entry(*entry).was_there_in(year);
        let alive: Vec<u32> = entries.iter().copied().filter(there).collect();
        match (entries.as_slice(), alive.as_slice()) {
            ([], _) => Link::None,
            ([one], _) | (_, [one]) => Link::One(*one),
            (_, []) => Link::Several(entries),
            _ => Link::Several(alive),
        }
    }

    /// That a name, which stands first at `place`, could be of several entries.
    pub(super) fn doubt(
        &self,
        words: Words<'_>,
        entries: &[u32],
        place: Span,
        mentions: usize,
    ) -> Option<Diagnostic> {
        const SHOWN: usize = 3;
        if entries.len() < 2 {
            return None;
        }
        let entries: Vec<&Entry> =
            entries.iter().map(|entry| self.authority.entry(*entry)).collect();
        let shown = entries
            .iter()
            .take(SHOWN)
            .map(|entry| format!("{} (`{}`, line {})", entry.name, entry.id, entry.line));
        let mut list = shown.collect::<Vec<_>>().join(" or ");
        if entries.len() > SHOWN {
            list.push_str(&format!(" or {} more", entries.len() - SHOWN));
        }
        let form = collapsed(place.of(words.text));
        let times = if mentions > 1 { format!(", {mentions} times,") } else { String::new() };
        let message = format!("“{form}”{times} could be {list}");
        let sharing = entries.iter().filter(|entry| entry.all_forms().iter().any(|of| *of == form));
        let help = if sharing.count() > 1 {
            "several have this form: leave it to the one that is meant, or fill in `from` and `to`"
        } else {
            "add this form to the variants of the one that is meant, or fill in `from` and `to`"
        };
        Some(Diagnostic::new(Severity::Warning, Code::AmbiguousName, message).at(place).help(help))
    }

    /// The year of writing at an offset, if it is known.
    pub(super) fn year(&self, at: u32) -> Option<i16> {
        let next = self.anchors.partition_point(|(start, _)| *start <= at);
        let (_, anchor) = self.anchors.get(next.checked_sub(1)?)?;
        anchor.date.and_then(CalendarDate::year).or(anchor.year)
    }
}

impl From<EntryKind> for NameKind {
    fn from(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Person => Self::Person,
            EntryKind::Place => Self::Place,
        }
    }
}

/// Whether a form of one word could have its capital from the sentence.
fn only_begins_sentence(words: Words<'_>, found: &Found) -> bool {
    let at = found.words.start;
    let gap = words.before(at);
    found.words.len() == 1
        && words.shape(at) == Some(Shape::Capital)
        && found.kind != NameKind::Not
        && (at == 0 || gap.contains(['.', '!', '?', '“', '"', '…', ':']) || words.opens(at))
        && lexicon::look_up(words.raw(at)).common()
}

/// Both in one row; where they overlap the known form counts, unless it is a
/// part of a name that was found.
fn merge(words: Words<'_>, mentions: Vec<Mention>, found: Vec<Found>) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len() + found.len());
    let mut mentions = mentions.into_iter().peekable();
    for found in found {
        while let Some(before) =
            mentions.next_if(|mention| mention.name.words.end <= found.words.start)
        {
            merged.push(before);
        }
        let around = mentions.peek().filter(|mention| {
            let Name { words: name, kind, certainty, .. } = &mention.name;
            let guessed = *kind == Kind::Work && *certainty == Certainty::Low;
            name.start <= found.words.start && found.words.end <= name.end && !guessed
        });
        if let Some(around) = around {
            let name = &around.name;
            let bare = name.words.start + name.titles == found.words.start
                && name.words.end == found.words.end;
            // A mention that is longer is somebody else’s, or has a fuller form.
            if bare || name.words == found.words {
                let mut known = known_name(words, name.words.clone(), name.titles, &found);
                if known.kind == name.kind && !name.doubtful {
                    known.certainty = known.certainty.max(name.certainty);
                }
                merged.push(Mention { link: found.link, ..Mention::new(known) });
                mentions.next();
            }
            continue;
        }
        while mentions.next_if(|mention| mention.name.words.start < found.words.end).is_some() {}
        let titles = found.words.clone().take_while(|at| {
            at + 1 < found.words.end && lexicon::look_up(words.raw(*at)).title().is_some()
        });
        let name = known_name(words, found.words.clone(), titles.count(), &found);
        merged.push(Mention { link: found.link, ..Mention::new(name) });
    }
    merged.extend(mentions);
    merged
}

fn known_name(words: Words<'_>, range: Range<usize>, titles: usize, found: &Found) -> Name {
    let kind = match found.kind {
        NameKind::Place => Kind::Place,
        NameKind::Organisation => Kind::Organisation,
        NameKind::Work => Kind::Work,
        NameKind::Person | NameKind::Not => Kind::Person,
    };
    let certainty = match found.link {
        Link::Several(_) => Certainty::Medium,
        Link::None | Link::One(_) => Certainty::High,
    };
    let span = words.span_with_stop(&range);
    Name { span, words: range, titles, kind, certainty, doubtful: false }
}

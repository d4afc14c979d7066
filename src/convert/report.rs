//! What is said of a conversion.

use serde::Serialize;

use crate::convention;
use crate::entity::Entity;
use crate::profile::Profile;
use crate::reason::count;
use crate::structure::Counts;

/// What a conversion found.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The name of the convention.
    pub convention: &'static str,
    /// What the transcription shows of it, and the line that first does; empty
    /// if it was given or if none was found.
    pub evidence: Vec<(&'static str, u32)>,
    /// The encoding that the transcription was read in.
    pub encoding: &'static str,
    /// The name of the profile.
    pub profile: &'static str,
    /// Divisions, entries, notes and markers.
    #[serde(flatten)]
    pub counts: Counts,
    /// How many dates were marked.
    pub dates: usize,
    /// Mentions of persons, and how many persons.
    pub persons: Found,
    /// Mentions of places, and how many places.
    pub places: Found,
    /// Whether the edition is valid, if it was checked.
    pub valid: Option<bool>,
    /// Whether the edition gave the transcription back byte for byte.
    pub restored: bool,
}

/// How often how many things are mentioned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Mentions.
    pub mentions: usize,
    /// Different things.
    pub different: usize,
}

impl Found {
    pub(super) fn of(entities: &[Entity]) -> Self {
        Self {
            mentions: entities.iter().map(|entity| entity.mentions).sum(),
            different: entities.len(),
        }
    }
}

impl Report {
    /// The report for people, each line ended by `\n`.
    #[must_use]
    pub fn describe(&self, name: &str) -> String {
        let convention = convention::told(self.convention, &self.evidence);
        let Counts { divisions, entries, notes, markers, speeches } = self.counts;
        let Self { dates, persons, places, .. } = self;
        let foreign = Profile::named(self.profile).filter(|profile| !profile.has_embedded_schema());
        let valid = match (self.valid, foreign) {
            (Some(true), _) => "valid, ".to_owned(),
            (Some(false), _) => "not valid, ".to_owned(),
            (None, None) => String::new(),
            (None, Some(profile)) => format!(
                "not checked: the schema {} is not built in; rubricate validate --schema takes a copy of it\n  ",
                profile.schema()
            ),
        };
        let restored =
            if self.restored { "restored byte for byte" } else { "not restored, so not written" };
        let either =
            |number, one, many| format!("{number} {}", if number == 1 { one } else { many });
        let entries = either(entries, "entry", "entries");
        let speeches = match speeches {
            0 => String::new(),
            _ => either(speeches, "speech", "speeches") + ", ",
        };
        let mentions = |found: &Found, of| {
            format!("{} of {}", count(found.mentions, "mention"), count(found.different, of))
        };
        format!(
            "{name}: {convention}\n  {}, {entries}, {speeches}{}, {}, {}\n  {}, {}\n  {valid}{restored}\n",
            count(divisions, "division"),
            count(notes, "note"),
            count(markers, "marker"),
            count(*dates, "date"),
            mentions(persons, "person"),
            mentions(places, "place"),
        )
    }
}

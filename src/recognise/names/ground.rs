//! What makes a name one, and how often that was right.
//!
//! Each name rests on one ground, the firmest that it has. How many of a hundred
//! names of a ground are right was counted on editions whose editors marked
//! every name (`benches/calibration.py --grounds`): the figure is that of the
//! collections together without the one that makes it best, so that none
//! decides by itself, and never more than was counted. The certainty follows
//! from the figure alone.

mod person;
mod place;

use super::Kind;
use super::candidate::Candidate;
use super::context::Context;
use super::cues::Cues;
use super::vocabulary::Vocabulary;
use crate::annotation::Certainty;
use crate::token::{Shape, Words};

/// What makes a name one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    TitledOften,
    TitledKnown,
    Titled,
    TitledOther,
    TitledWord,
    TitledDoubtful,
    FullNameTold,
    FullNameKnown,
    FullName,
    SeveralTold,
    Several,
    SeveralOfJourney,
    Known,
    Speaker,
    ForenameTold,
    ForenameOften,
    Forename,
    PlaceNameTold,
    SurnameTold,
    Surname,
    UnknownOften,
    UnknownTold,
    Unknown,
    UnknownBare,
    WordTold,
    Word,
    Written,
    Family,
    PlaceKnown,
    PlaceListedTold,
    PlaceListedDoubtful,
    PlaceOften,
    PlaceHeaded,
    PlaceListed,
    PlaceTold,
    PlaceBare,
    Entitled,
    Scored(i32),
}

impl Ground {
    /// What a name of this kind rests on.
    pub(super) fn of(
        words: Words<'_>,
        vocabulary: &Vocabulary,
        candidate: &Candidate,
        context: &Context,
        kind: Kind,
        points: i32,
    ) -> Self {
        match kind {
            Kind::Person => person::ground(words, vocabulary, candidate, context, points),
            Kind::Place => place::ground(words, vocabulary, candidate, context),
            Kind::Work
                if (context.entitled || context.in_italics) && !is_called_a_writing(context) =>
            {
                Self::Entitled
            }
            Kind::Organisation | Kind::Work => Self::Scored(points),
        }
    }

    /// How many of a hundred such names were right, rounded; `benches/README.md`
    /// tells how they were counted.
    pub(super) const fn right(self) -> u8 {
        match self {
            Self::FullNameTold => 99,
            Self::TitledOften | Self::PlaceKnown => 98,
            // Read by eye in twenty plays and dialogues: of 16,459 about 60 were nobody, a
            // group or half a name.
            Self::Speaker => 99,
            Self::Known => 97,
            Self::UnknownOften => 95,
            Self::TitledKnown => 89,
            Self::PlaceListedTold | Self::PlaceNameTold => 90,
            Self::ForenameTold | Self::PlaceHeaded => 88,
            Self::Titled | Self::PlaceOften => 86,
            Self::FullNameKnown => 85,
            // Read by eye in thirty-eight books: of 152 titles 130 were right.
            Self::Entitled => 80,
            Self::TitledOther | Self::Surname => 67,
            Self::FullName | Self::PlaceListedDoubtful => 64,
            Self::Forename | Self::ForenameOften => 61,
            Self::SurnameTold | Self::TitledWord | Self::PlaceListed => 60,
            Self::UnknownTold | Self::TitledDoubtful => 51,
            Self::SeveralTold | Self::Several | Self::Unknown => 50,
            Self::WordTold | Self::Written | Self::PlaceTold => 50,
            Self::UnknownBare => 33,
            Self::PlaceBare => 25,
            Self::Family | Self::SeveralOfJourney => 20,
            Self::Word => 10,
            Self::Scored(points) => {
                const LIKELY: i32 = 9;
                if points >= LIKELY { 85 } else { 60 }
            }
        }
    }

    /// How sure such a name is; nothing if most were wrong.
    pub(super) const fn certainty(self) -> Option<Certainty> {
        match self.right() {
            97.. => Some(Certainty::High),
            85.. => Some(Certainty::Medium),
            50.. => Some(Certainty::Low),
            _ => None,
        }
    }

    /// The ground in words.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::TitledOften => "a title, before a name that the text often gives to a person",
            Self::TitledKnown => "a title, before a name that the text gives to a person elsewhere",
            Self::Titled => "a form of address, or a title before a surname",
            Self::TitledOther => "a title of rank before a name that no list has",
            Self::TitledWord => "a title before a common word",
            Self::TitledDoubtful => "a title, where a rank, a place or a writing may be named",
            Self::FullNameTold => {
                "a forename and a surname, more than once, which stand where persons do"
            }
            Self::FullNameKnown => {
                "a forename and a surname that the text gives to a person elsewhere, \
                 that stand where persons do, or that nothing before them speaks against"
            }
            Self::FullName => "a forename and another name",
            Self::SeveralTold => "several words, which stand where persons do",
            Self::Several => "several words, of which no list has a forename",
            Self::SeveralOfJourney => "several words among names of places",
            Self::Known => "a forename or surname, which stands where persons do, again and again",
            Self::Speaker => "a name that says who speaks, again and again",
            Self::ForenameTold => "a forename, which stands where persons do",
            Self::ForenameOften => "a forename, more than once",
            Self::Forename => "a forename",
            Self::PlaceNameTold => "a name of the lists of places, which stands where persons do",
            Self::SurnameTold => "a surname, which stands where persons do",
            Self::Surname => "a surname",
            Self::UnknownOften => {
                "a word that no list has, which stands where persons do, again and again"
            }
            Self::UnknownTold => "a word that no list has, which stands where persons do",
            Self::Unknown => "a word that no list has, and the words around it",
            Self::UnknownBare => "a word that no list has",
            Self::WordTold => {
                "a common word with a capital, which stands where persons do, again and again"
            }
            Self::Word => "a common word with a capital",
            Self::Written => "a name that may be that of a writing",
            Self::Family => "the name of several persons or things, after an article",
            Self::PlaceKnown => {
                "a place of the lists, which stands where places do, again and again"
            }
            Self::PlaceListedTold => "a place of the lists, which stands where places do",
            Self::PlaceListedDoubtful => {
                "a place of the lists, where a thing or a person may be called after it"
            }
            Self::PlaceOften => "a name that stands where places do, again and again",
            Self::PlaceHeaded => "a word for a kind of place, after a preposition of place",
            Self::PlaceListed => "a place of the lists, or a word for a kind of place",
            Self::PlaceTold => "a name that stands where places do",
            Self::PlaceBare => "a name that nothing but other names makes a place",
            Self::Entitled => "quotation marks, within which it stands alone",
            Self::Scored(_) => "the words around it and its own",
        }
    }
}

/// Whether what stands around it speaks of a writing: `read Grandison`, `Life
/// of Johnson`, `Gulliver’s Travels`.
fn is_of_a_writing(words: Words<'_>, candidate: &Candidate, context: &Context) -> bool {
    let head = candidate.words.end + 1;
    let titled = candidate.titles > 0;
    let possession = context.possessive
        && !titled
        && words.before(head) == " "
        && words.shape(head) == Some(Shape::Capital);
    is_called_a_writing(context) || context.quoted || possession
}

/// Whether the words before it say that it is a writing.
fn is_called_a_writing(context: &Context) -> bool {
    context.before.any(Cues::READ | Cues::WORK)
        || context.in_title
        || context.has_author()
        || context.owned
}

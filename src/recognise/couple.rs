//! Two persons with one name between them: `Mr. and Mrs. Newbery`, `Lord & Lady
//! Holland`.

use std::borrow::Cow;
use std::ops::Range;

use super::mention::{Couple, Mention};
use super::names::Kind;
use crate::source::collapsed;
use crate::token::{Shape, Words};

/// Titles of two, each before that of the other: of nobility, which may have an
/// article.
const NOBLE: &[(&str, &str)] = &[
    ("Baron", "Baroness"),
    ("Count", "Countess"),
    ("Duke", "Duchess"),
    ("Earl", "Countess"),
    ("Lord", "Lady"),
    ("Marquis", "Marchioness"),
    ("Marquess", "Marchioness"),
    ("Prince", "Princess"),
    ("Viscount", "Viscountess"),
];

/// What a man is called, before “and Mrs.”, and a lady before “and Miss”.
const FIRST: &[&str] = &[
    "Admiral", "Alderman", "Canon", "Capt", "Captain", "Captn", "Col", "Colonel", "Commander",
    "Commodore", "Doctor", "Dr", "Gen", "General", "Gov", "Governor", "Judge", "Lady", "Lieut",
    "Lieutenant", "Lt", "M", "Maj", "Major", "Monsieur", "Mr", "Mrs", "Prof", "Professor", "Rev",
    "Revd", "Senator", "Sergeant",
];

/// What stands before a title that is a name by itself, and before two of nobility.
const DETERMINERS: &[&str] = &["My", "Our", "The", "my", "our", "the"];

const SECOND: &[&str] = &["Madame", "Miss", "Misses", "Mme", "Mrs"];

/// Gives the names of two to both: the element reaches from the first title to the
/// name, and there is a mention of each, that of the first before the other’s.
pub(super) fn join(words: Words<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mut mention in mentions {
        // The first title belongs to no other name.
        let free = |first: &usize| joined.last().is_none_or(|last| last.name.words.end <= *first);
        if let Some(first) = of_two(words, &mention).filter(free) {
            mention.name.span = words.tokens[first].span.join(mention.name.span);
            mention.couple = Some(Couple::Second);
            let other = Mention::new(mention.name.clone());
            joined.push(Mention { couple: Some(Couple::First(first)), ..other });
        }
        joined.push(mention);
    }
    joined
}

/// The word that is the first title, if the name is of two.
fn of_two(words: Words<'_>, mention: &Mention) -> Option<usize> {
    let name = &mention.name;
    let start = name.words.start;
    if name.kind != Kind::Person || name.titles != 1 || name.doubtful {
        return None;
    }
    let (first, joint) = match words.before(start) {
        " & " | ". & " | ".& " | "& " => (start.checked_sub(1)?, start),
        " " | "\n" if matches!(words.raw(start.checked_sub(1)?), "and" | "et") => {
            (start.checked_sub(2)?, start - 1)
        }
        _ => return None,
    };
    let gap = words.before(joint);
    let (one, other) = (words.raw(first), words.raw(start));
    let noble = NOBLE.contains(&(one, other));
    let plain = FIRST.binary_search(&one).is_ok() && SECOND.contains(&other) && one != other;
    // “the Captain and Mrs. Smith” are two names, “Sir John and Lady Bell” too.
    let article = !noble && first > 0 && DETERMINERS.contains(&words.raw(first - 1));
    let alone = matches!(gap, " " | ". " | "\n" | ".\n") || joint == start;
    let follows_name = first > 0
        && words.before(first) == " "
        && words.shape(first - 1) == Some(Shape::Capital)
        && !DETERMINERS.contains(&words.raw(first - 1));
    ((noble || plain) && alone && !article && !follows_name).then_some(first)
}

/// A name as it is said of one of two, or as it stands.
pub(super) fn form<'t>(words: Words<'t>, mention: &Mention) -> Cow<'t, str> {
    let of = |range: Range<usize>| collapsed(words.span_with_stop(&range).of(words.text));
    let name = &mention.name;
    match mention.couple {
        None => collapsed(name.span.of(words.text)),
        Some(Couple::Second) => of(name.words.clone()),
        Some(Couple::First(title)) => {
            let stop = if words.after(title).starts_with('.') { "." } else { "" };
            let bare = of(name.words.start + name.titles..name.words.end);
            Cow::Owned(format!("{}{stop} {bare}", words.raw(title)))
        }
    }
}

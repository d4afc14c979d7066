//! Other names that a text gives somebody: `Victor Serge (Kibalchich)`, `Mary
//! Brown, née Smith`.

use super::mention::Mention;
use super::names::{Kind, Name};
use crate::annotation::Certainty;
use crate::lexicon;
use crate::token::{Shape, Words};

/// Words between a name and another name of the same person.
const SAYS_SO: &[&str] =
    &["alias", "dit", "dite", "geb", "geboren", "geborene", "genannt", "nee", "né", "née"];

/// Whether the name with words `other` is called another name of the name
/// that ends before word `end`.
pub(super) fn is_alias(words: Words<'_>, end: usize, other: &Name) -> bool {
    let start = other.words.start;
    let closes = words.after(other.words.end - 1).starts_with(')');
    let says_so = |at: usize| SAYS_SO.contains(&words.raw(at));
    match start.checked_sub(end) {
        Some(0) => words.before(start) == " (" && closes && other.words.len() == 1,
        Some(1) => says_so(end) && matches!(words.before(end), " " | ", " | " ("),
        _ => false,
    }
}

/// Adds the names in brackets that are no names by themselves.
pub(super) fn add(words: Words<'_>, mentions: &mut Vec<Mention>) {
    let mut found: Vec<Mention> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Name { kind, words: range, titles, .. } = &mention.name;
        let at = range.end;
        let taken = mentions.get(index + 1).is_some_and(|next| next.name.words.start <= at);
        let full = *kind == Kind::Person && range.len() - titles > 1;
        if !full || taken || words.shape(at) != Some(Shape::Capital) {
            continue;
        }
        let name = Name {
            span: words.tokens[at].span,
            words: at..at + 1,
            titles: 0,
            kind: Kind::Person,
            certainty: Certainty::Medium,
            doubtful: false,
        };
        if is_alias(words, at, &name) && is_no_word(words.raw(at)) {
            found.push(Mention::new(name));
        }
    }
    mentions.extend(found);
    mentions.sort_by_key(|mention| mention.name.words.start);
}

/// Whether a word is known for nothing but perhaps a name.
fn is_no_word(word: &str) -> bool {
    let known = lexicon::look_up(word);
    !(known.common()
        || known.place()
        || known.doubtful_place()
        || known.demonym()
        || known.not_person()
        || known.title().is_some())
}

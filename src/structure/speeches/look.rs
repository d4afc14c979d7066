//! What most names look like that take turns, and rare ones that look so, too.

use rustc_hash::FxHashMap;

use super::cast::Mark;
use super::label::Style;

/// What most names look like, and whether only the end of the line ends them.
pub(super) fn look_of(known: &[&Mark<'_>]) -> Option<(Style, bool)> {
    let mut counts: FxHashMap<(Style, bool), usize> = FxHashMap::default();
    for mark in known {
        *counts.entry((mark.label.style, mark.label.bare)).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(look, count)| (*count, *look));
    most.map(|(look, _)| look)
}

/// What the names of a part look like.
pub(super) struct Look {
    pub style: Style,
    bare: bool,
    /// Whether half of them look so.
    common: bool,
    /// Whether nearly all paragraphs begin so, and each is one speech.
    dense: bool,
    /// Whether lines that begin so are set in, and several stand in one paragraph.
    indented: bool,
}

/// Words that are no names, whatever they look like.
const NONE: &[&str] = &[
    "AIR", "ARGUMENT", "ARIA", "CURTAIN", "DUET", "ENTER", "EPILOGUE", "EXEUNT", "EXIT", "FIN",
    "FINIS", "LIED", "NOTE", "PROLOGUE", "RIDEAU", "SCENE", "SONG", "TRIO", "VORHANG",
];

/// What somebody says who goes on to speak.
const CRIES: &[&str] = &[
    "Ach", "Adieu", "Ah", "Amen", "Bien", "Bon", "Eh", "Gott", "Gut", "Himmel", "Hélas", "Ja",
    "Ma", "Mein", "Mon", "My", "Nein", "No", "Non", "O", "Oh", "Oui", "So", "Well", "Wie", "Wohl",
    "Yes",
];

impl Look {
    /// That of the names of a part with so many paragraphs, in which each is one speech
    /// unless the text is `solid`.
    pub(super) fn of(known: &[&Mark<'_>], texts: usize, solid: bool) -> Self {
        let (style, bare) = look_of(known).unwrap_or((Style::Stop, true));
        let alike = |mark: &&&Mark<'_>| (mark.label.style, mark.label.bare) == (style, bare);
        let count = known.iter().filter(alike).count();
        let dense = !solid && known.len() * 10 >= texts * 7;
        let indented = solid && known.iter().all(|mark| mark.indented);
        Self { style, bare, common: count * 2 >= known.len(), dense, indented }
    }

    /// Whether a name that stands there `count` times, and does not take turns, looks
    /// so.
    pub(super) fn is_that_of(&self, mark: &Mark<'_>, count: usize) -> bool {
        let label = &mark.label;
        let first = label.name.split(' ').next().unwrap_or_default();
        let told = match label.style {
            Style::Capitals | Style::Italic | Style::Dashes => true,
            Style::Colon | Style::Stop => {
                let dense = self.dense && !mark.inner || self.indented && mark.indented;
                label.direction.is_some() || count > 1 || dense && !CRIES.contains(&first)
            }
            Style::Line => count > 1,
        };
        self.common
            && (label.style, label.bare) == (self.style, self.bare)
            && told
            && !NONE.contains(&first.to_uppercase().as_str())
    }
}

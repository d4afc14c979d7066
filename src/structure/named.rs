//! Headings that say by a word what the division is: `PREFACE`, `Inhalt`.

use super::kind::{Heading, Kind, Named};

/// The longest line that may be a word such as “Footnotes”, with what stands
/// around it.
const LONGEST: usize = 48;

/// The heading that such a word is, perhaps with a title after a colon.
pub(super) fn named(line: &str) -> Option<Heading> {
    let (word, title) = match line.split_once([':', '—', '–']) {
        Some((word, title)) => (word, title.trim_matches(['-', '—', '–', ' '])),
        None => (line, ""),
    };
    if word.len() > LONGEST {
        return None;
    }
    let lower: String = word.to_lowercase().chars().map(without_length).collect();
    let name = lower.trim_matches(|c: char| !c.is_alphabetic());
    let name = name.strip_prefix("the ").unwrap_or(name);
    // “Footnote 12:” is the label of a note.
    let label = matches!(name, "footnote" | "fußnote" | "note" | "anmerkung");
    if label && lower.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let kind = kind_of(name).or_else(|| notes_with_remark(&lower))?;
    // “Notes: see below” and “Index: 3” are no headings.
    let takes_title =
        matches!(kind, Named::Preface | Named::Frame | Named::Appendix | Named::Editorial);
    let fits = title.is_empty() || takes_title && title.starts_with(char::is_uppercase);
    fits.then(|| Heading { titled: !title.is_empty(), ..Heading::of(Kind::Named(kind)) })
}

/// A vowel without the mark of its length, as in “DRĀMATIS PERSŌNAE”.
pub(super) const fn without_length(c: char) -> char {
    match c {
        'ā' => 'a',
        'ē' => 'e',
        'ī' => 'i',
        'ō' => 'o',
        'ū' => 'u',
        _ => c,
    }
}

#[rustfmt::skip]
const NAMES: &[(Named, &[&str])] = &[
    (Named::Notes, &[
        "footnotes", "footnote", "fußnote", "notes", "endnotes", "end notes", "note", "anmerkungen", "anmerkung",
        "fußnoten", "endnoten", "notes de bas de page", "notes and references",
        "references and notes", "explanatory notes", "editor’s notes", "editor's notes",
        "translator’s notes", "translator's notes", "author’s notes", "author's notes",
        "notes de l’auteur", "notes de l'auteur", "notes du traducteur",
    ]),
    (Named::Contents, &[
        "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "inhalts-verzeichnis",
        "inhaltsverzeichniß", "table des matières", "table", "sommaire", "list of contents",
        "list of chapters", "table des chapitres", "inhoud", "inhoudsopgave",
        "contents and illustrations",
    ]),
    (Named::Illustrations, &[
        "illustrations", "list of illustrations", "list of plates", "list of maps",
        "list of figures", "list of tables", "table des illustrations", "table des gravures",
        "verzeichnis der abbildungen", "abbildungsverzeichnis", "abbildungen", "maps",
        "maps and plans", "plates", "list of charts",
    ]),
    (Named::Cast, &[
        "dramatis personae", "dramatis personæ", "persons", "persons in the play",
        "the persons in the play", "the persons of the play", "persons of the play", "persons represented",
        "persons of the drama", "characters", "personnages", "personen",
        "personen der handlung", "personenverzeichnis", "acteurs", "acteur", "actors", "spieler",
        "handelnde personen", "die personen", "die handelnden personen", "the persons",
        "persons of the dialogue", "characters of the play",
        "characters in the play", "the characters", "the actors' names", "the actors’ names",
        "the names of the actors", "interlocuteurs", "noms des acteurs", "les personnages",
        "personae",
    ]),
    (Named::Preface, &[
        "preface", "foreword", "introduction", "introductory", "advertisement", "to the reader",
        "vorwort", "vorrede", "einleitung", "einführung", "préface", "avant-propos",
        "avertissement", "introductory note", "prefatory note", "author’s preface",
        "translator’s preface", "editor’s preface", "author's preface", "translator's preface",
        "editor's preface", "author’s note", "author's note", "editor’s note", "editor's note",
        "translator’s note", "translator's note", "preliminary", "publisher’s note",
        "publisher's note", "au lecteur", "an den leser", "geleitwort", "zum geleit",
        "vorbericht", "vorerinnerung", "statt der vorrede", "statt einer vorrede",
        "avis au lecteur", "avis de l’éditeur", "avis de l'éditeur", "avis de l’auteur",
        "avis de l'auteur", "épître dédicatoire", "extrait du privilège du roi",
        "privilège du roi", "voorrede", "voorwoord", "voorbericht", "inleiding",
    ]),
    (Named::Dedication, &["dedication", "widmung", "zueignung", "dédicace"]),
    (Named::Frame, &[
        "prologue", "epilogue", "conclusion", "conclusions", "prolog", "epilog", "épilogue",
        "afterword", "postscript", "postface", "nachwort", "schluß", "schluss", "schlußwort",
        "schlusswort", "finale", "interlude", "intermezzo", "prelude", "postlude", "vorspiel",
        "nachspiel", "zwischenspiel", "last chapter", "intermède",
    ]),
    (Named::Appendix, &[
        "appendices", "addenda", "errata", "corrigenda", "annexe", "annexes", "zusätze",
        "druckfehler", "verbesserungen", "verbesserungen und zusätze", "berichtigungen",
        "nachtrag", "nachträge", "supplement", "supplements",
    ]),
    (Named::Acknowledgements, &[
        "acknowledgments", "acknowledgements", "acknowledgment", "acknowledgement",
        "danksagung", "dank", "remerciements",
    ]),
    (Named::Bibliography, &[
        "bibliography", "works cited", "references", "select bibliography", "literature cited",
        "selected bibliography", "literatur", "literaturverzeichnis", "quellen",
        "quellenverzeichnis", "bibliographie", "bibliographia", "further reading", "sources",
    ]),
    (Named::Glossary, &[
        "glossary", "list of abbreviations", "abbreviations", "glossar", "glossaire",
        "abkürzungen", "abkürzungsverzeichnis", "abréviations", "vocabulary",
    ]),
    (Named::Editorial, &[
        "transcriber’s note", "transcriber’s notes", "transcriber's note", "transcriber's notes",
        "transcribers’ note", "transcribers' note", "note du transcripteur",
        "anmerkungen zur transkription", "note on the text", "a note on the text",
        "textual note", "editorial note", "zu dieser ausgabe",
    ]),
    (Named::Index, &[
        "index", "register", "general index", "index of names", "index of persons",
        "index of places", "subject index", "personenregister", "ortsregister", "sachregister",
        "namenregister", "namensregister",
    ]),
];

fn kind_of(name: &str) -> Option<Named> {
    let row = NAMES.iter().find(|(_, names)| names.contains(&name));
    let kind = row.map(|(kind, _)| *kind);
    kind.or_else(|| {
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        match first {
            "index" | "register" | "verzeichnis"
                if ["of ", "to ", "der ", "des ", "von ", "zu "]
                    .iter()
                    .any(|to| rest.starts_with(to))
                    && !is_record(rest) =>
            {
                Some(Named::Index)
            }
            // “Contents of Vol. III.”
            "contents" | "inhalt"
                if rest.split(|c: char| !c.is_alphabetic()).any(|word| {
                    matches!(word, "vol" | "volume" | "band" | "bandes" | "theil" | "teil")
                }) && rest.len() <= 24 =>
            {
                Some(Named::Contents)
            }
            // “Table sommaire des chapitres de ce volume”
            "table"
                if rest.split(' ').any(|word| {
                    matches!(word, "chapitres" | "matières" | "chapters" | "contents")
                }) =>
            {
                Some(Named::Contents)
            }
            "appendix" | "anhang" | "appendice" | "beilage" => Some(Named::Appendix),
            "preface" | "vorwort" | "vorrede" | "préface" | "vorbericht"
                if ["to ", "zur ", "zum ", "de ", "der ", "des "]
                    .iter()
                    .any(|to| rest.starts_with(to)) =>
            {
                Some(Named::Preface)
            }
            _ => None,
        }
    })
}

/// “Notes [from the edition of 1890]”
fn notes_with_remark(line: &str) -> Option<Named> {
    let (name, remark) = line.split_once(" [")?;
    (remark.ends_with(']') && kind_of(name) == Some(Named::Notes)).then_some(Named::Notes)
}

/// Whether a register is one of events, with its entries, and no index: “of Baptisms”.
fn is_record(of: &str) -> bool {
    const EVENTS: &[&str] = &[
        "accounts", "baptisms", "births", "burials", "christenings", "deaths", "deeds", "events",
        "letters", "marriages", "wills", "geburten", "taufen", "trauungen", "beerdigungen",
        "todesfälle", "weddings",
    ];
    let mut words = of.split(|c: char| !c.is_alphabetic());
    words.any(|word| EVENTS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{Named, named};
    use crate::structure::kind::Kind;

    #[test]
    fn names() {
        for (line, kind) in [
            ("FOOTNOTES:", Named::Notes),
            ("Appendix B. Letters", Named::Appendix),
            ("Table of Contents", Named::Contents),
            ("Introduction: A Brief History", Named::Preface),
            ("PREFACE TO THE SECOND EDITION.", Named::Preface),
            ("ÉPILOGUE", Named::Frame),
            ("Dramatis Personæ.", Named::Cast),
            ("Works Cited", Named::Bibliography),
            ("INDEX OF MUSICAL INSTRUMENTS", Named::Index),
            ("DRĀMATIS PERSŌNAE", Named::Cast),
            ("Notes [from the edition of 1890]", Named::Notes),
            ("TABLE SOMMAIRE DES CHAPITRES DE CE VOLUME.", Named::Contents),
        ] {
            assert_eq!(named(line).map(|heading| heading.kind), Some(Kind::Named(kind)), "{line}");
        }
        for line in [
            "Notes: see below", "Notes [1] and 2", "Contents of the box", "A preface",
            "Introduction: he",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }
}

//! What the lines around a letter are: an address, a date, a mark of the office.

use crate::date::{self, Meaning, Relative};
use crate::lexicon;
use crate::source::Span;
use crate::structure::Input;
use crate::token::Words;

/// The dates in some lines at the beginning of a letter.
pub(in crate::structure) fn dates(input: &Input<'_>, span: Span) -> Vec<date::Expression> {
    let tokens = &input.words.tokens[input.words.within(span)];
    date::find(Words { text: input.text, tokens })
}

/// Whether a line says when, and perhaps where, a letter was written, and tells
/// nothing: “le Pecq im Quartier, den 28. Januar 1871”.
pub(super) fn is_dateline(input: &Input<'_>, line: Span) -> bool {
    const MOST_WORDS: usize = 7;
    /// Among how many words a date is looked for that nothing else tells.
    const FIRST: usize = 3;
    let text = line.of(input.text);
    let mut all = dates(input, line);
    if all.is_empty() {
        let mut words = input.words.within(line).take(FIRST);
        let found = words.find_map(|word| date::at(input.words, word));
        all.extend(found.into_iter().flat_map(|(dates, _)| dates));
        all.retain(|date| line.contains(date.span));
    }
    let found: Vec<Span> =
        all.into_iter().filter(|date| says_day(date.meaning)).map(|date| date.span).collect();
    if found.is_empty() || tells(text) || is_title(text) {
        return false;
    }
    let dated: usize =
        found.iter().map(|date| date.of(input.text).split_whitespace().count()).sum();
    let outside =
        |word: &Span| !found.iter().any(|date| date.start <= word.start && word.end <= date.end);
    let words = input.words.within(line).map(|at| input.words.tokens[at].span);
    let told = words.filter(outside).filter(|word| is_small(word.of(input.text))).count();
    let count = text.split_whitespace().count();
    count <= dated + MOST_WORDS && told <= usize::from(count <= dated + 5)
}

/// Whether a word with small letters is none of those between the names and
/// numbers of a date line.
fn is_small(word: &str) -> bool {
    const BETWEEN: &[&str] = &[
        "of", "the", "on", "at", "in", "near", "upon", "and", "off", "de", "la", "le", "les", "du",
        "ce", "sur", "à", "au", "en", "am", "an", "der", "den", "d", "im", "bei", "auf", "dem",
        "in", "zu", "und", "th", "st", "nd", "rd", "inst", "ult", "o’clock", "a", "p", "m", "h",
        "morning", "evening", "night", "noon", "afternoon", "midnight", "past", "half", "matin",
        "soir", "abends", "morgens", "mittags", "nachts", "früh", "abend", "nachmittags",
    ];
    word.starts_with(char::is_lowercase) && !BETWEEN.contains(&word.to_lowercase().as_str())
}

/// Whether a date says the month or the weekday; a number alone is that of a
/// house.
fn says_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date(written) | Meaning::Duration(written, _) => {
            written.month.is_some() || written.weekday.is_some()
        }
        Meaning::Feast(..) | Meaning::Relative(Relative::Weekday(..)) => true,
        _ => false,
    }
}

/// Whether words tell something, as a sentence does.
pub(super) fn tells(text: &str) -> bool {
    const TELLING: &[&str] = &[
        "I", "he", "she", "it", "we", "they", "you", "was", "were", "is", "are", "had", "has",
        "have", "came", "went", "said", "told", "wrote", "ran", "arrived", "received", "be",
        "been", "ich", "er", "wir", "ihr", "ist", "war", "waren", "hatte", "hat", "habe", "kam",
        "schrieb", "sagte", "je", "il", "elle", "nous", "vous", "ils", "est", "était", "avait",
        "vint", "dit", "reçut", "me", "my", "him", "his", "her", "mir", "mich", "ihm", "ihn",
    ];
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    words.any(|word| TELLING.contains(&word)) || text.ends_with(':') && text.len() > 30
}

/// Whether a line is what a transcription is called: “Letter to his wife, May 3,
/// 1862”, “Brief von Jakob Ried an seine Eltern”.
pub(in crate::structure) fn is_title(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "letter", "letters", "brief", "briefe", "feldpostbrief", "postkarte", "feldpostkarte",
        "lettre", "lettres", "postcard", "telegram", "telegramm", "télégramme", "diary",
        "tagebuch", "journal", "chapter", "kapitel", "chapitre", "correspondence", "minutes",
        "meeting", "sitzung", "protokoll", "séance", "folder", "mappe", "transcript",
        "transcription",
    ];
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| TITLES.contains(&word.to_lowercase().as_str()))
}

/// Whether some words in brackets are all there is: what an archivist says.
pub(super) fn is_remark(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| {
        !inside.contains(['[', ']']) && inside.split_whitespace().any(|word| word.len() > 2)
            || inside.contains("] [")
    })
}

/// Whether a line is a mark of the office: how secret, which file, that it is
/// a copy.
pub(super) fn is_mark(text: &str) -> bool {
    const WHOLE: &[&str] = &[
        "confidential",
        "strictly confidential",
        "private and confidential",
        "private & confidential",
        "secret",
        "top secret",
        "most secret",
        "personal",
        "private",
        "urgent",
        "immediate",
        "restricted",
        "copy",
        "true copy",
        "carbon copy",
        "by air mail",
        "air mail",
        "airmail",
        "via air mail",
        "registered",
        "by hand",
        "without prejudice",
        "personal and confidential",
        "vertraulich",
        "streng vertraulich",
        "geheim",
        "persönlich",
        "abschrift",
        "durchschlag",
        "einschreiben",
        "eilt",
        "per einschreiben",
        "confidentiel",
        "personnel",
        "personnelle",
        "copie",
        "recommandé",
        "recommandée",
        "par avion",
    ];
    const STARTS: &[&str] = &[
        "ref.", "ref:", "ref ", "our ref", "your ref", "in reply", "please quote", "file no",
        "file:", "file ref", "reference:", "reference no", "no.", "copy no", "unser zeichen",
        "ihr zeichen", "betrifft ihr", "aktenzeichen", "az.", "az:", "tgb.", "b.nr.", "j.-nr.",
        "nr.", "n/réf", "v/réf", "nos réf", "vos réf", "réf.", "réf :", "n°", "dictated",
        "register no", "registry no", "case no", "serial no",
    ];
    let lower = text.trim_matches(['_', '*', '.', '!', ' ', '(', ')']).to_lowercase();
    // “No. 2.” is a heading.
    let counted = ["no.", "nr.", "n°"].iter().any(|start| lower.starts_with(start));
    let digits = lower.bytes().filter(u8::is_ascii_digit).count();
    let numbered = if counted {
        digits >= 4 || lower.contains('/')
    } else {
        digits > 0 || lower.contains(['/', ':'])
    };
    WHOLE.contains(&lower.as_str())
        || text.len() <= 60 && numbered && STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether a line says what a letter is about: “Re: Freeman Papers”.
pub(super) fn is_subject(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Re:", "RE:", "Re.:", "In re:", "Re ", "Subject:", "SUBJECT:", "SUBJ:", "Subj:", "Betr.",
        "Betr:", "Betreff", "Betrifft", "Objet :", "Objet:", "OBJET :", "Concerne :", "Concerne:",
    ];
    text.len() <= 160 && STARTS.iter().any(|start| text.starts_with(start))
}

/// Whether a line says for whose eyes a letter to a firm is.
fn is_attention(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "attention", "att.", "attn", "for the attention of", "zu händen", "z. hd.", "z.hd.",
        "z. h.", "à l’attention", "à l'attention", "c/o", "p.a.", "per adr",
    ];
    let lower = text.to_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether some lines are a postal address, with a street, a post office or a
/// telephone, or with the title of a person on the first.
pub(super) fn is_address(lines: &[&str]) -> bool {
    fits_address(lines)
        && !is_title(lines[0])
        && (lines.iter().any(|line| is_post(line))
            || lines.len() >= 2
                && (names_addressee(lines[0]) || lines.iter().any(|line| names_quarters(line))))
}

/// Whether some lines between a date and a salute are the address of who is
/// written to.
pub(super) fn is_inside_address(lines: &[&str]) -> bool {
    let several = lines.len() >= 2
        && lines
            .iter()
            .all(|line| line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    is_address(lines)
        || fits_address(lines) && (several || names_addressee(lines[0]) || is_attention(lines[0]))
}

/// Whether lines are as short as those of an address and tell nothing.
pub(super) fn fits_address(lines: &[&str]) -> bool {
    const MOST: usize = 9;
    const LONGEST: usize = 70;
    (1..=MOST).contains(&lines.len())
        && lines.iter().all(|line| {
            line.chars().count() <= LONGEST
                && !tells(line)
                && !line.ends_with(['?', '!', ';'])
                && !line.contains(['“', '”', '…'])
        })
}

/// Whether a line has the number of a house and its street, or a post office.
pub(super) fn is_post(line: &str) -> bool {
    is_street(line) || has_postal_district(line)
}

/// Whether a line stands above a place, and so is none: it has the number of a
/// house, a street, or a telephone.
pub(super) fn is_street(line: &str) -> bool {
    begins_with_house(line) || names_street(line) || names_wire(line)
}

/// “14 Gordon Square,”, “43, Boulevard Raspail”, “12a High Street”
fn begins_with_house(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=5).contains(&digits) {
        return false;
    }
    let rest = &line[digits..];
    let rest = rest
        .strip_prefix(|c: char| c.is_ascii_lowercase())
        .filter(|rest| rest.starts_with([',', ' ']))
        .unwrap_or(rest);
    let Some(name) = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' ')) else {
        return false;
    };
    let words = name.split_whitespace().count();
    (name.starts_with(char::is_uppercase) && (2..=7).contains(&words) || names_street(name))
        && !name.ends_with('.') | has_postal_district(name) | names_street(name)
}

/// The words for streets, as they stand in an address.
fn names_street(line: &str) -> bool {
    const STREETS: &[&str] = &[
        "street", "road", "rd", "avenue", "ave", "square", "lane", "terrace", "crescent",
        "boulevard", "blvd", "buildings", "building", "quai", "faubourg", "platz", "gasse",
        "allee", "strasse", "straße", "chaussee", "broadway", "gardens", "mews", "embankment",
        "parkway",
    ];
    const ENDS: &[&str] =
        &["straße", "strasse", "str", "platz", "gasse", "allee", "ufer", "damm", "chaussee"];
    let has_number = line.bytes().any(|byte| byte.is_ascii_digit());
    let mut before = "";
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        let lower = word.to_lowercase();
        let capital = word.starts_with(char::is_uppercase);
        let named = before.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let german = capital
            && lower.len() > 5
            && ENDS.iter().any(|end| lower.ends_with(end) && lower != *end);
        let french = matches!(word, "rue" | "Rue" | "quai" | "avenue" | "boulevard" | "place")
            && (has_number || before.is_empty());
        let box_number = matches!(word, "Box" | "Postfach" | "Schließfach") && has_number;
        let found = capital && named && STREETS.contains(&lower.as_str())
            || german && has_number
            || french && line.len() > word.len() + 3
            || box_number;
        before = word;
        found
    })
}

/// “London, W.C.1”, “New York, N. Y.”, “Washington 25, D.C.”
fn has_postal_district(line: &str) -> bool {
    let line = line.trim_end_matches(',');
    let mut ends = line.match_indices(' ').rev().take(3).map(|(at, _)| line[at..].trim());
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && ends.any(is_district)
}

fn is_district(end: &str) -> bool {
    const DISTRICTS: &[&str] = &["WC", "EC", "SW", "SE", "NW", "NE", "W", "E", "N", "S"];
    const STATES: &[&str] = &[
        "N.Y.", "N.J.", "D.C.", "Mass.", "Conn.", "Penna.", "Pa.", "Calif.", "Cal.", "Ill.",
        "Ind.", "Mich.", "Minn.", "Wis.", "Va.", "Tenn.", "Tex.", "Wash.", "Ore.", "N.C.", "S.C.",
        "Md.", "Ky.", "Kans.", "Ga.", "Fla.", "La.", "N.H.", "Vt.", "R.I.", "Del.", "Okla.",
        "Colo.", "Neb.", "Nebr.", "Mont.",
    ];
    let close: String = end.chars().filter(|c| *c != ' ').collect();
    let name = close.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = close.bytes().filter(u8::is_ascii_digit).count();
    let letters: String = name.chars().filter(|c| *c != '.').collect();
    let numbered = (1..=2).contains(&digits) && DISTRICTS.contains(&letters.as_str());
    let stopped = digits == 0
        && letters.len() == 2
        && close.matches('.').count() == 2
        && DISTRICTS.contains(&letters.as_str());
    let arrondissement = letters.strip_suffix('e').is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| b"IVX".contains(&byte))
    });
    numbered || stopped || arrondissement || STATES.contains(&close.as_str())
}

/// “Telephone: Museum 1234”, “Absender: Uffz. Lindner”
fn names_wire(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "telephone",
        "tel.",
        "tel:",
        "phone",
        "telegrams",
        "telegraphic address",
        "cables",
        "cable address",
        "fernsprecher",
        "fernruf",
        "telefon",
        "telegramm-adresse",
        "téléphone",
        "télégr",
        "adresse télégraphique",
        "postscheck",
        "compte chèque",
        "absender",
        "abs.",
        "sender:",
        "expéditeur",
        "feldpost-nr",
        "feldpostnummer",
    ];
    let lower = line.to_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether a line names a person with his title, or an office, as the first
/// line of an address does.
fn names_addressee(line: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr.", "Mr", "Mrs.", "Mrs", "Miss", "Messrs.", "Messrs", "Dr.", "Dr", "Prof.", "Professor",
        "Sir", "Lady", "Lord", "Rev.", "Hon.", "Capt.", "Captain", "Major", "Colonel", "Col.",
        "General", "Gen.", "Lt.", "Lieut.", "Lieutenant", "Admiral", "Sergeant", "Sgt.", "Pvt.",
        "Senator", "Judge", "Governor", "President", "Monsieur", "Madame", "Mademoiselle", "M.",
        "Mme", "Mlle", "MM.", "Messieurs", "Herrn", "Herr", "Frau", "Fräulein", "Frl.", "Firma",
        "Familie", "Attention",
    ];
    const OFFICES: &[&str] = &[
        "The Rev", "The Hon", "The Right Hon", "The Rt. Hon", "His ", "Her ", "The Secretary",
        "The Editor", "The Director", "The Manager", "The President", "The Chairman", "The Clerk",
        "The Librarian", "The Under", "The Registrar", "The Treasurer", "The Commissioner", "Les ",
        "Le Directeur", "An ", "To the ", "To ", "À Monsieur", "À Madame", "TO ",
    ];
    let first = line.split_whitespace().next().unwrap_or_default();
    let rest = line[first.len()..].trim_start();
    TITLES.contains(&first) && rest.starts_with(char::is_uppercase)
        || OFFICES.iter().any(|office| line.starts_with(office))
        || line.ends_with(", Esq.")
        || line.ends_with(" Esq.")
        || line.ends_with(", Esqre.")
}

/// Whether a line is the name of a firm, an office or a house as a letterhead
/// has it.
pub(super) fn is_house(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "co", "ltd", "limited", "inc", "incorporated", "company", "bros", "brothers", "sons",
        "press", "hotel", "hôtel", "university", "universität", "université", "college", "school",
        "department", "office", "library", "ministry", "embassy", "legation", "consulate", "bank",
        "society", "association", "institute", "institut", "museum", "publishers", "gmbh",
        "verlag", "verlagsbuchhandlung", "buchhandlung", "gesellschaft", "ministerium",
        "gesandtschaft", "botschaft", "konsulat", "cie", "société", "maison", "librairie",
        "éditions", "ministère", "ambassade", "club", "committee", "commission", "council",
        "corporation", "railway", "railroad", "headquarters", "bureau", "hospital",
        "aktiengesellschaft", "werke", "fabrik", "amt", "abteilung", "abt", "kommando",
        "oberkommando", "stab", "direktion", "kanzlei", "inspektion", "behörde", "magistrat",
        "landratsamt", "rathaus", "bürgermeisteramt", "redaktion", "rédaction", "magazine",
        "quarterly", "review", "monthly", "agency",
    ];
    const TITLES: &[&str] =
        &["letters", "papers", "collection", "archives", "archive", "memorandum", "minutes"];
    let words = || line.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    line.len() <= 70
        && line.starts_with(|c: char| c.is_uppercase() || c == '"' || c == '“')
        && !tells(line)
        && (!line.ends_with(['.', '?', '!']) || ends_with_form(line))
        && words().any(|word| WORDS.contains(&word.as_str()))
        && !words().any(|word| TITLES.contains(&word.as_str()))
        && !is_title(line)
}

/// “Brandreth & Co.”, “THE FOUNDRY CO., LTD.”
fn ends_with_form(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    matches!(last.as_str(), "co." | "ltd." | "inc." | "bros." | "cie." | "corp.")
}

/// Whether a line names a house or a body of soldiers: “The Old Rectory”, “2/6th
/// West Riding Regt.”
pub(super) fn names_quarters(line: &str) -> bool {
    const HOUSES: &[&str] = &[
        "abbey", "barracks", "camp", "castle", "cottage", "deanery", "farm", "grange", "hall",
        "house", "lodge", "manor", "mill", "parsonage", "priory", "ranch", "rectory", "school",
        "vicarage", "villa", "château", "ferme", "haus", "hof", "gut", "mühle", "pfarrhaus",
        "schloß", "schloss", "kaserne", "lazarett", "hospital",
    ];
    const UNITS: &[&str] = &[
        "regt", "regiment", "battalion", "bn", "bat", "coy", "infantry", "artillery", "engineers",
        "division", "battery", "squadron", "brigade", "corps", "b.e.f", "a.e.f", "c.e.f", "a.p.o",
        "apo", "f.p.o", "h.m.s", "u.s.s", "s.s", "komp", "kompanie", "bataillon", "batterie",
        "inf.-regt", "feldpost", "régiment", "compagnie", "vols", "ambulance", "r.n", "r.a.f",
    ];
    let mut words = line.split([' ', ',']).filter(|word| !word.is_empty());
    let count = words.clone().count();
    words.any(|word| {
        let lower = word.trim_end_matches('.').to_lowercase();
        word.starts_with(char::is_uppercase)
            && (count <= 4 && HOUSES.contains(&lower.as_str()) || UNITS.contains(&lower.as_str()))
    })
}

/// Whether a line is the name of a place and nothing else: “Three Mile Cross”,
/// “Chicago, Illinois”.
pub(super) fn is_place(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ',']);
    let parts = || line.split(", ");
    line.len() <= 50
        && parts().count() <= 3
        && parts().any(lexicon::is_place)
        && parts().all(|part| {
            part.starts_with(char::is_uppercase) && part.split_whitespace().count() <= 4
        })
}

//! Addresses and letterheads, told by what stands in them.

use super::lines::{is_small, is_title, tells};
use crate::lexicon;

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
pub(in crate::structure) fn is_inside_address(lines: &[&str]) -> bool {
    let begins = |line: &&str| {
        line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || line.starts_with("__")
    };
    let several = lines.len() >= 2 && lines.iter().all(begins);
    is_address(lines)
        || fits_address(lines) && (several || names_addressee(lines[0]) || is_attention(lines[0]))
}

/// Whether lines are as short as those of an address and tell nothing.
pub(super) fn fits_address(lines: &[&str]) -> bool {
    const MOST: usize = 9;
    const LONGEST: usize = 70;
    const MOST_SMALL: usize = 3;
    (1..=MOST).contains(&lines.len())
        && lines.iter().all(|line| {
            line.chars().count() <= LONGEST
                && !tells(line)
                && line.split_whitespace().filter(|word| is_small(word)).count() <= MOST_SMALL
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
pub(in crate::structure) fn is_street(line: &str) -> bool {
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
        && (!name.ends_with('.') || has_postal_district(name) || names_street(name))
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
    let numbered = (1..=2).contains(&digits) && lexicon::is_postal_district(&letters);
    let stopped = digits == 0
        && letters.len() == 2
        && close.matches('.').count() == 2
        && lexicon::is_postal_district(&letters);
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
        "Le Directeur", "An ", "To the ", "To ", "À Monsieur", "À Madame", "à Monsieur",
        "à Madame", "A Monsieur", "A Madame", "TO ",
    ];
    let line = line.trim_start();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim_start();
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
    const TITLES: &[&str] = &[
        "letters", "papers", "collection", "archives", "archive", "memorandum", "minutes", "report",
    ];
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
pub(in crate::structure) fn is_place(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ',']);
    let parts = || line.split(", ");
    line.len() <= 50
        && parts().count() <= 3
        && parts().any(|part| lexicon::is_place(&lexicon::proper_title(part)))
        && parts().all(|part| {
            part.starts_with(char::is_uppercase) && part.split_whitespace().count() <= 4
        })
}

//! The words with which letters take leave.

use crate::token::lowered;

/// Whether a short line takes leave: “Yours truly,”, “Your attached”.
pub(in crate::structure) fn is_closing(text: &str) -> bool {
    const CLOSINGS: &[&str] = &[
        "Your", "Yours", "YOUR", "YOURS", "Ever your", "Ever yours", "Believe me", "I am,",
        "I am ever", "I remain", "Affectionately", "Sincerely", "Faithfully", "Respectfully",
        "Very truly", "Very sincerely", "Most sincerely", "Truly yours", "With love", "With kind",
        "With best", "Votre", "Ton", "Tout à vous", "Ihr", "Dein", "Mit ", "In haste", "As ever",
        "Cordially", "Your’s", "Your's", "Ever your's", "Gratefully", "Most affectionately",
        "Always", "Euer ", "Eure ", "Viele Grüße", "Viele herzliche", "Es grüßt",
        "Hochachtungsvoll", "Ergebenst", "In Liebe", "Bien à ", "Agréez", "Recevez", "Croyez",
        "I am Sir", "I am Dear", "I am dear", "I am with ", "I am, with ", "No more at present",
        "So no more", "Je vous embrasse", "Je t’embrasse", "Salut et frat", "Salut & frat",
        "I have, &c", "I have, etc", "Salut, ", "Je suis, ", "Thine", "Thy ", "Hastily", "Adieu, ",
        "Mit vorzüglich", "Mit deutschem", "In treuer", "In alter", "In herzlich", "Herzlich",
        "Beste Grüße", "Freundliche Grüße", "Es umarmt", "Sei herzlich", "Seid herzlich",
        "Best wishes", "Best regards", "Kind regards", "Kindest regards", "Warm regards",
        "Warmest regards", "Regards,", "Love,", "Much love", "All my love", "Lovingly", "Fondly",
        "Im Auftrag", "In Vertretung", "By order", "By direction", "Fraternally", "Obediently",
        "I beg to remain", "I am, Sir", "I am, dear", "I am, Gentlemen", "I am, my dear",
        "I have the honour", "I have the honor", "Respectfully submitted", "Cordialement",
        "Bien cordialement", "Amicalement", "Affectueusement", "Sincèrement", "Respectueusement",
        "Tendrement", "Veuillez agréer", "Veuillez croire", "Mille baisers", "Bons baisers",
        "À toi", "À vous", "Je t'embrasse", "mit vorzüglich", "mit deutschem", "mit freundlich",
        "mit herzlich", "mit besten", "hochachtungsvoll", "mit Hochachtung",
    ];
    let first = text.lines().next().unwrap_or_default();
    // “For the Commanding Officer:”
    if first.starts_with("For the ") && first.ends_with(':') && first.len() <= 50 {
        return true;
    }
    if WISHES.contains(&first.trim_matches(['.', '!', ',', '_', '-', '—', ' '])) {
        return true;
    }
    let known = is_yours(first) || signs_as(first) || is_formula(first);
    if known || is_polite(text) || sends_love(first) {
        return true;
    }
    // “I remain your affectionate husband until death”
    let remains = ["I remain ", "We remain "].iter().any(|start| first.starts_with(start));
    if remains && first.len() <= 70 && !first.ends_with(['.', ':', ';', '?']) {
        return true;
    }
    first.len() <= 70
        && CLOSINGS.iter().any(|start| first.starts_with(start))
        && !first.ends_with(['?', '!'])
        && (first.ends_with([',', '-', '—']) || first.split_whitespace().count() <= 6)
}

/// Words that take leave by themselves.
const WISHES: &[&str] = &[
    "Adieu", "Farewell", "Good-bye", "Goodbye", "God bless you", "Good night", "Lebe wohl",
    "Lebewohl", "Leb wohl", "Leben Sie wohl", "Gott befohlen", "Vale",
];

/// Whether a paragraph is the formula itself, which in French is a sentence:
/// “Veuillez agréer, Monsieur, l’expression de mes sentiments distingués.”
fn is_polite(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Veuillez",
        "Agréez",
        "Recevez",
        "Daignez",
        "Je vous prie d",
        "Nous vous prions d",
        "Dans l’attente",
        "Dans l'attente",
        "Je vous prie, ",
        "We have the honour to be",
        "We have the honor to be",
        "We are, ",
        "We remain, ",
        "We beg to remain",
        "Je suis avec",
        "Je suis, ",
        "J’ai l’honneur d’être",
        "J'ai l'honneur d'être",
        "Genehmigen Sie",
        "Empfangen Sie",
        "I have the honour to be",
        "I have the honor to be",
        "I am, ",
        "I remain, ",
        "I beg to remain",
    ];
    const ENDS: &[&str] = &[
        "sentiments", "salutations", "considération", "assurance", "hommage", "respect",
        "dévouement", "serviteur", "Hochachtung", "servant",
    ];
    text.len() <= 260
        && STARTS.iter().any(|start| text.starts_with(start))
        && ENDS.iter().any(|end| text.contains(end))
}

/// How somebody takes leave who is somebody’s.
const MANNERS: &[&str] = &[
    "affectionately", "cordially", "devotedly", "faithfully", "fraternally", "gratefully",
    "lovingly", "obediently", "respectfully", "sincerely", "truly",
];

/// “Ever most affectionately yours”
fn is_yours(line: &str) -> bool {
    let words = || line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let has = |wanted: &[&str]| words().any(|word| wanted.contains(&word.to_lowercase().as_str()));
    words().count() <= 6
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['.', '?', '!', ':'])
        && has(&["yours"])
        && has(MANNERS)
}

/// “Always heartily yours.”, “Most affectionately.”, “Faithfully your Friend.”
fn is_formula(line: &str) -> bool {
    const OTHERS: &[&str] = &[
        "affectionate", "attached", "devoted", "faithful", "heartily", "humble", "loving",
        "obedient", "sincere", "yours",
    ];
    const AROUND: &[&str] = &[
        "always", "and", "as", "aunt", "believe", "brother", "cousin", "daughter", "dear", "ever",
        "father", "friend", "husband", "mama", "me", "most", "mother", "my", "nephew", "niece",
        "old", "papa", "remain", "servant", "sister", "son", "still", "uncle", "very", "wife",
        "your",
    ];
    const LONGEST: usize = 60;
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut takes_leave = false;
    let all = || {
        words.map(str::to_lowercase).all(|word| {
            let manner = MANNERS.contains(&word.as_str()) || OTHERS.contains(&word.as_str());
            takes_leave |= manner;
            manner || AROUND.contains(&word.as_str())
        })
    };
    line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['?', '!', ':'])
        && all()
        && takes_leave
}

/// “but remain your affectionate husband until death”, “from your loving son”
fn signs_as(line: &str) -> bool {
    const HOW: &[&str] = &[
        "affectionate", "affectionat", "affectionately", "affec", "aff", "loving", "dutiful",
        "devoted", "dearest", "faithful", "fond", "humble", "obedient", "obt", "sincere", "true",
    ];
    const WHO: &[&str] = &[
        "aunt", "boy", "brother", "comrade", "cousin", "daughter", "father", "friend", "girl",
        "husband", "mother", "nephew", "niece", "pupil", "servant", "servt", "sister", "son",
        "sonne", "uncle", "wife",
    ];
    const STARTS: &[&str] = &[
        "No more", "So no more", "Nothing more", "I remain", "I will remain", "I still remain",
        "We remain", "Remain", "I am", "From", "Believe me", "Ever", "Still", "Until then",
        "Sir, y", "Sr, y", "Madam, y", "Gentlemen, y", "My Lord, y",
    ];
    let line = &*lowered(line);
    if line.len() > 90 || !STARTS.iter().any(|start| line.starts_with(start)) {
        return false;
    }
    let mut words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let near: Vec<&str> =
        words.by_ref().skip_while(|word| !matches!(*word, "your" | "yor" | "yr")).take(6).collect();
    near.iter().any(|word| HOW.contains(word)) && near.iter().any(|word| WHO.contains(word))
}

/// “With fond love,”, “With all good wishes to you both,”
fn sends_love(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "love", "regards", "wishes", "affection", "respect", "respects", "kisses", "thanks",
        "greetings", "remembrances", "compliments",
    ];
    let mut words = line.split(|c: char| !c.is_alphabetic());
    line.starts_with("With ")
        && line.len() <= 60
        && (line.ends_with([',', '-', '—'])
            || line.split_whitespace().count() <= 4 && line.ends_with(char::is_alphabetic))
        && words.any(|word| WORDS.contains(&word))
}

/// Whether a paragraph is added after the signature, and says so.
pub(in crate::structure) fn is_postscript(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "P.S", "P. S.", "PS.", "PS:", "PS ", "P.P.S", "P. P. S.", "PPS", "P.-S.", "P.-s.",
        "Postscript", "POSTSCRIPT", "Post-scriptum", "Post scriptum", "Nachschrift", "Nachschr.",
        "N.S.", "N. S.", "NS.", "NS:", "N.B.", "N. B.", "NB.", "NB:",
    ];
    // “[in ink:] P.S. Come.”
    let remark = text.strip_prefix('[').and_then(|text| text.split_once("] "));
    let text = remark.map_or(text, |(_, added)| added);
    let text = text.trim_start_matches(['_', '*', '(', '[']);
    WORDS.iter().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{is_closing, is_postscript};

    #[test]
    fn postscripts() {
        for text in [
            "P.S. - Come.", "P.P.S. Tell Tom", "N.S. Brandts Buch", "PS. Viens.", "(P.S. So)",
            "[in ink:] P.S. Come.",
        ] {
            assert!(is_postscript(text), "{text}");
        }
        for text in ["PSALM 23", "Postage is dear.", "N. Smith came.", "PSYCHE"] {
            assert!(!is_postscript(text), "{text}");
        }
    }

    #[test]
    fn leave_taking() {
        for text in [
            "Yours truly,",
            "Your attached",
            "Ever your's\nM.R. Mitford.",
            "I remain, dear Sir,",
            "Always heartily yours.",
            "Most affectionately.",
            "Faithfully your Friend.",
        ] {
            assert!(is_closing(text), "{text}");
        }
        for text in [
            "Your explanation of the Moscow trial is the only intelligible one.",
            "Yours?",
            "He is yours",
            "Ever since your friend came.",
        ] {
            assert!(!is_closing(text), "{text}");
        }
    }
}

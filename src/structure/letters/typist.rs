//! What typists and archivists put below a letter: initials, what is enclosed, who
//! has copies, remarks in brackets.

use super::signer::signed_name;
use crate::structure::numeral::number;

/// Whether a line is what typists put below a letter: their initials, what is
/// enclosed, who has a copy.
pub(super) fn is_office_mark(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Encl", "ENCL", "encl", "Enc.", "Enc:", "Enc ", "Enclosure", "cc:", "cc ", "cc.", "c.c.",
        "CC:", "Cc:", "C.C.", "bcc", "Copy to", "Copies to", "COPY TO", "Copie à", "Copies à",
        "Attachment", "cc--", "CC--", "Carbon copy", "Durchschlag an", "Abschrift an",
        "Abschriften an", "Anlage", "Anl.", "Beilage", "Beil.", "P.J.", "P. J.", "PJ :", "PJ:",
        "Pièce jointe", "Pièces jointes", "Annexe", "Dictated", "DICTATED", "Beglaubigt", "F.d.R.",
        "F. d. R.", "Für die Richtigkeit", "Absender:", "Abs.:", "Absender :", "Expéditeur",
        "Distribution:", "Verteiler",
    ];
    let counted = text.split_once(' ').is_some_and(|(count, rest)| {
        count.len() <= 2
            && count.bytes().all(|byte| byte.is_ascii_digit())
            && ["encl", "Encl", "Anlage", "Beilage", "enclosure", "annexe"]
                .iter()
                .any(|start| rest.starts_with(start))
    });
    text.len() <= 120 && (STARTS.iter().any(|start| text.starts_with(start)) || counted)
        || is_typist(text)
}

/// “HBA:mk”, “AL/mw”, “JEH:ABC”, “mw”
fn is_typist(text: &str) -> bool {
    const MOST: usize = 12;
    let parts: Vec<&str> = text.split([':', '/', '-']).collect();
    let initials = |part: &str| {
        let part = part.trim();
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        (1..=4).contains(&letters)
            && part.chars().all(|c| c.is_alphabetic() || c == '.' || c == ' ')
    };
    text.len() <= MOST
        && (2..=3).contains(&parts.len())
        && (!text.contains('-') || text.chars().any(char::is_uppercase))
        && parts.iter().all(|part| initials(part))
        && (parts[0].chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
            || text.contains(['/', ':']) && parts.iter().all(|part| part.len() <= 3))
}

/// Whether a line is all that stands above an enclosure: “Enclosure 2”, “[Enclosure]”.
pub(in crate::structure) fn names_enclosure(text: &str) -> bool {
    const WORDS: &[&str] =
        &["enclosure", "inclosure", "anlage", "beilage", "annexe", "subenclosure"];
    const LONGEST: usize = 30;
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = words.next().is_some_and(|word| WORDS.contains(&word.to_lowercase().as_str()));
    let is_number =
        |word: &str| matches!(word, "No" | "no" | "NO" | "Nr" | "in") || number(word).is_some();
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_uppercase() || c == '[')
        && named
        && words.all(is_number)
}

/// Whether a remark in brackets stands for a signature.
pub(super) fn is_signature_told(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| {
        let lower = inside.to_lowercase();
        !inside.contains(['[', ']'])
            && ["signature", "unsigned", "not signed", "unterschrift", "initialled", "initialed"]
                .iter()
                .any(|word| lower.contains(word))
    })
}

/// Whether a line begins with a remark in brackets: “[Envelope:] Miss Marsh”,
/// “[handwritten at foot: Ansd. Feb 11]”.
pub(super) fn is_labelled_remark(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.split_once(']'));
    signed_name(text).is_none()
        && inside.is_some_and(|(inside, rest)| {
            inside
                .split_whitespace()
                .any(|word| word.len() > 3 && word.chars().any(char::is_lowercase))
                && (rest.is_empty() || inside.ends_with(':'))
        })
}

#[cfg(test)]
mod tests {
    use super::{is_labelled_remark, is_office_mark, is_typist};

    #[test]
    fn marks_of_typists() {
        for text in [
            "HBA:mk", "AL/mw", "JEH:ABC", "MAD/jb", "E.W./r.b.", "Encl.", "2 Encls.",
            "cc: Mr. Sedgwick", "c.c. The Secretary",
        ] {
            assert!(is_office_mark(text), "{text}");
        }
        for text in
            ["Jane", "M. R. M.", "Anna Reik", "Jean-Paul", "Reading/London", "Encore une fois"]
        {
            assert!(!is_typist(text) && !is_office_mark(text), "{text}");
        }
    }

    #[test]
    fn remarks_of_archivists() {
        assert!(is_labelled_remark("[handwritten at foot: Ansd. Feb 11]"));
        assert!(is_labelled_remark("[Envelope:] Miss Lydia Calloway"));
        for text in ["[signed] Margaret", "[1] A note.", "[Jane] Marsh"] {
            assert!(!is_labelled_remark(text), "{text}");
        }
    }
}

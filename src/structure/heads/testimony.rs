//! The record of a court: each witness, and who examines him.

use rustc_hash::FxHashSet;

use super::words::has_lower;
use crate::structure::Input;
use crate::structure::kind::{Heading, Kind};
use crate::structure::notes::Notes;

/// Makes headings of the lines that say who is sworn and how he is examined, and
/// returns them, if questions and answers stand below.
pub(super) fn set_testimony(
    input: &Input<'_>,
    notes: &Notes,
    candidates: &mut [Option<Heading>],
) -> FxHashSet<usize> {
    let mut found = FxHashSet::default();
    let mut witnesses = Vec::new();
    let fits = |index: usize, lines: u32| {
        let block = &input.blocks[index];
        block.is_text() && block.line_count() <= lines && !notes.holds(index)
    };
    let (mut testimonies, mut examinations) = (Vec::new(), Vec::new());
    let mut called = false;
    for index in 0..candidates.len() {
        let text = input.blocks[index].span.of(input.text);
        if candidates[index].is_none() && !text.contains("sworn") {
            continue;
        }
        if is_called(text) && fits(index, 2) {
            candidates[index] = Some(Heading::of(Kind::Capitals));
            found.insert(index);
            called = true;
            continue;
        }
        if !fits(index, 1) {
            continue;
        }
        if examines(text) {
            examinations.push(index);
        }
        if is_testimony(text) {
            testimonies.push(index);
        }
        let kind = match () {
            () if is_examination(text) => Kind::Words,
            () if swears(text) => Kind::Capitals,
            () => continue,
        };
        if kind == Kind::Capitals {
            witnesses.push(index);
        } else if is_questioned(input, index, NEAR) {
            candidates[index] = Some(Heading::of(kind));
            found.insert(index);
            drop_examiner(input, candidates, index + 1);
        }
    }
    for index in examinations.into_iter().filter(|_| called) {
        candidates[index] = Some(Heading::of(Kind::Words));
        found.insert(index);
    }
    if testimonies.len() >= SEVERAL {
        set_hearings(input, &testimonies, candidates);
        found.extend(testimonies);
    }
    if witnesses.iter().any(|index| is_questioned(input, *index, FAR)) {
        for index in witnesses {
            candidates[index] = Some(Heading::of(Kind::Capitals));
            found.insert(index);
        }
    }
    found
}

/// Makes headings of the lines above what witnesses say, of the days above them and
/// of the sessions: “Tuesday, February 4, 1864”, “Afternoon Session”.
fn set_hearings(input: &Input<'_>, testimonies: &[usize], candidates: &mut [Option<Heading>]) {
    for index in testimonies {
        candidates[*index] = Some(Heading::of(Kind::Capitals));
        let Some(above) = index.checked_sub(1) else { continue };
        if input.blocks[above].is_text() && input.is_dated(above) {
            candidates[above] = Some(Heading { titled: true, ..Heading::of(Kind::Chapter) });
        }
    }
    for (index, candidate) in candidates.iter_mut().enumerate() {
        let title =
            candidate.is_some_and(|found| matches!(found.kind, Kind::Capitals | Kind::Words));
        if title && is_session(input.blocks[index].span.of(input.text)) {
            *candidate = Some(Heading { titled: true, ..Heading::of(Kind::Section) });
        }
    }
}

/// How many lines such as “TESTIMONY OF HENRY LYLE” a record of hearings has.
const SEVERAL: usize = 2;

/// “TESTIMONY OF MRS. HESTER LYLE RESUMED”
fn is_testimony(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "TESTIMONY OF ", "EXAMINATION OF ", "DEPOSITION OF ", "EVIDENCE OF ", "STATEMENT OF ",
        "AFFIDAVIT OF ", "DÉPOSITION DE ", "AUSSAGE DES ", "VERNEHMUNG DES ",
    ];
    const LONGEST: usize = 120;
    text.len() <= LONGEST && STARTS.iter().any(|start| text.starts_with(start)) && !has_lower(text)
}

/// “Afternoon Session”
fn is_session(text: &str) -> bool {
    const SESSIONS: &[&str] = &[
        "morning session", "afternoon session", "evening session", "forenoon session",
        "night session", "vormittagssitzung", "nachmittagssitzung",
    ];
    text.len() <= 30
        && SESSIONS.contains(&text.trim_matches(['_', '.', ' ']).to_lowercase().as_str())
}

/// “CROSS-EXAMINATION”, “Redirect Examination”
pub(in crate::structure) fn is_examination(text: &str) -> bool {
    const LONGEST: usize = 40;
    const WHOLE: &[&str] = &[
        "direct examination",
        "cross examination",
        "redirect examination",
        "re direct examination",
        "recross examination",
        "re cross examination",
        "further direct examination",
        "further cross examination",
        "examination in chief",
        "re examination",
        "examination",
        "recross",
        "redirect",
        "cross",
        "direct",
    ];
    text.len() <= LONGEST && text.starts_with(char::is_uppercase) && {
        let words = text.trim_end_matches(['.', ':']).to_lowercase().replace('-', " ");
        WHOLE.contains(&words.as_str()) && (!has_lower(text) || words.contains("examination"))
    }
}

/// “WILLIAM PYM, being first duly sworn, testified as follows:”, “MARY STONE sworn.”
pub(in crate::structure) fn swears(text: &str) -> bool {
    const LONGEST: usize = 200;
    const MOST: usize = 6;
    let loud = |word: &&str| !has_lower(word) && word.starts_with(char::is_uppercase);
    let name = text.split_whitespace().take_while(loud).count();
    text.len() <= LONGEST
        && (2..=MOST).contains(&name)
        && text.contains("sworn")
        && text.ends_with(['.', ':', ','])
        && has_lower(text)
}

/// Whether it says who is heard.
pub(super) fn is_witness(text: &str) -> bool {
    is_called(text) || swears(text)
}

/// “Mr. _John Brown_ sworn. Examined by Mr. _Payne_.”
fn is_called(text: &str) -> bool {
    const LONGEST: usize = 160;
    let examined = [
        "sworn. Examined by ",
        "sworn; examined by ",
        "sworn. Examined\nby ",
        "called again. Examined by ",
        "recalled. Examined by ",
        "affirmed. Examined by ",
    ];
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_uppercase() || c == '_')
        && text.ends_with('.')
        && examined.iter().any(|words| text.contains(words))
}

/// “Cross-examined by Mr. _Kelly_.”
fn examines(text: &str) -> bool {
    const LONGEST: usize = 60;
    const STARTS: &[&str] = &[
        "Cross-examined by ",
        "Re-examined by ",
        "Re-cross-examined by ",
        "Further examined by ",
        "Examined by ",
        "Further cross-examined by ",
        "Further re-examined by ",
    ];
    text.len() <= LONGEST
        && STARTS.iter().any(|start| text.starts_with(start))
        && !text.contains("--")
        && !text.contains('—')
}

/// Among how many blocks below the line the first question is looked for, under an
/// examination and under a witness, who may tell something first.
const NEAR: usize = 3;
const FAR: usize = 12;

/// “BY MR. STOKES:” below the word is no heading of its own.
fn drop_examiner(input: &Input<'_>, candidates: &mut [Option<Heading>], index: usize) {
    if let Some(candidate) = candidates.get_mut(index)
        && input.blocks[index].span.of(input.text).ends_with(':')
    {
        *candidate = None;
    }
}

/// Whether a question stands among so many blocks below.
fn is_questioned(input: &Input<'_>, index: usize, near: usize) -> bool {
    let below = input.blocks[index + 1..].iter().take(near);
    below.filter(|block| block.is_text()).any(|block| {
        let text = block.span.of(input.text);
        ["Q. ", "Q: ", "Q.—", "Q.--", "Question. ", "Question: "]
            .iter()
            .any(|q| text.starts_with(q))
    })
}

#[cfg(test)]
mod tests {
    use super::{examines, is_called, is_examination, swears};

    #[test]
    fn lines_of_a_record() {
        assert!(is_examination("CROSS-EXAMINATION") && is_examination("Re-direct Examination."));
        assert!(!is_examination("The Examination of the Bishop") && !is_examination("Cross"));
        assert!(swears("WILLIAM PYM sworn.") && swears("MARY STONE, being duly sworn, says:"));
        assert!(is_called("Mr. _John Brown_ sworn. Examined by Mr. _Payne_."));
        assert!(!is_called("He was sworn. Examined by nobody, he said nothing"));
        assert!(examines("Cross-examined by Mr. _Kelly_."));
        assert!(!examines("Cross-examined by Mr. KELLY--I saw him there."));
        assert!(!swears("He was sworn.") && !swears("MARY STONE, widow."));
    }
}

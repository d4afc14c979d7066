//! The lines of a cast: “HESTER, his daughter.”

use std::ops::Range;

/// What a line of a cast says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The name of the part.
    pub role: Range<usize>,
    /// Who that is.
    pub description: Option<Range<usize>>,
}

/// The most words in the name of a part.
const WORDS: usize = 5;

/// The part that a line names: before a comma, a dash or a bracket, or all of it. What
/// stands far to the right is who plays it.
pub(super) fn part(line: &str) -> Option<Part> {
    let near = near(line);
    let sign = SIGNS.iter().filter_map(|sign| Some((near.find(sign)?, *sign))).min();
    let (end, rest) = sign
        .map_or((near.len(), None), |(at, sign)| (at, Some(at + sign.trim_end_matches('(').len())));
    let role = trimmed(near, 0..end);
    let name = near[role.clone()].trim_start_matches(['_', '(']);
    let description = rest.map(|after| trimmed(near, after..near.len()));
    // Neither takes half of what is set in italics.
    let whole = |words: &Range<usize>| near[words.clone()].matches('_').count().is_multiple_of(2);
    let description = description.filter(|words| !words.is_empty() && whole(words));
    // “Lords, Ladies, and Attendants.” are several.
    let one = !name.contains(char::is_lowercase)
        || description
            .as_ref()
            .is_none_or(|words| !near[words.clone()].starts_with(char::is_uppercase));
    let fits = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && name.contains(char::is_alphabetic)
        && name.split_whitespace().count() <= WORDS
        && !has_stop(name)
        && one
        && whole(&role);
    fits.then_some(Part { role, description })
}

/// The part of an item that stands at its left.
fn near(item: &str) -> &str {
    const FAR: &[&str] = &["   ", "\t", "....", ". . ."];
    let far = |line: &str| {
        let space = line.len() - line.trim_start().len();
        FAR.iter().filter_map(|far| Some(space + line[space..].find(far)?)).min()
    };
    // The marker of a note ends it, too.
    let item = &item[..item.find('[').unwrap_or(item.len())];
    if item.lines().all(|line| far(line).is_none()) {
        return item;
    }
    let first = item.lines().next().unwrap_or_default();
    &first[..far(first).unwrap_or(first.len())]
}

/// What stands between a name and who that is.
const SIGNS: &[&str] = &[", ", "--", " -- ", "—", " – ", " - ", ": ", "; ", " (", "\u{2003}"];

/// Whether a sentence ends among words: “The scene is laid in Brussels. It rains”.
fn has_stop(words: &str) -> bool {
    words.split_once(". ").is_some_and(|(before, _)| {
        before.rsplit(' ').next().is_some_and(|last| last.chars().count() > 4)
    })
}

/// A range without the space and the stop around it.
fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = &line[range.clone()];
    let start = range.start + (text.len() - text.trim_start_matches(SPACE).len());
    let text = &line[start..range.end];
    start..start + text.trim_end_matches(SPACE).trim_end_matches(['.', ',', ';', ':']).len()
}

const SPACE: [char; 6] = [' ', '\t', '\n', '\u{a0}', '-', '—'];

#[cfg(test)]
mod tests {
    use super::part;

    fn check(line: &str, role: &str, description: Option<&str>) {
        let found = part(line).unwrap();
        assert_eq!(&line[found.role], role, "{line}");
        assert_eq!(found.description.map(|range| &line[range]), description, "{line}");
    }

    #[test]
    fn names_and_who_they_are() {
        check("HESTER, his daughter.", "HESTER", Some("his daughter"));
        check("A TRAVELLER", "A TRAVELLER", None);
        check("ABEL MARSH--a miller", "ABEL MARSH", Some("a miller"));
        check("Prior, (a monk)", "Prior", Some("(a monk)"));
        check("Rosa (Abels Tochter)", "Rosa", Some("(Abels Tochter)"));
        check("LORD ASHE      Mr. Bone", "LORD ASHE", None);
        check("LE COMTE, seigneur du lieu.     M. Molin.", "LE COMTE", Some("seigneur du lieu"));
        check("MARTHE, femme\n  du château", "MARTHE", Some("femme\n  du château"));
        check("MEG. [12]", "MEG", None);
        check("1st Soldier", "1st Soldier", None);
    }

    #[test]
    fn sentences_name_no_part() {
        assert_eq!(part("The action takes place at the mill, near the river"), None);
        assert_eq!(part("_The miller, an old man.     Mr. Bone_"), None);
        assert_eq!(part("et ensuite M. Dugazon."), None);
        assert_eq!(part("Lords, Ladies, and Attendants."), None);
    }
}

//! Words the recognisers know: names and what can be mistaken for them.
//!
//! Each list is a text file beside this one, sorted, with a word to a line and
//! a class after a tab where there is one; `SOURCES.md` tells where they come
//! from. They are searched as they are, so they cost nothing until asked.

/// A sorted list of words.
struct List(&'static str);

static FORENAMES: List = List(include_str!("forenames.txt"));

/// Whether `word` is a common forename.
#[must_use]
pub fn is_forename(word: &str) -> bool {
    FORENAMES.get(word).is_some()
}

impl List {
    /// What the list says of `word`: the rest of its line, which may be empty.
    fn get(&self, word: &str) -> Option<&'static str> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let middle = (low + high) / 2;
            let start = self.0.as_bytes()[low..middle].iter().rposition(|byte| *byte == b'\n');
            let start = start.map_or(low, |at| low + at + 1);
            let end = memchr::memchr(b'\n', &self.0.as_bytes()[start..high]);
            let end = end.map_or(high, |at| start + at);
            let line = &self.0[start..end];
            let (entry, class) = line.split_once('\t').unwrap_or((line, ""));
            match entry.cmp(word) {
                std::cmp::Ordering::Equal => return Some(class),
                std::cmp::Ordering::Less => low = (end + 1).min(high),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{FORENAMES, List, is_forename};

    #[test]
    fn every_entry_is_found() {
        let entries: Vec<&str> =
            FORENAMES.0.lines().map(|line| line.split('\t').next().unwrap_or(line)).collect();
        assert!(entries.is_sorted());
        assert!(entries.iter().all(|entry| is_forename(entry)));
        assert!(!is_forename(""));
        assert!(!is_forename("Zzz"));
    }

    #[test]
    fn classes() {
        let list = List("Alpha\ta\nBeta\nGamma\tg\n");
        assert_eq!(list.get("Alpha"), Some("a"));
        assert_eq!(list.get("Beta"), Some(""));
        assert_eq!(list.get("Gamma"), Some("g"));
        assert_eq!(list.get("Delta"), None);
    }
}

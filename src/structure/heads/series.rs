//! What headings say as a series: numbers within numbers.

use super::Head;
use crate::structure::heading::Kind;

/// Where numbers count within numbers (I, II, I, II, III), the inner ones lie
/// deeper: a later number must continue the outer sequence and not the inner.
pub(super) fn set_depth_of_numerals(heads: &mut [Option<Head>]) {
    let mut section = Vec::new();
    for index in 0..=heads.len() {
        let head = heads.get(index).copied().flatten();
        match head {
            Some(head) if head.heading.kind == Kind::Numeral && !head.continues => {
                section.push(index);
            }
            Some(head) if head.rank >= 65 => {}
            None if index < heads.len() => {}
            // A larger division begins, or the text ends.
            _ => deepen(heads, &std::mem::take(&mut section)),
        }
    }
}

fn deepen(heads: &mut [Option<Head>], section: &[usize]) {
    let number = |heads: &[Option<Head>], at: usize| {
        heads[section[at]].and_then(|head| head.heading.number).unwrap_or(0)
    };
    let mut start = 1;
    while start < section.len() {
        let outer = number(heads, start - 1);
        if number(heads, start) != 1 || outer == 0 {
            start += 1;
            continue;
        }
        // The inner sequence goes on while it counts up by one.
        let mut end = start + 1;
        while end < section.len() && number(heads, end) == number(heads, end - 1) + 1 {
            end += 1;
        }
        let returns = end < section.len() && number(heads, end) == outer + 1;
        if returns {
            for at in &section[start..end] {
                if let Some(head) = &mut heads[*at] {
                    head.rank += 1;
                }
            }
        }
        start = end;
    }
}

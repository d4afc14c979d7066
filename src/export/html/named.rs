//! Names and dates: who, where and when is meant.

use super::super::document::date_value;
use super::super::record::is_bare_date;
use super::super::tree::{Flow, Node, attribute, name};
use super::body::Body;
use super::markup::{push_attribute, push_text};

impl<'x> Body<'_, '_, 'x> {
    /// The name of a person, a place, an organisation: a quiet link to where
    /// an index lists all its mentions.
    pub(super) fn name(&mut self, node: Node<'x>) -> Flow {
        let Some(entity) = self.document().entities.at(node) else { return self.phrase(node) };
        let class = format!("name {}", entity.kind.name());
        let way = self.site.to_entity(entity);
        let title = self.with_certainty(node, &entity.label);
        // Nobody sees or hears a link without words.
        let is_link = self.may_link(node) && self.document().layout.is_full(node);
        let tag = if is_link { "a" } else { self.tag_for(node, "span").0 };
        self.begin(tag, node, &class);
        if is_link {
            push_attribute("href", &way, &mut self.out);
        }
        push_attribute("title", &title, &mut self.out);
        if is_link {
            self.open_link();
            return self.into("</a>");
        }
        self.into(if tag == "div" { "</div>" } else { "</span>" })
    }

    /// A date with its value on it.
    pub(super) fn date(&mut self, node: Node<'x>) -> Flow {
        let value = date_value(node);
        let machine = attribute(node, "when").filter(|when| is_html_date(when));
        let has_block = self.document().layout.has_block(node);
        let inside = node.ancestors().skip(1).any(|outer| name(outer) == name(node));
        let tag = match machine {
            Some(_) if !has_block && !inside => "time",
            _ if has_block => "div",
            _ => "span",
        };
        self.begin(tag, node, "date");
        if let ("time", Some(machine)) = (tag, machine) {
            push_attribute("datetime", machine, &mut self.out);
        }
        if let Some(value) = &value {
            let title = self.with_certainty(node, value);
            push_attribute("title", &title, &mut self.out);
        }
        let flow = self.into(match tag {
            "time" => "</time>",
            "div" => "</div>",
            _ => "</span>",
        });
        if let Some(value) = value.filter(|_| is_bare_date(node)) {
            self.out.push_str("<span class=\"ui-added\">");
            push_text(&value, &mut self.out);
            self.out.push_str("</span>");
        }
        flow
    }

    fn with_certainty(&self, node: Node<'x>, value: &str) -> String {
        match attribute(node, "cert") {
            Some(cert) => format!("{value} ({}: {cert})", self.document().labels.certainty),
            None => value.to_owned(),
        }
    }
}

/// Whether HTML takes the value in `datetime`.
fn is_html_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let number = |at: usize, length: usize| {
        let part: &str = parts.get(at)?;
        (part.len() == length).then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = number(0, 4).filter(|year| *year > 0);
    let month = number(1, 2).filter(|month| (1..=12).contains(month));
    match (parts.len(), year, month) {
        (1, Some(_), _) | (2, Some(_), Some(_)) => true,
        (3, Some(year), Some(month)) => {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let days = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            number(2, 2).is_some_and(|day| (1..=days).contains(&day))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_html_date;

    #[test]
    fn dates_that_html_knows() {
        for value in ["1937", "1937-05", "1936-02-29"] {
            assert!(is_html_date(value), "{value}");
        }
        for value in ["-0044", "37", "0000", "1937-13", "1937-02-29", "--05-08", "1937-05-08T10:00"]
        {
            assert!(!is_html_date(value), "{value}");
        }
    }
}

//! The table of contents and the time line.

use super::markup::{push_attribute, push_text};
use super::site::Site;

/// How deep the table of contents goes.
const DEEPEST: usize = 4;

/// The table of contents as nested lists; empty if there is nothing to list.
pub(in crate::export) fn contents(site: &Site<'_, '_>, from: Option<usize>) -> String {
    let mut out = String::new();
    // The depths of the lists that are open.
    let mut open: Vec<usize> = Vec::new();
    for entry in &site.document.outline.entries {
        if entry.depth > DEEPEST {
            continue;
        }
        let Some(way) = site.to(from, entry.node) else { continue };
        while open.len() > 1 && open.last().is_some_and(|depth| *depth > entry.depth) {
            open.pop();
            out.push_str("</li>\n</ol>");
        }
        match open.last() {
            Some(depth) if *depth >= entry.depth => out.push_str("</li>\n"),
            _ => {
                open.push(entry.depth);
                out.push_str("\n<ol>\n");
            }
        }
        out.push_str("<li><a");
        push_attribute("href", &way, &mut out);
        out.push('>');
        push_text(&entry.label, &mut out);
        out.push_str("</a>");
    }
    for _ in open {
        out.push_str("</li>\n</ol>\n");
    }
    out
}

/// The dated divisions in order of time; empty if there are fewer than two.
pub(super) fn time_line(site: &Site<'_, '_>, from: Option<usize>) -> String {
    let mut dated: Vec<_> = site.document.outline.dated.iter().collect();
    if dated.len() < 2 {
        return String::new();
    }
    dated.sort_by_key(|dated| &dated.when);
    let mut out = String::from("<ol class=\"ui-time-line\">\n");
    let mut year = "";
    for dated in dated {
        let Some(way) = site.to(from, dated.node) else { continue };
        let of_date = dated.when.split('-').next().unwrap_or_default();
        if year != of_date {
            out.push_str(if year.is_empty() { "" } else { "</ol></li>\n" });
            out.push_str("<li><span class=\"ui-year\">");
            push_text(of_date, &mut out);
            out.push_str("</span>\n<ol>\n");
            year = of_date;
        }
        out.push_str("<li><a");
        push_attribute("href", &way, &mut out);
        out.push_str("><span class=\"ui-when\">");
        push_text(&dated.when, &mut out);
        out.push_str("</span> ");
        push_text(dated.label.trim_end_matches('.'), &mut out);
        out.push_str("</a></li>\n");
    }
    out.push_str(if year.is_empty() { "</ol>\n" } else { "</ol></li>\n</ol>\n" });
    out
}

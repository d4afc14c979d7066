//! The text in the files of an export, without their markup.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// What is taken out of a file.
pub(crate) struct Output {
    /// Its text, without markup.
    pub text: String,
    /// Labels that the format adds to the words of the document.
    pub added: String,
}

/// The text of an HTML page: that of `main` without what the page says of
/// itself.
pub(crate) fn html(page: &str) -> Output {
    let from = page.find("<main").unwrap();
    let to = page.find("</main>").unwrap();
    markup(&page[from..to])
}

/// The text of the chapters of a book, in their order.
pub(crate) fn epub(book: &[u8]) -> Output {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut all = Output { text: String::new(), added: String::new() };
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    for name in names {
        let is_own =
            ["nav.xhtml", "title.xhtml", "names.xhtml"].iter().any(|own| name.ends_with(own));
        if !name.contains(".xhtml") || is_own {
            continue;
        }
        let mut page = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut page).unwrap();
        let from = page.find("<body").unwrap();
        let to = page.find("</body>").unwrap();
        let part = markup(&page[from..to]);
        all.text.push_str(&(part.text + "\n"));
        all.added.push_str(&(part.added + "\n"));
    }
    all
}

/// Text in blocks; what is of class `ui-added` or `ui-label` apart.
fn markup(html: &str) -> Output {
    const VOID: [&str; 5] = ["br", "img", "input", "hr", "wbr"];
    const BLOCKS: [&str; 22] = [
        "div", "p", "li", "ul", "ol", "table", "tr", "td", "th", "section", "article", "figure",
        "pre", "h1", "h2", "h3", "h4", "h5", "h6", "aside", "main", "header",
    ];
    let mut output = Output { text: String::new(), added: String::new() };
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, after) = rest.split_at(at);
        let is_added = open.last().is_some_and(|(_, added)| *added);
        unescape(text, if is_added { &mut output.added } else { &mut output.text });
        let end = after.find('>').unwrap();
        let tag = &after[1..end];
        rest = &after[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if BLOCKS.contains(&name) {
            output.text.push('\n');
        }
        if tag.starts_with('/') {
            let (opened, _) = open.pop().unwrap();
            assert_eq!(opened, name, "tags nest in {html}");
        } else if !tag.ends_with('/') && !VOID.contains(&name) {
            let class = tag.split_once("class=\"").map_or("", |(_, class)| class);
            let class = class.split('"').next().unwrap();
            let adds = class.split(' ').any(|class| matches!(class, "ui-added" | "ui-label"));
            let is_added = adds || open.last().is_some_and(|(_, added)| *added);
            open.push((name, is_added));
            output.added.push(' ');
            if class.ends_with("ui-repeated") {
                // Letters of one word between letters of another form of it.
                output.text.push(' ');
            }
        }
    }
    unescape(rest, &mut output.text);
    output
}

fn unescape(text: &str, out: &mut String) {
    out.push_str(
        &text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"),
    );
}

/// The text of a CommonMark file.
pub(crate) fn markdown(file: &str) -> Output {
    let (_, file) = file.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let mut output = Output { text: String::new(), added: String::new() };
    // Code between fences is what it is.
    let mut fence = None;
    for line in file.split_inclusive('\n') {
        let marks = line.trim_start_matches([' ', '>']).trim_end();
        if marks.starts_with("```") && fence.is_none_or(|fence| fence == marks) {
            fence = if fence.is_none() { Some(marks) } else { None };
        } else if fence.is_some() {
            output.text.push_str(line);
        } else {
            read_markdown(line, &mut output);
        }
    }
    output
}

fn read_markdown(line: &str, output: &mut Output) {
    let mut rest = line;
    while let Some(at) = rest.find(['\\', '[', ']', '!', '&']) {
        output.text.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let is = |start: &str| rest[at..].starts_with(start);
        let skipped = if is("\\") {
            let c = after.chars().next().unwrap_or('\n');
            output.text.push(c);
            c.len_utf8()
        } else if is("[^") {
            let end = after.find(']').unwrap();
            output.added.push_str(&after[1..end]);
            output.added.push(' ');
            end + 1
        } else if is("](<") {
            after.find(">)").unwrap() + 2
        } else {
            if !is("![") {
                output.text.push_str(&rest[at..=at]);
            }
            0
        };
        rest = &after[skipped..];
    }
    output.text.push_str(rest);
}

/// The text of a LaTeX file.
pub(crate) fn latex(file: &str) -> Output {
    let (_, file) = file.split_once("\\begin{document}").unwrap();
    let file = file.split_once("\\end{document}").unwrap().0;
    let mut output = Output { text: String::new(), added: String::new() };
    // A note stands in the middle of a word.
    let mut parts = vec![file];
    while let Some(part) = parts.pop() {
        set(part, &mut output, &mut parts);
        output.text.push('\n');
    }
    output
}

fn set<'f>(part: &'f str, output: &mut Output, notes: &mut Vec<&'f str>) {
    let mut rest = part;
    while let Some(at) = rest.find(['\\', '{', '}', '~', '&']) {
        output.text.push_str(&rest[..at]);
        let sign = &rest[at..=at];
        rest = &rest[at + 1..];
        match sign {
            "\\" => rest = command(rest, output, notes),
            "~" | "&" => output.text.push(' '),
            _ => {}
        }
    }
    output.text.push_str(rest);
}

/// What a command leaves as text; the rest after it.
fn command<'f>(rest: &'f str, output: &mut Output, notes: &mut Vec<&'f str>) -> &'f str {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    if end == 0 {
        let c = rest.chars().next().unwrap();
        output.text.push(if c == '\\' { '\n' } else { c });
        return &rest[c.len_utf8()..];
    }
    let (name, rest) = rest.split_at(end);
    let (option, after_option) = argument(rest, '[', ']');
    let (words, after) = argument(after_option, '{', '}');
    match name {
        "textbackslash" => output.text.push('\\'),
        "textasciicircum" => output.text.push('^'),
        "textasciitilde" => output.text.push('~'),
        "section" | "subsection" | "subsubsection" | "paragraph" => return after_option,
        "begin" if words == "longtable" => return argument(after, '{', '}').1,
        "href" | "begin" | "end" | "selectlanguage" => return after,
        "leftskip" | "hangindent" => return rest.split_once("em").unwrap().1,
        "llap" | "footnotemark" => return if name == "llap" { after } else { after_option },
        "signmark" => return after,
        "signnote" | "signtext" => {
            let (note, after) = argument(after, '{', '}');
            output.added.push_str(words);
            output.added.push(' ');
            notes.push(note);
            return after;
        }
        "footnote" | "footnotetext" => {
            output.added.push_str(option);
            output.added.push(' ');
            notes.push(words);
            return after;
        }
        _ => {}
    }
    rest
}

/// What stands between brackets at the beginning, and what comes after them.
fn argument(rest: &str, open: char, close: char) -> (&str, &str) {
    let Some(inner) = rest.strip_prefix(open) else { return ("", rest) };
    let (mut depth, mut escaped) = (0, false);
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == close && depth == 0 => return (&inner[..at], &inner[at + c.len_utf8()..]),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("a bracket is open in {rest:.80}");
}

/// The text of a text file: labels of notes stand between brackets.
pub(crate) fn text(file: &str, labels: &BTreeSet<String>) -> Output {
    let mut output = Output { text: String::new(), added: String::new() };
    let mut rest = file;
    while let Some((before, after)) = rest.split_once('[') {
        output.text.push_str(before);
        if let Some((label, after)) =
            after.split_once(']').filter(|(label, _)| labels.contains(*label))
        {
            output.added.push_str(label);
            output.added.push(' ');
            rest = after;
        } else {
            output.text.push('[');
            rest = after;
        }
    }
    output.text.push_str(rest);
    output
}

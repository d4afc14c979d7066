//! LaTeX for `LuaLaTeX`: to print, or to go on with by hand.

mod escape;
mod fonts;
mod language;
mod notes;

use std::collections::{HashSet, VecDeque};
use std::fmt::Write;

use super::document::Document;
use super::prose::{Block, Kind, Piece, Setting, blocks_with_notes_apart};
use super::style::Style;
use super::{Content, ExportOptions, Format, Loss, loss};
use crate::diagnostic::Diagnostic;
use escape::{address, escaped, push_escaped};
use fonts::fonts;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "latex",
    extension: "tex",
    description: "LaTeX for LuaLaTeX, with real footnotes",
    losses: &[OF_PRINT, loss::OF_WORDS, loss::OF_FORMULAE, loss::OF_SPANS],
    write,
};

const OF_PRINT: &[Loss] =
    &[Loss::new("graphic", "pictures are not printed; their descriptions are")];

const PREAMBLE: &str = include_str!("preamble.tex");

fn write(document: &Document<'_>, _: &ExportOptions, _: &mut Vec<Diagnostic>) -> Content {
    let mut blocks = blocks_with_notes_apart(document);
    blocks.retain(|block| !block.is_note_apart());
    let mut out = String::new();
    let is_title = |block: &Block| matches!(block.setting, Setting::Title | Setting::MainTitle);
    if !blocks.iter().any(is_title) {
        out.push_str("\\maketitle\n\n");
    }
    // The contents come after the title page.
    let heads = blocks.iter().filter(|block| matches!(block.kind, Kind::Heading(_))).count();
    let front = blocks.iter().take_while(|block| is_title(block)).count();
    let is_mixed = blocks.iter().any(|block| turned(document, block).is_some());
    let mut latex =
        Latex { document, out, told: HashSet::new(), waiting: VecDeque::new(), is_mixed };
    for (at, block) in blocks.iter().enumerate() {
        if at == front && heads > 1 {
            latex.out.push_str("\\bigskip\n\\tableofcontents\n\\bigskip\n\n");
        }
        latex.push_block(block);
    }
    latex.push_untold();
    let body = latex.out;
    let out = preamble(document, &body) + &body + "\n\\end{document}\n";
    Content::File(out.into_bytes())
}

/// The language that a block has to be set in, if its direction is another
/// than that of the document.
fn turned(document: &Document<'_>, block: &Block) -> Option<&'static str> {
    block.language.as_ref()?;
    let rows = if let Kind::Table(rows) = &block.kind { rows.as_slice() } else { &[] };
    let cells = rows.iter().flatten().flatten();
    let texts = block.pieces.iter().chain(cells).filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    });
    language::turned(document, block.language.as_deref(), &texts.collect::<String>())
}

/// What stands before the text, which has what `body` needs.
fn preamble(document: &Document<'_>, body: &str) -> String {
    let mut out = PREAMBLE.to_owned();
    let authors: Vec<&str> = document.metadata.author_names().collect();
    let authors = escaped(&authors.join(", "));
    let title = escaped(document.title());
    // The XML is no measure: there, any letter may be a number.
    let shown = [title.as_str(), &authors, body];
    for font in fonts(shown) {
        let _ = writeln!(out, "\\fallback{{{font}}}");
    }
    // The fonts of other scripts lack Latin punctuation.
    out.push_str(
        "\\directlua{luaotfload.add_fallback(\"rubricate\", rubricate_fonts)\n\
         local fonts = {\"Latin Modern Roman:mode=harf;\", table.unpack(rubricate_fonts)}\n\
         luaotfload.add_fallback(\"rubricatescript\", fonts)}\n",
    );
    out.push_str(
        "\\setmainfont{Latin Modern Roman}[Ligatures=TeXOff, RawFeature={fallback=rubricate}]\n\
         \\setmonofont{Latin Modern Mono}[Ligatures=TeXOff, RawFeature={fallback=rubricate}]\n",
    );
    language::push_languages(document, shown, &mut out);
    out.push_str("\\usepackage[hidelinks]{hyperref}\n");
    let _ = writeln!(out, "\\hypersetup{{pdftitle={{{title}}}, pdfauthor={{{authors}}}}}");
    let _ = writeln!(out, "\\title{{{title}}}\n\\author{{{authors}}}\n\\date{{}}");
    out.push_str("\\begin{document}\n\n");
    out
}

struct Latex<'d, 'x> {
    document: &'d Document<'x>,
    out: String,
    /// The notes that were written.
    told: HashSet<usize>,
    /// The notes whose marker was written and whose words are to follow.
    waiting: VecDeque<usize>,
    /// Whether some paragraphs go in another direction than the document.
    is_mixed: bool,
}

impl Latex<'_, '_> {
    fn push_block(&mut self, block: &Block) {
        match &block.kind {
            Kind::Heading(depth) => {
                return self.push_turned(block, |latex| latex.push_heading(*depth, block));
            }
            Kind::Table(rows) => {
                return self.push_turned(block, |latex| latex.push_table(rows));
            }
            _ => {}
        }
        let indent = 2 * (block.lists + block.quotations).min(8);
        let is_line = matches!(block.kind, Kind::Line { .. });
        if matches!(block.kind, Kind::Line { first: true } | Kind::Caption | Kind::Speaker) {
            self.out.push_str("\\medskip\n");
        }
        self.out.push('{');
        let turned = turned(self.document, block);
        if let Some(language) = turned {
            let _ = write!(self.out, "\\selectlanguage{{{language}}}");
        }
        self.out.push_str(match block.setting {
            Setting::MainTitle => "\\centering\\LARGE ",
            Setting::Title | Setting::Centred => "\\centering ",
            Setting::End => "\\raggedleft ",
            Setting::Plain => "",
        });
        if indent > 0 || is_line {
            let indent = indent + usize::from(is_line) * 2;
            let _ = write!(self.out, "\\leftskip={indent}em\\noindent ");
        }
        if is_line {
            self.out.push_str("\\hangindent=1.5em ");
        }
        match &block.kind {
            Kind::Item(Some(number)) => {
                let _ = write!(self.out, "\\llap{{{number}.\\enspace}}");
            }
            Kind::Item(None) => self.out.push_str("\\llap{\\textbullet\\enspace}"),
            Kind::AddressLine { .. } => self.out.push_str("\\noindent "),
            Kind::Caption => self.out.push_str("\\bfseries "),
            Kind::Speaker => self.out.push_str("\\noindent\\scshape "),
            Kind::Stage => self.out.push_str("\\itshape "),
            Kind::Note(index) => {
                let label = self.document.notes.list[*index].label.clone().unwrap_or_default();
                let _ = write!(self.out, "\\textsuperscript{{{}}} ", escaped(&label));
            }
            Kind::Preformatted => self.out.push_str("\\ttfamily\\obeylines\\obeyspaces "),
            _ => {}
        }
        // A note begins in the direction of the paragraph that it stands in.
        let line = self.line(&block.pieces, turned.is_none());
        self.out.push_str(&line);
        self.out.push_str("\\par}\n");
        self.push_waiting();
        if block.setting != Setting::Plain {
            self.out.push_str("\\medskip\n");
        }
        self.out.push('\n');
    }

    /// What is no paragraph and so stands in no group, in the direction of its
    /// language.
    fn push_turned(&mut self, block: &Block, push: impl FnOnce(&mut Self)) {
        let turned = turned(self.document, block);
        if let Some(language) = turned {
            let _ = writeln!(self.out, "\\selectlanguage{{{language}}}");
        }
        push(self);
        if turned.is_some() {
            let main = language::main_language(self.document);
            let _ = writeln!(self.out, "\\selectlanguage{{{main}}}");
        }
    }

    /// A heading, which the table of contents has without its notes.
    fn push_heading(&mut self, depth: usize, block: &Block) {
        let command = match depth {
            1 => "section",
            2 => "subsection",
            3 => "subsubsection",
            _ => "paragraph",
        };
        let plain: Vec<Piece> = block
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Text(_) => Some(piece.clone()),
                Piece::Break => Some(Piece::Text(" ".to_owned())),
                _ => None,
            })
            .collect();
        let short = self.line(&plain, false);
        let line = self.line(&block.pieces, false).replace("\\\\{}\n", " ");
        let _ = writeln!(self.out, "\\{command}[{{{short}}}]{{{line}}}");
        self.push_waiting();
        self.out.push('\n');
    }

    fn push_table(&mut self, rows: &[Vec<Vec<Piece>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let width = 92 / columns;
        let _ = writeln!(
            self.out,
            "\\begin{{longtable}}{{*{{{columns}}}{{>{{\\raggedright\\arraybackslash}}p{{0.{width:02}\\linewidth}}}}}}"
        );
        for row in rows {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    self.out.push_str(" & ");
                }
                let line = self.line(cell, false).replace("\\\\{}\n", "\\newline{}\n");
                self.out.push_str(&line);
            }
            self.out.push_str(" \\tabularnewline\n");
        }
        self.out.push_str("\\end{longtable}\n");
        self.push_waiting();
        self.out.push('\n');
    }

    /// The pieces as LaTeX. Where notes may not stand, their markers do, and
    /// their words wait.
    fn line(&mut self, pieces: &[Piece], with_notes: bool) -> String {
        let mut out = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(text) => push_escaped(text, &mut out),
                Piece::Break => out.push_str("\\\\{}\n"),
                Piece::Start(style) => out.push_str(&commands(*style)),
                Piece::End(style) => {
                    out.push_str(&"}".repeat(commands(*style).matches('{').count()));
                }
                Piece::Link(url) => {
                    let _ = write!(out, "\\href{{{}}}{{", address(url));
                }
                Piece::LinkEnd => out.push('}'),
                Piece::Picture(_) => {}
                Piece::Note(index) => self.push_note(*index, with_notes, &mut out),
            }
        }
        out
    }
}

/// The commands that begin a look; each ends with a brace.
fn commands(style: Style) -> String {
    const COMMANDS: &[(Style, &str)] = &[
        (Style::ITALIC, "\\textit{"),
        (Style::BOLD, "\\textbf{"),
        (Style::SMALL_CAPITALS, "\\textsc{"),
        (Style::SUPERSCRIPT, "\\textsuperscript{"),
        (Style::SUBSCRIPT, "\\textsubscript{"),
        (Style::MONOSPACED, "\\texttt{"),
    ];
    COMMANDS.iter().filter(|(look, _)| style.has(*look)).map(|(_, command)| *command).collect()
}

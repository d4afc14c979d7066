//! Lists of headings that are not the headings: tables of contents, lists of
//! illustrations, the persons of a play, an index.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::list::List;
use super::persons::{is_of_persons, is_scene};
use super::words::is_of_sentences;
use super::{Context, is_long};
use crate::segment::{BlockKind, Layout};
use crate::structure::heading::heading;
use crate::structure::kind::{Head, Heading, Kind, Named};
use crate::structure::letters;
use crate::structure::verse::{Lineation, lineation};

/// So many headings of one kind with nothing between them are a list.
const ROW: usize = 4;

/// The most characters of an item, and of one in an index.
const LONGEST: usize = 130;
const LONGEST_IN_INDEX: usize = 300;

impl Context<'_> {
    /// Finds the lists and takes their items off the headings.
    pub(super) fn take_lists(&self, heads: &mut [Option<Head>]) -> Vec<List> {
        let titles = OnceCell::new();
        let mut lists = Vec::new();
        let mut index = 0;
        // Where the headings that follow each other end.
        let mut row = 0;
        while index < heads.len() {
            if row <= index {
                row = (index..heads.len()).find(|at| heads[*at].is_none()).unwrap_or(heads.len());
            }
            let list = match heads[index].map(|head| head.heading.kind) {
                Some(Kind::Named(named)) if named.is_list() => {
                    let items = self.headed(index, named, heads, &titles);
                    let cast = named == Named::Cast;
                    items.map(|blocks| List { blocks, headed: true, cast })
                }
                Some(_) => {
                    let items = self.row(index..row, heads);
                    items.map(|blocks| List { blocks, headed: false, cast: false })
                }
                None => None,
            };
            let Some(list) = list.filter(|list| !list.blocks.is_empty()) else {
                index += 1;
                continue;
            };
            heads[list.blocks.clone()].fill(None);
            // What comes next begins a division by itself.
            if let Some(head) = heads.get_mut(list.blocks.end).and_then(Option::as_mut) {
                head.continues = false;
            }
            index = list.blocks.end;
            lists.push(list);
        }
        lists
    }

    /// The items under a heading; `titles` are those that stand alone somewhere, once
    /// they are known.
    fn headed(
        &self,
        head: usize,
        named: Named,
        heads: &[Option<Head>],
        titles: &OnceCell<FxHashSet<String>>,
    ) -> Option<Range<usize>> {
        let mut first = head + 1;
        // A rule may set off the heading.
        if self
            .input
            .blocks
            .get(first)
            .is_some_and(|block| matches!(block.kind, BlockKind::Ornament))
        {
            first += 1;
        }
        // An index among the first pages is a table of contents, as in French.
        let named = match named {
            Named::Index if head * 8 < heads.len() => Named::Contents,
            named => named,
        };
        // What stands again below, alone.
        let titles = (named == Named::Contents).then(|| titles.get_or_init(|| self.titles()));
        let ends = |at: &usize| {
            let paged =
                matches!(named, Named::Index | Named::Illustrations) && self.ends_with_page(*at);
            let scene = || named == Named::Cast && *at > first && is_scene(self.text(*at));
            !self.is_item(*at, named, titles) || !paged && ends_list(*at, named, heads) || scene()
        };
        let run = (first..heads.len()).find(ends).unwrap_or(heads.len());
        let end = match named {
            Named::Contents | Named::Illustrations => self.body_within(first..run, heads),
            _ => run,
        };
        // “INTRODUCTION”, and below it the title of its first part, which the list names.
        let preface = |at: usize| {
            heads[at].is_some_and(|head| head.heading.kind == Kind::Named(Named::Preface))
        };
        let led = end < run && end > first + 1 && preface(end - 1) && !self.ends_with_page(end - 1);
        let end = end - usize::from(led);
        (end > first).then_some(first..end)
    }

    /// A row of numbered headings without text between them.
    fn row(&self, row: Range<usize>, heads: &[Option<Head>]) -> Option<Range<usize>> {
        let first = heads[row.start]?.heading;
        first.number.filter(|_| first.level.is_none())?;
        let same = heads[row.clone()]
            .iter()
            .flatten()
            .filter(|head| head.heading.kind == first.kind && head.heading.number.is_some());
        if same.take(ROW).count() < ROW {
            return None;
        }
        Some(row.start..self.body_within(row, heads))
    }

    /// Whether a block can hold items of a list.
    fn is_item(&self, index: usize, named: Named, titles: Option<&FxHashSet<String>>) -> bool {
        if self.notes.holds(index) {
            return false;
        }
        let block = &self.input.blocks[index];
        match block.kind {
            BlockKind::Blank | BlockKind::Marked(_) => return true,
            BlockKind::Ornament => return false,
            BlockKind::Text => {}
        }
        if named == Named::Contents && self.begins_turn(index) {
            return false;
        }
        let longest = if named == Named::Index { LONGEST_IN_INDEX } else { LONGEST };
        let mut lines = block.line_spans(self.input.text, self.input.lines);
        let short = lines.all(|line| (line.len() as usize) <= longest);
        // A summary of a chapter may be long, if it says so.
        let wrapped = self.input.layout == Layout::Wrapped && is_long(block);
        let frontispiece = || self.text(index).to_lowercase().contains("frontispiece");
        let counts = || self.heading_at(index).is_some_and(|heading| heading.number.is_some());
        short
            && (!wrapped
                || named == Named::Index
                || named == Named::Cast
                    && (lineation(self.input, block) == Lineation::Lines
                        || is_of_persons(self.text(index), block.indent))
                || counts()
                || self.ends_with_page(index)
                || named == Named::Contents && (self.has_page(index) || self.tells_of_item(index))
                || self.is_paged(index)
                || is_summary(self.text(index))
                || is_of_sentences(self.text(index))
                || titles.is_some_and(|titles| self.is_of_titles(index, titles))
                || frontispiece())
    }

    /// The titles that stand alone somewhere.
    fn titles(&self) -> FxHashSet<String> {
        let alone = self.input.blocks.iter().filter(|block| {
            block.is_text() && block.line_count() == 1 && (block.span.len() as usize) <= LONGEST
        });
        alone.map(|block| title_of(block.span.of(self.input.text))).collect()
    }

    /// Whether most lines of a block are titles that stand alone somewhere.
    fn is_of_titles(&self, index: usize, titles: &FxHashSet<String>) -> bool {
        let lines = || self.text(index).lines();
        lines().filter(|line| titles.contains(&title_of(line))).count() * 2 > lines().count()
    }

    /// Whether a block ends with the number of a page.
    fn ends_with_page(&self, index: usize) -> bool {
        self.text(index).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a line of a block ends with the number of a page, far from its words.
    fn has_page(&self, index: usize) -> bool {
        const FAR: &str = "   ";
        self.text(index).lines().any(|line| {
            let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
            words.len() < line.len() && words.ends_with(FAR)
        })
    }

    /// Whether a block says what the item above it holds: it is set in farther than that.
    fn tells_of_item(&self, index: usize) -> bool {
        let indent = self.input.blocks[index].indent;
        let above = index.checked_sub(1).map(|above| (above, &self.input.blocks[above]));
        above.is_some_and(|(at, above)| {
            above.is_text() && above.indent < indent && self.has_page(at)
        })
    }

    /// What a block of any length says in its first line.
    fn heading_at(&self, index: usize) -> Option<Heading> {
        heading(self.text(index).lines().next()?)
    }

    /// Where in a row of short lines the text begins: with the first heading
    /// that stood there before, else after more space than before, else with
    /// the last heading if prose follows it.
    fn body_within(&self, run: Range<usize>, heads: &[Option<Head>]) -> usize {
        let ends_in_prose =
            self.input.blocks.get(run.end).is_some_and(|next| next.is_text() && is_long(next));
        let set_off = self.set_off(run.clone(), heads);
        // Words between the list and what it names first belong to the text.
        let repeated = self.repeated(run.clone()).map(|at| match set_off {
            Some(set_off) if set_off < at && self.begins_text(set_off..at, heads) => set_off,
            _ => at,
        });
        repeated
            .or(set_off)
            .or_else(|| {
                let is_start = |at: &usize| heads[*at].is_some_and(|head| !head.continues);
                let last = run.clone().rev().find(is_start)?;
                // Only its own title may stand between it and the prose.
                let own = heads[last..run.end].iter().all(Option::is_some);
                (ends_in_prose && own && last > run.start).then_some(last)
            })
            .unwrap_or(run.end)
    }

    /// Whether blocks set off from a list are no items of it: there is prose among them,
    /// or a few lines begin to count, as in “SERMONS.”, “I.”, “Preached April 28, 1850.”
    fn begins_text(&self, blocks: Range<usize>, heads: &[Option<Head>]) -> bool {
        const FEW: usize = 5;
        let bare = |head: Head| head.heading.number == Some(1) && !head.heading.titled;
        let counts = heads[blocks.clone()].iter().any(|head| head.is_some_and(bare));
        counts && blocks.len() <= FEW || self.has_prose(blocks)
    }

    fn has_prose(&self, blocks: Range<usize>) -> bool {
        blocks.into_iter().any(|at| {
            let text = self.text(at);
            self.input.blocks[at].is_text()
                && is_long(&self.input.blocks[at])
                && text.ends_with('.')
                && !self.is_paged(at)
                && !is_summary(text)
        })
    }

    /// The first block that says again what stands above it.
    fn repeated(&self, run: Range<usize>) -> Option<usize> {
        let mut items = Items::default();
        for index in run.clone().filter(|index| self.input.blocks[*index].is_text()) {
            let block = &self.input.blocks[index];
            // “CHAPTER I.” or its title again, with the text not far below.
            let again = self.heading_at(index).is_some_and(|heading| items.count(heading));
            let counted = self.heading_at(index).is_some_and(|heading| heading.kind.counts());
            // The first line of an item that has its page in the next.
            let goes_on = index + 1 < run.end && self.has_page(index + 1);
            let same = block.line_count() == 1
                && !counted
                && !self.ends_with_page(index)
                && !goes_on
                && items.name(self.text(index))
                && letters::dates(self.input, block.span).is_empty();
            if index > run.start && (again || same) && self.prose_below(index) {
                return Some(index);
            }
            for line in block.line_spans(self.input.text, self.input.lines) {
                items.add(line.of(self.input.text));
            }
        }
        None
    }

    /// Whether prose begins among the next blocks, headings in capitals or with
    /// numbers not counted.
    fn prose_below(&self, index: usize) -> bool {
        const NEAR: usize = 12;
        const FEW: usize = 5;
        let texts = (index + 1..self.input.blocks.len())
            .filter(|at| self.input.blocks[*at].is_text())
            .take(NEAR);
        let is_heading =
            |at: &usize| self.candidates[*at].is_some_and(|heading| heading.kind <= Kind::Capitals);
        texts
            .scan(0, |others, at| {
                *others += usize::from(!is_heading(&at));
                // Pages and summaries are those of the list.
                let block = &self.input.blocks[at];
                let listed = block.line_count() > 1 && self.is_paged(at)
                    || is_long(block) && is_summary(self.text(at));
                (*others <= FEW && !listed).then(|| is_long(&self.input.blocks[at]))
            })
            .any(|prose| prose)
    }

    /// Whether most lines of a block end with the number of a page.
    fn is_paged(&self, index: usize) -> bool {
        let lines = || self.text(index).lines();
        let paged = lines().filter(|line| line.ends_with(|c: char| c.is_ascii_digit()));
        paged.count() * 2 > lines().count()
    }

    /// The first heading with more space before it than any item; where the
    /// items have pages, the first words without one.
    fn set_off(&self, run: Range<usize>, heads: &[Option<Head>]) -> Option<usize> {
        let texts = || run.clone().filter(|index| self.input.blocks[*index].is_text());
        let with_page = texts().filter(|index| self.ends_with_page(*index)).count();
        let have_pages = with_page * 2 >= texts().count();
        let mut most = self.gap;
        let (mut paged, mut above) = (0, 0);
        for index in run.clone().skip(1) {
            paged += usize::from(self.ends_with_page(index - 1));
            above += usize::from(self.input.blocks[index - 1].is_text());
            let have_pages = have_pages || paged > 1 && paged * 2 >= above;
            let space = self.input.blocks[index].blank_before;
            let begins = heads[index].is_some() || have_pages && !self.ends_with_page(index);
            if space > most && space >= 3 && begins {
                return Some(index);
            }
            most = most.max(space);
        }
        None
    }

    /// Adds the lines that a table of contents names: what stands there is a
    /// heading, whatever it looks like.
    pub(super) fn add_listed(&self, heads: &mut [Option<Head>], lists: &[List]) {
        const SHORTEST: usize = 5;
        let contents = |list: &&List| {
            let named = list.blocks.start.checked_sub(1).and_then(|at| heads[at]);
            list.headed
                && named.is_some_and(|head| head.heading.kind == Kind::Named(Named::Contents))
        };
        let Some(list) = lists.iter().find(contents).filter(|_| !self.leveled) else { return };
        let mut items = FxHashSet::default();
        for index in list.blocks.clone().filter(|index| self.input.blocks[*index].is_text()) {
            let lines = self.input.blocks[index].line_spans(self.input.text, self.input.lines);
            items.extend(lines.map(|line| title_of(line.of(self.input.text))));
        }
        let below = list.blocks.end..heads.len();
        let rank = heads[below.clone()].iter().flatten().map(|head| head.rank).min();
        // Others of its kind that the table names tell how deep it lies.
        let peer = |kind: Kind| {
            let named = |at: &usize| {
                let head = heads[*at].filter(|head| head.heading.kind == kind)?;
                items.contains(&title_of(self.text(*at))).then_some(head.rank)
            };
            below.clone().find_map(|at| named(&at))
        };
        let (capitals, titles) = (peer(Kind::Capitals), peer(Kind::Words));
        for index in list.blocks.end..heads.len().saturating_sub(1) {
            let unknown = heads[index].is_none()
                && heads[index - 1].is_none_or(|above| above.heading.number.is_none());
            let words = self.candidates[index]
                .filter(|heading| unknown && matches!(heading.kind, Kind::Capitals | Kind::Words));
            let Some(heading) = words else { continue };
            let text = self.text(index);
            if text.len() <= LONGEST
                && self.input.blocks[index].line_count() == 1
                && self.stands_apart(index)
                && !is_within(lists, index)
                && !text.ends_with([',', ';'])
                && Some(title_of(text))
                    .is_some_and(|title| title.len() >= SHORTEST && items.contains(&title))
            {
                let peer = if heading.kind == Kind::Words { titles } else { capitals };
                let rank = peer.or(rank).unwrap_or(super::CHAPTER).max(super::CHAPTER);
                heads[index] = Some(Head { heading, rank, continues: false, work: false });
            }
        }
    }

    /// Takes away what stands at the top of each page: its number, and below
    /// or above it the same words again and again.
    pub(super) fn drop_running_heads(&self, heads: &mut [Option<Head>]) {
        let kind = |head: &Option<Head>| head.map(|head| head.heading.kind);
        let chapters = heads.iter().filter(|head| kind(head) == Some(Kind::Chapter)).count();
        let bare = |head: &Option<Head>| {
            head.is_some_and(|head| head.heading.kind == Kind::Numeral && !head.heading.titled)
        };
        let pages: Vec<usize> = (0..heads.len())
            .filter(|at| {
                bare(&heads[*at]) && self.text(*at).starts_with(|c: char| c.is_ascii_digit())
            })
            .collect();
        let number = |at: usize| heads[at].and_then(|head| head.heading.number);
        let rising = pages.windows(2).all(|pair| number(pair[0]) < number(pair[1]));
        let from_one = pages.first().and_then(|first| number(*first)) == Some(1);
        if chapters < 2 || pages.len() < 3 || !rising || from_one {
            return;
        }
        let mut taken = vec![pages];
        let near: Vec<usize> =
            taken[0].iter().flat_map(|at| [at.wrapping_sub(1), at + 1]).collect();
        let running = |at: &usize| {
            heads
                .get(*at)
                .and_then(Option::as_ref)
                .is_some_and(|head| matches!(head.heading.kind, Kind::Capitals | Kind::Words))
        };
        taken.push(near.into_iter().filter(running).collect());
        for at in taken.into_iter().flatten() {
            heads[at] = None;
        }
    }
}

/// What the lines of a list name.
#[derive(Default)]
struct Items {
    titles: FxHashSet<String>,
    numbers: FxHashSet<(Kind, u32)>,
    /// Kinds of the words that count, such as “Chapter”.
    words: FxHashSet<Kind>,
    /// The first of them: the smaller ones begin anew in each of it.
    first: Option<Kind>,
}

impl Items {
    fn add(&mut self, line: &str) {
        self.titles.insert(title_of(line));
        let Some(heading) = heading(line) else { return };
        let Some(number) = heading.number else { return };
        self.numbers.insert((heading.kind, number));
        if heading.kind == Kind::Numeral {
            self.titles.insert(title_of(without_number(line)));
        } else {
            self.words.insert(heading.kind);
            self.first = self.first.or(Some(heading.kind).filter(|kind| kind.counts()));
        }
    }

    /// Whether an item has the number of `heading`: a list may say “I.” for
    /// what its text calls “CHAPTER I”.
    fn count(&self, heading: Heading) -> bool {
        let Some(number) = heading.number else { return false };
        if self.first.is_some_and(|first| first < heading.kind && first != Kind::Book) {
            return false;
        }
        let bare = !self.words.contains(&heading.kind);
        self.numbers.contains(&(heading.kind, number))
            || bare && heading.kind.counts() && self.numbers.contains(&(Kind::Numeral, number))
    }

    /// Whether an item has this title.
    fn name(&self, text: &str) -> bool {
        self.titles.contains(&title_of(text))
    }
}

/// Whether block `index` is an item of a list.
fn is_within(lists: &[List], index: usize) -> bool {
    let at = lists.partition_point(|list| list.blocks.end <= index);
    lists.get(at).is_some_and(|list| list.blocks.contains(&index))
}

/// Whether a heading cannot be an item of such a list.
fn ends_list(index: usize, named: Named, heads: &[Option<Head>]) -> bool {
    let Some(head) = heads[index] else { return false };
    if head.heading.level.is_some() {
        return true;
    }
    match (named, head.heading.kind) {
        (_, Kind::Named(other)) if other.is_list() => true,
        (Named::Index, Kind::Named(_)) => true,
        // “I”, the first act.
        (Named::Cast, Kind::Numeral) => head.heading.number == Some(1) && !head.heading.titled,
        (Named::Cast, kind) => kind < Kind::Numeral,
        (Named::Illustrations, kind) => kind.counts(),
        _ => false,
    }
}

/// Whether words tell what a chapter holds, with dashes between them.
fn is_summary(text: &str) -> bool {
    const LONGEST: usize = 70;
    let parts = || text.split("--").flat_map(|part| part.split('—')).map(str::trim);
    if parts().take(3).count() < 3 {
        return false;
    }
    // What prose has after a dash goes on in small letters.
    let begins = parts().filter(|part| part.starts_with(char::is_uppercase)).count();
    parts().all(|part| part.len() <= LONGEST)
        || !text.ends_with('.') && begins * 5 >= parts().count() * 4
}

/// A title that a number leads, without it.
fn without_number(line: &str) -> &str {
    let title = line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '§');
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letters of a title, without what counts it and without the page.
fn title_of(line: &str) -> String {
    let line = line.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '·' | '…' | '-' | '_')
    });
    let letters = line.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

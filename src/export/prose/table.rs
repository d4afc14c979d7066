//! Tables: rows of cells, whatever stands in them.

use super::super::role::Role;
use super::super::tree::{Flow, Node, own_language};
use super::context::{Context, context};
use super::{Kind, Prose};

impl<'x> Prose<'_, 'x> {
    pub(super) fn table(&mut self, node: Node<'x>, role: Role) -> Flow {
        match role {
            Role::Table => {
                self.flush();
                if self.tables == 0 {
                    self.table = Some(Vec::new());
                }
                self.tables += 1;
            }
            Role::Row if self.tables == 1 => {
                self.cell_end();
                self.table.get_or_insert_default().push(Vec::new());
            }
            Role::Cell if self.tables == 1 => self.cell_end(),
            _ => self.flush(),
        }
        let language = own_language(node);
        self.contexts.push(Context { language, ..context(Kind::Paragraph, false) });
        Flow::Into
    }

    /// Puts what was read into a cell of the row.
    fn cell_end(&mut self) {
        self.space = false;
        self.end_word();
        let has_words = self.line.has_words();
        let pieces = self.line.take(&self.open);
        if has_words {
            let rows = self.table.get_or_insert_default();
            if rows.is_empty() {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push(pieces);
            }
        }
    }

    pub(super) fn leave_table(&mut self, role: Role) {
        match role {
            Role::Table => {
                if self.tables == 1 {
                    self.cell_end();
                    let rows = self.table.take().unwrap_or_default();
                    let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
                    if !rows.is_empty() {
                        self.push(Kind::Table(rows), Vec::new());
                    }
                }
                self.tables -= 1;
            }
            Role::Cell if self.tables == 1 => {
                let before = self.table.as_ref().and_then(|t| t.last()).map_or(0, Vec::len);
                self.cell_end();
                let row = self.table.as_mut().and_then(|table| table.last_mut());
                if let Some(row) = row.filter(|row| row.len() == before) {
                    row.push(Vec::new());
                }
            }
            Role::Row if self.tables == 1 => self.cell_end(),
            _ => self.flush(),
        }
    }
}

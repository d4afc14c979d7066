//! References to entities, and the declaration that says what they stand for.

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;

use super::super::characters::is_forbidden;
use super::super::doctype::Entities;
use super::{P4, Reader, Result};
use crate::diagnostic::Code;

/// To how many bytes entities may expand in a document that is shorter itself.
const MAX_EXPANSION: usize = 1 << 20;

impl<'x> Reader<'x> {
    /// Takes note of what the document type declaration declares.
    pub(super) fn declare(&mut self, declaration: &str) -> Result<()> {
        if self.rooted || self.entities.is_some() {
            return Err(self.not_well_formed("a document type declaration out of its place"));
        }
        let is_end = |c: char| c.is_ascii_whitespace() || c == '[';
        if declaration.trim_ascii_start().split(is_end).next() == Some(P4) {
            return Err(self.is_p4());
        }
        let entities = Entities::read(declaration).map_err(|refusal| {
            self.error(Code::DoctypeRefused, &refusal.message).help(refusal.help)
        })?;
        self.entities = Some(Arc::new(entities));
        Ok(())
    }

    pub(super) fn resolve(&mut self, reference: &BytesRef<'x>) -> Result<Cow<'x, str>> {
        if let Some(predefined) = resolve_predefined_entity(reference) {
            return Ok(Cow::Borrowed(predefined));
        }
        match reference.resolve_char_ref() {
            Ok(Some(c)) if !is_forbidden(c) => Ok(Cow::Owned(c.to_string())),
            Ok(Some(_)) => {
                Err(self.not_well_formed(&format!("&{}; is no character of XML", &**reference)))
            }
            Ok(None) => self.expand(reference).map(Cow::Owned),
            Err(error) => Err(self.not_well_formed(&error.to_string())),
        }
    }

    /// The characters that a declared entity stands for.
    fn expand(&mut self, name: &str) -> Result<String> {
        let words = self.entities.as_ref().and_then(|entities| entities.get(name));
        let Some(words) = words.map(str::to_owned) else {
            let undefined = self.not_well_formed(&format!("the entity &{name}; is not defined"));
            return Err(match self.entities {
                Some(_) => undefined.help(
                    "a DTD in another file is not read: put the characters in its place, such as \
                     with xmllint --noent --loaddtd",
                ),
                None => undefined,
            });
        };
        self.expanded += words.len();
        if self.expanded > self.xml.len().max(MAX_EXPANSION) {
            let message = "the entities expand to more than the document has";
            return Err(self.error(Code::DoctypeRefused, message));
        }
        Ok(words)
    }

    /// Expands the entities in the value of an attribute, to see that they can
    /// be.
    pub(super) fn check_entities(&mut self, value: &str) -> Result<()> {
        for after in value.split('&').skip(1) {
            let name = after.split(';').next().unwrap_or_default();
            if !name.starts_with('#') && resolve_predefined_entity(name).is_none() {
                self.expand(name)?;
            }
        }
        Ok(())
    }
}

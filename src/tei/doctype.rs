//! The document type declaration: what may be read of it, and what not.
//!
//! TEI P5 needs none, yet many documents have one that is harmless: it names a
//! DTD, which is never read, or declares characters, notations, pictures. What
//! would read other files, expand into more than characters, or change what the
//! document says without being applied here is refused.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::escape::{resolve_predefined_entity, unescape_with};

/// How many entities a document may declare: looking one up takes the longer the
/// more there are.
const MAX_ENTITIES: usize = 1024;

/// How long the words of an entity may be, in bytes.
const MAX_LENGTH: usize = 1024;

/// The entities of a document, by name; those that text may not refer to have
/// no characters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entities(HashMap<String, Option<String>>);

impl Entities {
    /// The characters that `&name;` stands for.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_deref()
    }

    /// What `text` says, with the entities of XML and these in it; nothing if
    /// it refers to others.
    pub(crate) fn unescape<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        unescape_with(text, |name| self.resolve(name)).ok()
    }

    /// What `&name;` says, be it one of XML’s own or one of these.
    pub(crate) fn resolve(&self, name: &str) -> Option<&str> {
        resolve_predefined_entity(name).or_else(|| self.get(name))
    }
}

/// Why a declaration is refused, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub message: String,
    pub help: &'static str,
}

const EXPAND: &str = "put what the entities stand for in their place, such as with xmllint --noent";

type Result<T> = std::result::Result<T, Refusal>;

fn refuse<T>(message: impl Into<String>, help: &'static str) -> Result<T> {
    Err(Refusal { message: message.into(), help })
}

impl Entities {
    /// Reads what stands between `<!DOCTYPE` and its `>`.
    ///
    /// # Errors
    ///
    /// If it declares more than names for characters.
    pub(crate) fn read(declaration: &str) -> Result<Self> {
        let mut cursor = Cursor { rest: declaration };
        cursor.space();
        cursor.word()?;
        let mut entities = Self::default();
        cursor.external_identifier()?;
        cursor.space();
        if cursor.take("[") {
            while !cursor.space_and("]") {
                entities.declaration(&mut cursor)?;
            }
        }
        cursor.space();
        if cursor.rest.is_empty() { Ok(entities) } else { cursor.unreadable() }
    }

    /// A declaration, a comment or an instruction of the internal subset.
    fn declaration(&mut self, cursor: &mut Cursor<'_>) -> Result<()> {
        if cursor.take("<!--") {
            cursor.until("-->").map(drop)
        } else if cursor.take("<?") {
            cursor.until("?>").map(drop)
        } else if cursor.take("<!ENTITY") {
            self.entity(cursor)
        } else if cursor.take("<!ATTLIST") {
            cursor.attributes()
        } else if cursor.take("<!ELEMENT") || cursor.take("<!NOTATION") {
            cursor.rest_of_declaration()
        } else if cursor.rest.starts_with('%') {
            let name = cursor.rest.split(';').next().unwrap_or_default();
            let shown: String = name.chars().take(40).collect();
            let message = format!("the document type declaration uses the entity {shown};");
            refuse(message, "remove <!DOCTYPE …>, or put the declarations in its place")
        } else {
            cursor.unreadable()
        }
    }

    fn entity(&mut self, cursor: &mut Cursor<'_>) -> Result<()> {
        cursor.space();
        let of_declarations = cursor.take("%");
        cursor.space();
        let name = cursor.word()?.to_owned();
        cursor.space();
        let words = if cursor.rest.starts_with(['"', '\'']) {
            let literal = cursor.literal()?;
            if of_declarations { None } else { Some(characters(&name, literal)?) }
        } else {
            cursor.external_identifier()?;
            // What has a notation is no XML, and is only told of.
            if of_declarations || !cursor.space_and("NDATA") {
                let message = format!("the entity {name} stands for another file");
                return refuse(message, "put the file in its place, such as with xmllint --noent");
            }
            None
        };
        if self.0.len() == MAX_ENTITIES {
            let message = format!("more than {MAX_ENTITIES} entities are declared");
            return refuse(message, EXPAND);
        }
        // The first declaration counts; those of XML itself cannot be changed.
        if resolve_predefined_entity(&name).is_none() {
            self.0.entry(name).or_insert(words);
        }
        cursor.rest_of_declaration()
    }
}

/// What an entity stands for, if that is nothing but characters.
fn characters(name: &str, literal: &str) -> Result<String> {
    let is_of_xml = resolve_predefined_entity(name).is_some();
    let mut words = String::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once('&') {
        words.push_str(before);
        let character = after.split_once(';').and_then(|(reference, after)| {
            rest = after;
            let number = reference.strip_prefix('#')?;
            let number = match number.strip_prefix('x') {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            number.ok().and_then(char::from_u32)
        });
        let is_plain = |c: &char| !matches!(c, '&' | '<') && !super::characters::is_forbidden(*c);
        match character.filter(|c| is_of_xml || is_plain(c)) {
            Some(c) => words.push(c),
            None => return refuse(not_plain(name), EXPAND),
        }
    }
    words.push_str(rest);
    if literal.contains(['<', '%']) {
        return refuse(not_plain(name), EXPAND);
    }
    if words.len() > MAX_LENGTH {
        let message = format!("the entity {name} is longer than {MAX_LENGTH} bytes");
        return refuse(message, EXPAND);
    }
    Ok(words.replace("\r\n", "\n").replace('\r', "\n"))
}

fn not_plain(name: &str) -> String {
    format!("the entity {name} stands for more than characters")
}

/// What is left of a declaration.
struct Cursor<'d> {
    rest: &'d str,
}

impl<'d> Cursor<'d> {
    fn space(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }

    fn take(&mut self, start: &str) -> bool {
        let rest = self.rest.strip_prefix(start);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn space_and(&mut self, start: &str) -> bool {
        self.space();
        self.take(start)
    }

    fn unreadable<T>(&self) -> Result<T> {
        let shown: String = self.rest.chars().take(20).collect();
        let message = format!("the document type declaration cannot be read from “{shown}” on");
        refuse(message, "remove <!DOCTYPE …>: TEI P5 is read without it")
    }

    fn word(&mut self) -> Result<&'d str> {
        let is_end = |c: char| c.is_ascii_whitespace() || "[]<>\"'%&;".contains(c);
        let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest;
        if word.is_empty() { self.unreadable() } else { Ok(word) }
    }

    /// What stands before `end`, which is taken, too.
    fn until(&mut self, end: &str) -> Result<&'d str> {
        let Some((before, rest)) = self.rest.split_once(end) else { return self.unreadable() };
        self.rest = rest;
        Ok(before)
    }

    fn literal(&mut self) -> Result<&'d str> {
        self.space();
        if self.take("\"") {
            self.until("\"")
        } else if self.take("'") {
            self.until("'")
        } else {
            self.unreadable()
        }
    }

    /// Where a DTD or an entity is, if it says so; nothing is looked for there.
    fn external_identifier(&mut self) -> Result<()> {
        if self.space_and("PUBLIC") {
            self.literal()?;
            self.literal()?;
        } else if self.take("SYSTEM") {
            self.literal()?;
        }
        Ok(())
    }

    /// The end of a declaration.
    fn rest_of_declaration(&mut self) -> Result<()> {
        while !self.take(">") {
            match self.rest.find(['>', '"', '\'', '<', '%']) {
                Some(at) => self.rest = &self.rest[at..],
                None => return self.unreadable(),
            }
            if self.rest.starts_with(['"', '\'']) {
                self.literal()?;
            } else if !self.rest.starts_with('>') {
                return self.unreadable();
            }
        }
        Ok(())
    }

    /// Declared attributes: their defaults would have to be put in.
    fn attributes(&mut self) -> Result<()> {
        let before = self.rest;
        self.rest_of_declaration()?;
        if before[..before.len() - self.rest.len()].contains(['"', '\'']) {
            let message = "the document type declaration gives attributes default values";
            return refuse(message, "put them into the document, such as with xmllint --dtdattr");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Entities;

    fn entity(declaration: &str, name: &str) -> Option<String> {
        Entities::read(declaration).unwrap().get(name).map(str::to_owned)
    }

    #[test]
    fn what_is_harmless() {
        assert!(Entities::read("TEI").is_ok());
        assert!(Entities::read(" TEI SYSTEM 'tei.dtd' ").is_ok());
        let all = "TEI PUBLIC \"-//TEI\" \"tei.dtd\" [\n<!-- [ > ]] -->\n<?x ]>?>\n\
            <!ENTITY eacute '&#233;'><!ENTITY mdash \"&#x2014;\"><!ENTITY eacute 'e'>\n\
            <!NOTATION jpeg PUBLIC 'image/jpeg'><!ENTITY fig1 SYSTEM '1.jpg' NDATA jpeg>\n\
            <!ENTITY % TEI.prose 'INCLUDE'><!ELEMENT p (#PCDATA)><!ATTLIST p n CDATA #IMPLIED>\n\
            <!ENTITY lt \"&#38;#60;\"> <!ENTITY nb 'N.B. >'>\n]";
        assert_eq!(entity(all, "eacute").as_deref(), Some("é"));
        assert_eq!(entity(all, "mdash").as_deref(), Some("—"));
        assert_eq!(entity(all, "nb").as_deref(), Some("N.B. >"));
        assert_eq!(entity(all, "fig1"), None);
        assert_eq!(entity(all, "TEI.prose"), None);
    }

    #[test]
    fn what_is_not() {
        let long = format!("TEI [<!ENTITY x '{}'>]", "a".repeat(1025));
        let many: Vec<String> = (0..1025).map(|n| format!("<!ENTITY x{n} 'a'>")).collect();
        let many = format!("TEI [{}]", many.concat());
        for (declaration, said) in [
            ("TEI [<!ENTITY x SYSTEM '/etc/passwd'>]", "the entity x stands for another file"),
            ("TEI [<!ENTITY % x SYSTEM 'x.ent'> %x;]", "the entity x stands for another file"),
            ("TEI [<!ENTITY % x 'y'> %x;]", "uses the entity %x;"),
            ("TEI [<!ENTITY x '<p/>'>]", "the entity x stands for more than characters"),
            ("TEI [<!ENTITY x '&#60;p/>'>]", "the entity x stands for more than characters"),
            ("TEI [<!ENTITY x '&#38;y;'>]", "the entity x stands for more than characters"),
            ("TEI [<!ENTITY x '&y;&y;'>]", "the entity x stands for more than characters"),
            ("TEI [<!ENTITY x '&#0;'>]", "the entity x stands for more than characters"),
            ("TEI [<!ATTLIST p n CDATA 'a'>]", "gives attributes default values"),
            ("TEI [<!ENTITY x 'a>]", "cannot be read from"),
            ("TEI [<![INCLUDE[]]>]", "cannot be read from “<![INCLUDE[]]>]” on"),
            ("TEI [", "cannot be read from"),
            ("", "cannot be read from"),
            (&long, "the entity x is longer than 1024 bytes"),
            (&many, "more than 1024 entities are declared"),
        ] {
            let refusal = Entities::read(declaration).unwrap_err();
            assert!(refusal.message.contains(said), "{}", refusal.message);
        }
    }
}

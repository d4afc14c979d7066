//! The columns of an authority file.

use super::{Entry, EntryKind};
use crate::entity::{Idno, IdnoType};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Name,
    Variants,
    Type,
    Idno(IdnoType),
    From,
    To,
}

pub(super) const COLUMNS: &[(&str, Column)] = &[
    ("id", Column::Id),
    ("name", Column::Name),
    ("variants", Column::Variants),
    ("type", Column::Type),
    ("wikidata", Column::Idno(IdnoType::Wikidata)),
    ("viaf", Column::Idno(IdnoType::Viaf)),
    ("gnd", Column::Idno(IdnoType::Gnd)),
    ("geonames", Column::Idno(IdnoType::Geonames)),
    ("from", Column::From),
    ("to", Column::To),
];

/// What is wrong with a field, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub message: String,
    pub help: String,
}

impl Column {
    /// Puts what a field says into an entry; an empty field says nothing.
    pub(super) fn read(self, field: &str, entry: &mut Entry) -> Result<(), Wrong> {
        if field.is_empty() {
            return Ok(());
        }
        match self {
            Self::Id => field.clone_into(&mut entry.id),
            Self::Name => field.clone_into(&mut entry.name),
            Self::Variants => {
                let variants = field.split(['|', ';']).map(str::trim);
                entry.variants =
                    variants.filter(|form| !form.is_empty()).map(str::to_owned).collect();
            }
            Self::Type => entry.kind = kind(field)?,
            Self::Idno(of) => {
                entry.idnos.push(idno(of, field)?);
                entry.idnos.sort_by_key(|idno| idno.of);
            }
            Self::From => entry.from = Some(year(field)?),
            Self::To => {
                let to = year(field)?;
                if let Some(from) = entry.from.filter(|from| *from > to) {
                    return Err(Wrong {
                        message: format!("it ends in {to}, before it began in {from}"),
                        help: "check both years".to_owned(),
                    });
                }
                entry.to = Some(to);
            }
        }
        Ok(())
    }
}

fn kind(field: &str) -> Result<EntryKind, Wrong> {
    match field.to_lowercase().as_str() {
        "person" => Ok(EntryKind::Person),
        "place" => Ok(EntryKind::Place),
        _ => Err(Wrong {
            message: format!("there is no type `{field}`"),
            help: "the types are person, which an empty field means, and place".to_owned(),
        }),
    }
}

/// A year, or the year of a date.
fn year(field: &str) -> Result<i16, Wrong> {
    let (sign, rest) = field.strip_prefix('-').map_or((1, field), |rest| (-1, rest));
    let mut parts = rest.split('-');
    let year = parts.next().filter(|year| (1..=4).contains(&year.len()));
    let year = year.filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let is_part = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let rest_is_a_date = parts.clone().count() <= 2 && parts.all(is_part);
    match year.and_then(|year| year.parse::<i16>().ok()) {
        Some(year) if rest_is_a_date => Ok(sign * year),
        _ => Err(Wrong {
            message: format!("`{field}` is no year"),
            help: "write a year such as 1869, or leave it empty if it is not known".to_owned(),
        }),
    }
}

/// The identifier, which may be written as its address.
fn idno(of: IdnoType, field: &str) -> Result<Idno, Wrong> {
    let hosts: &[&str] = match of {
        IdnoType::Wikidata => &["wikidata.org/entity/", "wikidata.org/wiki/"],
        IdnoType::Viaf => &["viaf.org/viaf/"],
        IdnoType::Gnd => &["d-nb.info/gnd/"],
        IdnoType::Geonames => &["sws.geonames.org/", "geonames.org/"],
    };
    let bare = field.strip_prefix("https://").or(field.strip_prefix("http://"));
    let bare = bare.map_or(field, |rest| rest.strip_prefix("www.").unwrap_or(rest));
    let local = hosts.iter().find_map(|host| bare.strip_prefix(host));
    let local = local.map_or(bare, |rest| rest.split('/').next().unwrap_or(rest));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (right, example) = match of {
        IdnoType::Wikidata => (local.strip_prefix('Q').is_some_and(digits), "Q47484"),
        IdnoType::Viaf => (digits(local), "9847974"),
        IdnoType::Gnd => (
            local.starts_with(|c: char| c.is_ascii_digit())
                && local.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'X')),
            "118539000",
        ),
        IdnoType::Geonames => (digits(local), "2988507"),
    };
    if right {
        return Ok(Idno { of, id: local.to_owned() });
    }
    let name = of.name();
    Err(Wrong {
        message: format!("`{field}` is no identifier of {name}"),
        help: format!("write one such as {example}, or its address"),
    })
}

#[cfg(test)]
mod tests {
    use super::{idno, year};
    use crate::entity::IdnoType;

    #[test]
    fn years() {
        assert_eq!(year("1869"), Ok(1869));
        assert_eq!(year("-44"), Ok(-44));
        assert_eq!(year("1869-11-22"), Ok(1869));
        for wrong in ["c. 1869", "1869?", "18690", "1869-1951", "-"] {
            assert!(year(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn identifiers() {
        let uri = |of, field: &str| idno(of, field).map(|idno| idno.uri()).ok();
        let gide = Some("https://www.wikidata.org/entity/Q47484".to_owned());
        for field in [
            "Q47484",
            "http://www.wikidata.org/entity/Q47484",
            "https://www.wikidata.org/wiki/Q47484",
        ] {
            assert_eq!(uri(IdnoType::Wikidata, field), gide);
        }
        let paris = Some("https://www.geonames.org/2988507".to_owned());
        assert_eq!(uri(IdnoType::Geonames, "https://sws.geonames.org/2988507/"), paris);
        assert_eq!(
            uri(IdnoType::Gnd, "11854023X"),
            Some("https://d-nb.info/gnd/11854023X".to_owned())
        );
        assert_eq!(uri(IdnoType::Wikidata, "47484"), None);
        assert_eq!(uri(IdnoType::Viaf, "http://example.org/1"), None);
    }
}

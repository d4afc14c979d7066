//! `rubricate validate`

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rubricate::tei::externalize;
use rubricate::{Code, Diagnostic, Profile, Schema, Severity, validate, xml_text};
use teixml::SchemaStore;

use super::Outcome;
use super::arguments::{FindingsFormat, Validate};
use super::directory::Kind;
use super::files::{self, Named};
use super::format::{self, Checked};
use super::list;
use super::progress::Progress;
use super::tally::Tally;
use super::work;

pub(super) fn run(arguments: &Validate) -> Outcome {
    let files = list::files(&arguments.files, &arguments.listed, Kind::Editions, None);
    let schemas = Schemas::new(arguments.schema.as_deref());
    let (files, schemas) = match (files, schemas) {
        (Ok(files), Ok(schemas)) => (files.all, schemas),
        (Err(message), _) | (_, Err(message)) => return super::failed(&message),
    };
    let progress = Progress::new(files.len(), arguments.work.quiet);
    let jobs = work::jobs(arguments.work.jobs, files.len());
    let mut tally = Tally::default();
    let mut report = format::Report::new(arguments.format);
    work::in_order(
        jobs,
        files.len(),
        |index| one(&files[index], &schemas),
        |index, result| {
            progress.step();
            match result {
                Ok(checked) => {
                    tally.count(Some(outcome(&checked)), checked.has(Severity::Warning));
                    report.add(&checked);
                    if !arguments.work.quiet {
                        progress.say(&checked.summary());
                    }
                }
                Err(message) => {
                    tally.count(Some(Outcome::Failed), false);
                    progress.say(&format!("error: {message}"));
                    if arguments.format != FindingsFormat::Text {
                        report.add(&unread(&files[index].path, message));
                    }
                }
            }
        },
    );
    if files.len() > 1 && !arguments.work.quiet {
        progress.say(&tally.describe());
    }
    match report.finish() {
        Ok(()) => tally.worst(),
        Err(message) => super::failed(&message),
    }
}

/// What a document comes to.
fn outcome(checked: &Checked) -> Outcome {
    if checked.diagnostics.iter().any(|found| could_not_be_read(found.code)) {
        Outcome::Failed
    } else if checked.has(Severity::Error) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Whether the file was no XML, or not TEI, so that it could not be validated.
fn could_not_be_read(code: Code) -> bool {
    matches!(
        code,
        Code::NotWellFormed
            | Code::DoctypeRefused
            | Code::TooDeep
            | Code::TooManyAttributes
            | Code::NotTei
    )
}

/// What other programs are told of a file that could not be validated.
fn unread(path: &Path, message: String) -> Checked {
    let diagnostic = Diagnostic::new(Severity::Error, Code::Unreadable, message);
    Checked { name: files::shown(path), xml: String::new(), diagnostics: vec![diagnostic] }
}

/// Validates one file.
fn one(file: &Named, schemas: &Schemas) -> Result<Checked, String> {
    if let Some(trouble) = &file.trouble {
        return Err(trouble.clone());
    }
    let path = file.path.as_path();
    let bytes = files::read(path)?;
    let name = files::shown(path);
    let xml = match xml_text(&bytes) {
        Ok(xml) => xml.into_owned(),
        Err(diagnostic) => {
            return Ok(Checked { name, xml: String::new(), diagnostics: vec![diagnostic] });
        }
    };
    let (schema, remark) = schemas.of(path, &xml)?;
    let mut diagnostics = validate(&xml, &schema);
    diagnostics.extend(remark);
    Ok(Checked { name, xml, diagnostics })
}

/// The schemas of a run, each compiled once.
struct Schemas {
    given: Option<Arc<Schema>>,
    embedded: Arc<Schema>,
    store: Option<SchemaStore>,
    files: Mutex<HashMap<PathBuf, Arc<Schema>>>,
}

impl Schemas {
    fn new(given: Option<&Path>) -> Result<Self, String> {
        Ok(Self {
            given: given.map(load).transpose()?.map(Arc::new),
            embedded: Arc::new(Schema::embedded()),
            store: SchemaStore::open(SchemaStore::default_dir()).ok(),
            files: Mutex::default(),
        })
    }

    /// The schema for a document, and what is to be said of the choice.
    fn of(&self, path: &Path, xml: &str) -> Result<(Arc<Schema>, Option<Diagnostic>), String> {
        if let Some(given) = &self.given {
            return Ok((given.clone(), None));
        }
        let declared = teixml::store::declared_schemas(xml);
        let file = declared.iter().find_map(|href| self.file(path, href));
        if let Some(file) = file {
            return Ok((self.compiled(file)?, None));
        }
        let missing = declared.first().filter(|href| !is_ours(xml, href));
        if let Some(profile) = missing.and_then(|_| foreign_profile(xml)) {
            return Err(format!(
                "{}: this edition is for {}; name a copy of {} with --schema",
                files::shown(path),
                profile.name(),
                profile.schema()
            ));
        }
        let remark = missing.map(|href| {
            let message =
                format!("the schema {href} is not at hand; checked against rubricate’s own");
            Diagnostic::new(Severity::Info, Code::SchemaNotFound, message)
                .help("name a file with --schema")
        });
        Ok((self.embedded.clone(), remark))
    }

    /// The file that a reference in a document means.
    fn file(&self, document: &Path, href: &str) -> Option<PathBuf> {
        if href.contains("://") {
            return self.store.as_ref()?.resolve(href);
        }
        let beside = document.parent().unwrap_or(Path::new("")).join(href);
        beside.is_file().then_some(beside)
    }

    fn compiled(&self, file: PathBuf) -> Result<Arc<Schema>, String> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(schema) = files.get(&file) {
            return Ok(schema.clone());
        }
        let schema = Arc::new(load(&file)?);
        files.insert(file, schema.clone());
        Ok(schema)
    }
}

/// Whether this program wrote the document and named the schema, whose stricter
/// form is built in.
fn is_ours(xml: &str, href: &str) -> bool {
    let named = href.ends_with("/tei_all.rng") || href.ends_with("rubricate.rng");
    named && xml.contains("<?rubricate record ")
}

/// The profile of an edition of ours that follows another schema than the built-in one.
fn foreign_profile(xml: &str) -> Option<Profile> {
    let name = externalize(xml).ok()?.record?.profile?;
    Profile::named(&name).filter(|profile| !profile.has_embedded_schema())
}

fn load(path: &Path) -> Result<Schema, String> {
    let bytes = files::read(path)?;
    let name = path.display().to_string();
    let text =
        String::from_utf8(bytes).map_err(|_| format!("{name}: a schema is a text in UTF-8"))?;
    Schema::from_text(&text, &name).map_err(|error| format!("{name}: not a usable schema: {error}"))
}

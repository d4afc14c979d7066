//! Other programs that read and write the file as XML.

use std::path::Path;
use std::process::Command;

use rubricate::{Source, Verdict, restore};

use crate::samples::{self, Sample};
use crate::support::{Test, program};

use super::words;

/// Gives the edition of every sample to a program, which writes `out.xml`, and
/// restores what it wrote.
fn survives(stranger: impl Fn(&Path) -> Option<Command>) {
    for sample in samples::all() {
        let test = Test::new().file("in.xml", sample.convert().tei);
        let Some(mut command) = stranger(&test.path("")) else { return };
        let output = command.current_dir(test.path("")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", sample.name);
        same_words(&sample, &test.read("out.xml"));
    }
}

/// No word is lost or changed, and the verdict says how much was.
#[track_caller]
fn same_words(sample: &Sample, tei: &[u8]) {
    let found = restore(tei).unwrap();
    let Sample { name, transcription, .. } = sample;
    match found.verdict {
        Verdict::Identical => assert_eq!(found.bytes, *transcription, "{name}"),
        Verdict::OnlyReformatted => {
            let text = |bytes: &[u8]| Source::read(bytes, None).unwrap().text().to_owned();
            let (before, after) = (text(transcription), text(&found.bytes));
            assert_eq!(words(after.as_bytes()), words(before.as_bytes()), "{name}");
        }
        verdict => panic!("{name}: {}", verdict.name()),
    }
}

#[test]
fn xmllint_indents() {
    survives(|_| {
        let mut xmllint = program("xmllint", &["--version"])?;
        xmllint.args(["--format", "--output", "out.xml", "in.xml"]);
        Some(xmllint)
    });
}

/// In canonical form: no declaration, attributes sorted, entities resolved.
#[test]
fn xmllint_canonicalizes() {
    survives(|_| {
        program("xmllint", &["--version"])?;
        let mut shell = Command::new("sh");
        shell.args(["-c", "xmllint --c14n11 in.xml > out.xml"]);
        Some(shell)
    });
}

/// The identity transformation of XSLT, with and without indentation.
fn identity(indent: &str) -> String {
    format!(
        r#"<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="{indent}"/>
  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>
</xsl:stylesheet>
"#
    )
}

#[test]
fn xsltproc_copies() {
    for indent in ["no", "yes"] {
        survives(|directory| {
            let mut xsltproc = program("xsltproc", &["--version"])?;
            std::fs::write(directory.join("copy.xsl"), identity(indent)).unwrap();
            xsltproc.args(["--output", "out.xml", "copy.xsl", "in.xml"]);
            Some(xsltproc)
        });
    }
}

/// Saxon, through its Python package; `RUBRICATE_PYTHON` names the Python that
/// has it.
#[test]
fn saxon_copies() {
    const SCRIPT: &str = "\
import saxonche
saxon = saxonche.PySaxonProcessor(license=False)
stylesheet = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file='copy.xsl')
stylesheet.transform_to_file(source_file='in.xml', output_file='out.xml')
";
    let python = std::env::var("RUBRICATE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    for indent in ["no", "yes"] {
        survives(|directory| {
            let mut command = program(&python, &["-c", "import saxonche"])?;
            std::fs::write(directory.join("copy.xsl"), identity(indent)).unwrap();
            command.args(["-c", SCRIPT]);
            Some(command)
        });
    }
}

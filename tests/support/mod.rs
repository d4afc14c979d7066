//! What several tests need: the program in a directory of its own, and
//! outside tools.

mod outside;
pub(crate) mod pairs;
pub(crate) mod prose;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

pub(crate) use outside::{program, saxon, saxon_9};

/// The program, run in a temporary directory with some files in it.
pub(crate) struct Test {
    directory: tempfile::TempDir,
    stdin: Vec<u8>,
}

impl Test {
    /// An empty directory.
    pub(crate) fn new() -> Self {
        Self { directory: tempfile::tempdir().unwrap(), stdin: Vec::new() }
    }

    /// Puts a file into the directory, in directories that are made for it.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The same with the edition of a transcription.
    pub(crate) fn edition(self, name: &str, transcription: &str) -> Self {
        self.file(name, edition(transcription))
    }

    /// Makes a directory.
    pub(crate) fn directory(self, name: &str) -> Self {
        fs::create_dir_all(self.path(name)).unwrap();
        self
    }

    /// What the program is given on standard input.
    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_vec();
        self
    }

    /// Where a file of the directory is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// What is in a file of the directory.
    #[track_caller]
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in a directory of the directory, sorted; `.` is itself.
    pub(crate) fn names(&self, directory: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(directory)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The program with these arguments, which are separated by spaces.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rubricate"));
        command.args(arguments.split_whitespace()).current_dir(self.directory.path());
        // The schemas and settings of whoever runs the tests do not matter.
        command.env("HOME", self.directory.path()).env_remove("XDG_DATA_HOME");
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        let pipes = |command: &mut Command| {
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
        };
        let mut child = pipes(&mut self.command(arguments)).unwrap();
        // A program that reads no standard input may have closed it.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        let output = child.wait_with_output().unwrap();
        Run {
            arguments: arguments.to_owned(),
            status: output.status.code(),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// What a run of the program came to.
pub(crate) struct Run {
    arguments: String,
    status: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub(crate) fn status(self, expected: i32) -> Self {
        assert_eq!(self.status, Some(expected), "{}\n{}", self.arguments, self.stderr);
        self
    }

    #[track_caller]
    pub(crate) fn stdout(self, expected: impl AsRef<[u8]>) -> Self {
        let expected = String::from_utf8_lossy(expected.as_ref()).into_owned();
        assert_eq!(String::from_utf8_lossy(&self.stdout), expected, "{}", self.arguments);
        self
    }

    #[track_caller]
    pub(crate) fn stderr(self, expected: &str) -> Self {
        assert_eq!(self.stderr, expected, "{}", self.arguments);
        self
    }

    /// Standard error has this message, and no other that is an error.
    #[track_caller]
    pub(crate) fn one_error(self, expected: &str) -> Self {
        assert!(self.stderr.contains(expected), "{}\n{}", self.arguments, self.stderr);
        let errors = self.stderr.lines().filter(|line| {
            line.starts_with("error: ") || line.contains(": error[") || line.contains("panicked")
        });
        // What the file is comes first, and then what is wrong with it.
        let errors = errors.filter(|line| !line.ends_with(" cannot be used"));
        assert_eq!(errors.count(), 1, "{}\n{}", self.arguments, self.stderr);
        self
    }

    /// Standard output as text.
    pub(crate) fn text(&self) -> &str {
        str::from_utf8(&self.stdout).unwrap()
    }
}

/// The edition of a transcription.
pub(crate) fn edition(transcription: &str) -> String {
    let options = rubricate::Options::default();
    rubricate::convert(transcription.as_bytes(), &options).unwrap().tei
}

//! Where results go, none of them over another or over what it is made of.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf, absolute};

use super::arguments::Output;
use super::files::{self, Named, Target, is_standard};

/// What a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape<'e> {
    /// A file with this extension.
    File(&'e str),
    /// A directory named after the input, or for a single one `--out-dir` itself.
    Directory { single: bool },
}

/// Where the results for the inputs go.
///
/// An input that has no place to go, or the same place as another one, gets an
/// error message.
pub(super) fn targets(
    inputs: &[Named],
    output: &Output,
    shape: Shape<'_>,
) -> Result<Vec<Result<Target, String>>, String> {
    if let Some(directory) = &output.out_dir {
        files::make_directory(directory)?;
        return Ok(in_directory(inputs, directory, output.base.as_deref(), shape));
    }
    if inputs.len() > 1 {
        let count = inputs.len();
        let place = match &output.file {
            Some(file) => format!("one output, {}", file.display()),
            None => "standard output".to_owned(),
        };
        return Err(format!(
            "{count} inputs for {place}; use --out-dir DIR to get a file for each"
        ));
    }
    let target = match &output.file {
        Some(file) if !is_standard(file) => Target::File(file.clone()),
        _ => Target::Standard,
    };
    Ok(vec![refuse_input(&canonical(inputs), target)])
}

/// The input itself is never written over; `inputs` are what they really are.
fn refuse_input(inputs: &HashSet<PathBuf>, target: Target) -> Result<Target, String> {
    match &target {
        Target::File(file) if file.canonicalize().is_ok_and(|file| inputs.contains(&file)) => {
            let file = file.display();
            Err(format!("{file}: would be written over itself; name another file"))
        }
        _ => Ok(target),
    }
}

/// The files that paths lead to, whatever they are called.
fn canonical(inputs: &[Named]) -> HashSet<PathBuf> {
    let files = inputs.iter().filter(|input| !is_standard(&input.path));
    files.filter_map(|input| input.path.canonicalize().ok()).collect()
}

fn in_directory<'i>(
    inputs: &'i [Named],
    directory: &Path,
    base: Option<&Path>,
    shape: Shape<'_>,
) -> Vec<Result<Target, String>> {
    let mut taken: HashMap<PathBuf, &'i Path> = HashMap::new();
    let canonical = canonical(inputs);
    let place = |named: &'i Named| {
        let Named { path: input, root, .. } = named;
        let root = base.or(root.as_deref());
        let below = directory.join(below(input, root)?);
        let target = match shape {
            Shape::File(extension) => below.with_extension(extension),
            Shape::Directory { single: true } => directory.to_owned(),
            Shape::Directory { single: false } => below.with_extension(""),
        };
        if let Some(first) = taken.get(&target) {
            let shown = (input.display(), target.display(), first.display());
            let (input, target, first) = shown;
            let or = if root.is_none() { ", or keep directories with --base DIR" } else { "" };
            return Err(format!(
                "{input}: would be written to {target}, like {first}; rename one of them{or}"
            ));
        }
        taken.insert(target.clone(), input);
        refuse_input(
            &canonical,
            match shape {
                Shape::File(_) => Target::File(target),
                Shape::Directory { .. } => Target::Directory(target),
            },
        )
    };
    inputs.iter().map(place).collect()
}

/// The name of an input, or its path below `base`.
fn below(input: &Path, base: Option<&Path>) -> Result<PathBuf, String> {
    if is_standard(input) {
        return Ok(PathBuf::from("stdin"));
    }
    let no_file = || format!("{}: this is no file", input.display());
    let name = input.file_name().ok_or_else(no_file)?;
    let Some(base) = base else { return Ok(name.into()) };
    let (Ok(path), Ok(whole)) = (absolute(input), absolute(base)) else {
        return Err(no_file());
    };
    let rest = path.strip_prefix(whole).ok();
    // Who goes up again may be anywhere.
    let rest = rest.filter(|rest| rest.components().all(|part| part.as_os_str() != ".."));
    rest.map(Path::to_path_buf).ok_or_else(|| {
        format!("{}: is not below {}, the base of the results", input.display(), base.display())
    })
}

//! No two modules of one directory import each other, not by way of others either:
//! who reads one can read downwards and never comes back.

use std::collections::{BTreeMap, BTreeSet};

use crate::layers::files;

/// A module or a name in one, from the root of the library.
type Path = Vec<String>;

/// The source of each module, and what it hands on from others.
struct Modules {
    sources: BTreeMap<Path, String>,
    handed_on: BTreeMap<Path, Path>,
}

impl Modules {
    fn read() -> Self {
        let mut sources = BTreeMap::new();
        for file in files() {
            let mut path: Path =
                file.name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            if path.last().is_some_and(|last| last == "mod" || last == "lib") {
                path.pop();
            }
            let code: Vec<&str> = file.code().map(|(_, line)| line).collect();
            sources.insert(path, code.join("\n"));
        }
        let mut modules = Self { sources, handed_on: BTreeMap::new() };
        for (module, code) in &modules.sources {
            for (is_public, path) in imports(code) {
                let path = modules.absolute(module, &path).filter(|_| is_public);
                if let Some((name, path)) = path.and_then(|path| Some((path.last()?.clone(), path)))
                {
                    modules.handed_on.insert([module.as_slice(), &[name]].concat(), path);
                }
            }
        }
        modules
    }

    /// A path as it is from the root, if it is one of the library.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Path> {
        let up = path.iter().take_while(|part| *part == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([&module[..module.len().checked_sub(up)?], &path[up..]].concat()),
            first => {
                let child = [module, &[first.to_owned()]].concat();
                self.sources.contains_key(&child).then(|| [module, path].concat())
            }
        }
    }

    /// The module in which a name stands, however it is handed on.
    fn home(&self, path: &[String]) -> Path {
        let length = (0..=path.len()).rev().find(|end| self.sources.contains_key(&path[..*end]));
        let length = length.unwrap_or(0);
        match path.get(..length + 1).and_then(|name| self.handed_on.get(name)) {
            Some(other) if other.as_slice() != path => self.home(other),
            _ => path[..length].to_vec(),
        }
    }

    /// Which modules of each directory import which others of it, and where.
    fn arrows(&self) -> BTreeMap<(Path, Path), String> {
        let mut arrows = BTreeMap::new();
        for (module, code) in &self.sources {
            for path in imports(code).into_iter().map(|(_, path)| path).chain(inline(code)) {
                let Some(path) = self.absolute(module, &path) else { continue };
                let home = self.home(&path);
                let common =
                    home.iter().zip(module).take_while(|(one, other)| one == other).count();
                // A module and the files in its directory are one thing.
                if common < home.len() && common < module.len() {
                    let ends = (module[..=common].to_vec(), home[..=common].to_vec());
                    arrows.entry(ends).or_insert_with(|| {
                        format!("src/{} names {}", module.join("/"), path.join("::"))
                    });
                }
            }
        }
        arrows
    }
}

/// The paths that `use` brings in, and whether it hands them on.
fn imports(code: &str) -> Vec<(bool, Path)> {
    let mut found = Vec::new();
    for statement in code.split_inclusive(';') {
        let statement = statement.strip_suffix(';').unwrap_or_default();
        let start = statement.rfind("\nuse ").map(|at| (at + 1, false));
        let public = || {
            let at = statement.rfind(") use ").or_else(|| statement.rfind("pub use "));
            at.map(|at| (at, true))
        };
        let first = statement.starts_with("use ").then_some((0, false));
        if let Some((at, is_public)) = start.or_else(public).or(first) {
            let tree = statement[at..].split_once("use ").unwrap().1;
            expand(&[], tree, &mut |path| found.push((is_public, path)));
        }
    }
    found
}

/// Each path of a tree such as `super::{a, b::c}`.
fn expand(before: &[String], tree: &str, take: &mut dyn FnMut(Path)) {
    let parts = |path: &str| -> Path {
        let name = path.split(" as ").next().unwrap_or_default();
        name.split("::")
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    };
    let Some((path, inside)) = tree.split_once('{') else {
        let path = parts(tree);
        if !path.is_empty() {
            take([before, &path].concat());
        }
        return;
    };
    let before = [before, &parts(path)].concat();
    let inside = &inside[..inside.rfind('}').unwrap()];
    let (mut start, mut depth) = (0, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&before, &inside[start..at], take);
                start = at + 1;
            }
            _ => {}
        }
    }
    expand(&before, &inside[start..], take);
}

/// The paths in the code itself: `super::lines::dates(…)`.
fn inline(code: &str) -> impl Iterator<Item = Path> {
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let paths = words.filter(|word| word.starts_with("crate::") || word.starts_with("super::"));
    paths.map(|path| path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect())
}

/// The modules that can be reached from `from` and lead back to it.
fn circle(arrows: &BTreeMap<(Path, Path), String>, from: &Path) -> Vec<Path> {
    let reach = |start: &Path, forward: bool| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start.clone()];
        while let Some(here) = open.pop() {
            for (one, other) in arrows.keys() {
                let (one, other) = if forward { (one, other) } else { (other, one) };
                if *one == here && seen.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
        seen
    };
    reach(from, true).intersection(&reach(from, false)).cloned().collect()
}

#[test]
fn modules_do_not_import_each_other() {
    let arrows = Modules::read().arrows();
    assert!(arrows.len() > 200, "{}", arrows.len());
    for from in arrows.keys().map(|(from, _)| from) {
        let circle = circle(&arrows, from);
        let within = arrows
            .iter()
            .filter(|((one, other), _)| circle.contains(one) && circle.contains(other));
        let told: Vec<&str> = within.map(|(_, told)| told.as_str()).collect();
        assert!(circle.is_empty(), "a circle:\n{}\n", told.join("\n"));
    }
}

#[test]
fn trees_of_imports_are_read() {
    let found = imports("//! a\nuse a::{b, c::{d, e as f}};\npub(super) use g::h;\nfn i() {}");
    let paths: Vec<String> = found.iter().map(|(_, path)| path.join("::")).collect();
    assert_eq!(paths, ["a::b", "a::c::d", "a::c::e", "g::h"]);
    assert_eq!(
        found.iter().map(|(public, _)| *public).collect::<Vec<_>>(),
        [false, false, false, true]
    );
}

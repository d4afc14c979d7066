//! The persons of a play.

/// Whether each line of several names somebody, or goes on set in: all begin with a
/// capital, as those of a paragraph do not.
pub(super) fn is_of_persons(text: &str, indent: u32) -> bool {
    const SEVERAL: usize = 3;
    let begins = |line: &str| line.starts_with(|c: char| c.is_uppercase() || "_(".contains(c));
    let set_in = |line: &str| line.len() - line.trim_start().len() > indent as usize + 1;
    let others = || text.lines().skip(1).filter(|line| !set_in(line)).map(str::trim_start);
    let lines = || text.lines().take(1).chain(others());
    // What is said goes on in the next line or asks.
    let said = |line: &&str| line.trim_end().ends_with([';', '?', '!', ':', '-', '—']);
    let goes_on = lines().filter(|line| line.trim_end().ends_with(',')).count();
    let count = lines().count();
    count >= SEVERAL
        && lines().all(begins)
        && !lines().any(|line| said(&line))
        && goes_on * 2 < count
}

/// Whether a line says where or when a play takes place.
pub(super) fn is_scene(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "the scene ", "scene:", "scene.", "scene--", "scene—", "scene,", "the action ", "time:",
        "time--", "time—", "la scène ", "la scene ", "l'action ", "l’action ", "die scene ",
        "die szene ", "der schauplatz ", "ort ", "ort:", "die handlung ", "schauplatz",
        "das stück spielt", "zeit:", "zeit der handlung",
    ];
    let text = text.trim_start_matches(['_', '(', '[']).to_lowercase();
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) || text == "scene"
}

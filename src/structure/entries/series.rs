//! Days alone begin entries only in series.

use super::DateLine;
use crate::date::{Meaning, Written};
use crate::structure::kind::{Head, Kind};

/// From which day on the next may be the first of a month.
const END_OF_MONTH: i8 = 24;

/// How many of the bare lines around one must count upwards.
const SERIES: usize = 3;

/// A day alone begins an entry only in a series of days that run forward.
pub(super) fn drop_bare_without_series(lines: &mut [Option<DateLine>], under_month: &[bool]) {
    drop_points(lines, under_month);
    let days = days(lines, true);
    for (place, (index, _)) in days.iter().enumerate() {
        if under_month[*index] || !lines[*index].as_ref().is_some_and(|line| line.bare) {
            continue;
        }
        let near = &days[place.saturating_sub(SERIES)..(place + SERIES + 1).min(days.len())];
        let rising = near.windows(2).filter(|pair| runs_forward(pair[0].1, pair[1].1)).count();
        if resumes(lines, &days, place) {
            continue;
        }
        if rising + 1 < near.len().min(SERIES) || near.len() < SERIES {
            lines[*index] = None;
        }
    }
    let days = self::days(lines, false);
    for (place, (index, _)) in days.iter().enumerate() {
        let doubtful = lines[*index].as_ref().is_some_and(|line| line.bare && !line.telling);
        let told = is_next(&days, lines, place) || counts_on(lines, &days, place);
        if doubtful && !under_month[*index] && !told {
            lines[*index] = None;
        }
    }
}

/// Days that count on from the first, far from the beginning of a month, are the
/// points of an argument: “1st. I am entitled … 2d. My nephew …”.
fn drop_points(lines: &mut [Option<DateLine>], under_month: &[bool]) {
    let days = days(lines, true);
    let bare = |lines: &[Option<DateLine>], index: usize| {
        !under_month[index] && lines[index].as_ref().is_some_and(|line| line.bare && !line.dashed)
    };
    for (place, (index, day)) in days.iter().enumerate() {
        let above = place.checked_sub(1).and_then(|above| days[above].1);
        let within = above.is_some_and(|above| (2..END_OF_MONTH).contains(&above));
        if *day != Some(1) || !within || !bare(lines, *index) {
            continue;
        }
        let run = days[place..].iter().zip(1..);
        let counted: Vec<usize> = run
            .take_while(|((index, day), number)| *day == Some(*number) && bare(lines, *index))
            .map(|((index, _), _)| *index)
            .collect();
        if counted.len() > 1 {
            for index in counted {
                lines[index] = None;
            }
        }
    }
}

/// Whether a line says only the day, some days after the full date above it: a
/// letter that was dated goes on with “15th.”
fn resumes(lines: &[Option<DateLine>], days: &[(usize, Option<i8>)], place: usize) -> bool {
    const SOON: i8 = 12;
    let Some(day) = days[place].1 else { return false };
    let above = days[..place].iter().rev().take(SERIES).find_map(|(index, above)| {
        let line = lines[*index].as_ref().filter(|line| !line.bare && line.own_line)?;
        line.dates.first()?;
        *above
    });
    let last = place.checked_sub(1).and_then(|before| days[before].1);
    let rises = last.is_some_and(|last| last < day);
    rises && above.is_some_and(|above| above < day && day - above <= SOON)
}

/// For each block, whether a number at its beginning is a day of the month that
/// the heading above names: the numbers rise, and are not only counted from one
/// as in a list.
pub(super) fn under_month(lines: &[Option<DateLine>], heads: &[Option<Head>]) -> Vec<bool> {
    let mut under = vec![false; lines.len()];
    let mut section: Vec<usize> = Vec::new();
    let mut in_month = false;
    // Few days of one month are told by those of another.
    let mut few: Vec<usize> = Vec::new();
    let mut any = false;
    for index in 0..=lines.len() {
        let head = heads.get(index).copied().flatten();
        if head.is_some() || index == lines.len() {
            let days: Vec<i8> =
                section.iter().filter_map(|at| day_of(lines[*at].as_ref()?)).collect();
            let rises = in_month && days.is_sorted_by(|one, next| one < next);
            let ordinal =
                section.iter().any(|at| lines[*at].as_ref().is_some_and(|line| line.telling));
            let listed = days.iter().zip(1..).all(|(day, number)| *day == number);
            let dashed =
                section.iter().any(|at| lines[*at].as_ref().is_some_and(|line| line.dashed));
            let told = rises && (days.len() > 1 || dashed) && (ordinal || !listed);
            any |= told;
            few.extend(section.iter().filter(|_| rises && !told));
            for at in section.drain(..).filter(|_| told) {
                under[at] = true;
            }
            in_month = head.is_some_and(|head| head.heading.kind == Kind::Month);
        } else if lines[index].as_ref().is_some_and(|line| line.bare) {
            section.push(index);
        }
    }
    for at in few.into_iter().filter(|_| any) {
        under[at] = true;
    }
    under
}

/// The lines with their days of the month, or only those that are telling. A weekday
/// alone is of the day that follows from the one above: “Tuesday 4”, “Wednesday”.
fn days(lines: &[Option<DateLine>], telling: bool) -> Vec<(usize, Option<i8>)> {
    // The last day and its weekday.
    let mut last: Option<(i8, i8)> = None;
    let mut days = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(line) = line.as_ref().filter(|line| line.telling || !telling) else { continue };
        let day = match (day_of(line), weekday_of(line), last) {
            (None, Some(weekday), Some((day, before))) => {
                Some(day + (weekday - before - 1).rem_euclid(7) + 1).filter(|day| *day <= SHORTEST)
            }
            (day, ..) => day,
        };
        last = match (day, weekday_of(line), last) {
            (Some(day), Some(weekday), _) => Some((day, weekday)),
            (Some(day), None, Some((before, weekday))) if day > before => {
                Some((day, (weekday + day - before - 1).rem_euclid(7) + 1))
            }
            _ => None,
        };
        days.push((index, day));
    }
    days
}

/// The day that every month has last.
const SHORTEST: i8 = 28;

fn weekday_of(line: &DateLine) -> Option<i8> {
    last_of(line)?.weekday
}

fn last_of(line: &DateLine) -> Option<Written> {
    match line.dates.last()?.meaning {
        Meaning::Date(written) | Meaning::Duration(_, written) => Some(written),
        _ => None,
    }
}

/// How many days a line may pass over that says only a number.
const STEP: i8 = 7;

/// Whether a bare number right below an entry is a day soon after it: “March 1.”,
/// “2. Lay to all night”, “5. Went ashore”. A list would begin with one.
fn counts_on(lines: &[Option<DateLine>], days: &[(usize, Option<i8>)], place: usize) -> bool {
    let (index, Some(day)) = days[place] else { return false };
    let own_line = |at: usize| lines[at].as_ref().is_some_and(|line| line.own_line);
    let above = place.checked_sub(1).map(|above| days[above]);
    // “7 janvier.”, “8.”, “9.”, each on a line of its own
    let told = place > 0 && own_line(index) && own_line(days[place - 1].0);
    above.is_some_and(|(at, before)| {
        if told {
            return before.is_some_and(|before| (1..=STEP).contains(&(day - before)));
        }
        let above = lines[at].as_ref().filter(|line| at + 1 == index && !line.own_line);
        let before = above.and_then(|line| last_of(line).and_then(|last| last.day).or(before));
        before.is_some_and(|before| (1..=STEP).contains(&(day - before)))
    })
}

/// Whether a bare number is the day after that of the line before, and the line
/// after it goes on from it: “25th.”, “26 get up steam”, “28th.”
fn is_next(days: &[(usize, Option<i8>)], lines: &[Option<DateLine>], place: usize) -> bool {
    let telling = |place: usize| {
        let (index, day) = days.get(place)?;
        lines[*index].as_ref().filter(|line| line.telling)?;
        *day
    };
    let before = place.checked_sub(1).and_then(telling);
    let (index, day) = days[place];
    let dashed = lines[index].as_ref().is_some_and(|line| line.dashed);
    match (before, day, telling(place + 1)) {
        // “22. — Calm.” below “21 février”
        (Some(before), Some(day), _) if dashed && day - before == 1 => true,
        (Some(before), Some(day), Some(after)) => {
            (1..=2).contains(&(day - before)) && (1..=3).contains(&(after - day))
        }
        _ => false,
    }
}

pub(in crate::structure) fn day_of(line: &DateLine) -> Option<i8> {
    match line.dates.first()?.meaning {
        Meaning::Date(written) | Meaning::Duration(written, _) => written.day,
        _ => None,
    }
}

/// The next day, some days later, or the beginning of another month.
fn runs_forward(before: Option<i8>, after: Option<i8>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => after >= before || after < 10 && before > 20,
        _ => true,
    }
}

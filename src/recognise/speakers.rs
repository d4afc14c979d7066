//! Who speaks: `@who` of a speech, from the names in its `speaker`.
//!
//! TEI Guidelines, 7.2.2 *Speeches and Speakers*.

use crate::annotation::{Annotation, Certainty, RESPONSIBLE};
use crate::element::{Attribute, Element};
use crate::source::Span;

/// Points from each speech to the persons that its speaker, one of `speakers`, names, as
/// sure as the names are.
pub(super) fn tell_who(annotations: &mut [Annotation], speakers: &[Span]) {
    if speakers.is_empty() {
        return;
    }
    let named = annotations.iter().enumerate();
    let named = named.filter(|(_, annotation)| annotation.element == Element::PersName);
    let mut persons: Vec<(Span, usize)> =
        named.map(|(index, annotation)| (annotation.outer, index)).collect();
    persons.sort_unstable();
    for at in 0..annotations.len() {
        if annotations[at].element != Element::Sp {
            continue;
        }
        let start = annotations[at].outer.start;
        let speaker = speakers.binary_search_by_key(&start, |speaker| speaker.start);
        let Ok(speaker) = speaker.map(|at| speakers[at]) else { continue };
        let first = persons.partition_point(|(span, _)| span.start < speaker.start);
        let named = persons[first..].iter().take_while(|(span, _)| span.end <= speaker.end);
        let attributes = || named.clone().map(|(_, index)| &annotations[*index].attributes);
        let who: Vec<&str> =
            attributes().filter_map(|attributes| attributes.get(Attribute::Ref)).collect();
        if who.is_empty() {
            continue;
        }
        let who = who.join(" ");
        let certainties = attributes().filter_map(|attributes| attributes.get(Attribute::Cert));
        let least = certainties.min_by_key(|cert| ORDER.iter().position(|known| known == cert));
        let least = least.map(str::to_owned);
        let speech = &mut annotations[at].attributes;
        speech.set(Attribute::Who, who);
        if let Some(least) = least {
            speech.set(Attribute::Resp, RESPONSIBLE);
            speech.set(Attribute::Cert, least);
        }
    }
}

/// The values of `@cert`, the least first.
const ORDER: [&str; 3] =
    [Certainty::Low.value(), Certainty::Medium.value(), Certainty::High.value()];

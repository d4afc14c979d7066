//! Small words of English, which are in no name.

/// A word that is written with a capital only where a sentence begins.
pub(super) fn is_function_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "A", "About", "After", "All", "Although", "Among", "An", "And", "Another", "As", "At",
        "Because", "Before", "Both", "But", "By", "Did", "Do", "Does", "Even", "Ever", "Every",
        "For", "From", "Had", "Has", "Have", "He", "Her", "Here", "His", "How", "If", "In", "Into",
        "Is", "It", "Its", "Like", "May", "My", "Neither", "Never", "No", "Nor", "Not", "Now",
        "Of", "On", "Once", "Or", "Our", "Perhaps", "She", "Since", "So", "Some", "Such", "That",
        "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Till", "To",
        "Under", "Until", "Upon", "Was", "We", "Well", "Were", "What", "When", "Where", "Whether",
        "Which", "While", "Who", "Why", "Will", "With", "Without", "Would", "Yes", "Yet", "You",
        "Your",
    ];
    WORDS.binary_search(&word).is_ok()
}

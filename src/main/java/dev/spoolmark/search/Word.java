package dev.spoolmark.search;

/// A word of a text.
///
/// @param gap the text between the previous word and this one
/// @param unspaced whether its script has no blanks between words
record Word(String text, String gap, boolean unspaced) {

    boolean isApart() {
        return !gap.isEmpty();
    }

    boolean isLetter() {
        return !unspaced && text.codePointCount(0, text.length()) == 1 && Character.isLetter(text.codePointAt(0));
    }

    /// A letter after a letter and a sign: `S.H.I.E.L.D.`, `M*A*S*H`, `J. R. R.`
    boolean continuesAcronym() {
        return isLetter() && (isSign(gap) || (gap.length() == 2 && gap.charAt(0) == '.' && gap.charAt(1) == ' '));
    }

    /// Whether a sign alone stands before it: `Spider-Man`, `Face/Off`, `9-1-1`.
    boolean isJoined() {
        return !unspaced && !gap.isEmpty() && gap.indexOf(' ') < 0;
    }

    private static boolean isSign(String gap) {
        return gap.length() == 1 && gap.charAt(0) != ' ';
    }
}

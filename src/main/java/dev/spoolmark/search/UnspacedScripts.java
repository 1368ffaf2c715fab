package dev.spoolmark.search;

/// Scripts without blanks between words, in which a word can begin after any letter.
final class UnspacedScripts {

    private static final int FIRST = 0x0E00;
    private static final int PROLONGED_SOUND_MARK = 0x30FC;
    private static final int CLOSING_MARK = 0x3006;

    private UnspacedScripts() {}

    /// Korean has blanks, but joins endings to words: it is searched in the same way.
    static boolean isUnspaced(int character) {
        if (character < FIRST) {
            return false;
        }
        if (character == PROLONGED_SOUND_MARK || character == CLOSING_MARK) {
            return true; // of several scripts, and so of none
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN,
                    HIRAGANA,
                    KATAKANA,
                    BOPOMOFO,
                    HANGUL,
                    YI,
                    THAI,
                    LAO,
                    KHMER,
                    MYANMAR,
                    TIBETAN,
                    JAVANESE,
                    BALINESE,
                    TAI_LE,
                    NEW_TAI_LUE,
                    TAI_THAM,
                    TAI_VIET,
                    AHOM -> true;
            default -> false;
        };
    }
}

package dev.spoolmark.core;

/// Classes of characters that are equal when titles are compared.
enum CharacterKind {
    /// White space.
    BLANK,
    /// Hyphens, dashes, minus signs and tildes.
    DASH,
    /// Single quotation marks, primes, and letters that are written like an apostrophe.
    APOSTROPHE,
    /// Double quotation marks of every language.
    QUOTATION_MARK,
    /// Invisible: formats or joins other characters.
    INVISIBLE,
    OTHER;

    private static final String DASHES = "\u02d7\u02dc\u2043\u2052\u2053\u2212\u223c\u2796\u301c\uff5e~";
    private static final String APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u02f4"
            + "\u0374\u0384\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018\u2019\u201a\u201b\u2032\u2035"
            + "\u2039\u203a\u275b\u275c\ua78b\ua78c\uff07\uff40";
    private static final String QUOTATION_MARKS = "\"\u00ab\u00bb\u02ba\u02dd\u02ee\u02f6\u05f4\u201c\u201d\u201e"
            + "\u201f\u2033\u2036\u275d\u275e\u2e42\u301d\u301e\u301f\uff02";

    private static final int LATIN_1 = 0x100;
    private static final CharacterKind[] LATIN_1_KINDS = new CharacterKind[LATIN_1];

    static {
        for (int character = 0; character < LATIN_1; character++) {
            LATIN_1_KINDS[character] = kind(character);
        }
    }

    static CharacterKind of(int character) {
        return character < LATIN_1 ? LATIN_1_KINDS[character] : kind(character);
    }

    private static CharacterKind kind(int character) {
        if (isInvisible(character)) {
            return INVISIBLE;
        }
        if (isBlank(character)) {
            return BLANK;
        }
        if (Character.getType(character) == Character.DASH_PUNCTUATION || DASHES.indexOf(character) >= 0) {
            return DASH;
        }
        if (APOSTROPHES.indexOf(character) >= 0) {
            return APOSTROPHE;
        }
        return QUOTATION_MARKS.indexOf(character) >= 0 ? QUOTATION_MARK : OTHER;
    }

    /// Includes the blank Braille pattern.
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || character == 0x2800;
    }

    /// The ignorable characters of Unicode and all format characters, except those that are drawn before
    /// numbers.
    private static boolean isInvisible(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
            case 0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2 -> false;
            default ->
                isBetween(character, 0x180B, 0x180F)
                        || isBetween(character, 0xFE00, 0xFE0F)
                        || isBetween(character, 0xFFF0, 0xFFFB)
                        || isBetween(character, 0xE0000, 0xE0FFF)
                        || (Character.getType(character) == Character.FORMAT
                                && !isBetween(character, 0x110BD, 0x1343F));
        };
    }

    private static boolean isBetween(int character, int first, int last) {
        return character >= first && character <= last;
    }
}

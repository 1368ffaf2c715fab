package dev.spoolmark.core;

import java.text.Normalizer;
import java.util.Map;

/// The normal form in which titles and names are compared and searched.
///
/// - Letters are in lower case, independent of the locale. Marks are removed from Latin, Greek and Cyrillic letters
///   only: in other scripts they are part of the letter.
/// - Ligatures and letters like `ß`, `ø` and `ł` become the letters that users type for them.
/// - Full-width and other compatibility forms become the plain ones (Unicode NFKC).
/// - All white space is one blank, all dashes one dash, all apostrophes one apostrophe, all double quotation marks
///   one; invisible characters are removed.
/// - Points in the middle of a line are one point; the signs that stand for `/`, `:` and `*` in file names are those.
/// - HTML character references are decoded.
///
/// Folding is idempotent.
public final class TextFolding {

    /// A second pass is needed if the first one creates something foldable; a third rarely.
    private static final int MAX_PASSES = 10;

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ƀ', "b"),
            Map.entry((int) 'ɨ', "i"),
            Map.entry((int) 'ƶ', "z"),
            Map.entry(0x2044, "/"), // between the numbers of a fraction
            // What stands in file names for signs that these may not contain.
            Map.entry(0x2215, "/"),
            Map.entry(0x29F8, "/"),
            Map.entry(0x2236, ":"),
            Map.entry(0xA789, ":"),
            Map.entry(0x204E, "*"),
            Map.entry(0x2217, "*"),
            // Points in the middle of a line.
            Map.entry(0x2022, "\u00b7"),
            Map.entry(0x2027, "\u00b7"),
            Map.entry(0x2219, "\u00b7"),
            Map.entry(0x22C5, "\u00b7"));

    private TextFolding() {}

    public static String fold(String text) {
        if (isPlain(text)) {
            return ascii(text);
        }
        String before = text;
        String folded = pass(text);
        for (int passes = 1; !folded.equals(before) && passes < MAX_PASSES; passes++) {
            before = folded;
            folded = isPlain(folded) ? ascii(folded) : pass(folded);
        }
        return folded;
    }

    /// Whether the text has no visible character. A mark without a base letter is not visible.
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(character -> isIgnorable(character) || isMark(character));
    }

    /// Removes leading and trailing white space and invisible characters.
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isIgnorable(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isIgnorable(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isIgnorable(int character) {
        CharacterKind kind = CharacterKind.of(character);
        return kind == CharacterKind.BLANK || kind == CharacterKind.INVISIBLE;
    }

    /// Fast path: ASCII without a possible character reference, as most titles are.
    private static boolean isPlain(String text) {
        boolean ampersand = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (ampersand && c == ';')) {
                return false;
            }
            ampersand |= c == '&';
        }
        return true;
    }

    private static String ascii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                folded.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                folded.append((char) (c + ('a' - 'A')));
            } else {
                sign(folded, c);
            }
        }
        return ended(folded);
    }

    private static String pass(String text) {
        String signs = signs(Normalizer.normalize(HtmlEntities.decode(text), Normalizer.Form.NFD));
        String letters = letters(Normalizer.normalize(signs, Normalizer.Form.NFKD));
        return ended(new StringBuilder(Normalizer.normalize(letters, Normalizer.Form.NFC)));
    }

    /// Runs before NFKC, which would turn an acute accent into a blank and a mark, and a double prime into two
    /// primes.
    private static String signs(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isFraction(character) && endsInDigit(plain)) {
                plain.append(' '); // 8½ is 8 1/2
            }
            sign(plain, voicing(character));
        }
        return plain.toString();
    }

    private static boolean endsInDigit(StringBuilder text) {
        return !text.isEmpty() && Character.getType(text.charAt(text.length() - 1)) == Character.DECIMAL_DIGIT_NUMBER;
    }

    private static boolean isFraction(int character) {
        return (character >= 0xBC && character <= 0xBE)
                || (character >= 0x2150 && character <= 0x215F)
                || character == 0x2189;
    }

    /// Replaces stand-alone kana sound marks by combining ones.
    private static int voicing(int character) {
        return character == 0x309B ? 0x3099 : character == 0x309C ? 0x309A : character;
    }

    private static String letters(String decomposed) {
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean loses = false;
        for (int i = 0; i < decomposed.length(); i += Character.charCount(decomposed.codePointAt(i))) {
            int character = decomposed.codePointAt(i);
            if (!isMark(character)) {
                loses = losesMarks(character);
                append(folded, Character.toLowerCase(Character.toUpperCase(character)));
            } else if (!loses) {
                folded.appendCodePoint(character);
            }
        }
        return folded.toString();
    }

    private static void append(StringBuilder folded, int letter) {
        String plain = letter < 0x80 ? null : LETTERS.get(letter);
        if (plain == null) {
            sign(folded, letter);
        } else {
            folded.append(plain);
        }
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean losesMarks(int character) {
        if (!Character.isLetter(character)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case LATIN, GREEK, CYRILLIC -> true;
            default -> false;
        };
    }

    /// Appends a character that is no letter. Runs of blanks and of dashes become one.
    private static void sign(StringBuilder folded, int character) {
        switch (CharacterKind.of(character)) {
            case BLANK -> once(folded, ' ');
            case DASH -> once(folded, '-');
            case APOSTROPHE -> folded.append('\'');
            case QUOTATION_MARK -> folded.append('"');
            case INVISIBLE -> {}
            case OTHER -> folded.appendCodePoint(character);
        }
    }

    private static void once(StringBuilder folded, char sign) {
        if (folded.isEmpty() || folded.charAt(folded.length() - 1) != sign) {
            folded.append(sign);
        }
    }

    /// Removes a leading and a trailing blank.
    private static String ended(StringBuilder folded) {
        int start = !folded.isEmpty() && folded.charAt(0) == ' ' ? 1 : 0;
        int end = folded.length() > start && folded.charAt(folded.length() - 1) == ' '
                ? folded.length() - 1
                : folded.length();
        return folded.substring(start, end);
    }
}

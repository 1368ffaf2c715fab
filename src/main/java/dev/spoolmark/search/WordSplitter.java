package dev.spoolmark.search;

import java.util.ArrayList;
import java.util.List;

/// Splits folded text into words: at blanks, at signs, and between scripts with and without blanks. Apostrophes
/// are skipped; `&` is the word `and`.
final class WordSplitter {

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder gap = new StringBuilder();
    private boolean unspaced;

    WordSplitter(String text) {
        this.text = text;
    }

    List<Word> read() {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (isPartOfWord(character)) {
                letter(character);
            } else if (character == '&') {
                sign(' ');
                word.append("and");
                unspaced = false;
                sign(' ');
            } else if (character != '\'') {
                sign(character);
            }
        }
        end();
        return words;
    }

    private void letter(int character) {
        boolean isUnspaced = (isMark(character) && !word.isEmpty()) ? unspaced : UnspacedScripts.isUnspaced(character);
        if (!word.isEmpty() && isUnspaced != unspaced) {
            end();
        }
        unspaced = isUnspaced;
        word.appendCodePoint(character);
    }

    private void sign(int character) {
        end();
        gap.appendCodePoint(character);
    }

    private void end() {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), gap.toString(), unspaced));
            word.setLength(0);
            gap.setLength(0);
        }
    }

    /// A combining mark belongs to the letter before it; a mark alone is a sign.
    private boolean isPartOfWord(int character) {
        return isLetterOrNumber(character) || (isMark(character) && !word.isEmpty());
    }

    private static boolean isLetterOrNumber(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}

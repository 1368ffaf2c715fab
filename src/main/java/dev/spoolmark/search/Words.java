package dev.spoolmark.search;

import dev.spoolmark.kernel.Titles;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a title or a question, without case, accents and signs: `Marvel's Agents & Co.` gives `marvels`,
/// `agents`, `and`, `co`.
record Words(List<String> all) {

    /// Longer words and titles are cut: nobody types them whole.
    private static final int LETTERS_OF_WORD = 60;

    private static final int LETTERS_OF_TITLE = 500;
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    Words {
        all = List.copyOf(all);
    }

    static Words of(String text) {
        String folded = APOSTROPHES.matcher(Titles.fold(text)).replaceAll("").replace("&", " and ");
        return new Words(Arrays.stream(SIGNS.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> cut(word, LETTERS_OF_WORD))
                .toList());
    }

    String joined() {
        return cut(String.join(" ", all), LETTERS_OF_TITLE);
    }

    /// The title as one remembers it: `Big Bang Theory`.
    String withoutArticle() {
        boolean led = all.size() > 1 && ARTICLES.contains(all.getFirst());
        return led ? new Words(all.subList(1, all.size())).joined() : joined();
    }

    private static String cut(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters));
    }
}

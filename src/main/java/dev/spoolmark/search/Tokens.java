package dev.spoolmark.search;

import dev.spoolmark.core.TitleFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a title or query, [folded][TitleFolding#fold] and without signs: `Marvel's Agents & Co.` results
/// in `marvels`, `agents`, `and`, `co`.
///
/// @param all the words in order; an acronym is one word, with or without its points
/// @param parts additional words: the letters of an acronym, and words joined by a sign as one word
///     (`spiderman`)
/// @param runs the text of scripts without blanks, in which words can begin anywhere
/// @param apart number of words that a blank or sign separates from the one before, including the first
record Tokens(List<String> all, List<String> parts, List<String> runs, int apart) {

    /// Maximum length of a word; longer words and titles are cut.
    private static final int MAX_WORD_LENGTH = 60;

    private static final int MAX_TITLE_LENGTH = 500;
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    Tokens {
        all = List.copyOf(all);
        parts = List.copyOf(parts);
        runs = List.copyOf(runs);
    }

    static Tokens of(String text) {
        List<Word> words = new WordSplitter(TitleFolding.fold(text)).read();
        List<String> parts = new ArrayList<>();
        List<Word> merged = acronyms(words, parts);
        compounds(merged, parts);
        return new Tokens(
                merged.stream()
                        .map(word -> truncate(word.text(), MAX_WORD_LENGTH))
                        .toList(),
                parts.stream().map(part -> truncate(part, MAX_WORD_LENGTH)).toList(),
                runs(words),
                1 + (int) merged.stream().skip(1).filter(Word::isApart).count());
    }

    String joined() {
        return joined(all);
    }

    /// The title without its article: `Big Bang Theory`.
    String withoutArticle() {
        boolean hasArticle = all.size() > 1 && ARTICLES.contains(all.getFirst());
        return joined(hasArticle ? all.subList(1, all.size()) : all);
    }

    /// The title without blanks and signs, equal for `Spider-Man`, `Spider Man` and `Spiderman`.
    String compact() {
        return truncate(String.join("", all), MAX_TITLE_LENGTH);
    }

    /// Every two adjacent words, joined.
    List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (int at = 1; at < all.size(); at++) {
            pairs.add(pair(at));
        }
        return pairs;
    }

    /// The word at this index joined to the one before.
    String pair(int at) {
        return truncate(all.get(at - 1) + all.get(at), MAX_WORD_LENGTH);
    }

    private static String joined(List<String> words) {
        return truncate(String.join(" ", words), MAX_TITLE_LENGTH);
    }

    /// The words with each acronym as one word; its letters are added to `parts`.
    private static List<Word> acronyms(List<Word> words, List<String> parts) {
        List<Word> merged = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int end = at + 1;
            while (end < words.size()
                    && words.get(at).isLetter()
                    && words.get(end).continuesAcronym()) {
                end++;
            }
            Word first = words.get(at);
            if (end - at > 1) {
                List<String> letters = texts(words.subList(at, end));
                parts.addAll(letters);
                first = new Word(String.join("", letters), first.gap(), false);
            }
            merged.add(first);
            at = end;
        }
        return merged;
    }

    /// Words joined by signs are also one word.
    private static void compounds(List<Word> words, List<String> parts) {
        int at = 0;
        while (at < words.size()) {
            int end = at + 1;
            while (end < words.size() && words.get(end).isJoined()) {
                end++;
            }
            if (end - at > 1) {
                parts.add(String.join("", texts(words.subList(at, end))));
            }
            at = end;
        }
    }

    /// Adjacent words of scripts without blanks are one run, whatever signs separate them.
    private static List<String> runs(List<Word> words) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Word word : words) {
            if (word.unspaced()) {
                run.append(word.text());
            } else if (!run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private static String truncate(String text, int letters) {
        return text.length() <= letters || text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters));
    }
}

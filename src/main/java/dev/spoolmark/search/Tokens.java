package dev.spoolmark.search;

import dev.spoolmark.core.TitleFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a title or a question, [folded][TitleFolding#fold] and without signs: `Marvel's Agents & Co.` gives
/// `marvels`, `agents`, `and`, `co`.
///
/// @param all the words in their order; an acronym is one word, with or without its points
/// @param parts what is written between signs and counts as a word, too: the letters of an acronym, and words joined
///     by a sign as one (`spiderman`)
/// @param runs the text of scripts without blanks, in which words begin anywhere
/// @param apart how many of the words a blank or a sign sets apart from the one before it, the first among them
record Tokens(List<String> all, List<String> parts, List<String> runs, int apart) {

    /// Longer words and titles are cut: nobody types them whole.
    private static final int LETTERS_OF_WORD = 60;

    private static final int LETTERS_OF_TITLE = 500;
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    Tokens {
        all = List.copyOf(all);
        parts = List.copyOf(parts);
        runs = List.copyOf(runs);
    }

    static Tokens of(String text) {
        List<Word> words = new WordSplitter(TitleFolding.fold(text)).read();
        List<String> parts = new ArrayList<>();
        List<Word> whole = acronyms(words, parts);
        compounds(whole, parts);
        return new Tokens(
                whole.stream().map(word -> cut(word.text(), LETTERS_OF_WORD)).toList(),
                parts.stream().map(part -> cut(part, LETTERS_OF_WORD)).toList(),
                runs(words),
                1 + (int) whole.stream().skip(1).filter(Word::isApart).count());
    }

    String joined() {
        return joined(all);
    }

    /// The title as one remembers it: `Big Bang Theory`.
    String withoutArticle() {
        boolean led = all.size() > 1 && ARTICLES.contains(all.getFirst());
        return joined(led ? all.subList(1, all.size()) : all);
    }

    /// The title without any blank, which is the same for `Spider-Man`, `Spider Man` and `Spiderman`.
    String compact() {
        return cut(String.join("", all), LETTERS_OF_TITLE);
    }

    /// Each two neighbours as one word.
    List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (int at = 1; at < all.size(); at++) {
            pairs.add(pair(at));
        }
        return pairs;
    }

    /// The word in this place and the one before it as one.
    String pair(int at) {
        return cut(all.get(at - 1) + all.get(at), LETTERS_OF_WORD);
    }

    private static String joined(List<String> words) {
        return cut(String.join(" ", words), LETTERS_OF_TITLE);
    }

    /// The words with each acronym as one; its letters become parts.
    private static List<Word> acronyms(List<Word> words, List<String> parts) {
        List<Word> whole = new ArrayList<>();
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
            whole.add(first);
            at = end;
        }
        return whole;
    }

    /// Words joined by signs are one word, too.
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

    /// Neighbours in scripts without blanks are one run, whatever signs stand between them.
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

    private static String cut(String text, int letters) {
        return text.length() <= letters || text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters));
    }
}

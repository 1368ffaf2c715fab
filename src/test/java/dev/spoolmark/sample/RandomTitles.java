package dev.spoolmark.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Titles of made-up words, the same at each run. Half of the words are common, half are rare, as in real titles.
public final class RandomTitles {

    private static final String SYLLABLES = "ka le mi no ra su ti vo be da fu gi ho ja lu me pa ro se tu wa xi ye zo";

    private final Random random;
    private final List<String> common;
    private final List<String> rare;

    public RandomTitles(long seed) {
        random = new Random(seed);
        common = words(2_000, 2);
        rare = words(60_000, 4);
    }

    /// Two to four words in lower case.
    public String next() {
        return words(2 + random.nextInt(3));
    }

    /// This many words in lower case.
    public String words(int count) {
        StringBuilder title = new StringBuilder();
        for (int at = 0; at < count; at++) {
            List<String> from = random.nextBoolean() ? common : rare;
            title.append(at == 0 ? "" : " ").append(from.get(random.nextInt(from.size())));
        }
        return title.toString();
    }

    private List<String> words(int many, int syllables) {
        String[] parts = SYLLABLES.split(" ", -1);
        List<String> words = new ArrayList<>();
        for (int word = 0; word < many; word++) {
            StringBuilder made = new StringBuilder();
            for (int at = 0; at < syllables; at++) {
                made.append(parts[random.nextInt(parts.length)]);
            }
            words.add(made.toString());
        }
        return words;
    }
}

package dev.spoolmark.bench;

import dev.spoolmark.db.Database;
import dev.spoolmark.search.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Searches a title with a typing error among a million titles, and what the search box finds while a user types.
/// Half of the words are common, half are rare, as in real titles.
final class SearchBench {

    private static final int TITLES = 1_000_000;
    private static final int QUERIES = 2_000;
    private static final double TARGET_MILLIS = 10;
    private static final double BOX_TARGET_MILLIS = 30;

    private final Random random = new Random(7);
    private final ManyTitles many = new ManyTitles();
    private final List<String> titles = new ArrayList<>();

    private SearchBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start();
                Search search = server.features().search()) {
            new SearchBench().measure(server.database(), search);
        }
    }

    private void measure(Database database, Search search) {
        many.write(database, TITLES, titles::add);
        long began = System.nanoTime();
        int entries = search.rebuild();
        System.out.printf("%-28s %,d entries in %.1f s%n", "search, index", entries, (System.nanoTime() - began) / 1e9);
        report("search, a typing error", TARGET_MILLIS, this::mistyped, query -> search.movies(query, 30));
        for (int letters : new int[] {1, 2, 3, 5}) {
            report(
                    "search box, " + letters + (letters == 1 ? " letter" : " letters"),
                    BOX_TARGET_MILLIS,
                    title -> title.substring(0, Math.min(letters, title.length())),
                    query -> box(search, query));
        }
        report("search box, a typing error", BOX_TARGET_MILLIS, this::mistyped, query -> box(search, query));
    }

    /// What the search box of the pages asks for.
    private static List<?> box(Search search, String query) {
        List<Object> found = new ArrayList<>(search.movies(query, 20));
        found.addAll(search.shows(query, 20));
        found.addAll(search.people(query, 10));
        return found;
    }

    private void report(String name, double target, UnaryOperator<String> query, Function<String, List<?>> find) {
        measureMillis(query, find); // the first round warms up and is not counted
        double[] millis = measureMillis(query, find);
        Arrays.sort(millis);
        double slow = millis[millis.length * 99 / 100];
        System.out.printf(
                "%-28s p50 %.1f ms   p99 %.1f ms   expected <= %.0f ms   %s%n",
                name, millis[millis.length / 2], slow, target, slow <= target ? "ok" : "MISSED");
    }

    private double[] measureMillis(UnaryOperator<String> query, Function<String, List<?>> find) {
        double[] millis = new double[QUERIES];
        int found = 0;
        for (int at = 0; at < QUERIES; at++) {
            String text = query.apply(titles.get(random.nextInt(titles.size())));
            long began = System.nanoTime();
            found += find.apply(text).isEmpty() ? 0 : 1;
            millis[at] = (System.nanoTime() - began) / 1e6;
        }
        System.out.printf("%-28s %d of %d found%n", "search", found, QUERIES);
        return millis;
    }

    /// Swaps two adjacent letters of a longer word.
    private String mistyped(String title) {
        String[] words = title.split(" ", -1);
        for (int at = words.length - 1; at >= 0; at--) {
            if (words[at].length() >= 4) {
                char[] letters = words[at].toCharArray();
                int index = 1 + random.nextInt(letters.length - 2);
                char moved = letters[index];
                letters[index] = letters[index + 1];
                letters[index + 1] = moved;
                words[at] = new String(letters);
                break;
            }
        }
        return String.join(" ", words);
    }
}

package dev.spoolmark.catalog.ingest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// A compact set of IMDb ids: one bit each where they are dense. Leading zeros make no difference.
public final class ImdbIdBitSet {

    private static final int PAGE = 1 << 16;

    private final Map<Long, BitSet> pages = new HashMap<>();

    public void add(String imdb) {
        long number = number(imdb);
        pages.computeIfAbsent(number / PAGE, page -> new BitSet()).set((int) (number % PAGE));
    }

    public boolean mightContain(String imdb) {
        long number = number(imdb);
        BitSet page = pages.get(number / PAGE);
        return page != null && page.get((int) (number % PAGE));
    }

    /// Two letters and up to ten digits.
    private static long number(String imdb) {
        return Long.parseLong(imdb, 2, imdb.length(), 10);
    }
}

package dev.spoolmark.catalog.ingest;

import java.util.BitSet;

/// Texts of which no more is kept than that they, or others with the same hash, may be among them.
final class TitleBloomFilter {

    private static final int BITS = 1 << 24;

    private final BitSet hashes = new BitSet();

    void add(String text) {
        hashes.set(place(text));
    }

    boolean mightContain(String text) {
        return hashes.get(place(text));
    }

    private static int place(String text) {
        int hash = text.hashCode() * 0x9E3779B9; // spread over the upper bits, of which the place is made
        return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BITS));
    }
}

package dev.spoolmark.catalog.ingest;

import java.util.BitSet;

/// An approximate set of texts: it contains a text if it, or another with the same hash, was added.
final class TitleBloomFilter {

    private static final int BITS = 1 << 24;

    private final BitSet hashes = new BitSet();

    void add(String text) {
        hashes.set(bit(text));
    }

    boolean mightContain(String text) {
        return hashes.get(bit(text));
    }

    private static int bit(String text) {
        int hash = text.hashCode() * 0x9E3779B9; // spread over the upper bits, which select the position
        return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BITS));
    }
}

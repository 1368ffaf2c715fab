package dev.spoolmark.catalog;

import dev.spoolmark.core.TitleFolding;

/// The key of library order: by title as shown, articles included, ignoring case and accents, symbols and
/// digits before letters; equal titles by id (`docs/spec/v1/conventions.md#order-of-results`).
///
/// @param title folded
record TitleSortKey(String title, long item) implements Comparable<TitleSortKey> {

    static TitleSortKey of(String title, long item) {
        return new TitleSortKey(TitleFolding.fold(title), item);
    }

    @Override
    public int compareTo(TitleSortKey other) {
        int byTitle = compare(title, other.title);
        return byTitle != 0 ? byTitle : Long.compare(item, other.item);
    }

    private static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int at = 0; at < shared; at++) {
            int order = compare(one.charAt(at), other.charAt(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int compare(char one, char other) {
        int byKind = Boolean.compare(Character.isLetter(one), Character.isLetter(other));
        return byKind != 0 ? byKind : Character.compare(one, other);
    }
}

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
    public int compareTo(TitleSortKey right) {
        int byTitle = compare(title, right.title);
        return byTitle != 0 ? byTitle : Long.compare(item, right.item);
    }

    private static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int at = 0; at < shared; at++) {
            int order = compare(left.charAt(at), right.charAt(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int compare(char left, char right) {
        int byKind = Boolean.compare(Character.isLetter(left), Character.isLetter(right));
        return byKind != 0 ? byKind : Character.compare(left, right);
    }
}

package dev.spoolmark.catalog;

import dev.spoolmark.kernel.Titles;

/// Where something stands in a library: by its title as shown, articles kept, without regard to case and accents, signs
/// and digits before letters; equal titles by number (`decisions.md` 3).
///
/// @param title folded
record ShelfMark(String title, long item) implements Comparable<ShelfMark> {

    static ShelfMark of(String title, long item) {
        return new ShelfMark(Titles.fold(title), item);
    }

    @Override
    public int compareTo(ShelfMark other) {
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

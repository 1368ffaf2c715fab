package dev.spoolmark.web.statistics;

import dev.spoolmark.web.Poster;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a list of titles, people or names, with a bar.
///
/// @param path of its page, or null
/// @param detail the numbers in words
/// @param share length of the bar, 0 to 100
/// @param poster null for people and names
/// @param history address of its plays, or null
public record RankedRow(
        String name,
        @Nullable String path,
        String detail,
        int share,
        @Nullable Poster poster,
        @Nullable String history) {

    private static final int FULL = 100;

    /// A row before its bar has a length.
    record Entry(
            String name,
            @Nullable String path,
            String detail,
            long value,
            @Nullable Poster poster,
            @Nullable String history) {}

    static List<RankedRow> of(List<Entry> entries) {
        long highest =
                Math.max(1, entries.stream().mapToLong(Entry::value).max().orElse(0));
        List<RankedRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            int share = (int) Math.max(1, FULL * entry.value() / highest);
            rows.add(new RankedRow(entry.name(), entry.path(), entry.detail(), share, entry.poster(), entry.history()));
        }
        return rows;
    }
}

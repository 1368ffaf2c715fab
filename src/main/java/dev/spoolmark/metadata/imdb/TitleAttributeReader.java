package dev.spoolmark.metadata.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Reads attributes of titles that exist, from one file, and groups them by title whatever the order of the
/// rows.
///
/// In both files the first column is the id of the title and the second the position.
final class TitleAttributeReader implements Closeable {

    /// Longer texts are not titles or names, and the sorter takes at most 64 KiB.
    private static final int LONGEST = 10_000;

    private final ExternalSorter<TitleAttribute> sorter;
    private final int max;

    /// @param max the number of attributes per title; the first ones are used
    TitleAttributeReader(Path workspace, int max) throws IOException {
        this.sorter = new ExternalSorter<>(workspace, TitleAttribute.FORM);
        this.max = max;
    }

    /// Stores the rows of titles that exist. `read` converts a row; empty if it is not wanted.
    void read(
            ImdbFolder folder, ImdbFile file, ImdbConsumer consumer, Function<TsvReader, Optional<TitleAttribute>> read)
            throws IOException {
        try (TsvReader rows = folder.table(file, consumer, consumer::progress).orElseThrow()) {
            String last = "";
            boolean known = false;
            while (rows.next()) {
                try {
                    if (!rows.is(0, last)) {
                        last = rows.needed(0);
                        TsvNumbers.ofId(last, "tt");
                        known = consumer.kindOf(last).isPresent();
                    }
                    Optional<TitleAttribute> attribute = known ? read.apply(rows) : Optional.empty();
                    if (attribute.isPresent()) {
                        sorter.add(attribute.get());
                    }
                } catch (InvalidRowException invalid) {
                    rows.reject(invalid.reason());
                }
            }
        }
    }

    static int ordering(TsvReader row) {
        Integer ordering = row.number(1);
        return ordering == null ? 0 : ordering;
    }

    static Optional<String> text(TsvReader row, int column) {
        return Optional.ofNullable(row.text(column)).filter(text -> text.length() <= LONGEST);
    }

    /// Passes each title with its attributes.
    void each(BiConsumer<String, List<TitleAttribute>> consumer) throws IOException {
        ExternalSorter<TitleAttribute>.Cursor walk = sorter.sorted();
        List<TitleAttribute> gathered = new ArrayList<>();
        for (Optional<TitleAttribute> next = walk.next(); next.isPresent(); next = walk.next()) {
            TitleAttribute attribute = next.get();
            if (!gathered.isEmpty() && !gathered.getFirst().tconst().equals(attribute.tconst())) {
                emit(gathered, consumer);
            }
            if (gathered.size() < max) {
                gathered.add(attribute);
            }
        }
        emit(gathered, consumer);
    }

    private static void emit(List<TitleAttribute> gathered, BiConsumer<String, List<TitleAttribute>> consumer) {
        if (!gathered.isEmpty()) {
            consumer.accept(gathered.getFirst().tconst(), List.copyOf(gathered));
            gathered.clear();
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}

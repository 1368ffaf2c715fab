package dev.spoolmark.metadata.imdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What hangs on the titles that are there, from one file, gathered by title in whatever order its rows are.
///
/// Of both files the first column is the id of the title, the second the place in its order.
final class HungRows implements Closeable {

    /// Longer texts were never titles or names; and the shelf takes none above 64 KiB.
    private static final int LONGEST = 10_000;

    private final Shelf<Hung> shelf;
    private final int most;

    /// @param most how many of one title are taken, the first ones
    HungRows(Path workspace, int most) throws IOException {
        this.shelf = new Shelf<>(workspace, Hung.FORM);
        this.most = most;
    }

    /// Lays aside the rows of titles that are there. `read` makes something of a row, or nothing of one that is not
    /// wanted.
    void lay(ImdbFolder folder, ImdbFile file, ImdbReader reader, Function<Table, Optional<Hung>> read)
            throws IOException {
        try (Table rows = folder.table(file, reader, reader::progress).orElseThrow()) {
            String last = "";
            boolean known = false;
            while (rows.next()) {
                try {
                    if (!rows.is(0, last)) {
                        last = rows.needed(0);
                        Numbers.ofId(last, "tt");
                        known = reader.kindOf(last).isPresent();
                    }
                    Optional<Hung> hung = known ? read.apply(rows) : Optional.empty();
                    if (hung.isPresent()) {
                        shelf.lay(hung.get());
                    }
                } catch (Unfit unfit) {
                    rows.refuse(unfit.reason());
                }
            }
        }
    }

    static int ordering(Table row) {
        Integer ordering = row.number(1);
        return ordering == null ? 0 : ordering;
    }

    static Optional<String> text(Table row, int column) {
        return Optional.ofNullable(row.text(column)).filter(text -> text.length() <= LONGEST);
    }

    /// Each title with what hangs on it.
    void each(BiConsumer<String, List<Hung>> take) throws IOException {
        Shelf<Hung>.Walk walk = shelf.inOrder();
        List<Hung> gathered = new ArrayList<>();
        for (Optional<Hung> next = walk.next(); next.isPresent(); next = walk.next()) {
            Hung one = next.get();
            if (!gathered.isEmpty() && !gathered.getFirst().tconst().equals(one.tconst())) {
                hand(gathered, take);
            }
            if (gathered.size() < most) {
                gathered.add(one);
            }
        }
        hand(gathered, take);
    }

    private static void hand(List<Hung> gathered, BiConsumer<String, List<Hung>> take) {
        if (!gathered.isEmpty()) {
            take.accept(gathered.getFirst().tconst(), List.copyOf(gathered));
            gathered.clear();
        }
    }

    @Override
    public void close() throws IOException {
        shelf.close();
    }
}

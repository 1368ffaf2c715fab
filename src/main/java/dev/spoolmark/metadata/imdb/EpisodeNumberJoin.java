package dev.spoolmark.metadata.imdb;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Joins `title.episode` with `title.basics` by id.
///
/// Both files are normally sorted by id, so they are read in parallel. Rows that do not meet are stored as
/// [PartialEpisode] and joined at the end.
final class EpisodeNumberJoin {

    private final TsvReader table;
    private final ExternalSorter<PartialEpisode> halves;
    private @Nullable String current;
    private boolean wanted;

    EpisodeNumberJoin(TsvReader table, ExternalSorter<PartialEpisode> halves) throws IOException {
        this.table = table;
        this.halves = halves;
        advance();
    }

    /// @return the row with this id if it is the next one; otherwise the title has to be stored, too
    Optional<EpisodeNumber> of(String tconst) throws IOException {
        while (current != null && current.compareTo(tconst) < 0) {
            layAside(current);
        }
        if (!tconst.equals(current)) {
            return Optional.empty();
        }
        wanted = true;
        return Optional.of(place());
    }

    /// Stores the remaining rows.
    void finish() throws IOException {
        while (current != null) {
            layAside(current);
        }
    }

    private void layAside(String tconst) throws IOException {
        if (!wanted) {
            halves.add(new PartialEpisode(tconst, place(), null, table.line()));
        }
        advance();
    }

    private void advance() throws IOException {
        wanted = false;
        while (table.next()) {
            current = table.needed(0);
            try {
                TsvNumbers.ofId(current, "tt");
                return;
            } catch (InvalidRowException invalid) {
                table.refuse(invalid.reason());
            }
        }
        current = null;
    }

    private EpisodeNumber place() {
        return EpisodeNumber.of(table.needed(1), table.text(2), table.text(3));
    }
}

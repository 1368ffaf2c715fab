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
    private final ExternalSorter<PartialEpisode> partials;
    private @Nullable String current;
    private boolean matched;

    EpisodeNumberJoin(TsvReader table, ExternalSorter<PartialEpisode> partials) throws IOException {
        this.table = table;
        this.partials = partials;
        advance();
    }

    /// @return the row with this id if it is the next one; otherwise the title has to be stored, too
    Optional<EpisodeNumber> of(String tconst) throws IOException {
        while (current != null && current.compareTo(tconst) < 0) {
            skip(current);
        }
        if (!tconst.equals(current)) {
            return Optional.empty();
        }
        matched = true;
        return Optional.of(number());
    }

    /// Stores the remaining rows.
    void finish() throws IOException {
        while (current != null) {
            skip(current);
        }
    }

    private void skip(String tconst) throws IOException {
        if (!matched) {
            partials.add(new PartialEpisode(tconst, number(), null, table.line()));
        }
        advance();
    }

    private void advance() throws IOException {
        matched = false;
        while (table.next()) {
            current = table.needed(0);
            try {
                TsvNumbers.ofId(current, "tt");
                return;
            } catch (InvalidRowException invalid) {
                table.reject(invalid.reason());
            }
        }
        current = null;
    }

    private EpisodeNumber number() {
        return EpisodeNumber.of(table.needed(1), table.text(2), table.text(3));
    }
}

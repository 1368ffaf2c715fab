package dev.spoolmark.metadata.imdb;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where episodes stand in their shows, from `title.episode`, which is walked in step with `title.basics`.
///
/// As a rule both are in the order of their ids, and a place is met when its title is. What is passed by, in either
/// of them, is laid aside as a [PartialEpisode] and put together in the end.
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

    /// The place of the episode with this id, if it is the next one there. Else the title is to be laid aside, too.
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

    /// Lays aside whatever is left.
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
            } catch (InvalidRowException unfit) {
                table.refuse(unfit.reason());
            }
        }
        current = null;
    }

    private EpisodeNumber place() {
        return EpisodeNumber.of(table.needed(1), table.text(2), table.text(3));
    }
}

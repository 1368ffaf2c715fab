package dev.spoolmark.metadata.imdb;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where episodes stand in their shows, from `title.episode`, which is walked in step with `title.basics`.
///
/// As a rule both are in the order of their ids, and a place is met when its title is. What is passed by, in either of
/// them, is laid aside as a [Half] and put together in the end.
final class EpisodePlaces {

    private final Table table;
    private final Shelf<Half> halves;
    private @Nullable String current;
    private boolean wanted;

    EpisodePlaces(Table table, Shelf<Half> halves) throws IOException {
        this.table = table;
        this.halves = halves;
        advance();
    }

    /// The place of the episode with this id, if it is the next one there. Else the title is to be laid aside, too.
    Optional<Place> of(String tconst) throws IOException {
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
            halves.lay(new Half(tconst, place(), null, table.line()));
        }
        advance();
    }

    private void advance() throws IOException {
        wanted = false;
        while (table.next()) {
            current = table.needed(0);
            try {
                Numbers.ofId(current, "tt");
                return;
            } catch (Unfit unfit) {
                table.refuse(unfit.reason());
            }
        }
        current = null;
    }

    private Place place() {
        return Place.of(table.needed(1), table.text(2), table.text(3));
    }
}

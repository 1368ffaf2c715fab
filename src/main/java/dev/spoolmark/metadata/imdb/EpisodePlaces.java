package dev.spoolmark.metadata.imdb;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where episodes stand in their shows, from `title.episode`, which is walked in step with `title.basics`: both are in
/// the order of their ids, so that no more than a row is held.
final class EpisodePlaces {

    private static final int LAST_SEASON = 10_000;
    private static final int LAST_EPISODE = 100_000;

    private final Table table;
    private @Nullable String current = "";

    EpisodePlaces(Table table) {
        this.table = table;
    }

    /// The show, and the place in it. An episode may have been given no number.
    record Place(
            long show, @Nullable Integer season, @Nullable Integer number) {}

    /// The place of the episode with this id, which comes after all that were asked for before.
    Optional<Place> of(String tconst) throws IOException {
        String id = current;
        while (id != null && id.compareTo(tconst) < 0) {
            id = advance(id);
        }
        return id != null && id.equals(tconst) ? Optional.of(place()) : Optional.empty();
    }

    private @Nullable String advance(String before) throws IOException {
        String next = table.next() ? table.needed(0) : null;
        if (next != null && next.compareTo(before) < 0) {
            throw new Damaged(table.name() + " is not in the order of its ids at line " + table.line());
        }
        current = next;
        return next;
    }

    private Place place() {
        Integer season = table.number(2);
        Integer number = table.number(3);
        if ((season != null && season > LAST_SEASON) || (number != null && number > LAST_EPISODE)) {
            throw new Unfit("no show has so many seasons or episodes");
        }
        return new Place(Numbers.ofId(table.needed(1), "tt"), season, number);
    }
}

package dev.spoolmark.stats;

import dev.spoolmark.catalog.CountedEpisodesSql;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;

/// The rows of plays and collections that belong to an item: its own, and for a show those of its episodes.
/// Plays exist for movies and episodes only.
///
/// @param condition on `kind` and `item_id`, with one placeholder for [#value]
record ItemScope(String condition, long value) {

    private static final String COUNTED = """
            SELECT e.episode_id FROM episode e WHERE e.show_id = ? AND\s""" + CountedEpisodesSql.COUNTED;

    static ItemScope of(MediaId item) {
        return switch (item.kind()) {
            case MOVIE, EPISODE -> new ItemScope("kind = " + item.kind().number() + " AND item_id = ?", item.value());
            case SHOW ->
                new ItemScope("kind = " + Kind.EPISODE.number() + " AND item_id IN (" + COUNTED + ")", item.value());
            case SEASON, PERSON, LIST ->
                throw new IllegalArgumentException(
                        "nothing is counted of a " + item.kind().key());
        };
    }
}

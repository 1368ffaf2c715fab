package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Reads only the numbers and air times of episodes, from one index, so that hundreds of shows take a few
/// milliseconds.
final class EpisodeSlotStore {

    /// The episodes of these shows without specials, ordered by season and number.
    Map<ShowId, List<EpisodeSlot>> of(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<EpisodeSlot>> slots = new HashMap<>();
        shows.stream()
                .map(ShowId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> read(tx, batch, slots));
        return slots;
    }

    private static void read(Tx tx, List<Long> shows, Map<ShowId, List<EpisodeSlot>> slots) {
        tx.forEach(
                "SELECT show_id, season, number, airs_at, episode_id, provisional FROM episode WHERE show_id IN ("
                        + Tx.placeholders(shows.size()) + ") AND season > 0 ORDER BY show_id, season, number",
                row -> slots.computeIfAbsent(new ShowId(row.getLong(1)), show -> new ArrayList<>())
                        .add(slot(row)),
                Tx.padToPlaceholders(shows));
    }

    private static EpisodeSlot slot(Row row) {
        return new EpisodeSlot(
                new EpisodeId(row.getLong(5)), row.getInt(2), row.getInt(3), row.instantOrNull(4), row.getBoolean(6));
    }
}

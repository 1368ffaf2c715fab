package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Reads the places of episodes and nothing else of them, so that hundreds of shows are read from one index in a
/// moment.
final class SlotStore {

    private static final int CHUNK = 500;

    /// The episodes of these shows in the order of their numbers, without specials.
    Map<ShowId, List<Slot>> of(Tx tx, Collection<ShowId> shows) {
        Map<ShowId, List<Slot>> slots = new HashMap<>();
        shows.stream().map(ShowId::value).gather(Gatherers.windowFixed(CHUNK)).forEach(some -> read(tx, some, slots));
        return slots;
    }

    private static void read(Tx tx, List<Long> shows, Map<ShowId, List<Slot>> slots) {
        tx.each(
                "SELECT show_id, season, number, airs_at, episode_id, provisional FROM episode WHERE show_id IN ("
                        + Tx.marks(shows.size()) + ") AND season > 0 ORDER BY show_id, season, number",
                row -> slots.computeIfAbsent(new ShowId(row.number(1)), show -> new ArrayList<>())
                        .add(slot(row)),
                Tx.padded(shows));
    }

    private static Slot slot(Row row) {
        return new Slot(new EpisodeId(row.number(5)), row.count(2), row.count(3), row.instantOrNull(4), row.flag(6));
    }
}

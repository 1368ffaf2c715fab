package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Deletes what leads to an item, and later the item.
final class UnusedItemStore {

    /// Rows about a movie or show that are not names of it.
    private static final List<String> ABOUT =
            List.of("item_genre", "credit", "external_popularity", "source_related", "edited_fact", "source_fact");

    private UnusedItemStore() {}

    /// The seasons and episodes of a show.
    static List<MediaId> parts(Tx tx, ShowId show) {
        List<MediaId> parts = new ArrayList<>(tx.query(
                "SELECT season_id FROM season WHERE show_id = ? ORDER BY season_id",
                row -> new SeasonId(row.getLong(1)),
                show.value()));
        parts.addAll(tx.query(
                "SELECT episode_id FROM episode WHERE show_id = ? ORDER BY episode_id",
                row -> new EpisodeId(row.getLong(1)),
                show.value()));
        return parts;
    }

    /// Afterwards no id, slug or other title leads to the movie or show, or to a part of it.
    static void deleteNames(Tx tx, MediaId item) {
        for (String table : List.of("external_id", "slug", "alternative_title")) {
            delete(tx, table, item);
        }
        if (item instanceof ShowId show) {
            deleteOfParts(tx, "external_id", show);
        }
    }

    /// Deletes a movie or show with its parts.
    static void delete(Tx tx, MediaId item) {
        ABOUT.forEach(table -> delete(tx, table, item));
        if (item instanceof ShowId show) {
            deleteOfParts(tx, "edited_fact", show);
            deleteOfParts(tx, "source_fact", show);
            tx.update("DELETE FROM episode WHERE show_id = ?", show.value());
            tx.update("DELETE FROM season WHERE show_id = ?", show.value());
        }
        ItemAliasStore.deleteEmptied(tx, item.kind(), item.value());
    }

    private static void delete(Tx tx, String table, MediaId item) {
        tx.update(
                "DELETE FROM " + table + " WHERE kind = ? AND item_id = ?",
                item.kind().number(),
                item.value());
    }

    private static void deleteOfParts(Tx tx, String table, ShowId show) {
        for (Kind part : List.of(Kind.SEASON, Kind.EPISODE)) {
            tx.update(
                    String.format(
                            Locale.ROOT,
                            "DELETE FROM %1$s WHERE kind = ? AND item_id IN (SELECT %2$s_id FROM %2$s WHERE show_id = ?)",
                            table,
                            part.key()),
                    part.number(),
                    show.value());
        }
    }
}

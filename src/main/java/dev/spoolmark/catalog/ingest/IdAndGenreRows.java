package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the rows of ids and genres of items of one kind while the items are saved, and writes them together.
public final class IdAndGenreRows {

    private static final String ADD_ID = """
            INSERT INTO external_id (provider, kind, value, item_id, superseded) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String SAVE_ID = ADD_ID + """
            ON CONFLICT (provider, kind, value) DO UPDATE SET item_id = excluded.item_id, superseded = FALSE
            WHERE external_id.superseded
            """;

    private final Kind kind;
    private final List<@Nullable Object[]> items = new ArrayList<>();
    private final List<@Nullable Object[]> ids = new ArrayList<>();
    private final List<@Nullable Object[]> genres = new ArrayList<>();

    public IdAndGenreRows(Kind kind) {
        this.kind = kind;
    }

    public void add(long item, Ids itemIds, List<String> itemGenres) {
        items.add(new @Nullable Object[] {kind.number(), item});
        for (ExternalId id : itemIds.externalIds(kind)) {
            ids.add(new @Nullable Object[] {id.provider().key(), kind.number(), id.value(), item, false});
        }
        for (int position = 0; position < itemGenres.size(); position++) {
            genres.add(new @Nullable Object[] {kind.number(), item, position, itemGenres.get(position)});
        }
    }

    /// Replaces ids. A replaced id keeps leading to its item as a former one. A former id of another item
    /// moves to the item that has it now.
    public void replaceIds(Tx tx) {
        tx.updateAll(
                "UPDATE external_id SET superseded = TRUE WHERE kind = ? AND item_id = ? AND NOT superseded", items);
        tx.updateAll(SAVE_ID, ids);
    }

    /// Inserts ids of items that have none, where the ids are certainly new. One statement each, since the
    /// rows lie far apart.
    public void addIds(Tx tx) {
        tx.updateAll(ADD_ID, ids);
    }

    public void replaceGenres(Tx tx) {
        tx.updateAll("DELETE FROM item_genre WHERE kind = ? AND item_id = ?", items);
        addGenres(tx);
    }

    /// Inserts genres of items that have none.
    public void addGenres(Tx tx) {
        tx.insertAll("INSERT INTO item_genre (kind, item_id, position, genre)", genres);
    }
}

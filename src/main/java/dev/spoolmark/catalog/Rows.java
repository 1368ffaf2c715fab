package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that hang on items of one kind, gathered while their items are saved and then written together.
final class Rows {

    private static final String ADD_ID = """
            INSERT INTO ext_id (provider, kind, value, item_id, former) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String SAVE_ID = ADD_ID + """
            ON CONFLICT (provider, kind, value) DO UPDATE SET item_id = excluded.item_id, former = FALSE
            WHERE ext_id.former
            """;

    private final Kind kind;
    private final List<@Nullable Object[]> items = new ArrayList<>();
    private final List<@Nullable Object[]> ids = new ArrayList<>();
    private final List<@Nullable Object[]> genres = new ArrayList<>();

    Rows(Kind kind) {
        this.kind = kind;
    }

    void add(long item, Ids itemIds, List<String> itemGenres) {
        items.add(new @Nullable Object[] {kind.number(), item});
        for (ForeignId id : itemIds.foreign(kind)) {
            ids.add(new @Nullable Object[] {id.provider().word(), kind.number(), id.value(), item, false});
        }
        for (int ord = 0; ord < itemGenres.size(); ord++) {
            genres.add(new @Nullable Object[] {kind.number(), item, ord, itemGenres.get(ord)});
        }
    }

    /// An id that gave way to another goes on leading to its item. A former id of another item comes over to the one
    /// that has it now.
    void replaceIds(Tx tx) {
        tx.updateAll("UPDATE ext_id SET former = TRUE WHERE kind = ? AND item_id = ? AND NOT former", items);
        tx.updateAll(SAVE_ID, ids);
    }

    /// For items that had none, of ids that nobody has or had. One each, since they lie far apart.
    void addIds(Tx tx) {
        tx.updateAll(ADD_ID, ids);
    }

    void replaceGenres(Tx tx) {
        tx.updateAll("DELETE FROM item_genre WHERE kind = ? AND item_id = ?", items);
        addGenres(tx);
    }

    /// For items that had none.
    void addGenres(Tx tx) {
        tx.insertAll("INSERT INTO item_genre (kind, item_id, ord, genre)", genres);
    }
}

package dev.spoolmark.collection;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Sight;
import dev.spoolmark.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// What everyone owns: movies and episodes on their shelves.
public final class Collected {

    private final Database database;
    private final CollectedStore store = new CollectedStore();

    public Collected(Database database) {
        this.database = database;
    }

    /// Since when one person owns these movies and episodes; what they do not own is absent.
    public Map<MediaId, Instant> since(Sight sight, Collection<? extends MediaId> items) {
        return database.read(tx -> store.since(tx, sight.owner(), items));
    }
}

package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A transactional outbox: events are stored in the transaction that changes the data, so that none is lost or
/// stored for a change that was rolled back. One reader delivers and then deletes them; after a crash in between, it
/// reads them again.
public final class ActivityOutbox {

    /// Stores nothing.
    public static final ActivityOutbox OFF = new ActivityOutbox(() -> false);

    private final BooleanSupplier isSubscribed;

    /// @param isSubscribed whether events are to be stored; called in every transaction that changes data
    public ActivityOutbox(BooleanSupplier isSubscribed) {
        this.isSubscribed = isSubscribed;
    }

    void append(Tx tx, UserId user, Collection<ActivityChange> changes, Instant at) {
        if (isSubscribed.getAsBoolean()) {
            List<Object[]> rows = changes.stream()
                    .map(change -> new Object[] {
                        tx.newId("outbox"),
                        user.value(),
                        change.area().key(),
                        change.item().kind().number(),
                        change.item().value(),
                        change.isRemoval(),
                        at
                    })
                    .toList();
            tx.insertAll("INSERT INTO outbox (event_id, user_id, area, kind, item_id, removed, happened_at)", rows);
        }
    }

    /// The events with the lowest ids, in this order. An event whose transaction is committed late is returned by a
    /// later call, even if its id is lower. Reads rows of several users.
    public List<ActivityEvent> read(Database database, int limit) {
        return database.read(tx -> tx.query("""
                SELECT event_id, user_id, area, kind, item_id, removed, happened_at FROM outbox
                ORDER BY event_id LIMIT ?
                """, ActivityOutbox::event, limit));
    }

    /// Deletes events that have been delivered.
    public void delete(Database database, Collection<ActivityEvent> events) {
        database.write(tx -> {
            tx.updateAll(
                    "DELETE FROM outbox WHERE event_id = ?",
                    events.stream().map(event -> new Object[] {event.id()}).toList());
            return true;
        });
    }

    private static ActivityEvent event(Row row) {
        return new ActivityEvent(
                row.getLong(1),
                new UserId(row.getLong(2)),
                ActivityArea.of(row.getString(3)),
                MediaId.of(Kind.of(row.getInt(4)), row.getLong(5)),
                row.getBoolean(6),
                row.instant(7));
    }
}

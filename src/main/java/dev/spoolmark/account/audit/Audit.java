package dev.spoolmark.account.audit;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The security log (`docs/security.md#sec-l8`). A change of an account or a key is recorded in the
/// transaction that makes it.
public final class Audit {

    /// The user id of entries that concern no user, or no known user.
    public static final long NOBODY = 0;

    static final Duration RETENTION = Duration.ofDays(400);
    static final Duration ADDRESS_RETENTION = Duration.ofDays(90);

    private final Database database;
    private final InstantSource clock;
    private final AuditListener listener;

    public Audit(Database database, InstantSource clock) {
        this(database, clock, AuditListener.NONE);
    }

    /// @param listener receives what [#note] records
    public Audit(Database database, InstantSource clock, AuditListener listener) {
        this.database = database;
        this.clock = clock;
        this.listener = listener;
    }

    /// @param detail before and after, never a secret; may be empty
    public void note(Tx tx, AuditAction action, long user, Actor by, String detail) {
        AuditStore.add(tx, AuditEntry.once(clock.instant(), user, action, by, detail));
        listener.added(tx, action, user);
    }

    /// The newest entries, at most `max`, newest first.
    public List<AuditEntry> newest(int max) {
        return database.read(tx -> AuditStore.newest(tx, max));
    }

    /// The newest entries about one user, at most `max`, newest first.
    public List<AuditEntry> newestAbout(long user, int max) {
        return database.read(tx -> AuditStore.newestAbout(tx, user, max));
    }

    /// One page of the entries that a filter selects, newest first.
    ///
    /// @param before the position that a former page ended with; empty for the first page
    /// @param size largest number of entries
    public AuditPage page(AuditFilter filter, Optional<AuditPosition> before, int size) {
        List<AuditStore.StoredEntry> found =
                database.read(tx -> AuditStore.page(tx, filter, before.orElse(null), size + 1));
        List<AuditStore.StoredEntry> shown = found.subList(0, Math.min(size, found.size()));
        return new AuditPage(
                shown.stream().map(AuditStore.StoredEntry::entry).toList(),
                found.size() > size ? Optional.of(shown.getLast().position()) : Optional.empty());
    }

    /// Deletes entries after 400 days, and addresses after 90 days.
    public void purgeExpired() {
        Instant now = clock.instant();
        database.write(tx -> AuditStore.deleteBefore(tx, now.minus(RETENTION))
                + AuditStore.deleteAddressesBefore(tx, now.minus(ADDRESS_RETENTION)));
    }
}

package dev.spoolmark.account.audit;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The security log (`docs/security.md#sec-l8`). A change of an account or a key is recorded in the
/// transaction that makes it.
public final class Audit {

    /// Whom something is about that concerns no person, or none that is known here.
    public static final long NOBODY = 0;

    static final Duration KEPT = Duration.ofDays(400);
    static final Duration ADDRESSES_KEPT = Duration.ofDays(90);

    private final Database database;
    private final InstantSource clock;

    public Audit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param detail before and after, never a secret; may be empty
    public void note(Tx tx, AuditAction action, long user, Actor by, String detail) {
        AuditStore.add(tx, AuditEntry.once(clock.instant(), user, action, by, detail));
    }

    /// At most so many lines, the newest first.
    public List<AuditEntry> newest(int max) {
        return database.read(tx -> AuditStore.newest(tx, max));
    }

    /// The same of one person.
    public List<AuditEntry> newestOf(long user, int max) {
        return database.read(tx -> AuditStore.newestOf(tx, user, max));
    }

    /// Lets go of what is older than 400 days, and of addresses after 90.
    public void purgeExpired() {
        Instant now = clock.instant();
        database.write(tx -> AuditStore.deleteBefore(tx, now.minus(KEPT))
                + AuditStore.deleteAddressesBefore(tx, now.minus(ADDRESSES_KEPT)));
    }
}

package dev.spoolmark.audit;

import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The security log (`SEC-L8`). Whoever changes an account or a key notes it in the same transaction.
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
    public void note(Tx tx, Deed deed, long user, By by, String detail) {
        AuditStore.add(tx, Entry.once(clock.instant(), user, deed, by, detail));
    }

    /// At most so many lines, the newest first.
    public List<Entry> newest(int most) {
        return database.read(tx -> AuditStore.newest(tx, most));
    }

    /// The same of one person.
    public List<Entry> newestOf(long user, int most) {
        return database.read(tx -> AuditStore.newestOf(tx, user, most));
    }

    /// Lets go of what is older than 400 days, and of addresses after 90.
    public void forget() {
        Instant now = clock.instant();
        database.write(tx -> AuditStore.forgetBefore(tx, now.minus(KEPT))
                + AuditStore.forgetAddressesBefore(tx, now.minus(ADDRESSES_KEPT)));
    }
}

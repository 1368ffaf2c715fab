package dev.spoolmark.account.audit;

import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts sign-in attempts by user, network and minute, so that password guessing neither fills the disk nor loads
/// the database. A minute is stored when it has ended; a server that is killed loses the current one.
public final class LoginAttemptLog {

    /// Maximum number of entries per minute about failed attempts; further attempts are counted in one entry
    /// without an address.
    static final int MAX_ENTRIES_PER_MINUTE = 100;

    private final Database database;
    private final InstantSource clock;
    private final Map<CounterKey, Integer> minutes = new HashMap<>();

    public LoginAttemptLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record CounterKey(Instant minute, long user, AuditAction action, Actor by) {

        boolean succeeded() {
            return action == AuditAction.SIGNED_IN;
        }
    }

    /// @param user the user with the name of the attempt, [Audit#NOBODY] if there is none
    public void count(AuditAction action, long user, ClientNetwork from) {
        count(action, user, Actor.client(from));
    }

    /// The same for an attempt that did not come through an API.
    public void count(AuditAction action, long user, Actor by) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        CounterKey key = new CounterKey(minute, user, action, by);
        CounterKey overflow = new CounterKey(minute, Audit.NOBODY, action, Actor.UNKNOWN_CLIENT);
        synchronized (minutes) {
            boolean hasCapacity =
                    key.succeeded() || minutes.containsKey(key) || failures(minute) < MAX_ENTRIES_PER_MINUTE;
            minutes.merge(hasCapacity ? key : overflow, 1, Integer::sum);
        }
    }

    private long failures(Instant minute) {
        return minutes.keySet().stream()
                .filter(key -> !key.succeeded() && key.minute().equals(minute))
                .count();
    }

    /// Stores the minutes that have ended; called about twice a minute.
    public void flushCompletedMinutes() {
        flushBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /// Stores all minutes, including the current one.
    public void flushAll() {
        flushBefore(Instant.MAX);
    }

    /// Minutes that cannot be stored now stay in memory for the next call.
    private void flushBefore(Instant end) {
        Map<CounterKey, Integer> over = before(end);
        if (!over.isEmpty()) {
            List<AuditEntry> entries = entries(over);
            database.write(tx -> {
                entries.forEach(entry -> AuditStore.add(tx, entry));
                return entries;
            });
            synchronized (minutes) {
                minutes.keySet().removeAll(over.keySet());
            }
        }
    }

    private Map<CounterKey, Integer> before(Instant end) {
        synchronized (minutes) {
            Map<CounterKey, Integer> over = new HashMap<>(minutes);
            over.keySet().removeIf(key -> !key.minute().isBefore(end));
            return over;
        }
    }

    private static List<AuditEntry> entries(Map<CounterKey, Integer> lines) {
        return lines.entrySet().stream()
                .map(counter -> entry(counter.getKey(), counter.getValue()))
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparingLong(AuditEntry::user)
                        .thenComparing(AuditEntry::action)
                        .thenComparing(entry -> entry.by().toString()))
                .toList();
    }

    private static AuditEntry entry(CounterKey key, int times) {
        return new AuditEntry(key.minute(), key.user(), key.action().key(), key.by(), times, "");
    }
}

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

    /// Lines of one minute about attempts that came to nothing; what is beyond is counted in one without a place.
    static final int LINES_A_MINUTE = 100;

    private final Database database;
    private final InstantSource clock;
    private final Map<Line, Integer> counted = new HashMap<>();

    public LoginAttemptLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Line(Instant minute, long user, AuditAction action, Actor by) {

        boolean succeeded() {
            return action == AuditAction.SIGNED_IN;
        }
    }

    /// @param user whose name was given, [Audit#NOBODY] when nobody has it
    public void note(AuditAction action, long user, ClientNetwork from) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Line line = new Line(minute, user, action, Actor.client(from));
        Line beyond = new Line(minute, Audit.NOBODY, action, Actor.ANYBODY);
        synchronized (counted) {
            boolean room = line.succeeded() || counted.containsKey(line) || failures(minute) < LINES_A_MINUTE;
            counted.merge(room ? line : beyond, 1, Integer::sum);
        }
    }

    private long failures(Instant minute) {
        return counted.keySet().stream()
                .filter(line -> !line.succeeded() && line.minute().equals(minute))
                .count();
    }

    /// Writes down the minutes that are over; to be called about twice a minute.
    public void flushCompletedMinutes() {
        flushBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /// Writes down everything.
    public void flushAll() {
        flushBefore(Instant.MAX);
    }

    /// What cannot be written now is kept for the next time.
    private void flushBefore(Instant end) {
        Map<Line, Integer> over = before(end);
        if (!over.isEmpty()) {
            List<AuditEntry> entries = entries(over);
            database.write(tx -> {
                entries.forEach(entry -> AuditStore.add(tx, entry));
                return entries;
            });
            synchronized (counted) {
                counted.keySet().removeAll(over.keySet());
            }
        }
    }

    private Map<Line, Integer> before(Instant end) {
        synchronized (counted) {
            Map<Line, Integer> over = new HashMap<>(counted);
            over.keySet().removeIf(line -> !line.minute().isBefore(end));
            return over;
        }
    }

    private static List<AuditEntry> entries(Map<Line, Integer> lines) {
        return lines.entrySet().stream()
                .map(one -> entry(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparingLong(AuditEntry::user)
                        .thenComparing(AuditEntry::action)
                        .thenComparing(entry -> entry.by().toString()))
                .toList();
    }

    private static AuditEntry entry(Line line, int times) {
        return new AuditEntry(line.minute(), line.user(), line.action().key(), line.by(), times, "");
    }
}

package dev.spoolmark.audit;

import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Attempts to sign in, counted by person, place and minute, so that whoever guesses can neither fill the disk nor make
/// the store busy. A minute is written down when it is over; a server that is killed loses the one at hand.
public final class Attempts {

    /// Lines of one minute about attempts that came to nothing; what is beyond is counted in one without a place.
    static final int LINES_A_MINUTE = 100;

    private final Database database;
    private final InstantSource clock;
    private final Map<Line, Integer> counted = new HashMap<>();

    public Attempts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Line(Instant minute, long user, Deed deed, By by) {

        boolean succeeded() {
            return deed == Deed.SIGNED_IN;
        }
    }

    /// @param user whose name was given, [Audit#NOBODY] when nobody has it
    public void note(Deed deed, long user, ClientNetwork from) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Line line = new Line(minute, user, deed, By.client(from));
        Line beyond = new Line(minute, Audit.NOBODY, deed, By.ANYBODY);
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
    public void keep() {
        keepBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /// Writes down everything.
    public void finish() {
        keepBefore(Instant.MAX);
    }

    /// What cannot be written now is kept for the next time.
    private void keepBefore(Instant end) {
        Map<Line, Integer> over = before(end);
        if (!over.isEmpty()) {
            List<Entry> entries = entries(over);
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

    private static List<Entry> entries(Map<Line, Integer> lines) {
        return lines.entrySet().stream()
                .map(one -> entry(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparingLong(Entry::user)
                        .thenComparing(Entry::deed)
                        .thenComparing(entry -> entry.by().toString()))
                .toList();
    }

    private static Entry entry(Line line, int times) {
        return new Entry(line.minute(), line.user(), line.deed().word(), line.by(), times, "");
    }
}

package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// The state of each write as the clients know it: acknowledged, or sent without a response.
final class WriteLedger {

    private static final long UNACKNOWLEDGED = Long.MAX_VALUE;

    /// Time of the acknowledgement.
    private final Map<RecordedWrite, Long> acknowledged = new ConcurrentHashMap<>();

    /// Time of the first sending.
    private final Map<RecordedWrite, Long> sent = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong(1_000_000);
    private final LongSupplier when;

    WriteLedger() {
        this(() -> 0);
    }

    /// @param when returns increasing positions
    WriteLedger(LongSupplier when) {
        this.when = when;
    }

    RecordedWrite next(RecordedWrite.Kind kind, int person) {
        return new RecordedWrite(kind, person, numbers.incrementAndGet());
    }

    void sent(RecordedWrite write) {
        sent.putIfAbsent(write, when.getAsLong());
        acknowledged.putIfAbsent(write, UNACKNOWLEDGED);
    }

    void acknowledged(RecordedWrite write) {
        acknowledged.put(write, when.getAsLong());
    }

    long count() {
        return acknowledged.values().stream().filter(at -> at != UNACKNOWLEDGED).count();
    }

    List<RecordedWrite> unacknowledged() {
        return acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue() == UNACKNOWLEDGED)
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.comparingLong(RecordedWrite::number))
                .toList();
    }

    /// The ledger as of that moment: later acknowledgements count as missing.
    WriteLedger asOf(long moment) {
        WriteLedger then = new WriteLedger();
        acknowledged.forEach((write, at) -> then.acknowledged.put(write, at <= moment ? at : UNACKNOWLEDGED));
        return then;
    }

    /// Compares with the database: every acknowledged write occurs once, every other at most once, and nothing
    /// that was never sent.
    List<String> faults(Database database) {
        Map<RecordedWrite.Kind, Map<Long, Long>> found = found(database);
        List<String> faults = new ArrayList<>();
        Map<RecordedWrite, Long> known = Map.copyOf(acknowledged);
        known.forEach((write, at) -> {
            long rows = rows(found, write);
            if (at != UNACKNOWLEDGED && rows == 0) {
                faults.add("lost: " + write);
            }
            if (rows > 1) {
                faults.add("stored " + rows + " times: " + write);
            }
        });
        Set<Long> numbersSent =
                known.keySet().stream().map(RecordedWrite::number).collect(Collectors.toSet());
        found.remove(RecordedWrite.Kind.CHECK_IN); // those are in the slots
        found.forEach((kind, rows) -> rows.keySet().stream()
                .filter(number -> !numbersSent.contains(number))
                .forEach(number -> faults.add("never sent, or rejected: " + kind + " of " + number)));
        return faults;
    }

    /// Whether the database equals its state at one moment: all writes that were acknowledged before a stored
    /// write was sent are stored, too.
    List<String> faultsAsOfOneMoment(Database database) {
        Map<RecordedWrite.Kind, Map<Long, Long>> found = found(database);
        long latest = sent.entrySet().stream()
                .filter(entry -> isIn(found, entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        return acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue() < latest && !isIn(found, entry.getKey()))
                .map(entry -> "missing, though something later is there: " + entry.getKey())
                .toList();
    }

    /// Stored writes without a response.
    List<RecordedWrite> storedWithoutResponse(Database database) {
        Map<RecordedWrite.Kind, Map<Long, Long>> found = found(database);
        return unacknowledged().stream().filter(write -> isIn(found, write)).toList();
    }

    private static long rows(Map<RecordedWrite.Kind, Map<Long, Long>> found, RecordedWrite write) {
        return found.getOrDefault(write.kind(), Map.of()).getOrDefault(write.number(), 0L);
    }

    private static boolean isIn(Map<RecordedWrite.Kind, Map<Long, Long>> found, RecordedWrite write) {
        return rows(found, write) > 0;
    }

    static Map<RecordedWrite.Kind, Map<Long, Long>> found(Database database) {
        Map<RecordedWrite.Kind, Map<Long, Long>> found = new EnumMap<>(RecordedWrite.Kind.class);
        for (RecordedWrite.Kind kind : RecordedWrite.Kind.values()) {
            Map<Long, Long> rows = new HashMap<>();
            database.read(tx -> {
                tx.forEach(kind.counting(), row -> rows.put(Long.parseLong(row.getString(1)), row.getLong(2)));
                return true;
            });
            found.put(kind, rows);
        }
        return found;
    }
}

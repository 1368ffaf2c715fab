package dev.spoolmark.torture;

import dev.spoolmark.store.Database;
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

/// What the clients know of each write, kept outside the server: acknowledged, or sent and not answered.
final class Ledger {

    private static final long UNANSWERED = Long.MAX_VALUE;

    /// When each was acknowledged.
    private final Map<Deed, Long> acknowledged = new ConcurrentHashMap<>();

    /// When each was first sent.
    private final Map<Deed, Long> sent = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong(1_000_000);
    private final LongSupplier when;

    Ledger() {
        this(() -> 0);
    }

    /// @param when tells one moment from a later one
    Ledger(LongSupplier when) {
        this.when = when;
    }

    Deed next(Deed.Kind kind, int person) {
        return new Deed(kind, person, numbers.incrementAndGet());
    }

    void sent(Deed deed) {
        sent.putIfAbsent(deed, when.getAsLong());
        acknowledged.putIfAbsent(deed, UNANSWERED);
    }

    void acknowledged(Deed deed) {
        acknowledged.put(deed, when.getAsLong());
    }

    long count() {
        return acknowledged.values().stream().filter(at -> at != UNANSWERED).count();
    }

    List<Deed> unanswered() {
        return acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue() == UNANSWERED)
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.comparingLong(Deed::number))
                .toList();
    }

    /// What was known at that moment: what was acknowledged later was unanswered then.
    Ledger asOf(long moment) {
        Ledger then = new Ledger();
        acknowledged.forEach((deed, at) -> then.acknowledged.put(deed, at <= moment ? at : UNANSWERED));
        return then;
    }

    /// Compares with the store: every acknowledged write once, every other at most once, and nothing that nobody sent.
    List<String> faults(Database database) {
        Map<Deed.Kind, Map<Long, Long>> found = found(database);
        List<String> faults = new ArrayList<>();
        Map<Deed, Long> known = Map.copyOf(acknowledged);
        known.forEach((deed, at) -> {
            long rows = rows(found, deed);
            if (at != UNANSWERED && rows == 0) {
                faults.add("lost: " + deed);
            }
            if (rows > 1) {
                faults.add("kept " + rows + " times: " + deed);
            }
        });
        Set<Long> numbersSent = known.keySet().stream().map(Deed::number).collect(Collectors.toSet());
        found.remove(Deed.Kind.CHECK_IN); // those are in the slots
        found.forEach((kind, rows) -> rows.keySet().stream()
                .filter(number -> !numbersSent.contains(number))
                .forEach(number -> faults.add("never sent, or refused: " + kind + " of " + number)));
        return faults;
    }

    /// Whether the store is as it was at one moment: whatever was acknowledged before something in it was sent is in
    /// it.
    List<String> faultsAsOfOneMoment(Database database) {
        Map<Deed.Kind, Map<Long, Long>> found = found(database);
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

    /// Those without an answer that were kept all the same.
    List<Deed> keptUnanswered(Database database) {
        Map<Deed.Kind, Map<Long, Long>> found = found(database);
        return unanswered().stream().filter(deed -> isIn(found, deed)).toList();
    }

    private static long rows(Map<Deed.Kind, Map<Long, Long>> found, Deed deed) {
        return found.getOrDefault(deed.kind(), Map.of()).getOrDefault(deed.number(), 0L);
    }

    private static boolean isIn(Map<Deed.Kind, Map<Long, Long>> found, Deed deed) {
        return rows(found, deed) > 0;
    }

    static Map<Deed.Kind, Map<Long, Long>> found(Database database) {
        Map<Deed.Kind, Map<Long, Long>> found = new EnumMap<>(Deed.Kind.class);
        for (Deed.Kind kind : Deed.Kind.values()) {
            Map<Long, Long> rows = new HashMap<>();
            database.read(tx -> {
                tx.each(kind.counting(), row -> rows.put(Long.parseLong(row.text(1)), row.number(2)));
                return true;
            });
            found.put(kind, rows);
        }
        return found;
    }
}

package dev.spoolmark.torture;

import dev.spoolmark.db.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The expected check-in of each user: one slot per user, occupied and released alternately.
///
/// A slot has the state of the last response, or of the one later request that got no response.
final class CheckinLedger {

    private static final long NO_CHECKIN = 0;

    private final Map<Integer, Slot> slots = new ConcurrentHashMap<>();

    private record Slot(long confirmed, @Nullable Long requested) {}

    /// Checks in to the title of `write`, or cancels the current check-in. One thread at a time per user.
    void change(PipelinedConnection connection, int person, RecordedWrite write) throws IOException {
        Slot slot = slots.getOrDefault(person, new Slot(NO_CHECKIN, null));
        boolean in = slot.requested() == null && slot.confirmed() == NO_CHECKIN;
        slots.put(person, new Slot(slot.confirmed(), in ? Long.valueOf(write.number()) : (Long) NO_CHECKIN));
        PipelinedConnection.Response response = in
                ? connection.post(write.kind().method(), write.body())
                : connection.post("movie/cancelcheckin", RecordedWrite.signed(person));
        if (response.isSuccess()) {
            slots.put(person, new Slot(in ? write.number() : NO_CHECKIN, null));
        }
    }

    List<String> faults(Database database) {
        Map<Long, Long> found = WriteLedger.found(database).getOrDefault(RecordedWrite.Kind.CHECK_IN, Map.of());
        List<String> faults = new ArrayList<>();
        slots.forEach((person, slot) -> {
            boolean isConfirmed = isAs(found, slot.confirmed());
            boolean isRequested = slot.requested() != null && isAs(found, slot.requested());
            if (!isConfirmed && !isRequested) {
                faults.add("the check-in of person " + person + " is neither " + slot);
            }
        });
        return faults;
    }

    private static boolean isAs(Map<Long, Long> found, long number) {
        return number == NO_CHECKIN || found.getOrDefault(number, 0L) == 1;
    }
}

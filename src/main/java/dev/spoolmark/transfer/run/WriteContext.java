package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.transfer.run.ImportListStore.TargetList;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For whom and how the records of one batch are written.
///
/// @param now when they are stored, with milliseconds; another time for each batch of an import
/// @param lists what was read about lists in this transaction
record WriteContext(UserId user, ImportRun run, Instant now, Map<String, Optional<TargetList>> lists) {

    WriteContext(UserId user, ImportRun run, Instant now) {
        this(user, run, now, new HashMap<>());
    }

    ImportChoices choices() {
        return run.choices();
    }

    long millis() {
        return now.toEpochMilli();
    }

    /// The time of a record, or that of the import.
    long millis(@Nullable Instant at) {
        return at == null ? millis() : at.toEpochMilli();
    }
}

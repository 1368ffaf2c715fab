package dev.spoolmark.stats.viewing;

import dev.spoolmark.stats.viewing.PeriodStore.Facts;
import dev.spoolmark.stats.viewing.PeriodStore.Range;
import java.time.ZoneId;
import java.util.function.Function;

/// All plays of a user, counted. Plays that were added since are counted in addition; after any other change all are
/// counted again. Thread-safe.
final class CountedHistory {

    private static final int FIXED_BYTES = 10_000;

    private final ZoneId zone;
    private PlayAggregator plays;
    private PlayFingerprint fingerprint = PlayFingerprint.NONE;

    CountedHistory(ZoneId zone) {
        this.zone = zone;
        this.plays = new PlayAggregator(zone);
    }

    /// Counts what has changed.
    ///
    /// @param read must not keep the counts
    synchronized <T> T update(PeriodStore store, Function<PlayAggregator, T> read) {
        if (fingerprint.count() > 0 && !fingerprint.equals(store.fingerprint(fingerprint.lastId()))) {
            plays = new PlayAggregator(zone);
            fingerprint = PlayFingerprint.NONE;
        }
        Range range = fingerprint.count() == 0 ? Range.ALL : Range.after(fingerprint.lastId());
        Facts facts = store.facts(range);
        plays.addFacts(facts);
        store.forEachPlay(range, play -> {
            plays.add(play);
            fingerprint = fingerprint.plus(play);
        });
        return read.apply(plays);
    }

    /// About the bytes in memory.
    synchronized int weight() {
        return FIXED_BYTES + plays.weight();
    }
}

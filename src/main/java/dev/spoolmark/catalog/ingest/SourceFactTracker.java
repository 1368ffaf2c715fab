package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tracks which facts of items a source provided, in one transaction. What a source provided before and no
/// longer provides is withdrawn, unless another source or file has provided it since.
final class SourceFactTracker {

    /// Cast and crew, as a fact beside those of [dev.spoolmark.catalog.MovieFacts] and
    /// [dev.spoolmark.catalog.ShowFacts].
    static final int CREDITS = 1 << 29;

    /// The alternative titles.
    static final int OTHER_TITLES = 1 << 30;

    private final Kind kind;
    private final @Nullable PrimarySourceItem primary;
    private final Map<Long, SourceFacts> previous;
    private final Map<Long, SourceFacts> changed = new LinkedHashMap<>();
    private final Map<Long, Integer> removed = new LinkedHashMap<>();

    /// @param primary the data of the primary source; null for files
    /// @param previous what is stored for these items
    SourceFactTracker(Kind kind, @Nullable PrimarySourceItem primary, Map<Long, SourceFacts> previous) {
        this.kind = kind;
        this.primary = primary;
        this.previous = previous;
    }

    /// For the items that a source describes.
    static SourceFactTracker of(Tx tx, Kind kind, @Nullable PrimarySourceItem primary, Iterable<Long> items) {
        Map<Long, SourceFacts> previous = new LinkedHashMap<>();
        if (primary != null) {
            items.forEach(item ->
                    SourceFactStore.of(tx, MediaId.of(kind, item)).ifPresent(facts -> previous.put(item, facts)));
        }
        return new SourceFactTracker(kind, primary, previous);
    }

    /// @return the facts that are present
    static int bits(@Nullable Object[] fields, List<?> credits, List<?> otherTitles) {
        return FieldBits.of(fields) | (credits.isEmpty() ? 0 : CREDITS) | (otherTitles.isEmpty() ? 0 : OTHER_TITLES);
    }

    Map<Long, SourceFacts> before() {
        return previous;
    }

    /// @param bits the facts that the source provides now
    /// @param unreadable whether it provides more, which cannot be read
    /// @return the facts that it provided before and no longer provides; none if some values cannot be read
    int withdrawnFacts(long item, int bits, boolean unreadable) {
        return unreadable ? 0 : own(item) & ~bits;
    }

    /// Records what the source provides now.
    ///
    /// @param suspectSince since when its list is suspiciously short
    void note(long item, int bits, boolean unreadable, @Nullable Instant suspectSince) {
        if (primary != null) {
            int provided = bits | (unreadable ? own(item) : 0);
            SourceFacts now = new SourceFacts(primary.source(), provided, suspectSince);
            if (!now.equals(previous.get(item))) {
                changed.put(item, now);
            }
        }
    }

    /// Records that the source no longer lists the item.
    void withdrawn(long item, Instant now) {
        SourceFacts facts = previous.get(item);
        if (facts != null) {
            changed.put(item, new SourceFacts(facts.source(), facts.fields(), now));
        }
    }

    /// Records what a file changed.
    void changed(long item, @Nullable Object[] existing, @Nullable Object[] now) {
        changed(item, FieldBits.differences(existing, now));
    }

    void changed(long item, int bits) {
        if (primary == null && bits != 0) {
            removed.merge(item, bits, (left, right) -> left | right);
        }
    }

    void save(Tx tx) {
        SourceFactStore.save(tx, kind, changed);
        SourceFactStore.removeFields(tx, kind, removed);
    }

    private int own(long item) {
        SourceFacts facts = previous.get(item);
        return facts != null && primary != null && facts.source().equals(primary.source()) ? facts.fields() : 0;
    }
}

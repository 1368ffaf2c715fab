package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.core.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which episodes of a show its source no longer lists.
///
/// If a list lost more than half of its episodes at once, and more than two, a fault of the source is likely:
/// nothing is withdrawn until the source provides the same list a day later. An empty list withdraws nothing.
final class EpisodeWithdrawalRule {

    private static final int MAX_UNSUSPICIOUS = 2;
    private static final Duration CONFIRMATION_PERIOD = Duration.ofDays(1);

    private final PrimarySourceItem primary;
    private final Instant now;
    private final Map<Long, SourceFacts> previous;
    private final @Nullable Instant previousSuspectSince;
    private final List<String> warnings;
    private @Nullable Instant suspectSince;

    /// @param previous what the source provided about the episodes before
    /// @param previousSuspectSince since when its list is suspiciously short
    EpisodeWithdrawalRule(
            PrimarySourceItem primary,
            Instant now,
            Map<Long, SourceFacts> previous,
            @Nullable Instant previousSuspectSince,
            List<String> warnings) {
        this.primary = primary;
        this.now = now;
        this.previous = Map.copyOf(previous);
        this.previousSuspectSince = previousSuspectSince;
        this.warnings = warnings;
    }

    /// @param listed the episodes that the source lists
    /// @return the episodes to withdraw
    List<Episode> withdrawn(Collection<Episode> existing, Set<EpisodeId> listed) {
        Map<Long, Episode> own = new HashMap<>();
        for (Episode episode : existing) {
            SourceFacts facts = previous.get(episode.id().value());
            if (facts != null && facts.source().equals(primary.source()) && facts.withdrawnAt() == null) {
                own.put(episode.id().value(), episode);
            }
        }
        List<Episode> missing = new ArrayList<>(own.values());
        missing.removeIf(episode -> listed.contains(episode.id()) || isUnplaced(episode));
        missing.sort((left, right) -> Long.compare(left.id().value(), right.id().value()));
        if (missing.isEmpty() || !primary.complete()) {
            return List.of();
        }
        return isSuspicious(missing.size(), own.size(), listed.isEmpty()) ? List.of() : missing;
    }

    private boolean isUnplaced(Episode episode) {
        List<ExternalId> ids = episode.ids().externalIds(Kind.EPISODE);
        return primary.unplaced().stream()
                .flatMap(loose -> loose.externalIds(Kind.EPISODE).stream())
                .anyMatch(ids::contains);
    }

    /// @return since when the list is suspiciously short; null if it is not
    @Nullable
    Instant suspectSince() {
        return suspectSince;
    }

    private boolean isSuspicious(int missing, int all, boolean empty) {
        if (!empty && (missing <= MAX_UNSUSPICIOUS || 2 * missing <= all)) {
            return false;
        }
        suspectSince = previousSuspectSince == null || ClockSkew.isAhead(previousSuspectSince, now)
                ? now
                : previousSuspectSince;
        if (!empty && !suspectSince.plus(CONFIRMATION_PERIOD).isAfter(now)) {
            suspectSince = null;
            return false;
        }
        warnings.add("lists " + (all - missing) + " of " + all + " episodes that it had; the others stay"
                + (empty ? "" : " unless it says so again in a day"));
        return true;
    }
}

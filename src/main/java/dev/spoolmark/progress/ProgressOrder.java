package dev.spoolmark.progress;

import dev.spoolmark.core.TitleFolding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which order shows are told. What ties is told by title.
public enum ProgressOrder {
    TITLE,
    LAST_PLAY,
    MOST_COMPLETED,
    LEAST_COMPLETED,
    NEWEST_AIRED,
    OLDEST_AIRED;

    private static final Comparator<Keyed> LEAST_FIRST =
            Comparator.comparingLong(Keyed::key).thenComparing(Keyed::title).thenComparingLong(Keyed::number);

    /// Each key is made once: folding a title is the dearest part of sorting.
    public List<ShowProgress> sort(List<ShowProgress> shows) {
        return shows.stream()
                .map(this::keyed)
                .sorted(LEAST_FIRST)
                .map(Keyed::show)
                .toList();
    }

    private Keyed keyed(ShowProgress show) {
        return new Keyed(
                key(show),
                TitleFolding.fold(show.show().title()),
                show.show().id().value(),
                show);
    }

    /// The least is told first.
    private long key(ShowProgress show) {
        return switch (this) {
            case TITLE -> 0;
            case LAST_PLAY -> -moment(show.lastPlay());
            case MOST_COMPLETED -> -show.tally().percentage();
            case LEAST_COMPLETED -> show.tally().percentage();
            case NEWEST_AIRED -> -moment(show.lastAired());
            case OLDEST_AIRED -> moment(show.lastAired());
        };
    }

    /// What never happened is older than everything.
    private static long moment(@Nullable Instant instant) {
        return instant == null ? -Long.MAX_VALUE : instant.toEpochMilli();
    }

    private record Keyed(long key, String title, long number, ShowProgress show) {}
}

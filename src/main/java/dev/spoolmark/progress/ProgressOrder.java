package dev.spoolmark.progress;

import dev.spoolmark.core.TitleFolding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders of a list of shows. Ties are ordered by title.
public enum ProgressOrder {
    TITLE,
    LAST_PLAY,
    MOST_COMPLETED,
    LEAST_COMPLETED,
    NEWEST_AIRED,
    OLDEST_AIRED;

    private static final Comparator<Keyed> BY_KEY_THEN_TITLE =
            Comparator.comparingLong(Keyed::key).thenComparing(Keyed::title).thenComparingLong(Keyed::number);

    /// Computes each key once, since folding a title is the most expensive part of the sort.
    public List<ShowProgress> sort(List<ShowProgress> shows) {
        return shows.stream()
                .map(this::keyed)
                .sorted(BY_KEY_THEN_TITLE)
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

    /// Shows are sorted by ascending key.
    private long key(ShowProgress show) {
        return switch (this) {
            case TITLE -> 0;
            case LAST_PLAY -> -moment(show.lastPlay());
            case MOST_COMPLETED -> -show.count().percentage();
            case LEAST_COMPLETED -> show.count().percentage();
            case NEWEST_AIRED -> -moment(show.lastAired());
            case OLDEST_AIRED -> moment(show.lastAired());
        };
    }

    /// A missing time is earlier than all others.
    private static long moment(@Nullable Instant instant) {
        return instant == null ? -Long.MAX_VALUE : instant.toEpochMilli();
    }

    private record Keyed(long key, String title, long number, ShowProgress show) {}
}

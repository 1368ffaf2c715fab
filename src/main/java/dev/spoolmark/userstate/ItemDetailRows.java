package dev.spoolmark.userstate;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.db.Row;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the rows of [ItemDetailStore].
final class ItemDetailRows {

    private static final Comparator<@Nullable Instant> UNKNOWN_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<PlayEntry> NEWEST_FIRST = Comparator.comparing(PlayEntry::watchedAt, UNKNOWN_FIRST)
            .thenComparingLong(PlayEntry::id)
            .reversed();
    private static final Comparator<ListMembership> BY_NAME = Comparator.comparing(
                    (ListMembership list) -> TextFolding.fold(list.name()))
            .thenComparing(ListMembership::slug);

    private final MediaId item;
    private @Nullable Score score;
    private @Nullable Instant listedAt;
    private @Nullable Instant favoriteSince;
    private @Nullable Instant collectedAt;
    private CollectedDetails copy = CollectedDetails.NONE;
    private final List<PlayEntry> plays = new ArrayList<>();
    private final List<ListMembership> lists = new ArrayList<>();
    private final Map<EpisodeId, EpisodeMark> episodes = new HashMap<>();

    ItemDetailRows(MediaId item) {
        this.item = item;
    }

    void add(Row row) {
        switch (row.getInt(1)) {
            case ItemDetailStore.RATING -> score = new Score(row.getInt(3));
            case ItemDetailStore.WATCHLIST -> listedAt = row.instant(3);
            case ItemDetailStore.FAVORITE -> favoriteSince = row.instant(3);
            case ItemDetailStore.COLLECTION -> {
                collectedAt = row.instant(3);
                copy = CollectedDetails.parse(row.getString(6));
            }
            case ItemDetailStore.PLAY -> plays.add(play(row));
            case ItemDetailStore.LIST ->
                lists.add(new ListMembership(row.getString(7), row.getString(6), row.getInt(3) == 1));
            default -> mark(row);
        }
    }

    private PlayEntry play(Row row) {
        Watchable watched = Watchable.of(item.kind().number(), item.value(), row.getLong(5));
        int action = row.getInt(4) % ItemDetailStore.PRECISIONS;
        int precision = row.getInt(4) / ItemDetailStore.PRECISIONS;
        return PlayEntry.stored(row.getLong(2), watched, row.instantOrNull(3), precision, PlayAction.of(action));
    }

    private void mark(Row row) {
        EpisodeId id = new EpisodeId(row.getLong(2));
        int value = row.getInt(3);
        EpisodeMark before = episodes.getOrDefault(id, EpisodeMark.NONE);
        EpisodeMark after = switch (row.getInt(1)) {
            case ItemDetailStore.WATCHED_EPISODE ->
                new EpisodeMark(value, row.getInt(4) == 1, before.isCollected(), before.score());
            case ItemDetailStore.COLLECTED_EPISODE ->
                new EpisodeMark(before.plays(), before.isWatched(), true, before.score());
            case ItemDetailStore.RATED_EPISODE ->
                new EpisodeMark(before.plays(), before.isWatched(), before.isCollected(), new Score(value));
            default -> throw new IllegalStateException("part " + row.getInt(1));
        };
        episodes.put(id, after);
    }

    ItemDetail detail() {
        plays.sort(NEWEST_FIRST);
        lists.sort(BY_NAME);
        return new ItemDetail(score, listedAt, favoriteSince, collectedAt, copy, plays, episodes, lists);
    }
}

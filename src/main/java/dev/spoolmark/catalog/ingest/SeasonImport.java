package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.EpisodeIndex.EpisodeKey;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imports seasons, without their episodes, in the transaction of an [EpisodeImport].
final class SeasonImport {

    private final Tx tx;
    private final Instant now;
    private final EpisodeIndex index;
    private final ItemMatcher seasonIds;
    private final EditedFactGuard edited;
    private final SourceFactTracker sourceFacts;
    private final Set<EpisodeKey> listed = new HashSet<>();
    private final List<Long> withdrawn = new ArrayList<>();

    /// @param existing the shows
    /// @param items the seasons of all shows
    SeasonImport(
            Tx tx,
            Instant now,
            EpisodeIndex index,
            Collection<ShowId> existing,
            List<SeasonItem> items,
            @Nullable PrimarySourceItem primary) {
        this.tx = tx;
        this.now = now;
        this.index = index;
        this.seasonIds = new ItemMatcher(
                tx,
                Kind.SEASON,
                items.stream()
                        .flatMap(item -> item.ids().externalIds(Kind.SEASON).stream())
                        .toList());
        this.edited = EditedFactGuard.ofShows(tx, Kind.SEASON, items.isEmpty() ? List.of() : existing);
        Map<Long, SourceFacts> previous = new HashMap<>();
        if (primary != null) {
            existing.forEach(show -> previous.putAll(SourceFactStore.ofSeasons(tx, show)));
        }
        this.sourceFacts = new SourceFactTracker(Kind.SEASON, primary, previous);
    }

    /// Records that the source lists the season.
    void addListed(Show show, SeasonItem item) {
        listed.add(EpisodeKey.of(show.id(), item.number()));
    }

    /// @return whether anything changed
    boolean apply(Show show, SeasonItem item, List<String> warnings) {
        Season before = index.season(show.id(), item.number());
        SeasonId id = before == null ? new SeasonId(tx.newId("item")) : before.id();
        Ids incoming =
                before == null ? item.ids() : edited.protect(item, before).ids();
        Ids ids = seasonIds.claim(id.value(), show.title() + " season " + item.number(), incoming, warnings);
        Season after = before == null
                ? new Season(id, show.id(), item.number(), ids, item.poster(), false)
                : new Season(
                        id,
                        show.id(),
                        item.number(),
                        before.ids().merge(ids),
                        FactMerge.newer(previousPoster(before, item), item.poster()),
                        false);
        note(item, before, after);
        if (after.equals(before)) {
            return false;
        }
        index.change(after);
        return true;
    }

    /// Withdraws a season, unless the source lists it.
    void withdraw(ShowId show, int number) {
        Season season = index.season(show, number);
        if (season != null && !listed.contains(EpisodeKey.of(show, number))) {
            index.change(season.withdrawn());
            withdrawn.add(season.id().value());
        }
    }

    /// Saves which facts of the seasons the source provides; the seasons are saved with the index.
    void saveFacts() {
        sourceFacts.save(tx);
        SourceFactStore.save(
                tx,
                Kind.SEASON,
                withdrawn.stream().collect(Collectors.toMap(id -> id, _ -> new SourceFacts("", 0, now))));
    }

    private void note(SeasonItem item, @Nullable Season before, Season after) {
        if (before != null) {
            sourceFacts.changed(after.id().value(), fields(before.poster()), fields(after.poster()));
        }
        sourceFacts.note(after.id().value(), FieldBits.of(fields(item.poster())), item.unreadable(), null);
    }

    /// @return null if the source provided a poster before and provides none now
    private @Nullable String previousPoster(Season before, SeasonItem item) {
        int absent =
                sourceFacts.withdrawnFacts(before.id().value(), FieldBits.of(fields(item.poster())), item.unreadable());
        return absent == 0 ? before.poster() : null;
    }

    private static @Nullable Object[] fields(@Nullable String poster) {
        return new @Nullable Object[] {poster};
    }
}

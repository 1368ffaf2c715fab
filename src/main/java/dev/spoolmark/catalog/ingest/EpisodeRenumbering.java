package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.merge.ItemMerger;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Moves episodes of a show to the numbers that the source of its list assigns them now, in one transaction.
/// The id of the source identifies them, so the data of users moves with them.
///
/// If another episode has the new number, the two are merged, unless an id shows that they differ: then the
/// other one is no longer listed and gets a temporary number.
final class EpisodeRenumbering {

    private static final int TEMPORARY_SEASON = -1;

    private final Tx tx;
    private final Instant now;
    private final Map<EpisodeKey, Episode> byKey = new HashMap<>();
    private final Map<ExternalId, Episode> byId = new HashMap<>();
    private final Map<EpisodeKey, EpisodeItem> incoming = new LinkedHashMap<>();
    private final Map<Episode, EpisodeKey> moves = new LinkedHashMap<>();

    private EpisodeRenumbering(Tx tx, Instant now, List<Episode> existing, List<SeasonItem> seasons) {
        this.tx = tx;
        this.now = now;
        for (Episode episode : existing) {
            byKey.put(EpisodeKey.of(episode), episode);
            episode.ids().externalIds(Kind.EPISODE).forEach(id -> byId.putIfAbsent(id, episode));
        }
        for (SeasonItem season : seasons) {
            season.episodes()
                    .forEach(episode ->
                            incoming.putIfAbsent(new EpisodeKey(season.number(), episode.number()), episode));
        }
    }

    private record EpisodeKey(int season, int number) {

        static EpisodeKey of(Episode episode) {
            return new EpisodeKey(episode.season(), episode.number());
        }
    }

    /// @param seasons the list of the source
    /// @param complete whether the source listed all its episodes, so that missing ones can be moved away
    /// @return whether any episode was renumbered
    static boolean apply(Tx tx, Instant now, ShowId show, List<SeasonItem> seasons, boolean complete) {
        List<Episode> existing = EpisodeStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of());
        return new EpisodeRenumbering(tx, now, existing, seasons).apply(complete);
    }

    private boolean apply(boolean complete) {
        incoming.forEach((key, item) -> existing(item)
                .filter(episode -> !EpisodeKey.of(episode).equals(key))
                .ifPresent(episode -> moves.putIfAbsent(episode, key)));
        boolean blocked = !complete;
        while (blocked) { // an episode that cannot move blocks another
            blocked = moves.entrySet().removeIf(move -> isOccupied(move.getValue()));
        }
        boolean any = !moves.isEmpty();
        for (Episode episode : List.copyOf(moves.keySet())) {
            vacate(episode, Objects.requireNonNull(moves.get(episode)));
        }
        Map<Long, EpisodeKey> targets = new LinkedHashMap<>();
        moves.forEach((episode, key) -> targets.put(episode.id().value(), key));
        List<Long> ids = List.copyOf(targets.keySet());
        Map<Long, EpisodeKey> temporary = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            temporary.put(ids.get(i), new EpisodeKey(TEMPORARY_SEASON, i));
        }
        move(temporary);
        move(targets);
        return any;
    }

    private Optional<Episode> existing(EpisodeItem item) {
        return item.ids().externalIds(Kind.EPISODE).stream()
                .map(byId::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /// @return whether an episode that may still be listed has the number
    private boolean isOccupied(EpisodeKey key) {
        Episode existing = byKey.get(key);
        return existing != null && !moves.containsKey(existing) && isOther(existing, key);
    }

    private boolean isOther(Episode existing, EpisodeKey key) {
        return existing.ids()
                .isDifferentItem(Objects.requireNonNull(incoming.get(key)).ids());
    }

    private void vacate(Episode episode, EpisodeKey key) {
        Episode existing = byKey.get(key);
        if (existing == null || moves.containsKey(existing)) {
            return;
        }
        if (isOther(existing, key)) {
            moveAway(existing.withdrawn());
            return;
        }
        moves.remove(episode);
        new ItemMerger(tx, now).episodes(episode, existing);
        if (incoming.containsKey(EpisodeKey.of(episode))) {
            moveAway(episode.stub());
        }
    }

    /// Gives an unlisted episode a number that no listed one can have.
    private void moveAway(Episode episode) {
        int number = ValueLimits.LAST_EPISODE + 1;
        while (byKey.containsKey(new EpisodeKey(episode.season(), number))) {
            number++;
        }
        EpisodeKey key = new EpisodeKey(episode.season(), number);
        byKey.put(key, episode);
        EpisodeStore.save(tx, List.of(episode.changedAt(now)));
        move(Map.of(episode.id().value(), key));
    }

    private void move(Map<Long, EpisodeKey> targets) {
        List<Object[]> rows = new ArrayList<>();
        targets.forEach((id, key) -> rows.add(new Object[] {key.season(), key.number(), now, id}));
        EpisodeStore.renumber(tx, rows);
    }
}

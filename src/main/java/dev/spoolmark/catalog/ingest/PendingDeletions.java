package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.merge.ItemMerger;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Seasons and episodes that will be deleted. They cannot be found by number or id. If a request that found
/// one before still stores data about it, it returns to its number.
///
/// For one transaction that holds the lock of [dev.spoolmark.catalog.CatalogWriteLock].
public final class PendingDeletions {

    /// Numbers from here on are reserved for them. The previous number is the remainder.
    public static final int FIRST_NUMBER = 1_000_000;

    private final Tx tx;
    private final Instant now;

    PendingDeletions(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    public static boolean isOne(int number) {
        return number >= FIRST_NUMBER;
    }

    /// @return the previous number of a season or episode; empty if the item is not pending
    Optional<Integer> number(MediaId item) {
        return item instanceof EpisodeId id
                ? episode(id).map(Episode::number)
                : season((SeasonId) item).map(Season::number);
    }

    void add(MediaId item) {
        tx.update(
                "DELETE FROM external_id WHERE kind = ? AND item_id = ?",
                item.kind().number(),
                item.value());
        switch (item) {
            case EpisodeId id -> episode(id).ifPresent(this::addEpisode);
            case SeasonId id -> season(id).ifPresent(this::addSeason);
            default -> throw new IllegalArgumentException("only seasons and episodes are withdrawn");
        }
    }

    private void addEpisode(Episode episode) {
        int number = FIRST_NUMBER + episode.number();
        while (at(episode, number).isPresent()) {
            number += FIRST_NUMBER;
        }
        renumber(episode, number);
    }

    private void addSeason(Season season) {
        int number = FIRST_NUMBER + season.number();
        while (at(season, number).isPresent()) {
            number += FIRST_NUMBER;
        }
        SeasonStore.renumber(tx, season.id(), number);
    }

    /// Gives the item its number back. If another item has the number now, the two are merged.
    void restore(MediaId item) {
        switch (item) {
            case EpisodeId id -> episode(id).ifPresent(this::restoreEpisode);
            case SeasonId id -> season(id).ifPresent(this::restoreSeason);
            default -> throw new IllegalArgumentException("only seasons and episodes are withdrawn");
        }
    }

    private void restoreEpisode(Episode episode) {
        int number = episode.number() % FIRST_NUMBER;
        Optional<Episode> existing = at(episode, number);
        if (existing.filter(other -> isCalledAlike(episode, other)).isPresent()) {
            new ItemMerger(tx, now).episodes(episode, existing.get());
            return;
        }
        if (existing.isPresent()) {
            number = ValueLimits.LAST_EPISODE + 1;
        }
        while (at(episode, number).isPresent()) {
            number++;
        }
        renumber(episode, number);
    }

    /// The ids are no longer known, and a source may have reused the number since.
    private static boolean isCalledAlike(Episode episode, Episode other) {
        String title = episode.facts().title();
        return title == null
                || other.facts().title() == null
                || title.equals(other.facts().title());
    }

    private void restoreSeason(Season season) {
        int number = season.number() % FIRST_NUMBER;
        at(season, number)
                .ifPresentOrElse(
                        existing -> new ItemMerger(tx, now).seasons(season, existing),
                        () -> SeasonStore.renumber(tx, season.id(), number));
    }

    private void renumber(Episode episode, int number) {
        EpisodeStore.renumber(tx, List.<Object[]>of(new Object[] {
            episode.season(), number, now, episode.id().value()
        }));
    }

    private Optional<Episode> at(Episode episode, int number) {
        return EpisodeStore.at(tx, episode.show(), episode.season(), number);
    }

    private Optional<Season> at(Season season, int number) {
        return SeasonStore.at(tx, season.show(), number);
    }

    private Optional<Episode> episode(EpisodeId id) {
        return Optional.ofNullable(EpisodeStore.get(tx, List.of(id)).get(id));
    }

    private Optional<Season> season(SeasonId id) {
        return Optional.ofNullable(SeasonStore.get(tx, List.of(id)).get(id));
    }
}

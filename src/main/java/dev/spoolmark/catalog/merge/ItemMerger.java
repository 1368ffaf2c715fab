package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.CreditStore;
import dev.spoolmark.catalog.CreditStore.CreditRow;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.edit.EditedFactStore;
import dev.spoolmark.catalog.ingest.ExternalPopularityStore;
import dev.spoolmark.catalog.ingest.RelatedIdStore;
import dev.spoolmark.catalog.ingest.SourceFactStore;
import dev.spoolmark.catalog.lookup.AlternativeTitleStore;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.SlugStore;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Merges one item into another, in a transaction that holds the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock]. Afterwards all ids, slugs and titles lead to the other; the data
/// of users follows ([UserDataMigration]).
///
/// The remaining item keeps its facts and takes those that it lacks. The merged item stays as provisional
/// under its id until all data has moved.
public final class ItemMerger {

    private final Tx tx;
    private final Instant now;

    public ItemMerger(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /// @param from exists, and is of the same kind as `into`
    public void items(MediaId from, MediaId into) {
        switch (from) {
            case MovieId movie -> {
                Map<MovieId, Movie> items = MovieStore.get(tx, List.of(movie, (MovieId) into));
                movies(get(items, movie), get(items, (MovieId) into));
            }
            case ShowId show -> {
                Map<ShowId, Show> items = ShowStore.get(tx, List.of(show, (ShowId) into));
                shows(get(items, show), get(items, (ShowId) into));
            }
            case EpisodeId episode -> {
                Map<EpisodeId, Episode> items = EpisodeStore.get(tx, List.of(episode, (EpisodeId) into));
                episodes(get(items, episode), get(items, (EpisodeId) into));
            }
            case SeasonId season -> throw new IllegalArgumentException("seasons are one when their shows are");
        }
    }

    private static <I extends MediaId, T> T get(Map<I, T> found, I id) {
        return Objects.requireNonNull(found.get(id), () -> id + " is not there");
    }

    void movies(Movie from, Movie into) {
        redirect(from.id(), into.id());
        SourceJobStore.transfer(tx, from.id(), into.id());
        ExternalPopularityStore.transfer(tx, from.id(), into.id());
        RelatedIdStore.transfer(tx, from.id(), into.id());
        AlternativeTitleStore.transfer(
                tx, Kind.MOVIE, from.id().value(), into.id().value());
        credits(from.id(), into.id());
        Movie joined = into.mergedWith(from, ids(into.id()), now);
        titles(from, joined);
        MovieStore.save(tx, List.of(joined, from.stub()));
    }

    /// Merges seasons by number, and episodes by number or by a date on which only one aired. The others move
    /// to the remaining show.
    void shows(Show from, Show into) {
        redirect(from.id(), into.id());
        SourceJobStore.transfer(tx, from.id(), into.id());
        ExternalPopularityStore.transfer(tx, from.id(), into.id());
        RelatedIdStore.transfer(tx, from.id(), into.id());
        AlternativeTitleStore.transfer(
                tx, Kind.SHOW, from.id().value(), into.id().value());
        credits(from.id(), into.id());
        Show joined = into.mergedWith(from, ids(into.id()), now);
        titles(from, joined);
        ShowStore.save(tx, List.of(joined, from.stub()));
        seasons(from.id(), into.id());
        episodes(from.id(), into.id());
    }

    public void episodes(Episode from, Episode into) {
        episodes(Map.of(from, into));
    }

    private void episodes(Map<Episode, Episode> pairs) {
        Map<Long, Long> numbers = new HashMap<>();
        pairs.forEach((from, into) -> numbers.put(from.id().value(), into.id().value()));
        EditedFactStore.delete(tx, Kind.EPISODE, numbers.keySet());
        ExternalIdStore.transfer(tx, Kind.EPISODE, numbers);
        SourceFactStore.delete(
                tx, pairs.keySet().stream().<MediaId>map(Episode::id).toList());
        ItemAliasStore.addRedirects(tx, Kind.EPISODE, numbers, now);
        Map<Long, Ids> ids = ExternalIdStore.idsOf(tx, Kind.EPISODE, numbers.values());
        List<Episode> changed = new ArrayList<>();
        pairs.forEach((from, into) -> {
            changed.add(into.mergedWith(from, ids.getOrDefault(into.id().value(), Ids.NONE), now));
            changed.add(from.stub());
        });
        EpisodeStore.save(tx, changed);
    }

    private void seasons(ShowId from, ShowId into) {
        Map<Integer, Season> existing =
                of(into).stream().collect(Collectors.toMap(Season::number, Function.identity()));
        for (Season season : of(from)) {
            Season counterpart = existing.get(season.number());
            if (counterpart == null) {
                SeasonStore.moveToShow(tx, season.id(), into);
                ItemAliasStore.enqueueMigration(
                        tx, Kind.SEASON, List.of(season.id().value()), now);
            } else {
                seasons(season, counterpart);
            }
        }
    }

    /// Both belong to one show, or to shows that are being merged.
    public void seasons(Season from, Season into) {
        redirect(from.id(), into.id());
        SeasonStore.save(tx, List.of(into.mergedWith(from, ids(into.id())), from.stub()));
    }

    private void episodes(ShowId from, ShowId into) {
        List<Episode> source = EpisodeStore.ofShows(tx, List.of(from)).getOrDefault(from, List.of());
        EpisodePairing pairing = new EpisodePairing(
                source, EpisodeStore.ofShows(tx, List.of(into)).getOrDefault(into, List.of()));
        Map<Episode, Episode> pairs = new LinkedHashMap<>();
        for (Episode episode : source) {
            pairing.of(episode).ifPresentOrElse(existing -> pairs.put(episode, existing), () -> adopt(episode, into));
        }
        episodes(pairs);
    }

    private void adopt(Episode episode, ShowId into) {
        EpisodeStore.moveToShow(tx, episode.id(), into);
        ItemAliasStore.enqueueMigration(tx, Kind.EPISODE, List.of(episode.id().value()), now);
    }

    /// Facts that a source provided for the merged item are not withdrawn from the other later, which may have
    /// them itself.
    private void redirect(MediaId from, MediaId into) {
        SourceFactStore.delete(tx, List.of(from));
        EditedFactStore.delete(tx, from.kind(), List.of(from.value()));
        Map<Long, Long> items = Map.of(from.value(), into.value());
        ExternalIdStore.transfer(tx, from.kind(), items);
        if (from.kind() == Kind.MOVIE || from.kind() == Kind.SHOW) {
            SlugStore.transfer(tx, from.kind(), items);
        }
        ItemAliasStore.addRedirects(tx, from.kind(), items, now);
    }

    /// The title from a source becomes an alternative title of the remaining item. All former titles keep
    /// leading there.
    private void titles(Title from, Title joined) {
        if (from.hasTitleFromId()) {
            return;
        }
        Kind kind = joined.id().kind();
        long item = joined.id().value();
        boolean sameTitle = LookupKey.TitleKey.key(from.title()).equals(LookupKey.TitleKey.key(joined.title()));
        if (!sameTitle && !from.provisional()) {
            AlternativeTitleStore.add(tx, kind, item, from.title());
        }
        if (!sameTitle || !Objects.equals(from.year(), joined.year())) {
            AlternativeTitleStore.addFormer(tx, kind, item, from.title(), from.year());
        }
    }

    private void credits(MediaId from, MediaId into) {
        Map<Long, List<CreditRow>> credits =
                CreditStore.creditsOf(tx, from.kind(), List.of(from.value(), into.value()));
        List<CreditRow> source = credits.getOrDefault(from.value(), List.of());
        if (!credits.containsKey(into.value())) {
            CreditStore.replace(tx, from.kind(), Map.of(into.value(), source));
        }
        CreditStore.replace(tx, from.kind(), Map.of(from.value(), List.of()));
    }

    private Ids ids(MediaId item) {
        return ExternalIdStore.idsOf(tx, item.kind(), List.of(item.value())).getOrDefault(item.value(), Ids.NONE);
    }

    private List<Season> of(ShowId show) {
        return SeasonStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of());
    }
}

package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// An approximate set of the IMDb ids and titles in the catalog at some revision.
///
/// It can take an unknown title for known, never the other way round. Two titles with IMDb ids are
/// distinguished by these; so only titles without one are kept, and those that other transactions added
/// since.
final class KnownTitleFilter {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE);

    private final Map<Kind, ImdbIdBitSet> ids = new EnumMap<>(Kind.class);
    private final Map<Kind, TitleBloomFilter> titles = new EnumMap<>(Kind.class);
    private long revision;

    private KnownTitleFilter(long revision) {
        this.revision = revision;
        for (Kind kind : KINDS) {
            ids.put(kind, new ImdbIdBitSet());
            titles.put(kind, new TitleBloomFilter());
        }
    }

    static KnownTitleFilter read(Database database) {
        // The revision is read first: what is added during the read comes again with the revisions after it.
        KnownTitleFilter knownTitles = new KnownTitleFilter(database.read(CatalogWriteLock::currentRevision));
        for (Kind kind : KINDS) {
            ImdbIdBitSet idsOfKind = knownTitles.idsOf(kind);
            KnownTitleStore.eachImdb(database, kind, idsOfKind::add);
        }
        database.read(tx -> {
            KnownTitleStore.eachTitleWithoutImdb(tx, Kind.MOVIE, knownTitles.titlesOf(Kind.MOVIE)::add);
            KnownTitleStore.eachTitleWithoutImdb(tx, Kind.SHOW, knownTitles.titlesOf(Kind.SHOW)::add);
            return 0;
        });
        return knownTitles;
    }

    /// Reads what other transactions added since. The caller holds the lock of
    /// [dev.spoolmark.catalog.CatalogWriteLock].
    ///
    /// @return the current revision
    long catchUp(Tx tx) {
        long now = CatalogWriteLock.currentRevision(tx);
        if (now > revision + 1) {
            for (Kind kind : KINDS) {
                KnownTitleStore.eachImdbBetween(tx, kind, revision, now, idsOf(kind)::add);
            }
            KnownTitleStore.eachTitleBetween(tx, Kind.MOVIE, revision, now, titlesOf(Kind.MOVIE)::add);
            KnownTitleStore.eachTitleBetween(tx, Kind.SHOW, revision, now, titlesOf(Kind.SHOW)::add);
        }
        return now;
    }

    /// Adds the items of a committed transaction.
    void add(List<SourceItem> added, long inPass) {
        added.forEach(item -> imdbOf(item).forEach(id -> idsOf(id.kind()).add(id.value())));
        revision = inPass;
    }

    /// @return the items that certainly equal neither an item of the catalog nor an earlier one of the list
    List<SourceItem> newAmong(List<SourceItem> items) {
        List<SourceItem> newItems = new ArrayList<>();
        Set<Id> assigned = new HashSet<>();
        for (SourceItem item : items) {
            List<Id> own = imdbOf(item);
            if (isDefinitelyNew(item)
                    && own.stream().noneMatch(assigned::contains)
                    && new HashSet<>(own).size() == own.size()) {
                newItems.add(item);
                assigned.addAll(own);
            }
        }
        return newItems;
    }

    boolean isDefinitelyNew(SourceItem item) {
        String title = item.title();
        return title != null
                && isPlain(item)
                && !titlesOf(item.kind()).mightContain(TitleKey.key(title))
                && imdbOf(item).stream().noneMatch(id -> idsOf(id.kind()).mightContain(id.value()));
    }

    boolean mayContain(SourceItem item) {
        String imdb = item.ids().imdb();
        return imdb != null && mayContain(item.kind(), imdb);
    }

    boolean mayContain(Kind kind, String imdb) {
        ImdbIdBitSet idsOfKind = ids.get(kind);
        return idsOfKind != null && idsOfKind.mightContain(imdb);
    }

    private record Id(Kind kind, String value) {}

    private ImdbIdBitSet idsOf(Kind kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    private TitleBloomFilter titlesOf(Kind kind) {
        return Objects.requireNonNull(titles.get(kind));
    }

    /// @return whether the item has nothing to search by but IMDb ids and title
    private static boolean isPlain(SourceItem item) {
        return switch (item) {
            case MovieItem movie ->
                isImdbOnly(movie.ids())
                        && movie.credits().isEmpty()
                        && movie.otherTitles().isEmpty();
            case ShowItem show ->
                isImdbOnly(show.ids())
                        && show.credits().isEmpty()
                        && show.otherTitles().isEmpty()
                        && areDistinct(show.seasons().stream().map(SeasonItem::number))
                        && show.seasons().stream().allMatch(KnownTitleFilter::isPlain);
            case PersonItem _, SourceItem.EpisodeList _ -> false;
        };
    }

    private static boolean isPlain(SeasonItem season) {
        return season.ids().isEmpty()
                && season.episodes().stream().allMatch(episode -> isImdbOnly(episode.ids()))
                && areDistinct(season.episodes().stream().map(EpisodeItem::number));
    }

    private static boolean areDistinct(Stream<Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        return numbers.allMatch(seen::add);
    }

    private static boolean isImdbOnly(Ids ids) {
        String imdb = ids.imdb();
        return imdb != null && ids.equals(Ids.ofImdb(imdb));
    }

    private static List<Id> imdbOf(SourceItem item) {
        List<Id> all = new ArrayList<>();
        add(all, item.kind(), item.ids());
        if (item instanceof ShowItem show) {
            for (SeasonItem season : show.seasons()) {
                for (EpisodeItem episode : season.episodes()) {
                    add(all, Kind.EPISODE, episode.ids());
                }
            }
        }
        return all;
    }

    private static void add(List<Id> all, Kind kind, Ids ids) {
        String imdb = ids.imdb();
        if (imdb != null) {
            all.add(new Id(kind, imdb));
        }
    }
}

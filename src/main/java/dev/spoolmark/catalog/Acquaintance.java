package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.PersonItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Which IMDb ids and titles the catalogue had at some pass of the [Gate], in a few bits each.
///
/// It may take something for known that is not, never the other way. Two titles that both have an IMDb id are told
/// apart by that; so only titles without one are remembered, and those that others added since.
final class Acquaintance {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE);

    private final Map<Kind, IdSet> ids = new EnumMap<>(Kind.class);
    private final Map<Kind, TextSet> titles = new EnumMap<>(Kind.class);
    private long pass;

    private Acquaintance(long pass) {
        this.pass = pass;
        for (Kind kind : KINDS) {
            ids.put(kind, new IdSet());
            titles.put(kind, new TextSet());
        }
    }

    static Acquaintance read(Database database) {
        // The pass first: what is added while the rest is read comes again with the passes after it.
        Acquaintance acquaintance = new Acquaintance(database.read(Gate::number));
        for (Kind kind : KINDS) {
            IdSet known = acquaintance.idsOf(kind);
            AcquaintanceStore.eachImdb(database, kind, known::add);
        }
        database.read(tx -> {
            AcquaintanceStore.eachTitleWithoutImdb(tx, Kind.MOVIE, acquaintance.titlesOf(Kind.MOVIE)::add);
            AcquaintanceStore.eachTitleWithoutImdb(tx, Kind.SHOW, acquaintance.titlesOf(Kind.SHOW)::add);
            return 0;
        });
        return acquaintance;
    }

    /// Learns what others added since. To be called behind the gate; says which pass this is.
    long follow(Tx tx) {
        long now = Gate.number(tx);
        if (now > pass + 1) {
            for (Kind kind : KINDS) {
                AcquaintanceStore.eachImdbBetween(tx, kind, pass, now, idsOf(kind)::add);
            }
            AcquaintanceStore.eachTitleBetween(tx, Kind.MOVIE, pass, now, titlesOf(Kind.MOVIE)::add);
            AcquaintanceStore.eachTitleBetween(tx, Kind.SHOW, pass, now, titlesOf(Kind.SHOW)::add);
        }
        return now;
    }

    /// These were added in that pass, and that is certain now.
    void remember(List<CatalogItem> added, long inPass) {
        added.forEach(item -> imdbOf(item).forEach(id -> idsOf(id.kind()).add(id.value())));
        pass = inPass;
    }

    /// Those that nothing in the catalogue can be, nor anything before them in this list.
    List<CatalogItem> newAmong(List<CatalogItem> items) {
        List<CatalogItem> fresh = new ArrayList<>();
        Set<Id> taken = new HashSet<>();
        for (CatalogItem item : items) {
            List<Id> own = imdbOf(item);
            if (isNew(item) && own.stream().noneMatch(taken::contains) && new HashSet<>(own).size() == own.size()) {
                fresh.add(item);
                taken.addAll(own);
            }
        }
        return fresh;
    }

    boolean isNew(CatalogItem item) {
        String title = item.title();
        return title != null
                && isPlain(item)
                && !titlesOf(item.kind()).mayHave(Titled.key(title))
                && imdbOf(item).stream().noneMatch(id -> idsOf(id.kind()).mayHave(id.value()));
    }

    boolean has(CatalogItem item) {
        String imdb = item.ids().imdb();
        return imdb != null && has(item.kind(), imdb);
    }

    boolean has(Kind kind, String imdb) {
        IdSet known = ids.get(kind);
        return known != null && known.mayHave(imdb);
    }

    private record Id(Kind kind, String value) {}

    private IdSet idsOf(Kind kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    private TextSet titlesOf(Kind kind) {
        return Objects.requireNonNull(titles.get(kind));
    }

    /// Whether there is nothing about it that would have to be looked up beside its IMDb ids and its title.
    private static boolean isPlain(CatalogItem item) {
        return switch (item) {
            case MovieItem movie ->
                isImdbOnly(movie.ids())
                        && movie.people().isEmpty()
                        && movie.otherTitles().isEmpty();
            case ShowItem show ->
                isImdbOnly(show.ids())
                        && show.people().isEmpty()
                        && show.otherTitles().isEmpty()
                        && areDistinct(show.seasons().stream().map(SeasonItem::number))
                        && show.seasons().stream().allMatch(Acquaintance::isPlain);
            case PersonItem _, CatalogItem.EpisodeList _ -> false;
        };
    }

    private static boolean isPlain(SeasonItem season) {
        return season.ids().isEmpty()
                && season.episodes().stream().allMatch(one -> isImdbOnly(one.ids()))
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

    private static List<Id> imdbOf(CatalogItem item) {
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

package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeList;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.PersonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Takes what sources say into the catalogue, and confirms what only clients had named.
///
/// The same again changes nothing. Newer facts replace older ones and absent ones erase nothing; an item is stamped as
/// updated only when something about it really changed.
public final class CatalogLoad {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final Precedence precedence;

    public CatalogLoad(Database database, InstantSource clock, Catalog catalog) {
        this(database, clock, catalog, Precedence.SOURCE);
    }

    CatalogLoad(Database database, InstantSource clock, Catalog catalog, Precedence precedence) {
        this.precedence = precedence;
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
    }

    /// What became of each item, in their order. Written in transactions of some 500 rows, so that others get between.
    public List<Loaded> apply(List<CatalogItem> items) {
        List<Loaded> outcome = new ArrayList<>();
        for (List<CatalogItem> portion : Portions.of(items)) {
            outcome.addAll(database.write(tx -> {
                Gate.pass(tx);
                return apply(tx, clock.instant(), portion);
            }));
            catalog.forgetAll();
        }
        return outcome;
    }

    private List<Loaded> apply(Tx tx, Instant now, List<CatalogItem> portion) {
        List<MovieItem> movies = new ArrayList<>();
        List<ShowItem> shows = new ArrayList<>();
        List<PersonItem> people = new ArrayList<>();
        for (CatalogItem item : portion) {
            switch (item) {
                case MovieItem movie -> movies.add(movie);
                case ShowItem show -> shows.add(show);
                case EpisodeList list -> shows.add(list.asShow());
                case PersonItem person -> people.add(person);
            }
        }
        // A portion is of one kind.
        List<Loaded> outcome = new ArrayList<>();
        outcome.addAll(new MovieLoad(tx, now, movies, precedence).apply());
        outcome.addAll(new ShowLoad(tx, now, shows, precedence).apply());
        outcome.addAll(new PersonLoad(tx, now, precedence).apply(people));
        return outcome;
    }
}

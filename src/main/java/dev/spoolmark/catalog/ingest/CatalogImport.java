package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeList;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Imports items of sources and files, and confirms provisional ones.
///
/// Importing the same again changes nothing. Newer facts replace older ones, absent facts remove nothing. An
/// item gets a new `updatedAt` only if it changed.
public final class CatalogImport {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final MergePolicy policy;

    public CatalogImport(Database database, InstantSource clock, Catalog catalog) {
        this(database, clock, catalog, MergePolicy.SOURCE);
    }

    CatalogImport(Database database, InstantSource clock, Catalog catalog, MergePolicy policy) {
        this.policy = policy;
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
    }

    /// Writes transactions of about 500 rows, so that other writes come in between.
    ///
    /// @return one result for each item, in the order of the items
    public List<ImportResult> apply(List<SourceItem> items) {
        List<ImportResult> results = new ArrayList<>();
        for (List<SourceItem> batch : ImportBatches.of(items)) {
            results.addAll(database.write(tx -> {
                CatalogWriteLock.lockAndIncrement(tx);
                return apply(tx, clock.instant(), batch);
            }));
            catalog.invalidateAll();
        }
        return results;
    }

    private List<ImportResult> apply(Tx tx, Instant now, List<SourceItem> batch) {
        List<MovieItem> movies = new ArrayList<>();
        List<ShowItem> shows = new ArrayList<>();
        List<PersonItem> persons = new ArrayList<>();
        for (SourceItem item : batch) {
            switch (item) {
                case MovieItem movie -> movies.add(movie);
                case ShowItem show -> shows.add(show);
                case EpisodeList list -> shows.add(list.asShow());
                case PersonItem person -> persons.add(person);
            }
        }
        // A batch has items of one kind.
        List<ImportResult> results = new ArrayList<>();
        results.addAll(new MovieImport(tx, now, movies, policy).apply());
        results.addAll(new ShowImport(tx, now, shows, policy).apply());
        results.addAll(new PersonImport(tx, now, policy).apply(persons));
        return results;
    }
}

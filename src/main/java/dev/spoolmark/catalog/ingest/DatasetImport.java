package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Imports a dataset of millions of titles. Unknown titles are added; of known titles only gaps are filled,
/// since a dataset has little about each.
///
/// Most titles are new the first time and unchanged afterwards. Both are decided by [KnownTitleFilter]
/// without a query for each; only the rest goes through [CatalogImport].
public final class DatasetImport {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final CatalogImport fullImport;
    private final KnownTitleFilter knownTitles;

    public DatasetImport(Database database, InstantSource clock, Catalog catalog) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.fullImport = new CatalogImport(database, clock, catalog, MergePolicy.CATALOG);
        this.knownTitles = KnownTitleFilter.read(database);
    }

    /// All new items are written in one transaction, so the caller chooses its length.
    ///
    /// @return one result for each item, in the order of the items
    public List<ImportResult> apply(List<? extends SourceItem> items) {
        IdentityHashMap<SourceItem, ImportResult> results = new IdentityHashMap<>();
        List<SourceItem> open = new ArrayList<>(items);
        database.read(tx -> RedundantItems.among(
                        tx, open.stream().filter(knownTitles::mayContain).toList()))
                .forEach(item -> results.put(item, new ImportResult(Result.UNCHANGED, List.of())));
        open.removeIf(results::containsKey);
        addNew(open).forEach(item -> results.put(item, new ImportResult(Result.ADDED, List.of())));
        open.removeIf(results::containsKey);
        List<ImportResult> others = fullImport.apply(open);
        for (int i = 0; i < open.size(); i++) {
            results.put(open.get(i), others.get(i));
        }
        return items.stream().map(results::get).toList();
    }

    /// @return whether a movie or show may have this IMDb id
    public boolean mayContain(Kind kind, String imdb) {
        return knownTitles.mayContain(kind, imdb);
    }

    /// Stores the popularity of existing movies and shows.
    public void savePopularity(List<ExternalPopularity> incoming) {
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            List<ExternalPopularity> batch =
                    incoming.stream().filter(item -> item.kind() == kind).toList();
            if (!database.read(tx -> ExternalPopularityStore.changed(tx, kind, batch))
                    .isEmpty()) {
                database.write(tx -> {
                    CatalogWriteLock.lockAndIncrement(tx);
                    ExternalPopularityStore.save(tx, kind, ExternalPopularityStore.changed(tx, kind, batch));
                    return null;
                });
            }
        }
    }

    private record Added(List<SourceItem> items, long pass) {}

    private List<SourceItem> addNew(List<SourceItem> items) {
        if (items.stream().noneMatch(knownTitles::isDefinitelyNew)) {
            return List.of();
        }
        Added added = database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            long revision = knownTitles.catchUp(tx);
            List<SourceItem> newItems = knownTitles.newAmong(items);
            new NewTitleInserter(tx, clock.instant()).add(newItems);
            return new Added(newItems, revision);
        });
        knownTitles.add(added.items(), added.pass());
        catalog.invalidateAll();
        return added.items();
    }
}

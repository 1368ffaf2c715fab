package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.store.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Lays a base of millions of titles under the catalogue: what is not there is added, and of what is there only the
/// gaps
/// are filled, since a base knows little about much.
///
/// Most of a base is new the first time and known the second. Both are told from [Acquaintance] without asking the
/// store
/// about each; only the rest goes the way of [CatalogLoad].
public final class BaseLoad {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final CatalogLoad rest;
    private final Acquaintance acquaintance;

    public BaseLoad(Database database, InstantSource clock, Catalog catalog) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.rest = new CatalogLoad(database, clock, catalog, Precedence.CATALOGUE);
        this.acquaintance = Acquaintance.read(database);
    }

    /// What became of each item, in their order. All that is new is written at once: how many others wait for it is for
    /// the caller to choose.
    public List<Loaded> apply(List<? extends CatalogItem> items) {
        IdentityHashMap<CatalogItem, Loaded> outcome = new IdentityHashMap<>();
        List<CatalogItem> open = new ArrayList<>(items);
        database.read(tx -> Contained.among(
                        tx, open.stream().filter(acquaintance::has).toList()))
                .forEach(item -> outcome.put(item, new Loaded(Result.UNCHANGED, List.of())));
        open.removeIf(outcome::containsKey);
        addNew(open).forEach(item -> outcome.put(item, new Loaded(Result.ADDED, List.of())));
        open.removeIf(outcome::containsKey);
        List<Loaded> others = rest.apply(open);
        for (int i = 0; i < open.size(); i++) {
            outcome.put(open.get(i), others.get(i));
        }
        return items.stream().map(outcome::get).toList();
    }

    /// Whether a movie or show with that IMDb id is there.
    public boolean has(Kind kind, String imdb) {
        return acquaintance.has(kind, imdb);
    }

    /// How well known movies and shows are that are there already.
    public void renown(List<Renown> told) {
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            List<Renown> some = told.stream().filter(one -> one.kind() == kind).toList();
            if (!database.read(tx -> RenownStore.changed(tx, kind, some)).isEmpty()) {
                database.write(tx -> {
                    Gate.pass(tx);
                    RenownStore.save(tx, kind, RenownStore.changed(tx, kind, some));
                    return null;
                });
            }
        }
    }

    private record Added(List<CatalogItem> items, long pass) {}

    private List<CatalogItem> addNew(List<CatalogItem> items) {
        if (items.stream().noneMatch(acquaintance::isNew)) {
            return List.of();
        }
        Added added = database.write(tx -> {
            Gate.pass(tx);
            long pass = acquaintance.follow(tx);
            List<CatalogItem> fresh = acquaintance.newAmong(items);
            new FreshLoad(tx, clock.instant()).add(fresh);
            return new Added(fresh, pass);
        });
        acquaintance.remember(added.items(), added.pass());
        catalog.forgetAll();
        return added.items();
    }
}

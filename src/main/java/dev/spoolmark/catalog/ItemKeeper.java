package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps movies and shows that only a client knows, from what it said. Used behind the [Gate], for one transaction.
final class ItemKeeper {

    private final Tx tx;
    private final Instant now;
    private final List<Movie> movies = new ArrayList<>();
    private final List<Show> shows = new ArrayList<>();
    private final List<Long> made = new ArrayList<>();
    private final Map<Name, Long> fresh = new HashMap<>();

    ItemKeeper(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /// The item that each of them means; one is made where nobody has a name of it. All say enough.
    <R extends ItemRef> Map<R, Long> keep(Kind kind, Collection<R> wanted) {
        Map<R, Long> kept = new HashMap<>();
        Matching.find(tx, kind, wanted).forEach((ref, hit) -> kept.put(ref, hit.item()));
        for (R ref : wanted) {
            if (!kept.containsKey(ref)) {
                kept.put(ref, madeBefore(ref));
            }
        }
        MovieStore.save(tx, movies);
        ShowStore.save(tx, shows);
        SourceJobStore.queue(tx, kind, made, now);
        return kept;
    }

    /// The item that an earlier one of the same batch brought, or a new one.
    private long madeBefore(ItemRef ref) {
        for (Name name : comparable(ref)) {
            Long item = fresh.get(name);
            if (item != null) {
                return item;
            }
        }
        long item = make(ref);
        comparable(ref).forEach(name -> fresh.putIfAbsent(name, item));
        if (ref.title() != null) {
            fresh.putIfAbsent(new Titled(ref.title(), null).folded(), item);
        }
        return item;
    }

    private static List<Name> comparable(ItemRef ref) {
        return ref.names().stream()
                .map(name -> name instanceof Titled titled ? new Titled(titled.key(), titled.year()) : name)
                .toList();
    }

    private long make(ItemRef ref) {
        long id = tx.newId("item");
        made.add(id);
        switch (ref) {
            case MovieRef movie -> movies.add(movie(id, movie));
            case ShowRef show -> shows.add(show(id, show));
        }
        return id;
    }

    private Movie movie(long id, MovieRef ref) {
        String title = Placeholder.titleOf(ref);
        String slug = NameStore.claimSlug(tx, Kind.MOVIE, id, Slugs.ofMovie(id, title, ref.year()));
        return new Movie(new MovieId(id), ref.ids(), slug, title, ref.year(), MovieFacts.NONE, true, now);
    }

    private Show show(long id, ShowRef ref) {
        String title = Placeholder.titleOf(ref);
        String slug = NameStore.claimSlug(tx, Kind.SHOW, id, Slugs.ofShow(id, title, ref.year()));
        return new Show(new ShowId(id), ref.ids(), slug, title, ref.year(), ShowFacts.NONE, true, now);
    }
}

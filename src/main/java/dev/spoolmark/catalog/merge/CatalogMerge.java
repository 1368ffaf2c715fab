package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.CatalogRevision;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.ingest.ItemUpdater;
import dev.spoolmark.catalog.ingest.SourceStatement;
import dev.spoolmark.catalog.ingest.WithdrawnItemRemoval;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Turns what only clients named into what sources know: an item is completed in place, or becomes the one that was
/// there already.
///
/// When an item becomes another, its ids, slugs and titles lead to the other from the same moment on, and what
/// people have on it follows in small steps. A server that stops half-way goes on with [#finish].
public final class CatalogMerge {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final UserDataMigration relocation;
    private final WithdrawnItemRemoval removal;

    /// @param features everybody who keeps something of people under items
    public CatalogMerge(Database database, InstantSource clock, Catalog catalog, List<UserDataMover> features) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.relocation = new UserDataMigration(database, clock, features);
        this.removal = new WithdrawnItemRemoval(database, clock, features);
    }

    /// What a source told about this movie, provisional or not.
    public CompletionResult complete(MovieId movie, MovieItem told) {
        return finished((tx, now) -> new ItemUpdater(tx, now).movie(movie, told, null));
    }

    /// The same, and what the source that decides gave before and gives no longer is taken back.
    public CompletionResult complete(MovieId movie, MovieItem told, SourceStatement statement) {
        return finished((tx, now) -> new ItemUpdater(tx, now).movie(movie, told, statement));
    }

    /// What a source told about this show, with its seasons and episodes.
    public CompletionResult complete(ShowId show, ShowItem told) {
        return finished((tx, now) -> new ItemUpdater(tx, now).show(show, told, null));
    }

    /// The same, and what the source that decides gave before and gives no longer is taken back.
    public CompletionResult complete(ShowId show, ShowItem told, SourceStatement statement) {
        return finished((tx, now) -> new ItemUpdater(tx, now).show(show, told, statement));
    }

    /// What a source told about this one episode, and as which of its show it counts it.
    public CompletionResult complete(EpisodeId episode, int season, EpisodeItem told) {
        return finished((tx, now) -> new ItemUpdater(tx, now).episode(episode, season, told));
    }

    /// A movie or show as the operator finds it, who sees provisional ones, too.
    public record Found(MediaId id, String title) {}

    public Optional<Found> find(TitleRef ref) {
        return switch (ref) {
            case MovieRef movie -> catalog.findMovie(movie).map(found -> new Found(found.id(), found.title()));
            case ShowRef show -> catalog.findShow(show).map(found -> new Found(found.id(), found.title()));
        };
    }

    /// Makes one of two because somebody says so. Refuses when one is not there or when they are not of a kind.
    public CompletionResult merge(MediaId from, MediaId into) {
        if (from.kind() != into.kind()) {
            throw new ProblemException(new Problem.Invalid("kind"));
        }
        return finished((tx, now) -> new ItemUpdater(tx, now).merge(from, into));
    }

    /// Goes on with everything that was cut off, and catches up with those who came late. To be called now and then.
    public void finish() {
        relocation.resume();
        if (removal.settle()) {
            catalog.invalidateAll();
        }
    }

    private CompletionResult finished(Step step) {
        Instant now = clock.instant();
        CompletionResult completed = database.write(tx -> {
            CatalogRevision.lockAndIncrement(tx);
            CompletionResult done = step.take(tx, now);
            relocation.followAtOnce(tx, now);
            return done;
        });
        catalog.invalidateAll();
        if (!completed.merged().isEmpty()) {
            relocation.migrate(now);
        }
        return completed;
    }

    private interface Step {

        CompletionResult take(Tx tx, Instant now);
    }
}

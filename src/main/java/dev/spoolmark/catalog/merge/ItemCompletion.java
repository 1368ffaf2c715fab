package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.ingest.ItemUpdater;
import dev.spoolmark.catalog.ingest.PrimarySourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.WithdrawnItemRemoval;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Completes provisional items with the data of a source, or merges them into the item that they turn out to
/// be.
///
/// When an item is merged into another, its ids, slugs and titles lead to the other at once. The data of
/// users follows in small transactions. After an interruption [#resume] continues.
public final class ItemCompletion {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final UserDataMigration migration;
    private final WithdrawnItemRemoval removal;
    private final UnusedItemRemoval deletions;

    /// @param features the features that store data of users about items
    public ItemCompletion(Database database, InstantSource clock, Catalog catalog, List<UserDataMover> features) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.migration = new UserDataMigration(database, clock, features);
        this.removal = new WithdrawnItemRemoval(database, clock, features);
        this.deletions = new UnusedItemRemoval(features);
    }

    /// Applies the data of a source to a movie, provisional or not.
    public CompletionResult complete(MovieId movie, MovieItem item) {
        return finished((tx, now) -> new ItemUpdater(tx, now).movie(movie, item, null));
    }

    /// Applies the data of a source, and removes what its primary source provided before and no longer provides.
    public CompletionResult complete(MovieId movie, MovieItem item, PrimarySourceItem primary) {
        return finished((tx, now) -> new ItemUpdater(tx, now).movie(movie, item, primary));
    }

    /// Applies the data of a source to a show with its seasons and episodes.
    public CompletionResult complete(ShowId show, ShowItem item) {
        return finished((tx, now) -> new ItemUpdater(tx, now).show(show, item, null));
    }

    /// Applies the data of a source, and removes what its primary source provided before and no longer provides.
    public CompletionResult complete(ShowId show, ShowItem item, PrimarySourceItem primary) {
        return finished((tx, now) -> new ItemUpdater(tx, now).show(show, item, primary));
    }

    /// Applies the data of a source to one episode.
    ///
    /// @param season the season to which the source assigns it
    public CompletionResult complete(EpisodeId episode, int season, EpisodeItem item) {
        return finished((tx, now) -> new ItemUpdater(tx, now).episode(episode, season, item));
    }

    /// A movie or show for the operator, to whom provisional items are visible.
    public record Found(MediaId id, String title) {}

    public Optional<Found> find(TitleRef ref) {
        return switch (ref) {
            case MovieRef movie -> catalog.findMovie(movie).map(found -> new Found(found.id(), found.title()));
            case ShowRef show -> catalog.findShow(show).map(found -> new Found(found.id(), found.title()));
        };
    }

    /// Merges two items.
    ///
    /// @throws ProblemException with `Invalid` if they are of different kinds, `NotFound` if one does not
    ///     exist
    public CompletionResult merge(MediaId from, MediaId into) {
        return merge(from, into, _ -> {});
    }

    /// The same, with more to store in the transaction of the merge, if it changes anything.
    public CompletionResult merge(MediaId from, MediaId into, Consumer<Tx> note) {
        if (from.kind() != into.kind()) {
            throw new ProblemException(new Problem.Invalid("kind"));
        }
        return finished((tx, now) -> {
            CompletionResult merged = new ItemUpdater(tx, now).merge(from, into);
            if (merged.result() == CompletionResult.Result.MERGED) {
                note.accept(tx);
            }
            return merged;
        });
    }

    /// What [#merge] would move.
    public MergePreview preview(MediaId from, MediaId into) {
        return database.read(tx -> MergePreviewStore.of(tx, from, into));
    }

    /// Pairs of movies or shows with the same title and year, at most `limit` and a part of the catalog at a time.
    ///
    /// @param from the key of the first title; empty for the beginning
    public DuplicatePage duplicates(Kind kind, String from, int limit) {
        return database.read(tx -> DuplicateStore.page(tx, kind, from, limit));
    }

    /// Deletes a movie or show about which no user has data. Nobody finds it from now on; its rows are deleted
    /// some minutes later.
    ///
    /// @param note stores more in the same transaction
    /// @return false if a user has data about it or a part of it, or another item was merged into it
    public boolean delete(MediaId item, Consumer<Tx> note) {
        Instant now = clock.instant();
        boolean isDeleted = database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            if (deletions.isUsed(tx, item)) {
                return false;
            }
            note.accept(tx);
            deletions.hide(tx, item, now);
            return true;
        });
        catalog.invalidateAll();
        return isDeleted;
    }

    /// Continues interrupted merges, and moves data that users stored under merged items meanwhile. To be
    /// called periodically.
    public void resume() {
        migration.resume();
        if (removal.removeDue()) {
            catalog.invalidateAll();
        }
    }

    private CompletionResult finished(Step step) {
        Instant now = clock.instant();
        CompletionResult completed = database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            CompletionResult done = step.apply(tx, now);
            migration.migrateFew(tx, now);
            return done;
        });
        catalog.invalidateAll();
        if (!completed.merged().isEmpty()) {
            migration.migrate(now);
        }
        return completed;
    }

    private interface Step {

        CompletionResult apply(Tx tx, Instant now);
    }
}

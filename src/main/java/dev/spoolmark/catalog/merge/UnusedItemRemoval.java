package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;

/// Deletes movies and shows about which no user has data, in transactions that hold the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock].
///
/// A request that found the item before may still store data about it. So the item first loses its names and
/// becomes invisible; it is deleted [UserDataMigration#GRACE] later, unless a user has data about it then.
final class UnusedItemRemoval {

    private static final int BATCH_SIZE = 100;

    private final List<UserDataMover> features;

    UnusedItemRemoval(List<UserDataMover> features) {
        this.features = List.copyOf(features);
    }

    /// Whether a user has data about the item or a part of it, or another item was merged into it.
    boolean isUsed(Tx tx, MediaId item) {
        return ItemAliasStore.isInvolved(tx, item) || hasUserData(tx, item);
    }

    private boolean hasUserData(Tx tx, MediaId item) {
        List<MediaId> all = new ArrayList<>(List.of(item));
        if (item instanceof ShowId show) {
            all.addAll(UnusedItemStore.parts(tx, show));
        }
        return all.stream()
                .map(part -> new UserDataMove(part.kind(), part.value(), 0, 0, Instant.EPOCH))
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .anyMatch(batch -> features.stream()
                        .anyMatch(feature ->
                                !feature.affectedUsers(tx, batch, 0, 1).isEmpty()));
    }

    /// Makes an item invisible that will be deleted.
    void hide(Tx tx, MediaId item, Instant now) {
        switch (item) {
            case MovieId movie -> {
                Movie found = MovieStore.get(tx, List.of(movie)).get(movie);
                if (found != null) {
                    MovieStore.save(tx, List.of(found.stub().changedAt(now)));
                }
            }
            case ShowId show -> {
                Show found = ShowStore.get(tx, List.of(show)).get(show);
                if (found != null) {
                    ShowStore.save(tx, List.of(found.stub().changedAt(now)));
                }
            }
            default -> throw new IllegalArgumentException("only movies and shows are deleted by hand");
        }
        UnusedItemStore.deleteNames(tx, item);
        SourceJobStore.delete(tx, item.kind(), item.value());
        ItemAliasStore.enqueueMigration(tx, item.kind(), List.of(item.value()), now);
    }

    /// Deletes a hidden item, unless a user has stored data about it since.
    void deleteUnused(Tx tx, UserDataMove move) {
        MediaId item = MediaId.of(move.kind(), move.from());
        if (!hasUserData(tx, item)) {
            UnusedItemStore.delete(tx, item);
        }
    }

    /// Whether a queued move stands for a hidden item: seasons and episodes alone can stay and get another show.
    static boolean isDeletion(UserDataMove move) {
        return move.isWithinItem()
                && switch (move.kind()) {
                    case MOVIE, SHOW -> true;
                    case SEASON, EPISODE, PERSON, LIST -> false;
                };
    }
}

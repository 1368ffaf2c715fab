package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Moves the data of users from merged items to the remaining ones, a few users per transaction, so that
/// other writes wait only briefly.
///
/// It can be interrupted and repeated at any point. A request that resolved the item before the merge may
/// still store data under the old id, so the old id is checked for a while longer.
public final class UserDataMigration {

    /// Longer than any request or cache entry lives.
    public static final Duration GRACE = Duration.ofMinutes(15);

    private static final int MOVE_BATCH_SIZE = 100;
    private static final int USER_BATCH_SIZE = 100;

    private final Database database;
    private final InstantSource clock;
    private final List<UserDataMover> features;
    private final UnusedItemRemoval deletions;

    UserDataMigration(Database database, InstantSource clock, List<UserDataMover> features) {
        this.database = database;
        this.clock = clock;
        this.features = List.copyOf(features);
        this.deletions = new UnusedItemRemoval(features);
    }

    /// Moves all remaining data, and deletes merged items whose time is over.
    void resume() {
        List<UserDataMove> all = database.read(ItemAliasStore::moves);
        all.stream().gather(Gatherers.windowFixed(MOVE_BATCH_SIZE)).forEach(this::migrate);
        Instant now = clock.instant();
        Instant until = now.minus(GRACE);
        List<UserDataMove> over = all.stream()
                .filter(move -> !move.since().isAfter(until) || ClockSkew.isAhead(move.since(), now))
                .toList();
        if (!over.isEmpty()) {
            database.write(tx -> {
                CatalogWriteLock.lockAndIncrement(tx);
                return remove(tx, over);
            });
        }
    }

    /// Moves data within the transaction of the merge if few users are affected, so that no intermediate
    /// state is visible.
    void migrateFew(Tx tx, Instant now) {
        List<UserDataMove> moves = ItemAliasStore.moves(tx, now);
        if (!moves.isEmpty() && moves.size() <= MOVE_BATCH_SIZE) {
            move(tx, users(tx, moves, 0).stream().limit(batchSize(moves)).toList(), moves, now);
        }
    }

    /// Moves the data for the merges of that instant.
    void migrate(Instant then) {
        List<UserDataMove> moves = database.read(tx -> ItemAliasStore.moves(tx, then));
        moves.stream().gather(Gatherers.windowFixed(MOVE_BATCH_SIZE)).forEach(this::migrate);
    }

    private void migrate(List<UserDataMove> moves) {
        for (List<Long> users = usersToMigrate(moves, 0);
                !users.isEmpty();
                users = usersToMigrate(moves, users.getLast())) {
            users.stream()
                    .gather(Gatherers.windowFixed(batchSize(moves)))
                    .forEach(batch -> database.write(tx -> move(tx, batch, moves, clock.instant())));
        }
    }

    private List<Long> usersToMigrate(List<UserDataMove> moves, long after) {
        return database.read(tx -> users(tx, moves, after));
    }

    /// @return 100 for movies; 1 for shows, which have many episodes
    private static int batchSize(List<UserDataMove> moves) {
        return Math.max(1, USER_BATCH_SIZE / Math.max(1, moves.size()));
    }

    private List<Long> users(Tx tx, List<UserDataMove> moves, long after) {
        return features.stream()
                .flatMap(feature -> feature.affectedUsers(tx, moves, after, USER_BATCH_SIZE).stream())
                .distinct()
                .sorted()
                .limit(USER_BATCH_SIZE)
                .toList();
    }

    private boolean move(Tx tx, List<Long> users, List<UserDataMove> moves, Instant now) {
        for (long user : users) {
            features.forEach(feature -> feature.migrate(tx, user, moves, now));
        }
        return true;
    }

    /// Deletes episodes before seasons, and seasons before shows.
    private boolean remove(Tx tx, List<UserDataMove> moves) {
        List<UserDataMove> empty = moves.stream()
                .gather(Gatherers.windowFixed(MOVE_BATCH_SIZE))
                .flatMap(batch -> users(tx, batch, 0).isEmpty() ? batch.stream() : Stream.empty())
                .sorted((one, other) -> other.kind().compareTo(one.kind()))
                .toList();
        ItemAliasStore.completeMigration(
                tx,
                empty.stream()
                        .filter(move ->
                                move.isWithinItem() || ItemAliasStore.deleteEmptied(tx, move.kind(), move.from()))
                        .toList());
        empty.stream().filter(UnusedItemRemoval::isDeletion).forEach(move -> deletions.deleteUnused(tx, move));
        return true;
    }
}

package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.edit.EditedFactStore;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.catalog.merge.UserDataMigration;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Removes episodes and seasons that their source no longer lists and about which no user has data. The
/// others stay as provisional.
///
/// A request that resolved an episode before it was withdrawn may still store data about it. So it becomes
/// one of [PendingDeletions] only [UserDataMigration#GRACE] later, and is deleted after the same time without
/// new data.
public final class WithdrawnItemRemoval {

    private static final int BATCH_SIZE = 100;

    private final Database database;
    private final InstantSource clock;
    private final List<UserDataMover> features;

    public WithdrawnItemRemoval(Database database, InstantSource clock, List<UserDataMover> features) {
        this.database = database;
        this.clock = clock;
        this.features = List.copyOf(features);
    }

    /// @return whether anything was removed
    public boolean removeDue() {
        Instant now = clock.instant();
        List<MediaId> batch = withdrawn(now);
        boolean any = !batch.isEmpty();
        while (!batch.isEmpty()) {
            List<MediaId> chunk = batch;
            database.write(tx -> {
                CatalogWriteLock.lockAndIncrement(tx);
                chunk.forEach(item -> removeDue(tx, item, now));
                return null;
            });
            batch = withdrawn(now);
        }
        return any;
    }

    private void removeDue(Tx tx, MediaId item, Instant now) {
        PendingDeletions pending = new PendingDeletions(tx, now);
        Optional<Integer> number = pending.number(item);
        boolean isPending = number.filter(PendingDeletions::isOne).isPresent();
        boolean isUsed = isUsed(tx, item);
        if (number.isPresent() && !isUsed && !isPending) {
            pending.add(item);
            SourceFactStore.withdrawnAt(tx, item, now);
            return;
        }
        SourceFactStore.delete(tx, List.of(item));
        if (isPending && isUsed) {
            pending.restore(item);
        } else if (isPending) {
            EditedFactStore.delete(tx, item.kind(), List.of(item.value()));
            delete(tx, item);
        }
    }

    private List<MediaId> withdrawn(Instant now) {
        return database.read(tx -> SourceFactStore.withdrawnBefore(
                tx, now.minus(UserDataMigration.GRACE), now.plus(ClockSkew.TOLERANCE), BATCH_SIZE));
    }

    private boolean isUsed(Tx tx, MediaId item) {
        UserDataMove anywhere = new UserDataMove(item.kind(), item.value(), 0, 0, Instant.EPOCH);
        return ItemAliasStore.isInvolved(tx, item)
                || isListed(tx, item)
                || features.stream()
                        .anyMatch(feature -> !feature.affectedUsers(tx, List.of(anywhere), 0, 1)
                                .isEmpty());
    }

    /// @return whether a source lists the item again, or the season has episodes
    private static boolean isListed(Tx tx, MediaId item) {
        String sql =
                item instanceof EpisodeId ? "SELECT 1 FROM episode WHERE episode_id = ? AND provisional = FALSE" : """
                SELECT 1 FROM season s WHERE s.season_id = ? AND (s.provisional = FALSE OR EXISTS (
                SELECT 1 FROM episode e WHERE e.show_id = s.show_id AND e.season = s.number %% %1$d
                AND e.number < %1$d))""";
        return tx.findFirst(
                        String.format(Locale.ROOT, sql, PendingDeletions.FIRST_NUMBER),
                        row -> row.getInt(1),
                        item.value())
                .isPresent();
    }

    private static void delete(Tx tx, MediaId item) {
        tx.update(
                String.format(
                        Locale.ROOT,
                        "DELETE FROM %1$s WHERE %1$s_id = ?",
                        item.kind().key()),
                item.value());
    }
}

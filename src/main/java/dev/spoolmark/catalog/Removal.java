package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.kernel.ClockSkew;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Removes episodes and seasons that their source no longer lists and on which nobody has anything. The others stay as
/// provisional ones.
///
/// A request that found an episode just before it was withdrawn may still write something on it, so it is removed only
/// [Relocation#GRACE] later. Until then it can still be found: a request that finds it just before the removal and
/// writes after it is not covered.
final class Removal {

    private static final int AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final List<Moves> features;

    Removal(Database database, InstantSource clock, List<Moves> features) {
        this.database = database;
        this.clock = clock;
        this.features = List.copyOf(features);
    }

    /// Says whether anything was withdrawn for long enough.
    boolean settle() {
        Instant now = clock.instant();
        List<MediaId> some = withdrawn(now);
        boolean any = !some.isEmpty();
        while (!some.isEmpty()) {
            List<MediaId> portion = some;
            database.write(tx -> {
                Gate.pass(tx);
                portion.stream().filter(item -> !isUsed(tx, item)).forEach(item -> remove(tx, item));
                // What is in use stays as any other provisional item does.
                SourceFactStore.delete(tx, portion);
                return null;
            });
            some = withdrawn(now);
        }
        return any;
    }

    private List<MediaId> withdrawn(Instant now) {
        return database.read(tx -> SourceFactStore.withdrawnBefore(
                tx, now.minus(Relocation.GRACE), now.plus(ClockSkew.TOLERATED), AT_ONCE));
    }

    private boolean isUsed(Tx tx, MediaId item) {
        Move anywhere = new Move(item.kind(), item.value(), 0, 0, Instant.EPOCH);
        return AliasStore.isInvolved(tx, item)
                || isListed(tx, item)
                || features.stream()
                        .anyMatch(feature ->
                                !feature.people(tx, List.of(anywhere), 0, 1).isEmpty());
    }

    /// Whether somebody lists it again, or episodes of the season are left.
    private static boolean isListed(Tx tx, MediaId item) {
        String sql =
                item instanceof EpisodeId ? "SELECT 1 FROM episode WHERE episode_id = ? AND provisional = FALSE" : """
                SELECT 1 FROM season s WHERE s.season_id = ? AND (s.provisional = FALSE OR EXISTS (
                SELECT 1 FROM episode e WHERE e.show_id = s.show_id AND e.season = s.number))""";
        return tx.first(sql, row -> row.count(1), item.value()).isPresent();
    }

    private static void remove(Tx tx, MediaId item) {
        tx.update(
                "DELETE FROM ext_id WHERE kind = ? AND item_id = ?", item.kind().number(), item.value());
        tx.update(
                String.format(
                        Locale.ROOT,
                        "DELETE FROM %1$s WHERE %1$s_id = ?",
                        item.kind().word()),
                item.value());
    }
}

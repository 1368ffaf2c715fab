package dev.spoolmark.together;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL for offered plays.
final class OfferStore {

    private static final String COLUMNS =
            "offer_id, source_id, kind, item_id, show_id, watched_at, state, created_at, expires_at, time_precision";

    static final UserItemTable TABLE = new UserItemTable(
            "play_offer",
            List.of(Column.number("offer_id")),
            List.of(
                    Column.number("source_id"),
                    Column.number("watched_at"),
                    Column.number("time_precision"),
                    Column.number("state"),
                    Column.number("created_at"),
                    Column.number("expires_at")),
            true,
            "NOTHING");

    /// Whether the same user has offered the same play before. The caller holds the row of the consent, so that
    /// nobody adds it meanwhile.
    boolean exists(Tx tx, UserId user, PlayOffer offer) {
        Instant at = offer.watchedAt();
        return tx.findFirst(
                        """
                        SELECT 1 FROM play_offer WHERE user_id = ? AND kind = ? AND item_id = ? AND source_id = ?
                        AND coalesce(watched_at, 0) = ?
                        """,
                        row -> true,
                        user.value(),
                        offer.item().kind().number(),
                        offer.item().id().value(),
                        offer.from().value(),
                        at == null ? 0 : at.toEpochMilli())
                .orElse(false);
    }

    void add(Tx tx, UserId user, PlayOffer offer) {
        Watchable item = offer.item();
        tx.update(
                """
                INSERT INTO play_offer (user_id, offer_id, source_id, kind, item_id, show_id, watched_at, time_precision,
                    state, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                user.value(),
                offer.id(),
                offer.from().value(),
                item.kind().number(),
                item.id().value(),
                item.showNumber(),
                offer.watchedAt(),
                offer.time().precision().number(),
                offer.state().number(),
                offer.createdAt(),
                offer.expiresAt());
    }

    /// Moves an offer from one state to another; of concurrent callers, one succeeds.
    ///
    /// @return the offer; empty if there is none in that state that has not expired
    Optional<PlayOffer> change(Tx tx, UserId user, long id, OfferState from, OfferState to, Instant now) {
        return tx.findFirst(
                "UPDATE play_offer SET state = ? WHERE user_id = ? AND offer_id = ? AND state = ? AND expires_at > ?"
                        + " RETURNING " + COLUMNS,
                OfferStore::offer,
                to.number(),
                user.value(),
                id,
                from.number(),
                now);
    }

    /// Offers in a state, newest first.
    List<PlayOffer> newest(Tx tx, UserId user, OfferState state, Instant now, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM play_offer WHERE user_id = ? AND state = ? AND expires_at > ?"
                        + " ORDER BY created_at DESC, offer_id DESC LIMIT ?",
                OfferStore::offer,
                user.value(),
                state.number(),
                now,
                max);
    }

    /// Requests to follow a user and open offers, with one statement.
    Inbox inbox(Tx tx, UserId user, Instant now) {
        return tx.findFirst("""
                        SELECT (SELECT count(*) FROM follow_in WHERE user_id = ? AND state = 1),
                            (SELECT count(*) FROM play_offer WHERE user_id = ? AND state = 1 AND expires_at > ?)
                        """, row -> new Inbox(row.getLong(1), row.getLong(2)), user.value(), user.value(), now)
                .orElse(Inbox.EMPTY);
    }

    int countOpen(Tx tx, UserId user, UserId from) {
        return tx.findFirst(
                        "SELECT count(*) FROM play_offer WHERE user_id = ? AND source_id = ? AND state = 1",
                        row -> row.getInt(1),
                        user.value(),
                        from.value())
                .orElse(0);
    }

    /// Deletes open offers of a user to another one.
    int removeOpen(Tx tx, UserId user, UserId from) {
        return tx.update(
                "DELETE FROM play_offer WHERE user_id = ? AND source_id = ? AND state = 1", user.value(), from.value());
    }

    /// Deletes the open offers of a user that were made at this time. Writes rows of several users.
    int withdraw(Tx tx, UserId from, Instant createdAt) {
        return tx.update(
                "DELETE FROM play_offer WHERE source_id = ? AND created_at = ? AND state = 1", from.value(), createdAt);
    }

    int purge(Tx tx, Instant now) {
        return tx.update("DELETE FROM play_offer WHERE expires_at <= ?", now);
    }

    List<PlayOffer> page(Tx tx, UserId user, PlayOffer after, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM play_offer WHERE user_id = ? AND (kind, item_id, offer_id) > (?, ?, ?)"
                        + " ORDER BY kind, item_id, offer_id LIMIT ?",
                OfferStore::offer,
                user.value(),
                after.item().kind().number(),
                after.item().id().value(),
                after.id(),
                max);
    }

    List<PlayOffer> firstPage(Tx tx, UserId user, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM play_offer WHERE user_id = ? ORDER BY kind, item_id, offer_id LIMIT ?",
                OfferStore::offer,
                user.value(),
                max);
    }

    private static PlayOffer offer(Row row) {
        return new PlayOffer(
                row.getLong(1),
                new UserId(row.getLong(2)),
                Watchable.of(row.getInt(3), row.getLong(4), row.getLong(5)),
                WatchedTime.stored(row.instantOrNull(6), row.getInt(10)),
                OfferState.of(row.getInt(7)),
                row.instant(8),
                row.instant(9));
    }
}

package dev.spoolmark.scrobble;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class PlaybackProgressStore {

    /// When two items are merged, the later of two resume points of a user counts.
    static final UserItemTable TABLE = new UserItemTable(
            "playback_progress",
            List.of(),
            List.of(Column.number("progress"), Column.number("paused_at"), Column.number("app_id")),
            false,
            """
            UPDATE SET progress = excluded.progress, paused_at = excluded.paused_at, app_id = excluded.app_id
            WHERE excluded.paused_at > playback_progress.paused_at""");

    void save(Tx tx, UserId user, PlaybackReport playback, Instant at) {
        AppId app = playback.app();
        tx.update(
                """
                INSERT INTO playback_progress (user_id, kind, item_id, progress, paused_at, app_id)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET
                    progress = excluded.progress, paused_at = excluded.paused_at, app_id = excluded.app_id
                """,
                user.value(),
                playback.item().kind().number(),
                playback.item().id().value(),
                playback.progress(),
                at,
                app == null ? null : app.value());
    }

    Optional<ResumePoint> find(Tx tx, UserId user, MediaId item) {
        return tx.findFirst(
                "SELECT progress, paused_at FROM playback_progress WHERE user_id = ? AND kind = ? AND item_id = ?",
                row -> new ResumePoint(item, row.getInt(1), row.instant(2)),
                user.value(),
                item.kind().number(),
                item.value());
    }

    /// @return false if the user has a resume point of the item
    boolean restore(Tx tx, UserId user, ResumePoint point) {
        return tx.update(
                        """
                        INSERT INTO playback_progress (user_id, kind, item_id, progress, paused_at, app_id)
                        VALUES (?, ?, ?, ?, ?, NULL)
                        ON CONFLICT (user_id, kind, item_id) DO NOTHING
                        """,
                        user.value(),
                        point.item().kind().number(),
                        point.item().value(),
                        point.progress(),
                        point.pausedAt())
                == 1;
    }

    List<ResumePoint> page(Tx tx, UserId user, @Nullable MediaId after, int max) {
        return tx.query(
                """
                SELECT p.kind, p.item_id, p.progress, p.paused_at FROM playback_progress p
                WHERE p.user_id = ? AND (p.kind, p.item_id) > (?, ?) AND NOT EXISTS (
                    SELECT 1 FROM watched w WHERE w.user_id = p.user_id AND w.kind = p.kind AND w.item_id = p.item_id
                        AND w.last_at > p.paused_at)
                ORDER BY p.kind, p.item_id LIMIT ?
                """,
                row -> new ResumePoint(
                        MediaId.of(Kind.of(row.getInt(1)), row.getLong(2)), row.getInt(3), row.instant(4)),
                user.value(),
                after == null ? 0 : after.kind().number(),
                after == null ? 0 : after.value(),
                max);
    }

    /// Newest first. A resume point is obsolete when the item was watched later, by whatever report.
    List<ResumePoint> of(Tx tx, UserId user, Kind kind) {
        return tx.query(
                """
                SELECT p.item_id, p.progress, p.paused_at FROM playback_progress p
                WHERE p.user_id = ? AND p.kind = ? AND NOT EXISTS (
                    SELECT 1 FROM watched w WHERE w.user_id = p.user_id AND w.kind = p.kind AND w.item_id = p.item_id
                        AND w.last_at > p.paused_at)
                ORDER BY p.paused_at DESC, p.item_id DESC
                """,
                row -> new ResumePoint(MediaId.of(kind, row.getLong(1)), row.getInt(2), row.instant(3)),
                user.value(),
                kind.number());
    }
}

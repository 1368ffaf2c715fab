package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.util.List;
import java.util.Set;

/// Keeps plays, one row a viewing.
final class PlayStore {

    List<Play> recent(Tx tx, UserId user, Set<Kind> kinds, Set<PlayAction> actions, int limit) {
        return tx.query(
                """
                SELECT play_id, kind, item_id, watched_at, action FROM play
                WHERE user_id = ? AND watched_at IS NOT NULL AND kind IN (%s) AND action IN (%s)
                ORDER BY watched_at DESC, play_id DESC LIMIT ?
                """.formatted(Tx.marks(kinds.size()), Tx.marks(actions.size())),
                PlayStore::play,
                user.value(),
                Tx.padded(kinds.stream().map(Kind::number).toList()),
                Tx.padded(actions.stream().map(PlayAction::number).toList()),
                limit);
    }

    private static Play play(Row row) {
        Kind kind = row.count(2) == Kind.MOVIE.number() ? Kind.MOVIE : Kind.EPISODE;
        return new Play(row.number(1), MediaId.of(kind, row.number(3)), row.instant(4), PlayAction.of(row.count(5)));
    }
}

package dev.spoolmark.hidden;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Keeps what people hide, one row for each person, place and thing.
final class HiddenStore {

    private static final Map<Integer, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::number, Function.identity()));

    int hide(Tx tx, UserId user, HiddenSection section, MediaId item, long show, Instant at) {
        return tx.update("""
                INSERT INTO hidden (user_id, section, kind, item_id, show_id, hidden_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id, section, kind, item_id) DO NOTHING
                """, user.value(), section.key(), item.kind().number(), item.value(), show, at);
    }

    int unhide(Tx tx, UserId user, HiddenSection section, MediaId item) {
        return tx.update(
                "DELETE FROM hidden WHERE user_id = ? AND section = ? AND kind = ? AND item_id = ?",
                user.value(),
                section.key(),
                item.kind().number(),
                item.value());
    }

    Set<MediaId> of(Tx tx, UserId user, HiddenSection section) {
        return new LinkedHashSet<>(tx.query(
                "SELECT kind, item_id FROM hidden WHERE user_id = ? AND section = ? ORDER BY kind, item_id",
                row -> MediaId.of(kind(row.getInt(1)), row.getLong(2)),
                user.value(),
                section.key()));
    }

    private static Kind kind(int number) {
        Kind kind = KINDS.get(number);
        if (kind == null) {
            throw new IllegalStateException("no kind has the number " + number);
        }
        return kind;
    }
}

package dev.spoolmark.account.session;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL of sessions. The hash of a token leads to user and session; all else is stored under the user.
final class SessionStore {

    private static final String COLUMNS =
            "user_id, session_id, token_hash, cred_version, device, address, started_at, used_at, verified_at";

    private SessionStore() {}

    static void insert(Tx tx, StoredSession stored) {
        Session session = stored.session();
        tx.update(
                "INSERT INTO session (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session.user().value(),
                session.id(),
                stored.tokenHash(),
                stored.credVersion(),
                session.device(),
                session.address(),
                session.startedAt(),
                session.usedAt(),
                session.verifiedAt());
        insertToken(tx, stored);
    }

    private static void insertToken(Tx tx, StoredSession stored) {
        Session session = stored.session();
        tx.update(
                "INSERT INTO session_token (token_hash, user_id, session_id, started_at) VALUES (?, ?, ?, ?)",
                stored.tokenHash(),
                session.user().value(),
                session.id(),
                session.startedAt());
    }

    static Optional<StoredSession> findByToken(Tx tx, String tokenHash) {
        return tx.findFirst(
                        "SELECT user_id, session_id FROM session_token WHERE token_hash = ?",
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        tokenHash)
                .flatMap(key -> tx.findFirst(
                        "SELECT " + COLUMNS + " FROM session WHERE user_id = ? AND session_id = ? AND token_hash = ?",
                        SessionStore::stored,
                        key.getFirst(),
                        key.getLast(),
                        tokenHash));
    }

    /// All sessions of a user, the least recently used first.
    static List<StoredSession> ofUser(Tx tx, UserId user) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM session WHERE user_id = ? ORDER BY used_at, session_id",
                SessionStore::stored,
                user.value());
    }

    /// Replaces the token `before` by that of `stored`.
    ///
    /// @return whether `before` was still the token of the session
    static boolean replaceToken(Tx tx, String before, StoredSession stored) {
        Session session = stored.session();
        String sql = """
                UPDATE session SET token_hash = ?, cred_version = ?, address = ?, used_at = ?, verified_at = ?
                WHERE user_id = ? AND session_id = ? AND token_hash = ?
                """;
        int replaced = tx.update(
                sql,
                stored.tokenHash(),
                stored.credVersion(),
                session.address(),
                session.usedAt(),
                session.verifiedAt(),
                session.user().value(),
                session.id(),
                before);
        if (replaced == 1) {
            tx.update("DELETE FROM session_token WHERE token_hash = ?", before);
            insertToken(tx, stored);
        }
        return replaced == 1;
    }

    /// @return whether the session still exists
    static boolean recordUse(Tx tx, Session session, String address, Instant now) {
        String sql = "UPDATE session SET used_at = ?, address = ? WHERE user_id = ? AND session_id = ?";
        return tx.update(sql, now, address, session.user().value(), session.id()) == 1;
    }

    static void delete(Tx tx, List<StoredSession> sessions) {
        tx.updateAll(
                "DELETE FROM session WHERE user_id = ? AND session_id = ?",
                sessions.stream()
                        .map(StoredSession::session)
                        .map(session -> new Object[] {session.user().value(), session.id()})
                        .toList());
        tx.updateAll(
                "DELETE FROM session_token WHERE token_hash = ?",
                sessions.stream()
                        .map(session -> new Object[] {session.tokenHash()})
                        .toList());
    }

    /// Deletes sessions of all users that nobody can use any more.
    static int deleteExpired(Tx tx, Instant usedBefore, Instant startedBefore) {
        tx.update("DELETE FROM session_token WHERE started_at < ?", startedBefore);
        return tx.update("DELETE FROM session WHERE used_at < ? OR started_at < ?", usedBefore, startedBefore);
    }

    private static StoredSession stored(Row row) {
        Session session = new Session(
                new UserId(row.getLong(1)),
                row.getLong(2),
                row.getString(5),
                row.getString(6),
                row.instant(7),
                row.instant(8),
                row.instant(9));
        return new StoredSession(session, row.getString(3), row.getLong(4));
    }
}

package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stores grants: connected applications and personal access tokens.
final class OAuthGrantStore {

    private static final String COLUMNS =
            "user_id, grant_id, client_id, name, scopes, cred_version, created_at, expires_at, last_used_at";

    private OAuthGrantStore() {}

    static Optional<StoredGrant> find(Tx tx, UserId user, GrantId id) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_grant WHERE user_id = ? AND grant_id = ?",
                OAuthGrantStore::grant,
                user.value(),
                id.value());
    }

    static List<StoredGrant> of(Tx tx, UserId user) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM oauth_grant WHERE user_id = ? ORDER BY created_at DESC, grant_id DESC",
                OAuthGrantStore::grant,
                user.value());
    }

    /// Those of all users, after one of them: touches rows of many users.
    static List<StoredGrant> after(Tx tx, UserId user, GrantId id, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM oauth_grant WHERE user_id >= ? AND (user_id > ? OR grant_id > ?)"
                        + " ORDER BY user_id, grant_id LIMIT ?",
                OAuthGrantStore::grant,
                user.value(),
                user.value(),
                id.value(),
                max);
    }

    static long count(Tx tx, UserId user, long credVersion, Instant now) {
        return tx.findFirst("""
                SELECT count(*) FROM oauth_grant
                WHERE user_id = ? AND cred_version = ? AND (expires_at IS NULL OR expires_at > ?)
                """, row -> row.getLong(1), user.value(), credVersion, now)
                .orElse(0L);
    }

    static void insert(Tx tx, StoredGrant grant) {
        tx.update(
                "INSERT INTO oauth_grant (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                grant.user().value(),
                grant.id().value(),
                grant.clientId(),
                grant.name(),
                Scopes.text(grant.scopes()),
                grant.credVersion(),
                grant.createdAt(),
                grant.expiresAt(),
                grant.lastUsedAt());
    }

    static void extend(Tx tx, UserId user, GrantId id, Instant expiresAt) {
        tx.update(
                "UPDATE oauth_grant SET expires_at = ? WHERE user_id = ? AND grant_id = ?",
                expiresAt,
                user.value(),
                id.value());
    }

    static void used(Tx tx, UserId user, GrantId id, Instant now, Instant unlessUsedSince) {
        tx.update("""
                UPDATE oauth_grant SET last_used_at = ?
                WHERE user_id = ? AND grant_id = ?
                AND (last_used_at IS NULL OR last_used_at <= ? OR last_used_at > ?)
                """, now, user.value(), id.value(), unlessUsedSince, now.plus(ClockSkew.TOLERANCE));
    }

    static int delete(Tx tx, UserId user, GrantId id) {
        return tx.update("DELETE FROM oauth_grant WHERE user_id = ? AND grant_id = ?", user.value(), id.value());
    }

    static int deleteAllOf(Tx tx, UserId user) {
        return tx.update("DELETE FROM oauth_grant WHERE user_id = ?", user.value());
    }

    /// Touches rows of many users.
    static int deleteAllOf(Tx tx, String clientId) {
        return tx.update("DELETE FROM oauth_grant WHERE client_id = ?", clientId);
    }

    /// Touches rows of many users.
    static int deleteExpired(Tx tx, Instant now) {
        return tx.update("DELETE FROM oauth_grant WHERE expires_at <= ?", now);
    }

    private static StoredGrant grant(Row row) {
        return new StoredGrant(
                new UserId(row.getLong(1)),
                new GrantId(row.getLong(2)),
                row.textOrNull(3),
                row.textOrNull(4),
                Scopes.ofText(row.getString(5)),
                row.getLong(6),
                row.instant(7),
                row.instantOrNull(8),
                row.instantOrNull(9));
    }
}

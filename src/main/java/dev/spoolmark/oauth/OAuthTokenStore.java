package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// Stores tokens by their hash.
final class OAuthTokenStore {

    private static final String COLUMNS =
            "token_hash, user_id, grant_id, refresh, generation, created_at, expires_at, used_at, successor_nonce";

    private OAuthTokenStore() {}

    static Optional<StoredToken> find(Tx tx, String hash) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_token WHERE token_hash = ?", OAuthTokenStore::token, hash);
    }

    static void insert(Tx tx, StoredToken token) {
        tx.update(
                "INSERT INTO oauth_token (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                token.hash(),
                token.user().value(),
                token.grant().value(),
                token.refresh(),
                token.generation(),
                token.createdAt(),
                token.expiresAt(),
                token.usedAt(),
                token.successorNonce());
    }

    /// Marks a refresh token as used, once.
    ///
    /// @return whether it was not used before
    static boolean use(Tx tx, String hash, String successorNonce, Instant now) {
        return tx.update(
                        "UPDATE oauth_token SET used_at = ?, successor_nonce = ? WHERE token_hash = ? AND used_at IS NULL",
                        now,
                        successorNonce,
                        hash)
                == 1;
    }

    /// Lets access tokens up to a generation expire at `end`, unless they expire before.
    static void shortenAccess(Tx tx, UserId user, GrantId grant, int generation, Instant end) {
        tx.update("""
                UPDATE oauth_token SET expires_at = ?
                WHERE user_id = ? AND grant_id = ? AND generation <= ? AND refresh = FALSE AND expires_at > ?
                """, end, user.value(), grant.value(), generation, end);
    }

    static void deleteGenerationsBefore(Tx tx, UserId user, GrantId grant, int generation) {
        tx.update(
                "DELETE FROM oauth_token WHERE user_id = ? AND grant_id = ? AND generation < ?",
                user.value(),
                grant.value(),
                generation);
    }

    static void deleteOf(Tx tx, UserId user, GrantId grant) {
        tx.update("DELETE FROM oauth_token WHERE user_id = ? AND grant_id = ?", user.value(), grant.value());
    }

    static void deleteAllOf(Tx tx, UserId user) {
        tx.update("DELETE FROM oauth_token WHERE user_id = ?", user.value());
    }

    /// Touches rows of many users.
    static void deleteAllOf(Tx tx, String clientId) {
        tx.update("""
                DELETE FROM oauth_token WHERE (user_id, grant_id) IN
                    (SELECT user_id, grant_id FROM oauth_grant WHERE client_id = ?)
                """, clientId);
    }

    /// Touches rows of many users.
    static int deleteExpired(Tx tx, Instant now) {
        return tx.update("DELETE FROM oauth_token WHERE expires_at <= ?", now);
    }

    /// Touches rows of many users.
    static int deleteNonces(Tx tx, Instant usedBefore) {
        return tx.update(
                "UPDATE oauth_token SET successor_nonce = NULL WHERE used_at < ? AND successor_nonce IS NOT NULL",
                usedBefore);
    }

    private static StoredToken token(Row row) {
        return new StoredToken(
                row.getString(1),
                new UserId(row.getLong(2)),
                new GrantId(row.getLong(3)),
                row.getBoolean(4),
                row.getInt(5),
                row.instant(6),
                row.instantOrNull(7),
                row.instantOrNull(8),
                row.textOrNull(9));
    }
}

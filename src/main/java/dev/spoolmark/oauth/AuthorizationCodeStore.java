package dev.spoolmark.oauth;

import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stores authorization codes by their hash.
final class AuthorizationCodeStore {

    private static final String COLUMNS =
            "code_hash, user_id, client_id, redirect_uri, code_challenge, scopes, cred_version, expires_at, grant_id";

    private AuthorizationCodeStore() {}

    /// A row.
    ///
    /// @param grant what the code was exchanged for
    record Code(
            String hash,
            UserId user,
            String clientId,
            String redirectUri,
            @Nullable String codeChallenge,
            Set<Permission> scopes,
            long credVersion,
            Instant expiresAt,
            @Nullable GrantId grant) {

        Code {
            scopes = Set.copyOf(scopes);
        }
    }

    static Optional<Code> find(Tx tx, String hash) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_code WHERE code_hash = ?", AuthorizationCodeStore::code, hash);
    }

    static Optional<Code> findUnused(Tx tx, String hash, Instant now) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_code WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?",
                AuthorizationCodeStore::code,
                hash,
                now);
    }

    /// @return whether no other code has this hash
    static boolean insert(Tx tx, Code code) {
        return tx.update(
                        "INSERT INTO oauth_code (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
                                + " ON CONFLICT (code_hash) DO NOTHING",
                        code.hash(),
                        code.user().value(),
                        code.clientId(),
                        code.redirectUri(),
                        code.codeChallenge(),
                        Scopes.text(code.scopes()),
                        code.credVersion(),
                        code.expiresAt())
                == 1;
    }

    /// Marks a code as used, once and before it expires.
    ///
    /// @return whether it could be used
    static boolean use(Tx tx, String hash, Instant now) {
        return tx.update(
                        "UPDATE oauth_code SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?",
                        now,
                        hash,
                        now)
                == 1;
    }

    static void exchanged(Tx tx, String hash, GrantId grant) {
        tx.update("UPDATE oauth_code SET grant_id = ? WHERE code_hash = ?", grant.value(), hash);
    }

    /// Touches rows of many users.
    static int deleteExpired(Tx tx, Instant before) {
        return tx.update("DELETE FROM oauth_code WHERE expires_at <= ?", before);
    }

    private static Code code(Row row) {
        Long grant = row.numberOrNull(9);
        return new Code(
                row.getString(1),
                new UserId(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.textOrNull(5),
                Scopes.ofText(row.getString(6)),
                row.getLong(7),
                row.instant(8),
                grant == null ? null : new GrantId(grant));
    }
}

package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stores device codes by their hash.
final class DeviceCodeStore {

    static final int PENDING = 1;
    static final int APPROVED = 2;
    static final int DENIED = 3;
    static final int USED = 4;

    private static final String COLUMNS =
            "device_hash, user_hash, client_id, scopes, state, user_id, cred_version, expires_at";

    private DeviceCodeStore() {}

    /// A row.
    ///
    /// @param user who approved or denied
    record DeviceCode(
            String deviceHash,
            String userHash,
            String clientId,
            Set<Permission> scopes,
            int state,
            @Nullable UserId user,
            long credVersion,
            Instant expiresAt) {

        DeviceCode {
            scopes = Set.copyOf(scopes);
        }
    }

    static Optional<DeviceCode> find(Tx tx, String deviceHash) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_device_code WHERE device_hash = ?",
                DeviceCodeStore::code,
                deviceHash);
    }

    static Optional<DeviceCode> findPending(Tx tx, String userHash, Instant now) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_device_code WHERE user_hash = ? AND state = ? AND expires_at > ?",
                DeviceCodeStore::code,
                userHash,
                PENDING,
                now);
    }

    static long count(Tx tx) {
        return tx.findFirst("SELECT count(*) FROM oauth_device_code", row -> row.getLong(1))
                .orElse(0L);
    }

    /// @return whether no other code has one of its hashes
    static boolean insert(Tx tx, DeviceCode code) {
        return tx.update(
                        "INSERT INTO oauth_device_code (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, NULL, NULL, ?)"
                                + " ON CONFLICT DO NOTHING",
                        code.deviceHash(),
                        code.userHash(),
                        code.clientId(),
                        Scopes.text(code.scopes()),
                        code.state(),
                        code.expiresAt())
                == 1;
    }

    /// Decides on a pending code.
    ///
    /// @return whether it was still pending
    static boolean decide(Tx tx, String deviceHash, int state, Account user, Instant now) {
        return tx.update("""
                        UPDATE oauth_device_code SET state = ?, user_id = ?, cred_version = ?
                        WHERE device_hash = ? AND state = ? AND expires_at > ?
                        """, state, user.id().value(), user.credVersion(), deviceHash, PENDING, now) == 1;
    }

    /// Marks an approved code as used, once.
    static boolean use(Tx tx, String deviceHash) {
        return tx.update(
                        "UPDATE oauth_device_code SET state = ? WHERE device_hash = ? AND state = ?",
                        USED,
                        deviceHash,
                        APPROVED)
                == 1;
    }

    /// Touches rows of many users.
    static int deleteExpired(Tx tx, Instant before) {
        return tx.update("DELETE FROM oauth_device_code WHERE expires_at <= ?", before);
    }

    private static DeviceCode code(Row row) {
        Long user = row.numberOrNull(6);
        return new DeviceCode(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Scopes.ofText(row.getString(4)),
                row.getInt(5),
                user == null ? null : new UserId(user),
                row.getLong(7),
                row.instant(8));
    }
}

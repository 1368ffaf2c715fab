package dev.spoolmark.account.secondfactor;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// SQL of the second factor. Whether it is on is also in `account`, which sign-in reads anyway.
final class SecondFactorStore {

    private SecondFactorStore() {}

    /// @param lastStep time step of the last accepted code
    record StoredTotp(Secret secret, boolean confirmed, long lastStep) {}

    static Optional<StoredTotp> find(Tx tx, UserId user) {
        return tx.findFirst(
                "SELECT secret, confirmed, last_step FROM totp WHERE user_id = ?",
                SecondFactorStore::stored,
                user.value());
    }

    private static StoredTotp stored(Row row) {
        return new StoredTotp(Secret.of(HexFormat.of().parseHex(row.getString(1))), row.getBoolean(2), row.getLong(3));
    }

    /// Stores a secret that is not in use yet, in place of an earlier one of that kind.
    ///
    /// @return false if a confirmed one exists; it stays
    static boolean insertUnconfirmed(Tx tx, UserId user, Secret secret, Instant now) {
        String sql = """
                INSERT INTO totp (user_id, secret, confirmed, last_step, created_at) VALUES (?, ?, FALSE, 0, ?)
                ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
                WHERE NOT totp.confirmed
                """;
        return tx.update(sql, user.value(), hex(secret), now) == 1;
    }

    /// @return false if the secret was replaced or confirmed meanwhile
    static boolean confirm(Tx tx, UserId user, Secret secret, long step) {
        String sql = """
                UPDATE totp SET confirmed = TRUE, last_step = ? WHERE user_id = ? AND secret = ? AND NOT confirmed
                """;
        boolean confirmed = tx.update(sql, step, user.value(), hex(secret)) == 1;
        if (confirmed) {
            setActive(tx, user, true);
        }
        return confirmed;
    }

    private static String hex(Secret secret) {
        return HexFormat.of().formatHex(secret.reveal());
    }

    /// @param newest the newest step that a correct clock can have stored; a later one does not count
    /// @return whether no code of this or a later step was accepted before
    static boolean useStep(Tx tx, UserId user, long step, long newest) {
        String sql = """
                UPDATE totp SET last_step = ? WHERE user_id = ? AND confirmed AND (last_step < ? OR last_step > ?)
                """;
        return tx.update(sql, step, user.value(), step, newest) == 1;
    }

    /// @return whether a confirmed secret existed
    static boolean delete(Tx tx, UserId user) {
        boolean active = find(tx, user).filter(StoredTotp::confirmed).isPresent();
        tx.update("DELETE FROM totp WHERE user_id = ?", user.value());
        tx.update("DELETE FROM recovery_code WHERE user_id = ?", user.value());
        setActive(tx, user, false);
        return active;
    }

    private static void setActive(Tx tx, UserId user, boolean active) {
        tx.update("UPDATE account SET second_factor = ? WHERE user_id = ?", active, user.value());
    }

    static void replaceRecoveryCodes(Tx tx, UserId user, List<String> hashes) {
        tx.update("DELETE FROM recovery_code WHERE user_id = ?", user.value());
        tx.updateAll(
                "INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)",
                hashes.stream().map(hash -> new Object[] {user.value(), hash}).toList());
    }

    /// @return whether the code existed and was not used before
    static boolean useRecoveryCode(Tx tx, UserId user, String hash) {
        return tx.update("DELETE FROM recovery_code WHERE user_id = ? AND code_hash = ?", user.value(), hash) == 1;
    }

    static int countRecoveryCodes(Tx tx, UserId user) {
        return tx.findFirst("SELECT count(*) FROM recovery_code WHERE user_id = ?", row -> row.getInt(1), user.value())
                .orElse(0);
    }
}

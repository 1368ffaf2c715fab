package dev.spoolmark.account.link;

import dev.spoolmark.db.Tx;
import java.time.Instant;

/// SQL of the codes of the set-up page.
final class SetupCodeStore {

    private SetupCodeStore() {}

    static void insert(Tx tx, LinkCode code, Instant expires) {
        tx.update("INSERT INTO setup_code (code_hash, expires_at) VALUES (?, ?)", code.hash(), expires);
    }

    static boolean exists(Tx tx, LinkCode code, Instant now) {
        return tx.findFirst(
                        "SELECT 1 FROM setup_code WHERE code_hash = ? AND expires_at > ?",
                        row -> true,
                        code.hash(),
                        now)
                .isPresent();
    }

    static void deleteExpired(Tx tx, Instant now) {
        tx.update("DELETE FROM setup_code WHERE expires_at <= ?", now);
    }

    static void deleteAll(Tx tx) {
        tx.update("DELETE FROM setup_code");
    }
}

package dev.spoolmark.account.auth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL of sign-ins that await their second factor, by the hash of their token.
final class SignInChallengeStore {

    private SignInChallengeStore() {}

    static void insert(Tx tx, String tokenHash, SignInChallenge challenge) {
        tx.update(
                "INSERT INTO sign_in_challenge (token_hash, user_id, cred_version, created_at) VALUES (?, ?, ?, ?)",
                tokenHash,
                challenge.user().value(),
                challenge.credVersion(),
                challenge.createdAt());
    }

    static Optional<SignInChallenge> find(Tx tx, String tokenHash) {
        return tx.findFirst(
                "SELECT user_id, cred_version, created_at FROM sign_in_challenge WHERE token_hash = ?",
                row -> new SignInChallenge(new UserId(row.getLong(1)), row.getLong(2), row.instant(3)),
                tokenHash);
    }

    /// @return whether it existed
    static boolean delete(Tx tx, String tokenHash) {
        return tx.update("DELETE FROM sign_in_challenge WHERE token_hash = ?", tokenHash) == 1;
    }

    static int deleteBefore(Tx tx, Instant time) {
        return tx.update("DELETE FROM sign_in_challenge WHERE created_at < ?", time);
    }
}
